"""Measure evidence recall on conversations with gold evidence, against controls in the same run.

usage: python -m benchmarks.recall CONVERSATIONS.json [--limit N] [--name NAME]

The file is in the conversation format (see README): turns, and questions with the refs of the turns
that answer them. `benchmarks.evidence` has the metric, `benchmarks.controls` what it is held
against. Beside recall.json, recall_questions.jsonl holds what came back for each question, which is
named by number and never by its words. The spread over conversations tells how much of a difference
is the conversation's. `chats.json` beside this file has three chats of friends as people type them,
made up by somebody who knew nothing of how recall works; nothing was fitted to them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.controls import Controls
from benchmarks.evidence import (
    CachingEncoder,
    Conversation,
    Row,
    conversations,
    lived,
    recollect,
    spread,
    table,
)
from benchmarks.report import write
from cognition.faculties.encoder import MiniLM

KEPT = 20  # recalled refs of each question that are written down


def compare(told: Sequence[Conversation]) -> tuple[list[Row], list[float]]:
    """Give every question's rows by every system, and the seconds of each of Kindred's recalls."""
    encoder = MiniLM.open()
    rows: list[Row] = []
    spent: list[float] = []
    for one in told:
        with lived(one, encoder) as mind:
            recalled = recollect(mind, one)
            for _ in one.questions:
                start = time.perf_counter()
                rows.append(next(recalled))
                spent.append(time.perf_counter() - start)
        with Controls(one, CachingEncoder.of(encoder)) as controls:
            rows += controls.rows()
    return rows, spent


def write_questions(file: Path, rows: Sequence[Row]) -> None:
    """Write one line for each of Kindred's recalls, without a word of the data."""
    lines = [
        {
            "conversation": row.conversation,
            "question": row.number,
            "category": row.category,
            "gold": row.gold,
            "recalled": row.recalled[:KEPT],
        }
        for row in rows
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--limit", type=int, help="how many conversations")
    parser.add_argument("--name", default="recall", help="of the result's files")
    options = parser.parse_args(arguments)
    told = conversations(options.conversations, options.limit)
    rows, spent = compare(told)
    ours = [row for row in rows if row.system == "kindred"]
    result: dict[str, Any] = {
        "data": options.conversations.name,
        "conversations": len(told),
        "turns": sum(len(one.turns) for one in told),
        "questions": len(ours),
        "recall": table(rows),
        "spread": {
            category: spread(row for row in ours if category in ("all", row.category))
            for category in ("all", *dict.fromkeys(row.category for row in ours))
        },
        "recall_ms_median": round(median(spent) * 1e3, 2),
    }
    for name, categories in result["recall"].items():
        print(f"{name:24s}", categories["all"])
    for category, at in result["recall"]["kindred"].items():
        print(f"{category:24s}", at)
    print("spread", result["spread"]["all"])
    written = write(options.name, result)
    each = written.with_name(f"{options.name}_questions.jsonl")
    write_questions(each, ours)
    print("written to", written.name, "and", each.name)


if __name__ == "__main__":
    main()
