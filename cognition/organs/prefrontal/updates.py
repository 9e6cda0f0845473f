"""Answers from statements about anybody: the newest that speaks to the question is the one held.

What fits the question best is found first; then whatever was said later and takes its place (see
`revision`), or fits as well, is followed to the newest. For a question about the past the way goes
back. The answer is the argument that fills the question's gap; a denial is answered as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cognition.organs.neocortex.contradiction import contradicts
from cognition.organs.neocortex.revision import DISLIKING, LIKING, disliked, revises
from cognition.organs.neocortex.statements import Statement
from cognition.organs.prefrontal.denial import count, denied, denies, parted, year_and_place
from cognition.organs.prefrontal.evidence import Evidence
from cognition.organs.prefrontal.exceptions import asks_habit, excepts
from cognition.organs.prefrontal.filling import by_role, someone, something
from cognition.organs.prefrontal.fitting import OWN_WORDS, Told, cover, implied, meets, told
from cognition.organs.prefrontal.known import Held
from cognition.organs.prefrontal.phrase import named_for
from cognition.organs.prefrontal.question import OF_TIME, Question
from cognition.organs.prefrontal.wanted import Wanted, speaks_of, wanted
from cognition.organs.words import stem_set, weight
from cognition.regex import regex
from cognition.values import EPOCH, Fact, Recollection

_ENOUGH = 0.4  # share of the question's content that the best statement must have
_WHOLE = 0.75  # the same where the question names nobody: "Who built the pier?"
_AS_WELL = 0.6  # share of the best's cover from which a later statement speaks to it too
_SOMEWHAT, _SURELY = 0.25, 0.6  # the same where one contradicts it, and how likely it must be
_AGAINST = 0.4  # share of a denial's fit from which what is affirmed beside it answers instead
_WISHING = stem_set("want need wish")
_LIKING, _DISLIKING = stem_set(" ".join(LIKING)), stem_set(" ".join(DISLIKING))
_USES = regex(r"\b(?:do|does|can|often|usually) (?:.* )?use to\b")  # no past: "use to cut"

_DATED = regex(
    r"\b(?:(?:19|20)\d\d|\d{1,2}(?::\d\d| ?[ap]m\b| o['’]clock)|noon|midnight|dawn|dusk|every"
    r"|spring|summer|autumn|winter|christmas|easter|(?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)

_NEGATIVE = regex(r"n['’]t\b|\bnot\b|\bnever\b", re.IGNORECASE)
_GIVEN_UP = regex(r"\b(?:cancel|abandon|scrap|quit|give up|gave up|call(?:ed)? off)", re.IGNORECASE)
_NTH = regex(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth)\b", re.IGNORECASE)


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
    question: Question, facts: Sequence[Fact], recollections: Sequence[Recollection]
) -> Update | None:
    """Answer a question about someone named from the newest statement that speaks to it."""
    if question.kind == "about" or question.text.lower().startswith("why"):
        return None
    said = list(told(facts, recollections))
    if asks_habit(question):  # that she cannot come this week is no answer to when she comes
        said = [one for one in said if not excepts(one.text)]
    people = tuple(dict.fromkeys(n for one in said for c in one.clauses for n in c.people))
    want = wanted(question, people)
    whom = bool(want.names or want.options)
    if not want.terms or not (whom or want.subject):
        return None
    fitting = [
        (cover(want, one.text, one.said), one.when, one)
        for one in said
        if speaks_of(want, one.text)
    ]
    share, _, best = max(fitting, key=lambda item: item[:2], default=(0.0, EPOCH, None))
    if best is None or share < (_ENOUGH if whom else _WHOLE):
        return None
    held = _followed(best, said, want, question.past and not _USES.search(question.text))
    if question.kind == "yes_no":
        no = any(_denies(want, one) for one in held.clauses)
        return Update("No" if no else "Yes", held, share, False) if no or held != best else None
    short, named = _filled(question, want, held)
    if question.kind == "who" and (holder := named_for(question, held.text)):
        short, named = holder, True
    if denies(short) and _NEGATIVE.search(question.text):
        return None  # "What does she not want?" is answered by what is denied, not by its denial
    if question.kind in OF_TIME and not (_DATED.search(short) or denies(short)):
        return None  # what was done is no time: that of the telling is
    if question.kind == "how_many" and _NTH.search(short):
        return None  # "her third baby" is no number, but tells one
    return Update(short, held, share, named) if short else None


def prevails(update: Update, held: Held | None, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a statement answers before a held fact, or what someone said of themselves."""
    if held is not None:
        then = max((fact.valid_from or EPOCH for fact in held.facts), default=EPOCH)
        return then < update.told.when or (then == update.told.when and held.confidence < 0.8)
    best = evidence[0] if evidence else None
    own = best is not None and bool(OWN_WORDS.search(best.sentence))
    return best is None or not own or best.strength < update.share


