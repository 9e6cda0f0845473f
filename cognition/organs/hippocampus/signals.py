"""What speaks for a candidate: each signal gives one score to each of them.

Signals of degree are brought to standard scores. A mark, which a candidate has or has not, weighs
what its presence tells (Robertson & Spärck Jones 1976, Relevance weighting of search terms): much
where few memories bear it, nothing where almost all do.
"""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import Faculties, Search
from cognition.organs.hippocampus.cue import Cue
from cognition.organs.hippocampus.field import NEIGHBOURS, Field, Positions, Scores
from cognition.values import EPOCH

# the share of what answers a cue that bears a mark the cue calls for: few answers are told by
# another than the one asked about, at another time, or by asking
RELIABLE = 0.95
_STEPS = np.array([[step] for step, _ in NEIGHBOURS])
_WEIGHTS = np.array([[weight] for _, weight in NEIGHBOURS])


def standard(scores: Scores) -> Scores:
    """Bring scores to mean 0 and deviation 1, so that signals of any unit add up."""
    away = scores - scores.sum() / len(scores)
    spread = float(away @ away / len(away)) ** 0.5
    return away / spread if spread > 1e-9 else np.zeros_like(scores)


def evidence(bearing: int, of: int) -> float:
    """Give the log odds that a mark adds which `bearing` of all `of` memories bear, at least 0.

    Robertson & Spärck Jones 1976, the weight of presence, with `RELIABLE` for what is relevant.

    >>> evidence(500, 1000) < evidence(50, 1000), evidence(1000, 1000)
    (True, 0.0)
    """
    odds = (bearing + 0.5) / (of - bearing + 0.5)
    return max(0.0, log(RELIABLE / (1 - RELIABLE) / odds))


class Spread:
    """Sum each candidate's neighbours of the same session, weighted by their distance.

    Only what stands out calls for its neighbours: scores below the average count as average.
    """

    def __init__(self, field: Field, sessions: NDArray[np.int32]) -> None:
        positions = field.positions
        # a step of 1 brings activation from the turn before
        origins = positions - _STEPS
        where = np.searchsorted(positions, origins)
        np.minimum(where, len(positions) - 1, out=where)
        same = (positions[where] == origins) & (sessions[where] == sessions)
        self._where, self._weights = where, same * _WEIGHTS

    def __call__(self, scores: Scores) -> Scores:
        active = np.maximum(scores - scores.sum() / len(scores), 0.0)
        return (self._weights * active[self._where]).sum(0)


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
    """Give the episodes told by someone the cue means what that tells."""
    speakers = use.timeline.speakers
    theirs = sum(int(np.count_nonzero(speakers == one)) for one in {*cue.speakers})
    marked = np.isin(speakers[positions], cue.speakers).astype(np.float64)
    return evidence(theirs, len(speakers)) * marked


def told_of(cue: Cue, positions: Positions, use: Faculties) -> Scores:
    """Give the episodes told in a time that the cue asks about, or soon after, what that tells."""
    times = use.timeline.times
    marked = np.zeros(len(times), np.bool_)
    for start, end in cue.times():
        since, until = ((moment - EPOCH).total_seconds() for moment in (start, end))
        marked |= (times >= since) & (times < until)
    share = evidence(int(np.count_nonzero(marked)), len(times))
    return share * marked[positions].astype(np.float64)


def only_asked(positions: Positions, use: Faculties) -> Scores:
    """Give the episodes that only ask what it tells that they tell nothing."""
    asking = use.timeline.asking
    told = len(asking) - int(np.count_nonzero(asking))
    return evidence(told, len(asking)) * asking[positions].astype(np.float64)


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
