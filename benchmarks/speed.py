"""Measure what a turn costs against its floor, bulk observing against the encoder, and starting up.

usage: python -m benchmarks.speed [--sizes 1000 100000] [--turns 60] [--skip-start]

The floor of a turn is what cannot be avoided: one encoding, one raw nearest-neighbour query on the
same index, one commit with fsync. Floor and turn are measured alternately in one run, so that both
meet the same noise; medians and their ratio are what counts.
"""

from __future__ import annotations

import argparse
import compileall
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

import cognition
import graphs
from benchmarks.report import write
from cognition import Mind
from cognition.faculties import Point, Search
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM
from cognition.faculties.traces import encode
from cognition.values import Engram, derive_id

START = datetime(2020, 1, 1, 9)
WHO = ["my sister", "Tom", "the neighbour", "my boss", "Lena", "our dog", "Dr. Weber", "my uncle"]
DID = ["repaired", "bought", "lost", "painted", "talked about", "dreamt of", "gave away", "cooked"]
WHAT = ["a bicycle", "the kitchen", "an old map", "some soup", "a letter", "the garden", "a violin"]
WHERE = ["at home", "in Lyon", "by the lake", "on the train", "at work", "in the old town"]
ASKED = [  # what one telling answers
    "When did {who} last talk about {what}?",
    "What did {who} do with {what} {where}?",
    "Who {did} {what} {where}?",
    "What has {who} {did} {where}?",
]
REASONED = "Where was {who} when we spoke of {what} {where}?"  # what only follows from several
WHEN = ["yesterday", "last week", "", "", "", "", "again", "in the rain", "with a smile", "slowly"]


def sentence(chance: random.Random) -> str:
    """Make up something a person could say."""
    parts = [chance.choice(words) for words in (WHO, DID, WHAT, WHERE)]
    return (
        f"{parts[0].capitalize()} {parts[1]} {parts[2]} {parts[3]} number {chance.randrange(9999)}."
    )


def question(chance: random.Random, form: str) -> str:
    """Make up something a person could ask."""
    asked = form.format(
        who=chance.choice(WHO),
        did=chance.choice(DID),
        what=chance.choice(WHAT),
        where=chance.choice(WHERE),
    )
    return asked[0].upper() + asked[1:]


