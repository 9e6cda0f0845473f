"""What is done on a day of the week, in one wording: "most Mondays, Mia swims" as "on Mondays"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.verbs import forms, inflected
from cognition.regex import regex

_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_REGULAR = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\A(?:once|one day|one time) (?:a|every|each|per) week,? (?:always |usually )?(?:on )?(?:an? )?{_DAY}s?,? (?P<rest>.+)\Z",
        rf"\A(?:every|each) week,? (?:on )?{_DAY}s?,? (?P<rest>.+)\Z",
        rf"\A(?P<rest>.+?) (?:once a week|every week|weekly|each week),? (?:always )?on (?:an? )?{_DAY}s?\Z",
        rf"\A(?P<rest>.+?) on {_DAY}s?,? (?:once a week|every week|weekly|each week)\Z",
        rf"\A{_DAY}s? (?:is|are) (?P<who>(?-i:[A-Z])\w+)'s (?:(?:usual|regular|normal|weekly|favou?rite|set|fixed) )?days? (?:to|for) (?P<base>[a-z]+)(?P<more>(?: [a-z]+)*)\Z",
        rf"\A(?:on )?{_DAY}s,? (?:you|we|one|people|I)(?:'ll| will| can| would)? (?:(?:usually|always|normally|generally|often|typically) )*(?:see|find|watch|catch|spot|meet) (?P<who>(?-i:[A-Z])\w+) (?P<base>[a-z]+)(?P<more>(?: [a-z]+)*)\Z",
        rf"\A(?:you|we|one|people|I)(?:'ll| will| can| would)? (?:(?:usually|always|normally|generally|often|typically) )*(?:see|find|watch|catch|spot|meet) (?P<who>(?-i:[A-Z])\w+) (?P<base>[a-z]+)(?P<more>(?: [a-z]+)*?) on {_DAY}s\Z",
        rf"\A(?:for|with) (?P<who>(?-i:[A-Z])\w+),? {_DAY}s? (?:is|are) (?:always |usually )?(?:the |a )?(?:(?:usual|regular|normal|set|fixed) )?(?:days?|times?) (?:to|for) (?P<base>[a-z]+)(?P<more>(?: [a-z]+)*)\Z",
        rf"\A(?:in|during) (?:an?|any|every|the) (?:ordinary|normal|usual|typical|average|regular|standard|given) week,? (?P<rest>.+?),? (?:always |usually )?on (?:an? )?{_DAY}s?\Z",
        rf"\A(?:on )?(?:an?|the|your|his|her|their|any|every|each) (?:normal|usual|typical|ordinary|regular|average|standard|given|common|perfectly \w+|other) {_DAY}s?(?: (?:morning|evening|afternoon|night)s?)?,? (?P<rest>.+)\Z",
        rf"\A(?P<rest>.+?),? (?:on )?(?:an?|the|your|any|every|each) (?:normal|usual|typical|ordinary|regular|average|standard|given|common|other) {_DAY}s?(?: (?:morning|evening|afternoon|night)s?)?\Z",
        rf"\A(?:on )?(?:most|all|any|every|each|on most|nearly every|almost every) (?:single )?{_DAY}s?(?: (?:morning|evening|afternoon|night)s?)?,? (?P<rest>.+)\Z",
        rf"\A(?:on|of) (?:an?|the) {_DAY},? (?P<rest>.*\b(?:usually|always|normally|generally|typically|often)\b.+)\Z",
        rf"\A(?:(?:on|for|of) )?(?:an? )?{_DAY}s? (?:is|are|means?)(?: (?:when|always|usually|the (?:day|time)s?|reserved for|(?:on which|that|for)))+,? (?P<rest>.+)\Z",
        rf"\A(?:on )?{_DAY}s(?: (?:morning|evening|afternoon|night)s?)?,? (?P<rest>.+)\Z",
        rf"\A(?:whenever|when|if|as soon as|each time|every time) (?:it is|it's|it gets to be|it comes to|it turns|there is)? ?(?:an? )?{_DAY}(?: (?:comes|arrives|rolls|it is|is here|is there|round|around|along|again|begins|starts))*,? (?P<rest>.+)\Z",
        rf"\A(?:come {_DAY}|{_DAY.replace('day>', 'day2>')} after (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?P<rest>.+)\Z",
        rf"\A(?P<rest>.+?) (?:on )?(?:most|all|any|every single|nearly every|almost every|every other|a) {_DAY}s?(?: (?:morning|evening|afternoon|night)s?)?\Z",
        rf"\A(?P<rest>.+?),? (?:when(?:ever)?|if|each time|every time|as soon as) (?:it(?: is|'s)|it comes to|it gets to(?: be)?|it turns|there is|there's|we have) (?:an? )?{_DAY}s?(?: again| comes round)?\Z",
    )
)


def _does(base: str) -> str:
    """Give what somebody does whose day it is to do it: "to swim", "for swimming"."""
    found = [one for one in forms(base) if one.kind in ("base", "ing")]
    return inflected(found[0].base if found else base, "s")


def regular(text: str) -> str:
    """Put what is said of every Monday as what is done "on Mondays".

    >>> regular("Whenever it is Monday, Mia swims")
    'Mia swims on Mondays'
    """
    if "day" not in text:
        return text
    for shape in _REGULAR:
        if match := shape.match(text.strip(" .")):
            day = match.groupdict().get("day") or match.groupdict().get("day2") or ""
            if match.groupdict().get("who"):
                return f"{match['who']} usually {_does(match['base'])}{match['more']} on {day}s"
            return f"{match['rest']} on {day.capitalize()}s"
    return text


__all__ = ["regular"]
