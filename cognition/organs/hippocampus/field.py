"""The candidates of one recall: what the index found, and what was lived around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import Faculties, Hit, Search
from cognition.organs.hippocampus.cue import Cue

Scores = NDArray[np.float64]
Positions = NDArray[np.int64]

# how much a turn calls for those around it, by lag: each step away halves it, and what follows
# profits most (`context.neighbour_kernel` is where this comes from)
NEIGHBOURS = (
    *((1, 1.0), (-1, 0.5), (2, 0.5), (-2, 0.25)),
    *((3, 0.25), (-3, 0.125), (4, 0.125), (-4, 0.0625)),
)
# lags at which a neighbour is a candidate though no search found it
_BESIDE = np.array([[1], [-1], [2], [-2]])


@dataclass(frozen=True, slots=True)
class Field:
    """The candidates of one recall: sorted positions on the timeline and their raw scores."""

    positions: Positions
    meaning: Scores
    words: Scores


def search(cue: Cue, use: Faculties, limit: int, deliberate: bool) -> Field:
    """Find candidates in one batch: the `limit` nearest in meaning and as many in words.

    A deliberate search also looks among what was told of the times that the cue asks about.
    """
    vector = cue.percept.vector
    searches = [Search(vector=vector, limit=limit), Search(text=cue.words, limit=limit)]
    if deliberate:
        searches += [
            Search(vector=vector, limit=limit // 4, since=start, until=end)
            for start, end in cue.times()
        ]
    near, worded, *more = use.index.search(searches)
    least = near[-1].score if near else 0.0
    for found in more:
        near.extend(found)
    return gather(near, worded, least, use)


def gather(near: Sequence[Hit], worded: Sequence[Hit], least: float, use: Faculties) -> Field:
    """Lay out the hits and their neighbours; none is less near in meaning than `least`.

    That is the lowest score of the search among all: what it did not return lies below, known or
    not, and must not weigh less for being known.
    """
    near_at, nearness = _placed(near, use)
    word_at, wordedness = _placed(worded, use)
    hits = distinct([near_at, word_at])
    if not len(hits):
        return Field(hits, np.zeros(0), np.zeros(0))
    sessions = use.timeline.sessions
    beside = hits + _BESIDE
    inside = np.clip(beside, 0, len(sessions) - 1)
    lived = beside[(inside == beside) & (sessions[inside] == sessions[hits])]
    positions = distinct([hits, lived])
    meaning = np.full(len(positions), least)
    meaning[np.searchsorted(positions, near_at)] = np.maximum(nearness, least)
    words = np.zeros(len(positions))
    words[np.searchsorted(positions, word_at)] = wordedness
    return Field(positions, meaning, words)


def distinct(parts: Sequence[Positions]) -> Positions:
    """Give every position in any of the parts once, sorted (`np.unique` hashes: slow for few)."""
    together = np.concatenate(parts)
    together.sort()
    kept = np.empty(len(together), bool)
    kept[:1], kept[1:] = True, together[1:] != together[:-1]
    return together[kept]


def _placed(hits: Sequence[Hit], use: Faculties) -> tuple[Positions, Scores]:
    """Give where the hits stand on the timeline, and their scores."""
    if not hits:
        return np.zeros(0, np.int64), np.zeros(0)
    ids, scores = zip(*hits, strict=True)
    at, found = use.timeline.positions(ids), np.array(scores, np.float64)
    known = at >= 0
    return at[known], found[known]
