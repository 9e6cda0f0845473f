"""Questions of kin: who is whose aunt, and how two people are related."""

from __future__ import annotations

from collections.abc import Mapping

from cognition.organs.prefrontal.reasoning.chaining import Atom, Chain, Closure
from cognition.organs.prefrontal.reasoning.kin import FEMALE, MALE, NEUTRAL, ONE, noun, said
from cognition.organs.prefrontal.reasoning.premises import Conclusion, Premise, chained
from cognition.organs.prefrontal.reasoning.world import Told, World

Asked = Mapping[str, str]
_GENERAL = frozenset({*NEUTRAL.values(), "pibling", "nibling", "parent_in_law", "child_in_law",
                      "sibling_in_law", "great_grandparent", "great_grandchild", "great_pibling",
                      "great_nibling", "pibling_by_marriage"})  # fmt: skip
_RELATIONS = frozenset({*FEMALE, *MALE, *_GENERAL, "cousin"})
# what a word that leaves open whether man or woman may turn out to be
_EITHER = {
    "parent": ("mother", "father"),
    "child": ("daughter", "son"),
    "sibling": ("sister", "brother"),
    "spouse": ("wife", "husband"),
    "grandparent": ("grandmother", "grandfather"),
    "grandchild": ("granddaughter", "grandson"),
    "pibling": ("aunt", "uncle"),
    "pibling_by_marriage": ("aunt", "uncle"),
    "nibling": ("niece", "nephew"),
    "parent_in_law": ("mother_in_law", "father_in_law"),
    "child_in_law": ("daughter_in_law", "son_in_law"),
    "sibling_in_law": ("sister_in_law", "brother_in_law"),
    "great_grandparent": ("great_grandmother", "great_grandfather"),
    "great_pibling": ("great_aunt", "great_uncle"),
    "great_nibling": ("great_niece", "great_nephew"),
}
_SAY = {
    "pibling": "aunt or uncle",
    "nibling": "niece or nephew",
    "pibling_by_marriage": "aunt or uncle",
    "great_pibling": "great-aunt or great-uncle",
    "great_nibling": "great-niece or great-nephew",
}


def _told(world: World) -> Told:
    """Give what was told of kin; what was denied, or put right, later is left out."""
    held: dict[tuple[str, str, str], Premise] = {}
    for one in world.premises:
        pair = one.relation.partition("pair:")[2]
        relation = {"married": "spouse"}.get(pair, pair) if pair else one.relation
        if relation not in _RELATIONS:
            continue
        at = (relation, one.subject, one.object)
        if not one.holds:
            held.pop(at, None)
            continue
        if one.corrects and relation in ONE:
            for other in [k for k in held if k[0] == relation and k[2] == one.object]:
                del held[other]
        held.setdefault(at, one)
    out: Told = []
    for (relation, subject, object_), one in held.items():
        out.append((Atom(relation, subject, object_), (one,)))
        for people in (FEMALE, MALE):
            if relation in people:
                sex = "female" if people is FEMALE else "male"
                out.append((Atom(sex, subject), (one,)))
        if one.relation in ("pair:sister", "pair:brother"):
            out.append((Atom("female" if "sister" in one.relation else "male", object_), (one,)))
    return world.named(out)


def _clash(told: Told, world: World, people: frozenset[str]) -> Conclusion | None:
    """Find two different mothers, or the like, of one of the people in question."""
    first: dict[tuple[str, str], tuple[str, Premise]] = {}
    for atom, chain in told:
        if len(chain) != 1:
            continue
        if atom.relation not in ONE or atom.object not in people or "'s " in atom.subject:
            continue
        at = (atom.relation, atom.object)
        told_in = chain[0]
        subject, one = first.setdefault(at, (atom.subject, told_in))
        if subject != atom.subject:
            who, other = world.show(subject), world.show(atom.subject)
            what = said(atom.relation)
            text = f"Who is {_of(world, atom.object)} {what}: {who} or {other}?"
            return Conclusion(text, (one, told_in), settled=False)
    return None


def _of(world: World, name: str) -> str:
    shown = world.show(name)
    return "your" if shown == "you" else f"{shown}’s"


def _closure(world: World) -> tuple[Closure, Told]:
    told = _told(world)
    return world.closure("kinship", told), told


