"""Why something is so: the reason that was told, or that none was, with what was told before it."""

from __future__ import annotations

from collections.abc import Sequence

from cognition.organs.prefrontal import phrase
from cognition.organs.prefrontal.continuing import continued
from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.reading import Found
from cognition.organs.prefrontal.wording import by_asker, source
from cognition.organs.prefrontal.words import shortened, stem_set
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import Answer

FITS = 0.55  # how well a phrase's form must fit a strict question, or be a reason
_NEAR = 0.6  # share of the best strength from which another telling may give the reason
_QUOTE = 160
_MORE = 1  # words by which a telling may say more than is asked, to want what was told before it
_THATS_WHY = regex(
    r"(?P<why>[^.!?]*\w[^.!?]*)[.!?,;]+\s*(?:and |so )?that(?:['’]s| is) (?:the reason )?why\b"
)
_LEAD = regex(r"\A\W*(?:(?:ok(?:ay)?|so|well|and|oh|anyway)\b\W*)+")


def thats_why(question: Question, top: Evidence) -> str:
    """Give the reason that stands before "that's why"; empty where none does."""
    text = top.recollection.text
    cause = _THATS_WHY.search(text.lower())
    if cause is None:
        return ""
    said = text[slice(*cause.span("why"))]
    if lead := _LEAD.match(said.lower()):
        said = said[lead.end() :]
    return phrase.reported(said.strip(" ,"), by_asker(question, top.recollection))


def gives_reason(found: Found, top: Evidence) -> bool:
    """Tell whether a phrase has the form of a reason, and stands by what is asked."""
    near = found.evidence.strength >= _NEAR * top.strength
    return near and found.span.quality >= FITS


def untold(
    question: Question, top: Evidence, evidence: Sequence[Evidence], confidence: float
) -> Answer:
    """Say that no reason was told; what was told right before it is quoted, as it often is one."""
    told = top.recollection
    before = continued(told, [one.recollection for one in evidence])
    more = stem_set(told.text) - set(question.terms) - stem_set(" ".join(question.people))
    if before is None or asking(before.text) or len(more) > _MORE:
        said = source(question, told, top.sentence)
        return Answer(f"You didn't say why. {said}", min(confidence * 0.7, 1.0), True, (told,))
    said = source(question, told, top.sentence)
    first = shortened(before.text, _QUOTE)
    said = said if said[-2] in ".!?…" else f"{said}."
    text = f"You didn't say why. {said} Right before it you had said: “{first}”"
    return Answer(text, min(confidence * 0.7, 1.0), True, (told, before))


__all__ = ["FITS", "gives_reason", "thats_why", "untold"]
