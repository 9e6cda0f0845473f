"""Calendar arithmetic: periods, steps between them, and feasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from cognition.organs.thalamus.words import words

Span = tuple[datetime, datetime]

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


def midnight(moment: datetime) -> datetime:
    """Give the start of a moment's day."""
    return datetime(moment.year, moment.month, moment.day)


def day_of(day: datetime) -> Span:
    """Give the span of one day."""
    start = midnight(day)
    return start, start + timedelta(days=1)


def month_shift(moment: datetime, months: int) -> datetime:
    """Move by months; a day that the month lacks becomes its last.

    >>> month_shift(datetime(2026, 1, 31), 1)
    datetime.datetime(2026, 2, 28, 0, 0)
    """
    index = moment.year * 12 + moment.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, _length(year, month)))


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def shift(moment: datetime, count: float, unit: str) -> datetime:
    """Move a moment by a number of units; raises OverflowError or ValueError off the calendar."""
    if unit in _SECONDS:
        return moment + timedelta(seconds=count * _SECONDS[unit])
    if unit == "workday":
        return _workdays(moment, int(count))
    if unit in _DAYS:
        return moment + timedelta(days=int(count * _DAYS[unit]))
    return month_shift(moment, int(count * _MONTHS[unit]))


def _workdays(moment: datetime, count: int) -> datetime:
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(min(abs(count), 4000)):
        moment += step
        while moment.weekday() > 4:
            moment += step
    return moment


