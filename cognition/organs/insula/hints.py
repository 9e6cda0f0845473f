"""Tell from the meaning of a message that it may hint at a crisis, where no rule finds a sign.

A logistic regression over the one vector that the encoder makes of a message, and its words. It
only adds to what the rules of `crisis` find, in English, for what is said of oneself: not what is
quoted, told as a story or long past. `cognition/training/crisis.py` makes the weights.
"""

from __future__ import annotations

from functools import cache

from cognition.organs.insula.crisis import as_told, everyday, unaccented
from cognition.organs.regression import Regression
from cognition.regex import regex
from cognition.values import Percept

FILE = "crisis.npz"
SHA256 = "6c9b90b586cb1616965cfca31b14a0da4dcd37878c5c0d286b69cfe807814fba"
_SELF = regex(r"\b(?:i|im|ive|id|me|my|myself|mine)\b")


def hinted(percept: Percept, encoder: str) -> bool:
    """Say whether a message may hint at a crisis; `encoder` names what made its vector."""
    if not percept.vector or percept.role != "person":
        return False
    found = _hints()
    scores = found.scores(percept.vector, percept.text, encoder)
    if scores is None or scores[1] - scores[0] <= found.limit:
        return False
    return own_words(percept.text)


def own_words(text: str) -> bool:
    """Tell whether someone speaks of themselves, and not what another said, a story or a day tells.

    >>> own_words("I am too tired to stay."), own_words("In my novel I am too tired to stay.")
    (True, False)
    """
    own = _SELF.search(unaccented(text)) is not None
    return own and not (as_told(text) or everyday(text))


@cache
def _hints() -> Regression:
    return Regression.shipped(FILE, SHA256, __name__)


__all__ = ["hinted", "own_words"]
