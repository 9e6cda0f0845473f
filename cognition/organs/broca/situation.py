"""What a turn offers to speech: the tags that hold and the things that can be named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.amygdala.cues import SPEAKER
from cognition.organs.broca import everyday
from cognition.organs.broca.dates import part_of_day
from cognition.organs.broca.facts import kinship
from cognition.organs.broca.grammar import Composer, phrases
from cognition.organs.broca.person import echo, words
from cognition.organs.broca.slices import Meant
from cognition.organs.prefrontal.matters import Matter
from cognition.organs.prefrontal.related import SORE
from cognition.regex import regex
from cognition.values import Affect, Fact

LOW = frozenset(
    (
        "sadness", "grief", "fear", "nervousness", "anger", "annoyance", "disappointment",
        "disapproval", "disgust", "embarrassment", "remorse",
    )
)  # fmt: skip
SOFT = frozenset(("disapproval", "annoyance", "disgust"))
HIGH = frozenset(
    (
        "joy", "excitement", "pride", "relief", "gratitude", "love", "optimism", "admiration",
        "amusement",
    )
)  # fmt: skip
SCENES = frozenset(
    (
        "pet", "death", "breakup", "job", "fired", "interview", "exam", "trip", "moving", "health",
        "sleep", "birthday", "wedding", "baby", "argument", "food", "reading", "film", "music",
        "sport", "garden", "study", "workload", "money", "lonely", "making",
    )
)  # fmt: skip
WEIGHTY = SCENES | {"given", "person", "related", "tender", "naming"}
LISTENING = timedelta(hours=12)
NOTICE = "\x01"  # stands for care's notice until the reply is put together
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
_POLICIES = (
    ("short", regex(r"\bshort|brief|concise|few words", re.IGNORECASE)),
    ("listen", regex(r"listen|no.advice|without advice", re.IGNORECASE)),
    ("unasked", regex(r"(?:no|fewer|stop|without|not|don't).{0,12}question", re.IGNORECASE)),
)


@dataclass(slots=True)
class Situation:
    """One turn as speech sees it; `cites` gathers the ids of memories that get mentioned.

    `brought` gathers those brought up unasked; `matter` is the everyday matter that is told of.
    """

    see: Meant
    use: Faculties
    now: datetime
    composer: Composer
    names: frozenset[str]
    policies: frozenset[str]
    cites: list[str] = field(default_factory=list[str])
    brought: list[str] = field(default_factory=list[str])
    matter: Matter | None = None
    answered_matter: bool = False

    @property
    def tags(self) -> set[str]:
        return self.composer.tags

    @property
    def slots(self) -> dict[str, str]:
        return self.composer.slots

    def say(self, rule: str) -> str:
        """Expand a rule of the grammar with what holds now."""
        return self.composer.say(rule)

    def say_with(self, rule: str, tags: Sequence[str] = (), **slots: str) -> str:
        """Expand a rule with tags and slots that hold for this sentence only."""
        before, kept = set(self.tags), dict(self.slots)
        self.tags.update(tags)
        self.slots.update(slots)
        text = self.say(rule)
        self.composer.tags, self.composer.slots = before, kept
        return text

    def spend_echo(self, text: str) -> None:
        """Let what was said back once not be said back again in this reply."""
        said = self.slots.get("echo", "")
        if said and said.lower() in text.lower():
            self.drop_echo()

    def drop_echo(self) -> None:
        """Leave nothing of the person's words to be said back."""
        self.slots.pop("echo", None)
        self.tags.discard("echo")

    def known_as(self, name: str) -> str:
        """Say who someone named is to the person: "your sister Mia"; empty if that is not known."""
        held = self.use.knowledge.facts(about=name)
        for fact in (*self.see.learned, *self.see.known, *held):
            said = kinship(fact, self.names) if fact.object == name else None
            if said:
                self.cite(fact.id)
                return said
        return ""

    def by_name(self, tie: str) -> str:
        """Add a relative's name to "your sister", if it is known."""
        noun = tie.split()[-1].lower()
        for fact in (*self.see.learned, *self.see.known):
            if noun == fact.relation and (said := kinship(fact, self.names)):
                self.cite(fact.id)
                return said
        return tie

    def by_tie(self, clause: str) -> str:
        """Call the one a clause begins with by what they are to the person."""
        name = clause.split(" ", 1)[0]
        known = self.known_as(name) if name[:1].isupper() else ""
        return clause.replace(name, known, 1) if known else clause

    def cite(self, *ids: str) -> None:
        """Note that these memories are mentioned."""
        self.cites.extend(id for id in ids if id and id not in self.cites)


