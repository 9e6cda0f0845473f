"""Several things said with one "am": "I am Marco, 27, a nurse from Turin" is told apart."""

from __future__ import annotations

import re

from cognition.organs.neocortex.phrases import trade
from cognition.regex import regex

_LIST = regex(
    r"\A(?P<lead>.*?)\bI am (?P<said>[^.!?;:]+?)"
    r"(?P<end>,? (?:and|but) (?:I|[Mm]y|[Ww]e)\b.*|, (?:I|[Mm]y|[Ww]e) .*|[.!]*)\Z"
)
_APART = regex(r",\s*(?:and )?|\s+and (?=(?:an? |from |\d|allergic |married |vegan|vegetarian))")
_TO = regex(r"\b(?:allergic|married|engaged) to\b")
# a part with one of these is a clause of its own, or belongs to what stands before it
_CLAUSE = regex(
    r"\b(?:i|you|he|she|it|we|they|is|are|was|were|have|has|do|did|will|but|because|who|which|that"
    r"|when|if|so|not|to|of)\b",
    re.IGNORECASE,
)
_NAME = regex(r"[A-Z][\w'-]*\Z")
_FROM = regex(r"(?P<what>.+?) (?:based )?from (?P<place>[\w' -]+)\Z")
_SOMEBODY = regex(r"(?:an? )?(?:\w+ )?(?:guy|girl|man|woman|student|person|dad|mum|mom)\Z")


def told_apart(sentence: str) -> str:
    """Give a sentence with each thing that "I am" is said of in a sentence of its own.

    >>> told_apart("I am Marco, 27, software developer from Turin")
    'I am Marco, and I am 27, and I am a software developer, and I am from Turin'
    >>> told_apart("I am a fan of jazz from Cuba, and you?")
    'I am a fan of jazz from Cuba, and you?'
    >>> told_apart("I am getting there, Caroline.")  # who is spoken to
    'I am getting there, Caroline.'
    """
    match = _LIST.match(sentence)
    if match is None or _CLAUSE.search(_TO.sub("", match["said"])):
        return sentence
    parts = [said for part in _APART.split(match["said"]) for said in _with_origin(part.strip())]
    if len(parts) < 2 or any(map(_NAME.match, parts[1:])):
        return sentence
    return match["lead"] + ", and ".join(f"I am {part}" for part in parts) + match["end"]


def _with_origin(part: str) -> tuple[str, ...]:
    match = _FROM.match(part)
    if match and (_trade(match["what"]) or _SOMEBODY.match(match["what"])):
        return _article(match["what"]), f"from {match['place']}"
    return (_article(part),)


def _article(part: str) -> str:
    bare = part[:1].islower() and not re.match(r"(?:an?|the|from|my) ", part)
    return f"a {part}" if bare and _trade(part) else part


def _trade(part: str) -> bool:
    return bool(trade(part if re.match(r"an? ", part) else f"a {part}"))


__all__ = ["told_apart"]
