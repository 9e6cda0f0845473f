"""Narrowing of parsed JSON, so that readers can say what they expect without trusting the file."""

from __future__ import annotations

import json
import re
from typing import cast

_CUT = re.compile(r"\\u[dD][89a-fA-F]")


def parsed(source: str) -> object:
    """Parse JSON; half characters (cut emoji), which nothing could store, become question marks."""
    value: object = json.loads(source)
    return _whole(value) if _CUT.search(source) else value


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_whole(entry) for entry in rows(value)]
    if isinstance(value, dict):
        return {str(_whole(key)): _whole(entry) for key, entry in table(value).items()}
    return value


def table(value: object) -> dict[str, object]:
    """The value if it is an object, else an empty one."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def rows(value: object) -> list[object]:
    """The value if it is an array, else an empty one."""
    return cast("list[object]", value) if isinstance(value, list) else []


def tables(value: object) -> list[dict[str, object]]:
    """The objects of an array, or the value itself as the only one."""
    entries = rows(value) if isinstance(value, list) else [value]
    return [cast("dict[str, object]", entry) for entry in entries if isinstance(entry, dict)]


def text(value: object) -> str:
    """The value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def number(value: object) -> float | None:
    """The value if it is a number, else None."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
