"""What organs use: the contracts of the faculties, and the bundle that hands them to a step.

Organs see these protocols only; the implementations are the modules beside this file.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from cognition.values import EPOCH, Engram, Fact, Mood, Traces, derive_id

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Text to unit vectors. `name` identifies weights and pooling.

    Two encoders of one name agree.
    """

    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...
    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed n texts as an (n, size) float32 array of unit rows."""
        ...


class Clock(Protocol):
    """The time, as the person's wall clock shows it (naive)."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Point:
    """A memory as the index holds it: an id, its vector, its words (never stored), and filters."""

    id: str
    vector: Sequence[float]
    text: str
    kind: str = "episode"
    speaker: str = ""
    when: datetime = EPOCH
    traces: Traces = Traces()


@dataclass(frozen=True, slots=True)
class Search:
    """One description of a search, compiled for every engine.

    By `vector` (cosine), by `text` (BM25), or by `words`, best first: the sum over these vectors
    of the greatest dot product with a trace of the memory's words (late interaction).

    Exactly one of the three is given. `since` is inclusive, `until` exclusive; `ids`
    restricts to those memories.
    """

    vector: Sequence[float] | None = None
    text: str | None = None
    words: Sequence[Sequence[float]] | None = None
    limit: int = 10
    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    ids: tuple[str, ...] = ()


class Hit(NamedTuple):
    """One memory found, with its score in its own search's unit (cosine, or BM25)."""

    id: str
    score: float


class Held(NamedTuple):
    """What an index holds of a memory: its vector, and the traces of its words as signed bytes."""

    id: str
    vector: Sequence[float]
    words: bytes


