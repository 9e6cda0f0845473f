"""What fills the gap of a wh-question: a person, or a thing of the kind asked for, in a statement.

Reading the answer out of the statement that fits is the last step of question answering over open
relations (Fader, Zettlemoyer & Etzioni 2014): the question is a statement with one slot empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cognition.organs.neocortex.lexicon import words as words_of
from cognition.organs.neocortex.statements import Statement, names_in
from cognition.organs.neocortex.verb_group import Tokens, adverb, finite, read_verb
from cognition.organs.prefrontal.question import Question
from cognition.organs.words import STOP, stem, stem_set, stems, weight, words

_WH = re.compile(
    r"(?:\b(?P<prep>from|to|at|in|on|with|for|of|by|during|about|through|into|under|since)\s+)?"
    r"\b(?P<wh>who|whom|whose|which|what|where|when|how (?:many|much|long|often|old)|name one)\b",
    re.IGNORECASE,
)
_ASKS = words_of("is are was were do does did has have had can could may might will would should")
_INVERTED = re.compile(
    rf"\s*(?:{'|'.join(_ASKS)})\s+(?:both |all |the |her |his |their )?(?=[A-Z])"
)
_BARE = ("who", "whom", "where", "when", "how long", "how often", "how old")
_DO = re.compile(r"\s*(?:do|does|did)\b", re.IGNORECASE)
_HELPS = words_of("help try start begin plan want hope manage decide agree offer")
_THAT = re.compile(r"\A\s*(?:is|was|are|were) .*\b(?:that|whom) (?=[A-Z])")
_OF_NOUN = re.compile(
    r"\s*(?:is|was|are|were) (?:one of )?(?:the |an? )?(?:[a-z ]*(?:name|title|area|field|focus"
    r"|topic|subject|type|kind) of (?:the |an? )?)?(?:(?:[A-Z][\w’'.-]* ?)+['’]s? )?"
    r"(?P<noun>[a-z][\w -]*?)(?= (?:of|for|that|which|where|who|in|on|by|co-|related|featured)\b|\Z|[?,])"
)
_PERSON = re.compile(
    r"\b(?:person|individual|people|member|friend|colleague|author|artist|scientist)\b"
)
_STRANDED = re.compile(
    r"\b(from|to|at|in|on|with|for|of|by|about)\s*(?:together|in \d{4})?\s*\?*\Z"
)
_ASIDE = re.compile(
    r",? ?\b(?:besides|other than|apart from|in addition to|albeit|although|though) [^,?]+,?", re.I
)
_AMONG = re.compile(r"\bamong\s+(?P<names>[A-Z].*?)(?=,? (?:is|was|has|had|won|received|"
                    r"[a-z]+s|[a-z]+ed)\b|\?|\Z)")  # fmt: skip
_OR = re.compile(r"(?P<names>[A-Z][^?,]*(?:, [A-Z][^?,]*)*,? or [A-Z][^?,]*)")
_NOTHING = frozenset[str]()
TOGETHER = ("with", "alongside")
_EMPTY = frozenset(
    stem_set(
        "type kind sort name title area field fact facts primary main possible according particular "
        "albeit though besides whose"
    )
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The gap of a question.

    `person` says that someone is asked for, `subject` that it is who does it, and `verb` does what;
    `noun` are the stems of what is asked for ("which university"), `head` its last, `role` the
    preposition it stands with; `options`
    are those to choose among; `names` are whom or what the question names besides; `terms` are
    its other content stems.
    """

    person: bool
    subject: bool
    verb: frozenset[str]
    noun: frozenset[str]
    head: str
    role: str
    options: tuple[str, ...]
    names: tuple[str, ...]
    things: tuple[str, ...]
    terms: frozenset[str]


