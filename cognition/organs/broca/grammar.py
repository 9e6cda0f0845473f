"""A micro-grammar in the manner of Tracery, so that replies grow from parts, not from templates."""

from __future__ import annotations

import random
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from cognition.organs.tables import read_yaml
from cognition.organs.words import upper_first
from cognition.regex import regex

_PART = regex(r"\{(?P<slot>\w+)\}|<(?P<rule>\w+)(?P<maybe>\??)>")
_CONDITION = regex(r"^\[(?P<tags>[^\]]*)\]\s*")
_SPACES = regex(r" {2,}")
_LOOSE = regex(r" +(?=[.,!?;])")


@dataclass(frozen=True, slots=True)
class Shape:
    """One alternative of a rule: its parts, and the tags that must hold or must not (`bars`)."""

    id: str
    parts: tuple[tuple[str, str], ...]
    needs: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()
    asks: bool = False

    @classmethod
    def read(cls, rule: str, line: str) -> Shape:
        """Read a line `[tag !tag] words {slot} <rule> <maybe?>`; its id is stable when lines move.

        >>> Shape.read("greet", "[evening] Good evening, {name}.").needs
        frozenset({'evening'})
        """
        condition = _CONDITION.match(line)
        tags = condition["tags"].split() if condition else []
        words = line[condition.end() :] if condition else line
        parts: list[tuple[str, str]] = []
        at = 0
        for match in _PART.finditer(words):
            parts.append(("text", words[at : match.start()]))
            if match["slot"]:
                parts.append(("slot", match["slot"]))
            else:
                parts.append(("maybe" if match["maybe"] else "rule", match["rule"]))
            at = match.end()
        parts.append(("text", words[at:]))
        return cls(
            id=f"{zlib.crc32(f'{rule} {line}'.encode()):08x}",
            parts=tuple(part for part in parts if part[1]),
            needs=frozenset(tag for tag in tags if not tag.startswith("!")),
            bars=frozenset(tag[1:] for tag in tags if tag.startswith("!")),
            slots=frozenset(name.lower() for kind, name in parts if kind == "slot"),
            asks="?" in _PART.sub("", words),
        )


Grammar = Mapping[str, Sequence[Shape]]


def read_grammar(text: str) -> dict[str, tuple[Shape, ...]]:
    """Read a YAML mapping of rule -> lines; raises ValueError when a named rule does not exist.

    >>> sorted(read_grammar("{hello: Hi <you>, you: there}"))
    ['hello', 'you']
    """
    rules: dict[str, str] = read_yaml(text)
    grammar = {
        rule: tuple(Shape.read(rule, line.strip()) for line in lines.splitlines() if line.strip())
        for rule, lines in rules.items()
    }
    for rule, shapes in grammar.items():
        for shape in shapes:
            for kind, name in shape.parts:
                if kind in ("rule", "maybe") and name not in grammar:
                    raise ValueError(f"rule {rule!r} uses <{name}>, which is not there: add it")
    return grammar


@cache
def phrases() -> dict[str, tuple[Shape, ...]]:
    """Give the grammar that ships, read once."""
    folder = resources.files(__package__ or "")
    files = ("phrases.yaml", "everyday.yaml")
    return _parted(read_grammar("\n".join((folder / f).read_text(encoding="utf-8") for f in files)))


def _parted(grammar: dict[str, tuple[Shape, ...]]) -> dict[str, tuple[Shape, ...]]:
    """Add a rule for each everyday matter to rules with lines for all: few are weighed then."""
    for rule in ("matter", "matter_ask", "matter_later"):
        for shape in grammar.get(rule, ()):
            for tag in (tag for tag in shape.needs if tag.startswith("m_")):
                grammar[f"{rule} {tag}"] = (*grammar.get(f"{rule} {tag}", ()), shape)
    return grammar


@dataclass(slots=True)
class Composer:
    """Grows one reply from what holds (`tags`) and what can be named (`slots`).

    Shapes used lately (`recent`) are inhibited: a fresh one is taken while there is any, else one
    of the half that has rested longest. The more conditions a shape has, above all `weighty`
    ones, the more closely it fits and the likelier it is.
    """

    grammar: Grammar
    tags: set[str]
    slots: dict[str, str]
    chance: random.Random
    recent: Sequence[str] = ()
    weighty: frozenset[str] = frozenset()
    quiet: bool = False
    used: list[str] = field(default_factory=list[str])

    def say(self, rule: str) -> str:
        """Expand a rule into text; empty when nothing fits."""
        text = self._expand(rule) or ""
        return tidy(text)

    def _expand(self, rule: str) -> str | None:
        options = [shape for shape in self.grammar.get(rule, ()) if self._fits(shape)]
        while options:
            shape = self._pick(options)
            mark = len(self.used)
            text = self._fill(shape)
            if text is not None:
                self.used.append(shape.id)
                return text
            del self.used[mark:]
            options.remove(shape)
        return None

    def _fits(self, shape: Shape) -> bool:
        return (
            shape.needs <= self.tags
            and not shape.bars & self.tags
            and not (self.quiet and shape.asks)
            and all(self.slots.get(name) for name in shape.slots)
        )

    def _pick(self, options: Sequence[Shape]) -> Shape:
        age = {id: at for at, id in enumerate((*self.recent, *self.used))}
        fresh = [shape for shape in options if shape.id not in age]
        if not fresh:
            rested = sorted(options, key=lambda shape: age[shape.id])
            fresh = rested[: (len(rested) + 1) // 2]
        close = [self._closeness(shape) for shape in fresh]
        weights = [4.0**fit if fit > max(close) - 3 else 0.0 for fit in close]
        return self.chance.choices(fresh, weights)[0]

    def _closeness(self, shape: Shape) -> int:
        return len(shape.needs) + 2 * len(shape.needs & self.weighty)

    def _fill(self, shape: Shape) -> str | None:
        words: list[str] = []
        for kind, name in shape.parts:
            if kind == "text":
                words.append(name)
            elif kind == "slot":
                value = self.slots[name.lower()]
                words.append(upper_first(value) if name[0].isupper() else value)
            elif kind == "rule":
                text = self._expand(name)
                if text is None:
                    return None
                words.append(text)
            elif self.chance.random() < 0.5:
                words.append(self._expand(name) or "")
        return "".join(words)


def tidy(text: str) -> str:
    """Close up the gaps that empty parts leave, and start with a capital.

    >>> tidy(" so  you are back .")
    'So you are back.'
    """
    return upper_first(_LOOSE.sub("", _SPACES.sub(" ", text)).strip())


def resting(recent: Collection[str], used: Sequence[str], keep: int) -> list[str]:
    """Append what was used to what is resting, each once, newest last, at most `keep`."""
    new = set(used)
    return [*(id for id in recent if id not in new), *dict.fromkeys(used)][-keep:]


__all__ = [
    "Composer",
    "Grammar",
    "Shape",
    "phrases",
    "read_grammar",
    "resting",
    "tidy",
]
