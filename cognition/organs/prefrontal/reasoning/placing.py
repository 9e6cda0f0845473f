"""Where a thing is, what it fits in and what it is part of, in whatever construction."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.directions import directed
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.parts import part_of
from cognition.organs.prefrontal.reasoning.slots import pair_of, slotted
from cognition.organs.prefrontal.reasoning.topics import topic
from cognition.regex import regex

_DIRECTION = regex(
    r"\b(?:north|south|east|west|left|above|below)\b|\bright of\b|\b(?:the|its) right\b",
    re.IGNORECASE,
)
INTO = ("in", "into", "inside", "within")
_HOLDS = regex(
    r"\b(?:hold|take|accommodate|contain|swallow|house|receive|admit|has|have|offers?|leaves|big|large|roomy|spacious|wide|huge|bigger|larger|roomier|holds|takes|swallows|houses|contains|accommodates|provides)\b"
)


# who tried it and did it says that it can be done
_TRIED = regex(
    r"\A(?:(?:I|we|you|they)(?:'ve| have| had)? (?:(?:just|once|already) )?(?:tried|attempted)(?: to)? |(?:when )?(?:I|we|they) (?:once )?(?=(?:put|packed)\b))(?=.*(?:,|;)? (?:and|but) (?:it|that|this) (?:(?:did|just|actually|really|all|even) )*(?:fit|fitted|fits|worked|went in|went right in|was (?:fine|possible|no problem)|succeeded)\b)",
    re.IGNORECASE,
)


_SEEN = regex(r"\b(?:see|sees|seen|spot|spotted|notice|noticed|visible)\b", re.IGNORECASE)


def fits(text: str) -> tuple[Literal, ...]:
    """Read which of two things fits in the other."""
    if _SEEN.search(text) and "fit" not in text:
        return ()  # what can be seen in the drawer is there, whatever else would fit
    text = _TRIED.sub("it fits, ", text)
    words = topic("fit")
    slots = slotted(text, words)
    pair = pair_of(slots, "thing", "count", "number")
    named = [one for one in slots.of("name") if one.text != "I"]
    if pair is None or named or not slots.has(topic("able")) or slots.left(words):
        return ()
    first, second = pair
    if _DIRECTION.search(text):
        return ()
    between = " ".join(slots.words[first.at + 1 : second.at])
    if re.search(r"\bfit for\b", text):
        whole = second
    elif first.mark in INTO or (second.mark == "for" and "small" not in slots.words):
        whole = first
    elif second.mark in (*INTO, "by", "for") or not _HOLDS.search(between):
        whole = second
    else:
        whole = first
    if "too" in slots.words:
        return ()
    part = second if whole is first else first
    return (Literal("bigger", whole.text, part.text),)


def part(text: str) -> tuple[Literal, ...]:
    """Read which of two things is part of the other."""
    words = topic("part")
    slots = slotted(text, words)
    pair = pair_of(slots, "thing", "name", "count", "number")
    if pair is None or slots.left(words) or not re.search(
        r"\b(?:parts?|components?|pieces?|elements?|sections?|made (?:up )?of|consists?|compris\w+|belongs|contains|includes|incorporat\w+|built into)\b", text, re.IGNORECASE
    ):  # fmt: skip
        return ()
    first, second = pair
    made = rf"{second.text.partition(' ')[2]} (?:is|was|are) (?:made|built|composed|put together)\b"
    if re.search(made, text):
        return (Literal("part", first.text, second.text),)
    if found := part_of(text):
        return (Literal("part", *found),)
    of_second = second.mark in (*INTO, "of", "to", "up", "form", "forms", "constitute", "compose")
    whole = second if of_second else first
    return (Literal("part", (first if whole is second else second).text, whole.text),)


FINDING = frozenset(
    "find finds found see sees seen look open opens keep keeps kept lie lies lying sit sits sitting stored stands standing resting rests hidden placed put located belongs spot home inside within check search drawer's".split()
)


def inside(text: str) -> tuple[Literal, ...]:
    """Read which of two things is in the other."""
    slots = slotted(text, FINDING)
    pair = pair_of(slots, "thing", "count", "number")
    if pair is None or slots.left(FINDING) or [one for one in slots.of("name") if one.text != "I"]:
        return ()
    if not slots.has(FINDING) or re.search(r"\b(?:on|to) (?:the|its)\b|\bside\b", text):
        return ()
    whole = [one for one in pair if one.mark in (*INTO, "open", "opens")]
    if len(whole) != 1:
        return ()
    thing = pair[1] if whole[0] is pair[0] else pair[0]
    return (Literal("is_in", thing.text, whole[0].text),)


_ABSENT = regex(
    r"\b(?:not|never|nowhere|isn't|can't|won't|cannot|n't|elsewhere|no longer|no (?:sign|trace|sight))\b|n't\b|\b(?:anywhere|somewhere|any place|someplace) (?:but|except|else|other than)\b|\bthere(?:'s| is| was) no\b|\bgone from\b"
)
_WENT = frozenset("go goes going went come comes coming came enter enters entered leave leaves left get gets got getting move moved moves been".split())  # fmt: skip


def absent(text: str) -> tuple[Literal, ...]:
    """Read who is said not to be somewhere, which is not where somebody did not go.

    >>> [tuple(one)[:3] for one in absent("Mia is somewhere else, not in the hall")]
    [('not_at', 'Mia', 'the hall')]
    >>> absent("Mia did not go to the hall"), absent("Mia never left the hall")
    ((), ())
    """
    if text.count(" ") > 14 or not _ABSENT.search(text):
        return ()
    words = topic("presence")
    slots = slotted(text, words)
    people, things = slots.of("name"), slots.of("thing")
    others = [one for one in people if one.text != "I"]
    if len(others) != 1 or others[0].owns or len(things) != 1 or slots.left(words):
        return ()
    within = things[0].mark in (*INTO, "at", "not", "but", "except", "than", "from") or re.search(
        r"\b(?:not|isn't|no longer) the\b|\bis not where\b", text
    )
    went = slots.has(_WENT) and not re.search(r"\b(?:gone|went|moved|come)\b.*(?:\bnot in\b|elsewhere|somewhere else)", text)  # fmt: skip
    doubled = len(re.findall(r"\b(?:not|never|no longer|nobody|nowhere)\b|n't\b", text)) > 1
    if not within or went or doubled or re.search(r"\?|\bif (?!you|one|we)|\b(?:only|just) in\b", text):  # fmt: skip
        return ()
    return (Literal("not_at", others[0].text, things[0].text),)


# how close it lies says nothing of the side: "the ball just left of the box"
_JUST = regex(
    r"\b(?:just|directly|immediately|straight|due) (?=(?:(?:to|on) the )?(?:north|south|east|west|left|right|above|below)\b)",
    re.IGNORECASE,
)


def beside(text: str) -> tuple[Literal, ...]:
    """Read on which side of one thing another lies."""
    if not _DIRECTION.search(text):
        return ()
    words = topic("motion")
    text = _JUST.sub("", text)
    slots = slotted(text, words)
    if slots.left(words) or [one for one in slots.of("name") if one.text != "I"]:
        return ()
    found = directed(text) if pair_of(slots, "thing", "count", "number") else None
    return (found,) if found else ()


_HANDLING = frozenset(
    "hands hand possession arms grip grasp bag pocket ended landed came slipped slip fell dropped found passed lies lay now firmly safely out of".split()
)


def hands(text: str) -> tuple[Literal, ...]:
    """Read what came into somebody's hands, or slipped out of them."""
    slots = slotted(text, _HANDLING)
    people, things = slots.of("name"), slots.of("thing")
    if len(people) != 1 or len(things) != 1 or slots.left(_HANDLING) or not people[0].owns:
        return ()
    gone = slots.has(frozenset(("slipped", "fell", "dropped", "slip"))) or people[0].mark == "from"
    return (Literal("drop" if gone else "get", people[0].text, things[0].text),)


__all__ = ["FINDING", "INTO", "absent", "beside", "fits", "hands", "inside", "part"]
