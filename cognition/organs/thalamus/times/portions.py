"""Read parts of periods: the end of the month, mid-November, the first week of 2021."""

from __future__ import annotations

from datetime import datetime, timedelta

from cognition.organs.thalamus.times.calendar import (
    Span,
    day_of,
    midnight,
    month_shift,
    nth_weekday,
    period,
    shift,
    weeks_in,
)
from cognition.organs.thalamus.times.lexicon import EDGES, UNITS, WEEKDAYS
from cognition.organs.thalamus.times.nodes import Node, View, derived, every_year
from cognition.organs.thalamus.times.numbers import cardinal, ordinal, unit
from cognition.organs.thalamus.times.reading import Found, Reading

_ABBREVIATED = {"eod": "day", "eow": "week", "eom": "month", "eoy": "year"}


def _third(span: Span, edge: str, grain: str) -> Span:
    """Cut an explicit month or year in three: January to April, May to August, ..."""
    start, end = span
    if grain in ("year", "decade", "century", "quarter", "season"):
        months = (end.year - start.year) * 12 + end.month - start.month
        cuts = [month_shift(start, round(months * part / 3)) for part in range(4)]
    elif grain == "month":
        cuts = [start, start.replace(day=10), start.replace(day=21), end]
        if edge == "early":
            cuts[1] = start.replace(day=11)
    else:
        size = (end - start) / 3
        cuts = [start, start + size, start + 2 * size, end]
    which = {"early": 0, "mid": 1, "late": 2}[edge]
    return cuts[which], cuts[which + 1]


def _half(span: Span, edge: str, grain: str) -> Span:
    """Cut a period told from today in two; its middle is the middle third."""
    start, end = span
    if edge == "mid":
        return _third(span, edge, grain)
    if grain == "year":
        cut = month_shift(start, 6)
    elif grain == "month":
        cut = start.replace(day=16)
    elif grain == "week":
        cut = start + timedelta(days=3)
    else:
        cut = start + (end - start) / 2
    return (start, cut) if edge == "early" else (cut, end)


def _part_edge(span: Span, edge: str, word: str) -> Span:
    start, end = span
    if edge == "mid":
        return start + timedelta(hours=1), end - timedelta(hours=1)
    half = start + timedelta(hours=2)
    del word
    return (start, half) if edge == "early" else (half, end)


def _day_edge(span: Span, edge: str, word: str) -> Span:
    start = span[0]
    if word == "end":
        last = start + timedelta(days=1, seconds=-1)
        return last, last
    hours = {"early": (0, 12), "mid": (10, 14), "late": (12, 24)}[edge]
    return start + timedelta(hours=hours[0]), start + timedelta(hours=hours[1])


def edge(t: Reading, at: int) -> Found | None:
    """Read "the end of 2008", "mid-November", "later this week", "early in the day", "EOD"."""
    if t.word(at) in _ABBREVIATED or (t.word(at) == "the" and t.word(at + 1) == "eod"):
        here = t.skip(at, "the")
        return _edge_node(_present(_ABBREVIATED[t.word(here)]), "late", "end", here + 1)
    here = t.skip(at, "the", "very")
    if t.word(here) not in EDGES:
        return None
    found = _edge_of(t, here)
    if here > at and found is not None and found[0].grain != "instant":
        return None  # by convention the article belongs to "the end of today" only
    return found


def _edge_of(t: Reading, here: int) -> Found | None:
    word = t.word(here)
    after = here + 1
    if word in ("beginning", "start", "end", "middle", "midway"):
        if t.word(after) == "of":
            after += 1
        else:
            return None
    else:
        after = t.skip(after, "in", "-", "on", "of")
    inner = t.date(after) or t.date(t.skip(after, "the"))
    article = t.skip(after, "the", "this")
    bare = (
        t.word(article)
        if t.word(article) in ("day", "week", "month", "year", "quarter", "decade")
        else ""
    )
    if (inner is None and bare and word not in ("early", "late", "mid")) or (
        inner is None and bare and article > after
    ):
        return _edge_node(_present(bare), EDGES[word], word, article + 1)
    if inner is None or inner[0].kind in ("now", "rolling"):
        return None
    if t.word(after) in ("of", "a", "an"):
        return None
    return _edge_node(inner[0], EDGES[word], word, inner[1])


def _present(name: str) -> Node:
    return derived(name, lambda view: period(view.now, name), "stepped")


