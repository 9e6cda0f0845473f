"""Traces of words: what an encoder made of each word of a text, small enough to keep with it.

One embedding blends a whole utterance; its words' own states, compared word by word, tell whether
what the cue asks for is really in it (late interaction).

References:
    Khattab & Zaharia 2020, ColBERT: Efficient and Effective Passage Search via Contextualized Late
    Interaction over BERT.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from cognition.errors import EncoderError
from cognition.faculties import Encoder, Vectors
from cognition.faculties.shipped import content
from cognition.values import Traces

WIDTH = 48  # numbers kept of each word
LONGEST = 96  # words kept of one text, the rarest first
SCALE = 127.0  # traces are unit vectors, kept as signed bytes
FILE = "words.npz"
SHA256 = "3fa3b23b09873dfcea5db8c49ce8edd420ebc63a1cab19ffbcb0e95318ab6441"

Array = NDArray[np.float32]


@runtime_checkable
class WordEncoder(Protocol):
    """An encoder that can give the traces of a text's words from the same pass."""

    def encode_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Traces]]:
        """Embed n texts as an (n, size) array of unit rows, and give each one's traces."""
        ...


def encode(encoder: Encoder, texts: Sequence[str]) -> tuple[Vectors, list[Traces]]:
    """Embed texts and trace their words; without traces where the encoder cannot give them."""
    if isinstance(encoder, WordEncoder):
        return encoder.encode_words(texts)
    return encoder.encode(texts), [Traces()] * len(texts)


def unpack(traces: Traces) -> Array:
    """Give the traces as an (n, 48) array of unit rows.

    >>> unpack(Traces()).shape
    (0, 48)
    """
    numbers = np.frombuffer(traces.words, np.int8).reshape(-1, WIDTH)
    return numbers.astype(np.float32) / SCALE


def pack(rows: Sequence[Sequence[float]]) -> bytes:
    """Give rows, as an index keeps them, as the bytes they were unpacked from.

    >>> kept = Traces(words=bytes(range(48)))
    >>> pack(unpack(kept).tolist()) == kept.words
    True
    """
    return np.rint(np.asarray(rows, np.float32) * SCALE).astype(np.int8).tobytes()


@functools.cache
def weights() -> dict[str, Array]:
    """Load the projection: `mean` (384,), `directions` (384, 48), `rarity` of each word piece.

    Raises EncoderError if the file is missing or changed.
    """
    found = content(FILE, SHA256, "cognition/faculties/traces.py", EncoderError)
    with np.load(io.BytesIO(found), allow_pickle=False) as file:
        return {name: file[name].astype(np.float32) for name in ("mean", "directions", "rarity")}