def period(moment: datetime, unit: str, steps: int = 0) -> Span:
    """Give the calendar period of a unit that holds a moment, or the one `steps` further.

    >>> period(datetime(2018, 7, 5), "week")
    (datetime.datetime(2018, 7, 2, 0, 0), datetime.datetime(2018, 7, 9, 0, 0))
    """
    if unit in _SECONDS:
        start = moment.replace(microsecond=0)
        start = start.replace(
            second=0 if unit != "second" else start.second,
            minute=0 if unit == "hour" else start.minute,
        )
        start = shift(start, steps, unit)
        return start, shift(start, 1, unit)
    if unit in ("day", "workday"):
        return day_of(midnight(moment) + timedelta(days=steps))
    if unit in _DAYS:
        size = _DAYS[unit]
        start = midnight(moment) + timedelta(days=steps * size - moment.weekday())
        if unit == "weekend":
            return start + timedelta(days=5), start + timedelta(days=7)
        return start, start + timedelta(days=5 if unit == "workweek" else size)
    size = _MONTHS[unit]
    if size > 12:
        year = moment.year // (size // 12) * (size // 12) + steps * (size // 12)
        return datetime(year, 1, 1), datetime(year + size // 12, 1, 1)
    first = datetime(moment.year, (moment.month - 1) // size * size + 1, 1)
    start = month_shift(first, steps * size)
    return start, month_shift(start, size)


def month_of(year: int, month: int) -> Span:
    """Give the span of a month."""
    return period(datetime(year, month, 1), "month")


def year_of(year: int) -> Span:
    """Give the span of a year."""
    return datetime(year, 1, 1), datetime(year + 1, 1, 1)


def iso_week(year: int, week: int) -> Span:
    """Give the span of an ISO week, Monday to Monday."""
    start = datetime.combine(date.fromisocalendar(year, week, 1), time())
    return start, start + timedelta(days=7)


def weeks_in(span: Span) -> list[datetime]:
    """Give the Mondays of the weeks that belong to a span: those whose Thursday lies in it."""
    monday = span[0] - timedelta(days=span[0].weekday())
    if monday + timedelta(days=3) < span[0]:
        monday += timedelta(days=7)
    mondays: list[datetime] = []
    while monday + timedelta(days=3) < span[1] and len(mondays) < 60:
        mondays.append(monday)
        monday += timedelta(days=7)
    return mondays


def nth_weekday(span: Span, weekday: int, nth: int) -> datetime:
    """Give the nth (or, from -1, the nth last) such weekday in a span, or raise ValueError."""
    if nth > 0:
        found = span[0] + timedelta(days=(weekday - span[0].weekday()) % 7 + 7 * (nth - 1))
    else:
        last = span[1] - timedelta(days=1)
        found = last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (nth + 1))
    if not span[0] <= found < span[1]:
        raise ValueError("no such weekday in this span")
    return found


def easter(year: int) -> datetime:
    """Give Western Easter Sunday (the anonymous Gregorian computus, Meeus/Jones/Butcher).

    >>> easter(2018)
    datetime.datetime(2018, 4, 1, 0, 0)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return datetime(year, month, (h - m + r + month + 19) % 32)


def islamic(year: int, month: int, day: int) -> datetime:
    """Give the first day of a year on an Islamic date, by the tabular calendar (± a day)."""
    for hijri in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
        days = day + -(-59 * (month - 1) // 2) + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 227014
        found = datetime.fromordinal(days)
        if found.year == year:
            return found
    raise ValueError("no such feast in this year")


def _on(month: int, day: int) -> Callable[[int], datetime]:
    return lambda year: datetime(year, month, day)


def _nth(month: int, weekday: int, nth: int, later: int = 0) -> Callable[[int], datetime]:
    return lambda year: nth_weekday(month_of(year, month), weekday, nth) + timedelta(days=later)


def _easter(days: int) -> Callable[[int], datetime]:
    return lambda year: easter(year) + timedelta(days=days)


FEASTS: dict[str, Callable[[int], datetime]] = {
    "christmas": _on(12, 25),
    "xmas": _on(12, 25),
    "christmas eve": _on(12, 24),
    "boxing": _on(12, 26),
    "new year": _on(1, 1),
    "new years": _on(1, 1),
    "new year eve": _on(12, 31),
    "new years eve": _on(12, 31),
    "epiphany": _on(1, 6),
    "groundhog": _on(2, 2),
    "valentine": _on(2, 14),
    "valentines": _on(2, 14),
    "saint patrick": _on(3, 17),
    "saint patricks": _on(3, 17),
    "st patrick": _on(3, 17),
    "st patricks": _on(3, 17),
    "pi": _on(3, 14),
    "april fools": _on(4, 1),
    "april fool": _on(4, 1),
    "earth": _on(4, 22),
    "may": _on(5, 1),
    "workers": _on(5, 1),
    "international workers": _on(5, 1),
    "international women": _on(3, 8),
    "international womens": _on(3, 8),
    "womens": _on(3, 8),
    "cinco de mayo": _on(5, 5),
    "juneteenth": _on(6, 19),
    "independence": _on(7, 4),
    "bastille": _on(7, 14),
    "halloween": _on(10, 31),
    "all saints": _on(11, 1),
    "all souls": _on(11, 2),
    "guy fawkes": _on(11, 5),
    "veterans": _on(11, 11),
    "veteran": _on(11, 11),
    "martin luther king": _nth(1, 0, 3),
    "mlk": _nth(1, 0, 3),
    "presidents": _nth(2, 0, 3),
    "mothers": _nth(5, 6, 2),
    "mother": _nth(5, 6, 2),
    "memorial": _nth(5, 0, -1),
    "fathers": _nth(6, 6, 3),
    "father": _nth(6, 6, 3),
    "labor": _nth(9, 0, 1),
    "labour": _nth(9, 0, 1),
    "columbus": _nth(10, 0, 2),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, 1),
    "cyber monday": _nth(11, 3, 4, 4),
    "mardi gras": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "eid al fitr": lambda year: islamic(year, 10, 1),
    "eid al adha": lambda year: islamic(year, 12, 10),
    "ramadan": lambda year: islamic(year, 9, 1),
}
FEAST_WORDS = frozenset(name.split()[0] for name in FEASTS)
# These name a feast only when "day" follows.
NEEDS_DAY = words(
    """
    boxing pi earth may workers independence groundhog womens veterans veteran presidents
    mothers mother memorial fathers father labor labour columbus valentine valentines
    bastille mlk
    """
) | frozenset(
    (
        "international workers",
        "international women",
        "international womens",
        "martin luther king",
        "april fool",
        "all saints",
        "all souls",
        "saint patrick",
        "saint patricks",
        "st patrick",
        "st patricks",
    )
)
DAY_OPTIONAL = frozenset(
    {"saint patrick", "st patrick", "saint patricks", "st patricks", "valentines", "mlk"}
)
