"""The prefrontal organ: answers from memory, and plans what could be said in this turn."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Annotated

from cognition.channel import LASTING, Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.insula.off_record import OFF_RECORD
from cognition.organs.prefrontal.answer import answer
from cognition.organs.prefrontal.matters import matter_of
from cognition.organs.prefrontal.opening import passed, told_of
from cognition.organs.prefrontal.plan import propose
from cognition.organs.prefrontal.scene import (
    FOLLOWED_UP,
    TOLD_OF,
    Scene,
    is_opening,
    moment,
    remembered,
    told,
)
from cognition.values import Affect, Care, Fact, Mood, Note, Percept, Plan, Recollection

KEPT = 200  # ids of plans told of that are remembered


@dataclass(frozen=True, slots=True)
class Considered:
    """What is taken into account."""

    percept: Percept
    affect: Affect = Affect()
    recollections: tuple[Recollection, ...] = ()
    known: tuple[Fact, ...] = ()
    learned: Annotated[tuple[Fact, ...], Merge(concat)] = ()
    care: Care = Care()
    mood: Annotated[Mood, LASTING] = Mood()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What could be done."""

    plan: Plan
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()


class Prefrontal(Organ[Considered, Proposed]):
    """Propose goals and moves for this turn, each with what it rests on.

    Answering is inference with sources; bringing up plans and worries when a conversation opens is
    prospective memory (Einstein & McDaniel 1990). It proposes; the basal ganglia select.
    """

    span: int = 40

    def step(self, see: Considered, use: Faculties) -> Proposed:
        now = moment(see.percept, use)
        opening = is_opening(use, now)
        looks_back = opening or see.percept.act == "backchannel"
        scene = Scene(
            percept=see.percept,
            affect=see.affect,
            recollections=tuple(see.recollections),
            known=tuple(see.known),
            # what is off the record will not be kept: nothing is taken up as learned
            learned=() if OFF_RECORD in see.care.boundaries else tuple(see.learned),
            care=see.care,
            mood=see.mood,
            now=now,
            opening=opening,
            before=tuple(use.journal.latest(self.span, role="person")) if looks_back else (),
            done=frozenset((*remembered(use, FOLLOWED_UP), *remembered(use, TOLD_OF))),
            matter=matter_of(told(see.percept)),
            late=passed(use, now),
        )
        told_now = told_of(scene, use)
        if not told_now:
            return Proposed(plan=propose(scene, use))
        ids = [*remembered(use, TOLD_OF), *told_now][-KEPT:]
        scene = replace(scene, done=scene.done.union(told_now))
        return Proposed(propose(scene, use), (Note(TOLD_OF, json.dumps(ids)),))


__all__ = ["Considered", "Prefrontal", "Proposed", "answer"]
