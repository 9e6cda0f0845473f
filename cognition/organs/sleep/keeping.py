"""What sleep keeps: each change whole, durable, and only where nothing came between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cognition.faculties import Faculties
from cognition.values import Fact


@dataclass(frozen=True, slots=True)
class Change:
    """Facts to be written together or not at all; `activity` says what for.

    `over` are the versions they were made from, which must still be the latest.
    """

    activity: str
    facts: tuple[Fact, ...]
    over: tuple[Fact, ...] = field(default=())


def keep(
    use: Faculties,
    changes: Sequence[Change],
    states: Mapping[str, Any] | None = None,
    forgotten: frozenset[str] = frozenset(),
) -> list[Change]:
    """Write the changes that still stand, with the states, in one commit; gives those written.

    While sleep thought about it, a turn may have said more, and the person may have forgotten or
    corrected what a change rests on: then it is left out, for the next sleep to think of anew.
    `forgotten` are ids of facts that were asked to be forgotten, which must not come back.
    """
    with use.knowledge.changing():
        kept = [change for change in changes if _stands(change, use, forgotten)]
        facts = [fact for change in kept for fact in change.facts]
        if facts or states:
            use.journal.commit(facts=facts, states=states)
            use.knowledge.learn(facts)
    return kept


def _stands(change: Change, use: Faculties, forgotten: frozenset[str]) -> bool:
    known = use.knowledge.fact
    if any(known(old.id) != old for old in change.over):
        return False
    if all(known(fact.id) == fact for fact in change.facts):
        return False  # done before
    older = {old.id for old in change.over}
    fresh = [fact for fact in change.facts if fact.id not in older]
    if any(known(fact.id) is not None or fact.id in forgotten for fact in fresh):
        return False
    sources = {source for fact in change.facts for source in fact.sources}
    lives = use.timeline.position
    return all(lives(id) is not None or known(id) is not None for id in sources)
