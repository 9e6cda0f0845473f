"""What speaks for a candidate: each signal gives one score to each of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import Faculties, Search
from cognition.organs.hippocampus.cue import Cue
from cognition.organs.hippocampus.field import NEIGHBOURS, Field, Positions, Scores
from cognition.values import EPOCH


def standard(scores: Scores) -> Scores:
    """Bring scores to mean 0 and deviation 1, so that signals of any unit add up."""
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
    first = np.empty(len(ranked), bool)
    first[0], first[1:] = True, ranked[1:] != ranked[:-1]
    starts, session = np.flatnonzero(first), np.cumsum(first) - 1
    rank = np.arange(len(ranked)) - starts[session]
    sums = np.add.reduceat(np.where(rank < top, scores, 0.0), starts)
    total = np.empty_like(words)
    total[order] = sums[session]
    return total


def spoken_by(cue: Cue, positions: Positions, use: Faculties) -> Scores:
    """Mark the episodes told by someone the cue means."""
    return np.isin(use.timeline.speakers[positions], cue.speakers).astype(np.float64)


def told_of(cue: Cue, positions: Positions, use: Faculties) -> Scores:
    """Mark the episodes told in a time that the cue asks about, or in the days after it."""
    marked = np.zeros(len(positions))
    for start, end in cue.times():
        said = use.timeline.times[positions]
        since, until = ((moment - EPOCH).total_seconds() for moment in (start, end))
        marked[(said >= since) & (said < until)] = 1.0
    return marked


def compare(
    cue: Cue, field: Field, so_far: Scores, most: int, use: Faculties
) -> tuple[NDArray[np.intp], Scores]:
    """Compare the cue word by word with its `most` best candidates so far (late interaction).

    Gives which of the field these are, and the standard score of each.

    Khattab & Zaharia 2020, ColBERT, equation 3, with each word of the cue weighted by its rarity.
    """
    best = np.argsort(-so_far, kind="stable")[:most]
    names = [use.timeline.id_at(int(at)) for at in field.positions[best]]
    traces = cue.traces()
    if not traces or not names:
        return best[:0], np.zeros(0)
    [hits] = use.index.search([Search(words=traces, ids=tuple(names), limit=len(names))])
    found = {hit.id: hit.score for hit in hits}
    least = min(found.values(), default=0.0)
    return best, standard(np.array([found.get(name, least) for name in names]))
