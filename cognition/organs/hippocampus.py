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

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from cognition.channel import Merge, concat
from cognition.faculties import Faculties, Hit, Search
from cognition.organ import Organ
from cognition.values import Engram, Percept, Recollection, engram_id

Scores = NDArray[np.float64]
Positions = NDArray[np.int64]

# forward asymmetry of the contiguity effect: what follows a recalled item profits most
NEIGHBOURS = ((1, 1.0), (-1, 0.5), (2, 0.5), (-2, 0.25))
SOCIAL = frozenset({"empty", "greeting", "farewell", "thanks", "backchannel", "apology"})
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|we|us|our|i'm|i've)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cued:
    """What the hippocampus reads."""

    percept: Percept


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the hippocampus writes: memories that came to mind, and the episode to be kept."""

    recollections: tuple[Recollection, ...]
    engrams: Annotated[tuple[Engram, ...], Merge(concat)]


@dataclass(frozen=True, slots=True)
class _Field:
    """The candidates of one recall: sorted positions on the timeline and their raw scores."""

    positions: Positions
    meaning: Scores
    words: Scores


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
        field = _gather(near, worded, use)
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

    def _weigh(self, field: _Field, cue: Percept, use: Faculties) -> dict[str, Scores]:
        sessions = use.timeline.sessions[field.positions]
        around = _spread(field, sessions)
        return {
            "meaning": _standard(field.meaning),
            "words": _standard(field.words),
            "contiguity": self.contiguity
            * (_standard(around(field.meaning)) + _standard(around(field.words))),
            "context": self.context * _standard(_session_sum(field.words, sessions)),
            "binding": self.binding * _spoken_by_named(field, cue, use),
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


def _gather(near: Sequence[Hit], worded: Sequence[Hit], use: Faculties) -> _Field:
    """Lay out the hits and their neighbours; what a search did not return gets its lowest score."""
    near_at, nearness = _placed(near, use)
    word_at, wordedness = _placed(worded, use)
    hits = np.union1d(near_at, word_at)
    if not len(hits):
        return _Field(hits, np.zeros(0), np.zeros(0))
    sessions = use.timeline.sessions
    every = [hits]
    for step, _ in NEIGHBOURS:
        beside = hits + step
        inside = (beside >= 0) & (beside < len(sessions))
        beside, origin = beside[inside], hits[inside]
        every.append(beside[sessions[beside] == sessions[origin]])
    positions = np.unique(np.concatenate(every))
    meaning = np.full(len(positions), nearness.min() if len(nearness) else 0.0)
    meaning[np.searchsorted(positions, near_at)] = nearness
    words = np.zeros(len(positions))
    words[np.searchsorted(positions, word_at)] = wordedness
    return _Field(positions, meaning, words)


def _placed(hits: Sequence[Hit], use: Faculties) -> tuple[Positions, Scores]:
    """Give where the hits stand on the timeline, and their scores."""
    place = use.timeline.position
    placed = [(at, hit.score) for hit in hits if (at := place(hit.id)) is not None]
    return (
        np.array([at for at, _ in placed], np.int64),
        np.array([score for _, score in placed], np.float64),
    )


def _standard(scores: Scores) -> Scores:
    away = scores - scores.sum() / len(scores)
    spread = float(away @ away / len(away)) ** 0.5
    return away / spread if spread > 1e-9 else np.zeros_like(scores)


class _spread:
    """Sum each candidate's neighbours of the same session, weighted by their distance."""

    def __init__(self, field: _Field, sessions: NDArray[np.int32]) -> None:
        self._pairs: list[tuple[NDArray[np.intp], NDArray[np.intp], float]] = []
        positions = field.positions
        for step, weight in NEIGHBOURS:
            # a step of 1 brings activation from the turn before
            where = np.searchsorted(positions, positions - step)
            where = np.minimum(where, len(positions) - 1)
            same = (positions[where] == positions - step) & (sessions[where] == sessions)
            self._pairs.append((np.nonzero(same)[0], where[same], weight))

    def __call__(self, scores: Scores) -> Scores:
        total = np.zeros_like(scores)
        for to, origin, weight in self._pairs:
            total[to] += weight * scores[origin]
        return total


def _session_sum(words: Scores, sessions: NDArray[np.int32], top: int = 5) -> Scores:
    """Give each candidate the sum of its session's best word scores."""
    order = np.lexsort((-words, sessions))
    ranked, scores = sessions[order], words[order]
    starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
    rank = np.arange(len(ranked)) - np.repeat(starts, np.diff(np.r_[starts, len(ranked)]))
    sums = np.add.reduceat(np.where(rank < top, scores, 0.0), starts)
    total = np.empty_like(words)
    total[order] = np.repeat(sums, np.diff(np.r_[starts, len(ranked)]))
    return total


def _spoken_by_named(field: _Field, cue: Percept, use: Faculties) -> Scores:
    """Mark the episodes told by someone the cue names, or by the asker where it says I or my."""
    said = {word.lower() for word in _WORD.findall(cue.text)}
    names = use.timeline.speaker_names
    meant = [i for i, name in enumerate(names) if name and said & set(name.lower().split())]
    if cue.speaker in names and _FIRST_PERSON.search(cue.text):
        meant.append(names.index(cue.speaker))
    return np.isin(use.timeline.speakers[field.positions], meant).astype(np.float64)


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
