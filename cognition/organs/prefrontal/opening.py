"""Prospective memory: what of the shared past is worth bringing up when a conversation opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.organs.prefrontal.deeds import is_done
from cognition.organs.prefrontal.matters import matter_of
from cognition.organs.prefrontal.outcomes import came_out
from cognition.organs.prefrontal.scene import SESSION_GAP, Scene, told
from cognition.organs.prefrontal.words import sentences, stem_set, weight
from cognition.regex import regex
from cognition.values import Engram, Fact, Move, Recollection

LATE = timedelta(days=45)  # after this a passed plan is no longer asked about
SOON = timedelta(hours=12)  # before this nobody is reminded of what has no day
AT_ONCE = 3  # plans that one reply asks about at most
_BESIDES = regex(r" (?:at|in|with|for|on|to|of|from) ")  # what goes beside an event
_OVER = regex(
    r"\b(?:(?<!\bi )was|were|had (?!to\b)|did|went|came|survived|passed|failed|aced|over|done"
    r"|behind (?:me|us)"
    r"|turned out|ended|finished|(?:got|am|is) through|back from|met|saw)\b",
    re.IGNORECASE,
)
_CONCERN = -0.3
_JOY = 0.4
_WARM = (
    "pet",
    "hobby",
    "likes",
    "loves",
    "sister",
    "brother",
    "daughter",
    "son",
    "friend",
    "studies",
    "goal",
    "work",
)


def prospects(scene: Scene, use: Faculties) -> list[Move]:
    """Give the moves that bring something of the past up unasked, best first.

    Plans come first (Einstein & McDaniel's time-based prospective memory), then the latest
    unresolved worry, then a joy, then a held fact; nothing that was brought up before, and nothing
    painful but the latest worry.
    """
    mine = [fact for fact in use.knowledge.facts() if fact.subject == use.owner]
    moves = [*due(scene, use), *_some_time(scene, use)]
    moves += [*_last_talk(scene, use), *_held(scene, mine)]
    return sorted(moves, key=lambda move: -move.value)


def due(scene: Scene, use: Faculties) -> list[Move]:
    """Give the moves that ask how a plan went, once its date has passed and nobody told."""
    late = [fact for fact in scene.late if fact.id not in scene.done]
    moves = [
        Move(
            act="follow_up",
            about=fact.object or fact.text,
            value=0.8 - 0.3 * ((scene.now - fact.due.end) / LATE) if fact.due else 0.0,
            facts=(fact,),
        )
        for fact in late
    ]
    moves = _own(moves, use)
    if len(moves) > 1:  # asked about together, so that none waits for another conversation
        at_once = tuple(move.facts[0] for move in moves[:AT_ONCE])
        moves.insert(0, replace(moves[0], value=moves[0].value + 0.15, facts=at_once))
    return moves


def _some_time(scene: Scene, use: Faculties) -> list[Move]:
    """Give the moves that remind of what has no day, once, from the next day on."""
    return [
        Move(act="follow_up", about=fact.object, value=0.62, facts=(fact,))
        for fact in _open(use)
        if fact.due is None
        and fact.subject == use.owner
        and fact.id not in scene.done
        and SOON < scene.now - (fact.valid_from or scene.now) < LATE
    ]


def passed(use: Faculties, now: datetime) -> tuple[Fact, ...]:
    """Give the plans whose date has passed, not long ago, and that were not called off."""
    since = now - LATE
    return tuple(fact for fact in _open(use) if fact.due and since < fact.due.end <= now)


def _open(use: Faculties) -> list[Fact]:
    """Give the plans in force, with a day or without."""
    return [
        fact
        for fact in use.knowledge.facts(relation="plan")
        if fact.valid_to is None and fact.polarity and fact.kind == "plan"
    ]


def told_of(scene: Scene, use: Faculties) -> list[str]:
    """Give the ids of plans that the person speaks of unasked: they need no asking.

    Of a plan of today it has to be said that it is over: "the exam went well"; of one without a
    day, that it is done.
    """
    if scene.percept.role != "person" or scene.percept.act not in ("statement", "request"):
        return []
    words = " ".join(told(scene.percept))
    fresh = [fact for fact in _open(use) if fact.id not in scene.done]
    done = [one.id for one in fresh if one.due is None and is_done(words, one.object)]
    today = [one for one in fresh if one.due and one.due.start <= scene.now < one.due.end]
    every = [*(fact for fact in scene.late if fact.id not in scene.done), *today]
    if not every:
        return done
    over, said = _OVER.search(words), stem_set(words)
    done += [
        f.id
        for f in every
        if ((over or f not in today) and _names(said, f, use)) or is_done(words, f.object)
    ]
    return done or [fact.id for fact in came_out(words, every)]


def _names(said: AbstractSet[str], plan: Fact, use: Faculties) -> bool:
    """Tell whether words, as stems, name a plan: half of what tells it from others, or its head."""
    others = use.knowledge.aliases(plan.subject) if plan.subject != use.owner else ()
    if any(stem_set(name) <= said for name in others):
        return True
    head = stem_set(_BESIDES.split(plan.object)[0])  # "gig at the Crane Lane"
    if head and head <= said and all(weight(term) >= 1.0 for term in head):
        return True
    key = stem_set(f"{plan.object} {plan.subject}") - stem_set(use.owner)
    telling = frozenset(term for term in key if weight(term) >= 1.0) or key
    return bool(telling) and len(telling & said) >= 0.5 * len(telling)


def _own(moves: Sequence[Move], use: Faculties) -> list[Move]:
    """Leave out what others told each other: that is not the person's to be asked about."""
    sources = {id_ for move in moves for fact in move.facts for id_ in fact.sources}
    told = use.journal.engrams(sorted(sources)) if sources else []
    others = {engram.id for engram in told if engram.role == "other"}

    def foreign(fact: Fact) -> bool:
        return bool(fact.sources) and others.issuperset(fact.sources)

    return [move for move in moves if not all(map(foreign, move.facts))]


def _last_talk(scene: Scene, use: Faculties) -> list[Move]:
    """Take up the strongest feeling of the last conversation: an unresolved worry or a joy."""
    talk = _last_session(scene.before, scene.now)
    told = [
        e
        for e in talk
        if e.id not in scene.done
        and e.act in ("statement", "request")
        and _topical(e.text)
        and not plans_in(e.id, use)
        and not any(_names(stem_set(e.text), plan, use) for plan in scene.late)
    ]
    if not told:
        return []
    worst = min(told, key=_valence)
    best = max(told, key=_valence)
    after = [_valence(e) for e in talk if e.when > worst.when]
    moves: list[Move] = []
    if _valence(worst) <= _CONCERN and not (after and max(after) > -_CONCERN):
        value = 0.6 if scene.affect.valence < 0.3 else 0.45
        moves.append(_bring_up(worst, value))
    elif _valence(best) >= _JOY:
        moves.append(_bring_up(best, 0.5))
    return moves


def plans_in(id_: str, use: Faculties) -> bool:
    """Tell whether an episode tells of a plan: what becomes of it is asked after its date."""
    return any(fact.kind == "plan" for fact in use.knowledge.resting_on(id_))


def _valence(engram: Engram) -> float:
    """Give how an episode felt, as what it tells of makes it plain; the weightiest news first."""
    found = matter_of(sentences(engram.text))
    felt = engram.affect.valence
    if found is None or found.feel == "plain":
        return 0.6 * felt
    return min(felt, -0.35) - 0.3 if found.feel == "bad" else max(felt, 0.45) + 0.3


def _bring_up(engram: Engram, value: float) -> Move:
    found = matter_of(sentences(engram.text))
    about = found.sentence if found is not None else topic(engram.text)
    return Move(act="follow_up", about=about, value=value, evidence=(recollect(engram),))


def _last_session(before_: Sequence[Engram], now: datetime) -> list[Engram]:
    mine = [e for e in before_ if e.role == "person" and now - e.when > SESSION_GAP]
    if not mine or now - mine[-1].when > timedelta(days=30):
        return []
    kept = [mine[-1]]
    for engram in reversed(mine[:-1]):
        if kept[-1].when - engram.when > SESSION_GAP:
            break
        kept.append(engram)
    return kept


def _topical(text: str) -> bool:
    return sum(weight(term) for term in stem_set(text)) >= 1.5


def _held(scene: Scene, facts: Sequence[Fact]) -> list[Move]:
    for fact in facts:
        if (
            fact.relation in _WARM
            and fact.kind == "fact"
            and fact.polarity
            and fact.valid_to is None
            and fact.id not in scene.done
            and fact.object
        ):
            return [Move(act="ask", about=fact.object, value=0.3, facts=(fact,))]
    return []


def topic(text: str) -> str:
    """Give the sentence of a text that says most.

    >>> topic("Hey! My sister Mia moved to Lyon. Yes.")
    'My sister Mia moved to Lyon.'
    """
    parts = sentences(text)
    return max(parts, key=lambda part: sum(map(weight, stem_set(part)))) if parts else ""


def recollect(engram: Engram) -> Recollection:
    """See an engram as a recollection."""
    return Recollection(
        ref=engram.ref,
        id=engram.id,
        text=engram.text,
        speaker=engram.speaker,
        when=engram.when,
        role=engram.role,
        session=engram.session,
        times=engram.times,
        names=engram.names,
        affect=engram.affect,
    )
