"""Whom the person does not want to be pointed to: kept as marks from which no name can be read."""

from __future__ import annotations

import re

from cognition.organs.insula.crisis import normalised
from cognition.regex import regex
from cognition.values import derive_id

KEY = "care.no_contact"
_WHO = (
    r"(?:my (?:(?:own|older|younger|big|little|ex|step|former|whole|best) )*(?P<{0}>\w+)"
    r"|(?P<{0}name>(?-i:[A-Z])\w+))"
)
_APART = regex(
    r"\b(?:no contact with|no longer (?:speak|talk) (?:to|with)|nothing to do with|cut ties with"
    r"|not (?:speak|talk)(?:ing)? (?:to|with)|estranged from|blocked|afraid of|scared of"
    r"|do not want (?:any |to have )?(?:contact|anything to do) with|restraining order against"
    r"|cut off(?: all)?(?: contact)?(?: with)?|broke off (?:all )?contact with"
    r"|never (?:want to )?(?:see|speak to|talk to|hear from)|(?:abused|beaten|assaulted|stalked) by"
    r"|do not (?:ever )?(?:mention|suggest|bring up)) "
    + _WHO.format("a")
    + r"|"
    + _WHO.format("b")
    + r" (?:\w+ )?(?:abused|abuses|hits|hit|beat|beats|assaulted|stalked|stalks|raped|hurts|died"
    r"|passed away|is dead|is dying|disowned|threw me out|cut me off|is no longer with us)\b",
    re.IGNORECASE,
)
_AGAIN = regex(
    r"\b(?:made up with|reconciled with|back in touch with|(?:speaking|talking) (?:to|with)"
    r"|in contact with) "
    + _WHO.format("a")
    + r" again\b|\b(?:made up|reconciled|back in touch|in contact again) with "
    + _WHO.format("b"),
    re.IGNORECASE,
)

_CUES = (
    "contact", "no longer", "not speak", "not talk", "n't speak", "n't talk", "do with", "cut ",
    "estranged", "block", "never ", "abus", "beat", "assault", "stalk", "restraining", "mention",
    "suggest", "bring up", "afraid", "scared", "hits", " hit", "raped", "hurts", "died", "passed",
    "dead", "dying", "disowned", "threw", "made up", "reconciled", "in touch", "again",
)  # fmt: skip


def mark(name: str) -> str:
    """Give a short mark by which a name or a tie is known again, and from which it cannot be read.

    >>> mark("Father") == mark("father"), len(mark("father"))
    (True, 8)
    """
    return derive_id("no contact", name.lower())[:8]


def apart(text: str, kept: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give the marks of those not to be named: the kept ones, as what is said now changes them.

    >>> mark("father") in apart("I've gone no contact with my father.")
    True
    """
    if not any(cue in text for cue in _CUES):
        return kept
    plain = normalised(text[:1].lower() + text[1:].replace("’", "'"))
    again = {mark(who) for who in _named(_AGAIN, plain)}
    return frozenset((kept | {mark(who) for who in _named(_APART, plain)}) - again)


def _named(pattern: re.Pattern[str], plain: str) -> list[str]:
    return [who for found in pattern.finditer(plain) for who in found.groups() if who]


__all__ = ["KEY", "apart", "mark"]
