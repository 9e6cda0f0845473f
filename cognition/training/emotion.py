"""Make `cognition/weights/emotion.npz`: heads on the frozen sentence encoder, for the amygdala.

    python -m cognition.training.emotion DATA [--out FILE] [--cache FOLDER]

DATA holds goemotions_train.tsv, goemotions_labels.txt, emobank_train_dev.csv and
x_envent_writer.json. Small networks, some leaning to emotions and some to affect, are trained on
both tasks and laid side by side as one; appraisal dimensions are a ridge regression on that hidden
layer. Thresholds and calibration come from cross-validation on the training texts. It takes a few
minutes on two cores, most of them for encoding 52,000 texts once.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from cognition.faculties.encoder import MiniLM
from cognition.organs.amygdala.heads import SPREAD
from cognition.organs.amygdala.words import features
from cognition.training import corpora, fit
from cognition.training.corpora import Corpus

Array = NDArray[np.float32]
LENGTH = 48  # features read of one text while training
HEADS_FILE = Path(__file__).parents[1] / "organs" / "amygdala" / "heads.py"


@dataclass(frozen=True)
class Recipe:
    """How one kind of network is trained; what the shipped weights used is EMOTION and AFFECT."""

    members: int
    hidden: int
    width: int
    rate: float
    affect_weight: float
    epochs: int = 6
    decay: float = 0.01
    drop: float = 0.3
    word_drop: float = 0.2
    blind: float = 0.05  # share of texts whose embedding is withheld, so that words alone work too
    batch: int = 256


EMOTION = Recipe(members=3, hidden=112, width=16, rate=8e-3, affect_weight=0.3, epochs=7)
AFFECT = Recipe(members=2, hidden=64, width=10, rate=3e-3, affect_weight=8.0, word_drop=0.4)
RAREST = 16  # texts that must have a word for it to be learned
FOLDS = 4


@dataclass(frozen=True)
class Task:
    """One corpus, made ready: embeddings, feature rows (0 is none), targets."""

    name: str
    vectors: torch.Tensor
    rows: torch.Tensor
    targets: torch.Tensor

    def part(self, at: torch.Tensor) -> Task:
        return Task(self.name, self.vectors[at], self.rows[at], self.targets[at])

    def __len__(self) -> int:
        return len(self.vectors)


class Member(nn.Module):
    """One small network: embedding and pooled word vectors -> hidden -> each task's outputs."""

    def __init__(self, recipe: Recipe, vocabulary: int, outputs: dict[str, int]) -> None:
        super().__init__()
        self.recipe = recipe
        self.words = nn.Embedding(vocabulary + 1, recipe.width, padding_idx=0)
        nn.init.normal_(self.words.weight, std=0.1)
        with torch.no_grad():
            self.words.weight[0] = 0.0
        self.embed = nn.Linear(384, recipe.hidden)
        self.mix = nn.Linear(recipe.width, recipe.hidden, bias=False)
        self.out = nn.ModuleDict({name: nn.Linear(recipe.hidden, k) for name, k in outputs.items()})

    def hidden(self, vectors: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        kept = (rows > 0).float()
        if self.training:
            kept = kept * (torch.rand(rows.shape) > self.recipe.word_drop)
            vectors = vectors * (torch.rand(len(vectors), 1) > self.recipe.blind)
        pooled = (self.words(rows) * kept[..., None]).sum(1)
        pooled = pooled / (kept.sum(1, keepdim=True) + 1.0).sqrt()
        return functional.relu(self.embed(vectors * SPREAD) + self.mix(pooled))

    def forward(self, task: Task) -> torch.Tensor:
        hidden = self.hidden(task.vectors, task.rows)
        return self.out[task.name](functional.dropout(hidden, self.recipe.drop, self.training))


def vocabulary_of(texts: Sequence[str]) -> dict[str, int]:
    """Number the features that enough texts have, from 1."""
    counts = collections.Counter(word for text in texts for word in features(text))
    return {w: at for at, w in enumerate(sorted(w for w, n in counts.items() if n >= RAREST), 1)}


def ready(name: str, corpus: Corpus, vocabulary: dict[str, int], cache: Path) -> Task:
    """Embed a corpus and look its features up."""
    rows = np.zeros((len(corpus.texts), LENGTH), np.int64)
    for row, text in enumerate(corpus.texts):
        known = [vocabulary[word] for word in features(text) if word in vocabulary][:LENGTH]
        rows[row, : len(known)] = known
    vectors = corpora.embedded(corpus.texts, cache)
    return Task(name, torch.tensor(vectors), torch.tensor(rows), torch.tensor(corpus.targets))


def train_member(recipe: Recipe, tasks: Sequence[Task], vocabulary: int, seed: int) -> Member:
    """Train one network on all tasks at once; the first task sets the pace."""
    torch.manual_seed(seed)
    member = Member(recipe, vocabulary, {task.name: task.targets.shape[1] for task in tasks})
    optimiser = torch.optim.AdamW(member.parameters(), recipe.rate, weight_decay=recipe.decay)
    steps = len(tasks[0]) // recipe.batch
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.rate, total_steps=steps * recipe.epochs + 1
    )
    for _ in range(recipe.epochs):
        orders = [torch.randperm(len(task)) for task in tasks]
        for step in range(steps):
            loss = torch.zeros(())
            for task, order in zip(tasks, orders, strict=True):
                share = len(task) // steps
                loss = loss + _loss(recipe, member, task.part(order[step * share :][:share]))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return member.eval()


