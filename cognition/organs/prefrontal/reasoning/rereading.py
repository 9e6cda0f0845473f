"""What a turn says rests on its words and little before it: read once, it is read no more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.premises import Context, Premise
from cognition.organs.prefrontal.reasoning.reading import Reader
from cognition.values import Recollection, TimeSpan

_KEPT = 4096  # turns
_NOTHING = Context()


@dataclass(frozen=True, slots=True)
class Told:
    """What a turn says: its premises, how their keys were written, and the context it leaves."""

    premises: tuple[Premise, ...]
    shown: tuple[tuple[str, str], ...]
    after: Context
    sentences: int


def read_on(reader: Reader, turn: Recollection, follows: bool) -> None:
    """Let a reader take in a turn as `Reader.read` does, at little cost if it was read before.

    >>> reader, turn = Reader(), Recollection(text="Mia took the ball.", speaker="Ada")
    >>> read_on(reader, turn, follows=False)
    >>> [(one.relation, one.source is turn) for one in reader.premises]
    [('event', True), ('get', True)]
    """
    context = reader.context()
    if not follows:
        context = Context(sexes=context.sexes)
        reader.resume(context)
    if turn.role == "companion":
        return
    near = (turn.text, context.subject, *context.people)
    bears = tuple(one for one in context.sexes if any(one[0] in each for each in near))
    told = what_says(turn, context._replace(sexes=bears))
    order = reader.order
    reader.premises += [replace(one, source=turn, order=order + one.order) for one in told.premises]
    for key, phrase in told.shown:
        reader.shown.setdefault(key, phrase)
    sexes = dict((*context.sexes, *told.after.sexes))
    reader.resume(told.after._replace(sexes=tuple(sexes.items())), told.sentences)


def what_says(turn: Recollection, context: Context = _NOTHING) -> Told:
    """Give what a turn says in a context; its premises are sourced to words alone."""
    return _told(turn.text, turn.speaker, turn.when, turn.times, context)


@lru_cache(maxsize=_KEPT)
def _told(
    text: str,
    speaker: str,
    when: datetime | None,
    times: tuple[TimeSpan, ...],
    context: Context,
) -> Told:
    reader = Reader()
    reader.resume(context)
    reader.read(Recollection(text=text, speaker=speaker, when=when, times=times), follows=True)
    shown = tuple(reader.shown.items())
    return Told(tuple(reader.premises), shown, reader.context(), reader.order)


__all__ = ["Told", "read_on", "what_says"]
