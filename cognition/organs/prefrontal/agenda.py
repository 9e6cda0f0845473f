"""What lies ahead: "What do I have to do on Monday?" is answered with the plans that are held."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.neocortex.plans import ahead
from cognition.organs.prefrontal.known import holds, in_sentences, recalled
from cognition.organs.prefrontal.scene import TOLD_OF, remembered
from cognition.regex import regex
from cognition.values import Answer, Percept, TimeSpan

MOST = 6  # plans that are told at once
SOON = timedelta(days=14)  # where no time is named
_WHEN = r"(?:on|for|this|next|today|tonight|tomorrow|in|at|coming|planned|later)"
_OF_PLANS = regex(
    r"\bwhat (?:else )?(?:do (?:i|we) (?:have|need)|have (?:i|we) got|must (?:i|we))\b(?: to)?"
    r"(?: do)?"
    rf"(?: planned| coming up| on| going on)?(?=\W*\Z| (?:to do|{_WHEN})\b)"
    r"|\bwhat(?:'s| is| are)(?: there)? (?:on|coming up|planned|happening|there to do|left to do"
    r"|(?:on )?my (?:plans?|agenda|schedule|diary|calendar))\b"
    r"|\bwhat (?:am i|are we) (?:doing|up to)\b(?! (?:here|wrong|with|about|in life))"
    r"|\b(?:do|have) (?:i|we) (?:have |got )?(?:anything|something|any plans?)"
    rf"(?: on| planned| coming up| to do| going on)?(?=\W*\Z| {_WHEN}\b)"
    r"|\bam i (?:free|busy)\b|\bwhom? (?:am i|are we) (?:meeting|seeing|visiting)\b"
    r"|\bwhat(?:'s| is) (?:my )?(?:week|day|weekend)(?: look(?:ing)?)? like\b",
    re.IGNORECASE,
)
# what one has to do to get somewhere asks for the way there
_THE_WAY = regex(
    r"\bto (?:get|go|walk|come|drive|travel)\b.*\b(?:from .+ to|to .+ from) ", re.IGNORECASE
)
# "when is it again?", of what was planned last
_WHEN_IS_IT = regex(
    r"\W*(?:(?:so|and|wait|ok(?:ay)?|sorry|remind me|tell me)\W+)*(?:when|what (?:day|date|time))"
    r"(?: (?:is|was|will) (?:it|that)(?: be| on)?| (?:do|am) (?:i|we) (?:sit|sitting|have|having"
    r"|take|taking|do|doing) (?:it|that))(?: again| now| then)*\W*\Z",
    re.IGNORECASE,
)
LATELY = timedelta(hours=12)  # since a plan was told, while "it" may mean that
_PAST = regex(r"\b(?:yesterday|last|did|was|were|ago)\b", re.IGNORECASE)


def planned(question: Percept, use: Faculties, now: datetime) -> Answer | None:
    """Answer what the person has planned, for a time or for the days ahead; None if not asked.

    Sources are the plans. That none is held is said as that: more may lie ahead than was told.
    """
    text = " ".join(question.questions) or question.text
    text = text.replace("’", "'")
    if _WHEN_IS_IT.match(text):
        return _last_planned(question.speaker or use.owner, use, now)
    if not _OF_PLANS.search(text) or _PAST.search(text) or _THE_WAY.search(text):
        return None
    asker = question.speaker or use.owner
    span = ahead(question.times, text, now)
    done = remembered(use, TOLD_OF)
    held = [
        fact
        for fact in use.knowledge.facts(about=asker, kind="plan")
        if fact.subject.lower() == asker.lower() and fact.polarity and holds(fact, now)
        # what has no day is for any, until it is said to be done
        if (_falls(fact.due, span, now) if fact.due else not span and fact.id not in done)
    ]
    if not held:
        when = f" for {span.text.removeprefix('on ')}" if span else ""
        return Answer(f"I know of no plans of yours{when}.", 0.3, False)
    held.sort(key=lambda fact: fact.due.start if fact.due else datetime.max)
    told = held[:MOST]
    return Answer(in_sentences(told), 0.9, True, recalled(told))


def _last_planned(asker: str, use: Faculties, now: datetime) -> Answer | None:
    """Give the plan that was told, or put off, last, if that is not long ago."""
    told = [
        fact
        for fact in use.knowledge.facts(about=asker, kind="plan")
        if fact.due and fact.polarity and holds(fact, now) and fact.valid_from
        if timedelta() <= now - fact.valid_from <= LATELY
    ]
    last = max(told, key=lambda fact: fact.valid_from or now, default=None)
    return None if last is None else Answer(in_sentences([last]), 0.8, True, recalled([last]))


def _falls(due: TimeSpan, span: TimeSpan | None, now: datetime) -> bool:
    """Tell whether a plan is for the time that is asked about, or for one of the next days."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    start, end = (span.start, span.end) if span else (today, now + SOON)
    return due.end > today and due.start < end and due.end > start


__all__ = ["planned"]