def wanted(question: Question, people: tuple[str, ...]) -> Wanted:
    """Find the gap of a question that names someone; `people` are those statements speak of.

    >>> w = wanted(Question(text="With whom did Mia Reed climb Ben Nevis?"), ("Mia Reed",))
    >>> w.person, w.subject, w.role, sorted(w.terms)
    (True, False, 'with', ['ben', 'climb', 'nevi'])
    """
    text = _ASIDE.sub(" ", question.text)
    match = _WH.search(text)
    wh, noun, prep, rest = "", "", "", text
    if match:
        wh, prep = match["wh"].lower(), (match["prep"] or "").lower()
        noun, rest = _noun(text[match.end() :]) if wh not in _BARE else ("", text[match.end() :])
        if not prep and (stranded := _STRANDED.search(text)):
            prep = stranded[1]
        if wh == "what" and not noun and (of := _OF_NOUN.match(rest)):
            noun = of["noun"]
    options = _options(text)
    person = wh in ("who", "whom", "whose") or bool(_PERSON.search(noun)) or bool(options)
    inverted = bool(_DO.match(rest) or _INVERTED.match(rest) or _THAT.search(rest)) or wh == "whom"
    low = text.casefold()
    names = sorted((n for n in people if n.casefold() in low), key=lambda n: low.find(n.casefold()))
    names = [n for n in names if n not in options and not any(n != m and n in m for m in names)]
    gone = frozenset[str]().union(*(stem_set(n) for n in (*names, *options)))
    nouns = stem_set(noun) - _EMPTY
    head = next((one for one in reversed(stems(noun)) if one in nouns), "")
    terms = stem_set(text) - gone - _EMPTY
    things = tuple(n for n in names_in(text) if " " in n and not stem_set(n) <= gone)
    subject = person and not inverted
    verb = _doing(rest) if subject else _NOTHING
    return Wanted(person, subject, verb, nouns, head, prep, options, tuple(names), things, terms)


def _doing(rest: str) -> frozenset[str]:
    """Give the stems of the verb that follows "who"."""
    tokens = Tokens(rest)
    head = read_verb(tokens, 0, len(tokens), plural=False)
    if head and head[0].base in _HELPS:
        at = head[1] + (tokens.low[head[1] : head[1] + 1] == ["to"])
        head = read_verb(tokens, at, len(tokens), plural=True) or head
    return stem_set(head[0].word) if head else _NOTHING


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
    match = _AMONG.search(text) or _OR.search(text)
    return names_in(match["names"]) if match else ()


# words of one matter, where statements and questions seldom choose the same
_MATTERS = tuple(
    frozenset(stem_set(line))
    for line in (
        "speak language languages fluent fluently bilingual",
        "attend study graduate alumnus alumni degree",
        "known recognized renowned famous",
        "enjoy prefer hobby hobbies interest interested passion passionate activity pastime",
        "travel visit",
        "born birthplace hometown",
        "specialize specialization expertise focus",
        "participate attend",
    )
)


def cover(want: Wanted, text: str, said: frozenset[str] = _NOTHING) -> float:
    """Give the share of the question's content that a statement has, in [0, 1].

    What is asked for counts little where it is missing: "a firm" answers "which organization".
    `said` are the stems of the statement's verbs and of what it implies.
    """
    have = stem_set(text)
    got = total = 0.0
    for term in want.terms:
        met = meets(term, have, said)
        worth = weight(term) * (1.0 if met or term not in want.noun else 0.3)
        worth *= 1.5 if met and term == want.head else 1.0
        got += met * worth
        total += worth
    return round(got / total, 6) if total else 0.0


def meets(term: str, have: frozenset[str], said: frozenset[str]) -> float:
    """Tell how well a statement meets a term of the question: in its words, or in others."""
    if term in have or term in said:
        return 1.0
    if any(term in matter and matter & said for matter in _MATTERS):
        return 0.8
    return 0.8 if _akin(term, have) else 0.0


