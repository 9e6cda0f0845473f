"""Help with a task: one step at a time, over days, starting from what worked for this person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cognition.faculties import Faculties
from cognition.organs.prefrontal import own_tasks
from cognition.organs.prefrontal.decomposition import Known, library, outline
from cognition.organs.prefrontal.own_tasks import NEXT, STEP, TASK
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.scene import Scene, told
from cognition.regex import regex
from cognition.values import Fact, Move, derive_id

_HELP = regex(
    r"\b(?:(?:can|could|will) you help|help me|i need help|where (?:do|should) i (?:start|begin)"
    r"|how (?:do|should|can) i|walk me through|let'?s (?:plan|prepare|work on))\b",
    re.IGNORECASE,
)
# "I see Kayla next week" asks for no step
_NEXT = (
    r"(?:what(?:'?s| is| comes| do (?:i|we) do| should i do| now)?,? next\b(?! \w)"
    r"|next (?:step|one|item|thing)\b"
    r"|\A\W*(?:(?:ok(?:ay)?|and|so|right|yes|now|then)\W+)*next\W*\Z)"
)
_REPORT = regex(
    rf"{_NEXT}|\b(?:done|did (?:it|that)|finished|managed|didn'?t (?:work|help)"
    r"|did not (?:work|help)"
    r"|no use|skip|can'?t do (?:that|this|it)|where were we|carry on|continue|drop (?:it|this)"
    r"|stop (?:this|helping)|no longer need|never mind)\b",
    re.IGNORECASE,
)
_DROPPED = regex(
    r"\b(?:drop (?:it|this)|stop (?:this|helping)|no longer need|never mind)\b", re.IGNORECASE
)
_USELESS = regex(
    r"\b(?:did(?:n'?t| not) (?:work|help)|no use|skip|can'?t do (?:that|this|it))\b", re.IGNORECASE
)
_GO_ON = regex(rf"\b(?:where were we|carry on|continue)\b|{_NEXT}", re.IGNORECASE)
_LEFT = regex(
    r"\bwhat(?:'?s| is| else is| do (?:i|we) have)? (?:still )?(?:left|next|to go|on)\b"
    r"(?=.*\blist\b|\W*\Z)|\bwhat(?:'?s| is) on (?:my|our|the) list\b"
    r"|\b(?:show|tell|read) (?:me )?(?:my|our|the) list\b",
    re.IGNORECASE,
)
_NOT_DONE = regex(r"\b(?:not|n'?t|never|nearly|almost) (?:\w+ )?(?:done|finished|managed)\b")


_CUES = ("help", "start", "begin", "how ", "walk me", "let's", "lets ", "let’s")


def guiding(scene: Scene, use: Faculties) -> list[Move]:
    """Give the move that guides through a task: begun, gone on with, or resumed at an opening.

    Its `facts` are what procedural memory is to learn: the task, and the step that was reported.
    Ordinary turns cost a look at the text and one for a task in hand.
    """
    if scene.percept.role != "person":
        return []
    text = scene.percept.text.replace("’", "'")
    low = text.lower()
    asked = any(cue in low for cue in _CUES) and bool(_HELP.search(text))
    if asked and (task := _task_in(text)):
        return _begun(task, scene, use)
    active = _active(use)
    if asked and (goal := own_tasks.goal_of(text)):
        return [own_tasks.begun(goal, scene, use, () if active is None else (active,))]
    if active is None:
        return []
    said = " ".join(told(scene.percept)).replace("’", "'")
    reports = not asked and bool(_REPORT.search(said) or (text and _GO_ON.search(text)))
    opening = scene.opening and scene.percept.act in ("empty", "greeting", "backchannel")
    if active.object not in library().names:
        return _with_own(active, reports and not _NOT_DONE.search(text), opening, scene, use)
    if reports and not _NOT_DONE.search(text):
        return _reported(active, text, scene, use)
    return [_next(active, (), use, 0.72, resumed=True)] if opening else []


def _with_own(task: Fact, reports: bool, opening: bool, scene: Scene, use: Faculties) -> list[Move]:
    """Go on with a task of the person's own."""
    text = scene.percept.text
    if reports and _DROPPED.search(text):
        return [own_tasks.dropped(task, scene, use)]
    if scene.percept.questions and _LEFT.search(text):
        return [own_tasks.left(task, use)]
    move = own_tasks.planned(task, scene, use)
    if move is None:
        move = own_tasks.reported(task, not _USELESS.search(text), reports, scene, use)
    if move is None and opening:
        move = own_tasks.resumed(task, use)
    return [] if move is None else [move]


