"""Statements before their names are resolved, and what their phrases name or count."""

from __future__ import annotations

import re
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.organs.prefrontal.reasoning.tokens import OWN, PRONOUNS
from cognition.regex import regex

_COUNTED = regex(
    r"(?:another|a further|a total of|exactly|all|about|yet another|some)? ?"
    rf"(?P<n>{WORDED}|Howmany)"
    r" (?P<rest>(?:more|other|others|new|extra|further|additional|fresh|of) )*"
    r"(?:(?:the|his|her|their|my|our|these|those|its|[A-Z]\w*'s) )?(?P<noun>[\w' -]+)\Z",
    re.IGNORECASE,
)


class Literal(NamedTuple):
    """One statement before its names are resolved: `relation(first, second, others)`."""

    relation: str
    first: str
    second: str = ""
    others: tuple[str, ...] = ()
    holds: bool = True


def person(phrase: str) -> bool:
    """Say whether a phrase names a person rather than a place: a name, "her", "my aunt"."""
    words = phrase.split()
    if not words:
        return False
    low = words[0].lower()
    if low in OWN or low in ("the", "a", "an"):
        return phrase.lower() == "her" or bool(noun(words[-1]))
    return low in PRONOUNS or words[0][0].isupper()


def counted(phrase: str) -> tuple[str, str] | None:
    """Give the number and the noun of a phrase that counts something."""
    match = _COUNTED.fullmatch(phrase.strip())
    if match is None or match["n"].lower() in ("a", "an"):
        return None
    return match["n"], match["noun"]


__all__ = ["Literal", "counted", "person"]
