"""What Broca's area sees and says: its channels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from cognition.channel import LASTING, Merge, concat
from cognition.values import (
    Affect,
    Appraisal,
    Care,
    Decision,
    Fact,
    Mood,
    Note,
    Percept,
    Plan,
    Recollection,
    Utterance,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What is to be put into words."""

    percept: Percept
    affect: Affect = field(default_factory=Affect)
    appraisal: Appraisal = field(default_factory=Appraisal)
    mood: Annotated[Mood, LASTING] = field(default_factory=Mood)
    recollections: tuple[Recollection, ...] = ()
    known: tuple[Fact, ...] = ()
    learned: Annotated[tuple[Fact, ...], Merge(concat)] = ()
    care: Care = field(default_factory=Care)
    plan: Plan = field(default_factory=Plan)
    decision: Decision = field(default_factory=Decision)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said, and what is kept so that it is not said the same way again."""

    utterance: Utterance
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()


__all__ = ["Meant", "Spoken"]
