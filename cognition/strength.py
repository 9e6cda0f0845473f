"""How long a memory lasts: FSRS-6 stability and difficulty, moved by recalling it.

References:
    Ye, Su & Cao 2022, A stochastic shortest path algorithm for optimizing spaced repetition
    scheduling (FSRS); version 6 as implemented by the `fsrs` package.
    Pyc & Rawson 2009, Testing the retrieval effort hypothesis, J. Mem. Lang. 60: the harder a
    memory was to recall, the more recalling it strengthens it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from cognition.values import Engram

DECAY = 0.1542  # FSRS-6 default parameter w20
FACTOR = 0.9 ** (-1 / DECAY) - 1
DAY = timedelta(days=1)
LONGEST = 36_500.0  # days; FSRS looks no further


def retrievability(stability: float, days: float) -> float:
    """Give the chance of recall after some days, .9 when they equal the stability.

    >>> round(retrievability(3.0, 3.0), 3)
    0.9
    """
    return (1 + FACTOR * max(0.0, days) / stability) ** -DECAY


def as_long_as(stability: float, chance: float) -> float:
    """Give the days after which recall has this chance: how long ago a memory feels.

    >>> round(as_long_as(3.0, 0.9), 3)
    3.0
    """
    return min(LONGEST, stability * (chance ** (-1 / DECAY) - 1) / FACTOR)


def recallable(engram: Engram, now: datetime) -> float:
    """Give an engram's chance of recall at a time; a pinned one does not fade."""
    days = (now - (engram.last or engram.when)) / DAY
    return 1.0 if engram.pinned else retrievability(engram.stability, days)


def review(
    engram: Engram, when: datetime, ease: float | None = None, recalled: bool = True
) -> Engram:
    """Give an engram as reviewed: recalled, or missed and told again.

    `ease` is the chance it had to come to mind; from a poor cue that is less than FSRS takes it to
    be after this time, and the recall is then worth as much as one after the time of that chance.
    A successful recall never weakens.
    """
    from fsrs import Card, Rating, State

    last = engram.last or engram.when
    at = max(when, last)
    ago = at - last
    if ease is not None and recalled:
        ago = max(ago, as_long_as(engram.stability, ease) * DAY)
    card = Card(
        card_id=0,  # without one, it would wait a millisecond to make its own
        state=State.Review,
        stability=engram.stability,
        difficulty=engram.difficulty,
        last_review=(at - ago).replace(tzinfo=UTC),
        due=at.replace(tzinfo=UTC),
    )
    rating = Rating.Good if recalled else Rating.Again
    after, _ = _scheduler().review_card(card, rating, at.replace(tzinfo=UTC))
    stability = float(after.stability or 0)
    return replace(
        engram,
        stability=max(engram.stability, stability) if recalled else stability,
        difficulty=float(after.difficulty or engram.difficulty),
        last=at,
    )


@lru_cache(maxsize=1)
def _scheduler() -> Any:
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
