"""Questions of when: ages, order, how long between, what was so at the time, dates reckoned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from cognition.organs.prefrontal import dates
from cognition.organs.prefrontal.reasoning import calendar
from cognition.organs.prefrontal.reasoning.events import ENOUGH, Event, Events, marks, share
from cognition.organs.prefrontal.reasoning.orders import Measures
from cognition.organs.prefrontal.reasoning.premises import Conclusion, Premise, chained
from cognition.organs.prefrontal.reasoning.world import World
from cognition.regex import regex
from cognition.values import TimeSpan

Asked = Mapping[str, str]
_YEAR = regex(r"\b\d{4}\b")
_SPAN = regex(r"\b(?:from|between)\b", re.IGNORECASE)
_PRONOUN = regex(r"\b(?:he|she|they)\b", re.IGNORECASE)
_ONE = {"year": "1 year", "month": "1 month", "day": "1 day", "date": "1 day", "time": ""}


def reckon(asked: Asked) -> Conclusion | None:
    """Reckon a date that needs no memory: so long before or after another."""
    by = calendar.stretch(asked["n"]) or calendar.stretch(_ONE.get(asked["n"].split()[-1], ""))
    if by is None:
        return None
    text = calendar.reckoned(asked["t"], by, back=asked["s"].lower() in ("before", "earlier"))
    return Conclusion(text, (), sure=0.95) if text else None


def _birth(world: World, who: str) -> tuple[Premise, TimeSpan] | Conclusion | None:
    """Give when someone was born; a question back where that was told in two ways."""
    found: Premise | None = None
    for one in world.of("born", "birthday"):
        if one.subject != who or one.time is None or not _YEAR.search(one.time.text):
            continue
        if found and found.time and not one.corrects and _differ(found.time, one.time):
            days = [dates.span(each.time) for each in (found, one) if each.time]
            text = f"When was it: {days[0]} or {days[1]}?"
            return Conclusion(text, (found, one), settled=False)
        found = one
    return (found, found.time) if found and found.time else None


def _differ(one: TimeSpan, other: TimeSpan) -> bool:
    return one.end <= other.start or other.end <= one.start


def _years(born: TimeSpan, at: datetime) -> str:
    if calendar.exact(born) == "day":
        return str(calendar.years_between(born.start, at))
    least = calendar.years_between(born.end, at)
    most = calendar.years_between(born.start, at)
    return str(most) if least == most else f"{least} or {most}"


def age(world: World, asked: Asked) -> Conclusion | None:
    """Say how old someone is: from when they were born, as told, or from whom they are older."""
    who = world.person(asked["a"])
    born = _birth(world, who)
    if isinstance(born, Conclusion):
        return born
    if born:
        return Conclusion(_years(born[1], world.now), (born[0],))
    found = Measures(world, "age").value(who)
    if found is None:
        return _age_by_other(world, who)
    told = found.chain[-1].source.when or world.now
    years = calendar.years_between(told, world.now)
    text = (
        str(found.amount) if not years else f"{found.amount + years} or {found.amount + years + 1}"
    )
    return Conclusion(text, found.chain, sure=0.9 if not years else 0.6)


def _age_by_other(world: World, who: str) -> Conclusion | None:
    """Reckon an age from that of another whose birth is known, and by how much they differ."""
    measures = Measures(world, "age")
    for other in dict.fromkeys(one.subject for one in world.of("born", "birthday")):
        born, by = _birth(world, other), measures.difference(who, other)
        if by is not None and born and not isinstance(born, Conclusion):
            years = calendar.years_between(born[1].start, world.now) + by.amount
            return Conclusion(str(years), chained(by.chain, (born[0],)), sure=0.7)
    return None


def age_in(world: World, asked: Asked) -> Conclusion | None:
    """Say how old someone was, or will be, at a time that the question names."""
    born = _birth(world, world.person(asked["a"]))
    at = calendar.date(asked["t"])
    if isinstance(born, Conclusion) or born is None or at is None:
        return born if isinstance(born, Conclusion) else None
    when, exact = at
    if exact == "day":
        return Conclusion(_years(born[1], when), (born[0],))
    turns = when.year - born[1].start.year
    if exact == "month" and calendar.exact(born[1]) != "year":
        before = when.month < born[1].start.month
        return Conclusion(str(turns - before), (born[0],))
    return Conclusion(f"{turns}, turning {turns} that year", (born[0],))


def age_when(world: World, asked: Asked) -> Conclusion | None:
    """Say how old someone was when something happened."""
    who = world.person(asked["a"])
    born = _birth(world, who)
    event = Events(world).find(_filled(asked["t"], asked["a"]))
    if born is None or event is None or event.time is None:
        return None
    if isinstance(born, Conclusion):
        return born
    at = event.time
    if calendar.exact(at) == "day":
        text = _years(born[1], at.start)
    else:
        least, most = (calendar.years_between(born[1].start, t) for t in (at.start, at.end))
        text = str(most) if least == most else f"{least} or {most}"
    return Conclusion(text, chained((born[0],), event.chain))


def _filled(clause: str, who: str) -> str:
    """Put whom a question is about in the place of the pronoun in its clause."""
    return _PRONOUN.sub(who, clause, count=1)


def born(world: World, asked: Asked) -> Conclusion | None:
    found = _birth(world, world.person(asked["a"]))
    return found if isinstance(found, Conclusion) else None


def _two(world: World, asked: Asked) -> tuple[Event, Event, TimeSpan, TimeSpan] | None:
    events = Events(world)
    one, other = events.find(asked["a"]), events.find(asked["b"])
    if one is None or other is None or one.time is None or other.time is None:
        return None
    return one, other, one.time, other.time


def _precedes(world: World, one: str, other: str) -> tuple[bool, tuple[Premise, ...]] | None:
    """Say whether one event came before another, and from what that follows."""
    found = _two(world, {"a": one, "b": other})
    if found:
        first, second, time, later = found
        chain = chained(first.chain, second.chain)
        if time.end <= later.start or later.end <= time.start:
            return time.end <= later.start, chain
    closure, nodes = Events(world).order()
    ends: list[list[str]] = []
    for words in (one, other):
        wanted = marks(words, world.asker)
        ends.append([str(n) for n, told in enumerate(nodes) if share(wanted, told) >= ENOUGH])
    for a in ends[0]:
        for b in ends[1]:
            if chain := closure.chain("before", a, b):
                return True, chain
            if chain := closure.chain("before", b, a):
                return False, chain
    return None


def ordered(world: World, asked: Asked) -> Conclusion | None:
    one, other = asked["a"], _filled(asked["b"], asked["a"].split()[0])
    found = _precedes(world, one, other)
    if found is None:
        return None
    return Conclusion(
        "yes" if found[0] == (asked["s"].lower() in ("before", "earlier")) else "no", found[1]
    )


def first_of(world: World, asked: Asked) -> Conclusion | None:
    one, other = asked["a"].strip(" ,"), asked["b"]
    found = _precedes(world, one, other)
    if found is None:
        return None
    earlier = asked["s"].lower() in ("first", "earlier", "earliest")
    return Conclusion(one if found[0] == earlier else other, found[1])


def between(world: World, asked: Asked) -> Conclusion | None:
    found = _two(world, asked)
    if found is None:
        return None
    one, other, time, later = found
    return Conclusion(
        calendar.apart(time, later, asked["u"] or ""), chained(one.chain, other.chain)
    )


since = between


def when(world: World, asked: Asked) -> Conclusion | None:
    """Date an event by another that it was told to be so long before or after."""
    event = Events(world).find(asked["a"])
    if event is None or event.time is None or event.premise.time is not None:
        return None
    return Conclusion(dates.span(event.time), event.chain)


def lasted(world: World, asked: Asked) -> Conclusion | None:
    """Say how long something lasted that was told with its first and last month or year."""
    own = Events(world).find(asked["a"])
    if own is None or own.time is None or not _SPAN.search(own.time.text):
        return None
    month = re.search(r"[A-Z][a-z]{2}", own.time.text)
    exact = timedelta(days=28 if month else 365)
    first, last = (TimeSpan("", at, at + exact) for at in (own.time.start, own.time.end))
    return Conclusion(calendar.apart(first, last), own.chain)


def during(world: World, asked: Asked) -> Conclusion | None:
    found = _two(world, asked)
    if found is None:
        return None
    one, other, time, whole = found
    inside = whole.start <= time.start and time.end <= whole.end
    if not inside and not _differ(time, whole):
        return None
    return Conclusion("yes" if inside else "no", chained(one.chain, other.chain))


def _home_at(world: World, who: str, at: TimeSpan) -> Premise | None:
    found: Premise | None = None
    for one in world.of("lives", "moved"):
        ends = one.time.end if one.time and _SPAN.search(one.time.text) else None
        if one.subject == who and one.when <= at.start and (ends is None or at.end <= ends):
            found = one
    return found


def what_during(world: World, asked: Asked) -> Conclusion | None:
    """Say where someone lived when something happened."""
    subject = re.match(r"(.+?)(?: live| lived| living)?\Z", asked["a"].strip(), re.IGNORECASE)
    if subject is None:
        return None
    event = Events(world).find(_filled(asked["b"], subject[1]))
    if event is None or event.time is None:
        return None
    home = _home_at(world, world.person(subject[1]), event.time)
    if home is None:
        return None
    return Conclusion(world.show(home.object), chained((home,), event.chain))


def where_in(world: World, asked: Asked) -> Conclusion | None:
    """Say where someone lived at a time that the question names."""
    at = calendar.date(asked["t"])
    if at is None:
        return None
    home = _home_at(world, world.person(asked["a"]), TimeSpan("", at[0], at[0]))
    return Conclusion(world.show(home.object), (home,)) if home else None


SOLVERS = {
    one.__name__: one
    for one in (
        *(age, age_in, age_when, born, ordered, first_of, between, when, lasted, during),
        *(what_during, where_in),
    )
} | {"since": since}
