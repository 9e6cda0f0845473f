"""Forward chaining over Horn clauses, each conclusion with the shortest chain found for it."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.premises import Premise, chained
from cognition.regex import regex

_ATOM = regex(r"([\w:*]+)\((\w+)(?:, (\w+))?\)")
_APART = regex(r"(\w) != (\w)")
LONGEST = 8  # premises in a chain: what takes more is not thought through
_MOST = 6000  # conclusions drawn for one question


class Atom(NamedTuple):
    """relation(subject, object); a property has no object."""

    relation: str
    subject: str
    object: str = ""


class Rule(NamedTuple):
    """From `body`, with the variables in `apart` bound to different names, follows `head`."""

    body: tuple[Atom, ...]
    apart: tuple[tuple[str, str], ...]
    head: Atom


Chain = tuple[Premise, ...]
_Bound = dict[str, str]


@lru_cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """Read the rules, by section."""
    text = (resources.files(__package__ or "") / "rules.txt").read_text(encoding="utf-8")
    found: dict[str, list[Rule]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            found.setdefault(section, []).append(_rule(line))
    return {name: tuple(of) for name, of in found.items()}


def _rule(line: str) -> Rule:
    body, arrow, head = line.partition("=>")
    atoms = [Atom(*(part or "" for part in match)) for match in _ATOM.findall(body)]
    heads = [Atom(*(part or "" for part in match)) for match in _ATOM.findall(head)]
    if not arrow or not atoms or len(heads) != 1:
        raise ValueError(f"a rule reads `a(x, y), b(y, z) => c(x, z)`, not {line!r}")
    return Rule(tuple(atoms), tuple(_APART.findall(body)), heads[0])


class Closure:
    """Everything that follows from some premises by the rules of a section.

    Conclusions are settled in the order of the length of their chains, so that the shortest is
    kept (Knuth 1977, a generalization of Dijkstra's algorithm).
    """

    def __init__(self, section: str, told: Iterable[tuple[Atom, Chain]]) -> None:
        self._rules: dict[str, list[tuple[Rule, int]]] = {}
        for rule in rules()[section]:
            for at, atom in enumerate(rule.body):
                name = atom.relation.partition(":")[0]
                self._rules.setdefault(name, []).append((rule, at))
        self.chains: dict[Atom, Chain] = {}
        self._by_subject: dict[tuple[str, str], list[Atom]] = {}
        self._by_object: dict[tuple[str, str], list[Atom]] = {}
        self._queue: list[tuple[int, int, Atom, Chain]] = []
        self._pushed = 0
        for atom, chain in told:
            self._push(atom, chain)
        while self._queue and len(self.chains) < _MOST:
            _, _, atom, chain = heapq.heappop(self._queue)
            if atom not in self.chains:
                self._settle(atom, chain)

    def _push(self, atom: Atom, chain: Chain) -> None:
        sources = {premise.source.id for premise in chain}
        if atom not in self.chains and len(sources) <= LONGEST:
            self._pushed += 1
            heapq.heappush(self._queue, (len(sources), self._pushed, atom, chain))

    def _settle(self, atom: Atom, chain: Chain) -> None:
        self.chains[atom] = chain
        name = atom.relation.partition(":")[0]
        self._by_subject.setdefault((name, atom.subject), []).append(atom)
        self._by_object.setdefault((name, atom.object), []).append(atom)
        for rule, at in self._rules.get(name, ()):
            bound = _unify(rule.body[at], atom, {})
            rest = rule.body[:at] + rule.body[at + 1 :]
            if bound is not None:
                for whole, more in self._joined(rest, bound):
                    if all(whole[one] != whole[other] for one, other in rule.apart):
                        self._push(_filled(rule.head, whole), chained(chain, more))

    def _joined(self, body: Sequence[Atom], bound: _Bound) -> Iterator[tuple[_Bound, Chain]]:
        if not body:
            yield bound, ()
            return
        first, *rest = body
        for atom in self._candidates(first, bound):
            whole = _unify(first, atom, bound)
            if whole is not None:
                for done, chain in self._joined(rest, whole):
                    yield done, (*self.chains[atom], *chain)

    def _candidates(self, pattern: Atom, bound: _Bound) -> Sequence[Atom]:
        name = pattern.relation.partition(":")[0]
        if pattern.subject in bound:
            return tuple(self._by_subject.get((name, bound[pattern.subject]), ()))
        return tuple(self._by_object.get((name, bound.get(pattern.object, "")), ()))

    def chain(self, relation: str, subject: str, object_: str = "") -> Chain | None:
        """Give the premises that something follows from, None if it does not follow."""
        return self.chains.get(Atom(relation, subject, object_))

    def subjects(self, relation: str, object_: str) -> list[Atom]:
        """Give what stands in a relation to something, in the order in which it was settled."""
        name = relation.partition(":")[0]
        found = self._by_object.get((name, object_), ())
        return [atom for atom in found if atom.relation == relation]

    def objects(self, relation: str, subject: str) -> list[Atom]:
        """Give what something stands in a relation to."""
        name = relation.partition(":")[0]
        found = self._by_subject.get((name, subject), ())
        return [atom for atom in found if atom.relation == relation]


def _unify(pattern: Atom, atom: Atom, bound: _Bound) -> _Bound | None:
    whole = dict(bound)
    name, star, any_ = pattern.relation.partition(":")
    if star and any_ == "*":
        if not atom.relation.startswith(f"{name}:"):
            return None
        if whole.setdefault("*", atom.relation.partition(":")[2]) != atom.relation[len(name) + 1 :]:
            return None
    elif pattern.relation != atom.relation:
        return None
    for variable, value in ((pattern.subject, atom.subject), (pattern.object, atom.object)):
        if variable and whole.setdefault(variable, value) != value:
            return None
    return whole


def _filled(head: Atom, bound: _Bound) -> Atom:
    relation = head.relation.replace("*", bound.get("*", "*"))
    return Atom(relation, bound[head.subject], bound.get(head.object, ""))
