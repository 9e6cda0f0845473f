"""What a stretch of time held: "What did I tell you last week?" is answered with its tellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from math import log1p

import numpy as np
from numpy.typing import NDArray

from cognition.faculties import Faculties, Timeline
from cognition.organs.hippocampus import recollection
from cognition.organs.neocortex.lexicon import KIN
from cognition.organs.prefrontal import dates
from cognition.organs.prefrontal.continuing import goes_on
from cognition.organs.prefrontal.happened import NOTHING
from cognition.organs.prefrontal.known import in_sentences, recalled
from cognition.organs.prefrontal.scene import SESSION_GAP, wishes_told
from cognition.organs.prefrontal.words import shortened
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import EPOCH, Answer, Fact, Percept, Recollection

MOST = 4  # tellings that are quoted
MOST_PEOPLE = 8
ENOUGH_TOLD = 12  # tellings before a change can be spoken of
_CLEARLY = 0.04  # difference of mean valence
LATEST = 200  # turns among which a name is looked for
LOOKED_AT = 40  # of the weightiest tellings of that time
LATELY = timedelta(days=30)  # where no time is named
_LEAST = log1p(4)  # words, as the timeline counts them: fewer tell little by themselves
_FELT = 2.0  # what the strongest feeling weighs, in the same unit
_QUOTE = 160  # characters of a quotation
TIES = (*dict.fromkeys(relation for relation, _ in KIN.values()), "pet")
_NEAREST = tuple(
    re.findall(r"\w+", "spouse partner son daughter child mother father sister brother")
)
_NO_KIN = frozenset(
    re.findall(
        r"\w+",
        "friend colleague boss neighbour roommate flatmate housemate teacher therapist landlord"
        " mentor coach classmate doctor trainer employee",
    )
)
_FAMILY_TIES = tuple(dict.fromkeys((*_NEAREST, *(tie for tie in TIES if tie not in _NO_KIN))))
_OF_EACH = 2  # facts told of each relative, beside who they are
_TALK = (
    r"(?:talk(?:ed|ing)? about|sa(?:y|id)|t(?:ell|old|elling)|sp(?:eak|oken) about|discuss(?:ed)?"
    r"|chat(?:ted)? about|up to)"
)
_HAPPENED = r"(?:happened|went on|(?:been )?going on|been happening|was going on)"
_WHO_ALL = regex(
    r"\bwho(?: all| else)? (?:have i (?:ever )?(?:told|mentioned|talked)(?: to)?(?: you)?"
    r"(?: about)?"
    r"|do you know(?: about)?|is (?:everyone|everybody) in my life|are the people in my life"
    r"|matters to me|is in my life)\W*\Z"
    r"|\b(?:which|what) (?:names|people) (?:did|have) (?:i|we) (?:\w+ )?(?:told|mention)",
    re.IGNORECASE,
)
_FAMILY = regex(
    r"\b(?:(?:know|remember|(?:told|tell)(?: \w+){0,2}|anything|all|everything) (?:about|of)"
    r"|who(?:['’]s| is| are| all is| do i have)(?: all)? in|describe) my (?:whole |own )?"
    r"(?:family|relatives|folks|loved ones)\W*\Z",
    re.IGNORECASE,
)
_HAPPENED_AT = regex(
    rf"\bwhat (?:has |have |all )?{_HAPPENED} (?P<how>on|in|at|to|with|during)"
    r" (?P<name>[^?.!]+?)\W*\Z",
    re.IGNORECASE,
)
_HOW_BEEN = regex(
    r"\bhow (?:am|have|was|had) i (?:been )?(?:doing|been|feeling|getting on)\b.*"
    r"\b(?:since|compared|lately|these days|recently|over the|this (?:week|month|year)|so far)\b",
    re.IGNORECASE,
)
_ASKED = regex(
    r"\W*(?:(?:so|and|ok|well|hey|tell me|remind me|do you (?:still )?(?:remember|know)"
    r"|(?:can|could|will|would) you(?: please)?|please)\b\W*)*"
    rf"(?:what (?:all )?(?:did|have|had) (?:i|we|you and i) (?:been )?{_TALK}(?: to)?(?: you)?"
    rf"(?: about)?|what (?:all )?(?:has |have )?{_HAPPENED}(?: (?:to me|in my life|with me))?"
    r"|what (?:do|can) you (?:still )?remember|what (?:i|we) (?:said|talked about|told you)"
    r"|how (?:was|has|did) (?:my|the|our) (?:week|day|month|weekend|year)(?: been| go)?"
    r"|(?:sum up|summari[sz]e|recap)"
    r"(?: (?:for me|what (?:has |have |all )?(?:i (?:told|said)(?: you)?"
    rf"|{_HAPPENED})))*(?: (?:my|the|our|this|last))? ?(?:week|day|month|year|talks?)?)"
    r"(?: (?:so far|lately|recently|then|of late|from|in|on|during|over|about|of))*\W*",
    re.IGNORECASE,
)
_FIRST = regex(
    r"\b(?:what (?:did we|we) (?:talk|talked|speak|spoke|chat|chatted) about first"
    r"|(?:the )?(?:very )?first thing (?:that )?(?:i|we) (?:ever )?(?:told|tell|said|talked|spoke)"
    r"|what (?:did|have) i (?:ever )?(?:told|tell) you first"
    r"|when did (?:we|you and i) (?:first (?:meet|talk|speak|chat)|meet|start talking))\b",
    re.IGNORECASE,
)
_DID = regex(r"\W*what (?:all )?(?:did|have) (?:i|we) (?:do|done)\b", re.IGNORECASE)
_PLACE = regex(r" (?:at|in) (?:work|school|home|uni|college|the office|the shop)\b", re.IGNORECASE)


def recounted(percept: Percept, use: Faculties, now: datetime) -> Answer | None:
    """Answer what was told in a time, or lately, with what weighed most; None for other questions.

    What weighs is how much was said in one telling, and how strongly it was felt. Each day's are
    quoted together, in the order in which they were told.
    """
    asked = " ".join(percept.questions) or percept.text
    if _WHO_ALL.search(asked):
        return _people(percept.speaker or use.owner, use)
    if _FAMILY.search(asked):
        return _family(percept.speaker or use.owner, use)
    if _FIRST.search(asked):
        return _first(percept.speaker or use.owner, use)
    if _HOW_BEEN.search(asked):
        return _how_been(percept.speaker or use.owner, use)
    if said := _of_time(asked, percept, use):
        return said
    if (of := _HAPPENED_AT.search(asked)) and of["name"] in percept.names:
        with_whom = of["how"].lower() in ("with", "to")
        return (_of_person if with_whom else _following)(of["name"], use)
    for span in percept.times:
        asked = asked.replace(span.text, " ")
    if percept.times and _DID.match(asked):
        asked = _DID.sub("what did i say ", asked)
    if percept.times:  # what is asked of a place at a time is told with that time
        asked = _PLACE.sub("", asked)
    if not _ASKED.fullmatch(asked.strip()):
        return None
    since, until = now - LATELY, now + timedelta(days=1)
    if percept.times:
        since, until = percept.times[0].start, percept.times[0].end
    told = _weightiest(since, until, percept.speaker or use.owner, use)
    if not told:
        return None
    return Answer(by_day(told), 0.7, True, tuple(told))


def _people(speaker: str, use: Faculties) -> Answer | None:
    """Name the people and pets in somebody's life, each with what they are."""
    facts = _tied(speaker, TIES, use)[:MOST_PEOPLE]
    if not facts:
        return None
    return Answer(" ".join(f.text for f in facts), 0.8, True, recalled(facts))


