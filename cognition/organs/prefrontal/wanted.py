"""The gap of a wh-question: who or what is asked for, of whom, in which words.

A question is a statement with one slot empty (Fader, Zettlemoyer & Etzioni 2014, Open question
answering over curated and extracted knowledge bases).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cognition.organs.neocortex.lexicon import words as words_of
from cognition.organs.neocortex.statements import names_in
from cognition.organs.neocortex.verb_group import Tokens, adverb, finite, read_verb
from cognition.organs.prefrontal.question import Question
from cognition.organs.words import STOP, stem_set, stems, words
from cognition.regex import regex

_WH = regex(
    r"(?:\b(?P<prep>from|to|at|in|on|with|for|of|by|during|about|through|into|under|since)\s+)?"
    r"\b(?P<wh>who|whom|whose|which|what|where|when|how (?:many|much|long|often|old)|name one)\b",
    re.IGNORECASE,
)
_ASKS = words_of("is are was were do does did has have had can could may might will would should")
_BARE = ("who", "whom", "where", "when", "how long", "how often", "how old")
_INVERTED = regex(rf"\s*(?:{'|'.join(_ASKS)})\s+(?:both |all |the |her |his |their )?(?=[A-Z])")
_DO = regex(r"\s*(?:do|does|did)\b", re.IGNORECASE)
_THAT = regex(r"\A\s*(?:is|was|are|were) .*\b(?:that|whom) (?=[A-Z])")
_HELPS = words_of("help try start begin plan want hope manage decide agree offer")
_OF_NOUN = regex(
    r"\s*(?:is|was|are|were) (?:one of )?(?:the |an? )?(?:[a-z ]*(?:name|title|area|field|focus"
    r"|topic|subject|type|kind) of (?:the |an? )?)?(?:(?:[A-Z][\w’'.-]* ?)+['’]s? )?"
    r"(?P<noun>[a-z][\w -]*?)"
    r"(?= (?:of|for|that|which|where|who|in|on|by|co-|related|featured)\b|\Z|[?,])"
)
_PERSON = regex(r"\b(?:person|individual|people|member|friend|colleague|author|artist|scientist)\b")
_STRANDED = regex(r"\b(from|to|at|in|on|with|for|of|by|about)\s*(?:together|in \d{4})?\s*\?*\Z")
_ASIDE = regex(
    r",? ?\b(?:besides|other than|apart from|in addition to|albeit|although|though) [^,?]+,?",
    re.IGNORECASE,
)
_AMONG = regex(
    r"\bamong\s+(?P<names>[A-Z].*?)"
    r"(?=,? (?:is|was|has|had|won|received|[a-z]+s|[a-z]+ed)\b|\?|\Z)"
)
_OF_THESE = regex(
    r"\A(?:Of|Out of|Between|From among) (?P<names>[A-Z].*?),? (?=(?:who|whom|whose|which)\b)"
)
_OR = regex(r"(?P<names>[A-Z][^?,]*(?:, [A-Z][^?,]*)*,? or [A-Z][^?,]*)")
_EMPTY = stem_set(
    "type kind sort name title area field fact facts primary main possible according particular "
    "albeit though besides whose"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The gap of a question.

    `person` says that someone is asked for, `subject` that it is who does it, and `verb` does what,
    or, if `passive`, has it done to them;
    `noun` are the stems of what is asked for ("which university"), `head` its last, `role` the
    preposition it stands with; `options` are those to choose among; `names` are whom the question
    names besides, `things` what else it names; `terms` are its content stems other than people,
    `proper` those of names among them.
    """

    person: bool = False
    subject: bool = False
    verb: frozenset[str] = frozenset()
    passive: bool = False
    noun: frozenset[str] = frozenset()
    head: str = ""
    role: str = ""
    options: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    terms: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()


