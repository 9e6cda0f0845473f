"""The journal's database: one SQLite connection set for safety, and errors that say what to do."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateColumn

from cognition.errors import CognitionError, StoreDamaged, StoreUnwritable
from cognition.faculties.journal.schema import metadata

SPARE = 48 * 2**20  # bytes to be left free: the index's log grows by files of 32 MB

Rows = Sequence[Mapping[str, Any]]


class Database:
    """SQLite with a write-ahead log, synced at every commit; deleted content is overwritten.

    One connection serves every thread, one at a time: a turn's reads and its commit never wait
    for one another's locks.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.lock = RLock()
        self._want_space()
        self._engine = create_engine(
            f"sqlite:///{file}" if file else "sqlite://",
            poolclass=StaticPool,
            connect_args={"check_same_thread": False},
        )
        event.listen(self._engine, "connect", _configure)
        with self.told("opened"):
            self._connection = self._engine.connect()
            metadata.create_all(self._connection)
            self._add_columns()
            self._connection.commit()

    def _add_columns(self) -> None:
        """Give the tables of an older version the columns that came after it."""
        for table in metadata.sorted_tables:
            there = {
                row[1] for row in self._connection.execute(text(f"PRAGMA table_info({table})"))
            }
            for column in table.c:
                if column.name not in there:
                    made = CreateColumn(column).compile(self._engine)
                    self._connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {made}"))

    def run(self, statement: Any, rows: Rows | Mapping[str, Any] | None = None) -> Any:
        """Run one statement of a transaction."""
        return self._connection.execute(statement, rows)

    def run_as_stored(self, statement: str, row: Mapping[str, Any]) -> int:
        """Run one statement of a transaction in SQLite's own words; gives how many rows changed."""
        driver: Any = self._connection.connection.driver_connection
        return int(driver.execute(statement, row).rowcount)

    @contextmanager
    def writing(self) -> Generator[None]:
        """Hold one transaction: all of it is on disk when this ends, or none of it."""
        with self.lock, self.told("written"):
            self._want_space()
            self._connection.begin()  # `run_as_stored` begins nothing that `commit` would end
            try:
                yield
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise

    def _want_space(self) -> None:
        """Refuse to write on a disk that is all but full.

        The index maps its files into memory: on a full disk a write to them would end the process.
        """
        if self.file and (free := shutil.disk_usage(self.file.parent).free) < SPARE:
            raise StoreUnwritable(
                f"only {free / 2**20:.0f} MB are free in {self.file.parent}, and the memory needs "
                f"{SPARE // 2**20} MB to work in; nothing of this was kept; free some space first"
            )

    @contextmanager
    def told(self, deed: str) -> Generator[None]:
        """Turn the database's errors into ones that say what to do."""
        try:
            yield
        except (IntegrityError, sqlite3.IntegrityError):
            raise
        except (DatabaseError, sqlite3.DatabaseError) as error:
            reason = str(error.orig if isinstance(error, DatabaseError) else error)
            if "full" in reason or "readonly" in reason or "unable to open" in reason:
                raise StoreUnwritable(
                    f"the memory in {self.file} could not be {deed} ({reason}); nothing of this "
                    "was kept; free some space or make the folder writable, then try again"
                ) from error
            if "malformed" in reason or "not a database" in reason:
                raise StoreDamaged(
                    f"the memory in {self.file} is damaged ({reason}); "
                    "move that file away and bring back an export with `kindred restore FILE`"
                ) from error
            raise CognitionError(
                f"the memory in {self.file} could not be {deed} ({reason}); "
                "see that its folder can be written and has space, then try again"
            ) from error

    def rows_as_stored(self, query: str, given: tuple[Any, ...], row: Callable[..., Any]) -> Any:
        """Read a query in SQLite's own words, each row made by `row` from its stored values.

        Past SQLAlchemy, whose own work on so small a query costs more than the query.
        """
        with self.lock, self.told("read"):
            driver: Any = self._connection.connection.driver_connection
            return [row(values) for values in driver.execute(query, given)]

    def rows(self, query: Any) -> list[Any]:
        """Read the rows of a query."""
        with self.lock, self.told("read"):
            rows = list(self._connection.execute(query))
            self._connection.rollback()  # ends the read, so that the log can be folded
            return rows

    def tidy(self) -> None:
        """Fold the write-ahead log into the database and empty it."""
        with self.lock, self.told("written"):
            self._connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            self._connection.commit()

    def close(self) -> None:
        """Fold the log and close."""
        with self.lock:
            try:
                if self.file:
                    self.tidy()
            finally:
                self._connection.close()
                self._engine.dispose()


def _configure(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
