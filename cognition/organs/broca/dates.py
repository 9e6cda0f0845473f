"""Saying when something was or will be: near times by their day, far ones by their date."""

from __future__ import annotations

from datetime import datetime, timedelta


def when_said(then: datetime, now: datetime) -> str:
    """Give a past time relative to now.

    >>> now = datetime(2026, 5, 13, 20, 0)
    >>> [when_said(datetime(*day), now) for day in ((2026, 5, 12), (2026, 5, 8), (2023, 5, 7))]
    ['yesterday', 'last Friday', 'on 7 May 2023']
    """
    days = (now.date() - then.date()).days
    if days <= 0:
        if now - then < timedelta(minutes=45):
            return "a little while ago"
        return "this morning" if then.hour < 12 <= now.hour else "earlier today"
    if days == 1:
        return "last night" if then.hour >= 20 and now.hour < 12 else "yesterday"
    if days <= 7:
        return _past_weekday(then, now)
    return on_date(then, now)


def _past_weekday(then: datetime, now: datetime) -> str:
    same_week = then.isocalendar()[:2] == now.isocalendar()[:2]
    return f"on {then:%A}" if same_week else f"last {then:%A}"


def when_due(then: datetime, now: datetime) -> str:
    """Give a day relative to now, before or after it, without the hour.

    >>> when_due(datetime(2026, 5, 15), datetime(2026, 5, 13))
    'on Friday'
    """
    days = (then.date() - now.date()).days
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    if 1 < days <= 6:
        return f"on {then:%A}"
    if days == -1:
        return "yesterday"
    if -7 <= days < 0:
        return _past_weekday(then, now)
    return on_date(then, now)


def when_span(start: datetime, end: datetime, now: datetime) -> str:
    """Give a stretch of time relative to now: a day, a week or a month.

    >>> when_span(datetime(2026, 6, 1), datetime(2026, 7, 1), datetime(2026, 5, 13))
    'in June'
    """
    days = (end - start).days
    if days <= 1:
        return when_due(start, now)
    if days >= 360:
        return f"in {start.year}"
    if days >= 28:
        return f"in {start:%B}" + ("" if start.year == now.year else f" {start.year}")
    if days <= 3:
        return f"around {on_date(start, now).removeprefix('on ')}"
    return f"in the week of {on_date(start, now).removeprefix('on ')}"


def on_date(then: datetime, now: datetime) -> str:
    """Give a date, with the year only when it is another year more than a few months away.

    >>> on_date(datetime(2026, 3, 1), datetime(2026, 5, 13))
    'on 1 March'
    """
    near = then.year == now.year or abs((now - then).days) < 120
    return f"on {then.day} {then:%B}" if near else f"on {then.day} {then:%B %Y}"


def part_of_day(now: datetime) -> str:
    """Name the part of the day: morning, afternoon, evening or night.

    >>> part_of_day(datetime(2026, 5, 13, 23, 30))
    'night'
    """
    if 5 <= now.hour < 12:
        return "morning"
    if 12 <= now.hour < 18:
        return "afternoon"
    return "evening" if 18 <= now.hour < 23 else "night"


__all__ = ["on_date", "part_of_day", "when_due", "when_said", "when_span"]
