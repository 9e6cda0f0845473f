"""How affect went: what was felt after each turn, lived through again from the journal.

Each episode keeps the affect it was bound to, so that the course of the person's affect and of the
companion's mood can be computed anew at any time, and what was forgotten has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from cognition.faculties import Faculties
from cognition.organs.amygdala.dynamics import HALF_LIFE
from cognition.organs.amygdala.feeling import NOTE, Feeling, begun, current, keep
from cognition.organs.amygdala.person import PersonAffect
from cognition.values import Affect, Engram, Mood

GAIN = 0.5


class Walked(Protocol):
    """What this needs of a journal."""

    def walk(self, after: int = 0, roles: Sequence[str] = ()) -> Iterator[tuple[int, Engram]]: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn of the person's, the affect it was said with, and what was felt after it."""

    id: str
    session: str
    when: datetime
    affect: Affect
    feeling: Feeling


def trajectory(
    turns: Iterable[Engram],
    persona: Mood,
    since: datetime | None = None,
    gain: float = GAIN,
    half_life_hours: float = HALF_LIFE,
) -> Iterator[Moment]:
    """Yield what was felt after each of the person's turns, which come in order of time.

    Before `since`, when what it had learned was reset, only the person's affect moves.

    >>> turn = Engram(id="a", when=datetime(2026, 3, 1), affect=Affect(0.8, 0.5, 0, "joy", 0.9))
    >>> [moment] = trajectory([turn], Mood(valence=0.0))
    >>> moment.feeling.mood.valence > 0 and moment.feeling.person.valence.now > 0
    True
    """
    feeling = begun(persona)
    for turn in turns:
        if turn.role != "person":
            continue
        feeling = feeling.later(persona, turn.when, half_life_hours)
        pulled = gain if since is None or turn.when >= since else 0.0
        feeling = feeling.moved(turn.affect, turn.when, pulled)
        session = turn.session or turn.when.date().isoformat()
        yield Moment(turn.id, session, turn.when, turn.affect, feeling)


def lived(
    use: Faculties, journal: Walked, gain: float = GAIN, half_life_hours: float = HALF_LIFE
) -> list[Moment]:
    """Give what was felt after every turn of the person's that is remembered, in order of time."""
    told = (
        Engram(id=turn.id, session=turn.session, when=turn.when, affect=turn.affect)
        for _, turn in journal.walk(roles=("person",))
    )
    in_order = sorted(told, key=lambda turn: turn.when)
    persona, since = use.persona.temperament, current(use).since
    return list(trajectory(in_order, persona, since, gain, half_life_hours))


def relive(use: Faculties, journal: Walked) -> None:
    """Estimate the person's affect anew, from what is still remembered."""
    if use.journal.state(NOTE) is not None:
        moments = lived(use, journal)
        person = moments[-1].feeling.person if moments else PersonAffect()
        keep(use, replace(current(use), person=person))
