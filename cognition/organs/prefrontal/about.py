"""Who someone is, when nothing else is asked: what is held of them, or where they were named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.organs.prefrontal.known import holds
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.wording import source
from cognition.organs.prefrontal.words import sentences
from cognition.values import Answer, Fact, Recollection


def about_person(question: Question, facts: Sequence[Fact], now: datetime) -> Answer | None:
    """Say what is held about someone if nothing else is asked ("What do you know of me?")."""
    if question.terms or not question.people or question.kind not in ("about", "what", "who"):
        return None
    who = {name.lower() for name in question.people}
    mine = [
        f
        for f in facts
        if (f.subject.lower() in who or f.object.lower() in who)
        and f.text
        and holds(f, now)
        and f.kind != "procedure"
    ][:4]
    if not mine:
        return None
    text = " ".join(f.text if f.text.endswith(".") else f"{f.text}." for f in mine)
    sources = tuple(
        Recollection(id=f.id, kind=f.kind, text=f.text, when=f.valid_from) for f in mine
    )
    return Answer(text, 0.7, True, sources)


def mentioned(question: Question, recollections: Sequence[Recollection]) -> Answer | None:
    """Quote where the one asker told of somebody, who is asked about, by name.

    >>> told = Recollection(text="She is six. Her best friend Priya will be there.", speaker="Ada")
    >>> asked = Question(text="Who is Priya?", kind="who", people=("Priya",), asker="Ada")
    >>> mentioned(asked, [told]).text
    'You told me: “Her best friend Priya will be there.”'
    """
    if question.terms or len(question.people) != 1 or question.kind != "who":
        return None
    named = re.compile(rf"\b{re.escape(question.people[0])}\b", re.IGNORECASE)
    for one in recollections:
        if one.role != "person" or one.speaker != question.asker:
            continue
        for sentence in sentences(one.text):
            if named.search(sentence) and not sentence.endswith("?"):
                return Answer(source(question, one, sentence), 0.5, True, (one,))
    return None


__all__ = ["about_person", "mentioned"]
