"""The tone of a text: what a branch of the encoder hears in it beside what it is about.

Sentence encoders are trained to tell topics apart, and their last layer has lost much of how a
thing was said. A branch of two layers trained on emotion, fed by the same lower layers, runs in the
same pass. Its mean state and those of the middle layers are read into a few hundred numbers, of
which only the amygdala's weights can make sense.

References:
    Rogers, Kovaleva & Rumshisky 2020, A Primer in BERTology (what the middle layers hold).
    Caruana 1997, Multitask Learning (tasks that share their lower layers).
"""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cognition.errors import EncoderError
from cognition.faculties.shipped import content

FILE = "tone.npz"
SHA256 = "c11f3a3b03a8857cb0f71c87442c9e96e6f8f4809770bce1df35676b54f1e517"

Array = NDArray[np.float32]


def unpack(tone: bytes) -> Array:
    """Give a tone, as traces hold it, as numbers.

    >>> unpack(b"").shape
    (0,)
    """
    return np.frombuffer(tone, np.float16).astype(np.float32)


@functools.cache
def branch() -> dict[str, Array]:
    """Load the branch: its transformer layers, and `branch.read`, (1920, k), which reads it.

    Raises EncoderError if the file is missing or changed.
    """
    return load(content(FILE, SHA256, "cognition/faculties/tone.py", EncoderError))


def load(packed: bytes) -> dict[str, Array]:
    """Read a branch from the bytes of an npz file, in single precision."""
    with np.load(io.BytesIO(packed), allow_pickle=False) as file:
        return restored({name: file[name] for name in file.files})


def rounded(arrays: Mapping[str, Array]) -> dict[str, NDArray[Any]]:
    """Round matrices to signed bytes, each row by a scale of its own; vectors to half precision.

    >>> sorted(rounded({"w": np.ones((2, 3), np.float32)}))
    ['w', 'w.scale']
    """
    found: dict[str, NDArray[Any]] = {}
    for name, array in arrays.items():
        if array.ndim == 2:
            largest = np.abs(array).max(1, keepdims=True)
            scale = (np.maximum(largest, 1e-3) / 126).astype(np.float16)  # rounding adds a little
            found[name] = np.round(array / scale.astype(np.float32)).astype(np.int8)
            found[f"{name}.scale"] = scale
        else:
            found[name] = array.astype(np.float16)
    return found


def restored(arrays: Mapping[str, NDArray[Any]]) -> dict[str, Array]:
    """Give rounded weights as numbers again."""
    found = {name: one.astype(np.float32) for name, one in arrays.items()}
    scales = {name: found.pop(name) for name in arrays if name.endswith(".scale")}
    return {name: one * scales.get(f"{name}.scale", 1.0) for name, one in found.items()}
