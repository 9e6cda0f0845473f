"""Experiments on emotion in memory, run on a real mind that lives through sentences.

What is said goes through a circuit of four organs (perceive, feel, remember, keep), intact or with
its amygdala lesioned; so whatever differs between the two is the amygdala's doing. Lists are
recalled by the hippocampus. The sentences are in `felt_sentences.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, pairwise
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any

import yaml
from langchain_core.messages import HumanMessage

from cognition import Mind
from cognition.faculties import Encoder
from cognition.faculties.clock import MovableClock
from cognition.organs.amygdala import Amygdala
from cognition.organs.amygdala.dynamics import strength
from cognition.organs.amygdala.feeling import Feeling, current
from cognition.organs.amygdala.temperament import home
from cognition.organs.consolidation import Consolidation
from cognition.organs.hippocampus import Hippocampus
from cognition.organs.hippocampus.free_recall import RETRIEVAL, recall_freely
from cognition.organs.thalamus import Thalamus
from cognition.strength import recallable
from graphs import Circuit

SENTENCES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("felt_sentences.yaml").read_text("utf-8")
)
START = datetime(2026, 3, 2, 9, 0)
PACE = timedelta(seconds=30)  # from one sentence to the next
LENGTH = 16
RECALLS = 10  # of each list, for recall is a matter of chance
DELAYS = {"1 minute": 1 / 1440, "1 day": 1.0, "1 week": 7.0, "4 weeks": 28.0}
LATER = {"1 week": 7.0, "6 weeks": 42.0, "32 weeks": 224.0}  # of Talarico & Rubin 2003
MOODS = ("glad", "plain", "sad")
# where only what was felt then is looked at: sentences with feeling are also more alike, and what
# is alike calls for one another (Talmi & Moscovitch 2004, Mem. Cognit. 32)
FELT_THEN = replace(RETRIEVAL, congruence=0.0, meaning=0.0)
INTACT = Circuit(
    "felt",
    [Thalamus, Amygdala, Hippocampus(k=1, reminders=2), Consolidation],
    flow=["thalamus", ["amygdala", "hippocampus"], "consolidation"],
)
CIRCUITS = {"intact": INTACT, "lesioned": INTACT.lesion("amygdala")}


@dataclass(frozen=True, slots=True)
class Life:
    """A mind, the circuit it lives by, and its clock."""

    mind: Mind
    app: Any
    clock: MovableClock

    def hear(self, text: str, session: str) -> dict[str, Any]:
        """Let it live through one sentence; gives the turn's channels."""
        said = HumanMessage(text, additional_kwargs={"session": session})
        state = self.app.invoke({"messages": [said]}, context=self.mind.faculties)
        self.clock.advance(seconds=PACE.total_seconds())
        return state

    def study(self, texts: Sequence[str], session: str) -> None:
        for text in texts:
            self.hear(text, session)

    def recalls(self, session: str, days: float, rule: Any = RETRIEVAL) -> Iterator[set[str]]:
        """Recall a session so many times over, that many days from now; yields what came."""
        now = self.clock.now() + timedelta(days=days)
        for n in range(RECALLS):
            chance = Random(f"{session} {days} {n}")
            came = recall_freely(session, self.mind.faculties, now, chance, rule=rule)
            yield {one.text for one in came}

    @property
    def felt(self) -> Feeling:
        """What is felt by now."""
        use = self.mind.faculties
        return current(use).later(use.persona.temperament, self.clock.now())


@contextmanager
def living(encoder: Encoder, circuit: Circuit) -> Iterator[Life]:
    """Open a mind in memory that lives by a circuit."""
    clock = MovableClock(START)
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        yield Life(mind, circuit.compile(), clock)


def averaged(values: dict[str, dict[str, list[float]]]) -> dict[str, dict[str, float]]:
    return {kind: {delay: fmean(some) for delay, some in by.items()} for kind, by in values.items()}


