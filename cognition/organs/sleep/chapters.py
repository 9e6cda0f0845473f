"""Chapters: the gist of a month's gists, as people tell their lives by periods and not by days.

References:
    Conway & Pleydell-Pearce 2000, The construction of autobiographical memories in the
    self-memory system: specific episodes lie within general events, and these within periods.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from cognition.faculties import Faculties
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.organs.words import enumerated
from cognition.regex import regex
from cognition.values import Fact, derive_id

RELATION = "lived_through"
FEWEST = 3  # sessions that make a chapter
MOMENTS = 3  # moments it quotes
_QUOTED = regex(r"“([^”]+)”")


def chapters(use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield a chapter for each month that is over, new or written anew as its gists changed.

    A chapter rests on its gists, and through them on the episodes.
    """
    now = use.clock.now()
    months: defaultdict[tuple[int, int], list[Fact]] = defaultdict(list)
    for gist in use.knowledge.facts(relation="talked_about", kind="gist", at=now):
        pace.breathe()
        if gist.valid_from is not None:
            months[gist.valid_from.year, gist.valid_from.month].append(gist)
    written = {fact.object: fact for fact in use.knowledge.facts(relation=RELATION, at=now)}
    for (year, month), gists in sorted(months.items()):
        pace.breathe()
        if (year, month) < (now.year, now.month) and len(gists) >= FEWEST:
            chapter = chapter_of(gists[::-1], use.owner)
            old = written.get(chapter.object)
            if old is None:
                yield Change("chapters", (chapter,))
            elif old.id != chapter.id:
                yield Change("chapters", (chapter, replace(old, valid_to=now)), (old,))


def chapter_of(gists: Sequence[Fact], owner: str) -> Fact:
    """Write the chapter of one month's gists, which are given oldest first."""
    begin = gists[0].valid_from or datetime.min
    topics = Counter(t for g in gists for t in g.object.split(", ") if not _dated(t))
    often = [topic for topic, times in topics.most_common(3) if times > 1]
    days = {gist.valid_from.date() for gist in gists if gist.valid_from}
    about = f", most about {enumerated(often)}" if often else ""
    name = f"{begin:%B %Y}"
    told = [f"On {_day(g)}: “{quote}”" for g, quote in _moments(gists, often)]
    return Fact(
        id=derive_id("gist", owner, "month", *(gist.id for gist in gists)),
        kind="gist",
        subject=owner,
        relation=RELATION,
        object=name,
        text=" ".join([f"In {name} {owner} talked on {len(days)} days{about}.", *told]),
        valid_from=begin,
        confidence=0.8,
        sources=tuple(gist.id for gist in gists),
    )


def _moments(gists: Sequence[Fact], often: Sequence[str]) -> list[tuple[Fact, str]]:
    """Choose the days to tell of: those about what the month was about, spread over it."""
    cuts = [len(gists) * n // MOMENTS for n in range(MOMENTS + 1)]
    found: list[tuple[Fact, str]] = []
    for begin, end in pairwise(cuts):
        part = gists[begin:end]
        best = max(part, key=lambda gist: len({*gist.object.split(", ")} & {*often}))
        found += [(best, quote) for quote in _QUOTED.findall(best.text)[:1]]
    return found


def _day(gist: Fact) -> str:
    when = gist.valid_from or datetime.min
    return f"{when.day} {when:%B}"


def _dated(topic: str) -> bool:
    return any(letter.isdigit() for letter in topic)
