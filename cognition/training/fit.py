"""The closed-form parts of the emotion heads: calibration, thresholds, dimensions, packing."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cognition.organs.amygdala.heads import Heads, load
from cognition.training import corpora
from cognition.training.corpora import Corpus

Array = NDArray[np.float32]
RIDGE = 20.0
# so that neither the embedding nor the hidden layer drowns the other in the ridge regression
EMBEDDING_SCALE, HIDDEN_SCALE = 3.0, 0.17


def platt(logits: Array, targets: Array) -> tuple[float, float]:
    """Fit one label's calibration, sigmoid(scale * logit + shift), by Newton's method."""
    features = np.stack([logits, np.ones_like(logits)], 1).astype(np.float64)
    weights = np.array([1.0, 0.0])
    for _ in range(25):
        chance = 1.0 / (1.0 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (chance - targets) + 1e-3 * (weights - (1.0, 0.0))
        curve = (features * (chance * (1 - chance))[:, None]).T @ features + 1e-3 * np.eye(2)
        weights = weights - np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])


def best_threshold(chances: Array, targets: Array) -> float:
    """Find the probability from which asserting a label gives the highest F1."""
    order = np.argsort(-chances)
    hits = np.cumsum(targets[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + targets.sum())
    return float(chances[order[int(f1.argmax())]])


def calibrated(logits: Array, targets: Array) -> dict[str, Array]:
    """Fit every label's calibration and threshold on held-out logits."""
    pairs = np.array(
        [platt(logits[:, k], targets[:, k]) for k in range(logits.shape[1])], np.float32
    )
    chances = 1.0 / (1.0 + np.exp(-(logits * pairs[:, 0] + pairs[:, 1])))
    thresholds = [best_threshold(chances[:, k], targets[:, k]) for k in range(logits.shape[1])]
    return {
        "scale": pairs[:, 0],
        "shift": pairs[:, 1],
        "thresholds": np.array(thresholds, np.float32),
    }


def ridge(inputs: Array, targets: Array, penalty: float = RIDGE) -> tuple[Array, Array]:
    """Fit a linear map with penalised weights and a free offset."""
    middle, usual = inputs.mean(0), targets.mean(0)
    centred = (inputs - middle).astype(np.float64)
    square = centred.T @ centred + penalty * np.eye(inputs.shape[1])
    weights = np.linalg.solve(square, centred.T @ (targets - usual))
    return weights.astype(np.float32), (usual - middle @ weights).astype(np.float32)


def dimension_inputs(heads: Heads, texts: Sequence[str], vectors: Array) -> Array:
    """Give what appraisal dimensions are regressed on: embedding and hidden layer, scaled."""
    hidden = heads.hidden(vectors, heads.pool(texts)[0])
    return np.concatenate([vectors * EMBEDDING_SCALE, hidden * HIDDEN_SCALE], 1)


def pack(arrays: Mapping[str, Array], about: Mapping[str, Any], words: Sequence[str]) -> bytes:
    """Write the weights as a compressed npz in half precision; the same weights, the same bytes."""
    file = io.BytesIO()
    texts = {"about": json.dumps(about), "vocabulary": "\n".join(words)}
    np.savez_compressed(
        file,
        **{name: array.astype(np.float16) for name, array in arrays.items()},
        **{name: np.frombuffer(text.encode(), np.uint8) for name, text in texts.items()},
    )
    return file.getvalue()


def finished(
    arrays: dict[str, Array],
    about: Mapping[str, Any],
    words: Sequence[str],
    events: Corpus,
    usual: Corpus,
    felt: Corpus,
    cache: Path,
) -> bytes:
    """Add the parts fitted on the networks' outputs.

    Appraisal dimensions are learned on `events`, how they usually are on `usual`, and the affect
    that goes with emotions on `felt`.
    """
    count = len(events.names)
    blank = {
        "usual": np.ones((2, count), np.float32),
        "hunch": np.zeros((len(usual.names) + 1, 3), np.float32),
    }
    heads = load(pack(arrays | blank, about, words))
    inputs = dimension_inputs(heads, events.texts, corpora.embedded(events.texts, cache))
    weights, offset = ridge(inputs, events.targets)
    weights[:384] *= EMBEDDING_SCALE
    weights[384:] *= HIDDEN_SCALE
    arrays = arrays | blank
    arrays["out"] = np.concatenate([arrays["out"], weights], 1)
    arrays["offset"] = np.concatenate([arrays["offset"], offset])
    heads = load(pack(arrays, about, words))
    seen = heads.read(usual.texts, corpora.embedded(usual.texts, cache)).dimensions
    arrays["usual"] = np.stack([seen.mean(0), seen.std(0)])
    emotions = heads.read(felt.texts, corpora.embedded(felt.texts, cache)).emotions
    arrays["hunch"] = np.vstack(ridge(emotions, felt.targets))
    return pack(arrays, about, words)
