"""Reckoning with dates: so many years and months before or after one, ages, stretches of time."""

from __future__ import annotations

import re
from datetime import datetime

from dateutil.relativedelta import relativedelta

from cognition.organs.prefrontal.dates import MONTHS, count, day
from cognition.organs.prefrontal.reasoning.numbers import number
from cognition.regex import regex
from cognition.values import TimeSpan

_PART = regex(
    r"(?P<n>\d+|[a-z]+(?:-[a-z]+)?) (?P<unit>year|month|week|fortnight|day|hour)s?\b", re.IGNORECASE
)
_SHORT = regex(r"\A(?P<month>[A-Z][a-z]{2}),? (?P<year>\d{3,4})\Z")
_LONG = regex(
    r"\A(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?:(?P<month>[A-Z][a-z]{2,8})\.?(?: (?P<late>\d{1,2})"
    r"(?:st|nd|rd|th)?)?,? )?(?P<year>\d{3,4})\Z"
)
_MONTHS = {month[:3].lower(): n for n, month in enumerate(MONTHS, 1)}


def stretch(text: str) -> relativedelta | None:
    """Read a stretch of time, None if it is none.

    >>> stretch("7 year and 11 month")
    relativedelta(years=+7, months=+11)
    """
    total, found = relativedelta(), False
    for part in _PART.finditer(text):
        n = number(part["n"])
        if n is None:
            return None
        unit = part["unit"].lower()
        n, unit = (2 * n, "week") if unit == "fortnight" else (n, unit)
        total += _unit(unit) * n
        found = True
    return total if found else None


def _unit(name: str) -> relativedelta:
    """Give one year, month, week, day or hour."""
    units = {
        "year": relativedelta(years=1),
        "month": relativedelta(months=1),
        "week": relativedelta(weeks=1),
        "day": relativedelta(days=1),
        "hour": relativedelta(hours=1),
    }
    return units[name]


def date(text: str) -> tuple[datetime, str] | None:
    """Read a date and how exact it is: day, month or year.

    >>> date("Sep, 1104"), date("soon")
    ((datetime.datetime(1104, 9, 1, 0, 0), 'month'), None)
    """
    match = _LONG.match(text.strip(" .?!"))
    if match is None:
        return None
    month = _MONTHS.get((match["month"] or "jan")[:3].lower())
    on = match["day"] or match["late"]
    if month is None or int(match["year"]) < 1:
        return None
    try:
        found = datetime(int(match["year"]), month, int(on or 1))
    except ValueError:
        return None
    return found, "day" if on else "month" if match["month"] else "year"


def reckoned(text: str, by: relativedelta, back: bool) -> str:
    """Give the date so far before or after another, written as that is; empty if it is no date.

    >>> reckoned("Sep, 1104", relativedelta(years=7, months=11), back=True)
    'Oct, 1096'
    """
    start = date(text)
    if start is None:
        return ""
    try:
        found = start[0] - by if back else start[0] + by
    except (ValueError, OverflowError):
        return ""
    exact = start[1]
    if by.days or by.hours:
        exact = "day"
    elif by.months and exact == "year":
        exact = "month"
    if exact == "year":
        return str(found.year)
    if exact == "day":
        return day(found)
    month = MONTHS[found.month - 1]
    if short := _SHORT.match(text.strip(" .?!")):
        comma = "," if "," in short[0] else ""
        return f"{month[:3]}{comma} {found.year}"
    return f"{month} {found.year}"


def years_between(start: datetime, end: datetime) -> int:
    """Count the whole years from one day to another."""
    return relativedelta(end, start).years


def exact(time: TimeSpan) -> str:
    """Say how exact a time is: day, month or year (or longer)."""
    days = (time.end - time.start).days
    return "day" if days <= 1 else "month" if days <= 31 else "year"


def apart(start: TimeSpan, end: TimeSpan, unit: str = "") -> str:
    """Say how far apart two times are, in a unit, or as exactly as both are known.

    >>> one = TimeSpan("", datetime(2019, 3, 1), datetime(2019, 4, 1))
    >>> other = TimeSpan("", datetime(2020, 5, 1), datetime(2020, 6, 1))
    >>> apart(one, other), apart(one, other, "months")
    ('1 year and 2 months', '14 months')
    """
    first, last = sorted((start, end), key=lambda time: time.start)
    between = relativedelta(last.start, first.start)
    days = (last.start - first.start).days
    match unit.removesuffix("s"):
        case "day":
            return count(days, "day")
        case "week":
            return count(days // 7, "week")
        case "month":
            return count(12 * between.years + between.months, "month")
        case "year":
            return count(between.years, "year")
        case _:
            pass
    loose = {exact(first), exact(last)}
    if "year" in loose:
        return count(last.start.year - first.start.year, "year")
    parts = [(between.years, "year"), (between.months, "month")]
    if "month" not in loose:
        parts.append((between.days, "day"))
    return " and ".join(count(n, name) for n, name in parts if n) or count(0, "day")
