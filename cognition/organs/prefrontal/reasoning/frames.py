"""Predicate-argument frames: who did what to what, whither, read off a clause word by word.

A shallow parse (Abney 1991: chunks) over closed classes and `verbs.txt`: no open word need be known
but where its place in the clause does not give it away.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.organs.prefrontal.reasoning.tokens import (
    AUX,
    BE,
    DET,
    DO,
    HAVE,
    OWN,
    PREPS,
    PRONOUNS,
    STOPS,
    finite,
    is_adverb,
    tokens,
)
from cognition.organs.prefrontal.reasoning.verbs import PARTICLES, forms
from cognition.regex import regex

_ALWAYS = frozenset("up down off away back out along aside forth together home".split())
_CONTROL = frozenset(
    "manage happen seem appear begin start continue proceed use come turn choose decide agree".split()
)
_SEEN = frozenset(
    "see spot observe notice catch hear find begin start finish keep stop watch".split()
)
_NUMBER = regex(rf"(?:{WORDED}|Howmany)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause: its verb's base with its particle, and what stands around it, in order."""

    subject: str
    verb: str
    particle: str = ""
    objects: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    denied: bool = False
    passive: bool = False
    progressive: bool = False
    future: bool = False
    known: bool = True


@dataclass(slots=True)
class _Group:
    """The words of a verb, read so far."""

    verb: str = "be"
    end: int = 0
    denied: bool = False
    passive: bool = False
    progressive: bool = False
    future: bool = False
    known: bool = True
    aux: list[str] = field(default_factory=list[str])


@lru_cache(maxsize=4096)
def parsed(text: str) -> Frame | None:
    """Read the frame of a clause; None where no verb is found.

    >>> frame = parsed("Mary handed John the milk in the kitchen")
    >>> frame.verb, frame.objects, frame.places
    ('hand', ('John', 'the milk'), (('in', 'the kitchen'),))
    """
    words = tokens(text)
    start = 1
    while start < len(words) and not finite(words, start):
        start += 1
    if start >= len(words):
        return None
    own = [w for w in words[:start] if not is_adverb(w) and w.lower() not in ("not", "never")]
    group = _verb_group(words, start)
    if own[-2:] == ["no", "longer"]:
        own, group.denied = own[:-2], True
    subject = " ".join(own).strip(" ,")
    objects, places, particle = _arguments(words, group.end)
    verb = group.verb
    if verb == "get" and group.aux and group.aux[-1] in HAVE and objects and not group.passive:
        verb = "have"
    return Frame(
        subject.replace(" ,", ","), verb, particle, tuple(objects), tuple(places),
        group.denied, group.passive, group.progressive, group.future, group.known,
    )  # fmt: skip


def _verb_group(words: list[str], at: int) -> _Group:
    group = _Group(end=at)
    while group.end < len(words):
        word, low = words[group.end], words[group.end].lower()
        if low in AUX:
            group.aux.append(low)
            group.future = group.future or low in ("will", "shall")
        elif low in ("not", "never", "longer", "cannot"):
            group.denied = True
        elif low == "to" and group.aux and group.aux[-1] in HAVE and forms(_next(words, group.end)):
            group.aux.append("do")
        elif not (is_adverb(word) or (low == "no" and _next(words, group.end) == "longer")):
            break
        group.end += 1
    _main_verb(words, group)
    return group


def _next(words: list[str], at: int) -> str:
    return words[at + 1].lower() if at + 1 < len(words) else ""


def _main_verb(words: list[str], group: _Group) -> None:
    """Find the verb after its auxiliaries; without one, the last auxiliary is the verb."""
    low = words[group.end].lower() if group.end < len(words) else ""
    found = forms(low)
    last = group.aux[-1] if group.aux else ""
    wanted = _wanted(last)
    fits = [one for one in found if not wanted or one.kind in wanted]
    guessed = not found and _guessed(low, last, _next(words, group.end))
    if not fits and not guessed:
        group.verb = "have" if last in HAVE else "do" if last in DO else "be"
        return
    group.verb = fits[0].base if fits else low
    group.known = bool(fits)
    group.progressive = low.endswith("ing") and last in BE
    group.passive = last in BE and not group.progressive
    group.end += 1
    after = forms(_next(words, group.end - 1))
    if group.verb in _SEEN and any(one.kind == "ing" for one in after):
        group.aux, group.passive = ["is"], False
        _main_verb(words, group)
        return
    if group.verb == "get" and any(one.kind == "part" and one.base != "rid" for one in after):
        group.aux = ["is"]
        _main_verb(words, group)
        return
    if group.verb in _CONTROL and _next(words, group.end - 1) == "to":
        after = _next(words, group.end)
        if any(one.kind == "base" for one in forms(after)) or after in ("be", "have"):
            group.end += 1
            group.aux = [after] if after in AUX else ["do"]
            group.end += after in AUX
            _main_verb(words, group)