def _family(speaker: str, use: Faculties) -> Answer | None:
    """Name somebody's relatives, the nearest first, each with a little of what is held of them."""
    ties = _tied(speaker, _FAMILY_TIES, use)[:MOST_PEOPLE]
    every = use.knowledge.facts(kind="fact")
    of_unnamed = [f for f in every if f.subject.startswith((f"{speaker}'s ", "your "))]
    found: dict[str, Fact] = {}
    for tie in ties:
        theirs = use.knowledge.facts(about=tie.object, kind="fact")
        of_them = [f for f in theirs if f.subject == tie.object and f.valid_to is None]
        found |= {fact.id: fact for fact in (tie, *of_them[:_OF_EACH])}
    found |= {fact.id: fact for fact in of_unnamed[:MOST_PEOPLE] if fact.valid_to is None}
    if not found:
        return None
    facts = [*found.values()]
    return Answer(in_sentences(facts), 0.8, True, recalled(facts))


def _tied(speaker: str, ties: Sequence[str], use: Faculties) -> list[Fact]:
    """Give who is tied to somebody, by name, tie by tie."""
    return [
        fact
        for relation in ties
        for fact in use.knowledge.facts(about=speaker, relation=relation)
        if fact.subject == speaker and fact.valid_to is None and fact.object[:1].isupper()
    ]


def _at(places: Iterable[np.int64], use: Faculties) -> list[Recollection]:
    """Give what was told at some places of the timeline."""
    ids = [use.timeline.id_at(int(place)) for place in places]
    return [recollection(engram) for engram in use.journal.engrams(ids)]


def _first(speaker: str, use: Faculties) -> Answer | None:
    """Quote what somebody told first of all that is kept."""
    told = _at(np.flatnonzero(_telling(speaker, use.timeline))[:1], use)
    if not told:
        return None
    return Answer(f"The first I have is this. {by_day(told)}", 0.8, True, tuple(told))


