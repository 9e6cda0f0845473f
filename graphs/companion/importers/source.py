"""Reading what the person points at, a file, a zip archive or a folder, as UTF-8 documents."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cognition.errors import ForeignFile
from graphs.companion.importers.fields import parsed

_SHARD = re.compile(r"conversations([-_ ]?\d+)?\.json$", re.IGNORECASE)
_CHAT = re.compile(r"\.(txt|jsonl)$", re.IGNORECASE)
_KINDS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"%PDF": "a PDF",
    b"SQLite format 3": "a database",
}


@dataclass(frozen=True)
class Document:
    """One text of the source: its name for error messages, and its words."""

    name: str
    text: str

    @cached_property
    def json(self) -> object:
        """The text as JSON; raises ForeignFile that says where it breaks."""
        try:
            return parsed(self.text)
        except json.JSONDecodeError as error:
            cut = error.pos >= len(self.text.rstrip()) - 1 or "Unterminated" in error.msg
            state = "is cut off" if cut else "is not valid JSON"
            raise ForeignFile(
                f"{self.name}: {state} at line {error.lineno}, column {error.colno}; "
                "export or download it again"
            ) from error
        except (ValueError, RecursionError) as error:
            raise ForeignFile(
                f"{self.name}: is not JSON that can be read ({error}); export it again"
            ) from error

    @property
    def looks_json(self) -> bool:
        return self.text.lstrip()[:1] in ("[", "{")


def documents(path: Path) -> list[Document]:
    """Read all that the path holds, as documents in name order; raises ForeignFile."""
    try:
        if path.is_dir():
            return _folder(path)
        if not path.exists():
            raise ForeignFile(f"{path}: no such file; check the name")
        with path.open("rb") as stream:
            head = stream.read(4)
        if head == b"PK\x03\x04" or zipfile.is_zipfile(path):
            return _archive(path)
        return [Document(str(path), _text(str(path), path.read_bytes()))]
    except OSError as error:
        raise ForeignFile(
            f"{path}: cannot be read ({error.strerror or error}); check its permissions"
        ) from error


def _folder(path: Path) -> list[Document]:
    files = sorted(file for file in path.iterdir() if file.is_file() and _SHARD.match(file.name))
    if not files:
        raise ForeignFile(
            f"{path}: a folder without conversations.json; "
            "name the exported file, or the folder of an unpacked export"
        )
    return [Document(str(file), _text(str(file), file.read_bytes())) for file in files]


def _archive(path: Path) -> list[Document]:
    try:
        with zipfile.ZipFile(path) as archive:
            found = list(_members(path, archive))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise ForeignFile(
            f"{path}: a damaged or locked zip file ({error}); download it again"
        ) from error
    if not found:
        raise ForeignFile(
            f"{path}: a zip file with no conversations.json or chat text in it; "
            "name the export itself"
        )
    return found


def _members(path: Path, archive: zipfile.ZipFile) -> Iterator[Document]:
    names = sorted(name for name in archive.namelist() if not name.startswith("__MACOSX/"))
    wanted = [name for name in names if _SHARD.match(name.rsplit("/", 1)[-1])]
    for name in wanted or [name for name in names if _CHAT.search(name)]:
        label = f"{path} ({name})"
        yield Document(label, _text(label, archive.read(name)))


def _text(name: str, data: bytes) -> str:
    if not data.strip():
        raise ForeignFile(f"{name}: the file is empty; export it again")
    for magic, kind in _KINDS.items():
        if data.startswith(magic):
            raise ForeignFile(
                f"{name}: this is {kind}, not a conversation; name the exported chat file"
            )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ForeignFile(f"{name}: the text is UTF-16; save it as UTF-8 and import it again")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ForeignFile(
            f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8 and import it again"
        ) from error
    if "\0" in text[:4096]:
        raise ForeignFile(f"{name}: not a text file; name the exported chat file")
    return text
