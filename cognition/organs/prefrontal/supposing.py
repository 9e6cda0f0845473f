"""Choosing between what a question offers, and saying what is likely where nothing was told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.having import OVER, asked_having, says_so
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.words import stem, stem_set, weight
from cognition.regex import regex

_OR = regex(
    r"((?:\b[\w'.-]+ ){0,4}?\b[\w'.-]+) or ((?:[\w'.-]+ ){0,4}?[\w'.-]+)\s*\?", re.IGNORECASE
)
_LED = regex(r"^.*\b(?:in|at|to|on|by|of|with|for|the|an?|going|is|be)\b ", re.IGNORECASE)
_OF_NOW = regex(r"\W*(?:(?:and|so|but)\W+)?(?:do|does|am|is|are)\b", re.IGNORECASE)
_OF_DONE = regex(r"\W*(?:(?:and|so|but)\W+)?(?:did|has|have|had|was|were)\b", re.IGNORECASE)
_DID = regex(
    r"\W*(?:(?:and|so|but)\W+)?did (?:(?:the|my|our|your|his|her|their) )?[\w'’.-]+"
    r"(?: (?-i:[A-Z])[\w'’-]+)? (?:(?:ever|really|finally|already|actually|also|even) )*"
    r"(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_AHEAD = regex(
    r"\b(?:will|won['’]t|shall|should|might|may|going to|gonna|(?:want|hope|plan|need)s? to|wanna"
    r"|(?:planning|supposed|has|have|ought|hoping) to)\b|['’]ll\b",
    re.IGNORECASE,
)
_WILL = regex(
    r"\b(?:will|going to|gonna)\b|['’]ll\b|\b\w+(?:['’]s|['’]re| is| are) \w+ing\b", re.IGNORECASE
)
_BEARS = 0.6
_KIN_STEMS = stem_set(" ".join(KIN))
_GIVEN_UP = regex(
    r"\bused to (?P<what>\w+)|(?<!to )(?<!gonna )(?<!will )\b(?:quit|stopped|gave up|given up)"
    r" (?P<what2>\w+ing)\b",
    re.IGNORECASE,
)
_LOW = -0.25  # valence of a memory that speaks against doing the same again


class Chosen(NamedTuple):
    """The one of two that a question offers, and what speaks for it."""

    text: str
    item: Evidence


def either(question: Question, evidence: Sequence[Evidence]) -> Chosen | None:
    """Choose between "tea or coffee" by what the evidence speaks of; None if it does not settle it.

    A question that offers nothing, or whose alternatives are equally spoken of, chooses nothing.
    """
    match = _OR.search(question.text)
    if match is None or question.kind not in ("yes_no", "what", "who", "where"):
        return None
    one, other = _LED.sub("", match[1]), match[2].strip()
    mine, theirs = stem_set(one), stem_set(other)
    only_one, only_other = mine - theirs, theirs - mine
    first = _speaks(only_one, evidence)
    second = _speaks(only_other, evidence)
    if (first is None) == (second is None):
        return None
    return Chosen(one, first) if first else Chosen(other, second) if second else None


def _speaks(stems: frozenset[str], evidence: Sequence[Evidence]) -> Evidence | None:
    return next(
        (e for e in evidence if stems and stems <= stem_set(e.recollection.text) and e.fit > 0.5),
        None,
    )


def negative(text: str) -> bool:
    """Say whether a text denies something."""
    low = f" {text.lower().replace('’', chr(39))} "
    return any(sign in low for sign in (" not ", "n't ", " never ", " no longer ", " nobody "))


def told(question: Question, top: Evidence) -> str:
    """Answer yes or no by what was told; empty if it has too little of what is asked."""
    if top.own <= 0.5:
        return ""
    if (having := asked_having(question)) and not says_so(having, question, top.sentence):
        return ""
    if _given_up(question, top.sentence):
        return OVER
    said = _clause(question, top.sentence)
    if asks_of_done(question) and _AHEAD.search(said):
        return ""  # what should or will be says nothing of what was done
    return "No" if not negative(question.text) and negative(said) else "Yes"


def asks_of_done(question: Question) -> bool:
    """Tell whether it is asked what was done: "Did she come home?"."""
    return _OF_DONE.match(question.text) is not None


def lacks_deed(question: Question, sentence: str) -> bool:
    """Tell whether a sentence has what a deed was done to, but not the deed that is asked of.

    >>> asked = Question(text="Did I find a new job?")
    >>> lacks_deed(asked, "I left my job."), lacks_deed(asked, "I found a job!")
    (True, False)
    """
    did = _DID.match(question.text)
    verb = stem(did["verb"]) if did else ""
    # "find" says little elsewhere, but it is what one asks after of what was lost or left
    says = weight(verb) == 1.0 or verb == "find"
    return bool(verb) and says and verb not in stem_set(sentence)


def is_ahead(question: Question, item: Evidence) -> bool:
    """Tell whether what was told was then still to come, and is what is asked of."""
    asked = set(question.terms) - _KIN_STEMS
    meant = bool(asked) and asked <= stem_set(item.sentence) and item.strength > _BEARS
    return meant and _WILL.search(item.sentence) is not None


def _clause(question: Question, sentence: str) -> str:
    """Give the clause that has what is asked, where one has all of it that the sentence has."""
    asked = set(question.terms)
    have = asked & stem_set(sentence)
    parts = _PARTS.split(sentence)
    return next((part for part in parts if have and have <= stem_set(part)), sentence)


_PARTS = regex(r"[,;:–—]|\b(?:but|and|so)\b", re.IGNORECASE)


def _given_up(question: Question, sentence: str) -> bool:
    """Tell whether what is asked of now was done once: "I used to smoke", "I quit smoking"."""
    if not _OF_NOW.match(question.text):
        return False
    done = _GIVEN_UP.search(sentence)
    return done is not None and bool(stem_set(done["what"] or done["what2"]) & set(question.terms))


def supposed(question: Question, top: Evidence) -> str:
    """Say what is likely: what was denied, or went badly, is not (affect as information).

    Schwarz & Clore 1983: how something felt stands in for a judgement about it.
    """
    against = negative(top.sentence) or top.recollection.affect.valence <= _LOW
    return "Likely no" if against != negative(question.text) else "Likely yes"
