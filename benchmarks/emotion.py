"""Measure the shipped appraisal against human annotation; writes one JSON result.

python -m benchmarks.emotion DATA [--out benchmarks/results/emotion.json]

DATA holds goemotions_dev.tsv, goemotions_labels.txt, emobank_train_dev.csv, x_envent_writer.json
and crowd_envent_val.tsv. x-enVENT trained the shipped weights, so it is scored by 5-fold
cross-validation of the same regression; crowd-enVENT trained nothing and shows the transfer.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse.csgraph import connected_components

from cognition.organs.amygdala.appraise import appraise
from cognition.organs.amygdala.heads import shipped
from cognition.training import corpora, fit
from cognition.training.corpora import Corpus

SAME_EVENT = 0.75  # cosine above which two texts are taken to tell one event
CACHE = Path(tempfile.gettempdir()) / "kindred-emotion"


def judged(corpus: Corpus, cache: Path) -> list[Any]:
    return appraise(corpus.texts, corpora.embedded(corpus.texts, cache))


def f1(truth: np.ndarray, said: np.ndarray) -> np.ndarray:
    return 2 * (truth & said).sum(0) / np.maximum(truth.sum(0) + said.sum(0), 1)


def calibration_error(truth: np.ndarray, chances: np.ndarray, bins: int = 15) -> float:
    """Average the gap between probability and frequency over equal-width bins (ECE)."""
    place = np.minimum((chances * bins).astype(int), bins - 1).ravel()
    gaps = np.bincount(place, (truth.astype(float) - chances).ravel(), bins)
    return float(np.abs(gaps).sum() / place.size)


def emotions(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.goemotions(data / "goemotions_dev.tsv", data / "goemotions_labels.txt")
    got = judged(corpus, cache)
    truth = corpus.targets > 0
    said = np.array([[name in one.labels for name in corpus.names] for one in got])
    chances = np.array([[one.emotions[name] for name in corpus.names] for one in got])
    scores = f1(truth, said)
    top = chances.argmax(1)
    right = truth[np.arange(len(top)), top]
    return {
        "texts": len(got),
        "macro_f1": scores.mean(),
        "micro_f1": 2 * (truth & said).sum() / (truth.sum() + said.sum()),
        "ece_all_labels": calibration_error(truth, chances),
        "ece_strongest": calibration_error(right, chances.max(1)),
        "strongest_is_right": right.mean(),
        "f1": dict(zip(corpus.names, scores.tolist(), strict=True)),
    }


def affect(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.emobank(data / "emobank_train_dev.csv", "dev")
    got = judged(corpus, cache)
    said = np.array([[one.valence, one.arousal, one.dominance] for one in got])
    return {"texts": len(got)} | {
        f"r_{name}": correlation(said[:, k], corpus.targets[:, k])
        for k, name in enumerate(corpus.names)
    }


def dimensions(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.xenvent(data / "x_envent_writer.json")
    vectors = corpora.embedded(corpus.texts, cache)
    inputs = fit.dimension_inputs(shipped(), corpus.texts, vectors)
    # several texts tell one event in other words; a stricter split keeps those in one fold
    count, group = connected_components(vectors @ vectors.T > SAME_EVENT)
    shuffled = np.random.default_rng(0)
    loose = shuffled.permutation(len(corpus.texts)) % 5
    strict = (shuffled.permutation(count) % 5)[group]
    apart = by_name(corpus, cross_validated(inputs, corpus.targets, strict))["mean_r"]
    scores = by_name(corpus, cross_validated(inputs, corpus.targets, loose))
    return scores | {"mean_r_events_apart": apart}


def cross_validated(inputs: np.ndarray, targets: np.ndarray, fold: np.ndarray) -> np.ndarray:
    said = np.zeros_like(targets)
    for number in range(5):
        weights, offset = fit.ridge(inputs[fold != number], targets[fold != number])
        said[fold == number] = inputs[fold == number] @ weights + offset
    return said


def transfer(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.crowd(data / "crowd_envent_val.tsv")
    got = judged(corpus, cache)
    said = np.array([[one.dimensions[name] for name in corpus.names] for one in got])
    return by_name(corpus, said)


def by_name(corpus: Corpus, said: np.ndarray) -> dict[str, Any]:
    rs = {n: correlation(said[:, k], corpus.targets[:, k]) for k, n in enumerate(corpus.names)}
    return {"texts": len(said), "mean_r": float(np.mean(list(rs.values()))), "r": rs}


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def speed(data: Path, cache: Path) -> dict[str, float]:
    """Time appraising texts one by one, their embeddings given, in milliseconds."""
    corpus = corpora.goemotions(data / "goemotions_dev.tsv", data / "goemotions_labels.txt")
    vectors = corpora.embedded(corpus.texts, cache)
    times: list[float] = []
    for row, text in enumerate(corpus.texts[:2000]):
        start = time.perf_counter()
        appraise([text], vectors[row : row + 1])
        times.append((time.perf_counter() - start) * 1000)
    return {"median_ms": float(np.median(times)), "p99_ms": float(np.percentile(times, 99))}


def rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return int(value) if isinstance(value, (int, np.integer)) else round(float(value), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results/emotion.json"))
    parser.add_argument("--cache", type=Path, default=CACHE)
    chosen = parser.parse_args()
    parts = (emotions, affect, dimensions, transfer, speed)
    names = ("goemotions_dev", "emobank_dev", "xenvent_5_fold", "crowd_envent_transfer", "speed")
    result = {
        name: rounded(part(chosen.data, chosen.cache))
        for name, part in zip(names, parts, strict=True)
    }
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
