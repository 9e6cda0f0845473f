"""The basal ganglia: what is let through, and how the person wants to be treated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, cast

from cognition.channel import Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.basal_ganglia.procedures import POLICIES, procedures
from cognition.organs.basal_ganglia.selection import RECALLING, Recent, allowed, select
from cognition.organs.prefrontal.opening import before
from cognition.organs.prefrontal.scene import FOLLOWED_UP, is_opening, moment, remembered
from cognition.values import Care, Decision, Fact, Move, Note, Percept, Plan

RECENT_ACTS = "recent_acts"
_TURNS = 4  # turns whose acts and topics are remembered
_BROUGHT_UP = 200  # ids of things already brought up that are remembered


@dataclass(frozen=True, slots=True)
class Offered:
    """What is offered for selection."""

    percept: Percept
    plan: Plan = Plan()
    care: Care = Care()
    known: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Selected:
    """What was selected, what was learned of the person's wishes, and what was just done."""

    decision: Decision
    learned: Annotated[tuple[Fact, ...], Merge(concat)] = ()
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()


class BasalGanglia(Organ[Offered, Selected]):
    """Let the best few moves through, and hold the person's standing wishes.

    Moves compete by value; what was just done is inhibited, and winners inhibit their like, after
    Gurney, Prescott & Redgrave (2001). `temperature` is that of the softmax draw among near-equals
    (0: always the best), `habituation` what one recent use costs in value, `threshold` the value
    under which nothing more is added, `at_most` how many moves a turn has.
    """

    at_most: int = 3
    temperature: float = 0.03
    habituation: float = 0.12
    threshold: float = 0.25

    def step(self, see: Offered, use: Faculties) -> Selected:
        """Learn the wishes just said, gate the moves by all that stand, let the best through."""
        now = moment(see.percept, use)
        standing = {f.id: f for f in see.known if f.kind == "procedure"}
        standing.update({f.id: f for f in use.knowledge.facts(kind="procedure")})
        held = [f for f in standing.values() if f.valid_to is None]
        learned = procedures(see.percept, held, use.owner, now)
        new = tuple(f for f in learned if f.valid_to is None)
        ended = {f.id for f in learned}
        policies = (*new, *(f for f in held if f.id not in ended))
        offered = list(see.plan.moves)
        if learned:
            wish = (new or learned)[0]
            offered.append(Move(act="acknowledge", about=wish.object, value=0.9, facts=new))
        recent = () if is_opening(use, now) else recent_acts(use)
        chance = use.random("basal_ganglia", see.percept.text, see.percept.when)
        chosen = select(
            [move for move in offered if allowed(move, policies, recent, see.care)],
            recent,
            chance,
            self.at_most,
            self.temperature,
            self.habituation,
            self.threshold,
        )
        notes = _notes(chosen, recent, remembered(use, FOLLOWED_UP), now)
        return Selected(Decision(moves=tuple(chosen), policies=policies), learned, notes)


def recent_acts(use: Faculties) -> Recent:
    """Read the acts and topics of the last turns, oldest first."""
    turns: list[list[tuple[str, str]]] = []
    for text in remembered(use, RECENT_ACTS):
        try:
            turn: object = json.loads(text)
        except ValueError:
            continue
        if isinstance(turn, list):
            pairs = [p for p in cast("list[list[str]]", turn) if len(p) == 2]
            turns.append([(act, topic) for act, topic in pairs])
    return turns


def _notes(
    chosen: Sequence[Move], recent: Recent, done: Sequence[str], now: datetime
) -> tuple[Note, ...]:
    """Keep what was done and what was brought up, for the turns to come."""
    turn = [(move.act, move.about[:80]) for move in chosen]
    kept = [*recent, turn][-_TURNS:]
    notes = [Note(RECENT_ACTS, json.dumps([json.dumps(each) for each in kept]))] if turn else []
    brought = [
        id_
        for move in chosen
        if move.act in RECALLING or (move.act == "ask" and move.facts)
        for id_ in _ids(move, now)
    ]
    if brought:
        ids = list(dict.fromkeys((*done, *brought)))[-_BROUGHT_UP:]
        notes.append(Note(FOLLOWED_UP, json.dumps(ids)))
    return tuple(notes)


def _ids(move: Move, now: datetime) -> Iterable[str]:
    for fact in move.facts:
        ahead = fact.kind == "plan" and fact.due is not None and fact.due.end > now
        yield before(fact) if ahead else fact.id
    yield from (memory.id for memory in move.evidence if memory.id)


__all__ = ["POLICIES", "BasalGanglia", "Offered", "Selected", "procedures", "recent_acts"]
