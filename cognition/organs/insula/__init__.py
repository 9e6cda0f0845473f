"""The insula: care for the person, decided by plain rules before and outside any model.

It says what the companion is and when, refers to people who can help, and names what the reply must
respect. Nothing that is remembered, configured as a persona or said by a model reaches these rules.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated

from cognition.channel import Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.insula.crisis import crisis
from cognition.organs.insula.referral import resources
from cognition.organs.insula.signals import boundaries
from cognition.values import EPOCH, Affect, Care, Note, Percept

DISCLOSED, SESSION, SEEN = "care.disclosed", "care.session_start", "care.seen"
BREAK, REFERRALS = "care.break", "care.referrals"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was perceived, and how the person seems to feel."""

    percept: Percept
    affect: Affect = field(default_factory=Affect)


@dataclass(frozen=True, slots=True)
class Minded:
    """What care asks of the turn, and what it keeps: times and counts, never words."""

    care: Care
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()


@dataclass(frozen=True, slots=True)
class _Times:
    """How long this has gone on: what is due now, and what is to be kept."""

    disclosure: bool
    rest: bool
    first: bool
    hours: int
    notes: tuple[Note, ...]


class Insula(Organ[Heard, Minded]):
    """Disclose that the companion is a program, refer in a crisis, and name the turn's boundaries.

    It says what the companion is at the first turn, when a session starts (after `gap_hours` of
    quiet) and every `every_hours` of use, when it also suggests a break. `country` (ISO code, or
    EU) chooses the crisis line, `resources` is a file laid over the shipped `resources.yaml`.

    References:
        New York General Business Law Art. 47; California SB 243; EU AI Act Art. 50(1).
    """

    every_hours: float = 3.0
    gap_hours: float = 1.0
    country: str = ""
    resources: str = ""

    def __post_init__(self) -> None:
        """Read the resources now, so that a bad file is told when the circuit is built."""
        resources(self.resources)

    def step(self, see: Heard, use: Faculties) -> Minded:
        """Decide what this turn must say word for word and what it must respect."""
        times = self._times(see.percept, use)
        sign = crisis(see.percept.text)
        found = boundaries(see.percept.text, see.percept.act)
        notes = times.notes
        said: list[str] = []
        reasons: list[str] = []
        if sign is not None:
            said.append(resources(self.resources).referral(sign.language, self.country))
            reasons.append("signs of suicidal thoughts or self-harm")
            notes = (*notes, _note(REFERRALS, _count(use) + 1))
        if times.disclosure or "say_not_human" in found:
            again = times.disclosure and not times.first and "say_not_human" not in found
            said.append(_disclosure(use.persona.name, again))
            reasons.append("disclosure" if times.disclosure else "asked whether it is human")
        if times.rest and sign is None:
            said.append(
                f"We've been talking for {times.hours} hours; this may be a good time for a break."
            )
            reasons.append("long continuous use")
        care = Care(
            level="crisis" if sign else "notice" if said else "none",
            notice=" ".join(said),
            boundaries=found,
            reason=", ".join((*reasons, *(name for name in found if name != "say_not_human"))),
        )
        return Minded(care=care, notes=notes)

    def _times(self, percept: Percept, use: Faculties) -> _Times:
        now = percept.when if percept.when != EPOCH else use.clock.now()
        every, gap = timedelta(hours=self.every_hours), timedelta(hours=self.gap_hours)
        seen, disclosed = _moment(use, SEEN), _moment(use, DISCLOSED)
        started, rested = _moment(use, SESSION), _moment(use, BREAK)
        fresh = seen is None or started is None or not timedelta(0) <= now - seen <= gap
        if fresh or started is None:
            started = rested = now
        due = fresh or disclosed is None or not timedelta(0) <= now - disclosed < every
        rest = not fresh and now - max(started, rested or started) >= every
        notes = [_note(SEEN, now.isoformat())]
        if fresh:
            notes.append(_note(SESSION, now.isoformat()))
        if fresh or rest:
            notes.append(_note(BREAK, now.isoformat()))
        if due:
            notes.append(_note(DISCLOSED, now.isoformat()))
        hours = round((now - started) / timedelta(hours=1))
        return _Times(due, rest, seen is None, hours, tuple(notes))


def _disclosure(name: str, again: bool) -> str:
    return (
        f"{'A reminder: ' if again else ''}I'm {name}, a computer program and not a person; "
        "I can't feel emotions as people do."
    )


def _note(key: str, value: str | int) -> Note:
    return Note(key, json.dumps(value))


def _moment(use: Faculties, key: str) -> datetime | None:
    kept = use.journal.state(key)
    try:
        return datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def _count(use: Faculties) -> int:
    kept = use.journal.state(REFERRALS, 0)
    return kept if isinstance(kept, int) else 0
