"""Choose the weights of recall with one conversation left out, and measure on that one.

usage: python -m benchmarks.choice CONVERSATIONS.json [--factors 0.5 2]

Every weight of the hippocampus is tried at its own value and times each factor, one weight at a
time. For each conversation the setting with the best R@10 on all the others is taken, and what it
recalls of the one left out is counted. `chosen` is what that gives over all questions; `as shipped`
is the recall of the weights that ship. Where the two agree, and no conversation gains much by
choosing, the weights that ship are not fitted to these conversations. Each conversation is lived
through once.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any

from benchmarks.ablation import Variants, measure
from benchmarks.evidence import CachingEncoder, Row, conversations, table
from benchmarks.report import write
from cognition.faculties.encoder import MiniLM
from cognition.organs.hippocampus import Hippocampus

SHIPPED = "as shipped"


def settings(parameters: Mapping[str, Any], factors: Sequence[float]) -> Variants:
    """Give the settings to choose from: as shipped, and each weight times each factor.

    >>> settings({"k": 8, "context": 0.5}, [2.0])
    {'as shipped': {}, 'context x 2': {'context': 1.0}}
    """
    tried: Variants = {SHIPPED: {}}
    for name, value in parameters.items():
        if isinstance(value, float) and value:
            tried |= {f"{name} x {factor:g}": {name: value * factor} for factor in factors}
    return tried


def leave_one_out(found: Mapping[str, Mapping[str, Sequence[Row]]]) -> dict[str, Any]:
    """Choose on all conversations but one, and give the rows of that one; for each of them.

    `found` maps each conversation to each setting's rows.
    """
    rows: list[Row] = []
    chosen: dict[str, Any] = {}
    for left_out in found:
        others = [told for told in found if told != left_out]
        names = list(found[left_out])
        best = max(names, key=lambda name: fmean(_recall(found[told][name]) for told in others))
        rows += found[left_out][best]
        chosen[left_out] = {
            "setting": best,
            "chosen": round(_recall(found[left_out][best]), 4),
            SHIPPED: round(_recall(found[left_out][SHIPPED]), 4),
        }
    shipped = [row for told in found.values() for row in told[SHIPPED]]
    each = [kept[SHIPPED] for kept in chosen.values()]
    return {
        "conversations": chosen,
        "chosen": table(rows)["kindred"],
        SHIPPED: table(shipped)["kindred"],
        "spread": {"lowest": min(each), "highest": max(each), "deviation": round(pstdev(each), 4)},
    }


def _recall(rows: Sequence[Row], k: int = 10) -> float:
    return fmean(row.recall(k) for row in rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--factors", type=float, nargs="+", default=[0.5, 2.0])
    options = parser.parse_args(arguments)
    encoder = CachingEncoder.of(MiniLM.open())
    tried = settings(Hippocampus.parameters(), options.factors)
    told = conversations(options.conversations)
    result = leave_one_out({one.id: measure(one, tried, encoder) for one in told})
    for name, kept in result["conversations"].items():
        print(name, kept)
    for name in ("chosen", SHIPPED):
        print(f"{name:12s}", {category: at["R@10"] for category, at in result[name].items()})
    print("written to", write("choice", {"data": options.conversations.name, **result}).name)


if __name__ == "__main__":
    main()
