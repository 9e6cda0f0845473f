"""Made-up lives, and people with habits of asking: what `benchmarks.adaptation` simulates with.

A life is weeks of evenings in which someone tells what happened, and others of their circle say
something too. A habit is how a person asks (in the words it was told in, by its gist in others,
about someone, by the day, for what someone said, for what came next), what they return to, and how
far back.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

START = datetime(2025, 1, 6, 19, 0)
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


def life(seed: int, weeks: int, owner: str = "Ada", a_day: int = 8) -> list[Told]:
    """Make up a life: each day an evening of turns, in order."""
    chance = random.Random(seed)
    turns: list[Told] = []
    for day in range(weeks * 7):
        who = thing = ""
        for n in range(a_day):
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
                    speaker=owner if own else who,
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
) -> tuple[Told, str, str]:
    """Let a person return to something: what is meant, the style, and the question."""
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
    return meant, style, question(style, meant, lived[place - 1], chance)


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
