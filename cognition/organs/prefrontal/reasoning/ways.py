"""Which way is asked for, in whatever words: two places, one left from and one gone to."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.regex import regex

_CUE = regex(
    r"\b(?:way|route|path|directions?|road)\b|,? how\?*\Z|\bwhat (?:do|must|should) (?:I|we|you|one) (?:have to |need to )?do to (?:get|go|come|walk)\b"
    r"|\bhow\b.*\b(?:go|going|get|getting|walk|reach|come|travel|move|head|proceed)\b"
    r"|\bwhere (?:do|must|should|would|can) (?:I|you|we|one) (?:have to |need to )?(?:go|turn|walk|head)\b"
    r"|\A(?:lead|guide|take|bring|direct|navigate|show)\b",
    re.IGNORECASE,
)
# how long it takes is no way, nor is what is so or not so, nor where something was
_OTHER = regex(
    r"\b(?:many|long|far|old|often|days|weeks|much|before|after|who|when did)\b|\A\W*(?:is|are|was|were|does|did|has|had|before)\b",
    re.IGNORECASE,
)
_PLACE = regex(
    r"\bthe (?!(?:way|route|path|road|right|left|best|shortest|quickest|fastest|easiest|north|south|east|west|directions?|other|start|end|quick|short|time|day|correct|exact|whole|very)\b)[\w-]+",
    re.IGNORECASE,
)
_NAMED = regex(
    r"(?<=[a-z] )(?!I\b)[A-Z]|(?<=[a-z], )(?!I\b)[A-Z][a-z]|'s [a-z]+\b(?<!'s in)(?<!'s at)"
)
_TO = regex(
    r"\b(?:to|into|reach|reaching|enter|entering|towards?|(?:be|end up|arrive|arriving|get) (?:in|at)|visit|(?:way|direction|route|path) (?:is|lies|leads)|for)\s\Z",
    re.IGNORECASE,
)
_FROM = regex(
    r"\b(?:from|leaving|leave|out of|in|at|inside|off at|off in)\s\Z",
    re.IGNORECASE,
)
_THERE = regex(r"[:,.!?–-]+ .*\bthere\b", re.IGNORECASE)


def way_asked(text: str) -> str:
    """Put a question after the way between two places plainly; empty where none is asked.

    >>> way_asked("Suppose I'm in the hall; how do I get to the attic?")
    'how do I get from the hall to the attic'
    >>> way_asked("How do I get the stain out of the rug?"), way_asked("Where is the hall?")
    ('', '')
    """
    if not _CUE.search(text) or _OTHER.search(text) or _NAMED.search(text):
        return ""
    places = list(_PLACE.finditer(text))
    if len(places) != 2:
        return ""
    marks = [_mark(text[: one.start()], text[one.end() :]) for one in places]
    if sorted(marks) != ["from", "to"]:
        return ""
    start, end = (places[marks.index(one)][0].lower() for one in ("from", "to"))
    return f"how do I get from {start} to {end}"


def _mark(before: str, after: str) -> str:
    """Say whether a place is left from or gone to, by the words before it, or by "there" later."""
    if not before and _THERE.match(after):
        return "to"
    return "to" if _TO.search(before) else "from" if _FROM.search(before) else ""


__all__ = ["way_asked"]
