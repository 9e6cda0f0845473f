"""Read years and what they are made of: quarters, decades, centuries, seasons, numbered weeks."""

from __future__ import annotations

from datetime import datetime, timedelta

from cognition.organs.thalamus.times.absolute import exact_day, with_year
from cognition.organs.thalamus.times.calendar import Span, iso_week, month_of, period, year_of
from cognition.organs.thalamus.times.lexicon import DECADES, DOUBTFUL, MONTHS, PREPOSITIONS, SEASONS
from cognition.organs.thalamus.times.nodes import derived, every_year, fixed
from cognition.organs.thalamus.times.numbers import cardinal, day_number, ordinal, year
from cognition.organs.thalamus.times.reading import Found, Reading
from cognition.organs.thalamus.words import words

_SEASON_BEFORE = words(
    """
    this last next in since until by during early late mid of over for through coming
    """
)


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
            return exact_day(value, MONTHS[t.word(part[1] + 1)], part[0]), part[1] + 2
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
                return exact_day(value, number, day[0]), day[1]
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
    """Read "summer 2019", "the winter of 2020", by meteorological seasons of the north."""
    word = t.word(at)
    if word not in SEASONS:
        return None
    first = SEASONS[word]

    def make(value: int) -> Span:
        start = datetime(value, first, 1)
        return start, period(start, "month", 3)[0]

    node, after = with_year(t, every_year(make, "season", "season"), at + 1)
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
