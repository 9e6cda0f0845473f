"""Sentences that relate two clauses in time, and those that say what is usual."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.organs.prefrontal.reasoning.calendar import stretch
from cognition.organs.prefrontal.reasoning.premises import Premise

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HABIT = re.compile(
    r"\b(?:usually|always|normally|generally|every (?:\w+day|day|morning|evening|week|weekend)"
    r"|each \w+day|on \w+days)\b",
    re.IGNORECASE,
)
_USUAL = re.compile(rf",? ?{HABIT.pattern},?", re.IGNORECASE)


def plain(text: str) -> str:
    """Take the words of a habit off what it says."""
    return " ".join(_USUAL.sub(" ", text).split())


def days_of(text: str) -> frozenset[int]:
    """Give the weekdays that a habit is told of; every one if none is named."""
    low = text.lower()
    named = frozenset(n for n, day in enumerate(DAYS) if day in low)
    if "weekend" in low:
        named |= {5, 6}
    return named or frozenset(range(7))


_RELATED = re.compile(
    r"\A(?P<a>.+?),? (?:(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?"
    r"(?: and (?:\d+|[a-z]+) (?:month|week|day)s?)?) )?"
    r"(?:(?:right|just|shortly|long|soon|only|directly|some time|immediately) )*"
    r"(?P<s>before|after) (?P<b>.+)\Z",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\A(?:(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?) )?(?P<s>before|after) "
    r"(?P<b>.+?), (?P<a>.+)\Z",
    re.IGNORECASE,
)

_INVERTED = re.compile(
    r"\A(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?) (?P<s>before|after) "
    r"(?P<b>.+?),? (?:came|was|followed|there was|we had) (?P<a>.+)\Z",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\A(?P<n>)(?P<a>.+?),? (?:and )?(?P<s>then|before that|after that) (?P<b>.+)\Z", re.IGNORECASE
)


def related(text: str, made: Premise) -> Premise | None:
    """Read "A before B", and "A two weeks after B", from a sentence; None if it says neither."""
    match = (
        _LEADING.match(text) or _INVERTED.match(text) or _THEN.match(text) or _RELATED.match(text)
    )
    if match is None or " " not in match["a"].strip():
        return None
    if match["n"] and stretch(match["n"]):
        side = match["s"].lower()
        return replace(
            made, relation="offset", subject=match["a"], object=match["b"],
            other=f"{match['n']} {side}",
        )  # fmt: skip
    first, last = match["a"], match["b"]
    if match["s"].lower() in ("after", "before that"):
        first, last = last, first
    return replace(made, relation="precedes", subject=first, object=last)
