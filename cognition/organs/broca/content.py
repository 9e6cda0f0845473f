"""What a reply can take up of the person's words: their clause, its time, scene, topic, people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cognition.organs.broca.facts import kinship
from cognition.organs.broca.person import echo, words
from cognition.regex import regex

if TYPE_CHECKING:
    from cognition.organs.broca.situation import Situation

SCENES = frozenset(
    (
        "pet", "death", "breakup", "job", "fired", "interview", "exam", "trip", "moving", "health",
        "sleep", "birthday", "wedding", "baby", "argument", "food", "reading", "film", "music",
        "sport", "garden", "study", "workload", "money", "lonely", "making",
    )
)  # fmt: skip
_ADJECTIVE = (
    r"(?:new|old|best|big|little|older|younger|first|last|favourite|favorite|driving|own|elder|twin"
    r"|ex|late|dear)"
)
_THING = r"(?:test|exam|interview|party|trip|job|lesson|class|appointment)"
_WORD = regex(r"[a-z]+")
_TOPIC = regex(
    rf"\b(?:my|our)\s+((?:{_ADJECTIVE}[ -]){{0,2}}[a-z]+(?:[ -]{_THING})?)\b", re.IGNORECASE
)
_DENIED = regex(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)
_FUTURE = regex(
    r"\b(?:going to|gonna|will|tomorrow|tonight|next (?!door|to\b)\w+|planning|about to"
    r"|looking forward)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_STATE = regex(
    r"^you(?:['’]re|['’]ve been| are| were| have been| feel| felt| keep| can(?:['’]t|not)?"
    r"| do(?:n['’]t| not)| miss| hate| want| need| think| hope| wish| know| believe| seem)\b"
    r"|^your \w+ (?:is|are|has|keeps|feels)\b",
    re.IGNORECASE,
)
_ADVICE = regex(
    r"\bshould i\b|\bany (?:advice|ideas?|tips?)\b"
    r"|\bwhat (?:should|shall|can|could|would|do) (?:i|you) (?:do|say|try|recommend|suggest)\b"
    r"|\bhow (?:can|do|should) i (?:deal|cope|handle|get over|stop)",
    re.IGNORECASE,
)
_THEIRS = regex(
    r"(?!.*\b(?:I|[Mm]e|[Mm]y)\b)\W*(?:(?:[Aa]nd|[Bb]ut|[Ss]o) )*(?:[Hh]e|[Ss]he|[Tt]hey)\b"
)
_THIRD = regex(
    r"\W*(?:and |but |so |then )*(?:he|she|they) (?:\w+ed|said|told|took|left|came|went"
    r"|gave|got|was|were|did|made|saw|broke|forgot)\b",
    re.IGNORECASE,
)
_TRAIT = regex(
    r"^you (?:(?:really|also|still|always|often|usually) )*"
    r"(?:live|work|study|like|love|enjoy|prefer|have|own|speak|play|collect|come from)\b",
    re.IGNORECASE,
)
# a dog that barked at one is not one's own
_PET = r"(?:\w+ ){0,2}?(?:dog|cat|puppy|kitten|horse|rabbit)\b"
_STRANGE_PET = regex(
    rf"\b(?:an?|another|the|that|this|some|her|his|their|\w+'s) {_PET}", re.IGNORECASE
)
_OWN_PET = regex(
    rf"\b(?:my|our) {_PET}|\b(?:have|got|getting|get|adopt\w*|bought|rescued|had|own)\b",
    re.IGNORECASE,
)


def take_up(situation: Situation) -> None:
    """Find what can be said back: the clause, its time, the scene, the topic, the people."""
    percept, tags, slots = situation.see.percept, situation.tags, situation.slots
    told = [s for s in (percept.sentences or (percept.text,)) if s not in percept.questions][:8]
    heard = next(((said, s) for s in told if (said := echo(s))), None)
    if heard:
        slots["echo"] = heard[0]
        tags.update(("echo", _tense(situation, *heard)))
        if heard[0].startswith("your "):
            tags.add("outer")
    spoken = _WORD.findall(percept.text.lower())
    lists = words()
    tags.update(scene for scene in SCENES if not lists[scene].isdisjoint(spoken))
    if "test" in spoken and "driving" in spoken:
        tags.add("exam")
    if tags & {"death", "breakup", "grief"}:
        tags.add("tender")
    if _ADVICE.search(percept.text):
        tags.add("advice")
    if "night" in percept.text.lower():
        tags.add("saidnight")
    if told and _THIRD.match(told[-1]):
        tags.add("third")
    if told and _THEIRS.match(told[-1]):
        tags.add("theirs")
    if told:
        _topic(situation)
    _people(situation)
    if pet := next((word for word in spoken if word in lists["pet"]), ""):
        name = percept.names[0] if len(percept.names) == 1 else f"your {pet}"
        slots["pet_name"] = name
        if _STRANGE_PET.search(percept.text) and not _OWN_PET.search(percept.text):
            tags.discard("pet")


def _tense(situation: Situation, said: str, source: str) -> str:
    if _TRAIT.match(said):
        return "trait"
    now = situation.now
    if _DENIED.search(source):
        return "state" if _STATE.match(said) else "event"
    if _FUTURE.search(source) or any(time.start > now for time in situation.see.percept.times):
        return "future"
    return "state" if _STATE.match(said) else "event"


def _topic(situation: Situation) -> None:
    close = words()["kin"]
    for match in _TOPIC.finditer(situation.see.percept.text):
        said = f"your {match[1].lower()}"
        noun = said.split()[-1]
        if noun in close:
            situation.slots.setdefault("kin", said)
            situation.tags.add("kin")
        if _noun(noun):
            situation.slots.setdefault("topic", said)
            situation.tags.add("topical")


def _noun(word: str) -> bool:
    return word not in words()["verbs"] and not word.endswith(("ly", "ing")) and len(word) > 2


def _people(situation: Situation) -> None:
    """Name the people mentioned by what they are to the person: "your sister Mia"."""
    percept, slots = situation.see.percept, situation.slots
    facts = (*situation.see.learned, *situation.see.known)
    for name in percept.names:
        for fact in facts:
            said = kinship(fact, situation.names) if fact.object == name else None
            if said:
                slots["kin"] = said
                situation.tags.add("kin")
                situation.cite(fact.id)
                return


__all__ = ["SCENES", "take_up"]
