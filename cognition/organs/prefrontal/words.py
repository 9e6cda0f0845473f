"""The words that carry content, as every organ reduces them; see `cognition.organs.words`."""

from cognition.organs.words import (
    STOP,
    VAGUE,
    sentences,
    shortened,
    stem,
    stem_set,
    stems,
    weight,
    words,
)

__all__ = [
    "STOP",
    "VAGUE",
    "sentences",
    "shortened",
    "stem",
    "stem_set",
    "stems",
    "weight",
    "words",
]
