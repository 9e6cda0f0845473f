"""What the frozen encoder's layers make of many texts, computed once and kept on disk.

Only the branch is trained, so everything below it is the same in every epoch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from cognition.faculties import encoder, minilm, tone, traces
from cognition.faculties.encoder import weights_folder

Array = NDArray[np.float32]
TOKENS = 128  # the longest training texts are cut here
BATCH = 32
INPUTS = (2 + len(minilm.MIDDLE)) * minilm.WIDTH
READ = (*minilm.MIDDLE, minilm.LAYERS)  # layers whose means the branch is read beside


@dataclass(frozen=True)
class States:
    """The states of n texts.

    `tokens` (total, 384), half precision, of the layer where the branch begins, text after
    text from `starts[i]` to `starts[i + 1]`; `means` (n, 4 * 384): unit means of layers 3 to 6.
    """

    tokens: NDArray[np.float16]
    starts: NDArray[np.int64]
    means: Array

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    def padded(self, rows: NDArray[np.int64]) -> tuple[Array, NDArray[np.bool_]]:
        """Give some texts' tokens as (n, longest, 384), and which of them are real."""
        lengths = self.lengths[rows]
        states = np.zeros((len(rows), lengths.max(), minilm.WIDTH), np.float32)
        for at, (row, length) in enumerate(zip(rows, lengths, strict=True)):
            states[at, :length] = self.tokens[self.starts[row] :][:length]
        return states, np.arange(states.shape[1]) < lengths[:, None]


def states_of(texts: Sequence[str], cache: Path) -> States:
    """Compute the states of texts, or read what an earlier run kept in `cache`."""
    key = hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()[:16]
    names = ("tokens", "starts", "means")
    files = [cache / f"{key}-{name}.npy" for name in names]
    if not all(file.exists() for file in files):
        cache.mkdir(parents=True, exist_ok=True)
        for file, array in zip(files, _computed(texts), strict=True):
            np.save(file, array)
    tokens, starts, means = (np.load(file, mmap_mode="r") for file in files)
    return States(tokens, np.asarray(starts), np.asarray(means))


def _computed(texts: Sequence[str]) -> tuple[Any, Any, Any]:
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()
    ids = [item.ids for item in tokenizer.encode_batch(list(texts))]
    lengths = np.array([len(one) for one in ids])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    tokens = np.zeros((starts[-1], minilm.WIDTH), np.float16)
    means = np.zeros((len(ids), len(READ) * minilm.WIDTH), np.float32)
    session = onnxruntime.InferenceSession(_lower(), providers=["CPUExecutionProvider"])
    order = np.argsort(lengths, kind="stable")
    for first in range(0, len(order), BATCH):
        rows = order[first : first + BATCH]
        mask = np.arange(lengths[rows].max()) < lengths[rows][:, None]
        padded = np.zeros(mask.shape, np.int32)
        padded[mask] = np.concatenate([ids[row] for row in rows])
        states, found = session.run(None, {"ids": padded, "mask": mask.astype(np.int32)})
        means[rows] = found
        for row, one in zip(rows, states, strict=True):
            tokens[starts[row] : starts[row + 1]] = one[: lengths[row]]
    return tokens, starts, means


def _lower() -> bytes:
    """Give the frozen encoder with the outputs that training needs."""
    return minilm.build_states(load_file(weights_folder() / "model.safetensors"), READ)


def inputs_of(texts: Sequence[str], cache: Path) -> Array:
    """Give what the shipped branch is read from, (n, 1920): its mean and the layers' means."""
    name = hashlib.sha256("\x1f".join([tone.SHA256, *texts]).encode("utf-8", "replace")).hexdigest()
    file = cache / f"{name[:16]}-inputs.npy"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(file, _inputs(texts))
    return np.load(file)


def _inputs(texts: Sequence[str]) -> Array:
    """Run the encoder's graph with a branch that is read as it is."""
    whole = tone.branch() | {"branch.read": np.eye(INPUTS, dtype=np.float32)}
    small, published = traces.weights(), load_file(weights_folder() / "model.safetensors")
    graph = minilm.build(published, small["mean"], small["directions"], whole)
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(encoder.TOKENS)
    tokenizer.enable_padding()
    whole_encoder = encoder.MiniLM(session, tokenizer)
    return np.array([tone.unpack(one.tone) for one in whole_encoder.encode_words(texts)[1]])
