"""What somebody should not eat or take: what they told that they are allergic to, or do not eat."""

from __future__ import annotations

from datetime import datetime

from cognition.faculties import Faculties
from cognition.organs.prefrontal.known import holds, in_sentences, recalled
from cognition.regex import regex
from cognition.values import Answer, Percept

_TAKEN = r"(?:eat|drink|take|have)\b"
_ASKS = regex(
    rf"\bwhat (?:should|must|can|may|shall|do)(?: ?n['’]?t| not)? (?:i|we) (?:not |never )?{_TAKEN}"
    rf"|\bwhat (?:am|are) (?:i|we) not (?:allowed|supposed) to {_TAKEN}"
    rf"|\bwhat (?:can['’]?t|shouldn['’]?t|mustn['’]?t) (?:i|we) {_TAKEN}"
)
_NOT = regex(r"n['’]?t\b|\bnot\b|\bnever\b|\bavoid\b")
_RELATIONS = ("allergy", "intolerance", "diet")


def avoiding(question: Percept, use: Faculties, now: datetime) -> Answer | None:
    """Answer what the person should keep away from by what is held of it; None if not asked."""
    text = (" ".join(question.questions) or question.text).lower()
    if not _ASKS.search(text) or not _NOT.search(text):
        return None
    asker = question.speaker or use.owner
    held = [
        fact
        for fact in use.knowledge.facts(about=asker)
        if fact.relation in _RELATIONS and fact.subject.lower() == asker.lower()
        if fact.polarity and holds(fact, now)
    ]
    return Answer(in_sentences(held), 0.9, True, recalled(held)) if held else None


__all__ = ["avoiding"]
