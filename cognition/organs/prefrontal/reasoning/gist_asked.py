"""What a question asks of its topic, in whatever construction: the counterpart of gist.py.

A question of a colour that names one animal asks for its colour; one that names two things and
speaks of room asks whether one fits in the other; one that names two events and counts days asks
how far apart they lie. A question with more in it is left to those who read its words.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.placing import fits
from cognition.organs.prefrontal.reasoning.weighing import weighed_asked
from cognition.regex import regex

_LONGEST = 22  # words of a question that asks no more than one thing
_HUE = regex(r"\bcolou?r(?:ed)?\b|\b(?:what|which) (?:hue|shade|tint)\b", re.IGNORECASE)
_OF_NAME = regex(r"(?<![.?!] )(?<!\A)\b(?-i:[A-Z])[a-z]+\b(?P<s>'s (?!colou?r|fur|coat|skin|feathers|wool|fleece|plumage|got\b|is\b)[a-z]+)?")  # fmt: skip
_FRONT_NAME = regex(r"\A(?P<x>[A-Z][a-z]+)(?:'s colou?r|,|:| -|\?)")
_ASKS = regex(
    r"\b(?:what|which|how|tell me|name|wonder|forgot|forget|remember|recall|know|describe|say)\b|\?",
    re.IGNORECASE,
)
_THINGS = regex(r"\bthe (?!colou?r)(?!shade)(?!hue)[a-z]+ (?:of|in) the\b|\b(?:car|dress|shirt|house|eyes|hair|shoes|walls?|bike|hat|room|favou?rite|like|likes|prefer|think of)\b", re.IGNORECASE)  # fmt: skip
_APART = regex(
    r"\b(?:between|apart|separat\w+|elapsed?|in between|from one to the other|lie|lay|passed?|divides?)\b",
    re.IGNORECASE,
)
_HOW_LONG = regex(
    r"\b(?:how (?:many|long|far|much|big|great)|number|count|difference|length|gap|interval|span|distance|amount|stretch|calculate|work out|compute)\b",
    re.IGNORECASE,
)
_UNIT = regex(r"\b(day|week|month|year)s?\b", re.IGNORECASE)
_EVENT = regex(
    r"\b[Tt]he (?!(?:dates?|days?|time|number|difference|length|gap|interval|span|distance|other|two|one|calendar|amount|weeks?|months?|years?|stretch|count|exact|first|second|former|latter|same|total|event|events|passage|diary|space)\b)[a-z]+\b"
)
_NO_FIT = regex(
    r"\A\W*(?:who|where|when|why|whose|how (?:many|long|old)|what|which)\b", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def gist_asked(text: str) -> str:
    """Put a question plainly that can ask but one thing of its topic; empty where it may not.

    >>> gist_asked("I forgot the colour of Rex. What was it?")
    'what colour is Rex'
    >>> gist_asked("Take the dates of the match and the concert. How many days are between them?")
    'how many days were there between the match and the concert'
    >>> gist_asked("And the box, would that go in the chest?"), gist_asked("Is Mia in the hall?")
    ('does the box fit in the chest', '')
    """
    if text.count(" ") > _LONGEST:
        return ""
    text = text.replace("’", "'")
    return _hue(text) or _days(text) or _fit(text) or weighed_asked(text)


def _hue(text: str) -> str:
    if not _HUE.search(text) or not _ASKS.search(text) or _THINGS.search(text):
        return ""
    named = [match for match in _OF_NAME.finditer(text) if match[0] != "I"]
    names = {match[0].partition("'")[0] for match in named}
    if front := _FRONT_NAME.match(text):
        names.add(front["x"])
    if len(names) != 1 or any(match["s"] for match in named):
        return ""
    return f"what colour is {names.pop()}"


def _days(text: str) -> str:
    if not (_UNIT.search(text) and _APART.search(text) and _HOW_LONG.search(text)):
        return ""
    events = list(dict.fromkeys(one[0].lower() for one in _EVENT.finditer(text)))
    unit = _UNIT.search(text)
    if len(events) != 2 or unit is None or re.search(r"(?<!\A)(?<![.?!] )\b[A-HJ-Z][a-z]+", text):
        return ""
    return f"how many {unit[1].lower()}s were there between {events[0]} and {events[1]}"


def _fit(text: str) -> str:
    low = text.lower()
    if _NO_FIT.match(text) or not any(one in low for one in ("fit", "go in", "room", "space", " inside", "squeeze", "hold the", "take the", "place", "enough")):  # fmt: skip
        return ""
    bare = text.strip(" ?.!")
    if bare == text.strip(" .!"):
        return ""  # told, not asked
    found = fits(bare)
    return f"does {found[0].second} fit in {found[0].first}" if len(found) == 1 else ""


__all__ = ["gist_asked"]
