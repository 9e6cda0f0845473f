"""What the one who asks has told: the sentences that an answer may be read off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import sentences
from cognition.organs.thalamus.sentences import asking
from cognition.values import Recollection


def told_by_asker(question: Question, recollections: Sequence[Recollection]) -> list[Recollection]:
    """Give what the one who asks told themselves, in the order given.

    >>> mine, yours = Recollection(speaker="Jo", role="person"), Recollection(role="companion")
    >>> told_by_asker(Question(text="Who is Al?", asker="jo"), [yours, mine]) == [mine]
    True
    """
    asker = question.asker.lower()
    return [r for r in recollections if r.role == "person" and r.speaker.lower() == asker]


def sentences_told(
    question: Question, recollections: Sequence[Recollection]
) -> Iterator[tuple[Recollection, str]]:
    """Yield the sentences that they told, and did not ask; the newest telling first."""
    own = told_by_asker(question, recollections)
    for one in sorted(own, key=lambda r: r.when or datetime.min, reverse=True):
        for sentence in sentences(one.text):
            if not asking(sentence):
                yield one, sentence


__all__ = ["sentences_told", "told_by_asker"]
