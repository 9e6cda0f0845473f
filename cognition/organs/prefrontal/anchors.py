"""The literal words that a pattern cannot do without, so that most patterns need not be tried.

Looking for a few plain strings costs a tenth of a search by a pattern that starts anywhere.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")  # how Python itself reads a pattern
_COMMON = frozenset(("the", "a", "an", "of", "to", "in", "on", "is", "was", "did", "what", "who"))
_START = 3  # letters by which the strings that a text has are looked up

Needed = list[frozenset[str]]  # of each set, every match of the pattern holds one


def anchors(pattern: str) -> tuple[tuple[str, ...], ...]:
    r"""Give sets of strings in lower case; every match holds one of each, and the first is rarest.

    >>> anchors(r"\bi (?:really )?lost (?:my job|the keys)\b")
    (('my job', 'the keys'), ('lost ',), ('i ',))
    >>> anchors(r"(?:cat|dog)s?"), anchors(r"\w+")
    ((('cat', 'dog'),), ())
    """
    found = dict.fromkeys(_needed(_parser.parse(pattern)))
    return tuple(tuple(sorted(one)) for one in sorted(found, key=_rarity, reverse=True))


class Anchored:
    r"""Patterns, of which only those need trying whose strings a text has.

    >>> Anchored([r"\blost (?:my job|the keys)\b", r"\bcat\b"]).fitting("i lost the keys")
    [0]
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._others: list[tuple[tuple[str, ...], ...]] = []
        self._short: dict[str, list[int]] = {}
        self._by_start: dict[str, dict[str, list[int]]] = {}
        for number, pattern in enumerate(patterns):
            first, *others = anchors(pattern) or (("",),)
            self._others.append(tuple(others))
            for anchor in first:
                start = anchor[:_START]
                some = self._by_start.setdefault(start, {}) if start != anchor else self._short
                some.setdefault(anchor, []).append(number)

    def fitting(self, low: str, after: int = -1) -> list[int]:
        """Give the numbers of those that may fit a text in lower case, in order."""
        starts = {low[n : n + _START] for n in range(len(low))}
        near = [self._by_start[start] for start in starts & self._by_start.keys()]
        found = {
            n
            for some in (self._short, *near)
            for anchor in some
            if anchor in low
            for n in some[anchor]
        }
        return sorted(n for n in found if n > after and self._may_fit(n, low))

    def _may_fit(self, number: int, low: str) -> bool:
        for some in self._others[number]:
            for anchor in some:
                if anchor in low:
                    break
            else:
                return False
        return True


def _needed(parts: Iterable[tuple[Any, Any]]) -> Needed:
    """Give what the parts of a sequence need, one set for each that needs anything."""
    found: Needed = []
    run = ""
    for kind, value in parts:
        name = str(kind)
        if name == "LITERAL":
            run += chr(value).lower()
            continue
        if run:
            found.append(frozenset({run}))
        run = ""
        if name == "SUBPATTERN":
            found += _needed(value[-1])
        elif name == "BRANCH":
            every = [max(_needed(branch), key=_rarity, default=None) for branch in value[1]]
            if None not in every:
                found.append(frozenset[str]().union(*(one for one in every if one)))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
            found += _needed(value[2])
        elif name == "ATOMIC_GROUP":
            found += _needed(value)
    return [*found, frozenset({run})] if run else found


def _rarity(some: frozenset[str]) -> tuple[int, int]:
    """Rank a set of strings: the longer its shortest, the rarer; of equal ones, the fewer."""
    return min(0 if one.strip() in _COMMON else len(one) for one in some), -len(some)
