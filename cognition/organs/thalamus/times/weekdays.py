"""Read weekdays and days of a month that is not named: Friday, Tue May 9, Monday 21, the 18th."""

from __future__ import annotations

from cognition.organs.thalamus.times import nodes
from cognition.organs.thalamus.times.absolute import day_first, dotted, month_first, numeric
from cognition.organs.thalamus.times.lexicon import MONTHS, WEEKDAYS
from cognition.organs.thalamus.times.nodes import Node, View, derived
from cognition.organs.thalamus.times.numbers import day_number, ordinal
from cognition.organs.thalamus.times.reading import Found, Reading
from cognition.organs.thalamus.words import words


def on_dotted(t: Reading, at: int) -> Found | None:
    """Read "5.12" in "on 5.12"."""
    return dotted(t, at) if t.word(at - 1) in ("on", "by", "until") else None


def bare_day(t: Reading, at: int) -> Found | None:
    """Read "the 18th", "the 17": a day of a month not named."""
    if t.word(at) != "the" or t.word(at - 1) == "in":
        return None
    found = ordinal(t, at + 1)
    if found is None or t.kind(at + 1) != "number":
        clocked = (
            t.kind(at + 1) == "number"
            and t.word(at - 1) == "on"
            and t.word(at + 2) in ("from", "between", "at")
        )
        if not clocked:
            return None
        found = t.numbers[at + 1][0], at + 2
    if t.word(found[1]) == "of" and 1 <= found[0] <= 31:
        outer = t.date(found[1] + 1)
        if outer is None or outer[0].grain != "month":
            return None
        month, pick = outer[0], nodes.every_month(found[0]).within
        assert pick is not None
        return derived("day", lambda view: pick(month.find(view)), "near"), outer[1]
    if not 1 <= found[0] <= 31 or (
        t.kind(found[1]) == "word" and t.word(found[1]) not in _AFTER_DAY
    ):
        return None
    return nodes.every_month(found[0]), found[1]


_AFTER_DAY = words(
    """
    and at from between to till until through for in i we you he she they it or is was will
    morning night evening afternoon so because but if when now instead then too also already though
    cos cause since as with after before not please again actually anyway
    """
)


def weekday(t: Reading, at: int) -> Found | None:
    """Read "Friday", "Tue May 9", "Friday (Jun-15)", "Monday 21", "monday the twenty seventh"."""
    word = t.word(at)
    if word not in WEEKDAYS or not _surely_weekday(t, at):
        return None
    if t.word(at - 1) in ("every", "each") or word.endswith("days"):
        return None  # what recurs is no time of its own
    number = WEEKDAYS[word]
    plain = nodes.every_week(number), at + 1
    here = t.skip(at + 1, ".") if len(word) <= 5 and t.kind(at + 2) in ("number",) else at + 1
    bracket = t.word(here) == "("
    here = t.skip(here, ",", "-", "(")
    here_the = t.skip(here, "the")
    for rule in (numeric, month_first, day_first):
        found = rule(t, here) if here < len(t) else None
        if found is not None and found[0].grain == "day":
            after = t.skip(found[1], ")") if bracket else found[1]
            return Node("day", found[0].find, yearly=found[0].yearly, kind="date"), after
    joined = dotted(t, here, "-")
    if joined is not None and (t.kind(here) == "dot" or _falls_on(t, joined[0], number)):
        return joined
    day = day_number(t, here_the)
    if day is not None and _names_day(t, here, here_the, day):
        return nodes.weekday_on(number, day[0], here_the > here), day[1]
    return plain


def _names_day(t: Reading, here: int, at: int, day: tuple[int, int]) -> bool:
    if at > here or ordinal(t, at) is not None:
        return True
    following = t.word(day[1])
    if t.word(here - 1) == "," or following in (
        "am",
        "pm",
        "a",
        "p",
        "-",
        ":",
        "to",
        "o'clock",
        "oclock",
        "people",
    ):
        return False
    return t.kind(at) == "number" and day[0] > 12


def _falls_on(t: Reading, node: Node, number: int) -> bool:
    """Tell whether the next such day is this weekday: then "Friday 7-6" is no pair of hours."""
    try:
        return node.find(View(t.now, 1))[0].weekday() == number
    except (ValueError, OverflowError):
        return False


def _surely_weekday(t: Reading, at: int) -> bool:
    word = t.word(at)
    if word not in ("sat", "sun", "mon", "wed"):
        return True
    if t.word(at - 1) in (
        "on",
        "this",
        "next",
        "last",
        "every",
        "by",
        "until",
        "week",
        "past",
        "coming",
        "or",
    ):
        return True
    if t.kind(at + 1) in ("number", "md", "clock") or t.word(at + 1) in MONTHS:
        return t.capital(at) or word in ("mon", "wed")
    return (t.capital(at) and t.kind(at + 1) in ("mark", "") and word in ("sat", "sun")) or (
        t.capital(at) and word in ("mon", "wed")
    )
