"""From what is said of anybody to statements that are held: new ones, and old ones they revise.

A statement is a fact of an open kind: its relation is whatever verb was said. It is kept apart
from the facts of the person's own life, held with less confidence, and closed, never lost, when a
newer one takes its place. What rests on a closed statement is revisited: its subordinate clauses,
and the facts that were read off the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from cognition.faculties import Knowledge
from cognition.organs.neocortex.clauses import unreal
from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.revision import comparable, revises, same
from cognition.organs.neocortex.statements import Statement, names_in, read
from cognition.organs.words import stem_set
from cognition.regex import regex
from cognition.values import Fact, Percept, derive_id, engram_id

CONFIDENCE = 0.7  # of a statement told once; what is said again gains
_MOST = 60  # statements about a name that a new one is held against
_SAYS = words(
    "say tell think claim believe mention hope wish dream guess suggest wonder ask seem know feel "
    "imagine expect suppose report assume pretend promise suspect doubt fear thank let help"
)
_OWN = regex(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours)\b|\A\W*(?:My|We|Our|You|Your|i)\b")


def stated(percept: Percept, known: Knowledge, owner: str = "") -> tuple[Fact, ...]:
    """Read the statements about people and things named that an utterance makes.

    Gives new facts of kind "statement", and new versions (same id) of held facts that they end or
    repeat. Nothing comes of the companion's own words, of questions, hypotheticals, fiction, hedged
    or reported speech, or of what speaks of the speaker or the listener. Pure: nothing is written.

    >>> from cognition.faculties.knowledge import KnowledgeGraph
    >>> text = "Mia Reed graduated from Leeds University."
    >>> heard = Percept(text=text, speaker="Ada", names=("Mia Reed", "Leeds University"))
    >>> [(f.subject, f.relation, f.object) for f in stated(heard, KnowledgeGraph())]
    [('Mia Reed', 'graduate_from', 'Leeds University')]
    """
    if percept.role == "companion" or not percept.names:
        return ()
    speaker = percept.speaker or owner or "you"
    source = engram_id(owner or speaker, percept.ref, percept.speaker, percept.when, percept.text)
    out: dict[str, Fact] = {}
    for sentence in _sentences(percept):
        main = ""
        for one in _plain(sentence, percept):
            fact = _fact(one, percept.when, source, main if one.rests else "")
            for changed in _reconciled(one, fact, known, out, percept.when):
                out[changed.id] = changed
            main = main if one.rests else fact.id
    return tuple(out.values())


def _sentences(percept: Percept) -> Iterator[str]:
    questions = frozenset(percept.questions)
    for sentence in percept.sentences or (percept.text,):
        if not any(name in sentence for name in percept.names) or _OWN.search(sentence):
            continue
        if sentence not in questions and "?" not in sentence[-3:] and not unreal(sentence):
            yield sentence


def _plain(sentence: str, percept: Percept) -> Iterator[Statement]:
    """Yield the clauses of a sentence that assert something of someone it names."""
    names = {name.casefold().rstrip(".") for name in percept.names}
    for one in read(sentence):
        known = any(name.casefold().rstrip(".") in names for name in one.people)
        if (
            known
            and not one.verb.hedged
            and one.verb.base not in _SAYS
            and (one.parts or one.denied)
        ):
            yield one


def _fact(one: Statement, when: datetime, source: str, main: str) -> Fact:
    relation, object_ = _relation(one)
    id = derive_id("statement", one.subject, relation, object_, not one.denied, source)
    return Fact(
        id=id,
        kind="statement",
        subject=one.subject,
        relation=relation,
        object=object_,
        text=one.text,
        polarity=not one.denied,
        valid_from=when,
        valid_to=when if one.verb.ended else None,
        confidence=CONFIDENCE,
        sources=(source, main) if main else (source,),
    )


def _relation(one: Statement) -> tuple[str, str]:
    """Name the relation by its verb and, without an object, its preposition; and its object."""
    verb = f"be_{one.verb.word}" if one.verb.passive else one.verb.base
    parts = [f"{role} {said}".strip() for role, said in one.parts]
    role = one.parts[0][0] if one.parts else ""
    if role:
        parts[0] = one.parts[0][1]
        verb = f"{verb}_{role}"
    return verb.replace("-", "_"), " ".join(parts)


def _reconciled(
    one: Statement, fact: Fact, known: Knowledge, out: dict[str, Fact], when: datetime
) -> list[Fact]:
    """Hold a statement against what is held: repeated, it adds a source; else it may end others."""
    ended: list[Fact] = []
    for held in _held(one, known, out):
        for old in read(held.text):
            if not comparable(one, old):
                continue
            if same(one, old):
                if held.sources[0] in fact.sources:
                    return []
                sure = held.confidence + 0.5 * (0.95 - held.confidence)
                sources = tuple(dict.fromkeys((*held.sources, *fact.sources)))
                return [*ended, replace(held, confidence=round(sure, 4), sources=sources)]
            later = held.valid_from is not None and held.valid_from > when
            if later and revises(old, one):
                fact = replace(fact, valid_to=held.valid_from)
            elif not later and held.sources[:1] != fact.sources[:1] and revises(one, old):
                ended.append(replace(held, valid_to=when))
                ended.extend(_revisited(held, one, known, when))
                break
    return [*ended, fact]


def _held(one: Statement, known: Knowledge, out: dict[str, Fact]) -> list[Fact]:
    """Give the statements in force that mention someone whom this one mentions."""
    found: dict[str, Fact] = {}
    for name in dict.fromkeys((*one.people, *names_in(one.text))):
        for fact in known.facts(about=name.rstrip("."), kind="statement")[:_MOST]:
            found[fact.id] = fact
    found |= {id: fact for id, fact in out.items() if fact.kind == "statement"}
    return [fact for fact in found.values() if fact.valid_to is None]


def _revisited(held: Fact, one: Statement, known: Knowledge, when: datetime) -> list[Fact]:
    """End what rests on a statement that has ended, unless the new one says it too."""
    said = stem_set(one.sentence)
    ended = [
        replace(fact, valid_to=when)
        for fact in known.resting_on(held.id)
        if fact.valid_to is None and not stem_set(fact.object) <= said
    ]
    people = {name.casefold() for name in names_in(held.subject)}
    gone = stem_set(held.text)
    for source in held.sources:
        for fact in known.resting_on(source):
            read_off_it = fact.kind == "fact" and fact.subject.casefold() in people
            told = stem_set(fact.object)
            if read_off_it and fact.valid_to is None and told <= gone and not told <= said:
                ended.append(replace(fact, valid_to=when))
    return ended


__all__ = ["stated"]
