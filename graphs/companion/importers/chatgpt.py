"""ChatGPT's data export: each conversation is a tree, of which the branch last shown is read."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

from cognition.errors import ForeignFile
from graphs.companion.importers.fields import number, rows, table, tables, text
from graphs.companion.importers.history import Line, Reading, from_epoch
from graphs.companion.importers.source import Document

SPEAKERS: dict[str, tuple[str, Literal["owner", "machine"]]] = {
    "user": ("you", "owner"),
    "assistant": ("ChatGPT", "machine"),
}
_CITATIONS = re.compile("\ue200[^\ue201]*\ue201|【[^】]*†[^】]*】")


def read(document: Document) -> Reading:
    """Follow each conversation from its current node to its root, without tools or hidden lines."""
    conversations: list[tuple[Line, ...]] = []
    for conversation in tables(document.json):
        nodes = table(conversation.get("mapping"))
        if not nodes:
            continue
        key = text(conversation.get("conversation_id")) or text(conversation.get("id"))
        lines = [
            line
            for node in _branch(conversation, nodes, document.name)
            if (line := _line(node, key))
        ]
        began = number(conversation.get("create_time"))
        if lines and began is not None and all(line.when is None for line in lines):
            lines[0] = Line(
                lines[0].text, lines[0].speaker, from_epoch(began), lines[0].ref, key, lines[0].by
            )
        conversations.append(tuple(lines))
    return Reading(tuple(conversations))


def _branch(
    conversation: dict[str, object], nodes: dict[str, object], file: str
) -> list[tuple[str, dict[str, object]]]:
    """List (node id, node) from root to current node."""
    at = text(conversation.get("current_node"))
    if at not in nodes:
        at = _latest_leaf(nodes)
    path: list[tuple[str, dict[str, object]]] = []
    seen: set[str] = set()
    while at in nodes:
        if at in seen:
            title = text(conversation.get("title"))
            raise ForeignFile(
                f"{file}: the messages of “{title}” go round in a circle; export it again"
            )
        seen.add(at)
        node = table(nodes[at])
        path.append((at, node))
        at = text(node.get("parent"))
    return path[::-1]


def _latest_leaf(nodes: dict[str, object]) -> str:
    """Older exports name no current node: take the leaf written last."""
    leaves = [key for key, node in nodes.items() if not rows(table(node).get("children"))]

    def written(key: str) -> float:
        return number(table(table(nodes[key]).get("message")).get("create_time")) or 0.0

    return max(leaves, key=written, default="")


def _line(entry: tuple[str, dict[str, object]], conversation: str) -> Line | None:
    key, node = entry
    message = table(node.get("message"))
    speaker = SPEAKERS.get(text(table(message.get("author")).get("role")))
    hidden = table(message.get("metadata")).get("is_visually_hidden_from_conversation")
    if speaker is None or message.get("weight") == 0 or hidden is True:
        return None
    if text(message.get("recipient")) not in ("", "all"):
        return None  # a call to a tool
    words = _words(table(message.get("content")))
    if not words:
        return None
    written = number(message.get("create_time"))
    when: datetime | None = from_epoch(written) if written else None
    ref = text(message.get("id")) or key
    return Line(words, speaker[0], when, f"chatgpt:{ref}", conversation, speaker[1])


def _words(content: dict[str, object]) -> str:
    """Only what was written or said aloud: no pictures, code runs, reasoning or quoted pages."""
    if text(content.get("content_type")) not in ("text", "multimodal_text"):
        return ""
    parts = [
        part if isinstance(part, str) else _spoken(table(part))
        for part in rows(content.get("parts"))
    ]
    return _CITATIONS.sub("", "\n".join(part for part in parts if part.strip())).strip()


def _spoken(part: dict[str, object]) -> str:
    return text(part.get("text")) if part.get("content_type") == "audio_transcription" else ""
