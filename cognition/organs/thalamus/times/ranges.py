"""Join two moments into a range: from May to October 2020, since last year."""

from __future__ import annotations

from datetime import datetime, timedelta

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.calendar import Span, day_of, midnight
from cognition.organs.thalamus.times.clock import clock
from cognition.organs.thalamus.times.lexicon import NUMBERS
from cognition.organs.thalamus.times.nodes import Node, View, derived, in_year
from cognition.organs.thalamus.times.numbers import day_number, ordinal
from cognition.organs.thalamus.times.phrases import moment
from cognition.organs.thalamus.times.portions import endpoint_edge
from cognition.organs.thalamus.times.reading import Found, Reading

_TO = frozenset({"-", "–", "—", "~", "to", "till", "til", "until", "through", "thru"})


def range_of(t: Reading, at: int, first: Found | None) -> Found | None:
    """Read two moments joined into a range; `first` is the moment already read here, if any."""
    opening = t.word(at) if t.word(at) in ("from", "between", "since") else ""
    here = at + 1 if opening else at
    if opening == "since":
        return _since(t, here)
    if first is None or t.numbers[at] or t.word(at) in NUMBERS:
        found = _days_first(t, here, opening)
        if found is not None:
            return found
    if opening:
        first = _endpoint(t, here, opening)
    if first is None:
        return None
    joint = t.word(first[1])
    if joint not in _TO and not (joint == "and" and opening == "between"):
        return None
    if joint == "-" and not opening and not _tight(t, first[1]):
        return None
    ahead = first[1] + 1
    second = _to_date(t, ahead) or _endpoint(t, ahead, opening or "from")
    if second is None or second[0].kind == "rolling":
        second = _day_after(t, ahead, first[0]) or (
            _hour(t, ahead) if first[0].grain == "instant" else None
        )
    if second is None:
        return None
    return _spanned(first[0], second[0]), second[1]


def _tight(t: Reading, at: int) -> bool:
    """Tell whether a hyphen joins rather than breaks off: spaces on both sides or none."""
    return t.glued(at) == t.glued(at + 1)


def _to_date(t: Reading, at: int) -> Found | None:
    if t.word(at) != "date" or t.word(at - 1) != "to":
        return None
    return derived("day", lambda view: day_of(view.now), "near"), at + 1


def _endpoint(t: Reading, at: int, opening: str) -> Found | None:
    if opening:
        found = endpoint_edge(t, at)
        if found is not None:
            return found
    found = moment(t, at)
    if found is None and t.word(at) == "the":
        found = moment(t, at + 1)
    if found is None and opening == "between":
        found = _hour(t, at)
    return found


def _hour(t: Reading, at: int) -> Found | None:
    """Read an hour that only the other end of the range places."""
    found = clock(t, at)
    if found is None:
        return None
    time = found[0]

    def find(view: View) -> Span:
        step = timedelta(hours=24 if time.sure else 12)
        day = midnight(view.now)
        here = day + timedelta(
            hours=time.hour % 24 if time.sure else time.hour % 12, minutes=time.minute
        )
        while view.lean >= 0 and here <= view.now:
            here += step
        if view.lean < 0:
            here += timedelta(hours=24)
            while here > view.now:
                here -= step
        return here, here

    return Node("instant", find, kind="clock"), found[1]


def _day_after(t: Reading, at: int, first: Node) -> Found | None:
    """Read the second day of "April 9th through 17th", in the month of the first."""
    if first.grain != "day" or (first.yearly is None and first.kind not in ("fixed", "date")):
        return None
    day = day_number(t, t.skip(at, "the"))
    if day is None or t.kind(day[1]) in ("clock",) or t.word(day[1]) in ("am", "pm", "people"):
        return None
    number = day[0]

    def find(view: View) -> Span:
        start = first.find(view)[0]
        found = start.replace(day=number) if start.day < number else _next_month(start, number)
        return day_of(found)

    return Node("day", find, kind="follows", value=number), day[1]


def _next_month(start: datetime, number: int) -> datetime:
    year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
    return datetime(year, month, number)


