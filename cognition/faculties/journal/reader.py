"""Reading a journal in SQL: turns, facts and deeds, as they are asked for."""

from __future__ import annotations

import json
import re
from collections import namedtuple
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import func, select, text

from cognition.faculties.journal.database import Database
from cognition.faculties.journal.schema import deeds, engram_of, fact_of, facts, metadata, turns
from cognition.values import Engram, Fact

CHUNK = 500  # ids in one query; SQLite allows 32,766 parameters
PAGE = 500  # turns read at a time: the database is held for a few milliseconds only

_LIVE = turns.c.superseded.is_(None)
# with a plus SQLite uses no index for this, and so reads in order instead of sorting what is left
_IN_ORDER = text("+turns.superseded IS NULL")

STORED: Any = namedtuple("STORED", [c.name for c in turns.c])  # pyright: ignore[reportUntypedNamedTuple]
_BY_IDS = (
    f"SELECT {', '.join(STORED._fields)} FROM turns WHERE id IN (SELECT value FROM json_each(?))"
)
_PLACES = (
    "SELECT seq, id, session, speaker, said, act,"
    " length(text) - length(replace(text, ' ', '')) + 1, valence"
    " FROM turns WHERE +superseded IS NULL AND role != 'companion' AND seq > ? ORDER BY seq"
    f" LIMIT {PAGE}"
)


class JournalReader:
    """What can be asked of a journal; every question is one look at the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def engrams(self, ids: Sequence[str]) -> list[Engram]:
        """Give the engrams of these ids in the order asked (without vectors)."""
        rows = self._database.rows_as_stored(_BY_IDS, (json.dumps(list(ids)),), STORED._make)
        found = {row.id: engram_of(row) for row in rows}
        return [found[id] for id in ids if id in found]

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Give which of these ids are turns already, corrected ones among them."""
        found: set[str] = set()
        for chunk in chunks(ids):
            rows = self._database.rows(select(turns.c.id).where(turns.c.id.in_(chunk)))
            found.update(row.id for row in rows)
        return frozenset(found)

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

    def places(self) -> Iterator[tuple[str, str, str, datetime, str, int, float]]:
        """Yield (id, session, speaker, when, act, words, valence) of every live turn, in order.

        Words are counted by the spaces between them.
        """
        after = 0
        # a page at a time, so that a million of them never stand in memory together
        while rows := self._database.rows_as_stored(_PLACES, (after,), tuple):
            for _, id, session, speaker, said, act, words, felt in rows:
                yield id, session, speaker, datetime.fromisoformat(said), act, words, felt
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

    def check(self) -> str:
        """Let the database check itself; 'ok' if it is whole."""
        return str(self._database.rows(text("PRAGMA quick_check"))[0][0])

    def newest(self, n: int) -> list[Engram]:
        """Give the n live turns written last, oldest first."""
        query = select(turns).where(_IN_ORDER).order_by(turns.c.seq.desc()).limit(n)
        return [engram_of(row) for row in self._database.rows(query)[::-1]]


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut ids into as many as one query takes."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
