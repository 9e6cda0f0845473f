"""Episodic memory: keeps what happens as engrams and recalls them from a cue, in their context.

Recall adds up signals. From one batched index query come how near the cue is in meaning (cosine of
embeddings) and in words (BM25); the best candidates are then compared with it word by word
(detail). Temporal context brings an episode nearer by what was lived just before and after it, more
by what came before it (contiguity), and by how much of the cue its session holds (context). Binding
is to who spoke, where the cue names them, and to the time it asks about. What was told at length is
more easily found (elaboration); what only asks tells nothing (asking).

Weights that are fitted to one kind of talk do not carry over to another. So all signals of degree
weigh the same, but for detail, which alone sees every word; and marks, of who spoke and when, weigh
by how rare they are in this memory.

References:
    Howard & Kahana 2002, A distributed representation of temporal context: recalling one item
    reinstates its context, which favours its neighbours, and the ones after it most.
    Robertson & Zaragoza 2009, The probabilistic relevance framework: BM25 and beyond.
    Khattab & Zaharia 2020, ColBERT: late interaction of words.
    Craik & Tulving 1975, Depth of processing: elaborate encoding is remembered better.
    Robertson & Spärck Jones 1976, Relevance weighting of search terms: what a mark tells.
    Dawes 1979, The robust beauty of improper linear models: equal weights of standard scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from cognition.adaptation import trust
from cognition.channel import Merge, concat
from cognition.faculties import Faculties
from cognition.faculties.plain import plainly
from cognition.organ import Organ
from cognition.organs.hippocampus.congruence import CONGRUENCE, bias, reminding
from cognition.organs.hippocampus.cue import Cue
from cognition.organs.hippocampus.field import Field, Scores, search
from cognition.organs.hippocampus.signals import (
    Spread,
    compare,
    only_asked,
    session_sum,
    spoken_by,
    standard,
    told_of,
)
from cognition.organs.neocortex.before import HEARD, referents, spoken_before
from cognition.values import Engram, Percept, Recollection, engram_id

WIDER = 4  # candidates of each kind looked at for every memory wanted, if that is more
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
    meaning and as many in words (more where many are wanted), and compared word by word with the
    `compared` best of them; what is merely said reminds, looks at `reminders` of each and compares
    none. The other parameters weigh the signals: those of degree in standard deviations, `binding`,
    `time` and `asking` in the log odds that they add (`signals.evidence`).
    """

    k: int = 8
    candidates: int = 100
    reminders: int = 30
    compared: int = 50
    meaning: float = 0.4
    words: float = 0.4
    detail: float = 1.0
    contiguity: float = 0.4
    context: float = 0.4
    elaboration: float = 0.4
    binding: float = 1.0
    time: float = 1.0
    asking: float = 1.0
    congruence: float = CONGRUENCE

    def step(self, see: Cued, use: Faculties) -> Recalled | None:
        percept = see.percept
        if percept.act == "empty":
            return None
        before = spoken_before(percept, use.journal.latest(HEARD))
        engram = encode(percept, use.owner, referents(percept, before, use.knowledge))
        if percept.act in SOCIAL or not percept.vector:
            return Recalled(recollections=(), engrams=(engram,))
        searched = bool(percept.questions) or percept.act == "request"
        recalled = self.recall(percept, use, deliberate=searched)
        return Recalled(
            recollections=tuple(r for r in recalled if r.id != engram.id), engrams=(engram,)
        )

    def recall(
        self, percept: Percept, use: Faculties, k: int | None = None, deliberate: bool = True
    ) -> list[Recollection]:
        """Give the k episodes that best answer a cue, best first.

        Not `deliberate`, what is said only reminds: quicker, and less far.
        """
        cue = Cue(percept, use)
        wanted = k or self.k
        limit = max(self.candidates, WIDER * wanted) if deliberate else self.reminders
        field = search(cue, use, limit, deliberate)
        if not len(field.positions):
            return []
        signals = self._weigh(field, cue, use)
        if not deliberate and self.congruence and (mood := bias(use, percept.when)):
            signals["congruence"] = reminding(field.positions, mood, self.congruence, use)
        trusted = trust(use)
        for name in trusted.keys() & signals.keys():
            signals[name] *= trusted[name]
        total = sum(signals.values(), np.zeros(len(field.positions)))
        if deliberate and self.detail:
            most = max(self.compared, WIDER * wanted // 2)
            best, scores = compare(cue, field, total, most, use)
            detail = np.full(len(total), scores.min() if len(scores) else 0.0)
            detail[best] = scores
            signals["detail"] = self.detail * trusted.get("detail", 1.0) * detail
            total += signals["detail"]
        chosen = np.argsort(-total, kind="stable")[:wanted]
        ids = [use.timeline.id_at(int(field.positions[i])) for i in chosen]
        kept = {engram.id: engram for engram in use.journal.engrams(ids)}
        return [
            recollection(
                kept[id], float(total[i]), {name: float(s[i]) for name, s in signals.items()}
            )
            for i, id in zip(chosen, ids, strict=True)
            if id in kept
        ]

    def _weigh(self, field: Field, cue: Cue, use: Faculties) -> dict[str, Scores]:
        at = field.positions
        sessions = use.timeline.sessions[at]
        around = Spread(field, sessions)
        signals = {
            "meaning": self.meaning * standard(field.meaning),
            "words": self.words * standard(field.words),
            "contiguity": self.contiguity
            * (standard(around(field.meaning)) + standard(around(field.words))),
            "context": self.context * standard(session_sum(field.words, sessions)),
            "elaboration": self.elaboration * standard(use.timeline.lengths[at].astype(np.float64)),
            "asking": -self.asking * only_asked(at, use),
        }
        if cue.speakers:
            signals["binding"] = self.binding * spoken_by(cue, at, use)
        if cue.percept.times:
            signals["time"] = self.time * told_of(cue, at, use)
        return signals


def encode(percept: Percept, owner: str, about: tuple[str, ...] = ()) -> Engram:
    """Bind a percept into an engram, and to those whom it is `about` without naming them.

    Its affect is bound when the turn is committed.
    """
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
        names=(*percept.names, *about),
        vector=percept.vector,
        traces=percept.traces,
        plain=plainly(percept.text, percept.traces.parses),
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
        plain=engram.plain,
    )
