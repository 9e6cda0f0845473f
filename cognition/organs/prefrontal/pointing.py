"""A question that says "he" or "her", with the name of the one whom the talk is about."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.faculties import Faculties
from cognition.organs.neocortex.before import HEARD, referents, spoken_before
from cognition.regex import regex
from cognition.values import Percept

_WHOSE = regex(r"\b(?:his|hers?)\b(?= [a-z])", re.IGNORECASE)
_WHO = regex(r"\b(?:he|him|she|her)\b", re.IGNORECASE)


def by_name(percept: Percept, use: Faculties) -> Percept:
    """Give a question as if it named whom its pronouns mean, where that is one person or pet.

    "Where does he live?" right after Marek was spoken of is "Where does Marek live?".
    """
    before = spoken_before(percept, use.journal.latest(HEARD))
    about = referents(percept, before, use.knowledge)
    if len(about) != 1:
        return percept

    def named(text: str) -> str:
        return _WHO.sub(about[0], _WHOSE.sub(f"{about[0]}'s", text))

    return replace(
        percept,
        text=named(percept.text),
        questions=tuple(map(named, percept.questions)),
        names=(*percept.names, *about),
    )


__all__ = ["by_name"]
