"""The order in which episodes were lived, in memory: what came just before and after each one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import repeat
from math import log1p

import numpy as np
from numpy.typing import NDArray

from cognition.values import EPOCH, Engram

_COLUMNS = ("_sessions", "_speakers", "_times", "_asking", "_lengths", "_valences")


class EpisodeTimeline:
    """Positions of episodes by id, with session, speaker and time; about 200 bytes an episode.

    Episodes are ordered as they were written; when one is forgotten, those around it close up.

    >>> line = EpisodeTimeline()
    >>> line.extend([Engram(id="a", session="1", speaker="Ada"), Engram(id="b", session="1")])
    >>> line.position("b"), line.speaker_at(0), line.sessions.tolist()
    (1, 'Ada', [0, 0])
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._positions: dict[str, int] = {}
        self._session_numbers: dict[str, int] = {}
        self._speaker_numbers: dict[str, int] = {}
        self._names: tuple[str, ...] = ()
        self._sessions = np.zeros(1024, np.int32)
        self._speakers = np.zeros(1024, np.int32)
        self._times = np.zeros(1024, np.float64)
        self._asking = np.zeros(1024, np.bool_)
        self._lengths = np.zeros(1024, np.float32)
        self._valences = np.zeros(1024, np.float32)

    def __len__(self) -> int:
        return len(self._ids)

    def extend(self, engrams: Sequence[Engram]) -> None:
        """Add episodes at the end; one that is there already is left where it is."""
        for engram in engrams:
            e, words = engram, engram.text.count(" ") + 1
            felt = e.affect.valence
            self.append(e.id, e.session, e.speaker, e.when, e.act, words, felt)

    def append(
        self,
        id: str,
        session: str,
        speaker: str,
        when: datetime,
        act: str,
        words: int = 0,
        valence: float = 0.0,
    ) -> None:
        """Add one episode at the end."""
        if id in self._positions:
            return
        place = len(self._ids)
        if place == len(self._sessions):
            self._grow()
        self._positions[id] = place
        self._ids.append(id)
        # turns without a session belong to the session of their day
        key = session or when.date().isoformat()
        numbers = self._session_numbers
        self._sessions[place] = numbers.setdefault(key, len(numbers))
        if speaker not in self._speaker_numbers:
            self._speaker_numbers[speaker] = len(self._names)
            self._names = (*self._names, speaker)
        self._speakers[place] = self._speaker_numbers[speaker]
        self._times[place] = (when - EPOCH).total_seconds()
        self._describe(place, act, words, valence)

    def remove(self, ids: Sequence[str]) -> None:
        """Forget these episodes; unknown ids pass."""
        gone = [place for id in ids if (place := self._positions.get(id)) is not None]
        if not gone:
            return
        keep = np.ones(len(self._ids), bool)
        keep[gone] = False
        self._ids = [id for id, kept in zip(self._ids, keep, strict=True) if kept]
        self._positions = {id: place for place, id in enumerate(self._ids)}
        for name in _COLUMNS:
            column = getattr(self, name)
            column[: len(self._ids)] = column[: len(keep)][keep]

    def replace(self, old: str, new: Engram) -> None:
        """Put a corrected episode in the place of the old one."""
        place = self._positions.pop(old)
        self._positions[new.id] = place
        self._ids[place] = new.id
        self._describe(place, new.act, new.text.count(" ") + 1, new.affect.valence)

    def position(self, id: str) -> int | None:
        """Give the position of an episode, None if there is none of that id."""
        return self._positions.get(id)

    def positions(self, ids: Sequence[str]) -> NDArray[np.int64]:
        """Give the positions of n episodes as (n,), -1 where there is none of that id."""
        return np.fromiter(map(self._positions.get, ids, repeat(-1)), np.int64, len(ids))

    def id_at(self, position: int) -> str:
        """Give the id at a position."""
        return self._ids[position]

    def speaker_at(self, position: int) -> str:
        """Give who spoke at a position."""
        return self._names[self._speakers[position]]

    def when_at(self, position: int) -> datetime:
        """Give the time of a position."""
        return EPOCH + timedelta(seconds=float(self._times[position]))

    def of_session(self, session: str) -> NDArray[np.int64]:
        """Give the positions of a session's episodes; turns without one are of their day's."""
        return np.flatnonzero(self.sessions == self._session_numbers.get(session, -1))

    @property
    def sessions(self) -> NDArray[np.int32]:
        """The number of the session that each position belongs to."""
        return self._sessions[: len(self._ids)]

    @property
    def speakers(self) -> NDArray[np.int32]:
        """The number of the speaker at each position, an index into `speaker_names`."""
        return self._speakers[: len(self._ids)]

    @property
    def asking(self) -> NDArray[np.bool_]:
        """Whether what was said at each position only asks."""
        return self._asking[: len(self._ids)]

    @property
    def times(self) -> NDArray[np.float64]:
        """When each position was said, in seconds since `EPOCH`."""
        return self._times[: len(self._ids)]

    @property
    def lengths(self) -> NDArray[np.float32]:
        """How much was said at each position: log(1 + words)."""
        return self._lengths[: len(self._ids)]

    @property
    def valences(self) -> NDArray[np.float32]:
        """How pleasant what was said at each position was felt to be, in [-1, 1]."""
        return self._valences[: len(self._ids)]

    @property
    def speaker_names(self) -> tuple[str, ...]:
        """Everyone who ever spoke, in order of first appearance."""
        return self._names

    def _describe(self, place: int, act: str, words: int, valence: float) -> None:
        self._asking[place] = act == "question"
        self._lengths[place] = log1p(words)
        self._valences[place] = valence

    def _grow(self) -> None:
        size = 2 * len(self._sessions)
        for name in _COLUMNS:
            setattr(self, name, np.resize(getattr(self, name), size))
