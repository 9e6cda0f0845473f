"""Tell which boundaries a message calls for, by the plain rules of `signals.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from cognition.organs.insula.crisis import compiled, normalised, unaccented
from cognition.organs.tables import table
from cognition.regex import regex

BOUNDARIES = (
    "say_not_human",
    "let_go",
    "say_how_to_erase",
    "encourage_human_ties",
    "not_a_clinician",
    "test_reality",
    "no_romance",
    "stay_calm",
    "notice_kindness",
)
_WORD = regex(r"[a-z]+")
_START = 4  # letters by which a word is looked up
SIGNS = (*BOUNDARIES, "vulnerable", "leaning", "other_in_danger", "minor", "of_age")


def boundaries(text: str, act: str = "statement", vulnerable: bool = False) -> tuple[str, ...]:
    """Name the boundaries that a message calls for; `act` is the percept's speech act."""
    return bounds(signs(text), act, vulnerable)


def bounds(found: set[str], act: str, vulnerable: bool) -> tuple[str, ...]:
    """Name the boundaries that what a message shows calls for.

    They rise with vulnerability: leaning on the companion calls for a word about people in the
    person's life where the person is having a hard time, by this message or as `vulnerable` says.

    >>> bounds(signs("Are you a real person?"), "question", False), bounds(set(), "farewell", False)
    (('say_not_human',), ('let_go',))
    """
    found = set(found)
    if act == "farewell" or "say_how_to_erase" in found:
        found.add("let_go")
    if "leaning" in found and (vulnerable or "vulnerable" in found):
        found.add("encourage_human_ties")
    if "let_go" in found or "stay_calm" in found:
        found.discard("notice_kindness")
    return tuple(name for name in BOUNDARIES if name in found)


def signs(text: str) -> set[str]:
    """Name everything of `signals.yaml` that a message shows.

    >>> sorted(signs("I feel so lonely"))
    ['vulnerable']
    """
    small, found = unaccented(text), set[str]()
    patterns, starts = _rules()
    asked = {
        name
        for word in _WORD.findall(small)
        for size in range(1, _START + 1)
        for name, keyword in starts.get(word[:size], ())
        if keyword in small
    }
    if asked:
        plain = normalised(small).replace("-", " ").strip()
        found.update(name for name in asked if compiled(patterns[name]).search(plain))
    return found


@cache
def _rules() -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    """Give each sign's pattern, and by the start of a keyword's longest word what it may show."""
    file = Path(__file__).with_name("signals.yaml")
    data = cast("dict[str, dict[str, list[str]]]", table(file))
    starts: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in SIGNS:
        for keyword in data[name]["keywords"]:
            start = max(_WORD.findall(keyword), key=len)[:_START]
            starts[start] = (*starts.get(start, ()), (name, keyword))
    patterns = {name: "|".join(f"(?:{line})" for line in data[name]["patterns"]) for name in SIGNS}
    return patterns, starts
