"""Telling by a file's content, never by its name, which program wrote it."""

from __future__ import annotations

from cognition.errors import ForeignFile
from graphs.companion.importers import sillytavern, whatsapp
from graphs.companion.importers.fields import rows, table
from graphs.companion.importers.source import Document

FORMATS = ("conversation", "chatgpt", "claude", "whatsapp", "sillytavern")
_MARKS = {"mapping": "chatgpt", "chat_messages": "claude", "turns": "conversation"}


def detect(document: Document) -> str:
    """Name the document's format; raises ForeignFile if it is none of those that can be read."""
    if whatsapp.matches(document.text):  # first, for iOS begins its lines with a bracket too
        return "whatsapp"
    if document.looks_json:
        if sillytavern.matches(document):
            return "sillytavern"
        entries = rows(document.json) if isinstance(document.json, list) else [document.json]
        if not entries:
            raise ForeignFile(f"{document.name}: an empty list; there is nothing to import")
        for entry in entries:
            for key, name in _MARKS.items():
                if key in table(entry):
                    return name
    raise ForeignFile(
        f"{document.name}: not a conversation file, nor an export of ChatGPT, Claude, WhatsApp or "
        "SillyTavern; name the exported file itself"
    )
