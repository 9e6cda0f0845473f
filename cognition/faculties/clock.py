"""The time as organs see it: the wall clock, or one that tests, notebooks and simulations move."""

from __future__ import annotations

from datetime import datetime, timedelta


class WallClock:
    """The person's own clock: naive local time."""

    def now(self) -> datetime:
        return datetime.now()


class MovableClock:
    """A clock that stands still until it is moved.

    >>> clock = MovableClock(datetime(2026, 3, 1, 18, 0))
    >>> clock.advance(days=2)
    >>> clock.now()
    datetime.datetime(2026, 3, 3, 18, 0)
    """

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def set(self, when: datetime) -> None:
        """Put the clock at a time."""
        self._now = when

    def advance(self, **delta: float) -> None:
        """Move it by a timedelta's keywords, such as `days=1` or `hours=3`."""
        self._now += timedelta(**delta)
