"""Questions of where things are, who has them and how many."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cognition.organs.prefrontal.reasoning.premises import Conclusion, Premise, chained, key
from cognition.organs.prefrontal.reasoning.states import At, States, noun_of
from cognition.organs.prefrontal.reasoning.world import World

Asked = Mapping[str, str]
_CONTINENTS = frozenset(
    {"europe", "asia", "africa", "north america", "south america", "oceania", "antarctica"}
)


def _states(world: World) -> States:
    return States(world.premises)


def _known(world: World, phrase: str, keys: Sequence[str]) -> str:
    """Find which of the known things a phrase means: by its whole name, else by its one noun."""
    whole = world.person(phrase)
    if whole in keys:
        return whole
    alike = {one for one in keys if one.endswith((f" {whole}",))}
    return alike.pop() if len(alike) == 1 else whole


def _article(world: World, name: str) -> str:
    shown = world.show(name)
    return shown if " " in shown or shown[:1].isupper() else f"the {shown}"


def _at(world: World, at: At | None) -> Conclusion | None:
    return Conclusion(_article(world, at.place), at.chain) if at and at.place else None


def where(world: World, asked: Asked) -> Conclusion | None:
    states = _states(world)
    what = _known(world, asked["a"], [*states.place, *states.holder, *states.whole])
    if options := states.options.get(what):
        one, other = (_article(world, place) for place in options[0])
        return Conclusion(f"either {one} or {other}", (options[1],), sure=0.6)
    at = states.where(what)
    if at is None and (held := states.holder.get(what)):
        return Conclusion(f"{world.show(held[0])} has it", (held[1],), sure=0.7)
    return _at(world, at)


def left(world: World, asked: Asked) -> bool:
    """Say whether something is known to be no longer where it was, and not where it is."""
    states = _states(world)
    what = _known(world, asked["a"], [*states.denied])
    return what in states.denied and states.where(what) is None


def where_before(world: World, asked: Asked) -> Conclusion | None:
    return _beside(world, asked, -1)


def where_after(world: World, asked: Asked) -> Conclusion | None:
    return _beside(world, asked, 1)


def _beside(world: World, asked: Asked, step: int) -> Conclusion | None:
    states = _states(world)
    what, place = _known(world, asked["a"], list(states.trail)), key(asked["b"])
    trail = states.trail.get(what, [])
    found = [n for n, at in enumerate(trail) if at.place == place]
    if not found or not 0 <= found[-1] + step < len(trail):
        return None
    other = trail[found[-1] + step]
    chain = chained(other.chain, trail[found[-1]].chain)
    return Conclusion(_article(world, other.place), chain)


def is_at(world: World, asked: Asked) -> Conclusion | None:
    states = _states(world)
    what, place = _known(world, asked["a"], [*states.place, *states.holder]), key(asked["b"])
    return _within(world, states, what, place, states.where(what))


def lives_at(world: World, asked: Asked) -> Conclusion | None:
    states = _states(world)
    who, place = world.person(asked["a"]), key(asked["b"])
    return _within(world, states, who, place, states.lives(who))


def _within(
    world: World, states: States, what: str, place: str, at: At | None
) -> Conclusion | None:
    """Say whether a place is the asked one, or in it; another of its kind is not."""
    if at is None:
        return _unsettled(states, what, place)
    wider = states.around(at)
    for one in wider:
        if one.place == place:
            return Conclusion("yes", one.chain)
    target = states.where(place)
    common = not world.show(place)[:1].isupper() and not world.show(at.place)[:1].isupper()
    # two named places may lie in one another unless both are told to lie in something
    if common or (target and len(wider) > 1 and target.place in {one.place for one in wider[1:]}):
        return Conclusion(
            "no", at.chain if common else chained(at.chain, target.chain if target else ())
        )
    return None


def _unsettled(states: States, what: str, place: str) -> Conclusion | None:
    if told := states.denied.get(what, {}).get(place):
        return Conclusion("no", (told,))
    if options := states.options.get(what):
        said = "maybe" if place in options[0] else "no"
        return Conclusion(said, (options[1],), sure=0.6 if said == "maybe" else 0.9)
    return None


def where_lives(world: World, asked: Asked) -> Conclusion | None:
    return _at(world, _states(world).lives(world.person(asked["a"])))


def lives_in(world: World, asked: Asked) -> Conclusion | None:
    """Say in which country or town someone lives: as far out as the question asks."""
    states = _states(world)
    at = states.lives(world.person(asked["a"]))
    if at is None:
        return None
    wider, kind = states.around(at), asked["k"].lower()
    for one in wider:
        told = [p for p in world.of("is_kind") if p.subject == one.place and p.object == kind]
        if told:
            return Conclusion(world.show(one.place), chained(one.chain, told[:1]))
    if kind in ("city", "town"):
        return Conclusion(world.show(at.place), at.chain)
    lands = [one for one in wider[1:] if (one.place in _CONTINENTS) == (kind == "continent")]
    return Conclusion(world.show(lands[-1].place), lands[-1].chain) if lands else None


def holds(world: World, asked: Asked) -> Conclusion | None:
    states = _states(world)
    who = world.person(asked["a"])
    held = states.held_by(who)
    if held:
        things = [_article(world, thing) for thing, _ in held]
        return Conclusion(", ".join(things), tuple(got for _, got in held))
    gone = states.released.get(who)
    return Conclusion("nothing", tuple(gone)) if gone else None


def how_many_held(world: World, asked: Asked) -> Conclusion | None:
    found = holds(world, asked)
    if found is None:
        return None
    count = 0 if found.text == "nothing" else len(found.chain)
    return Conclusion(str(count), found.chain)


def who_has(world: World, asked: Asked) -> Conclusion | None:
    states = _states(world)
    held = states.holder.get(_known(world, asked["a"], list(states.holder)))
    return Conclusion(world.show(held[0]), (held[1],)) if held else None


def has_thing(world: World, asked: Asked) -> Conclusion | None:
    if re.match(r"(?:an?|any|some)\b", asked["b"]):
        return None  # a garden is had, not held
    states = _states(world)
    who = world.person(asked["a"])
    held = states.holder.get(_known(world, asked["b"], list(states.holder)))
    return Conclusion("yes" if held[0] == who else "no", (held[1],)) if held else None


def how_many(world: World, asked: Asked) -> Conclusion | None:
    counts = _states(world).counts
    found = counts.get((world.person(asked["a"]), noun_of(asked["b"])))
    return Conclusion(str(found.number), found.chain) if found else None


def how_many_together(world: World, asked: Asked) -> Conclusion | None:
    counts, what = _states(world).counts, noun_of(asked["c"])
    both = [counts.get((world.person(asked[who]), what)) for who in "ab"]
    known = [one for one in both if one is not None]
    if len(known) < 2:
        return None
    return Conclusion(str(sum(one.number for one in known)), chained(*(one.chain for one in known)))


def more_of(world: World, asked: Asked) -> Conclusion | None:
    counts, what = _states(world).counts, noun_of(asked["c"])
    people = [world.person(asked[who]) for who in "ab"]
    known = [counts.get((who, what)) for who in people]
    one, other = known
    if one is None or other is None:
        return None
    more = people[0] if one.number > other.number else people[1]
    text = "both have as many" if one.number == other.number else world.show(more)
    return Conclusion(text, chained(one.chain, other.chain))


def _gift(world: World, giver: str = "", thing: str = "", to: str = "") -> Premise | None:
    for one in reversed(_states(world).gifts):
        given, got = (
            (one.subject, one.other) if one.relation == "gave" else (one.other, one.subject)
        )
        if giver in ("", given) and thing in ("", one.object) and to in ("", got):
            return one
    return None


def _giver(one: Premise) -> str:
    return one.subject if one.relation == "gave" else one.other


def _receiver(one: Premise) -> str:
    return one.other if one.relation == "gave" else one.subject


def gave_what(world: World, asked: Asked) -> Conclusion | None:
    one = _gift(world, world.person(asked["a"]), "", world.person(asked["b"]))
    return Conclusion(_article(world, one.object), (one,)) if one else None


def gave_whom(world: World, asked: Asked) -> Conclusion | None:
    one = _gift(world, world.person(asked["a"]), key(asked["b"]))
    return Conclusion(world.show(_receiver(one)), (one,)) if one else None


def who_gave(world: World, asked: Asked) -> Conclusion | None:
    one = _gift(world, "", key(asked["a"]), world.person(asked["b"]))
    return Conclusion(world.show(_giver(one)), (one,)) if one else None


def who_gave_it(world: World, asked: Asked) -> Conclusion | None:
    one = _gift(world, "", key(asked["a"]))
    return Conclusion(world.show(_giver(one)), (one,)) if one else None


def who_got(world: World, asked: Asked) -> Conclusion | None:
    one = _gift(world, "", key(asked["a"]))
    return Conclusion(world.show(_receiver(one)), (one,)) if one else None


def is_part(world: World, asked: Asked) -> Conclusion | None:
    states = _states(world)
    wholes = dict(states.whole)
    wholes |= {one.subject: (one.object, one) for one in world.of("has_part")}
    here, chain = key(asked["a"]), list[Premise]()
    while (whole := wholes.get(here)) and len(chain) < len(wholes):
        here, told = whole
        chain.append(told)
        if here == key(asked["b"]):
            return Conclusion("yes", tuple(chain))
    return None


SOLVERS = {
    one.__name__: one
    for one in (
        *(where, where_before, where_after, is_at, lives_at, where_lives, lives_in, holds),
        *(how_many_held, who_has, has_thing, how_many, how_many_together, more_of, gave_what),
        *(gave_whom, who_gave, who_gave_it, who_got, is_part),
    )
}
