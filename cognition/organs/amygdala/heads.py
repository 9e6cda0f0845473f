"""The trained heads that read emotion, core affect and appraisals off a text's tone and words.

A hidden layer over the tone (`cognition.faculties.tone`) plus the mean of learned word vectors (in
the manner of fastText), then linear outputs; numpy only. `cognition/training/emotion.py` makes the
weights.

References:
    Joulin et al. 2017, Bag of Tricks for Efficient Text Classification (the word vectors).
    Platt 1999, Probabilistic outputs for support vector machines (the calibration).
"""

from __future__ import annotations

import functools
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cognition.errors import CognitionError
from cognition.faculties.shipped import content
from cognition.organs.amygdala.words import features

Array = NDArray[np.float32]
FILE = "emotion.npz"
SHA256 = "af2160d306c6c5dd80d6cc51ae0ecea06b845523182edaaa564574fbddfe4de1"


class WeightsError(CognitionError):
    """The emotion weights are missing or not the ones this version was written for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the heads say of n texts.

    Probabilities (n, 28), affect (n, 3), dimensions (n, 22), and how many words were known (n,).
    """

    emotions: Array
    affect: Array
    dimensions: Array
    known: NDArray[np.int64]


@dataclass(frozen=True)
class Heads:
    """The weights, ready for use; h is the width of the hidden layer.

    Shapes: `words` (v, d), `mix` (d, h), `bias` (h,), `out` (h, 53), `offset` (53,); `scale` and
    `shift` (28,) calibrate logits, `thresholds` (28,) are on probabilities; `usual` (2, 22)
    holds mean and deviation of each dimension over GoEmotions; `hunch` (29, 25) gives affect and
    dimensions from the emotions alone (last row: the offset).
    """

    encoder: str
    labels: tuple[str, ...]
    dimensions: tuple[str, ...]
    vocabulary: dict[str, int]
    words: Array
    mix: Array
    bias: Array
    out: Array
    offset: Array
    scale: Array
    shift: Array
    thresholds: Array
    usual: Array
    hunch: Array

    @property
    def size(self) -> int:
        """The length of a tone: what the hidden layer is given, then affect and dimensions."""
        return len(self.bias) + 3 + len(self.dimensions)

    def read(self, texts: Sequence[str], tones: Array) -> Reading:
        """Read n texts with their (n, `size`) tones; for a zero row only the words are read."""
        pooled, known = self.pool(texts)
        width, count = len(self.bias), len(self.labels)
        hidden = np.maximum(tones[:, :width] + pooled @ self.mix + self.bias, 0.0)
        scores = hidden @ self.out + self.offset
        logits = np.clip(scores[:, :count] * self.scale + self.shift, -30.0, 30.0)
        emotions = np.reciprocal(1.0 + np.exp(-logits), dtype=np.float32)
        rest = scores[:, count:] + tones[:, width:]
        blind = ~tones.any(axis=1)
        if blind.any():
            # few words, or emoji, say more about the emotion than about the rest directly
            rest[blind] = emotions[blind] @ self.hunch[:-1] + self.hunch[-1]
        return Reading(
            emotions=emotions,
            affect=np.clip(rest[:, :3], -1.0, 1.0),
            dimensions=np.clip(rest[:, 3:], 0.0, 1.0),
            known=known,
        )

    def pool(self, texts: Sequence[str]) -> tuple[Array, NDArray[np.int64]]:
        """Sum each text's word vectors, damped by the root of their number; and count them."""
        pooled = np.zeros((len(texts), self.words.shape[1]), np.float32)
        known = np.zeros(len(texts), np.int64)
        find = self.vocabulary.get
        for row, text in enumerate(texts):
            rows = [at for word in features(text) if (at := find(word)) is not None]
            if rows:
                pooled[row] = self.words[rows].sum(0) / np.sqrt(len(rows) + 1.0)
                known[row] = len(rows)
        return pooled, known


@functools.cache
def shipped() -> Heads:
    """Load the shipped weights, once; raises WeightsError if they are missing or changed."""
    return load(content(FILE, SHA256, "cognition/organs/amygdala/heads.py", WeightsError))


def load(packed: bytes) -> Heads:
    """Read weights from the bytes of an npz file."""
    with np.load(io.BytesIO(packed), allow_pickle=False) as file:
        about = json.loads(file["about"].tobytes().decode())
        words = file["vocabulary"].tobytes().decode().split("\n")
        arrays = {
            name: np.ascontiguousarray(file[name], np.float32)
            for name in file.files
            if name not in ("about", "vocabulary")
        }
    return Heads(
        encoder=about["encoder"],
        labels=tuple(about["labels"]),
        dimensions=tuple(about["dimensions"]),
        vocabulary={word: at for at, word in enumerate(words)},
        **arrays,
    )
