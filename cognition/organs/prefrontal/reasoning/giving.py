"""Who gave what to whom, and how many somebody has, gets or loses, in whatever construction."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.kin_reading import sex
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.slots import Slot, Slots, slotted
from cognition.organs.prefrontal.reasoning.topics import topic
from cognition.organs.prefrontal.reasoning.verbs import classes, forms
from cognition.regex import regex

_TO = ("to", "into", "for", "upon")
# verbs of giving that are not such with every object: "shared the news", "pressed the button"
_HANDS = frozenset("pressed presses shared shares surprised surprises treated parted".split())
_FROM = ("from", "by")
_BY = regex(
    r"\b(?i:thanks to|courtesy of|owing to|because of|due to|owes? .* to|owed .* to) (?P<who>[A-Z][\w-]*)"
)
_FAVOUR = regex(r"\bin (?:favou?r|the hands|possession) of (?P<who>[A-Z][\w-]*)")
_COUNTS = regex(
    r"\A(?:if |when )?(?:I|we)(?:'ve| have)? (?:just |once |all )?(?:count(?:ed)?|checked|added up|add up)\b",
    re.IGNORECASE,
)
_SEEN = regex(  # who saw somebody go somewhere gave them nothing
    r"\A(?:I|we|you|someone|somebody)(?:'ve| have| had)? (?:(?:just|also|already|even) )*"
    r"(?:saw|seen|see|watched|noticed|spotted|heard|met|found|passed) (?:[A-Z])"
)
_MADE_OFF = regex(r"\b(?:off|away) with\b")  # "somebody walked off with 3 of Mia's apples"
_MEASURES = frozenset(
    "days weeks months years hours minutes seconds times metres meters miles pages euros dollars pounds kilos kilograms people sisters brothers children sons daughters uncles aunts cousins siblings day week month year hour minute".split()
)
_MORE = frozenset("more another additional further extra other new again added".split())


def gave(text: str) -> tuple[Literal, ...]:
    """Read who gave something, or some, to whom.

    >>> [tuple(one)[:4] for one in gave("Thanks to Mia, Tom now has the ball")]
    [('gave', 'Mia', 'the ball', ('Tom',))]
    """
    if _SEEN.match(text):
        return ()
    words = topic("give") | topic("got")
    slots = slotted(text, words)
    people = slots.of("name")
    what = _counted(slots, words) or _thing(slots)
    if len(people) != 2 or what is None or not slots.has(words) or _rest(slots, words, what):
        return ()
    second = people[1]
    if any(one.mark in ("in", "at") for one in people) or (
        second.at == people[0].at + 2 and slots.words[second.at - 1] == "and"
    ):
        return ()
    giver = giver_of(text, slots, people)
    if giver is None:
        return ()
    to = people[1] if giver is people[0] else people[0]
    if what.kind == "count":
        return (Literal("gave_n", giver.text, what.text, (to.text, what.number)),)
    return (Literal("gave", giver.text, what.text, (to.text,)),)


def giver_of(text: str, slots: Slots, people: list[Slot]) -> Slot | None:
    """Say which of two people gave: by the words before each, else by the verb."""
    first, second = people
    if match := _BY.search(text):
        return first if match["who"] == first.text else second
    if match := _FAVOUR.search(text):
        return second if match["who"] == first.text else first
    for one, other in ((first, second), (second, first)):
        if one.mark in _FROM and other.mark not in _FROM:
            return one
        if one.mark in _TO and other.mark not in _TO:
            return other
    owner = next((one for one in people if one.owns), None)
    if owner is not None and owner is not first:
        return owner if slots.has(topic("got")) and not slots.has(topic("give")) else first
    return _by_verb(slots, first, second)


def _by_verb(slots: Slots, first: Slot, second: Slot) -> Slot | None:
    """Tell by the first verb after whom it is said of: gave, was given, got."""
    was = False
    for at in range(first.at + 1, len(slots.words)):
        word = slots.words[at]
        if word in ("was", "were", "is", "been", "got", "being") and not was:
            was = True
        is_noun = at and slots.words[at - 1] in ("a", "an", "the", "as")  # "a gift of"
        of_giving = word in _HANDS or any("give" in classes(one.base) for one in forms(word))
        gives = of_giving and not is_noun
        if gives and word not in ("got", "get", "gets"):
            subject, other = (second, first) if at > second.at else (first, second)
            return other if was and word not in ("giving",) else subject
        if word in topic("got") and word not in (
            "up",
            "over",
            "came",
            "come",
            "went",
            "go",
            "goes",
        ):
            if word in ("has", "had", "have") and at + 1 < len(slots.words) and forms(slots.words[at + 1]):  # fmt: skip
                continue
            if word == "got" and was and at + 1 < len(slots.words) and forms(slots.words[at + 1]):
                continue
            return second
    return None


def _thing(slots: Slots) -> Slot | None:
    found = slots.of("thing")
    return found[0] if len(found) == 1 and not slots.of("number") else None


def _counted(slots: Slots, words: frozenset[str]) -> Slot | None:
    """Give the one number of things: "5 apples", "5 of the apples", "of the apples, 5"."""
    found, numbers, things = slots.of("count"), slots.of("number"), slots.of("thing")
    if len(found) == 1 and not numbers and not things:
        one = found[0]
        return None if one.text in _MEASURES or noun(one.text) else one
    if found or len(numbers) != 1:
        return None
    left = slots.left(words)
    nouns = [one.text.partition(" ")[2] for one in things] + left
    nouns = [one for one in nouns if one.endswith("s") and " " not in one]
    if len(nouns) != 1 or len(things) + len(left) != 1 or nouns[0] in _MEASURES:
        return None
    return Slot(nouns[0], "count", numbers[0].mark, numbers[0].at, number=numbers[0].text)


def _rest(slots: Slots, words: frozenset[str], what: Slot) -> list[str]:
    return [word for word in slots.left(words) if word != what.text]


def had(text: str) -> tuple[Literal, ...]:
    """Read how many of something somebody has, got or lost.

    >>> [tuple(one)[:4] for one in had("Unfortunately Mia mislaid 5 of the apples")]
    [('counted_less', 'Mia', 'apples', ('5',))]
    """
    text = text.replace(" used to have ", " had ")
    words = topic("own") | topic("gain") | topic("lose")
    slots = slotted(text, words)
    # who counts says what there is
    people = [one for one in slots.of("name") if one.text != "I" or not _COUNTS.match(text)]
    what = _counted(slots, words)
    if len(people) != 1 or what is None or _rest(slots, words, what):
        return ()
    who = people[0]
    if who.mark in ("in", "at") and not (sex(who.text) or who.text == "I" or who.owns):
        return ()
    relation = _change(text, slots, people[0])
    return (Literal(relation, people[0].text, what.text, (what.number,)),) if relation else ()


def _change(text: str, slots: Slots, who: Slot) -> str:
    """Say whether somebody gained, lost or has what is counted."""
    loses = slots.has(topic("lose")) or (who.owns and bool(_MADE_OFF.search(text)))
    loses = loses or (who.owns and slots.has(frozenset(("took", "taken", "takes"))))
    hands = any("give" in classes(one.base) for _, word in slots.rest for one in forms(word) if one.base not in ("get", "buy", "fetch", "leave", "present"))  # fmt: skip
    passive = re.search(r"\b(?:was|were|got|been|is) (?:then |also |later )?(?:given|handed|sent|awarded|granted|brought|offered|passed)\b", text)  # fmt: skip
    some = re.match(r"(?:some(?:one|body)|a friend|they|people)\b", text, re.IGNORECASE)
    more = slots.has(_MORE) or any(word in _MORE for word in slots.words)
    if hands and not passive and who.mark not in ("from", "by", "off") and not who.owns and _given_to(slots, who):  # fmt: skip
        return "counted_more"  # "a neighbour gave Mia 5 apples"
    if who.mark in ("from", "on", "off"):
        return "counted_less" if loses or who.mark == "from" else ""
    if loses:
        # "somebody threw Mia 5 apples" is no loss of hers
        return "" if some and not who.owns else "counted_less"
    if passive or (hands and (some or who.mark in ("to", "for"))):
        return "counted_more"
    if hands:
        return "counted_less" if not more else ""
    if slots.has(topic("grew")) or more:
        return "counted_more"
    return (
        "has_count"
        if slots.has(topic("own")) or re.search(r"\b(?:has|had|have|'s)\b", text)
        else ""
    )


def _given_to(slots: Slots, who: Slot) -> bool:
    """Say whether a verb of giving stands right before somebody: they are who gets it."""
    before = slots.words[who.at - 1] if who.at else ""
    return any("give" in classes(one.base) and one.kind in ("s", "past") for one in forms(before))


__all__ = ["gave", "giver_of", "had"]
