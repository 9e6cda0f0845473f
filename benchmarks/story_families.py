"""The families of the reasoning benchmark: what is told and asked in each, and what is right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from benchmarks.stories import (
    NAMES,
    SEX,
    TOLD,
    Case,
    Teller,
    day,
    kin_gaps,
    month,
    possessive,
    some_day,
)

PLACES = (
    "kitchen",
    "garden",
    "office",
    "hallway",
    "bathroom",
    "bedroom",
    "park",
    "school",
    "cellar",
    "attic",
)
THINGS = ("football", "milk", "apple", "lamp", "basket", "umbrella", "hammer", "notebook")
NOUNS = ("apples", "books", "coins", "stamps", "marbles", "shells")
TOWNS = ("Lyon", "Turin", "Ghent", "Porto", "Graz", "Lund")
LANDS = ("France", "Italy", "Belgium", "Portugal", "Austria", "Sweden")
SHAPES = ("red ball", "blue square", "pink triangle", "yellow sphere", "green box", "white cone")


def where(t: Teller) -> Case:
    """Where somebody is after moving about (bAbI 1, 9)."""
    one, other = t.pick(2, NAMES)
    last = -1
    for _ in range(t.random.randint(1, 3)):
        (place,) = t.pick(1, PLACES)
        last = t.tell("go", who=one, place=place)
        t.tell("go", who=other, place=t.pick(1, PLACES)[0])
    t.noise()
    if t.random.random() < 0.15:
        t.tell("not_at", who=one, place=place)
        return t.ask_unknown("where", who=one)
    return t.ask("where", [place], {last}, who=one)


def is_at(t: Teller) -> Case:
    """Whether somebody is somewhere (bAbI 6, 9)."""
    (one,) = t.pick(1, NAMES)
    place, other = t.pick(2, PLACES)
    last = t.tell("go", who=one, place=place)
    match t.random.randint(0, 2):
        case 0:
            return t.ask("is_at", ["yes"], {last}, who=one, place=place)
        case 1:
            return t.ask("is_at", ["no"], {last}, who=one, place=other)
        case _:
            last = t.tell("not_at", who=one, place=place)
            t.noise()
            return t.ask("is_at", ["no"], {last}, who=one, place=place)


def where_thing(t: Teller) -> Case:
    """Where a thing is that was carried and perhaps put down (bAbI 2)."""
    one, other = t.pick(2, NAMES)
    here, there, away = t.pick(3, PLACES)
    (thing,) = t.pick(1, THINGS)
    t.tell("go", who=one, place=here)
    got = t.tell("get", who=one, thing=thing)
    t.tell("go", who=other, place=away)
    moved = t.tell("go", who=one, place=there)
    chain = {got, moved}
    if t.random.random() < 0.5:
        dropped = t.tell("drop", who=one, thing=thing)
        t.tell("go", who=one, place=away)
        chain = {dropped, moved}
    t.noise()
    return t.ask("where_thing", [there], chain, thing=thing)


def where_before(t: Teller) -> Case:
    """Where a thing was before it was where it is (bAbI 3)."""
    (one,) = t.pick(1, NAMES)
    here, there, then = t.pick(3, PLACES)
    (thing,) = t.pick(1, THINGS)
    first = t.tell("go", who=one, place=here)
    got = t.tell("get", who=one, thing=thing)
    second = t.tell("go", who=one, place=there)
    t.noise()
    if t.random.random() < 0.5:
        third = t.tell("go", who=one, place=then)
        return t.ask("where_before", [there], {got, second, third}, thing=thing, place=then)
    return t.ask("where_before", [here], {got, first, second}, thing=thing, place=there)


def holding(t: Teller) -> Case:
    """What and how much somebody carries (bAbI 7, 8)."""
    (one,) = t.pick(1, NAMES)
    things = t.pick(3, THINGS)
    t.tell("go", who=one, place=t.pick(1, PLACES)[0])
    got = {thing: t.tell("get", who=one, thing=thing) for thing in things}
    gone = t.tell("drop", who=one, thing=things[1])
    chain = {got[things[0]], got[things[2]]}
    if t.random.random() < 0.3:
        t.tell("drop", who=one, thing=things[0])
        t.tell("drop", who=one, thing=things[2])
        return t.ask("how_many_held", ["0"], {gone, gone + 1, gone + 2}, who=one)
    if t.random.random() < 0.5:
        return t.ask("how_many_held", ["2"], chain, who=one)
    return t.ask("holds", [f"{things[0]}, {things[2]}"], chain, who=one)


def giving(t: Teller) -> Case:
    """Who gave what to whom (bAbI 5)."""
    one, two, three = t.pick(3, NAMES)
    thing, other = t.pick(2, THINGS)
    first = t.tell("give", who=one, whom=two, thing=thing)
    t.tell("give", who=three, whom=one, thing=other)
    t.noise()
    asked = t.random.choice(("who_gave", "gave_what", "gave_whom"))
    right = {"who_gave": one, "gave_what": thing, "gave_whom": two}[asked]
    return t.ask(asked, [right], {first}, who=one, whom=two, thing=thing)


def counting(t: Teller) -> Case:
    """How many somebody has after getting, losing and giving some."""
    one, other = t.pick(2, NAMES)
    (noun,) = t.pick(1, NOUNS)
    n, m, k = t.random.randint(5, 12), t.random.randint(2, 9), t.random.randint(2, 4)
    chain = {t.tell("count", who=one, n=n, noun=noun)}
    chain.add(t.tell("count_more", who=one, n=m, noun=noun))
    if t.random.random() < 0.5:
        chain.add(t.tell("count_less", who=one, n=k, noun=noun))
    else:
        chain.add(t.tell("count_give", who=one, whom=other, n=k, noun=noun))
    t.noise()
    if t.random.random() < 0.15:
        return t.ask_unknown("how_many", who=NAMES[0] + "bel", noun=noun)
    if t.random.random() < 0.4:
        return t.ask("how_many", [str(n + m - k)], chain, who=one, noun=noun)
    more = t.tell("count", who="Ada", n=4, noun=noun)
    return t.ask(
        "together", [str(n + m - k + 4)], chain | {more}, who=one, whom="Ada", noun=noun
    )  # fmt: skip


def living(t: Teller) -> Case:
    """Where somebody lives by way of whom they live with, in which country, and after a move."""
    one, other = t.pick(2, NAMES)
    at = t.random.randrange(len(TOWNS))
    to = (at + 1) % len(TOWNS)
    lands = {n: t.tell("land", town=TOWNS[n], land=LANDS[n]) for n in (at, to)}
    home = t.tell("lives", who=other, town=TOWNS[at])
    shared = t.tell("lives_with", who=one, whom=other)
    t.noise()
    if t.random.random() < 0.4:
        at, home = to, t.tell("lives", who=other, town=TOWNS[to])
    match t.random.randint(0, 3):
        case 0:
            return t.ask("where_lives", [TOWNS[at]], {shared, home}, who=one)
        case 1:
            return t.ask("lives_land", [LANDS[at]], {home, lands[at]}, who=other)
        case 2:
            return t.ask("lives_at", ["yes"], {shared, home, lands[at]}, who=one, land=LANDS[at])
        case _:
            stranger = next(name for name in NAMES if name not in (one, other))
            return t.ask_unknown("lives_land", who=stranger)


def parts(t: Teller) -> Case:
    """What is part of what, and where what is in something is."""
    if t.random.random() < 0.5:
        one = t.tell("part", part="valve", whole="engine")
        two = t.tell("part", part="engine", whole="tractor")
        t.noise()
        return t.ask("is_part", ["yes"], {one, two}, part="valve", whole="tractor")
    thing = t.pick(1, THINGS)[0]
    one = t.tell("inside", thing=thing, place="drawer")
    two = t.tell("inside", thing="drawer", place="workshop")
    return t.ask("is_at", ["yes"], {one, two}, who=f"the {thing}", place="workshop")


_KIN_STEPS = {  # from a person by steps to what that makes of the last: (steps, name f, name m)
    "parent": ("mother", "father"),
    "sibling": ("sister", "brother"),
    "child": ("daughter", "son"),
}
_KIN_CHAINS = {
    ("parent", "parent"): ("grandmother", "grandfather"),
    ("parent", "sibling"): ("aunt", "uncle"),
    ("sibling", "child"): ("niece", "nephew"),
    ("child", "child"): ("granddaughter", "grandson"),
    ("sibling", "parent"): ("mother", "father"),
    ("child", "sibling"): ("daughter", "son"),
    ("parent", "child"): ("sister", "brother"),
    ("parent", "sibling", "child"): ("cousin", "cousin"),
    ("sibling", "parent", "parent"): ("grandmother", "grandfather"),
    ("sibling", "parent", "sibling"): ("aunt", "uncle"),
    ("sibling", "child", "child"): ("great-niece", "great-nephew"),
    ("parent", "parent", "sibling"): ("great-aunt", "great-uncle"),
}


def kinship(t: Teller) -> Case:
    """Who is whose aunt, how two are related, over two or three steps (as CLUTRR)."""
    steps = t.random.choice(list(_KIN_CHAINS))
    people = t.pick(len(steps), NAMES)
    start = t.random.choice(["I", *[n for n in NAMES if n not in people]])
    chain: set[int] = set()
    order = list(enumerate(steps))
    t.random.shuffle(order)
    before = [start, *people]
    for n, step in order:
        kin = _KIN_STEPS[step][SEX[people[n]] == "m"]
        chain.add(t.tell("kin", **kin_gaps(people[n], kin, before[n])))
        t.noise(1)
    last = people[-1]
    kin = _KIN_CHAINS[steps][SEX[last] == "m"]
    gaps = kin_gaps(last, kin, start)
    match t.random.randint(0, 3):
        case 0:
            return t.ask("kin_who", [last], chain, **gaps)
        case 1:
            mine = "your" if start == "I" else possessive(start)
            return t.ask("kin_how", [f"{mine} {kin}"], chain, **gaps)
        case 2:
            return t.ask("kin_is", ["yes"], chain, **gaps)
        case _:
            gone = "mother-in-law" if kin != "mother" else "niece"
            return t.ask_unknown("kin_who", **kin_gaps(last, gone, start))


def kin_clash(t: Teller) -> Case:
    """Two mothers of one person: which is right is asked, not guessed."""
    child, one, other = t.pick(3, NAMES)
    chain = {t.tell("kin", **kin_gaps(who, "mother", child)) for who in (one, other)}
    t.noise()
    case = t.ask("kin_who", (), chain, **kin_gaps(one, "mother", child))
    case.asks_back = True
    return case


def sides(t: Teller) -> Case:
    """What is beside what, over two steps (bAbI 17)."""
    one, two, three = t.pick(3, SHAPES)
    side = t.random.choice(("left", "right"))
    chain = {t.tell("beside", thing=one, other=two, side=side)}
    chain.add(t.tell("beside", thing=two, other=three, side=side))
    right = t.random.random() < 0.5
    asked = side if right else {"left": "right", "right": "left"}[side]
    return t.ask("side", ["yes" if right else "no"], chain, thing=one, other=three, side=asked)


def ways(t: Teller) -> Case:
    """How to go from one room to another (bAbI 19)."""
    one, two, three = t.pick(3, PLACES)
    first, second = t.random.choice(("north", "south")), t.random.choice(("east", "west"))
    chain = {
        t.tell("compass", thing=two, other=one, side=first, Side=first.title()),
        t.tell("compass", thing=three, other=two, side=second, Side=second.title()),
    }
    return t.ask("way", [f"{first}, {second}"], chain, start=one, end=three)


_DEGREES = (
    ("taller", "shorter", "tall", "tallest", "shortest"),
    ("older", "younger", "old", "oldest", "youngest"),
    ("faster", "slower", "fast", "fastest", "slowest"),
    ("richer", "poorer", "rich", "richest", "poorest"),
    ("heavier", "lighter", "heavy", "heaviest", "lightest"),
)


def comparing(t: Teller) -> Case:
    """Who is taller, and the tallest, over three comparisons."""
    more, less, base, most, least = t.random.choice(_DEGREES)
    line = t.pick(4, NAMES)
    pairs = list(pairwise(line))
    t.random.shuffle(pairs)
    degree = {"more": more, "less": less, "base": base}
    chain = {t.tell("more", who=pair[0], whom=pair[1], **degree) for pair in pairs}
    match t.random.randint(0, 4):
        case 0:
            return t.ask("is_more", ["yes"], chain, who=line[0], whom=line[3], **degree)
        case 1:
            return t.ask("which_more", [line[0]], chain, who=line[3], whom=line[0], **degree)
        case 2:
            return t.ask("most", [line[0]], chain, most=most)
        case 3:
            return t.ask("most", [line[3]], chain, most=least)
        case _:
            stranger = next(name for name in NAMES if name not in line)
            return t.ask_unknown("is_more", who=line[0], whom=stranger, **degree)


def fitting(t: Teller) -> Case:
    """What fits in what (bAbI 18)."""
    one, two, three = t.pick(3, ["box", "suitcase", "chest", "container", "parcel", "crate"])
    chain = {t.tell("fits", thing=one, other=two), t.tell("fits", thing=two, other=three)}
    t.noise()
    if t.random.random() < 0.5:
        return t.ask("fits", ["no"], chain, thing=three, other=one)
    return t.ask("fits", ["yes"], chain, thing=one, other=three)


_KINDS = {"sheep": "sheep", "mouse": "mice", "cat": "cats", "wolf": "wolves", "swan": "swans"}


def kinds(t: Teller) -> Case:
    """What a kind does, its members do (bAbI 15); and colours by likeness (bAbI 16)."""
    kind, foe = t.pick(2, list(_KINDS))
    one, other = t.pick(2, NAMES)
    many, foes = _KINDS[kind], _KINDS[foe]
    if t.random.random() < 0.5:
        whole = t.tell("afraid", kinds=many, Kinds=many.title(), foes=foes)
        mine = t.tell("kind", who=one, kind=kind, kinds=many)
        return t.ask("afraid", [foes], {whole, mine}, who=one)
    colour = t.random.choice(("white", "grey", "black", "brown"))
    chain = {t.tell("kind", who=other, kind=kind, kinds=many)}
    chain.add(t.tell("colour", who=other, colour=colour))
    chain.add(t.tell("kind", who=one, kind=kind, kinds=many))
    return t.ask("colour", [colour], chain, who=one)


def ages(t: Teller) -> Case:
    """How old somebody is or was, from a birthday or by how much they are older."""
    one, other = t.pick(2, NAMES)
    born = some_day(t, 1950, 2005)
    years = relativedelta(TOLD + timedelta(days=6), born).years
    match t.random.randint(0, 3):
        case 0:
            told = t.tell("born", who=one, Whose=f"{one}'s", date=day(born))
            t.noise()
            return t.ask("age", [str(years)], {told}, who=one, whose=f"{one}'s")
        case 1:
            told = t.tell("born", who=one, Whose=f"{one}'s", date=day(born))
            then = born + timedelta(days=t.random.randint(2000, 6000))
            right = str(relativedelta(then, born).years)
            return t.ask("age_on", [right], {told}, who=one, date=day(then))
        case 2:
            n, by = t.random.randint(20, 60), t.random.randint(2, 9)
            chain = {t.tell("aged", who=other, n=n)}
            chain.add(t.tell("older", who=one, whom=other, n=by))
            return t.ask("age", [str(n + by)], chain, who=one, whose=f"{one}'s")
        case _:
            told = t.tell("born", who=one, Whose=f"{one}'s", date=day(born))
            when = born + timedelta(days=t.random.randint(7000, 9000))
            moved = t.tell("event_on", event="graduation", date=day(when))
            right = str(relativedelta(when, born).years)
            return t.ask("age_when", [right], {told, moved}, who=one,
                         clause="the graduation took place")  # fmt: skip


_DEEDS = (
    ("{} moved to Oslo", "{} move to Oslo"),
    ("{} adopted a parrot", "{} adopt a parrot"),
    ("{} bought a cello", "{} buy a cello"),
    ("{} opened a bakery", "{} open a bakery"),
    ("{} sold the boat", "{} sell the boat"),
    ("{} learned to dive", "{} learn to dive"),
)


def ordering(t: Teller) -> Case:
    """What came before what: by dates, or by what was told to come before what."""
    names = t.pick(3, NAMES)
    deeds = [(d.format(n), do.format(n)) for n, (d, do) in zip(names, t.random.sample(_DEEDS, 3),
                                                              strict=True)]  # fmt: skip
    if t.random.random() < 0.5:
        start = some_day(t, 2010, 2015)
        later = start + timedelta(days=t.random.randint(100, 1500))
        told = [t.tell("event_dated", clause=deeds[n][0], month=month(at))
                for n, at in enumerate((start, later))]  # fmt: skip
        chain, last = set(told), 1
    else:
        chain = {t.tell("event_before", clause=deeds[n][0], other=deeds[n + 1][0]) for n in (0, 1)}
        last = 2
    t.noise()
    (first, do), (then, does) = deeds[0], deeds[last]
    match t.random.randint(0, 3):
        case 0:
            return t.ask("ordered", ["yes"], chain, do=do, clause=first, other=then)
        case 1:
            return t.ask("ordered", ["no"], chain, do=does, clause=then, other=first)
        case 2:
            return t.ask("first_of", [first], chain, clause=then, other=first)
        case _:
            never = "Zoe won a race"
            return t.ask_unknown("first_of", clause=first, other=never)


def dating(t: Teller) -> Case:
    """How long between two days, and a day told by another."""
    one, other = t.pick(2, ["wedding", "concert", "exhibition", "funeral", "match"])
    at = some_day(t, 2015, 2024)
    first = t.tell("event_on", event=one, date=day(at))
    t.noise()
    if t.random.random() < 0.5:
        days = t.random.randint(3, 300)
        second = t.tell("event_on", event=other, date=day(at + timedelta(days=days)))
        return t.ask("between", [f"{days} days"], {first, second}, event=one, other=other)
    n, side = t.random.randint(2, 6), t.random.choice(("before", "after"))
    words = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}[n]
    told = t.tell("event_offset", event=other, other=one, n=words, N=words.title(), unit="weeks",
                  side=side)  # fmt: skip
    when = at + timedelta(weeks=n if side == "after" else -n)
    return t.ask("when_event", [day(when)], {first, told}, event=other)


def homes(t: Teller) -> Case:
    """Where somebody lived when something happened, or in a year."""
    (one,) = t.pick(1, NAMES)
    here, there = t.pick(2, TOWNS)
    start = t.random.randint(1980, 2000)
    first = t.tell("lived_span", who=one, town=here, start=start, end=start + 7)
    second = t.tell("lived_span", who=one, town=there, start=start + 7, end=start + 15)
    year = start + t.random.choice((2, 3, 4, 9, 10, 12))
    right, told = (here, first) if year < start + 7 else (there, second)
    if t.random.random() < 0.5:
        return t.ask("lived_in", [right], {told}, who=one, year=year)
    clause = t.random.choice(_DEEDS[2:])[0].format(one)
    event = t.tell("event_dated", clause=clause, month=month(datetime(year, 5, 1)))
    return t.ask("lived_when", [right], {told, event}, who=one, clause=clause)


_WAYS = (("go swimming", "goes swimming"), ("play chess", "plays chess"), ("run", "runs"))


def habits(t: Teller) -> Case:
    """What is usual, and the day on which it was otherwise."""
    (one,) = t.pick(1, NAMES)
    do, does = t.random.choice(_WAYS)
    weekday = t.random.choice(("Monday", "Tuesday"))
    usual = t.tell("habit", who=one, do=do, does=does, day=weekday)
    t.noise()
    if t.random.random() < 0.5:
        other = t.tell("exception", who=one, do=do, day=weekday)
        return t.ask("did_on", ["no"], {usual, other}, who=one, do=do, day=weekday)
    return t.ask("did_on", ["probably yes"], {usual}, who=one, do=do, day=weekday)


FAMILIES: tuple[Callable[[Teller], Case], ...] = (
    *(where, is_at, where_thing, where_before, holding, giving, counting, living, parts, kinship),
    *(kin_clash, sides, ways, comparing, fitting, kinds, ages, ordering, dating, homes, habits),
)
