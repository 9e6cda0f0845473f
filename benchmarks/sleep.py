"""Measure what sleep costs: how long a turn waits for it, and whether recall is lower after it.

usage: python -m benchmarks.sleep [CONVERSATIONS.json] [--sizes 10000 100000] [--turns 200]

A memory of each size, made-up text with random vectors, sleeps in one thread while turns (observe
and recall) are taken in another until it ends; `longest_wait_ms` is the longest of these turns less
the median turn taken awake. A turn awake has its outliers too: they stand beside. With a file of
conversations (see README) recall is measured before and after sleep, by category.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.evidence import CachingEncoder, conversations, lived, recollect, table
from benchmarks.report import write
from benchmarks.scaling import NOW, WARM, fill, spread, taken
from cognition import Mind
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM

PAUSE = 0.02  # seconds between turns, so that sleep has a share of the processor


def loaded() -> None:
    """Load what sleep needs, as the companion has: it sleeps between turns of its own."""
    from graphs.companion import companion, turn

    with Mind.open(None, owner="Ada", encoder=MiniLM.open(), clock=MovableClock(NOW)) as mind:
        turn(companion(), mind.faculties, "My sister Mia laughed with me. Where does she live?")
        mind.sleep()


def waits(size: int, turns: int) -> dict[str, Any]:
    """Take turns awake, and then for as long as sleep takes."""
    loaded()
    with tempfile.TemporaryDirectory(prefix="sleep-") as place:
        folder = Path(place) / "mind"
        fill(folder, size)
        encoder, clock = CachingEncoder.of(MiniLM.open()), MovableClock(NOW)
        chance = random.Random(size + 1)
        with Mind.open(folder, encoder=encoder, clock=clock) as mind:
            awake = [_turn(mind, encoder, clock, chance) for _ in range(turns + WARM)][WARM:]
            asleep: list[float] = []
            slept: list[Any] = []
            sleeper = threading.Thread(target=lambda: slept.append(mind.sleep()))
            start = time.perf_counter()
            sleeper.start()
            while sleeper.is_alive():
                asleep.append(_turn(mind, encoder, clock, chance))
            seconds = time.perf_counter() - start
    [report] = slept
    ordinary = spread(awake)
    return {
        "memories": size,
        "slept_s": round(seconds, 1),
        "did": dict(report.counts),
        "turns_awake": len(awake),
        "turn_awake_ms": ordinary,
        "turns_asleep": len(asleep),
        "turn_asleep_ms": spread(asleep),
        "longest_wait_ms": round(max(asleep) - ordinary["p50"], 1),
        "longest_wait_awake_ms": round(max(awake) - ordinary["p50"], 1),
    }


def _turn(mind: Mind, encoder: CachingEncoder, clock: MovableClock, chance: random.Random) -> float:
    """Give the milliseconds of one observation and one recall, the slower of the two."""
    took = taken(mind, encoder, clock, chance)
    time.sleep(PAUSE)
    return max(took["observe"], took["recall"])


def recalled(file: Path, limit: int | None = None) -> dict[str, Any]:
    """Recall for every question, sleep, and recall again."""
    encoder = CachingEncoder.of(MiniLM.open())
    before, after, did = [], [], []
    for conversation in conversations(file, limit):
        with lived(conversation, encoder) as mind:
            before += recollect(mind, conversation)
            did.append(mind.sleep().counts)
            after += recollect(mind, conversation)
    first, second = table(before)["kindred"], table(after)["kindred"]
    return {
        "data": file.name,
        "before": first,
        "after": second,
        "lower_after": [
            f"{category} {k}"
            for category, at in first.items()
            for k in at
            if second[category][k] < at[k]
        ],
        "questions_that_recall_otherwise": sum(
            one.recalled != other.recalled for one, other in zip(before, after, strict=True)
        ),
        "did": {name: sum(counts[name] for counts in did) for name in (did[0] if did else ())},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path, nargs="?")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args(arguments)
    result: dict[str, Any] = {"waits": []}
    for size in options.sizes:
        result["waits"].append(waits(size, options.turns))
        print(json.dumps(result["waits"][-1]), flush=True)
    if options.conversations:
        result["recall"] = recalled(options.conversations, options.limit)
        for category, at in result["recall"]["before"].items():
            print(f"{category:14s} before {at}")
            print(f"{'':14s} after  {result['recall']['after'][category]}")
        print("lower after sleep:", ", ".join(result["recall"]["lower_after"]) or "nothing")
    print("written to", write("sleep", result).name)


if __name__ == "__main__":
    main()
