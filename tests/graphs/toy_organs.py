"""Toy organs and a toy mind, small enough to foresee everything they do."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Literal

from cognition.channel import LASTING, Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.values import Mood, Stimulus, Utterance


class ToyClock:
    def __init__(self, at: datetime = datetime(2026, 3, 1, 18, 0)) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class ToyJournal:
    def __init__(self) -> None:
        self.states: dict[str, Any] = {}

    def state(self, key: str, default: Any = None) -> Any:
        return self.states.get(key, default)


class EmptyTimeline:
    def __len__(self) -> int:
        return 0


def toy_faculties(owner: str = "Ada", **parts: Any) -> Faculties:
    nothing: Any = None
    given: dict[str, Any] = {
        "encoder": nothing,
        "journal": ToyJournal(),
        "index": nothing,
        "knowledge": nothing,
        "timeline": EmptyTimeline(),
        "clock": ToyClock(),
    }
    return Faculties(owner=owner, **{**given, **parts})


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    sizes: tuple[int, ...] = ()
    mood: Mood = field(default_factory=Mood)


@dataclass(frozen=True, slots=True)
class Thing:
    parts: tuple[Part, ...] = ()
    pair: tuple[str, int] = ("", 0)
    scores: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    colour: Colour = Colour.RED
    first: Part | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    stimulus: Stimulus


@dataclass(frozen=True, slots=True)
class Words:
    words: tuple[str, ...] = ()


class Ear(Organ[Heard, Words]):
    """Hear words; an empty stimulus leaves it idle."""

    def step(self, see: Heard, use: Faculties) -> Words | None:
        return Words(tuple(see.stimulus.text.split())) if see.stimulus.text else None


@dataclass(frozen=True, slots=True)
class HasWords:
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    count: int = 0


class Counter(Organ[HasWords, Count]):
    """Count the words."""

    times: int = 1

    def step(self, see: HasWords, use: Faculties) -> Count:
        assert isinstance(see.words, tuple)
        return Count(len(see.words) * self.times)


@dataclass(frozen=True, slots=True)
class Loud:
    loud: bool = False


class Volume(Organ[HasWords, Loud]):
    """Tell whether a word shouts."""

    mark: str = "!"

    def step(self, see: HasWords, use: Faculties) -> Loud:
        return Loud(any(word.endswith(self.mark) for word in see.words))


@dataclass(frozen=True, slots=True)
class Moody:
    loud: bool
    mood: Mood = field(default_factory=Mood)


@dataclass(frozen=True, slots=True)
class Moods:
    mood: Annotated[Mood, LASTING]


class Temper(Organ[Moody, Moods]):
    """Each shout lowers the lasting mood by a tenth."""

    def step(self, see: Moody, use: Faculties) -> Moods | None:
        return Moods(Mood(valence=see.mood.valence - 0.1)) if see.loud else None


@dataclass(frozen=True, slots=True)
class All:
    words: tuple[str, ...]
    count: int = 0
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Says:
    utterance: Utterance


class Greet(Organ[All, Says]):
    """Say how many words there were, and greet when there were none."""

    greeting: str = "Hello"

    def step(self, see: All, use: Faculties) -> Says:
        if not see.words:
            return Says(Utterance(f"{self.greeting}, {use.owner}.", acts=("greet",)))
        text = f"{see.count} words{', loud' if see.loud else ''}"
        return Says(Utterance(text, acts=("acknowledge",), cites=("m1",)))


@dataclass(frozen=True, slots=True)
class Trace:
    trace: Annotated[tuple[str, ...], Merge(concat)] = ()


class Mark(Organ[Heard, Trace]):
    """Leave a mark in the merged trace."""

    letter: str = "m"

    def step(self, see: Heard, use: Faculties) -> Trace:
        return Trace((self.letter,))


@dataclass(frozen=True, slots=True)
class Traced:
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    verdict: Literal["more", "done"] = "done"


class Judge(Organ[Traced, Verdict]):
    """Ask for more until the trace is long enough."""

    enough: int = 3

    def step(self, see: Traced, use: Faculties) -> Verdict:
        return Verdict("done" if len(see.trace) >= self.enough else "more")


@dataclass(frozen=True, slots=True)
class Held:
    held: Annotated[Thing, LASTING] = Thing()


@dataclass(frozen=True, slots=True)
class Hold(Held):
    stimulus: Stimulus = field(default_factory=Stimulus)


class Keep(Organ[Hold, Held]):
    """Keep a deeply nested lasting thing, refusing one whose tuples came back as lists."""

    def step(self, see: Hold, use: Faculties) -> Held | None:
        if see.held.parts:
            assert hash((see.held.parts, see.held.pair, see.held.first))
            assert isinstance(see.held.scores["a"], tuple)
        size = len(see.stimulus.text)
        part = Part((size, size), Mood(at=use.clock.now()))
        return Held(Thing((*see.held.parts, part), ("p", size), {"a": (0.5,)}, Colour.BLUE, part))


@dataclass(frozen=True, slots=True)
class Dice:
    dice: float = 0.0


class Throw(Organ[Heard, Dice]):
    """Throw a seeded die whose fall depends on what was said."""

    def step(self, see: Heard, use: Faculties) -> Dice:
        return Dice(random.Random(see.stimulus.text).random())
