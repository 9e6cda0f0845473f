"""What a turn offers to speech: the tags that hold and the things that can be named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.broca.dates import part_of_day
from cognition.organs.broca.facts import kinship, spoken_names
from cognition.organs.broca.grammar import Composer, phrases
from cognition.organs.broca.person import echo, words
from cognition.organs.broca.slices import Meant
from cognition.values import Affect, Fact

LOW = frozenset(
    "sadness grief fear nervousness anger annoyance disappointment disapproval disgust embarrassment remorse".split()
)
HIGH = frozenset("joy excitement pride relief gratitude love optimism admiration amusement".split())
_WORD = re.compile(r"[a-z]+")
_TOPIC = re.compile(
    r"\b(?:my|our)\s+((?:(?:new|old|best|big|little|older|younger|first|last|favourite|favorite|driving|own|elder"
    r"|twin|ex|late|dear)[ -]){0,2}[a-z]+(?:[ -](?:test|exam|interview|party|trip|job|lesson|class|appointment))?)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:going to|gonna|will|tomorrow|tonight|next \w+|planning|about to|looking forward)\b|['’]ll\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?:you(?:['’](?:re|ve been)| are| have been| feel| felt| can(?:['’]t|not)?| do(?:n['’]t| not)| miss| love| hate"
    r"| want| need| think| hope| wish| like| enjoy| live| work| know| believe| seem| prefer)\b|your \w+ (?:is|are|has|keeps|feels)\b)",
    re.IGNORECASE,
)
_POLICIES = (
    ("short", re.compile(r"short|brief|concise|few words", re.IGNORECASE)),
    ("listen", re.compile(r"listen|no.advice|without advice|not.advice", re.IGNORECASE)),
    ("unasked", re.compile(r"(?:no|fewer|stop|without|not|don't).{0,12}question", re.IGNORECASE)),
)


@dataclass(slots=True)
class Situation:
    """One turn as speech sees it; `cites` gathers the ids of memories that get mentioned."""

    see: Meant
    use: Faculties
    now: datetime
    composer: Composer
    names: frozenset[str]
    policies: frozenset[str]
    cites: list[str] = field(default_factory=list[str])

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

    def cite(self, *ids: str) -> None:
        """Note that these memories are mentioned."""
        self.cites.extend(id for id in ids if id and id not in self.cites)


def situate(see: Meant, use: Faculties, recent: Sequence[str], salt: str) -> Situation:
    """Look at a turn: who is spoken to, what about, in which feeling, at what time."""
    now = see.percept.when if see.percept.when.year > 1970 else use.clock.now()
    name, owned = _names(see, use)
    tags = {part_of_day(now), *_feeling(see.affect), *_acquaintance(use, now, bool(name))}
    tags.update(_mood(see.mood.valence))
    slots = {
        "me": use.persona.name,
        "description": use.persona.description.removesuffix("."),
        "name": name,
    }
    composer = Composer(
        phrases(),
        tags,
        slots,
        use.random("broca", see.percept.text, see.percept.ref, now, salt),
        recent,
    )
    situation = Situation(see, use, now, composer, owned, _policies(see.decision.policies))
    _content(situation)
    return situation


def _names(see: Meant, use: Faculties) -> tuple[str, frozenset[str]]:
    owner = use.owner if use.owner.lower() != "you" else ""
    called = [fact for fact in see.decision.policies if fact.relation == "call_me" and fact.object]
    if not called:
        facts = [*see.learned, *see.known] or []
        called = [f for f in facts if f.relation == "call_me" and f.valid_to is None and f.polarity]
    if not called:
        called = [f for f in use.knowledge.facts(relation="call_me") if f.valid_to is None]
    known = [f for f in see.learned if f.relation == "name" and f.valid_to is None and f.polarity]
    if not owner:
        known = known or [f for f in use.knowledge.facts(relation="name") if _own_name(f, use)]
    name = called[0].object if called else (known[0].object if known else owner)
    everything = [owner, see.percept.speaker, "you", *(fact.object for fact in known)]
    return name, spoken_names(everything, use.owner)


def _own_name(fact: Fact, use: Faculties) -> bool:
    return fact.valid_to is None and fact.polarity and fact.subject.lower() in ("you", use.owner.lower(), fact.object.lower())  # fmt: skip


def _feeling(affect: Affect) -> set[str]:
    if affect.confidence < 0.3 or affect.emotion == "neutral":
        return set()
    tags = {affect.emotion}
    if affect.emotion in LOW or (affect.emotion not in HIGH and affect.valence < -0.25):
        tags.add("low")
    elif affect.emotion in HIGH or affect.valence > 0.25:
        tags.add("high")
    if affect.confidence >= 0.65:
        tags.add("sure")
    if max(abs(affect.valence), affect.arousal) >= 0.65:
        tags.add("strong")
    return tags


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
    return tags


def _mood(valence: float) -> set[str]:
    return {"mood_up"} if valence > 0.3 else {"mood_low"} if valence < -0.15 else set()


def _policies(facts: Sequence[Fact]) -> frozenset[str]:
    found = set[str]()
    for fact in facts:
        if not fact.polarity or fact.relation == "call_me":
            continue
        wording = f"{fact.relation} {fact.object} {fact.text}".replace("_", " ")
        found.update(name for name, pattern in _POLICIES if pattern.search(wording))
    return frozenset(found)


def _content(situation: Situation) -> None:
    """Find what can be said back: the clause, its time, the topic, the scene, the people."""
    percept, tags, slots = situation.see.percept, situation.tags, situation.slots
    told = [s for s in (percept.sentences or (percept.text,)) if s not in percept.questions][:8]
    heard = next(((said, s) for s in told if (said := echo(s))), None)
    if heard:
        said, source = heard
        slots["echo"] = said
        ahead = _FUTURE.search(source) or any(t.start > situation.now for t in percept.times)
        tags.update(("echo", "future" if ahead else "state" if _STATE.match(said) else "event"))
    low = percept.text.lower()
    spoken = set(_WORD.findall(low))
    lists = words()
    tags.update(scene for scene in SCENES if spoken & lists[scene])
    if "driving test" in low:
        tags.add("exam")
    kin_words = lists["kin"] | lists["people"] | lists["pet"]
    topic = ""
    for match in _TOPIC.finditer(percept.text if told else ""):
        noun = match[1].lower().split()[-1]
        if noun in kin_words and not slots.get("kin"):
            slots["kin"] = f"your {match[1].lower()}"
            tags.add("kin")
        topic = topic or (f"your {match[1].lower()}" if _noun(noun) else "")
    _people(situation)
    if pet := next((word for word in _WORD.findall(low) if word in lists["pet"]), ""):
        slots["pet_name"] = next((n for n in percept.names if n in percept.text), f"your {pet}")
    if topic:
        slots["topic"] = slots.get("kin", topic) if topic == slots.get("kin") else topic
        tags.add("topical")


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


SCENES = tuple(
    "pet death breakup job fired interview exam trip moving health sleep birthday wedding baby argument food reading"
    " film music sport garden study workload money lonely making".split()
)

__all__ = ["HIGH", "LOW", "Situation", "situate"]
