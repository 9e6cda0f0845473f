"""What is known of the person, when they ask: a few facts that say most, and nothing painful."""

from __future__ import annotations

import re

from cognition.faculties import Faculties
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.scene import Scene
from cognition.values import Answer, Fact, Recollection

_MOST = 5
# what says most about someone, first
_FIRST = re.findall(
    r"\w+",
    "name home from work employer studies spouse partner daughter son child mother father sister"
    " brother pet hobby loves likes favourite language goal diet dislikes plan owns friend",
)


def of_person(scene: Scene, use: Faculties) -> Answer:
    """Give a few held facts of the person, one of a kind, in an order that makes sense."""
    asker = (scene.percept.speaker or use.owner).lower()
    held = [f for f in use.knowledge.facts(about=asker, at=scene.now) if _worth(f, asker, scene)]
    chosen: dict[str, Fact] = {}
    for fact in sorted(held, key=_rank):
        chosen.setdefault(fact.relation.split("_")[0], fact)
    facts = list(chosen.values())[:_MOST]
    if not facts:
        return Answer("Not much yet: you haven't told me a great deal about yourself.", 0.6, True)
    sources = tuple(
        Recollection(id=f.id, kind=f.kind, text=f.text, when=f.valid_from, score=0.9) for f in facts
    )
    return Answer(" ".join(f.text.rstrip(".") + "." for f in facts), 0.9, True, sources)


def _worth(fact: Fact, asker: str, scene: Scene) -> bool:
    if fact.kind == "procedure":
        return False
    if fact.due is not None and fact.due.end <= scene.now:
        return False
    named = fact.relation not in (*KIN, "pet") or fact.object[:1].isupper()
    return fact.subject.lower() == asker and bool(fact.text) and fact.polarity and named


def _rank(fact: Fact) -> int:
    relation = fact.relation.split("_")[0]
    return (
        _FIRST.index(relation) if relation in _FIRST else len(_FIRST) + (fact.relation == "event")
    )


__all__ = ["of_person"]
