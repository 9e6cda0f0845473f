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
from cognition.organs.neocortex.verb_group import (
    DETERMINERS,
    PREPOSITIONS,
    Tokens,
    Verb,
    adverb,
    finite,
    read_verb,
    starts_predicate,
)

LONGEST = 60  # words of a sentence that is read
_NO_NAME = words(
    "a an the this that these those whose whom he she it they we you i his her its their our your my in on at "
    "to for from with by as of and or but so if when while where what who which why how not no yes "
    "both all each neither none either some many several most one two three four five there here "
    "after before since during until although though because however instead also then now today "
    "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday oh well hey hi "
    "wow thanks thank okay ok yeah sorry maybe perhaps just only even never always sometimes last "
    "next every another other besides despite according rather once would could can will did do "
    "does is are was were has have had let i'm i've i'd i'll it's that's there's what's let's"
)
_PARTICLES = words("of de da del la van von der du di al bin")
_TITLES = words("dr. mr. mrs. ms. prof. st. jr. sr.")
_PRONOUNS = words("he she they")
_POSSESSIVES = words("his her their")
_GROUPS = words("both all each neither none either two three four five six the of")
_JOINTS = words("while whereas although though")
_RELATIVES = words("that which who whose whom where when")
_LEADS = words("instead also however then but and so yet")
_CONTRACTION = re.compile(r"\b(ca|wo|[a-z]+)n['’]t\b", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”]|(?<![\w])['‘]|['’](?!\w)")
_FULL = {"ca": "can", "wo": "will"}
_ADDITIVE = re.compile(r"\b(?:also|too|as well|another|additional(?:ly)?|in addition)\b", re.I)


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
    parts: tuple[tuple[str, str], ...] = ()
    rejected: tuple[str, ...] = ()
    rests: bool = False
    sentence: str = ""

    @property
    def denied(self) -> bool:
        return self.verb.denied

    @property
    def additive(self) -> bool:
        """Whether it says that it adds to what was so before."""
        return _ADDITIVE.search(self.text) is not None


@dataclass(slots=True)
class _Subject:
    text: str
    people: tuple[str, ...]
    end: int
    plural: bool = False
    denied: bool = False
    rejected: tuple[str, ...] = ()
    apposed: str = ""


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
    last: _Subject | None = None
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
    text = _and(list(people)) + statement.text.removeprefix(statement.subject)
    return replace(statement, text=text, subject=_and(list(people)), people=people)


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
            joint = "relative" if word == "who" or low[after] in _PRONOUNS else ""
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
    if tokens.low[at] in _PRONOUNS or tokens.low[at] in _POSSESSIVES:
        return True
    end = _name(tokens, at, size)
    return end is not None and read_verb(tokens, end, size, plural=False) is not None


def _clauses(
    tokens: Tokens, at: int, end: int, last: _Subject | None
) -> tuple[list[Statement], _Subject | None]:
    low = tokens.low
    while at < end and (low[at] in _LEADS or low[at] in _JOINTS or low[at] in ",;"):
        at += 1
    relative = at < end and low[at] in ("who", "where")
    at += relative
    lead: tuple[tuple[str, str], ...] = ()
    if at < end and low[at] in PREPOSITIONS and "," in low[at:end]:
        comma = low.index(",", at)
        lead = ((low[at], tokens.between(at + 1, comma)),)
        at = comma + 1
    if relative and low[at - 1] == "who":
        subject = _named_last(tokens, at - 1, at)
    else:
        subject = _subject(tokens, at, end, last)
    if subject is None:
        return [], None
    found: list[Statement] = []
    if subject.apposed:
        verb = Verb("be", "is")
        text = f"{subject.text} is {subject.apposed}."
        found.append(Statement(text, subject.text, subject.people, verb, (("", subject.apposed),)))
    begin = subject.end
    while begin < end:
        head = read_verb(tokens, begin, end, subject.plural)
        if head is None:
            break
        verb, after = head
        if subject.denied and not found:
            verb = replace(verb, denied=True)
        parts, rejected, stop, resume = _parts(tokens, after, end, verb)
        said = tokens.between(begin, stop)
        text = f"{subject.text} {said}"
        for role, words_ in lead:
            text += f" {role} {words_}"
        rejected = (*rejected, *subject.rejected)
        found.append(
            Statement(f"{text}.", subject.text, subject.people, verb, (*parts, *lead), rejected)
        )
        begin = resume
    return found, subject


