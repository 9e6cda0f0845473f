"""Read how far off something is: 3 days ago, in two weeks, two weeks from tomorrow."""

from __future__ import annotations

from datetime import datetime

from cognition.organs.thalamus.times.calendar import Span, day_of, midnight, period, shift
from cognition.organs.thalamus.times.lexicon import CLOCK_UNITS, STEPS
from cognition.organs.thalamus.times.nodes import Node, View, derived
from cognition.organs.thalamus.times.numbers import Amount, duration, unit
from cognition.organs.thalamus.times.reading import Found, Reading


def moved(moment: datetime, amounts: tuple[Amount, ...], sign: int) -> datetime:
    for many, name in amounts:
        moment = shift(moment, sign * many, name)
    return moment


def _at_distance(amounts: tuple[Amount, ...], sign: int, anchor: Node | None = None) -> Node:
    """Make the day (or, by the clock, the instant) that lies so far from now or from an anchor."""
    clock = any(name in CLOCK_UNITS for _, name in amounts)
    last = amounts[-1][1]

    def find(view: View) -> Span:
        here = view.now.replace(microsecond=0) if anchor is None else anchor.find(view)[0]
        there = moved(here, amounts, sign)
        if clock:
            return there, there
        if last == "weekend":
            if anchor is None and sign < 0 and here.weekday() < 5:
                there = moved(here, amounts, sign)
            return period(there, "weekend")
        return day_of(there)

    kind = "weeks" if last in ("day", "week", "fortnight") else "distance"
    return derived("instant" if clock else ("weekend" if last == "weekend" else "day"), find, kind)


def _lasting(amounts: tuple[Amount, ...], anchor: Node) -> Node:
    def find(view: View) -> Span:
        start = anchor.find(view)[0]
        return start, moved(start, amounts, 1)

    return derived("span", find, "rolling")


def distance(t: Reading, at: int) -> Found | None:
    """Read "3 days ago", "two weeks from tomorrow", "2 weeks before Christmas"."""
    lasting = t.word(at) == "for"
    length = duration(t, at + 1 if lasting else at)
    if length is None:
        return None
    amounts, after = length
    word = t.word(after)
    if lasting:
        after = t.skip(after, ",")
        if t.word(after) != "from":
            return None
        anchor = t.date(after + 1)
        if anchor is None or anchor[0].grain != "day":
            return None
        return _lasting(amounts, anchor[0]), anchor[1]
    if word in ("ago", "back", "earlier"):
        if word == "earlier" and t.word(after + 1) == "than":
            return None
        return _at_distance(amounts, -1), after + 1
    if word in ("later", "hence") and t.word(after + 1) != "than":
        return _at_distance(amounts, 1), after + 1
    if word == "from" and t.word(after + 1) == "now":
        return _at_distance(amounts, 1), after + 2
    if word in ("starting", "beginning", "commencing"):
        ahead = t.skip(after + 1, "from", "on")
        anchor = t.date(ahead)
        if anchor is not None and anchor[0].grain in ("day", "instant"):
            return _lasting(amounts, anchor[0]), anchor[1]
    if word in ("from", "after", "since", "following", "before", "prior"):
        ahead = t.skip(after + 1, "to") if word == "prior" else after + 1
        anchor = t.date(ahead) or t.date(t.skip(ahead, "the"))
        if anchor is not None and anchor[0].kind != "rolling":
            sign = -1 if word in ("before", "prior") else 1
            return _at_distance(amounts, sign, anchor[0]), anchor[1]
    return None


def ahead(t: Reading, at: int) -> Found | None:
    """Read "in two weeks", "in 2 years since 2011", "within 5 minutes", "within the next day"."""
    word = t.word(at)
    if word == "in":
        length = duration(t, at + 1)
        if length is None or t.word(at + 1) in STEPS:
            return None
        amounts, after = length
        if t.word(after) == "since":
            anchor = t.date(t.skip(after + 1, "the"))
            if anchor is not None:
                return _at_distance(amounts, 1, anchor[0]), anchor[1]
        if t.word(after) in ("from", "after", "before", "ago", "later"):
            return None
        if t.word(after) in ("a", "per") or t.word(after) == "of":
            return None
        return _at_distance(amounts, 1), after
    if word not in ("within", "inside"):
        return None
    here = t.skip(at + 1, "the")
    sign = 1
    if t.word(here) in STEPS:
        sign = STEPS[t.word(here)] or 1
        here += 1
    length = duration(t, here)
    if length is None:
        named = unit(t, here)
        if named is None or here == at + 1:
            return None
        length = (((1, named[0]),), named[1])
    amounts, after = length

    def find(view: View) -> Span:
        clock = any(name in CLOCK_UNITS for _, name in amounts)
        start = view.now.replace(microsecond=0) if clock else midnight(view.now)
        end = moved(start, amounts, sign)
        return (start, end) if sign > 0 else (end, start)

    return derived("span", find, "rolling"), after
