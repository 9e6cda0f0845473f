"""What a turn says rests on its words and little before it: read once, it is read no more."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, lru_cache

from cognition.organs.prefrontal.reasoning.discourse import Discourse
from cognition.organs.prefrontal.reasoning.premises import Context, Premise
from cognition.organs.prefrontal.reasoning.reading import TurnReader
from cognition.organs.prefrontal.reasoning.signs import CORRECTS
from cognition.regex import regex
from cognition.values import Recollection, TimeSpan

_KEPT = 4096  # turns
_NOTHING = Context()
# what others say, and what may be, is weighed by the rules
_DOUBTED = regex(
    r"\b(?:might|maybe|perhaps|wish|imagine|hopes?|dreamt|pretend|says?|said|thinks|claims|believes"
    r"|doubts?|doubted|denies|denied|disputes|suspects|unlikely)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What a turn says: its premises, how their keys were written, and what it was about.

    Where that `leans`, it would say something else after other turns.
    """

    premises: tuple[Premise, ...]
    shown: tuple[tuple[str, str], ...]
    discourse: Discourse

    @property
    def leans(self) -> bool:
        """Whether what it says rests on what the turns before it were about."""
        return self.discourse.leans


class Reading:
    """A turn, and what it says once that was read.

    >>> turn = Recollection(text="Mia took the ball.", speaker="Ada")
    >>> [one.relation for one in Reading(turn).says().premises]
    ['event', 'get']
    """

    def __init__(self, turn: Recollection) -> None:
        self.turn = turn

    @cached_property
    def alone(self) -> Told:
        """What it says by itself."""
        return self._sourced(what_says(self.turn))

    def says(self, before: Context = _NOTHING) -> Told:
        """Give what it says after other turns."""
        leans = self.alone.leans or any(one[0] in self.turn.text for one in before.sexes)
        return self._sourced(what_says(self.turn, before)) if leans else self.alone

    def _sourced(self, told: Told) -> Told:
        premises = tuple(replace(one, source=self.turn) for one in told.premises)
        return Told(premises, told.shown, told.discourse)


@dataclass(slots=True)
class Reader:
    """Reads turns in the order in which they were told.

    `shown` maps each key to how it was written.

    >>> reader, turn = Reader(), Recollection(text="Mia took the ball.", speaker="Ada")
    >>> reader.read(Reading(turn), follows=False)
    >>> [(one.relation, one.source is turn) for one in reader.premises]
    [('event', True), ('get', True)]
    """

    premises: list[Premise] = field(default_factory=list[Premise])
    shown: dict[str, str] = field(default_factory=dict[str, str])
    _context: Context = _NOTHING

    def read(self, turn: Reading, follows: bool) -> None:
        """Read one turn; `follows` says that it was told right after the one read before it."""
        before = self._context if follows else Context(sexes=self._context.sexes)
        self._context = before
        if turn.turn.role == "companion":
            return
        told = turn.says(before)
        self.premises += told.premises
        for key, phrase in told.shown:
            self.shown.setdefault(key, phrase)
        self._context = told.discourse.after(before)


def what_says(turn: Recollection, context: Context = _NOTHING) -> Told:
    """Give what a turn says in a context; its premises are sourced to words alone.

    What the encoder's parser made of it is read instead, where that can be reasoned from and the
    rules do not see the same two in other roles.
    """
    told = _told(turn.text, turn, turn.times, context)
    if not turn.plain or _DOUBTED.search(turn.text):
        return told
    words = turn.plain.replace(".", " ").split()
    # "Tuesday is the day for ..." is a day once; "on Tuesdays" is a habit
    times = tuple(one for one in turn.times if f"{one.text.split()[-1]}s" not in words)
    corrects = CORRECTS.match(turn.text)
    text = f"{corrects[0]}, {turn.plain}" if corrects else turn.plain
    plain = _told(text, turn, times, context)
    says = [one for one in plain.premises if one.relation != "event" or one.time]
    turned = {(one.relation, one.object, one.subject) for one in told.premises}
    if not says or any((one.relation, one.subject, one.object) in turned for one in says):
        return told
    return plain


def _told(text: str, turn: Recollection, times: tuple[TimeSpan, ...], context: Context) -> Told:
    """Give what a text says in a context, which is left out of account where it does not lean."""
    sexes = tuple(one for one in context.sexes if one[0] in text)
    told = _read(text, turn.speaker, turn.when, times, Context(sexes=sexes))
    if not told.leans or context._replace(sexes=()) == _NOTHING:
        return told
    near = (text, context.subject, *context.people)
    sexes = tuple(one for one in context.sexes if any(one[0] in each for each in near))
    return _read(text, turn.speaker, turn.when, times, context._replace(sexes=sexes))


@lru_cache(maxsize=_KEPT)
def _read(
    text: str, speaker: str, when: datetime | None, times: tuple[TimeSpan, ...], context: Context
) -> Told:
    reader = TurnReader(context)
    reader.read(Recollection(text=text, speaker=speaker, when=when, times=times))
    shown = tuple(reader.shown.items())
    return Told(tuple(reader.premises), shown, reader.discourse)


__all__ = ["Reader", "Reading", "Told", "what_says"]