def _days_first(t: Reading, at: int, opening: str) -> Found | None:
    """Read "9 to 12 of June", "between the ninth and the 12th of April"."""
    first_at = t.skip(at, "the")
    first = day_number(t, first_at)
    if first is None:
        return None
    joint = t.word(first[1])
    if joint not in _TO and not (joint == "and" and opening == "between"):
        return None
    second_at = t.skip(first[1] + 1, "the")
    second = day_number(t, second_at)
    if second is None:
        return None
    dated = t.date(second_at)
    low, high = first[0], second[0]
    if (
        dated is not None
        and dated[0].yearly is not None
        and dated[0].grain == "day"
        and dated[0].kind == "date"
    ):
        make = dated[0].yearly
        if low >= high:
            if ordinal(t, first_at) is None:
                return None
            return _spanned(nodes.every_month(low), dated[0]), dated[1]
        node = nodes.every_year(
            lambda year: (make(year)[0].replace(day=low), make(year)[0]), "span", "range"
        )
        return node, dated[1]
    if dated is not None and dated[0].kind == "fixed" and dated[0].grain == "day" and low < high:
        last = dated[0]
        return derived(
            "span", lambda view: (last.find(view)[0].replace(day=low), last.find(view)[0]), "range"
        ), dated[1]
    if t.word(second[1]) in ("of", "in"):
        outer = t.date(second[1] + 1)
        if outer is not None and outer[0].grain == "month" and low < high:
            month = outer[0]
            return derived(
                "span", lambda view: _days_of(month.find(view), low, high), "range"
            ), outer[1]
    return None


def _days_of(span: Span, low: int, high: int) -> Span:
    return span[0].replace(day=low), span[0].replace(day=high)


def _spanned(first: Node, second: Node) -> Node:
    """Make the range from the start of one node to the start of the other."""
    if second.yearly is None and first.yearly is not None and second.kind != "follows":
        return derived("span", lambda view: _until_fixed(first, second, view), "range")
    if first.yearly is not None and (second.yearly is not None or second.kind == "follows"):
        # "From May to September" said in September is under way, though it ends there.
        slack = timedelta(days=30 if second.grain == "month" else 0)
        return nodes.every_year(
            lambda year: _from_year(first, second, year), "span", "range", slack
        )

    def find(view: View) -> Span:
        start = _start(first, second, view)
        if second.kind == "now":
            return start, view.now.replace(microsecond=0) if first.grain in (
                "instant",
                "hours",
            ) else midnight(view.now)
        if second.kind == "timed" and second.yearly is None:
            end = second.find(view)[0]
        elif second.kind == "clock":
            end = _clock_end(second, start)
        else:
            end = (
                second.find(View(start, 1))[0]
                if second.yearly or second.kind in ("weekday", "monthday")
                else second.find(view)[0]
            )
        if second.kind == "weekday" and end <= start:
            end = second.within(day_of(start))[0] if second.within else end
        if end < start:
            raise ValueError("the range ends before it starts")
        return start, end

    return derived("span", find, "range")


def _clock_end(second: Node, start: datetime) -> datetime:
    return second.find(View(start, 1))[0]


def _start(first: Node, second: Node, view: View) -> datetime:
    if first.kind == "now":
        clocked = second.grain in ("instant", "hours")
        return view.now.replace(microsecond=0) if clocked else midnight(view.now)
    if first.kind == "clock" and second.kind == "now":
        return first.find(View(view.now, -1))[0]
    return first.find(view)[0]


def _until_fixed(first: Node, second: Node, view: View) -> Span:
    end = view.now.replace(microsecond=0) if second.kind == "now" else second.find(view)[0]
    if second.kind == "now" and first.grain not in ("instant", "hours"):
        end = midnight(end)
    make = first.yearly
    assert make is not None
    for year in (end.year, end.year - 1, end.year - 2, end.year - 3, end.year - 4):
        try:
            start = make(year)[0]
        except ValueError:
            continue
        if start <= end:
            return start, end
    raise ValueError("the range has no start")


def _from_year(first: Node, second: Node, year: int) -> Span:
    start = in_year(first, year).find(View(datetime(year, 1, 1)))[0]
    end = second
    if second.kind == "follows":
        day = second.value
        return start, (start.replace(day=day) if start.day < day else _next_month(start, day))
    assert end.yearly is not None
    for later in (year, year + 1):
        stop = end.yearly(later)[0]
        if stop > start:
            return start, stop
    raise ValueError("the range ends before it starts")


def _since(t: Reading, at: int) -> Found | None:
    found = moment(t, at) or moment(t, t.skip(at, "the"))
    if found is None or found[0].kind == "rolling":
        return None
    node = found[0]

    def find(view: View) -> Span:
        span = node.find(View(view.now, -1))
        return (span[0], view.now.replace(microsecond=0)) if span[0] <= view.now else span

    return derived("span", find, "range"), found[1]
