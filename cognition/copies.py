"""A message recorded twice comes to mind once, and names the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from cognition.faculties import Knowledge
from cognition.organs.words import words
from cognition.values import Recollection

ONE_EVENT = timedelta(days=1)  # the same words within this are one message: clocks may differ


def told_once(found: Sequence[Recollection], known: Knowledge) -> list[Recollection]:
    """Keep the better of two copies of a message, and let each memory name those that say the same.

    Sleep links what says the same. The order stays; what was merely told again on another day, or
    in other words, stays too.
    """
    kept: list[Recollection] = []
    for memory in found:
        same = known.same_as(memory.id)
        if not any(other.id in same and _one_message(other, memory) for other in kept):
            kept.append(replace(memory, same_as=same) if same else memory)
    return kept


def _one_message(one: Recollection, other: Recollection) -> bool:
    if one.when is None or other.when is None or abs(one.when - other.when) > ONE_EVENT:
        return False
    return words(one.text) == words(other.text)
