"""Measure how a memory's costs grow with its size: filling, opening, observing, recalling.

usage: python -m benchmarks.scaling [--sizes 1000 10000 100000 1000000] [--turns 60]

Each size is filled and then used by processes of their own, so that what one holds in memory is its
own. The bulk is made-up text with random vectors, because what vectors mean costs nothing; cues and
turns are encoded, by the shipped encoder. Fresh cues and cues encoded beforehand alternate, so that
recall with and without encoding meet the same noise. `benchmarks.sleep` measures sleep by size.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.evidence import CachingEncoder
from benchmarks.report import write
from benchmarks.speed import START, WHAT, WHO, sentence, timed
from cognition import Mind
from cognition.faculties import Point
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM
from cognition.organs.consolidation import point
from cognition.values import Engram, derive_id

BATCH, TRACED = 2000, 256
WARM = 5  # turns before measuring
NOW = START + timedelta(days=5000)


def fill(folder: Path, size: int) -> dict[str, Any]:
    """Fill a memory with made-up episodes, as observing leaves them."""
    encoder: Any = MiniLM.open()
    chance, numbers = random.Random(size), np.random.default_rng(size)
    with Mind.open(folder, owner="Ada", encoder=encoder) as mind:
        use = mind.faculties
        like = points_like([sentence(chance) for _ in range(TRACED)], encoder)
        start = time.perf_counter()
        for first in range(0, size, BATCH):
            count = min(BATCH, size - first)
            vectors = numbers.standard_normal((count, encoder.size)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            engrams = [episode(size, first + n, chance) for n in range(count)]
            use.journal.commit(engrams)
            use.index.put(
                [
                    replace(
                        like[n % TRACED],
                        **{
                            key: getattr(point(e), key) for key in ("id", "text", "speaker", "when")
                        },
                        vector=v,
                    )
                    for n, (e, v) in enumerate(zip(engrams, vectors, strict=True))
                ]
            )
            use.timeline.extend(engrams)
        use.index.flush()
        seconds = time.perf_counter() - start
    return {"fill_s": round(seconds, 2), "memories_per_s": round(size / seconds)}


def points_like(texts: Sequence[str], encoder: Any) -> list[Point]:
    """Give points that hold all that observing these texts would put into the index."""
    with Mind.open(None, owner="Ada", encoder=encoder) as mind:
        found: list[Point] = []
        index: Any = mind.faculties.index
        put = index.put
        index.put = lambda points: (found.extend(points), put(points))
        mind.observe_many(
            {"text": t, "when": START + timedelta(days=n)} for n, t in enumerate(texts)
        )
        index.put = put
    return found


def episode(size: int, number: int, chance: random.Random) -> Engram:
    return Engram(
        id=derive_id("scaling", size, number),
        ref=f"t{number}",
        session=str(number // 30),
        speaker="Ada" if number % 2 else "Bo",
        role="person" if number % 2 else "other",
        text=sentence(chance),
        when=START + timedelta(minutes=2 * number),
        act="statement",
    )


def use(folder: Path, size: int, turns: int) -> dict[str, Any]:
    """Open a memory of this size and take turns with it."""
    encoder = CachingEncoder.of(MiniLM.open())
    clock = MovableClock(NOW)
    start = time.perf_counter()
    with Mind.open(folder, encoder=encoder, clock=clock) as mind:
        opened = time.perf_counter() - start
        at_open = memory_mb()
        chance = random.Random(size + 1)
        rows = [taken(mind, encoder, clock, chance) for _ in range(turns + WARM)][WARM:]
        return {
            "open_s": round(opened, 3),
            "peak_mb_open": at_open,
            "peak_mb": memory_mb(),
            "disk_mb": disk_mb(folder),
            **{f"{name}_ms": spread([row[name] for row in rows]) for name in rows[0]},
        }


def taken(
    mind: Mind, encoder: CachingEncoder, clock: MovableClock, chance: random.Random
) -> dict[str, float]:
    """Time one observation, one recall by a fresh cue, one by a cue encoded beforehand."""
    clock.advance(minutes=1)
    said, asked, known = sentence(chance), question(chance), question(chance)
    getattr(encoder, "encode_words", encoder.encode)([known])
    acts: dict[str, Callable[[], object]] = {
        "observe": lambda: mind.observe(said, when=clock.now()),
        "recall": lambda: mind.recall(asked, k=10),
        "recall_encoded": lambda: mind.recall(known, k=10),
    }
    return {name: timed(act) for name, act in acts.items()}


def question(chance: random.Random) -> str:
    return (
        f"When did {chance.choice(WHO)} last talk about {chance.choice(WHAT)} "
        f"number {chance.randrange(9999)}?"
    )


def spread(values: Sequence[float]) -> dict[str, float]:
    return {f"p{p}": round(float(np.percentile(values, p)), 3) for p in (50, 95, 100)}


def memory_mb() -> int:
    """Give the most memory this process has held, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def disk_mb(folder: Path) -> int:
    """Give what a folder takes on disk; files with holes count what is in them."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return round(sum(file.stat().st_blocks for file in files) * 512 / 2**20)


def measure(size: int, turns: int) -> dict[str, Any]:
    """Fill and use a memory of one size, each in a process of its own."""
    found: dict[str, Any] = {"memories": size}
    with tempfile.TemporaryDirectory(prefix="scaling-") as folder:
        for phase in ("fill", "use"):
            command = [sys.executable, "-m", "benchmarks.scaling", "--phase", phase]
            given = ["--folder", f"{folder}/mind", "--sizes", str(size), "--turns", str(turns)]
            done = subprocess.run(
                [*command, *given],
                stdout=subprocess.PIPE,
                text=True,
                cwd=Path(__file__).parents[1],
            )
            if done.returncode:
                return found | {"failed": f"{phase}: exit status {done.returncode}"}
            found |= json.loads(done.stdout.splitlines()[-1])
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = [1000, 10_000, 100_000, 1_000_000]
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes)
    parser.add_argument("--turns", type=int, default=60)
    parser.add_argument("--phase", choices=["fill", "use"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.phase:
        [size] = options.sizes
        if options.phase == "fill":
            found = fill(options.folder, size)
        else:
            found = use(options.folder, size, options.turns)
        print(json.dumps(found))
        return
    rows: list[dict[str, Any]] = []
    for size in options.sizes:
        rows.append(measure(size, options.turns))
        print(json.dumps(rows[-1]), flush=True)
    whole = [row for row in rows if "recall_ms" in row]
    first = whole[0]["recall_ms"]["p50"] if whole else 0
    ratios = {row["memories"]: round(row["recall_ms"]["p50"] / first, 2) for row in whole}
    result = {"sizes": rows, "recall_p50_against_smallest": ratios}
    print("written to", write("scaling", result).name)
    if failed := [str(row["memories"]) for row in rows if "failed" in row]:
        raise SystemExit(f"failed at {', '.join(failed)} memories; the reason is above")


if __name__ == "__main__":
    main()
