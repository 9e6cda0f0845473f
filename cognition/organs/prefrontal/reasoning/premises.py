"""What is reasoned with: statements read off what was told, and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from cognition.regex import regex
from cognition.values import EPOCH, Recollection, TimeSpan

_WHEN = attrgetter("when")
_ARTICLE = regex(r"\A(?:the|an?|some|any|this|that) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Premise:
    """One statement: `relation(subject, object, other)`, denied where it does not `hold`.

    Subjects and objects are keys: lower case, without article, "ada's mother" where no name was
    given. `when` and `order` are when it came about and its place among what was told; `time` the
    stretch of time its sentence names, if any; `corrects` that it puts right what was said before.
    """

    relation: str
    subject: str
    object: str = ""
    other: str = ""
    holds: bool = True
    source: Recollection = field(default_factory=Recollection)
    when: datetime = EPOCH
    time: TimeSpan | None = None
    corrects: bool = False


class Context(NamedTuple):
    """What a turn is read in: whom and what the turns before it were about, and who is of what sex.

    >>> Context().subject
    ''
    """

    subject: str = ""
    several: str = ""
    thing: str = ""
    counted: str = ""
    people: tuple[str, ...] = ()
    sexes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What follows, in few words, and the chain of premises that it follows from.

    `settled` False says that the premises contradict each other, so that nothing follows: `text`
    then asks which is right. `sure` is in [0, 1].
    """

    text: str
    chain: tuple[Premise, ...]
    settled: bool = True
    sure: float = 0.9


def key(phrase: str) -> str:
    """Give the name by which a person or thing is known: lower case, without article.

    >>> key("the Kitchen."), key("my  red ball")
    ('kitchen', 'my red ball')
    """
    plain = " ".join(phrase.replace("’", "'").strip(' \t"“”.,;:!?').split())
    return _ARTICLE.sub("", plain).lower()


def in_order(premises: Iterable[Premise]) -> list[Premise]:
    """Sort premises, given in the order they were told, by when they came about."""
    return sorted(premises, key=_WHEN)


def chained(*parts: Iterable[Premise]) -> tuple[Premise, ...]:
    """Join chains, keeping one premise of each told sentence of one meaning."""
    return tuple(dict.fromkeys(premise for part in parts for premise in part))
