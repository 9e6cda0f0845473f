"""Cut a text into the tokens the time grammar reads, and remember what was read where."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from cognition.organs.thalamus.times.nodes import Node
from cognition.regex import regex

Found = tuple[Node, int]
Rule = Callable[["Reading", int], "Found | None"]
Numbers = tuple[int, ...]

_TOKEN = regex(
    r"""(?P<ymd>\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d))
    | (?P<dmy>\d{1,2}(?P<s2>[-/.])\d{1,2}(?P=s2)(?:\d{4}|\d{2})(?!\d))
    | (?P<compact>(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
    | (?P<md>\d{1,2}/\d{1,2}(?![\d/]|\.\d))
    | (?P<ym>(?:19|20)\d{2}[-/](?:0?[1-9]|1[0-2])(?![-/\d]))
    | (?P<my>(?<![^\W\d_])(?:0?[1-9]|1[0-2])[-/](?:19|20)\d{2}(?![-/\d]))
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    | (?P<dot>\d{1,2}\.\d{1,2}(?![\d.%]|,\d))
    | (?P<number>\d+)
    | (?P<word>o['’]?clock|[^\W\d_]+)
    | (?P<mark>[^\w\s]|_)""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = regex(r"\d+")


@dataclass(slots=True)
class Reading:
    """A text as tokens: lower-cased `words`, where they start and end, their kinds."""

    text: str
    rules: Rule
    now: datetime
    starters: frozenset[str] = frozenset()
    words: list[str] = field(default_factory=list[str])
    starts: list[int] = field(default_factory=list[int])
    ends: list[int] = field(default_factory=list[int])
    kinds: list[str] = field(default_factory=list[str])
    numbers: list[Numbers] = field(default_factory=list[Numbers])
    memo: dict[int, Found | None] = field(default_factory=dict[int, "Found | None"])
    depth: int = 0

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """Give the token at a place, empty beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """Give the kind of the token at a place, empty beyond either end."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def glued(self, at: int) -> bool:
        """Tell whether no space stands before a token."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def date(self, at: int) -> Found | None:
        """Read the longest date at a place, remembering the result; gives up in absurd nestings."""
        if at in self.memo:
            return self.memo[at]
        if at >= len(self.words) or self.depth > 8:
            return None
        self.depth += 1
        found = self.rules(self, at)
        self.depth -= 1
        self.memo[at] = found
        return found

    def skip(self, at: int, *words: str) -> int:
        """Step over one token if it is any of these."""
        return at + 1 if self.word(at) in words else at

    def capital(self, at: int) -> bool:
        """Tell whether a token is written with a capital."""
        return self.text[self.starts[at]].isupper()


def read(text: str, rules: Rule, now: datetime, starters: frozenset[str] = frozenset()) -> Reading:
    """Cut a text into tokens; numeric dates that are part of a longer number lose their kind."""
    reading = Reading(text, rules, now, starters)
    previous = ""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind in ("s1", "s2"):
            kind = "ymd" if match["ymd"] else "dmy"
        start = match.start()
        numbers: Numbers = ()
        if kind not in ("word", "mark"):
            numbers = tuple(int(piece[:9]) for piece in _DIGITS.findall(match[0]))
            if kind not in ("number", "clock", "dot") and _part_of_longer(
                text, start, match.end(), previous
            ):
                kind = "mark"
        reading.words.append(match[0].lower())
        reading.starts.append(start)
        reading.ends.append(match.end())
        reading.kinds.append(kind)
        reading.numbers.append(numbers)
        previous = kind
    return reading


def _part_of_longer(text: str, start: int, end: int, previous: str) -> bool:
    if start > 0:
        before = text[start - 1]
        if before in "$€£" or before.isalnum():
            return True
        dated = text[start - 2 : start - 1].isdigit() and previous == "mark"
        if before in "-/.:+" and dated and not _DATE_BEFORE.search(text, max(0, start - 12), start):
            return True
    return text[end : end + 2].strip()[:1] in ("%",) or (
        text[end : end + 1].isalpha() and (text[end : end + 1] not in "tT")
    )


_DATE_BEFORE = regex(
    r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?[-~]$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[-~]$"
)
