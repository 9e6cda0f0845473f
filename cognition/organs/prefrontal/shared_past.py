"""Bringing up, seldom, what is shared: a joke that comes up again, the day of a milestone.

Never where something hurts, in a crisis or soon after one, nor off the record. Of milestones only
what somebody achieved themselves: of whom they love it is not known how that went on.

References:
    Fine & De Soucey 2005, Joking cultures: what is referred back to, when the occasion returns.
    Pillemer 2001, Momentous events and the life story: they are come back to on their days.
"""

from __future__ import annotations

import contextlib
import re
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.insula.notes import CRISIS, moment
from cognition.organs.insula.off_record import OFF_RECORD
from cognition.organs.prefrontal.related import SORE
from cognition.organs.prefrontal.scene import SESSION_GAP, Scene, noted
from cognition.organs.prefrontal.words import stem_set
from cognition.regex import regex
from cognition.values import Fact, Move

TOLD = "shared.told"  # when each shared thing was last brought up, by its id
BETWEEN = timedelta(days=3)  # between two of them
JOKE_RESTS = timedelta(days=30)
MILESTONE_RESTS = timedelta(days=300)
AFTER_CRISIS = timedelta(days=7)
LATE_BY = 3  # days after the day on which it may still be said
LIGHT = 0.05  # valence from which a moment is light
_OF_OTHERS = regex(
    r"\b(?:married|wedding|engaged|anniversary|together|baby|born|pregnan\w+|kiss\w*|dat(?:e|ing)"
    r"|love|husband|wife|boyfriend|girlfriend|partner|fianc\w+|divorc\w+|sober|clean|funeral"
    r"|hospital|chemo\w*|surgery|our)\b",
    re.IGNORECASE,
)


def jokes(scene: Scene, use: Faculties) -> list[Move]:
    """Give the move that takes up a shared joke whose words are said again in a light moment."""
    percept = scene.percept
    if percept.act != "statement" or percept.questions or scene.affect.valence < LIGHT:
        return []
    said = stem_set(percept.text)
    found = [
        fact
        for fact in scene.known
        if fact.kind == "joke"
        and stem_set(fact.object) <= said
        and fact.valid_from is not None
        and scene.now - fact.valid_from > SESSION_GAP
    ]
    return _seldom(found, 0.62, JOKE_RESTS, scene, use) if found else []


def anniversaries(scene: Scene, use: Faculties) -> list[Move]:
    """Give the move that remembers, on its day, what the person told of a year or more ago."""
    if scene.affect.valence < SORE:
        return []
    found = [
        fact
        for fact in use.knowledge.facts(kind="milestone")
        if years_since(fact, scene.now) and _achieved(fact, use)
    ]
    return _seldom(found, 0.75, MILESTONE_RESTS, scene, use) if found else []


def years_since(fact: Fact, now: datetime) -> int:
    """Give how many years ago, to the day or a few days more, something was told; else 0.

    >>> milestone = Fact(valid_from=datetime(2025, 3, 1, 20, 0))
    >>> [years_since(milestone, datetime(*d)) for d in ((2026, 3, 1), (2026, 3, 9), (2027, 3, 3))]
    [1, 0, 2]
    """
    told = fact.valid_from
    if told is None or now.year <= told.year:
        return 0
    leap = told.month == 2 and told.day == 29
    day = told.replace(year=now.year, day=28 if leap else told.day).date()
    return now.year - told.year if 0 <= (now.date() - day).days <= LATE_BY else 0


def last_told(use: Faculties) -> dict[str, datetime]:
    """Give when each shared thing was last brought up; what cannot be read is left out."""
    found: dict[str, datetime] = {}
    for id, at in noted(use, TOLD).items():
        with contextlib.suppress(ValueError):
            found[id] = datetime.fromisoformat(str(at))
    return found


def _achieved(fact: Fact, use: Faculties) -> bool:
    """Tell whether a milestone is the person's own doing, felt no pain and, as known, still holds.

    A job got and lost since is not what to be reminded of.
    """
    if fact.relation == "anniversary" or _OF_OTHERS.search(fact.object):
        return False
    told = use.journal.engrams(fact.sources)
    ended = any(
        other.valid_to is not None and other.kind == "fact"
        for source in fact.sources
        for other in use.knowledge.resting_on(source)
    )
    return bool(told) and not ended and all(e.affect.valence > SORE for e in told)


def _seldom(
    facts: list[Fact], value: float, rests: timedelta, scene: Scene, use: Faculties
) -> list[Move]:
    """Let one be brought up where none was for days, and this one not for longer."""
    crisis_at = moment(use, CRISIS)
    if crisis_at is not None and scene.now - crisis_at <= AFTER_CRISIS:
        return []
    if scene.care.level == "crisis" or OFF_RECORD in scene.care.boundaries:
        return []
    if scene.matter is not None and scene.matter.feel == "bad":
        return []
    last = last_told(use)
    if any(scene.now - at < BETWEEN for at in last.values()):
        return []
    rested = [f for f in facts if f.id not in last or scene.now - last[f.id] >= rests]
    rested.sort(key=lambda fact: fact.id in last)  # what was never brought up comes first
    return [Move("recall", fact.object, value, facts=(fact,)) for fact in rested[:1]]


__all__ = ["TOLD", "anniversaries", "jokes", "years_since"]
