"""Temporal context: a state that drifts as episodes are lived and is reinstated by recalling them.

Each episode is bound to the state it was lived in. The state is a unit vector that moves, a little
at each episode, towards what that episode brings in; a recalled episode brings in the state it was
bound to and so calls for its neighbours, the ones after it most. There is one dimension for each
episode, for each pause, for the beginning, and for what happened since: all start orthogonal.

References:
    Howard & Kahana 2002, A distributed representation of temporal context, J. Math. Psychol. 46:
    drift and the weight that keeps the state at unit length.
    Polyn, Norman & Kahana 2009, A context maintenance and retrieval model of organizational
    processes in free recall, Psychol. Rev. 116: what an episode brings back is a mixture of what
    it always brought in and the state it was lived in.
    Wixted & Ebbesen 1991, On the form of forgetting, Psychol. Sci. 2: change over time as a power.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

_BEGINNING = -1


@dataclass(frozen=True, slots=True)
class Drift:
    """How far context moves: shares in [0, 1] of a unit step, and the pace of time.

    `encoding` is the step at each episode lived, `retrieval` at each recalled, `beginning` when one
    thinks back to how it began (beta_enc, beta_rec and beta_start of the model). `binding` is how
    much of what an episode brings back is the state it was lived in, the rest being its own
    (gamma_FC). A pause of t seconds leaves (1 + t / `pace`) ** -0.5 of the state, and each episode
    of something else in it what a step at encoding leaves.
    """

    encoding: float = 0.87
    retrieval: float = 0.7
    beginning: float = 0.06
    binding: float = 0.4
    pace: float = 10.0

    def kept(self, seconds: float, episodes: int = 0) -> float:
        """Give the share of the state left by a pause in which other episodes were lived.

        >>> drift = Drift(encoding=0.6, pace=10.0)
        >>> drift.kept(0.0), drift.kept(30.0), drift.kept(30.0, episodes=1)
        (1.0, 0.5, 0.4)
        """
        gone_by = (1 + max(0.0, seconds) / self.pace) ** -0.5
        return gone_by * (1 - self.encoding**2) ** (episodes / 2)


class TemporalContext:
    """The context of a run of n episodes, lived through from first to last.

    `kept` are the n - 1 shares of the state left from one episode to the next (`Drift.kept`).
    `states` is (n, 2n + 1): row i is the state that episode i is bound to; 16 MB for n = 1000.

    >>> lived = TemporalContext([1.0, 1.0, 1.0], Drift())
    >>> before, itself, after, last = lived.states @ lived.brought_back(1)
    >>> bool(itself > after > before and after > last)
    True
    """

    def __init__(self, kept: Sequence[float], drift: Drift) -> None:
        n = len(kept) + 1
        self._drift = drift
        self.states: Matrix = np.zeros((n, 2 * n + 1))
        self._state = self._axis(_BEGINNING)
        for i in range(n):
            if i:
                self._pause(kept[i - 1], n + i)
            self._move(self._axis(i), drift.encoding)
            self.states[i] = self._state

    def leave(self, kept: float) -> None:
        """Let the state move somewhere else after the last episode, keeping this share of it."""
        self._pause(kept, len(self.states))

    def think_back(self) -> None:
        """Turn to how it began, as one does who is asked for a whole session."""
        self._move(self._axis(_BEGINNING), self._drift.beginning)

    def reinstate(self, episode: int) -> None:
        """Move towards what a recalled episode brings back."""
        self._move(self.brought_back(episode), self._drift.retrieval)

    def brought_back(self, episode: int) -> Vector:
        """Give the unit vector that recalling an episode brings in (Polyn et al. 2009, M_FC)."""
        share = self._drift.binding
        mixed = (1 - share) * self._axis(episode) + share * self.states[episode]
        return mixed / np.linalg.norm(mixed)

    def likeness(self) -> Vector:
        """Give how like the present state is to the one of each episode, cosines of shape (n,)."""
        return self.states @ self._state

    def activity(self) -> Vector:
        """Give how much of each episode is in the present state, of shape (n,)."""
        return self._state[: len(self.states)]

    def _pause(self, kept: float, axis: int) -> None:
        self._state = kept * self._state + (1 - kept**2) ** 0.5 * self._axis(axis)

    def _axis(self, number: int) -> Vector:
        axis = np.zeros(self.states.shape[1])
        axis[number] = 1.0
        return axis

    def _move(self, towards: Vector, step: float) -> None:
        """Step towards a unit vector and keep unit length (Howard & Kahana 2002, eq. for rho)."""
        overlap = float(self._state @ towards)
        kept = (1 + step**2 * (overlap**2 - 1)) ** 0.5 - step * overlap
        self._state = kept * self._state + step * towards


def neighbour_kernel(drift: Drift, reach: int = 4, pause: float = 0.0) -> dict[int, float]:
    """Give how much a recalled episode calls for each neighbour by lag, the next one being 1.

    Between episodes `pause` seconds apart. This is what cued recall spreads its scores by: the
    likeness of what an episode brings back to the states its neighbours were lived in.

    >>> kernel = neighbour_kernel(Drift())
    >>> kernel[1] > kernel[2] > kernel[-2] and kernel[1] > kernel[-1] > kernel[-2]
    True
    """
    middle = 10 * reach  # far enough from both ends that they do not show
    lived = TemporalContext([drift.kept(pause)] * (2 * middle), drift)
    called = lived.states @ lived.brought_back(middle)
    lags = [lag for lag in range(-reach, reach + 1) if lag]
    return {lag: float(called[middle + lag] / called[middle + 1]) for lag in lags}
