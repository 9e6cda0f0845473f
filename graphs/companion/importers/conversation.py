"""Kindred's own conversation file: one conversation or a list of them, each with its turns."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from cognition.errors import ForeignFile
from cognition.values import derive_id
from graphs.companion.importers.fields import rows, table, text
from graphs.companion.importers.history import ASSISTANTS, Line, Reading, from_iso
from graphs.companion.importers.source import Document

_ROLES: dict[str, Literal["owner", "human", "machine"]] = {"person": "human", "other": "machine"}


def read(document: Document) -> Reading:
    """Read conversations strictly: every fault is refused, with the place where it is."""
    data = document.json
    entries = rows(data) if isinstance(data, list) else [data]
    conversations: dict[str, tuple[Line, ...]] = {}
    for position, entry in enumerate(entries):
        where = f"{document.name}: conversation {position + 1}"
        found = table(entry)
        if not isinstance(found.get("turns"), list):
            raise ForeignFile(f'{where} has no list of "turns"; give it one')
        lines, key = _conversation(found, where)
        if key in conversations:
            raise ForeignFile(
                f'{where} has the same "id" ({key}) as an earlier one; give each its own'
            )
        conversations[key] = lines
    return Reading(tuple(conversations.values()))


def _conversation(found: dict[str, object], where: str) -> tuple[tuple[Line, ...], str]:
    lines = [
        _line(table(turn), f"{where}, turn {n + 1}") for n, turn in enumerate(rows(found["turns"]))
    ]
    given = found.get("id")
    first = next((line for line in lines if line.text.strip()), Line("", ""))
    key = (
        str(given) if given not in (None, "") else derive_id(first.speaker, first.when, first.text)
    )
    seen: set[str] = set()
    named: list[Line] = []
    for n, line in enumerate(lines):
        ref = line.ref or str(n + 1)
        if ref in seen:
            raise ForeignFile(
                f'{where}, turn {n + 1}: the ref "{ref}" is used twice; give each turn its own'
            )
        seen.add(ref)
        session = f"{key}/{line.session}" if line.session else key
        named.append(Line(line.text, line.speaker, line.when, f"{key}/{ref}", session, line.by))
    return tuple(named), key


def _line(turn: dict[str, object], where: str) -> Line:
    speaker, words = turn.get("speaker"), turn.get("text")
    if not isinstance(words, str):
        raise ForeignFile(f'{where}: "text" must be a string')
    if not isinstance(speaker, str) or not speaker.strip():
        raise ForeignFile(f'{where}: "speaker" must be a name')
    ref, session = turn.get("ref"), turn.get("session")
    return Line(
        text=words,
        speaker=speaker,
        when=_when(turn.get("when"), where),
        ref="" if ref is None else str(ref),
        session="" if session is None else str(session),
        by=_by(speaker, text(turn.get("role"))),
    )


def _by(speaker: str, role: str) -> Literal["owner", "human", "machine"]:
    if role in _ROLES:
        return _ROLES[role]
    name = speaker.strip().casefold()
    return "owner" if name in ("user", "you") else "machine" if name in ASSISTANTS else "human"


def _when(value: object, where: str) -> datetime | None:
    if value is None:
        return None
    moment = from_iso(value)
    if moment is None:
        raise ForeignFile(
            f'{where}: "when" must be an ISO time such as 2023-05-08T13:56:00, not {value!r:.40}'
        )
    return moment
