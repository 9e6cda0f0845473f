"""What a short sentence says of its topic, in whatever construction: its slots and their marks.

Which of two things is the larger, who feared, who gave: told by the words before each (in *the
suitcase*, for *the box*), by whose verb it is, else by order. Nothing is read where a word is left
that belongs neither to grammar nor to the topic.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.comparing import at_birth, compared, contrasted
from cognition.organs.prefrontal.reasoning.giving import gave, had
from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.kin_reading import sex
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.numbers import NUMBERS
from cognition.organs.prefrontal.reasoning.placing import (
    FINDING,
    INTO,
    absent,
    beside,
    fits,
    hands,
    inside,
    part,
)
from cognition.organs.prefrontal.reasoning.slots import Slot, Slots, pair_of, slotted
from cognition.organs.prefrontal.reasoning.topics import topic
from cognition.organs.prefrontal.reasoning.weighing import weighed
from cognition.regex import regex

_LONGEST = 18  # words of a sentence that says no more than one thing
_DENIED = regex(
    r"\b(?:not|never|no longer|nor|neither|nobody|hardly|barely)\b|n't\b", re.IGNORECASE
)
_DOUBTED = regex(
    r"\b(?:maybe|perhaps|wish|wishes|imagine|hopes?|hoped|dreamt|pretend|said|says|thinks|thought|claims|believes|doubts?|doubted|denies|denied|disputes|wonders?|suspects?|unlikely|want|wants|wanted|plans?|planned|if only)\b|\?",
    re.IGNORECASE,
)
# that somebody is not in a place is read by its frame, where it is said as plainly as that
_ELSEWHERE = regex(
    r"\b(?:elsewhere|(?:somewhere|anywhere|someplace|nowhere)(?: else| but| except|\b)|wherever|there(?:'s| is) no|won't (?:see|find)|will not (?:see|find)|not where|not to be)\b",
    re.IGNORECASE,
)
_MODAL = regex(
    r"\b(?:if|would|could(?! (?:call|count|claim|boast))|should|might|will|may(?! be))\b|\w'(?:ll|d)\b",
    re.IGNORECASE,
)
_POSSIBLY = regex(r"\b(?:may|might|could|maybe|perhaps)\b", re.IGNORECASE)
_PURPOSE = regex(
    r"\b[Ii]f (?=(?:you|we|one|I) (?:compare|put|set|place|stand)|[A-Z]\w+ and [A-Z]\w+ (?:stand|are|were))|"
    r"\bso (?:that )?[A-Z]\w+ (?:could|can|would|might|may)\b"
)
_PLURAL = frozenset("mice sheep geese men women people children fish deer cattle oxen".split())
_FEARED = regex(
    r"\b(?:afraid|fears?|feared|fright\w*|scare[sd]?|scar(?:y|ing)|terrif\w*|terror|dread\w*|flee|flees|fled|panic\w*|horror|horrif\w*|trembl\w*|petrif\w*|spook\w*|alarm\w*|cower\w*|phobia|anxious|nervous|run (?:away )?(?:from|in|at|when)|runs (?:away )?from|hide from|shudder|quake|wary|shiver|startl\w*|intimidat\w*|shrink)\b",
    re.IGNORECASE,
)
_STIMULUS = regex(
    r"\b(?:frightens?|scares?|terrif(?:y|ies)|alarms?|petrif(?:y|ies)|spooks?|intimidates?|horrif(?:y|ies)|startles?|unsettles?|strikes?|fills?|inspires?|gives?|makes?|causes?|instil\w*|drives?|scary|frightening|terrifying)\b|\b(?:feared|dreaded|avoided)\b.*\bby\b"
)
_TOPIC_FIRST = regex(
    r"\A\W*(?:when it comes to|as for|faced with|confronted with|(?:at )?the (?:very )?(?:sight|thought|presence|smell) of|seeing|on seeing|if (?:it|there) (?:is|are)|because of|from|of)\b",
    re.IGNORECASE,
)
_LOOKS = regex(
    r"\A(?:I|we)(?:'ve| have| had)? (?:(?:just|also|already|once) )?(?:had a|took a|saw|seen|look|noticed|spotted|met)\b",
    re.IGNORECASE,
)
_AWAY = frozenset("from away out left without visit visits visited visiting former".split())
_NO_KIND = frozenset(
    "boss friend neighbour colleague teacher doctor nurse pupil student person name best first last same only resident citizen owner youngest oldest way one town city country place part home roof answer".split()
)
_COLOURS = frozenset("white black grey gray green yellow red blue brown pink orange purple".split())


@lru_cache(maxsize=8192)
def gist(text: str) -> tuple[Literal, ...]:
    """Give what a short sentence says of its topic, nothing where it may say something else.

    >>> [tuple(one)[:3] for one in gist("The suitcase will take the box without trouble")]
    [('bigger', 'the suitcase', 'the box')]
    >>> [tuple(one)[:3] for one in gist("Mice go into a panic because of wolves")]
    [('afraid', 'mice', 'wolves')]
    >>> gist("Mia took the box into the kitchen with the suitcase"), gist("Mia might fear wolves")
    ((), ())
    """
    if found := weighed(text):
        return found
    if text.count(" ") > _LONGEST or _DOUBTED.search(text):
        return ()
    if (elsewhere := _ELSEWHERE.search(text)) or _DENIED.search(text):
        return absent(text) if elsewhere else contrasted(text)
    # what anybody could do says how things are; what somebody would do, not what they did
    certain = not _MODAL.search(_PURPOSE.sub("", text))
    readers = (*_OF_ALL, *_OF_FACTS) if certain else _OF_ALL
    words = frozenset(_WORD.findall(text.lower()))
    for cues, read in readers:
        if not words.isdisjoint(cues()) and (found := read(text)):
            return found
    return ()


_WORD = regex(r"[a-z]+|\d+")


def _kinds(slots: Slots, words: frozenset[str]) -> list[tuple[int, str]]:
    """Give the kinds that a sentence speaks of, with where they stand."""
    bare = [(at, w) for at, w in slots.rest if w in slots.left(words)]
    things = [(one.at, one.text.partition(" ")[2]) for one in slots.of("thing")]
    found: dict[str, int] = {}
    for at, word in sorted(bare + things):
        found.setdefault(word, at)
    return [(at, word) for word, at in found.items()]


def _fear(text: str) -> tuple[Literal, ...]:
    if not _FEARED.search(text) or _POSSIBLY.search(text):
        return ()  # what may frighten some is not feared by all
    words = topic("fear")
    bare = text if sex(text.split()[0]) else text[0].lower() + text[1:]
    slots = slotted(bare, words)
    kinds = _kinds(slots, words)
    if len(kinds) != 2 or slots.of("name") or slots.of("count") or slots.of("number"):
        return ()
    (at, first), (after, second) = kinds
    if not all(one in _PLURAL or one.endswith("s") or " " not in one for one in (first, second)):
        return ()
    between = " ".join(slots.words[at + 1 : after])
    before = slots.words[at - 1] if at else ""
    foe_first = bool(_STIMULUS.search(between)) and "by" not in between.split()
    foe_first = foe_first or bool(re.search(r"\b(?:feared|dreaded|avoided)\b.*\bby\b", between))
    if before in ("to", "for", "in", "among", "with"):
        foe_first = False
    if _TOPIC_FIRST.match(text):
        foe_first = True
    fearful, foe = (second, first) if foe_first else (first, second)
    return (Literal("afraid", fearful, foe),)


def _lands(text: str) -> tuple[Literal, ...]:
    words = topic("land")
    slots = slotted(text, words)
    pair = pair_of(slots, "name", "thing", "count", "number")
    if pair is None or slots.left(words) or not slots.has(words | {"is", "in", "to"}):
        return ()
    first, second = pair
    if any(sex(one.text) or one.owns for one in pair):
        return ()
    within = [one for one in pair if one.mark in (*INTO, "to", "of")]
    strong = [one for one in pair if one.mark in INTO] or [
        one for one in within if not (one.mark == "of" and slots.words[one.at - 2] in ("town", "city", "village", "country"))
    ]  # fmt: skip
    between = " ".join(slots.words[first.at + 1 : second.at])
    if re.search(r"\bcountry\b[^,]*\bis\b", text, re.IGNORECASE) and slots.words[second.at - 1] == "is":  # fmt: skip
        whole = second
    elif re.search(r"\b(?:home to|has|contains?|includes?|country)\b", between):
        whole = first
    elif len(strong) == 1:
        whole = strong[0]
    else:
        return ()
    return (Literal("land", (second if whole is first else first).text, whole.text),)


def _home(text: str) -> tuple[Literal, ...]:
    words = topic("living") | topic("mates")
    slots = slotted(text, words)
    pair = pair_of(slots, "name", "thing", "count", "number")
    if pair is None or slots.left(words) or slots.has(_AWAY) or not slots.has(topic("living")):
        return ()
    first, second = pair
    people = [one for one in pair if sex(one.text) and not _local(one)]
    if len(people) == 1:
        town = second if people[0] is first else first
        return () if town.owns else (Literal("lives", people[0].text, town.text),)
    if len(people) != 2:
        return ()
    hosts = [one for one in pair if one.owns]
    takes_in = re.match(rf"{first.text} (?:(?:has|had) {second.text}|took|takes|hosts|puts|houses|lets)\b", text)  # fmt: skip
    guest = second if hosts == [first] or takes_in else first
    host = first if guest is second else second
    return (Literal("lives_with", guest.text, host.text),)


def _local(slot: Slot) -> bool:
    return slot.mark in ("in", "into", "within") and not slot.owns


_OF_KIND = regex(
    r"\b(?:one of|among|to) (?:the|those|these|our|my)\b|\b(?:this|that) [a-z]+\b", re.IGNORECASE
)


def _kind(text: str) -> tuple[Literal, ...]:
    words = topic("kind")
    slots = slotted(text, words)
    people = [one for one in slots.of("name") if one.text != "I"]
    kinds = [word for _, word in _kinds(slots, words)]
    if len(people) != 1 or people[0].owns or len(kinds) != 1:
        return ()
    kind = kinds[0]
    if not slots.of("thing") and not _OF_KIND.search(text):
        return ()  # "Lyon is beautiful" names no kind
    called = slots.has(frozenset("call calls called named name name's goes known answers".split()))
    who = re.escape(people[0].text)
    linked = re.search(rf"\b{who} (?:is|was)\b|\b(?:is|was) {who}\Z", text)
    placed = any(one.mark not in ("", "is", "was", "there", ",", "called", "call", "among", "amongst", "of" if "one" in slots.words or called else "") for one in slots.of("thing"))  # fmt: skip
    if " " in kind or not (called or linked) or placed:
        return ()
    if kind in _NO_KIND or kind in _COLOURS or noun(kind) or kind.endswith(("er", "est", "ing")):
        return ()
    return (Literal("is_kind", people[0].text, kind),)


def _colour(text: str) -> tuple[Literal, ...]:
    words = topic("hue") | _COLOURS
    slots = slotted(text, words)
    # who looks at somebody says what is seen
    people = [one for one in slots.of("name") if one.text != "I" or not _LOOKS.match(text)]
    colours = {w for _, w in slots.rest if w in _COLOURS}
    if len(people) != 1 or people[0].text == "I" or len(colours) != 1 or slots.left(words):
        return ()
    if slots.of("thing") or slots.of("count") or slots.of("number"):
        return ()
    return (Literal("coloured", people[0].text, colours.pop()),)


_Reads = Callable[[str], tuple[Literal, ...]]
_Cues = Callable[[], frozenset[str]]  # words one of which must be there: others cost nothing


@lru_cache
def _homes() -> frozenset[str]:
    return topic("living") - {"find", "in", "where", "place", "under"} | topic("mates")


@lru_cache
def _gifts() -> frozenset[str]:
    return topic("give") | topic("got")


@lru_cache
def _numbers() -> frozenset[str]:
    return frozenset(NUMBERS) | frozenset(str(n) for n in range(1000))


def _of(name: str) -> _Cues:
    return lambda: topic(name)


def _just(words: str) -> _Cues:
    found = frozenset(words.split())
    return lambda: found


_OF_ALL: tuple[tuple[_Cues, _Reads], ...] = (
    (_just("north south east west left right above below"), beside),
    (_of("able"), fits),
    (_of("fear"), _fear),
    (_just("country town city village map in of to is where within inside"), _lands),
    (lambda: _COLOURS, _colour),
    (lambda: FINDING, inside),
)
_OF_FACTS: tuple[tuple[_Cues, _Reads], ...] = (
    (_of("part"), part),
    (_just("born"), at_birth),
    (_just("of between among to as and with than"), contrasted),
    (_just("is are was am being be s that"), compared),
    (_homes, _home),
    (_gifts, gave),
    (_numbers, had),
    (_just("hands hand possession arms grip grasp bag pocket"), hands),
    (_just("is was introduce call calls called named name names"), _kind),
)

__all__ = ["gist"]
