"""Questions of what kind of thing something is: what its kind does, it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from cognition.organs.prefrontal.reasoning.chaining import Atom
from cognition.organs.prefrontal.reasoning.premises import Conclusion, Premise, chained, key
from cognition.organs.prefrontal.reasoning.states import noun_of
from cognition.organs.prefrontal.reasoning.world import Told, World

Asked = Mapping[str, str]
_SINGULAR = {"mice": "mouse", "wolve": "wolf", "wolves": "wolf", "geese": "goose", "men": "man"}


def kind_of(name: str) -> str:
    """Reduce the name of a kind to one form: "wolves" and "wolf" are alike."""
    return _SINGULAR.get(key(name), noun_of(key(name)))


def _told(world: World) -> Told:
    told: Told = []
    for one in world.premises:
        subject, object_ = kind_of(one.subject), kind_of(one.object)
        if one.relation in ("is_kind", "kind_kind"):
            told.append((Atom("is", subject, object_), (one,)))
        elif one.relation in ("afraid", "eats"):
            told.append((Atom(one.relation, subject, one.object), (one,)))
    return told


def _inherited(world: World, name: str, relation: str) -> Conclusion | None:
    found = world.closure("kind", _told(world)).objects(relation, kind_of(name))
    if not found:
        return None
    chain = world.closure("kind", _told(world)).chains[found[0]]
    return Conclusion(world.show(found[0].object), chain)


def afraid(world: World, asked: Asked) -> Conclusion | None:
    return _inherited(world, world.person(asked["a"]), "afraid")


def eats(world: World, asked: Asked) -> Conclusion | None:
    return _inherited(world, world.person(asked["a"]), "eats")


def colour(world: World, asked: Asked) -> Conclusion | None:
    """Say what colour something is; untold, that of most others of its kind (induction)."""
    name = world.person(asked["a"])
    told = {kind_of(one.subject): one for one in world.of("coloured")}
    if own := told.get(kind_of(name)):
        return Conclusion(own.object, (own,))
    kinds = {kind_of(one.subject): one for one in world.of("is_kind")}
    mine = kinds.get(kind_of(name))
    if mine is None:
        return None
    kind = kind_of(mine.object)
    if whole := told.get(kind):
        return Conclusion(whole.object, (mine, whole))
    alike: list[tuple[Premise, Premise]] = [
        (one, told[other])
        for other, one in kinds.items()
        if other != kind_of(name) and kind_of(one.object) == kind and other in told
    ]
    if not alike:
        return None
    usual, _ = Counter(seen.object for _, seen in alike).most_common(1)[0]
    chain = next(pair for pair in alike if pair[1].object == usual)
    return Conclusion(usual, chained((mine,), chain), sure=0.6)


SOLVERS = {one.__name__: one for one in (afraid, eats, colour)}
