"""Forgetting for good: what is removed, what rested only on it, and every trace of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cognition.faculties.journal import SqlJournal
from cognition.store import Store
from cognition.values import Fact, Receipt


@dataclass(frozen=True, slots=True)
class Removal:
    """What one forgetting takes away, and the facts that stay but change."""

    turns: tuple[str, ...]
    replies: tuple[str, ...]
    facts: tuple[str, ...]
    changed: tuple[Fact, ...]

    def receipt(self, dry_run: bool) -> Receipt:
        """Say what went (or would go), by id and by kind."""
        return Receipt(
            ids=(*self.turns, *self.facts, *self.replies),
            counts={
                "episode": len(self.turns),
                "fact": len(self.facts),
                "reply": len(self.replies),
            },
            dry_run=dry_run,
        )


def select(
    store: Store,
    *,
    query: str | None = None,
    ids: Sequence[str] = (),
    about: str | None = None,
    before: datetime | None = None,
) -> Removal:
    """Find what a request to forget takes away; what is given together must hold together.

    `query` are words a memory contains, `about` a name it mentions, `before` a time it was told
    before, `ids` name memories directly. Derived facts go when all they rest on goes; a gist goes
    when anything it rests on goes, because it repeats its words; so do the companion's replies.
    """
    journal, knowledge = store.journal, store.faculties.knowledge
    facts: set[str] = {id for id in ids if knowledge.fact(id)}
    named = {engram.id for engram in journal.engrams([id for id in ids if id not in facts])}
    turns = set(named)
    if query or about or before:
        found = journal.search(words=query or "", mention=about or "", before=before)
        matching = {engram.id for engram in found if engram.role != "companion"}
        turns = turns & matching if ids else matching
        if not ids:
            facts = _matching_facts(journal, query, about, before)
    changed: dict[str, Fact] = {}
    for fact in journal.facts():
        left = tuple(source for source in fact.sources if source not in turns)
        if fact.id in facts or len(left) == len(fact.sources):
            continue
        if not left or fact.kind == "gist":
            facts.add(fact.id)
        else:
            changed[fact.id] = replace(fact, sources=left)
    for fact in _reopened(journal, facts):
        changed[fact.id] = replace(changed.get(fact.id, fact), valid_to=None)
    replies = set(journal.citing({*turns, *facts})) - turns
    return Removal(tuple(turns), tuple(replies), tuple(facts), tuple(changed.values()))


def carry_out(
    store: Store,
    removal: Removal,
    when: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> Receipt:
    """Remove it from the journal, the graph, the index and every file; gives the receipt."""
    if removal.turns or removal.facts:
        # the journal first: whatever is interrupted after it is put right at the next opening
        store.journal.erase([*removal.turns, *removal.replies], removal.facts, when)
        store.journal.commit(facts=removal.changed)
        store.faculties.knowledge.unlearn(removal.facts)
        store.faculties.knowledge.learn(removal.changed)
        store.faculties.timeline.remove(removal.turns)
        store.index.delete(removal.turns)
        store.index.scrub(progress)
    return removal.receipt(dry_run=False)


def _matching_facts(
    journal: SqlJournal, query: str | None, about: str | None, before: datetime | None
) -> set[str]:
    """Find facts that match by their own words, whatever they rest on."""

    def matches(fact: Fact) -> bool:
        named = {fact.subject.lower(), fact.object.lower()}
        return (
            (query is None or query.lower() in fact.text.lower())
            and (about is None or about.lower() in named)
            and (before is None or (fact.valid_from is not None and fact.valid_from < before))
        )

    return {fact.id for fact in journal.facts() if matches(fact)}


def _reopened(journal: SqlJournal, going: set[str]) -> list[Fact]:
    """Find facts that were closed only because a fact that now goes took their place."""
    every = journal.facts()
    closers = {(fact.subject, fact.relation, fact.valid_from) for fact in every if fact.id in going}
    return [
        fact
        for fact in every
        if fact.id not in going
        and fact.valid_to is not None
        and (fact.subject, fact.relation, fact.valid_to) in closers
    ]