def _akin(term: str, have: frozenset[str]) -> bool:
    """Tell whether another word of the same root is there: "professorship" of a professor."""
    root = term[: max(5, len(term) * 2 // 3)]
    return len(root) >= 5 and any(one.startswith(root) for one in have)


def speaks_of(want: Wanted, text: str, things: bool = True) -> bool:
    """Tell whether a statement names all that the question names (or one to choose among)."""
    have = set(words(text))
    if want.options and not any(_within(name, have) for name in want.options):
        return False
    named = (*want.names, *want.things) if things else want.names
    return all(_within(name, have) for name in named)


def _within(name: str, have: set[str]) -> bool:
    return all(word in have for word in words(name) if word not in STOP)


def someone(want: Wanted, clause: Statement) -> tuple[str, ...]:
    """Give who fills the gap of a who-question in a clause."""
    asked = {name.casefold() for name in want.names}
    away = " ".join(clause.rejected)
    every = [name for name in (*clause.people, *_named_in_parts(clause)) if name not in away]
    if want.options:
        return tuple(name for name in want.options if name in every)[:1]
    new = [name for name in every if name.casefold() not in asked]
    if want.subject:
        if doer := _beside_verb(want, clause):
            return (doer,)
        doers = [name for name in new if name in clause.people] or _partners(clause, asked)
        if not clause.verb.passive and (doers or stem_set(clause.verb.word) <= want.terms):
            return tuple(doers or clause.people)
    whole = [name for name in new if " " in name]
    own = " own " in clause.text
    return tuple((whole or new)[:1]) or (clause.people if own else ())


def _partners(clause: Statement, asked: set[str]) -> list[str]:
    """Give with whom the subject does it: "with Tom", but not "with the help of Tom"."""
    found: list[str] = []
    before = ""
    for role, said in clause.parts:
        of, before = before, said
        named = names_in(said) if role in TOGETHER and not _OWNED.match(of) else ()
        if named and said.startswith(named[0]):
            found.extend(name for name in named if name.casefold() not in asked)
    return found


_OWNED = re.compile(r"(?:his|her|their)\b")  # "her travels with Mia"
_BY = re.compile(r"([\w-]+) by ((?:[a-z’']+ ){0,3})(?=[A-Z])")
_DOES = re.compile(r"(?<=[a-z] )((?:[A-Z][\w’'.-]* ?)+)((?:[a-z]+ ){0,2})")


def _beside_verb(want: Wanted, clause: Statement) -> str:
    """Find the doer of the very verb asked about where a clause only mentions it.

    "a gala hosted by Mia Reed", "a song that Tom Hale helped write".
    """
    if not want.verb or stem_set(clause.verb.word) == want.verb:
        return ""
    text = clause.text
    for match in _BY.finditer(text):
        if stem_set(match[1]) == want.verb and (named := names_in(text[match.end() :])):
            return named[0]
    for match in _DOES.finditer(text):
        if want.verb & stem_set(match[2]) and (named := names_in(match[1])):
            return named[-1]
    return ""


def _named_in_parts(clause: Statement) -> list[str]:
    """Give the names among a clause's arguments, those of partners and doers first."""
    order = sorted(clause.parts, key=lambda part: part[0] not in (*TOGETHER, "by"))
    return [name for _, said in order for name in names_in(said)]


def something(want: Wanted, clause: Statement, kind: str) -> str:
    """Give the argument of a clause that fills the gap of a what-, which- or where-question."""
    known = want.terms | frozenset[str]().union(*(stem_set(n) for n in want.names), frozenset())
    best, top, at = "", 0.0, -1
    before = ""
    for number, (role, said) in enumerate(clause.parts):
        mine = stem_set(said)
        new = mine - known
        score = 1.0 + len(new) / (len(mine) or 1) if new and not _ADVERBIAL.match(said) else -3.0
        score += 2.0 * (role == want.role and bool(role))
        leads = _LEADS_ON.search(said) is not None  # "engineer specializing": in what comes next
        score += 2.0 * bool(mine & want.noun) * (not leads)
        score += 1.5 * bool(before and stem(before) in want.noun | want.terms)
        score += 1.5 * (kind == "where" and role in ("in", "at", "to", "near", "from", "into"))
        score += 0.6 * (role == "")
        if score > top:
            best, top, at = said, score, number
        before = words(said)[-1] if words(said) else ""
    if at < 0:
        return ""
    said = _grown(best, clause.parts[at + 1 :], known)
    return f"{said} only" if clause.verb.only and kind != "how_many" else said


_LEADS_ON = re.compile(r" \w+(?:ing|ed)\Z")
_ADVERBIAL = re.compile(r"(?:\w+ly|together|there|here|alone)\Z")
_RELATIVE = re.compile(r",? (?:who|which|that|where|whose|when) .*| (?:specializing|based|focused"
                       r"|located|dedicated|known)\Z")  # fmt: skip


def _grown(said: str, after: tuple[tuple[str, str], ...], known: frozenset[str]) -> str:
    """Let "an expedition" have its "in the Himalayas", where the question has not said that."""
    if said.endswith(" such") and after and after[0][0] == "as":
        return f"{said} as {after[0][1]}"
    if _RELATIVE.search(said):
        return _RELATIVE.sub("", said)
    if re.match(r"(?:an?|some) ", said) or said.islower():
        for role, more in after:
            if stem_set(more) <= known or role not in ("in", "about", "on", "for", "of", "to"):
                break
            said = f"{said} {role} {_RELATIVE.sub('', more)}"
    return said


__all__ = ["Wanted", "cover", "someone", "something", "speaks_of", "wanted"]
