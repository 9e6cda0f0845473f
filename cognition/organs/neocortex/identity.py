"""What needs more than one pattern: names, ages, birthdays, health, marriage, life's events."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.organs.neocortex import phrases
from cognition.organs.neocortex.claims import Claim, Who, claim, own, possessive, sentence
from cognition.organs.neocortex.lexicon import (
    DIETS,
    ILL,
    KIN,
    LANGUAGES,
    NATIONALITIES,
    NOT_NAMES,
    NOT_STATES,
    listed,
)
from cognition.organs.neocortex.predicates import Predicate
from cognition.regex import regex
from cognition.values import TimeSpan

_NO_ANSWER = listed(
    "nothing nobody no yes yeah nope hi hello hey ok okay fine good well whatever anything you me"
    " sure maybe why what who idk dunno later tired sad bored here back bye thanks not lol haha"
    " stop nah hmm happy angry scared nervous cool great nice sorry sick alone home lonely lost"
    " stressed busy awake"
)
_BARE_NAME = regex(
    rf"(?P<o>{phrases.NAME})(?! \d)(?=\Z|[,.!]|\s+(?:from|by the way|btw|nice"
    rf"|and)\b)"
)
_AGED = regex(r"(?:now |only |just )?(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?P<old> years? old"
    r"|[- ]year[- ]old| yrs? old| yo| y/o)?(?=\Z|[,.!]|\s+and\b|\s+now\b|\s+today\b|\s+already\b)",
    re.IGNORECASE)  # fmt: skip
_BESIDE = regex(r", (?:aged? )?(?P<n>[1-9]\d)(?=\Z|[,.;!]| and\b| years?\b)")  # "I'm Jo, 19"
_BREED = regex(
    r"an? (?P<o>(?!(?:bit|lot|good|real|bad|big|little|bloody|proper|right|great|total|boy|girl)\b)"
    r"[a-z][\w'-]+(?: [\w'-]+){0,2}?)(?=\Z|[,.;!]| (?:and|but|called|who|that|from)\b)"
)
_MONTHS = listed(
    "january february march april may june july august september october november december"
)
_MONTH = r"(?P<month>" + "|".join(_MONTHS) + r")"
_DAY_MONTH = regex(rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? "
    rf"(?P<year>(?:19|20)\d\d))?", re.IGNORECASE)  # fmt: skip
_MONTH_DAY = regex(rf"{_MONTH}(?: the)? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>"
    rf"(?:19|20)\d\d))?", re.IGNORECASE)  # fmt: skip
_YEAR = regex(r"\b((?:19|20)\d\d)\b")


def describe(who: Who, predicate: Predicate) -> list[Claim]:
    """Read "am ..." as a name, nationality, age, diet or illness; "tired" gives nothing."""
    rest = predicate.rest
    if predicate.hedged or predicate.tense not in ("present", "perfect"):
        return _been(who, predicate)
    if (
        who.me
        and not predicate.denied
        and (match := _BARE_NAME.match(rest))
        and _is_name(match["o"])
    ):
        aged = _BESIDE.match(rest, match.end())
        age = [claim(who, "age", aged["n"], "{S} [are|is] {o} years old")] if aged else []
        if match["o"].casefold() == who.name.casefold():
            return age
        return [claim(who, "name", match["o"], "{S's} name [are|is] {o}"), *age]
    word = re.match(r"(?:a |an |half |part |proudly )?([A-Za-z]+(?: [a-z]+)?)", rest)
    low = word[1].lower() if word else ""
    first = low.split(" ")[0]
    country = NATIONALITIES.get(low) or NATIONALITIES.get(first)
    follows = re.sub(r"^(?:a |an |half |part )?\w+", "", rest)
    if country and re.match(r"\Z|[,.!]| (?:and|but|by|citizen|girl|guy|man|woman|too)\b", follows):
        made = claim(who, "from", country, "{S} [are|is] @nation", predicate)
        return [replace(made, text=made.text.replace("@nation", first.title()))]
    return _diet(who, predicate) or _ill(who, predicate, first) or _age(who, predicate)


def breed(who: Who, predicate: Predicate) -> list[Claim]:
    """Read what kind of animal a pet is: "Rex is a rottweiler"."""
    match = _BREED.match(predicate.rest) if who.pet and not predicate.denied else None
    if match is None or match["o"] == who.relation or predicate.tense != "present":
        return []
    return [claim(who, "breed", match["o"], "{S} is @{o}")]


def named(speaker: str, name: str) -> Claim:
    """Claim that the speaker's name is this."""
    return claim(Who(speaker, me=True), "name", name, "{S's} name [are|is] {o}")


def answered_name(name: str) -> str:
    """Give a word as a name if it can be one, empty if it is more likely something else.

    >>> answered_name("Jo"), answered_name("Tired"), answered_name("Nothing")
    ('Jo', '', '')
    """
    return name if name and name.lower() not in _NO_ANSWER and _is_name(name) else ""


