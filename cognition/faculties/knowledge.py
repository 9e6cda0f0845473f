"""Semantic memory's store: people, places and things as nodes, facts as edges between them.

A projection of the journal, kept in memory. Lookups by entity and relation are dictionary lookups,
and each list is kept in order of recency, so that a turn's cost does not grow with what is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

import networkx as nx

from cognition.values import EPOCH, Fact

LITERAL_RELATIONS = frozenset(
    {"age", "birthday", "plan", "event", "goal", "prefers_treatment", "call_me", "feels_about"}
)
_PLACEHOLDER = re.compile(r"(?:(?P<owner>.+)'s|(?P<your>your)) (?P<relation>\w+)\Z")

Stamp = tuple[datetime, int, str]
Slot = tuple[str, str]


def current(fact: Fact, at: datetime) -> bool:
    """Tell whether a fact holds at a time: it has begun, and it has not ended (ends are exclusive).

    >>> current(Fact(valid_to=datetime(2026, 1, 1)), datetime(2026, 1, 1))
    False
    """
    begun = fact.valid_from is None or fact.valid_from <= at
    return begun and (fact.valid_to is None or fact.valid_to > at)


class KnowledgeGraph:
    """A `networkx.MultiDiGraph` of facts behind the `Knowledge` contract.

    Nodes are entities under a case-insensitive key; a name is shown as it was first written.
    `facts(at=None)` gives everything incl. what has ended; `facts(at=now)` what holds now (its
    `valid_to` is None or later). A full name is also found by its first name, a person by
    "Ada's sister" and the reverse, as long as only one fits.

    >>> graph = KnowledgeGraph()
    >>> graph.learn([Fact(id="1", subject="Ada", relation="sister", object="Kim Thomsen")])
    >>> [fact.object for fact in graph.facts(about="kim")]
    ['Kim Thomsen']
    """

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._facts: dict[str, Fact] = {}
        self._order: dict[str, int] = {}
        self._serial = 0
        self._slots: dict[
            Slot, list[Stamp]
        ] = {}  # ("", "") all, (entity, ""), ("", relation), both
        self._kinds: dict[str, set[str]] = {}
        self._resting: dict[str, set[str]] = {}  # engram -> the facts that name it as a source
        self._relations: dict[str, dict[str, int]] = {}  # entity -> relation -> how many facts
        self._aliases: dict[str, dict[str, int]] = {}  # a name told -> the nodes it was told of
        self._first_names: dict[str, set[str]] = {}
        self._placeholders: dict[Slot, str] = {}  # (ada, sister) -> node "ada's sister"
        self._names: dict[str, str] = {}  # the nodes that are entities, as first written
        self._entities: tuple[str, ...] | None = ()
        self.learn(tuple(facts))

    def learn(self, facts: Sequence[Fact]) -> None:
        """Add facts, or replace those of the same id, which keep their place in the order."""
        for fact in facts:
            if not fact.id:
                raise ValueError("a fact needs an id to be learned; make one with derive_id(...)")
            order = self._order.get(fact.id)
            if order is not None:
                self._drop(fact.id)
            else:
                self._serial += 1
                order = self._serial
            self._add(fact, order)

    def unlearn(self, ids: Sequence[str]) -> None:
        """Remove facts by id, and every entity that no other fact mentions; unknown ids pass."""
        for id in ids:
            if id in self._facts:
                self._drop(id)
                self._order.pop(id)

    def fact(self, id: str) -> Fact | None:
        """Give the fact of this id, in its latest version."""
        return self._facts.get(id)

    def resting_on(self, source: str) -> list[Fact]:
        """Give the facts that name this engram among their sources, oldest first."""
        ids = sorted(self._resting.get(source, ()), key=lambda id: self._order[id])
        return [self._facts[id] for id in ids]

    def facts(
        self,
        about: str | None = None,
        relation: str | None = None,
        kind: str | None = None,
        at: datetime | None = None,
    ) -> list[Fact]:
        """Give matching facts, newest first; without `at` also those that have ended."""
        if about is None:
            stamps = self._slots.get(("", relation or ""), [])
        else:
            keys = self._keys(about)
            found = [self._slots.get((key, relation or ""), []) for key in keys]
            if len(found) == 1:
                stamps = found[0]
            else:
                stamps = sorted({stamp for stamps in found for stamp in stamps})
        if kind is not None and len(self._kinds.get(kind, ())) < len(stamps):
            of_kind = self._kinds.get(kind, set())
            stamps = [stamp for stamp in stamps if stamp[2] in of_kind]
        facts = [self._facts[stamp[2]] for stamp in reversed(stamps)]
        if kind is not None:
            facts = [fact for fact in facts if fact.kind == kind]
        return facts if at is None else [fact for fact in facts if current(fact, at)]

    def entities(self) -> tuple[str, ...]:
        """Give every entity's name, oldest first; the same object until something changes."""
        if self._entities is None:
            self._entities = tuple(self._names.values())
        return self._entities

    def path(self, start: str, end: str) -> tuple[Fact, ...]:
        """Give the shortest chain of held, affirmed facts between two entities, either way."""
        view = nx.subgraph_view(
            self.graph,
            filter_node=self._is_entity,
            filter_edge=self._held,  # pyright: ignore[reportArgumentType, reportCallIssue]
        ).to_undirected(as_view=True)
        chains: list[list[str]] = []
        for source in self._keys(start):
            for target in self._keys(end):
                if source in view and target in view and nx.has_path(view, source, target):
                    chains.append(nx.shortest_path(view, source, target))
        if not chains:
            return ()
        nodes = min(chains, key=len)
        return tuple(self._between(*pair) for pair in pairwise(nodes))

    def __len__(self) -> int:
        return len(self._facts)

    # --- names -----------------------------------------------------------------------------------

    def _keys(self, about: str) -> list[str]:
        """Resolve a name to the nodes it denotes; several where a person goes by several names."""
        key = about.casefold().strip()
        keys = [key] if key in self.graph else []
        told = self._aliases.get(key, {})
        if len(told) == 1:
            keys.extend(node for node in told if node not in keys)
        if not keys:
            full = self._first_names.get(key, set())
            if len(full) == 1:
                keys.extend(full)
        if placeholder := _PLACEHOLDER.match(key):
            owner = placeholder["owner"] or "you"
            keys.extend(self._bearers(owner, placeholder["relation"]))
        for node in tuple(keys):
            keys.extend(self._unnamed(node))
        return list(dict.fromkeys(keys))

    def _bearers(self, owner: str, relation: str) -> Iterator[str]:
        """Yield who "Ada's sister" is, if exactly one is known."""
        held = [self._facts[stamp[2]] for stamp in self._slots.get((owner, relation), [])]
        objects = {
            fact.object.casefold()
            for fact in held
            if fact.subject.casefold() == owner and fact.valid_to is None and fact.polarity
        }
        if len(objects) == 1:
            yield from objects

    def _unnamed(self, node: str) -> Iterator[str]:
        """Yield nodes such as "ada's sister" that stood for this one before its name was known."""
        if not self._placeholders:
            return
        for relation in self._relations.get(node, {}):
            for *_, id in self._slots.get((node, relation), []):
                owner = self._facts[id].subject.casefold()
                placeholder = self._placeholders.get((owner, relation))
                if placeholder and [*self._bearers(owner, relation)] == [node]:
                    yield placeholder

    # --- upkeep ----------------------------------------------------------------------------------

    def _add(self, fact: Fact, order: int) -> None:
        subject, object = _key(fact.subject), _key(fact.object)
        self._node(subject, fact.subject, bool(subject))
        self._node(object, fact.object, bool(object) and fact.relation not in LITERAL_RELATIONS)
        self.graph.add_edge(subject, object, key=fact.id)
        self._facts[fact.id] = fact
        self._order[fact.id] = order
        self._kinds.setdefault(fact.kind, set()).add(fact.id)
        for source in fact.sources:
            self._resting.setdefault(source, set()).add(fact.id)
        stamp = (fact.valid_from or EPOCH, order, fact.id)
        for slot in _slots(fact):
            stamps = self._slots.setdefault(slot, [])
            if not stamps or stamps[-1] < stamp:
                stamps.append(stamp)
            else:
                insort(stamps, stamp)
        for key in {subject, object}:
            counts = self._relations.setdefault(key, {})
            counts[fact.relation] = counts.get(fact.relation, 0) + 1
        if fact.relation == "name" and fact.polarity:
            told = self._aliases.setdefault(object, {})
            told[subject] = told.get(subject, 0) + 1

    def _drop(self, id: str) -> None:
        fact = self._facts.pop(id)
        subject, object = _key(fact.subject), _key(fact.object)
        self._kinds[fact.kind].discard(id)
        for source in fact.sources:
            self._resting[source].discard(id)
            if not self._resting[source]:
                del self._resting[source]
        stamp = (fact.valid_from or EPOCH, self._order[id], id)
        for slot in _slots(fact):
            stamps = self._slots[slot]
            stamps.pop(bisect_left(stamps, stamp))
            if not stamps:
                del self._slots[slot]
        if fact.relation == "name" and fact.polarity:
            told = self._aliases[object]
            told[subject] -= 1
            if not told[subject]:
                del told[subject]
        self.graph.remove_edge(subject, object, key=id)
        for key in {subject, object}:
            counts = self._relations[key]
            counts[fact.relation] -= 1
            if not counts[fact.relation]:
                del counts[fact.relation]
            if not counts:
                self._forget_node(key)

    def _node(self, key: str, name: str, entity: bool) -> None:
        if entity and key not in self._names:
            self._names[key] = name
            self._entities = None
        if key in self.graph:
            return
        self.graph.add_node(key, name=name)
        words = name.split()
        if 1 < len(words) <= 4 and all(word[:1].isupper() for word in words):
            self._first_names.setdefault(words[0].casefold(), set()).add(key)
        if match := _PLACEHOLDER.match(key):
            self._placeholders[(match["owner"] or "you", match["relation"])] = key

    def _forget_node(self, key: str) -> None:
        name: str = self.graph.nodes[key]["name"]
        self.graph.remove_node(key)
        self._relations.pop(key, None)
        if self._names.pop(key, None) is not None:
            self._entities = None
        first = self._first_names.get(name.split()[0].casefold() if name.split() else "", set())
        first.discard(key)
        if match := _PLACEHOLDER.match(key):
            self._placeholders.pop((match["owner"] or "you", match["relation"]), None)

    def _is_entity(self, key: str) -> bool:
        return key in self._names

    def _held(self, subject: str, object: str, id: str) -> bool:
        fact = self._facts[id]
        return fact.valid_to is None and fact.polarity

    def _between(self, one: str, other: str) -> Fact:
        ids: list[str] = [
            str(id)
            for pair in ((one, other), (other, one))
            for id in self.graph.get_edge_data(*pair, default={})
            if self._held(*pair, str(id))
        ]
        return self._facts[max(ids, key=lambda id: self._order[id])]


def _key(name: str) -> str:
    return name.casefold().strip()


def _slots(fact: Fact) -> set[Slot]:
    entities = {"", _key(fact.subject), _key(fact.object)}
    return {(entity, relation) for entity in entities for relation in ("", fact.relation)}


__all__ = ["LITERAL_RELATIONS", "KnowledgeGraph", "current"]
