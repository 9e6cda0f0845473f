"""Sentences that relate two clauses in time, and those that say what is usual."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace

from cognition.organs.prefrontal.reasoning.calendar import stretch
from cognition.organs.prefrontal.reasoning.premises import Premise
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HABIT = regex(
    r"\b(?:usually|always|normally|generally|every (?:\w+day|day|morning|evening|week|weekend)"
    r"|each \w+day|on \w+days)\b",
    re.IGNORECASE,
)
_USUAL = regex(rf",? ?{HABIT.pattern},?", re.IGNORECASE)


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


_HEDGED = (
    r"(?:(?:right|just|shortly|long|soon|only|directly|some ?time|immediately|not long|well|even"
    r"|quite some time|a (?:(?:little|short|long|good|bit of a) )?(?:while|bit|time)"
    r"|(?:some|several|a few|many) (?:days|weeks|months|years)) )*"
)
_RELATED = regex(
    r"\A(?P<a>.+?),? (?:(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?"
    r"(?: and (?:\d+|[a-z]+) (?:month|week|day)s?)?) )?"
    rf"{_HEDGED}(?P<s>before|after) (?P<b>.+)\Z",
    re.IGNORECASE,
)
_LEADING = regex(
    r"\A(?:(?:exactly|just|only) )?(?:(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?) )?"
    rf"{_HEDGED}(?P<s>before|after) (?P<b>.+?), (?P<a>.+)\Z",
    re.IGNORECASE,
)

_INVERTED = regex(
    r"\A(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?) (?P<s>before|after) "
    r"(?P<b>.+?),? (?:came|was|followed|there was|we had) (?P<a>.+)\Z",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = regex(
    r"\A(?:(?:exactly|just|only) )?(?P<n>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour)s?) "
    r"(?P<s>before|after) (?P<b>the \w+) (?P<a>(?:we|they|I|the|everyone|people) .+)\Z",
    re.IGNORECASE,
)
_THEN = regex(
    r"\A(?P<n>)(?P<a>.+?),? (?:and )?(?P<s>then|before that|after that) (?P<b>.+)\Z", re.IGNORECASE
)


_FRONTED = regex(r"\A(?:\w+ ){0,3}?(?:before|after|once) (?-i:[A-Z])\w+ [a-z]", re.IGNORECASE)
_NEXT_CLAUSE = regex(r"(?<=\w\w) (?=[A-Z]\w+ (?P<verb>[a-z]+))")

_ALIGNED = tuple(
    (regex(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\A(?!.*\b(?:year|month|week|day|hour)s? (?:later|after))(?:(?:it was )?(?:first(?:ly)?|first of all|to begin with)?[, ]*)(?P<a>.+? .+?)(?: earlier| first| firstly)?[,;]? (?:and|but|while|with) (?P<b>(?-i:[A-Z]).+?),? (?:only |some time |much |a bit )?(?:later(?: on)?|afterwards|after that|second|secondly|next|thereafter|subsequently)\Z", r"\g<a>, then \g<b>"),
        (r",? (?:and |but )?then,? (?:later(?: on)?|afterwards|only later|some time later),? (?=(?-i:[A-Z]))", ", then "),
        (r"\A(?:it was |was )?(?:only |exactly |just )?(?P<x>(?:[\w-]+ ){0,4}?(?:before|after|prior to|following) .+?)(?: was| is)? (?:that|when) (?P<a>(?-i:[A-Z]|the |we |they |everyone |everybody |people |all |you |I |my |our ).+)\Z", r"\g<a> \g<x>"),
        (rf",? (?:and |but |though )?it was (?:only |not until |{_HEDGED})*(?:only |just )?(?P<s>later|earlier|afterwards|after that|before that|then|beforehand|previously)(?: on)?,? that ", r", and \g<s> "),
        (r"(?P<b>\w), and (?:earlier|beforehand|previously|before that) (?P<a>(?-i:[A-Z])[\w-]+ .+)\Z", r"\g<b> after \g<a>"),
        (rf"\A(?:when )?(?P<b>.+? .+?)(?:,|;)? (?:and |but )?(?:it|that|this) (?:was|happened|came|took place) {_HEDGED}(?P<s>before|after) (?P<a>.+)\Z", r"\g<b> \g<s> \g<a>"),
        (r"\bat (?:a|some) later (?:point|time|date|stage|moment)(?: in time)?,? ", "later "),
        (r"\bthen (?:later(?: on)?|afterwards|next),? ", "then "),
        (r",? (?:some time|a while|much|a bit|shortly|soon) later,? (?=after\b)", " "),
        (r"\A(?P<b>.+?),? but first,? (?P<a>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<a>.+?) first[,;]? (?:and |but )?(?:then |only then )?(?:afterwards |later |after that )?(?P<b>[^,]+? [^,]+?)(?: later| afterwards| after that| next)?\Z", r"\g<a>, then \g<b>"),
        (r"\bthe (?:date|day) of (?=the\b)|\bthat of (?=the\b)", ""),
        (r"\b(?:prior to|ahead of|in advance of|previous to|preceding(?= the)|earlier than|sooner than)\b", "before"),
        (r"\b(?:subsequent to|later than|on the heels of|in the wake of|following)(?= )", "after"),
        (r"\A(?P<b>.+?),? (?:but|and|though|although|only) (?P<a>.+?) (?:earlier|before that|beforehand|previously|first|before then)\Z", r"\g<a> before \g<b>"),
        (r"\b(?:earlier|sooner|previously|beforehand)\Z", "before"),
        (r"\A(?P<a>.+?) (?:preceded|came ahead of|antedated|predated|came in front of) (?P<b>.+?) by (?P<n>.+)\Z", r"\g<a> \g<n> before \g<b>"),
        (r"\A(?P<a>.+?) (?:followed|succeeded|trailed) (?P<b>(?!.*\b(?:before|after)\b).+?) by (?P<n>\w+ \w+)\Z", r"\g<a> \g<n> after \g<b>"),
        (r"\A(?P<a>.+?) (?P<n>\w+ (?:day|week|month|year)s?) (?:earlier|sooner) than (?P<b>.+)\Z", r"\g<a> \g<n> before \g<b>"),
        (r"\A(?P<a>.+?) (?:preceded|came ahead of|predated) (?P<b>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<a>.+?) (?:was|were) followed(?P<n> .+? later)? by (?P<b>.+)\Z", r"\g<a> before \g<b>"),
        (r"\A(?P<a>.+?) (?:was|were) preceded by (?P<b>.+)\Z", r"\g<b> before \g<a>"),
        (r"\A(?P<a>the \w+) followed (?P<b>the \w+)\Z", r"\g<b> before \g<a>"),
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


def _parted(text: str) -> str:
    """Put the comma that may be left out: "before Tom left Mia came" as "before Tom left, Mia came"."""
    fronted = _FRONTED.match(text)
    if fronted is None or "," in text:
        return text
    for match in _NEXT_CLAUSE.finditer(text, fronted.end()):
        if any(one.kind in ("past", "s") for one in forms(match["verb"])):
            return f"{text[: match.start()]}, {text[match.start() + 1 :]}"
    return text


def _aligned(text: str) -> str:
    """Put what relates two clauses in time as "before", "after" or "then"."""
    text = _parted(text)
    for pattern, by in _ALIGNED:
        text = pattern.sub(by, text)
    return " ".join(text.split())


def related(text: str, made: Premise) -> Premise | None:
    """Read "A before B", and "A two weeks after B", from a sentence; None if it says neither."""
    text = _aligned(text)
    match = (
        _LEADING.match(text)
        or _SIDE_BY_SIDE.match(text)
        or _INVERTED.match(text)
        or _THEN.match(text)
        or _RELATED.match(text)
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
