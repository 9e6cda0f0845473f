"""The closed-form parts of the emotion weights: calibration, thresholds, regressions, packing."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cognition.faculties.minilm import WIDTH
from cognition.training import branch
from cognition.training.branch import SPREAD, Network, Task
from cognition.training.states import INPUTS

Array = NDArray[np.float32]
AFFECT_RIDGE, EVENT_RIDGE = 600.0, 1000.0
RESAMPLES = 40
SHARES = np.linspace(0.0, 1.0, 21)


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
    """Find the probability from which asserting a label gives the highest F1.

    The mean over resampled texts: for rare labels the best one of a single sample is chance.
    """
    sampling = np.random.default_rng(0)
    found: list[float] = []
    for _ in range(RESAMPLES):
        rows = sampling.integers(0, len(chances), len(chances))
        order = rows[np.argsort(-chances[rows])]
        hits = np.cumsum(targets[order])
        f1 = 2 * hits / (np.arange(1, len(order) + 1) + targets[rows].sum())
        found.append(float(chances[order[int(f1.argmax())]]))
    return float(np.mean(found))


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


def ridge(inputs: Array, targets: Array, penalty: float) -> tuple[Array, Array]:
    """Fit a linear map with penalised weights and a free offset."""
    middle, usual = inputs.mean(0), targets.mean(0)
    centred = (inputs - middle).astype(np.float64)
    square = centred.T @ centred + penalty * np.eye(inputs.shape[1])
    weights = np.linalg.solve(square, centred.T @ (targets - usual))
    return weights.astype(np.float32), (usual - middle @ weights).astype(np.float32)


def correlation(one: Array, other: Array) -> float:
    """Give Pearson's r."""
    return float(np.corrcoef(one, other)[0, 1])


def best_share(own: Array, other: Array, targets: Array) -> float:
    """Find how much of another prediction, mixed in, correlates best with the targets."""
    return float(max(SHARES, key=lambda s: correlation(own * (1 - s) + other * s, targets)))


def scaled(inputs: Array) -> Array:
    """Scale what is read of the states so that one penalty fits the branch and the layers."""
    return inputs * _SCALE


_SCALE = np.full(INPUTS, WIDTH**0.5, np.float32)  # the layers' means come at unit length
_SCALE[:WIDTH] = 1.0


class Fit:
    """What is fitted on a trained network; `arrays` become emotion.npz, `branch()` tone.npz."""

    def __init__(self, network: Network, arrays: dict[str, Array], words: Sequence[str]) -> None:
        self.network, self.words = network, words
        self.arrays = dict(arrays)
        read = network.read.weight.detach().numpy().T.copy()
        read[WIDTH:] *= SPREAD
        self._read = [read]

    def calibrate(self, kept: Task) -> None:
        """Fit calibration and thresholds on emotions kept back."""
        _, logits = branch.read(self.network, kept)
        self.arrays |= calibrated(logits, kept.targets)

    def blend(self, seen: Task, kept: Task) -> None:
        """Add a ridge regression of affect on the frozen layers, by the share that fits best."""
        inputs, _ = branch.read(self.network, seen)
        # the branch has seen these texts: what it makes of them tells too much
        frozen = scaled(inputs) * (np.arange(INPUTS) >= WIDTH)
        weights, offset = ridge(frozen, seen.targets, AFFECT_RIDGE)
        weights *= _SCALE[:, None]
        inputs, own = branch.read(self.network, kept)
        other = inputs @ weights + offset
        share = np.array(
            [best_share(own[:, k], other[:, k], kept.targets[:, k]) for k in range(3)], np.float32
        )
        print("share of the ridge regression in affect", share)
        weights *= share
        spread = self.network.spread.numpy()
        mine = self.network.affect.weight.detach().numpy().T * spread
        weights[:WIDTH] += mine * (1 - share)
        bias = self.network.affect.bias.detach().numpy() * spread
        self._add(weights, bias * (1 - share) + offset * share)

    def dimensions(self, events: Task) -> None:
        """Fit appraisal dimensions on what is read of the states."""
        inputs, _ = branch.read(self.network, events)
        weights, offset = ridge(scaled(inputs), events.targets, EVENT_RIDGE)
        self._add(weights * _SCALE[:, None], offset)
        self._events = events

    def _add(self, weights: Array, offset: Array) -> None:
        """Add outputs that are read off the states, past the hidden layer."""
        self._read.append(weights)
        blank = np.zeros((len(self.arrays["out"]), len(offset)), np.float32)
        self.arrays["out"] = np.concatenate([self.arrays["out"], blank], 1)
        self.arrays["offset"] = np.concatenate([self.arrays["offset"], offset])

    def usual(self, emotions: Task, affect: Task) -> None:
        """Measure how dimensions usually are, and what affect and dimensions emotions imply."""
        inputs, _ = branch.read(self.network, emotions)
        offset = self.arrays["offset"][-self._events.targets.shape[1] :]
        said = np.clip(inputs @ self._read[-1] + offset, 0.0, 1.0)
        self.arrays["usual"] = np.stack([said.mean(0), said.std(0)])
        tasks = (affect, self._events)
        hunches = [np.vstack(ridge(self._chances(task), task.targets, 1.0)) for task in tasks]
        self.arrays["hunch"] = np.concatenate(hunches, 1)

    def branch(self) -> dict[str, Array]:
        """Give the branch's weights, and how it is read."""
        return self.network.branch.weights() | {"branch.read": np.concatenate(self._read, 1)}

    def _chances(self, task: Task) -> Array:
        """Give the calibrated emotions of a task's texts."""
        blank = np.zeros((len(task.rows), len(self.arrays["scale"])), np.float32)
        _, logits = branch.read(self.network, Task("emotion", task.states, task.rows, blank))
        logits = logits * self.arrays["scale"] + self.arrays["shift"]
        return 1.0 / (1.0 + np.exp(-logits))


def packed(
    arrays: Mapping[str, Array],
    about: Mapping[str, Any] | None = None,
    words: Sequence[str] = (),
) -> bytes:
    """Write weights as a compressed npz, floats in half; the same weights, the same bytes."""
    file = io.BytesIO()
    kept = {
        name: array.astype(np.float16) if array.dtype == np.float32 else array
        for name, array in arrays.items()
    }
    texts = {"about": json.dumps(about), "vocabulary": "\n".join(words)} if about else {}
    np.savez_compressed(
        file,
        **kept,
        **{name: np.frombuffer(text.encode(), np.uint8) for name, text in texts.items()},
    )
    return file.getvalue()
