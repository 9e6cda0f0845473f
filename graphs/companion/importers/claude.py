"""Claude's data export: a list of conversations, each with its messages in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from graphs.companion.importers.fields import rows, table, tables, text
from graphs.companion.importers.history import Line, Reading, from_iso
from graphs.companion.importers.source import Document

SPEAKERS: dict[str, tuple[str, Literal["owner", "machine"]]] = {
    "human": ("you", "owner"),
    "assistant": ("Claude", "machine"),
}


def read(document: Document) -> Reading:
    """Read what was written on either side; where messages were edited, the branch written last."""
    conversations: list[tuple[Line, ...]] = []
    for conversation in tables(document.json):
        key = text(conversation.get("uuid"))
        messages = _branch(conversation, tables(rows(conversation.get("chat_messages"))))
        lines = [line for message in messages if (line := _line(message, key))]
        if lines and all(line.when is None for line in lines):
            lines[0] = replace(lines[0], when=from_iso(conversation.get("created_at")))
        conversations.append(tuple(lines))
    return Reading(tuple(conversations))


def _branch(
    conversation: dict[str, object], messages: list[dict[str, object]]
) -> list[dict[str, object]]:
    """Follow one branch where messages fork; a list without forks is taken as it stands."""
    parents = [
        parent for message in messages if (parent := text(message.get("parent_message_uuid")))
    ]
    if len(parents) == len(set(parents)):
        return messages
    known = {text(message.get("uuid")): message for message in messages}
    leaf = text(conversation.get("current_leaf_message_uuid"))
    at = leaf if leaf in known else text(messages[-1].get("uuid"))
    path: list[dict[str, object]] = []
    while (message := known.pop(at, None)) is not None:  # popped, so that a circle ends
        path.append(message)
        at = text(message.get("parent_message_uuid"))
    return path[::-1]


def _line(message: dict[str, object], conversation: str) -> Line | None:
    speaker = SPEAKERS.get(text(message.get("sender")))
    words = _words(message)
    if speaker is None or not words:
        return None
    key = text(message.get("uuid"))
    ref = f"claude:{key}" if key else ""
    return Line(
        words, speaker[0], from_iso(message.get("created_at")), ref, conversation, speaker[1]
    )


def _words(message: dict[str, object]) -> str:
    """The text blocks, else `text`, which repeats them with notes about tools."""
    blocks = [table(block) for block in rows(message.get("content"))]
    written = [text(block.get("text")) for block in blocks if block.get("type") == "text"]
    if not written and any(block.get("type") for block in blocks):
        return ""  # nothing but tool calls and results
    return (
        "\n".join(part for part in written if part.strip()) or text(message.get("text"))
    ).strip()
