"""One process owns a store at a time; a second one is told at once who has it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from cognition.errors import StoreBusy


class StoreLock:
    """An exclusive lock on a data folder, freed by the system however the process ends.

    Raises StoreBusy, naming the process that holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._note = folder / "owner.txt"
        self._lock = FileLock(folder / "lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise StoreBusy(
                f"the memory in {folder} is in use by {self._holder()}; "
                "close that one first, or give another folder with --data"
            ) from None
        since = datetime.now().isoformat(" ", "seconds")
        self._note.write_text(f"process {os.getpid()} ({_program()}), since {since}\n")

    def _holder(self) -> str:
        try:
            return self._note.read_text().strip() or "another process"
        except OSError:
            return "another process"

    def release(self) -> None:
        """Let go of the folder."""
        self._note.unlink(missing_ok=True)
        self._lock.release()


def _program() -> str:
    import psutil

    return " ".join(Path(part).name for part in psutil.Process().cmdline()[:3])[:60]
