"""How each dialogue act is put into words; every claim about the past comes from the move's own evidence."""

from __future__ import annotations

import re
from collections.abc import Callable

from cognition.organs.broca.dates import on_date, when_said
from cognition.organs.broca.facts import kinship, planned, told
from cognition.organs.broca.person import echo, quote, timeless, to_second_person, words, you
from cognition.organs.broca.situation import Situation
from cognition.values import Fact, Move, Recollection

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"[a-z']+")
_PHRASE = re.compile(r"^[\w'’][\w'’ -]*$")
_FIRST = re.compile(r"\b(?:i|my|me|we|our)\b", re.IGNORECASE)


def answer(move: Move, turn: Situation) -> str:
    """Give the answer, which is worded already, and cite what it rests on."""
    text = move.answer.text.strip()
    if not text:
        return abstain(move, turn)
    if not move.answer.known:
        return abstain(move, turn)
    turn.cite(*(source.id for source in move.answer.sources))
    unsure = ("unsure",) if move.answer.confidence < 0.5 else ()
    return turn.say_with("answer", unsure, answer=_ended(text))


def abstain(move: Move, turn: Situation) -> str:
    """Say plainly that it is not remembered."""
    text = move.answer.text.strip()
    turn.cite(*(source.id for source in move.answer.sources))
    return turn.say_with("abstain", ("said",) if text else (), answer=_ended(text))


def reflect(move: Move, turn: Situation) -> str:
    """Say back what was said, or its topic, or that it was heard."""
    topic = topic_of(move.about)
    if topic and "echo" not in turn.tags:
        return turn.say_with("reflect", ("topical",), topic=topic)
    return turn.say("reflect")


def ask(move: Move, turn: Situation) -> str:
    """Ask one thing that belongs to what was said."""
    about = move.about.strip()
    if about.endswith("?"):
        return turn.say_with("ask", ("given",), question=to_second_person(about))
    if about and about in turn.see.percept.names:
        known = _known_as(about, turn)
        if known:
            return turn.say_with("ask", ("kin",), kin=known)
        if not move.facts and about in words_near_people(turn):
            return turn.say_with("ask", ("person",), person=about)
    topic = topic_of(about)
    return turn.say_with("ask", ("topical",), topic=topic) if topic else turn.say("ask")


def words_near_people(turn: Situation) -> set[str]:
    """Give the names used the way people's names are: "with Mia", "Mia said"."""
    found = set[str]()
    for name in turn.see.percept.names:
        if re.search(
            rf"\b(?:with|met|saw|told|asked|called|and|miss|love|visit(?:ed|ing)?|like)\s+{re.escape(name)}\b"
            rf"|\b{re.escape(name)}\s+(?:said|told|asked|called|is|was|and I|came|thinks|wants|left|gave|made|helped)\b",
            turn.see.percept.text,
        ):
            found.add(name)
    return found


def _known_as(name: str, turn: Situation) -> str:
    facts = (*turn.see.learned, *turn.see.known, *turn.use.knowledge.facts(about=name))
    for fact in facts:
        said = kinship(fact, turn.names) if fact.object == name else None
        if said:
            turn.cite(fact.id)
            return said
    return ""


def recall(move: Move, turn: Situation) -> str:
    """Bring up one memory: a fact said to the person, or what was said, with its day."""
    for memory in move.evidence:
        said = _recollected(memory, turn, "recall")
        if said:
            return said
    for fact in move.facts:
        said = told(fact, turn.names)
        if said:
            turn.cite(fact.id, *fact.sources)
            return turn.say_with("recall", ("fact",), said=said)
    return ""


def follow_up(move: Move, turn: Situation) -> str:
    """Come back to something that lay ahead, or lies ahead still."""
    for fact in move.facts:
        said = _plan(fact, move, turn)
        if said:
            return said
    for memory in move.evidence:
        said = _recollected(memory, turn, "follow_up")
        if said:
            return said
    for fact in move.facts:
        said = told(fact, turn.names)
        if said:
            turn.cite(fact.id, *fact.sources)
            return turn.say_with("follow_up", ("fact",), said=said)
    return ""


def _plan(fact: Fact, move: Move, turn: Situation) -> str:
    plan = planned(fact, turn.names, turn.now)
    if plan is None:
        return ""
    clause, day, past = plan
    turn.cite(fact.id, *fact.sources)
    return turn.say_with("follow_up", ("past" if past else "ahead",), plan=clause, day=day)


