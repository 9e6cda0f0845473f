"""How the companion's mood moves: it decays to its temperament and is pulled by what it appraises.

References:
    Gebhard 2005, ALMA: A Layered Model of Affect (mood in valence, arousal and dominance, pulled by
    emotions and returning to a default). ALMA's push, by which a mood past the emotion's centre
    grows further, is left out, so that a companion's mood settles and never spirals.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from cognition.values import Affect, Appraisal, Mood

HALF_LIFE = 8.0  # hours, of the companion's mood
_AXES = ("valence", "arousal", "dominance")


def decay(mood: Mood, temperament: Mood, now: datetime, half_life_hours: float) -> Mood:
    """Let a mood fall to its temperament, half of the way in each half-life; time never runs back.

    >>> from datetime import datetime
    >>> low = Mood(valence=-0.6, at=datetime(2026, 3, 1, 8))
    >>> decay(low, Mood(valence=0.0), datetime(2026, 3, 1, 16), half_life_hours=8).valence
    -0.3
    """
    since = mood.at or now
    hours = max((now - since).total_seconds() / 3600.0, 0.0)
    kept = 0.5 ** (hours / half_life_hours)
    return _blend(temperament, mood, kept, max(since, now))


def strength(felt: Affect | Appraisal) -> float:
    """Give how strong an affect is in [0, 1]: its distance from none at all."""
    return min(math.hypot(felt.valence, felt.arousal, felt.dominance), 1.0)


def pull(mood: Mood, appraisal: Affect | Appraisal, gain: float) -> Mood:
    """Pull a mood towards an appraisal, the more the stronger and surer the appraisal is.

    The step is `gain` x confidence x intensity of the whole distance, so the mood stays in [-1, 1].

    >>> glad = Appraisal(valence=0.8, arousal=0.6, confidence=1.0)
    >>> round(pull(Mood(valence=0.0), glad, gain=0.5).valence, 2)
    0.4
    """
    felt = Mood(appraisal.valence, appraisal.arousal, appraisal.dominance)
    step = min(max(gain * appraisal.confidence * strength(appraisal), 0.0), 1.0)
    return _blend(mood, felt, step, mood.at)


def to_note(mood: Mood) -> str:
    """Write a mood as JSON text."""
    at = mood.at.isoformat() if mood.at else None
    return json.dumps({axis: round(getattr(mood, axis), 6) for axis in _AXES} | {"at": at})


def from_state(state: object) -> Mood | None:
    """Read a mood back from what a journal kept; None if it is not one.

    >>> from_state({"valence": 0.2, "arousal": 0, "dominance": 0, "at": None}).valence
    0.2
    >>> from_state("gone") is None
    True
    """
    if not isinstance(state, Mapping):
        return None
    kept = cast("Mapping[str, Any]", state)
    try:
        values = [float(kept[axis]) for axis in _AXES]
        at = datetime.fromisoformat(kept["at"]) if kept.get("at") else None
    except (KeyError, TypeError, ValueError):
        return None
    if (at is not None and at.tzinfo) or not all(map(math.isfinite, values)):
        return None
    return Mood(*(_bounded(value) for value in values), at=at)


def _blend(start: Mood, end: Mood, share: float, at: datetime | None) -> Mood:
    values = (
        _bounded(getattr(start, axis) + (getattr(end, axis) - getattr(start, axis)) * share)
        for axis in _AXES
    )
    return Mood(*values, at=at)


def _bounded(value: float) -> float:
    return min(max(value, -1.0), 1.0)
