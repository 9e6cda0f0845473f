"""Made-up lives, and people with habits of asking: what `benchmarks.adaptation` simulates with.

A life is weeks of evenings in which someone tells what happened, and others of their circle say
something too. A habit is how a person asks (in the words it was told in, by its gist in others,
about someone, by the day, for what someone said, for what came next), what they return to, and how
far back.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cognition import Mind
from cognition.adaptation import Adaptation
from cognition.faculties import Encoder
from cognition.faculties.clock import MovableClock
from cognition.organs.consolidation import Consolidation, Lived
from cognition.organs.hippocampus import Cued, Hippocampus, Recalled
from cognition.remembering import perceived
from cognition.values import Engram, Percept, Utterance, engram_id

START = datetime(2025, 1, 6, 19, 0)
OWNER = "Ada"
A_DAY = 8  # turns told
ASKED = 4  # returns a day
RESTING = 7  # days before the first
SHOWN = 20  # memories looked through for the one that was meant
INSISTS, THANKS = 0.7, 0.3  # how often a person asks again, and says thanks
CIRCLES = {
    "work": ("Karl", "Priya", "Tomas", "Ingrid"),
    "family": ("Mia", "Ben", "Rosa", "Leo"),
    "friends": ("Nadia", "Oskar", "Femi", "Yuki"),
}
# each line: circle, as told (by the person; by {who} if it begins with "I:"), topic, gist asked for
EVENTS = tuple(
    tuple(line.split(" | "))
    for line in Path(__file__).with_name("lives.txt").read_text("utf-8").splitlines()
)
THINGS = (
    "printer", "lighthouse", "canoe", "greenhouse", "trumpet", "ladder", "tandem", "telescope",
    "scooter", "waffle iron", "aquarium", "sewing machine", "caravan", "treehouse", "piano",
    "mural", "kiosk", "sailing boat", "beehive", "chandelier", "archive", "fountain",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One turn of a life."""

    ref: str
    text: str
    speaker: str
    when: datetime
    session: str
    circle: str
    who: str
    topic: str
    gist: str


@dataclass(frozen=True, slots=True)
class Habit:
    """How one person asks and what they return to.

    `styles` and `interests` are relative weights, `reach` the exponent with which the chance to
    return to something falls with its age in days.
    """

    name: str
    styles: Mapping[str, float]
    interests: Mapping[str, float]
    reach: float = 0.5


def life(seed: int, weeks: int) -> list[Told]:
    """Make up a life: each day an evening of turns, in order."""
    chance = random.Random(seed)
    turns: list[Told] = []
    for day in range(weeks * 7):
        who = thing = ""
        for n in range(A_DAY):
            circle, text, topic, gist = chance.choice(EVENTS)
            # one thing leads to another: half of the time someone or something goes on
            if who not in CIRCLES[circle] or chance.random() < 0.5:
                who = chance.choice(CIRCLES[circle])
            if not thing or chance.random() < 0.5:
                thing = chance.choice(THINGS)
            own = not text.startswith("I: ")
            turns.append(
                Told(
                    ref=f"{day}:{n}",
                    text=text.removeprefix("I: ").format(who=who, x=thing),
                    speaker=OWNER if own else who,
                    when=START + timedelta(days=day, minutes=2 * n),
                    session=str(day),
                    circle=circle,
                    who=who,
                    topic=f"{topic} and the {thing}" if chance.random() < 0.5 else topic,
                    gist=f"{gist[:-1]}, with the {thing}?" if chance.random() < 0.5 else gist,
                )
            )
    return turns


def returns(
    habit: Habit, lived: Sequence[Told], now: datetime, chance: random.Random
) -> tuple[Told, str]:
    """Let a person return to something: what is meant, and the question."""
    [style] = chance.choices(list(habit.styles), list(habit.styles.values()))
    fitting = [
        (place, turn)
        for place, turn in enumerate(lived)
        if style in ("words", "gist", "when")
        or (style == "about" and turn.who != turn.speaker)
        or (style == "said" and turn.who == turn.speaker)
        or (style == "next" and place and lived[place - 1].session == turn.session)
    ]
    weights = [
        habit.interests.get(turn.circle, 1.0)
        * habit.interests.get(turn.topic.split()[0], 1.0)
        * ((now - turn.when).total_seconds() / 86400 + 0.5) ** -habit.reach
        for _, turn in fitting
    ]
    [(place, meant)] = chance.choices(fitting, weights)
    return meant, question(style, meant, lived[place - 1], chance)


def question(style: str, meant: Told, before: Told, chance: random.Random) -> str:
    """Word a question for a turn in a style; `before` is the turn just before it."""
    if style == "words":
        words = [w.strip(".,") for w in meant.text.split() if len(w) > 3]
        kept = sorted(chance.sample(range(len(words)), min(3, len(words))))
        return " ".join(words[i] for i in kept) + "?"
    if style == "gist":
        return meant.gist
    if style == "about":
        return f"What was it about {meant.who} and the {meant.topic}?"
    if style == "when":
        return f"What happened with {meant.who} on {meant.when.day} {meant.when:%B}?"
    if style == "said":
        return f"What did {meant.who} say about the {meant.topic}?"
    return f"What came right after the {before.topic} with {before.who}?"


PLANS = ("meeting", "wish", "journey")
FEELINGS = ("quarrel", "praise", "fall", "crying", "romance", "apology", "theft", "exam")
HABITS = (
    Habit("words, work", {"words": 8, "gist": 1, "about": 1}, {"work": 6}, 0.3),
    Habit("gist, feelings", {"gist": 8, "words": 1, "said": 1}, dict.fromkeys(FEELINGS, 6.0), 1.0),
    Habit("about, friends", {"about": 8, "gist": 1, "words": 1}, {"friends": 6}, 0.3),
    Habit("said, family", {"said": 8, "about": 1, "gist": 1}, {"family": 6}, 0.6),
    Habit("when, work", {"when": 8, "gist": 1, "about": 1}, {"work": 6}, 0.3),
    Habit("next, plans", {"next": 8, "gist": 1, "words": 1}, dict.fromkeys(PLANS, 12.0), 1.0),
)


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
            meant, asked = returns(habit, told[: (day + 1) * A_DAY], now, chance)
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
        cue = perceived(mind.faculties, each.question, each.when + timedelta(seconds=20 * attempt))
        recalled = Hippocampus().step(Cued(cue), mind.faculties)
        found = recalled.recollections if recalled else ()
        cited = [r.id for r in found if not r.text.endswith("?")][:1]
        commit(mind, cue, recalled, cited)
        if cited == [id_of(each.meant)]:
            if chance.random() < THANKS:
                thanks = perceived(mind.faculties, "Thanks!", each.when + timedelta(seconds=40))
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


WAYS: dict[str, Way] = {"show": show, "chat": chat}
