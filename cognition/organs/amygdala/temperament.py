"""The companion's temperament: where its mood comes to rest, which leans slowly towards its person.

The persona gives it; what moods a person brings about lets it lean away from there, by the mean
deviation of mood over about `DAYS` days, never by more than `BOUND`, and back by half in `RETURN`
days. It sets only where mood rests. No organ proposes or chooses what to say to anybody by it.

References:
    Gebhard 2005, ALMA: mood returns to a default mood that personality gives.
    Fraley & Roberts 2005, Patterns of continuity, Psychol. Rev. 112; Wrzus & Roberts 2017, TESSERA:
    lasting change of a disposition by states that recur.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from cognition.values import Mood

BOUND = 0.2  # of each axis, whose range is [-1, 1]
DAYS = 30.0
RETURN = 90.0


@dataclass(frozen=True, slots=True)
class Lean:
    """How far temperament has moved from the persona's, by axis, in [-BOUND, BOUND]."""

    valence: float = 0.0
    arousal: float = 0.0
    dominance: float = 0.0


def home(persona: Mood, lean: Lean) -> Mood:
    """Give the temperament of a persona that leans.

    >>> home(Mood(valence=0.25), Lean(valence=0.125)).valence
    0.375
    """
    return Mood(
        _within(persona.valence + lean.valence, 1.0),
        _within(persona.arousal + lean.arousal, 1.0),
        _within(persona.dominance + lean.dominance, 1.0),
    )


def adapted(lean: Lean, mood: Mood, rest: Mood, hours: float, half_life_hours: float) -> Lean:
    """Let the lean follow a mood that decays to `rest` for some hours."""
    # the integral over that time of a deviation that decays exponentially
    lasted = half_life_hours / math.log(2) * (1.0 - 0.5 ** (hours / half_life_hours))
    gain, kept = lasted / (24.0 * DAYS), 0.5 ** (hours / (24.0 * RETURN))
    return Lean(
        _within(lean.valence * kept + gain * (mood.valence - rest.valence), BOUND),
        _within(lean.arousal * kept + gain * (mood.arousal - rest.arousal), BOUND),
        _within(lean.dominance * kept + gain * (mood.dominance - rest.dominance), BOUND),
    )


def _within(value: float, bound: float) -> float:
    return min(max(value, -bound), bound)
