"""The time that a sentence names, taken off it."""

# patterns are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from dateutil.relativedelta import relativedelta

from cognition.regex import regex
from cognition.values import TimeSpan

_PREPOSITION = regex(r",? ?\b(?:on|in|at|since|from|during|until)\Z", re.IGNORECASE)
_YEARS = regex(
    r"(?:\b(?:from|between|during|in|over|for|starting in|beginning in|since) )?"
    r"(?:(?:the years?(?: of)?|the period|the time) )?(?:from |between )?"
    r"\(?(?P<start>1\d{3}|20\d\d)"
    r"(?: ?[-–—] ?| (?:right |all the way )?(?:to|until|till|and|up to|up until|through"
    r"|and ending in|and lasting until) )(?P<end>1\d{3}|20\d\d)\b\)?",
    re.IGNORECASE,
)
_STAY = regex(  # "came to Lyon in 1990 and stayed until 1997"
    r"(?P<came>.+) in (?P<start>1\d{3}|20\d\d),? and (?:(?:then|he|she|they) )*"
    r"(?:lived|stayed|remained|left|moved away|moved on|was)(?: (?:there|here|on|it|again))*"
    r"(?: until| till| up to| in)+ (?P<end>1\d{3}|20\d\d)\Z",
    re.IGNORECASE,
)


_SETTLED = regex(  # "after moving to Lyon in 1990, Tom lived there until 1997"
    r"(?:after|having|upon|on|since|when)? ?(?:first )?(?:moving|moved|coming|come|relocating|relocated|settling|settled|going|gone|arriving|arrived)(?: (?:down|over|up|away|out))? (?:to|in) (?P<town>[A-Z][\w-]+) in (?P<start>1\d{3}|20\d\d),? (?P<who>[A-Z][\w-]+|I) "
    r"(?:then )?(?:lived|stayed|remained|was|made (?:it|that|a) home)(?: (?:there|here|on|living|at home))*(?: right| all the way)? (?:until|till|up to|up until|through) (?P<end>1\d{3}|20\d\d)\Z",
    re.IGNORECASE,
)


def _whole(text: str, times: Sequence[TimeSpan]) -> Sequence[TimeSpan]:
    """Join a day or month to the year written right after it where they were read apart."""
    if len(times) < 2 or not re.fullmatch(r"1\d{3}|20\d\d", times[1].text):
        return times
    first, year = times[0], int(times[1].text)
    written = f"{first.text} {year}"
    if written not in text:
        return times
    by = year - first.start.year
    start, end = first.start + relativedelta(years=by), first.end + relativedelta(years=by)
    return (TimeSpan(written, start, end), *times[2:])


def without_time(text: str, times: Sequence[TimeSpan]) -> tuple[TimeSpan | None, str]:
    """Take the time that a sentence names off it."""
    if stay := _STAY.match(text):
        start, end = (datetime(int(stay[at]), 1, 1) for at in ("start", "end"))
        return TimeSpan(f"from {start.year} to {end.year}", start, end), stay["came"]
    if stay := _SETTLED.match(text):
        start, end = (datetime(int(stay[at]), 1, 1) for at in ("start", "end"))
        span = TimeSpan(f"from {start.year} to {end.year}", start, end)
        return span, f"{stay['who']} lived in {stay['town']}"
    if years := _YEARS.search(text):
        start, end = (datetime(int(years[at]), 1, 1) for at in ("start", "end"))
        rest = f"{text[: years.start()].rstrip(' ,')} {text[years.end() :].lstrip(' ,')}"
        return TimeSpan(years[0], start, end), rest.strip()
    for time in _whole(text, times):
        day = time.text.removeprefix("since ")
        if day != time.text and f"on {day}" in text:
            # written as the day on which that began: "in this world since 13 May 1989"
            time = TimeSpan(day, time.start, time.start + relativedelta(days=1))
        at = text.lower().find(time.text.lower())
        if at >= 0 and time.text:
            before, after = text[:at].rstrip(), text[at + len(time.text) :].strip()
            before = _PREPOSITION.sub("", before) if before else ""
            kept = f"{before} {after.lstrip(' ,')}" if before else after.lstrip(" ,")
            return time, kept.strip()
    return None, text


__all__ = ["without_time"]
