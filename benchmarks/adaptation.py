"""Measure whether adapting to a person helps with what that person does later.

usage: python -m benchmarks.adaptation [--lives N] [--weeks TRAINED HELD_OUT]

People of different habits (see `benchmarks.lives`) live the same made-up life. For the first weeks
they return to memories in their own way, and show each time which one was meant. In the later weeks
nothing is learned, and recall of what they return to then is compared with the adaptation off, with
their own, with another person's, and with the average of all the others' (what any adaptation
gains, whoever it is of). `chat` instead shows it the way a conversation does: the companion cites
the first memory; the person goes on if it was meant, and mostly asks again if it was not.

Reported with 95% intervals over lives: MRR and R@5 of the memory meant; how often something told in
the held-out weeks and returned to is kept stronger than something else told then (AUC); how much
likelier than chance the strengths left make each return (bits); the last two also for each part of
the adaptation alone. And how different the minds became: how often the mind nearest to one, of all
others, is of the same habit.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import log, log2
from statistics import fmean, stdev
from typing import Any

import numpy as np
from scipy.stats import t

from benchmarks.lives import HABITS, SHOWN, START, WAYS, Life, Return, id_of, life, lived
from benchmarks.report import write
from cognition import Mind
from cognition.adaptation import Adaptation, state_of, words
from cognition.faculties.encoder import MiniLM
from cognition.organs.consolidation import bind
from cognition.strength import DECAY

FACTOR = 0.9 ** (-1 / DECAY) - 1  # strength left at age t is 1 / (1 + FACTOR t / stability)
ARMS = ("off", "own", "another's", "others' average")
Scores = dict[str, float]


def recall_of(mind: Mind, adapted: Adaptation, asked: Sequence[Return]) -> Scores:
    """Measure recall of what was meant under an adaptation that learns no more."""
    mind.faculties.journal.commit(states=state_of(adapted))
    ranks: list[float] = []
    for each in asked:
        ids = [r.id for r in mind.recall(each.question, k=SHOWN, now=each.when)]
        id = id_of(each.meant)
        ranks.append(ids.index(id) + 1 if id in ids else float("inf"))
    return {"MRR": fmean(1 / r for r in ranks), "R@5": fmean(r <= 5 for r in ranks)}


def kept_of(one: Life, adapted: Adaptation) -> Scores:
    """Measure how strong an adaptation would have kept what was told, when it is returned to.

    The AUC is among what was told in the held-out weeks (chance if none of it is returned to), the
    bits are over all that was ever told.
    """
    stability = np.array([bind(e, e.affect, adapted).stability for e in one.told])
    born = np.array([(e.when - START) / timedelta(days=1) for e in one.told])
    place = {e.id: i for i, e in enumerate(one.told)}
    above: list[float] = []
    bits: list[float] = []
    for each in one.asked:
        mine = place[id_of(each.meant)]
        ages = (each.when - START) / timedelta(days=1) - born
        left = 1 / (1 + FACTOR * np.maximum(ages, 0) / (stability * adapted.fading))
        lived = ages >= 0
        bits.append(log2(left[mine] / left[lived].mean()))
        fresh = lived & (np.arange(len(born)) >= one.since)
        if fresh[mine] and fresh.sum() > 1:
            ties = (left[fresh] == left[mine]).sum() - 1
            less = (left[fresh] < left[mine]).sum()
            above.append((less + ties / 2) / (fresh.sum() - 1))
    return {"AUC": fmean(above or [0.5]), "bits": fmean(bits)}


def average(adaptations: Sequence[Adaptation]) -> Adaptation:
    """Give what several people's adaptations have in common: the mean of the logarithms."""
    names = sorted({name for a in adaptations for name in a.weights})
    weights = {
        name: (fmean(a.weights.get(name, (0.0, 1.0))[0] for a in adaptations), 1.0)
        for name in names
    }
    kinds = {key for a in adaptations for key in a.tallies}
    tallies = {
        key: (
            fmean(a.tallies.get(key, (0.0, 0.0))[0] for a in adaptations),
            fmean(a.tallies.get(key, (0.0, 0.0))[1] for a in adaptations),
        )
        for key in kinds
    }
    pace = (fmean(a.pace[0] for a in adaptations), 1.0)
    return Adaptation(weights, tallies, pace, {})


def parts_of(adapted: Adaptation) -> dict[str, Adaptation]:
    """Give each part of an adaptation that decides what is kept strong, alone."""
    every = {"every": adapted.tallies.get("every", (0.0, 0.0))}
    parts = {
        f"own kind: {kind}": Adaptation(tallies={**every, kind: adapted.tallies[kind]})
        for kind in adapted.kinds
    }
    named = {key: tally for key, tally in adapted.tallies.items() if key.startswith("#")}
    parts["own names returned to"] = Adaptation(tallies={**every, **named})
    parts["own fading"] = Adaptation(pace=adapted.pace)
    return parts


