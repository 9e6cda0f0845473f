"""Answers from held facts: the right subject, the right relation, and whether it still holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cognition.organs.prefrontal import dates, relations
from cognition.organs.prefrontal.having import asked_having, has
from cognition.organs.prefrontal.question import OF_TIME, Question
from cognition.organs.prefrontal.words import stem_set, weight
from cognition.regex import regex
from cognition.values import Fact, Recollection

_COVER = (
    0.7  # share of a question's content a fact's own words must have when no relation is recognised
)

_CALLED = regex(r"\b(?:called|name)\b", re.IGNORECASE)
# what may be asked with the noun of a person, where only who it is is wanted
_NAMING = frozenset({"name", "call_me", "pet", "spouse", "partner"})


@dataclass(frozen=True, slots=True)
class Held:
    """A short answer that facts give, the facts it rests on, and how sure it is, in [0, 1]."""

    short: str
    facts: tuple[Fact, ...]
    confidence: float


def holds(fact: Fact, now: datetime) -> bool:
    """Say whether a fact is held at a time."""
    return fact.valid_to is None or fact.valid_to > now


def recalled(facts: Sequence[Fact]) -> tuple[Recollection, ...]:
    """Give facts as something remembered, to be the sources of an answer."""
    return tuple(Recollection(id=f.id, kind=f.kind, text=f.text, when=f.valid_from) for f in facts)


def in_sentences(facts: Iterable[Fact]) -> str:
    """Say facts one after another, each as a sentence.

    >>> in_sentences([Fact(text="Mia lives in Oslo."), Fact(text="Mia plays chess")])
    'Mia lives in Oslo. Mia plays chess.'
    """
    return " ".join(f.text if f.text.endswith(".") else f"{f.text}." for f in facts)


def look_up(question: Question, facts: Sequence[Fact], now: datetime) -> Held | None:
    """Answer from facts if they answer; None if they do not."""
    usable = [
        f
        for f in facts
        if f.kind != "statement" and (f.kind != "procedure" or f.relation == "call_me")
    ]
    if not usable:
        return None
    if having := asked_having(question):
        found = has(having, usable, now)
        return found and Held(found[0], found[1], 0.9)
    who, via = relations.entities(question, usable)
    if question.kind in OF_TIME:
        return _date(question, who, usable, now)
    wanted = relations.asked(question)
    if question.kind == "where":  # a trade is no place, unless it is told with one
        usable = [f for f in usable if f.relation != "work" or _PLACED.search(f.object)]
    if question.kind == "who" and (doer := _who_does(question, usable, now)):
        return doer
    if via and not set(wanted) - _NAMING and not _more_asked(question):
        return _named(via, question, now)
    for relation in wanted:
        group = [f for f in usable if f.subject.lower() in who and _is(f, relation, question)]
        if relation == "likes" and question.kind == "yes_no":
            group += [f for f in usable if f.subject.lower() in who and f.relation == "dislikes"]
        if group:
            held = _state(group, relation, question, now)
            return held and replace(held, confidence=held.confidence * _relevance(question, held))
    return _who_is(question, usable, now) or _overlap(question, who, usable, now)


_PLACED = regex(r" (?:in|at) ")


def _relevance(question: Question, held: Held) -> float:
    """Lower what answers only part of a question: each content word left over costs a fifth."""
    have = relations.understood(question)
    for fact in held.facts:
        have = have | stem_set(f"{fact.text} {fact.object}")
    return 0.8 ** sum(weight(term) for term in question.terms if term not in have)


def _is(fact: Fact, relation: str, question: Question) -> bool:
    if relation == "favourite":
        topic = fact.relation.removeprefix("favourite").strip("_")
        return fact.relation.startswith("favourite") and (
            not topic or not stem_set(topic) or bool(stem_set(topic) & set(question.terms))
        )
    return fact.relation == relation


def _pick(group: Sequence[Fact], question: Question, now: datetime) -> list[Fact]:
    """Keep what holds now, or what has ended when the question asks of the past; newest first."""
    ordered = sorted(group, key=lambda f: f.valid_from or datetime.min, reverse=True)
    closed = [f for f in ordered if not holds(f, now)]
    held = [f for f in ordered if holds(f, now)]
    return closed if question.past else (held or closed)


def _more_asked(question: Question) -> bool:
    """Say whether a question asks for more than who someone is: their colour, where they were."""
    if question.kind in ("where", "how", "why", "how_many", "how_old"):
        return not _CALLED.search(question.text)
    known = relations.understood(question)
    return any(weight(term) == 1.0 for term in question.terms if term not in known)


def _who_does(question: Question, facts: Sequence[Fact], now: datetime) -> Held | None:
    """Answer "Who visits me on Saturday?" by the one of whom a fact says so."""
    asker = (question.asker or "you").lower()
    best: tuple[float, Fact] | None = None
    for fact in facts:
        if fact.subject.lower() == asker or not fact.polarity or not holds(fact, now):
            continue
        if question.times and fact.due is not None:
            asked = question.times[0]
            if fact.due.start >= asked.end or fact.due.end <= asked.start:
                continue
        cover = _cover(question, fact)
        if cover >= _COVER and (best is None or cover > best[0]):
            best = (cover, fact)
    if best is None:
        return None
    own = "your " if asker == "you" else f"{question.asker}'s "
    who = best[1].subject
    tie = who[len(own) :] if who.lower().startswith(own.lower()) else ""
    named = [f.object for f in facts if tie and f.relation == tie and f.object[:1].isupper()]
    short = f"Your {tie}{' ' + named[0] if named else ''}" if tie else who
    return Held(short, (best[1],), 0.9 * best[0])


def _named(via: Sequence[Fact], question: Question, now: datetime) -> Held | None:
    chosen = _pick(via, question, now)
    names = list(dict.fromkeys(f.object for f in chosen if f.object[:1].isupper()))
    if not names:
        return None
    return Held(_join(names), tuple(chosen[: len(names)]), 0.9)


def _state(group: Sequence[Fact], relation: str, question: Question, now: datetime) -> Held | None:
    chosen = _pick(group, question, now)
    if question.kind == "yes_no":
        return _yes_no(chosen, question)
    chosen = [f for f in chosen if f.polarity]
    if not chosen:
        return None
    if not relations.listed(relation):
        chosen = chosen[:1]
    current = holds(chosen[0], now) or question.past
    objects = list(dict.fromkeys(f.object for f in chosen))[:5]
    confidence = (0.9 if current else 0.6) * chosen[0].confidence
    return Held(_join(objects), tuple(chosen[:5]), confidence)


def _yes_no(chosen: Sequence[Fact], question: Question) -> Held | None:
    terms = set(question.terms)
    for fact in chosen:
        if stem_set(fact.object) & terms:
            said_yes = fact.polarity != (fact.relation == "dislikes" and _asks_liking(question))
            return Held("Yes" if said_yes else "No", (fact,), 0.9 * fact.confidence)
    return None


_MY = regex(r"\bmy (?P<what>[\w-]+)\W*\Z", re.IGNORECASE)


def _by_noun(question: Question, fact: Fact) -> float:
    """Rate a plan by the one noun of a question that is too common to be a term: "my talk"."""
    match = _MY.search(question.text)
    return float(match is not None and match["what"].lower() in fact.object.lower().split())


def _asks_liking(question: Question) -> bool:
    """Say whether a yes-or-no question asks for a liking, which a dislike denies."""
    return "dislikes" not in relations.asked(question)


def _date(
    question: Question, who: frozenset[str], facts: Sequence[Fact], now: datetime
) -> Held | None:
    """Answer when-questions from plans with a date ahead, and from birthdays."""
    if "birthday" in relations.asked(question):
        group = [f for f in facts if f.subject.lower() in who and f.relation == "birthday"]
        return _state(group, "birthday", question, now) if group else None
    best: tuple[float, Fact] | None = None
    for fact in facts:
        if fact.due is None or not (fact.subject.lower() in who or not question.people):
            continue
        cover = _cover(question, fact) if question.terms else _by_noun(question, fact)
        if cover >= _COVER and holds(fact, now) and (best is None or cover > best[0]):
            best = (cover, fact)
    if best is None or best[1].due is None:
        return None
    due = best[1].due
    short = dates.span(due)
    if question.kind == "how_long_ago" and due.start <= now:
        short = f"{dates.elapsed(due.start, now)} ago"
    elif question.kind == "until" and due.start >= now:
        short = f"{dates.elapsed(now, due.start)}, until {short}"
    return Held(short, (best[1],), 0.9 * best[0] * best[1].confidence)


def _who_is(question: Question, facts: Sequence[Fact], now: datetime) -> Held | None:
    """Answer "Who is Mia?" by what ties Mia to someone."""
    if question.kind != "who" or len(question.terms) > 1:
        return None
    names = {*question.terms, *(stem for person in question.people for stem in stem_set(person))}
    ties = [
        f
        for f in facts
        if f.polarity
        and f.relation in (*relations.KIN, "pet")
        and names
        and names <= stem_set(f.object)
    ]
    chosen = _pick(ties, question, now)
    if not chosen:
        return None
    fact = chosen[0]
    tie = _TIE.match(fact.text)  # the person's own word for it: a wife is more than a spouse
    said = tie["noun"] if tie else fact.relation.replace("_", "-")
    return Held(f"{_possessive(fact.subject, question)} {said}", (fact,), 0.9)


_TIE = regex(r"(?:your|\S+['’]s?) (?P<noun>[\w-]+) (?:is|are|was) ", re.IGNORECASE)


def _possessive(name: str, question: Question) -> str:
    if name.lower() == (question.asker or "you").lower():
        return "Your"
    return f"{name}’s" if not name.endswith("s") else f"{name}’"


def _cover(question: Question, fact: Fact) -> float:
    total = sum(weight(term) for term in question.terms)
    have = stem_set(f"{fact.text} {fact.relation} {fact.object}")
    return sum(weight(term) for term in question.terms if term in have) / total if total else 0.0


def _overlap(
    question: Question, who: frozenset[str], facts: Sequence[Fact], now: datetime
) -> Held | None:
    """Answer by a fact of the right person whose own words hold nearly all that is asked."""
    fitting = [f for f in facts if f.subject.lower() in who and f.object and f.kind != "gist"]
    if question.kind in ("why", "how", "about", "how_many", "how_old") or len(question.terms) < 2:
        return None
    scored = [
        (cover, f)
        for f in _pick(fitting, question, now)
        if (cover := _cover(question, f)) >= _COVER
    ]
    if not scored:
        return None
    cover, fact = max(scored, key=lambda pair: pair[0])
    if question.kind == "yes_no":
        return Held("Yes" if fact.polarity else "No", (fact,), 0.85 * cover)
    news = stem_set(fact.object) - set(question.terms)
    return Held(fact.object, (fact,), 0.85 * cover) if news and fact.polarity else None


def _join(names: Sequence[str]) -> str:
    """Write a list of names.

    >>> _join(["Mia", "Tom", "Ada"])
    'Mia, Tom and Ada'
    """
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
