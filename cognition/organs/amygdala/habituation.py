"""Affective habituation: the same kind of event, repeated, moves a mood less, until time passes.

The level of a kind of event rises with each one, less with a strong one, and recovers by half in
`RECOVERY` hours; another kind of event is untouched by it.

References:
    Thompson & Spencer 1966, Habituation, Psychol. Rev. 73: exponential decrement with repetition,
    spontaneous recovery, less decrement for strong stimuli, specificity; Rankin et al. 2009.
    Bradley, Lang & Cuthbert 1993, Emotion, novelty, and the startle reflex, Behav. Neurosci. 107:
    responses to emotional pictures habituate over repetitions.
    Leventhal et al. 2007, Investigating the dynamics of affect, Motiv. Emot. 31: habituation of
    reported feeling.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

STEP = 0.35  # of what is left, that an event of no strength adds to the level
SPARED = 0.5  # of that step, that one of full strength is spared
MOST = 0.8  # of a pull, that habituation takes away at the utmost
RECOVERY = 3.0  # hours
GONE = 0.01  # a level too low to keep

Habits = Mapping[str, tuple[float, datetime]]
"""By kind of event, how habituated to it one was in [0, 1), and when that was."""


def level(habits: Habits, kind: str, now: datetime) -> float:
    """Give how habituated one is to a kind of event by now.

    >>> told = datetime(2026, 3, 1, 18)
    >>> level({"joy": (0.4, told)}, "joy", datetime(2026, 3, 1, 21))
    0.2
    """
    reached, at = habits.get(kind, (0.0, now))
    hours = max((now - at).total_seconds(), 0.0) / 3600.0
    return reached * 0.5 ** (hours / RECOVERY)


def share(habits: Habits, kind: str, now: datetime) -> float:
    """Give the share of a pull that habituation leaves to an event of this kind."""
    return 1.0 - MOST * level(habits, kind, now)


def exposed(habits: Habits, kind: str, now: datetime, strength: float) -> Habits:
    """Give the levels after one more event of a kind, of a strength in [0, 1]."""
    before = level(habits, kind, now)
    reached = before + (1.0 - before) * STEP * (1.0 - SPARED * strength)
    left = {k: (v, at) for k, (v, at) in habits.items() if level(habits, k, now) >= GONE}
    return {**left, kind: (reached, now)}
