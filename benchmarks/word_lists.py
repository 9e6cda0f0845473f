"""Experiments on memory as psychologists run them, on a real mind: word lists lived and recalled.

Words are lived through one every 4 seconds, a session a list, and recalled by the hippocampus.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any

import numpy as np

from benchmarks import human
from benchmarks.curves import Recalled, semantic_rank
from cognition import Mind
from cognition.faculties import Encoder
from cognition.organs.hippocampus.context import Drift
from cognition.organs.hippocampus.free_recall import recall_freely, rehearsed
from cognition.strength import recallable, review
from cognition.values import Recollection

NOUNS = Path(__file__).with_name("nouns.txt").read_text("utf-8").split()
START = datetime(2026, 3, 2, 9, 0)
PACE = timedelta(seconds=4)  # from one word to the next
SOON = timedelta(seconds=1.5)  # from the last word to recall
RECALLS = 10  # of each list by each kind of memory, for recall is a matter of chance
SUMS = [f"{n} + {n - 4} - 3 = {2 * n - 7}" for n in range(11, 21)]  # half a minute's distraction
INTACT = Drift()
LESIONS = {
    "intact": INTACT,
    "no reinstatement": Drift(retrieval=0.0),
    "no temporal context": Drift(encoding=0.0, retrieval=0.0, pace=1e9),
}
DELAYS = {"5 min": 5 / 1440, "2 days": 2.0, "1 week": 7.0}
GAPS = (0, 1, 2, 4, 7, 11, 14, 21, 28, 35, 70, 105)  # days between two occasions
TEST_DELAYS = (7, 35, 70, 350)  # days from the second to the test


def study(mind: Mind, words: Sequence[str], session: str, at: datetime, run: int = 1) -> datetime:
    """Let a mind live through words, and give when the next would come."""
    mind.observe_many(
        {"text": word, "when": at + i * PACE, "session": session, "ref": f"{session}/{run}/{i}"}
        for i, word in enumerate(words)
    )
    return at + len(words) * PACE


def recalls(mind: Mind, session: str, now: datetime, drift: Drift = INTACT) -> list[Any]:
    """Recall a session so many times over, each time as chance has it."""
    # seeds of their own: the same few for every list would begin every list alike
    chances = (Random(f"{session} {now} {n}") for n in range(RECALLS))
    return [recall_freely(session, mind.faculties, now, chance, drift) for chance in chances]


def positions(recalled: Sequence[Sequence[Recollection]]) -> list[Recalled]:
    """Give recollections as study positions."""
    return [[int(one.ref.rsplit("/")[-1]) for one in came] for came in recalled]


def free_recall(encoder: Encoder, lists: int) -> dict[str, Any]:
    """Recall lists at once, with the context intact and lesioned, and after a distraction."""
    told = Random(0)
    recalled: dict[str, list[Recalled]] = {name: [] for name in (*LESIONS, "distracted")}
    alike: list[Any] = []
    with Mind.open(None, owner="Ada", encoder=encoder) as mind:
        for n in range(lists):
            words = told.sample(NOUNS, human.LENGTH)
            vectors = encoder.encode(words).astype(np.float64)
            alike += [vectors @ vectors.T] * RECALLS
            end = study(mind, words, str(n), START + n * timedelta(minutes=5))
            for name, drift in LESIONS.items():
                recalled[name] += positions(recalls(mind, str(n), end + SOON, drift))
            later = study(mind, SUMS, f"sums {n}", end)
            recalled["distracted"] += positions(recalls(mind, str(n), later + SOON))
    return {
        name: {
            **human.curves(came),
            "semantic_rank": semantic_rank(came, alike),
            "share_recalled": fmean(len(one) for one in came) / human.LENGTH,
        }
        for name, came in recalled.items()
    }


def testing(encoder: Encoder, lists: int) -> dict[str, dict[str, float]]:
    """Study lists, then study again or recall once; give the shares recalled after a while."""
    told = Random(1)
    shares = {kind: {delay: [0.0] * 0 for delay in DELAYS} for kind in ("restudied", "recalled")}
    with Mind.open(None, owner="Ada", encoder=encoder) as mind:
        use = mind.faculties
        for n in range(lists):
            words = told.sample(NOUNS, human.LENGTH)
            for kind, by_delay in shares.items():
                name = f"{kind} {n}"
                end = study(mind, words, name, START + n * timedelta(hours=1)) + 30 * PACE
                if kind == "restudied":
                    end = study(mind, words, name, end, run=2)
                elif came := recall_freely(name, use, end, Random(name)):
                    use.journal.review(rehearsed(came, use, end))
                for delay, days in DELAYS.items():
                    for came in recalls(mind, name, end + timedelta(days=days)):
                        by_delay[delay].append(len({one.text for one in came}) / len(words))
    return {kind: {d: fmean(s) for d, s in by.items()} for kind, by in shares.items()}


def spacing(encoder: Encoder) -> dict[int, dict[int, float]]:
    """Give the chance of cued recall by test delay and by the gap between two occasions, in days.

    At the second occasion each word is recalled with its chance, or missed and told again.
    """
    with Mind.open(None, owner="Ada", encoder=encoder) as mind:
        study(mind, NOUNS[::5], "facts", START)
        ids = [memory.id for memory in mind.memories(limit=len(NOUNS))]
        engrams = mind.faculties.journal.engrams(ids)
    chances: dict[int, dict[int, float]] = {delay: {} for delay in TEST_DELAYS}
    for gap in GAPS:
        twice = [
            (recallable(one, second), review(one, second), review(one, second, recalled=False))
            for one in engrams
            if (second := one.when + timedelta(days=gap))
        ]
        for delay in TEST_DELAYS:
            test = timedelta(days=gap + delay)
            chances[delay][gap] = fmean(
                chance * recallable(got, got.when + test)
                + (1 - chance) * recallable(missed, missed.when + test)
                for chance, got, missed in twice
            )
    return chances