def _followed(best: Told, said: Sequence[Told], want: Wanted, past: bool) -> Told:
    """Follow a statement to the newest (for the past: the oldest) that speaks to the same."""
    held = best
    for one in sorted(said, key=lambda item: item.when, reverse=past):
        if not (one.when < held.when if past else one.when > held.when):
            continue
        new, old = (held, one) if past else (one, held)
        speaks = _speaks(one, best, want, _SOMEWHAT) or _begins_alike(one, best)
        against = speaks and _against(new, old, said)
        if against or _changes(new, old, want) or _as_well(one, best, want):
            held = one
    return held


def _changes(new: Told, old: Told, want: Wanted) -> bool:
    """Tell whether a statement takes an older one's place, as far as the question goes."""
    pairs = [(a, b) for a in new.clauses for b in old.clauses]
    return any(revises(a, b) or _alike(a, b, want) for a, b in pairs) or _apart(new, old)


def _as_well(one: Told, best: Told, want: Wanted) -> bool:
    """Tell whether a statement speaks to the question about as well as the best, verb and all."""
    done = frozenset[str]().union(*(stem_set(clause.verb.word) for clause in best.clauses))
    verbs = [verb for verb in done & want.terms if weight(verb) == 1.0]
    if verbs and not any(meets(verb, one.stems, one.said) for verb in verbs):
        return False
    return _speaks(one, best, want, _AS_WELL)


def _speaks(one: Told, best: Told, want: Wanted, share: float) -> bool:
    """Tell whether a statement covers a share of what the best does, and what is asked for."""
    head = want.head
    if meets(head, best.stems, best.said) and not meets(head, one.stems, one.said):
        return False
    enough = share * cover(want, best.text, best.said)
    return speaks_of(want, one.text, things=False) and cover(want, one.text, one.said) >= enough


def _begins_alike(one: Told, other: Told) -> bool:
    """Tell whether two statements go along in the same words of the same people for a while."""
    pairs = [(a, b) for a in one.clauses for b in other.clauses if a.people == b.people]
    return any(a.verb.base == b.verb.base and _lead(a) == _lead(b) != "" for a, b in pairs)


def _lead(clause: Statement) -> str:
    """Give what a clause begins its object with: "members of", or all of it."""
    _, said = clause.parts[0] if clause.parts else ("", "")
    return said.partition(" of ")[0] if len(clause.parts) > 1 or " of " in said else ""


def _against(new: Told, old: Told, said: Sequence[Told]) -> bool:
    """Tell whether a statement likely contradicts an older one, and none as likely."""
    likely = contradicts(new.text, old.text)
    return likely >= _SURELY and all(
        contradicts(new.text, one.text) <= likely for one in said if one.when < new.when
    )


def _apart(new: Told, old: Told) -> bool:
    """Tell whether people who were said to do something together are now said to do it each."""
    for together in old.clauses:
        each = [one for one in new.clauses if one.verb.base == together.verb.base]
        alone = [one.people[0] for one in each if len(one.people) == 1]
        if len(together.people) > 1 and set(together.people) == set(alone):
            return True
    return False


