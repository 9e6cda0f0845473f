"""Help with a task that nobody wrote steps for: the person's own steps, kept track of over days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.neocortex.claims import sentence as say
from cognition.organs.neocortex.predicates import VERBS
from cognition.organs.prefrontal.deeds import is_done
from cognition.organs.prefrontal.scene import RECENT_ACTS, Scene, remembered, told
from cognition.organs.words import stem_set
from cognition.regex import regex
from cognition.values import EPOCH, Fact, Move, derive_id, engram_id

TASK, STEP, NEXT = "task", "task_step", "task_next"  # relations of procedures
_GOAL = regex(
    r"\bhelp (?:me|us) (?:to )?(?:(?:plan|figure out|work out|find out|think about|sort out"
    r"|find (?:a |some )?ways?)(?: how)? to |(?:plan|organi[sz]e|sort out|figure out|with) )?"
    r"(?P<goal>(?:[\w'’-]+[ ,]*){2,12}?)(?: please)?\W*\Z",
    re.IGNORECASE,
)
_NO_TASK = regex(
    r"\A(?:remember|understand|know|believe|see|feel|sleep|calm|relax|breathe|forget|find out|here"
    r"|now|today|at all)\b",
    re.IGNORECASE,
)
_POINTING = regex(r"\b(?:it|this|that|them|these|those)\Z", re.IGNORECASE)
_WANTED = regex(
    r"\b(?:want|need|have|plan|hope|am going|['’]m going|['’]d like) to (?P<goal>[\w'’ -]+)",
    re.IGNORECASE,
)
_LEAD = regex(
    r"\A(?:\W*(?:ok(?:ay)?|well|so|hmm+|yes|yeah|maybe|perhaps|first(?: of all)?|then|i think"
    r"|i guess|i suppose|probably)\b[,.]? *)+",
    re.IGNORECASE,
)
_INTENDS = regex(
    r"\A(?:(?:i|we)(?:['’]ll| could| can| should| might| will| would| want to| am going to"
    r"| are going to|['’]m going to|['’]re going to| plan to| have to| need to)"
    r"|(?:start|begin) (?:with|by)|by|how about|let['’]?s) (?:maybe |just |first |perhaps )*"
    r"(?P<step>[^?!.;]+)",
    re.IGNORECASE,
)
_NO_VERB = frozenset(
    ("i", "you", "he", "she", "it", "we", "they", "the", "a", "an", "my", "our", "that", "this")
) | frozenset(("there", "not", "no", "yes", "later", "tomorrow", "today", "so", "too", "if"))
_LONGEST = 14  # words of a step
LISTING = timedelta(minutes=15)  # since the last step, while which a list is gone on with


def goal_of(text: str) -> str:
    """Give what help was asked for, in the person's words; empty where that is no task.

    >>> goal_of("Can you help me plan how to cut costs?"), goal_of("Help me understand him")
    ('cut costs', '')
    """
    match = _GOAL.search(text)
    goal = match["goal"].strip(" ,") if match else ""
    if match and _POINTING.search(goal):  # "I want to run a marathon, can you help me plan it?"
        named = _WANTED.search(text[: match.start()])
        goal = named["goal"].strip(" ,") if named else ""
    return "" if _NO_TASK.match(goal) else goal


_ITEM = regex(r"\A\s*(?:\d{1,2}[.)]|[-*•–])\s*(?P<step>[^.?!\n]+)")


def steps_of(text: str, sentences: tuple[str, ...]) -> tuple[str, ...]:
    r"""Give the steps that somebody names: each line of a list, else the one that is told.

    >>> steps_of("1. clear the room\n2. get a handrail", ())
    ('clear the room', 'get a handrail')
    """
    listed = [item for line in text.splitlines() if (item := _ITEM.match(line))]
    steps = tuple(item["step"].strip() for item in listed if " " in item["step"].strip())
    step = "" if steps else step_of(sentences)
    return steps or ((step,) if step else ())


def step_of(sentences: tuple[str, ...]) -> str:
    """Give the step that somebody sets themselves: "We could bake only once a day".

    >>> step_of(("We could bake only once a day.",)), step_of(("Maybe ask the bank first.",))
    ('bake only once a day', 'ask the bank first')
    >>> step_of(("I slept badly.",))
    ''
    """
    for sentence in sentences:
        bare = _LEAD.sub("", sentence).strip(" .!")
        match = _INTENDS.match(bare)
        step = match["step"].strip(" ,") if match else bare
        first = step.partition(" ")[0].lower()
        begins = (
            VERBS.get(first, ("", ""))[1] == "base"
            or first.endswith("ing")
            or (bare != sentence.strip(" .!") and first not in _NO_VERB)
        )
        if (match or begins) and " " in step and len(step.split()) <= _LONGEST:
            return step
    return ""


def begun(goal: str, scene: Scene, use: Faculties, others: tuple[Fact, ...]) -> Move:
    """Begin a task of the person's own; `others` that were in hand are set aside."""
    fact = taken_up(goal, f"this: {goal}", scene, use)
    return Move("guide", "own_begun", 0.95, facts=(fact, *(_ended(one, scene) for one in others)))


