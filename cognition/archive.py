"""A whole memory in one readable file, and back: nothing lost, nothing half-written."""

from __future__ import annotations

import base64
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from cognition.errors import ForeignFile, StoreUnwritable
from cognition.faculties import Held, Point
from cognition.faculties.journal import SqlJournal
from cognition.store import BATCH, Store, batches, index_place
from cognition.values import Engram, Traces

FORMAT = "kindred-memory"
VERSION = 2  # 1 had no traces of words; what lacks them is encoded anew on opening
Progress = Callable[[int, int], None]


def export(store: Store, file: Path, progress: Progress | None = None) -> int:
    """Write every turn, fact, state and deed, with the vectors, as JSON lines.

    Returns how many lines.
    """
    held = {point.id: point for point in store.index.points()}
    tables = store.journal.dump()
    total = sum(len(rows) for rows in tables.values())
    header = {"format": FORMAT, "version": VERSION, "encoder": store.faculties.encoder.name}
    done = 0
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(json.dumps(header) + "\n")
            for table, rows in tables.items():
                for row in rows:
                    line: dict[str, Any] = {"table": table, **row}
                    if point := held.get(row.get("id", "")):
                        line["vector"] = _text(np.asarray(point.vector, "<f4").tobytes())
                        line["words"] = _text(point.words)
                    out.write(json.dumps(line, ensure_ascii=False) + "\n")
                    done += 1
                    if progress and done % BATCH == 0:
                        progress(done, total)
            out.write(json.dumps({"end": done}) + "\n")
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, file)
    except OSError as error:
        raise StoreUnwritable(
            f"the export {file} could not be written ({error.strerror}); give another place"
        ) from error
    return done


def restore(file: Path, folder: Path, progress: Progress | None = None) -> int:
    """Make a memory from an export, in a folder that has none; returns how many turns it holds.

    Raises ForeignFile if the file is not a whole export, and ValueError if a memory is there
    already.
    """
    if (folder / "journal.db").exists():
        raise ValueError(f"there is a memory in {folder} already; give an empty folder")
    lines = list(_read(file))
    header, rows = lines[0], lines[1:]
    folder.parent.mkdir(parents=True, exist_ok=True)
    # built beside and moved in whole, so that an interrupted restore leaves nothing
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        count = _build(beside, header, rows, progress)
        folder.mkdir(exist_ok=True)
        for item in beside.iterdir():
            os.replace(item, folder / item.name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def _build(
    folder: Path, header: dict[str, Any], rows: list[dict[str, Any]], progress: Progress | None
) -> int:
    from cognition.faculties.index import open_index

    held = {
        row["id"]: Held(
            row["id"],
            np.frombuffer(base64.b64decode(row.pop("vector")), "<f4").tolist(),
            base64.b64decode(row.pop("words")),
        )
        for row in rows
        if "words" in row
    }
    journal = SqlJournal(folder / "journal.db")
    try:
        tables: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            tables.setdefault(row.pop("table"), []).append(row)
        journal.load(tables)
        owner = journal.state("store.owner", "you")
        if held:
            size = len(next(iter(held.values())).vector)
            place = index_place(folder, journal.state("store.encoder"))
            index = open_index(place, owner=owner, size=size)
            done = 0
            live = (engram for _, engram in journal.walk() if engram.id in held)
            for batch in batches(live, BATCH):
                index.put([_point(engram, held[engram.id]) for engram in batch])
                done += len(batch)
                if progress:
                    progress(done, len(held))
            index.close()
        return journal.count()
    finally:
        journal.close()


def _point(engram: Engram, held: Held) -> Point:
    from cognition.organs.consolidation import point

    return point(engram, held.vector, Traces(words=held.words))


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _read(file: Path) -> Iterator[dict[str, Any]]:
    """Read an export, having checked that it is one and that it is whole."""
    wrong = ForeignFile(
        f"{file} is not a whole Kindred export; give a file written by `kindred export`"
    )
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        parsed: list[dict[str, Any]] = [json.loads(line) for line in lines]
    except OSError as error:
        raise ForeignFile(f"{file} cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise wrong from error
    if len(parsed) < 2 or not all(isinstance(line, dict) for line in parsed):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise wrong
    if parsed[0].get("format") != FORMAT or parsed[-1].get("end") != len(parsed) - 2:
        raise wrong
    if parsed[0]["version"] > VERSION:
        raise ForeignFile(f"{file} was written by a newer Kindred; upgrade it first")
    return iter(parsed[:-1])
