"""Put dates, times of day and parts of the day together, and join two of them into a range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.calendar import Span, day_of, midnight
from cognition.organs.thalamus.times.clock import (
    CLOCKED,
    Clock,
    between,
    clock,
    clock_range,
    part_of_day,
    part_span,
)
from cognition.organs.thalamus.times.lexicon import MONTHS, WEEKDAYS
from cognition.organs.thalamus.times.nodes import Node, View, derived
from cognition.organs.thalamus.times.numbers import day_number, ordinal
from cognition.organs.thalamus.times.reading import Found, Reading

_WEEKS = ("week", "workweek", "fortnight", "weekend")


@dataclass(slots=True)
class _Parts:
    """What has been read of a moment so far, and where it stops."""

    end: int
    date: Node | None = None
    week: Node | None = None
    time: Clock | None = None
    hours: tuple[Clock, Clock] | None = None
    part: str = ""


def moment(t: Reading, at: int) -> Found | None:
    """Read a date with its time of day, in any order, or a sure time of day alone."""
    parts = _Parts(at)
    if not _take(t, parts, at, first=True):
        return None
    while parts.end - at < 24:
        if not _take_next(t, parts):
            break
    node = _combined(t, parts, at)
    return (node, parts.end) if node else None


def _take_next(t: Reading, parts: _Parts) -> bool:
    here = parts.end
    if _take(t, parts, here):
        return True
    if (
        t.word(here) == "("
        and t.word(here + 1) in WEEKDAYS
        and t.word(here + 2) == ")"
        and parts.date is not None
    ):
        here = parts.end = here + 3
    if t.word(here) == "." and t.word(here - 1) in MONTHS and t.word(here + 1) == "on":
        here += 1
    word = t.word(here)
    if word in (
        ",",
        "on",
        "at",
        "@",
        "of",
        "in",
        "around",
        "about",
        "by",
        "-",
        "the",
        "t",
        "for",
        "(",
    ):
        ahead_at = here + 1
        if word == ",":
            ahead_at = t.skip(ahead_at, "on", "at", "around")
        if word in ("on", "of"):
            ahead_at = t.skip(ahead_at, "the") if t.word(ahead_at + 1) in ("weekend",) else ahead_at
        bridge = t.word(ahead_at - 1)
        return _take(t, parts, ahead_at, bridge)
    return False


def _take(t: Reading, parts: _Parts, at: int, bridge: str = "", first: bool = False) -> bool:
    """Take up one more item at a place, if there is one that fits what has been read."""
    if at >= len(t):
        return False
    if not t.numbers[at] and t.words[at] not in t.starters:
        return False
    day = parts.date is None or parts.date.grain in ("day", "part", "week")
    clocked = parts.time is not None or parts.hours is not None
    if (
        not clocked
        and day
        and (t.numbers[at] or t.words[at] in CLOCKED)
        and bridge not in ("of", "the", "(", "by")
    ):
        hours = clock_range(t, at)
        if hours is not None and _fitting_hours(t, parts, at, hours, bridge, first):
            parts.hours, parts.end = hours
            return True
        plain = bridge in ("at", "@", "around", "about") or (first and t.word(at - 1) == "at")
        if first and t.word(at + 1) == "," and t.word(at + 2) in ("tonight", "tonite"):
            plain = True
        time = clock(t, at, plain=plain and (parts.date is not None or first))
        if (
            time is not None
            and bridge not in ("in", "-", "on")
            and not _is_date_number(t, at, time[1], first)
        ):
            parts.time, parts.end = time
            return True
        if time is not None and bridge == "-" and time[0].half:
            parts.time, parts.end = time
            return True
    if (
        not parts.part
        and day
        and (not first or clocked)
        and (parts.date is None or parts.date.grain == "day")
    ):
        part = part_of_day(t, at - 1 if bridge in ("in", "at") else at)
        if part is not None and part[1] > at:
            parts.part, parts.end = part
            return True
    return bridge not in ("at", "@", "around", "about", "t", "for", "by") and _take_date(
        t, parts, at, bridge
    )


def _is_date_number(t: Reading, at: int, after: int, first: bool) -> bool:
    """Tell whether what reads as an hour begins a date: "8 May", "nine thirty" is none."""
    found = t.date(at)
    return first and found is not None and found[1] >= after


def _fitting_hours(
    t: Reading,
    parts: _Parts,
    at: int,
    hours: tuple[tuple[Clock, Clock], int],
    bridge: str,
    first: bool,
) -> bool:
    if bridge in ("in", "on"):
        return False
    (early, late), after = hours
    if early.half or late.half or parts.date is not None:
        return not (False)
    if t.kind(at) == "clock" or t.kind(after - 1) == "clock":
        return True
    del first
    following = t.date(t.skip(after, "on", "of", "in"))
    if (
        following is None
        or t.word(after) in MONTHS
        or (
            t.word(after) == "of"
            and t.word(after + 1) in MONTHS
            and ordinal(t, after + 2) is None
            and day_number(t, after + 2) is None
        )
    ):
        return False
    return following[0].grain in ("day", "part")


def _take_date(t: Reading, parts: _Parts, at: int, bridge: str) -> bool:
    found = t.date(at)
    if found is None and bridge in ("on", "of", "in"):
        found = t.date(t.skip(at, "the"))
    if found is None:
        return False
    node, after = found
    if parts.date is None:
        if (parts.time or parts.hours) and node.grain not in ("day", "part"):
            return False
        parts.date, parts.end = node, after
        return True
    if parts.week is not None or bridge == "the":
        return False
    if _joinable(parts.date, node, bridge):
        parts.week, parts.end = node, after
        return True
    return False


def _joinable(one: Node, two: Node, bridge: str) -> bool:
    """Tell whether two dates narrow each other: a weekday and its week, a day told twice."""
    if bridge == "in" and two.grain not in _WEEKS:
        return False
    kinds = {one.kind, two.kind}
    if one.kind == "weekday" and two.grain in _WEEKS:
        return bridge != ","
    if two.kind == "weekday" and (one.grain in _WEEKS or one.kind in ("weeks", "distance")):
        return one.kind != "weekday" and one.grain != "weekend"
    if one.kind == "weekday" and two.kind in ("weeks", "distance"):
        return two.grain == "day"
    if one.kind == "nth" and two.grain in ("month", "year"):
        return True
    if one.kind == "near" and two.kind == "fixed" and one.grain == two.grain == "day":
        return bridge in (",", "", "-", "(")
    return "near" in kinds and one.grain == "day" and two.grain == "part" and bridge in ("", "in")


def _joined(one: Node, two: Node) -> Node:
    if one.kind == "near":
        return two
    if one.within is not None and two.grain in (*_WEEKS, "month", "year"):
        pick = one.within
        return derived("day", lambda view: pick(two.find(view)), "near")
    if two.within is not None and one.grain in _WEEKS:
        choose = two.within
        if one.yearly is not None:
            make = one.yearly
            return nodes.every_year(lambda year: choose(make(year)), "day", "date")
        return derived("day", lambda view: choose(one.find(view)), "near")
    anchor, day = (two, one) if one.kind == "weekday" else (one, two)

    def find(view: View) -> Span:
        there = midnight(anchor.find(view)[0])
        if anchor.kind == "weeks":
            there -= timedelta(days=(there.weekday() + 1) % 7)
        return day_of(there + timedelta(days=(day.value - there.weekday()) % 7))

    return derived("day", find, "near")


def _combined(t: Reading, parts: _Parts, at: int) -> Node | None:
    node = parts.date
    if node is not None and parts.week is not None:
        node = _joined(node, parts.week)
    if node is not None and not node.whole:
        return None
    if node is None:
        if parts.time is not None and (
            parts.time.half
            or (
                parts.time.sure
                and not parts.time.plain
                and parts.time.hour in (0, 12)
                and t.kind(at) == "word"
            )
        ):
            return _clock_alone(parts.time)
        if parts.hours is not None and parts.hours[1].half:
            pair = parts.hours
            return derived(
                "hours", lambda view: between(pair, midnight(view.now), parts.part), "clock"
            )
        return None
    if parts.time is None and parts.hours is None and not parts.part:
        return node
    if node.grain not in ("day", "part"):
        return None
    return _timed(node, parts)


def _timed(node: Node, parts: _Parts) -> Node:
    time, hours, part = parts.time, parts.hours, parts.part

    def place(span: Span) -> Span:
        told = part or (_part_name(span) if node.grain == "part" else "")
        day = midnight(span[0])
        if hours is not None:
            return between(hours, day, told)
        if time is not None:
            there = time.on(day, told)
            return there, there
        return part_span(day, part)

    grain = "hours" if hours else "instant" if time else "part"
    if node.yearly is not None:
        make = node.yearly
        return Node(
            grain,
            lambda view: place(node.find(view)),
            yearly=lambda year: place(make(year)),
            kind="timed",
        )
    return derived(grain, lambda view: place(node.find(view)), "timed")


def _part_name(span: Span) -> str:
    hour = span[0].hour
    return (
        "morning"
        if hour < 12
        else "afternoon"
        if hour < 16
        else "evening"
        if hour < 20
        else "night"
    )


def _clock_alone(time: Clock) -> Node:
    def find(view: View) -> Span:
        there = time.on(midnight(view.now))
        if view.lean < 0 and there > view.now:
            there -= timedelta(days=1)
        elif there < view.now and (view.lean > 0 or time.hour == 0):
            there += timedelta(days=1)
        return there, there

    return derived("instant", find, "clock")