def compared(lives: Sequence[Life]) -> list[dict[str, Scores]]:
    """Score each of the lives of one seed under no adaptation, its own, its parts, and others'."""
    rows: list[dict[str, Scores]] = []
    for here, one in enumerate(lives):
        others = [two.adapted for two in lives if two is not one]
        arms = {
            "off": Adaptation(),
            "own": one.adapted,
            "another's": lives[(here + 1) % len(lives)].adapted,
            "others' average": average(others),
        }
        scores = {
            name: {**recall_of(one.mind, arm, one.asked), **kept_of(one, arm)}
            for name, arm in arms.items()
        }
        scores |= {name: kept_of(one, arm) for name, arm in parts_of(one.adapted).items()}
        rows.append(scores)
    return rows


def same_habit_nearest(adapted: Sequence[tuple[str, Adaptation]]) -> float:
    """Give how often the mind nearest to a mind, of all the others, is of the same habit."""
    names = sorted({n for _, a in adapted for n in a.weights})
    kinds = sorted({k for _, a in adapted for k in a.kinds})
    points = np.array(
        [
            [log(a.trust.get(n, 1.0)) for n in names]
            + [log(a.kinds.get(k, 1.0)) for k in kinds]
            + [log(a.fading)]
            for _, a in adapted
        ]
    )
    apart = ((points[:, None] - points[None]) ** 2).sum(-1)
    np.fill_diagonal(apart, np.inf)
    nearest = apart.argmin(1)
    return fmean(adapted[i][0] == adapted[j][0] for i, j in enumerate(nearest))


def interval(values: Sequence[float]) -> list[float]:
    """Give a mean and the half width of its 95% interval (Student's t)."""
    width = stdev(values) / len(values) ** 0.5 * float(t.ppf(0.975, len(values) - 1))
    return [round(fmean(values), 4), round(width, 4)]


def summary(rows: Sequence[Sequence[Mapping[str, Scores]]]) -> dict[str, Any]:
    """Average each arm over habits, then over lives; differences are taken within a life."""
    found: dict[str, Any] = {}
    for arm, scores in rows[0][0].items():
        for name in scores:
            found.setdefault(arm, {})[name] = interval(
                [fmean(row[arm][name] for row in life) for life in rows]
            )
            for other in ("off",) if arm != "own" else ("off", "another's", "others' average"):
                if arm != other:
                    found.setdefault(f"{arm} minus {other}", {})[name] = interval(
                        [fmean(row[arm][name] - row[other][name] for row in life) for life in rows]
                    )
    return found


def measured(way: str, seeds: range, weeks: Sequence[int]) -> dict[str, Any]:
    """Measure one way of showing what was meant, over made-up lives."""
    encoder = MiniLM.open()
    rows: list[list[dict[str, Scores]]] = []
    minds: list[tuple[str, Adaptation]] = []
    for seed in seeds:
        told = life(seed, sum(weeks))
        lives = [lived(h, told, weeks, seed, encoder, WAYS[way]) for h in HABITS]
        rows.append(compared(lives))
        minds += [(one.habit.name, one.adapted) for one in lives]
        for one, row in zip(lives, rows[-1], strict=True):
            one.mind.close()
            shown = {arm: round(row[arm]["MRR"], 3) for arm in ARMS}
            print(f"{way} life {seed}: {one.habit.name:16s}", shown, words(one.adapted), flush=True)
    return {
        **summary(rows),
        "nearest mind is of the same habit": round(same_habit_nearest(minds), 3),
        "by chance": round((len(seeds) - 1) / (len(minds) - 1), 3),
        "by habit": by_habit(rows, minds),
    }


def by_habit(
    rows: Sequence[Sequence[dict[str, Scores]]], minds: Sequence[tuple[str, Adaptation]]
) -> dict[str, Any]:
    """Give each habit's mean scores and mean multipliers."""
    found: dict[str, Any] = {}
    for place, habit in enumerate(HABITS):
        mine = [adapted for name, adapted in minds if name == habit.name]
        trusts: dict[str, list[float]] = defaultdict(list)
        for adapted in mine:
            for name, value in {**adapted.trust, **adapted.kinds, "fading": adapted.fading}.items():
                trusts[name].append(value)
        found[habit.name] = {
            "MRR": {arm: round(fmean(seed[place][arm]["MRR"] for seed in rows), 3) for arm in ARMS},
            "multipliers": {name: round(fmean(v), 2) for name, v in trusts.items()},
        }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lives", type=int, default=8, help="made-up lives, each lived by all")
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    parser.add_argument("--weeks", type=int, nargs=2, default=(6, 3), help="trained and held out")
    parser.add_argument("--ways", nargs="+", default=list(WAYS), choices=list(WAYS))
    options = parser.parse_args()
    result: dict[str, Any] = {"lives": options.lives, "weeks": options.weeks}
    for way in options.ways:
        seeds = range(options.first, options.first + options.lives)
        result[way] = measured(way, seeds, options.weeks)
        for name, value in result[way].items():
            print(f"{way} {name}: {value}")
    print("written to", write("adaptation", result).name)


if __name__ == "__main__":
    main()
