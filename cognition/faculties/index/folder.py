"""Which shard of an index folder is the live one, so that it is replaced in one atomic step.

The folder holds shards in numbered subfolders. `live` names the one in use, `making` one not yet
finished; whatever neither names is a leftover and is removed. `sizes` holds every file's length at
a clean close, because the engine opens some shards with missing or shortened files without a word.
`lock` is locked as long as the index is open.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import weakref
from pathlib import Path

from cognition.errors import StoreBusy, StoreDamaged

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

REMEDY = "the index can be rebuilt from the journal: delete this folder and open the memory again"


class ShardFolder:
    """The files around the shards of one index, locked against a second opening until released."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(root / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise StoreBusy(
                f"the index in {root} is open already; close the other one first"
            ) from error
        self._unlock = weakref.finalize(self, os.close, handle)

    def release(self) -> None:
        """Let the index be opened again."""
        self._unlock()

    def live(self) -> Path | None:
        """Give the live shard's folder, None in an empty index folder; raises StoreDamaged.

        Finishes a replacement that was cut short: a shard half made goes, and so does one replaced.
        """
        name, making = self._read("live"), self._read("making")
        if making and making != name:
            shutil.rmtree(self.root / making, ignore_errors=True)
        self._remove("making")
        shards = [entry for entry in self.root.iterdir() if entry.is_dir()]
        if not name and not shards:
            return None
        if not name or self.root / name not in shards:
            raise StoreDamaged(f"the index in {self.root} has lost its shard; {REMEDY}")
        for shard in shards:
            if shard.name != name:
                shutil.rmtree(shard)
        return self.root / name

    def begin(self) -> Path:
        """Reserve a folder for a shard about to be made."""
        taken = [int(entry.name) for entry in self.root.iterdir() if entry.name.isdigit()]
        name = str(max(taken, default=0) + 1)
        self._write("making", name)
        return self.root / name

    def finish(self, shard: Path) -> None:
        """Make a shard the live one, in one atomic step; it must be complete on disk."""
        self._write("live", shard.name)
        self._remove("making")
        self._remove("sizes")

    def check(self, shard: Path) -> None:
        """Raise StoreDamaged if segments are gone, or a file changed since a clean close."""
        if not any((shard / "segments").glob("*/segment.json")):
            raise StoreDamaged(f"the index in {self.root} has lost its segments; {REMEDY}")
        try:
            sizes = json.loads(self._read("sizes") or "{}")
        except ValueError:
            sizes = {"sizes": -1}
        for name, size in sizes.items():
            file = shard / name
            if not file.is_file() or file.stat().st_size != size:
                raise StoreDamaged(f"{name} of the index in {self.root} is not whole; {REMEDY}")

    def opened(self) -> None:
        """Note that the files may change from now on."""
        self._remove("sizes")
        sync_folder(self.root)

    def closed(self, shard: Path) -> None:
        """Note the length of every file of a shard that was closed."""
        files = [file for file in shard.rglob("*") if file.is_file()]
        sizes = {str(file.relative_to(shard)): file.stat().st_size for file in files}
        self._write("sizes", json.dumps(sizes))

    def _read(self, name: str) -> str:
        try:
            return (self.root / name).read_text("utf-8").strip()
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            raise StoreDamaged(f"{name} of the index in {self.root}: {error}; {REMEDY}") from error

    def _write(self, name: str, text: str) -> None:
        fresh = self.root / f"{name}.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self.root / name)
        sync_folder(self.root)

    def _remove(self, name: str) -> None:
        (self.root / name).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
