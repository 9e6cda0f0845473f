"""Replying to what was asked: from memory, about the companion itself, or that it is not known."""

from __future__ import annotations

import re

from cognition.faculties import Faculties
from cognition.organs.insula.off_record import OFF_RECORD
from cognition.organs.insula.unfit import fit_persona
from cognition.organs.prefrontal.answer import answered
from cognition.organs.prefrontal.avoiding import avoiding
from cognition.organs.prefrontal.having import asked_having
from cognition.organs.prefrontal.of_person import of_person
from cognition.organs.prefrontal.opening import topic
from cognition.organs.prefrontal.pointing import by_name
from cognition.organs.prefrontal.pondering import pondered
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.relations import asked as asked_for
from cognition.organs.prefrontal.responding import KEEP
from cognition.organs.prefrontal.scene import Scene
from cognition.organs.prefrontal.self_knowledge import of_itself
from cognition.regex import regex
from cognition.values import Answer, Fact, Move, Percept

ADVICE = regex(
    r"\b(?:what (?:should|shall|can|could|would) (?:i|you|we) (?:do|say|try|recommend|suggest)"
    r"|should i\b|any (?:advice|ideas?|tips?|suggestions?)"
    r"|(?:give|need|want|got) (?:me )?(?:some |your |any )?(?:advice|ideas?|tips?)|how (?:can|do"
    r"|should) i (?:deal|cope|handle|get over|stop))",
    re.IGNORECASE,
)
_REMIND = regex(
    r"\b(?:remind me|tell me|do you (?:remember|know|recall)|remember when|what did i)\b",
    re.IGNORECASE,
)
_TO_DO = regex(r"\bremind me (?:again )?to\b", re.IGNORECASE)  # tells a plan, asks for nothing
_OF_US = regex(r"\b(?:i|i'm|i've|me|my|mine|we|our|us|remember)\b", re.IGNORECASE)
_ABOUT_ME = regex(
    r"\bwhat (?:else )?(?:do|did|can|have) you (?:know|remember|learn(?:ed)?)(?: \w+)?"
    r" (?:about|of) me\b"
    r"|\b(?:tell me|what do you know) about (?:me|myself)\W*$|\bdo you know (?:anything|something)"
    r" about me\b|\bwho am i\b(?=\W*\Z|,| and\b)|\bwhat have i told you about (?:me|myself)\b",
    re.IGNORECASE,
)
_OF_ITSELF = regex(
    r"\btell me (?:an?(?:other)? (?:\w+ )?(?:joke|story)|something|anything)\b"
    r"|\b(?:can|could|will|would) you (?:please )?(?:remind|wake|text) me\b"
    r"|^\W*(?:please )?forget (?:that|what|about|the|my) (?!it\b)\w+"
    r"|\bhelp me (?!remember|understand)\w+",
    re.IGNORECASE,
)
_FORBIDS = regex(r"\b(?:don['’]?t|do not|never|stop)\b", re.IGNORECASE)
_HELP = regex(
    r"\b(?:can|could|will|would) you (?:please |maybe )?help (?:me|us)\b"
    r"|\b(?:can|could|will|would) (?:you|u) (?:please |maybe )?(?:do|write|finish)"
    r" (?:my|our|the|this) (?:\w+ )?(?:homework|essay|assignment|maths?|sums|cv|application"
    r"|presentation|report)\b"
    r"|\bhelp me (?:to )?(?!remember|understand)\w+",
    re.IGNORECASE,
)
_WITH_HELP = (
    "I know little of the world, but I can think along and keep track of it. What would be the"
    " first small step?"
)
_WHAT_IF = regex(
    r"\W*(?:(?:and|but|so)\W+)?what if (?:i|we|he|she|they|it|my|our|nobody|no one|everyone)\b",
    re.IGNORECASE,
)
_AHEAD = "I can't look ahead. If it came to that, what would you do first?"
_CALL_ME = regex(r"\b(?:can|could|will|would) you (?:please )?call me [A-Z][\w'-]+\W*$")
_ENDING = frozenset({"home", "employer", "work", "partner", "spouse", "pet", "name"})


def asks(percept: Percept) -> bool:
    """Say whether an utterance wants a reply to what it asks, and not only to be heard."""
    if _CALL_ME.search(percept.text):
        return False  # a wish, put as a question
    return (
        bool(percept.questions)
        or percept.act == "question"
        or bool(_OF_ITSELF.search(percept.text))
        or (
            percept.act == "request"
            and bool(_REMIND.search(percept.text))
            and not _TO_DO.search(percept.text)
            and not _FORBIDS.search(percept.text)
            and not KEEP.search(percept.text)
        )
    )


def reply(scene: Scene, use: Faculties) -> Move:
    """Answer what was asked: about the companion, from memory, or that it is not remembered."""
    percept = scene.percept
    asked = " ".join(percept.questions) or percept.text
    off_record = OFF_RECORD in scene.care.boundaries
    persona = fit_persona(use.persona)
    own = of_itself(asked, persona, scene.mood, bool(scene.care.notice), off_record)
    if own is not None:
        return own
    if _ABOUT_ME.search(asked):
        return Move(act="answer", about=asked, value=0.9, answer=of_person(scene, use))
    if _HELP.search(asked):
        return Move(act="disclose", about="help", value=0.7, answer=Answer(_WITH_HELP, 1.0, True))
    if _WHAT_IF.match(asked):  # a worry, or a dream: nothing that was told answers it
        return Move(act="disclose", about="what if", value=0.7, answer=Answer(_AHEAD, 1.0, True))
    if kept_from := avoiding(percept, use, scene.now):
        return Move(act="answer", about=asked, value=0.9, answer=kept_from)
    if heard := pondered(asked):
        return Move(act="disclose", about="pondering", value=0.7, answer=Answer(heard, 1.0, True))
    if ADVICE.search(asked) and not _REMIND.search(asked):
        return Move(act="reflect", about=topic(percept.text), value=0.5)
    percept = by_name(percept, use)
    meant = set(percept.names) - set(scene.percept.names)
    held = (*scene.known, *scene.learned, *_once_held(scene, use))
    held += tuple(f for name in meant for f in use.knowledge.facts(about=name))
    found = answered(percept, scene.recollections, held, use, scene.now, cite=True)
    if found.known:
        return Move(
            act="answer",
            about=asked,
            value=0.7 + 0.25 * found.confidence,
            answer=found,
            evidence=found.sources,
        )
    known = any(
        use.knowledge.facts(about=name) or any(name in r.text for r in scene.recollections)
        for name in percept.names
    )
    if not (_OF_US.search(asked) or known):
        text = "I don't know that. What I know is what you have told me."
        found = Answer(text, found.confidence, False)
    return Move(act="abstain", about=asked, value=0.7, answer=found)


def _once_held(scene: Scene, use: Faculties) -> list[Fact]:
    """Give facts of what is asked for that may have ended: a pet that died, a job that was left."""
    who = scene.percept.speaker or use.owner
    text = " ".join(scene.percept.questions) or scene.percept.text
    wanted = set(asked_for(Question(text=text))) & _ENDING
    if "name" in wanted:
        wanted.add("pet")
    if having := asked_having(Question(text=text, kind="yes_no")):
        wanted.update(("event", *KIN.get(having.noun, ("pet",))))
    found = [
        f for relation in sorted(wanted) for f in use.knowledge.facts(about=who, relation=relation)
    ]
    return [f for f in found if f.subject.lower() == who.lower()]


__all__ = ["ADVICE", "asks", "reply"]
