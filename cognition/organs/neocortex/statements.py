"""Open information extraction: who did what, with which arguments, out of a plain statement.

A sentence about someone or something named becomes clauses of one subject, one verb and its
arguments, without a list of relations (Banko et al. 2007; Fader, Soderland & Etzioni 2011, whose
constraint is kept that a relation begins at a verb right after its subject). Nothing is parsed
deeply: names bound the subject, closed classes of words bound the verb group and the arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.subjects import (
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
    Subject,
    before_who,
    joined,
    name_end,
    names_in,
    read_subject,
)
from cognition.organs.neocortex.verb_group import (
    PREPOSITIONS,
    Tokens,
    Verb,
    read_verb,
    starts_predicate,
)
from cognition.regex import regex

LONGEST = 60  # words of a sentence that is read
_JOINTS = words("while whereas although though")
_LEADS = words("instead also however then but and so yet")
_CONTRACTION = regex(r"\b(ca|wo|[a-z]+)n['’]t\b", re.IGNORECASE)
_FULL = {"ca": "can", "wo": "will"}
_ADDITIVE = regex(r"\b(?:also|too|as well|another|additional(?:ly)?|in addition)\b", re.IGNORECASE)
_ROLE = regex(r"\A(?:in|on|at|with|for|by|to) ")

Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause: its subject, verb and arguments.

    `text` says it as a sentence of its own; `people` are those named as its subject; `parts` are
    (role, words), where the role is a preposition, or empty for the object or complement.
    `rejected` is what the clause sets aside ("not Paris", "instead of Mia"); `rests` says that the
    clause only qualifies the one before it in its `sentence`.
    """

    text: str
    subject: str
    people: tuple[str, ...]
    verb: Verb
    parts: Parts = ()
    rejected: tuple[str, ...] = ()
    rests: bool = False
    sentence: str = ""

    def __hash__(self) -> int:
        return hash(self.text)  # a text knows its hash; that of every part is dear

    @property
    def denied(self) -> bool:
        """Whether it says that this is not so."""
        return self.verb.denied

    @property
    def additive(self) -> bool:
        """Whether it says that it adds to what was so before."""
        return _ADDITIVE.search(self.text) is not None


@lru_cache(maxsize=4096)
def read(sentence: str) -> tuple[Statement, ...]:
    """Read the clauses of a sentence whose subjects are named; empty where that is not plain.

    >>> [(s.people, s.verb.base, s.parts) for s in read("Mia Reed often joins Tom on hikes.")]
    [(('Mia Reed',), 'join', (('', 'Tom'), ('on', 'hikes')))]
    """
    text = sentence.strip().strip('"“”').strip()
    if "n't" in text or "n’t" in text:
        text = _CONTRACTION.sub(lambda m: f"{_FULL.get(m[1].lower(), m[1])} not", text)
    tokens = Tokens(text)
    if not 3 <= len(tokens) <= LONGEST or text.endswith("?"):
        return ()
    found: list[Statement] = []
    last: Subject | None = None
    start = 0
    for end, joint in _ends(tokens):
        clauses, subject = _clauses(tokens, start, end, last)
        if joint == "relative":
            clauses = [replace(one, rests=True) for one in clauses]
        found.extend(clauses)
        last = subject or last
        start = end
    return tuple(_in_full(replace(one, sentence=text), found) for one in found)


def _in_full(statement: Statement, all_: list[Statement]) -> Statement:
    """Call someone by the full name that the sentence gave before: "Mia" is "Mia Reed"."""
    full = {name.split()[0]: name for one in all_ for name in one.people if " " in name}
    people = tuple(full.get(name, name) for name in statement.people)
    if people == statement.people:
        return statement
    text = joined(people) + statement.text.removeprefix(statement.subject)
    return replace(statement, text=text, subject=joined(people), people=people)


