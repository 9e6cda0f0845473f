"""SillyTavern's chat files: a header line, then one JSON object per message, also of groups."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Literal

from cognition.errors import ForeignFile
from graphs.companion.importers.fields import number, parsed, table, text
from graphs.companion.importers.history import Line, Reading, from_epoch, from_iso
from graphs.companion.importers.source import Document

_PROGRAM = frozenset(
    {
        "help",
        "welcome",
        "group",
        "empty",
        "generic",
        "comment",
        "slash_commands",
        "formatting",
        "hotkeys",
        "macros",
        "welcome_prompt",
        "assistant_note",
        "assistant_message",
    }
)
_HUMANIZED = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2}) ?@ ?(\d{1,2})h ?(\d{1,2})m ?(\d{1,2})s(?: ?(\d{1,3})ms)?"
)
_WRITTEN = ("%B %d, %Y %I:%M%p", "%B %d, %Y %I:%M %p", "%b %d, %Y %I:%M%p", "%B %d, %Y %H:%M")


def matches(document: Document) -> bool:
    """Tell whether the first line is a chat header or a message."""
    try:
        first = table(parsed(document.text.lstrip().split("\n", 1)[0]))
    except (ValueError, RecursionError):
        return False
    return "chat_metadata" in first or "user_name" in first or "mes" in first


def read(document: Document) -> Reading:
    """Read each message as shown (of several swipes, the chosen one), without the program's own."""
    messages = _parsed(document)
    header = table(messages[0]) if "mes" not in messages[0] else {}
    lines = [line for message in messages if (line := _line(message))]
    began = _moment(header.get("create_date"))
    if lines and all(line.when is None for line in lines):
        lines[0] = replace(lines[0], when=began)
    session = text(header.get("create_date")) or next((line.stamp for line in lines), "")
    return Reading((tuple(replace(line, session=f"sillytavern {session}") for line in lines),))


def _parsed(document: Document) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for n, raw in enumerate(document.text.split("\n"), 1):
        if not raw.strip():
            continue
        try:
            entry: object = parsed(raw)
        except (ValueError, RecursionError) as error:
            raise ForeignFile(
                f"{document.name}: line {n} is cut off or not JSON; copy the chat file again"
            ) from error
        if not isinstance(entry, dict):
            raise ForeignFile(
                f"{document.name}: line {n} is not a message; name a SillyTavern chat file"
            )
        found.append(table(entry))
    return found


def _line(message: dict[str, object]) -> Line | None:
    words, name = text(message.get("mes")).strip(), text(message.get("name")).strip()
    kind = text(table(message.get("extra")).get("type"))
    if not words or kind in _PROGRAM or name == "SillyTavern System":
        return None
    by: Literal["owner", "machine"] = "owner" if message.get("is_user") is True else "machine"
    sent = message.get("send_date")
    return Line(
        text=words,
        speaker=name or ("you" if by == "owner" else "character"),
        when=_moment(sent),
        by=by,
        stamp="" if sent is None else str(sent),
    )


def _moment(value: object) -> datetime | None:
    """Read a time as SillyTavern has written it over the years: epoch, ISO, humanized, in words."""
    count = number(value)
    written = text(value).strip()
    if count is None and written.isdigit():
        count = float(written)
    if count is not None:
        return from_epoch(count / 1000 if count > 1e11 else count)
    if found := _HUMANIZED.search(written):
        year, month, day, hour, minute, second, thousandth = (
            int(part or 0) for part in found.groups()
        )
        try:
            return datetime(year, month, day, hour, minute, second, thousandth * 1000)
        except ValueError:
            return None
    for form in _WRITTEN:
        try:
            return datetime.strptime(written, form)
        except ValueError:
            continue
    return from_iso(written)
