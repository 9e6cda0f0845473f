"""How long a memory lasts: FSRS-6 stability and difficulty, moved by recalling it.

References:
    Ye, Su & Cao 2022, A stochastic shortest path algorithm for optimizing spaced repetition
    scheduling (FSRS); version 6 as implemented by the `fsrs` package.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from cognition.values import Engram

DECAY = 0.1542  # FSRS-6 default parameter w20


def retrievability(stability: float, days: float) -> float:
    """Give the chance of recall after some days, .9 when they equal the stability.

    >>> round(retrievability(3.0, 3.0), 3)
    0.9
    """
    factor = 0.9 ** (-1 / DECAY) - 1
    return (1 + factor * max(0.0, days) / stability) ** -DECAY


def review(engram: Engram, when: datetime) -> Engram:
    """Strengthen an engram as a successful recall at this time does; one never weakened by it."""
    from fsrs import Card, Rating, State

    last = engram.last or engram.when
    card = Card(
        state=State.Review,
        stability=engram.stability,
        difficulty=engram.difficulty,
        last_review=last.replace(tzinfo=UTC),
        due=last.replace(tzinfo=UTC),
    )
    after, _ = _scheduler().review_card(card, Rating.Good, max(when, last).replace(tzinfo=UTC))
    return replace(
        engram,
        stability=max(engram.stability, float(after.stability or 0)),
        difficulty=float(after.difficulty or engram.difficulty),
        last=max(when, last),
    )


@lru_cache(maxsize=1)
def _scheduler() -> Any:
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
