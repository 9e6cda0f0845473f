"""How well what was recalled bears on a question: its words, its person, its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from cognition.organs.prefrontal.continuing import with_before
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.relations import FRIENDS, KIN
from cognition.organs.prefrontal.words import sentences, stem_set, weight, words
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import Recollection, unsaid

_FIRST = regex(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|we|our|us|im)\b", re.IGNORECASE)
_SECOND = regex(r"\b(?:you|your|yours|you're|you've|u)\b", re.IGNORECASE)
# how people take up what another has told: it is the other's matter, not theirs
_TAKES_UP = regex(
    r"\b(?:sounds?|looks?|must (?:be|have|feel)|(?:glad|happy|sorry|good) to (?:hear|see)|congrats"
    r"|congratulations|way to go|good (?:for|on|luck)|(?:proud|happy|glad|excited|sorry) for you"
    r"|proud of you|sorry (?:about|for)|no wonder|what a|you'll|you must)\b",
    re.IGNORECASE,
)
_NEAR = timedelta(minutes=3)
_SITTING = timedelta(hours=1)
_NO_KIN = 0.6  # worth of what does not speak of the relative asked about
_KIN_STEMS = stem_set(" ".join(kin for kin in KIN if kin not in FRIENDS))
_SUBJECT = regex(r"\A(?P<lead>(?:(?:and|but|so|then)\W+)*)(?:he|she) (?=\w)", re.IGNORECASE)
_MY_KIN = regex(
    rf"\W*(?:(?:and|but|so|well|oh)\W+)*(?:my|our) (?:\w+ )?(?:{'|'.join(KIN)}|mum|mom|dad)s?\b",
    re.IGNORECASE,
)
_ASKS_OWN = regex(r"\b(?:do|did|am|was|have|had|will|would|can|could) i\b", re.IGNORECASE)
_I = regex(r"\b[Ii]\b|\bwe\b")
_NAMED = regex(r"(?<=\s)[A-Z][\w-]+")
_THIRD = regex(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
# a wish how to be talked with tells nothing of what it names
_FORBIDS = regex(
    r"\W*(?:(?:and|but|please|so)\W+)*(?:don['’]?t|do not|stop|never) \w", re.IGNORECASE
)
_ONLY_NAMED = 0.5  # worth of what has no word of the question but a name
_UNTIMED = 0.85  # worth of what names no time, where one is asked for
_REPLY = 0.85  # worth of words that were in the question someone replied to
_ASKED = 0.2  # worth of what was only asked, not told
_HALF_ASKED = 0.75  # worth of a telling whose nearest sentence asks


@dataclass(frozen=True, slots=True)
class Evidence:
    """One recollection weighed against a question.

    `cover` is the share of the question's content it has, in [0, 1]; `fit` in [0, 1] how sure it
    is that it speaks of the person asked about; `sentence` is the one that carries most of it.
    """

    recollection: Recollection
    sentence: str
    cover: float
    fit: float
    own: float

    @property
    def strength(self) -> float:
        return self.cover * self.fit


@lru_cache(maxsize=8192)
def _voice(sentence: str) -> tuple[bool, bool]:
    return bool(_FIRST.search(sentence)), bool(_SECOND.search(sentence))


@lru_cache(maxsize=8192)
def _mentions(sentence: str, person: str) -> bool:
    """Say whether a sentence speaks of a person rather than to them."""
    name = re.escape(person)
    bare = re.sub(
        rf"(?:^|[,.!?]\s*)(?:\w+\s)?{name}\s*[,!.?]|,\s*{name}\b",
        " ",
        sentence,
        flags=re.IGNORECASE,
    )
    return bool(re.search(rf"\b{name}\b", bare, re.IGNORECASE))


def weigh(question: Question, recollections: Sequence[Recollection]) -> list[Evidence]:
    """Weigh every recollection against the question, strongest first, ties as recalled."""
    total = sum(weight(term) for term in question.terms)
    found = [
        _weigh(question, recollection, recollections, total)
        for recollection in recollections
        if recollection.text
    ]
    return sorted(found, key=lambda evidence: -evidence.strength)


def share(question: Question, have: frozenset[str], total: float) -> float:
    """Give the share of a question's content, of `total` weight, that some stems have."""
    return sum([weight(term) for term in question.terms if term in have]) / total if total else 0.0


def _weigh(
    question: Question, recollection: Recollection, all_: Sequence[Recollection], total: float
) -> Evidence:
    whole = stem_set(recollection.text).union(*map(stem_set, recollection.names))
    parts = sentences(recollection.text) or (recollection.text,)
    best = max(parts, key=lambda part: (share(question, stem_set(part), total), len(part)))
    own = share(question, whole, total)
    around = whole
    for other in all_:
        if other is not recollection and adjacent(other, recollection):
            around = around | stem_set(other.text)
    near = share(question, around, total)
    sharp = share(question, stem_set(best), total)
    cover = 0.6 * own + 0.25 * sharp + 0.15 * near
    told = with_before(recollection, frozenset(question.terms), all_)
    paired = whole | told | _asked_of(recollection, all_)
    cover = max(cover, _REPLY * share(question, paired, total))
    cover *= _time_fit(question, recollection) * _told_share(parts, best)
    if question.kind == "when" and not recollection.times:
        cover *= _UNTIMED
    cover *= _kin_fit(question, recollection, paired) * _deed_fit(question, paired)
    fit = _person_fit(question, recollection, best, all_)
    fit *= _NO_KIN if _of_their_kin(question, best) else 1.0
    return Evidence(recollection, best, cover, fit, own)


