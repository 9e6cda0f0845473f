"""Several tellings of one thing: the newest is the one that holds, the oldest how it was."""

from __future__ import annotations

from datetime import datetime

from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import words

_WHOLE = 0.8  # share of a question's content from which it counts as wholly met
_VERSION = 0.5  # share of the best strength from which a telling may be a newer version of it


def newest_telling(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Put the newest (for the past: the oldest) of several tellings of one thing first."""
    if len(evidence) < 2 or question.times or not evidence[0].recollection.when:
        return evidence
    top = evidence[0]
    versions = [
        item
        for item in evidence
        if item.recollection.when
        and item.strength >= _VERSION * top.strength
        and item.recollection.speaker == top.recollection.speaker
        and (_as_full(item, top) or _parallel(item.sentence, top.sentence))
    ]
    pick = min if question.past else max
    first = pick(versions, key=lambda item: item.recollection.when or datetime.min)
    return [first, *(item for item in evidence if item is not first)]


def _as_full(item: Evidence, top: Evidence) -> bool:
    """Say whether something answers the whole question as well as the best does."""
    return item is top or (item.cover >= _WHOLE and item.strength >= 0.9 * top.strength)


def _parallel(one: str, other: str) -> bool:
    """Say whether two sentences differ in one stretch only, and agree in half of their words."""
    mine, theirs = words(one), words(other)
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    start = next((i for i, word in enumerate(mine) if word != theirs[i]), len(mine))
    left, right = mine[start:], theirs[start:]
    end = next((i for i, word in enumerate(reversed(left)) if word != right[-1 - i]), len(left))
    return start + end >= max(3, len(mine) / 2)


__all__ = ["newest_telling"]
