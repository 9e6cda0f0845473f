"""Wordings with their gaps filled, sentence by sentence, as the parser learns them.

A wording is a sentence with gaps, `{who} picked up the {thing}.`, listed under what it means; it is
filled with what fits the meaning, set among other sentences, and written as carelessly as people
write. What only resembles one of the meanings (denied, wished for, ahead) is among what has none.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from cognition.faculties.parser import NONE
from cognition.faculties.plain import SAME

Gaps = Mapping[str, str]
OF_CLAUSES = frozenset(
    ["event_before", "ordered", "first_of", "event_dated", "age_when", "lived_when"]
)
OF_EVENTS = frozenset(["event_on", "event_offset", "between", "when_event"])
PEOPLE = 0.12  # share of people who are not given names
ADORNED = 0.15  # share of sentences with something before or after that says nothing
OWNED = 0.12  # share of things that are somebody's: "her old bike" for "the bike"
CARELESS = 0.08  # share of texts in small letters; of texts with another end


@dataclass(frozen=True)
class Span:
    """What fills one slot of a sentence: the characters from `start` to `end`."""

    start: int
    end: int
    slot: str


@dataclass(frozen=True)
class Unit:
    """A stretch of a text that says one thing: what it means, and what fills its slots."""

    start: int
    end: int
    meaning: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Example:
    """A text and the units that it is parted into."""

    text: str
    units: tuple[Unit, ...]


@cache
def fillings() -> dict[str, list[Any]]:
    """Read what gaps are filled with."""
    file = resources.files("cognition.training") / "fillings.yaml"
    return yaml.safe_load(file.read_text("utf-8"))


def listed(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each wording of a file with its meaning, `told.get` or `asked.where`."""
    for part, meanings in yaml.safe_load(file.read_text("utf-8")).items():
        for meaning, forms in meanings.items():
            name = NONE if meaning == "noise" else f"{part.partition(',')[0]}.{meaning}"
            yield from ((name, form) for form in forms)


class Filler:
    """Fills gaps with what fits a meaning, never twice with the same."""

    def __init__(self, chance: random.Random, names: Sequence[str]) -> None:
        self._chance, self._names = chance, names
        self._of = fillings()

    def example(self, meaning: str, form: str) -> Example:
        """Fill a wording."""
        owns = self._one("owner") if self._chance.random() < OWNED else "the"
        text, spans = filled(form, self._gaps(meaning.partition(".")[2]), owns)
        return Example(text, (Unit(0, len(text), meaning, spans),))

    def _person(self) -> str:
        other = self._chance.random() < PEOPLE
        return self._chance.choice(self._of["person"] if other else self._names)

    def _gaps(self, meaning: str) -> dict[str, str]:
        who, whom = self._two(self._person)
        own = self._chance.random() < 0.2
        more = self._one("degree")
        found = {
            "who": who,
            "Whose": _possessive(who),
            "whose": _possessive(who),
            "whom": "me" if own and "kin" in meaning else whom,
            "of": "my" if own else _possessive(whom),
            "Of": "My" if own else _upper(_possessive(whom)),
            "whom_has": "I have" if own else f"{whom} has",
            "kin": self._one("kin"),
            "n": str(self._chance.randint(1, 90)),
            "town": self._one("town"),
            "land": self._one("land"),
            "noun": self._one("noun"),
            "place": self._one("place"),
            "colour": self._one("colour"),
            "most": self._chance.choice(more[3:]),
            **dict(zip(("more", "less", "base"), more, strict=False)),
            **dict(zip(("part", "whole"), self._one("part"), strict=True)),
        }
        verb = dict(zip(("v", "ved", "ven", "ving"), self._one("verb"), strict=True))
        more = {**verb, "topic": self._one("topic")} if not meaning else {}
        return {**found, **more, **self._things(meaning), **self._times(meaning)}

    def _things(self, meaning: str) -> dict[str, str]:
        kind, kinds = self._one("kind")
        foes = self._two(lambda: self._one("kind")[1])
        found = {
            "thing": self._one("thing"),
            "kind": kind,
            "kinds": kinds if meaning != "afraid" else foes[0],
            "Kinds": _upper(foes[0]),
            "foes": foes[1],
            "side": self._chance.choice(("left", "right")),
        }
        if meaning == "inside":
            found["thing"], found["place"] = self._one("inside")
        elif meaning in ("beside", "side", "compass", "fits", "way"):
            compass = meaning == "compass" or (meaning == "side" and self._chance.random() < 0.5)
            sort = "place" if compass or meaning == "way" else "shape"
            two = self._two(lambda: self._one("container" if meaning == "fits" else sort))
            found.update(zip(("thing", "other"), two, strict=True))
            found.update(zip(("start", "end"), two, strict=True))
            if compass:
                found["side"] = self._chance.choice(("north", "south", "east", "west"))
        elif meaning == "is_at" and self._chance.random() < 0.4:
            found["who"] = f"the {found['thing']}"
        return {**found, "Side": _upper(found["side"])}

    def _times(self, meaning: str) -> dict[str, str]:
        chance = self._chance
        first, last = sorted(chance.sample(range(1950, 2027), 2))
        month = self._one("month")
        found = {
            "date": f"{chance.randint(1, 28)} {month} {first}",
            "month": f"{month} {first}",
            "year": str(first),
            "unit": self._one("unit"),
            "event": self._one("event"),
            "day": self._one("day"),
            **dict(zip(("do", "does"), self._one("habit"), strict=True)),
        }
        if meaning == "lived_span":
            found.update(start=str(first), end=str(last))
        elif meaning in OF_EVENTS:
            found["event"], found["other"] = self._two(lambda: self._one("event"))
            if meaning == "event_offset":
                found["side"] = chance.choice(("before", "after"))
                found["n"] = chance.choice(
                    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
                )
        elif meaning in OF_CLAUSES or not meaning:
            (do, clause), (_, other) = self._two(self._clause)
            found.update(clause=clause, other=other)
            if meaning == "ordered":
                found["do"] = do
            if meaning in ("age_when", "lived_when") and chance.random() < 0.3:
                found["clause"] = self._one("happened")
        return {**found, "N": _upper(found.get("n", ""))}

    def _clause(self) -> tuple[str, str]:
        who, did = self._person(), self._one("did")
        return f"{who} {did[0]}", f"{who} {did[1]}"

    def _one(self, sort: str) -> Any:
        return self._chance.choice(self._of[sort])

    def _two(self, draw: Any) -> tuple[Any, Any]:
        first = second = draw()
        while second == first:
            second = draw()
        return first, second


