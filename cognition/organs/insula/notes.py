"""What care keeps from turn to turn: times, counts and marks, never words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from cognition.faculties import Faculties
from cognition.values import Note

DISCLOSED, SESSION, SEEN = "care.disclosed", "care.session_start", "care.seen"
BREAK, TIES, MINOR = "care.break", "care.ties", "care.minor"
REFERRALS, COUNTS, CRISIS = "care.referrals", "care.counts", "care.crisis"
# what is kept even while remembering is paused: the law asks for it, and no words are in it
WITHOUT_WORDS = frozenset((DISCLOSED, SESSION, SEEN, BREAK, TIES, MINOR, REFERRALS, COUNTS, CRISIS))
PROTOCOL = 3  # the version of what care does; raised when its rules or words change in kind


def note(key: str, value: str | int | bool | Sequence[str] | dict[str, dict[str, int]]) -> Note:
    """Make a note of a JSON value."""
    return Note(key, json.dumps(value, sort_keys=True))


def moment(use: Faculties, key: str) -> datetime | None:
    """Read a time that was kept; None where there is none that can be read."""
    kept = use.journal.state(key)
    try:
        return datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def number(use: Faculties, key: str) -> int:
    """Read a count that was kept; 0 where there is none that can be read."""
    kept = use.journal.state(key, 0)
    return kept if isinstance(kept, int) else 0


def counts(kept: Any) -> dict[str, dict[str, int]]:
    """Read counts by year and kind; what cannot be read is left out.

    >>> counts({"2026": {"crisis": 2, "odd": "x"}, "y": 1})
    {'2026': {'crisis': 2}}
    """
    if not isinstance(kept, dict):
        return {}
    years = {
        str(year): {str(k): n for k, n in cast("dict[Any, Any]", kinds).items() if type(n) is int}
        for year, kinds in cast("dict[Any, Any]", kept).items()
        if isinstance(kinds, dict)
    }
    return years


def counted(use: Faculties, now: datetime, kinds: Sequence[str]) -> Note:
    """Add one to this year's count of each kind."""
    years = counts(use.journal.state(COUNTS))
    year = years.setdefault(str(now.year), {})
    for kind in kinds:
        year[kind] = year.get(kind, 0) + 1
    return note(COUNTS, years)


def marks(use: Faculties, key: str) -> frozenset[str]:
    """Read the marks that were kept; none where they cannot be read."""
    kept = use.journal.state(key)
    return frozenset(map(str, cast("list[Any]", kept))) if isinstance(kept, list) else frozenset()
