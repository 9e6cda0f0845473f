"""The journal in SQL: append-only turns, derived facts, small states, and a record of deeds."""

from __future__ import annotations

import json
import re
from collections import deque, namedtuple
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, select, text, update
from sqlalchemy.dialects.sqlite import Insert, insert

from cognition.errors import StoreDamaged
from cognition.faculties.journal.database import Database
from cognition.faculties.journal.schema import (
    VERSION,
    deeds,
    engram_of,
    fact_of,
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
CHUNK = 500  # ids in one query; SQLite allows 32,766 parameters
PAGE = 500  # turns read at a time: the database is held for a few milliseconds only

_LIVE = turns.c.superseded.is_(None)
# with a plus SQLite uses no index for this, and so reads in order instead of sorting what is left
_IN_ORDER = text("+turns.superseded IS NULL")


def _upsert(table: Table, key: str) -> Insert:
    """Write rows, replacing those of the same key."""
    added = insert(table)
    changed = {c.name: added.excluded[c.name] for c in table.c if c.name not in (key, "seq")}
    return added.on_conflict_do_update(index_elements=[key], set_=changed)


_Stored: Any = namedtuple("_Stored", [c.name for c in turns.c])  # pyright: ignore[reportUntypedNamedTuple]
_BY_IDS = (
    f"SELECT {', '.join(_Stored._fields)} FROM turns WHERE id IN (SELECT value FROM json_each(?))"
)
_PLACES = (
    "SELECT seq, id, session, speaker, said, act, length(text) - length(replace(text, ' ', '')) + 1"
    " FROM turns WHERE +superseded IS NULL AND role != 'companion' AND seq > ? ORDER BY seq"
    f" LIMIT {PAGE}"
)
_PUT_FACTS = _upsert(facts, "id")
# what every turn writes goes to SQLite in its own words: SQLAlchemy would work longer on the
# statements than SQLite does
_WRITTEN = tuple(name for name in _Stored._fields if name not in ("seq", "superseded"))
_ADD_TURN = (
    f"INSERT INTO turns ({', '.join(_WRITTEN)}) VALUES ({', '.join(f':{n}' for n in _WRITTEN)}) "
    "ON CONFLICT (id) DO NOTHING"
)
_PUT_STATE = (
    "INSERT INTO states (key, value) VALUES (:key, :value) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


class SqlJournal:
    """One memory's journal in SQLite: write-ahead log, every commit on disk before it returns.

    Deleted text is overwritten with zeros (`secure_delete`). Safe to use from several threads.
    """

    def __init__(self, file: Path | None) -> None:
        self._database = Database(file)
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
        fresh = {engram.id: engram for engram in engrams if engram.id in new}
        recent.extend(fresh.values())
        return tuple(fresh)

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
            for chunk in _chunks(self._with_history(turn_ids)):
                self._database.run(delete(turns).where(turns.c.id.in_(chunk)))
            for chunk in _chunks(list(fact_ids)):
                self._database.run(delete(facts).where(facts.c.id.in_(chunk)))
            for id in (*turn_ids, *fact_ids):
                self._record(when, "forgotten", id, "")
        self._refresh()
        self._database.tidy()

    # -- reading -------------------------------------------------------------------------------

    def engrams(self, ids: Sequence[str]) -> list[Engram]:
        """Give the engrams of these ids in the order asked (without vectors)."""
        rows = self._database.rows_as_stored(_BY_IDS, (json.dumps(list(ids)),), _Stored._make)
        found = {row.id: engram_of(row) for row in rows}
        return [found[id] for id in ids if id in found]

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Give which of these ids are turns already, corrected ones among them."""
        found: set[str] = set()
        for chunk in _chunks(ids):
            rows = self._database.rows(select(turns.c.id).where(turns.c.id.in_(chunk)))
            found.update(row.id for row in rows)
        return frozenset(found)

    def latest(self, n: int, role: str | None = None) -> list[Engram]:
        """Give the n engrams written last, oldest first; at most 64."""
        with self._database.lock:
            recent = [e for e in self._recent if role is None or e.role == role]
        return recent[-n:]

    def walk(self, after: int = 0, roles: Sequence[str] = ()) -> Iterator[tuple[int, Engram]]:
        """Yield (sequence number, engram) of every live turn in the order of writing."""
        while True:
            query = select(turns).where(_IN_ORDER, turns.c.seq > after).order_by(turns.c.seq)
            if roles:
                query = query.where(turns.c.role.in_(roles))
            rows = self._database.rows(query.limit(PAGE))
            for row in rows:
                yield row.seq, engram_of(row)
            if not rows:
                return
            after = rows[-1].seq

    def places(self) -> Iterator[tuple[str, str, str, datetime, str, int]]:
        """Yield (id, session, speaker, when, act, words) of every live turn remembered, in order.

        Words are counted by the spaces between them.
        """
        after = 0
        # a page at a time, so that a million of them never stand in memory together
        while rows := self._database.rows_as_stored(_PLACES, (after,), tuple):
            for _, id, session, speaker, said, act, words in rows:
                yield id, session, speaker, datetime.fromisoformat(said), act, words
            after = rows[-1][0]

    def facts(self) -> list[Fact]:
        """Give every fact, held or closed, in the order of writing."""
        return [fact_of(row) for row in self._database.rows(select(facts).order_by(facts.c.seq))]

    def browse(self, limit: int, offset: int = 0) -> list[Engram]:
        """Give live turns, newest first."""
        query = (
            select(turns).where(_IN_ORDER).order_by(turns.c.seq.desc()).limit(limit).offset(offset)
        )
        return [engram_of(row) for row in self._database.rows(query)]

    def match(self, prefix: str) -> list[str]:
        """Give the ids of turns and facts that begin so."""
        ids: list[str] = []
        for table in (turns, facts):
            query = select(table.c.id).where(table.c.id.startswith(prefix, autoescape=True))
            ids += [row.id for row in self._database.rows(query.limit(5))]
        return ids

    def history(self, id: str) -> list[Engram]:
        """Give the older versions of a turn, newest first."""
        older: list[Engram] = []
        while rows := self._database.rows(select(turns).where(turns.c.superseded == id)):
            older += [engram_of(row) for row in rows]
            id = rows[0].id
        return older

    def deeds(self) -> list[tuple[str, str, str, str]]:
        """Give (when, deed, id, detail) of everything done to memories, oldest first."""
        columns = deeds.c.at, deeds.c.deed, deeds.c.subject, deeds.c.detail
        return [tuple(row) for row in self._database.rows(select(*columns).order_by(deeds.c.n))]

    def forgotten(self) -> frozenset[str]:
        """Give the ids of the turns and facts that were forgotten."""
        query = "SELECT subject FROM deeds WHERE deed = 'forgotten'"
        return frozenset(self._database.rows_as_stored(query, (), itemgetter(0)))

    def citing(self, ids: Collection[str]) -> list[str]:
        """Give the ids of the companion's own turns that rest on any of these memories."""
        query = select(turns.c.id, turns.c.cites).where(turns.c.role == "companion")
        return [
            row.id
            for row in self._database.rows(query)
            if not set(json.loads(row.cites)).isdisjoint(ids)
        ]

    def search(
        self, words: str = "", mention: str = "", before: datetime | None = None
    ) -> list[Engram]:
        """Give live turns that contain these words, mention this name and were said before."""
        query = select(turns).where(_LIVE).order_by(turns.c.seq)
        for part in filter(None, (words, mention)):
            query = query.where(turns.c.text.icontains(part, autoescape=True))
        if before:
            query = query.where(turns.c.said < before.isoformat())
        found = [engram_of(row) for row in self._database.rows(query)]
        whole = re.compile(rf"\b{re.escape(mention)}\b", re.IGNORECASE)
        return [e for e in found if whole.search(e.text)] if mention else found

    def state(self, key: str, default: Any = None) -> Any:
        """Give a remembered setting (JSON value)."""
        return self._states.get(key, default)

    def states(self) -> dict[str, Any]:
        """Give every remembered setting."""
        return dict(self._states)

    def count(self) -> int:
        """Count the episodes that can be recalled."""
        query = select(func.count()).select_from(turns).where(_LIVE, turns.c.role != "companion")
        return int(self._database.rows(query)[0][0])

    def dump(self) -> dict[str, list[dict[str, Any]]]:
        """Give every row of every table, as plain values."""
        return {
            table.name: [
                {column.name: value for column, value in zip(table.c, row, strict=True)}
                for row in self._database.rows(select(table).order_by(*table.primary_key.columns))
            ]
            for table in metadata.sorted_tables
        }

    def load(self, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Fill an empty journal with the rows of a dump."""
        with self._database.writing():
            self._database.run(delete(states))
            for table in metadata.sorted_tables:
                if rows := [dict(row) for row in tables.get(table.name, ())]:
                    self._database.run(insert(table), rows)
        self._states = self._load_states()
        self._refresh()

    def check(self) -> str:
        """Let the database check itself; 'ok' if it is whole."""
        return str(self._database.rows(text("PRAGMA quick_check"))[0][0])

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
                for chunk in _chunks(newer)
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
                self._database.run_as_stored(_PUT_STATE, {"key": key, "value": json.dumps(value)})

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
        query = select(turns).where(_IN_ORDER).order_by(turns.c.seq.desc()).limit(RECENT)
        rows = self._database.rows(query)
        return deque([engram_of(row) for row in rows[::-1]], maxlen=RECENT)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
