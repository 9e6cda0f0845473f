"""The curves by which memory research describes free recall, from the positions recalled.

A list recalled is a sequence of study positions from 0, in the order of recall; None stands for a
word that was not on the list. Repeated positions count once.

Sources:
    Murdock 1962, The serial position effect of free recall, J. Exp. Psychol. 64.
    Kahana 1996, Associative retrieval processes in free recall, Mem. Cognit. 24: the lag-CRP.
    Polyn, Norman & Kahana 2009, Psychol. Rev. 116: the rank of a transition's semantic likeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Recalled = Sequence[int | None]


def serial_position(lists: Sequence[Recalled], length: int) -> list[float]:
    """Give the share of lists in which each position was recalled."""
    counts = Counter(at for recalled in lists for at in set(recalled))
    return [counts[at] / len(lists) for at in range(length)]


def first_recall(lists: Sequence[Recalled], length: int) -> list[float]:
    """Give the share of lists whose recall began with each position."""
    counts = Counter(recalled[0] for recalled in lists if recalled)
    return [counts[at] / len(lists) for at in range(length)]


def transitions(recalled: Recalled, length: int) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (from, to, what could have come) for each step between two words of the list."""
    left = set(range(length))
    for one, next_ in pairwise(recalled):
        if one is not None:
            left.discard(one)
        if one is not None and next_ in left:
            yield one, next_, sorted(left)


def lag_crp(lists: Sequence[Recalled], length: int, reach: int = 5) -> dict[int, float]:
    """Give the chance of going on with each lag, of the times a word at that lag was left."""
    made, possible = Counter[int](), Counter[int]()
    for recalled in lists:
        for one, next_, left in transitions(recalled, length):
            made[next_ - one] += 1
            possible.update(at - one for at in left)
    lags = [lag for lag in range(-reach, reach + 1) if lag]
    return {lag: made[lag] / max(1, possible[lag]) for lag in lags}


def semantic_rank(lists: Sequence[Recalled], cosines: Sequence[NDArray[np.float64]]) -> float:
    """Give the share of what was left that was less alike in meaning than what came; chance is .5.

    `cosines` is one (length, length) matrix a list.
    """
    ranks = [
        np.mean([alike[one, next_] > alike[one, at] for at in left if at != next_])
        for recalled, alike in zip(lists, cosines, strict=True)
        for one, next_, left in transitions(recalled, len(alike))
        if len(left) > 2
    ]
    return float(np.mean(ranks))


def contiguity(crp: Mapping[int, float]) -> float:
    """Give how many times more often recall goes to a neighbour than to a word 4 or 5 away."""
    return (crp[1] + crp[-1]) / 2 / (sum(crp[lag] for lag in (-5, -4, 4, 5)) / 4)
