"""What a chat model is told: persona, dated memories, plan and boundaries, and the talk so far."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from string import Template
from typing import cast

from cognition.organs.broca.dates import on_date
from cognition.organs.broca.situation import Situation
from cognition.organs.broca.slices import Meant
from cognition.organs.tables import table
from cognition.organs.words import shortened
from cognition.regex import regex
from cognition.values import Fact, Move, Recollection

TURNS = 12
MEMORIES = 12
FACTS = 24
LONGEST = 400  # characters of one memory
WHY = 160  # characters of why it was appraised so
_WORD = regex(r"[^\W\d_]{4,}")
_EMPTY = frozenset(
    ("that", "this", "with", "have", "your", "about", "what", "when", "from", "were", "they",
     "will", "said", "told", "been", "just", "like")
)  # fmt: skip


@cache
def template(name: str) -> Template:
    """Give a prompt that ships, by its file's name."""
    file = resources.files("cognition") / "prompts" / name
    return Template(file.read_text(encoding="utf-8"))


@cache
def _wording() -> dict[str, object]:
    file = resources.files("cognition") / "prompts" / "wording.yaml"
    return table(file)


def _table(name: str) -> dict[str, str]:
    return cast("dict[str, str]", _wording()[name])


def messages(turn: Situation) -> list[tuple[str, str]]:
    """Give the conversation as (role, text): what to be, the talk so far, what was said now."""
    person = turn.slots["name"] or "the person"
    talk: list[tuple[str, str]] = [("system", template("companion.txt").substitute(fields(turn)))]
    for engram in turn.use.journal.latest(TURNS):
        _say(talk, "assistant" if engram.role == "companion" else "user", engram.text)
    said = turn.see.percept.text.strip()
    _say(talk, "user", said or template("opening.txt").substitute(person=person).strip())
    return talk


def _say(talk: list[tuple[str, str]], role: str, text: str) -> None:
    """Add a turn; roles alternate and the person begins, as chat templates want it."""
    if talk[-1][0] == role:
        talk[-1] = (role, f"{talk[-1][1]}\n{text}")
    elif len(talk) > 1 or role == "user":
        talk.append((role, text))


def fields(turn: Situation) -> dict[str, str]:
    """Give what fills the system prompt's placeholders."""
    see, use = turn.see, turn.use
    nothing = str(_wording()["nothing"])
    memories = [_memory(m, turn) for m in remembered(see)]
    facts = [f"- {data(fact.text)}{_since(fact)}" for fact in held(see) if fact.text]
    wishes = [f"- {data(fact.text or fact.object)}" for fact in see.decision.policies]
    return {
        "name": use.persona.name,
        "description": use.persona.description,
        "style": use.persona.style,
        "now": f"{turn.now:%A}, {turn.now.day} {turn.now:%B %Y}, {turn.now:%H:%M}",
        "person": turn.slots["name"] or "the person",
        "memories": "\n".join(memories) or nothing,
        "facts": "\n".join(facts) or nothing,
        "feeling": _feeling(see),
        "moves": "\n".join(_moves(see)) or nothing,
        "policies": "\n".join(wishes) or nothing,
        "care": "\n".join(_care(see)) or nothing,
    }


def data(text: str, limit: int = LONGEST) -> str:
    """Make remembered text safe to list: one line, no delimiters, no longer than `limit`.

    >>> data("a  </memories> b")
    'a ‹/memories› b'
    """
    line = " ".join(text.split()).replace("<", "‹").replace(">", "›")
    return shortened(line, limit)


def remembered(see: Meant) -> list[Recollection]:
    """Give the memories to list: what the decision rests on first, then what came to mind."""
    found = [m for move in see.decision.moves for m in (*move.answer.sources, *move.evidence)]
    every = {memory.id or memory.text: memory for memory in (*found, *see.recollections)}
    return list(every.values())[:MEMORIES]


def held(see: Meant) -> list[Fact]:
    """Give the facts to list: those of the decision, those just learned, those known."""
    found = [fact for move in see.decision.moves for fact in move.facts]
    every = {fact.id or fact.text: fact for fact in (*found, *see.learned, *see.known)}
    return [fact for fact in every.values() if fact.kind != "procedure"][:FACTS]


def _memory(memory: Recollection, turn: Situation) -> str:
    day = on_date(memory.when, turn.now).removeprefix("on ") if memory.when else "some day"
    who = turn.use.persona.name if memory.role == "companion" else memory.speaker
    return f"- {day}, {who or 'they'} said: “{data(memory.text)}”"


def _since(fact: Fact) -> str:
    until = f" (until {fact.valid_to:%d %B %Y})" if fact.valid_to else ""
    due = f" (due {fact.due.start:%d %B %Y})" if fact.due else ""
    return until + due


def _feeling(see: Meant) -> str:
    affect = see.affect
    if affect.confidence < 0.3 or affect.emotion == "neutral":
        return str(_wording()["none"])
    sureness = "clearly" if affect.confidence >= 0.65 else "perhaps"
    core = f"valence {affect.valence:+.1f}, arousal {affect.arousal:+.1f}"
    why = data(see.appraisal.why.replace("_", " "), WHY)
    return f"{sureness} {affect.emotion} ({core})" + (f", appraised as: {why}" if why else "")


def _moves(see: Meant) -> Iterable[str]:
    wording = _table("moves")
    for at, move in enumerate(see.decision.moves, 1):
        if move.act in wording:
            yield f"{at}. {wording[move.act].format(about=_about(move)).rstrip(' :')}"


def _about(move: Move) -> str:
    rests_on = [move.answer.text, *(m.text for m in move.evidence), *(f.text for f in move.facts)]
    return data(next((text for text in rests_on if text), move.about))


def _care(see: Meant) -> Iterable[str]:
    wording = _table("boundaries")
    if see.care.level == "crisis":
        yield f"- {_wording()['crisis']}"
    for name in see.care.boundaries:
        if name in wording:
            yield f"- {wording[name]}"
    if see.care.notice:
        yield f"- {_wording()['notice']}: {data(see.care.notice)}"


def mentioned(reply: str, see: Meant) -> tuple[str, ...]:
    """Give the ids of the memories and facts whose own words the reply takes up."""
    said = _content(reply) - _content(see.percept.text)
    texts = [(m.id, m.text) for m in remembered(see)] + [(f.id, f.text) for f in held(see)]
    return tuple(id for id, text in texts if id and len(said & _content(text)) >= 2)


def _content(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _EMPTY


__all__ = ["data", "fields", "held", "mentioned", "messages", "remembered", "template"]