def timed(act: Callable[[], object]) -> float:
    """Give the milliseconds an act takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1e3


def filled(mind: Mind, size: int) -> None:
    """Fill a memory with made-up episodes.

    Vectors are random and the traces of words those of other sentences, because what they mean
    costs nothing.
    """
    chance, numbers = random.Random(size), np.random.default_rng(size)
    use = mind.faculties
    _, traces = encode(use.encoder, [sentence(chance) for _ in range(500)])
    for first in range(0, size, 2000):
        count = min(2000, size - first)
        vectors = numbers.standard_normal((count, use.encoder.size)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        engrams = [
            Engram(
                id=derive_id("speed", size, first + n),
                session=str((first + n) // 30),
                speaker="Ada" if n % 2 else "Bo",
                text=sentence(chance),
                when=START + timedelta(minutes=7 * (first + n)),
            )
            for n in range(count)
        ]
        use.journal.commit(engrams)
        use.index.put(
            [
                Point(
                    id=e.id,
                    vector=v.tolist(),
                    text=e.text,
                    speaker=e.speaker,
                    when=e.when,
                    traces=traces[n % len(traces)],
                )
                for n, (e, v) in enumerate(zip(engrams, vectors, strict=True))
            ]
        )
        use.timeline.extend(engrams)


def turn_cost(size: int, turns: int, encoder: MiniLM) -> dict[str, Any]:
    """Measure whole turns of the companion and their floor at one size of memory."""
    from graphs.companion import companion, turn

    app = companion()
    chance = random.Random(1)
    clock = MovableClock(START + timedelta(days=4000))
    folder = Path(tempfile.mkdtemp())
    try:
        with Mind.open(folder / "m", owner="Ada", encoder=encoder, clock=clock) as mind:
            filled(mind, size)
        with Mind.open(folder / "m", owner="Ada", encoder=encoder, clock=clock) as mind:
            floor = _floor(mind, folder, chance)
            mind.sleep()
            rows: list[dict[str, float]] = []
            distinct: set[str] = set()  # nothing is asked twice: what was read once costs less
            for n in range(turns + 5):
                clock.advance(minutes=1)
                said = sentence(chance)
                row = {name: timed(act) for name, act in floor(said).items()}
                row["turn"] = timed(lambda said=said: turn(app, mind.faculties, said))
                for name, form in (("question", ASKED[n % len(ASKED)]), ("reasoned", REASONED)):
                    clock.advance(minutes=1)
                    while (asked := question(chance, form)) in distinct:
                        pass
                    distinct.add(asked)
                    row[name] = timed(lambda said=asked: turn(app, mind.faculties, said))
                clock.advance(minutes=1)
                said = sentence(chance)
                row["watched"] = timed(lambda said=said: watched(app, mind, said))
                if n >= 5:
                    rows.append(row)
    finally:
        shutil.rmtree(folder)
    found = {name: round(median(row[name] for row in rows), 3) for name in rows[0]}
    least = found["encode"] + found["query"] + found["commit"]
    per_turn = [r["turn"] / (r["encode"] + r["query"] + r["commit"]) for r in rows]
    return {
        "memories": size,
        "turns": len(rows),
        "median_ms": found,
        "floor_ms": round(least, 3),
        "ratio": round(found["turn"] / least, 3),
        "median_of_ratios": round(median(per_turn), 3),
        "ratio_question": round(found["question"] / least, 3),
        "ratio_reasoned": round(found["reasoned"] / least, 3),
        "ratio_watched": round(found["watched"] / least, 3),
    }


def watched(app: Any, mind: Mind, said: str) -> None:
    """Take a turn as LangGraph streams it, organ by organ."""
    for _ in app.stream({"messages": [("user", said)]}, context=mind.faculties):
        pass


def _floor(
    mind: Mind, folder: Path, chance: random.Random
) -> Callable[[str], dict[str, Callable[[], object]]]:
    raw = sqlite3.connect(folder / "floor.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, words TEXT)")
    use = mind.faculties
    vector = use.encoder.encode([sentence(chance)])[0].tolist()

    def commit(said: str) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO t (words) VALUES (?)", (said,))
        raw.execute("COMMIT")

    def acts(said: str) -> dict[str, Callable[[], object]]:
        return {
            "encode": lambda: use.encoder.encode([said]),
            "query": lambda: use.index.search([Search(vector=vector, limit=10)]),
            "commit": lambda: commit(said),
        }

    return acts


def bulk_rate(encoder: MiniLM, count: int = 1536, rounds: int = 3) -> dict[str, Any]:
    """Measure bulk observing against encoding the same texts in the same batches, alternately."""
    from cognition.store import BATCH

    chance = random.Random(2)
    alone, whole = [], []
    for _ in range(rounds):
        texts = [f"{sentence(chance)} {sentence(chance)}" for _ in range(count)]
        begin = time.perf_counter()
        for first in range(0, count, BATCH):
            encoder.encode(texts[first : first + BATCH])
        alone.append(count / (time.perf_counter() - begin))
        folder = Path(tempfile.mkdtemp())
        with Mind.open(folder, owner="Ada", encoder=encoder) as mind:
            begin = time.perf_counter()
            mind.observe_many(
                {"text": text, "when": START + timedelta(minutes=n)} for n, text in enumerate(texts)
            )
            whole.append(count / (time.perf_counter() - begin))
        shutil.rmtree(folder)
    ratios = [observed / encoded for observed, encoded in zip(whole, alone, strict=True)]
    return {
        "texts": count,
        "encode_per_s": round(median(alone), 1),
        "observe_per_s": round(median(whole), 1),
        "ratio": round(median(ratios), 3),
    }


def starting(rounds: int = 5) -> dict[str, Any]:
    """Measure the command's help, and the time from starting a chat to its first words.

    The packages are compiled first, as `make` leaves them.
    """
    for package in (cognition, graphs):
        compileall.compile_dir(str(Path(package.__path__[0])), quiet=1)
    folder = Path(tempfile.mkdtemp())
    kindred = str(Path(sys.executable).with_name("kindred"))
    bare = [timed(lambda: subprocess.run([sys.executable, "-c", ""])) for _ in range(rounds)]
    shown = [
        timed(lambda: subprocess.run([kindred, "--help"], stdout=subprocess.DEVNULL))
        for _ in range(rounds)
    ]
    first = [_first_words(kindred, folder) for _ in range(rounds)]
    shutil.rmtree(folder)
    return {
        "python_ms": round(median(bare), 1),
        "help_ms": round(median(shown), 1),
        "first_words_ms": round(median(first), 1),
    }


def _first_words(kindred: str, folder: Path) -> float:
    """Give the milliseconds from starting a chat until the companion has said something."""
    command = [kindred, "chat", "--data", str(folder)]
    begin = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write("Hello!\n")
        process.stdin.flush()
        said = process.stdout.readline()
        took = (time.perf_counter() - begin) * 1e3
        process.stdin.close()
    assert said.strip(), "the companion said nothing"
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    parser.add_argument("--turns", type=int, default=60)
    parser.add_argument("--skip-start", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    encoder = MiniLM.open()
    result: dict[str, Any] = {"turn": []}
    for size in options.sizes:
        result["turn"].append(turn_cost(size, options.turns, encoder))
        print(result["turn"][-1], flush=True)
    result["bulk"] = bulk_rate(encoder)
    print(result["bulk"], flush=True)
    if not options.skip_start:
        result["start"] = starting()
        print(result["start"], flush=True)
    print("written to", write("speed", result).name)


if __name__ == "__main__":
    main()