def _name(tokens: Tokens, at: int, end: int) -> int | None:
    """Give where the name that begins here ends, if one does."""
    if at >= end or not tokens.words[at][0].isupper() or tokens.low[at] in _NO_NAME:
        return None
    while at < end:
        word = tokens.words[at]
        if word.endswith(("'s", "’s", "s'", "s’")):
            return at + 1
        if not tokens.beside(at):
            return at + 1
        step = at + 1
        if tokens.low[step] in _PARTICLES and step + 1 < end and tokens.beside(step):
            step += 1
        if step >= end or not (tokens.words[step][0].isupper() or tokens.words[step].isdigit()):
            return at + 1
        if tokens.words[step].isdigit() and step == at + 1 and len(tokens.words[step]) == 4:
            return at + 1
        at = step
    return end


def _subject(tokens: Tokens, at: int, end: int, last: _Subject | None) -> _Subject | None:
    """Read the subject that begins at a token: names, a name's noun phrase, or a pronoun."""
    low = tokens.low
    if at >= end:
        return None
    if low[at] in _PRONOUNS and last is not None:
        plural = low[at] == "they"
        return replace(last, end=at + 1, plural=plural, denied=False, rejected=(), apposed="")
    if low[at] in _POSSESSIVES and last is not None and last.people:
        owner = last.people[-1] if low[at] != "their" else last.text
        return _phrase(tokens, at + 1, end, (owner,), f"{owner}'s ")
    begin, denied = at, False
    while at < end and (low[at] in _GROUPS or (at > begin and low[at] in ",—–(")):
        denied = denied or low[at] in ("none", "neither")
        at += 1
    first = _name(tokens, at, end)
    if first is None:
        return _phrase(tokens, at, end, (), "The ") if begin < at and low[at - 1] == "the" else None
    if _owns(tokens.words[first - 1]):
        name = _bare(tokens.between(at, first))
        return _phrase(tokens, first, end, (name,), f"{name}'s ")
    people, at = _listed(tokens, at, first, end)
    return _inserted(tokens, at, end, people, denied)