class Index(Protocol):
    """The associative index of one owner's memories.

    A projection of the journal, rebuildable at any time.
    """

    def put(self, points: Sequence[Point]) -> None:
        """Add points, or replace those of the same id."""
        ...

    def search(self, searches: Sequence[Search]) -> list[list[Hit]]:
        """Run several searches as one batch; hits best first, ties in a stable order."""
        ...

    def delete(self, ids: Sequence[str]) -> None: ...
    def ids(self) -> Iterator[str]:
        """Yield the id of every point of this owner."""
        ...

    def points(self) -> Iterator[Held]:
        """Yield what is held of every point of this owner."""
        ...

    def count(self) -> int: ...
    def flush(self) -> None:
        """Return once everything put so far is on disk."""
        ...

    def scrub(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Leave nothing of deleted points on disk (rebuild without them)."""
        ...

    def close(self) -> None: ...


class Journal(Protocol):
    """The truth: what was said, derived, corrected and forgotten.

    Every write is one durable transaction.
    """

    def commit(
        self,
        engrams: Sequence[Engram] = (),
        facts: Sequence[Fact] = (),
        states: Mapping[str, Any] | None = None,
    ) -> tuple[str, ...]:
        """Write all or nothing, durably.

        Returns ids of engrams that were new. Same id again: facts are replaced, engrams kept.
        """
        ...

    def watch(self, see: Callable[[Sequence[Engram]], object]) -> None:
        """Have something called with the new turns of every commit, once they are on disk."""
        ...

    def hold(self, engrams: Sequence[Engram] = (), states: Mapping[str, Any] | None = None) -> None:
        """Keep turns and states in mind without writing them: `latest` and `state` give them."""
        ...

    def let_go(self) -> None:
        """Let go of what is held in mind and was never written."""
        ...

    def review(self, engrams: Sequence[Engram]) -> None:
        """Write the strength of engrams that were rehearsed."""
        ...

    def engrams(self, ids: Sequence[str]) -> list[Engram]:
        """Give the engrams of these ids in the order asked (without vectors).

        Unknown ids are left out.
        """
        ...

    def latest(self, n: int, role: str | None = None) -> list[Engram]:
        """Give the n engrams written last, oldest first."""
        ...

    def facts(self) -> list[Fact]: ...
    def state(self, key: str, default: Any = None) -> Any:
        """Give a remembered setting (JSON value)."""
        ...

    def count(self) -> int: ...


class Timeline(Protocol):
    """The order in which episodes were lived, kept in memory.

    A position is a place in that order.
    """

    def __len__(self) -> int: ...
    def position(self, id: str) -> int | None: ...
    def positions(self, ids: Sequence[str]) -> NDArray[np.int64]:
        """Give the positions of n episodes as (n,), -1 where there is none of that id."""
        ...

    def id_at(self, position: int) -> str: ...
    def speaker_at(self, position: int) -> str: ...
    def when_at(self, position: int) -> datetime: ...
    def of_session(self, session: str) -> NDArray[np.int64]:
        """Give the positions of a session's episodes, in order."""
        ...

    @property
    def sessions(self) -> NDArray[np.int32]:
        """The number of the session that each position belongs to."""
        ...

    @property
    def speakers(self) -> NDArray[np.int32]:
        """The number of the speaker at each position, an index into `speaker_names`."""
        ...

    @property
    def asking(self) -> NDArray[np.bool_]:
        """Whether what was said at each position only asks."""
        ...

    @property
    def times(self) -> NDArray[np.float64]:
        """When each position was said, in seconds since `EPOCH`."""
        ...

    @property
    def lengths(self) -> NDArray[np.float32]:
        """How much was said at each position: log(1 + words)."""
        ...

    @property
    def valences(self) -> NDArray[np.float32]:
        """How pleasant what was said at each position was felt to be, in [-1, 1]."""
        ...

    @property
    def speaker_names(self) -> tuple[str, ...]: ...
    def extend(self, engrams: Sequence[Engram]) -> None: ...
    def remove(self, ids: Sequence[str]) -> None: ...
    def replace(self, old: str, new: Engram) -> None: ...


class Knowledge(Protocol):
    """A graph of people, places and things whose edges are facts with validity and sources."""

    def changing(self) -> AbstractContextManager[object]:
        """Hold while journal and graph are changed together: other changes wait, reads go on."""
        ...

    def learn(self, facts: Sequence[Fact]) -> None:
        """Add facts, or replace those of the same id."""
        ...

    def unlearn(self, ids: Sequence[str]) -> None: ...
    def facts(
        self,
        about: str | None = None,
        relation: str | None = None,
        kind: str | None = None,
        at: datetime | None = None,
    ) -> list[Fact]:
        """Give matching facts, newest first; `about` matches subject or object without case.

        `at` keeps those valid then.
        """
        ...

    def fact(self, id: str) -> Fact | None: ...
    def resting_on(self, source: str) -> list[Fact]:
        """Give the facts and links that name this engram, or fact, among their sources."""
        ...

    def relations(self) -> tuple[str, ...]:
        """Give every relation that some fact has."""
        ...

    def entities(self) -> tuple[str, ...]: ...
    def aliases(self, name: str, sure: float = 0.5) -> tuple[str, ...]:
        """Give what else the bearer of a name is called, nearest first; empty if unclear."""
        ...

    def same_as(self, id: str) -> tuple[str, ...]:
        """Give the ids of the other episodes that say the same as this one."""
        ...

    def path(self, start: str, end: str) -> tuple[Fact, ...]:
        """Give the shortest chain of held facts between two entities, empty if there is none."""
        ...


class Language(Protocol):
    """The one door to a chat model."""

    @property
    def name(self) -> str: ...
    def write(
        self, messages: Sequence[tuple[str, str]], on_token: Callable[[str], None] | None = None
    ) -> str:
        """Continue a conversation of (role, text) with roles system, user, assistant.

        Raises LanguageError.
        """
        ...


@dataclass(frozen=True, slots=True)
class Persona:
    """Who the companion is: its name, how it describes itself, its interests and temperament."""

    name: str = "Kindred"
    description: str = "a calm, curious and honest companion"
    interests: tuple[str, ...] = ()
    style: str = "warm, plain, short sentences"
    temperament: Mood = field(default_factory=Mood)


@dataclass(frozen=True, slots=True)
class Faculties:
    """Everything a step may use; handed to a compiled graph as its context. Never falsy."""

    owner: str
    encoder: Encoder
    journal: Journal
    index: Index
    knowledge: Knowledge
    timeline: Timeline
    clock: Clock
    language: Language | None = None
    persona: Persona = field(default_factory=Persona)
    seed: int = 0

    def random(self, *parts: object) -> random.Random:
        """Give a random stream of the seed and these parts; a replayed turn repeats itself."""
        return random.Random(derive_id(self.seed, *parts))


__all__ = [
    "Clock",
    "Encoder",
    "Faculties",
    "Hit",
    "Index",
    "Journal",
    "Knowledge",
    "Language",
    "Persona",
    "Point",
    "Search",
    "Timeline",
    "Vectors",
]
