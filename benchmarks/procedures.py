"""Measure whether instructions on how to be treated hold: in replies, over restarts, until changed.

usage: python -m benchmarks.procedures [--cases N] [--show N] [--only-seen] [--forms FILE]

Each case is one life: something is told, an instruction is given (`procedures_forms.yaml`: two sets
of wordings, both in view when the rules were written, and besides, as `blind`, those of --forms,
which no rule was made with), the talk goes on, and again after a restart
days later. Half of the time it is then lifted or changed. Only what replies say and do counts, not
what is stored. Chat replies come from a scripted model that disobeys where it can (emoji, length,
questions); the others are the native voice's.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
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

FORMS: dict[str, Any] = table(resources.files("benchmarks") / "procedures_forms.yaml")
START = datetime(2026, 3, 2, 18, 0)
WISHES = tuple(FORMS["seen"])
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_ADVICE = re.compile(
    r"\b(?:you (?:could|should|might)|try |perhaps a little|one thought|an idea|here's a thought"
    r"|might help|worth some time)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"[^.!?]*\b(?:Kindred|computer program|your own machine)\b[^.!?]*[.!?]")
_PAST = re.compile(
    r"\b(?:told me|you said|I remember|reminds me|I haven't forgotten|in mind what)\b"
)
CHATTY = (
    "That sounds like quite a day 😀. You did well. I am glad. It matters. Tell me, how was it? 🎉",
)


@dataclass
class Case:
    """One instruction, with what it is about and how it is given and lifted."""

    wish: str
    said: str
    lift: str
    name: str
    topic: str
    seed: int


class Disobedient:
    """A chat model that says the same whatever it is asked."""

    name = "disobedient"

    def write(self, messages: object, **_: Any) -> str:
        return CHATTY[0]


def made(seed: int, further: bool) -> Case:
    """Make up an instruction."""
    chance = random.Random(f"procedures {seed}")
    wish = WISHES[seed % len(WISHES)]
    name, other = chance.sample(FORMS["names"], 2)
    topic = chance.choice(FORMS["topics"])
    form = chance.choice(FORMS["further" if further else "seen"][wish])
    said = form.format(name=name, topic=topic)
    frame = "{said}" if said.endswith("?") else chance.choice(FORMS["frames"])
    low = said if said.startswith(("I ", "I'", "My friends")) else said[0].lower() + said[1:]
    lift = chance.choice(FORMS["lifted"][wish]).format(name=other, topic=topic)
    return Case(wish, frame.format(said=said, low=low), lift, name, topic, seed)


@cache
def app() -> Any:
    return companion()


def lived(case: Case, encoder: MiniLM) -> tuple[bool, bool | None]:
    """Live a case; says whether the instruction held, and whether what lifted it took effect."""
    chance, clock = random.Random(case.seed), MovableClock(START)
    with tempfile.TemporaryDirectory() as folder:

        def sitting(days: int, *said: str) -> list[Utterance]:
            clock.advance(days=days)
            with Mind.open(Path(folder) / "m", owner="Ada", clock=clock, encoder=encoder) as mind:
                use = mind.faculties
                if case.wish in ("no_emoji", "brief") and case.seed % 2:
                    use = replace(use, language=Disobedient())
                replies: list[Utterance] = []
                for text in said:
                    clock.advance(minutes=1)
                    replies.append(turn(app(), use, text)["utterance"])
                return replies

        sitting(0, "", f"I have my {case.topic} in nine days.", "I love swimming.")
        talk = chance.sample(FORMS["small_talk"], 6)
        trouble = chance.choice(FORMS["troubles"])
        now = sitting(1, "Hi", case.said, *talk[:3], trouble)[2:]
        later = sitting(12, "", *talk[3:], trouble)
        held = HOLDS[case.wish]([*now, *later], later, case)
        if case.seed // len(WISHES) % 2 or case.wish not in LIFTED:
            return held, None
        talk = FORMS["small_talk"]
        lifted = sitting(1, "Hi", case.lift, *talk[:5])[1:]
        after = [*lifted, *sitting(3, "", *talk[5:], trouble)]
        return held, LIFTED[case.wish](after, case)


def _own(reply: Utterance) -> str:
    """Leave out what care has to say."""
    return _NOTICE.sub("", reply.text).strip()


def _none(pattern: re.Pattern[str]) -> Callable[[Sequence[Utterance], Any, Case], bool]:
    return lambda every, later, case: not any(pattern.search(_own(reply)) for reply in every)


def _short(every: Sequence[Utterance], later: Any, case: Case) -> bool:
    return all(len(re.findall(r"[.!?](?:\s|$)", _own(reply))) <= 2 for reply in every)


def _no_advice(every: Sequence[Utterance], later: Any, case: Case) -> bool:
    return not any("suggest" in r.acts or _ADVICE.search(_own(r)) for r in every)


def _called(every: Any, later: Sequence[Utterance], case: Case) -> bool:
    said = " ".join(reply.text for reply in later)
    return case.name in said and "Ada" not in said


def _unmentioned(every: Sequence[Utterance], later: Any, case: Case) -> bool:
    return not any(case.topic in reply.text.lower() for reply in every)


def _unasked(every: Sequence[Utterance], later: Any, case: Case) -> bool:
    return not any("?" in _own(reply) for reply in every)


HOLDS: dict[str, Callable[[Sequence[Utterance], Sequence[Utterance], Case], bool]] = {
    "no_advice": _no_advice,
    "no_questions": _unasked,
    "brief": _short,
    "call_me": _called,
    "avoid": _unmentioned,
    "no_memories": lambda every, later, case: (
        _none(_PAST)(every, later, case)
        and not any({"recall", "follow_up"} & set(reply.acts) for reply in every)
    ),
    "no_emoji": _none(_EMOJI),
}
LIFTED: dict[str, Callable[[Sequence[Utterance], Case], bool]] = {
    "no_questions": lambda after, case: any("?" in _own(reply) for reply in after),
    "brief": lambda after, case: (
        not _short(after, None, case) or any(len(reply.acts) > 1 for reply in after)
    ),
    "call_me": lambda after, case: (
        any(name in reply.text for reply in after for name in FORMS["names"] if name in case.lift)
        and not any(case.name in reply.text for reply in after)
    ),
    "no_memories": lambda after, case: any(
        {"recall", "follow_up"} & set(reply.acts) for reply in after
    ),
    "no_emoji": lambda after, case: (
        case.seed % 2 == 0 or any(_EMOJI.search(reply.text) for reply in after)
    ),
}


def run(
    cases: int, further: bool, encoder: MiniLM, show: int = 0, first: int = 0
) -> dict[str, Any]:
    """Live that many cases; gives the shares in which the instruction held and was lifted."""
    held: dict[str, list[bool]] = {wish: [] for wish in WISHES}
    lifted: list[bool] = []
    for seed in range(first, first + cases):
        case = made(seed, further)
        kept, changed = lived(case, encoder)
        held[case.wish].append(kept)
        if changed is not None:
            lifted.append(changed)
        if show and not (kept and changed is not False):
            print(case, kept, changed)
    every = [one for values in held.values() for one in values]
    return {
        "instructions": len(every),
        "held": round(sum(every) / len(every), 4),
        "lifted_or_changed": len(lifted),
        "took_effect": round(sum(lifted) / max(1, len(lifted)), 4),
        "held_by_wish": {w: round(sum(v) / max(1, len(v)), 3) for w, v in held.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.procedures", description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    command(
        "procedures",
        "further",
        parser,
        FORMS,
        lambda options, others, encoder: run(
            options.cases, others, encoder, options.show, options.first
        ),
    )


if __name__ == "__main__":
    main()
