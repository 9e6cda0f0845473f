"""When one statement takes another's place: it says the same with one argument changed, or denies.

A newer statement revises an older one that shares a name with it if it denies what the other says,
sets its value aside ("not Ben", "instead of Rome"), turns it round, or repeats it but for one
argument, provided that enough else is the same to speak of one state of affairs: what is repeated
of many (likings, visits, plurals, "also") stands side by side. Belief revision in the sense of
Alchourrón, Gärdenfors & Makinson 1985: the newer is kept, and as little as possible is given up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.statements import Statement, names_in
from cognition.organs.words import VAGUE, stem, stem_set
from cognition.regex import regex

_TOGETHER = ("with", "alongside")
# what several people are, have or like at a time, each for themselves
_SHARED = words(
    "be live work like love enjoy prefer know study speak have own want need hope plan feel seem "
    "visit travel play read watch attend learn teach believe become remain stay"
)
LIKING = words("like love enjoy prefer adore favour favor relish")
DISLIKING = words("dislike hate detest despise loathe avoid abhor")
# a verb and the role of the one value it has at a time
_ONE_VALUE = frozenset(
    {
        ("graduate", "from"), ("bear", "in"), ("born", "in"), ("born", "on"), ("live", "in"),
        ("live", "at"), ("reside", "in"), ("base", "in"), ("locate", "in"), ("work", "at"),
        ("work", "for"), ("marry", "to"), ("marry", ""), ("name", ""), ("call", ""),
        ("title", ""), ("be", "at"), ("be", "from"), ("be", "in"), ("move", "to"),
        ("relocate", "to"), ("employ", "by"), ("employ", "at"), ("head", ""), ("lead", "since"),
    }
)  # fmt: skip
_OPEN = regex(
    r"(?:some|several|many|various|numerous|multiple|few|countless|over \d|more than|\d+|two|three|"
    r"four|five|six|both)\b|\w+(?:[^s\W]s|ies)\b(?! of)",
    re.IGNORECASE,
)
_ITS_OWN = regex(r"(?:the|his|her|their|its|this)\b", re.IGNORECASE)
_AVERSION = regex(r"\b(?:aversion|dislike|distaste|hatred)\Z")
_ANY = regex(r"any\b", re.IGNORECASE)
_OTHERS = regex(r"(?:any|no)(?:one|body|thing)? (?:other|else)\b", re.IGNORECASE)
_SAME_VERB = {stem("travel"): "visit"}
_FLUENT = stem_set("fluent")  # who is fluent in a language speaks it
_POINTS = regex(r"(?:it|them|him|her|this|that|so|there)\Z", re.IGNORECASE)
_VAGUE_STEMS = frozenset(stem(word) for word in VAGUE) | {"anyth", "other", "els", "anyon"}
_OWNED = regex(r"(?:his|her|their)\b", re.IGNORECASE)  # "her travels with Mia"
_ENOUGH = 0.6  # share of what is denied or set aside that the older statement must have


@dataclass(frozen=True, slots=True)
class Frame:
    """A statement by its stems: participants, verb, roles, and all content of its predicate."""

    people: frozenset[str]
    verb: str
    roles: dict[str, frozenset[str]]
    content: frozenset[str]
    names: frozenset[str]
    whole: frozenset[str]


@lru_cache(maxsize=8192)
def frame(statement: Statement) -> Frame:
    people = set(_folded(statement.people))
    roles: dict[str, frozenset[str]] = {}
    head = statement.subject
    before = ""
    for role, said in statement.parts:
        owned, before = before, said
        if role in _TOGETHER and not _OWNED.match(owned) and (named := names_in(said)):
            people |= _folded(named)
            said = _without(said, named)
        elif role == "by" and statement.verb.passive and (named := names_in(said)):
            people = set(_folded(named))
            role, said, head = "", head, ""
        roles[role] = roles.get(role, frozenset()) | stem_set(said)
    besides = stem_set(_without(head, statement.people))
    content = besides.union(*roles.values())
    names = _folded(names_in(statement.text)) | people
    verb = stem(statement.verb.base.replace("-", ""))
    verb = _SAME_VERB.get(verb, verb)
    if verb == "be" and roles.get("") == _FLUENT:
        verb, roles[""] = "speak", roles.pop("in", _FLUENT)
    return Frame(frozenset(people), verb, roles, content, names, stem_set(statement.text))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold().rstrip(".") for name in names)


def _without(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(name, " ")
    return text


def disliked(statement: Statement) -> str:
    """Give what a statement says that someone dislikes or has an aversion to, else nothing.

    >>> from cognition.organs.neocortex.statements import read
    >>> disliked(read("Mia has a strong aversion to early meetings.")[0])
    'early meetings'
    """
    said = statement.parts[0][1] if statement.parts else ""
    if statement.verb.base in DISLIKING:
        return said
    if statement.verb.base == "have" and _AVERSION.search(said) and len(statement.parts) > 1:
        return statement.parts[1][1]
    return ""


def same(new: Statement, old: Statement) -> bool:
    """Tell whether two statements say the same, in other words at most."""
    return _same(new, old, frame(new), frame(old))


def _same(new: Statement, old: Statement, a: Frame, b: Frame) -> bool:
    return (
        a.people == b.people
        and a.verb == b.verb
        and a.content == b.content
        and new.denied == old.denied
        and new.verb.ended == old.verb.ended
    )


def revises(new: Statement, old: Statement) -> bool:
    """Tell whether a newer statement takes an older one's place.

    >>> from cognition.organs.neocortex.statements import read
    >>> old, new, other = (
    ...     read(text)[0] for text in (
    ...         "Mia Reed graduated from Leeds University.",
    ...         "Mia Reed graduated from Oxford.",
    ...         "Mia Reed lectures at Oxford.",
    ...     ))
    >>> revises(new, old), revises(other, old)
    (True, False)
    """
    a, b = frame(new), frame(old)
    if a.verb != b.verb and not (_takes_back(new) or (old.verb.base in LIKING and disliked(new))):
        return False  # what only affirms revises by the same verb
    names = a.names.union(*(_folded(names_in(away)) for away in new.rejected))
    hedged = new.verb.hedged and not old.verb.hedged
    if not names & b.names or new.additive or hedged or _same(new, old, a, b):
        return False
    return (
        _denies(new, old, a, b)
        or _sets_aside(new, a, b)
        or _turns_round(a, b)
        or (
            not old.denied
            and not new.denied
            and (_other_person(a, b) or _one_changed(new, old, a, b))
        )
    )


def comparable(one: Statement, other: Statement) -> bool:
    """Tell whether two statements may say the same, or one revise the other: most pairs cannot."""
    return frame(one).verb == frame(other).verb or _says_no(one) or _says_no(other)


@lru_cache(maxsize=4096)
def _says_no(one: Statement) -> bool:
    return _takes_back(one) or bool(disliked(one))


def _takes_back(new: Statement) -> bool:
    return bool(new.rejected) or new.denied or new.verb.ended


def _denies(new: Statement, old: Statement, a: Frame, b: Frame) -> bool:
    denied = new.denied or new.verb.ended
    averse = disliked(new) if old.verb.base in LIKING else ""
    denied = denied or bool(averse)
    affirmed = old.denied and not new.denied and a.verb == b.verb
    if not ((denied and not old.denied) or affirmed) or not a.people or not a.people <= b.names:
        return False
    if any(_POINTS.match(said) for role, said in new.parts if not role):
        return False
    if any(role == "until" or _OTHERS.match(said) for role, said in new.parts):
        return False
    within = frozenset[str]().union(*(v for k, v in a.roles.items() if k != "outside"))
    within = stem_set(averse) or within
    told = {one for one in within - _VAGUE_STEMS if not one.isdigit()}
    never = "outside" in a.roles or any(_ANY.match(said) for _, said in new.parts)
    if not told and a.verb == b.verb and never:
        return True
    if told and a.verb == b.verb and told <= b.whole:
        return True
    if not told - _named(a):
        return _of_one_matter(new, a, b) and (a.verb == b.verb or bool(told & b.whole))
    return len(told & b.whole) >= _ENOUGH * len(told)


def _named(frame: Frame) -> frozenset[str]:
    return frozenset[str]().union(*(stem_set(name) for name in frame.names))


def _of_one_matter(new: Statement, a: Frame, b: Frame) -> bool:
    """Tell whether the whole sentence shares more with an older statement than names."""
    shared = stem_set(new.sentence) & b.whole
    return len(shared - _VAGUE_STEMS - _named(a) - _named(b)) >= 2


def _sets_aside(new: Statement, a: Frame, b: Frame) -> bool:
    for away in new.rejected:
        gone = stem_set(away) - _VAGUE_STEMS
        if not gone or len(gone & b.whole) < _ENOUGH * len(gone):
            continue
        rest = a.content - gone - _named(a)
        alike = len(rest & b.whole) >= 0.3 * len(rest) if rest else a.verb == b.verb
        if (a.names & b.names) - _folded(names_in(away)) and (alike or a.verb == b.verb):
            return True
        if a.verb == b.verb and len(rest & b.whole) >= max(2, _ENOUGH * len(rest)):
            return True
    if not new.verb.only or a.verb != b.verb or a.people != b.people:
        return False
    return any(a.roles[role] != b.roles[role] for role in a.roles.keys() & b.roles.keys())


def _turns_round(a: Frame, b: Frame) -> bool:
    """Tell whether the same people do the same with their parts exchanged."""
    people = a.people | b.people
    if a.verb != b.verb or a.people == b.people or not people <= (a.names & b.names):
        return False
    named = frozenset[str]().union(*(stem_set(name) for name in people))
    return len((a.content & b.content) - named - _VAGUE_STEMS) >= 3


def _other_person(a: Frame, b: Frame) -> bool:
    """Tell whether someone else is said to have done the very thing."""
    gone, came = b.people - a.people, a.people - b.people
    if a.verb != b.verb or not gone or not came:
        return False
    if a.verb in _SHARED and not a.people & b.people:
        return False
    named = frozenset[str]().union(*(stem_set(name) for name in a.people | b.people))
    mine, theirs = a.content - named - _VAGUE_STEMS, b.content - named - _VAGUE_STEMS
    both = mine & theirs
    besides = (a.people & b.people) or ((a.names - a.people) & (b.names - b.people))
    least = min(len(mine), len(theirs))
    return len(both) >= (2 if besides else 3) and len(both) >= 0.7 * least


def _clash(a: Frame, b: Frame) -> list[str]:
    """Give the roles that both fill, but with different words."""
    return [
        role
        for role in a.roles.keys() & b.roles.keys()
        if len(a.roles[role] & b.roles[role]) < 0.5 * len(a.roles[role] | b.roles[role])
        and not (a.roles[role] < b.roles[role] or b.roles[role] < a.roles[role])
    ]


def _lists(statement: Statement, role: str) -> bool:
    """Tell whether a statement enumerates: "speaks French and German" means these and no more."""
    if statement.verb.base == "be" and not role:  # is fluent in ...
        role = "in"
    return any(" and " in said for one, said in statement.parts if one == role)


def _one_changed(new: Statement, old: Statement, a: Frame, b: Frame) -> bool:
    if a.verb != b.verb or a.people != b.people or not a.people:
        return False
    clash = _clash(a, b)
    if len(clash) != 1:
        return False
    role = clash[0]
    if a.verb not in ("be", *LIKING) and _lists(new, role) and _lists(old, role):
        return not a.roles[role] & b.roles[role]
    if (new.verb.base, role) in _ONE_VALUE and (new.verb.base != "be" or "" in a.roles):
        return True
    alike = [k for k in a.roles.keys() & b.roles.keys() if k != role]
    support = frozenset[str]().union(*(a.roles[k] & b.roles[k] for k in alike)) - _VAGUE_STEMS
    object_ = next((said for k, said in new.parts if not k), "")
    if role and _ITS_OWN.match(object_) and "" in alike:
        return bool(support)
    if object_ and _OPEN.match(object_):
        return False
    return len(support) >= (3 if new.verb.past else 2)


__all__ = ["Frame", "comparable", "disliked", "frame", "revises", "same"]
