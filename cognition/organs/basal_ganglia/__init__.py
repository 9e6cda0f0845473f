"""The basal ganglia: what is let through, and how the person wants to be treated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, cast

from cognition.channel import Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.basal_ganglia.procedures import procedures
from cognition.organs.basal_ganglia.selection import Recent, allowed, mark, select
from cognition.organs.prefrontal.listing import ITEM, LIST
from cognition.organs.prefrontal.scene import RECENT_ACTS, is_opening, moment, remembered
from cognition.organs.prefrontal.tasks import NEXT, STEP, TASK
from cognition.values import Care, Decision, Fact, Move, Note, Percept, Plan

_TURNS = 4  # turns whose acts and topics are remembered


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
        tasks = (TASK, STEP, NEXT, LIST, ITEM)
        held = [f for f in standing.values() if f.valid_to is None and f.relation not in tasks]
        learned = procedures(see.percept, held, use.owner, now, use.encoder.name)
        new = tuple(f for f in learned if f.valid_to is None)
        ended = {f.id for f in learned}
        policies = (*new, *(f for f in held if f.id not in ended))
        offered = list(see.plan.moves)
        if learned:
            wish = (new or learned)[0]
            if len(see.percept.sentences) == 1:  # a wish alone is heeded, not asked about
                offered = [move for move in offered if move.act != "ask"]
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
        decision = Decision(moves=tuple(chosen), policies=policies)
        guided = tuple(
            fact
            for move in chosen
            if move.act == "guide"
            for fact in move.facts
            if use.knowledge.fact(fact.id) != fact
        )
        return Selected(decision, (*learned, *guided), _notes(chosen, recent))


def recent_acts(use: Faculties) -> Recent:
    """Read the acts of the last turns and the marks of their topics, oldest first."""
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


def _notes(chosen: Sequence[Move], recent: Recent) -> tuple[Note, ...]:
    """Keep what was done for the turns to come, in marks and never in the person's words."""
    if not chosen:
        return ()
    turn = [(move.act, mark(move.about)) for move in chosen]
    kept = [*recent, turn][-_TURNS:]
    return (Note(RECENT_ACTS, json.dumps([json.dumps(each) for each in kept])),)


__all__ = ["BasalGanglia", "Offered", "Selected", "procedures", "recent_acts"]
