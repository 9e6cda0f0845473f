"""Logistic regressions over the one vector of a message and the words it is put in.

The vector knows what is meant, the words how it is put: who wants no questions and who wants them
again lie near each other in meaning. The weights are made by `cognition/training/regression.py`.

References:
    Hosmer & Lemeshow 2000, Applied Logistic Regression.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cognition.errors import CognitionError
from cognition.faculties.shipped import content
from cognition.regex import regex

SCALE = 6.0  # of the vector's numbers, that its weights are not penalised out of sight
_TERM = regex(r"\{\w+\}|[a-z]+(?:n['’]?t\b)?|\?")


class WeightsError(CognitionError):
    """The weights are missing or not the ones this version was written for."""


def terms(text: str) -> Iterator[str]:
    """Yield the words of a text and their pairs, each once.

    >>> sorted(terms("No tips, please"))
    ['no', 'no tips', 'please', 'tips', 'tips please']
    """
    words = [word.replace("'", "").replace("’", "") for word in _TERM.findall(text.lower())]
    yield from dict.fromkeys((*words, *(f"{one} {next_}" for one, next_ in pairwise(words))))


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights of shape (vector + vocabulary + 1, kinds), and the score from which a kind counts."""

    weights: NDArray[np.float32]
    vocabulary: dict[str, int]
    limit: float
    encoder: str

    @classmethod
    def shipped(cls, file: str, sha256: str, user: str) -> Regression:
        """Load what comes with the package for a module; raises WeightsError if it is not that."""
        with np.load(io.BytesIO(content(file, sha256, user, WeightsError))) as kept:
            about = json.loads(kept["about"].tobytes())
            words = kept["vocabulary"].tobytes().decode().split("\n")
            at = {word: number for number, word in enumerate(words)}
            weights = kept["weights"].astype(np.float32)
            return cls(weights, at, float(kept["limit"][0]), about["encoder"])

    def scores(
        self, vector: Sequence[float], text: str, encoder: str
    ) -> NDArray[np.float32] | None:
        """Give each kind's score; None for a vector that another encoder made."""
        size = len(vector)
        if encoder != self.encoder or size + len(self.vocabulary) + 1 != len(self.weights):
            return None
        at = [n for term in terms(text) if (n := self.vocabulary.get(term)) is not None]
        words = self.weights[[size + n for n in at]].sum(0) + self.weights[-1]
        return SCALE * np.asarray(vector, np.float32) @ self.weights[:size] + words


__all__ = ["SCALE", "Regression", "WeightsError", "terms"]
