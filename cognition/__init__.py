"""Kindred's mind: organs, the faculties they use, and one person's memory opened for use.

>>> from cognition import Mind
>>> with Mind.open(None, owner="Ada") as mind:
...     _ = mind.observe("My sister Mia is a vet.")
...     [fact.text for fact in mind.facts(about="Mia")]
['Mia is a vet.', "Ada's sister is Mia."]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cognition.channel import LASTING, Channel, Merge, concat
from cognition.errors import CognitionError, StoreBusy
from cognition.organ import Organ
from cognition.values import (
    Affect,
    Answer,
    Appraisal,
    Engram,
    Fact,
    Mood,
    Percept,
    Receipt,
    Recollection,
    Stimulus,
    TimeSpan,
    Utterance,
)

if TYPE_CHECKING:
    from cognition.faculties import Faculties, Persona
    from cognition.mind import Mind

# imported when first asked for: they bring numpy and more
_LAZY = {
    "Mind": "cognition.mind",
    "Faculties": "cognition.faculties",
    "Persona": "cognition.faculties",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'cognition' has no attribute {name!r}")


__all__ = [
    "LASTING",
    "Affect",
    "Answer",
    "Appraisal",
    "Channel",
    "CognitionError",
    "Engram",
    "Fact",
    "Faculties",
    "Merge",
    "Mind",
    "Mood",
    "Organ",
    "Percept",
    "Persona",
    "Receipt",
    "Recollection",
    "Stimulus",
    "StoreBusy",
    "TimeSpan",
    "Utterance",
    "concat",
]
