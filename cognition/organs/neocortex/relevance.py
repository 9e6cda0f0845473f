"""Which held facts bear on this turn: whom it names, which relatives it means, what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.faculties import Knowledge
from cognition.organs.neocortex.claims import possessive
from cognition.organs.neocortex.lexicon import KIN, PETS
from cognition.organs.neocortex.scene import kin_words
from cognition.organs.words import stem_set
from cognition.regex import regex
from cognition.values import SHARED, Fact, Percept

_ASKED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (regex(pattern, re.IGNORECASE), tuple(relations.split()))
    for pattern, relations in (
        (r"\b(?:job|work\w*|profession|occupation|for a living|career|employ\w*|company)\b",
            "work employer"),
        (r"\b(?:live|home|city|town|moved?|address|reside)\b", "home from"),
        (r"\b(?:from|origin\w*|grew up|born|nationality)\b", "from home"),
        (r"\b(?:name|called|call me|who am I)\b", "name call_me"),
        (r"\b(?:birthday|born|birth|old|age)\b", "birthday age"),
        (r"\b(?:allerg\w*|eat|food|cook|dinner|lunch|restaurant|diet|vegetarian|vegan)\b",
            "allergy diet favourite_food"),
        (r"\b(?:ill\w*|health|sick|condition|medic\w*|diagnos\w*)\b", "illness medication allergy"),
        (r"\b(?:stud\w*|school|university|college|major|degree)\b", "studies"),
        (r"\b(?:hobb\w*|free time|fun|weekends?|enjoy|like|love|interests?)\b", "hobby likes"),
        (r"\b(?:dislike|hate|stand)\b", "dislikes"),
        (r"\b(?:languages?|speak)\b", "language"),
        (r"\b(?:plans?|upcoming|next|tomorrow|week|appointments?|interview|schedule|calendar"
            r"|doing on)\b", "plan"),
        (r"\b(?:goals?|dreams?|want|hope|saving)\b", "goal"),
        (r"\b(?:married|husband|wife|spouse|partner|boyfriend|girlfriend)\b", "spouse partner"),
        (r"\b(?:pets?|animals?)\b", "pet species"),
        (r"\b(?:kids?|children)\b", "child son daughter"),
        (r"\b(?:siblings?)\b", "sister brother"),
        (r"\b(?:parents)\b", "mother father"),
        (r"\b(?:family)\b", "mother father sister brother spouse partner son daughter child"),
        (r"\b(?:own|have|car|house)\b", "owns"),
        (r"\b(?:happened|news)\b", "event"),
    )
)  # fmt: skip
_FAVOURITE = regex(r"\bfavou?rite (\w+)(?: (\w+))?", re.IGNORECASE)
_PAST = regex(r"\bused? to\b|\bbefore\b|\bformer|\bprevious|\bin the past\b", re.IGNORECASE)
_MOST = 200  # of the statements about one name, the newest are looked at
_RECENT = 50  # of each kind of shared memory, the newest are looked at
_TOUCHED = 3  # words in common from which one touches on what was said
_WHEN = regex(r"\bwhen\b|\bhow long until\b", re.IGNORECASE)
_WHO = regex(r"\b(?:who|whom|what)\b", re.IGNORECASE)
_ALL = regex(
    r"\bwhat (?:do|did|can) you (?:know|remember) about me\b|\btell me about myself\b",
    re.IGNORECASE,
)


def relevant(percept: Percept, known: Knowledge, k: int) -> tuple[Fact, ...]:
    """Give at most `k` facts that hold now and bear on the percept: what it asks comes first.

    A question also brings at most `k` statements about those it names, those that share most with
    it first; one about the past brings those that have ended, too.
    """
    if not percept.text:
        return ()
    speaker = percept.speaker or "you"
    found: dict[str, Fact] = {}
    for facts in (
        *_asked(percept, known, speaker),
        *_relatives(percept, known, speaker),
        *_named(percept, known, speaker),
    ):
        for fact in facts[: 2 * k]:
            if _holds(fact, percept):
                found.setdefault(fact.id, fact)
    return (*tuple(found.values())[:k], *_stated(percept, known, k), *_shared(percept, known))


def _stated(percept: Percept, known: Knowledge, k: int) -> list[Fact]:
    """Give the statements about anybody named that share most words with a question."""
    if not percept.questions and percept.act not in ("question", "request"):
        return []
    asked = stem_set(" ".join(percept.questions) or percept.text)
    past = _PAST.search(percept.text) is not None
    found: dict[str, Fact] = {}
    for name in percept.names:
        for fact in known.facts(about=name.rstrip("."), kind="statement")[:_MOST]:
            if past or _holds(fact, percept):
                found[fact.id] = fact
    shared = {id: len(stem_set(fact.text) & asked) for id, fact in found.items()}
    best = sorted(found.values(), key=lambda fact: -shared[fact.id])
    return best[:k]


def _shared(percept: Percept, known: Knowledge) -> list[Fact]:
    """Give the jokes, milestones and moments that something said touches on, the nearest first.

    Not where something is asked: they are told of when they fit, and are no answers.
    """
    if percept.questions or percept.act != "statement":
        return []
    said = stem_set(percept.text)
    near: list[tuple[float, Fact]] = []
    for kind in SHARED:
        for fact in known.facts(kind=kind)[:_RECENT]:
            told = stem_set(fact.object if kind == "joke" else fact.text)
            both = len(told & said)
            if _holds(fact, percept) and both >= min(len(told), _TOUCHED):
                near.append((both / (len(told) or 1), fact))
    near.sort(key=lambda found: -found[0])
    return [fact for _, fact in near[:2]]


def _holds(fact: Fact, percept: Percept) -> bool:
    return fact.valid_to is None or fact.valid_to > percept.when


def _asked(percept: Percept, known: Knowledge, speaker: str) -> Iterator[list[Fact]]:
    """Yield facts whose relation is asked for, of whoever is named, else of the speaker."""
    if not percept.questions and percept.act not in ("question", "request"):
        return
    text = " ".join(percept.questions) or percept.text
    whom = [name for name in percept.names if name != speaker] or [speaker]
    if match := _FAVOURITE.search(text):
        for name in whom:
            yield known.facts(about=name, relation=f"favourite_{match[1].lower()}")
            yield known.facts(
                about=name, relation=f"favourite_{match[1].lower()}_{(match[2] or '').lower()}"
            )
    for pattern, relations in _ASKED:
        if pattern.search(text):
            for name in whom:
                for relation in relations:
                    yield known.facts(about=name, relation=relation)
    if _ALL.search(text):
        yield known.facts(about=speaker)
    if _WHEN.search(text) or (percept.times and _WHO.search(text)):
        plans = known.facts(kind="plan", at=percept.when)
        yield plans
        for plan in plans[:4]:
            tie = plan.subject.rpartition("'s ")[2] or plan.subject.rpartition("your ")[2]
            if tie != plan.subject and tie in KIN:
                yield known.facts(about=speaker, relation=KIN[tie][0])


def _relatives(percept: Percept, known: Knowledge, speaker: str) -> Iterator[list[Fact]]:
    """Yield what is known of "my sister" or "the dog"."""
    for word in dict.fromkeys(kin_words(percept.text)):
        relation = "pet" if word in PETS else KIN[word][0]
        ties = [
            fact for fact in known.facts(about=speaker, relation=relation) if _holds(fact, percept)
        ]
        if word in PETS:
            kinds = {fact.subject for fact in known.facts(about=word, relation="species")}
            ties = [fact for fact in ties if fact.object in kinds or fact.object == word] or ties
        yield ties
        for noun in {relation, word}:  # whose name was never said
            yield known.facts(about=f"{possessive(speaker)} {noun}")
        for fact in ties[:4]:
            other = fact.object if fact.subject.casefold() == speaker.casefold() else fact.subject
            yield known.facts(about=other)


def _named(percept: Percept, known: Knowledge, speaker: str) -> Iterator[list[Fact]]:
    for name in percept.names:
        if name.casefold() != speaker.casefold():
            yield known.facts(about=name)
            for word in dict.fromkeys(kin_words(percept.text)):  # "Sue's mum", without a name
                if word in KIN:
                    yield known.facts(about=f"{possessive(name)} {KIN[word][0]}")
