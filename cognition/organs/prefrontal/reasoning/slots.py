"""What a sentence speaks of, whatever its construction: its names, its things, its numbers.

A sentence whose every other word is light (of grammar, or of its topic) can say no more of them
than its topic does; so constructions need not be listed one by one (slot filling, as in Tur & De
Mori 2011). A word that is not accounted for shows that it says something else.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.kin_reading import sex
from cognition.organs.prefrontal.reasoning.numbers import WORDED
from cognition.organs.prefrontal.reasoning.tokens import DET, OWN, PREPS, STOPS
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

_TOKEN = regex(r"\d+|[^\W\d_]+(?:['-][^\W\d_]+)*|[,;:.!?()]")
_NUMBER = regex(rf"(?!(?:an?|no)\Z)(?:{WORDED})\Z", re.IGNORECASE)
LIGHT = frozenset(
    (
        "a an the this that these those it its it's that's what's who's where's how's there there's here he she they his her their him them "
        "i me my we us our you your you'll you'd you're you've we'll we'd one ones i'll i'd i've someone somebody anyone "
        "anybody everyone everybody nobody who whom whose which what where when how why is are was were be been being am "
        "do does did done has have had having can could will would may might must shall should to of in on at by "
        "for from with into onto as than then now and or but so if while because since though although just only also too very "
        "quite rather really actually indeed certainly definitely clearly obviously apparently evidently surely probably "
        "perhaps maybe possibly still already yet again once always usually currently presently today nowadays "
        "finally eventually later soon afterwards first last next all both each every any some such same other another "
        "more most much many lot bit little else even over up down out off away back about around "
        "know knows tell told say said see seen saw think happen happens happened seem seems seemed turn turns make makes made "
        "let lets get gets got go goes went come comes came take takes took put puts keep keeps kept call calls called "
        "way moment point fact course end time day days meantime thing things person people anything something everything "
        "case matter whole total sum altogether together well ok okay oh thanks mean means meant "
        "says ask asked look looks looked like right without within inside between among amongst under upon against "
        "good nice fine sure able happily gladly "
        "best mind exactly precisely namely simply currently "
        "does doesn't don't didn't isn't aren't wasn't weren't hasn't haven't can't couldn't won't wouldn't not never no longer "
        "present further additional extra new fresh single few whoever end ended ends known nothing taken given gone shown unfortunately sadly luckily fortunately somehow somewhere"
    ).split()
)
# a determiner and one of these is no thing spoken of: "the one", "the end"
_EMPTY = frozenset("one ones single way end moment time day thing things fact case whole other same two three both first second next last past latter former".split())  # fmt: skip
_BREAKS = frozenset("that which who whom where when and or but is are was were has have had can could will would may might must not n't than".split())  # fmt: skip


_CALENDAR = frozenset("christmas easter hanukkah halloween monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split())  # fmt: skip


class Slot(NamedTuple):
    """A name, a thing or a number of things; `mark` is the word before it, `at` its token."""

    text: str
    kind: str
    mark: str
    at: int
    owns: bool = False
    number: str = ""
    owner: str = ""


class Slots(NamedTuple):
    """The slots of a sentence in order, its other words, and all its words in lower case."""

    every: tuple[Slot, ...]
    rest: tuple[tuple[int, str], ...]
    words: tuple[str, ...]

    def of(self, kind: str) -> list[Slot]:
        """Give the slots of a kind: `name`, `thing`, `count` or `number`, each text once."""
        found: dict[str, Slot] = {}
        for slot in self.every:
            if slot.kind == kind:
                found.setdefault(slot.text.lower(), slot)
        return list(found.values())

    def left(self, allowed: frozenset[str]) -> list[str]:
        """Give the words that neither grammar nor `allowed` accounts for."""
        return [w for _, w in self.rest if w not in LIGHT and w not in allowed and not _manner(w)]

    def has(self, words: frozenset[str]) -> bool:
        """Say whether one of some words stands outside the slots."""
        return any(word in words for _, word in self.rest)


def _manner(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly") and word not in ("family", "only", "reply")


@lru_cache(maxsize=8192)
def slotted(text: str, topical: frozenset[str]) -> Slots:
    """Find the slots of a sentence; nouns that are `topical` are words, not things.

    >>> found = slotted("Thanks to Mia, Tom now has the red ball", frozenset())
    >>> [(slot.text, slot.kind, slot.mark) for slot in found.every]
    [('Mia', 'name', 'to'), ('Tom', 'name', ','), ('the red ball', 'thing', 'has')]
    """
    tokens = _TOKEN.findall(text.replace("’", "'"))
    every: list[Slot] = []
    rest: list[tuple[int, str]] = []
    at = 0
    while at < len(tokens):
        slot, end = _slot(tokens, at, topical)
        if slot is None:
            if tokens[at][0].isalnum():
                rest.append((at, tokens[at].lower()))
            at += 1
        else:
            every.append(slot)
            if slot.owner:
                every.append(Slot(slot.owner, "name", "of", at, owns=True))
            at = end
    return Slots(tuple(every), tuple(rest), tuple(one.lower() for one in tokens))


def _slot(tokens: list[str], at: int, topical: frozenset[str]) -> tuple[Slot | None, int]:
    word, low = tokens[at], tokens[at].lower()
    mark = _mark(tokens, at)
    if low in ("i", "me", "my", "myself", "mine") or _is_name(tokens, at, topical):
        bare = re.sub(r"'s?\Z", "", word)
        bare = "I" if low in ("i", "me", "my", "myself", "mine") else bare
        return Slot(bare, "name", mark, at, word.endswith(("'s", "s'")) or low == "my"), at + 1
    if _NUMBER.match(low):
        return _counted(tokens, at, mark, topical)
    if low in DET | OWN and low not in ("no", "both", "all", "that", "this", "those", "these"):
        end = _noun_end(tokens, at + 1, topical)
        phrase = tokens[at + 1 : end]
        if phrase and phrase[-1].lower() not in topical and phrase[0].lower() not in _EMPTY:
            owns = phrase[-1].endswith("'s")
            noun = " ".join(phrase).removesuffix("'s").lower()
            lead = "the" if low not in ("my", "our") else low
            return Slot(f"{lead} {noun}", "thing", mark, at, owns), end
    return None, at + 1


def _mark(tokens: list[str], at: int) -> str:
    return tokens[at - 1].lower() if at else ""


def _is_name(tokens: list[str], at: int, topical: frozenset[str]) -> bool:
    word = tokens[at]
    low = re.sub(r"'s?\Z", "", word.lower())
    if not word[0].isupper() or low.removesuffix("s") in _CALENDAR:
        return False
    if at and tokens[at - 1] not in (".", "?", "!", ":"):
        return True
    if sex(low):
        return True
    return not (low in LIGHT or low in PREPS or low in topical or forms(low) or _manner(low))


def _counted(
    tokens: list[str], at: int, mark: str, topical: frozenset[str]
) -> tuple[Slot | None, int]:
    """Read "5 more of Mia's apples" as five apples; a number of nothing is a number."""
    number, end = tokens[at], at + 1
    while end < len(tokens) and tokens[end].lower() in ("more", "other", "extra", "further", "new", "additional", "fresh", "of", "the", "his", "her", "their", "those", "these", "my"):  # fmt: skip
        end += 1
    if number.lower() == "one" and (end > at + 1 or _light(tokens[end : end + 1], topical)):
        return None, at + 1  # "the taller one", "one of the wolves"
    noun = tokens[end] if end < len(tokens) else ""
    owner = noun if noun[:1].isupper() and noun.endswith(("'s", "s'")) else ""
    if owner and end + 1 < len(tokens):
        noun, end = tokens[end + 1], end + 1
    low = noun.lower()
    plain = bool(noun) and noun.isalpha() and noun.islower() and low not in topical
    if plain and low not in PREPS and low not in LIGHT | {"years", "year"}:
        owner = re.sub(r"'s?\Z", "", owner)
        return Slot(low, "count", mark, at, bool(owner), number, owner), end + 1
    return Slot(number, "number", mark, at), at + 1


def _light(after: list[str], topical: frozenset[str]) -> bool:
    low = after[0].lower() if after else ""
    return low in LIGHT or low in PREPS or low in topical or not low.isalpha()


def _noun_end(tokens: list[str], at: int, topical: frozenset[str]) -> int:
    start = at
    while at < len(tokens) and at - start < 3:
        low = tokens[at].lower()
        if not low[0].isalpha() or low in PREPS or low in _BREAKS or low in DET or low in OWN:
            break
        if (
            low in STOPS
            or tokens[at][0].isupper()
            or (at > start and (low in topical or low in LIGHT))
        ):
            break
        if at > start and low.endswith("ed"):
            break
        if at > start and any(one.kind in ("s", "past", "part") for one in forms(low)):
            break
        at += 1
        if low.endswith("'s"):
            break
    return at


def pair_of(slots: Slots, kind: str, *others: str) -> tuple[Slot, Slot] | None:
    """Give the two slots of a kind where there are no more, and none of other kinds."""
    found = [one for one in slots.of(kind) if one.text != "I" or kind != "name"]
    if len(found) != 2 or any(slots.of(other) for other in others):
        return None
    return found[0], found[1]


__all__ = ["LIGHT", "Slot", "Slots", "pair_of", "slotted"]
