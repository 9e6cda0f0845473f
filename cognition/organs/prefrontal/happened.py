"""What happened: answered by the telling of it, never by "nothing happened" said after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.organs.prefrontal.evidence import Evidence, of_that_time
from cognition.organs.prefrontal.question import Question
from cognition.regex import regex

_ASKS = regex(
    r"\A\W*(?:(?:so|and|but|well|ok(?:ay)?|again)\b\W*)*what (?:all |else |exactly |even )?"
    r"(?:happened|occurred|took place|went (?:on|wrong|down)|was (?:going on|happening))\b",
    re.IGNORECASE,
)
NOTHING = regex(
    r"\bnothing (?:really |much |else |bad |serious |terrible )*(?:happened|went|came of)\b"
    r"|\A\W*(?:(?:yeah|no|nah|well|oh)\W+)*(?:nothing|not much)\b"
    r"|\bno (?:harm done|big deal|one (?:was|got) hurt)\b",
    re.IGNORECASE,
)
_ALIKE = 0.8  # share of the best telling's strength
_OVER = regex(
    r"\b(?:had|fell|broke|got|went|came|was|were|lost|hurt|cut|hit|took|left|died|rang|won|\w{2,}ed)\b",
    re.IGNORECASE,
)


def asks_happened(question: Question) -> bool:
    """Tell whether it is asked what happened.

    >>> asks_happened(Question(text="So what happened at work?"))
    True
    """
    return question.kind == "what" and _ASKS.search(question.text) is not None


def happening(question: Question, evidence: Sequence[Evidence], least: float) -> Evidence | None:
    """Find what tells of it: of the time asked about, and no word that nothing happened.

    Of tellings that bear on it alike, one of what is over comes before one of how things are.

    `least` is the strength that a telling must have where no time is asked about.
    """
    inside = [
        one for one in evidence if not question.times or of_that_time(question, one.recollection)
    ]
    some = [one for one in inside if not NOTHING.search(one.recollection.text)]
    most = max((one.strength for one in some), default=0.0)
    over = [one for one in some if one.strength >= _ALIKE * most and _OVER.search(one.sentence)]
    for one in (*over, *some, *inside):
        if question.times or one.strength >= least:
            return one
    return None


__all__ = ["NOTHING", "asks_happened", "happening"]
