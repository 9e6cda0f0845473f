"""Dates and stretches of time put the way people say them."""

from __future__ import annotations

import calendar
import re
from datetime import datetime, timedelta

from cognition.regex import regex
from cognition.values import TimeSpan

MONTHS = tuple(calendar.month_name)[1:]
_DAY = timedelta(days=1)
_LOOSE = regex(r"\b(year|month)s? (?:ago|back|before|earlier)\b", re.IGNORECASE)


def day(when: datetime) -> str:
    """Write a date.

    >>> day(datetime(2023, 5, 7))
    '7 May 2023'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def _as_loose_as(text: str, when: datetime) -> str:
    """Write a day no more precisely than the words it was reckoned from ("ten years ago")."""
    loose = _LOOSE.search(text)
    if loose is None:
        return day(when)
    return str(when.year) if loose[1].lower() == "year" else f"{MONTHS[when.month - 1]} {when.year}"


def _month_starts(start: datetime, end: datetime) -> bool:
    return (start.day, start.hour, end.day, end.hour) == (1, 0, 1, 0)


def span(time: TimeSpan) -> str:
    """Write a stretch of time: a day, a week, a weekend, a month, a year or a range.

    >>> span(TimeSpan("last month", datetime(2023, 6, 1), datetime(2023, 7, 1)))
    'June 2023'
    >>> span(TimeSpan("last week", datetime(2023, 6, 5), datetime(2023, 6, 12)))
    'the week of 5 June 2023'
    """
    start, end = time.start, time.end
    length = end - start
    if length <= _DAY:
        return _as_loose_as(time.text, start)
    if _month_starts(start, end):
        last = end - _DAY
        if (start.month, last.month) == (1, 12):
            return str(start.year) if start.year == last.year else f"{start.year} to {last.year}"
        if (start.year, start.month) == (last.year, last.month):
            return f"{MONTHS[start.month - 1]} {start.year}"
        first = MONTHS[start.month - 1] + ("" if start.year == last.year else f" {start.year}")
        return f"{first} to {MONTHS[last.month - 1]} {last.year}"
    if length == 7 * _DAY:
        return f"the week of {day(start)}"
    if length <= 3 * _DAY and start.weekday() in (4, 5):
        return f"the weekend of {day(start)}"
    last = end - timedelta(microseconds=1)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {day(last)}"
    first = day(start) if start.year != last.year else day(start).rsplit(" ", 1)[0]
    return f"{first} to {day(last)}"


def preposition(time: TimeSpan) -> str:
    """Give the preposition that goes before `span(time)`: on a day, in a month, over a weekend.

    >>> preposition(TimeSpan("", datetime(2023, 6, 1), datetime(2023, 7, 1)))
    'in'
    """
    text = span(time)
    if time.end - time.start <= _DAY and text[:1].isdigit() and " " in text:
        return "on"
    return "over" if text.startswith("the weekend") else "from" if " to " in text else "in"


def count(number: int, unit: str) -> str:
    """Write a number of units.

    >>> count(1, "week"), count(3, "year")
    ('1 week', '3 years')
    """
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def elapsed(start: datetime, end: datetime) -> str:
    """Write how long it is from start to end, in the largest unit that fits.

    >>> elapsed(datetime(2013, 6, 1), datetime(2023, 6, 27))
    '10 years'
    >>> elapsed(datetime(2023, 6, 24), datetime(2023, 6, 27, 12))
    '3 days'
    """
    if end < start:
        start, end = end, start
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    days = (end.date() - start.date()).days
    if months >= 12:
        return count(months // 12, "year")
    if months >= 1:
        return count(months, "month")
    if days >= 14:
        return count(days // 7, "week")
    return count(days, "day")


def nearness(when: datetime, now: datetime) -> str:
    """Write a date as seen from now: today, tomorrow, yesterday, a weekday close by, else the date.

    >>> nearness(datetime(2026, 3, 3, 9), datetime(2026, 3, 2, 18))
    'tomorrow'
    """
    days = (when.date() - now.date()).days
    close = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in close:
        return close[days]
    weekday = f"{when:%A}"
    if 1 < days < 7:
        return f"on {weekday}"
    if -7 < days < -1:
        return f"last {weekday}"
    return f"on {day(when)}"


_LAST_WEEK = regex(r"\b(?:last|past|previous) (week(?:end)?)\b", re.IGNORECASE)
_SEASON = regex(r"\b(spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_WEEKDAY = regex(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)


def told(time: TimeSpan, said: datetime | None) -> str:
    """Write a stretch of time no more exactly than the words that named it, said on some day.

    >>> last = TimeSpan("last week", datetime(2023, 6, 5), datetime(2023, 6, 12))
    >>> told(last, datetime(2023, 6, 14))
    'the week before 14 June 2023'
    >>> told(TimeSpan("on Friday", datetime(2023, 6, 9), datetime(2023, 6, 10)), None)
    'Friday, 9 June 2023'
    """
    if said is not None and (loose := _LAST_WEEK.search(time.text)) and time.start < said:
        return f"the {loose[1].lower()} before {day(said)}"
    if (season := _SEASON.search(time.text)) and time.end - time.start > 31 * _DAY:
        return f"{season[1].lower()} {time.start.year}"
    if time.end - time.start <= _DAY and _WEEKDAY.search(time.text):
        return f"{time.start:%A}, {day(time.start)}"
    return span(time)
