"""Sentences that relate two clauses in time, and those that say what is usual."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
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


_ALIGNED = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\A(?:it was|was) (?P<x>.*?\b(?:before|after|prior to|following) .+?) (?:that|when) (?P<a>.+)\Z", r"\g<a> \g<x>"),
        (r"\b(?:prior to|ahead of|in advance of|previous to|preceding(?= the)|earlier than|sooner than)\b", "before"),
        (r"\b(?:subsequent to|later than|on the heels of|in the wake of|following)(?= )", "after"),
        (r"\b(?:earlier|sooner|previously|beforehand)\Z", "before"),
        (r"\A(?P<a>.+?) (?:preceded|came ahead of|antedated|predated|came in front of) (?P<b>.+?) by (?P<n>.+)\Z", r"\g<a> \g<n> before \g<b>"),
        (r"\A(?P<a>.+?) (?:followed|succeeded|trailed) (?P<b>(?!.*\b(?:before|after)\b).+?) by (?P<n>\w+ \w+)\Z", r"\g<a> \g<n> after \g<b>"),
        (r"\A(?P<a>.+?) (?P<n>\w+ (?:day|week|month|year)s?) (?:earlier|sooner) than (?P<b>.+)\Z", r"\g<a> \g<n> before \g<b>"),
        (r"\A(?P<a>.+?) (?:preceded|came ahead of|predated) (?P<b>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<a>.+?) (?:was|were) followed(?P<n> .+? later)? by (?P<b>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<a>.+?) (?:was|were) preceded by (?P<b>.+)\Z", r"\g<b> before \g<a>"),
        (r"\A(?P<a>the \w+) followed (?P<b>the \w+)\Z", r"\g<b> before \g<a>"),
        (r"\A(?P<b>.+?),? (?:but|and|though|although|only) (?P<a>.+?) (?:earlier|before that|beforehand|previously|first|before then)\Z", r"\g<a> before \g<b>"),
        (r"\b(?P<s>before|after) (?:the (?:day|moment|time|point|date)(?: when| that| at which| on which| of)? )", r"\g<s> "),
        (r"\A(?:once|as soon as|no sooner had|the moment|when|hardly had|directly) (?P<a>[^,]+?),? (?:than )?(?P<c>,) ?(?P<b>.+)\Z", r"\g<b> after \g<a>"),
        (r"\A(?:once|as soon as|the moment) (?P<a>[^,]+), (?P<b>.+)\Z", r"\g<b> after \g<a>"),
        (r"\A(?:only|not until|it was only) (?:once|when|after) (?P<a>[^,]+?),? (?:did|that) (?P<b>.+)\Z", r"\g<b> after \g<a>"),
        (r"\A(?P<b>.+?) (?:once|as soon as|only when|only once|the moment) (?P<a>.+)\Z", r"\g<b> after \g<a>"),
        (r"\A(?:by the time|when) (?P<b>[^,]+), (?P<a>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<a>.+?) by the time (?P<b>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<b>.+?) (?:did not|didn't) (?P<v>.+?) until (?:after )?(?P<a>.+)\Z", r"\g<b> \g<v> after \g<a>"),
        (r"(?P<a>\w),? (?:and|but) (?:only |some time |shortly |soon |a while |not long )*(?:later|afterwards|subsequently|thereafter|next|after this|later on|thereupon|then|after that)(?: on)?,? ", r"\g<a>, then "),
        (r"\A(?:first|at first|to begin with|initially)[, ]+(?P<a>.+?)[,;]? (?:and |and then |then |later |next |afterwards |after that |followed by |subsequently )+(?P<b>.+)\Z", r"\g<a>, then \g<b>"),
        (r"[,;] (?:later|afterwards|subsequently|thereafter|next|after this|thereupon)(?: on)?,? ", ", then "),
    )
)  # fmt: skip


def _aligned(text: str) -> str:
    """Put what relates two clauses in time as "before", "after" or "then"."""
    for pattern, by in _ALIGNED:
        text = pattern.sub(by, text)
    return " ".join(text.split())


def related(text: str, made: Premise) -> Premise | None:
    """Read "A before B", and "A two weeks after B", from a sentence; None if it says neither."""
    text = _aligned(text)
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
