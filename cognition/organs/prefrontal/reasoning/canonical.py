"""Canonical wording: one way of saying for several, by tables of rewrites."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

_SPACES = re.compile(r"\s+")
_WRITTEN = 12  # rewrites of written forms, at the head of the table
_LONGEST = 15  # words of a sentence that is put in canonical words
_FIRST = re.compile(
    r"\A(?:North|South|East|West|Left|Right|Above|Below|Over|Under|Beneath|On|In|Inside|At|To|From"
    r"|Of|The|An?)\b"
)


@lru_cache
def _rewrites(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (resources.files(__package__ or "") / f"{table}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    found: list[tuple[re.Pattern[str], str]] = []
    for line in lines:
        pattern, arrow, by = line.partition(" =>")
        if not arrow:
            raise ValueError(f"a rewrite reads `pattern => replacement`, not {line!r}")
        pattern = pattern.replace("[A-Z]", "(?-i:[A-Z])")
        found.append((re.compile(pattern, re.IGNORECASE), by.strip().replace("\\s", " ")))
    return tuple(found)


@lru_cache(maxsize=65536)
def canonical(text: str, table: str = "rewrites") -> str:
    """Put a sentence in canonical words.

    >>> canonical("Tom can now be found in the garden"), canonical("You'll find Rex in the hall")
    ('Tom is in the garden', 'Rex is in the hall')
    """
    text = _FIRST.sub(lambda match: match[0].lower(), text.replace("’", "'"))
    rewrites = _rewrites(table)
    # long sentences are seldom told in the set phrases: only how they are written is evened out
    for pattern, by in rewrites[:_WRITTEN] if text.count(" ") > _LONGEST else rewrites:
        changed = pattern.sub(by, text)
        if changed != text:
            text = _SPACES.sub(" ", changed)
    return text.strip()


__all__ = ["canonical"]