def _bearers(
    closure: Closure, world: World, phrase: str
) -> tuple[list[tuple[str, Chain]], str, str]:
    """Find those whom "Tom's mother's brother" may mean, with their chains, by its last step."""
    parts = world.person(phrase).replace("s' ", "s's ").split("'s ")
    if " of " in phrase and len(parts) == 1:
        what, _, whose = phrase.partition(" of ")
        parts = [world.person(whose), world.person(what)]
    people: list[tuple[str, Chain]] = [(parts[0], ())]
    relation = of = ""
    for part in parts[1:]:
        relation = noun(part.split()[-1])
        if not relation:
            return [], "", ""
        found: dict[str, Chain] = {}
        of = people[0][0] if people else ""
        for name, chain in people:
            for atom in closure.subjects(relation, name):
                if atom.subject != name:
                    found.setdefault(atom.subject, chained(chain, closure.chains[atom]))
        named = {who: c for who, c in found.items() if "'s " not in who}
        people = list((named or found).items())
    return people, relation, of


def kin_who(world: World, asked: Asked) -> Conclusion | None:
    """Name those who are someone's aunt; what is asked of is followed step by step."""
    if "'s " not in world.person(asked["a"]) and " of " not in asked["a"]:
        return None
    closure, told = _closure(world)
    people, relation, of = _bearers(closure, world, asked["a"])
    if not relation:
        return None
    chain_people = {of, *(one.object for _, chain in people for one in chain)}
    if clash := _clash(told, world, frozenset(chain_people)):
        return clash
    named = [(who, chain) for who, chain in people if "'s " not in who]
    if not named:
        return None
    if relation in ONE:
        named = named[:1]
    text = " and ".join(world.show(who) for who, _ in named)
    return Conclusion(text, chained(*(chain for _, chain in named)))


def kin_how(world: World, asked: Asked) -> Conclusion | None:
    """Say what one person is to another: the nearest relation that follows."""
    closure, _ = _closure(world)
    one, other = (world.person(asked[who]) for who in "ab")
    nearest = _nearest(closure, one, other)
    if nearest is None:
        return None
    relation, chain = nearest
    return Conclusion(f"{_of(world, other)} {_SAY.get(relation, said(relation))}", chain)


def _nearest(closure: Closure, one: str, other: str) -> tuple[str, Chain] | None:
    """Give what one is to another that follows from the fewest, and says whether man or woman."""
    found = [
        (len(chain), atom.relation in _GENERAL, atom.relation, chain)
        for atom, chain in closure.chains.items()
        if atom.subject == one and atom.object == other and atom.relation in _RELATIONS
    ]
    if not found:
        return None
    specific = [each for each in found if not each[1]]
    _, _, relation, chain = min(specific or found, key=lambda each: each[0])
    return relation, chain


def kin_is(world: World, asked: Asked) -> Conclusion | None:
    """Say whether one person is another's aunt; no where they are told to be something else."""
    closure, _ = _closure(world)
    relation, one = noun(asked["k"]), world.person(asked["a"])
    other = world.asker.lower() if asked["b"].lower() == "my" else world.person(asked["b"])
    if not relation:
        return None
    for whole, link in _same_people(closure, world, other):
        chain = closure.chain(relation, one, whole)
        if chain is not None:
            return Conclusion("yes", chained(link, chain))
    others = kin_how(world, {"a": asked["a"], "b": other})
    nearest = _nearest(closure, one, world.person(other))
    if others is None or nearest is None or relation in _EITHER.get(nearest[0], ()):
        return None  # "is Mia Tom's niece", of whom is known that she is a niece or a nephew
    return Conclusion(f"no, {others.text}", others.chain)


def _same_people(closure: Closure, world: World, name: str) -> list[tuple[str, Chain]]:
    if "'s " not in name:
        return [(name, ())]
    return _bearers(closure, world, name)[0]


def kin_many(world: World, asked: Asked) -> Conclusion | None:
    """Count those who are told, or follow, to be someone's siblings, children, ..."""
    closure, _ = _closure(world)
    relation, who = noun(asked["k"]), world.person(asked["b"])
    if not relation:
        return None
    atoms = [
        atom
        for atom in closure.subjects(relation, who)
        if "'s " not in atom.subject and atom.subject != who
    ]
    if not atoms:
        return None
    chain = chained(*(closure.chains[atom] for atom in atoms))
    return Conclusion(f"{len(atoms)}: {', '.join(world.show(a.subject) for a in atoms)}", chain)


SOLVERS = {one.__name__: one for one in (kin_who, kin_how, kin_is, kin_many)}
