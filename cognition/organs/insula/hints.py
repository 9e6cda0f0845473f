"""Tell from the meaning of a message that it may hint at a crisis, where no rule finds a sign.

A logistic regression over the one vector that the encoder makes of a message. It only adds to what
the rules of `crisis` find, in English, for what is said of oneself: not what is quoted, told as a
story or long past. `cognition/training/crisis.py` makes the weights.
"""

from __future__ import annotations

import io
import json
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cognition.errors import CognitionError
from cognition.faculties.shipped import content
from cognition.organs.insula.crisis import as_told, everyday, unaccented
from cognition.regex import regex
from cognition.values import Percept

FILE = "crisis.npz"
SHA256 = "025aa44b49dfbaabd7ebb5a116db99a771fb7bbf54837aa635ce7a3c51dd8bc1"
_SELF = regex(r"\b(?:i|im|ive|id|me|my|myself|mine)\b")


class WeightsError(CognitionError):
    """The weights are missing or not the ones this version was written for."""


def hinted(percept: Percept, encoder: str) -> bool:
    """Say whether a message may hint at a crisis; `encoder` names what made its vector."""
    if not percept.vector or percept.role != "person":
        return False
    weights, offset, made_with = _weights()
    if encoder != made_with or len(percept.vector) != len(weights):
        return False
    return bool(np.dot(percept.vector, weights) + offset > 0.0) and own_words(percept.text)


def own_words(text: str) -> bool:
    """Tell whether someone speaks of themselves, and not what another said, a story or a day tells.

    >>> own_words("I am too tired to stay."), own_words("In my novel I am too tired to stay.")
    (True, False)
    """
    own = _SELF.search(unaccented(text)) is not None
    return own and not (as_told(text) or everyday(text))


@cache
def _weights() -> tuple[NDArray[np.float32], float, str]:
    with np.load(io.BytesIO(content(FILE, SHA256, __name__, WeightsError))) as file:
        about = json.loads(file["about"].tobytes())
        return file["weights"].astype(np.float32), float(file["offset"][0]), about["encoder"]


__all__ = ["hinted", "own_words"]