def alternating(one: Sequence[str], other: Sequence[str], n: int) -> list[str]:
    """Mix two kinds in turn, so that over lists each has every position as often."""
    first, second = (one, other) if n % 2 else (other, one)
    return list(chain.from_iterable(zip(first, second, strict=True)))


def enhancement(encoder: Encoder, circuit: Circuit, lists: int) -> dict[str, Any]:
    """Give, by delay, the chance that arousing and plain sentences come back to a cue.

    And the shares of them that come unasked, when their list is recalled freely.
    """
    told, half = Random(2), LENGTH // 2
    kinds = ("arousing", "plain")
    shares = {kind: {delay: [0.0] * 0 for delay in DELAYS} for kind in kinds}
    chances = {kind: {delay: [0.0] * 0 for delay in DELAYS} for kind in kinds}
    felt: dict[str, list[float]] = {kind: [] for kind in shares}
    with living(encoder, circuit) as life:
        for n in range(lists):
            stirring = told.sample(SENTENCES["pleasant"], half // 2)
            stirring += told.sample(SENTENCES["unpleasant"], half // 2)
            parts = {"arousing": stirring, "plain": told.sample(SENTENCES["plain"], half)}
            told.shuffle(stirring)
            for text in alternating(*parts.values(), n):
                state, kind = life.hear(text, f"list {n}"), kinds[text in parts["plain"]]
                felt[kind].append(strength(state["affect"]))
                [engram] = life.mind.faculties.journal.latest(1)
                for delay, days in DELAYS.items():
                    later = engram.when + timedelta(days=days)
                    chances[kind][delay].append(recallable(engram, later))
            for delay, days in DELAYS.items():
                for came in life.recalls(f"list {n}", days, FELT_THEN):
                    for kind, texts in parts.items():
                        shares[kind][delay].append(len(came & {*texts}) / len(texts))
            life.clock.advance(days=1)
    return {
        "cued": averaged(chances),
        "free": averaged(shares),
        "strength_felt": {kind: fmean(values) for kind, values in felt.items()},
    }


def congruence(encoder: Encoder, circuit: Circuit, lists: int) -> dict[str, dict[str, float]]:
    """Give, by mood, the shares of pleasant and unpleasant sentences recalled a day later.

    The mood is brought about by what is said just before, as by reading sentences (Velten 1968).
    """
    found: dict[str, dict[str, float]] = {}
    for mood in MOODS:
        told, half = Random(3), LENGTH // 2  # each mood recalls the same lists
        shares: dict[str, list[float]] = {"pleasant": [], "unpleasant": []}
        moods: list[float] = []
        with living(encoder, circuit) as life:
            for n in range(lists):
                parts = {kind: told.sample(SENTENCES[kind], half) for kind in shares}
                life.study(alternating(*parts.values(), n), f"list {n}")
                life.clock.advance(days=1)
                life.study(SENTENCES["induction"][mood], f"mood {n}")
                moods.append(life.felt.mood.valence)
                for came in life.recalls(f"list {n}", 0.0):
                    for kind, texts in parts.items():
                        shares[kind].append(len(came & {*texts}) / half)
                life.clock.advance(days=1)
        found[mood] = {kind: fmean(values) for kind, values in shares.items()}
        found[mood]["mood"] = fmean(moods)
    return found


def flashbulbs(encoder: Encoder, circuit: Circuit, events: int) -> dict[str, Any]:
    """Give the chance that the core of an event, and its details, come back to a cue, by delay.

    A flashbulb event is one shocking sentence among seven plain ones of where and when it was
    heard; an everyday event is eight plain ones. Only what was felt differs.
    """
    told = Random(4)
    chances = {
        kind: {part: {d: [0.0] * 0 for d in LATER} for part in ("core", "details")}
        for kind in ("flashbulb", "everyday")
    }
    with living(encoder, circuit) as life:
        use = life.mind.faculties
        for n in range(events):
            plain = told.sample(SENTENCES["plain"], 8)
            shock = told.choice(SENTENCES["unpleasant"])
            for kind, core in (("flashbulb", shock), ("everyday", plain[7])):
                life.study([*plain[:3], core, *plain[3:7]], f"{kind} {n}")
                at = use.timeline.of_session(f"{kind} {n}").tolist()
                for engram in use.journal.engrams([use.timeline.id_at(place) for place in at]):
                    part = "core" if engram.text == core else "details"
                    for delay, days in LATER.items():
                        later = engram.when + timedelta(days=days)
                        chances[kind][part][delay].append(recallable(engram, later))
                life.clock.advance(days=1)
    return {kind: averaged(parts) for kind, parts in chances.items()}


def habituation(encoder: Encoder, circuit: Circuit, times: int = 8) -> dict[str, Any]:
    """Give how far an event moves the mood, of the way there is, when it comes again and again.

    Then another kind of event, and the first once more after three hours and after a day.
    """
    again, other = SENTENCES["unpleasant"][1], SENTENCES["pleasant"][1]
    with living(encoder, circuit) as life:

        def response(text: str) -> float:
            before = life.felt.mood.valence
            state = life.hear(text, "events")
            way = state["appraisal"].valence - before
            return (state["mood"].valence - before) / way if state["affect"].confidence else 0.0

        repeated = [response(again) for _ in range(times)]
        novel = response(other)
        life.clock.advance(hours=3)
        hours = response(again)
        life.clock.advance(days=1)
        return {
            "repeated": repeated,
            "another kind": novel,
            "after 3 hours": hours,
            "after a day": response(again),
        }


def four_weeks(encoder: Encoder, circuit: Circuit) -> dict[str, Any]:
    """Live four weeks of talks, three a day, with a glad and with a sad person, then be silent."""
    found: dict[str, Any] = {}
    for name, kind in (("glad", "pleasant"), ("sad", "unpleasant")):
        told, days = Random(5), []
        with living(encoder, circuit) as life:
            for day in range(28):
                for hour in (9, 14, 20):
                    life.clock.set(START.replace(hour=hour) + timedelta(days=day))
                    life.study(told.sample(SENTENCES[kind], 2), f"{day} {hour}")
                    life.study(told.sample(SENTENCES["plain"], 1), f"{day} {hour}")
                    felt = life.felt
                    days.append([felt.mood.valence, felt.person.valence.now, felt.lean.valence])
            known = life.felt.person.valence
            life.clock.advance(days=5)
            rest = home(life.mind.faculties.persona.temperament, life.felt.lean).valence
            found[name] = {
                "talks": days,
                "person_home": known.home,
                "person_home_sd": known.home_sd,
                "lean": life.felt.lean.valence,
                "from_temperament_after_5_days": life.felt.mood.valence - rest,
            }
    return found


def responses(encoder: Encoder, circuit: Circuit, dialogues: int) -> dict[str, Any]:
    """Give how often the person's affect moves most, and the right way, at the turn that tells why.

    In each dialogue one of twelve turns tells of something that moves; `example` is the last.
    """
    told, right, curve = Random(6), 0, [0.0] * 0
    for n in range(dialogues):
        kind = ("pleasant", "unpleasant")[n % 2]
        turns, place = told.sample(SENTENCES["plain"], 12), told.randrange(2, 11)
        turns[place] = told.choice(SENTENCES[kind])
        with living(encoder, circuit) as life:
            curve = [0.0]
            for text in turns:
                life.hear(text, "talk")
                curve.append(life.felt.person.valence.now)
        steps = [after - before for before, after in pairwise(curve)]
        most = max(range(len(steps)), key=lambda at: abs(steps[at]))
        right += most == place and (steps[most] > 0) == (kind == "pleasant") and steps[most] != 0
    return {"share": right / dialogues, "example": curve[1:], "moved_at": place}
