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
likelier the strengths left make what was returned to than chance would (bits a return); and how
different the minds became: whether the mind nearest to each one, of all other lives, is of the same
habit.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, log2
from statistics import fmean, stdev
from typing import Any

import numpy as np
from scipy.stats import t

from benchmarks.lives import HABITS, START, Habit, Told, life, returns
from benchmarks.report import write
from cognition import Mind
from cognition.adaptation import Adaptation, state_of, words
from cognition.faculties import Encoder
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM
from cognition.organs.consolidation import Consolidation, Lived, bind
from cognition.organs.hippocampus import Cued, Hippocampus, Recalled
from cognition.strength import DECAY
from cognition.values import Engram, Percept, Utterance, engram_id

OWNER = "Ada"
A_DAY = 8  # turns told
ASKED = 4  # returns a day
RESTING = 7  # days before the first
SHOWN = 20
INSISTS, THANKS = 0.7, 0.3  # how often a person asks again, and says thanks
FACTOR = 0.9 ** (-1 / DECAY) - 1  # strength left at age t is 1 / (1 + FACTOR t / stability)
Scores = dict[str, float]


@dataclass(frozen=True)
class Return:
    """One return to a memory: what was asked when, and the turn that was meant."""

    when: datetime
    question: str
    meant: Told


@dataclass(frozen=True)
class Life:
    """A mind that lived with one person, what it learned of them, and what they return to later."""

    habit: Habit
    mind: Mind
    adapted: Adaptation
    asked: Sequence[Return]
    told: Sequence[Engram]
    since: int


def id_of(told: Told) -> str:
    return engram_id(OWNER, told.ref, told.speaker, told.when, told.text)


def turns(told: Sequence[Told]) -> list[dict[str, Any]]:
    keys = ("text", "speaker", "when", "ref", "session")
    return [{key: getattr(each, key) for key in keys} for each in told]


def behaviour(habit: Habit, told: Sequence[Told], days: range, seed: int) -> list[Return]:
    """Give what a person of a habit returns to on these days."""
    chance = random.Random(f"{seed} {days}")
    found: list[Return] = []
    for day in days:
        now = START + timedelta(days=day, hours=3)
        for n in range(ASKED):
            meant, _, asked = returns(habit, told[: (day + 1) * A_DAY], now, chance)
            found.append(Return(now + timedelta(minutes=n), asked, meant))
    return found


Way = Callable[[Mind, Return], None]


def show(mind: Mind, each: Return) -> None:
    """Show which memory was meant, if it is among those that come to mind."""
    id = id_of(each.meant)
    if any(r.id == id for r in mind.recall(each.question, k=SHOWN, now=each.when)):
        mind.meant(each.question, id, now=each.when)


def chat(mind: Mind, each: Return) -> None:
    """Ask in conversation; the companion cites what first comes to mind that is not a question.

    If that was not meant, the person mostly asks again, once; if it was, they sometimes say thanks.
    """
    chance = random.Random(f"{each}")
    for attempt in range(2):
        cue = mind._cue(each.question, each.when + timedelta(seconds=20 * attempt))
        recalled = Hippocampus().step(Cued(cue), mind.faculties)
        found = recalled.recollections if recalled else ()
        cited = [r.id for r in found if not r.text.endswith("?")][:1]
        commit(mind, cue, recalled, cited)
        if cited == [id_of(each.meant)]:
            if chance.random() < THANKS:
                thanks = mind._cue("Thanks!", each.when + timedelta(seconds=40))
                commit(mind, thanks, Hippocampus().step(Cued(thanks), mind.faculties), ())
            return
        if chance.random() > INSISTS:
            return


def commit(mind: Mind, cue: Percept, recalled: Recalled | None, cited: Sequence[str]) -> None:
    """Let a turn be consolidated in which the companion cites these memories."""
    lived = Lived(
        percept=cue,
        engrams=recalled.engrams if recalled else (),
        recollections=recalled.recollections if recalled else (),
        utterance=Utterance("It was that.", ("answer",), tuple(cited)),
    )
    Consolidation().step(lived, mind.faculties)


