"""Episodes that say the same: a story told again, a message imported from two exports.

They are linked and never deleted; the later points to the earliest. Both stay memories of their
own, because being told again is an event of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cognition.faculties import Faculties, Search
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.organs.words import stems, words
from cognition.values import Engram, Fact, derive_id

FEWEST = 4  # words of content in what can be told twice; less recurs by itself
SAME = 0.9  # share of content words (Jaccard, counted with repetition) that two tellings have
LIKELY = 0.6  # share of an episode's own score in words that another needs to be compared
BREADTH = 6  # candidates looked at
_DENIALS = frozenset({"no", "not", "never", "none", "nothing", "nobody", "isn", "wasn", "don",
    "didn", "doesn", "can", "couldn", "won", "wouldn", "haven", "hasn"})  # fmt: skip


def duplicates(heard: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield links from the episodes of a session to earlier ones of the same speaker and words."""
    for engram in heard:
        pace.breathe()
        if engram.act not in ("statement", "request") or len(stems(engram.text)) < FEWEST:
            continue
        earlier = [other for other in _alike(engram, use) if _before(other, engram, use)]
        if first := next(iter(sorted(earlier, key=lambda e: (e.when, e.id))), None):
            yield Change("duplicates", (_link(engram, first),))


def says_same(one: str, other: str) -> bool:
    """Tell whether two texts say the same in nearly the same words.

    >>> says_same("I lost my wallet in Rome, again.", "Again I lost my wallet in Rome!")
    True
    >>> says_same("I ran 5 km with my dog Rex.", "I ran 8 km with my dog Rex.")
    False
    """
    if _marks(one) != _marks(other):
        return False
    a, b = Counter(stems(one)), Counter(stems(other))
    return (a & b).total() >= SAME * (a | b).total()


def _alike(engram: Engram, use: Faculties) -> list[Engram]:
    """Find episodes of the same speaker that say the same as this one."""
    search = Search(text=engram.text, speakers=(engram.speaker,), limit=BREADTH)
    [hits] = use.index.search([search])
    least = LIKELY * max((hit.score for hit in hits), default=0.0)
    likely = [hit.id for hit in hits if hit.id != engram.id and hit.score >= least]
    found = use.journal.engrams(likely) if likely else []
    return [other for other in found if says_same(engram.text, other.text)]


def _before(other: Engram, engram: Engram, use: Faculties) -> bool:
    at, here = use.timeline.position(other.id), use.timeline.position(engram.id)
    return at is not None and here is not None and at < here


def _marks(text: str) -> list[str]:
    """Give what must not differ at all: numbers, in their order, and words that deny."""
    said = words(text)
    numbers = [word for word in said if any(letter.isdigit() for letter in word)]
    return [*numbers, *sorted(word for word in said if word in _DENIALS)]


def _link(engram: Engram, first: Engram) -> Fact:
    return Fact(
        id=derive_id("same_as", engram.id, first.id),
        kind="link",
        subject=engram.id,
        relation="same_as",
        object=first.id,
        text=f"{engram.speaker} said the same on {_day(first)} and on {_day(engram)}.",
        valid_from=engram.when,
        sources=(first.id, engram.id),
    )


def _day(engram: Engram) -> str:
    return f"{engram.when.day} {engram.when:%B %Y}"
