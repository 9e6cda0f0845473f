"""Forgetting for good: what is removed, what rested only on it, and every trace of its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cognition.faculties.journal import SqlJournal
from cognition.store import Store
from cognition.values import REPEATING, Fact, Receipt


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
    before, `ids` name memories directly. Derived facts go when all they rest on goes, other facts
    among it; a gist, a link or a shared memory goes when anything it rests on goes, because it
    repeats its words; so do the companion's replies.
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
    return _with_consequences(journal, turns, facts)


def _with_consequences(journal: SqlJournal, turns: set[str], facts: set[str]) -> Removal:
    """Add what rests only on what goes, and find what stays but changes."""
    every = journal.facts()
    going = set(facts)
    changed = _lessened(every, turns, going)
    for fact in _reopened(every, going):
        changed[fact.id] = replace(changed.get(fact.id, fact), valid_to=None)
    replies = set(journal.citing({*turns, *going})) - turns
    return Removal(
        tuple(sorted(turns)), tuple(sorted(replies)), tuple(sorted(going)), tuple(changed.values())
    )


def _lessened(every: Sequence[Fact], turns: set[str], going: set[str]) -> dict[str, Fact]:
    """Add to `going` what rests only on what goes; gives what stays, with its other sources."""
    while True:
        changed: dict[str, Fact] = {}
        found: set[str] = set()
        for fact in every:
            left = tuple(id for id in fact.sources if id not in turns and id not in going)
            if fact.id in going or len(left) == len(fact.sources):
                continue
            if not left or fact.kind in REPEATING:
                found.add(fact.id)
            else:
                changed[fact.id] = replace(fact, sources=left)
        going |= found
        if not found:
            return changed


def carry_out(
    store: Store,
    removal: Removal,
    when: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> Receipt:
    """Remove it from the journal, the graph, the index and every file; gives the receipt."""
    from cognition.organs.amygdala.trajectory import relive

    with store.faculties.knowledge.changing():
        # sleep may have made more of it since it was selected
        removal = _with_consequences(store.journal, set(removal.turns), set(removal.facts))
        if removal.turns or removal.facts:
            # the journal first: whatever is interrupted after it is put right at the next opening
            store.journal.erase([*removal.turns, *removal.replies], removal.facts, when)
            store.journal.commit(facts=removal.changed)
            store.faculties.knowledge.unlearn(removal.facts)
            store.faculties.knowledge.learn(removal.changed)
            store.faculties.timeline.remove(removal.turns)
            store.index.delete(removal.turns)
            store.index.scrub(progress)
            if removal.turns:
                relive(store.faculties, store.journal)
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


def _reopened(every: Sequence[Fact], going: set[str]) -> list[Fact]:
    """Find facts that were closed only because a fact that now goes took their place."""
    closers = {(fact.subject, fact.relation, fact.valid_from) for fact in every if fact.id in going}
    return [
        fact
        for fact in every
        if fact.id not in going
        and fact.valid_to is not None
        and (fact.subject, fact.relation, fact.valid_to) in closers
    ]
