"""Time expressions: find them in words, and resolve each to an interval."""

from __future__ import annotations

import re
from datetime import datetime

from cognition.organs.thalamus.times.lexicon import (
    DECADES,
    EDGES,
    MONTHS,
    NEAR_DAYS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    STEPS,
    TENS,
    TONIGHT,
    UNITS,
    WEEKDAYS,
)
from cognition.organs.thalamus.times.calendar import FEASTS, Span
from cognition.organs.thalamus.times.nodes import Node, View
from cognition.organs.thalamus.times.phrases import moment, read_date
from cognition.organs.thalamus.times.ranges import range_of
from cognition.organs.thalamus.times.reading import Found, read
from cognition.organs.thalamus.times.tense import tense_of
from cognition.values import TimeSpan

# Longer texts are searched this far.
REACH = 5_000

_TELLING = (
    set(MONTHS) | set(WEEKDAYS) | set(UNITS) | set(SEASONS) | set(NEAR_DAYS) | TONIGHT | set(DECADES)
    | {name.split()[0] for name in FEASTS} | {name.split()[-1] for name in FEASTS}
    | {"now", "moment", "morning", "afternoon", "evening", "night", "nite", "noon", "midnight", "midday", "ago", "eod", "eoy", "eom",
       "eow", "present", "time", "minute", "am", "pm", "eid", "new", "thousand", "hundred", "nineteen"}
) - {"h", "al", "of", "st"}  # fmt: skip
_TRIGGER = re.compile(
    r"\d|(?<![^\W\d_])(?:" + "|".join(sorted(_TELLING, key=len, reverse=True)) + r")(?![^\W\d_])",
    re.IGNORECASE,
)
_FIRST = (
    _TELLING | set(EDGES) | set(STEPS) | set(NUMBERS) | set(ORDINALS) | set(TENS)
    | {"the", "from", "between", "since", "in", "within", "inside", "a", "an", "couple", "few", "several", "half", "at", "right", "for",
       "q", "h", "w", "these", "those", "'", "’", "final", "calendar", "fiscal", "cy", "fy", "=", "business", "working", "less",
       "saint", "st", "international", "martin", "april", "all", "guy", "cinco", "black", "cyber", "mardi", "ash", "palm", "good", "pi"}
)  # fmt: skip
_LEANS = {"past": -1, "future": 1}
_MOST = 40


def when(text: str, now: datetime, tense: str | None = None) -> tuple[TimeSpan, ...]:
    """Resolve the time expressions of a text, seen from `now`.

    Give `tense` ("past" or "future") to say which way a bare "Friday" or "in May" points; by default the
    clause around it decides, and failing that the next one is meant. Ends are exclusive, a date is one
    day, an instant has start == end. Never raises.

    >>> [(span.text, span.start.day) for span in when("two days after tomorrow", datetime(2018, 5, 31))]
    [('two days after tomorrow', 3)]
    """
    text = text[:REACH]
    if _TRIGGER.search(text) is None:
        return ()
    reading = read(text, read_date, now)
    spans: list[TimeSpan] = []
    at = 0
    while at < len(reading) and len(spans) < _MOST:
        found: Found | None = None
        if reading.words[at] in _FIRST or reading.numbers[at]:
            found = range_of(reading, at) or moment(reading, at)
        if found is None or found[1] <= at:
            at += 1
            continue
        start, end = reading.starts[at], reading.ends[found[1] - 1]
        span = _resolved(found[0], text, start, end, now, tense)
        if span is None:
            at += 1
            continue
        spans.append(TimeSpan(text[start:end], *span))
        at = found[1]
    return tuple(spans)


def _resolved(
    node: Node, text: str, start: int, end: int, now: datetime, tense: str | None
) -> Span | None:
    judged = tense or tense_of(text, start, end)
    try:
        return node.find(View(now, _LEANS.get(judged or "", 0)))
    except (ValueError, OverflowError, IndexError, StopIteration):
        return None


__all__ = ["when"]
