"""Selection of moves: what is most worth doing wins, what is forbidden or worn out does not."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from cognition.organs.prefrontal.words import stem_set
from cognition.values import Care, Fact, Move, derive_id

RECALLING = frozenset({"follow_up", "recall"})
ASKING = frozenset({"ask", "follow_up"})
ASKED_FOR = 0.9  # the value from which a guiding move is what the person asked for
Recent = Sequence[Sequence[tuple[str, str]]]  # (act, mark of its topic) of the last turns' moves

# The order in which moves are said: contact first, then the answer or the feeling, questions last.
_ORDER = {
    "greet": 0,
    "thank": 1,
    "validate": 1,
    "celebrate": 1,
    "refer": 2,
    "answer": 2,
    "abstain": 2,
    "disclose": 2,
    "acknowledge": 3,
    "reflect": 4,
    "recall": 5,
    "suggest": 6,
    "guide": 6,
    "follow_up": 7,
    "ask": 8,
    "part": 9,
}
_ALONE = frozenset({"part"})
_REPLIES = frozenset({"answer", "abstain", "disclose", "guide"})
_RESPONSES = frozenset({"validate", "celebrate", "reflect", "acknowledge"})


def select(
    moves: Sequence[Move],
    recent: Recent,
    chance: random.Random,
    at_most: int,
    temperature: float,
    habituation: float,
    threshold: float,
) -> list[Move]:
    """Draw winners one after the other, each inhibiting moves like it; in the order of saying.

    After Gurney, Prescott & Redgrave (2001): salience competes, and what loses is held back.
    """
    pool = [
        (move.value - habituation * _habit(move, recent) - 1e-9 * rank, move)
        for rank, move in enumerate(moves)
    ]
    chosen: list[Move] = []
    while pool and len(chosen) < at_most:
        salience, move = _draw(pool, temperature, chance)
        if salience < threshold and chosen:
            break
        chosen.append(move)
        pool = [
            (value - _inhibition(other, move), other) for value, other in pool if other is not move
        ]
        pool = [(value, other) for value, other in pool if value > 0.0]
    return sorted(chosen, key=lambda move: _ORDER.get(move.act, 5))


def _draw(
    pool: Sequence[tuple[float, Move]], temperature: float, chance: random.Random
) -> tuple[float, Move]:
    """Draw a move by softmax over salience; at temperature 0 take the most salient."""
    best = max(value for value, _ in pool)
    if temperature <= 0.0:
        return next(pair for pair in pool if pair[0] == best)
    weights = [math.exp((value - best) / temperature) for value, _ in pool]
    return chance.choices(pool, weights)[0]


def _habit(move: Move, recent: Recent) -> float:
    """Say how worn a move is by recent uses of its act and, more, of its very topic."""
    if move.act in _REPLIES or move.act in ("greet", "part", "thank", "refer"):
        return 0.0
    worn = 0.0
    for age, turn in enumerate(reversed(recent)):
        for act, topic in turn:
            worn += 0.5 * (act == move.act) / (1 + age)
            again = act in RECALLING and move.act in RECALLING
            if again and topic and topic == mark(move.about):
                worn += 3.0 / (1 + age)
    return worn


def mark(topic: str) -> str:
    """Give a short mark by which a topic is known again, and from which it cannot be read.

    >>> mark("my sister") == mark("My sister"), len(mark("my sister"))
    (True, 8)
    """
    return derive_id(topic.lower())[:8] if topic else ""


def _inhibition(other: Move, winner: Move) -> float:
    """Say by how much a winner holds back another move of the same turn."""
    if winner.act in _ALONE or other.act in _ALONE:
        return 2.0
    if other.act == winner.act:
        return 2.0
    if other.act in ASKING and winner.act in ASKING:
        return 2.0
    if other.act in _REPLIES and winner.act in _REPLIES:
        return 2.0
    if {winner.act, other.act} in ({"guide", "follow_up"}, {"guide", "suggest"}):
        return 2.0
    if winner.act in _REPLIES and other.act in ("ask", "reflect", "recall"):
        return 2.0
    if {winner.act, other.act} == {"recall", "follow_up"} or {winner.act, other.act} == {
        "validate",
        "celebrate",
    }:
        return 2.0
    if {winner.act, other.act} == {"recall", "ask"}:
        return 0.3
    if winner.act in _RESPONSES and other.act in _RESPONSES:
        return 0.15
    return 0.05


def allowed(move: Move, policies: Sequence[Fact], recent: Recent, care: Care) -> bool:
    """Gate a move by the person's wishes, and keep questions from coming turn after turn."""
    keywords = {fact.object for fact in policies if fact.relation == "prefers_treatment"}
    if move.act == "suggest" and "no_advice" in keywords:
        return False
    if move.act == "guide" and move.value < ASKED_FOR and "no_advice" in keywords:
        return False
    if move.act == "ask" and ("no_questions" in keywords or _just_asked(recent)):
        return False
    if move.act == "follow_up" and "no_questions" in keywords:
        return False
    if move.act in RECALLING and "no_memories" in keywords:
        return False
    if move.act in (*RECALLING, "ask", "suggest"):
        told = " ".join(
            (move.about, *(m.text for m in move.evidence), *(f.text for f in move.facts))
        )
        stems = stem_set(told)
        for keyword in keywords:
            topic = (
                stem_set(keyword.removeprefix("avoid:")) if keyword.startswith("avoid:") else None
            )
            if topic and topic <= stems:
                return False
    return care.level != "crisis" or move.act in ("refer", "validate")


def _just_asked(recent: Recent) -> bool:
    """Say whether the last two turns both asked something."""
    asked = [any(act in ASKING for act, _ in turn) for turn in recent]
    return len(asked) >= 2 and asked[-1] and asked[-2]
