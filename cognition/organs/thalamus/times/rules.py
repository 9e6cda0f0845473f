"""The table of the grammar: which rule may read a date that starts with which word."""

from __future__ import annotations

from cognition.organs.thalamus.times.absolute import day_first, month_first, numeric
from cognition.organs.thalamus.times.calendar import FEAST_WORDS
from cognition.organs.thalamus.times.clock import CLOCKED
from cognition.organs.thalamus.times.distances import ahead, distance
from cognition.organs.thalamus.times.feasts import feast
from cognition.organs.thalamus.times.lexicon import (
    DECADES,
    EDGES,
    MONTHS,
    NEAR_DAYS,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    STEPS,
    TENS,
    TONIGHT,
    UNITS,
    VAGUE,
    WEEKDAYS,
)
from cognition.organs.thalamus.times.portions import edge, nth_of
from cognition.organs.thalamus.times.reading import Found, Reading, Rule
from cognition.organs.thalamus.times.relative import beyond, near_day, present, this_unit, to_date
from cognition.organs.thalamus.times.steps import several_stepped, stepped
from cognition.organs.thalamus.times.weekdays import bare_day, on_dotted, weekday
from cognition.organs.thalamus.times.years import decade, fraction, season, week_number, year_first

_SPELLED = (*NUMBERS, *TENS)


_NUMERIC = "#"


_QUANTITIES = (_NUMERIC, *_SPELLED, "a", "an", *VAGUE)


# Which rules may start with which word; "#" stands for any figure.
_STARTS: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (numeric, (_NUMERIC,)),
    (near_day, (*NEAR_DAYS, *TONIGHT)),
    (present, ("now", "right", "at", "current")),
    (month_first, tuple(MONTHS)),
    (stepped, (*STEPS, "the")),
    (nth_of, (_NUMERIC, *ORDINALS, *TENS, "the", "last", "final")),
    (day_first, (_NUMERIC, *_SPELLED, *ORDINALS)),
    (distance, (*_QUANTITIES, "half", "for")),
    (several_stepped, _QUANTITIES),
    (to_date, ("year", "month", "week", "quarter", "ytd", "the", "rest", "remainder", "remaining")),
    (year_first, (_NUMERIC, *_SPELLED, "calendar", "fiscal", "year", "cy", "fy", "=", "'", "’")),
    (fraction, (_NUMERIC, *ORDINALS, "q", "h", "the")),
    (decade, (_NUMERIC, *DECADES, *ORDINALS, *TENS, "the", "'", "’")),
    (season, tuple(SEASONS)),
    (beyond, (*UNITS, *WEEKDAYS, *FEAST_WORDS, "the", "w", "business", "working", "work")),
    (ahead, ("in", "within", "inside")),
    (edge, (*EDGES, "the", "eod", "eow", "eom", "eoy", "very")),
    (week_number, ("week",)),
    (feast, tuple(FEAST_WORDS)),
    (this_unit, ("the", "weekend")),
)


def read_date(t: Reading, at: int) -> Found | None:
    """Read the longest date at a place."""
    best: Found | None = None
    for rule in RULES.get(_NUMERIC if t.numbers[at] else t.words[at], ()):
        found = rule(t, at)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule, words in (
        *_STARTS,
        (weekday, tuple(WEEKDAYS)),
        (bare_day, ("the",)),
        (on_dotted, (_NUMERIC,)),
    ):
        for word in dict.fromkeys(words):
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


RULES = _table()

# What a moment may start with.
STARTERS = (
    frozenset(RULES) | CLOCKED | frozenset(PARTS) | {"in", "at", "early", "late", "mid", "during"}
)
