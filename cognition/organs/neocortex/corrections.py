"""A time told wrongly and put right: "sorry, not August, September"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cognition.faculties import Knowledge
from cognition.organs.neocortex.changes import again, moved, off
from cognition.organs.neocortex.claims import Claim
from cognition.regex import regex
from cognition.values import TimeSpan

# nothing but that a time was told wrongly, @ standing for the times: "I mean @, not @"
_SORRY = (
    r"(?:(?:so |oh )?sorry|oops|no|nope|wait|i mean(?:t)?|i meant to say|my mistake|my bad"
    r"|correction|actually|i (?:got|read|had|wrote|said) (?:it|that) wrong|i misread (?:it|that)?"
    r"|i mixed (?:it|that|them) up|make (?:it|that)|scratch that|silly me|hang on|hold on)"
)
_ON = r"(?:(?:(?:it|that) (?:is|was)|on|in|at|the|from|of|rather|its|it's) )*"
_CORRECTION = regex(
    rf"\W*(?:{_SORRY}\W+)+(?:not {_ON}@\W+(?:but |it is )?)?{_ON}@"
    rf"(?:\W+(?:and )?not {_ON}@)?(?:\W+{_SORRY})*\W*"
    rf"|\W*(?:it is )?not {_ON}@\W+(?:but |it is )?{_ON}@\W*"
    rf"|\W*(?:it is )?{_ON}@\W+not {_ON}@\W*",
    re.IGNORECASE,
)
_WEEKDAY = regex(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\Z", re.IGNORECASE)
_JUST_TOLD = timedelta(days=1)


def put_right(text: str, known: Knowledge, times: Sequence[TimeSpan], now: datetime) -> list[Claim]:
    """Read "sorry, not August, September" of the plan that was told last, a while ago at most."""
    bare = text
    for time in sorted(times, key=lambda one: -len(one.text)):
        bare = re.sub(rf"\b{re.escape(time.text)}", "@", bare, flags=re.IGNORECASE)
    if not _CORRECTION.fullmatch(bare) or (span := moved(text, times, now)) is None:
        return []
    told = [
        fact
        for fact in known.facts(relation="plan", kind="plan", at=now)
        if fact.due and fact.polarity and fact.valid_from and now - fact.valid_from <= _JUST_TOLD
    ]
    last = max(told, key=lambda fact: fact.valid_from or now, default=None)
    if last is None or last.due is None or last.due.start == span.start:
        return []
    if span.start.date() == now.date() and _WEEKDAY.search(span.text):
        week = timedelta(days=7)  # said on a Tuesday, "I meant Tuesday" is of the next one
        span = replace(span, start=span.start + week, end=span.end + week)
    return [off(last), again(last, span)]


__all__ = ["put_right"]
