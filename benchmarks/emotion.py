"""Measure the shipped appraisal against human annotation; writes one JSON result.

python -m benchmarks.emotion DATA [--cache FOLDER]

DATA holds goemotions_dev.tsv, goemotions_labels.txt, emobank_train_dev.csv, x_envent_writer.json
and crowd_envent_val.tsv. x-enVENT trained the shipped weights, so it is scored by 5-fold
cross-validation of the same regression; crowd-enVENT trained nothing and shows the transfer.
Intervals are of 95 %, from resampling the texts (percentile bootstrap, Efron & Tibshirani 1993).
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from safetensors.numpy import load_file
from scipy.sparse.csgraph import connected_components
from tokenizers import Tokenizer

from benchmarks.report import write
from cognition.faculties import minilm
from cognition.faculties.encoder import TOKENS, MiniLM, weights_folder
from cognition.faculties.traces import weights as trace_weights
from cognition.organs.amygdala.appraise import appraise
from cognition.training import corpora, fit, states
from cognition.training.corpora import Corpus

SAME_EVENT = 0.75  # cosine above which two texts are taken to tell one event
CACHE = Path(tempfile.gettempdir()) / "kindred-emotion"
RESAMPLES = 500


def judged(corpus: Corpus, cache: Path) -> list[Any]:
    return appraise(corpus.texts, corpora.traced(corpus.texts, cache))


def f1(truth: np.ndarray, said: np.ndarray) -> np.ndarray:
    return 2 * (truth & said).sum(0) / np.maximum(truth.sum(0) + said.sum(0), 1)


def calibration_error(truth: np.ndarray, chances: np.ndarray, bins: int = 15) -> float:
    """Average the gap between probability and frequency over equal-width bins (ECE)."""
    place = np.minimum((chances * bins).astype(int), bins - 1).ravel()
    gaps = np.bincount(place, (truth.astype(float) - chances).ravel(), bins)
    return float(np.abs(gaps).sum() / place.size)


def interval(count: int, measure: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Give the (2, k) ends of the interval of k measures of resampled rows."""
    chance = np.random.default_rng(0)
    drawn = [measure(chance.integers(0, count, count)) for _ in range(RESAMPLES)]
    return np.percentile(np.array(drawn), [2.5, 97.5], axis=0)