def _how_been(speaker: str, use: Faculties) -> Answer | None:
    """Say how what was told sounded at first and lately, each with the telling that shows it."""
    line = use.timeline
    at = np.flatnonzero(_telling(speaker, line))
    if len(at) < ENOUGH_TOLD:
        return None
    parts = max(len(at) // 3, 3)
    first, last = at[:parts], at[-parts:]
    before, now = (float(line.valences[part].mean()) for part in (first, last))
    shown = [
        part[np.argmin(line.valences[part]) if felt < 0 else np.argmax(line.valences[part])]
        for part, felt in ((first, before), (last, now))
    ]
    told = _at(shown, use)
    if len(told) < len(shown):
        return None
    change = "lighter" if now > before + _CLEARLY else "heavier" if now < before - _CLEARLY else ""
    text = (
        f"What you told me lately sounds {change} than at first."
        if change
        else "What you told me lately sounds much as it did at first."
    )
    return Answer(f"{text} {by_day(told)}", 0.6, True, tuple(told))


def _of_time(asked: str, percept: Percept, use: Faculties) -> Answer | None:
    """Quote what was told of a day in its own name: "What did I say about Saturday?"."""
    day = next((one.text for one in percept.times if f"about {one.text}" in asked), "")
    if not day or not _ASKED.fullmatch(asked.replace(day, " ").strip()):
        return None
    told = [
        one
        for one in use.journal.latest(LATEST, role="person")
        if re.search(rf"\b{re.escape(day)}\b", one.text, re.IGNORECASE) and not asking(one.text)
    ]
    found = [recollection(one) for one in told[-MOST:]]
    return Answer(by_day(found), 0.7, True, tuple(found)) if found else None


def _following(name: str, use: Faculties) -> Answer | None:
    """Quote what was told where a name last came up, and right after: "What happened on Skye?"."""
    told = use.journal.latest(LATEST, role="person")
    named = [n for n, one in enumerate(told) if name in one.text and not asking(one.text)]
    if not named:
        return None
    last = first = named[-1]
    while first and told[first].when - told[first - 1].when <= SESSION_GAP:
        first -= 1  # to where that talk began
    first = next(n for n in named if n >= first)
    while last + 1 < len(told) and told[last + 1].when - told[last].when <= SESSION_GAP:
        last += 1
    after = [one for one in told[first : last + 1] if one.act == "statement"]
    found = [recollection(one) for one in after if not asking(one.text)][:MOST]
    return Answer(by_day(found), 0.6, True, tuple(found)) if found else None


def _of_person(name: str, use: Faculties) -> Answer | None:
    """Quote what was told of somebody last, with what goes on with it: "What happened to Jo?"."""
    told = [one for one in use.journal.latest(LATEST, role="person") if one.act != "question"]
    found: list[Recollection] = []
    before = ""
    for one in told:
        on = before in {kept.id for kept in found[-1:]} and goes_on(one.text)
        if (name in one.text or on) and one.act == "statement" and not asking(one.text):
            found.append(recollection(one))
        before = one.id
    found = found[-MOST:]
    return Answer(by_day(found), 0.6, True, tuple(found)) if found else None


def by_day(told: Sequence[Recollection]) -> str:
    """Quote what the asker told, in the order of its telling, a day at a time.

    >>> when = datetime(2026, 3, 2)
    >>> by_day([Recollection(text="Hi.", when=when), Recollection(text="Bye.", when=when)])
    'You told me on 2 March 2026: “Hi.” “Bye.”'
    """
    days = [[*group] for _, group in groupby(told, key=lambda one: (one.when or EPOCH).date())]
    return " ".join(
        f"You told me on {dates.day(day[0].when or EPOCH)}: "
        + " ".join(f"“{shortened(one.text, _QUOTE)}”" for one in day)
        for day in days
    )


def _telling(speaker: str, line: Timeline) -> NDArray[np.bool_]:
    """Mark where somebody told something, and at some length."""
    if speaker not in line.speaker_names:
        return np.zeros(len(line), np.bool_)
    own = line.speakers == line.speaker_names.index(speaker)
    return own & ~line.asking & (line.lengths >= _LEAST)


def _weightiest(
    since: datetime, until: datetime, speaker: str, use: Faculties
) -> list[Recollection]:
    line = use.timeline
    start, end = ((moment - EPOCH).total_seconds() for moment in (since, until))
    inside = (line.times >= start) & (line.times < end)
    at = np.flatnonzero(_telling(speaker, line) & inside)
    weight = line.lengths[at] + _FELT * np.abs(line.valences[at])
    best = at[np.argsort(-weight, kind="stable")[:LOOKED_AT]]
    engrams = use.journal.engrams([line.id_at(int(place)) for place in best])
    wishes = wishes_told(use)
    told = [
        recollection(one)
        for one in engrams
        if one.act == "statement"
        and not asking(one.text)
        and one.id not in wishes
        and not NOTHING.search(one.text)
    ]
    return sorted(told[:MOST], key=lambda one: one.when or EPOCH)


__all__ = ["by_day", "recounted"]
