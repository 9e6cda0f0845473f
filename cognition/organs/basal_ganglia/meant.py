"""Tell from the meaning of a message how its sender wishes to be treated, where no rule reads it.

A multinomial logistic regression over the one vector that the encoder makes of a message and the
words it is put in. It only adds to what the rules find. `cognition/training/wishes.py` makes the
weights.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

import numpy as np

from cognition.organs.regression import Regression
from cognition.organs.thalamus.names import COMMON
from cognition.regex import regex
from cognition.values import Percept

FILE = "wishes.npz"
SHA256 = "5d2d64c191de8f304b0546c41614884cee7da9c5b4617d10be5e5d7c23671984"
# none comes first; a wish is lifted by what begins with "lift_"
KINDS = (
    "none", "no_advice", "no_questions", "brief", "call_me", "avoid", "no_memories", "no_emoji",
    "lift_no_advice", "lift_no_questions", "lift_brief", "lift_avoid", "lift_no_memories",
    "lift_no_emoji",
)  # fmt: skip
LONGEST = 40  # words of a message that is nothing but a wish
# who sends somebody away wishes for no treatment
_DISMISSES = regex(
    r"\W*(?:(?:please|just|oh|now)\W+)*(?:leave me (?:alone|be)|go away|shut (?:up|it)|get lost"
    r"|stop(?: it| that)?|forget it|never mind|enough|drop it|be quiet)"
    r"(?:\W+(?:please|now|then|ok))*\W*",
    re.IGNORECASE,
)
_WORD = regex(r"[A-Za-z][\w'’-]*")
_OWNED = regex(
    r"\b(?:my|the|our|this|that|about|of|mentioning|mention) (?:whole |old |stupid |bloody |damn )?"
    r"(?P<topic>(?!(?:subject|topic|thing|things|matter|word|words|conversation|way|end|past|day"
    r"|time|times|future|phone|moment|talk|talks|chat|rest|my|the|our|this|that|it|you|me|him|her"
    r"|them|what|how|anything|something|everything|more|first|last|same|other|one|messages?)\b)"
    r"[a-z][\w-]+(?: [a-z]+(?=\W*\Z))?)",
    re.IGNORECASE,
)


class Meant(NamedTuple):
    """A wish that a message means: its kind, and the name or the topic in it."""

    kind: str
    about: str = ""


def meant(percept: Percept, encoder: str, held: Collection[str] = ()) -> Meant | None:
    """Give the wish that a message means; `encoder` names what made its vector.

    Only what is `held` can be lifted.
    """
    text = percept.text
    if not percept.vector or len(text.split()) > LONGEST or _DISMISSES.fullmatch(text):
        return None
    found = _wishes()
    scores = found.scores(percept.vector, text, encoder)
    if scores is None:
        return None
    for number, kind in enumerate(KINDS):
        if kind.startswith("lift_") and kind.removeprefix("lift_") not in held:
            scores[number] = -np.inf
    best = int(scores[1:].argmax()) + 1
    if scores[best] - scores[0] <= found.limit:
        return None
    kind = KINDS[best]
    about = ""
    if kind == "call_me":
        about = _name(percept)
    elif kind.endswith("avoid"):
        about = _topic(text)
    return None if not about and kind.endswith(("call_me", "avoid")) else Meant(kind, about)


def _name(percept: Percept) -> str:
    """Give the one name in a message, in any case; nothing where there are several."""
    names = [name for name in percept.names if name != percept.speaker]
    if not names:
        # its package is read when somebody asks or says a name so, not at every start
        from cognition.organs.prefrontal.reasoning.kin_reading import sex

        words = [word for word in _WORD.findall(percept.text) if word.lower() not in COMMON]
        names = [word.capitalize() for word in words if sex(word)]
    return names[0] if len(names) == 1 else ""


def _topic(text: str) -> str:
    found = _OWNED.search(text.replace("’", "'"))
    return found["topic"] if found else ""


@cache
def _wishes() -> Regression:
    return Regression.shipped(FILE, SHA256, __name__)


__all__ = ["FILE", "KINDS", "Meant", "meant"]