def _is_name(text: str) -> bool:
    words = [word.lower() for word in text.split()]
    if len(words) > 1 and words[0] in ("father", "sister", "brother", "mother"):
        words = words[1:]  # of a church or an order
    return not any(word in NOT_NAMES or word in NOT_STATES or word in NATIONALITIES or word in
        LANGUAGES or word in KIN
                   or word in ("muslim", "christian", "catholic", "jewish", "buddhist", "hindu",
                       "team", "type", "european", "asian", "african")
                   for word in words) and not text.isupper()  # fmt: skip


def _diet(who: Who, predicate: Predicate) -> list[Claim]:
    low = phrases.cut(predicate.rest).lower()
    low = re.sub(r"^(?:strict|strictly|a strict|mostly|been|a lifelong) ", "", low)
    if low not in DIETS or (
        predicate.denied and low not in ("vegetarian", "vegan", "a vegetarian", "a vegan")
    ):
        return []
    return [claim(who, "diet", re.sub(r"^a ", "", low), "{S} [are|is] {o}", predicate)]


def _ill(who: Who, predicate: Predicate, word: str) -> list[Claim]:
    if word not in ILL or phrases.cut(predicate.rest).lower() != word:
        return []
    return [replace(claim(who, "illness", ILL[word], "{S} [have|has] {o}", predicate))]


def _age(who: Who, predicate: Predicate) -> list[Claim]:
    match = _AGED.match(predicate.rest)
    years = phrases.number(match["n"]) if match and not predicate.denied else None
    bare = (0 if who.owner else 9), 105  # "she is four" tells an age of a child or a pet
    if match is None or years is None or not (match["old"] or bare[0] < years < bare[1]):
        return []
    return [claim(who, "age", str(years), "{S} [are|is] {o} years old")]


def _been(who: Who, predicate: Predicate) -> list[Claim]:
    """Read "was born on 3 May 1990", "turned 40"."""
    if (
        predicate.rest.startswith("born")
        and not predicate.denied
        and (date := birth_date(predicate.rest))
    ):
        return [
            claim(
                who,
                "birthday",
                date,
                f"{{S}} [were|was] born {'on' if ' ' in date else 'in'} {{o}}",
            )
        ]
    return []


def birth_date(text: str) -> str:
    """Give "3 May 1990", "3 May" or "1990" as far as the words say; empty if they do not."""
    if match := _DAY_MONTH.search(text) or _MONTH_DAY.search(text):
        year = f" {match['year']}" if match["year"] else ""
        return f"{int(match['day'])} {match['month'].title()}{year}"
    year_only = _YEAR.search(text)
    return year_only[1] if year_only else ""


def birthday(who: Who, value: str, times: tuple[TimeSpan, ...]) -> list[Claim]:
    """Read the day of "my birthday is on 3 May" or "is tomorrow"."""
    date = birth_date(value)
    if not date or " " not in date:
        low = value.lower()
        spans = [time for time in times if time.text and time.text.lower() in low]
        spans = [time for time in spans if 0 <= (time.end - time.start).days <= 1]
        if not spans:
            return []
        date = f"{spans[0].start.day} {_MONTHS[spans[0].start.month - 1].title()}"
    return [claim(who, "birthday", date, "{S's} birthday [are|is] on {o}")]


# verb, what follows, the event, its sentence, relations that it ends
_EVENTS: tuple[tuple[str, re.Pattern[str], str, str, tuple[str, ...]], ...] = tuple(
    (verb, regex(pattern), event, text, tuple(ends.split()))
    for verb, pattern, event, text, ends in (
        ("get", r"married\b(?! to\b)", "got married", "{S} got married", ""),
        ("get", r"engaged\b", "got engaged", "{S} got engaged", ""),
        ("get be", r"(?:a )?divorced?\b(?! lawyer)", "got divorced", "{S} got divorced", "spouse"),
        ("break", rf"up\b(?: with (?:my \w+ )?(?P<ex>{phrases.NAME}))?", "broke up",
            "{S} and {their} partner broke up", "partner"),
        ("split", rf"(?:up\b(?: with\b)?|with\b(?= (?:my \w+ )?[A-Z]))(?: (?:my \w+ )?"
            rf"(?P<ex>{phrases.NAME}))?", "broke up",
            "{S} and {their} partner broke up", "partner spouse"),
        ("separate", r"\Z|last\b|from my\b", "separated", "{S} separated", "partner spouse"),
        ("quit leave", r"(?:my|his|her) (?:job|work|position)\b", "left the job",
            "{S} left {their} job", "work employer"),
        ("give", r"up (?:my|his|her|the) (?:job|position|post)\b", "left the job",
            "{S} left {their} job", "work employer"),
        ("quit resign", r"(?:\Z|last\b|yesterday|today)", "left the job", "{S} left {their} job",
            "work employer"),
        ("lose", r"(?:my|his|her) (?:job|position)\b", "lost the job", "{S} lost {their} job",
            "work employer"),
        ("get be", r"(?:laid off|fired|made redundant|let go)\b", "lost the job",
            "{S} lost {their} job", "work employer"),
        ("retire", r"(?:\Z|last\b|in \d|a\b|from\b|this\b|early\b)", "retired",
            "{S} [are|is] retired", "work employer"),
        ("be", r"retired\b", "retired", "{S} [are|is] retired", "work employer"),
        ("get be", r"promoted\b", "was promoted", "{S} got promoted", ""),
        ("be", r"(?:\w+ (?:weeks|months) )?(?:pregnant|expecting (?:a|our|my|twins|her|their))\b",
            "pregnant", "{S} [are|is] expecting a baby", ""),
        ("give", r"birth\b", "gave birth", "{S} gave birth", ""),
        ("have", r"(?:a|our first|our second|my first|another|my) baby\b", "had a baby",
            "{S} had a baby", ""),
        ("die", r"", "died", "{S} died", ""),
        ("have", r"(?:a )?(?:knee|hip|back|heart|shoulder|eye|brain|open[- ]heart)? ?(?:surgery"
            r"|an operation|a transplant)\b", "had surgery", "{S} had surgery", ""),
        ("give", r"up (?P<o>smoking|drinking|alcohol|meat|sugar)\b", "quit {o}",
            "{S} quit {o}", ""),
        ("quit", r"(?P<o>smoking|drinking|social media|coffee|sugar|alcohol)\b", "quit {o}",
            "{S} quit {o}", ""),
        ("break", r"my (?P<o>leg|arm|wrist|ankle|foot|nose|hand|finger|toe|collarbone|hip|ribs?)\b",
            "broke {o}", "{S} broke {their} {o}", ""),
        ("graduate", r"(?P<o>(?:from|with) (?:(?:a|an|the|my) )?[A-Za-z][\w' ]{2,50})",
            "graduated {o}", "{S} graduated {o}", ""),
        ("graduate", r"(?:\Z|last\b|in \d|this\b)", "graduated", "{S} graduated", ""),
        ("pass", r"(?:away|peacefully|suddenly)\b|in \d{4}\b"
            r"|on\b(?! (?:the|an?|to|my|his|her|it|that|this|\w+day)\b)", "died", "{S} died", ""),
    )
)  # fmt: skip


