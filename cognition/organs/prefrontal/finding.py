"""The answer in what was recalled: a time, a choice, a number, a phrase, or the telling itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cognition.organs.neocortex.predicates import read as predicate
from cognition.organs.prefrontal import phrase
from cognition.organs.prefrontal.changed import superseded
from cognition.organs.prefrontal.conditions import condition
from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.felt import asks_feeling, feeling
from cognition.organs.prefrontal.gathering import counted, gathered, wants_several
from cognition.organs.prefrontal.happened import asks_happened, happening
from cognition.organs.prefrontal.prices import asks_price, paid
from cognition.organs.prefrontal.question import OF_TIME, Question
from cognition.organs.prefrontal.reading import Found, read, shape
from cognition.organs.prefrontal.reasons import FITS, gives_reason, thats_why, untold
from cognition.organs.prefrontal.supposing import (
    asks_of_done,
    either,
    is_ahead,
    lacks_deed,
    supposed,
    told,
)
from cognition.organs.prefrontal.timing import timed
from cognition.organs.prefrontal.whether import at_that_time, missed
from cognition.organs.prefrontal.wording import by_asker, quoted, source, worded
from cognition.organs.prefrontal.words import sentences, weight
from cognition.regex import regex
from cognition.values import Answer

ENOUGH = 0.33  # confidence from which something counts as remembered
_STRICT = ("where", "who", "how_old")  # a part of the question does not answer these
_BESIDE = 0.35  # share of the best strength below which what is told is of something else
_REST = 0.3  # what a sentence only adds to the question
_WHOLE = 0.8  # share of a question's content from which it counts as wholly met
_CAPITAL = regex(r"(?<=\w )(?!I\b)[A-Z]|\A[A-Z]")
# "made her a pie" is what was made, and for whom
_FOR_WHOM = regex(
    r"\A(?:him|her|them|me|us|it) (?=(?:an?|the|some|my|two|three|another) )", re.IGNORECASE
)
_TO_NAME = regex(r"(?P<name>[A-Z][\w-]+) (?=(?:an?|the|some|my|two|three|another) )")
_ASKS_CALLED = regex(r"\b(?:called|names?|named)\b", re.IGNORECASE)
_NAME_ALONE = regex(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?!I\b)[“\"]?[A-Z0-9][\w'’&.-]*"
    r"(?:(?:,| and| or| &| of| the| at| in| on| a| for| to| de| la)*,? [A-Z0-9][\w'’&.-]*)*[”\"]?"
)
_DEED = regex(
    r"^\W*what (?:did|has|have|had) .{1,40}? (?:do|done)"
    r"(?: (?:to|with|about|for|on|at|in|when|after|before|last|this)\b.*)?\W*\Z",
    re.IGNORECASE,
)
_HOW_WAS = regex(r"^\W*how (?:was|were|is|are|did)\b", re.IGNORECASE)
_RATED = regex(
    r"\b(?:was|were|went|is|are|turned out|felt) (?:\w+ ){0,2}?(?:good|great|well|lovely|nice|fun"
    r"|beautiful|wonderful|amazing|brilliant|perfect|fine|ok(?:ay)?|bad|badly|awful|terrible|hard"
    r"|tough|rough|boring|weird|strange|brutal|horrible|delicious|exciting|exhausting|stressful"
    r"|scary|sad|okay|alright|better|worse|better than \w+|a (?:disaster|success|mess|hit|blast)"
    r"|class|sick|banging|deadly|grand|epic|unreal|insane|ace|cracking|magic|legendary)\b",
    re.IGNORECASE,
)


_OFTEN = regex(r"\bhow often\b", re.IGNORECASE)
_EVERY = regex(
    r"\b(?:(?:about |almost |nearly )?(?:every|each) (?:\w+ )?\w+|(?:once or twice|once|twice"
    r"|(?:\d+|two|three|four|five|six|several|a few|many) times) (?:a|an|per|every|each) \w+"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days|daily|weekly|monthly|yearly|never"
    r"|hardly ever|seldom|rarely|all the time)\b",
    re.IGNORECASE,
)
_DWELLS = regex(
    r"\b(?:liv\w*|home|house|flat|apartment|mov\w+|stay\w*|settl\w+|based|address|rent\w*|from)\b"
    r"|\b(?:see|seeing|saw|visit\w*) (?:\w+ ){1,4}?in\b",  # one visits people where they live
    re.IGNORECASE,
)
_HANGS = regex(r"(?:it|him|them) (?:\w+ ){0,3}\w+\Z", re.IGNORECASE)
_OF_IT = regex(r"\w (?:it|this|that|them)\W*\Z", re.IGNORECASE)
_TO_ME = regex(r"\b(?:me|us)\b", re.IGNORECASE)


def find(
    question: Question, evidence: list[Evidence], confidence: float, now: datetime, cite: bool
) -> Answer | None:
    """Find the answer in the evidence; None if what is there does not settle it."""
    top = evidence[0]
    if question.kind in OF_TIME and not asks_feeling(question):
        time = timed(question, evidence, now)
        if time is None:
            return None
        sure = confidence if time.named else 0.9 * confidence
        return worded(question, (time.item,), time.text, sure, cite, time.named)
    if (retold := _retold(question, evidence, confidence, cite)) is not None:
        return retold
    if asks_price(question.text) and (cost := paid(evidence)):
        return worded(question, (cost[1],), cost[0], confidence, cite)
    if question.kind == "about":
        return _quoted(question, top, confidence)
    if chosen := either(question, evidence):
        return worded(question, (chosen.item,), chosen.text, confidence, cite)
    if question.kind == "yes_no":
        if (state := condition(question, evidence)) is not None:
            return worded(question, (state[1],), state[0], confidence, cite)
        ordered = evidence if question.supposed else at_that_time(question, evidence)
        found = _whether(question, ordered[0], confidence, cite) if ordered else None
        told_ahead = (one for one in ordered or () if is_ahead(question, one))
        ahead = next(told_ahead, None) if cite and asks_of_done(question) else None
        return found or (_in_words(question, ahead, confidence) if ahead else None)
    if cite and tells_deed(question):  # a deed is told in its own words
        return _in_words(question, _deed(question, evidence) or top, confidence)
    if question.kind == "why" and (cause := thats_why(question, top)):
        return worded(question, (top,), cause, confidence, cite)
    if cite and _HOW_WAS.search(question.text):
        rated = (one for one in evidence if _RATED.search(one.sentence) and one.strength >= ENOUGH)
        if best := next(rated, None):
            return _in_words(question, best, confidence)
    least = _BESIDE * top.strength
    if _OFTEN.search(question.text):
        near = [one for one in evidence if one.strength >= least]
        return _how_often(question, near, confidence, cite)
    return _read_off(question, evidence, least, confidence, cite)


def _how_often(
    question: Question, near: Sequence[Evidence], confidence: float, cite: bool
) -> Answer | None:
    """Answer how often something is done, by any sentence of a telling that bears on it."""
    for one in near:
        if every := _EVERY.search(one.recollection.text):
            return worded(question, (one,), every[0], confidence, cite)
    return None


def _read_off(
    question: Question,
    evidence: list[Evidence],
    least: float,
    confidence: float,
    cite: bool,
) -> Answer | None:
    """Answer by the part of a sentence that stands where the question has its gap.

    What is told with less strength than `least` is of something else.
    """
    top = evidence[0]
    asked = shape(question, evidence)
    found = read(question, asked, evidence, least)
    if question.kind == "how_many" and (number := counted(question, asked, found, evidence)):
        return worded(question, number.items, number.text, confidence, cite)
    found = _fitting(question, found)
    if question.kind == "who" and not found and cite:
        return _in_words(question, top, confidence)
    if question.kind == "why" and cite and by_asker(question, top.recollection):
        found = [one for one in found if gives_reason(one, top)]
        if not found and all(weight(term) < 1.0 for term in question.terms):
            return None  # "Why did she have to go?" tells of nothing that could be quoted
        if not found:
            return untold(question, top, evidence, confidence)
    best = found[0] if found else None
    if best is None or (question.kind in _STRICT and not _fits(best, confidence)):
        # "I'm giving a speech and I'm dreading it" says what, if not in one phrase
        pointed = cite and question.kind == "what" and _OF_IT.search(top.sentence)
        return _in_words(question, top, confidence) if pointed and top.strength >= ENOUGH else None
    if wants_several(question, asked):
        several = gathered(question, found)
        parts = [_said(question, one) for one in several]
        items = tuple(one.evidence for one in several)
        return worded(question, items, ", ".join(parts), confidence, cite)
    return _single(question, best, evidence, confidence, cite)


def _fitting(question: Question, found: list[Found]) -> list[Found]:
    """Keep what can be a name, somebody, or where one lives, where that is asked for."""
    if question.kind == "name":
        named = _called if _ASKS_CALLED.search(question.text) else _name
        return [one for one in found if named(one)]
    if question.kind == "who":
        found = [one for one in found if _somebody(one)]
        if _TO_ME.search(question.text):  # "Who lives with me?" is not answered by oneself
            return [one for one in found if _said(question, one).lower() != "you"]
    if question.kind == "where" and "liv" in question.terms:
        return [one for one in found if _DWELLS.search(one.evidence.sentence)]
    return found


def _single(
    question: Question, best: Found, evidence: Sequence[Evidence], confidence: float, cite: bool
) -> Answer:
    """Give one answer, or what has taken its place since; quote what says nothing alone."""
    bare = question.kind == "what" and best.text.isdigit()
    if cite and (bare or _HANGS.match(best.text)):  # "it under his bed", or a bare "6"
        return _in_words(question, best.evidence, confidence)
    said = _said(question, best)
    told = [one.recollection for one in evidence]
    if not question.past and (now_so := superseded(said, best.evidence.recollection, told)):
        text, since = now_so
        text = phrase.reported(text, by_asker(question, since))
        return quoted(question, text, since, confidence, cite)
    return worded(question, (best.evidence,), said, confidence, cite)


def _whether(question: Question, top: Evidence, confidence: float, cite: bool) -> Answer | None:
    if cite and lacks_deed(question, top.sentence):
        return _in_words(question, top, confidence)  # of a job that was left none was found
    if question.supposed:
        said = supposed(question, top)
    else:
        said = "No" if missed(question, top) else told(question, top)
    return worded(question, (top,), said, confidence, cite) if said else None


def _retold(
    question: Question, evidence: Sequence[Evidence], confidence: float, cite: bool
) -> Answer | None:
    """Answer how it felt, or what happened, in the words of the telling."""
    own = not question.by_name and (not question.people or question.asker in question.people)
    if asks_feeling(question):
        if felt := feeling(question, evidence):
            said = phrase.reported(felt.text, by_asker(question, felt.item.recollection))
            return worded(question, (felt.item,), said, confidence, cite)
        # where no feeling was told, what was done is none
        return _in_words(question, evidence[0], confidence) if cite or own else None
    if asks_happened(question) and (cite or own or question.times):
        told = happening(question, evidence, ENOUGH)
        return told and _quoted(question, told, confidence)
    return None


def _said(question: Question, one: Found) -> str:
    what = _FOR_WHOM.sub("", one.text)
    if (whom := _TO_NAME.match(what)) and whom["name"] in question.text:
        what = what[whom.end() :]
    return phrase.reported(what, by_asker(question, one.evidence.recollection))


def _deed(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """Find the sentence in which the one asked about is said to have done something."""
    who = question.people[0] if question.people else ""
    own = who == question.asker
    subject = r"[Ii]|we|We" if own else rf"{re.escape(who)}|[Ss]he|[Hh]e|[Tt]hey"
    done = re.compile(rf"\b(?:{subject}) (?P<rest>\w.*)")
    for one in evidence:
        meant = own or who in one.recollection.text or who in one.recollection.names
        if one.strength < ENOUGH or not meant:
            continue
        for sentence in sentences(one.recollection.text):
            found = done.search(sentence)
            verb = predicate(found["rest"]) if found else None
            if verb and verb.tense in ("past", "perfect") and verb.verb not in ("be", "have"):
                return replace(one, sentence=sentence)
    return None


def _in_words(question: Question, one: Evidence, confidence: float) -> Answer:
    return _quoted(question, one, confidence, one.sentence)


def _quoted(question: Question, one: Evidence, confidence: float, sentence: str = "") -> Answer:
    """Quote a telling, or only one sentence of it."""
    said = source(question, one.recollection, sentence)
    return Answer(said, min(confidence, 1.0), True, (one.recollection,))


def _name(one: Found) -> bool:
    """Tell whether what may answer is written as names are, where its sentence writes any so."""
    capitals = _CAPITAL.search(one.evidence.sentence)
    return bool(re.search(r"[A-Z\"“]", one.text)) or not capitals


def _called(one: Found) -> bool:
    """Tell whether what may answer is a name and nothing else: no "thinks I should close"."""
    return _NAME_ALONE.fullmatch(one.text) is not None or phrase.title(
        one.evidence.sentence
    ) == one.text.strip(" .,!?")


def _somebody(one: Found) -> bool:
    """Tell whether what may answer is somebody of whom it is told, not the rest of a sentence."""
    who = one.span.quality > _REST or _NAME_ALONE.fullmatch(one.text) is not None
    return who and one.evidence.strength >= ENOUGH


def _fits(best: Found, confidence: float) -> bool:
    return best.span.quality >= FITS or confidence >= _WHOLE


def tells_deed(question: Question) -> bool:
    """Tell whether it is asked what somebody did.

    >>> tells_deed(Question(text="What did Jo do to her knee?"))
    True
    """
    return _DEED.search(question.text) is not None


__all__ = ["ENOUGH", "find", "tells_deed"]
