"""The literal words that a pattern cannot do without, so that most patterns need not be tried.

Looking for a few plain strings costs a tenth of a search by a pattern that starts anywhere.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")  # how Python itself reads a pattern


def anchors(pattern: str) -> tuple[str, ...]:
    r"""Give strings of which every match of a pattern holds one; ("",) if there are none such.

    >>> anchors(r"\bi (?:really )?lost (?:my job|the keys)\b")
    ('my job', 'the keys')
    >>> anchors(r"(?:cat|dog)s?"), anchors(r"\w+")
    (('cat', 'dog'), ('',))
    """
    return tuple(sorted(_needed(_parser.parse(pattern)) or {""}))


class Anchored:
    r"""Patterns, of which only those need trying that a text has a string of.

    >>> Anchored([r"\blost (?:my job|the keys)\b", r"\bcat\b"]).fitting("i lost the keys")
    [0]
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        numbered: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            for anchor in anchors(pattern):
                numbered.setdefault(anchor.lower(), []).append(number)
        self._anchored = tuple(numbered.items())

    def fitting(self, low: str, after: int = -1) -> list[int]:
        """Give the numbers of those that may fit a text in lower case, in order."""
        found = {n for anchor, ns in self._anchored if anchor in low for n in ns}
        return sorted(number for number in found if number > after)


def _needed(parts: Iterable[tuple[Any, Any]]) -> set[str]:
    """Give the best choice of strings among the parts of a sequence; empty if it needs none."""
    choices: list[set[str]] = []
    run = ""
    for kind, value in parts:
        name = str(kind)
        if name == "LITERAL":
            run += chr(value)
            continue
        choices.append({run})
        run = ""
        if name == "SUBPATTERN":
            choices.append(_needed(value[-1]))
        elif name == "BRANCH":
            every = [_needed(branch) for branch in value[1]]
            choices.append(set[str]().union(*every) if all(every) else set())
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            choices.append(_needed(value[2]))
        elif name == "ATOMIC_GROUP":
            choices.append(_needed(value))
    choices.append({run})
    # the longer its shortest string, the rarer; of equal ones, the fewer
    return max(
        (choice for choice in choices if choice and "" not in choice),
        key=lambda choice: (min(map(len, choice)), -len(choice)),
        default=set(),
    )
