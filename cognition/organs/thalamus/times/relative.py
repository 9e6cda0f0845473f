"""Read what is told from today: tomorrow, now, the week after next, the rest of the month."""

from __future__ import annotations

from datetime import datetime, timedelta

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.calendar import Span, day_of, midnight, period, shift
from cognition.organs.thalamus.times.clock import part_span
from cognition.organs.thalamus.times.feasts import feast
from cognition.organs.thalamus.times.lexicon import CLOCK_UNITS, NEAR_DAYS, TONIGHT, WEEKDAYS
from cognition.organs.thalamus.times.nodes import View, derived
from cognition.organs.thalamus.times.numbers import unit
from cognition.organs.thalamus.times.reading import Found, Reading
from cognition.organs.thalamus.times.steps import stepped_weekday

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


def near_day(t: Reading, at: int) -> Found | None:
    """Read "today", "tomorrow", "tonight"."""
    word = t.word(at)
    if word in TONIGHT:
        return derived("part", lambda view: part_span(midnight(view.now), "night"), "part"), at + 1
    if word in NEAR_DAYS:
        steps = NEAR_DAYS[word]
        return derived("day", lambda view: period(view.now, "day", steps), "near"), at + 1
    return None


def _instant(view: View) -> Span:
    here = view.now.replace(microsecond=0)
    return here, here


def present(t: Reading, at: int) -> Found | None:
    """Read "now", "right now", "at the moment"."""
    for words in _PRESENT:
        if t.words[at : at + len(words)] == list(words):
            after = at + len(words)
            if words == ("at", "this", "time") and t.word(after) in ("of", "next", "last"):
                continue
            if words == ("now",) and t.word(after) == "and" and t.word(after + 1) == "then":
                return None
            return derived("instant", lambda view: _instant(view), "now"), after
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


def beyond(t: Reading, at: int) -> Found | None:
    """Read "the week after next", "the day before yesterday", "the week of the 18th"."""
    here = t.skip(at, "the")
    word = t.word(here)
    if word in WEEKDAYS:
        sign = {("after", "next"): 1, ("before", "last"): -1}.get(
            (t.word(here + 1), t.word(here + 2))
        )
        if sign is None:
            return None
        base = stepped_weekday(t, here, "next" if sign > 0 else "last")
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
            there = shift(span[0], sign, name)
            return min(span[0], there), max(span[0], there)
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