def planned(task: Fact, scene: Scene, use: Faculties) -> Move | None:
    """Take up the steps that the person sets themselves when asked for one, or goes on listing."""
    if scene.percept.questions or not guided_lately(use):
        return None
    before = pending(task, use)
    if before and scene.now - set_at(before[-1]) > LISTING:
        return None  # what is said while a step waits is no next one, but right after it
    steps = steps_of(scene.percept.text, told(scene.percept))
    if not steps or any(is_done(scene.percept.text, one.object) for one in before):
        return None
    source = (this_turn(scene, use),)
    facts: list[Fact] = []
    for step in steps:
        text = say(f"{{S}} [want|wants] to do this next: {{o}} ({task.object})", use.owner, step)
        id = _step_id(task, NEXT, step)
        facts.append(procedure(id, NEXT, step, text, source, scene, use))
    how = "own_added" if before or len(steps) > 1 else "own_planned"
    return Move("guide", f"{how}: {'; '.join(steps)}", 0.9, facts=(*facts, task))


def reported(task: Fact, worked: bool, reports: bool, scene: Scene, use: Faculties) -> Move | None:
    """Take in that a step was done, or was of no use, and go on to the next.

    It is the step that is named, or else, if a report is what was said (`reports`), the first.
    """
    words = " ".join(told(scene.percept))
    steps = pending(task, use)
    named = [one for one in steps if is_done(words, one.object)]
    if not named and reports:
        named = [one for one in steps if stem_set(one.object) <= stem_set(words)] or steps
    if not named:
        return None
    step = named[0]
    id, said = _step_id(task, STEP, step.object), f"{step.object} ({task.object})"
    done = tried(id, step.object, said, worked, step.sources, scene, use)
    following = next((one.object for one in steps if one is not step), "")
    about = f"own_next: {following}" if following else "own_done"
    about = about if worked else "own_failed"
    return Move("guide", about, 0.9, facts=(done, _ended(step, scene), task))


def left(task: Fact, use: Faculties) -> Move:
    """Say which steps are left of a task."""
    steps = "; ".join(one.object for one in pending(task, use))
    return Move("guide", f"own_left: {steps}" if steps else "own_open", 0.9, facts=(task,))


def resumed(task: Fact, use: Faculties) -> Move:
    """Come back to the task when a talk begins: to the step set last, or to setting one."""
    steps = pending(task, use)
    about = f"own_again: {steps[0].object}" if steps else "own_open"
    return Move("guide", about, 0.72, facts=(task,))


def dropped(task: Fact, scene: Scene, use: Faculties) -> Move:
    """Let the task be, and the step that was set."""
    ended = (_ended(task, scene), *(_ended(one, scene) for one in pending(task, use)))
    return Move("guide", "", 0.9, facts=ended)


def pending(task: Fact, use: Faculties) -> list[Fact]:
    """Give the steps of a task that were set and not yet reported, in the order they were set."""
    steps = use.knowledge.facts(relation=NEXT, kind="procedure")
    own = [one for one in steps if one.id == _step_id(task, NEXT, one.object)]
    return sorted((one for one in own if one.valid_to is None), key=set_at)


def guided_lately(use: Faculties) -> bool:
    """Tell whether one of the last two turns went on with a task or a list."""
    return any('"guide"' in acts for acts in remembered(use, RECENT_ACTS)[-2:])


def set_at(step: Fact) -> datetime:
    """Give when a step or an item was set."""
    return step.valid_from or EPOCH


def taken_up(task: str, words: str, scene: Scene, use: Faculties) -> Fact:
    """Make the fact that help with a task was begun; `words` say with what."""
    source = this_turn(scene, use)
    id = derive_id("procedure", use.owner, TASK, task, source)
    text = say("{S} [are|is] being helped, step by step, with {o}", use.owner, words)
    return procedure(id, TASK, task, text, (source,), scene, use)


def tried(
    id: str,
    step: str,
    words: str,
    worked: bool,
    sources: tuple[str, ...],
    scene: Scene,
    use: Faculties,
) -> Fact:
    """Make the fact that a step was done, or was of no use; `words` say which."""
    said = "{S} did this: {o}" if worked else "{S} [were|was] not helped by this: {o}"
    text = say(said, use.owner, words)
    return replace(procedure(id, STEP, step, text, sources, scene, use), polarity=worked)


def _ended(fact: Fact, scene: Scene) -> Fact:
    return replace(fact, valid_to=scene.now)


def _step_id(task: Fact, relation: str, step: str) -> str:
    return derive_id("procedure", task.id, relation, step)


def this_turn(scene: Scene, use: Faculties) -> str:
    """Give the id under which what is being said will be kept."""
    percept = scene.percept
    who = percept.speaker or use.owner
    return engram_id(use.owner, percept.ref, who, scene.now, percept.text)


def procedure(
    id: str,
    relation: str,
    object: str,
    text: str,
    sources: tuple[str, ...],
    scene: Scene,
    use: Faculties,
) -> Fact:
    """Make a fact that procedural memory keeps, as of now."""
    return Fact(
        id=id,
        kind="procedure",
        subject=use.owner,
        relation=relation,
        object=object,
        text=text,
        valid_from=scene.now,
        sources=sources,
    )


__all__ = [
    "LISTING",
    "NEXT",
    "STEP",
    "TASK",
    "begun",
    "dropped",
    "goal_of",
    "guided_lately",
    "left",
    "pending",
    "planned",
    "procedure",
    "reported",
    "resumed",
    "set_at",
    "taken_up",
    "this_turn",
    "tried",
]
