"""The value that a mind adapts by: how it is read, and how it learns from a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import exp, log
from typing import Any, Protocol

from cognition.faculties import Faculties
from cognition.values import EPOCH, Affect, Engram, TimeSpan, derive_id

KEY = "adaptation"  # the journal's state it is kept under
BOUND = log(2.0)  # of every log multiplier
PRIOR = 16.0  # 95 people in 100 are taken to lie within a factor of 1.6 of how minds begin
MEMORY = 0.995  # what an event leaves of what was learned before it: half of it after 140
CAUTION = 8.0  # a: how many expected returns the prior is worth
TRACKED = 32  # names whose returns are counted, those returned to most
FELT = 0.3  # strength of feeling from which an episode counts as felt
EVERY, NAME = "every", "#"  # tallies of all returns, and of a name by its hash

Pair = tuple[float, float]


class Episode(Protocol):
    """What is looked at in an engram or a recollection."""

    @property
    def id(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def times(self) -> tuple[TimeSpan, ...]: ...
    @property
    def affect(self) -> Affect: ...
    @property
    def role(self) -> str: ...
    @property
    def when(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an event can teach: p and each d_s, (observed, expected) by kind, (d, variance) of age.

    It holds no words, so it can wait in the journal until the person shows what was meant;
    `again` says that it is from a reply to what was asked before already.
    """

    chance: float = 0.0
    leads: Mapping[str, float] = field(default_factory=dict[str, float])
    kinds: Mapping[str, Pair] = field(default_factory=dict[str, Pair])
    age: Pair = (0.0, 0.0)
    again: bool = False


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What a mind has learned of its person; the resting value is how every mind begins.

    `weights` maps a signal to (θ, λ), `pace` is (θ, λ) of all stability, `tallies` maps a kind of
    memory to (observed, expected) returns, `events` counts what was learned from. Names are kept as
    hashes, and no words at all.

    >>> Adaptation(weights={"words": (0.5, 20.0)}).trust
    {'words': 1.6487212707001282}
    """

    weights: Mapping[str, Pair] = field(default_factory=dict[str, Pair])
    tallies: Mapping[str, Pair] = field(default_factory=dict[str, Pair])
    pace: Pair = (0.0, PRIOR)
    events: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def trust(self) -> dict[str, float]:
        """What each signal of recall is multiplied by, in [0.5, 2]; 1 for those not named."""
        return {name: exp(theta) for name, (theta, _) in self.weights.items()}

    @property
    def fading(self) -> float:
        """What the stability of every memory is multiplied by, in [0.5, 2]: above 1, it lasts."""
        return exp(self.pace[0])

    @property
    def kinds(self) -> dict[str, float]:
        """How likely each kind of memory is to be returned to, for how often it is told."""
        named = [kind for kind in self.tallies if kind != EVERY and not kind.startswith(NAME)]
        return {kind: exp(_bounded(_odds(*self.tallies[kind]))) for kind in named}

    def lasting(self, episode: Episode) -> float:
        """What the first stability of an episode is multiplied by, in [0.5, 2]."""
        if EVERY not in self.tallies:
            return 1.0
        every, _ = self.tallies[EVERY]
        total = 0.0
        for kind, present in kinds_of(episode).items():
            seen, expected = self.tallies.get(kind, (0.0, 0.0))
            total += _odds(seen, expected) if present else _odds(every - seen, every - expected)
        for name in episode.names:
            total += _odds(*self.tallies.get(hashed(name), (0.0, 0.0)))
        return exp(_bounded(total))

    def after(self, event: str, lesson: Lesson, meant: bool = True) -> Adaptation:
        """Learn from an event; memories that were not meant teach only which signals misled."""
        weights, chance = dict(self.weights), lesson.chance
        for name in {**weights, **lesson.leads} if lesson.leads else ():
            lead = lesson.leads.get(name, 0.0)
            information = chance * (1 - chance) * lead * lead
            before = weights.get(name, (0.0, PRIOR))
            weights[name] = _moved(before, (meant - chance) * lead, information)
        events = {**self.events, event: self.events.get(event, 0) + 1}
        if not meant:
            return Adaptation(weights, self.tallies, self.pace, events)
        pace = _moved(self.pace, *lesson.age) if lesson.age[1] else self.pace
        return Adaptation(weights, self._tallied(lesson), pace, events)

    def without(self, names: Iterable[str]) -> Adaptation:
        """Give it without what it learned of these names."""
        gone = {hashed(name) for name in names}
        kept = {key: tally for key, tally in self.tallies.items() if key not in gone}
        return Adaptation(self.weights, kept, self.pace, self.events)

    def _tallied(self, lesson: Lesson) -> dict[str, Pair]:
        tallies = {key: (MEMORY * o, MEMORY * e) for key, (o, e) in self.tallies.items()}
        for key, (seen, expected) in lesson.kinds.items():
            before = tallies.get(key, (0.0, 0.0))
            tallies[key] = (before[0] + seen, before[1] + expected)
        named = sorted((k for k in tallies if k.startswith(NAME)), key=lambda k: tallies[k])
        for key in named[:-TRACKED]:
            del tallies[key]
        return tallies


def kinds_of(episode: Episode) -> dict[str, bool]:
    """Say of which kinds an episode is, as far as that can be told without its words."""
    felt, when = episode.affect, episode.when or EPOCH
    return {
        "feelings": max(abs(felt.valence), felt.arousal) >= FELT,
        "names": bool(episode.names),
        "plans": any(span.end > when for span in episode.times),
        "own words": episode.role == "person",
    }


def hashed(name: str) -> str:
    """Give the key that a name is counted under."""
    return NAME + derive_id("name", name.lower())


KINDS = tuple(kinds_of(Engram()))


def current(use: Faculties) -> Adaptation:
    """Give the adaptation of a mind."""
    state = use.journal.state(KEY)
    if not state:
        return Adaptation()
    theta, precision = state["pace"]
    return Adaptation(
        weights={name: (theta, precision) for name, (theta, precision) in state["weights"].items()},
        tallies={key: (seen, expected) for key, (seen, expected) in state["tallies"].items()},
        pace=(theta, precision),
        events=state["events"],
    )


def trust(use: Faculties) -> Mapping[str, float]:
    """Give what the hippocampus multiplies its signals by; empty before anything was learned."""
    state = use.journal.state(KEY)
    return {name: exp(theta) for name, (theta, _) in state["weights"].items()} if state else {}


def fading(use: Faculties) -> float:
    """Give what the stability of every memory is multiplied by when its strength is asked for."""
    state = use.journal.state(KEY)
    return exp(state["pace"][0]) if state else 1.0


def state_of(adaptation: Adaptation, waiting: Lesson | None = None) -> dict[str, Any]:
    """Give the states to commit for an adaptation, and for a lesson that waits to be learned."""
    kept: dict[str, Any] = {
        "weights": adaptation.weights,
        "tallies": adaptation.tallies,
        "pace": adaptation.pace,
        "events": adaptation.events,
    }
    if waiting:
        kept["waiting"] = [
            waiting.chance,
            waiting.leads,
            waiting.kinds,
            waiting.age,
            waiting.again,
        ]
    return {KEY: kept}


def waiting(use: Faculties) -> Lesson | None:
    """Give the lesson that waits for the person to show whether the memories were meant."""
    state = use.journal.state(KEY)
    return Lesson(*state["waiting"]) if state and "waiting" in state else None


def _moved(weight: Pair, step: float, information: float) -> Pair:
    """Let (θ, λ) decay towards the prior, then learn: a step is divided by the precision."""
    theta, precision = weight
    kept = MEMORY * precision
    decayed = kept + (1 - MEMORY) * PRIOR
    precision = decayed + information
    return _bounded(theta * kept / decayed + step / precision), precision


def _odds(observed: float, expected: float) -> float:
    return log((max(0.0, observed) + CAUTION) / (max(0.0, expected) + CAUTION))


def _bounded(theta: float) -> float:
    return max(-BOUND, min(BOUND, theta))
