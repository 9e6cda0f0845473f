"""The journal: the durable truth of one memory, from which everything else can be rebuilt."""

from cognition.faculties.journal.lock import StoreLock
from cognition.faculties.journal.sql import SqlJournal

__all__ = ["SqlJournal", "StoreLock"]
