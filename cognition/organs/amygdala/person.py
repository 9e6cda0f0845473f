"""The person's affect over a conversation and over weeks, with how sure each estimate is.

Affect is a process that is drawn back to a home base and stirred up again, an Ornstein-Uhlenbeck
process, and an appraisal is a noisy look at it, the noisier the less sure it is. A Kalman filter
with two states an axis, affect now and its home base, gives both and their variances. `swing` is
the exponentially weighted variance of what was seen about the home base.

References:
    Kuppens, Oravecz & Tuerlinckx 2010, Feelings change: DynAffect, J. Pers. Soc. Psychol. 99: home
    base, variability and attractor strength; the last is a constant here.
    Oravecz, Tuerlinckx & Vandekerckhove 2011, A hierarchical latent stochastic differential
    equation model for affective dynamics, Psychol. Methods 16.
    Kalman 1960, A new approach to linear filtering and prediction problems.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from cognition.values import Affect, Appraisal

HALF_LIFE = 6.0  # hours in which affect is half way back at its home base: attractor strength
SPREAD = 0.12  # the variance of affect about its home base
NOISE = 0.08  # the variance of a look at it by a sure appraisal
STIR = 0.06  # what each thing said adds to the variance: it may tell of something new
PRIOR = 0.06  # the variance among people's home bases
DRIFT = 0.0005  # what a day adds to the variance of a home base: people change
LEARNING = 0.05  # the weight of a sure appraisal in `swing`
VAGUE = 0.05  # an appraisal of less confidence tells nothing


@dataclass(frozen=True, slots=True)
class Estimate:
    """One axis of affect: `now` and `home` in [-1, 1], their variances, covariance, and swing."""

    now: float = 0.0
    home: float = 0.0
    variance: float = SPREAD + PRIOR
    shared: float = PRIOR
    home_variance: float = PRIOR
    swing: float = SPREAD

    @property
    def values(self) -> tuple[float, ...]:
        """Everything it holds, in the order of its fields."""
        return (
            *(self.now, self.home, self.variance),
            *(self.shared, self.home_variance, self.swing),
        )

    @property
    def sd(self) -> float:
        """How unsure affect now is, as a standard deviation."""
        return math.sqrt(self.variance)

    @property
    def home_sd(self) -> float:
        """How unsure the home base is, as a standard deviation."""
        return math.sqrt(self.home_variance)

    def later(self, hours: float) -> Estimate:
        """Predict: affect is drawn home, and grows unsure."""
        kept = 0.5 ** (hours / HALF_LIFE)
        gone = 1.0 - kept
        home_variance = self.home_variance + DRIFT * hours / 24.0
        variance = kept * (kept * self.variance + 2 * gone * self.shared)
        variance += gone**2 * home_variance + SPREAD * (1.0 - kept**2)
        shared = kept * self.shared + gone * home_variance
        now = kept * self.now + gone * self.home
        return Estimate(now, self.home, variance, shared, home_variance, self.swing)

    def seen(self, value: float, confidence: float) -> Estimate:
        """Correct by a look at affect: the less it tells, the less it moves."""
        noise = NOISE / confidence
        variance = min(self.variance + STIR, SPREAD + PRIOR)
        total = variance + noise
        gain, home_gain, off = variance / total, self.shared / total, value - self.now
        weight = LEARNING * confidence
        return Estimate(
            now=_bounded(self.now + gain * off),
            home=_bounded(self.home + home_gain * off),
            variance=(1.0 - gain) * variance,
            shared=(1.0 - gain) * self.shared,
            home_variance=self.home_variance - home_gain * self.shared,
            swing=(1.0 - weight) * self.swing + weight * (value - self.home) ** 2,
        )


@dataclass(frozen=True, slots=True)
class PersonAffect:
    """What is made of a person's affect by now: three estimates, as of a time."""

    valence: Estimate = Estimate()
    arousal: Estimate = Estimate()
    dominance: Estimate = Estimate()
    at: datetime | None = None

    def later(self, now: datetime) -> PersonAffect:
        """Give what is to be expected at a later time; time never runs back."""
        if self.at is None or self.at >= now:
            return self
        hours = (now - self.at).total_seconds() / 3600.0
        valence, arousal = self.valence.later(hours), self.arousal.later(hours)
        return PersonAffect(valence, arousal, self.dominance.later(hours), now)

    def seen(self, felt: Affect | Appraisal, now: datetime) -> PersonAffect:
        """Give the estimate after an appraisal of what the person said.

        >>> one = PersonAffect().seen(Affect(valence=0.8, confidence=0.9), datetime(2026, 3, 1))
        >>> 0 < one.valence.home < one.valence.now < 0.8 and one.valence.sd < Estimate().sd
        True
        """
        expected, sure = self.later(now), felt.confidence
        if sure < VAGUE:
            return expected
        return PersonAffect(
            expected.valence.seen(felt.valence, sure),
            expected.arousal.seen(felt.arousal, sure),
            expected.dominance.seen(felt.dominance, sure),
            expected.at or now,
        )


def _bounded(value: float) -> float:
    return min(max(value, -1.0), 1.0)
