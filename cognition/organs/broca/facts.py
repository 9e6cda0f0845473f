"""Saying a fact to the person it is about: "you live in Lyon", never "Ada lives in Lyon"."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Collection
from datetime import datetime
from functools import cache
from importlib import resources

from cognition.organs.broca.dates import when_span
from cognition.organs.broca.person import to_second_person, words, you
from cognition.organs.tables import table
from cognition.regex import regex
from cognition.values import Fact

_DOING = regex(r"^\w+ing (?:an?|the|my|our|his|her|their) ")  # "running a shop"
_VOWEL = regex(r"^(?:[aeio]|u(?!ni|se|su)|hon|hour)", re.IGNORECASE)
_DETERMINED = regex(
    r"^(?:an?|the|my|your|his|her|their|our|some|no|two|three|\d+)\b", re.IGNORECASE
)
_OWN = tuple(
    (regex(rf"\b{theirs}\b"), yours)
    for theirs, yours in (("their", "your"), ("themselves", "yourself"), ("them", "you"))
)
_MONTH = "|".join(tuple(month_name)[1:])
_DAY = regex(rf"\s+(?:on|in|over|from) (?:the \w+ of )?(?:\d{{1,2}} )?(?:{_MONTH}) \d{{4}}")
_TENSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(old), new)
    for old, new in (
        (r"^(you|.*? and .*?) (?:will|'ll) ", r"\1 were going to "),
        (r"^(.*?) will ", r"\1 was going to "),
        (r"^(.*?) are going to ", r"\1 were going to "),
        (r"^(.*?) is going to ", r"\1 was going to "),
        (r"^(.*?) (?:plan|plans|are planning|is planning) to ", r"\1 planned to "),
        (r"^(.*?) (?:want|wants) to ", r"\1 wanted to "),
        (r"^(.*?) (?:hope|hopes) to ", r"\1 hoped to "),
        (r"^(.*?) (?:have|has) to ", r"\1 had to "),
        (r"^(.*?) (?:have|has) ", r"\1 had "),
        (r"^(you) are ", r"\1 were "),
        (r"^(.*?) are ", r"\1 were "),
        (r"^(.*?) is ", r"\1 was "),
    )
)
_CALLED = regex(r"\b(?:has|have) an? (?P<kind>[\w -]+?) called ")


@cache
def _wordings() -> dict[str, tuple[str, str]]:
    return table(resources.files(__package__ or "") / "facts.yaml")


def article(noun: str) -> str:
    """Put "a" or "an" before a noun that needs it.

    >>> article("nurse"), article("engineer"), article("the owner"), article("Luna")
    ('a nurse', 'an engineer', 'the owner', 'Luna')
    >>> article("running a shop"), article("teaching assistant")
    ('running a shop', 'a teaching assistant')
    """
    if _DETERMINED.match(noun) or noun[:1].isupper() or _DOING.match(noun):
        return noun
    return ("an " if _VOWEL.match(noun) else "a ") + noun


def kinship(fact: Fact, names: Collection[str]) -> str | None:
    """Say who a relative, friend or pet is to the person: "your sister Mia"; None for other facts.

    >>> kinship(Fact(subject="Ada", relation="sister", object="Mia"), {"Ada"})
    'your sister Mia'
    >>> kinship(Fact(subject="Ada", relation="pet", object="dog"), {"Ada"})
    'your dog'
    >>> text = "Ada has a cat called Luna."
    >>> kinship(Fact(subject="Ada", relation="pet", object="Luna", text=text), {"Ada"})
    'your cat Luna'
    """
    if fact.subject.lower() not in {name.lower() for name in names} or not fact.polarity:
        return None
    relation = fact.relation.replace("_", "-")
    if relation not in words()["kin"] | words()["people"] | {"pet", "spouse"}:
        return None
    named = fact.object[:1].isupper() and "'s " not in fact.object and "’s " not in fact.object
    if named:
        kind = _CALLED.search(fact.text)
        return f"your {kind['kind'] if kind else relation} {fact.object}"
    return f"your {fact.object if relation == 'pet' else relation}"


def told(fact: Fact, names: Collection[str]) -> str | None:
    """Say a fact as a clause in the second person, without its full stop; None if that is unsure.

    >>> told(Fact(subject="Ada", relation="home", object="Lyon"), {"Ada"})
    'you live in Lyon'
    >>> told(Fact(subject="Ada", relation="event", text="Ada said she was tired."), {"Ada"}) is None
    True
    """
    said = second_person(fact.text, names)
    if said:
        return said
    own = fact.subject.lower() in {name.lower() for name in names}
    thing = to_second_person(you(fact.object, names) or "") if fact.object else ""
    if not (own and thing and fact.kind == "fact"):
        return None
    pair = _wordings().get(fact.relation)
    if pair:
        return pair[0 if fact.polarity else 1].format(o=thing, a=article(thing))
    if fact.relation.startswith("favourite_") and fact.polarity:
        return f"your favourite {fact.relation[10:].replace('_', ' ')} is {thing}"
    return _kin_clause(fact, thing)


def second_person(text: str, names: Collection[str]) -> str | None:
    """Say a fact's sentence to the person; in one that begins with them, "their" is "your".

    >>> second_person("Ada has their driving test on Friday.", {"Ada"})
    'you have your driving test on Friday'
    """
    low = text.lower()
    if any(low.startswith(f"{name.lower()} ") for name in names):
        for theirs, yours in _OWN:
            text = theirs.sub(yours, text)
    said = you(text, names) if text else None
    return _spoken(said) if said else None


def _spoken(clause: str) -> str:
    """Contract what people contract."""
    return re.sub(r"^you are\b", "you're", clause)


def _kin_clause(fact: Fact, thing: str) -> str | None:
    relation = fact.relation.replace("_", "-")
    if relation == "pet":
        if not fact.polarity:
            return f"you don't have {article(thing)}"
        return f"{thing} is your pet" if thing[:1].isupper() else f"you have {article(thing)}"
    if relation not in words()["kin"] or not fact.polarity:
        return None
    return f"your {relation} is {thing}" if thing[:1].isupper() else f"you have {article(relation)}"


def planned(fact: Fact, names: Collection[str], now: datetime) -> tuple[str, str, bool] | None:
    """Say a dated plan: its clause without the day, the day seen from now, and whether it is past.

    >>> from cognition.values import TimeSpan
    >>> due = TimeSpan("on Friday", datetime(2026, 5, 15), datetime(2026, 5, 16))
    >>> plan = Fact(kind="plan", text="Ada's sister will visit on Friday.", due=due)
    >>> planned(plan, {"Ada"}, datetime(2026, 5, 18))
    ('your sister was going to visit', 'last Friday', True)
    """
    if fact.due is None:
        return None
    clause = second_person(fact.text, names)
    day = when_span(fact.due.start, fact.due.end, now)
    over = fact.due.end <= now
    if not clause:
        return None
    clause = _DAY.sub("", clause)
    if fact.due.text:
        day_words = rf"\s*\b(?:on |at |in |by )?{re.escape(fact.due.text)}(?!\w)"
        clause = re.sub(day_words, "", clause, flags=re.IGNORECASE)
    clause = clause.strip(" ,.")
    if not over:
        return _spoken(clause), day, False
    shifted = past(clause)
    return (shifted, day, True) if shifted else None


def past(clause: str) -> str | None:
    """Put what was planned into the past, None if the verb is not one this knows.

    >>> past("Mia is going to visit")
    'Mia was going to visit'
    """
    clause = re.sub(r"^you're\b", "you are", clause)
    for pattern, new in _TENSES:
        shifted = pattern.sub(new, clause, count=1)
        if shifted != clause:
            return shifted
    return None


__all__ = ["article", "kinship", "past", "planned", "told"]
