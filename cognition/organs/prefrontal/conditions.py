"""Whether something hurts or is well again: yes or no by what was told of it last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import sentences, stem_set
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex

_ILL = regex(
    r"\b(?:hurts?|hurting|aches?|aching|sore|painful|in pain|killing me|broken|sprained|swollen"
    r"|stiff|infected|ill|sick|unwell|poorly|worse|bad|playing up|acting up)\b",
    re.IGNORECASE,
)
_WELL = regex(
    r"\b(?:fine|ok(?:ay)?|all ?right|better|well|healed|healthy|cured|recovered|good|as new|back to"
    r" normal|over it)\b",
    re.IGNORECASE,
)
_NOT = regex(
    r"\b(?:not|never|no longer|isn['’]?t|doesn['’]?t|don['’]?t|wasn['’]?t|stopped|any ?more)\b",
    re.IGNORECASE,
)
_NOW = regex(r"\A\W*(?:(?:and|so|but|hey)\W+)*(?:is|are|am|does|do|has|have)\b", re.IGNORECASE)


def well(text: str) -> bool | None:
    """Tell whether a text says that something is well; None where it says neither.

    >>> well("My knee hurts."), well("My knee is fine again."), well("I fed the cat.")
    (False, True, None)
    >>> well("It doesn't hurt any more.")
    True
    """
    ill, fine = _ILL.search(text), _WELL.search(text)
    if bool(ill) == bool(fine):
        return None
    return bool(fine) != bool(_NOT.search(text))


def condition(question: Question, evidence: Sequence[Evidence]) -> tuple[str, Evidence] | None:
    """Answer whether something is well, or hurts, by the newest telling of it; None if not asked.

    What it is of is what the question names besides: "Is my knee ok?" is answered by whatever was
    told last of the knee.
    """
    asked = well(_NOW.sub("", question.text)) if _NOW.match(question.text) else None
    states = frozenset[str]().union(*(stem_set(m[0]) for p in (_ILL, _WELL) for m in p.finditer(
        question.text)))  # fmt: skip
    of = {term for term in question.terms if term not in states}
    if asked is None or not of:
        return None
    told: list[tuple[datetime, bool, Evidence]] = []
    for item in evidence:
        for sentence in sentences(item.recollection.text):
            state = well(sentence)
            if state is not None and of <= stem_set(sentence) and not asking(sentence):
                told.append((item.recollection.when or datetime.min, state, item))
    if not told:
        return None
    _, state, item = max(told, key=lambda one: one[0])
    return "Yes" if state == asked else "No", item


__all__ = ["condition", "well"]
