"""Read dates that are told from where one stands: today, next week, three days ago, the Friday after next."""

from __future__ import annotations

from datetime import datetime, timedelta

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.absolute import feast, is_month, month_first, season
from cognition.organs.thalamus.times.calendar import Span, day_of, midnight, period, shift
from cognition.organs.thalamus.times.lexicon import (
    CLOCK_UNITS,
    NEAR_DAYS,
    PARTS,
    SEASONS,
    STEPS,
    TONIGHT,
    VAGUE,
    WEEKDAYS,
)
from cognition.organs.thalamus.times.nodes import Node, View, derived
from cognition.organs.thalamus.times.numbers import Amount, count, duration, unit
from cognition.organs.thalamus.times.reading import Found, Reading

_NIGHT_END = timedelta(seconds=1)
_PRESENT = (
    ("right", "now"),
    ("at", "the", "moment"),
    ("at", "the", "minute"),
    ("at", "present"),
    ("at", "the", "present", "time"),
    ("at", "this", "time"),
    ("at", "this", "moment"),
    ("current", "date"),
    ("now",),
)
_TO_DATE = {"year": "year", "month": "month", "week": "week", "quarter": "quarter"}


def part_span(day: datetime, part: str) -> Span:
    """Give a part of a day; a night ends one second before midnight."""
    first, last = PARTS[part]
    start, end = day + timedelta(hours=first), day + timedelta(hours=last)
    return start, end - _NIGHT_END if last == 24 else end


def near_day(t: Reading, at: int) -> Found | None:
    """Read "today", "tomorrow", "tonight"."""
    word = t.word(at)
    if word in TONIGHT:
        return derived("part", lambda view: part_span(midnight(view.now), "night"), "part"), at + 1
    if word in NEAR_DAYS:
        steps = NEAR_DAYS[word]
        return derived("day", lambda view: period(view.now, "day", steps), "near"), at + 1
    return None


def present(t: Reading, at: int) -> Found | None:
    """Read "now", "right now", "at the moment"."""
    for words in _PRESENT:
        if t.words[at : at + len(words)] == list(words):
            after = at + len(words)
            if words == ("at", "this", "time") and t.word(after) in ("of", "next", "last"):
                continue
            if words == ("now",) and t.word(after) == "and" and t.word(after + 1) == "then":
                return None
            return derived(
                "instant", lambda view: (view.now.replace(microsecond=0),) * 2, "now"
            ), after
    return None


def to_date(t: Reading, at: int) -> Found | None:
    """Read "year to date", "YTD", "the rest of the week"."""
    name = _TO_DATE.get(t.word(at), "")
    if t.word(at) == "ytd" or (name and t.words[at + 1 : at + 3] == ["to", "date"]):
        after = at + 1 if not name else at + 3
        node = name or "year"
        return derived(
            "span", lambda view: (period(view.now, node)[0], midnight(view.now)), "rolling"
        ), after
    here = t.skip(at, "the")
    if t.word(here) not in ("rest", "remainder", "remaining") or t.word(here + 1) != "of":
        return None
    named = unit(t, t.skip(here + 2, "the", "this", "my", "our"))
    whole = (
        t.date(here + 2)
        if named is None
        else (derived(named[0], lambda view: period(view.now, named[0])), named[1])
    )
    if whole is None or whole[0].grain in ("instant", "span"):
        return None
    inner = whole[0]

    def find(view: View) -> Span:
        start, end = inner.find(view)
        now = (
            view.now.replace(microsecond=0)
            if inner.grain in ("day", "part")
            else midnight(view.now)
        )
        return (max(start, now), end) if now < end else (start, end)

    return derived("span", find, "rolling"), whole[1]


def _rolling(many: float, name: str, sign: int) -> Node:
    """Make the span of the next or last so many units, counted from today or, for hours, from now."""

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


def stepped(t: Reading, at: int) -> Found | None:
    """Read "this week", "next 3 days", "last Friday", "this past Wednesday", "next May", "last night"."""
    here = t.skip(at, "the")
    word = t.word(here)
    if word not in STEPS:
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
        return _stepped_weekday(t, at, word)
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
        there = _moved(here, amounts, steps)
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


def _stepped_weekday(t: Reading, at: int, word: str) -> Found | None:
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


def _moved(moment: datetime, amounts: tuple[Amount, ...], sign: int) -> datetime:
    for many, name in amounts:
        moment = shift(moment, sign * many, name)
    return moment


def _at_distance(amounts: tuple[Amount, ...], sign: int, anchor: Node | None = None) -> Node:
    """Make the day (or, by the clock, the instant) that lies so far from now or from an anchor."""
    clock = any(name in CLOCK_UNITS for _, name in amounts)
    last = amounts[-1][1]

    def find(view: View) -> Span:
        if anchor is None:
            here = view.now.replace(microsecond=0)
        else:
            here = anchor.find(view)[0]
        there = _moved(here, amounts, sign)
        if clock:
            return there, there
        if last == "weekend":
            if anchor is None and sign < 0 and here.weekday() < 5:
                there = _moved(here, amounts, sign)
            return period(there, "weekend")
        return day_of(there)

    kind = "weeks" if last in ("day", "week", "fortnight") else "distance"
    return derived("instant" if clock else ("weekend" if last == "weekend" else "day"), find, kind)


