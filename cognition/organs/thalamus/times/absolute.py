"""Read dates that the calendar names: days of months, months, years, quarters, decades, seasons, feasts, weeks."""

from __future__ import annotations

from datetime import datetime, timedelta

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.calendar import (
    DAY_OPTIONAL,
    FEASTS,
    NEEDS_DAY,
    Span,
    day_of,
    iso_week,
    month_of,
    period,
    year_of,
)
from cognition.organs.thalamus.times.lexicon import DECADES, DOUBTFUL, MONTHS, PREPOSITIONS, SEASONS
from cognition.organs.thalamus.times.nodes import Node, View, derived, every_year, fixed, in_year
from cognition.organs.thalamus.times.numbers import (
    cardinal,
    day_number,
    ordinal,
    two_digit_year,
    year,
)
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
_SEASON_BEFORE = frozenset(
    "this last next in since until by during early late mid of over for through coming".split()
)


def _day(year: int, month: int, day: int) -> Node:
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
            return _day(n[0], month, day), at + 1
        if kind == "dmy":
            month, day = _month_and_day(n[0], n[1])
            if "." in t.words[at] and n[1] <= 12:
                month, day = n[1], n[0]
            return _day(n[2] if n[2] > 99 else two_digit_year(n[2]), month, day), at + 1
        if kind == "compact":
            return _day(n[0] // 10000, n[0] // 100 % 100, n[0] % 100), at + 1
        if kind == "ym":
            return fixed(month_of(n[0], n[1]), "month"), at + 1
        if kind == "my":
            return fixed(month_of(n[1], n[0]), "month"), at + 1
        if kind == "md":
            return _with_year(t, nodes.month_day(*_month_and_day(n[0], n[1])), at + 1)
        if kind == "number" and len(t.words[at]) == 4 and 1900 <= n[0] <= 2100:
            if t.kind(at + 1) == t.kind(at + 2) == "number" and len(t.words[at + 1]) == 2:
                return _day(n[0], t.numbers[at + 1][0], t.numbers[at + 2][0]), at + 3
    except ValueError:
        return None
    return None


def dotted(t: Reading, at: int, mark: str = "dot") -> Found | None:
    """Read a month and a day joined by a full stop or a hyphen, where the context says that it is a date."""
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


def _with_year(t: Reading, node: Node, at: int, short: bool = False) -> Found:
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
        return _with_year(
            t, node, day[1], short=t.kind(day[1]) == "number" and _bare_year(t, day[1])
        )
    found = _with_year(t, nodes.month(number), dot, short=t.word(dot) in ("'", "’"))
    if found[1] == dot:
        return found[0], after
    span = found[0].find(View(datetime(2000, 1, 1)))
    if t.word(found[1]) in ("-", "/") and t.glued(found[1] + 1):
        last = day_number(t, found[1] + 1)
        if last is not None:
            return _day(span[0].year, number, last[0]), last[1]
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
    """Read "22 April", "second of Aug", "the 23rd day of September", "05-Aug-2016", "twenty five January 1986"."""
    here = at
    day = day_number(t, here)
    if day is None:
        return None
    if t.word(here - 1) in ("$", "£", "€"):
        return None
    after = t.skip(day[1], "day") if day[1] > here and ordinal(t, here) else day[1]
    after = t.skip(after, "of", "-", "/")
    after = t.skip(after, "the")
    if t.kind(after) == "number" and len(t.words[after]) == 4 and t.word(after + 1) in ("-", "/"):
        if t.word(after + 2) in MONTHS and t.glued(after + 2):  # 23-2020-September
            try:
                return _day(t.numbers[after][0], MONTHS[t.word(after + 2)], day[0]), after + 3
            except ValueError:
                return None
    if t.word(after) not in MONTHS:
        return None
    if (
        t.word(after) in DOUBTFUL
        and after == day[1]
        and t.word(after) == "may"
        and not t.capital(after)
    ):
        if ordinal(t, here) is None and t.kind(after + 1) == "word":
            return None
    try:
        node = nodes.month_day(MONTHS[t.word(after)], day[0])
    except ValueError:
        return None
    stop = t.skip(after + 1, ".") if t.kind(after + 2) == "number" else after + 1
    node, end = _with_year(t, node, stop, short=t.word(stop) == "-" and t.glued(stop + 1))
    return node, after + 1 if end == stop else end


def year_first(t: Reading, at: int) -> Found | None:
    """Read "2014", "year 2008", "2017 April", "2019/aug/01", "2020/23/Sep", "2017-q1"."""
    here = at
    while t.word(here) in ("calendar", "fiscal", "year", "cy", "fy", "="):
        here += 1
    named = any(word in ("year", "cy", "fy", "=") for word in t.words[at:here])
    found = year(t, here, short=t.word(here - 1) in ("cy", "fy") and here > at)
    if found is None or (here > at and not named):
        return None
    value, after = found
    ahead = t.skip(after, "-", "/", ",")
    if t.word(ahead) in MONTHS and (t.word(ahead) != "may" or t.capital(ahead)):
        return _year_month(t, value, ahead)
    part = day_number(t, ahead) if ahead > after else None
    if part and t.word(part[1]) in ("-", "/") and t.word(part[1] + 1) in MONTHS:
        try:
            return _day(value, MONTHS[t.word(part[1] + 1)], part[0]), part[1] + 2
        except ValueError:
            return None
    part_of_year = _fraction(t, ahead)
    if part_of_year is not None:
        return fixed(_fraction_span(value, *part_of_year[0]), "quarter"), part_of_year[1]
    if not named and not _stands_for_year(t, here, value, after):
        return None
    return fixed(year_of(value), "year", "year"), after


def _year_month(t: Reading, value: int, at: int) -> Found | None:
    number = MONTHS[t.word(at)]
    if t.word(at + 1) in ("-", "/"):
        day = day_number(t, at + 2)
        if day is not None:
            try:
                return _day(value, number, day[0]), day[1]
            except ValueError:
                return None
    return fixed(month_of(value, number), "month"), at + 1


def _stands_for_year(t: Reading, at: int, value: int, after: int) -> bool:
    """Tell whether a bare number is a year and no quantity."""
    before, following = t.word(at - 1), t.word(after)
    if before in ("$", "£", "€", "#", "+", ".", ":", "@") or following in ("%", "°"):
        return False
    if (
        before in ("-", "/")
        and t.kind(at - 2) in ("number", "word")
        and (t.glued(at) or t.kind(at - 2) == "number")
    ):
        if year(t, at - 2) is None or t.word(at - 3) in ("-", "/"):
            return False
        return following not in ("-", "/")
    if following in ("-", "/") and t.kind(after + 1) == "number":
        return year(t, after + 1) is not None and t.word(after + 2) not in ("-", "/")
    if following in ("-", "/") and t.glued(after) and t.kind(after + 1) == "word":
        return False
    if t.kind(at) == "number" and t.glued(at) and t.kind(at - 1) == "word":
        return False
    counted = (
        t.kind(after) == "word"
        and following.endswith("s")
        and following not in ("was", "is", "has", "does", "this", "us", "as")
    )
    if counted:
        return False
    if before in PREPOSITIONS or before in ("=", "~", "–", "—"):
        return 1500 <= value <= 2200
    if t.kind(at) != "number":
        return False
    return 1900 <= value <= t.now.year + 20 and (
        not following
        or t.kind(after) != "word"
        or following in ("and", "or", "to", "till", "until", "through", "was", "is")
    )


def _fraction(t: Reading, at: int) -> tuple[tuple[str, int], int] | None:
    """Read "q1", "h2", "first quarter", "2nd half"."""
    if t.word(at) in ("q", "h") and t.kind(at + 1) == "number" and t.glued(at + 1):
        kind, number = ("quarter", 4) if t.word(at) == "q" else ("half", 2)
        if 1 <= t.numbers[at + 1][0] <= number:
            return (kind, t.numbers[at + 1][0]), at + 2
        return None
    nth = ordinal(t, at)
    if nth and t.word(nth[1]) in ("quarter", "half") and nth[0] <= 4:
        return (t.word(nth[1]), nth[0]), nth[1] + 1
    return None


def _fraction_span(value: int, kind: str, number: int) -> Span:
    size = 3 if kind == "quarter" else 6
    first = month_of(value, (number - 1) * size + 1)[0]
    return first, month_of(value, number * size)[1]


def fraction(t: Reading, at: int) -> Found | None:
    """Read "Q3 2019", "q1 of 2017", "the first quarter of the year", "first half of last year"."""
    found = _fraction(t, t.skip(at, "the"))
    if found is None:
        return None
    (kind, number), after = found
    ahead = t.skip(after, "of", "-", ",", "/", "in")
    ahead_year = year(t, ahead)
    if ahead_year is not None:
        return fixed(_fraction_span(ahead_year[0], kind, number), "quarter"), ahead_year[1]
    if t.word(after) == "of":
        outer = t.date(after + 1)
        if outer is not None and outer[0].grain == "year":
            node = outer[0]
            return derived(
                "quarter", lambda view: _fraction_span(node.find(view)[0].year, kind, number)
            ), outer[1]
        return None
    return every_year(lambda value: _fraction_span(value, kind, number), "quarter"), after


def decade(t: Reading, at: int) -> Found | None:
    """Read "1990s", "the 90s", "'80s", "nineties", "15th century"."""
    here = t.skip(at, "the")
    here = t.skip(here, "'", "’")
    if t.word(here) in DECADES:
        return _decade(DECADES[t.word(here)] + 1900, here + 1)
    nth = ordinal(t, here)
    if nth and t.word(nth[1]) == "century" and 1 <= nth[0] <= 30:
        start = max(1, (nth[0] - 1) * 100)
        return fixed((datetime(start, 1, 1), datetime(nth[0] * 100, 1, 1)), "century"), nth[1] + 1
    if t.kind(here) != "number":
        return None
    after = t.skip(here + 1, "'", "’")
    value = t.numbers[here][0]
    if t.word(after) != "s" or value % 10:
        return None
    if len(t.words[here]) == 4 and 1000 <= value <= 2200:
        return _decade(value, after + 1)
    if len(t.words[here]) == 2 and value >= 20:
        return _decade(1900 + value, after + 1)
    return None


def _decade(value: int, after: int) -> Found:
    return fixed((datetime(value, 1, 1), datetime(value + 10, 1, 1)), "decade"), after


def season(t: Reading, at: int) -> Found | None:
    """Read "summer 2019", "the winter of 2020", "in the autumn"; meteorological seasons of the north."""
    word = t.word(at)
    if word not in SEASONS:
        return None
    first = SEASONS[word]

    def make(value: int) -> Span:
        start = datetime(value, first, 1)
        return start, period(start, "month", 3)[0]

    node, after = _with_year(t, every_year(make, "season", "season"), at + 1)
    if after == at + 1:
        before, bare = t.word(at - 1), word not in DOUBTFUL
        if before == "the":
            before, bare = t.word(at - 2), False
        if before not in _SEASON_BEFORE and not (bare and before in ("my", "our", "all", "every")):
            return None
    return node, after


def week_number(t: Reading, at: int) -> Found | None:
    """Read "week 31", "week 3 of 2027"; ISO weeks."""
    if t.word(at) != "week":
        return None
    number = cardinal(t, t.skip(at + 1, "number", "no"))
    if number is None or not 1 <= number[0] <= 53 or t.kind(number[1] - 1) != "number":
        return None
    week, after = number
    here = derived(
        "week",
        lambda view: iso_week((view.now - timedelta(days=view.now.weekday() - 3)).year, week),
    )
    if t.word(after) in ("of", "in", ","):
        outer = t.date(t.skip(after + 1, "the"))
        if outer is not None and outer[0].grain == "year":
            inner = outer[0]
            return derived("week", lambda view: iso_week(inner.find(view)[0].year, week)), outer[1]
    return here, after


def feast(t: Reading, at: int) -> Found | None:
    """Read a holiday, with or without "day", "eve", a year or "weekend"."""
    for length in (3, 2, 1):
        name, after = _name(t, at, length)
        make = FEASTS.get(name)
        if make is None:
            continue
        is_day = t.word(after) == "day" and name not in ("christmas eve",)
        if not is_day and name in NEEDS_DAY and name not in DAY_OPTIONAL:
            continue
        after += is_day
        node = every_year(lambda year, make=make: day_of(make(year)), "day", "feast")
        node, after = _with_year(t, node, after)
        if t.word(after) == "of" and t.word(after + 1) in ("this", "last", "next", "the"):
            outer = t.date(after + 1)
            if outer is not None and outer[0].grain == "year":
                year_node = outer[0]
                return derived(
                    "day", lambda view, make=make: day_of(make(year_node.find(view)[0].year))
                ), outer[1]
        return node, after
    return None


def _name(t: Reading, at: int, length: int) -> tuple[str, int]:
    """Join the next words into a feast's name, without apostrophes: "new year's" is "new years"."""
    words: list[str] = []
    here = at
    while len(words) < length and here < len(t):
        word = t.word(here)
        if word in ("'", "’") and words:
            here += 1
            if t.word(here) == "s" and t.glued(here):
                words[-1] += "s"
                here += 1
            continue
        if word == "-":
            here += 1
            continue
        words.append("eid" if word == "eid" else word)
        here += 1
    if t.word(here) in ("'", "’") and t.glued(here):
        here += 1
        if t.word(here) == "s" and t.glued(here):
            words[-1] += "s"
            here += 1
    return " ".join(words), here