def events(who: Who, predicate: Predicate) -> list[Claim]:
    """Read what happened to someone, and end what it ended."""
    present_state = predicate.verb == "be" and predicate.tense in ("present", "past")
    if predicate.denied or predicate.ended or predicate.hedged:
        return []
    parted = predicate.verb == "split" and predicate.tense == "present"  # its past looks the same
    if predicate.tense not in ("past", "perfect") and not (present_state or parted):
        return []
    for verbs, pattern, event, text, ends in _EVENTS:
        if predicate.verb not in verbs.split() or not (match := pattern.match(predicate.rest)):
            continue
        if event == "died" and who.me:
            continue  # "I died laughing"
        found = match.groupdict().get("o") or ""
        found = own(phrases.cut(found), who) if found else ""
        made = [
            Claim(who.name, "event", event.replace("{o}", found), sentence(text, who.name, found))
        ]
        if ex := match.groupdict().get("ex"):
            told = sentence("{S's} partner [are|is] {o}", who.name, ex)
            made.append(Claim(who.name, "partner", ex, told, ended=True))
        made += [Claim(who.name, relation, "", "", ended=True, cancels=True) for relation in ends]
        if event == "died" and who.pet and who.owner:
            made.append(Claim(who.owner, "pet", who.name, "", ended=True, cancels=True))
        return made
    return []


def wed(who: Who, predicate: Predicate) -> list[Claim]:
    """Read "married John", "am married to John", "am engaged", "am single"."""
    rest = predicate.rest
    if predicate.denied or predicate.ended or predicate.tense == "future":
        return []
    to = re.match(
        rf"(?:happily )?(?P<how>married|engaged)(?: to (?P<o>{phrases.NAME}))?(?=\Z|[,.]| (?:to"
        rf"|for|with|now|and)\b)",
        rest,
    )
    if (
        predicate.verb == "marry"
        and predicate.tense in ("past", "perfect")
        and (found := phrases.person(rest))
    ):
        return [claim(who, "spouse", found[0], "{S} [are|is] married to {o}")]
    if (
        to is None
        or predicate.verb not in ("be", "get")
        or (predicate.verb == "be" and predicate.tense == "past")
    ):
        return _single(who, predicate)
    relation = "spouse" if to["how"] == "married" else "partner"
    if to["o"]:
        return [claim(who, relation, to["o"], f"{{S}} [are|is] {to['how']} to {{o}}")]
    if predicate.verb == "get":
        return []
    return [
        claim(who, relation, f"{possessive(who.name)} {relation}", f"{{S}} [are|is] {to['how']}")
    ]


def _single(who: Who, predicate: Predicate) -> list[Claim]:
    if (
        predicate.verb == "be"
        and predicate.tense == "present"
        and re.match(r"single(?: now)?\Z", predicate.rest)
    ):
        return [
            Claim(
                who.name,
                "partner",
                "partner",
                sentence("{S} [are|is] single", who.name),
                polarity=False,
            ),
            Claim(who.name, "spouse", "", "", ended=True, cancels=True),
            Claim(who.name, "partner", "", "", ended=True, cancels=True),
        ]
    return []
