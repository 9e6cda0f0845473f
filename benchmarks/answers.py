"""Measure answers on conversations with gold answers, beside the top memory taken as the answer.

usage: python -m benchmarks.answers CONVERSATIONS.json [--limit N]

The file is in the conversation format (see README). For each conversation a fresh Mind observes all
turns, then answers every question a day later. Printed and written, by category: LoCoMo's own token
F1 of `Answer.text` (see `answer_metrics`), the same of the first memory recalled, and the share of
answers with `known` False; then the AUROC of `Answer.confidence` of the answerable questions
against the adversarial ones (asked of the wrong person), and the spread over conversations. A JSON
lines file beside the result has a row a question: conversation, number, category, F1, confidence,
known; no question and no answer is quoted.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean, median
from typing import Any

from benchmarks import report
from benchmarks.answer_metrics import ADVERSARIAL, auroc, score
from cognition import Mind
from cognition.faculties.encoder import MiniLM


@dataclass(frozen=True, slots=True)
class Row:
    """How one question was answered; it is named by its number, never quoted."""

    conversation: str
    number: int
    category: str
    f1: float
    top: float
    confidence: float
    known: bool
    ms: float


def answer_all(conversation: dict[str, Any], encoder: MiniLM) -> Iterable[Row]:
    """Live through a conversation, then answer its questions."""
    told = [
        {**t, "when": datetime.fromisoformat(t["when"]), "session": str(t["session"])}
        for t in conversation["turns"]
    ]
    now = max(t["when"] for t in told) + timedelta(days=1)
    with Mind.open(None, owner=conversation["speakers"][0], encoder=encoder) as mind:
        mind.observe_many(told)
        for number, question in enumerate(conversation["questions"]):
            text, gold = question["question"], str(question["answer"])
            category = question.get("category", "any")
            start = time.perf_counter()
            found = mind.answer(text, now=now)
            spent = (time.perf_counter() - start) * 1e3
            best = mind.recall(text, k=1, now=now)
            top = score(category, best[0].text, gold, known=True) if best else 0.0
            yield Row(
                conversation=str(conversation["id"]),
                number=number,
                category=category,
                f1=round(score(category, found.text, gold, found.known), 4),
                top=round(top, 4),
                confidence=round(found.confidence, 4),
                known=found.known,
                ms=round(spent, 2),
            )


def summary(rows: Sequence[Row]) -> dict[str, Any]:
    """Average by category; `answerable` is all but the adversarial questions."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.category].append(row)
        groups["all"].append(row)
        if row.category != ADVERSARIAL:
            groups["answerable"].append(row)
    table = {
        category: {
            "questions": len(some),
            "f1": round(fmean(row.f1 for row in some), 4),
            "top_memory_f1": round(fmean(row.top for row in some), 4),
            "unknown": round(fmean(not row.known for row in some), 4),
        }
        for category, some in sorted(groups.items())
    }
    right = [row.confidence for row in groups["answerable"]]
    wrong = [row.confidence for row in groups[ADVERSARIAL]]
    return {"table": table, "auroc": round(auroc(right, wrong), 4) if right and wrong else None}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--limit", type=int, help="read only the first conversations")
    options = parser.parse_args(arguments)
    data = json.loads(options.conversations.read_text("utf-8"))
    encoder = MiniLM.open()
    rows: list[Row] = []
    for conversation in (data if isinstance(data, list) else [data])[: options.limit]:
        rows.extend(answer_all(conversation, encoder))
    whole = summary(rows)
    each = {
        name: summary([row for row in rows if row.conversation == name])
        for name in dict.fromkeys(row.conversation for row in rows)
    }
    show(whole, each)
    result = {
        "data": options.conversations.name,
        "metric": "token F1 of LoCoMo's task_eval/evaluation.py (Maharana et al. 2024)",
        **whole,
        "by_conversation": {
            name: {"auroc": one["auroc"], **one["table"]} for name, one in each.items()
        },
        "answer_ms_median": round(median(row.ms for row in rows), 2),
    }
    file = report.write("answers", result)
    lines = file.with_name("answers_questions.jsonl")
    kept = ("conversation", "number", "category", "f1", "confidence", "known")
    lines.write_text(
        "".join(json.dumps({k: asdict(row)[k] for k in kept}) + "\n" for row in rows), "utf-8"
    )
    print("written to", file.name, "and", lines.name)


def show(whole: dict[str, Any], each: dict[str, dict[str, Any]]) -> None:
    """Print what was found."""
    for category, cells in whole["table"].items():
        top = cells["top_memory_f1"]
        ratio = f"{cells['f1'] / top:.1f}x" if top else "-"
        print(
            f"{category:12s} n={cells['questions']:4d}  F1 {cells['f1']:.3f}  "
            f"top memory {top:.3f} ({ratio})  unknown {cells['unknown']:.3f}"
        )
    print(f"AUROC of confidence, answerable against adversarial: {whole['auroc']}")
    for name, one in each.items():
        answerable = one["table"].get("answerable", {}).get("f1")
        print(f"{name}  answerable F1 {answerable}  AUROC {one['auroc']}")


if __name__ == "__main__":
    main()
