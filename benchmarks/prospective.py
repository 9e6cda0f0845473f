"""Measure prospective memory: what was planned is followed up once, after its date, never before.

usage: python -m benchmarks.prospective [--plans N] [--seeds N ...] [--show N] [--only-seen]
       [--forms FILE]

Lives of eight weeks are made by a grammar (`prospective_forms.yaml`): plans told with absolute
dates, weekdays and distances, some called off, moved, or reported on before anybody asks. The
memory is closed and opened between conversations, which fall on random days. A plan counts as
brought up by a reply that names it, and asks about it or cites it, where the person has not named
it in this conversation. What
counts is printed and written for the forms `seen` while the rules were written and for those
`held out`: blind once, but it was seen which of them fail, and how. With --forms, wordings that no
rule was made with are measured besides, as `blind`.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from benchmarks.wordings import command
from cognition import Mind
from cognition.faculties.clock import MovableClock
from cognition.faculties.encoder import MiniLM
from cognition.organs.tables import table
from cognition.values import Utterance
from graphs.companion import companion, turn

START = datetime(2026, 3, 2, 18, 0)  # a Monday
DAYS = 56
PER_LIFE = 20
FORMS: dict[str, Any] = table(resources.files("benchmarks") / "prospective_forms.yaml")


@dataclass
class Planned:
    """One plan as it is lived: what names it, when it is told and due, and what becomes of it."""

    kind: str
    thing: str
    told: int
    due: int
    fate: str = "kept"  # kept, cancelled, moved, reported
    changed: int = -1  # day of the conversation in which it is called off or moved
    first_due: int = -1
    mentions: list[int] = field(default_factory=list[int])

    def expected(self, talks: Sequence[int]) -> int:
        """Give the day of the first conversation after the date, -1 if there is to be none."""
        if self.fate in ("cancelled", "reported"):
            return -1
        return next((day for day in talks if day > self.due), -1)


@dataclass
class Life:
    """The days on which somebody talks, and what they have planned."""

    talks: list[int]
    plans: list[Planned]


def lived(seed: int, count: int = PER_LIFE) -> Life:
    """Make up eight weeks: conversations on about four days of a week, and plans in between."""
    chance = random.Random(f"prospective {seed}")
    talks = sorted({0, *(d for d in range(DAYS) if chance.random() < 0.6), DAYS, DAYS + 2})
    things = [("event", e) for e in FORMS["events"]] + [("trip", p) for p in FORMS["trips"]]
    things += [("person", p) for p in FORMS["people"]]
    plans: list[Planned] = []
    for kind, thing in chance.sample(things, count):
        told = chance.choice([day for day in talks if day < DAYS - 16])
        due = told + chance.choice([1, 2, 3, 4, 5, 6, 7, 9, 12, 14])
        plan = Planned(kind, thing, told, due, first_due=due)
        between = [day for day in talks if told < day < due]
        fate = chance.random()
        if between and fate < 0.3:
            plan.fate = "cancelled" if fate < 0.15 else "moved"
            plan.changed = chance.choice(between)
            if plan.fate == "moved":
                plan.due = max(due, plan.changed) + chance.choice([1, 2, 4, 8])
        elif fate > 0.92:
            plan.fate = "reported"
        plans.append(plan)
    return Life(talks, plans)


def worded(chance: random.Random, form: str, plan: Planned, due: int, today: int) -> str:
    """Fill a form for a plan whose day is seen from today."""
    when = timed(chance, START + timedelta(days=due), START + timedelta(days=today))
    slots = {
        "event": plan.thing,
        "an": f"{'an' if plan.thing[0] in 'aeiou' else 'a'} {plan.thing}",
        "place": plan.thing,
        "person": plan.thing,
        "when": when,
        "When": when[0].upper() + when[1:],
        "day": day_of(START + timedelta(days=due), START + timedelta(days=today)),
    }
    return form.format(**slots)


def day_of(due: datetime, now: datetime) -> str:
    """Name a day without a preposition: the weekday within the week, else the date."""
    return f"{due:%A}" if 0 < (due - now).days < 7 else f"{due.day} {due:%B}"


def timed(chance: random.Random, due: datetime, now: datetime) -> str:
    """Say when something is due in one of the ways that people do."""
    days = (due.date() - now.date()).days
    date = [
        f"on {due.day} {due:%B}",
        f"on {due:%B} {due.day}",
        f"on the {_nth(due.day)} of {due:%B}",
    ]
    if days == 1:
        return chance.choice(["tomorrow", "tomorrow", date[0]])
    near = (
        [f"on {due:%A}", f"this {due:%A}"] if due.isocalendar()[1] == now.isocalendar()[1] else []
    )
    if not near and days < 7:
        near = [f"on {due:%A}"]
    if not near and due.isocalendar()[1] == now.isocalendar()[1] + 1:
        near = [f"{due:%A} next week", f"next {due:%A}" if days >= 7 else f"on {due:%A} next week"]
    count = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 9: "nine", 12: "twelve"}
    far = {7: ["in a week", "a week from today"], 14: ["in two weeks", "two weeks from today"]}
    far_off = far.get(days) or ([f"in {count[days]} days"] if days in count else [])
    return chance.choice([*date, *near, *near, *far_off])


def _nth(day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def script(life: Life, day: int, seed: int, held_out: bool) -> list[tuple[str, Planned | None]]:
    """Give what is said on one day: an opening, what is told, small talk in between."""
    chance = random.Random(f"{seed} {day}")
    part = ", held out" if held_out else ""
    lines: list[tuple[str, Planned | None]] = [(chance.choice(FORMS["greetings"]), None)]
    previous = max((one for one in life.talks if one < day), default=-1)
    about: list[tuple[str, Planned | None]] = []
    reports: list[str] = []
    for plan in life.plans:
        forms, due = None, plan.due
        if plan.told == day:
            forms, due = FORMS[f"told{part}"], plan.first_due
        elif plan.changed == day:
            forms = FORMS[f"{plan.fate}{part}"]
        if forms is not None:
            about.append((worded(chance, chance.choice(forms[plan.kind]), plan, due, day), plan))
        elif plan.fate == "reported" and previous <= plan.due < day:
            reports.append(
                worded(chance, chance.choice(FORMS["reported"][plan.kind]), plan, day + 1, day)
            )
    if reports:
        lines[0] = (" ".join(reports), None)  # before anybody could ask
    for one in about:
        lines += [(chance.choice(FORMS["small_talk"]), None)] * chance.randrange(2)
        lines.append(one)
    lines += [(said, None) for said in chance.sample(FORMS["small_talk"], 4)]
    return [*lines, ("Bye!", None)]


def names(text: str, plan: Planned) -> bool:
    """Say whether a text names what is planned."""
    return plan.thing.lower() in text.lower()


def brings_up(reply: Utterance, plan: Planned, mind: Mind) -> bool:
    """Say whether a reply asks about a plan or rests on it; another matter may share its name."""
    if not names(reply.text, plan):
        return False
    cited = [fact for id_ in reply.cites if (fact := mind.faculties.knowledge.fact(id_))]
    return "follow_up" in reply.acts or any(fact.kind == "plan" for fact in cited)


@cache
def app() -> Any:
    return companion()


def live(seed: int, encoder: MiniLM, held_out: bool, show: int = 0, count: int = PER_LIFE) -> Life:
    """Live one life with the companion; notes on which days each plan is brought up."""
    life, clock = lived(seed, count), MovableClock(START)
    with tempfile.TemporaryDirectory() as folder:
        for day in life.talks:
            clock.set(START + timedelta(days=day))
            with Mind.open(Path(folder) / "m", owner="Ada", clock=clock, encoder=encoder) as mind:
                spoken: list[Planned] = []
                for said, plan in script(life, day, seed, held_out):
                    clock.advance(minutes=1)
                    spoken += [one for one in life.plans if one is plan or names(said, one)]
                    reply = turn(app(), mind.faculties, said)["utterance"]
                    for one in life.plans:
                        if one not in spoken and brings_up(reply, one, mind):
                            one.mentions.append(day)
                    if show > 1:
                        print(f"  [{day}] {said}\n        {reply.text}")
    return life


def judged(life: Life) -> dict[str, list[bool]]:
    """Give, by what must hold, whether it holds for each plan it applies to."""
    found: dict[str, list[bool]] = {
        "followed_up": [], "not_before": [], "not_twice": [], "not_when_over": [],
    }  # fmt: skip
    for plan in life.plans:
        expected = plan.expected(life.talks)
        if expected >= 0:
            found["followed_up"].append(plan.mentions == [expected])
        found["not_before"].append(all(day > plan.due for day in plan.mentions))
        found["not_twice"].append(len(plan.mentions) < 2)
        if plan.fate in ("cancelled", "reported"):
            found["not_when_over"].append(not plan.mentions)
    return found


def run(
    seeds: Sequence[int], encoder: MiniLM, held_out: bool, show: int = 0, count: int = PER_LIFE
) -> dict[str, Any]:
    """Live the lives of these seeds; gives how many plans there were and the share that holds."""
    total: dict[str, list[bool]] = {}
    plans = 0
    for seed in seeds:
        life = live(seed, encoder, held_out, show, count)
        plans += len(life.plans)
        for name, values in judged(life).items():
            total.setdefault(name, []).extend(values)
        for plan in life.plans if show else ():
            expected = plan.expected(life.talks)
            if plan.mentions != ([expected] if expected >= 0 else []):
                print(f"seed {seed} {plan} expected {expected}")
                for day in {plan.told, plan.changed} - {-1}:
                    print("   ", [s for s, p in script(life, day, seed, held_out) if p is plan])
    shares = {n: round(sum(v) / max(1, len(v)), 4) for n, v in total.items()}
    return {"plans": plans, "due": len(total["followed_up"]), **shares}


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.prospective", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[201, 202, 203, 204, 205])
    parser.add_argument("--plans", type=int, default=PER_LIFE, help="in each life")
    command(
        "prospective",
        "held_out",
        parser,
        FORMS,
        lambda options, others, encoder: run(
            options.seeds, encoder, others, options.show, options.plans
        ),
    )


if __name__ == "__main__":
    main()
