"""Fit the regressions that `cognition/organs/regression.py` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cognition.faculties.encoder import MiniLM
from cognition.organs.regression import SCALE, terms
from cognition.training.fit import packed
from cognition.training.words import utterances

EVERYDAY = 0.3  # weight of an everyday text; a written line has 1
CHATS, KEPT_CHATS = 3000, 2000
LEAST = 3  # lines that a word must stand in to count

Floats = NDArray[np.float32]


def comments(file: Path) -> list[str]:
    """Read the texts of a part of GoEmotions."""
    return [row.split("\t")[0] for row in file.read_text("utf-8").split("\n") if row]


def sample(texts: Sequence[str], size: int) -> list[str]:
    """Draw texts, the same each time."""
    chosen = np.random.default_rng(0).choice(len(texts), size, replace=False)
    return [texts[at] for at in chosen]


def everyday(data: Path, count: int) -> tuple[list[str], list[str]]:
    """Give everyday texts to fit on, so many comments and some chats, and others kept back."""
    chats = sample(
        utterances(data / "facts" / "synthetic_persona_chat_valid.csv"), CHATS + KEPT_CHATS
    )
    heard = sample(comments(data / "emotion" / "goemotions_train.tsv"), count)
    others = comments(data / "emotion" / "goemotions_dev.tsv")
    return [*heard, *chats[:CHATS]], [*others, *chats[CHATS:]]


class Vectors:
    """Encodes each text once."""

    def __init__(self, encoder: MiniLM) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {}

    def of(self, texts: Sequence[str]) -> Floats:
        """Give the texts' vectors, one a row."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            vectors = np.asarray(self._encoder.encode(new), np.float32)
            self._known.update(zip(new, vectors, strict=True))
        return np.stack([self._known[text] for text in texts])


class Fitted:
    """A multinomial logistic regression with penalised weights and free offsets, by L-BFGS."""

    def __init__(
        self,
        texts: Sequence[str],
        kinds: Sequence[int],
        everyday: Sequence[str],
        vectors: Vectors,
        words_of: Sequence[str],
        penalty: float,
    ) -> None:
        self._vectors = vectors
        counts = Counter(term for text in words_of for term in terms(text))
        self.vocabulary = sorted(t for t, n in counts.items() if n >= LEAST and "{" not in t)
        self._at = {term: n for n, term in enumerate(self.vocabulary)}
        inputs = torch.from_numpy(self.inputs([*texts, *everyday]))
        wanted = torch.tensor([*kinds, *(0 for _ in everyday)])
        counted = torch.tensor([1.0] * len(texts) + [EVERYDAY] * len(everyday))
        found = torch.zeros(inputs.shape[1], max(kinds) + 1, requires_grad=True)
        search = torch.optim.LBFGS([found], max_iter=200, line_search_fn="strong_wolfe")

        def loss() -> Any:
            search.zero_grad()
            each = torch.nn.functional.cross_entropy(inputs @ found, wanted, reduction="none")
            total = (each * counted).sum() / counted.sum()
            total = total + penalty * found[:-1].square().sum() / 2
            total.backward()
            return total

        search.step(loss)
        self.weights: Floats = found.detach().numpy()

    def inputs(self, texts: Sequence[str]) -> Floats:
        """Give vectors, the words that count, and a last column of ones."""
        words = np.zeros((len(texts), len(self.vocabulary) + 1), np.float32)
        words[:, -1] = 1.0
        for row, text in enumerate(texts):
            for term in terms(text):
                if (at := self._at.get(term)) is not None:
                    words[row, at] = 1.0
        return np.hstack([SCALE * self._vectors.of(texts), words])

    def margins(self, texts: Sequence[str]) -> Floats:
        """Give how far the score of each kind lies above that of the first, which is none."""
        scores = self.inputs(texts) @ self.weights
        return scores[:, 1:] - scores[:, :1]

    def packed(self, limit: float, about: dict[str, Any]) -> bytes:
        """Write it as it ships."""
        arrays = {"weights": self.weights.astype(np.float32), "limit": np.float32([limit])}
        return packed(arrays, {"encoder": MiniLM.name, **about}, self.vocabulary)
