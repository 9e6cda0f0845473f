"""Ages told as a gap: "Mia is Tom's senior by five years"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.kin_reading import NAME
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.regex import regex

_YEARS = regex(rf"\b(?P<n>{WORDED})(?: |-)(?:years?|yrs)\b", re.IGNORECASE)
_CUE = regex(
    r"\b(?P<cue>older|elder|senior|younger|junior|born .*?\bbefore|born .*?\bafter|before|after|ahead of|earlier|later|behind|up on|more|greater|above|exceeds|beats|surpasses|plus|less|fewer|longer)\b(?: one)?(?: (?P<next>(?-i:[A-Z][\w-]+))(?!'))?",
    re.IGNORECASE,
)
# "add 2 years to Mia's age and you get Tom's", "Mia's age plus 2 years is Tom's"
_SUM = regex(
    rf"\A(?:if (?:you|we|one) )?(?:(?P<how>add|take|subtract|deduct|put) (?P<n>{WORDED}) (?:more |extra )?(?:years? )?(?:to|from|off|onto) (?:the age of )?(?P<a>{NAME})(?:'s)?(?: age)?|(?P<a2>{NAME})(?:'s)? age (?P<how2>plus|and|minus|less) (?P<n2>{WORDED})(?: years?)?)"
    rf"(?:,? and|,|,? then)? (?:(?:you|we|one)(?:'ll|'d| will| would)? |that |it |which )?(?:get|have|arrive at|reach|end up with|gets? you|gives?(?: you)?|makes?|is|equals|be|comes? to|yields?) (?:the age of )?(?P<b>{NAME})(?:'s)?(?: age)?\Z",
    re.IGNORECASE,
)
_LESS = ("younger", "junior", "after", "later", "behind", "less", "fewer")
_ASSERTED = regex(
    rf"\b(?P<who>{NAME}|I)(?:,? (?:is|am|being|was|who is|as))+ (?:(?:the|by far|clearly) )*"
    r"(?P<cue>older|elder|senior|younger|junior)\b",
    re.IGNORECASE,
)
# "more" and the like are of ages only where an age or a life is spoken of
_OF_AGE = regex(r"\b(?:ages?|lived|has (?:\w+ )?more years)\b", re.IGNORECASE)
_NO_NAME = ("by", "there", "it", "the", "compared", "between", "with", "of", "in", "a", "an")
_VAGUE = (
    "more",
    "greater",
    "above",
    "exceeds",
    "beats",
    "surpasses",
    "plus",
    "less",
    "fewer",
    "longer",
)


def age_gap(text: str) -> Literal | None:
    """Read by how many years one person is older than another."""
    if "age" in text and (made := _SUM.match(text.strip(" .!"))):
        older, younger = made["b"], made["a"] or made["a2"]
        if (made["how"] or made["how2"]).lower() in ("take", "subtract", "deduct", "minus", "less"):
            older, younger = younger, older
        years = (made["n"] or made["n2"], "years", "older")
        return Literal("measured_more", older, younger, years)
    years, cue = _YEARS.search(text), _ASSERTED.search(text) or _CUE.search(text)
    found = dict.fromkeys(re.findall(rf"\b{NAME}|\bI\b", text))
    names = [one for one in found if one.lower() not in _NO_NAME]
    if (
        years is None
        or cue is None
        or len(names) != 2
        or re.search(r"\b(?:moved|went|met)\b", text)
    ):
        return None
    if cue["cue"].lower() in _VAGUE and not _OF_AGE.search(text):
        return None
    if "who" in cue.groupdict():
        who = cue["who"]
    elif cue["next"] and text[: cue.start()].rstrip().endswith("the"):
        who = cue["next"]
    else:
        before = re.findall(rf"\b({NAME}|I)\b(?!')", text[: cue.start()])
        who = before[-1] if before else names[0]
        who = names[0] if text.startswith(names[0]) and "difference" not in text else who
    if who not in names:
        return None
    other = names[1] if who == names[0] else names[0]
    less = cue["cue"].lower().endswith(_LESS)
    older, younger = (other, who) if less else (who, other)
    return Literal("measured_more", older, younger, (years["n"], "years", "older"))


__all__ = ["age_gap"]
