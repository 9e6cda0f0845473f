"""Measure help with tasks: each one left half-done, at a random step, is resumed at the right one.

usage: python -m benchmarks.tasks [--lives N]

A life is one task of `tasks.yaml` begun by asking for help. Its steps are reported as done or as no
use in varied words, with small talk between; now and then the memory is closed and days pass. What
the companion then says when it speaks first has to name the step that is next: the steps of the
task are followed here by what was reported, not read out of memory.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import report
from cognition import Mind
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM
from cognition.organs.prefrontal.decomposition import Known, library, outline
from graphs.companion import companion, turn

START = datetime(2026, 3, 2, 18, 0)
ASKED = {
    "interview": "Can you help me prepare for an interview?",
    "message": "I need help with a difficult message to my sister.",
    "moving": "Help me plan moving house, please.",
    "trip": "Where do I start with planning a trip?",
    "exam": "How should I study for my exam?",
    "sleep": "Can you help me sleep better?",
}
DONE = ("Done.", "I did it.", "I've done that.", "Finished!", "I managed that today.")
USELESS = ("That didn't help.", "That was no use.", "I can't do that.", "Let's skip that one.")
ASIDES = ("I made soup today.", "The neighbours were loud again.", "I walked along the river.")


@cache
def app() -> Any:
    return companion()


def lived(seed: int, encoder: MiniLM) -> list[bool]:
    """Live through one task; says for each resumption whether it named the step that is next."""
    chance, clock = random.Random(f"tasks {seed}"), MovableClock(START)
    task = list(ASKED)[seed % len(ASKED)]
    friends = chance.random() < 0.5
    done, failed, right = set[str](), set[str](), list[bool]()
    with tempfile.TemporaryDirectory() as folder:
        opening = ["", *(["My friend Tom is a nurse."] if friends else []), ASKED[task]]
        for sitting in range(4):
            clock.advance(days=chance.randrange(1, 9))
            known = Known(frozenset({"someone"} if friends else ()), frozenset(done), failed)
            left = [s for s in outline(task, known, library()) if s not in done]
            with Mind.open(Path(folder) / "m", owner="Ada", clock=clock, encoder=encoder) as mind:

                def say(text: str, mind: Mind = mind) -> str:
                    clock.advance(minutes=1)
                    return str(turn(app(), mind.faculties, text)["utterance"].text)

                said = [say(text) for text in (opening if sitting == 0 else [""])]
                if left:
                    right.append(library().words[left[0]] in said[-1])
                if len(left) > 1:
                    say(chance.choice(ASIDES))
                    worked = chance.random() < 0.75
                    (done if worked else failed).add(left[0])
                    say(chance.choice(DONE if worked else USELESS))
                    say(chance.choice(ASIDES))
    return right


def run(lives: int, encoder: MiniLM) -> dict[str, Any]:
    """Live that many tasks; gives how many turns should name a step, and the share that did."""
    found = [one for seed in range(lives) for one in lived(seed, encoder)]
    return {"tasks": lives, "begun_or_resumed": len(found), "right": sum(found) / len(found)}


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.tasks", description=__doc__)
    parser.add_argument("--lives", type=int, default=60)
    options = parser.parse_args()
    print(report.write("tasks", run(options.lives, MiniLM.open())).read_text("utf-8"))


if __name__ == "__main__":
    main()
