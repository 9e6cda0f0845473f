"""Make the weights that tell from a message's meaning whether it may hint at a crisis.

usage: python -m cognition.training.crisis DATA

DATA is a folder with emotion/goemotions_train.tsv and goemotions_dev.tsv (CC BY 4.0) and
facts/synthetic_persona_chat_valid.csv (CC BY 4.0): what people say every day. Signs and hints of
a crisis, and what only sounds like it, are crisis_lines.yaml beside this file,
benchmarks/care_development.yaml and tests/organs/insula_lines.yaml. A penalised logistic
regression over the shared encoder's vector of a message; its threshold lets through one in a
thousand of everyday texts that were not trained on. Measured with groups of like lines left out.
Some minutes on two cores.

References:
    Hosmer & Lemeshow 2000, Applied Logistic Regression.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cognition.faculties.encoder import MiniLM
from cognition.organs.insula.crisis import crisis
from cognition.organs.insula.hints import FILE, own_words
from cognition.organs.tables import table
from cognition.training.fit import packed
from cognition.training.words import utterances

ROOT = Path(__file__).parents[2]
COMMENTS, CHATS, KEPT_CHATS = 6000, 3000, 2000
EVERYDAY = 0.3  # weight of an everyday text; a written line has 1
PENALTY = 1 / 50
PASSING = 0.001  # share of everyday texts above the threshold
FOLDS = 10
OTHER_LANGUAGES = frozenset({"es", "fr", "de", "pt", "it", "other_languages"})

Array = NDArray[np.float64]
Line = tuple[str, str, bool]  # text, its group, whether it is a crisis


def lines(file: Path) -> list[Line]:
    """Read English lines, each with its group."""
    return [
        (text, f"{file.stem}/{part}/{group}", part == "crisis")
        for part, groups in table(file).items()
        for group, texts in groups.items()
        if group not in OTHER_LANGUAGES
        for text in texts
    ]


def comments(file: Path) -> list[str]:
    """Read the texts of a part of GoEmotions."""
    return [row.split("\t")[0] for row in file.read_text("utf-8").split("\n") if row]


def sample(texts: Sequence[str], size: int) -> list[str]:
    """Draw texts, the same each time."""
    chosen = np.random.default_rng(0).choice(len(texts), size, replace=False)
    return [texts[at] for at in chosen]


def encoded(texts: Sequence[str], encoder: MiniLM) -> Array:
    """Give the vectors of texts, with a last column of ones."""
    rows = np.asarray(encoder.encode(texts), np.float64)
    return np.hstack([rows, np.ones((len(rows), 1))])


def fitted(inputs: Array, targets: Array, weights: Array) -> Array:
    """Fit a logistic regression with penalised weights and a free offset, by Newton's method."""
    penalty = np.full(inputs.shape[1], PENALTY)
    penalty[-1] = 1e-6
    found = np.zeros(inputs.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slope = inputs.T @ (weights * (chance - targets)) + penalty * found
        curve = (inputs * (weights * chance * (1 - chance))[:, None]).T @ inputs
        step = np.linalg.solve(curve + np.diag(penalty), slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def threshold(found: Array, everyday: Array, passing: NDArray[np.bool_]) -> float:
    """Give the score that few everyday texts reach, of those that may count at all."""
    scores = np.where(passing, everyday @ found, -np.inf)
    return float(np.quantile(scores, 1 - PASSING))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    encoder = MiniLM.open()
    chats = sample(
        utterances(data / "facts" / "synthetic_persona_chat_valid.csv"), CHATS + KEPT_CHATS
    )
    usual = [*sample(comments(data / "emotion" / "goemotions_train.tsv"), COMMENTS), *chats[:CHATS]]
    kept = [*comments(data / "emotion" / "goemotions_dev.tsv"), *chats[CHATS:]]
    written = [
        *lines(Path(__file__).with_name("crisis_lines.yaml")),
        *lines(ROOT / "benchmarks" / "care_development.yaml"),
        *lines(ROOT / "tests" / "organs" / "insula_lines.yaml"),
    ]
    texts = [*(text for text, *_ in written), *usual]
    inputs, everyday = encoded(texts, encoder), encoded(kept, encoder)
    targets = np.array([*(sign for *_, sign in written), *(False for _ in usual)], np.float64)
    weights = np.array([1.0] * len(written) + [EVERYDAY] * len(usual))
    passing = np.array([own_words(text) for text in kept])

    groups = sorted({group for _, group, _ in written})
    np.random.default_rng(0).shuffle(groups)
    hit = np.zeros(len(written), bool)
    for fold in range(FOLDS):
        left_out = np.zeros(len(texts), bool)
        left_out[: len(written)] = [group in groups[fold::FOLDS] for _, group, _ in written]
        found = fitted(inputs[~left_out], targets[~left_out], weights[~left_out])
        above = inputs @ found > threshold(found, everyday, passing)
        hit[left_out[: len(written)]] = above[left_out]
    report(written, hit & np.array([own_words(text) for text, *_ in written]))

    found = fitted(inputs, targets, weights)
    limit = threshold(found, everyday, passing)
    print(
        "everyday texts kept back",
        len(kept),
        "above",
        int(((everyday @ found > limit) & passing).sum()),
    )
    # the threshold becomes part of the offset: above 0 counts
    arrays = {"weights": found[:-1].astype(np.float32), "offset": np.float32([found[-1] - limit])}
    content = packed(arrays, {"encoder": MiniLM.name, "everyday": PASSING})
    (ROOT / "cognition" / "weights" / FILE).write_bytes(content)
    print(
        f"{FILE}: {len(content)} bytes, sha256",
        hashlib.sha256(content).hexdigest(),
        json.dumps(limit),
    )


def report(written: Sequence[Line], hit: NDArray[np.bool_]) -> None:
    """Print what is found with like lines left out, beside what the rules find."""
    by_rule = np.array([crisis(text) is not None for text, *_ in written])
    for file in ("crisis_lines", "care_development", "insula_lines"):
        here = np.array([group.startswith(file) for _, group, _ in written])
        for sign in (True, False):
            rows = here & np.array([each is sign for *_, each in written])
            print(
                file, "crises" if sign else "safe", int(rows.sum()),
                "rules", int(by_rule[rows].sum()), "classifier", int(hit[rows].sum()),
                "both", int((by_rule | hit)[rows].sum()),
            )  # fmt: skip


if __name__ == "__main__":
    main()