def _loss(recipe: Recipe, member: Member, batch: Task) -> torch.Tensor:
    scores = member(batch)
    if batch.name == "affect":
        return recipe.affect_weight * functional.mse_loss(scores, batch.targets)
    return functional.binary_cross_entropy_with_logits(scores, batch.targets)


def train(recipe: Recipe, tasks: Sequence[Task], vocabulary: int, seed: int = 0) -> list[Member]:
    """Train the members of one kind, which differ in their seeds."""
    seeds = range(seed * 100, seed * 100 + recipe.members)
    return [train_member(recipe, tasks, vocabulary, number) for number in seeds]


@torch.no_grad()
def outputs(members: Sequence[Member], task: Task) -> Array:
    """Average the members' outputs for a task."""
    return torch.stack([member(task) for member in members]).mean(0).numpy()


def held_out(tasks: Sequence[Task], vocabulary: int) -> Array:
    """Give logits for every training text from networks that did not see it."""
    first, *rest = tasks
    fold = torch.from_numpy(np.random.default_rng(0).integers(0, FOLDS, len(first)))
    logits = np.zeros(first.targets.shape, np.float32)
    for number in range(FOLDS):
        seen = first.part(torch.nonzero(fold != number)[:, 0])
        at = torch.nonzero(fold == number)[:, 0]
        members = train(EMOTION, [seen, *rest], vocabulary, seed=number + 1)
        logits[at.numpy()] = outputs(members, first.part(at))
        print(f"fold {number + 1} of {FOLDS}", flush=True)
    return logits


def lay_side_by_side(emotion: Sequence[Member], affect: Sequence[Member]) -> dict[str, Array]:
    """Write many small networks as one: block-diagonal in the words, means in the outputs."""
    members = [*emotion, *affect]
    weights = [{k: v.detach().numpy() for k, v in m.state_dict().items()} for m in members]
    mix = [w["mix.weight"].T for w in weights]
    blocks = np.zeros((sum(len(b) for b in mix), sum(b.shape[1] for b in mix)), np.float32)
    row = column = 0
    for block in mix:
        blocks[row : row + len(block), column : column + block.shape[1]] = block
        row, column = row + len(block), column + block.shape[1]
    count = weights[0]["out.emotion.weight"].shape[0]
    out, offset = (
        np.zeros((blocks.shape[1], count + 3), np.float32),
        np.zeros(count + 3, np.float32),
    )
    column = 0
    for number, w in enumerate(weights):
        own, many = ("emotion", emotion) if number < len(emotion) else ("affect", affect)
        place = slice(0, count) if own == "emotion" else slice(count, None)
        size = len(w["embed.bias"])
        out[column : column + size, place] = w[f"out.{own}.weight"].T / len(many)
        offset[place] += w[f"out.{own}.bias"] / len(many)
        column += size
    return {
        "embed": np.concatenate([w["embed.weight"].T for w in weights], 1),
        "words": np.concatenate([w["words.weight"][1:] for w in weights], 1),
        "mix": blocks,
        "bias": np.concatenate([w["embed.bias"] for w in weights]),
        "out": np.concatenate([np.zeros((384, count + 3), np.float32), out]),
        "offset": offset,
    }


def main() -> None:
    """Train, calibrate and write the weights; rewrite the hash the amygdala expects."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("cognition/weights/emotion.npz"))
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "kindred-emotion"
    )
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    data = chosen.data
    labelled = corpora.goemotions(data / "goemotions_train.tsv", data / "goemotions_labels.txt")
    felt = corpora.emobank(data / "emobank_train_dev.csv", "train")
    events = corpora.xenvent(data / "x_envent_writer.json")
    vocabulary = vocabulary_of(labelled.texts + felt.texts)
    tasks = [
        ready("emotion", labelled, vocabulary, chosen.cache),
        ready("affect", felt, vocabulary, chosen.cache),
    ]
    print(f"{len(vocabulary)} words; training", flush=True)
    emotion, affect = (train(recipe, tasks, len(vocabulary)) for recipe in (EMOTION, AFFECT))
    arrays = lay_side_by_side(emotion, affect)
    fitted = fit.calibrated(held_out(tasks, len(vocabulary)), labelled.targets)
    about = {
        "encoder": MiniLM.name,
        "labels": labelled.names,
        "dimensions": events.names,
        "licence": "CC BY-SA 4.0; trained on GoEmotions, EmoBank and x-enVENT",
    }
    content = fit.finished(
        arrays | fitted, about, list(vocabulary), events, labelled, felt, chosen.cache
    )
    chosen.out.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    source = HEADS_FILE.read_text(encoding="utf-8")
    HEADS_FILE.write_text(
        re.sub(r'SHA256 = ".*"', f'SHA256 = "{digest}"', source), encoding="utf-8"
    )
    print(f"{chosen.out}: {len(content)} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