def _edge_node(node: Node, which: str, word: str, after: int) -> Found | None:
    if node.grain == "day":
        return derived(
            "instant" if word == "end" else "part",
            lambda view: _day_edge(node.find(view), which, word),
            "edge",
        ), after
    if node.grain == "part":
        return derived("part", lambda view: _part_edge(node.find(view), which, word), "part"), after
    if node.grain in ("instant", "span"):
        return None
    if node.yearly is not None:
        make = node.yearly
        return every_year(
            lambda year: _third(make(year), which, node.grain), node.grain + " part", "edge"
        ), after
    if node.kind in ("fixed", "year", "month"):
        return derived(
            node.grain + " part", lambda view: _third(node.find(view), which, node.grain), "edge"
        ), after

    def find(view: View) -> Span:
        start, end = _half(node.find(view), which, node.grain)
        today = midnight(view.now)
        if word == "earlier" and start < today < end:
            end = today
        if word == "later" and start < today < end and node.grain in ("week", "month", "year"):
            start = today
        return start, end

    return derived(node.grain + " part", find, "edge"), after


def _position(t: Reading, at: int) -> tuple[int, int] | None:
    if t.word(at) in ("last", "final"):
        return -1, at + 1
    return ordinal(t, at)


def nth_of(t: Reading, at: int) -> Found | None:
    """Read "the first 2 weeks of 2021", "last week of July", "first Monday of May"."""
    here = t.skip(at, "the")
    nth = _position(t, here)
    if nth is None:
        return None
    number, after = nth
    many = cardinal(t, after)
    size = many[0] if many and t.word(many[1]) in UNITS else 1
    after = many[1] if size != 1 and many else after
    if t.word(after) in WEEKDAYS:
        if here > at:
            return None
        return _nth_weekday(t, WEEKDAYS[t.word(after)], number, after + 1)
    named = unit(t, after)
    if named is None:
        return None
    name, after = named
    if t.word(after) not in ("of", "in"):
        return None
    outer = t.date(after + 1) or t.date(t.skip(after + 1, "the"))
    if (
        outer is None
        or outer[0].grain in ("day", "instant", "part")
        or name in ("hour", "minute", "second")
    ):
        return None
    node, end = outer
    if node.yearly is not None:
        make = node.yearly
        return every_year(lambda year: _nth_unit(make(year), name, number, size), name), end
    return derived(
        name, lambda view: _nth_unit(node.find(view), name, number, size), "stepped"
    ), end


def _nth_unit(span: Span, name: str, number: int, size: int) -> Span:
    if name == "week":
        mondays = weeks_in(span)
        index = number - 1 if number > 0 else len(mondays) - size
        start = mondays[index]
        return start, start + timedelta(days=7 * size)
    if name == "weekend":
        saturday = nth_weekday(span, 5, number)
        return saturday, saturday + timedelta(days=2)
    if number > 0:
        start = shift(span[0], number - 1, name)
        end = shift(start, size, name)
    else:
        start, end = shift(span[1], -size, name), span[1]
    if not span[0] <= start < span[1]:
        raise ValueError("no such part in this period")
    return start, end


def _nth_weekday(t: Reading, weekday: int, number: int, after: int) -> Found | None:
    def within(span: Span) -> Span:
        return day_of(nth_weekday(span, weekday, number))

    partial = Node(
        "day",
        lambda view: within(period(view.now, "month")),
        within=within,
        kind="nth",
        whole=False,
    )
    if t.word(after) not in ("of", "in"):
        return partial, after
    outer = t.date(after + 1) or t.date(t.skip(after + 1, "the"))
    if outer is None or outer[0].grain not in ("month", "year", "season", "quarter"):
        return partial, after
    node, end = outer
    if node.yearly is not None:
        make = node.yearly
        return every_year(lambda year: within(make(year)), "day", "date"), end
    return derived("day", lambda view: within(node.find(view)), "near"), end


def endpoint_edge(t: Reading, at: int) -> Found | None:
    """Read "the end of 2008" as the moment at which a range starts or stops."""
    here = t.skip(at, "the")
    word = t.word(here)
    if word not in ("end", "start", "beginning", "middle") or t.word(here + 1) != "of":
        return None
    inner = t.date(here + 2) or t.date(t.skip(here + 2, "the"))
    if inner is None:
        return None
    node, after = inner

    def point(span: Span) -> Span:
        start, end = span
        if word == "end":
            start = end
        elif word == "middle":
            start = datetime.fromordinal((start + (end - start) / 2).toordinal())
        return start, start

    if node.yearly is not None:
        make = node.yearly
        return every_year(lambda year: point(make(year)), node.grain, "point"), after
    return derived("day", lambda view: point(node.find(view)), "point"), after
