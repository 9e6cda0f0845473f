"""Bringing conversations from other programs: read whole and checked before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cognition.errors import ForeignFile
from graphs.companion.importers import chatgpt, claude, conversation, sillytavern, whatsapp
from graphs.companion.importers.detect import FORMATS, detect
from graphs.companion.importers.history import History, Reading, Turn, settle
from graphs.companion.importers.source import Document, documents

READERS: dict[str, Callable[[Document], Reading]] = {
    "conversation": conversation.read,
    "chatgpt": chatgpt.read,
    "claude": claude.read,
    "whatsapp": whatsapp.read,
    "sillytavern": sillytavern.read,
}


def read_history(
    path: str | Path, format: str = "auto", *, owner: str = "you", me: str | None = None
) -> History:
    """Read an exported file, zip archive or folder into turns ready to be observed.

    `owner` is the name under which the person's own turns are kept; `me` says what the file calls
    them, where it does not say so itself. Times are naive local times. Raises ForeignFile, one
    line, if anything in it is not as it should be.
    """
    if format != "auto" and format not in READERS:
        raise ForeignFile(f"{format}: no such format; it is one of auto, {', '.join(FORMATS)}")
    found = documents(Path(path))
    names = [format if format != "auto" else detect(document) for document in found]
    if len(set(names)) > 1:
        programs = ", ".join(sorted(set(names)))
        raise ForeignFile(f"{path}: files of several programs ({programs}); import them one by one")
    readings = [READERS[names[0]](document) for document in found]
    whole = Reading(
        tuple(lines for reading in readings for lines in reading.conversations),
        tuple(dict.fromkeys(remark for reading in readings for remark in reading.remarks)),
    )
    return settle(whole, names[0], owner=owner, me=me, file=str(path))


__all__ = ["FORMATS", "History", "Turn", "detect", "read_history"]
