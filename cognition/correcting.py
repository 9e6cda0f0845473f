"""Correcting a memory: the new text takes the old one's place; what rested on it is revisited."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cognition.faculties.traces import encode
from cognition.observing import perceived
from cognition.organs.consolidation import point
from cognition.store import Store
from cognition.values import REPEATING, Engram, Fact, Percept, Stimulus, derive_id, unsaid


def correct(store: Store, memory_id: str, text: str) -> str:
    """Correct an episode or a fact; gives the id of what now stands in its place."""
    now = store.faculties.clock.now()
    with store.faculties.knowledge.changing():  # sleep may be changing facts as well
        if fact := store.faculties.knowledge.fact(memory_id):
            return _correct_fact(store, fact, text, now)
        old = next(iter(store.journal.engrams([memory_id])), None)
        if old is None:
            raise ValueError(f"there is no memory {memory_id!r}; see `kindred memory list`")
        return _correct_episode(store, old, text, now)


def _correct_episode(store: Store, old: Engram, text: str, now: datetime) -> str:
    from cognition.organs.neocortex import extract, stated
    from cognition.organs.neocortex.before import pointed_to

    if text == old.text:
        return old.id
    use = store.faculties
    stimulus = Stimulus(text, old.speaker, old.when, old.ref, old.session, old.role)
    [(percept, fresh)] = perceived([stimulus], *encode(use.encoder, [text]), use)
    meant = unsaid(old) if pointed_to(text) else ()  # "she" means whom it meant
    new = replace(
        fresh,
        id=derive_id(old.id, "corrected", text),
        names=tuple(dict.fromkeys((*fresh.names, *meant))),
        stability=max(fresh.stability, old.stability),
        pinned=old.pinned,
    )
    closed = _closed(store, old.id, now)
    use.knowledge.learn(closed)
    told = (*extract(percept, use.knowledge, use.owner), *stated(percept, use.knowledge, use.owner))
    learned = [_resting_on(fact, new.id) for fact in told]
    # gone from the index first: an interruption then leaves it short, which opening puts right
    store.index.delete([old.id])
    store.journal.supersede(old.id, new, [*closed, *learned], now)
    store.index.put([point(new)])
    use.timeline.replace(old.id, new)
    use.knowledge.learn(learned)
    return new.id


def _closed(store: Store, source: str, now: datetime) -> list[Fact]:
    """Give what rested on an episode as it is without it, and what rested on that."""
    gone = {source}
    closed: list[Fact] = []
    for fact in store.faculties.knowledge.resting_on(source):
        closed.append(_without(fact, gone, now))
        if closed[-1].valid_to:
            gone.add(fact.id)
    return closed


def _without(fact: Fact, gone: set[str], now: datetime) -> Fact:
    """Take sources away from a fact; one that has no other is no longer held.

    Nor is a gist, a link or a shared memory, which says what its sources say together.
    """
    left = tuple(id for id in fact.sources if id not in gone)
    if left and fact.kind not in REPEATING:
        return replace(fact, sources=left)
    return replace(fact, valid_to=fact.valid_to or now)


def _resting_on(fact: Fact, source: str) -> Fact:
    """Rest a newly learned fact on the corrected episode; closings of older facts stay theirs."""
    if fact.valid_to is not None:
        return fact
    identity = (fact.kind, fact.subject, fact.relation, fact.object, fact.polarity, source)
    return replace(fact, id=derive_id(*identity), sources=(source,))


def _correct_fact(store: Store, old: Fact, text: str, now: datetime) -> str:
    from cognition.organs.neocortex import extract

    use = store.faculties
    percept = Percept(text=text, sentences=(text,), speaker=use.owner, when=now, act="statement")
    said = [f for f in extract(percept, use.knowledge, use.owner) if f.relation == old.relation]
    value = said[-1].object if said else text.strip().rstrip(".")
    new = replace(
        old,
        id=derive_id(old.id, "corrected", text),
        object=value,
        text=said[-1].text if said else _reworded(old, value),
        valid_from=old.valid_from,
        confidence=1.0,
    )
    changed = [replace(old, valid_to=now), new]
    store.journal.commit(facts=changed)
    use.knowledge.learn(changed)
    return new.id


def _reworded(fact: Fact, value: str) -> str:
    """Put a new value into a fact's sentence."""
    if fact.object and fact.object in fact.text:
        return fact.text.replace(fact.object, value)
    return f"{fact.subject}: {fact.relation.replace('_', ' ')} {value}."
