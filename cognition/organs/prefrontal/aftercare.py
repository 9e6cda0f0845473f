"""After a crisis that somebody takes back: glad of it, without making light of having asked."""

from __future__ import annotations

import re
from datetime import timedelta

from cognition.faculties import Faculties
from cognition.organs.insula.notes import CRISIS, moment
from cognition.organs.prefrontal.scene import Scene
from cognition.regex import regex
from cognition.values import Answer, Goal, Move, Plan

_TAKES_BACK = regex(
    r"\b(?:i['’]?m|i am|it['’]?s) (?:just |really |all )*(?:fine|ok|okay|alright|all right|kidding"
    r"|joking|safe|not (?:going to|gonna|serious|suicidal))\b|\b(?:don['’]?t worry|no worries"
    r"|never mind|didn['’]?t mean|not like that|i meant?\b"
    r"|just (?:an? )?(?:\w+ ){0,2}(?:thoughts?|saying|joke|venting|tired))",
    re.IGNORECASE,
)
_A_MOMENT = timedelta(minutes=30)
_GLAD = (
    "I'm glad you say so. I would rather have asked once too often. If it ever comes closer, the"
    " numbers are there, and so, I hope, is somebody near you. And I'm here to listen."
)


def aftercare(scene: Scene, use: Faculties) -> Plan | None:
    """Plan what to say when a crisis heard a moment ago is taken back; None if none is."""
    at = moment(use, CRISIS)
    lately = at is not None and timedelta() <= scene.now - at <= _A_MOMENT
    if not lately or scene.percept.questions or not _TAKES_BACK.search(scene.percept.text):
        return None
    said = Move(act="disclose", about="aftercare", value=0.95, answer=Answer(_GLAD, 1.0, True))
    return Plan(goals=(Goal("comfort", "", 1.0),), moves=(said,))


__all__ = ["aftercare"]
