"""Where somebody is: the newest telling that says where they stay, if none since says they left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.organs.prefrontal import phrase
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.wording import source
from cognition.organs.words import upper_first
from cognition.regex import regex
from cognition.values import Answer, Recollection

_ASKS = regex(r"\bwhere(?:['’]s| is| are)\b", re.IGNORECASE)
_STAYS = regex(
    r"(?:['’]s|['’]re| is| are)(?: (?:still|now|currently|also|just|away|over|back|up|down|out)"
    r"){0,3} (?:(?:staying|living|based|stuck|holidaying|camping|working|studying|stationed|hiding)"
    r"(?: (?:over|up|down|out|away|back))?|away|over|back)"
    r" (?P<where>(?:in|at|with|near) (?!love\b|trouble\b|pain\b)[\w'’ -]+?)"
    r"(?= (?:while|until|till|because|since|for|with|and|to|this|next|at the moment|right now)\b"
    r"|[.,;!?]|\Z)",
    re.IGNORECASE,
)
_LEFT = regex(
    r"\b(?:left|gone|went|came|moved|flew|flying|home|back|returned|leaves|leaving|set off)\b",
    re.IGNORECASE,
)
_SURE = 0.7


def whereabouts(
    question: Question, recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Answer "Where is Huma?" by "Huma is staying in Leeds"; None where that may be over.

    >>> asked = Question(text="Where is Huma?", kind="where", people=("Huma",))
    >>> told = Recollection(text="Huma is staying in Leeds", speaker="Jo")
    >>> whereabouts(asked, [told], cite=False).text
    'In Leeds'
    """
    if question.kind != "where" or question.terms or not _ASKS.search(question.text):
        return None
    for who in question.people[:1]:
        own = sorted(
            (one for one in recollections if who.lower() in one.text.lower()),
            key=lambda one: one.when or datetime.min,
            reverse=True,
        )
        for one in own:
            if where := _where(who, one):
                said = upper_first(phrase.reported(where, one.speaker == question.asker))
                text = f"{said}. {source(question, one)}" if cite else said
                return Answer(text, _SURE, True, (one,))
            if _LEFT.search(one.text):
                return None
    return None


def _where(who: str, told: Recollection) -> str:
    """Give where a telling says that somebody is staying, empty if it does not."""
    named = re.search(rf"\b{re.escape(who)}\b", told.text, re.IGNORECASE)
    for stays in _STAYS.finditer(told.text, named.end() if named else len(told.text)):
        before = told.text[named.end() if named else 0 : stays.start()]
        if not before or re.search(r"(?:[.,;!]|\band\b) ?(?:\w+ )?(?:he|she|they)\Z", before):
            return phrase.untimed(stays["where"], told.times)
    return ""


__all__ = ["whereabouts"]
