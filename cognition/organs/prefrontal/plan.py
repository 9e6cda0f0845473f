"""What could be done in this turn: goals in force, and dialogue moves that would serve them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cognition.faculties import Faculties
from cognition.faculties.knowledge.slots import key_of
from cognition.organs.insula.off_record import OFF_RECORD
from cognition.organs.neocortex.lexicon import KIN
from cognition.organs.prefrontal.aftercare import aftercare
from cognition.organs.prefrontal.listing import listing
from cognition.organs.prefrontal.matters import matter_of
from cognition.organs.prefrontal.opening import due, prospects, topic
from cognition.organs.prefrontal.related import HIGH, LOW, NO_QUESTION, SORE, related, shared
from cognition.organs.prefrontal.replying import ADVICE, asks, reply
from cognition.organs.prefrontal.responding import called_off, response
from cognition.organs.prefrontal.scene import SESSION_GAP, Scene
from cognition.organs.prefrontal.shared_past import anniversaries, jokes
from cognition.organs.prefrontal.tasks import guiding
from cognition.organs.prefrontal.words import sentences, stem_set
from cognition.regex import regex
from cognition.values import Goal, Move, Plan

_GOES_ON = regex(r"\W*(?:(?:and|but|so|because) )*(?:he|she|they|it)\b", re.IGNORECASE)
_TITLED = regex(r"(?:Dr|Prof)\b")  # who they are, their title tells


def propose(scene: Scene, use: Faculties) -> Plan:
    """Propose goals and moves for this turn, best first."""
    if scene.care.level == "crisis":
        return _crisis(scene)
    if taken_back := aftercare(scene, use):
        return taken_back
    act = scene.percept.act
    if act == "farewell":
        return _plan([Goal("part", "", 1.0)], [Move(act="part", value=0.95)])
    moves: list[Move] = []
    if scene.opening and act in ("empty", "greeting", "backchannel"):
        moves.append(Move(act="greet", value=0.95))
        if _room_for_past(scene):
            moves += [*prospects(scene, use), *anniversaries(scene, use)]
    elif act in ("greeting", "empty"):
        moves.append(Move(act="greet", value=0.8))
    elif act == "thanks":
        moves.append(Move(act="thank", value=0.85))
    guides = listing(scene, use) or guiding(scene, use)
    moves += guides
    asking = asks(scene.percept)
    if asking and not guides:
        moves.append(reply(scene, use))
    moves += _advice(scene)
    moves += response(scene, asking)
    if not asking:
        if shared := jokes(scene, use):  # a joke taken up is response enough
            moves = [move for move in moves if move.act != "reflect"] + shared
        else:
            moves += related(scene, use)
        moves += _questions(scene, use)
        moves += _due_meanwhile(scene, use)
    if act == "backchannel" and not scene.opening and _room_for_past(scene):
        moves += [_dimmed(move) for move in prospects(scene, use)]
    return _plan(_goals(scene, moves), _respecting(scene, moves))


def _due_meanwhile(scene: Scene, use: Faculties) -> list[Move]:
    """Come back to a plan in the middle of a talk, where what is told now leaves room for it."""
    if scene.percept.act not in ("statement", "request") or not _room_for_past(scene):
        return []
    if (scene.matter is not None and scene.matter.feel != "plain") or _goes_on_badly(scene, use):
        return []
    return [replace(move, value=move.value - 0.2) for move in due(scene, use)]


def _goes_on_badly(scene: Scene, use: Faculties) -> bool:
    """Tell whether this goes on with bad news of somebody: "He has three blocked arteries."."""
    if not _GOES_ON.match(scene.percept.text):
        return False
    mine = [one for one in use.journal.latest(4) if one.role == "person"]
    if not mine or scene.now - mine[-1].when > SESSION_GAP:
        return False
    before = matter_of(sentences(mine[-1].text))
    return before is not None and before.feel == "bad"


def _plan(goals: Sequence[Goal], moves: Sequence[Move]) -> Plan:
    ordered = sorted(goals, key=lambda goal: -goal.weight)
    return Plan(goals=tuple(ordered), moves=tuple(sorted(moves, key=lambda move: -move.value)))


def _crisis(scene: Scene) -> Plan:
    refer = Move(act="refer", about=scene.care.reason, value=1.0)
    validate = Move(act="validate", about=topic(scene.percept.text), value=0.95)
    return _plan([Goal("comfort", scene.care.reason, 1.0)], [refer, validate])


def _room_for_past(scene: Scene) -> bool:
    """Say whether the past may come up unasked: not amid a question, nor amid distress.

    Nor off the record: that it came up could not be kept, and it would come up again.
    """
    off_record = OFF_RECORD in scene.care.boundaries
    return not scene.percept.questions and scene.valence > LOW and not off_record


def _dimmed(move: Move) -> Move:
    return replace(move, value=move.value * 0.6)


def _advice(scene: Scene) -> list[Move]:
    """Suggest what the person is known to like or what helped; more readily when asked."""
    wanted = bool(ADVICE.search(scene.percept.text))
    if not wanted and scene.valence > LOW:
        return []
    liked = [
        fact
        for fact in scene.known
        if fact.relation in ("hobby", "likes", "loves") and fact.polarity and fact.valid_to is None
    ]
    helped = [
        r
        for r in scene.recollections
        if r.affect.valence > HIGH
        and r.role == "person"
        and shared(scene.percept.text, r.text) > 0.2
    ]
    if not liked and not helped:
        return []
    value = 0.75 if wanted else 0.25
    about = liked[0].object if liked else topic(helped[0].text)
    return [
        Move(
            act="suggest",
            about=about,
            value=value,
            evidence=tuple(helped[:1]),
            facts=tuple(liked[:1]),
        )
    ]


def _questions(scene: Scene, use: Faculties) -> list[Move]:
    """Ask about what is not known: a person named, a plan's date, what lies behind a feeling."""
    percept, felt = scene.percept, scene.valence
    if percept.act not in ("statement", "request", "apology") or called_off(scene):
        return []
    if scene.matter is not None and scene.matter.name in NO_QUESTION:
        return []
    if _NAMING.fullmatch(percept.text):
        return []
    if name := _stranger(scene, use):
        asked = Move(act="ask", about=name, value=0.45)
        # who it is comes after what it does to the person, even where that is only hinted at
        hurts = felt > LOW and scene.affect.valence < SORE
        first = [Move(act="validate", about=topic(percept.text), value=0.5)] if hurts else []
        return [*first, asked]
    for fact in scene.learned:
        if fact.kind == "plan" and fact.due is None and fact.valid_to is None:
            return [Move(act="ask", about="Is there a day for it?", value=0.42)]
    if felt <= LOW or scene.matter is not None:
        return [Move(act="ask", about=topic(percept.text), value=0.4)]
    worth = felt >= HIGH or bool(scene.learned) or len(stem_set(percept.text)) >= 4
    return [Move(act="ask", about=topic(percept.text), value=0.38 if worth else 0.25)]


