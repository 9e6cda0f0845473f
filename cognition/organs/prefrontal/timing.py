"""When something was, is or will be: the time that a memory names, put the way people say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from cognition.organs.prefrontal import dates, phrase
from cognition.organs.prefrontal.changed import change
from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import stem_set, weight
from cognition.regex import regex
from cognition.values import TimeSpan

CLOSE = 0.8  # share of the best strength from which other evidence may complete the answer
FAR = 0.3  # the same for what does as the question says: "When do I start the job?"
_AHEAD = regex(r"\b(?:will|going to|plan(?:s|ning)?|is|are)\b", re.IGNORECASE)
_BEGINS = regex(
    r"\b(?:since|start|began|begun|join|adopt|got|mov|marri|met|bought|found|became|open)\w*",
    re.IGNORECASE,
)
_JUST = regex(r"\b(?:just|today|tonight|this (?:morning|evening|afternoon))\b", re.IGNORECASE)
_USUALLY = regex(
    r"\bwhen(?:['’]s| (?:do|does|is|are))\b"
    r"|\b(?:what|which) (?:days?|time) (?:is|are|do|does)\b",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:on|every|all day|each) )*(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"(?: (?:mornings?|afternoons?|evenings?|nights?))?"
)
# "thursday evenings and all day sunday", but not the one Thursday of a plan
_DAYS = regex(rf"\b{_DAY}(?:(?:,? and|,| or| &) {_DAY})*\b", re.IGNORECASE)
_REGULAR = regex(r"days\b|\bevery\b|\beach\b|(?:morning|afternoon|evening|night)s\b", re.IGNORECASE)
_HABIT = regex(
    r"\b(?:on|at|in|during|over) (?:the )?(?:weekends?|weekdays|nights?|mornings?|evenings?"
    r"|afternoons?|(?:mon|tues|wednes|thurs|fri|satur|sun)days|winters?|summers?)\b"
    r"|\bevery \w+|\b(?:daily|weekly)\b",
    re.IGNORECASE,
)
_WEEKDAY = regex(r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_PRESENT = regex(
    r"\b(?:i|we|he|she|they|it) (?:starts?|begins?|leaves?|fl(?:y|ies)|moves?|goe?s?|come?s?"
    r"|arrives?|ha(?:ve|s)|opens?|ends?|finish(?:es)?|returns?|gets?|sees?|meets?)\b",
    re.IGNORECASE,
)
_GOT = regex(r"\b(?:got|have|has|['’]ve|booked|given me) (?:an?|my|the|another) ", re.IGNORECASE)
_IS = regex(r"\bwhen(?:['’]?s| is| are| do| does)\b", re.IGNORECASE)
_YEAR = regex(r"\b(?:what|which) year\b", re.IGNORECASE)
_MONTH = regex(r"\b(?:what|which) month\b", re.IGNORECASE)


class Timed(NamedTuple):
    """A time that answers: in words, the evidence that names it, and whether it names it.

    `named` False means that only the day it was told is known.
    """

    text: str
    item: Evidence
    named: bool = True


def timed(question: Question, evidence: Sequence[Evidence], now: datetime) -> Timed | None:
    """Find when the thing asked about was, or how long ago, or for how long; None if not said."""
    top = evidence[0]
    if _USUALLY.search(question.text):
        for item in _close(evidence):
            if habit := _habit(item.sentence):
                return Timed(habit, item)
    if question.kind == "since":
        for item in _close(evidence):
            if lasted := phrase.typed(question, item.sentence):
                return Timed(lasted, item)
    for item in _close(evidence):
        time = _event_time(question, item)
        if time is not None:
            return Timed(_worded(question, time, item, now), item)
    for item in evidence:
        time = _event_time(question, item) if _same_act(question, item, top) else None
        if time is not None:
            return Timed(_worded(question, time, item, now), item)
    when = top.recollection.when
    if when is None or question.kind == "since":
        return None
    around = "" if _JUST.search(top.sentence) else "around "
    return Timed(f"{around}{dates.day(when)}", top, named=False)


def _habit(sentence: str) -> str:
    """Give when a sentence says that something is as a rule; empty where it says no such thing."""
    days = next((m[0] for m in _DAYS.finditer(sentence) if _REGULAR.search(m[0])), "")
    other = _HABIT.search(sentence)
    return days or (other[0] if other else "")


def _close(evidence: Sequence[Evidence]) -> list[Evidence]:
    return [item for item in evidence if item.strength >= CLOSE * evidence[0].strength]


def _same_act(question: Question, item: Evidence, top: Evidence) -> bool:
    """Tell whether what is told is done in the question's own verb, though of a thing unnamed."""
    acts = {term for term in question.terms if weight(term) < 1.0}
    return bool(acts & stem_set(item.sentence)) and item.strength >= FAR * top.strength


def _event_time(question: Question, item: Evidence) -> TimeSpan | None:
    """Pick the time the sentence names, past or ahead as the question's tense asks."""
    times = item.recollection.times
    if not times:
        return None
    inside = [time for time in times if time.text and time.text.lower() in item.sentence.lower()]
    if changed := change(item.sentence):  # "from Tuesday to Thursday"
        inside = [time for time in inside if time.text in changed.new] or inside
        times = inside or times
    when = item.recollection.when or datetime.max
    ordered = sorted((*inside, *times), key=lambda time: time.start > when)
    if _AHEAD.search(question.text):
        ordered = [*inside, *times]
    if question.kind == "since":
        ordered = [t for t in ordered if "ago" in t.text or _BEGINS.search(item.sentence)]
    return _to_come(question, ordered[0], item) if ordered else None


def _to_come(question: Question, time: TimeSpan, item: Evidence) -> TimeSpan:
    """Put a weekday a week on that names the day of telling, where what is told is still to come.

    "I start on Monday", said on a Monday, is of the next one; and so is "I got an interview on
    Wednesday", if it is asked when that is.
    """
    when = item.recollection.when
    if when is None or not _WEEKDAY.fullmatch(time.text):
        return time
    same_day = time.start.date() == when.date()
    had = time.end <= when and _GOT.search(item.sentence) and _IS.search(question.text)
    if not ((same_day and _PRESENT.search(item.sentence)) or had):
        return time
    week = timedelta(days=7)
    return replace(time, start=time.start + week, end=time.end + week)


def _worded(question: Question, time: TimeSpan, item: Evidence, now: datetime) -> str:
    if question.kind == "how_long_ago":
        return f"{dates.elapsed(time.start, now)} ago, {dates.preposition(time)} {dates.span(time)}"
    if question.kind == "until" and time.start >= now:
        return f"{dates.elapsed(now, time.start)}, until {dates.span(time)}"
    if question.kind == "since":
        return f"{dates.elapsed(time.start, now)}, since {dates.span(time)}"
    if _YEAR.search(question.text):
        return str(time.start.year)
    if _MONTH.search(question.text):
        return f"{dates.MONTHS[time.start.month - 1]} {time.start.year}"
    return dates.told(time, item.recollection.when)