def _wanted(aux: str) -> tuple[str, ...]:
    if aux in BE:
        return ("part", "ing")
    if aux in HAVE:
        return ("part",)
    return ("base",) if aux else ()


def _guessed(low: str, aux: str, after: str) -> bool:
    """Say whether a word that is not listed is a verb by its place and ending."""
    if not low or low in DET or low in PREPS or low in OWN or not low.isalpha():
        return False
    if aux in BE:
        return low.endswith("ing") or (low.endswith("ed") and after in ("in", "by", "at", "to"))
    if aux in HAVE:
        return low.endswith("ed")
    return True


def _arguments(words: list[str], at: int) -> tuple[list[str], list[tuple[str, str]], str]:
    objects: list[str] = []
    places: list[tuple[str, str]] = []
    particle = ""
    while at < len(words):
        low = words[at].lower()
        if low in STOPS or low in (";", ":", "("):
            break
        if low in ("and", "then") and at + 1 < len(words):
            if finite([*words[:at], "he", *words[at + 1 :]], at + 1) or low == "then":
                break
            at += 1
        elif low == "out" and _next(words, at) == "of":
            noun, at = _noun_phrase(words, at + 2)
            places.append(("out of", noun))
        elif low in PARTICLES and _is_particle(words, at, bool(objects)):
            particle, at = particle or low, at + 1
        elif low in PREPS:
            if low == "to" and not _infinitive_is_noun(words, at + 1):
                break
            noun, at = _noun_phrase(words, at + 1)
            places.append((low, noun))
        elif low == "," or is_adverb(words[at]):
            at += 1
        else:
            noun, at = _noun_phrase(words, at)
            objects.append(noun)
    return objects, [(prep, noun) for prep, noun in places if noun], particle


def _is_particle(words: list[str], at: int, has_object: bool) -> bool:
    low, after = words[at].lower(), _next(words, at)
    bare = not after or after in PREPS or after == "," or after in STOPS or is_adverb(after)
    if low in _ALWAYS:
        return bare or not has_object
    return bare


def _infinitive_is_noun(words: list[str], at: int) -> bool:
    """Say whether "to" leads a place rather than a verb: "to school", but not "to eat"."""
    low = words[at].lower() if at < len(words) else ""
    bare = any(one.kind == "base" for one in forms(low)) or low in ("be", "have", "do")
    return not bare or _next(words, at) in ("", ",", "and")


def _noun_phrase(words: list[str], at: int) -> tuple[str, int]:
    taken: list[str] = []
    while at < len(words):
        word, low = words[at], words[at].lower()
        last = taken[-1].lower() if taken else ""
        if taken and _ends(words, at, taken, last):
            break
        if not taken and (low in PREPS or low == ","):
            break
        taken.append(word)
        at += 1
        if low in PRONOUNS or low == "whom":
            break
        if low == "her" and not _possesses(words, at):
            break
    return " ".join(taken), at


def _possesses(words: list[str], at: int) -> bool:
    after = words[at] if at < len(words) else ""
    low = after.lower()
    return bool(after) and low not in DET and low not in PREPS and after not in ",;:" and (
        low not in PARTICLES and not is_adverb(after) and low != "and"
    )  # fmt: skip


def _ends(words: list[str], at: int, taken: list[str], last: str) -> bool:
    """Say whether a noun phrase ends before a word."""
    word, low = words[at], words[at].lower()
    open_ = last in ("of", "and", "or", "either") or last in DET or last in OWN
    if low in ("of", "or") or (low == "and" and _joins(words, at)):
        return False
    if low in PREPS or low in STOPS or low in (",", ";", ":", "(", ")", "and", "then"):
        return True
    if low in PARTICLES or is_adverb(word):
        return not open_
    if open_ or last.endswith("'s"):
        return False
    if low in DET or low in OWN or (_NUMBER.match(low) and last not in ("another", "all")):
        return True
    name = all(one[0].isupper() for one in taken)
    return name and not word[0].isupper() and word[0].isalpha()


def _joins(words: list[str], at: int) -> bool:
    """Say whether "and" joins two nouns rather than two verbs."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if not after or after.lower() == "then" or after.lower() in PREPS:
        return False
    return not finite(["he", after], 1)


__all__ = ["BE", "OWN", "PRONOUNS", "Frame", "finite", "is_adverb", "parsed", "tokens"]
