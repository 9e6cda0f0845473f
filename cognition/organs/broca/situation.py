"""What a turn offers to speech: the tags that hold and the things that can be named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.amygdala.cues import SPEAKER
from cognition.organs.broca import everyday
from cognition.organs.broca.content import SCENES, take_up
from cognition.organs.broca.dates import part_of_day
from cognition.organs.broca.facts import kinship
from cognition.organs.broca.grammar import Composer, phrases
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
WEIGHTY = SCENES | {"given", "person", "related", "tender", "naming"}
LISTENING = timedelta(hours=12)
NOTICE = "\x01"  # stands for care's notice until the reply is put together
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
    take_up(situation)
    everyday.enter(situation)
    return situation


def _names(see: Meant, use: Faculties) -> tuple[str, frozenset[str]]:
    """Find what the person is called now, and every name that means them."""
    owner = use.owner if use.owner.lower() != "you" else ""
    wishes = [*see.decision.policies, *use.knowledge.facts(relation="call_me")]
    called = _current(see.learned, "call_me") or _current(wishes, "call_me")
    told = _current(see.learned, "name")
    if not told:  # who said how they are called is called that, whatever the memory was opened for
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


__all__ = ["HIGH", "LOW", "SCENES", "Situation", "situate"]
