"""Time expressions: find them in words, and resolve each to an interval."""

from __future__ import annotations

import re
from datetime import datetime

from cognition.organs.thalamus.times.calendar import FEAST_WORDS, Span
from cognition.organs.thalamus.times.lexicon import (
    DECADES,
    MONTHS,
    NEAR_DAYS,
    PARTS,
    SEASONS,
    TONIGHT,
    UNITS,
    WEEKDAYS,
)
from cognition.organs.thalamus.times.nodes import View
from cognition.organs.thalamus.times.phrases import moment
from cognition.organs.thalamus.times.ranges import range_of
from cognition.organs.thalamus.times.reading import Found, Reading, read
from cognition.organs.thalamus.times.rules import STARTERS, read_date
from cognition.organs.thalamus.times.tense import tense_of
from cognition.organs.thalamus.words import words
from cognition.regex import regex
from cognition.values import TimeSpan

# Longer texts are searched this far.
REACH = 5_000

# A text without a figure that can be of a date, and without any of these words, tells no time.
_TELLING = (
    frozenset((*MONTHS, *WEEKDAYS, *UNITS, *SEASONS, *NEAR_DAYS, *TONIGHT, *DECADES, *PARTS))
    | FEAST_WORDS
    | words(
        """
        now moment ago eod eow eom eoy ytd present thousand hundred nineteen oclock clock
        past quarter
        """
    )
) - words(
    """
    h new good all st saint black international martin cinco palm ash guy pi cyber mother father
    mothers fathers may march second earth labor labour workers
    """
)
_SOMETIMES = regex(
    r"\b(?:at\s+this\s+time|new\s+year|good\s+friday|(?:st|saint)\.?\s+patrick|mother['’]?s['’]?\s+day|father['’]?s['’]?\s+day|"
    r"(?:in|of|by|since|until|till|from|during|to|on|this|next|last|early|late|mid)[\s-]+(?:may|march)|(?-i:May|March)|"
    r"(?-i:March|May))\b",
    re.IGNORECASE,
)
_HINTS = ("may", "march", "year", "friday", "patrick", "mother", "father", "time")
_LETTERS = regex(r"[^\W\d_]+")
_DIGIT = regex(r"\d")
_DATED = regex(
    r"\d\s?[-/.:,~–—]\s?\d|(?<!\d)(?:1[5-9]|20|2[12])\d\d(?!\d)|\d\s?['’]?[a-z]{1,2}\b|['’=]\d|\b[a-z]{1,2}\d"
    r"|\d\W{0,3}(?:of\s+)?(?:may|march|second|new)\b|\b(?:may|march)\W{0,3}(?:the\s+)?\d|\b\d{8}\b",
    re.IGNORECASE,
)
_OPENINGS = frozenset({"from", "between", "since"})
_LEANS = {"past": -1, "future": 1}
_MOST = 40
# What begins an expression but says no time itself, so that what does has to stand near it.
_LEADING = words("the a an at in for")
_SAYING = (STARTERS | _TELLING) - _LEADING


def when(text: str, now: datetime, tense: str | None = None) -> tuple[TimeSpan, ...]:
    """Resolve the time expressions of a text, seen from `now`.

    Give `tense` ("past" or "future") to say which way a bare "Friday" or "in May" points; by
    default the clause around it decides, and failing that the next one is meant. Ends are
    exclusive, a date is one day, an instant has start == end. Never raises.

    >>> [(span.text, span.start.day) for span in when("in two days", datetime(2018, 5, 31))]
    [('in two days', 2)]
    """
    text = text[:REACH]
    if not _tells(text):
        return ()
    reading = read(text, read_date, now, STARTERS)
    spans: list[TimeSpan] = []
    after = 0
    for at in [at for at in range(len(reading)) if _starts(reading, at)]:
        if at < after or len(spans) == _MOST:
            continue
        found = _expression(reading, at)
        span = _resolved(found, reading, at, now, tense) if found and found[1] > at else None
        if found and span:
            after = found[1]
            spans.append(TimeSpan(text[reading.starts[at] : reading.ends[after - 1]], *span))
    return tuple(spans)


def _tells(text: str) -> bool:
    """Tell quickly whether a text can hold a time expression at all."""
    lower = text.lower()
    if not _TELLING.isdisjoint(_LETTERS.findall(lower)):
        return True
    figure = _DIGIT.search(text)
    if figure is not None and _DATED.search(text, max(0, figure.start() - 16)) is not None:
        return True
    return any(hint in lower for hint in _HINTS) and _SOMETIMES.search(text) is not None


def _expression(t: Reading, at: int) -> Found | None:
    if t.words[at] in _OPENINGS:
        return range_of(t, at, None) or moment(t, at)
    found = moment(t, at)
    return range_of(t, at, found) or found


def _starts(t: Reading, at: int) -> bool:
    """Tell whether an expression may start here, by the words at hand alone."""
    word = t.words[at]
    if t.kinds[at] == "number":  # a year says a time by itself, any other figure with what follows
        after = t.word(at + 1)
        if 1500 <= t.numbers[at][0] <= 2200 or (after.isalpha() and t.glued(at + 1)):
            return True
        if after in ("p", "a", "s"):  # p. m., 90 s
            return True
    elif word not in _LEADING:
        return bool(t.numbers[at]) or word in STARTERS or word in _OPENINGS
    return _says(t, at + 1) or _says(t, at + 2)


def _says(t: Reading, at: int) -> bool:
    return at < len(t) and (bool(t.numbers[at]) or t.words[at] in _SAYING)


def _resolved(found: Found, t: Reading, at: int, now: datetime, tense: str | None) -> Span | None:
    lean = _LEANS.get(tense, 0) if tense else lambda: tense_of(t, at, found[1])
    try:
        return found[0].find(View(now, lean))
    except (ValueError, OverflowError, IndexError, StopIteration):
        return None


__all__ = ["when"]
