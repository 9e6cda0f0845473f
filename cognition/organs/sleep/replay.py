"""Replay: the sessions that ended since the last sleep, one after another, each seen once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Protocol

from cognition.faculties import Faculties
from cognition.organs.sleep.pace import Pace
from cognition.values import Engram

Progress = Callable[[int, int], None]

RESTED = timedelta(hours=1)  # a session this long quiet is over
REPLAYED = "sleep.replayed"  # how far replay has come, as a sequence number
HEARD = ("person", "other")


class Replayable(Protocol):
    """What sleep needs of a journal beyond reading and committing."""

    def walk(self, after: int = 0, roles: Sequence[str] = ()) -> Iterator[tuple[int, Engram]]: ...
    def forgotten(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Session:
    """One session as it was lived: `turns` with the companion's own, `heard` without.

    Once it is dealt with, all is replayed up to the sequence number `reached`.
    """

    turns: tuple[Engram, ...]
    reached: int

    @property
    def heard(self) -> tuple[Engram, ...]:
        return tuple(engram for engram in self.turns if engram.role in HEARD)


def ended_sessions(
    use: Faculties, journal: Replayable, pace: Pace, progress: Progress | None = None
) -> Iterator[Session]:
    """Yield the sessions that ended since the last sleep, in the order in which they ended.

    A session that goes on waits for the next sleep, to be seen whole. What is told meanwhile waits
    too. Only sessions still open are held in memory, however long the journal is.
    """
    after = int(use.journal.state(REPLAYED, 0))
    left, last = _ahead(use, journal, after)
    total = sum(left.values())
    awake = use.clock.now() - RESTED
    open_: dict[str, list[Engram]] = {}
    began: dict[str, int] = {}
    done = 0
    for number, engram in journal.walk(after) if left else ():
        pace.breathe()
        key = session_of(engram)
        if engram.role not in HEARD:
            if key in open_:
                open_[key].append(engram)
            continue
        place = use.timeline.position(engram.id)
        if place is None:  # forgotten since it was read
            continue
        open_.setdefault(key, []).append(engram)
        began.setdefault(key, number)
        session = int(use.timeline.sessions[place])
        left[session] -= 1
        if left[session] == 0 and engram.when < awake:
            turns = tuple(open_.pop(key))
            del began[key]
            yield Session(turns, min(began.values(), default=number + 1) - 1)
            done += sum(turn.role in HEARD for turn in turns)
            if progress:
                progress(done, total)
        if engram.id == last:
            return


def session_of(engram: Engram) -> str:
    """Give a turn's session: the one it names, else its day."""
    return engram.session or engram.when.date().isoformat()


def _ahead(use: Faculties, journal: Replayable, after: int) -> tuple[Counter[int], str]:
    """Count the turns of each session that lie ahead, and give the last one's id."""
    line = use.timeline
    for _, first in islice(journal.walk(after, HEARD), 1):
        with use.knowledge.changing():
            start = line.position(first.id)
            sessions = line.sessions[start:].copy() if start is not None else ()
            last = line.id_at(len(line) - 1) if len(line) else ""
        return Counter(int(session) for session in sessions), last
    return Counter(), ""
