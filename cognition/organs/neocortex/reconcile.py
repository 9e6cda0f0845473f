"""Bring new claims into line with what is held: repeat, refine, replace, end or deny."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cognition.faculties import Knowledge
from cognition.organs.neocortex.claims import FUNCTIONAL, Claim
from cognition.values import Fact, TimeSpan, derive_id

_OPPOSITES = {"likes": "dislikes", "dislikes": "likes"}
_EXCLUSIVE = frozenset({"vegetarian", "vegan", "pescatarian"})


def reconcile(
    claims: Iterable[Claim], known: Knowledge, when: datetime, source: str
) -> tuple[Fact, ...]:
    """Turn claims into facts to be learned: new ones, and new versions of held ones (same id).

    A functional relation's old value is ended, not erased; what is said again gains a source and
    confidence; what no longer holds gets `valid_to`. A claim from before the held fact becomes
    history at once. The same turn twice changes nothing.
    """
    out: dict[str, Fact] = {}
    for made in claims:
        for fact in _facts(made, _held(made, known, out), when, source):
            out[fact.id] = fact
    return tuple(out.values())


def _held(made: Claim, known: Knowledge, out: dict[str, Fact]) -> list[Fact]:
    """Give the facts in force of the claim's subject and relation (and its opposite)."""
    found: dict[str, Fact] = {}
    for relation in (made.relation, _OPPOSITES.get(made.relation, "")):
        if relation:
            for fact in known.facts(about=made.subject, relation=relation):
                found[fact.id] = fact
    found |= {
        id: fact
        for id, fact in out.items()
        if fact.relation in (made.relation, _OPPOSITES.get(made.relation))
    }
    subject = made.subject.casefold()
    return [
        fact
        for fact in found.values()
        if fact.subject.casefold() == subject and fact.valid_to is None
    ]


def _facts(made: Claim, held: list[Fact], when: datetime, source: str) -> list[Fact]:
    same = [fact for fact in held if _same(fact, made)]
    if made.ended:
        return _end(made, held, same, when, source)
    for fact in same:
        if (
            fact.relation == made.relation
            and fact.polarity == made.polarity
            and _when(fact.due) == _when(made.due)
        ):
            return _again(fact, made, source)
    for fact in held:
        if _stands_for(fact, made):
            return [replace(fact, object=made.object, text=made.text, sources=_with(fact, source))]
        if _says_less(made, fact):
            return []
    new = _new(made, when, source)
    out: list[Fact] = []
    for fact in held:
        if (
            fact.sources[-1:] == (source,)
            and fact.id != new.id
            and not same
            and made.relation != "plan"
            and not _one_value(fact, made)
        ):
            continue
        if _replaced(fact, made, same):
            later = fact.valid_from is not None and fact.valid_from > when
            if later:
                new = replace(new, valid_to=fact.valid_from)
            elif fact.sources != (source,) or fact in same:
                out.append(replace(fact, valid_to=when))
    return [*out, new]


def _when(due: TimeSpan | None) -> tuple[datetime, datetime] | None:
    """Give a time without its words: "today" is "Friday" then."""
    return (due.start, due.end) if due is not None else None


def _same(fact: Fact, made: Claim) -> bool:
    return fact.object.casefold() == made.object.casefold()


def _one_value(fact: Fact, made: Claim) -> bool:
    return made.relation in FUNCTIONAL and fact.relation == made.relation


def _replaced(fact: Fact, made: Claim, same: list[Fact]) -> bool:
    """Tell whether a held fact can no longer stand beside a claim."""
    if fact in same:  # the same object: denied, turned round, or moved to another date
        return made.relation != "plan" or _when(fact.due) != _when(made.due)
    if fact.relation != made.relation or not made.polarity:
        return False
    if not fact.polarity:  # "has no pets", and now one
        return made.relation not in ("likes", "dislikes") and made.relation not in FUNCTIONAL
    if made.relation == "diet":
        return {fact.object, made.object} <= _EXCLUSIVE
    if made.relation == "birthday":  # a year and a day without a year say two things
        return (" " in fact.object) == (" " in made.object)
    return made.relation in FUNCTIONAL


def _stands_for(fact: Fact, made: Claim) -> bool:
    """Tell whether a held fact only lacked the name now told: "has a dog", "Ada's sister"."""
    if fact.relation != made.relation or not made.polarity or not fact.polarity:
        return False
    named = made.object[:1].isupper()
    if made.relation == "pet":
        return named and fact.object.islower() and f" {fact.object} " in made.text
    return (
        named
        and _unnamed(fact.subject, fact.object)
        and not made.object.startswith(f"{fact.subject}'s ")
    )


def _says_less(made: Claim, fact: Fact) -> bool:
    """Tell whether a claim names nobody where the held fact does: "we have been married"."""
    agreed = made.relation == fact.relation and made.polarity and fact.polarity
    return agreed and _unnamed(made.subject, made.object) and made.relation in FUNCTIONAL


def _unnamed(subject: str, object_: str) -> bool:
    """Tell whether somebody is only called by what they are to whom: "your spouse", "Mia's son"."""
    return object_.startswith(("your ", f"{subject}'s "))


def _end(
    made: Claim, held: list[Fact], same: list[Fact], when: datetime, source: str
) -> list[Fact]:
    held = [fact for fact in held if fact.relation == made.relation and fact.polarity]
    ended = held if made.cancels and not made.object else [fact for fact in same if fact in held]
    if made.relation == "plan" and not ended:
        words = set(made.object.lower().split())
        ended = [fact for fact in held if len(words & set(fact.object.lower().split())) >= 2]
    if ended:
        return [
            replace(fact, valid_to=when, sources=_with(fact, source))
            for fact in ended
            if made.object or fact.sources != (source,)
        ]
    if made.cancels or made.relation == "plan":
        return []
    return [replace(_new(made, when, source), valid_from=None, valid_to=when)]


def _again(fact: Fact, made: Claim, source: str) -> list[Fact]:
    if source in fact.sources:
        return []
    confidence = round(1 - (1 - fact.confidence) * (1 - made.confidence * 0.5), 4)
    return [replace(fact, confidence=confidence, sources=_with(fact, source))]


def _with(fact: Fact, source: str) -> tuple[str, ...]:
    return fact.sources if source in fact.sources else (*fact.sources, source)


def _new(made: Claim, when: datetime, source: str) -> Fact:
    return Fact(
        id=derive_id(made.kind, made.subject, made.relation, made.object, made.polarity, source),
        kind=made.kind,
        subject=made.subject,
        relation=made.relation,
        object=made.object,
        text=made.text,
        polarity=made.polarity,
        valid_from=when,
        due=made.due,
        confidence=made.confidence,
        sources=(source,),
    )
