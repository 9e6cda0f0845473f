"""The network that learns to parse: narrow layers on the encoder's states, trained on rows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from cognition.faculties import minilm, parser

BATCH = 64


@dataclass(frozen=True)
class Recipe:
    """How the parser is trained."""

    fillings: int = 3  # of each wording
    talk: int = 18000  # sentences that have none of the meanings
    epochs: int = 10
    width: int = 144
    rate: float = 2e-3
    decay: float = 0.02
    drop: float = 0.1


@dataclass
class Row:
    """An example as the network takes it: states, a tag and a unit of each token (-1: of none)."""

    states: NDArray[np.float16]
    tags: NDArray[np.int64]
    units: NDArray[np.int64]
    meanings: list[int]


class Layer(nn.Module):
    """A transformer layer as `minilm` builds it."""

    def __init__(self, width: int, drop: float) -> None:
        super().__init__()
        shapes = {
            "attention.self.query": (width, width),
            "attention.self.key": (width, width),
            "attention.self.value": (width, width),
            "attention.output.dense": (width, width),
            "intermediate.dense": (2 * width, width),
            "output.dense": (width, 2 * width),
        }
        self.linear = nn.ModuleDict(
            {
                name.replace(".", "/"): nn.Linear(shape[1], shape[0])
                for name, shape in shapes.items()
            }
        )
        self.norm = nn.ModuleDict(
            {name: nn.LayerNorm(width, minilm.EPSILON) for name in ("attention/output", "output")}
        )
        self.drop = drop

    def forward(self, x: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        n, length, width = x.shape
        query, key, value = (
            self.linear[f"attention/self/{part}"](x)
            .view(n, length, minilm.HEADS, width // minilm.HEADS)
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        attended = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=real[:, None, None, :]
        )
        attended = attended.transpose(1, 2).reshape(n, length, width)
        more = self.linear["attention/output/dense"](attended)
        x = self.norm["attention/output"](x + functional.dropout(more, self.drop, self.training))
        more = self.linear["output/dense"](functional.gelu(self.linear["intermediate/dense"](x)))
        return self.norm["output"](x + functional.dropout(more, self.drop, self.training))

    def arrays(self, name: str) -> dict[str, torch.Tensor]:
        """Give the weights as `minilm` names them."""
        found: dict[str, torch.Tensor] = {}
        for part, linear in self.linear.items():
            found[f"{name}.{part.replace('/', '.')}.weight"] = linear.weight
            found[f"{name}.{part.replace('/', '.')}.bias"] = linear.bias
        for part, norm in self.norm.items():
            found[f"{name}.{part.replace('/', '.')}.LayerNorm.weight"] = norm.weight
            found[f"{name}.{part.replace('/', '.')}.LayerNorm.bias"] = norm.bias
        return found


class Network(nn.Module):
    """States of words -> tags of words, and the votes of units of them."""

    def __init__(self, recipe: Recipe, meanings: int, slots: int) -> None:
        super().__init__()
        self.drop = recipe.drop
        self.down = nn.Linear(minilm.WIDTH * len(parser.LAYERS), recipe.width)
        self.norm = nn.LayerNorm(recipe.width, minilm.EPSILON)
        self.layers = nn.ModuleList(Layer(recipe.width, recipe.drop) for _ in range(parser.DEPTH))
        self.tag = nn.Linear(recipe.width, 1 + 2 * slots)
        self.vote = nn.Linear(recipe.width, meanings)

    def forward(self, x: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.norm(self.down(functional.dropout(x, self.drop, self.training)))
        for layer in self.layers:
            x = layer(x, real)
        x = functional.dropout(x, self.drop, self.training)
        return self.tag(x), self.vote(x)

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """Give the weights as `minilm` names them."""
        found = {}
        for name, linear in (("down", self.down), ("tag", self.tag), ("vote", self.vote)):
            found[f"parser.{name}.weight"] = linear.weight
            found[f"parser.{name}.bias"] = linear.bias
        found["parser.norm.weight"], found["parser.norm.bias"] = self.norm.weight, self.norm.bias
        for number, layer in enumerate(self.layers):
            found.update(layer.arrays(f"parser.{number}"))
        return {name: one.detach().numpy().astype(np.float32) for name, one in found.items()}


def batched(rows: Sequence[Row]) -> tuple[torch.Tensor, ...]:
    """Give rows as tensors: states, which tokens are real, tags, shares of units, meanings."""
    longest = max(len(row.tags) for row in rows)
    states = torch.zeros(len(rows), longest, rows[0].states.shape[1])
    real = torch.zeros(len(rows), longest, dtype=torch.bool)
    tags = torch.full((len(rows), longest), -100)
    count = sum(len(row.meanings) for row in rows)
    shares = torch.zeros(count, len(rows) * longest)
    first = 0
    for at, row in enumerate(rows):
        length = len(row.tags)
        states[at, :length] = torch.from_numpy(row.states).float()
        real[at, :length] = True
        tags[at, :length] = torch.from_numpy(row.tags)
        for number in range(len(row.meanings)):
            inside = torch.from_numpy(np.flatnonzero(row.units == number))
            shares[first + number, at * longest + inside] = 1.0 / max(1, len(inside))
        first += len(row.meanings)
    return states, real, tags, shares, torch.tensor([one for row in rows for one in row.meanings])


def trained(recipe: Recipe, rows: Sequence[Row], meanings: int, slots: int) -> Network:
    """Train the network on batches of like length, in a shuffled order."""
    torch.manual_seed(0)
    network = Network(recipe, meanings, slots)
    optimiser = torch.optim.AdamW(network.parameters(), recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * -(-len(rows) // BATCH)
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.rate, total_steps=steps + 1, pct_start=0.05
    )
    for epoch in range(recipe.epochs):
        total = 0.0
        parts = batches(rows, random.Random(epoch))
        for part in parts:
            states, real, tags, shares, wanted = batched([rows[at] for at in part])
            tagged, votes = network(states, real)
            loss = functional.cross_entropy(tagged.flatten(0, 1), tags.flatten(), ignore_index=-100)
            loss = loss + functional.cross_entropy(shares @ votes.flatten(0, 1), wanted)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            plan.step()
            total += loss.item()
        print(f"epoch {epoch}: loss {total / len(parts):.4f}", flush=True)
    return network.eval()


def batches(rows: Sequence[Row], chance: random.Random) -> list[list[int]]:
    """Part the rows into batches of like length."""
    order = list(range(len(rows)))
    chance.shuffle(order)
    near = BATCH * 20
    found: list[list[int]] = []
    for start in range(0, len(order), near):
        part = sorted(order[start : start + near], key=lambda at: len(rows[at].tags))
        found += [part[first : first + BATCH] for first in range(0, len(part), BATCH)]
    chance.shuffle(found)
    return found
