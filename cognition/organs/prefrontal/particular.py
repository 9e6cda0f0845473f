"""Questions of one form that tellings of one form answer, though they share few words.

"What medicine am I on?" and "The doctor put me on propranolol", "How did Ray die?" and "Ray passed
last year. Heart attack.", "What is Anouk studying?" and "Anouk is doing her phd on mosses".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cognition.organs.prefrontal.games import ASKS_GAME, game
from cognition.organs.prefrontal.introduced import introduced
from cognition.organs.prefrontal.medicine import ASKS_MEDICINE, medicine
from cognition.organs.prefrontal.phrase import reported
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.relations import entities
from cognition.organs.prefrontal.returning import ASKS_RETURN, returning
from cognition.organs.prefrontal.tellings import sentences_told, told_by_asker
from cognition.organs.prefrontal.wording import by_asker, quoted, source
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import Answer, Fact, Recollection, unsaid

_ASKS_DEATH = regex(
    r"\b(?:how|where|what|why) did .*\b(?:die|pass away|pass)\b|\bwhat (?:killed|happened to)\b"
)
_DIED = regex(r"\b(?:died|passed(?: away| on)?|killed|lost (?:his|her) (?:life|fight|battle))\b")
_ASKS_STUDY = regex(
    r"\bwhat\b.*\b(?:studying|study|studied|majoring in|reading at|degree in|phd (?:on|in|about))\b"
)
_STUDIES = regex(
    r"\b(?:(?:doing|does|did|do|writing|finishing|starting|started|got|has|have) (?:her|his|my|an?"
    r"|their|the) (?:phd|ph\.d\.?|masters?|degree|thesis|dissertation|bachelors?|doctorate|course"
    r"|ba|bsc|msc|ma)(?: degree)? (?:on|in|about)|(?:is|was|['’]s|['’]m|am) reading"
    r"|stud(?:y|ies|ied|ying)) (?P<what>(?!at\b|in\b|for\b|with\b|to\b|hard\b)[\w' -]+?)"
    r"(?=\W*\Z|[.,;!?]| (?:at|in|and|but|lol|haha|with|so|now|this|from|which|atm)\b)"
)
_KIN = regex(r"\b(?:mum|mom|dad|nan|nana|gran|granny|grandma|grandad|grandpa)\b")
_ASKS_HOME = regex(
    r"\bwhere (?:does|do|is|are) .*\b(?:live|living|staying)\b|\bwhere['’]?s .* living\b"
)
_LIVES_WITH = regex(
    r"\b(?:mov(?:ed|es|ing) (?:back )?in|liv(?:es?|ing|ed)) (?P<with>with (?:me|us|him|her|them"
    r"|(?:my|his|her|our) [\w-]+|[a-z][\w-]+))(?=\W*\Z|[.,;!?]| (?:in|and|but|since|now|after"
    r"|for)\b)"
)
_IN_TOWN = regex(r" in [A-Z]")  # a town says more than with whom
_WHICH = regex(
    r"\W*which (?:one )?(?:of (?:my|the|our) )?(?P<noun>\w+) (?P<verb>is|was|has|had|likes|plays"
    r"|needs|wants|lives) (?:the )?(?P<rest>[\w' -]+?)\W*\Z"
)
_ASKS = (ASKS_GAME, ASKS_MEDICINE, ASKS_RETURN, _ASKS_HOME, _ASKS_DEATH, _ASKS_STUDY)
_OWN = ("i ", "i'm", "im ", "my ", "we ")
_BOOKS = regex(r"\b(?:a|the|this|that|his|her|my) (?:book|novel|paper|news)")


def particular(
    question: Question,
    facts: Sequence[Fact],
    recollections: Sequence[Recollection],
    cite: bool,
) -> Answer | None:
    """Answer a question of one of these forms by a telling that fits it; None where none does."""
    low = question.text.lower()
    if (told := introduced(question, recollections, cite)) is not None:
        return told
    asked = _WHICH.match(low)
    if asked is None and not any(pattern.search(low) for pattern in _ASKS):
        return None
    who, _ = entities(question, facts)
    who = {*who, *(noun for noun in _KIN.findall(low))}
    told = game(question, recollections, cite)
    told = told or medicine(question, who, recollections, cite)
    told = told or returning(question, who, recollections, cite)
    if told is not None:
        return told
    if asked is not None:
        return _which(question, asked, recollections, cite)
    if _ASKS_HOME.search(low):
        return _home(question, who, recollections, cite)
    if _ASKS_DEATH.search(low):
        return _death(question, who, recollections)
    return _study(question, who, recollections, cite) if _ASKS_STUDY.search(low) else None


def _tellings(
    question: Question, who: Collection[str], recollections: Sequence[Recollection]
) -> Iterator[tuple[Recollection, str]]:
    """Yield, newest first, the sentences in which the asker told of those asked about."""
    own = question.asker.lower() in who
    others = [name for name in who if name != question.asker.lower()]
    for one, sentence in sentences_told(question, recollections):
        low = sentence.lower()
        meant = any(name.lower() in others for name in unsaid(one))
        mine = own and (low.startswith(_OWN) or " i " in low)
        if meant or mine or any(name in low for name in others):
            yield one, sentence


def _death(
    question: Question, who: Collection[str], recollections: Sequence[Recollection]
) -> Answer | None:
    """Quote how somebody's death was told of, whole: its cause may stand in the next sentence."""
    others = {name for name in who if name != question.asker.lower()}
    for one, sentence in _tellings(question, others, recollections):
        if _DIED.search(sentence.lower()):
            return Answer(source(question, one), 0.75, True, (one,))
    return None


def _which(
    question: Question, asked: re.Match[str], recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Answer "Which cat is diabetic?" by whom it was said of: "Mabel is diabetic"."""
    verb, rest = re.escape(asked["verb"]), re.escape(asked["rest"])
    said = re.compile(
        rf"(?:\A|[.,;!?] |\band |\bbut )(?P<who>(?!(?:it|he|she|they|one|who|which|there|i"
        rf"|the|{asked['noun']})\b)\w[\w-]*)(?:['’]?s| {verb}) (?:the |an? |\w+ly |so )?{rest}\b",
        re.IGNORECASE,
    )
    for one in told_by_asker(question, recollections):
        if not asking(one.text) and (found := said.search(one.text)):
            return quoted(question, found["who"], one, 0.8, cite)
    return None


def _home(
    question: Question, who: Collection[str], recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Answer where somebody lives by with whom: "my mum moved in with me"."""
    for one, sentence in _tellings(question, who, recollections):
        found = _LIVES_WITH.search(sentence.lower())
        if found and not _IN_TOWN.match(sentence, found.end()):
            said = reported(sentence[slice(*found.span("with"))], by_asker(question, one))
            return quoted(question, said, one, 0.8, cite, sentence)
    return None


def _study(
    question: Question, who: Collection[str], recollections: Sequence[Recollection], cite: bool
) -> Answer | None:
    """Answer what somebody studies, in whatever words that was told."""
    for one, sentence in _tellings(question, who, recollections):
        low = sentence.lower()
        found = None if _BOOKS.search(low) else _STUDIES.search(low)
        if found:
            what = sentence[slice(*found.span("what"))].strip()
            said = reported(what, by_asker(question, one))
            return quoted(question, said, one, 0.85, cite, sentence)
    return None


__all__ = ["particular"]
