"""What a time expression means before one knows from when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cognition.organs.thalamus.times.calendar import Span, day_of, midnight, month_of, period

_NONE = timedelta()


class View:
    """From when, and in which direction, an expression is looked at.

    `lean` is -1 for the past, 1 for the future, 0 if unknown; a function in its place is asked
    only if the direction matters.
    """

    __slots__ = ("_lean", "now")

    def __init__(self, now: datetime, lean: int | Callable[[], int] = 0) -> None:
        self.now = now
        self._lean = lean

    @property
    def lean(self) -> int:
        """The direction."""
        if not isinstance(self._lean, int):
            self._lean = self._lean()
        return self._lean


@dataclass(frozen=True, slots=True)
class Node:
    """The meaning of an expression: `find` gives its span for a view.

    `yearly` gives its occurrence in a year, if it comes once a year; `within` picks its part of a
    wider span (a weekday of a week); `whole` False means that it must be completed by such a span.
    """

    grain: str
    find: Callable[[View], Span]
    yearly: Callable[[int], Span] | None = None
    within: Callable[[Span], Span] | None = None
    kind: str = ""
    whole: bool = True
    value: int = 0


def fixed(span: Span, grain: str, kind: str = "fixed") -> Node:
    """Make a node that is the same from wherever it is seen."""
    return Node(grain, lambda view: span, kind=kind)


def _choose(candidates: list[Span], view: View, grain: str, slack: timedelta = _NONE) -> Span:
    """Choose the occurrence meant: the one under way, else by tense, else the next."""
    if not candidates:
        raise ValueError("this date never comes")
    today = midnight(view.now)
    if grain == "day":
        before = [span for span in candidates if span[0] < today]
        after = [span for span in candidates if span[0] >= today]
    else:
        before = [span for span in candidates if span[0] <= today]
        after = [span for span in candidates if span[1] + slack > today]
    if view.lean < 0 and before:
        return before[-1]
    if view.lean > 0 and after:
        return after[0]
    if not after or (before and view.lean == 0 and _just_gone(before[-1], after[0], today)):
        return before[-1]
    return after[0]


def _just_gone(before: Span, after: Span, today: datetime) -> bool:
    rare = after[0] - before[0] > timedelta(days=300)
    return (
        rare and today - before[0] <= timedelta(days=21) and after[0] - today > timedelta(days=60)
    )


def every_year(
    make: Callable[[int], Span], grain: str, kind: str = "yearly", slack: timedelta = _NONE
) -> Node:
    """Make a node for what comes once a year; years in which it does not come raise ValueError.

    It counts as under way until `slack` after its end.
    """

    def find(view: View) -> Span:
        spans: list[Span] = []
        for year in range(max(1, view.now.year - 8), min(9998, view.now.year + 8) + 1):
            try:
                spans.append(make(year))
            except ValueError:
                continue
        return _choose(spans, view, grain, slack)

    return Node(grain, find, yearly=make, kind=kind)


def month_day(month: int, day: int) -> Node:
    """Make the node of a day in a month; raises ValueError if no year has it."""
    datetime(2000, month, day)
    return every_year(lambda year: day_of(datetime(year, month, day)), "day", "date")


def every_month(day: int) -> Node:
    """Make the node of a day known only by its number in the month."""

    def within(span: Span) -> Span:
        return day_of(span[0].replace(day=day))

    def find(view: View) -> Span:
        spans: list[Span] = []
        for steps in range(-3, 4):
            try:
                spans.append(within(period(view.now, "month", steps)))
            except ValueError:
                continue
        return _choose(spans, view, "day")

    return Node("day", find, within=within, kind="monthday", value=day)


def every_week(weekday: int) -> Node:
    """Make the node of a weekday."""

    def within(span: Span) -> Span:
        return day_of(span[0] + timedelta(days=(weekday - span[0].weekday()) % 7))

    def find(view: View) -> Span:
        ahead = (weekday - view.now.weekday()) % 7
        if view.lean < 0:
            ahead -= 7
        return day_of(midnight(view.now) + timedelta(days=ahead))

    return Node("day", find, within=within, kind="weekday", value=weekday)


def weekday_on(weekday: int, day: int, here: bool) -> Node:
    """Make the node of a weekday on the nth; `here` tries the present month first."""

    def find(view: View) -> Span:
        spans: list[Span] = []
        for steps in range(-40, 41):
            first = period(view.now, "month", steps)[0]
            try:
                found = first.replace(day=day)
            except ValueError:
                continue
            if found.weekday() == weekday:
                if here and steps == 0:
                    return day_of(found)
                spans.append(day_of(found))
        return _choose(spans, view, "day")

    return Node("day", find, kind="date")


def month(number: int) -> Node:
    """Make the node of a month without a year."""
    return every_year(lambda year: month_of(year, number), "month", "month")


def in_year(node: Node, year: int) -> Node:
    """Fix a yearly node to a year; other nodes stay as they are."""
    make = node.yearly
    if make is None:
        return node
    return Node(node.grain, lambda view: make(year), kind="fixed")


def derived(grain: str, find: Callable[[View], Span], kind: str = "relative") -> Node:
    """Make a node from a rule."""
    return Node(grain, find, kind=kind)
