"""The network that learns emotion: upper layers beside the encoder's own, words, and small heads.

The layers start as copies of those. `tone.npz` and `emotion.npz` hold this
network's weights, parted into what runs inside the encoder's graph and what the amygdala runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from cognition.faculties import tone
from cognition.faculties.encoder import weights_folder
from cognition.faculties.minilm import DEPTH, EPSILON, FORK, HEADS, WIDTH
from cognition.training.states import INPUTS, States

Array = NDArray[np.float32]
Rows = NDArray[np.int64]
SPREAD = 8.0  # brings unit-length means to the scale of the branch's state


@dataclass(frozen=True)
class Recipe:
    """How the network is trained."""

    epochs: int = 4
    hidden: int = 256
    width: int = 32
    branch_rate: float = 1.5e-4
    word_rate: float = 8e-3
    head_rate: float = 4e-3
    decay: float = 0.01
    drop: float = 0.3
    inner_drop: float = 0.1
    word_drop: float = 0.2
    blind: float = 0.15  # share of texts whose states are withheld, so that words alone work too


@dataclass(frozen=True)
class Task:
    """One corpus made ready: states, feature rows (0 is none), targets; how it is trained on."""

    name: str
    states: States
    rows: Rows
    targets: Array
    weight: float = 1.0
    batch: int = 128

    def part(self, at: Rows) -> tuple[torch.Tensor, ...]:
        """Give some texts as tensors: tokens, which are real, means, features, targets."""
        tokens, real = self.states.padded(at)
        rows = self.rows[at]
        rows = rows[:, : max(int((rows > 0).sum(1).max()), 1)]
        parts = (tokens, real, self.states.means[at], rows, self.targets[at])
        return tuple(torch.from_numpy(np.ascontiguousarray(one)) for one in parts)


class Layer(nn.Module):
    """One transformer layer, a copy of the encoder's own by number."""

    def __init__(self, number: int, drop: float) -> None:
        super().__init__()
        weights = load_file(weights_folder() / "model.safetensors")
        start = f"encoder.layer.{number}."
        self.names = [name.removeprefix(start) for name in weights if name.startswith(start)]
        for name in self.names:
            value = weights[start + name].clone()
            self.register_parameter(name.replace(".", "_"), nn.Parameter(value))
        self.drop = drop

    def forward(self, x: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        n, length, _ = x.shape
        query, key, value = (
            self._linear(x, f"attention.self.{part}").view(n, length, HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        attended = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=real[:, None, None, :]
        )
        attended = attended.transpose(1, 2).reshape(n, length, WIDTH)
        x = self._norm(x, self._linear(attended, "attention.output.dense"), "attention.output")
        inner = functional.gelu(self._linear(x, "intermediate.dense"))
        return self._norm(x, self._linear(inner, "output.dense"), "output")

    def weights(self) -> dict[str, Array]:
        return {name: self._get(name).detach().numpy().astype(np.float32) for name in self.names}

    @torch.no_grad()
    def round(self) -> None:
        """Make the weights those that will be read back from the file."""
        for name, value in self.weights().items():
            self._get(name).copy_(
                torch.from_numpy(tone.restored(tone.rounded({name: value}))[name])
            )

    def _get(self, name: str) -> torch.Tensor:
        return self.get_parameter(name.replace(".", "_"))

    def _linear(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(x, self._get(f"{name}.weight"), self._get(f"{name}.bias"))

    def _norm(self, x: torch.Tensor, more: torch.Tensor, name: str) -> torch.Tensor:
        total = x + functional.dropout(more, self.drop, self.training)
        weight, bias = (self._get(f"{name}.LayerNorm.{part}") for part in ("weight", "bias"))
        return functional.layer_norm(total, (WIDTH,), weight, bias, EPSILON)


class Branch(nn.Module):
    """Some upper layers of the encoder, once more."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList([Layer(FORK + at, drop) for at in range(DEPTH)])

    def forward(self, x: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        for layer in self.layers:
            x = layer(x, real)
        return x

    def weights(self) -> dict[str, Array]:
        return {
            f"branch.{at}.{name}": value
            for at, layer in enumerate(self.layers)
            for name, value in layer.weights().items()
        }

    def round(self) -> None:
        """Make the weights those that will be read back from the file."""
        for layer in self.layers:
            layer.round()


class Network(nn.Module):
    """States and words -> hidden -> emotions; the branch's mean -> affect, in units of `spread`.

    Affect has a fifth of the texts, and would be learned by heart with the words.
    """

    spread: torch.Tensor

    def __init__(self, recipe: Recipe, vocabulary: int, labels: int, spread: Array) -> None:
        super().__init__()
        self.recipe = recipe
        self.branch = Branch(recipe.inner_drop)
        self.words = nn.Embedding(vocabulary + 1, recipe.width, padding_idx=0)
        nn.init.normal_(self.words.weight, std=0.1)
        with torch.no_grad():
            self.words.weight[0] = 0.0
        self.read = nn.Linear(INPUTS, recipe.hidden)
        self.mix = nn.Linear(recipe.width, recipe.hidden, bias=False)
        self.emotion = nn.Linear(recipe.hidden, labels)
        self.affect = nn.Linear(WIDTH, len(spread))
        self.register_buffer("spread", torch.from_numpy(spread))

    def inputs(self, tokens: torch.Tensor, real: torch.Tensor, means: torch.Tensor) -> torch.Tensor:
        """Give what is read of the states: the branch's mean, and the layers' means."""
        share = real[..., None].float()
        mean = (self.branch(tokens, real) * share).sum(1) / share.sum(1)
        return torch.cat([mean, means * SPREAD], 1)

    def hidden(self, states: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        kept = (rows > 0).float()
        if self.training:
            kept = kept * (torch.rand(rows.shape) > self.recipe.word_drop)
            states = states * (torch.rand(len(states), 1) > self.recipe.blind)
        pooled = (self.words(rows) * kept[..., None]).sum(1)
        pooled = pooled / (kept.sum(1, keepdim=True) + 1.0).sqrt()
        return functional.relu(self.read(states) + self.mix(pooled))

    def forward(self, name: str, *part: torch.Tensor) -> torch.Tensor:
        tokens, real, means, rows = part
        return self.outputs(name, self.inputs(tokens, real, means), rows)

    def outputs(self, name: str, inputs: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        """Give what one task says of what was read of the states, and of the words."""
        if name == "affect":
            mean = functional.dropout(inputs[:, :WIDTH], self.recipe.inner_drop, self.training)
            return self.affect(mean) * self.spread
        hidden = self.hidden(inputs, rows)
        return self.emotion(functional.dropout(hidden, self.recipe.drop, self.training))


def train(recipe: Recipe, tasks: Sequence[Task], vocabulary: int, seed: int = 0) -> Network:
    """Train one network on all tasks at once, batches of each in a shuffled order."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    targets = {task.name: task.targets for task in tasks}
    spread = targets["affect"].std(0)
    network = Network(recipe, vocabulary, targets["emotion"].shape[1], spread)
    rates = {"branch": recipe.branch_rate, "words": recipe.word_rate}
    groups = [
        {"params": part.parameters(), "lr": rates.get(name, recipe.head_rate)}
        for name, part in network.named_children()
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=recipe.decay)
    plans = [_plan(tasks, chance) for _ in range(recipe.epochs)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        [group["lr"] for group in groups],
        total_steps=sum(map(len, plans)) + 1,
        pct_start=0.1,
        anneal_strategy="linear",
    )
    for number, plan in enumerate(plans, 1):
        losses: dict[str, list[float]] = {task.name: [] for task in tasks}
        for task, rows in plan:
            *part, targets = task.part(rows)
            loss = task.weight * _loss(network, task.name, network(task.name, *part), targets)
            losses[task.name].append(loss.item())
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        means = ", ".join(f"{name} {np.mean(some):.4f}" for name, some in losses.items())
        print(f"epoch {number} of {recipe.epochs}: {means}", flush=True)
    network.branch.round()
    return network.eval()


@torch.no_grad()
def read(network: Network, task: Task, batch: int = 256) -> tuple[Array, Array]:
    """Give a task's (n, 1920) inputs, as the encoder's graph gives them, and its outputs."""
    inputs = np.zeros((len(task.targets), INPUTS), np.float32)
    outputs = np.zeros(task.targets.shape, np.float32)
    order = np.argsort(task.states.lengths, kind="stable")
    for first in range(0, len(order), batch):
        rows = order[first : first + batch]
        tokens, real, means, words, _ = task.part(rows)
        found = network.inputs(tokens, real, means)
        inputs[rows] = found.numpy()
        inputs[rows, WIDTH:] = means.numpy()
        if task.name in ("emotion", "affect"):
            outputs[rows] = network.outputs(task.name, found, words).numpy()
    return inputs, outputs


def _plan(tasks: Sequence[Task], chance: np.random.Generator) -> list[tuple[Task, Rows]]:
    """Part every task into batches of texts of like length, and shuffle them."""
    plan: list[tuple[Task, Rows]] = []
    for task in tasks:
        order, batch = chance.permutation(len(task.targets)), task.batch
        for start in range(0, len(order), batch * 32):
            near = order[start : start + batch * 32]
            near = near[np.argsort(task.states.lengths[near], kind="stable")]
            plan += [(task, near[i : i + batch]) for i in range(0, len(near), batch)]
    return [plan[at] for at in chance.permutation(len(plan))]


def _loss(network: Network, name: str, scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    if name == "affect":
        # raters agree on valence and differ little on dominance; neither is to drown the other
        return functional.mse_loss(scores / network.spread, targets / network.spread)
    return functional.binary_cross_entropy_with_logits(scores, targets)
