"""Read days and months as the calendar names them: 22 April, May 2018, 5/3/18."""

from __future__ import annotations

from datetime import datetime

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.calendar import day_of, month_of
from cognition.organs.thalamus.times.lexicon import DOUBTFUL, MONTHS, PREPOSITIONS
from cognition.organs.thalamus.times.nodes import Node, View, fixed, in_year
from cognition.organs.thalamus.times.numbers import day_number, ordinal, two_digit_year, year
from cognition.organs.thalamus.times.reading import Found, Reading

_SURE_BEFORE = PREPOSITIONS - {
    "this",
    "or",
    "and",
    "to",
    "for",
    "that",
    "over",
    "back",
    "on",
    "=",
    "each",
    "every",
}


def exact_day(year: int, month: int, day: int) -> Node:
    return fixed(day_of(datetime(year, month, day)), "day")


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    return (second, first) if first > 12 >= second else (first, second)


def numeric(t: Reading, at: int) -> Found | None:
    """Read a date in figures: 2016-10-16, 5/3/18, 23.04.2022, 22/04, 12-2015, 20161016."""
    kind = t.kind(at)
    n = t.numbers[at]
    try:
        if kind == "ymd":
            month, day = _month_and_day(n[1], n[2])
            return exact_day(n[0], month, day), at + 1
        if kind == "dmy":
            month, day = _month_and_day(n[0], n[1])
            if "." in t.words[at] and n[1] <= 12:
                month, day = n[1], n[0]
            return exact_day(n[2] if n[2] > 99 else two_digit_year(n[2]), month, day), at + 1
        if kind == "compact":
            return exact_day(n[0] // 10000, n[0] // 100 % 100, n[0] % 100), at + 1
        if kind == "ym":
            return fixed(month_of(n[0], n[1]), "month"), at + 1
        if kind == "my":
            return fixed(month_of(n[1], n[0]), "month"), at + 1
        if kind == "md":
            return with_year(t, nodes.month_day(*_month_and_day(n[0], n[1])), at + 1)
        spaced = t.kind(at + 1) == t.kind(at + 2) == "number" and len(t.words[at + 1]) == 2
        if kind == "number" and spaced and len(t.words[at]) == 4 and 1900 <= n[0] <= 2100:
            return exact_day(n[0], t.numbers[at + 1][0], t.numbers[at + 2][0]), at + 3
    except ValueError:
        return None
    return None


def dotted(t: Reading, at: int, mark: str = "dot") -> Found | None:
    """Read a month and a day joined by a full stop or hyphen, where the context tells."""
    if t.kind(at) == "dot":
        pair, after = t.numbers[at], at + 1
    elif mark == "-" and t.word(at + 1) == "-" and t.kind(at) == t.kind(at + 2) == "number":
        pair, after = (t.numbers[at][0], t.numbers[at + 2][0]), at + 3
    else:
        return None
    try:
        return nodes.month_day(*_month_and_day(*pair)), after
    except ValueError:
        return None


def with_year(t: Reading, node: Node, at: int, short: bool = False) -> Found:
    """Take up a year that follows: "1994", ", 1994", "of 1994", "in 2017", "of 87"."""
    ahead = at
    if t.word(ahead) == "." and t.kind(ahead + 1) in ("number", "mark"):
        ahead += 1
    bridge = t.word(ahead)
    if bridge in (",", "of", "in", "/", "-"):
        ahead += 1
    if bridge == "of" and t.word(ahead) == "the" and t.word(ahead + 1) == "year":
        ahead += 2
    found = year(
        t, ahead, short=short or bridge == "of" or (bridge == "/" and t.kind(ahead) == "number")
    )
    if found is None:
        return node, at
    if t.word(found[1]) in ("am", "pm", ":") or (bridge == "-" and not t.glued(ahead)):
        return node, at
    return in_year(node, found[0]), found[1]


def is_month(t: Reading, at: int) -> bool:
    """Tell whether a word names a month here, and is not the verb "may" or "march"."""
    word = t.word(at)
    if word not in MONTHS or t.word(at - 1) in ("$", "#", "@"):
        return False
    if word not in DOUBTFUL:
        return True
    before = t.word(at - 1)
    if before in _SURE_BEFORE or t.kind(at - 1) in ("number", "ymd"):
        return True
    if ordinal(t, at - 1) or before in ("st", "nd", "rd", "th", "/", "-", "the"):
        return True
    following = t.kind(at + 1) == "number" or ordinal(t, at + 1) is not None
    if (
        following
        or (t.word(at + 1) == "the" and ordinal(t, at + 2))
        or t.word(at + 1) in ("/", "-")
    ):
        return True
    if t.word(at + 1) in ("to", "till", "until", "through") and t.word(at + 2) in MONTHS:
        return True
    if word == "may" and day_number(t, at + 1) and t.word(at + 1) not in ("one", "second"):
        return True
    return t.capital(at) and before in PREPOSITIONS | {"and", "or", "on", "to", "this", "for"}


def month_first(t: Reading, at: int) -> Found | None:
    """Read "May", "May 2018", "May 9", "Dec31, 1994", "June the 28th 2020", "September-2020-23"."""
    if not is_month(t, at):
        return None
    number = MONTHS[t.word(at)]
    after = at + 1
    dot = t.skip(after, ".") if t.glued(after) else after
    ahead = dot
    if t.word(ahead) in (",", "/", "-", "the"):
        ahead += 1
    day = day_number(t, ahead)
    if day is not None and not _starts_year_or_clock(t, ahead, day[1]):
        try:
            node = nodes.month_day(number, day[0])
        except ValueError:
            return nodes.month(number), after
        return with_year(
            t, node, day[1], short=t.kind(day[1]) == "number" and _bare_year(t, day[1])
        )
    found = with_year(t, nodes.month(number), dot, short=t.word(dot) in ("'", "’"))
    if found[1] == dot:
        return found[0], after
    span = found[0].find(View(datetime(2000, 1, 1)))
    if t.word(found[1]) in ("-", "/") and t.glued(found[1] + 1):
        last = day_number(t, found[1] + 1)
        if last is not None:
            return exact_day(span[0].year, number, last[0]), last[1]
    return fixed(span, "month", "month"), found[1]


def _bare_year(t: Reading, at: int) -> bool:
    """Tell whether two figures after "January first" are a year rather than an hour."""
    follows = t.word(at + 1)
    return (
        len(t.words[at]) == 2
        and t.word(at - 1) not in ("-", "/")
        and follows not in (":", "am", "pm", "-", "to", "people")
        and (ordinal(t, at - 1) is not None)
    )


def _starts_year_or_clock(t: Reading, at: int, after: int) -> bool:
    if t.word(after) in ("thousand", "hundred"):
        return True
    if t.kind(at) == "number" and t.word(after) in ("am", "pm"):
        return True
    found = year(t, at)
    return found is not None and found[1] > after


def day_first(t: Reading, at: int) -> Found | None:
    """Read "22 April", "second of Aug", "the 23rd day of September", "05-Aug-2016"."""
    here = at
    day = day_number(t, here)
    if day is None:
        return None
    if t.word(here - 1) in ("$", "£", "€"):
        return None
    after = t.skip(day[1], "day") if day[1] > here and ordinal(t, here) else day[1]
    after = t.skip(after, "of", "-", "/")
    after = t.skip(after, "the")
    dashed = t.word(after + 1) in ("-", "/") and t.glued(after + 2)
    if dashed and t.kind(after) == "number" and t.word(after + 2) in MONTHS:  # 23-2020-September
        try:
            return exact_day(t.numbers[after][0], MONTHS[t.word(after + 2)], day[0]), after + 3
        except ValueError:
            return None
    if t.word(after) not in MONTHS:
        return None
    if (
        (
            t.word(after) in DOUBTFUL
            and after == day[1]
            and t.word(after) == "may"
            and not t.capital(after)
        )
        and ordinal(t, here) is None
        and t.kind(after + 1) == "word"
    ):
        return None
    try:
        node = nodes.month_day(MONTHS[t.word(after)], day[0])
    except ValueError:
        return None
    stop = t.skip(after + 1, ".") if t.kind(after + 2) == "number" else after + 1
    node, end = with_year(t, node, stop, short=t.word(stop) == "-" and t.glued(stop + 1))
    return node, after + 1 if end == stop else end
