"""What the prefrontal organ has in view for one turn."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from cognition.faculties import Faculties
from cognition.organs.prefrontal.matters import Matter
from cognition.values import EPOCH, Affect, Care, Engram, Fact, Mood, Percept, Recollection

SESSION_GAP = timedelta(hours=1)
RECENT_ACTS = "recent_acts"  # what was done in the last turns: one JSON list of acts each
FOLLOWED_UP = "followed_up"  # ids of what was brought up unasked
TOLD_OF = "told_of"  # ids of plans that the person spoke of before anybody asked


@dataclass(frozen=True, slots=True)
class Scene:
    """One turn: what was heard, felt and remembered, and what was talked of before.

    `opening` says that this turn starts a session; `before` are the person's last episodes, oldest
    first (only looked up at an opening or after a backchannel); `done` are ids already brought up,
    `matter` is the everyday matter that the person tells of, `late` are plans whose date
    has passed.
    """

    percept: Percept = Percept()
    affect: Affect = Affect()
    recollections: tuple[Recollection, ...] = ()
    known: tuple[Fact, ...] = ()
    learned: tuple[Fact, ...] = ()
    care: Care = Care()
    mood: Mood = Mood()
    now: datetime = EPOCH
    opening: bool = False
    before: tuple[Engram, ...] = ()
    done: frozenset[str] = frozenset()
    matter: Matter | None = None
    late: tuple[Fact, ...] = ()

    @property
    def valence(self) -> float:
        """Give the person's valence in [-1, 1], as what happened to them makes it plain."""
        felt = self.affect.valence * (0.6 if self.affect.emotion == "neutral" else 1.0)
        if self.matter is None or self.matter.feel == "plain":
            return felt
        return min(felt, -0.4) if self.matter.feel == "bad" else max(felt, 0.45)


def moment(percept: Percept, use: Faculties) -> datetime:
    """Say what time this turn has: when it was said, or now."""
    return percept.when if percept.when != EPOCH else use.clock.now()


def told(percept: Percept) -> tuple[str, ...]:
    """Give the sentences that tell something rather than ask."""
    said = percept.sentences or ((percept.text,) if percept.text else ())
    return tuple(one for one in said if one not in percept.questions)


def is_opening(use: Faculties, now: datetime) -> bool:
    """Say whether a session starts: nothing was said for an hour, or ever."""
    last = use.journal.latest(1)
    return not last or now - last[-1].when > SESSION_GAP


def wishes_told(use: Faculties) -> frozenset[str]:
    """Give the ids of the turns in which it was said how one wants to be treated."""
    return frozenset(id for f in use.knowledge.facts(kind="procedure") for id in f.sources)


def remembered(use: Faculties, key: str) -> tuple[str, ...]:
    """Read a note that holds a list of texts; anything else counts as empty."""
    value: object = use.journal.state(key)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return ()
    if not isinstance(value, list):
        return ()
    return tuple(str(item) for item in cast("list[object]", value))


def noted(use: Faculties, key: str) -> Mapping[str, object]:
    """Read a note that holds a mapping; anything else counts as empty."""
    value: object = use.journal.state(key)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
