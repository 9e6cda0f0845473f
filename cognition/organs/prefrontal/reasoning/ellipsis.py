"""What is left out where it was just said: "Tom wanted apples, so Mia gave Tom 3"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.organs.prefrontal.reasoning.verbs import classes, forms
from cognition.regex import regex

_NUMBER = regex(
    rf" (?:just |only |exactly )?(?P<n>(?!an?\b|one\b){WORDED})(?: of (?:them|those|these))?(?P<end>(?: (?:away|back|over))?(?: (?:to|from|for) (?:(?-i:[A-Z])[\w-]+|him|her|them|me))?\W*)\Z",
    re.IGNORECASE,
)
_NOUN = regex(
    r"\b(?:some|any|the|more|of|for|few|'s|\d+|these|those|needed|wanted|liked|likes|wants|needs|his|her|their|my) (?P<noun>(?!of\b|his\b|them\b|yes\b)[a-z]{2,}s)\b"
)
_MOVES = frozenset(["give", "receive", "gain", "lose", "get", "have", "drop"])


def counted_again(sentence: str) -> str:
    """Say of what a number is that stands without its noun.

    >>> counted_again("Tom wanted some apples, so Mia gave Tom 3.")
    'Tom wanted some apples, so Mia gave Tom 3 apples.'
    """
    match = _NUMBER.search(sentence)
    if match is None:
        return sentence
    before = sentence[: match.start()]
    nouns = [one for one in _NOUN.finditer(before) if "," in before or " and " in before]
    if not nouns:
        return sentence
    words = re.findall(r"[a-z]+", before[nouns[-1].end() :])
    moved = any(_MOVES & classes(one.base) for word in words for one in forms(word))
    if not moved:
        return sentence  # "Mia likes the apples and is 33"
    return f"{before} {match['n']} {nouns[-1]['noun']}{match['end']}"


__all__ = ["counted_again"]
