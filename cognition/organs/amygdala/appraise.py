"""From texts and their embeddings to appraisals: which emotions, how much, and what drove them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from cognition.organs.amygdala.heads import Array, Heads, Reading, shipped
from cognition.organs.amygdala.words import LONGEST, says_anything
from cognition.values import Affect, Appraisal

NEUTRAL = "neutral"
DOUBT = 0.5  # how much of its confidence an appraisal keeps for each thing it had to do without
STRONG = 0.3  # valence so marked that some emotion goes with it
NEARLY = 0.5  # the share of its threshold that an emotion then needs
SALIENT = 0.5  # deviations from the usual that make a dimension worth naming

PLEASANT = """admiration amusement approval caring excitement gratitude joy love optimism pride
    relief"""
UNPLEASANT = """anger annoyance disappointment disapproval disgust embarrassment fear grief
    nervousness remorse sadness"""


def appraise(
    texts: Sequence[str], vectors: Array | None = None, encoder: str | None = None
) -> list[Appraisal]:
    """Appraise n texts, given their (n, 384) unit-length embeddings; a batch equals its members.

    `encoder` is the name of what made the embeddings; the heads can read only the encoder they were
    trained on (None means that one). Without readable embeddings the words alone are appraised,
    with less confidence. Text that says nothing is neutral with no confidence. Raises ValueError if
    the number of vectors is not that of the texts.

    >>> [gone] = appraise(["thank you so much!"])
    >>> gone.labels, gone.valence > 0
    (('gratitude',), True)
    """
    heads = shipped()
    size = heads.embed.shape[0]
    if vectors is not None and len(vectors) != len(texts):
        raise ValueError(f"{len(texts)} texts came with {len(vectors)} vectors; give one for each")
    given = np.zeros((len(texts), size), np.float32)
    if vectors is not None and encoder in (None, heads.encoder) and vectors.shape[1:] == (size,):
        given[:] = vectors if np.isfinite(vectors.sum()) else np.nan_to_num(vectors)
        # the encoder cannot read emoji and marks: what it gives for them alone means nothing
        given[[not says_anything(text) for text in texts]] = 0.0
    reading = heads.read(texts, given)
    seen = [bool(vector.any()) for vector in given]
    return [_appraisal(heads, reading, row, text, seen[row]) for row, text in enumerate(texts)]


def affect_of(appraisal: Appraisal) -> Affect:
    """Reduce an appraisal to core affect and the name of its strongest emotion."""
    named = [label for label in appraisal.labels if label != NEUTRAL]
    return Affect(
        valence=appraisal.valence,
        arousal=appraisal.arousal,
        dominance=appraisal.dominance,
        emotion=max(named, key=appraisal.emotions.__getitem__, default=NEUTRAL),
        confidence=appraisal.confidence,
    )


def _appraisal(heads: Heads, reading: Reading, row: int, text: str, seen: bool) -> Appraisal:
    known = int(reading.known[row])
    if not seen and not known:
        return _nothing(heads)
    chances = reading.emotions[row]
    emotions = dict(zip(heads.labels, chances.tolist(), strict=True))
    doubts = (not seen) + (not known) + (len(text) > LONGEST)
    valence, arousal, dominance = reading.affect[row].tolist()
    labels = _asserted(heads, chances, valence)
    return Appraisal(
        valence=valence,
        arousal=arousal,
        dominance=dominance,
        emotions=emotions,
        labels=labels,
        dimensions=dict(zip(heads.dimensions, reading.dimensions[row].tolist(), strict=True)),
        confidence=float(chances.max()) * DOUBT**doubts,
        why=_why(heads, reading.dimensions[row], labels),
    )


def _asserted(heads: Heads, chances: Array, valence: float) -> tuple[str, ...]:
    """Name the labels above their thresholds, most probable first; neutral if there are none.

    Where valence is strong and no emotion was named, the one nearest its threshold that fits the
    valence is, if it is near enough: readers of single sentences call plainly told good and bad
    news neutral.
    """
    near = chances / heads.thresholds
    named: list[int] = (near >= 1.0).nonzero()[0].tolist()
    if abs(valence) >= STRONG and all(heads.labels[at] == NEUTRAL for at in named):
        fitting = _places(heads.labels, PLEASANT if valence > 0 else UNPLEASANT)
        best = fitting[int(near[fitting].argmax())]
        if near[best] >= NEARLY:
            named.append(best)
    named.sort(key=chances.__getitem__, reverse=True)
    return tuple(heads.labels[at] for at in named) or (NEUTRAL,)


@functools.cache
def _places(labels: tuple[str, ...], wanted: str) -> list[int]:
    return [labels.index(label) for label in wanted.split()]


def _nothing(heads: Heads) -> Appraisal:
    return Appraisal(
        emotions={label: float(label == NEUTRAL) for label in heads.labels},
        labels=(NEUTRAL,),
        dimensions=dict(zip(heads.dimensions, heads.usual[0].tolist(), strict=True)),
        why="nothing to appraise -> neutral",
    )


def _why(heads: Heads, dimensions: Array, labels: tuple[str, ...]) -> str:
    """Name the two dimensions furthest from usual, and the emotion they come with."""
    away = (dimensions - heads.usual[0]) / heads.usual[1]
    first = np.argsort(-np.abs(away))[:2]
    drivers = [
        f"{heads.dimensions[at]} {'high' if away[at] > 0 else 'low'}"
        for at in first
        if abs(away[at]) >= SALIENT
    ]
    felt = next((label for label in labels if label != NEUTRAL), NEUTRAL)
    return f"{', '.join(drivers) or 'nothing stands out'} -> {felt}"
