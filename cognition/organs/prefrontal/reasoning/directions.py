"""What lies where, from words about going there: "leave the hall going north and you reach the den"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.regex import regex

_DIRECTION = regex(
    r"\b(?P<d>north|south|east|west|left|right|above|below)(?:wards?|ern|erly)?\b", re.IGNORECASE
)
_THING = regex(
    r"(?P<lead>\b(?:\w+ ){0,3}?)(?P<what>(?:the|my|an?) (?!(?:north|south|east|west|left|right|way)\b)[\w-]+(?: (?!(?:is|lies|left|right|north|south|east|west|above|below|the|a|an|my|brings|takes|leads|gets|reaches|comes|and|you|heading|walking|moving|travelling|facing|looking|stands|going|to|by|go|on|in|has|at|there|if|of|from|one|we|can|will|stands|sits|then|towards|toward|out|into|leading)\b)[\w-]+)?)",
    re.IGNORECASE,
)
_ORIGIN = regex(
    r"\b(?:next to|beside|alongside|relative to|facing|face|look at|from|than|leave|leaving|of|out of|in|at|exit|exiting|starting|start|standing|beyond)\s*\Z",
    re.IGNORECASE,
)
_GOAL = regex(
    r"\b(?:drew|painted|sketched|drawn|placed|put|printed|hung|reach|reaches|get to|gets you to|to|find|see|into|enter|is|lies|are in|come to|comes|arrive at|brings you to|leads to|meet|reaching|towards|be in|for)\s*\Z",
    re.IGNORECASE,
)
_TOWARDS = regex(
    r"\b(?:to|on|at|in) (?:the|its) (?:\w+ )?(?=north|south|east|west|left|right)|\b(?:in|on) (?:the|this|my|our) (?:picture|drawing|image|photo|painting|sketch|page|diagram|map)\b,?|\b(?:the|a) (?:room|building|place|spot) (?=(?:to the )?(?:north|south|east|west)\b)",
    re.IGNORECASE,
)
_WHICH_LIES = regex(r"\bwhich (?:\w+ )?(?:is|lies|stands|sits)\b.*\bits\b", re.IGNORECASE)
_AXES = {
    "north": ("north", 1), "above": ("north", 1), "south": ("north", -1), "below": ("north", -1),
    "east": ("east", 1), "right": ("east", 1), "west": ("east", -1), "left": ("east", -1),
}  # fmt: skip

# how far it lies says nothing of the side: "a bit to the left", "three doors further north"
_SLIGHTLY = regex(
    r" (?:(?:just|only|quite) )?(?:(?:an?|some|a (?:little|tiny|wee|small|good|short|long)|\w+) (?:bit|little|way|ways|distance|steps?|doors?|metres?|meters?|inch(?:es)?|centimetres?|cm|stretch|walk|few steps|few doors)|a little|slightly|somewhat|immediately|directly|straight)(?: (?:away|over|off|further|farther|more))?(?= (?:to|on|at|in|further|farther|north|south|east|west|left|right|above|below|of)\b)",
    re.IGNORECASE,
)
_HAS = regex(
    r"(?P<o>the [\w-]+(?: [\w-]+)?) (?:has|have)(?: got)? (?P<x>the [\w-]+(?: [\w-]+)?) (?:standing |lying |right |just |directly )?(?:to|on|at) (?:its|the) (?P<d>north|south|east|west|left|right)\b",
    re.IGNORECASE,
)


_OWN_SIDE = regex(  # "to the box's left"
    r"\b(?:to|on|at) (?P<o>the [\w-]+(?: [\w-]+)?)'s (?:immediate |very )?(?P<d>north|south|east|west|left|right)(?:ern|-hand)?(?: side)?\b",
    re.IGNORECASE,
)


def directed(text: str) -> Literal | None:
    """Read which of two things lies in a direction from the other, by the words before each."""
    if match := _HAS.search(text):
        return _lies(match["x"], match["o"], match["d"].lower())
    text = _OWN_SIDE.sub(r"to the \g<d> of \g<o>", text)
    text = _SLIGHTLY.sub(" ", text)
    directions = {match["d"].lower() for match in _DIRECTION.finditer(text)}
    if len(directions) != 1:
        return None
    bare = _TOWARDS.sub("", text)
    things = [(bare[: match.start("what")], match["what"]) for match in _THING.finditer(bare)]
    if len({what.lower() for _, what in things}) != 2 or len(things) != 2:
        return None
    (before, one), (between, other) = things
    goal_first = bool(_GOAL.search(before)) and not _ORIGIN.search(before)
    goal_first = goal_first or (not before.strip() and bool(_ORIGIN.search(between)))
    # "the school is next to the garden, which lies to its north"
    goal_first = goal_first and not _WHICH_LIES.search(text)
    goal, origin = (one, other) if goal_first else (other, one)
    if not goal_first and not (
        _WHICH_LIES.search(text) or _ORIGIN.search(before) or _GOAL.search(between)
    ):
        return None
    return _lies(goal, origin, directions.pop())


def _lies(goal: str, origin: str, direction: str) -> Literal:
    axis, sign = _AXES[direction]
    first, second = (goal, origin) if sign > 0 else (origin, goal)
    return Literal(f"more:{axis}", first, second)


__all__ = ["directed"]
