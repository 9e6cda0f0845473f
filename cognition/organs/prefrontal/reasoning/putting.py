"""A question put in one plain clause: what it sets off, fronts, hedges or leaves in place is moved.

"The ball was given by Tom to whom" asks what "to whom was the ball given by Tom" does (a question
word left in place: Huddleston & Pullum 2002, ch. 10); "before the ball got there, where was it"
names first what its pronoun stands for (cataphora).
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.regardless import SEEING
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.organs.prefrontal.words import lower_first
from cognition.regex import regex

_LONGEST = 30  # words of a question that is put plainly
_X = r"(?:(?:the|my|our) [\w-]+(?: (?!is\b|was\b|got\b|went\b|came\b|ended\b)[\w-]+)?|(?-i:[A-Z])[\w-]+)"
_ASK = r"(?:where|who|whom|what|which|when|how|is|was|are|were|does|do|did|has|had|can|could|would|will)\b"
_ONE_IS = regex(
    r"\b(?P<one>[Oo]ne|[Ww]hich|[Ww]ho|[Ww]hat|[Ww]here|[Hh]ow|[Tt]hat|[Ii]t)'s\b(?= (?!got\b|been\b))"
)
_SEEN = regex(rf"\A{SEEING}, (?={_ASK})", re.IGNORECASE)
_HEDGE = regex(
    r",? (?:at (?:some|any|a certain) (?:point|time|stage|moment)(?: in time)?|some ?time|ever|at all|already|long|shortly|well|any time)(?= (?:before|after)\b)",
    re.IGNORECASE,
)
_MAKES = regex(  # "what does that make Mia to Tom"
    r"\A(?:so |and |then )?what (?:does|would|will|do|did) (?:that|this|it|all (?:of )?(?:that|this)) (?:then )?make (?=(?:(?-i:[A-Z])[\w-]+|me) (?:to|of|for)\b)",
    re.IGNORECASE,
)
_CONTROL = regex(
    r"(?<=\b)(?P<did>(?:did|does|do|will|would) (?:(?-i:[A-Z])[\w-]+|I|you|we)(?: actually| really| still)?) (?:(?:find|have|get|make|take|see) (?:the |an? |any |some |enough )?(?:time|chance|opportunity|occasion|energy|strength|way|moment|courage)|manage|bother|remember|happen|get (?:a)?round|care|decide|choose|see fit|end up having)(?: in order)? to (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_SET_OFF = regex(
    rf"\A(?:(?:and|so|but|now|ok|okay|well|as for|about|regarding|what about|how about|take|consider|let's take),? )*(?P<x>{_X})(?:,|:|;|\?| -| –) (?P<ask>{_ASK}.*)\Z",
    re.IGNORECASE,
)
_THERE = regex(
    r"\b(?:(?:in|inside|over|down|up) )?there\b|\b(?:in|inside|into) (?:it|that|this)\b",
    re.IGNORECASE,
)
_FRONTED = regex(
    rf"\A(?:(?P<how>just|right|directly|immediately|shortly) )?(?P<when>before|after|when|at the time|by the time)(?: that)? (?P<x>{_X}) (?P<rest>[^,]+), (?P<ask>{_ASK}.*)\Z",
    re.IGNORECASE,
)
_PRONOUN = regex(r"\b(?:it|he|she|they|that|this)\b", re.IGNORECASE)
_IN_PLACE = regex(
    rf"\A(?:and |so )?(?P<x>{_X}) (?P<be>is|was|are|were|has|had|will|would|can|could|did|does)\b(?P<rest>.*?) (?P<wh>(?:(?:to|from|by|with|at|in|of|on) )?(?:whom?|where|what|(?:which|what) (?:person|place|room|town|city|country|thing|date|day|month|year|colou?r)))\Z",
    re.IGNORECASE,
)
_VERBED = regex(
    rf"\A(?:and |so )?(?P<x>{_X}) (?P<verb>[a-z]+)\b(?P<rest>.*?) (?P<wh>(?:to|from|by|with|at|in) (?:whom|where|what|(?:which|what) (?:person|place|room|town|city|country)))\Z",
    re.IGNORECASE,
)
_FRONT_ASKS = regex(rf"\A(?:(?:to|from|by|with|at|in|of|on) )?{_ASK}", re.IGNORECASE)


@lru_cache(maxsize=256)
def put(text: str) -> str:
    """Put a question in one plain clause.

    >>> put("The ball was given by Tom to whom?"), put("And the hall, is Mia in there?")
    ('to whom was the ball given by Tom', 'is Mia in the hall')
    >>> put("Just before the ball got to the hall, where was it?")
    'where was the ball just before it got to the hall'
    """
    bare = text.strip(" ?.!").replace("’", "'")
    if bare.count(" ") > _LONGEST:
        return text
    plain = _ONE_IS.sub(r"\g<one> is", bare)
    plain = _SEEN.sub("", _CONTROL.sub(_done, _HEDGE.sub("", plain)))
    plain = _MAKES.sub("who is ", plain)
    plain = _set_off(plain) or _fronted(plain) or _in_place(plain) or plain
    return plain if plain != bare else text


def _done(match: re.Match[str]) -> str:
    base = any(one.kind == "base" for one in forms(match["verb"])) or match["verb"] in ("go", "do")
    return f"{match['did']} {match['verb']}" if base else match[0]


def mid_sentence(phrase: str) -> str:
    """Write what is named as it stands within a sentence: a name keeps its capital.

    >>> mid_sentence("The ball"), mid_sentence("Mia")
    ('the ball', 'Mia')
    """
    return (
        lower_first(phrase) if re.match(r"(?:The|My|Our|Your|That|This|An?)\b", phrase) else phrase
    )


def _set_off(text: str) -> str:
    match = _SET_OFF.match(text)
    if match is None:
        return ""
    x = mid_sentence(match["x"])
    asked = _THERE.sub(f"in {x}", match["ask"], count=1) if " " in x else match["ask"]
    return asked if asked != match["ask"] else ""


def _fronted(text: str) -> str:
    """Name in a question what the clause before it speaks of, and put that clause after it."""
    match = _FRONTED.match(text)
    if match is None or not (found := _PRONOUN.search(match["ask"])):
        return ""
    if found[0].lower() in ("that", "this") or re.match(r"\A(?:was|is) it\b", match["ask"]):
        return ""  # what happened is asked of, not who
    x = mid_sentence(match["x"])
    asked = _PRONOUN.sub(x, match["ask"], count=1)
    how = f"{match['how'].lower()} " if match["how"] else ""
    return f"{asked} {how}{match['when'].lower()} {'it' if ' ' in x else x} {match['rest']}"


def _in_place(text: str) -> str:
    """Put first a question word that was left where its answer stands."""
    if _FRONT_ASKS.match(text):
        return ""
    if (match := _IN_PLACE.match(text)) and not match["rest"].endswith("'s"):
        x = mid_sentence(match["x"])
        return f"{match['wh']} {match['be']} {x}{match['rest']}" if match["rest"].strip() else ""
    match = _VERBED.match(text)
    found = next((one for one in forms(match["verb"]) if one.kind in ("past", "s")), None) if match else None  # fmt: skip
    if match is None or found is None:
        return ""
    did = "did" if found.kind == "past" else "does"
    return f"{match['wh']} {did} {mid_sentence(match['x'])} {found.base}{match['rest']}"


__all__ = ["mid_sentence", "put"]