def _alike(new: Statement, old: Statement, want: Wanted) -> bool:
    """Tell whether someone is said to do the same, but for what the question leaves open."""
    if new.additive or new.people != old.people or new.verb.base != old.verb.base:
        return False
    if not stem_set(new.verb.word) <= want.terms or not stem_set(new.verb.word):
        return False
    fixed = want.terms - want.noun - stem_set(new.verb.word)
    asked = {term for term in fixed & stem_set(old.text) if weight(term) == 1.0}
    return asked <= stem_set(new.text)


def _filled(question: Question, want: Wanted, said: Told) -> tuple[str, bool]:
    """Read the short answer out of a statement: and whether it is a name."""
    special = parted(question, want, said.clauses) or year_and_place(question, said.clauses)
    if not special and question.kind == "how_many":
        special = count(said.clauses)
    if special:
        return special, False
    clauses = [one for one in said.clauses if not _unwished(want, one)] or said.clauses
    clauses = sorted(clauses, key=lambda one: -_fit(want, one))
    against = [one for one in clauses if _denies(want, one)]
    affirmed = [one for one in clauses if one not in against and _answers(question, want, one)]
    kept = [one for one in affirmed if not _GIVEN_UP.search(one.text)]
    affirmed = affirmed if _GIVEN_UP.search(question.text) else kept or affirmed
    fit = _fit(want, clauses[0])
    for one in against[:1]:
        alone = not affirmed or not disliked(one)
        first = one is clauses[0] and all(_fit(want, c) <= _AGAINST * fit for c in affirmed)
        if (first and alone) or _wholly(want, one):
            return denied(question, want, one), False
    for clause in affirmed or clauses:
        if want.person and (names := someone(want, clause)):
            return " and ".join(names), True
        if short := _described(question, want, clause):
            return short, False
    return (denied(question, want, against[0]) if against else ""), False


def _described(question: Question, want: Wanted, clause: Statement) -> str:
    """Give the argument that fills the gap; who is asked for may be told without a name."""
    if not want.person:
        return something(want, clause, question.kind)
    if want.subject:
        return ""
    other = something(want, clause, question.kind) if question.kind == "who" else ""
    return by_role(want, clause) or ("" if want.noun else other)


def _denies(want: Wanted, clause: Statement) -> bool:
    """Tell whether a clause denies what is asked, as "dislikes sports" does, asked of sports."""
    if averse := disliked(clause):
        return not want.terms & _DISLIKING and (
            bool(want.terms & _LIKING) or want.noun <= stem_set(averse)
        )
    return clause.denied


def _unwished(want: Wanted, clause: Statement) -> bool:
    """Tell whether a clause denies only a wish: who did not want milk may have given it away."""
    wish = clause.verb.base in ("want", "need", "wish")
    return clause.denied and wish and not want.terms & _WISHING


def _wholly(want: Wanted, clause: Statement) -> bool:
    """Tell whether all that is asked for is disliked: what is liked instead is none of it."""
    told = {term for term in want.noun if weight(term) == 1.0}
    return bool(told) and want.noun == stem_set(disliked(clause))


def _answers(question: Question, want: Wanted, clause: Statement) -> bool:
    """Tell whether a clause speaks of whom the question asks about."""
    if want.person or not want.names or not clause.people:
        return True
    if question.joint and len(want.names) > 1:
        return set(want.names) <= set(clause.people)
    return bool(set(clause.people) & set(want.names))


def _fit(want: Wanted, clause: Statement) -> float:
    """Rate how much of the question a clause has; its verb says most."""
    verb = stem_set(clause.verb.word)
    asked = 1.0 if want.verb and verb == want.verb else 0.3 if verb and verb <= want.terms else 0.0
    return cover(want, clause.text, verb | implied((clause,))) + asked


__all__ = ["Update", "newest", "prevails"]
