"""How a plan came out, told without its name: "I passed!", "got the job", "it went well"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.regex import regex
from cognition.values import Fact

_TESTED = regex(
    r"\b(?:exams?|tests?|finals?|midterms?|quiz|viva|resit|oral|defen[cs]e|assessment|theory"
    r"|driving|audition|bar|inspection)\b",
    re.IGNORECASE,
)
_HIRED = regex(r"\b(?:interviews?|auditions?|trial|try ?outs?|assessment|pitch)\b", re.IGNORECASE)
_MARKED = regex(
    r"(?:\A|[.!?,;]|\band\b|\bso\b)\W*(?:(?:guess what|omg|yes+|yay|well|so|oh)\W+)*(?:(?:i|we|he"
    r"|she|they) )?(?:(?:just|only|actually|have|has|finally|totally|bloody|really)\s+)*"
    r"(?:passed|failed|aced|flunked|nailed it|smashed it|bombed|messed (?:it )?up|did not pass"
    r"|didn['’]?t pass)"
    r"(?: it| with \w+| everything| first time)?(?=\W*\Z|[.!?,;]| (?:and|but|so)\b)",
    re.IGNORECASE,
)
_PLAYED = regex(
    r"\b(?:match|game|tournament|final|semi-?final|race|derby|league|cup|quiz|competition|contest"
    r"|championship|bout|fight|play-?off)\b",
    re.IGNORECASE,
)
_WON = regex(
    r"\b(?:we|i|they|he|she) (?:just |actually |finally |only )?"
    r"(?:won|lost|drew|came (?:first|second|third|last))\b"
    r"(?! (?:my|the (?:key|keys)|our|his|her|a|an|some|weight|it all)\b)"
    r"|\A\W*(?:(?:yes+|omg|guess what)\W+)*(?:won|lost|drew) ?(?=\d|\W*\Z|by\b|on\b|in the\b)",
    re.IGNORECASE,
)
_OFFERED = regex(
    r"\b(?:got|landed|offered (?:me|him|her)|was offered|were offered|did not get|didn['’]?t get"
    r"|turned (?:me|him|her) down for|gave (?:me|him|her)) (?:the|a|that) "
    r"(?:job|part|role|position|post|place|gig)\b|\b(?:got|made me|had|accepted) (?:an|the) offer\b"
    r"|\bthey (?:said (?:yes|no)|hired me|went with (?:someone|somebody)|rejected me"
    r"|turned me down)\b",
    re.IGNORECASE,
)
# what "it" is, at the very beginning of a talk, is what was last to come
_WENT = regex(
    r"\A\W*(?:(?:hi|hey|hello|so|well|yeah|yes|phew|ok(?:ay)?|oh|honestly|guess what|good news"
    r"|bad news|hooray|kindred)\W+)*(?:it|that|everything|(?:it )?all)"
    r"(?: (?:all|actually|just|really))* "
    r"(?:went (?:\w+ ){0,2}(?:well|fine|ok(?:ay)?|great|good|badly|terribly|awful|wrong|better"
    r"|smoothly|brilliantly|to plan)|(?:was|is) (?:over|done|finished)(?: now)?"
    r"|(?:was|turned out) (?:\w+ ){0,2}(?:fine|great|ok(?:ay)?|good|awful|terrible|brutal|hard"
    r"|easy|lovely|a (?:disaster|success|nightmare)))\b",
    re.IGNORECASE,
)


def came_out(text: str, late: Sequence[Fact]) -> list[Fact]:
    """Give the plan of which a text tells how it came out without naming it; none if none fits.

    >>> exam = Fact(id="1", subject="Jo", object="chemistry exam", kind="plan")
    >>> came_out("I passed!", [exam]) == [exam], came_out("A lorry passed me.", [exam])
    (True, [])
    """
    for told, kind in ((_MARKED, _TESTED), (_WON, _PLAYED), (_OFFERED, _HIRED), (_WENT, None)):
        fitting = [fact for fact in late if kind is None or kind.search(fact.object)]
        if fitting and told.search(text):
            return [max(fitting, key=lambda fact: fact.due.end if fact.due else datetime.min)]
    return []


__all__ = ["came_out"]
