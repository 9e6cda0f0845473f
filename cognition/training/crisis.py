"""Make the weights that tell from a message's meaning whether it may hint at a crisis.

usage: python -m cognition.training.crisis DATA [--test LINES.yaml ...]

DATA is a folder with emotion/goemotions_train.tsv and goemotions_dev.tsv (CC BY 4.0) and
facts/synthetic_persona_chat_valid.csv (CC BY 4.0): what people say every day. Signs and hints of
a crisis, and what only sounds like it, are crisis_lines.yaml beside this file, care_development,
care_held_out and care_further of benchmarks, and tests/organs/insula_lines.yaml. A penalised
logistic regression over the shared encoder's vector of a message and its words; its threshold lets
through three in a thousand of everyday texts that were not trained on. Measured with groups of like
lines left out, and with `--test` on lines in the form of benchmarks/care_blind.yaml. Some minutes
on two cores.

References:
    Hosmer & Lemeshow 2000, Applied Logistic Regression.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cognition.faculties.encoder import MiniLM
from cognition.organs.insula.crisis import crisis
from cognition.organs.insula.hints import FILE, own_words
from cognition.organs.tables import table
from cognition.training.regression import Fitted, Vectors, everyday

ROOT = Path(__file__).parents[2]
COMMENTS = 6000  # everyday ones
PENALTY = 1e-3
PASSING = 0.003  # share of everyday texts above the threshold
FOLDS = 5
FILES = ("care_development", "care_held_out", "care_further")
OTHER_LANGUAGES = frozenset({"es", "fr", "de", "pt", "it", "other_languages"})

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


def fitted(lines: Sequence[Line], usual: Sequence[str], vectors: Vectors) -> Fitted:
    """Fit on written lines beside everyday texts."""
    texts, signs = [text for text, *_ in lines], [int(sign) for *_, sign in lines]
    return Fitted(texts, signs, usual, vectors, texts, PENALTY)


def threshold(model: Fitted, kept: Sequence[str]) -> float:
    """Give the score that few everyday texts reach, of those that may count at all."""
    own = np.array([own_words(text) for text in kept])
    return float(np.quantile(np.where(own, model.margins(kept)[:, 0], -np.inf), 1 - PASSING))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    data, vectors = options.data, Vectors(MiniLM.open())
    usual, kept = everyday(data, COMMENTS)
    written = lines(Path(__file__).with_name("crisis_lines.yaml"))
    for name in FILES:
        written += lines(ROOT / "benchmarks" / f"{name}.yaml")
    written += lines(ROOT / "tests" / "organs" / "insula_lines.yaml")

    groups = sorted({group for _, group, _ in written})
    np.random.default_rng(0).shuffle(groups)
    hit = np.zeros(len(written), bool)
    for fold in range(FOLDS):
        out = np.array([group in groups[fold::FOLDS] for _, group, _ in written])
        inside = [line for line, left in zip(written, out, strict=True) if not left]
        model = fitted(inside, usual, vectors)
        left_out = [line[0] for line, left in zip(written, out, strict=True) if left]
        hit[out] = model.margins(left_out)[:, 0] > threshold(model, kept)
    report(written, hit)

    model = fitted(written, usual, vectors)
    limit = threshold(model, kept)
    for file in options.test:
        held = lines(file)
        report(held, model.margins([text for text, *_ in held])[:, 0] > limit)
    content = model.packed(limit, {"everyday": PASSING})
    (ROOT / "cognition" / "weights" / FILE).write_bytes(content)
    print(f"{FILE}: {len(content)} bytes, sha256", hashlib.sha256(content).hexdigest(), limit)


def report(written: Sequence[Line], above: NDArray[np.bool_]) -> None:
    """Print what is found, by the file that lines are from, beside what the rules find."""
    by_rule = np.array([crisis(text) is not None for text, *_ in written])
    hit = above & np.array([own_words(text) for text, *_ in written])
    for file in dict.fromkeys(group.partition("/")[0] for _, group, _ in written):
        here = np.array([group.startswith(f"{file}/") for _, group, _ in written])
        for sign in (True, False):
            rows = here & np.array([each is sign for *_, each in written])
            print(
                file, "crises" if sign else "safe", int(rows.sum()),
                "rules", int(by_rule[rows].sum()), "classifier", int(hit[rows].sum()),
                "both", int((by_rule | hit)[rows].sum()),
            )  # fmt: skip


if __name__ == "__main__":
    main()
