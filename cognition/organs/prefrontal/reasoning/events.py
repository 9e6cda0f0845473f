"""What happened when: told events found by their words, and which came before which."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.calendar import stretch
from cognition.organs.prefrontal.reasoning.chaining import Atom, Chain, Closure
from cognition.organs.prefrontal.reasoning.premises import Premise
from cognition.organs.prefrontal.reasoning.world import Told, World
from cognition.organs.prefrontal.words import stem_set, weight
from cognition.regex import regex
from cognition.values import TimeSpan

_EMPTY = regex(
    r"\b(?:take[sn]? place|took place|happen(?:ed|s)?|occur(?:red)?|come|came|be|was|were|is|did"
    r"|get|got|had|has|have|held|fell|the|we|they|date|dated|day|month|year|sometime|celebrate[ds]?"
    r"|celebration|attend(?:ed)?|hold|mark(?:ed)?|host(?:ed)?|witness(?:ed)?|follow(?:ed|s)?|falls?"
    r"|organi[sz]ed?|enjoyed?|observed?|staged?|scheduled|set|that|it|there|when|on|in|off|back"
    r"|occasion|event|already|ahead|everybody|everyone|all|people|go|went|gone|done|saw|seen|see|meet|met|gathered|gather|put|ran|planned|arranged|fixed|present|together|guests?|everyone|visit(?:ed)?|joined|ahead|actually|then)\b",
    re.IGNORECASE,
)
_OWN = regex(r"\b(?:I|me|my|we|our)\b", re.IGNORECASE)
ENOUGH = 0.8  # share of what is asked of an event that its telling must have
_ALIKE = 0.6  # share of a telling that must be asked for


class Event(NamedTuple):
    """An event that was told: when it was, if that is known, and from what that follows."""

    premise: Premise
    time: TimeSpan | None
    chain: Chain


@lru_cache(maxsize=8192)
def marks(text: str, speaker: str) -> frozenset[str]:
    """Give the stems that tell an event from others, with who speaks of themselves."""
    own = {f"@{speaker.lower()}"} if _OWN.search(text) else set[str]()
    return stem_set(_EMPTY.sub(" ", text)) | own | _spoken_name(text, speaker)


def _spoken_name(text: str, speaker: str) -> set[str]:
    named = speaker and re.search(rf"\b{re.escape(speaker)}\b", text, re.IGNORECASE)
    return {f"@{speaker.lower()}"} if named else set()


def _others(stems: frozenset[str]) -> frozenset[str]:
    """Leave out who speaks: "we had the wedding" tells of the wedding."""
    return frozenset(stem for stem in stems if not stem.startswith("@")) or stems


def share(wanted: frozenset[str], told: frozenset[str]) -> float:
    """Give the share of some stems, by weight, that are told."""
    total = sum(weight(term) for term in wanted)
    return sum(weight(term) for term in wanted & told) / total if total else 0.0


class Events:
    """Every told event; `find` the one that some words mean."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.told = [(one, marks(one.subject, one.source.speaker)) for one in world.of("event")]
        self._links = world.of("precedes")
        self._offsets = world.of("offset")

    def find(self, words: str) -> Event | None:
        """Find the dated event, or else any, whose telling has what the words ask for."""
        wanted = marks(words, self._world.asker)
        best: tuple[tuple[bool, float], Premise] | None = None
        for one, told in self.told:
            got, back = share(wanted, told), share(_others(told), wanted)
            if got < ENOUGH or back < _ALIKE or not one.holds:
                continue
            rank = (one.time is not None, got + back)
            if best is None or rank >= best[0]:
                best = (rank, one)
        if best is not None and best[1].time is not None:
            return Event(best[1], best[1].time, (best[1],))
        return self._by_offset(wanted) or (best and Event(best[1], None, (best[1],)))

    def _by_offset(self, wanted: frozenset[str]) -> Event | None:
        """Date an event by "two weeks after the wedding"."""
        for one in self._offsets:
            told = marks(one.subject, one.source.speaker)
            if share(wanted, told) < ENOUGH or share(_others(told), wanted) < _ALIKE:
                continue
            other = self._dated(one.object, one)
            by = stretch(one.other)
            if other is None or other.time is None or by is None:
                continue
            back = one.other.endswith("before")
            start = other.time.start - by if back else other.time.start + by
            time = TimeSpan("", start, start + (other.time.end - other.time.start))
            return Event(one, time, (one, *other.chain))
        return None

    def _dated(self, words: str, besides: Premise) -> Event | None:
        wanted = marks(words, besides.source.speaker)
        for one, told in self.told:
            if one.time is not None and share(wanted, told) >= ENOUGH and one is not besides:
                return Event(one, one.time, (one,))
        return None

    def order(self) -> tuple[Closure, list[frozenset[str]]]:
        """Draw which event precedes which; events are numbers into the list of their stems."""
        nodes: list[frozenset[str]] = []
        told: Told = []
        for one in self._links:
            pair = [
                self.node(marks(said, one.source.speaker), nodes, grow=True)
                for said in (one.subject, one.object)
            ]
            told.append((Atom("before", *map(str, pair)), (one,)))
        dated = [(self.node(told_, nodes, grow=False), one) for one, told_ in self.told if one.time]
        known = [(at, one) for at, one in dated if at >= 0]
        for at, one in known:
            for other_at, other in known:
                if one.time and other.time and one.time.end <= other.time.start and at != other_at:
                    told.append((Atom("before", str(at), str(other_at)), (one, other)))
        return self._world.closure("time", told), nodes

    @staticmethod
    def node(wanted: frozenset[str], nodes: list[frozenset[str]], grow: bool) -> int:
        """Give the number of the event that some stems mean, -1 for none; `grow` adds it."""
        for at, told in enumerate(nodes):
            if share(wanted, told) >= ENOUGH and share(told, wanted) >= ENOUGH:
                return at
        if grow:
            nodes.append(wanted)
            return len(nodes) - 1
        return -1
