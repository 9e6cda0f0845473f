"""Facts that a turn alone did not tell: an answer and what it answers, "she" and whom it means.

A turn that is imported is read as it comes; replay has its session before it. A short answer is
said again in full, "she" is looked for in what its speaker said just before, and the neocortex,
which alone decides what words assert, reads the turn once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from cognition.faculties import Faculties
from cognition.organs.neocortex import extract
from cognition.organs.neocortex.lexicon import KIN, PETS
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.organs.thalamus import perceive
from cognition.organs.words import STOP, sentences
from cognition.regex import regex
from cognition.values import Engram, Fact, Stimulus, derive_id, engram_id

RECENT = timedelta(minutes=30)
SURENESS = 0.85  # of what is read over two turns, against what one turn says by itself

_FAVOURITES = (
    r"(?:animal|artist|author|band|book|city|colou?r|dish|drink|film|food|game|meal|movie|place"
    r"|season|show|singer|song|sport|team|writer)"
)
_KINDS = "|".join(sorted({*KIN, *PETS}, key=len, reverse=True))
_WHICH = rf"(?P<kind>{_KINDS})"
# what is asked, and what its short answer says in full
_ASKED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"what(?:'s| is) your name\?", "My name is {a}."),
        (rf"what(?:'s| is) your {_WHICH}(?:'s name| called)\?", "My {kind}'s name is {a}."),
        (rf"what(?:'s| is) the name of your {_WHICH}\?", "My {kind}'s name is {a}."),
        (r"where do you live(?: now)?\?", "I live in {a}."),
        (r"where (?:are you|do you come) from\?", "I am from {a}."),
        (r"how old are you(?: now)?\?", "I am {a} years old."),
        (r"what do you do (?:for (?:work|a living)|for your job)\?", "I work as {a}."),
        (r"what(?:'s| is) your (?:job|profession|occupation)\?", "I work as {a}."),
        (r"where do you work\?", "I work at {a}."),
        (rf"what(?:'s| is) your (?P<kind>favou?rite {_FAVOURITES})\?", "My {kind} is {a}."),
    )
)
_LEAD = regex(
    r"(?:(?:oh|well|um|hmm|yes|yeah|sure|it's|its|it is|that would be|that'd be|in|at|from|near"
    r"|his name is|her name is|their name is|he's called|she's called|he is|she is|as|i'm|i am"
    r"|just|still|currently|now|called)[, ]+)*",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an", "the"})
_WORDS = 5  # an answer longer than this says more than what was asked
_ELSEWHERE = regex(r"\b(?:you|what about|how about|and yours?)\b|\?", re.IGNORECASE)
_POINTS_BACK = regex(r"\b(?:he|she|it|his|her|its)\b", re.IGNORECASE)


def reread(turns: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield what the turns of a session teach in the light of those before, resting on the turn."""
    for place, turn in enumerate(turns):
        pace.breathe()
        before = [e for e in turns[max(0, place - 6) : place] if turn.when - e.when <= RECENT]
        if turn.role == "companion" or not before:
            continue
        facts = _read(full, turn, (), use) if (full := _in_full(turn, before[-1])) else ()
        if not facts and _POINTS_BACK.search(turn.text):
            own = (replace(e, role="person") for e in before if e.speaker == turn.speaker)
            facts = _read(turn.text, turn, tuple(own), use)
        if facts:
            over = (use.knowledge.fact(fact.id) for fact in facts)
            yield Change("found", facts, tuple(old for old in over if old is not None))


def _in_full(turn: Engram, asker: Engram) -> str:
    """Give a short answer to the question before as a whole sentence; empty if it is none."""
    if asker.speaker == turn.speaker or asker.text.count("?") != 1:
        return ""
    first = sentences(turn.text)[0]
    answer = _LEAD.sub("", first.rstrip(" .!"), count=1)
    short = 0 < len(answer.split()) <= _WORDS and not _ELSEWHERE.search(first)
    if not short or answer.split()[0].lower() in STOP - _ARTICLES:
        return ""
    for pattern, full in _ASKED:
        if match := pattern.search(asker.text.replace("’", "'")):
            return full.format(a=answer, kind=match.groupdict().get("kind", "").lower())
    return ""


def _read(text: str, turn: Engram, before: tuple[Engram, ...], use: Faculties) -> tuple[Fact, ...]:
    """Read a text as if the turn had said it; nothing if the turn taught something of it before.

    What became of that since, because it was corrected or forgotten, is not for replay to undo.
    """
    stimulus = Stimulus(text, turn.speaker, turn.when, turn.ref, turn.session, turn.role)
    percept = perceive(stimulus, turn.when, (), use.knowledge.entities())
    said = engram_id(use.owner, turn.ref, turn.speaker, turn.when, text)
    alone = {fact.id for fact in extract(percept, use.knowledge, use.owner)} if before else ()
    found: list[Fact] = []
    for fact in extract(percept, use.knowledge, use.owner, before):
        if fact.sources != (said,):
            found.append(replace(fact, sources=_sources(fact, said, turn.id)))
            continue
        identity = (fact.kind, fact.subject, fact.relation, fact.object, fact.polarity, turn.id)
        id = derive_id(*identity)
        if id in alone or fact.id in alone or use.knowledge.fact(id) is not None:
            return ()
        sure = fact.confidence * SURENESS
        found.append(replace(fact, id=id, sources=(turn.id,), confidence=round(sure, 4)))
    return tuple(found) if any(turn.id in fact.sources for fact in found) else ()


def _sources(fact: Fact, said: str, turn: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(turn if source == said else source for source in fact.sources))
