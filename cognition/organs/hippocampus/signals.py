"""What speaks for a candidate: each signal gives one score to each of them."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import Faculties
from cognition.organs.hippocampus.field import NEIGHBOURS, Field, Scores
from cognition.values import Percept

_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|we|us|our|i'm|i've)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def standard(scores: Scores) -> Scores:
    away = scores - scores.sum() / len(scores)
    spread = float(away @ away / len(away)) ** 0.5
    return away / spread if spread > 1e-9 else np.zeros_like(scores)


class Spread:
    """Sum each candidate's neighbours of the same session, weighted by their distance."""

    def __init__(self, field: Field, sessions: NDArray[np.int32]) -> None:
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


def session_sum(words: Scores, sessions: NDArray[np.int32], top: int = 5) -> Scores:
    """Give each candidate the sum of its session's best word scores."""
    order = np.lexsort((-words, sessions))
    ranked, scores = sessions[order], words[order]
    starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
    rank = np.arange(len(ranked)) - np.repeat(starts, np.diff(np.r_[starts, len(ranked)]))
    sums = np.add.reduceat(np.where(rank < top, scores, 0.0), starts)
    total = np.empty_like(words)
    total[order] = np.repeat(sums, np.diff(np.r_[starts, len(ranked)]))
    return total


def spoken_by_named(field: Field, cue: Percept, use: Faculties) -> Scores:
    """Mark the episodes told by someone the cue names, or by the asker where it says I or my."""
    said = {word.lower() for word in _WORD.findall(cue.text)}
    names = use.timeline.speaker_names
    meant = [i for i, name in enumerate(names) if name and said & set(name.lower().split())]
    if cue.speaker in names and _FIRST_PERSON.search(cue.text):
        meant.append(names.index(cue.speaker))
    return np.isin(use.timeline.speakers[field.positions], meant).astype(np.float64)
