"""Tell which boundaries a message calls for, by the plain rules of `signals.yaml`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import cast

from cognition.organs.insula.crisis import unaccented, written_out
from cognition.organs.tables import table

BOUNDARIES = ("say_not_human", "let_go", "encourage_human_ties", "not_a_clinician")


def boundaries(text: str, act: str = "statement") -> tuple[str, ...]:
    """Name the boundaries that a message calls for; `act` is the percept's speech act.

    >>> boundaries("Are you a real person?"), boundaries("See you tomorrow!", act="farewell")
    (('say_not_human',), ('let_go',))
    """
    small, plain, found = unaccented(text), "", set[str]()
    for name, (keywords, pattern) in _rules().items():
        if any(keyword in small for keyword in keywords):
            plain = plain or written_out(small).replace("-", " ").strip()
            if pattern.search(plain):
                found.add(name)
    if act == "farewell":
        found.add("let_go")
    return tuple(name for name in BOUNDARIES if name in found)


@cache
def _rules() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    file = Path(__file__).with_name("signals.yaml")
    data = cast("dict[str, dict[str, list[str]]]", table(file))
    return {
        name: (
            tuple(data[name]["keywords"]),
            re.compile("|".join(f"(?:{line})" for line in data[name]["patterns"])),
        )
        for name in BOUNDARIES
    }
