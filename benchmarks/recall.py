"""Measure evidence recall on conversations with gold evidence, against controls in the same run.

usage: python -m benchmarks.recall CONVERSATIONS.json [--limit N]

The file is in the conversation format (see README): turns, and questions with the refs of the turns
that answer them. Recall@k is the share of a question's evidence among the first k memories,
averaged over questions. The controls rank the same index by one of its two searches alone, or by
reciprocal rank fusion of both. Results name questions by number only, never by their words.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean, median
from typing import Any

from benchmarks.report import write
from cognition import Mind
from cognition.faculties import Search
from cognition.faculties.encoder import MiniLM

KS = (5, 10, 20, 50)
Ranker = Callable[[str], Sequence[str]]


def rankers(mind: Mind, now: datetime) -> dict[str, Ranker]:
    """Give what is compared: each maps a question to refs, best first."""
    use = mind.faculties

    def alone(**by: Any) -> list[str]:
        [hits] = use.index.search([Search(limit=max(KS), **by)])
        return [hit.id for hit in hits]

    def dense(question: str) -> list[str]:
        return alone(vector=use.encoder.encode([question])[0].tolist())

    def words(question: str) -> list[str]:
        return alone(text=question)

    def fused(question: str) -> list[str]:
        score: dict[str, float] = defaultdict(float)
        for ranking in (dense(question), words(question)):
            for rank, id in enumerate(ranking):
                score[id] += 1 / (60 + rank)
        return sorted(score, key=lambda id: -score[id])

    def refs(ids: Sequence[str]) -> list[str]:
        return [engram.ref for engram in use.journal.engrams(ids[: max(KS)])]

    return {
        "kindred": lambda q: [r.ref for r in mind.recall(q, k=max(KS), now=now)],
        "dense MiniLM": lambda q: refs(dense(q)),
        "BM25": lambda q: refs(words(q)),
        "reciprocal rank fusion": lambda q: refs(fused(q)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    data = json.loads(options.conversations.read_text())
    data = (data if isinstance(data, list) else [data])[: options.limit]
    encoder = MiniLM.open()
    found: dict[str, dict[str, dict[int, list[float]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    by_question: list[list[Any]] = []
    spent: list[float] = []
    turns = 0
    for conversation in data:
        told = [
            {**t, "when": datetime.fromisoformat(t["when"]), "session": str(t["session"])}
            for t in conversation["turns"]
        ]
        turns += len(told)
        now = max(t["when"] for t in told) + timedelta(days=1)
        with Mind.open(None, owner=conversation["speakers"][0], encoder=encoder) as mind:
            mind.observe_many(told)
            compared = rankers(mind, now)
            for number, question in enumerate(conversation["questions"]):
                gold = set(question["evidence"])
                for name, rank in compared.items():
                    start = time.perf_counter()
                    refs = rank(question["question"])
                    if name == "kindred":
                        spent.append(time.perf_counter() - start)
                        hit = round(len(gold & set(refs[:10])) / len(gold), 3)
                        by_question.append([conversation["id"], number, hit])
                    for k in KS:
                        share = len(gold & set(refs[:k])) / len(gold)
                        found[name]["all"][k].append(share)
                        found[name][question["category"]][k].append(share)
    table = {
        name: {
            category: {f"R@{k}": round(fmean(values), 3) for k, values in at.items()}
            for category, at in categories.items()
        }
        for name, categories in found.items()
    }
    result = {
        "data": options.conversations.name,
        "conversations": len(data),
        "turns": turns,
        "questions": len(by_question),
        "recall": table,
        "recall_ms_median": round(median(spent) * 1e3, 2),
        "by_question_R@10": by_question,
    }
    for name, categories in table.items():
        print(f"{name:24s}", categories["all"])
    print("written to", write("recall", result).name)


if __name__ == "__main__":
    main()
