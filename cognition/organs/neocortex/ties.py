"""Relatives and pets that are had but not named: "I have two brothers and a dog"."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.organs.neocortex.claims import Claim, Who, claim, possessive
from cognition.organs.neocortex.kin_patterns import NOUN, PLURAL
from cognition.organs.neocortex.lexicon import KIN, PETS, PLURAL_KIN, PLURAL_PETS, words
from cognition.organs.neocortex.predicates import Predicate
from cognition.regex import regex

_MUCH = (
    r"an?|another|one|two|three|four|five|six|seven|eight|\d|twin|no|any|some|several|many|a few"
    r"|a couple of"
)
_NOT_TIES = (
    r"of|people|food|named|called|person|show|race|toys?|hair|house|bed|problem|that I|walking"
    r"|grooming|training|sitting|allergy|phobia|shelter"
)
_HAS = regex(
    rf"(?:(?P<much>{_MUCH})\b ?)?(?P<adj>(?:(?!(?:ex|and|with|about|for|to|in|of|my|your)\b)[\w-]+ "
    rf"){{0,3}}?)"
    rf"(?:(?P<plural>{PLURAL})|(?P<noun>{NOUN}))(?![\w-])(?! (?:{_NOT_TIES})\b)"
)
_IS_SEEING = regex(
    r"(?:(?:start|begin) (?:seeing|dating)|see|date) (?:someone|somebody)(?: new)?\Z"
)
_AND = regex(rf",? and (?=(?:{_MUCH}) )|, (?=(?:{_MUCH}) )")
# said of oneself in passing, or meaning something else more often than not
_COMMON = words(
    "baby partner doctor trainer coach bird chicken fish teacher mentor buddy pal therapist "
    "boss manager supervisor bro friend colleague coworker co-worker workmate neighbour "
    "neighbor bestie classmate roommate flatmate housemate landlord goat"
)


def ties(who: Who, predicate: Predicate, named: frozenset[str]) -> list[Claim]:
    """Read "have two brothers", "have a dog", "have no kids"; `named` were told by name already."""
    if _IS_SEEING.match(f"{predicate.verb} {predicate.rest}") and not predicate.denied:
        return _seeing(who, predicate)
    if predicate.verb not in ("have", "adopt", "get", "own", "buy", "rescue"):
        return []
    if predicate.verb == "have" and predicate.tense not in ("present", "perfect"):
        return []
    if predicate.tense == "future" or predicate.ended:
        return []
    made: list[Claim] = []
    for number, part in enumerate(_AND.split(predicate.rest)):
        match = _HAS.match(part)
        if match is None or (number and not match["much"]):
            break
        made.extend(_tie(who, predicate, match, named))
    return made


def _seeing(who: Who, predicate: Predicate) -> list[Claim]:
    """Read "I am seeing someone", "I have started seeing somebody"."""
    started = predicate.verb in ("start", "begin") and predicate.tense in ("past", "perfect")
    if predicate.tense != "progressive" and not started:
        return []
    partner = f"{possessive(who.name)} partner"
    return [claim(who, "partner", partner, "{S} [are|is] seeing someone")]


def _tie(
    who: Who, predicate: Predicate, match: re.Match[str], named: frozenset[str]
) -> list[Claim]:
    plural, much, adjective = match["plural"], match["much"], match["adj"]
    noun = match["noun"] or PLURAL_KIN.get(plural) or PLURAL_PETS[plural]
    relation = "pet" if noun in PETS else KIN[noun][0]
    if (not much and not plural) or noun in _COMMON or relation in named:
        return []
    if predicate.denied or much in ("no", "any"):
        return [
            replace(claim(who, relation, plural or noun, "{S} [have|has] no {o}"), polarity=False)
        ]
    if relation != "pet" and predicate.verb != "have":
        return []
    if plural:
        phrase = f"{much or ''} {adjective}{plural}".strip()
        return [claim(who, relation, phrase, "{S} [have|has] {o}")]
    object = noun if relation == "pet" else f"{possessive(who.name)} {noun}"
    return [claim(who, relation, object, f"{{S}} [have|has] {much} {adjective}{noun}")]
