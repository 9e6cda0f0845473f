"""Measure what each mechanism of the hippocampus adds: recall with all, less recall without it.

usage: python -m benchmarks.ablation CONVERSATIONS.json [--persona FILE.csv] [--only NAME ...]

Every parameter of the hippocampus that is a weight (a number with a fraction that is not zero) is
set to 0 in turn, and every switch is turned off. Each conversation is lived through once, on disk;
its memory is opened anew for each row, as `Mind.open(config=...)` does. What a row adds is given
with a 95% interval by a paired bootstrap over questions (Efron & Tibshirani 1993, chapter 13): one
that includes 0 is no evidence. The same is measured with all conversations in one memory, where not
every turn is a candidate, and with `--persona` on the conversations of `benchmarks.persona_chat`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import persona_chat
from benchmarks.evidence import (
    CachingEncoder,
    Conversation,
    Row,
    conversations,
    recollect,
    table,
    together,
)
from benchmarks.report import write
from cognition import Mind
from cognition.faculties import Encoder
from cognition.faculties.encoder import MiniLM
from cognition.organs.hippocampus import Hippocampus

DEPTHS = (5, 10, 50)
RESAMPLES = 4000

Variants = dict[str, dict[str, Any]]


def lesions(parameters: Mapping[str, Any]) -> Variants:
    """Give what to change for each mechanism to be without it.

    >>> lesions({"k": 8, "contiguity": 0.5, "unused": 0.0, "drift": True})
    {'contiguity': {'contiguity': 0.0}, 'drift': {'drift': False}}
    """
    return {
        name: {name: type(value)(0)}
        for name, value in parameters.items()
        if isinstance(value, (float, bool)) and value
    }


def measure(told: Conversation, variants: Variants, encoder: Encoder) -> dict[str, list[Row]]:
    """Recall one conversation's questions under each variant."""
    found: dict[str, list[Row]] = {}
    with tempfile.TemporaryDirectory() as folder:
        with Mind.open(folder, owner=told.owner, encoder=encoder) as mind:
            mind.observe_many(told.turns)
        for name, changed in variants.items():
            config = {Hippocampus.name(): changed}
            with Mind.open(folder, encoder=encoder, config=config) as mind:
                found[name] = list(recollect(mind, told))
    return found


def bootstrap(differences: NDArray[np.float64], seed: int = 0) -> tuple[float, float]:
    """Give the 95% interval of a mean of paired differences, resampling questions.

    >>> low, high = bootstrap(np.array([0.0, 1.0] * 50))
    >>> low < 0.5 < high
    True
    """
    draws = np.random.default_rng(seed).integers(
        len(differences), size=(RESAMPLES, len(differences))
    )
    low, high = np.quantile(differences[draws].mean(1), [0.025, 0.975])
    return float(low), float(high)


def adds(whole: Sequence[Row], without: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Give by category and depth what a mechanism adds to recall, with its interval."""
    categories = ["all", *dict.fromkeys(row.category for row in whole)]
    found: dict[str, dict[str, Any]] = {}
    for category in categories:
        pairs = [
            (one, other)
            for one, other in zip(whole, without, strict=True)
            if category in ("all", one.category)
        ]
        found[category] = {}
        for k in DEPTHS:
            differences = np.array([one.recall(k) - other.recall(k) for one, other in pairs])
            low, high = bootstrap(differences)
            found[category][f"R@{k}"] = {
                "adds": round(float(differences.mean()), 4),
                "interval": [round(low, 4), round(high, 4)],
            }
    return found


def ablate(told: Sequence[Conversation], variants: Variants, encoder: Encoder) -> dict[str, Any]:
    """Measure every variant on every conversation, against all mechanisms together."""
    rows: dict[str, list[Row]] = {name: [] for name in ("", *variants)}
    for one in told:
        for name, some in measure(one, {"": {}, **variants}, encoder).items():
            rows[name] += some
    whole = rows.pop("")
    return {
        "with_all": table(whole)["kindred"],
        "mechanisms": {name: adds(whole, some) for name, some in rows.items()},
    }


def show(found: Mapping[str, Any]) -> None:
    """Print one line for each mechanism."""
    print("with all", found["with_all"]["all"])
    for name, categories in found["mechanisms"].items():
        for category, depths in categories.items():
            cells = (
                f"{k} {v['adds']:+.4f} [{v['interval'][0]:+.4f}, {v['interval'][1]:+.4f}]"
                for k, v in depths.items()
            )
            print(f"{name:24s}{category:14s}", "  ".join(cells))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--persona", type=Path, help="a file of benchmarks.persona_chat")
    parser.add_argument("--limit", type=int, help="how many conversations")
    parser.add_argument("--persona-limit", type=int, default=100, help="how many chats")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these mechanisms alone")
    options = parser.parse_args(arguments)
    variants = lesions(Hippocampus.parameters())
    if options.only:
        variants = {name: variants[name] for name in options.only}
    encoder = CachingEncoder.of(MiniLM.open())
    result: dict[str, Any] = {"parameters": Hippocampus.parameters()}
    talks = conversations(options.conversations, options.limit)
    sets = {options.conversations.name: talks}
    if len(talks) > 1:
        sets[f"{options.conversations.name} in one memory"] = [together(talks)]
    if options.persona:
        chats = persona_chat.chats(options.persona, options.persona_limit)
        sets[options.persona.name] = list(persona_chat.lives(chats, encoder))
    for name, told in sets.items():
        print(name)
        result[name] = ablate(told, variants, encoder)
        show(result[name])
    print("written to", write("ablation", result).name)


if __name__ == "__main__":
    main()