def _ends(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """Yield where each clause ends, and how it hangs on the one before."""
    low, size = tokens.low, len(tokens)
    how = ""
    for at in range(2, size - 2):
        word = low[at]
        after = at + 1
        joint = ""
        if (
            word == ";"
            or (word in _JOINTS and not low[after].endswith("ing"))
            or (word == "," and low[after] in ("and", "but", "so") and _opens(tokens, at + 2))
            or (word == "but" and _opens(tokens, after))
        ):
            joint = "new"
        elif word in ("where", "who") and low[at - 1] == ",":
            joint = "relative" if word == "who" or low[after] in PRONOUNS else ""
        if joint:
            yield at, how
            how = joint
    yield size, how


def _opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a new subject with its verb begins here."""
    size = len(tokens)
    while at < size and (tokens.low[at] in _LEADS or tokens.low[at] == ","):
        at += 1
    if at >= size:
        return False
    if tokens.low[at] in PRONOUNS or tokens.low[at] in POSSESSIVES:
        return True
    end = name_end(tokens, at, size)
    return end is not None and read_verb(tokens, end, size, plural=False) is not None


def _clauses(
    tokens: Tokens, at: int, end: int, last: Subject | None
) -> tuple[list[Statement], Subject | None]:
    """Read one clause: every predicate of its subject, and who the subject is."""
    low = tokens.low
    while at < end and (low[at] in _LEADS or low[at] in _JOINTS or low[at] in ",;"):
        at += 1
    who = low[at : at + 1] == ["who"]
    at += who or low[at : at + 1] == ["where"]
    lead: Parts = ()
    if at < end and low[at] in PREPOSITIONS and "," in low[at:end]:  # "In 2019, ..."
        comma = low.index(",", at)
        lead = ((low[at], tokens.between(at + 1, comma)),)
        at = comma + 1
    subject = before_who(tokens, at - 1, at) if who else read_subject(tokens, at, end, last)
    if subject is None:
        return [], None
    found: list[Statement] = []
    if subject.apposed:
        text = f"{subject.text} is {subject.apposed}."
        parts: Parts = (("", subject.apposed),)
        found.append(Statement(text, subject.text, subject.people, Verb("be", "is"), parts))
    found.extend(_predicates(tokens, subject, end, lead))
    return found, subject


def _predicates(tokens: Tokens, subject: Subject, end: int, lead: Parts) -> Iterator[Statement]:
    begin, denied = subject.end, subject.denied
    while begin < end and (head := read_verb(tokens, begin, end, subject.plural)):
        verb, after = head
        verb = replace(verb, denied=True) if denied else verb
        parts, rejected, stop, resume = _arguments(tokens, after, end, verb)
        who = _none_of(subject.people) if denied else subject.text
        said = [who, tokens.between(begin, stop), *(f"{r} {w}" for r, w in lead)]
        yield Statement(
            text=f"{' '.join(said)}.",
            subject=subject.text,
            people=subject.people or _agents(verb, parts),
            verb=verb,
            parts=(*parts, *lead),
            rejected=(*rejected, *subject.rejected),
        )
        begin, denied = resume, False


def _none_of(people: tuple[str, ...]) -> str:
    """Write several names as a subject of whom none is meant."""
    if len(people) == 2:
        return f"Neither {people[0]} nor {people[1]}"
    return f"None of {joined(people)}"


def _agents(verb: Verb, parts: Parts) -> tuple[str, ...]:
    """Give by whom something is done, where that is all who are named."""
    doers = [said for role, said in parts if role == "by"] if verb.passive else []
    return names_in(doers[0]) if doers else ()


def _arguments(
    tokens: Tokens, at: int, end: int, verb: Verb
) -> tuple[Parts, tuple[str, ...], int, int]:
    """Cut what follows a verb into its arguments.

    Gives them, what is rejected, where the clause stops, and where its next predicate begins.
    """
    low = tokens.low
    parts: list[tuple[str, str]] = []
    rejected: list[str] = []
    role, start, within = "", at, False
    stop = resume = end
    k = at

    def close(upto: int) -> None:
        if said := tokens.between(start, upto):
            parts.append((role, said))

    while k < end:
        word = low[k]
        beyond = _after_and(low, k, end)
        if beyond and k > at and starts_predicate(tokens, beyond, end, verb):
            stop, resume = k, beyond
            break
        if away := _set_aside(low, k, end):
            close(k)
            upto = next((m for m in range(away, end) if low[m] in (",", "but", ";")), end)
            rejected.append(_ROLE.sub("", tokens.between(away, upto)))
            role = role if upto < end else ""
            start = k = upto + (low[upto : upto + 1] == ["but"])
            continue
        if word == "instead":
            close(k)
            start = k + 1
        elif word in RELATIVES and k > at:
            within = True
        elif not within and (word in PREPOSITIONS or word == "while") and word == tokens.words[k]:
            close(k)
            role, start = word, k + 1
        k += 1
    close(stop)
    return tuple(parts), tuple(rejected), stop, resume


def _after_and(low: list[str], at: int, end: int) -> int:
    """Give where what follows ", and", "but" or a comma begins; 0 where none of them stands."""
    if low[at] in ("and", "but"):
        return min(at + 1, end)
    if low[at] == "," and at + 1 < end and low[at + 1] in ("and", "but"):
        return min(at + 2, end)
    return 0


def _set_aside(low: list[str], at: int, end: int) -> int:
    """Give where begins what "not ...", "instead of ..." or "rather than ..." sets aside, or 0."""
    if low[at] == "not" and at + 1 < end:
        return at + 1
    if low[at : at + 2] in (["instead", "of"], ["rather", "than"], ["but", "not"]):
        return at + 2
    return 0


__all__ = ["Parts", "Statement", "names_in", "read"]
