"""Time expressions: find them in words, and resolve each to an interval."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta

from cognition.values import TimeSpan

_DAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NEAR = re.compile(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE)


def when(text: str, now: datetime, tense: str | None = None) -> tuple[TimeSpan, ...]:
    """Resolve the time expressions of a text, seen from `now`."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    spans: list[TimeSpan] = []
    for match in _NEAR.finditer(text):
        with suppress(OverflowError):
            start = midnight + timedelta(days=_DAY[match[0].lower()])
            spans.append(TimeSpan(match[0], start, start + timedelta(days=1)))
    return tuple(spans)
