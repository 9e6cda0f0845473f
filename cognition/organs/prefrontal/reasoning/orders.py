"""Questions of more and less: who is taller, the tallest, by how much; and what fits in what."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.chaining import Atom, Chain, Closure
from cognition.organs.prefrontal.reasoning.degrees import dimension
from cognition.organs.prefrontal.reasoning.numbers import number
from cognition.organs.prefrontal.reasoning.premises import Conclusion, Premise, chained, key
from cognition.organs.prefrontal.reasoning.world import Told, World
from cognition.regex import regex

Asked = Mapping[str, str]


_YEAR = regex(r"\b\d{4}\b")


class Value(NamedTuple):
    """How tall, old, heavy, ... something is."""

    amount: int
    unit: str
    chain: Chain


class _Step(NamedTuple):
    to: str
    by: int
    unit: str
    premise: Premise


def _unit(word: str) -> str:
    return word.lower().removesuffix("s")


class Measures:
    """What was told of one dimension: values, and by how much one has more than another."""

    def __init__(self, world: World, wanted: str) -> None:
        self.values: dict[str, Value] = {}
        self._steps: dict[str, list[_Step]] = {}
        for one in world.premises:
            self._note(one, wanted)

    def _note(self, one: Premise, wanted: str) -> None:
        words = one.other.split()
        if one.relation == "aged" and wanted == "age" and (n := number(one.object)) is not None:
            self.values[one.subject] = Value(n, "year", (one,))
        elif one.relation == "measured" and dimension(one.object)[0] == wanted:
            if (n := number(words[0])) is not None:
                self.values[one.subject] = Value(n, _unit(words[1]), (one,))
        elif one.relation == "measured_weight" and wanted == "weight":
            if (n := number(one.object)) is not None:
                self.values[one.subject] = Value(n, _unit(one.other), (one,))
        elif one.relation == "measured_more" and dimension(words[2])[0] == wanted:
            if (n := number(words[0])) is not None:
                self._step(one, n * dimension(words[2])[1], _unit(words[1]))
        elif one.relation == "same_age" and wanted == "age":
            self._step(one, 0, "year")

    def _step(self, one: Premise, by: int, unit: str) -> None:
        self._steps.setdefault(one.object, []).append(_Step(one.subject, by, unit, one))
        self._steps.setdefault(one.subject, []).append(_Step(one.object, -by, unit, one))

    def difference(self, one: str, other: str) -> Value | None:
        """Say how much more one has than the other, along the shortest chain."""
        if (a := self.values.get(one)) and (b := self.values.get(other)) and a.unit == b.unit:
            return Value(a.amount - b.amount, a.unit, chained(a.chain, b.chain))
        for name, value in self._reached(other):
            if name == one:
                return value
        return None

    def value(self, name: str) -> Value | None:
        """Say how much something has: as told, or by how much it differs from what was told."""
        if told := self.values.get(name):
            return told
        for other, by in self._reached(name):
            told = self.values.get(other)
            if told is not None and told.unit == by.unit:
                amount = told.amount - by.amount
                return Value(amount, told.unit, chained(by.chain, told.chain))
        return None

    def _reached(self, start: str) -> list[tuple[str, Value]]:
        seen = {start: Value(0, "", ())}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            for step in self._steps.get(here, ()):
                if step.to not in seen:
                    before = seen[here]
                    chain = chained(before.chain, (step.premise,))
                    seen[step.to] = Value(before.amount + step.by, step.unit, chain)
                    queue.append(step.to)
        return [(name, value) for name, value in seen.items() if name != start]


def _closure(world: World, wanted: str) -> Closure:
    told: Told = []
    for one in world.premises:
        words = one.other.split()
        if one.relation == "compared":
            told += _more(one, *dimension(one.other), wanted)
        elif one.relation == "measured_more":
            told += _more(one, *dimension(words[2]), wanted)
        elif one.relation == "bigger":
            told += _more(one, "size", 1, wanted)
        elif (one.relation == "equalled" and dimension(one.other)[0] == wanted) or (
            one.relation == "same_age" and wanted == "age"
        ):
            told.append((Atom(f"same:{wanted}", one.subject, one.object), (one,)))
    values = dict(Measures(world, wanted).values)
    if wanted == "age":
        values |= _by_birth(world)
    for (one, a), (other, b) in combinations(values.items(), 2):
        if a.unit == b.unit and a.amount != b.amount:
            more, less = (one, other) if a.amount > b.amount else (other, one)
            told.append((Atom(f"more:{wanted}", more, less), chained(a.chain, b.chain)))
    return world.closure("order", told)


def _more(one: Premise, name: str, sign: int, wanted: str) -> Told:
    if name != wanted:
        return []
    pair = (one.subject, one.object) if sign > 0 else (one.object, one.subject)
    return [(Atom(f"more:{wanted}", *pair), (one,))]


def _by_birth(world: World) -> dict[str, Value]:
    """Give how old people are by when they were born, in days before today."""
    found: dict[str, Value] = {}
    for one in world.of("born", "birthday"):
        if one.time is not None and _YEAR.search(one.time.text):
            found[one.subject] = Value((world.now - one.time.start).days, "day", (one,))
    return found


def is_more(world: World, asked: Asked) -> Conclusion | None:
    wanted, sign = dimension(asked["d"])
    closure = _closure(world, wanted)
    one, other = world.person(asked["a"]), world.person(asked["b"])
    more, less = (one, other) if sign > 0 else (other, one)
    for pair, text in (((more, less), "yes"), ((less, more), "no")):
        if chain := closure.chain(f"more:{wanted}", *pair):
            back = closure.chain(f"more:{wanted}", *pair[::-1])
            return _clash(world, chain, back) or Conclusion(text, chain)
    if chain := closure.chain(f"same:{wanted}", one, other):
        return Conclusion("no, neither is", chain)
    return None


def _clash(world: World, chain: Chain, back: Chain | None) -> Conclusion | None:
    if back is None:
        return None
    text = "Both cannot be so. Which is right?"
    return Conclusion(text, chained(chain, back), settled=False)


def which_more(world: World, asked: Asked) -> Conclusion | None:
    for one, other in ((asked["a"], asked["b"]), (asked["b"], asked["a"])):
        found = is_more(world, {"a": one, "b": other, "d": asked["d"]})
        if found and (found.text == "yes" or not found.settled):
            return found if not found.settled else Conclusion(_name(world, one), found.chain)
    return None


def _name(world: World, phrase: str) -> str:
    shown = world.show(world.person(phrase))
    return shown if shown[:1].isupper() or shown == "you" or " " in shown else f"the {shown}"


def most(world: World, asked: Asked) -> Conclusion | None:
    """Name what has more than every other that is compared with it; none where that is open."""
    wanted, sign = dimension(asked["d"])
    closure = _closure(world, wanted)
    name = f"more:{wanted}"
    pairs = [atom for atom in closure.chains if atom.relation == name]
    everyone = {person for atom in pairs for person in (atom.subject, atom.object)}
    for one in sorted(everyone):
        others = everyone - {one}
        ways = [(one, other) if sign > 0 else (other, one) for other in sorted(others)]
        chains = [closure.chain(name, *way) for way in ways]
        if all(chains):
            text = _name(world, world.show(one)) if one != world.asker.lower() else "you"
            return Conclusion(text, chained(*(chain or () for chain in chains)))
    return None


def fits(world: World, asked: Asked) -> Conclusion | None:
    return is_more(world, {"a": asked["b"], "b": asked["a"], "d": "bigger"})


def difference(world: World, asked: Asked) -> Conclusion | None:
    wanted, sign = dimension(asked["d"])
    found = Measures(world, wanted).difference(world.person(asked["a"]), world.person(asked["b"]))
    if found is None:
        return None
    amount = sign * found.amount
    unit = found.unit if abs(amount) == 1 or found.unit in ("cm", "kg", "km") else f"{found.unit}s"
    return Conclusion(f"{amount} {unit}", found.chain)


def measure(world: World, asked: Asked) -> Conclusion | None:
    found = Measures(world, dimension(asked["d"])[0]).value(world.person(asked["a"]))
    if found is None or len(found.chain) < 2:
        return None
    return Conclusion(f"{found.amount} {found.unit}", found.chain)


def _spots(world: World, start: str) -> dict[str, tuple[int, int, Chain, tuple[str, ...]]]:
    """Give where everything lies from `start`: steps east and north, the chain, and the way."""
    edges: dict[str, list[tuple[str, int, int, str, Premise]]] = {}
    for one in world.of("more:north", "more:east"):
        east, north = (1, 0) if one.relation == "more:east" else (0, 1)
        ahead, back = ("east", "west") if east else ("north", "south")
        edges.setdefault(one.object, []).append((one.subject, east, north, ahead, one))
        edges.setdefault(one.subject, []).append((one.object, -east, -north, back, one))
    seen: dict[str, tuple[int, int, Chain, tuple[str, ...]]] = {start: (0, 0, (), ())}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        x, y, chain, way = seen[here]
        for to, east, north, step, one in edges.get(here, ()):
            if to not in seen:
                seen[to] = (x + east, y + north, (*chain, one), (*way, step))
                queue.append(to)
    return seen


def side(world: World, asked: Asked) -> Conclusion | None:
    spot = _spots(world, key(asked["b"])).get(key(asked["a"]))
    if spot is None:
        return None
    x, y, chain, _ = spot
    by = {"right": x, "east": x, "left": -x, "west": -x, "above": y, "over": y, "north": y}
    return Conclusion("yes" if by.get(asked["d"].lower(), -y) > 0 else "no", chain)


def way(world: World, asked: Asked) -> Conclusion | None:
    spot = _spots(world, key(asked["a"])).get(key(asked["b"]))
    return Conclusion(", ".join(spot[3]), spot[2]) if spot and spot[3] else None


def beside(world: World, asked: Asked) -> Conclusion | None:
    return _neighbour(world, asked["b"], asked["d"].lower())


def besides(world: World, asked: Asked) -> Conclusion | None:
    back = {"north": "south", "south": "north", "east": "west", "west": "east"}
    return _neighbour(world, asked["b"], back[asked["d"].lower()])


def _neighbour(world: World, of: str, direction: str) -> Conclusion | None:
    for name, (_, _, chain, steps) in _spots(world, key(of)).items():
        if steps == (direction,):
            shown = world.show(name)
            return Conclusion(shown if shown[:1].isupper() else f"the {shown}", chain)
    return None


SOLVERS = {
    one.__name__: one
    for one in (is_more, which_more, most, fits, difference, measure, side, way, beside, besides)
}
