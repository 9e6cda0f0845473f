"""Words of a sentence, and what they are by the closed classes and their place."""

from __future__ import annotations

# patterns and word lists are read more easily unbroken
# ruff: noqa: SIM905
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

_TOKEN = regex(r"\d+(?:\.\d+)?|[^\W\d_][\w'-]*(?:\.(?=\w))?|[,;:()]")
BE = frozenset("is are was were am be been being".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
_MODAL = frozenset("will would can could should may might must shall cannot".split())
AUX = BE | HAVE | DO | _MODAL
OWN = frozenset("my our his her their your its".split())
DET = frozenset("the a an this that these those some any every each no another all both".split())
PRONOUNS = frozenset("i he she it they we you him them me us".split())
PREPS = frozenset(
    "to into inside in at on onto upon from for with of by about near under underneath beneath "
    "behind beside towards toward through across past around within outside over above below as "
    "until till since during off against among between without".split()
)
STOPS = frozenset("because while when before after so if which who where that whose until".split())
_ADVERBS = frozenset(
    "there here then now once twice again soon later today yesterday tonight tomorrow instead "
    "afterwards afterward too also well not never still already just straight right back".split()
)
_NO_LY = regex(r"\A(?:fami|ju|ita|f|rep|app|supp|be|je|bu|ug|on|ear|hol|ral|al)ly\Z")


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.replace("’", "'"))


def is_adverb(word: str) -> bool:
    """Say whether a word is an adverb: one of a few, or in -ly."""
    low = word.lower()
    return low in _ADVERBS or (
        len(low) > 4 and low.endswith("ly") and word[0].islower() and not _NO_LY.search(low)
    )


def _named(word: str) -> bool:
    return word[0].isupper() or word.lower() in PRONOUNS


def finite(words: list[str], at: int) -> bool:
    """Say whether the word at a place begins the verb of a clause that has a subject before it."""
    word, before = words[at], words[at - 1] if at else ""
    low, was = word.lower(), before.lower()
    if low in AUX:
        return True
    if word[0].isupper() or not before or was in DET or was in OWN or was.endswith(("'s", "s'")):
        return False
    if was in ("of", "and", ",") and not forms(low):
        return False
    kinds = {one.kind for one in forms(low)}
    if kinds & {"past", "part", "s"}:
        return True
    if "base" in kinds:
        return was in PRONOUNS or was.endswith("s") or "and" in words[:at]
    return low.endswith("ed") or (low.endswith("s") and _named(before) and not low.endswith("ss"))


__all__ = [
    "AUX",
    "BE",
    "DET",
    "DO",
    "HAVE",
    "OWN",
    "PREPS",
    "PRONOUNS",
    "STOPS",
    "finite",
    "is_adverb",
    "tokens",
]
