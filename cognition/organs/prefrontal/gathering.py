"""Answers that take several memories: lists of what each of them adds, and how many or often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.frame import Frame
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.reading import Found
from cognition.organs.prefrontal.words import stem, stem_set, words
from cognition.regex import regex

_AS_GOOD = 0.7  # share of the best phrase's score from which another joins a list
_FORMED = 0.65  # how well the form of what joins a list must fit the question
_LONGEST = 8  # words of what joins a list
_ITEMS = 5
_ABOUT_THEM = 0.6  # how surely what is counted or listed is about the person asked about
_SAME_EVENT = 0.75  # share of the best strength from which a memory tells of such an event too
_PERFECT = regex(
    r"\b(?:has|have)\b(?: \w+){1,5}? (?:\w+ed|been|done|made|had|seen|met|gone|taken|read|bought"
    r"|written|won)\b",
    re.IGNORECASE,
)
_PLURAL = regex(r"\b(?:what|which)\b(?: [\w-]+){0,3}? [\w-]{2,}[^s\W]s\b(?!')", re.IGNORECASE)
_TIMES = regex(r"\bhow (?:many times|often)\b", re.IGNORECASE)
_NUMBERS = tuple(re.findall(r"\w+", "no one two three four five six seven eight nine ten"))
_ORDINALS = tuple(
    re.findall(r"\w+", "zeroth first second third fourth fifth sixth seventh eighth ninth tenth")
)
_ORDINAL = regex(
    rf"\b({'|'.join(_ORDINALS[1:])}|\d+(?=(?:st|nd|rd|th)\b))\w*"
    r"(?: [\w-]+){0,2}",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """How many, in words, and what it rests on."""

    text: str
    items: tuple[Evidence, ...]


def wants_several(question: Question, asked: Frame) -> bool:
    """Say whether a question may have several answers, each told at another time.

    >>> wants_several(Question(text="Which cities has Mia seen?", kind="what"), Frame())
    True
    """
    if question.kind not in ("what", "name", "where"):
        return False
    return (
        question.several
        or (asked.role == "deed" and bool(asked.focus))
        or _PERFECT.search(question.text) is not None
        or (bool(asked.focus) and _PLURAL.search(question.text) is not None)
    )


def gathered(question: Question, found: Sequence[Found]) -> list[Found]:
    """Take the best phrase and what others, as well formed and nearly as good, add, as told."""
    several: list[Found] = []
    said = set(question.terms)
    for one in found:
        if several and not _joins(one, several):
            continue
        stems = stem_set(one.text)
        if stems and not stems <= said:
            several.append(one)
            said |= stems
        if len(several) == _ITEMS:
            break
    return sorted(several, key=lambda one: one.evidence.recollection.when or datetime.min)


def _joins(one: Found, several: Sequence[Found]) -> bool:
    return (
        one.score >= _AS_GOOD * several[0].score
        and one.span.quality >= _FORMED
        and one.evidence.fit >= _ABOUT_THEM
        and len(one.text.split()) <= _LONGEST
        and all(one.evidence.sentence != other.evidence.sentence for other in several)
    )


def counted(
    question: Question, asked: Frame, found: Sequence[Found], evidence: Sequence[Evidence]
) -> Number | None:
    """Count: what is said to be the third is three; else how many memories tell of it."""
    near = [item for item in evidence if item.strength >= _SAME_EVENT * evidence[0].strength]
    mine = [item for item in near if item.fit >= _ABOUT_THEM]
    best = 0
    rests: tuple[Evidence, ...] = ()
    for item in mine:
        for match in _ORDINAL.finditer(item.recollection.text):
            said = str(match[1]).lower()
            number = int(said) if said.isdigit() else _ORDINALS.index(said)
            counts = any(stem(word) in question.terms for word in words(match[0])[1:])
            if counts and number > best:
                best, rests = number, (item,)
    if best > 1:
        return Number(_times(best) if _TIMES.search(question.text) else _written(best), rests)
    if not _TIMES.search(question.text) or "often" in question.text.lower():
        return None
    days = {item.recollection.when.date(): item for item in mine if item.recollection.when}
    return Number(_times(len(days)), tuple(days.values())) if days else None


def _times(number: int) -> str:
    if number < 3:
        return ("never", "once", "twice")[number]
    return f"{_written(number)} times"


def _written(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