def correlations(said: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Give Pearson's r of each column."""
    said, truth = said - said.mean(0), truth - truth.mean(0)
    return (said * truth).sum(0) / np.sqrt((said**2).sum(0) * (truth**2).sum(0))


def emotions(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.goemotions(data / "goemotions_dev.tsv", data / "goemotions_labels.txt")
    got = judged(corpus, cache)
    truth = corpus.targets > 0
    said = np.array([[name in one.labels for name in corpus.names] for one in got])
    chances = np.array([[one.emotions[name] for name in corpus.names] for one in got])
    scores = f1(truth, said)
    top = chances.argmax(1)
    right = truth[np.arange(len(top)), top]

    def resampled(rows: np.ndarray) -> np.ndarray:
        some = f1(truth[rows], said[rows])
        error = calibration_error(right[rows], chances.max(1)[rows])
        return np.concatenate([[some.mean(), error], some])

    ends = interval(len(got), resampled)
    return {
        "texts": len(got),
        "macro_f1": scores.mean(),
        "macro_f1_interval": ends[:, 0].tolist(),
        "micro_f1": 2 * (truth & said).sum() / (truth.sum() + said.sum()),
        "ece_all_labels": calibration_error(truth, chances),
        "ece_strongest": calibration_error(right, chances.max(1)),
        "ece_strongest_interval": ends[:, 1].tolist(),
        "strongest_is_right": right.mean(),
        "f1": dict(zip(corpus.names, scores.tolist(), strict=True)),
        "f1_intervals": dict(zip(corpus.names, ends[:, 2:].T.tolist(), strict=True)),
        "ece": {
            name: calibration_error(truth[:, k], chances[:, k])
            for k, name in enumerate(corpus.names)
        },
    }


def affect(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.emobank(data / "emobank_train_dev.csv", "dev")
    got = judged(corpus, cache)
    said = np.array([[one.valence, one.arousal, one.dominance] for one in got])
    found = by_name(corpus, said)
    rs, ends = found["r"], found["r_intervals"]
    return {"texts": len(got)} | {
        key: value
        for name in corpus.names
        for key, value in ((f"r_{name}", rs[name]), (f"r_{name}_interval", ends[name]))
    }


def dimensions(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.xenvent(data / "x_envent_writer.json")
    inputs = fit.scaled(states.inputs_of(corpus.texts, cache))
    # several texts tell one event in other words; a stricter split keeps those in one fold
    vectors = inputs[:, -384:] / np.linalg.norm(inputs[:, -384:], axis=1, keepdims=True)
    count, group = connected_components(vectors @ vectors.T > SAME_EVENT)
    shuffled = np.random.default_rng(0)
    loose = shuffled.permutation(len(corpus.texts)) % 5
    strict = (shuffled.permutation(count) % 5)[group]
    apart = by_name(corpus, cross_validated(inputs, corpus.targets, strict))
    scores = by_name(corpus, cross_validated(inputs, corpus.targets, loose))
    return scores | {
        "mean_r_events_apart": apart["mean_r"],
        "mean_r_events_apart_interval": apart["mean_r_interval"],
    }


def cross_validated(inputs: np.ndarray, targets: np.ndarray, fold: np.ndarray) -> np.ndarray:
    said = np.zeros_like(targets)
    for number in range(5):
        seen = fold != number
        weights, offset = fit.ridge(inputs[seen], targets[seen], fit.EVENT_RIDGE)
        said[fold == number] = inputs[fold == number] @ weights + offset
    return said


def transfer(data: Path, cache: Path) -> dict[str, Any]:
    corpus = corpora.crowd(data / "crowd_envent_val.tsv")
    got = judged(corpus, cache)
    said = np.array([[one.dimensions[name] for name in corpus.names] for one in got])
    return by_name(corpus, said)


def by_name(corpus: Corpus, said: np.ndarray) -> dict[str, Any]:
    rs = correlations(said, corpus.targets)

    def resampled(rows: np.ndarray) -> np.ndarray:
        some = correlations(said[rows], corpus.targets[rows])
        return np.concatenate([[some.mean()], some])

    ends = interval(len(said), resampled)
    return {
        "texts": len(said),
        "mean_r": rs.mean(),
        "mean_r_interval": ends[:, 0].tolist(),
        "r": dict(zip(corpus.names, rs.tolist(), strict=True)),
        "r_intervals": dict(zip(corpus.names, ends[:, 1:].T.tolist(), strict=True)),
    }


def speed(data: Path, cache: Path) -> dict[str, float]:
    """Time encoding with and without the branch, and appraising, one by one and in batches."""
    corpus = corpora.goemotions(data / "goemotions_dev.tsv", data / "goemotions_labels.txt")
    texts = corpus.texts[:1000]
    traces, encoder, plain = corpora.traced(corpus.texts, cache)[:1000], MiniLM.open(), toneless()
    times: dict[str, list[float]] = {"encode": [], "encode_with_tone": [], "appraise": []}
    for text, traced in zip(texts, traces, strict=True):
        for name, act in (
            ("encode", lambda text=text: plain.encode([text])),
            ("encode_with_tone", lambda text=text: encoder.encode_words([text])),
            ("appraise", lambda text=text, traced=traced: appraise([text], [traced])),
        ):
            start = time.perf_counter()
            act()
            times[name].append((time.perf_counter() - start) * 1000)
    middle = {name: float(np.median(some)) for name, some in times.items()}
    batch, alone = [], []
    for first in range(0, len(texts), 100):
        some = texts[first : first + 100]
        start = time.perf_counter()
        appraise(some, encoder.encode_words(some)[1])
        between = time.perf_counter()
        plain.encode(some)
        batch.append(between - start)
        alone.append(time.perf_counter() - between)
    added = middle["encode_with_tone"] - middle["encode"] + middle["appraise"]
    return {f"{name}_ms": value for name, value in middle.items()} | {
        "added_share_of_encoding": added / middle["encode"],
        "texts_a_second_in_a_batch": 100 / float(np.median(batch)),
        "added_share_in_a_batch": float(np.median(batch) / np.median(alone)) - 1,
    }


def toneless() -> MiniLM:
    """Give the encoder as it would be without the branch."""
    small, published = trace_weights(), load_file(weights_folder() / "model.safetensors")
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    graph = minilm.build(published, small["mean"], small["directions"])
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    return MiniLM(session, tokenizer)


def rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return int(value) if isinstance(value, (int, np.integer)) else round(float(value), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, default=CACHE)
    chosen = parser.parse_args()
    parts = (emotions, affect, dimensions, transfer, speed)
    names = ("goemotions_dev", "emobank_dev", "xenvent_5_fold", "crowd_envent_transfer", "speed")
    result = {
        name: rounded(part(chosen.data, chosen.cache))
        for name, part in zip(names, parts, strict=True)
    }
    print(json.dumps(result, indent=1))
    print("written to", write("emotion", result).name)


if __name__ == "__main__":
    main()
