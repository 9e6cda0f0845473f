"""When care is due by the clock: disclosure, breaks, sessions; what is kept is times alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.insula.notes import BREAK, DISCLOSED, SEEN, SESSION, moment, note
from cognition.values import Note


@dataclass(frozen=True, slots=True)
class Due:
    """How long this has gone on: what is due now, and what is to be kept."""

    disclosure: bool
    rest: bool
    first: bool
    fresh: bool
    hours: int
    notes: tuple[Note, ...]


def due(now: datetime, every: timedelta, gap: timedelta, use: Faculties) -> Due:
    """Tell what is due at a turn; a session is over after a `gap` of quiet.

    What it goes by lasts over restarts; a clock set back, or spoiled notes, make it due.
    """
    seen, disclosed = moment(use, SEEN), moment(use, DISCLOSED)
    started, rested = moment(use, SESSION), moment(use, BREAK)
    fresh = seen is None or started is None or not timedelta(0) <= now - seen <= gap
    if fresh or started is None:
        started = rested = now
    disclose = fresh or disclosed is None or not timedelta(0) <= now - disclosed < every
    rest = not fresh and now - max(started, rested or started) >= every
    told = now.isoformat()
    notes = [note(SEEN, told)]
    if fresh:
        notes.append(note(SESSION, told))
    if fresh or rest:
        notes.append(note(BREAK, told))
    if disclose:
        notes.append(note(DISCLOSED, told))
    hours = round((now - started) / timedelta(hours=1))
    return Due(disclose, rest, seen is None, fresh, hours, tuple(notes))
