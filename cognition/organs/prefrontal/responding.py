"""Responding to what was told: to its feeling, to what is new in it, else to its topic."""

from __future__ import annotations

import re

from cognition.organs.prefrontal.opening import topic
from cognition.organs.prefrontal.related import HIGH, LOW
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.scene import Scene, told
from cognition.regex import regex
from cognition.values import Fact, Move

KEEP = regex(r"\bremember (?:that|this|my|to)\b|\bdon't forget\b", re.IGNORECASE)
_FORMULAS = ("empty", "greeting", "thanks", "backchannel")


def response(scene: Scene, asks: bool) -> list[Move]:
    """Respond to what was told: to its feeling, to what is new in it, else to its topic."""
    percept, felt = scene.percept, scene.valence
    if asks and not told(percept) and not scene.learned:
        return []
    if percept.act in _FORMULAS and not scene.learned and scene.matter is None:
        return [] if felt > LOW else [_validate(scene)]
    moves: list[Move] = []
    if felt <= LOW:
        moves.append(_validate(scene))
    elif felt >= HIGH and not _only_introduced(scene):
        value = min(1.0, 0.45 + 0.45 * felt)
        moves.append(Move(act="celebrate", about=topic(percept.text), value=value))
    news = _news(scene)
    if off := called_off(scene):
        moves.append(Move(act="acknowledge", about=off.object, value=0.7, facts=(off,)))
    elif news:
        dated = any(fact.due is not None for fact in news)
        value = (0.65 if dated else 0.5) - (0.15 if asks else 0.0)
        moves.append(
            Move(act="acknowledge", about=news[0].object or news[0].text, value=value, facts=news)
        )
    elif KEEP.search(percept.text) or (percept.act == "apology" and scene.matter is None):
        moves.append(Move(act="acknowledge", about=topic(percept.text), value=0.6))
    if not moves and not asks and percept.text:
        moves.append(Move(act="reflect", about=topic(percept.text), value=0.4))
    return moves


def _only_introduced(scene: Scene) -> bool:
    """Say whether no more is told than a name: a bright "Good morning! I'm Ruth." is no news."""
    learned = {fact.relation for fact in scene.learned}
    return bool(learned) and learned <= {"name"} and len(told(scene.percept)) <= 2


def called_off(scene: Scene) -> Fact | None:
    """Give the plan that is said to be off, if one is, and not only moved to another day."""
    ended = [f for f in scene.learned if f.kind == "plan" and f.valid_to is not None]
    moved = any(f.kind == "plan" and f.valid_to is None for f in scene.learned)
    return ended[0] if ended and not moved else None


def _news(scene: Scene) -> tuple[Fact, ...]:
    """Give what was learned and is worth taking up; beside good or bad news, people and dates."""
    news = [f for f in scene.learned if f.valid_to is None and f.kind != "procedure"]
    if scene.matter is not None and scene.matter.feel != "plain":
        kin = () if scene.matter.name in ("loss", "ex_back") else KIN
        return tuple(f for f in news if f.due is not None or f.relation in kin)
    return tuple(news)


def _validate(scene: Scene) -> Move:
    value = min(1.0, 0.55 + 0.45 * abs(scene.valence))
    return Move(act="validate", about=topic(scene.percept.text), value=value)