def _lasting(amounts: tuple[Amount, ...], anchor: Node) -> Node:
    def find(view: View) -> Span:
        start = anchor.find(view)[0]
        return start, _moved(start, amounts, 1)

    return derived("span", find, "rolling")


def distance(t: Reading, at: int) -> Found | None:
    """Read "3 days ago", "two weeks from tomorrow", "2 weeks before Christmas", "a week starting Monday"."""
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
        end = _moved(start, amounts, sign)
        return (start, end) if sign > 0 else (end, start)

    return derived("span", find, "rolling"), after


def beyond(t: Reading, at: int) -> Found | None:
    """Read "the week after next", "the Friday before last", "the day before yesterday", "the week of the 18th"."""
    here = t.skip(at, "the")
    word = t.word(here)
    if word in WEEKDAYS:
        sign = {("after", "next"): 1, ("before", "last"): -1}.get(
            (t.word(here + 1), t.word(here + 2))
        )
        if sign is None:
            return None
        base = _stepped_weekday(t, here, "next" if sign > 0 else "last")
        if base is None:
            return None
        near = base[0]
        return derived(
            "day", lambda view: day_of(near.find(view)[0] + timedelta(days=7 * sign)), "near"
        ), here + 3
    named = unit(t, here)
    if named is None or t.word(here).endswith("s"):
        return _named_week(t, here)
    name, after = named
    pair = (t.word(after), t.word(after + 1))
    if pair in (("after", "next"), ("before", "last")):
        steps = 2 if pair[1] == "next" else -2
        return derived(name, lambda view: period(view.now, name, steps), "stepped"), after + 2
    if pair[0] in ("before", "after"):
        return _beside(t, name, after, -1 if pair[0] == "before" else 1, here > at)
    if name in ("week", "weekend") and pair[0] in ("of", "beginning", "starting", "commencing"):
        return _week_of(t, name, t.skip(after + 1, "on", "from"))
    return None


def _beside(t: Reading, name: str, after: int, sign: int, article: bool) -> Found | None:
    anchor = t.date(after + 1)
    if anchor is None:
        stops = t.kind(after + 1) in ("mark", "")
        if name == "day" and stops and article:
            return derived("day", lambda view: period(view.now, "day", sign), "near"), after + 1
        return None
    node, end = anchor

    def find(view: View) -> Span:
        span = node.find(view)
        if name == "day":
            return day_of(
                span[0] - timedelta(days=1)
                if sign < 0
                else max(span[1], span[0] + timedelta(days=1))
            )
        if name in CLOCK_UNITS:
            return tuple(sorted((span[0], shift(span[0], sign, name))))  # pyright: ignore[reportReturnType]
        return period(span[0], name, sign)

    return derived(name, find, "near" if name == "day" else "stepped"), end


def _week_of(t: Reading, name: str, at: int) -> Found | None:
    anchor = t.date(at) or t.date(t.skip(at, "the"))
    if anchor is None or anchor[0].grain not in ("day", "part"):
        return None
    node, end = anchor
    if name == "weekend":
        return derived("weekend", lambda view: _long_weekend(node.find(view)[0]), "stepped"), end
    return derived("week", lambda view: period(node.find(view)[0], "week"), "stepped"), end


def _long_weekend(day: datetime) -> Span:
    """Give the weekend around a feast, stretched to hold it."""
    saturday = period(day, "weekend")[0] - timedelta(days=7 if day.weekday() < 2 else 0)
    return min(saturday, day), max(saturday + timedelta(days=2), day + timedelta(days=1))


def _named_week(t: Reading, at: int) -> Found | None:
    if t.words[at : at + 3] == ["w", "/", "c"]:
        return _week_of(t, "week", at + 3)
    found = feast(t, at)
    if found is None or t.word(found[1]) not in ("weekend", "week"):
        return None
    name, after = t.word(found[1]), found[1] + 1
    node = found[0]
    if t.kind(after) == "number" and len(t.words[after]) == 4:
        node = nodes.in_year(node, t.numbers[after][0])
        after += 1
    if name == "week":
        return derived("week", lambda view: period(node.find(view)[0], "week"), "stepped"), after
    return derived("weekend", lambda view: _long_weekend(node.find(view)[0]), "stepped"), after


def this_unit(t: Reading, at: int) -> Found | None:
    """Read "the week" in "for the week", "the weekend", "weekend"."""
    here = t.skip(at, "the")
    word = t.word(here)
    before = t.word(at - 1)
    if word == "weekend" and (here > at or before not in ("a", "every", "each", "long")):
        return derived("weekend", lambda view: period(view.now, "weekend"), "stepped"), here + 1
    if here == at or word not in ("day", "week", "month", "year", "fortnight", "quarter"):
        return None
    follows = t.kind(here + 1)
    if (
        before not in ("for", "of", "in", "during", "unavailable", "rest", "over", "through")
        and word != "fortnight"
    ):
        return None
    if (
        follows == "number"
        or t.word(here + 1) in ("before", "after", "when", "that", "of", "to")
        or (follows == "word" and before != "of" and t.word(here + 1) not in WEEKDAYS)
    ):
        return None
    return derived(
        word, lambda view: period(view.now, word), "near" if word == "day" else "stepped"
    ), here + 1


__all__ = [
    "VAGUE",
    "ahead",
    "beyond",
    "distance",
    "near_day",
    "part_span",
    "present",
    "several_stepped",
    "stepped",
    "this_unit",
    "to_date",
]