def _task_in(text: str) -> str:
    return next((name for name, cue in library().asks.items() if cue.search(text)), "")


def _active(use: Faculties) -> Fact | None:
    tasks = use.knowledge.facts(relation=TASK, kind="procedure")
    return next((one for one in tasks if one.valid_to is None), None)


def _begun(task: str, scene: Scene, use: Faculties) -> list[Move]:
    active = _active(use)
    if active is not None and active.object == task:
        return [_next(active, (), use, 0.95)]
    fact = own_tasks.taken_up(task, library().names[task], scene, use)
    set_aside = () if active is None else (replace(active, valid_to=scene.now),)
    return [_next(fact, (fact, *set_aside), use, 0.95)]


def _reported(active: Fact, text: str, scene: Scene, use: Faculties) -> list[Move]:
    """Take in that the step at hand was done, or was of no use, and go on to the next."""
    if _DROPPED.search(text):
        ended = replace(active, valid_to=scene.now)
        return [Move("guide", "", 0.9, facts=(ended,))]
    step = next(iter(_ahead(active, (), use)), "")
    if not step or (_GO_ON.search(text) and not re.search(r"\b(?:done|did|finished)\b", text)):
        return [_next(active, (), use, 0.9)]
    worked = not _USELESS.search(text)
    id = derive_id("procedure", active.id, STEP, step, worked)
    said = f"{library().words[step]} ({library().names[active.object]})"
    tried = own_tasks.tried(id, step, said, worked, active.sources, scene, use)
    return [_next(active, (tried,), use, 0.9)]


def _next(
    task: Fact, learned: Sequence[Fact], use: Faculties, value: float, resumed: bool = False
) -> Move:
    """Guide to the first step that is left; a task without one is over."""
    left = _ahead(task, learned, use)
    if not left:
        at = learned[-1].valid_from if learned else None
        return Move("guide", "", value, facts=(*learned, replace(task, valid_to=at)))
    about = f"{'again' if resumed else 'step'}: {library().words[left[0]]}"
    kept = learned if task in learned else (*learned, task)
    return Move("guide", about, value, facts=tuple(kept))


def _ahead(task: Fact, learned: Sequence[Fact], use: Faculties) -> tuple[str, ...]:
    """Give the steps of a task that are left; what did not help before is not tried again."""
    tried = [*learned, *use.knowledge.facts(relation=STEP, kind="procedure")]
    tried = [fact for fact in tried if fact.relation == STEP]
    done = {f.object for f in tried if f.polarity and _since(f, task.valid_from)}
    friends = any(
        f.relation in (*KIN, "friend") and f.polarity and f.valid_to is None
        for f in use.knowledge.facts(about=use.owner)
    )
    known = Known(
        holds=frozenset({"someone"} if friends else ()),
        worked=frozenset(fact.object for fact in tried if fact.polarity),
        failed=frozenset(fact.object for fact in tried if not fact.polarity),
    )
    return tuple(step for step in outline(task.object, known, library()) if step not in done)


def _since(fact: Fact, begun: datetime | None) -> bool:
    return begun is None or (fact.valid_from is not None and fact.valid_from >= begun)


__all__ = ["NEXT", "STEP", "TASK", "guiding"]
