"""Who goes by which names: told outright, called so, or named in full and then in short.

Each witness leaves a link of its own with the two names and how sure it makes them; the knowledge
graph adds witnesses up. A link never merges two people: it is a way from one name to another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from cognition.faculties import Faculties
from cognition.organs.neocortex.lexicon import KIN, NOT_NAMES
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.regex import regex
from cognition.values import Engram, Fact, derive_id

TOLD, CALLED, SHORTENED = 0.95, 0.75, 0.6  # how sure one witness of each sort makes
ENOUGH = 0.95  # links surer than this need no more witnesses

_NAME = r"(?-i:[A-ZÀ-Ý][a-zà-ÿ'-]{1,14})"
_EVERYONE = (
    r"(?:every(?:one|body)|people|(?:all )?my (?:friends|family|parents|colleagues|mates)|they|we"
    r"|folks|most people|some people|friends)"
)
_QUOTED = rf"[\"“'‘]?(?P<nick>{_NAME})[\"”'’]?"
_ENDS = r"(?=\s*(?:[.,;!?)]|\Z|\s(?:by|for short|but|because|and|though|at|too|now|instead)\b))"
_SELF = (
    regex(rf"\b{_EVERYONE} (?:just |always |usually |still )?calls? me {_QUOTED}{_ENDS}", re.I),
    regex(rf"\b(?:but |and |just )?call me {_QUOTED}{_ENDS}", re.I),
    regex(rf"\bI(?:'m| am) (?:known as|called) {_QUOTED}{_ENDS}", re.I),
    regex(rf"\bI go by {_QUOTED}{_ENDS}", re.I),
    regex(rf"\bmy nickname is {_QUOTED}{_ENDS}", re.I),
)
_OTHER = (
    regex(rf"\b(?:{_EVERYONE}|I) calls? (?P<name>{_NAME}) {_QUOTED}{_ENDS}", re.I),
    regex(rf"\b(?P<name>{_NAME})(?:, or| or|,| \() ?{_QUOTED},? for short\b", re.I),
    regex(rf"\b{_QUOTED}(?: is|,)? short for (?P<name>{_NAME})\b", re.I),
    regex(rf"\b(?P<name>{_NAME}) (?:goes by|is known as) {_QUOTED}{_ENDS}", re.I),
    regex(rf"\b(?P<name>{_NAME})'s nickname is {_QUOTED}{_ENDS}", re.I),
    regex(rf"\b(?P<name>{_NAME}), (?:also (?:called|known as)|aka) {_QUOTED}", re.I),
)  # fmt: skip
_HAILS = (
    r"(?:(?:hey|hi|hiya|hello|yo|oh|wow|thanks|thank you|bye|goodbye|good (?:morning|evening|night"
    r"|luck)|morning|congrats|congratulations|sorry|dear|see you|take care|well done|no way)[, ]+"
    r"|[^,.!?]{2,24}, )"
)
_ADDRESSED = regex(
    rf"(?:^{_HAILS}?(?P<first>{_NAME})[,!.]|, (?P<last>{_NAME})[.!?]+(?:\s|\Z))", re.I
)
_NAMING = regex(r"\b(?:short for|for short|goes? by|known as|nickname|aka\b)", re.I)
_NO_NICKNAME = frozenset({*KIN, *NOT_NAMES})


def aliases(turns: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield links between names that a session's turns tell, or show in use."""
    heard = [turn for turn in turns if turn.role in ("person", "other")]
    seen: set[tuple[str, str]] = set()
    for link in (*_told(heard, pace), *_addressed(heard, pace), *_shortened(heard, use, pace)):
        pair = (link.subject.casefold(), link.object.casefold())
        if pair in seen or pair[0] == pair[1] or _sure_already(link, use):
            continue
        seen.add(pair)
        yield Change("aliases", (link,))


def _told(heard: Sequence[Engram], pace: Pace) -> Iterator[Fact]:
    """Yield what is said outright: "everyone calls me Sam", "Elizabeth, or Liz for short"."""
    for engram in heard:
        pace.breathe()
        if "call" not in engram.text and not _NAMING.search(engram.text):
            continue
        for pattern in (*_SELF, *_OTHER):
            for match in pattern.finditer(engram.text):
                name = match.groupdict().get("name", "")
                if _NO_NICKNAME.isdisjoint({match["nick"].casefold(), name.casefold()}):
                    yield _link(match["nick"], name or engram.speaker, TOLD, engram)


def _addressed(heard: Sequence[Engram], pace: Pace) -> Iterator[Fact]:
    """Yield the short form of a name by which one of two people calls the other: "Hey Mel!"."""
    speakers = list(dict.fromkeys(engram.speaker for engram in heard))
    if len(speakers) != 2:
        return
    for engram in heard:
        pace.breathe()
        [other] = [speaker for speaker in speakers if speaker != engram.speaker]
        for match in _ADDRESSED.finditer(engram.text) if engram.names else ():
            nick = match["first"] or match["last"]
            if nick in engram.names and short_form(nick, other):
                yield _link(nick, other, CALLED, engram)


def _shortened(heard: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Fact]:
    """Yield a name said in full and, in a later turn of the same speaker, in short.

    Not where the two were said in one breath, which makes them two people.
    """
    for speaker in dict.fromkeys(engram.speaker for engram in heard):
        turns = [engram for engram in heard if engram.speaker == speaker and engram.names]
        said: defaultdict[str, list[int]] = defaultdict(list)
        for place, engram in enumerate(turns):
            pace.breathe()
            for name in engram.names:
                said[name].append(place)
        fuller: defaultdict[str, set[str]] = defaultdict(set)
        for name in {*said, *use.timeline.speaker_names}:
            first = name.partition(" ")[0].casefold()
            for end in range(2, len(first)):
                fuller[first[:end]].add(name)
        for nick, places in said.items():
            pace.breathe()
            full = fuller.get(nick.casefold(), set())
            name = next(iter(full)) if len(full) == 1 and nick.istitle() else ""
            earlier = said.get(name, [])
            later = [place for place in places if earlier and place > earlier[0]]
            if later and set(earlier).isdisjoint(places) and not use.knowledge.facts(about=nick):
                yield _link(nick, name, SHORTENED, turns[earlier[0]], turns[later[0]])


def short_form(nick: str, name: str) -> bool:
    """Tell whether a name may be a short form of another's first name.

    >>> short_form("Mel", "Melanie"), short_form("Nate", "Nathan Smith"), short_form("Tom", "Tim")
    (True, True, False)
    """
    first, short = name.partition(" ")[0].casefold(), nick.casefold()
    pairs = zip(short, first, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    begins = 1 < len(short) == alike
    return (
        short != first
        and len(short) <= len(first)
        and (begins or (alike >= 3 and len(short) - alike <= 2))
    )


def _sure_already(link: Fact, use: Faculties) -> bool:
    return link.object in use.knowledge.aliases(link.subject, ENOUGH)


def _link(nick: str, name: str, sure: float, *witnesses: Engram) -> Fact:
    return Fact(
        id=derive_id("also_called", nick, name, *(engram.id for engram in witnesses)),
        kind="link",
        subject=nick,
        relation="also_called",
        object=name,
        text=f"{nick} is {name}.",
        valid_from=witnesses[0].when,
        confidence=sure,
        sources=tuple(engram.id for engram in witnesses),
    )
