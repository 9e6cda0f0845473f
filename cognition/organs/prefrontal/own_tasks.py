"""Help with a task that nobody wrote steps for: the person's own steps, kept track of over days."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.faculties import Faculties
from cognition.organs.neocortex.claims import sentence as say
from cognition.organs.neocortex.predicates import VERBS
from cognition.organs.prefrontal.scene import RECENT_ACTS, Scene, remembered, told
from cognition.regex import regex
from cognition.values import Fact, Move, derive_id, engram_id

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
        begins = VERBS.get(first, ("", ""))[1] in ("base", "ing") or first.endswith("ing")
        begins = begins or (bare != sentence.strip(" .!") and first not in _NO_VERB)
        if (match or begins) and " " in step and len(step.split()) <= _LONGEST:
            return step
    return ""


def begun(goal: str, scene: Scene, use: Faculties, others: tuple[Fact, ...]) -> Move:
    """Begin a task of the person's own; `others` that were in hand are set aside."""
    percept = scene.percept
    who = percept.speaker or use.owner
    source = engram_id(use.owner, percept.ref, who, scene.now, percept.text)
    fact = Fact(
        id=derive_id("procedure", use.owner, TASK, goal, source),
        kind="procedure",
        subject=use.owner,
        relation=TASK,
        object=goal,
        text=say("{S} [are|is] being helped, step by step, with this: {o}", use.owner, goal),
        valid_from=scene.now,
        sources=(source,),
    )
    return Move("guide", "own_begun", 0.95, facts=(fact, *(_ended(one, scene) for one in others)))


def planned(task: Fact, scene: Scene, use: Faculties) -> Move | None:
    """Take up the step that the person sets themselves when asked for one."""
    lately = remembered(use, RECENT_ACTS)[-2:]  # turns, each as its acts
    if pending(use) or not any('"guide"' in acts for acts in lately):
        return None
    step = step_of(told(scene.percept)) if not scene.percept.questions else ""
    if not step:
        return None
    percept = scene.percept
    who = percept.speaker or use.owner
    source = engram_id(use.owner, percept.ref, who, scene.now, percept.text)
    said = "{S} [want|wants] to do this next: {o}"
    fact = _procedure(task, NEXT, step, said, (source,), scene, use)
    return Move("guide", f"own_planned: {step}", 0.9, facts=(fact, task))


def reported(task: Fact, worked: bool, scene: Scene, use: Faculties) -> Move | None:
    """Take in that the step set last was done, or was of no use, and ask for the next."""
    step = pending(use)
    if step is None:
        return None
    said = "{S} did this: {o}" if worked else "{S} [were|was] not helped by this: {o}"
    tried = _procedure(task, STEP, step.object, said, step.sources, scene, use)
    tried = replace(tried, polarity=worked)
    about = "own_done" if worked else "own_failed"
    return Move("guide", about, 0.9, facts=(tried, _ended(step, scene), task))


def resumed(task: Fact, use: Faculties) -> Move:
    """Come back to the task when a talk begins: to the step set last, or to setting one."""
    step = pending(use)
    about = f"own_again: {step.object}" if step else "own_open"
    return Move("guide", about, 0.72, facts=(task,))


def dropped(task: Fact, scene: Scene, use: Faculties) -> Move:
    """Let the task be, and the step that was set."""
    step = pending(use)
    ended = (_ended(task, scene), *((_ended(step, scene),) if step else ()))
    return Move("guide", "", 0.9, facts=ended)


def pending(use: Faculties) -> Fact | None:
    """Give the step that was set and not yet reported."""
    steps = use.knowledge.facts(relation=NEXT, kind="procedure")
    return next((one for one in steps if one.valid_to is None), None)


def _ended(fact: Fact, scene: Scene) -> Fact:
    return replace(fact, valid_to=scene.now)


def _procedure(
    task: Fact,
    relation: str,
    step: str,
    said: str,
    sources: tuple[str, ...],
    scene: Scene,
    use: Faculties,
) -> Fact:
    return Fact(
        id=derive_id("procedure", task.id, relation, step),
        kind="procedure",
        subject=use.owner,
        relation=relation,
        object=step,
        text=say(f"{said} ({task.object})", use.owner, step),
        valid_from=scene.now,
        sources=sources,
    )


__all__ = [
    "NEXT",
    "STEP",
    "TASK",
    "begun",
    "dropped",
    "goal_of",
    "pending",
    "planned",
    "reported",
    "resumed",
]
