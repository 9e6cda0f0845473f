"""What a question asks by its topic and its slots, in whatever construction it is put.

The counterpart of `gist`: a question none of whose words is left over asks of its slots what its
question word and its topic say.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.asking import Query
from cognition.organs.prefrontal.reasoning.giving import giver_of
from cognition.organs.prefrontal.reasoning.sequence import sequence
from cognition.organs.prefrontal.reasoning.slots import Slot, Slots, slotted
from cognition.organs.prefrontal.reasoning.stating import resolved
from cognition.organs.prefrontal.reasoning.topics import topic
from cognition.organs.prefrontal.reasoning.unwrapping import unwrapped
from cognition.organs.prefrontal.reasoning.verbs import classes, forms
from cognition.organs.prefrontal.reasoning.wanting_things import (
    DIRECTION,
    bare,
    fits,
    part,
    side,
    slots_of,
)
from cognition.regex import regex

_LONGEST = 20
_WH = regex(r"\b(?:who|whom|whose|what|which|where|whereabouts|when|how)\b", re.IGNORECASE)
_WHERE = regex(
    r"\b(?:where|whereabouts|location|(?:which|what|(?:the )?(?:last|previous|earlier)) (?:\w+ )?(?:room|place|spot|location|part|direction))\b",
    re.IGNORECASE,
)
_IN = ("in", "into", "inside", "at", "to", "through", "enter", "check", "search")
_COUNTED = regex(
    r"\b(?:how many|how large|how big|number|count|total|sum|add up|adds up|come to|make)\b",
    re.IGNORECASE,
)
_HELD = frozenset(
    "carry carries carrying carried hold holds holding held have has got hand hands possession bag arms pocket pockets own owns with count list objects object items item belongings stuff possessions list being bear bears tote lug grip clutching".split()
)
_TIME = regex(r"\b(?:before|after|when|while|since|until|during|\d{4}|ever|times)\b", re.IGNORECASE)
_OF_TALK = regex(
    r"\b(?:told|tell|said|say|know|about|talk\w*|think|remember|mention\w*|learn\w*|mean|done|happen\w*)\b",
    re.IGNORECASE,
)
_GOING = frozenset("come comes came coming go goes going went gone end ends take takes took taken bear for has have had".split())  # fmt: skip
_TOGETHER = frozenset(
    "together pool pools pooled pooling combine combined combining add adding added adds sum total between altogether put putting jointly left joined join joining taking counting remain remaining remains".split()
)
_COMPARED = frozenset(
    "compare compared comparing comparison put side set stand stands beside next versus against between pair".split()
)


@lru_cache(maxsize=256)
def wanted(text: str) -> tuple[Query, ...]:
    """Give what a question may ask, as kinds and arguments of `asking.txt`.

    >>> wanted("If I looked in the kitchen, would Mia be there")
    (('is_at', {'a': 'Mia', 'b': 'the kitchen'}),)
    >>> wanted("Who ended up with the ball after Mia gave it away")
    (('gave_whom', {'a': 'Mia', 'b': 'the ball'}),)
    """
    if text.count(" ") > _LONGEST:
        return ()
    whole = resolved(text)
    every = (tuple(read(whole)) for read in (_OPEN if _WH.search(text) else _CLOSED))
    return next(filter(None, every), ())


def _people(slots: Slots) -> list[Slot]:
    found = slots.of("name")
    return [one for one in found if one.text != "I"] or found


def _where(text: str) -> Iterator[Query]:
    slots = slots_of(text, "motion") if _WHERE.search(text) and not _TIME.search(text) else None
    if slots is None or not bare(slots):
        return
    found = [one for one in slots.of("name") if one.text != "I"] + slots.of("thing")
    if len(found) == 1 and not found[0].owns:
        yield "where", {"a": found[0].text}


def _where_before(text: str) -> Iterator[Query]:
    words = frozenset("before prior previous previously last earlier preceding ahead from".split())
    slots = slots_of(text, "motion", besides=words) if _WHERE.search(text) else None
    if slots is None or not slots.has(words) or len(slots.of("thing")) != 2 or not bare(slots):
        return
    things = slots.of("thing")
    marked = [one for one in things if one.mark in (*_IN, "before", "of", "reached", "entered")]
    if len(marked) == 1:
        thing = things[0] if marked[0] is things[1] else things[1]
        yield "where_before", {"a": thing.text, "b": marked[0].text}


def _is_at(text: str) -> Iterator[Query]:
    slots = slots_of(text, "motion")
    if slots is None or not bare(slots) or DIRECTION.search(text) or slots.has(frozenset(("put", "get"))):  # fmt: skip
        return
    places = [one for one in slots.of("thing") if one.mark in _IN]
    others = [one for one in slots.of("thing") if one not in places]
    others += [one for one in slots.of("name") if one.text != "I"]
    if len(places) == 1 and len(others) == 1 and not others[0].owns:
        yield "is_at", {"a": others[0].text, "b": places[0].text}


def _home(text: str) -> Iterator[Query]:
    if _TIME.search(text):
        return
    slots = slots_of(text, "living", "land")
    home = topic("living") - {"place", "room", "find", "in", "town", "city", "country", "where"}
    if slots is None or not bare(slots) or slots.of("thing") or not slots.has(home):
        return
    people = _people(slots)
    if not _WH.search(text):
        places = [one for one in people if one.mark in ("in", "to", "of") and not one.owns]
        others = [one for one in people if one not in places]
        if len(people) == 2 and len(places) == 1:
            yield "lives_at", {"a": others[0].text, "b": places[0].text}
    elif len(people) == 1 and slots.has(frozenset(("country", "land", "nation", "state"))):
        yield "lives_in", {"a": people[0].text, "k": "country", "b": ""}
    elif len(people) == 1 and (_WHERE.search(text) or slots.has(frozenset(("town", "city", "village", "address", "hometown")))):  # fmt: skip
        yield "where_lives", {"a": people[0].text}


def _held(text: str) -> Iterator[Query]:
    if _TIME.search(text) or re.match(
        r"\A(?:who|where|when|how (?!many|much))", text, re.IGNORECASE
    ):
        return
    slots = slots_of(text, besides=_HELD)
    if slots is None or not bare(slots) or slots.of("thing") or len(_people(slots)) != 1:
        return
    if _OF_TALK.search(unwrapped(text)):
        return  # "what have I told you about Mia"
    who = _people(slots)[0].text
    things = re.search(r"\b(?:things?|objects?|items?|belongings|possessions|stuff|what|which)\b", text, re.IGNORECASE)  # fmt: skip
    if not things or not (slots.has(_HELD - {"count", "list"})):
        return
    if _COUNTED.search(text):
        yield "how_many_held", {"a": who}
    elif not re.search(r"\b(?:from|to|by)\b", text):
        yield "holds", {"a": who}


_HUE = regex(r"\bcolou?r", re.IGNORECASE)


def _gifts(text: str) -> Iterator[Query]:
    words = frozenset(
        "give gives from whom something present presents thank giver before after".split()
    )
    cues = topic("give") | words | topic("got")
    if not re.search(r"\bfrom\b", text):
        cues -= _GOING
    if cues.isdisjoint(re.findall(r"[a-z'’]+", text.lower())):
        return
    slots = slots_of(text, "give", "got", besides=words)
    if slots is None or not bare(slots) or not slots.has(cues):
        return
    people, things = [one for one in slots.of("name")], slots.of("thing")
    if len(people) == 2 and not things and re.search(r"\b(?:what|which)\b", text, re.IGNORECASE):
        if giver := giver_of(text, slots, people):
            to = people[1] if giver is people[0] else people[0]
            yield "gave_what", {"a": giver.text, "b": to.text}
    elif len(people) == 1 and len(things) == 1 and re.search(r"\b(?:who|whom|whose|(?:which|what) person)\b", text, re.IGNORECASE):  # fmt: skip
        if _receives(text, slots, people[0]):
            yield "who_gave", {"a": things[0].text, "b": people[0].text}
        else:
            yield "gave_whom", {"a": people[0].text, "b": things[0].text}


def _receives(text: str, slots: Slots, who: Slot) -> bool:
    """Say whether the one who is named got the thing, rather than gave it."""
    if who.mark in ("from", "by"):
        return False
    if who.mark == "to" or re.search(r"\b(?:from|by) (?:who|whom|which)\b|\bfrom\Z|\bwhose\b|\bthank\b", text, re.IGNORECASE):  # fmt: skip
        return True
    if re.search(r"\bto (?:who|whom|which)\b|\bto\Z", text, re.IGNORECASE):
        return False
    after = slots.words[who.at + 1 :]
    for word in after:
        kinds = {kind for one in forms(word) for kind in classes(one.base)}
        if "give" in kinds and word not in ("got", "get", "gets"):
            return False
        if word in topic("got"):
            return True
    return True


def _many(text: str) -> Iterator[Query]:
    if not _COUNTED.search(text) or re.search(r"\b(?:days|weeks|months|years|old|older)\b", text):
        return
    words = topic("asking") | topic("own") | _TOGETHER
    slots = slotted(text, words)
    people = slots.of("name")
    left = [one.text.partition(" ")[2] for one in slots.of("thing")] + slots.left(words)
    nouns = {one for one in left if one.endswith("s") and " " not in one}
    if len(nouns) != 1 or len(set(left)) != 1 or not bare(slots) or not 1 <= len(people) <= 2:
        return
    if len(people) == 2:
        yield "how_many_together", {"a": people[0].text, "b": people[1].text, "c": nouns.pop()}
    else:
        yield "how_many", {"a": people[0].text, "b": nouns.pop()}


def _colour(text: str) -> Iterator[Query]:
    if not _HUE.search(text):
        return
    slots = slots_of(
        text, "hue", besides=frozenset("colour-wise color-wise concerned far be like".split())
    )
    people = _people(slots) if slots else []
    if slots and len(people) == 1 and bare(slots):
        yield "colour", {"a": people[0].text}


_OR_IS = regex(  # "is Mia taller, or is Tom"
    r"\A(?:is|was|would|will) (?P<a>(?-i:[A-Z])[\w-]+|I) (?:be )?(?:the )?(?P<d>(?:more|less) [a-z]+|[a-z]{2,}er)(?: one| person)?(?: of (?:the|those|these) two)?,? or (?:(?:is|was|would|rather|maybe|perhaps|it|that) )*(?P<b>(?-i:[A-Z])[\w-]+|I)(?: be| is)?\Z",
    re.IGNORECASE,
)


def _either(text: str) -> Iterator[Query]:
    if match := _OR_IS.match(text):
        yield "which_more", {"d": match["d"], "a": match["a"], "b": match["b"]}


def _more(text: str) -> Iterator[Query]:
    match = re.search(
        r"\b(?:is|would|does|was|be|be that|come|comes) (?P<a>[A-Z][\w-]+|I) (?:(?:be|come out|out|really|any|also|the|count as|prove|actually|then) )*(?P<d>(?:more|less) [a-z]+|[a-z]{2,}er)\b",
        text,
    )
    if match is None or " or " in text:
        return
    words = _COMPARED | frozenset(match["d"].split())
    slots = slots_of(text, besides=words)
    people = slots.of("name") if slots else []
    if len(people) == 2 and slots and not slots.of("thing"):
        other = next(one.text for one in people if one.text != match["a"])
        yield "is_more", {"a": match["a"], "b": other, "d": match["d"]}


def _most(text: str) -> Iterator[Query]:
    match = re.search(r"\bthe (?P<d>[a-z]{2,}est|(?:most|least) [a-z]+)\b", text)
    if match is None or match["d"] in ("west", "rest", "best", "latest", "nearest"):
        return
    words = frozenset(
        "group bunch people lot everyone person member crowd family friends among clear".split()
    )
    slots = slots_of(text, besides=words | frozenset(match["d"].split()))
    if slots and not slots.of("name") and not slots.of("thing") and bare(slots):
        yield "most", {"d": match["d"]}


_Reads = Callable[[str], Iterator[Query]]
_OPEN: tuple[_Reads, ...] = (
    *(sequence, _colour, _most, _home, _where_before, _where, _many, _held, _gifts, _more),
)
_CLOSED: tuple[_Reads, ...] = (sequence, _either, side, part, fits, _home, _is_at, _more, _held)

__all__ = ["wanted"]
