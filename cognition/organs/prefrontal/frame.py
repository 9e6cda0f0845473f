"""The shape of a question: which noun it asks for, who does what in it, and where the gap is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cognition.organs.neocortex.lexicon import KIN
from cognition.organs.prefrontal.grammar import Token, tokens
from cognition.organs.prefrontal.words import STOP, stem, words
from cognition.regex import regex

_WH = frozenset({"what", "which", "who", "whom", "whose", "where", "when", "why", "how", "what's"})
_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "isn't", "aren't", "wasn't"})
_HAVE = frozenset({"have", "has", "had", "haven't", "hasn't", "hadn't"})
_MODAL = frozenset(words("will would can could should may might"))
_WHO_WILL = regex(r"\bwho['’]ll\b", re.IGNORECASE)
_KIN = frozenset((*KIN, "grandma", "grandpa", "mum", "mom", "dad", "everyone"))
_LIGHT = frozenset(words("type types kind kinds sort sorts form forms name names of some the"))
_SAID = frozenset(words("say said mention mentioned tell told suggest according think used"))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question leaves open.

    `focus` are the stems of the noun asked for ("what kind of soup": soup), its head last; `role`
    is what the gap is to the verb: subject ("who broke it"), object ("what did you buy"), copula
    ("what is my name"), deed ("what did you do") or empty; `verb` is the stem of that verb, and
    `gap` the preposition left hanging ("who with").
    """

    focus: tuple[str, ...] = ()
    role: str = ""
    verb: str = ""
    gap: str = ""


def frame(text: str, people: Iterable[str] = ()) -> Frame:
    """Take a wh-question's shape from its closed-class words.

    >>> frame("What kind of soup did Ada cook for Mia?", ["Ada"])
    Frame(focus=('soup',), role='object', verb='cook', gap='')
    >>> frame("Who broke the bottle?")
    Frame(focus=(), role='subject', verb='break', gap='')
    """
    return _frame(text, frozenset(w for person in people for w in words(person)))


@lru_cache(maxsize=256)
def _frame(text: str, people: frozenset[str]) -> Frame:
    asked = [t for t in tokens(_WHO_WILL.sub("who will", text)) if t.tag != "mark"]
    at = next((i for i, t in enumerate(asked) if t.low in _WH), None)
    if at is None:
        return Frame()
    rest = asked[at + 1 :]
    aux = _auxiliary(rest, people)
    gap = rest[-1].low if rest and rest[-1].tag in ("prep", "to") else ""
    if not gap and at and asked[at - 1].tag == "prep":
        gap = asked[at - 1].low
    if asked[at].low == "what's":
        return Frame(role="copula", gap=gap)
    if aux is None:
        focus, verb = _subject_verb(rest, people)
        if asked[at].low == "who" and focus:  # "who fell asleep" asks for no kind of sleep
            focus, verb = (), focus[0]
        return Frame(focus, "subject", verb, gap)
    focus = _focus(rest[:aux])
    low, after = rest[aux].low, rest[aux + 1 :]
    if asked[at].low == "who" and not aux and low in _MODAL and _does(after, people):
        return Frame((), "subject", stem(after[0].low), gap)
    verb = _main_verb(after, people)
    if low in _BE:
        moving = verb and verb.low.endswith(("ing", "ed")) and not _qualifies(verb, after)
        return Frame(focus, "object" if moving and verb else "copula", _stem(verb, moving), gap)
    if verb is not None and verb.low in ("do", "done", "doing"):
        return Frame(focus, "deed", "", gap)
    if low in _HAVE and verb is None:
        been = any(token.low == "been" for token in after)
        return Frame(focus, "object", "visit" if been else "have", gap)
    return Frame(focus, "object", _stem(verb, True), gap)


def _does(after: Sequence[Token], people: frozenset[str]) -> bool:
    """Tell whether what follows "who will" is what is done, and not whoever does it."""
    if not after or after[0].tag != "verb" or not after[0].text.islower():
        return False
    return after[0].low not in people | _KIN


def _qualifies(verb: Token, after: Sequence[Token]) -> bool:
    """Say whether a participle only qualifies the noun after it: "her favourite | baking | tin"."""
    following = after[list(after).index(verb) + 1 :]
    return bool(following) and following[0].tag == "word"


def _stem(verb: Token | None, used: object) -> str:
    return stem(verb.low) if verb is not None and used else ""


def _auxiliary(rest: Sequence[Token], people: frozenset[str]) -> int | None:
    """Find the auxiliary that follows the question word and its noun, if there is one."""
    for i, token in enumerate(rest[:7]):
        if token.tag == "aux":
            return i
        if token.tag in ("pron", "obj", "sub", "to") or token.low.partition("'")[0] in people:
            return None
        if i and token.tag == "det":
            return None
    return None


def _focus(inside: Sequence[Token]) -> tuple[str, ...]:
    return tuple(
        stem(t.low.partition("'")[0])
        for t in inside
        if t.tag in ("word", "verb") and t.low not in _LIGHT
    )


def _subject_verb(rest: Sequence[Token], people: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """Split what follows a question word that is the subject: "which | song | cheers her"."""
    run: list[Token] = []
    for token in rest:
        if token.tag == "adv" and not run:
            continue
        if token.tag == "prep" and token.low == "of" and run and run[-1].low in _LIGHT:
            continue
        if token.tag not in ("word", "verb") or token.low.partition("'")[0] in people:
            break
        run.append(token)
    if not run:
        return (), ""
    return _focus(run[:-1]), stem(run[-1].low)


def _main_verb(after: Sequence[Token], people: frozenset[str]) -> Token | None:
    """Find the verb that follows the subject; a possessor ("Mia's") takes a noun with it."""
    owned = False
    seen = False
    for token in after:
        head, _, clitic = token.low.partition("'")
        if token.low in ("do", "done", "doing"):
            return token
        if head in people or token.text[:1].isupper():
            owned = clitic == "s" or token.low.endswith("s'")
            seen = True
            continue
        if token.tag in ("det", "conj", "adv", "aux"):
            owned = owned or (token.tag == "det" and token.low not in ("both", "all", "each"))
            continue
        if token.tag in ("pron", "obj", "clitic"):
            seen = True
            continue
        if token.low == "like" and seen:
            return token
        if token.tag in ("prep", "sub", "to"):
            if seen:
                return None
            continue
        if owned:
            owned, seen = False, True
            continue
        if token.low in _SAID and any(t.tag in ("word", "verb", "pron") for t in after):
            seen = True
            later = after[list(after).index(token) + 1 :]
            return _main_verb(later, people) or token
        if head not in STOP or token.tag == "verb":
            return token
    return None
