"""The knowledge graph: entities as nodes, facts as edges, and links between what is the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import pairwise
from threading import RLock

import networkx as nx

from cognition.faculties.knowledge.names import SAME, Names
from cognition.faculties.knowledge.slots import LITERAL_RELATIONS, Slots, current, key_of, mentioned
from cognition.values import SHARED, Fact

_APART = frozenset({"statement", *SHARED})  # kinds that have no edges


class KnowledgeGraph:
    """A `networkx.MultiDiGraph` of facts behind the `Knowledge` contract.

    Nodes are entities under a case-insensitive key; a name is shown as it was first written.
    `facts(at=None)` gives everything incl. what has ended; `facts(at=now)` what holds now (its
    `valid_to` is None or later). A full name is also found by its first name, a person by
    "Ada's sister" and the reverse, as long as only one fits.

    Facts of kind "statement" are open: whatever was said of anybody, found by every name that they
    mention. They are kept apart: no edges, and only `facts(kind="statement")` gives them. So are
    jokes, milestones and moments that are shared, each by its kind.
    Facts of kind "link" say that two names (`also_called`) or two episodes (`same_as`) are the
    same; they are no edges, and only `facts(kind="link")` gives them. Safe to use from several
    threads: each call sees the graph between two changes.

    >>> graph = KnowledgeGraph()
    >>> graph.learn([Fact(id="1", subject="Ada", relation="sister", object="Kim Thomsen")])
    >>> [fact.object for fact in graph.facts(about="kim")]
    ['Kim Thomsen']
    """

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._facts = Slots()
        self._links = Slots()
        self._statements = Slots(mentioned)
        self._names = Names(self._facts, self._links)
        self._lock = RLock()
        self._change = RLock()
        self.learn(tuple(facts))

    def changing(self) -> AbstractContextManager[object]:
        """Hold while journal and graph are changed together: other changes wait, reading goes on.

        Who commits facts to the journal and learns them here does both within one hold, so that
        the two agree whenever it is free.
        """
        return self._change

    def learn(self, facts: Sequence[Fact]) -> None:
        """Add facts, or replace those of the same id, which keep their place in the order."""
        with self._lock:
            for fact in facts:
                if not fact.id:
                    raise ValueError(
                        "a fact needs an id to be learned; make one with derive_id(...)"
                    )
                self._drop(fact.id, forget=False)
                self._add(fact)

    def unlearn(self, ids: Sequence[str]) -> None:
        """Remove facts by id, and every entity that no other fact mentions; unknown ids pass."""
        with self._lock:
            for id in ids:
                self._drop(id, forget=True)

    def fact(self, id: str) -> Fact | None:
        """Give the fact, statement or link of this id, in its latest version."""
        return self._facts.get(id) or self._statements.get(id) or self._links.get(id)

    def resting_on(self, source: str) -> list[Fact]:
        """Give what names this engram, or fact, as a source: facts, statements, then links."""
        with self._lock:
            kinds = (self._facts, self._statements, self._links)
            return [fact for kind in kinds for fact in kind.resting_on(source)]

    def facts(
        self,
        about: str | None = None,
        relation: str | None = None,
        kind: str | None = None,
        at: datetime | None = None,
    ) -> list[Fact]:
        """Give matching facts, newest first; without `at` also those that have ended."""
        with self._lock:
            if kind == "link" or kind in _APART:
                apart = self._links if kind == "link" else self._statements
                keys = [""] if about is None else [key_of(about)]
                facts = apart.find(keys, relation or "", kind)
            else:
                keys = [""] if about is None else self._names.keys(about)
                facts = self._facts.find(keys, relation or "", kind)
        return facts if at is None else [fact for fact in facts if current(fact, at)]

    def relations(self) -> tuple[str, ...]:
        """Give every relation that some fact has."""
        with self._lock:
            return self._facts.every_relation()

    def entities(self) -> tuple[str, ...]:
        """Give every entity's name, oldest first; the same object until something changes."""
        with self._lock:
            return self._names.all()

    def aliases(self, name: str, sure: float = 0.5) -> tuple[str, ...]:
        """Give what else the bearer of a name is called, nearest first; empty if that is unclear.

        Links count that are at least `sure`, in [0, 1].

        >>> graph = KnowledgeGraph()
        >>> graph.learn([Fact(id="1", subject="Ada", relation="sister", object="Mia")])
        >>> graph.aliases("Ada's sister")
        ('Mia',)
        """
        with self._lock:
            return self._names.aliases(name, sure)

    def same_as(self, id: str) -> tuple[str, ...]:
        """Give the ids of the other episodes that say the same as this one."""
        with self._lock:
            found = [id]
            for one in found:
                for link in self._links.at(one, SAME):
                    if link.valid_to is None:
                        found += [i for i in (link.subject, link.object) if i not in found]
            return tuple(found[1:])

    def path(self, start: str, end: str) -> tuple[Fact, ...]:
        """Give the shortest chain of held, affirmed facts between two entities, either way."""
        with self._lock:
            view = nx.subgraph_view(
                self.graph,
                filter_node=self._names.entity,
                filter_edge=self._held,  # pyright: ignore[reportArgumentType, reportCallIssue]
            ).to_undirected(as_view=True)
            chains: list[list[str]] = []
            for source in self._names.keys(start):
                for target in self._names.keys(end):
                    if source in view and target in view and nx.has_path(view, source, target):
                        chains.append(nx.shortest_path(view, source, target))
            if not chains:
                return ()
            return tuple(self._between(*pair) for pair in pairwise(min(chains, key=len)))

    def __len__(self) -> int:
        return len(self._facts) + len(self._statements) + len(self._links)

    # --- upkeep ----------------------------------------------------------------------------------

    def _add(self, fact: Fact) -> None:
        if fact.kind == "link":
            self._links.add(fact)
            return
        if fact.kind in _APART:
            self._statements.add(fact)
            return
        self._facts.add(fact)
        self._names.add(fact.subject, bool(key_of(fact.subject)))
        literal = fact.relation in LITERAL_RELATIONS or not key_of(fact.object)
        self._names.add(fact.object, not literal)
        self._names.tell(fact, 1)
        self.graph.add_edge(key_of(fact.subject), key_of(fact.object), key=fact.id)

    def _drop(self, id: str, forget: bool) -> None:
        if link := self._links.get(id):
            self._links.drop(link, forget)
        elif statement := self._statements.get(id):
            self._statements.drop(statement, forget)
        elif fact := self._facts.get(id):
            self._names.tell(fact, -1)
            self.graph.remove_edge(key_of(fact.subject), key_of(fact.object), key=id)
            for key in self._facts.drop(fact, forget):
                self.graph.remove_node(key)
                self._names.drop(key)

    def _held(self, subject: str, object: str, id: str) -> bool:
        fact = self._facts.get(id)
        return fact is not None and fact.valid_to is None and fact.polarity

    def _between(self, one: str, other: str) -> Fact:
        ids: list[str] = [
            str(id)
            for pair in ((one, other), (other, one))
            for id in self.graph.get_edge_data(*pair, default={})
            if self._held(*pair, str(id))
        ]
        found = self._facts.get(max(ids, key=self._facts.order))
        assert found is not None
        return found