def _recollected(memory: Recollection, turn: Situation, rule: str) -> str:
    if memory.when is None or not memory.text.strip():
        return ""
    when, day = when_said(memory.when, turn.now), on_date(memory.when, turn.now)
    sentence = _telling(memory.text, turn)
    turn.cite(memory.id)
    own = not memory.speaker or memory.speaker.lower() in {name.lower() for name in turn.names}
    if not own:
        return turn.say_with(
            "recall", ("other",), who=memory.speaker, when=when, quote=quote(sentence)
        )
    said = echo(sentence, limit=16) if timeless(sentence) else None
    if said and memory.kind == "episode":
        return turn.say_with(rule, ("retold",), when=when, said=said)
    if memory.kind != "episode":
        clause = you(memory.text, turn.names)
        return turn.say_with(rule, ("fact",), said=clause) if clause else ""
    return turn.say_with(rule, ("quoted",), when=when, day=day, quote=quote(sentence))


def _telling(text: str, turn: Situation) -> str:
    """Choose the sentence of a memory that bears most on what is being talked about."""
    parts = [part for part in _SENTENCE.split(text.strip()) if part] or [text]
    about = set(_WORD.findall(turn.see.percept.text.lower()))

    def weight(part: str) -> tuple[int, int]:
        told_words = set(_WORD.findall(part.lower()))
        return (len(told_words & about) + 2 * bool(_FIRST.search(part)) - 3 * part.endswith("?"), min(len(part), 60))  # fmt: skip

    return max(parts, key=weight)


def acknowledge(move: Move, turn: Situation) -> str:
    """Say what was taken in; "I'll remember" is said only when a fact is being written this turn."""
    new = [fact for fact in turn.see.learned if fact.valid_to is None]
    ids = {fact.id for fact in new}
    chosen = [fact for fact in move.facts if fact.id in ids] or new
    closed = any(fact.valid_to is not None for fact in turn.see.learned)
    for fact in chosen:
        said = told(fact, turn.names)
        if fact.kind == "procedure" and fact.relation != "call_me":
            turn.cite(fact.id)
            return turn.say_with("acknowledge", ("treatment",))
        if said:
            turn.cite(fact.id)
            tag = "corrected" if closed else "noted"
            return turn.say_with("acknowledge", (tag,), fact=said)
    return turn.say("acknowledge")


def suggest(move: Move, turn: Situation) -> str:
    """Offer one thing to do, lightly."""
    about = move.about.strip()
    if not about:
        return ""
    if about.endswith("?"):
        return turn.say_with("suggest", ("given",), question=to_second_person(about))
    return turn.say_with("suggest", (), suggestion=to_second_person(about).rstrip("."))


def topic_of(about: str) -> str:
    """Give a topic as a noun phrase in the second person; empty when it is not one.

    >>> topic_of("my sister"), topic_of("I went home and slept")
    ('your sister', '')
    """
    about = about.strip().rstrip(".!")
    if not about or not _PHRASE.match(about) or len(about.split()) > 5:
        return ""
    lower = [word.lower() for word in about.split()]
    if lower[0] in ("i", "we", "it", "he", "she", "they") or words()["verbs"] & set(lower[1:]):
        return ""
    if len(lower) == 1 and (lower[0] in words()["verbs"] or not about[0].isupper()):
        return ""
    return to_second_person(about)


def _ended(text: str) -> str:
    return text if not text or text[-1] in ".!?…”\"'’)" else text + "."


def _rule(name: str) -> Callable[[Move, Situation], str]:
    def act(move: Move, turn: Situation) -> str:
        return turn.say(name)

    return act


def refer(move: Move, turn: Situation) -> str:
    """Point to people who can help; care's notice has already named them when there is one."""
    return turn.say_with("refer", ("noticed",) if turn.see.care.notice else ())


ACTS: dict[str, Callable[[Move, Situation], str]] = {
    "greet": _rule("greet"),
    "answer": answer,
    "abstain": abstain,
    "validate": _rule("validate"),
    "celebrate": _rule("celebrate"),
    "reflect": reflect,
    "ask": ask,
    "recall": recall,
    "follow_up": follow_up,
    "acknowledge": acknowledge,
    "suggest": suggest,
    "thank": _rule("thank"),
    "disclose": _rule("disclose"),
    "refer": refer,
    "part": _rule("part"),
    "listen": _rule("listen"),
    "nudge": _rule("nudge"),
}

__all__ = ["ACTS", "topic_of"]
