"""The language of the two tables, of what is read and of what is asked: sentences with gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.regex import regex

_GAP = regex(r"\{(\w)(?::(\w+))?\}")
_LIST = regex(r"\$(\w+)")
_WORD = r"(?!(?:is|are|was|were|am|than|to)\b)[\w’'.&-]*[\w’'&]"
_GAPS = {
    "": rf"(?:(?:the|an?|my|our|his|her|their|your) )?{_WORD}(?: {_WORD}){{0,4}}?",
    "word": r"[\w’'-]+",
    "number": WORDED,
    "name": r"(?-i:(?:[A-Z][\w’'-]*|I)(?: [A-Z][\w’'-]*){0,2})",
    "rest": r".+?",
}
_WORDS = regex(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with gaps that says, or asks, `name` with these `arguments`."""

    name: str
    arguments: tuple[str, ...]
    shape: re.Pattern[str]


class Table:
    """Patterns by the words one of which each of them needs."""

    def __init__(self, text: str) -> None:
        self.lists: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, list[tuple[int, Pattern]]] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("$"):
                name, _, words = line[1:].partition("=")
                self.lists[name.strip()] = tuple(w.strip() for w in words.split(","))
            else:
                self._add(line, number)

    def _add(self, line: str, number: int) -> None:
        parts = [part.strip() for part in line.split("|", 2)]
        if len(parts) != 3:
            raise ValueError(f"line {number}: write `name arguments | words | pattern`: {line!r}")
        name, *arguments = parts[0].split()
        shape = _LIST.sub(lambda match: self._any(match[1], number), parts[2])
        pattern = Pattern(name, tuple(arguments), re.compile(_GAP.sub(_gap, shape), re.IGNORECASE))
        for word in dict.fromkeys(self._triggers(parts[1], number)):
            self._by_word.setdefault(word, []).append((number, pattern))

    def _any(self, name: str, number: int) -> str:
        if name not in self.lists:
            raise ValueError(f"line {number}: there is no list ${name}; define it above")
        longest = sorted(self.lists[name], key=len, reverse=True)
        return "(?:" + "|".join(longest) + ")"

    def _triggers(self, words: str, number: int) -> Iterator[str]:
        for word in words.split():
            if word.startswith("$"):
                self._any(word[1:], number)
                yield from (entry.split()[0] for entry in self.lists[word[1:]])
            else:
                yield word

    def matches(self, sentence: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
        """Yield the patterns that a whole sentence fits, in the order of the table."""
        found: dict[int, Pattern] = {}
        for word in _WORDS.findall(sentence.lower().replace("’", "'")):
            for part in (word, *word.split("'")):
                found.update(self._by_word.get(part, ()))
        for number in sorted(found):
            if match := found[number].shape.fullmatch(sentence):
                yield found[number], match


@lru_cache(maxsize=8192)
def reads_as(name: str, sentence: str) -> tuple[Pattern, re.Match[str]] | None:
    """Give the first pattern of a table that a sentence fits; memories are read again and again."""
    return next(table(name).matches(sentence), None)


def _gap(match: re.Match[str]) -> str:
    return f"(?P<{match[1]}>{_GAPS[match[2] or '']})"


@lru_cache
def table(name: str) -> Table:
    """Give one of the tables of this package, read once."""
    file = resources.files(__package__ or "") / f"{name}.txt"
    return Table(file.read_text(encoding="utf-8"))
