"""Read "my ATTRIBUTE is VALUE": name, birthday, job, favourites, hobbies, hometown, goals."""

from __future__ import annotations

import re

from cognition.organs.neocortex import likings, phrases
from cognition.organs.neocortex.claims import Claim, Who, claim, own
from cognition.organs.neocortex.identity import birthday
from cognition.organs.neocortex.kin_patterns import NOUN
from cognition.organs.neocortex.scene import Scene
from cognition.regex import regex
from cognition.values import TimeSpan

_CLAUSE = regex(
    rf"(?P<owner>[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Mm]y (?:\w+ )?(?:{NOUN})'s|{phrases.NAME}'s) (?:new "
        rf"|current |main |biggest |greatest |other |only |all[- ]time |absolute |real |first "
        rf"|full )*"
    r"(?P<what>name|birthday|bday|age|job|occupation|profession|day job|hobby|hobbies|hometown"
        r"|home town"
    r"|native language|mother tongue|first language|mother language|native tongue|dream job|dream"
        r"|goal|passion|major"
    r"|favourites?(?: \w+)?(?: \w+)?(?: to \w+)?)"
    r" (?:is|are|would be|has always been|include|includes|in the world is|ever is|of all time is"
        r"|right now is) (?P<value>.+)"
)  # fmt: skip
_BIRTHDAY_TODAY = regex(r"(?:(?P<day>today|tomorrow) is|it is|it was) my (?:\d+\w* "
    r")?birthday\b(?P<tail>.*)", re.IGNORECASE)  # fmt: skip

_TURNED = regex(
    r"(?P<value>(?!(?:It|That|This|They|These|Those|He|She|There|Here|What|One|You|Yours|Which)\b)"
    r"[A-Z][\w' ]{1,40}?)(?: is|'s| are) (?:also |definitely |still )?my (?:all[- ]time |absolute "
    r")?"
    r"favourite (?P<kind>\w+(?: \w+)?)\Z"
)


def attributes(clause: str, scene: Scene, times: tuple[TimeSpan, ...]) -> list[Claim] | None:
    """Give the claims of an attribute clause, or None if it is no such clause."""
    if today := _BIRTHDAY_TODAY.match(clause):
        return birthday(scene.me, f"{today['day'] or ''}{today['tail']}", times)
    if turned := _TURNED.match(clause):
        kind = f"favourite {turned['kind']}"
        return _favourite(scene.me, kind, turned["value"]) if turned["kind"] else None
    match = _CLAUSE.match(clause)
    if match is None or re.match(r"not\b", match["value"]):
        return None
    who = _owner(match["owner"], scene)
    if who is None:
        return []
    what, value = match["what"], match["value"]
    if not who.me:
        scene.focus = who
    if what == "name":
        found = phrases.told_name(value)
        same = bool(found) and found[0].casefold() == who.name.casefold()
        if not found or same or not who.me:
            return []
        return [claim(who, "name", found[0], "{S's} name [are|is] {o}")]
    if what in ("birthday", "bday"):
        return birthday(who, value, times)
    if what.startswith("favourite"):
        return _favourite(who, what, value)
    return _other(who, what, value)


def _owner(words: str, scene: Scene) -> Who | None:
    low = words.lower()
    if low in ("my", "our"):
        return scene.me
    if low in ("his", "her"):
        return scene.focus
    if low.startswith("my "):
        return scene.relative(scene.me, low[:-2].split()[-1])
    return scene.somebody(words[:-2])


def _favourite(who: Who, what: str, value: str) -> list[Claim]:
    kind = re.sub(r"^favourites?\s*", "", what)
    kind = re.sub(r"\bto (?:eat|watch|read|listen|play|do|visit)\b", "", kind).strip()
    kind = re.sub(
        r"\b(?:of all|type of|kind of|ever|part|thing|one|place|way|memory|moment)\b.*", "", kind
    ).strip()
    if not kind or kind.endswith("ing"):
        return []
    found = likings.things(re.sub(r"^(?:definitely|probably|either|always|also|still) ", "", value))
    singular = kind[:-1] if kind.endswith("s") and not kind.endswith("ss") else kind
    relation = "favourite_" + singular.replace(" ", "_")
    return [
        claim(who, relation, o, f"{{S's}} favourite {singular} [are|is] {{o}}") for o in found[:3]
    ]


def _other(who: Who, what: str, value: str) -> list[Claim]:
    if what in ("job", "occupation", "profession", "day job"):
        value = value.removeprefix("being ")
        found = phrases.trade(value) if re.match(r"an? ", value) else []
        return [claim(who, "work", o, "{S} [are|is] @{o}") for o in found]
    if what in ("hobby", "hobbies", "passion"):
        return [claim(who, "hobby", o, "{S} [like|likes] {o}") for o in likings.things(value)]
    if what in ("hometown", "home town"):
        return [claim(who, "from", o, "{S} [come|comes] from {o}") for o in phrases.place(value)]
    if "language" in what or "tongue" in what:
        return [
            claim(who, "language", o, "{S} [speak|speaks] {o}") for o in phrases.language(value)
        ]
    if what == "major":
        return [claim(who, "studies", o, "{S} [study|studies] {o}") for o in phrases.noun(value, 4)]
    if what == "age":
        years = phrases.number(phrases.cut(value))
        return [claim(who, "age", str(years), "{S} [are|is] {o} years old")] if years else []
    return _aim(who, what, value)


def _aim(who: Who, what: str, value: str) -> list[Claim]:
    if what == "dream job":
        return [
            claim(who, "goal", f"be {o}", "{S} [want|wants] to {o}") for o in phrases.trade(value)
        ]
    match = re.match(r"to (?P<o>\w+ .+)", value)
    phrase = own(phrases.cut_loose(match["o"]), who) if match else ""
    if not phrase or len(phrase.split()) > 12 or phrases.deictic(phrase):
        return []
    return [claim(who, "goal", phrase, "{S} [want|wants] to {o}")]
