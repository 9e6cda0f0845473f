"""The subject of a clause: names, several of them, a name's noun phrase, or who went before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.phrases import number
from cognition.organs.neocortex.verb_group import (
    DETERMINERS,
    PREPOSITIONS,
    Tokens,
    adverb,
    finite,
    read_verb,
)
from cognition.regex import regex

PRONOUNS = words("he she they")
POSSESSIVES = words("his her their")
RELATIVES = words("that which who whose whom where when")
_NO_NAME = words(
    "a an the this that these those whose whom he she it they we you i his her its their our your "
    "my in on at to for from with by as of and or but so if when while where what who which why "
    "how not no yes both all each neither none either some many several most one two three four "
    "five there here after before since during until although though because however instead also "
    "then now today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday oh "
    "well hey hi wow thanks thank okay ok yeah sorry maybe perhaps just only even never always "
    "sometimes last next every another other besides despite according rather once would could can "
    "will did do does is are was were has have had let i'm i've i'd i'll it's that's there's "
    "what's let's"
)
_PARTICLES = words("of de da del la van von der du di al bin")
_TITLES = words("dr. mr. mrs. ms. prof. st. jr. sr.")
_GROUPS = words("both all each neither none either two three four five six the of")
_OWNING = ("'s", "’s", "s'", "s’")
_OWNED = regex(r"['’]s\Z|(?<=s)['’]\Z")
_SET_ASIDE = regex(r"\A(?:not|instead of|rather than|unlike) ")
_QUOTE = regex(r"[\"“”]|(?<![\w])['‘]|['’](?!\w)")
_NAMES = regex(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|St)\. )?[A-ZÀ-Þ][\w’'&-]*(?:(?:\.? | (?:of|de|da|van|von|of the) )"
    r"[A-ZÀ-Þ][\w’'&-]*)*\.?"
)


@dataclass(slots=True)
class Subject:
    """Who or what a clause is about, and where its predicate begins.

    `people` are those named; `rejected` is whom it is said not to be ("Mia, not Ben, ..."),
    `apposed` what is said of them in passing ("Mia, a baker, ...").
    """

    text: str
    people: tuple[str, ...]
    end: int
    plural: bool = False
    denied: bool = False
    rejected: tuple[str, ...] = ()
    apposed: str = ""


@lru_cache(maxsize=8192)
def names_in(text: str) -> tuple[str, ...]:
    """Give the names in a phrase or a clause, without possessive endings, each once.

    >>> names_in("Tom Reed's photographs of New York")
    ('Tom Reed', 'New York')
    """
    found: dict[str, None] = {}
    for match in _NAMES.finditer(text):
        for name in re.split(r"(?<=['’]s) ", match[0]):
            bare = _OWNED.sub("", name.rstrip("."))
            shouted = bare.isupper() and number(bare) is not None  # "I got FIVE hours"
            if bare.lower() not in _NO_NAME and not shouted:
                found.setdefault(bare, None)
    return tuple(found)


def joined(people: tuple[str, ...] | list[str]) -> str:
    """Write several names as one subject."""
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"


def name_end(tokens: Tokens, at: int, end: int) -> int | None:
    """Give where the name that begins here ends, if one does."""
    if at >= end or not tokens.words[at][0].isupper() or tokens.low[at] in _NO_NAME:
        return None
    while at < end:
        step = at + 1
        if tokens.words[at].endswith(_OWNING) or not tokens.beside(at):
            return step
        if tokens.low[step] in _PARTICLES and step + 1 < end and tokens.beside(step):
            step += 1
        following = tokens.words[step] if step < end else ""
        year = following.isdigit() and len(following) == 4
        if not (following[:1].isupper() or following.isdigit()) or (year and step == at + 1):
            return at + 1
        at = step
    return end


def read_subject(tokens: Tokens, at: int, end: int, last: Subject | None) -> Subject | None:
    """Read the subject that begins at a token; a pronoun stands for the `last` one."""
    low = tokens.low
    if at >= end:
        return None
    if low[at] in PRONOUNS and last is not None:
        plural = low[at] == "they"
        return replace(last, end=at + 1, plural=plural, denied=False, rejected=(), apposed="")
    if low[at] in POSSESSIVES and last is not None and last.people:
        owner = last.people[-1] if low[at] != "their" else last.text
        return _phrase(tokens, at + 1, end, (owner,), f"{owner}'s ")
    begin, denied = at, False
    while at < end and (low[at] in _GROUPS or (at > begin and low[at] in ",—–(")):
        denied = denied or low[at] in ("none", "neither")
        at += 1
    first = name_end(tokens, at, end)
    if first is None:
        return _phrase(tokens, at, end, (), "The ") if begin < at and low[at - 1] == "the" else None
    if tokens.words[first - 1].endswith(_OWNING):
        name = _OWNED.sub("", tokens.between(at, first))
        return _phrase(tokens, first, end, (name,), f"{name}'s ")
    people, at = _listed(tokens, at, first, end)
    subject = Subject(joined(people), tuple(people), at, len(people) > 1, denied)
    return _past_insertion(tokens, subject, end)


def before_who(tokens: Tokens, at: int, end: int) -> Subject | None:
    """Give the name that ends right before ", who", as the subject of what follows."""
    stop = start = at - 1
    while start > 0 and (tokens.words[start - 1][0].isupper() or tokens.low[start - 1] in _TITLES):
        start -= 1
    name = tokens.between(start, stop)
    return Subject(name, (name,), end) if name else None


def _listed(tokens: Tokens, at: int, first: int, end: int) -> tuple[list[str], int]:
    """Read "A", "A and B", "A, B, and C": the names, and where the list ends."""
    low = tokens.low
    people = [tokens.between(at, first)]
    at = first
    while at < end:
        step = at
        while step < end and (low[step] in ",—–" or low[step] in ("and", "&", "or", "nor")):
            step += 1
        stop = name_end(tokens, step, end) if step > at else None
        if stop is None or tokens.words[stop - 1].endswith(_OWNING):
            break
        people.append(tokens.between(step, stop))
        at = stop
    return people, at


def _past_insertion(tokens: Tokens, subject: Subject, end: int) -> Subject:
    """Step over what stands between a subject and its verb: ", not Ben,", ", a chef," or ")"."""
    low, at = tokens.low, subject.end
    if at + 1 >= end or low[at] not in ",(—–":
        return subject
    close = next((k for k in range(at + 1, end) if low[k] in ",)—–"), None)
    if close is None:
        return replace(subject, end=at + 1)
    first, inside = low[at + 1], tokens.between(at + 1, close)
    if first in ("not", "instead", "rather", "unlike"):
        return replace(subject, end=close + 1, rejected=(_SET_ASIDE.sub("", inside),))
    if first in ("a", "an", "the") and not subject.plural:
        return replace(subject, end=close + 1, apposed=inside)
    if first in PREPOSITIONS and read_verb(tokens, close + 1, end, True):
        return replace(subject, end=close + 1)
    return replace(subject, end=at + (adverb(first) or finite(first)))


def _phrase(
    tokens: Tokens, at: int, end: int, people: tuple[str, ...], before: str
) -> Subject | None:
    """Read a noun phrase up to its verb: an auxiliary, else the first word that can be finite."""
    low = tokens.low
    skipped, resume = False, at + 1
    for k in range(at, min(end, at + 20)):
        if low[k] in RELATIVES and k >= resume:
            skipped = True
        if k >= resume and low[k] == "," and "," in low[k + 1 : end]:  # ", released in May,"
            resume = low.index(",", k + 1) + 1
        if k < resume or low[k] in RELATIVES or not _heads(tokens, k, end):
            continue
        if skipped:  # the verb of "that Mia wrote"
            skipped = False
            continue
        stop = k
        while stop > at + 1 and adverb(low[stop - 1]):
            stop -= 1
        text = before + tokens.between(at, stop)
        inside = names_in(tokens.between(at, stop))
        if inside and text.endswith(inside[-1]) and not _QUOTE.search(text):
            text, people = inside[-1], inside[-1:]  # "their friend Mia": Mia it is
        return Subject(text, people or inside[:1], stop, low[stop - 1].endswith("s"))
    return None


def _heads(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a verb that ends a noun phrase begins at a token."""
    word = tokens.low[at]
    if tokens.words[at][0].isupper() or adverb(word):
        return False
    head = read_verb(tokens, at, end, plural=False)
    if head is None or (word.endswith("ed") and tokens.low[at - 1] in DETERMINERS):
        return False
    if head[0].word != word or not word.endswith("s") or head[0].base in ("be", "have", "do"):
        return True
    follows = tokens.low[at + 1] if at + 1 < end else ""  # a plural, or a verb?
    return follows in DETERMINERS or follows in PREPOSITIONS


__all__ = [
    "POSSESSIVES",
    "PRONOUNS",
    "RELATIVES",
    "Subject",
    "before_who",
    "joined",
    "name_end",
    "names_in",
    "read_subject",
]