def lived(
    habit: Habit, told: Sequence[Told], weeks: Sequence[int], seed: int, encoder: Encoder, way: Way
) -> Life:
    """Let a mind live the weeks with a person, learning in the first of them only."""
    clock = MovableClock(START)
    mind = Mind.open(None, owner=OWNER, encoder=encoder, clock=clock)
    days, until = weeks[0] * 7, sum(weeks) * 7
    asked = behaviour(habit, told, range(RESTING, until), seed)
    for day in range(days):
        clock.set(START + timedelta(days=day, hours=3))
        mind.observe_many(turns(told[day * A_DAY : (day + 1) * A_DAY]))
        for each in asked[max(0, day - RESTING) * ASKED : max(0, day + 1 - RESTING) * ASKED]:
            way(mind, each)
    adapted = mind.adaptation
    mind.observe_many(turns(told[days * A_DAY :]))
    kept = mind.faculties.journal.engrams([id_of(each) for each in told])
    return Life(habit, mind, adapted, asked[(days - RESTING) * ASKED :], kept, days * A_DAY)


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

    The AUC is among what was told in the held-out weeks, the bits are over all that was ever told.
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
    return {"AUC": fmean(above), "bits": fmean(bits)}


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
    """Give each part of an adaptation alone."""
    named = {k: t for k, t in adapted.tallies.items() if k.startswith("#") or k == "every"}
    kinds = {k: t for k, t in adapted.tallies.items() if not k.startswith("#")}
    return {
        "own trust": Adaptation(weights=adapted.weights),
        "own kinds": Adaptation(tallies=kinds),
        "own names": Adaptation(tallies=named),
        "own fading": Adaptation(pace=adapted.pace),
    }


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


def summary(rows: Sequence[Sequence[dict[str, Scores]]]) -> dict[str, Any]:
    """Average each arm over habits, then over seeds; differences are taken within a seed."""
    arms = rows[0][0]
    found: dict[str, Any] = {}
    for arm, scores in arms.items():
        for name in scores:
            by_seed = [fmean(row[arm][name] for row in seed) for seed in rows]
            base = [fmean(row["off"][name] for row in seed) for seed in rows]
            found.setdefault(arm, {})[name] = {
                "mean": interval(by_seed),
                "minus off": interval([a - b for a, b in zip(by_seed, base, strict=True)]),
            }
    for arm in ("another's", "others' average"):
        gains = [
            [fmean(row["own"][n] - row[arm][n] for row in seed) for n in arms["own"]]
            for seed in rows
        ]
        found[f"own minus {arm}"] = {
            name: interval(values)
            for name, values in zip(arms["own"], zip(*gains, strict=True), strict=True)
        }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lives", type=int, default=8, help="made-up lives, each lived by all")
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    parser.add_argument("--weeks", type=int, nargs=2, default=(8, 4), help="trained and held out")
    parser.add_argument("--ways", nargs="+", default=["show", "chat"], choices=["show", "chat"])
    parser.add_argument("--no-result", action="store_true", help="print only")
    options = parser.parse_args()
    encoder = MiniLM.open()
    result: dict[str, Any] = {"lives": options.lives, "weeks": options.weeks}
    for way in options.ways:
        rows: list[list[dict[str, Scores]]] = []
        minds: list[tuple[str, Adaptation]] = []
        for seed in range(options.first, options.first + options.lives):
            told = life(seed, sum(options.weeks), OWNER, A_DAY)
            lives = [lived(h, told, options.weeks, seed, encoder, WAYS[way]) for h in HABITS]
            rows.append(compared(lives))
            minds += [(one.habit.name, one.adapted) for one in lives]
            for one, row in zip(lives, rows[-1], strict=True):
                one.mind.close()
                shown = {a: round(s["MRR"], 3) for a, s in row.items() if "MRR" in s}
                print(f"{way} life {seed}: {one.habit.name:16s}", shown, words(one.adapted))
        result[way] = {
            **summary(rows),
            "nearest mind is of the same habit": same_habit_nearest(minds),
            "by chance": round((options.lives - 1) / (options.lives * len(HABITS) - 1), 3),
            "by habit": by_habit(rows, minds),
        }
        for name, value in result[way].items():
            print(f"{way} {name}: {value}")
    if not options.no_result:
        print("written to", write("adaptation", result).name)


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
            "MRR": {
                arm: round(fmean(seed[place][arm]["MRR"] for seed in rows), 3)
                for arm in ("off", "own", "another's", "others' average")
            },
            "multipliers": {name: round(fmean(v), 2) for name, v in trusts.items()},
        }
    return found


WAYS: dict[str, Way] = {"show": show, "chat": chat}

if __name__ == "__main__":
    main()
