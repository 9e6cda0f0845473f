"""What one event can teach: which memories were meant, of what kinds, how old, led to by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from operator import mul

import numpy as np

from cognition.adaptation.value import (
    EVERY,
    KINDS,
    Adaptation,
    Episode,
    Lesson,
    Pair,
    current,
    hashed,
    kinds_of,
)
from cognition.faculties import Faculties
from cognition.strength import DECAY, retrievability
from cognition.values import Engram, Percept, Recollection

TOLD = 48  # turns told of late that a return is held against
STRATA = 8  # spans of the past, each as long as all after it, that ages are averaged over
AGAIN = 600.0  # seconds within which asking the same says that the reply was not it
SAME = 0.7  # cosine from which two questions ask the same
TYPICAL = Engram().stability  # days


def lesson(
    meant: Sequence[tuple[Episode, float]],
    use: Faculties,
    when: datetime | None = None,
    shown: Sequence[Recollection] = (),
) -> Lesson:
    """Draw the lesson of returning to memories, given with their shares of the return.

    Their ages count if it was at a time `when`, the signals that led to them if they were `shown`
    among others.
    """
    adapted = current(use)
    chance, leads = held_against(shown, {episode.id for episode, _ in meant})
    age = _age(meant, use, when, TYPICAL * adapted.fading) if when else (0.0, 0.0)
    return Lesson(chance, leads, _kinds(meant, use, adapted), age)


def held_against(
    shown: Sequence[Recollection], meant: Collection[str]
) -> tuple[float, dict[str, float]]:
    """Give p and each d_s of the memories meant among those shown (see the package's equations).

    No d_s where nothing can be told apart: none or all of them were meant, or all score the same.
    """
    inside = np.array([r.id in meant for r in shown], np.bool_)
    if inside.all() or not inside.any():
        return 0.0, {}
    names = list(dict.fromkeys(name for r in shown for name in r.why))
    parts = np.array([[r.why.get(name, 0.0) for name in names] for r in shown], np.float64)
    away = parts.sum(1)
    away -= away.sum() / len(away)
    variance = float(away @ away) / len(away)
    if variance < 1e-12:
        return 0.0, {}
    spread = variance**0.5
    odds = np.exp(away / spread)
    ours, theirs = float(odds[inside].sum()), float(odds[~inside].sum())
    # ∂ log(p / (1 - p)) / ∂z of each
    pull = np.where(inside, odds / ours, -odds / theirs)
    share = away @ parts / (len(away) * variance)
    leads = (pull @ parts - float(pull @ away) * share) / spread
    return ours / (ours + theirs), dict(zip(names, leads.tolist(), strict=True))


def shared(recalled: Sequence[Recollection]) -> list[tuple[Recollection, float]]:
    """Share one return among memories as their scores do."""
    scores = np.array([r.score for r in recalled])
    odds = np.exp((scores - scores.mean()) / (scores.std() or 1.0)) if recalled else scores
    return list(zip(recalled, (odds / odds.sum()).tolist(), strict=True))


def asked_again(percept: Percept, before: Engram | None) -> bool:
    """Say whether a question asks what the person asked just before."""
    if before is None or not before.vector or len(before.vector) != len(percept.vector):
        return False
    soon = 0 <= (percept.when - before.when).total_seconds() <= AGAIN
    return soon and sum(map(mul, percept.vector, before.vector)) >= SAME


def _kinds(
    meant: Sequence[tuple[Episode, float]], use: Faculties, adapted: Adaptation
) -> dict[str, Pair]:
    """Tally the kinds and the names returned to, against their share in what was told of late."""
    told = [e for e in use.journal.latest(TOLD) if e.role != "companion" and e.act != "question"]
    usual = Counter(key for engram in told for key in _keys(engram))
    seen: dict[str, float] = {}
    for episode, share in meant:
        for key in _keys(episode):
            seen[key] = seen.get(key, 0.0) + share
    found = {
        key: (seen.get(key, 0.0), usual[key] / max(1, len(told)))
        for key in {*KINDS, *seen, *adapted.tallies}
    }
    return {**found, EVERY: (1.0, 1.0)}


def _keys(episode: Episode) -> list[str]:
    kinds = [kind for kind, present in kinds_of(episode).items() if present]
    return [*kinds, *{hashed(name) for name in episode.names}]


def _age(
    meant: Sequence[tuple[Episode, float]], use: Faculties, now: datetime, stability: float
) -> Pair:
    """Give d and the variance, over all memories lived, of the strength lost since (1 - w)."""

    def lost(when: datetime | None) -> float:
        days = (now - (when or now)) / timedelta(days=1)
        return 1 - retrievability(stability, days) ** (1 / DECAY)

    count = len(use.timeline)
    edges = [0.0, *(count / 2**n for n in range(STRATA - 1, -1, -1))]
    losses: list[float] = []
    weights: list[float] = []
    for newer, older in pairwise(edges if count else ()):
        # the memory in the middle of each span of the past, counted back from now
        losses.append(lost(use.timeline.when_at(count - 1 - int((newer + older) / 2))))
        weights.append((older - newer) * (1 - losses[-1]))
    total = sum(weights) or 1.0
    mean = sum(w * x for w, x in zip(weights, losses, strict=True)) / total
    variance = sum(w * (x - mean) ** 2 for w, x in zip(weights, losses, strict=True)) / total
    return sum(share * lost(episode.when) for episode, share in meant) - mean, variance
