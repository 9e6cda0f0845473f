"""Answers from statements about anybody: the newest that speaks to the question is the one held.

What fits the question best is found first; then whatever was said later and takes its place (see
`revision`), or fits as well, is followed to the newest. For a question about the past the way goes
back. The answer is the argument that fills the question's gap; a denial is answered as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cognition.organs.neocortex.phrases import trade
from cognition.organs.neocortex.revision import disliked, revises
from cognition.organs.neocortex.statements import Statement, read
from cognition.organs.prefrontal.denial import count, denied, parted, year_and_place
from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.known import Held
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.wanted import (
    Wanted,
    cover,
    meets,
    someone,
    something,
    speaks_of,
    wanted,
)
from cognition.organs.prefrontal.words import sentences, stem_set, weight
from cognition.values import EPOCH, Fact, Recollection

_ENOUGH = 0.4  # share of the question's content that the best statement must have
_AS_WELL = 0.6  # share of the best's cover from which a later statement speaks to it too
_PROFESSION = stem_set("job profession occupation work career professional")
_PROFESSIONAL = re.compile(r"an? (?:[\w-]+ ){0,4}\w+(?:[^mn]ist|ician|eer)\b")
_OWN_WORDS = re.compile(r"\b(?:I|me|my|mine|we|us|our|you|your)\b|\A\W*(?:My|We|Our|You|Your|i)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that states something: its clauses, when it was said, and where it is from."""

    text: str
    clauses: tuple[Statement, ...]
    when: datetime
    sources: tuple[Recollection, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """What answers a question as things stand: in short, and the statement that says so.

    `share` of the question's content was met, in [0, 1]; `named` says that the short answer is a
    name, which needs no quotation.
    """

    short: str
    told: Told
    share: float
    named: bool


def newest(
    question: Question,
    facts: Sequence[Fact],
    recollections: Sequence[Recollection],
) -> Update | None:
    """Answer a question about someone named from the newest statement that speaks to it."""
    if question.kind == "about" or question.text.lower().startswith("why"):
        return None
    told = [one for one in _statements(facts, recollections) if one.clauses]
    people = tuple(dict.fromkeys(n for one in told for c in one.clauses for n in c.people))
    want = wanted(question, people)
    if not (want.names or want.options) or not want.terms:
        return None
    fitting = [
        (cover(want, one.text, _said(one)), one.when, one)
        for one in told
        if speaks_of(want, one.text)
    ]
    if not fitting:
        return None
    share, _, best = max(fitting, key=lambda item: item[:2])
    if share < _ENOUGH:
        return None
    held = _followed(best, told, want, question.past)
    if question.kind == "yes_no":
        no = any(_denies(want, one) for one in held.clauses)
        return Update("No" if no else "Yes", held, share, False) if no or held != best else None
    short, named = _filled(question, want, held)
    return Update(short, held, share, named) if short else None


def prevails(update: Update, held: Held | None, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a statement answers before a held fact, or what someone said of themselves."""
    if held is not None:
        then = max((fact.valid_from or EPOCH for fact in held.facts), default=EPOCH)
        return then < update.told.when or (then == update.told.when and held.confidence < 0.8)
    best = evidence[0] if evidence else None
    own = best is not None and bool(_OWN_WORDS.search(best.sentence))
    return best is None or not own or best.strength < update.share


def _statements(facts: Sequence[Fact], recollections: Sequence[Recollection]) -> Iterable[Told]:
    """Give every sentence about someone named, of held facts or of what was recalled."""
    seen: set[str] = set()
    for one in recollections:
        if one.kind == "episode" and one.role != "companion" and one.when and one.text:
            seen.add(one.id)
            for sentence in sentences(one.text):
                if not _OWN_WORDS.search(sentence):
                    yield Told(sentence, _about(sentence, one.names), one.when, (one,))
    for fact in facts:
        if fact.kind == "statement" and fact.valid_from and not seen & set(fact.sources):
            source = Recollection(id=fact.id, kind=fact.kind, text=fact.text, when=fact.valid_from)
            yield Told(fact.text, read(fact.text), fact.valid_from, (source,))


def _about(sentence: str, names: Sequence[str]) -> tuple[Statement, ...]:
    """Read the clauses whose subject is one of the names perceived in a sentence."""
    known = {name.casefold().rstrip(".") for name in names}
    return tuple(
        one
        for one in read(sentence)
        if any(name.casefold().rstrip(".") in known for name in one.people)
    )


def _said(told: Told) -> frozenset[str]:
    """Give the stems of what a statement's clauses say: "is a nurse" tells a profession."""
    found: set[str] = set()
    for one in told.clauses:
        found |= stem_set(one.verb.word)
        first = one.parts[0][1] if one.parts and not one.parts[0][0] else ""
        if one.verb.base == "be" and (trade(first) or _PROFESSIONAL.match(first)):
            found |= _PROFESSION
        elif one.verb.base == "be":
            found |= stem_set(first)
    return frozenset(found)


def _followed(best: Told, told: Sequence[Told], want: Wanted, past: bool) -> Told:
    """Follow a statement to the newest (for the past: the oldest) that speaks to the same."""
    held = best
    enough = _AS_WELL * cover(want, best.text, _said(best))
    verbs = frozenset[str]().union(*(stem_set(one.verb.word) for one in best.clauses)) & want.terms
    verbs = frozenset(verb for verb in verbs if weight(verb) == 1.0)
    for one in sorted(told, key=lambda item: item.when, reverse=past):
        later = one.when < held.when if past else one.when > held.when
        if not later:
            continue
        said, have = _said(one), stem_set(one.text)
        as_well = (
            speaks_of(want, one.text, things=False)
            and cover(want, one.text, said) >= enough
            and (not verbs or any(meets(verb, have, said) for verb in verbs))
        )
        new, old = (held, one) if past else (one, held)
        if as_well or any(
            revises(a, b) or _alike(a, b, want) for a in new.clauses for b in old.clauses
        ):
            held = one
    return held


def _alike(new: Statement, old: Statement, want: Wanted) -> bool:
    """Tell whether someone is said to do the same, but for what the question leaves open."""
    if new.additive or new.people != old.people or new.verb.base != old.verb.base:
        return False
    if not stem_set(new.verb.word) <= want.terms or not stem_set(new.verb.word):
        return False
    later = {role: stem_set(said) for role, said in new.parts}
    fixed = want.terms - want.noun - stem_set(new.verb.word)
    kept = [(role, stem_set(said) & fixed) for role, said in old.parts]
    return all(not said or role not in later or said <= later[role] for role, said in kept)


def _filled(question: Question, want: Wanted, told: Told) -> tuple[str, bool]:
    """Read the short answer out of a statement: and whether it is a name."""
    if apart := parted(question, want, told.clauses):
        return apart, False
    if question.kind == "how_many" and (number := count(want, told.clauses)):
        return number, False
    for clause in told.clauses:
        if both := year_and_place(question, clause):
            return both, False
    clauses = sorted(told.clauses, key=lambda one: -_fit(want, one))
    affirmed = [one for one in clauses if not _denies(want, one) and _answers(want, one)]
    fit = _fit(want, clauses[0])
    if _denies(want, clauses[0]) and not any(_fit(want, one) > .4 * fit for one in affirmed):
        return denied(question, want, clauses[0]), False
    for clause in affirmed or clauses:
        if want.person:
            if names := someone(want, clause):
                return " and ".join(names), True
        elif said := something(want, clause, question.kind):
            return said, False
    against = next((one for one in clauses if _denies(want, one)), None)
    return (denied(question, want, against) if against else ""), False


def _denies(want: Wanted, clause: Statement) -> bool:
    """Tell whether a clause denies what is asked: also "dislikes outdoor sports", asked of those."""
    if averse := disliked(clause):
        return bool(want.noun) and want.noun <= stem_set(averse)
    return clause.denied


def _answers(want: Wanted, clause: Statement) -> bool:
    """Tell whether a clause speaks of whom the question asks about."""
    if want.person or not want.names or not clause.people:
        return True
    return bool(set(clause.people) & set(want.names))


def _fit(want: Wanted, clause: Statement) -> float:
    """Rate how much of the question a clause has; its verb says most."""
    verb = stem_set(clause.verb.word)
    asked = 1.0 if want.verb and verb == want.verb else 0.3 if verb and verb <= want.terms else 0.0
    return cover(want, clause.text, verb) + asked


__all__ = ["Told", "Update", "newest", "prevails"]
