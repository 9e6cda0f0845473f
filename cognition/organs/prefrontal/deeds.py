"""Whether what was to be done is said to be done: "I rang them" after "ring the GP"."""

from __future__ import annotations

from cognition.organs.neocortex.verb_group import base_form
from cognition.organs.words import stem_set
from cognition.regex import regex

_DEED = regex(
    r"(?:\b(?:I|i|we|We)(?:['’]ve| have)? |\A)"
    r"(?:(?:just|finally|already|actually|also|even|have) )*"
    r"(?P<verb>[A-Za-z]+)(?P<it> (?:it|them|him|her|that|one|some)\b)?"
)


def is_done(words: str, what: str) -> bool:
    """Tell whether somebody says to have done `what`, which begins with its verb.

    >>> is_done("I rang them.", "ring the GP"), is_done("I rang Mia.", "ring the GP")
    (True, False)
    >>> is_done("I cleared the spare room, at last", "clear the spare room")
    True
    """
    verb, _, rest = what.partition(" ")
    said = stem_set(words)
    return any(
        base_form(one["verb"].lower()) == verb.lower() != one["verb"].lower()
        and bool(one["it"] or not rest or stem_set(rest) & said)
        for one in _DEED.finditer(words)
    )


__all__ = ["is_done"]
