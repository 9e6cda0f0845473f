"""What is where and whose, as events change it, each state with the events that it rests on.

An event initiates a state, which persists until another ends it (the event calculus: Kowalski &
Sergot 1986). What is carried is where its bearer is; what is part of, or in, another is where that
is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.numbers import number
from cognition.organs.prefrontal.reasoning.premises import Premise, chained
from cognition.regex import regex

Chain = tuple[Premise, ...]
_MOVES_IN = regex(r"\bmov\w+ (?:back )?in\b", re.IGNORECASE)  # who does so had another home
_DEEPEST = 8  # steps from a thing to what it is in, and on


class At(NamedTuple):
    """A place and the events from which it follows; an empty place is unknown."""

    place: str
    chain: Chain


class Count(NamedTuple):
    """How many someone has of something, and the events that made it so."""

    number: int
    chain: Chain


class States:
    """Replays premises in order; afterwards holds what they come to."""

    def __init__(self, premises: Iterable[Premise]) -> None:
        self.place: dict[str, At] = {}
        self.home: dict[str, At] = {}
        self.with_: dict[str, tuple[str, Premise]] = {}
        self.whole: dict[str, tuple[str, Premise]] = {}
        self.denied: dict[str, dict[str, Premise]] = {}
        self.options: dict[str, tuple[tuple[str, ...], Premise]] = {}
        self.holder: dict[str, tuple[str, Premise]] = {}
        self.gifts: list[Premise] = []
        self.counts: dict[tuple[str, str], Count] = {}
        self.trail: dict[str, list[At]] = {}
        self.released: dict[str, list[Premise]] = {}
        for one in premises:
            self._happen(one)

    def _happen(self, one: Premise) -> None:
        match one.relation:
            case "at" | "moved" | "is_in" | "land":
                self._arrive(one)
            case "left_from":
                self._go(one.subject, one.other, one)
            case "not_at":
                self._deny(one)
            case "at_either":
                self.options[one.subject] = ((one.object, one.other), one)
                self.place.pop(one.subject, None)
            case "get":
                self._take(one.subject, one.object, one)
            case "drop":
                self._drop(one)
            case "put":
                self.holder.pop(one.object, None)
                self._set(one.object, At(one.other, (one,)))
            case "gave":
                self.gifts.append(one)
                self._take(one.other, one.object, one)
            case "got":
                self.gifts.append(one)
                self._take(one.subject, one.object, one)
            case "lives":
                self.home[one.subject] = At(one.object, (one,))
                self.with_.pop(one.subject, None)
            case "lives_with":
                self._join(one)
            case "part":
                self.whole[one.subject] = (one.object, one)
            case "has_count" | "counted_more" | "counted_less" | "gave_n":
                self._count(one)
            case _:
                pass

    def _arrive(self, one: Premise) -> None:
        self._go(one.subject, one.object, one)
        if one.relation == "moved":
            self.home[one.subject] = At(one.object, (one,))
            self.with_.pop(one.subject, None)

    def _join(self, one: Premise) -> None:
        """Note that two live together: where the one does whose home was told, if but one's was."""
        who, other = one.subject, one.object
        told = {each: each in self.home or each in self.with_ for each in (who, other)}
        if told[who] and not told[other] and not _MOVES_IN.search(one.source.text):
            who, other = other, who
        self.with_[who] = (other, one)
        self.home.pop(who, None)

    def _go(self, who: str, where: str, one: Premise) -> None:
        self.holder.pop(who, None)
        self._set(who, At(where, (one,)))
        for thing, (holder, got) in self.holder.items():
            if holder == who:
                self._note(thing, At(where, (got, one)))

    def _set(self, what: str, at: At) -> None:
        self.place[what] = at
        self.denied.pop(what, None)
        self.options.pop(what, None)
        self._note(what, at)

    def _note(self, what: str, at: At) -> None:
        trail = self.trail.setdefault(what, [])
        if at.place and (not trail or trail[-1].place != at.place):
            trail.append(at)

    def _deny(self, one: Premise) -> None:
        self.denied.setdefault(one.subject, {})[one.object] = one
        if (at := self.place.get(one.subject)) and at.place == one.object:
            del self.place[one.subject]

    def _take(self, who: str, thing: str, one: Premise) -> None:
        self.holder[thing] = (who, one)
        self.place.pop(thing, None)
        self.released.pop(thing, None)
        if at := self.place.get(who):
            self._note(thing, At(at.place, (one, *at.chain)))

    def _drop(self, one: Premise) -> None:
        who, thing = one.subject, one.object
        if (at := self.place.get(who)) and at.place == thing:
            del self.place[who]  # "left the kitchen" leaves a place, not a thing
            self.denied.setdefault(who, {})[thing] = one
            return
        self.released.setdefault(who, []).append(one)
        held = self.holder.pop(thing, None)
        if at is not None and (held is None or held[0] == who):
            self._set(thing, At(at.place, (one, *at.chain)))

    def _count(self, one: Premise) -> None:
        what = noun_of(one.object)
        if one.relation == "gave_n":
            to, _, n = one.other.rpartition(" ")
            self._change(one.subject, what, -(number(n) or 0), one)
            self._change(to, what, number(n) or 0, one)
            return
        n = number(one.other)
        if n is None:
            return
        if one.relation == "has_count":
            self.counts[one.subject, what] = Count(n, (one,))
        else:
            self._change(one.subject, what, n if one.relation == "counted_more" else -n, one)

    def _change(self, who: str, what: str, by: int, one: Premise) -> None:
        held = self.counts.get((who, what))
        if held is None and by < 0:
            return
        before = held or Count(0, ())
        self.counts[who, what] = Count(before.number + by, (*before.chain, one))

    def where(self, what: str) -> At | None:
        """Say where something is: where it was put, where its bearer is, where its whole is."""
        if held := self.holder.get(what):
            at = self.where(held[0])
            return At(at.place, chained((held[1],), at.chain)) if at else None
        if at := self.place.get(what):
            return at
        if whole := self.whole.get(what):
            return At(whole[0], (whole[1],))
        return None

    def around(self, at: At) -> list[At]:
        """Give a place, what that is in, what that is in, and so on."""
        found = [at]
        while len(found) < _DEEPEST:
            wider = self.where(found[-1].place)
            if wider is None or any(wider.place == one.place for one in found):
                break
            found.append(At(wider.place, chained(found[-1].chain, wider.chain)))
        return found

    def lives(self, who: str, seen: frozenset[str] = frozenset()) -> At | None:
        """Say where someone lives, by way of whom they live with."""
        if (other := self.with_.get(who)) and other[0] not in seen:
            at = self.lives(other[0], seen | {who})
            return At(at.place, chained((other[1],), at.chain)) if at else None
        return self.home.get(who)

    def held_by(self, who: str) -> list[tuple[str, Premise]]:
        """Give what someone holds, in the order in which they took it."""
        return [(thing, got) for thing, (holder, got) in self.holder.items() if holder == who]


def noun_of(phrase: str) -> str:
    """Reduce what is counted to one form: "red apples" and "red apple" are alike.

    >>> noun_of("the apples"), noun_of("berries"), noun_of("more boxes")
    ('apple', 'berry', 'box')
    """
    low = re.sub(r"\A(?:the|more|other|new|some|of|his|her|their|my) ", "", phrase.lower().strip())
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    if low.endswith(("xes", "ches", "shes", "sses")):
        return low[:-2]
    return low.removesuffix("s") if not low.endswith("ss") else low
