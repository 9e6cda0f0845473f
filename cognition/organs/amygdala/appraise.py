"""From texts and their tones to appraisals: which emotions, how much, and what drove them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from cognition.faculties.tone import unpack
from cognition.organs.amygdala.cues import SPEAKER, Cues, cues
from cognition.organs.amygdala.heads import Array, Heads, Reading, shipped
from cognition.organs.amygdala.reasons import explain
from cognition.organs.amygdala.words import LONGEST, says_anything
from cognition.values import Affect, Appraisal, Traces

NEUTRAL = "neutral"
DOUBT = 0.5  # how much of its confidence an appraisal keeps for each thing it had to do without
STRONG = 0.3  # valence so marked that some emotion goes with it
NEARLY = 0.5  # the share of its threshold that an emotion then needs

PLEASANT = """admiration amusement approval caring excitement gratitude joy love optimism pride
    relief"""
UNPLEASANT = """anger annoyance disappointment disapproval disgust embarrassment fear grief
    nervousness remorse sadness"""


def appraise(texts: Sequence[str], traces: Sequence[Traces] | None = None) -> list[Appraisal]:
    """Appraise n texts, given what the encoder made of them; a batch equals its members.

    Without a tone among their traces (another encoder gives none) the words alone are appraised,
    with less confidence. Text that says nothing is neutral with no confidence. Raises ValueError if
    the number of traces is not that of the texts.

    >>> [gone] = appraise(["thank you so much!"])
    >>> gone.labels, gone.valence > 0
    (('gratitude',), True)
    """
    heads = shipped()
    if traces is not None and len(traces) != len(texts):
        raise ValueError(f"{len(texts)} texts came with {len(traces)} traces; give one for each")
    tones = np.zeros((len(texts), heads.size), np.float32)
    for row, traced in enumerate(traces or ()):
        # the encoder cannot read emoji and marks: what it gives for them alone means nothing
        if len(traced.tone) == 2 * heads.size and says_anything(texts[row]):
            tones[row] = np.nan_to_num(unpack(traced.tone))
    reading = heads.read(texts, tones)
    seen = [bool(heard.any()) for heard in tones]
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
    said = cues(text[:LONGEST])
    doubts = (not seen) + (not known) + (len(text) > LONGEST) + ("sarcasm" in said.names)
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
        why=_why(heads, reading.dimensions[row], labels, said),
        experiencer=said.experiencer,
        cues=said.names,
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


def _why(heads: Heads, dimensions: Array, labels: tuple[str, ...], said: Cues) -> str:
    """Explain the strongest emotion by its appraisals, and name whose it is and how it is said."""
    away = (dimensions - heads.usual[0]) / heads.usual[1]
    felt = next((label for label in labels if label != NEUTRAL), NEUTRAL)
    why = explain(felt, dict(zip(heads.dimensions, away.tolist(), strict=True)))
    if said.experiencer != SPEAKER:
        why += f"; felt by {said.experiencer}"
    return f"{why}; {', '.join(said.names)}" if said.names else why