def filled(form: str, gaps: Gaps, owns: str = "the") -> tuple[str, tuple[Span, ...]]:
    """Fill a wording; gives the text, and the spans of its slots without their possessive ends.

    `owns` stands in the place of the "the" of a thing.

    >>> filled("{Whose} hat", {"Whose": "Mia's"})
    ("Mia's hat", (Span(start=0, end=3, slot='who'),))
    >>> filled("{who} lost the {thing}", {"who": "Mia", "thing": "hat"}, "her old")[0]
    'Mia lost her old hat'
    """
    text, spans = "", list[Span]()
    for literal, gap, _, _ in string.Formatter().parse(form):
        text += literal
        if gap == "thing" and text.lower().endswith("the "):
            text = f"{text[:-4]}{_upper(owns) if len(text) == 4 else owns} "
        if gap:
            value = gaps[gap]
            bare = value.removesuffix(" has").removesuffix(" have").removesuffix("'s")
            spans.append(Span(len(text), len(text) + len(bare), SAME.get(gap, gap)))
            text += value
    return _upper(text), tuple(spans)


def adorned(example: Example, chance: random.Random) -> Example:
    """Put something before or after a text that says nothing: "By the way", "my dear"."""
    [unit] = example.units
    asks, text = unit.meaning.startswith("asked"), example.text
    part = chance.choice(("lead", "tail"))
    more = chance.choice(fillings()[f"{part}_asked" if asks else part])
    if part == "tail":
        end = len(text) - 1 if text[-1] in ".!?" else len(text)
        text = text[:end] + more + text[end:]
        return Example(text, (Unit(0, len(text), unit.meaning, unit.spans),))
    named = any(span.start == 0 for span in unit.spans)
    text = more + (text if named else text[:1].lower() + text[1:])
    moved = _moved(unit, len(more))
    return Example(text, (Unit(0, len(text), unit.meaning, moved.spans),))


def none(chance: random.Random, filler: Filler, talk: Sequence[str]) -> Example:
    """Give a sentence without any of the meanings: of everyday talk, or what resembles one."""
    if chance.random() < 0.5:
        text = chance.choice(talk)
        return Example(text, (Unit(0, len(text), NONE),))
    sort = chance.choice(
        ("unreal", "unreal_asked", "other", "other_asked", "open_asked", "open_asked")
    )
    found = filler.example(NONE, chance.choice(fillings()[sort]))
    return Example(found.text, (Unit(0, len(found.text), NONE),))


def among(example: Example, before: Example | None, after: Example | None) -> Example:
    """Set a text between two others."""
    text, units = "", list[Unit]()
    for one in (before, example, after):
        if one is None:
            continue
        text = f"{text} " if text else ""
        units += [_moved(unit, len(text)) for unit in one.units]
        text += one.text
    return Example(text, tuple(units))


def careless(example: Example, chance: random.Random) -> Example:
    """Write a text as people do: in small letters, without its end, with another apostrophe."""
    text = example.text
    if chance.random() < CARELESS:
        text = text.lower()
    if chance.random() < CARELESS:
        text = text.replace("'", "’")
    units = example.units
    if chance.random() < CARELESS and text[-1] in ".!?" and not text.endswith(("..", "?!")):
        text = text[:-1] if chance.random() < 0.6 else f"{text[:-1]}!"
        last = units[-1]
        units = (*units[:-1], Unit(last.start, len(text), last.meaning, last.spans))
    return Example(text, units)


def _moved(unit: Unit, by: int) -> Unit:
    spans = tuple(Span(one.start + by, one.end + by, one.slot) for one in unit.spans)
    return Unit(unit.start + by, unit.end + by, unit.meaning, spans)


def _possessive(name: str) -> str:
    return f"{name}'s"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
