"""Make `cognition/weights/tone.npz` and `emotion.npz`: the encoder's branch, and what reads it.

    python -m cognition.training.emotion DATA [--out FOLDER] [--cache FOLDER]

DATA holds goemotions_train.tsv, goemotions_labels.txt, emobank_train_dev.csv and
x_envent_writer.json. Two layers beside the encoder's own are trained with small heads and word
vectors on emotions and affect at once; appraisal dimensions are a ridge regression on what the
network reads. A tenth of the training texts is kept back for calibration, thresholds and blending.
It takes about an hour on two cores, and 1.5 GB in the cache folder.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from cognition.faculties import tone
from cognition.faculties.encoder import MiniLM
from cognition.organs.amygdala import heads
from cognition.organs.amygdala.words import features
from cognition.training import branch, corpora, fit
from cognition.training.branch import Network, Recipe, Task
from cognition.training.corpora import Corpus
from cognition.training.states import states_of

Array = NDArray[np.float32]
LENGTH = 48  # features read of one text while training
RAREST = 16  # texts that must have a word for it to be learned
KEPT = 0.1  # share of the training texts that is kept back
AFFECT_WEIGHT, AFFECT_BATCH = 0.5, 64
LICENCE = "CC BY-SA 4.0; trained on GoEmotions, EmoBank and x-enVENT"


def vocabulary_of(texts: Sequence[str]) -> dict[str, int]:
    """Number the features that enough texts have, from 1."""
    counts = collections.Counter(word for text in texts for word in features(text))
    return {w: at for at, w in enumerate(sorted(w for w, n in counts.items() if n >= RAREST), 1)}


def ready(
    name: str,
    corpus: Corpus,
    vocabulary: dict[str, int],
    cache: Path,
    weight: float = 1.0,
    batch: int = 128,
) -> Task:
    """Compute a corpus's states and look its features up."""
    rows = np.zeros((len(corpus.texts), LENGTH), np.int64)
    for row, text in enumerate(corpus.texts):
        known = [vocabulary[word] for word in features(text) if word in vocabulary][:LENGTH]
        rows[row, : len(known)] = known
    return Task(name, states_of(corpus.texts, cache), rows, corpus.targets, weight, batch)


def parted(corpus: Corpus) -> tuple[Corpus, Corpus]:
    """Part a corpus into what is trained on and what is kept back, always the same."""
    kept = np.random.default_rng(0).random(len(corpus.texts)) < KEPT
    return corpus.part(np.flatnonzero(~kept)), corpus.part(np.flatnonzero(kept))


def network_arrays(network: Network) -> dict[str, Array]:
    """Give the amygdala's part of a network: words, hidden layer, outputs."""
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    return {
        "words": state["words.weight"][1:],
        "mix": state["mix.weight"].T,
        "bias": state["read.bias"],
        "out": state["emotion.weight"].T,
        "offset": state["emotion.bias"],
    }


def rewrite_hash(file: Path, content: bytes) -> str:
    """Write the hash of new weights into the module that checks it."""
    digest = hashlib.sha256(content).hexdigest()
    source = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'SHA256 = ".*"', f'SHA256 = "{digest}"', source), encoding="utf-8")
    return digest


def main() -> None:
    """Train, calibrate and write the weights; rewrite the hashes that are checked on loading."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("cognition/weights"))
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "kindred-emotion"
    )
    chosen = parser.parse_args()
    torch.set_num_threads(2)
    data, cache = chosen.data, chosen.cache
    labelled = corpora.goemotions(data / "goemotions_train.tsv", data / "goemotions_labels.txt")
    felt = corpora.emobank(data / "emobank_train_dev.csv", "train")
    events = corpora.xenvent(data / "x_envent_writer.json")
    vocabulary = vocabulary_of(labelled.texts + felt.texts)
    parts = {"emotion": parted(labelled), "affect": parted(felt)}
    weights = {"emotion": (), "affect": (AFFECT_WEIGHT, AFFECT_BATCH)}
    seen = {k: ready(k, one, vocabulary, cache, *weights[k]) for k, (one, _) in parts.items()}
    back = {k: ready(k, one, vocabulary, cache) for k, (_, one) in parts.items()}
    print(f"{len(vocabulary)} words; training", flush=True)
    network = branch.train(Recipe(), list(seen.values()), len(vocabulary))
    fitted = fit.Fit(network, network_arrays(network), list(vocabulary))
    fitted.calibrate(back["emotion"])
    fitted.blend(seen["affect"], back["affect"])
    fitted.dimensions(ready("events", events, vocabulary, cache))
    fitted.usual(back["emotion"], back["affect"])
    about = {
        "encoder": MiniLM.name,
        "labels": labelled.names,
        "dimensions": events.names,
        "licence": LICENCE,
    }
    contents = {
        tone.FILE: (fit.packed(tone.rounded(fitted.branch())), Path(tone.__file__)),
        heads.FILE: (fit.packed(fitted.arrays, about, list(vocabulary)), Path(heads.__file__)),
    }
    for name, (content, source) in contents.items():
        (chosen.out / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes, sha256 {rewrite_hash(source, content)}")


if __name__ == "__main__":
    main()
