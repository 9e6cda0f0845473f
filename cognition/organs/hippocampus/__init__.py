"""Episodic memory: keeps what happens as engrams and recalls them from a cue, in their context.

Recall adds six signals. Two come from one batched index query: how near the cue is
in meaning (cosine of embeddings) and in words (BM25). Two come from temporal context: an episode is
brought nearer by what was lived just before and after it, more by what came before it, and by how
much of the cue its session holds. One is binding: the cue names who spoke. The last sets back
episodes that only ask, for they tell nothing.

References:
    Howard & Kahana 2002, A distributed representation of temporal context: recalling one item
    reinstates its context, which favours its neighbours, and the ones after it most.
    Robertson & Zaragoza 2009, The probabilistic relevance framework: BM25 and beyond.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from cognition.channel import Merge, concat
from cognition.faculties import Faculties, Search
from cognition.organ import Organ
from cognition.organs.hippocampus.field import Field, Scores, gather
from cognition.organs.hippocampus.signals import Spread, session_sum, spoken_by_named, standard
from cognition.values import Engram, Percept, Recollection, engram_id

SOCIAL = frozenset({"empty", "greeting", "farewell", "thanks", "backchannel", "apology"})


@dataclass(frozen=True, slots=True)
class Cued:
    """What the hippocampus reads."""

    percept: Percept


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the hippocampus writes: memories that came to mind, and the episode to be kept."""

    recollections: tuple[Recollection, ...]
    engrams: Annotated[tuple[Engram, ...], Merge(concat)]


class Hippocampus(Organ[Cued, Recalled]):
    """Bind what is perceived into an episode, and recall the episodes it is a cue for.

    `k` memories come to mind a turn. A question is searched for among the `candidates` nearest in
    meaning and as many in words; what is merely said reminds, and looks at `reminders` of each.
    The other parameters weigh the signals against those two.
    """

    k: int = 8
    candidates: int = 200
    reminders: int = 30
    contiguity: float = 0.5
    context: float = 0.5
    binding: float = 1.0
    asking: float = 1.0

    def step(self, see: Cued, use: Faculties) -> Recalled | None:
        percept = see.percept
        if percept.act == "empty":
            return None
        engram = encode(percept, use.owner)
        if percept.act in SOCIAL or not percept.vector:
            return Recalled(recollections=(), engrams=(engram,))
        searched = bool(percept.questions) or percept.act == "request"
        recalled = self.recall(percept, use, breadth=None if searched else self.reminders)
        return Recalled(
            recollections=tuple(r for r in recalled if r.id != engram.id), engrams=(engram,)
        )

    def recall(
        self, cue: Percept, use: Faculties, k: int | None = None, breadth: int | None = None
    ) -> list[Recollection]:
        """Give the k episodes that best answer a cue, best first, from `breadth` candidates."""
        limit = breadth or self.candidates
        near, worded = use.index.search(
            [
                Search(vector=cue.vector, limit=limit),
                Search(text=cue.text, limit=limit),
            ]
        )
        field = gather(near, worded, use)
        if not len(field.positions):
            return []
        signals = self._weigh(field, cue, use)
        total = sum(signals.values(), np.zeros(len(field.positions)))
        chosen = np.argsort(-total, kind="stable")[: k or self.k]
        ids = [use.timeline.id_at(int(field.positions[i])) for i in chosen]
        kept = {engram.id: engram for engram in use.journal.engrams(ids)}
        return [
            recollection(
                kept[id], float(total[i]), {name: float(s[i]) for name, s in signals.items()}
            )
            for i, id in zip(chosen, ids, strict=True)
            if id in kept
        ]

    def _weigh(self, field: Field, cue: Percept, use: Faculties) -> dict[str, Scores]:
        sessions = use.timeline.sessions[field.positions]
        around = Spread(field, sessions)
        return {
            "meaning": standard(field.meaning),
            "words": standard(field.words),
            "contiguity": self.contiguity
            * (standard(around(field.meaning)) + standard(around(field.words))),
            "context": self.context * standard(session_sum(field.words, sessions)),
            "binding": self.binding * spoken_by_named(field, cue, use),
            "asking": -self.asking * use.timeline.asking[field.positions].astype(np.float64),
        }


def encode(percept: Percept, owner: str) -> Engram:
    """Bind a percept into an engram; its affect is bound when the turn is committed."""
    return Engram(
        id=engram_id(owner, percept.ref, percept.speaker, percept.when, percept.text),
        ref=percept.ref,
        session=percept.session,
        speaker=percept.speaker,
        role=percept.role,
        text=percept.text,
        when=percept.when,
        act=percept.act,
        times=percept.times,
        names=percept.names,
        vector=percept.vector,
    )


def recollection(
    engram: Engram, score: float = 0.0, why: Mapping[str, float] | None = None
) -> Recollection:
    """Give an engram as something remembered."""
    return Recollection(
        ref=engram.ref,
        id=engram.id,
        kind="episode",
        text=engram.text,
        speaker=engram.speaker,
        when=engram.when,
        score=score,
        why=why or {},
        role=engram.role,
        session=engram.session,
        times=engram.times,
        names=engram.names,
        affect=engram.affect,
    )