def wanted(question: Question, people: tuple[str, ...]) -> Wanted:
    """Find the gap of a question that names someone; `people` are those statements speak of.

    >>> w = wanted(Question(text="With whom did Mia Reed paint a mural?"), ("Mia Reed",))
    >>> w.person, w.subject, w.role, sorted(w.terms)
    (True, False, 'with', ['mural', 'paint'])
    """
    text = _ASIDE.sub(" ", question.text)
    wh, noun, role, rest = _gap(text)
    options = _options(text)
    names = _named(text, people, options)
    gone = frozenset[str]().union(*(stem_set(name) for name in (*names, *options)))
    terms = stem_set(text) - gone - _EMPTY
    nouns = stem_set(noun) - _EMPTY
    person = wh in ("who", "whom", "whose") or bool(_PERSON.search(noun)) or bool(options)
    inverted = _DO.match(rest) or _INVERTED.match(rest) or _THAT.search(rest)
    subject = person and wh != "whom" and not inverted
    verb, passive = _doing(rest) if subject else (frozenset[str](), False)
    return Wanted(
        person=person,
        subject=subject,
        verb=verb,
        passive=passive,
        noun=nouns,
        head=next((one for one in reversed(stems(noun)) if one in nouns), ""),
        role=role,
        options=options,
        names=names,
        things=tuple(n for n in names_in(text) if " " in n and not stem_set(n) <= gone),
        terms=terms,
        proper=stem_set(" ".join(names_in(text))) & terms,
    )


def _gap(text: str) -> tuple[str, str, str, str]:
    """Find the question word, the noun it asks for, its preposition, and what follows."""
    match = _WH.search(text)
    if match is None:
        return "", "", "", text
    wh, role, rest = match["wh"].lower(), (match["prep"] or "").lower(), text[match.end() :]
    noun = ""
    if wh not in _BARE:
        noun, rest = _noun(rest)
    if wh == "what" and not noun and (of := _OF_NOUN.match(rest)):
        noun = of["noun"]
    stranded = None if role else _STRANDED.search(text)
    return wh, noun, stranded[1] if stranded else role, rest


def _named(text: str, people: tuple[str, ...], options: tuple[str, ...]) -> tuple[str, ...]:
    """Find whom a question names, in its order, without those to choose among."""
    low = text.casefold()
    found = [name for name in people if name.casefold() in low and name not in options]
    found = [name for name in found if not any(name != one and name in one for one in found)]
    return tuple(sorted(found, key=lambda name: low.find(name.casefold())))


def _doing(rest: str) -> tuple[frozenset[str], bool]:
    """Give the stems of the verb that follows "who", and whether it is in the passive."""
    tokens = Tokens(rest)
    head = read_verb(tokens, 0, len(tokens), plural=False)
    if head and head[0].base in _HELPS:
        at = head[1] + (tokens.low[head[1] : head[1] + 1] == ["to"])
        head = read_verb(tokens, at, len(tokens), plural=True) or head
    return (stem_set(head[0].word), head[0].passive) if head else (frozenset(), False)


def _noun(text: str) -> tuple[str, str]:
    """Cut the noun that "which" or "how many" asks for from what is said of it."""
    tokens = Tokens(text)
    low = tokens.low
    stop = next((k for k in range(min(7, len(low))) if low[k] in _ASKS or low[k] == ","), None)
    verb = next((k for k in range(1, min(7, len(low))) if finite(low[k]) or adverb(low[k])), None)
    if stop is None or (verb is not None and verb < stop and not low[verb].endswith("s")):
        stop = verb if verb is not None else len(low)
    noun = tokens.between(0, stop)
    return noun, text[text.find(noun) + len(noun) :]


def _options(text: str) -> tuple[str, ...]:
    match = _OF_THESE.search(text) or _AMONG.search(text) or _OR.search(text)
    return names_in(match["names"]) if match else ()


def speaks_of(want: Wanted, text: str, things: bool = True) -> bool:
    """Tell whether a statement names all that the question names (or one to choose among)."""
    have = set(words(text))
    if want.options and not any(_within(name, have) for name in want.options):
        return False
    named = (*want.names, *want.things) if things else want.names
    return all(_within(name, have) for name in named)


def _within(name: str, have: set[str]) -> bool:
    return all(word in have for word in words(name) if word not in STOP)


__all__ = ["Wanted", "speaks_of", "wanted"]