def situate(see: Meant, use: Faculties, recent: Sequence[str], salt: str) -> Situation:
    """Look at a turn: who is spoken to, what about, in which feeling, at what time."""
    now = see.percept.when if see.percept.when.year > 1970 else use.clock.now()
    name, owned = _names(see, use)
    tags = {part_of_day(now), *_feeling(see.affect), *_acquaintance(use, now, bool(name))}
    tags.update(_mood(see.mood.valence))
    if see.appraisal.experiencer != SPEAKER:
        tags.add("theirs")  # what another feels is not read back as one's own
    if see.affect.valence < SORE:
        tags.add("hurt")
        if see.affect.emotion == "neutral":
            tags.add("hinted")
    if see.care.notice and see.care.level == "notice" and "disclosure" in see.care.reason:
        tags.add("disclosed")
    slots = {
        "notice": NOTICE,
        "me": use.persona.name,
        "description": use.persona.description.removesuffix("."),
        "name": name,
    }
    if salt not in ("", "0"):
        tags.add("repeated")
    chance = use.random("broca", see.percept.text, see.percept.ref, now, salt)
    composer = Composer(phrases(), tags, slots, chance, recent, weighty=WEIGHTY)
    situation = Situation(see, use, now, composer, owned, _policies(see.decision.policies, now))
    _content(situation)
    everyday.enter(situation)
    return situation


def _names(see: Meant, use: Faculties) -> tuple[str, frozenset[str]]:
    """Find what the person is called now, and every name that means them."""
    owner = use.owner if use.owner.lower() != "you" else ""
    wishes = [*see.decision.policies, *use.knowledge.facts(relation="call_me")]
    called = _current(see.learned, "call_me") or _current(wishes, "call_me")
    told = _current(see.learned, "name")
    if not owner and not told:
        own = {"you", use.owner.lower(), see.percept.speaker.lower()}
        held = use.knowledge.facts(relation="name")
        told = _current([fact for fact in held if fact.subject.lower() in own], "name")
    names = {name for name in (owner, see.percept.speaker, "you", use.owner, told) if name}
    return called or told or owner, frozenset(names)


def _current(facts: Sequence[Fact], relation: str) -> str:
    for fact in facts:
        if fact.relation == relation and fact.polarity and fact.valid_to is None:
            return fact.object
    return ""


def _feeling(affect: Affect) -> set[str]:
    if affect.confidence < 0.25 or affect.emotion == "neutral":
        return set()
    tags = {affect.emotion}
    if affect.emotion in SOFT and affect.valence > -0.25:
        pass  # mild dissent is no distress
    elif affect.emotion in LOW or (affect.emotion not in HIGH and affect.valence < -0.25):
        tags.add("low")
    elif affect.emotion in HIGH or affect.valence > 0.25:
        tags.add("high")
    if affect.confidence >= 0.65:
        tags.add("sure")
    force = max(abs(affect.valence), affect.arousal)
    return tags | {"strong"} if force >= 0.65 else tags | {"mild"} if force < 0.45 else tags


def _acquaintance(use: Faculties, now: datetime, known: bool) -> set[str]:
    tags = {"known"} if known else set[str]()
    last = use.journal.latest(1)
    if not last:
        return tags | {"first"}
    away = now - last[-1].when
    if away > timedelta(days=10):
        tags.add("gap")
    elif away < timedelta(hours=12) and last[-1].when.date() == now.date():
        tags.add("again")
        if away > timedelta(hours=1):
            tags.add("away")
    return tags


def _mood(valence: float) -> set[str]:
    return {"mood_up"} if valence > 0.3 else {"mood_low"} if valence < -0.15 else set()


def _policies(facts: Sequence[Fact], now: datetime) -> frozenset[str]:
    """Name the standing wishes that shape wording; listening is asked for a day, not for good."""
    found = set[str]()
    for fact in facts:
        if not fact.polarity or fact.relation == "call_me":
            continue
        wording = f"{fact.relation} {fact.object} {fact.text}".replace("_", " ")
        found.update(name for name, pattern in _POLICIES if pattern.search(wording))
        if fact.valid_from and now - fact.valid_from > LISTENING:
            found.discard("listen")
    return frozenset(found)


# a dog that barked at one is not one's own
_STRANGE_PET = regex(
    r"\b(?:an?|another|the|that|this|some|her|his|their|\w+'s) (?:\w+ ){0,2}?"
    r"(?:dog|cat|puppy|kitten|horse|rabbit)\b",
    re.IGNORECASE,
)
_OWN_PET = regex(
    r"\b(?:my|our) (?:\w+ ){0,2}?(?:dog|cat|puppy|kitten|horse|rabbit)\b"
    r"|\b(?:have|got|getting|get|adopt\w*|bought|rescued|had|own)\b",
    re.IGNORECASE,
)


def _content(situation: Situation) -> None:
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


__all__ = ["HIGH", "LOW", "Situation", "situate"]
