"""Whether something was done at a time: by what is told of that time, not by a habit or a hope."""

from __future__ import annotations

from cognition.organs.prefrontal.evidence import Evidence, of_that_time
from cognition.organs.prefrontal.question import Question
from cognition.regex import regex

_ASKS = regex(r"^\W*(?:(?:and|so|but)\W+)*(?:did|have|has|was|were|didn['’]?t|haven['’]?t) ")
_HOPED = regex(
    r"\b(?:(?:so|that) (?:i|we|he|she|they) (?:can|could|may|might)|going to|gonna|want(?:s|ed)? to"
    r"|hop(?:e|es|ing) to|would like|['’]d like|plan(?:s|ning)? to|might|should|will|['’]ll|used to"
    r"|usually|normally|if (?:i|we|he|she|they|it|[a-z]+ (?:has|is|does)))\b"
)
_MISSED = regex(
    r"\b(?:miss(?:ed|ing)|skipped|never (?:made|got|went)|(?:could|did|was|were)(?:n['’]?t| not)"
    r"|cancelled|called off)\b"
)
_GOING = regex(
    r"\b(?:go|going|been|make it|get|attend|come|play|sing|train|dance|visit|see|meet|turn up"
    r"|there)\b"
)


def at_that_time(question: Question, evidence: list[Evidence]) -> list[Evidence] | None:
    """Put what tells of the time asked about first, for "Did I go to choir this week?".

    None where it is asked so and nothing tells of that time: a habit then answers nothing.
    """
    if not question.times or not _ASKS.match(question.text.lower()):
        return evidence
    inside = [
        one
        for one in evidence
        if of_that_time(question, one.recollection) and not _HOPED.search(one.sentence.lower())
    ]
    if not inside:
        return None if _HOPED.search(evidence[0].sentence.lower()) else evidence
    return [*inside, *(one for one in evidence if one not in inside)]


def missed(question: Question, top: Evidence) -> bool:
    """Tell whether what is asked to have been gone to was missed."""
    low = question.text.lower()
    return (
        _ASKS.match(low) is not None
        and _GOING.search(low) is not None
        and not _MISSED.search(low)
        and _MISSED.search(top.sentence.lower()) is not None
    )


__all__ = ["at_that_time", "missed"]