def _kin_fit(question: Question, recollection: Recollection, said: frozenset[str]) -> float:
    """Doubt what speaks neither of the relative asked about ("Mia's sister") nor of her or him."""
    asked = _KIN_STEMS & set(question.terms)
    if not asked or asked & said or _THIRD.search(recollection.text):
        return 1.0
    return _NO_KIN


@lru_cache(maxsize=512)
def _names_in(question: str) -> frozenset[str]:
    return stem_set(" ".join(_NAMED.findall(question)))


def _deed_fit(question: Question, said: frozenset[str]) -> float:
    """Doubt what only names whom the question names, and speaks of nothing else it asks."""
    if question.kind not in ("what", "name", "who", "when"):
        return 1.0
    # a time is often told of a place without the deed: "I'm off to Ireland next month"
    people = _KIN_STEMS | stem_set(" ".join(question.people))
    named = people if question.kind == "when" else _names_in(question.text)
    asked = set(question.terms) - named
    return 1.0 if not asked or asked & said else _ONLY_NAMED


@lru_cache(maxsize=512)
def _asks_own(question: str) -> bool:
    return _ASKS_OWN.search(question) is not None


def _of_their_kin(question: Question, sentence: str) -> bool:
    """Say whether a question of what the asker does meets what only someone of theirs does."""
    if not _asks_own(question.text) or not _MY_KIN.match(sentence):
        return False
    return not _KIN_STEMS & set(question.terms) and not _I.search(sentence)


def _asked_of(recollection: Recollection, all_: Sequence[Recollection]) -> frozenset[str]:
    """Give the stems of what was asked right before: an answer is told with its question.

    They are the two halves of an adjacency pair (Schegloff & Sacks 1973, Opening up closings).
    """
    before = [
        other
        for other in all_
        if other.speaker != recollection.speaker and follows(recollection, other)
    ]
    last = max(before, key=lambda other: other.when or datetime.min, default=None)
    asked = [part for part in sentences(last.text) if asking(part)] if last else []
    return frozenset[str]().union(*map(stem_set, asked))


def _told_share(parts: tuple[str, ...], best: str) -> float:
    """Discount what asks instead of telling."""
    if _FORBIDS.match(best):
        return _ASKED
    if not asking(best):
        return 1.0
    return _ASKED if all(map(asking, parts)) else _HALF_ASKED


def adjacent(one: Recollection, other: Recollection, near: timedelta = _NEAR) -> bool:
    """Say whether two things were said in one talk, about the same time."""
    return (
        one.session == other.session
        and one.when is not None
        and other.when is not None
        and abs(one.when - other.when) <= near
    )


def follows(one: Recollection, other: Recollection) -> bool:
    """Say whether one was said right after the other."""
    return (
        one is not other
        and adjacent(one, other)
        and one.when is not None
        and other.when is not None
        and other.when <= one.when
    )


def _together(one: Recollection, other: Recollection) -> bool:
    if one.session or other.session or one.when is None or other.when is None:
        return one.session == other.session
    return abs(one.when - other.when) <= _SITTING


def _person_fit(
    question: Question, recollection: Recollection, sentence: str, all_: Sequence[Recollection]
) -> float:
    """Judge whether what is said is about whom the question asks about."""
    if not question.people:
        return 1.0
    first, second = _voice(sentence)
    fits = [
        _fit(
            person,
            recollection,
            sentence,
            first,
            second and (person != question.asker or _heard(person, recollection, all_)),
        )
        for person in question.people
    ]
    return max(fits)


def _heard(person: str, recollection: Recollection, all_: Sequence[Recollection]) -> bool:
    """Say whether a person took part in the talk, so that "you" may mean them."""
    return recollection.role == "companion" or any(
        other.speaker == person and _together(other, recollection) for other in all_
    )


def _fit(
    person: str, recollection: Recollection, sentence: str, first: bool, second: bool
) -> float:
    if recollection.speaker.lower() == person.lower():
        fit = 0.7 if second and not first else 1.0
        theirs = (second or not first) and _TAKES_UP.search(sentence)
        return 0.7 * fit if theirs else fit
    named = person.lower() != "you"  # whom nobody has named, no one can have mentioned
    if named and any(_mentions(sentence, word) for word in (person, *words(person)[:1])):
        return 0.95
    if named and (_mentions(recollection.text, person) or _meant(person, recollection)):
        return 0.8
    if second and not first:
        return 0.7
    return 0.25 if first else 0.4


def _meant(person: str, recollection: Recollection) -> bool:
    """Say whether a memory is bound to someone whom its words only point to."""
    return any(name.lower() == person.lower() for name in unsaid(recollection))


def named_outright(sentence: str, recollection: Recollection) -> str:
    """Put the name of the one whom a sentence begins with as "he" or "she", if it is known."""
    meant = unsaid(recollection)
    return _SUBJECT.sub(rf"\g<lead>{meant[0]} ", sentence) if len(meant) == 1 else sentence


def _time_fit(question: Question, recollection: Recollection) -> float:
    """Judge whether a memory belongs to the time the question names (1 when it names none)."""
    if not question.times or recollection.when is None:
        return 1.0
    return 1.0 if of_that_time(question, recollection, timedelta(days=1)) else 0.75


def of_that_time(
    question: Question, recollection: Recollection, slack: timedelta = timedelta(0)
) -> bool:
    """Tell whether something was told, or is told of, at a time the question names."""
    when = recollection.when
    if when is None:
        return False
    spans = ((when, when), *((time.start, time.end) for time in recollection.times))
    return any(
        start < asked.end + slack and end >= asked.start - slack
        for asked in question.times
        for start, end in spans
    )