_NAMING = regex(
    r"\W*(?:(?:hi|hey|hello|please|you can|just|so|oh|ok|okay|well)\b\W*)*(?:call me|my name is"
    r"|my name['’]?s|(?:the )?name['’]?s|i['’]?m called) [\w'-]+\W*",
    re.IGNORECASE,
)


def _stranger(scene: Scene, use: Faculties) -> str:
    """Give the first name that stands for a person of whom nothing is known; else nothing."""
    percept = scene.percept
    facts = (*scene.known, *scene.learned)
    tied = {key_of(name) for f in facts for name in (f.subject, f.object)}
    tied.update((key_of(percept.speaker), key_of(use.persona.name)))
    return next(
        (
            name
            for name in percept.names
            if key_of(name) not in tied
            and not _TITLED.match(name)
            and not name.isupper()  # the GP, HR
            and name.lower() not in KIN
            and _reads_as_person(percept.text, name)
            and not use.knowledge.facts(about=name)
        ),
        "",
    )


def _reads_as_person(text: str, name: str) -> bool:
    """Say whether a name stands where a person does: with someone, or doing something."""
    who = re.escape(name)
    pattern = (
        rf"\b(?:with|told|met|meet|meeting|saw|miss|visit|and|from|asked) {who}\b"
        # and not "a dog called Rex", "I'm called Kit"
        rf"|\b(?:I|i|we|We|he|she|they|just|then|also|and|finally) called {who}\b"
        rf"|\b{who} (?:said|told|is|was|and|came|called|wants|has|had|will|asked|thinks|left|got"
        rf"|gave|keeps|loves)\b|\b{who}'s\b"
    )
    place = rf"\b(?:in|at|to) {who}\b"
    return bool(re.search(pattern, text)) and not re.search(place, text)


def _goals(scene: Scene, moves: Sequence[Move]) -> list[Goal]:
    """Name the goals that the moves on offer serve."""
    serves = {
        "validate": "comfort",
        "celebrate": "celebrate",
        "answer": "answer",
        "abstain": "answer",
        "disclose": "answer",
        "follow_up": "follow_up",
        "recall": "remember",
        "acknowledge": "remember",
        "guide": "help with a task",
        "ask": "understand",
        "reflect": "understand",
    }
    best: dict[str, Goal] = {}
    for move in moves:
        name = serves.get(move.act)
        if name and (name not in best or best[name].weight < move.value):
            best[name] = Goal(name, move.about, move.value)
    return list(best.values())


def _respecting(scene: Scene, moves: Sequence[Move]) -> list[Move]:
    """Leave out what care's boundaries forbid."""
    bounds = " ".join(scene.care.boundaries).lower()
    barred = {
        act
        for act, sign in (
            ("suggest", "advice"),
            ("suggest", "suggest"),
            ("ask", "question"),
            ("recall", "recall"),
        )
        if sign in bounds
    }
    return [move for move in moves if move.act not in barred]