def _owns(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _bare(name: str) -> str:
    return re.sub(r"['’]s\Z|(?<=s)['’]\Z", "", name)


def _listed(tokens: Tokens, at: int, first: int, end: int) -> tuple[list[str], int]:
    """Read "A", "A and B", "A, B, and C": the names, and where the list ends."""
    low = tokens.low
    people = [tokens.between(at, first)]
    at = first
    while at < end:
        step = at
        while step < end and (low[step] in ",—–" or low[step] in ("and", "&", "or")):
            step += 1
        stop = _name(tokens, step, end) if step > at else None
        if stop is None or _owns(tokens.words[stop - 1]):
            break
        people.append(tokens.between(step, stop))
        at = stop
    return people, at


def _inserted(
    tokens: Tokens, at: int, end: int, people: list[str], denied: bool
) -> _Subject | None:
    """Step over what stands between a subject and its verb: ", not Ben,", ", a chef," or ")"."""
    low = tokens.low
    rejected: tuple[str, ...] = ()
    apposed = ""
    if at < end and low[at] in ",(—–" and at + 1 < end:
        close = next((k for k in range(at + 1, end) if low[k] in ",)—–"), None)
        if close is not None:
            inside = tokens.between(at + 1, close)
            if low[at + 1] in ("not", "instead", "rather", "unlike"):
                rejected = (re.sub(r"\A(?:not|instead of|rather than|unlike) ", "", inside),)
                at = close + 1
            elif low[at + 1] in ("a", "an", "the") and len(people) == 1:
                apposed, at = inside, close + 1
            elif adverb(low[at + 1]) or finite(low[at + 1]):
                at += 1
        else:
            at += 1
    text = _and(people)
    plural = len(people) > 1
    return _Subject(text, tuple(people), at, plural, denied, rejected, apposed)


def _and(people: list[str]) -> str:
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"


def _phrase(
    tokens: Tokens, at: int, end: int, people: tuple[str, ...], before: str
) -> _Subject | None:
    """Read a noun phrase up to its verb: an auxiliary, else the first word that can be finite."""
    low = tokens.low
    skipped, resume = False, at + 1
    for k in range(at, min(end, at + 20)):
        if low[k] in _RELATIVES and k >= resume:
            skipped = True
        if k >= resume and low[k] == "," and "," in low[k + 1 : end]:  # ", released in May,"
            resume = low.index(",", k + 1) + 1
        if k < resume or low[k] in _RELATIVES or not _heads(tokens, k, end):
            continue
        if skipped:  # the verb of "that Mia wrote"
            skipped = False
            continue
        stop = k
        while stop > at + 1 and adverb(low[stop - 1]):
            stop -= 1
        text = before + tokens.between(at, stop)
        inside = names_in(tokens.between(at, stop))
        if (
            inside and text.endswith(inside[-1]) and not _QUOTE.search(text)
        ):  # "their friend Mia": Mia it is
            text, people = inside[-1], inside[-1:]
        return _Subject(text, people or inside[:1], stop, low[stop - 1].endswith("s"))
    return None


def _heads(tokens: Tokens, at: int, end: int) -> bool:
    word = tokens.low[at]
    if tokens.words[at][0].isupper() or adverb(word):
        return False
    head = read_verb(tokens, at, end, plural=False)
    if head is None or (word.endswith("ed") and tokens.low[at - 1] in DETERMINERS):
        return False
    plain_s = (
        word.endswith("s") and head[0].word == word and head[0].base not in ("be", "have", "do")
    )
    follows = tokens.low[at + 1] if at + 1 < end else ""
    return not plain_s or follows in DETERMINERS or follows in PREPOSITIONS


def _named_last(tokens: Tokens, at: int, end: int) -> _Subject | None:
    """Give the name that ends right before ", who"."""
    stop = at - 1
    start = stop
    while start > 0 and (tokens.words[start - 1][0].isupper() or tokens.low[start - 1] in _TITLES):
        start -= 1
    if start >= stop:
        return None
    name = tokens.between(start, stop)
    return _Subject(name, (name,), end)


def _parts(
    tokens: Tokens, at: int, end: int, verb: Verb
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], int, int]:
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
        if words_ := tokens.between(start, upto):
            parts.append((role, words_))

    while k < end:
        word = low[k]
        beyond = _after_and(low, k, end)
        if beyond and k > at and starts_predicate(tokens, beyond, end, verb):
            stop, resume = k, beyond
            break
        away = _set_aside(low, k, end)
        if away:
            close(k)
            upto = next((m for m in range(away, end) if low[m] in (",", "but", ";")), end)
            rejected.append(
                re.sub(r"\A(?:in|on|at|with|for|by|to) ", "", tokens.between(away, upto))
            )
            role, start, k = role if upto < end else "", upto, upto
            if upto < end and low[upto] == "but":
                start = k = upto + 1
            continue
        if word == "instead":
            close(k)
            start = k + 1
        elif word in _RELATIVES and k > at:
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


_NAMES = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|St)\. )?[A-ZÀ-Þ][\w’'&-]*(?:(?:\.? | (?:of|de|da|van|von|of the) )"
    r"[A-ZÀ-Þ][\w’'&-]*)*\.?"
)


@lru_cache(maxsize=8192)
def names_in(text: str) -> tuple[str, ...]:
    """Give the names in a phrase or a clause, without possessive endings, each once.

    >>> names_in("Tom Reed's photographs of New York")
    ('Tom Reed', 'New York')
    """
    found: dict[str, None] = {}
    for match in _NAMES.finditer(text):
        for name in re.split(r"(?<=['’]s) ", match[0]):
            bare = _bare(name.rstrip("."))
            if bare.lower() not in _NO_NAME:
                found.setdefault(bare, None)
    return tuple(found)


__all__ = ["Statement", "names_in", "read"]
