"""The journal in SQL: append-only turns, derived facts, small states, and a record of deeds."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import Insert, insert

from cognition.errors import StoreDamaged
from cognition.faculties.journal.database import Database
from cognition.faculties.journal.reader import STORED, JournalReader, chunks
from cognition.faculties.journal.schema import (
    VERSION,
    as_json,
    deeds,
    fact_row,
    facts,
    iso,
    metadata,
    states,
    turn_row,
    turns,
)
from cognition.values import Engram, Fact

RECENT = 64  # the newest turns are asked for many times a turn, so they stay in memory


def _upsert(table: Table, key: str) -> Insert:
    """Write rows, replacing those of the same key."""
    added = insert(table)
    changed = {c.name: added.excluded[c.name] for c in table.c if c.name not in (key, "seq")}
    return added.on_conflict_do_update(index_elements=[key], set_=changed)


_PUT_FACTS = _upsert(facts, "id")
# what every turn writes goes to SQLite in its own words: SQLAlchemy would work longer on the
# statements than SQLite does
_WRITTEN = tuple(name for name in STORED._fields if name not in ("seq", "superseded"))
_ADD_TURN = (
    f"INSERT INTO turns ({', '.join(_WRITTEN)}) VALUES ({', '.join(f':{n}' for n in _WRITTEN)}) "
    "ON CONFLICT (id) DO NOTHING"
)
_PUT_STATE = (
    "INSERT INTO states (key, value) VALUES (:key, :value) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


class SqlJournal(JournalReader):
    """One memory's journal in SQLite: write-ahead log, every commit on disk before it returns.

    Deleted text is overwritten with zeros (`secure_delete`). Safe to use from several threads.
    """

    def __init__(self, file: Path | None) -> None:
        super().__init__(Database(file))
        self._held: deque[Engram] = deque(maxlen=RECENT)
        self._held_states: dict[str, Any] = {}
        self._watching: list[Callable[[Sequence[Engram]], object]] = []
        try:
            self._states = self._load_states()
            version = self._states.get("store.version")
            if version is None:
                self.commit(states={"store.version": VERSION})
            elif version > VERSION:
                raise StoreDamaged(
                    f"the memory in {file} was written by a newer Kindred "
                    f"(store version {version}); `pip install --upgrade kindred` reads it"
                )
        except BaseException:
            self._database.close()
            raise

    # -- writing -------------------------------------------------------------------------------

    def commit(
        self,
        engrams: Sequence[Engram] = (),
        facts: Sequence[Fact] = (),
        states: Mapping[str, Any] | None = None,
    ) -> tuple[str, ...]:
        """Write all or nothing, durably; returns the ids of engrams that were new.

        A turn that is there already is left as it is; a fact that is there already is replaced.
        """
        recent = self._recent
        with self._database.writing():
            new = self._put_turns(engrams)
            self._put_facts(facts)
            self._put_states(states or {})
        for key, value in (states or {}).items():
            self._states[key] = value
            if value is None:
                del self._states[key]
            self._held_states.pop(key, None)
        fresh = {engram.id: engram for engram in engrams if engram.id in new}
        recent.extend(fresh.values())
        for see in self._watching:
            see(tuple(fresh.values()))
        return tuple(fresh)

    def watch(self, see: Callable[[Sequence[Engram]], object]) -> None:
        """Have something called with the new turns of every commit, once they are on disk."""
        self._watching.append(see)

    def hold(self, engrams: Sequence[Engram] = (), states: Mapping[str, Any] | None = None) -> None:
        """Keep turns and states in mind without writing them, until they are let go of."""
        self._held.extend(engrams)
        self._held_states.update(states or {})

    def let_go(self) -> None:
        """Let go of what is held in mind and was never written."""
        self._held.clear()
        self._held_states.clear()

    def supersede(self, old: str, new: Engram, facts: Sequence[Fact], when: datetime) -> None:
        """Put a corrected turn in the place of an old one, which stays as history."""
        with self._database.writing():
            self._database.run(insert(turns), [turn_row(new)])
            self._database.run(update(turns).where(turns.c.id == old).values(superseded=new.id))
            self._swap_places(old, new.id)
            self._put_facts(facts)
            self._record(when, "corrected", old, new.id)
        self._refresh()

    def pin(self, id: str, pinned: bool, when: datetime) -> None:
        """Pin a turn or a fact, or let it go."""
        with self._database.writing():
            for table in (turns, facts):
                self._database.run(update(table).where(table.c.id == id).values(pinned=pinned))
            self._record(when, "pinned" if pinned else "unpinned", id, "")
        self._refresh()

    def review(self, engrams: Sequence[Engram]) -> None:
        """Write the strength of engrams that were rehearsed."""
        rows = [
            {"key": e.id, "s": e.stability, "d": e.difficulty, "at": iso(e.last)} for e in engrams
        ]
        if not rows:
            return
        with self._database.writing():
            self._database.run(
                update(turns)
                .where(turns.c.id == bindparam("key"))
                .values(stability=bindparam("s"), difficulty=bindparam("d"), last=bindparam("at")),
                rows,
            )

    def erase(self, turn_ids: Sequence[str], fact_ids: Sequence[str], when: datetime) -> None:
        """Delete turns, with every older version of them, and facts.

        No trace of their text stays.
        """
        with self._database.writing():
            for chunk in chunks(self._with_history(turn_ids)):
                self._database.run(delete(turns).where(turns.c.id.in_(chunk)))
            for chunk in chunks(list(fact_ids)):
                self._database.run(delete(facts).where(facts.c.id.in_(chunk)))
            for id in (*turn_ids, *fact_ids):
                self._record(when, "forgotten", id, "")
        self._refresh()
        self._database.tidy()

    # -- what is asked for many times a turn ------------------------------------------------------

    def latest(self, n: int, role: str | None = None) -> list[Engram]:
        """Give the n engrams written last, oldest first; at most 64."""
        with self._database.lock:
            lived = (*self._recent, *self._held)
        return [e for e in lived if role is None or e.role == role][-n:]

    def state(self, key: str, default: Any = None) -> Any:
        """Give a remembered setting (JSON value), as it is held in mind if it is."""
        if key in self._held_states:
            kept = self._held_states[key]
            return default if kept is None else kept
        return self._states.get(key, default)

    def states(self) -> dict[str, Any]:
        """Give every remembered setting."""
        return dict(self._states)

    def load(self, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Fill an empty journal with the rows of a dump."""
        with self._database.writing():
            self._database.run(delete(states))
            for table in metadata.sorted_tables:
                if rows := [dict(row) for row in tables.get(table.name, ())]:
                    self._database.run(insert(table), rows)
        self._states = self._load_states()
        self._refresh()

    def close(self) -> None:
        """Fold the log and close; the journal is not usable afterwards."""
        self._database.close()

    # -- inside --------------------------------------------------------------------------------

    def _swap_places(self, old: str, new: str) -> None:
        """Let a correction stand where the old turn stood, so that its neighbours stay its own."""
        query = select(turns.c.id, turns.c.seq).where(turns.c.id.in_([old, new]))
        places = {row.id: row.seq for row in self._database.run(query)}
        for id, place in ((old, -1), (new, places[old]), (old, places[new])):
            self._database.run(update(turns).where(turns.c.id == id).values(seq=place))

    def _put_turns(self, engrams: Sequence[Engram]) -> frozenset[str]:
        """Insert the turns that are not there yet; gives their ids."""
        # one by one: each tells whether it was new, which a batch would tell at greater cost
        return frozenset(
            engram.id
            for engram in engrams
            if self._database.run_as_stored(_ADD_TURN, turn_row(engram))
        )

    def _with_history(self, ids: Sequence[str]) -> list[str]:
        query = select(turns.c.id).where(turns.c.superseded.in_(bindparam("ids", expanding=True)))
        every = list(ids)
        newer = every
        while newer:
            newer = [
                id
                for chunk in chunks(newer)
                for id in self._database.run(query, [{"ids": chunk}]).scalars()
            ]
            every += newer
        return every

    def _put_facts(self, found: Sequence[Fact]) -> None:
        if found:
            last = {fact.id: fact_row(fact) for fact in found}
            self._database.run(_PUT_FACTS, list(last.values()))

    def _put_states(self, changed: Mapping[str, Any]) -> None:
        if gone := [key for key, value in changed.items() if value is None]:
            self._database.run(delete(states).where(states.c.key.in_(gone)))
        for key, value in changed.items():
            if value is not None:
                self._database.run_as_stored(_PUT_STATE, {"key": key, "value": as_json(value)})

    def _load_states(self) -> dict[str, Any]:
        rows = self._database.rows(select(states.c.key, states.c.value))
        return {key: json.loads(value) for key, value in rows}

    def _record(self, when: datetime, deed: str, subject: str, detail: str) -> None:
        row = {"at": iso(when), "deed": deed, "subject": subject, "detail": detail}
        self._database.run(insert(deeds), [row])

    def _refresh(self) -> None:
        self.__dict__.pop("_recent", None)

    @cached_property
    def _recent(self) -> deque[Engram]:
        return deque(self.newest(RECENT), maxlen=RECENT)
