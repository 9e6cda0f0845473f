"""Facts told twice become one; of facts that cannot both hold the newest does, the others end.

Nothing is lost: what ended is kept with its time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cognition.faculties import Faculties
from cognition.organs.neocortex.claims import FUNCTIONAL
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.values import EPOCH, Fact

_OPPOSITES = {"dislikes": "likes"}  # read as the same relation, denied
_TOLD = ("fact", "procedure")


def reconciled(use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield what brings the held facts into line with each other, relation by relation."""
    for relation in use.knowledge.relations():
        pace.breathe()
        if relation not in _OPPOSITES:
            facts = use.knowledge.facts(relation=relation)
            if relation in _OPPOSITES.values():
                [other] = [o for o, r in _OPPOSITES.items() if r == relation]
                facts += use.knowledge.facts(relation=other)
            yield from reconcile(facts, pace)


def reconcile(facts: Iterable[Fact], pace: Pace) -> Iterator[Change]:
    """Find facts of one relation that say the same, and those that cannot both hold.

    Of two that say the same, the older takes the newer's sources and the newer is closed; of two
    values where only one can hold, the older is closed at the time of the newer. Gists and plans
    are left alone.
    """
    people: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.valid_to is None and fact.kind in _TOLD:
            people[fact.subject.casefold()].append(fact)
    for told in people.values():
        if len(told) > 1:
            told.sort(key=lambda fact: fact.valid_from or EPOCH)
            yield from _of_one(told, pace)


def _of_one(told: list[Fact], pace: Pace) -> Iterator[Change]:
    """Go through one person's facts of a relation in the order in which they were told."""
    every: defaultdict[str, list[Fact]] = defaultdict(list)  # by object, where many can hold
    for fact in told:
        pace.breathe()
        held = every["" if fact.relation in FUNCTIONAL else fact.object.casefold()]
        same = next((old for old in held if _same(old, fact)), None)
        if same is not None:
            sources = tuple(dict.fromkeys((*same.sources, *fact.sources)))
            kept = replace(same, sources=sources, pinned=same.pinned or fact.pinned)
            gone = replace(fact, valid_to=fact.valid_from or EPOCH)
            yield Change("merged", (kept, gone), (same, fact))
            held[held.index(same)] = kept
            continue
        for old in [old for old in held if _contradicts(fact, old)]:
            if fact.valid_from is not None:
                yield Change("closed", (replace(old, valid_to=fact.valid_from),), (old, fact))
                held.remove(old)
        held.append(fact)


def _same(old: Fact, fact: Fact) -> bool:
    """Tell whether two facts say the same, or the later one only less: "Ada's husband" of Tom."""
    if (old.relation, old.polarity, old.kind) != (fact.relation, fact.polarity, fact.kind):
        return False
    unnamed = f"{fact.subject}'s {fact.relation}".casefold()
    less = fact.relation in FUNCTIONAL and fact.object.casefold() in (
        unnamed,
        f"your {fact.relation}".casefold(),
    )
    return less or old.object.casefold() == fact.object.casefold()


def _contradicts(fact: Fact, old: Fact) -> bool:
    if old.object.casefold() == fact.object.casefold():
        return _affirms(old) != _affirms(fact)
    if not (fact.polarity and old.polarity and fact.relation == old.relation in FUNCTIONAL):
        return False
    # a birthday's year and its day without the year say two things
    return fact.relation != "birthday" or (" " in fact.object) == (" " in old.object)


def _affirms(fact: Fact) -> bool:
    return fact.polarity != (fact.relation in _OPPOSITES)
