"""Mood congruence: what was felt as one feels now comes to mind a little more easily.

Mood is part of the context that memories are lived in and looked for from. Its valence, as far as
it is away from the temperament, brings memories of like valence nearer, in what is only said and in
free recall; what a question asks for is found whatever the mood. At rest, or without an amygdala,
there is no mood to be congruent with, and nothing changes.

References:
    Bower 1981, Mood and memory, Am. Psychol. 36.
    Matt, Vázquez & Campbell 1992, Clin. Psychol. Rev. 12: the effect is small, d = .12 for induced
    depressed and .08 for induced elated mood; `CONGRUENCE` is set to come near that.
    Talmi, Lohnas & Daw 2019, A retrieved context model of the emotional modulation of memory,
    Psychol. Rev. 126: emotion as a part of temporal context.
    Blaney 1986, Affect and memory, Psychol. Bull. 99: the limits of the effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import Faculties
from cognition.organs.amygdala.feeling import away
from cognition.organs.hippocampus.field import Positions, Scores
from cognition.values import Engram

CONGRUENCE = 0.8
AT_REST = 0.02  # a mood nearer to its temperament than this is none


def bias(use: Faculties, now: datetime) -> float:
    """Give the valence of the mood beyond its temperament, in [-1, 1]; 0 at rest."""
    mood = away(use, now)
    return min(max(mood, -1.0), 1.0) if abs(mood) >= AT_REST else 0.0


def reminding(at: Positions, mood: float, congruence: float, use: Faculties) -> Scores:
    """Give what mood adds to each candidate that something said may bring to mind."""
    return congruence * mood * use.timeline.valences[at].astype(np.float64)


def tone(episodes: Sequence[Engram], mood: float, congruence: float) -> NDArray[np.float64]:
    """Give what mood multiplies the support of each episode by in free recall."""
    valences = np.array([episode.affect.valence for episode in episodes])
    return np.exp(congruence * mood * valences)
