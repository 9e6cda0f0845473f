"""Read periods by the step to them: this week, next 3 days, last Friday, 5 past years."""

from __future__ import annotations

from datetime import timedelta

from cognition.organs.thalamus.times.absolute import is_month, month_first
from cognition.organs.thalamus.times.calendar import Span, day_of, midnight, period, shift
from cognition.organs.thalamus.times.clock import part_span
from cognition.organs.thalamus.times.distances import moved
from cognition.organs.thalamus.times.lexicon import CLOCK_UNITS, PARTS, SEASONS, STEPS, WEEKDAYS
from cognition.organs.thalamus.times.nodes import Node, View, derived
from cognition.organs.thalamus.times.numbers import Amount, count, duration, unit
from cognition.organs.thalamus.times.reading import Found, Reading
from cognition.organs.thalamus.times.years import season

# "Ines is coming Friday": the verb, no "this coming Friday"
_BE = frozenset({"is", "are", "am", "be", "was", "were", "s", "re", "m", "not"})


def stepped(t: Reading, at: int) -> Found | None:
    """Read "this week", "next 3 days", "last Friday", "this past Wednesday", "next May"."""
    here = t.skip(at, "the")
    word = t.word(here)
    if word not in STEPS or (word == "coming" and t.word(here - 1) in _BE):
        return None
    second = t.word(here + 1)
    after = here + 1
    if word == "this" and second in STEPS and second not in ("this", "that", "same"):
        word, after = second, here + 2
        if word in ("last", "next"):
            word = "past" if word == "last" else "coming"
    found = _stepped_to(t, after, word)
    if (
        found is not None
        and here > at
        and not t.word(found[1] - 1).startswith(("decade", "centur"))
    ):
        return None  # by convention the article belongs to "the next decade" only
    return found


def _stepped_to(t: Reading, at: int, word: str) -> Found | None:
    steps = STEPS[word]
    many = count(t, at) if steps and t.word(at) not in ("a", "an") else None
    if many is not None:
        found = duration(t, at)
        if found is not None:
            amounts, after = found
            if t.word(after) in ("ago", "later", "before") and len(amounts) > 1:
                first = unit(t, t.skip(many[1], "more"))
                return (_several(amounts[:1], steps), first[1]) if first else None
            return _several(amounts, steps), after
    named = unit(t, at)
    if named is not None:
        return _stepped_unit(t, named, word)
    target = t.word(at)
    if target in PARTS and word not in ("same", "that", "present", "current"):
        if target in ("am", "pm", "noon", "midnight", "midday"):
            return None
        return derived(
            "part", lambda view: part_span(period(view.now, "day", steps)[0], target), "part"
        ), at + 1
    if target in WEEKDAYS and word not in ("same", "that"):
        return stepped_weekday(t, at, word)
    if word in ("same", "that", "current", "present"):
        return None
    inner = t.date(at) if target not in SEASONS else season(t, at)
    if inner is None and target in ("may", "march"):
        inner = month_first(t, at) if is_month(t, at) and t.capital(at) else None
    if inner is None or inner[0].yearly is None:
        return None
    return _stepped_yearly(inner[0], steps), inner[1]


def _several(amounts: tuple[Amount, ...], steps: int) -> Node:
    if len(amounts) == 1:
        return _rolling(amounts[0][0], amounts[0][1], steps)

    def find(view: View) -> Span:
        clock = any(name in CLOCK_UNITS for _, name in amounts)
        here = view.now.replace(microsecond=0) if clock else midnight(view.now)
        there = moved(here, amounts, steps)
        return (here, there) if steps > 0 else (there, here)

    return derived("span", find, "rolling")


def _stepped_unit(t: Reading, named: tuple[str, int], word: str) -> Found | None:
    name, after = named
    steps = STEPS[word]
    if word == "that" and name != "weekend":
        return None
    if name in CLOCK_UNITS:
        if steps == 0 or t.word(after - 1).endswith("s"):
            return None
        return _rolling(1, name, steps), after
    if t.word(after - 1).endswith("s") and name not in ("workday", "workweek"):
        return None
    if word == "past" and name in ("day", "week", "month", "year", "decade"):
        return _rolling(1, name, -1), after
    if word == "present" and name == "day":
        return None
    kind = "stepped" if name not in ("day",) else "near"
    return derived(name, lambda view: period(view.now, name, steps), kind), after


def stepped_weekday(t: Reading, at: int, word: str) -> Found | None:
    weekday = WEEKDAYS[t.word(at)]
    dated = t.date(at)
    if dated is not None and dated[0].kind == "date" and dated[0].yearly is not None:
        make = dated[0].yearly
        return derived("day", lambda view: make(view.now.year), "date"), dated[1]
    steps = STEPS[word]

    def find(view: View) -> Span:
        today = midnight(view.now)
        if word in ("coming", "upcoming"):
            return day_of(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
        gone = (today.weekday() - weekday - 1) % 7 + 1
        if word == "past" or (word == "last" and gone > 2):
            return day_of(today - timedelta(days=gone))
        if word == "last" and gone == 2 and today.weekday() == 6:
            return day_of(today - timedelta(days=gone))  # on Sunday, "last Friday" is not long gone
        return day_of(period(today, "week", steps)[0] + timedelta(days=weekday))

    return derived("day", find, "near"), at + 1


def _stepped_yearly(node: Node, steps: int) -> Node:
    make = node.yearly
    assert make is not None

    def find(view: View) -> Span:
        today = midnight(view.now)
        if steps == 0:
            span = make(today.year)
            if node.grain == "season":
                before = make(today.year - 1)
                return before if before[0] <= today < before[1] else span
            return span
        years = range(today.year - 9, today.year + 10)
        spans: list[Span] = []
        for year in years:
            try:
                spans.append(make(year))
            except ValueError:
                continue
        if steps > 0:
            return next(span for span in spans if span[0] > today)
        return next(span for span in reversed(spans) if span[1] <= today)

    return derived(node.grain, find, "near" if node.grain == "day" else "stepped")


def several_stepped(t: Reading, at: int) -> Found | None:
    """Read "5 past years", "the 3 next weeks"."""
    many = count(t, at)
    if many is None or t.word(many[1]) not in STEPS or STEPS[t.word(many[1])] == 0:
        return None
    named = unit(t, many[1] + 1)
    if named is None or t.word(at) in ("a", "an") or not t.word(named[1] - 1).endswith("s"):
        return None
    return _rolling(many[0], named[0], STEPS[t.word(many[1])]), named[1]


def _rolling(many: float, name: str, sign: int) -> Node:
    """Make the span of the next or last so many units, from today or, for hours, from now."""

    def find(view: View) -> Span:
        if name in CLOCK_UNITS:
            here = view.now.replace(microsecond=0)
            there = shift(here, sign * many, name)
            return (here, there) if sign > 0 else (there, here)
        if name in ("quarter", "decade", "century", "weekend"):
            first = period(view.now, name, 1 if sign > 0 else -int(many))[0]
            return first, period(first, name, int(many) - 1)[1]
        today = midnight(view.now)
        if sign < 0:
            return shift(today, -many, name), today
        if name == "workday":
            return shift(today, 1, name), shift(today, many, name) + timedelta(days=1)
        start = today + timedelta(days=1)
        return start, shift(start, many, name)

    return derived("span", find, "rolling")
