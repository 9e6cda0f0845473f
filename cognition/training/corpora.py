"""Read the annotated texts from which emotion is learned and on which it is measured.

Sources:
    GoEmotions (Demszky et al. 2020), CC BY 4.0.
    EmoBank (Buechel & Hahn 2017), CC BY-SA 4.0.
    x-enVENT (Troiano, Oberlaender, Wegge & Klinger 2022), annotations CC BY 4.0.
    crowd-enVENT (Troiano, Oberlaender & Klinger 2023): measured on, never trained on.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import tone
from cognition.values import Traces

Array = NDArray[np.float32]
AFFECT = ("valence", "arousal", "dominance")
CROWD = {
    "suddenness": "suddenness",
    "familiarity": "familiarity",
    "pleasantness": "pleasantness",
    "goal_relevance": "goal_relevance",
    "self_responsblt": "self_responsibility",
    "other_responsblt": "other_responsibility",
    "chance_responsblt": "situational_responsibility",
    "goal_support": "goal_conduciveness",
    "urgency": "urgency",
    "self_control": "self_control",
    "other_control": "other_control",
    "chance_control": "situational_control",
    "effort": "effort",
    "attention": "attend",
    "predict_conseq": "outcome_probability",
}


@dataclass(frozen=True)
class Corpus:
    """Texts and their targets: (n, k) numbers under k names."""

    texts: list[str]
    targets: Array
    names: tuple[str, ...]

    def part(self, rows: NDArray[np.int64]) -> Corpus:
        """Give some of the texts with their targets."""
        return Corpus([self.texts[row] for row in rows], self.targets[rows], self.names)


def goemotions(file: Path, labels: Path) -> Corpus:
    """Read GoEmotions: 28 labels as 0 or 1."""
    names = tuple(labels.read_text(encoding="utf-8").split())
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line]
    targets = np.zeros((len(rows), len(names)), np.float32)
    for row, fields in enumerate(rows):
        targets[row, [int(label) for label in fields[1].split(",")]] = 1.0
    return Corpus([fields[0] for fields in rows], targets, names)


def emobank(file: Path, split: str) -> Corpus:
    """Read one split of EmoBank: valence, arousal, dominance from 1..5 to [-1, 1] around 3."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["split"] == split]
    targets = np.array([[(float(row[axis]) - 3) / 2 for axis in "VAD"] for row in rows], np.float32)
    return Corpus([row["text"] for row in rows], targets, AFFECT)


def xenvent(file: Path) -> Corpus:
    """Read x-enVENT: 22 appraisal dimensions from 1..5 to [0, 1]."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    names = tuple(rows[0]["appraisals"])
    targets = [[(row["appraisals"][name] - 1) / 4 for name in names] for row in rows]
    return Corpus([row["text"] for row in rows], np.array(targets, np.float32), names)


def crowd(file: Path) -> Corpus:
    """Read crowd-enVENT with its emotion words hidden, its dimensions named as in x-enVENT."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    targets = [[(float(row[name]) - 1) / 4 for name in CROWD] for row in rows]
    texts = [row["hidden_emo_text"] for row in rows]
    return Corpus(texts, np.array(targets, np.float32), tuple(CROWD.values()))


def traced(texts: Sequence[str], cache: Path) -> list[Traces]:
    """Give the tones that the shipped encoder hears in texts, or what an earlier run cached."""
    key = hashlib.sha256("\x1f".join([tone.SHA256, *texts]).encode("utf-8", "replace")).hexdigest()
    file = cache / f"{key[:16]}-tones.npy"
    if not file.exists():
        from cognition.faculties.encoder import MiniLM

        cache.mkdir(parents=True, exist_ok=True)
        _, traces = MiniLM.open().encode_words(texts)
        np.save(file, np.array([tone.unpack(one.tone) for one in traces], np.float16))
    return [Traces(tone=row.tobytes()) for row in np.load(file)]
