"""What a question of two things asks: whether one fits in the other, is part or to the left of it."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.asking import Query
from cognition.organs.prefrontal.reasoning.directions import directed
from cognition.organs.prefrontal.reasoning.parts import part_of
from cognition.organs.prefrontal.reasoning.slots import Slots, slotted
from cognition.organs.prefrontal.reasoning.topics import topic
from cognition.regex import regex

DIRECTION = regex(r"\b(?:north|south|east|west|left|right|above|below)\b", re.IGNORECASE)


def slots_of(text: str, *topics: str, besides: frozenset[str] = frozenset()) -> Slots | None:
    """Give the slots of a question where all its other words are of some topics."""
    words = _topical(topics, besides)
    slots = slotted(text, words)
    return None if slots.left(words) else slots


@lru_cache(maxsize=256)
def _topical(topics: tuple[str, ...], besides: frozenset[str]) -> frozenset[str]:
    return topic("asking").union(*map(topic, topics), besides)


def bare(slots: Slots) -> bool:
    """Say whether a question counts nothing."""
    return not (slots.of("count") or slots.of("number"))


def side(text: str) -> Iterator[Query]:
    """Read whether one thing lies on a side of another."""
    slots = slots_of(text, "motion") if DIRECTION.search(text) else None
    if slots is None or not bare(slots) or len(slots.of("thing")) != 2:
        return
    one = directed(re.sub(r"\A(?:is|are|does|do|would|will|can)\b ", "", text, flags=re.IGNORECASE))
    if one is not None:
        yield "side", {"a": one.first, "b": one.second, "d": one.relation.partition(":")[2]}


def part(text: str) -> Iterator[Query]:
    """Read whether one thing is part of another."""
    if DIRECTION.search(text) or (_FINDS.search(text) and not _PARTS.search(text)):
        return
    slots = slots_of(
        text, "part", besides=frozenset("apart took take taken disassembled something".split())
    )
    if slots is None or not bare(slots) or len(slots.of("thing")) != 2 or slots.of("name"):
        return
    first, second = slots.of("thing")
    apart = re.search(
        r"(?:took|take|taken|dismantled?) (?P<x>the [\w-]+) (?:apart|to pieces)", text
    )
    if apart:
        whole = first if apart["x"].lower() == first.text else second
    elif found := part_of(text):
        yield "is_part", {"a": found[0], "b": found[1]}
        return
    elif re.search(
        rf"{second.text.partition(' ')[2]} (?:\w+ )?(?:has|have|contains?|includes?)\b", text
    ):
        whole = second
    elif re.match(r"(?:does|do|has|would)\b", text, re.IGNORECASE) and slots.has(frozenset(("have", "has", "contain", "include", "comprise", "incorporate"))):  # fmt: skip
        whole = first
    elif second.mark in ("in", "inside", "of", "to", "into") and slots.has(topic("part") - {"part", "several", "inside"}):  # fmt: skip
        whole = second
    else:
        return
    yield "is_part", {"a": (second if whole is first else first).text, "b": whole.text}


_FITTING = regex(
    r"\b(?:fits?|room|space|pack|squeeze|put|stuff|cram|stow|store|hold|contain|accommodate|take|swallow|enough|roomy|too|(?:go|get|slide|slip|placed?|work)\b.*\b(?:in|into|inside))\b",
    re.IGNORECASE,
)
_PARTS = regex(r"\b(?:parts?|components?|pieces?|elements?|apart)\b", re.IGNORECASE)
_FINDS = regex(r"\b(?:find|see|meet|there\Z|look\w*|went|been)\b")


def fits(text: str) -> Iterator[Query]:
    """Read whether one thing fits in another."""
    slots = slots_of(text, "fit", besides=frozenset(("too", "into", "happen")))
    named = slots and [one for one in slots.of("name") if one.text != "I"]
    if slots is None or named or not bare(slots) or len(slots.of("thing")) != 2:
        return
    if DIRECTION.search(text) or not _FITTING.search(text) or _FINDS.search(text):
        return
    first, second = slots.of("thing")
    inside = [one for one in (first, second) if one.mark in ("in", "into", "inside", "within")]
    if slots.has(frozenset(("too",))):
        if second.mark == "for" and slots.has(frozenset(("big", "large", "wide", "huge"))):
            yield "is_more", {"a": first.text, "b": second.text, "d": "bigger"}
        return
    if len(inside) == 1:
        whole = inside[0]
    elif (
        second.mark == "for" and not slots.has(frozenset(("small", "little", "tiny")))
    ) or slots.has(
        frozenset(
            (
                "hold",
                "take",
                "contain",
                "accommodate",
                "big",
                "large",
                "have",
                "house",
                "swallow",
                "roomy",
                "offer",
            )
        )
    ):
        whole = first
    else:
        whole = second
    yield "fits", {"a": (second if whole is first else first).text, "b": whole.text}


__all__ = ["DIRECTION", "bare", "fits", "part", "side", "slots_of"]
