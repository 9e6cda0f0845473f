"""Shared jokes: a turn of phrase that was laughed about, and came back another time to laughter.

A phrase is two words of content next to each other. It must have been new when it was first laughed
about: what people say every day makes nobody laugh by itself. Which turns were laughed about is
kept by their ids, without words, so that forgetting a turn forgets that as well.

References:
    Fine & De Soucey 2005, Joking cultures: Humor themes as social regulation in group life, Humor
    18: jokes a group refers back to, which only those who were there understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cognition.faculties import Faculties, Search
from cognition.organs.sleep.gist import day_of
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.organs.words import STOP, stem, weight, words
from cognition.regex import regex
from cognition.values import Engram, Fact, derive_id

LAUGHED = "sleep.laughed"  # ids of turns that were laughed about, newest last
KEPT = 200
BREADTH = 8  # episodes looked at to tell whether a phrase was new
_NEAR = 3  # words from the first of a phrase to its second, at most

_LAUGHTER = regex(
    r"\b(?:(?:a?ha){2,}h?|(?:he){2,}h?|lo+l|lmf?ao|rofl)\b|😂|🤣|😹|\bhilarious\b"
    r"|\b(?:so|too|really|very|pretty) funny\b|\bcrack(?:s|ed|ing)? me up\b"
    r"|\b(?:can't|couldn't|can not|could not) stop laughing\b|\bmade me laugh\b",
    re.IGNORECASE,
)
_MIRTH = frozenset({"haha", "hahaha", "hehe", "funny", "hilarious", "laugh", "joke", "lol"})


def jokes(turns: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield the jokes that a session's laughter makes of what was laughed about before it."""
    places = laughed_about(turns)
    earlier = use.journal.engrams(use.journal.state(LAUGHED, ())) if places else []
    before = {pair: one for one in reversed(earlier) for pair in phrases(one)}
    for place in places:
        pace.breathe()
        turn = turns[place]
        for pair, said in phrases(turn).items():
            first = before.get(pair)
            told = _heard(turns, place)
            if first is None or first.id == turn.id or not told:
                continue
            basis = _heard_first(first, use)
            if basis and _was_new(pair, said, first, use):
                yield Change("jokes", (_joke(said, pair, first, turn, (*basis, *told), use),))
                break


def laughed(turns: Sequence[Engram], use: Faculties) -> list[str]:
    """Give the ids of what was laughed about so far, with what a session adds."""
    known = dict.fromkeys(use.journal.state(LAUGHED, ()))
    known.update(dict.fromkeys(turns[place].id for place in laughed_about(turns)))
    return list(known)[-KEPT:]


def laughed_about(turns: Sequence[Engram]) -> list[int]:
    """Give the places of the turns that were laughed about: in them, or in the next reply.

    >>> said = [Engram(speaker="Bo", text="A raccoon parliament!"), Engram(text="Hahaha!")]
    >>> laughed_about(said)
    [0]
    """
    places: list[int] = []
    for place, turn in enumerate(turns):
        reply = turns[place + 1] if place + 1 < len(turns) else Engram(speaker=turn.speaker)
        answered = reply.speaker != turn.speaker and _laughs(reply)
        alone = _laughs(turn) and len(phrases(turn)) > 0
        if (answered and len(phrases(turn)) > 0) or alone:
            places.append(place)
    return places


def phrases(turn: Engram) -> dict[tuple[str, str], str]:
    """Give the pairs of content words of a turn as stems, with how they were written."""
    said = words(turn.text)
    names = {word for name in turn.names for word in words(name)}
    content = [(at, stem(word)) for at, word in enumerate(said) if _tells(word)]
    return {
        (one, other): " ".join(said[at : to + 1])
        for (at, one), (to, other) in pairwise(content)
        if to - at <= _NEAR and one != other and not {said[at], said[to]} <= names
    }


def _tells(word: str) -> bool:
    if len(word) < 3 or word in STOP or word in _MIRTH or any(c.isdigit() for c in word):
        return False
    return weight(stem(word)) == 1.0


def _laughs(turn: Engram) -> bool:
    return turn.affect.emotion == "amusement" or _LAUGHTER.search(turn.text) is not None


def _heard(turns: Sequence[Engram], place: int) -> tuple[str, ...]:
    """Give what a joke rests on: what was heard of the turn and of what lies about it."""
    around = turns[max(0, place - 1) : place + 2]
    own = [turns[place]] if turns[place].role != "companion" else around
    return tuple(engram.id for engram in own if engram.role != "companion")


def _heard_first(first: Engram, use: Faculties) -> tuple[str, ...]:
    """Give the same for a turn of another session; the companion's rests on what it answered."""
    heard = (first.id,) if first.role != "companion" else first.cites
    return tuple(id for id in heard if use.timeline.position(id) is not None)


def _was_new(pair: tuple[str, str], said: str, first: Engram, use: Faculties) -> bool:
    [hits] = use.index.search([Search(text=said, limit=BREADTH)])
    found = use.journal.engrams([hit.id for hit in hits])
    return not any(one.when < first.when and pair in phrases(one) for one in found)


def _joke(
    said: str,
    pair: tuple[str, str],
    first: Engram,
    again: Engram,
    sources: tuple[str, ...],
    use: Faculties,
) -> Fact:
    others = [engram.speaker for engram in (first, again) if engram.speaker != use.owner]
    whom = next(filter(None, others), use.persona.name)
    return Fact(
        id=derive_id("joke", use.owner, *pair),
        kind="joke",
        subject=use.owner,
        relation="laughed_about",
        object=said,
        text=f"{use.owner} and {whom} laughed about “{said}” on {day_of(first)}, and again on "
        f"{day_of(again)}.",
        valid_from=again.when,
        confidence=0.8,
        sources=tuple(dict.fromkeys(sources)),
    )
