"""The words that carry content, as every organ reduces them; see `cognition.organs.words`."""

from cognition.organs.words import (
    STOP,
    VAGUE,
    lower_first,
    sentences,
    shortened,
    stem,
    stem_set,
    stems,
    upper_first,
    weight,
    words,
)

__all__ = [
    "STOP",
    "VAGUE",
    "lower_first",
    "sentences",
    "shortened",
    "stem",
    "stem_set",
    "stems",
    "upper_first",
    "weight",
    "words",
]
