"""What was said just before: whom "she" means, and whether a name was asked for."""

from __future__ import annotations

import re
from datetime import timedelta

from cognition.faculties import Faculties
from cognition.values import Engram, Percept

RECENT = timedelta(minutes=30)
_POINTS_BACK = re.compile(r"\b(?:her|his|its|she|he|it)\b", re.IGNORECASE)
_ASKED_NAME = re.compile(r"\bcall you\?|\byour name\?", re.IGNORECASE)
_BARE = re.compile(
    r"\W*(?:(?:hi|hey|hello|oh|well|ok|okay|it's|its|i'm|im|i am|just|just call me|call me"
    r"|my name is|my name's|names|name's)[, ]+)*(?P<name>[a-z][a-z'-]{1,15})(?: here)?\W*",
    re.IGNORECASE,
)


def spoken_before(percept: Percept, use: Faculties) -> tuple[Engram, ...]:
    """Give the turns of the last half hour, oldest first, where words may point back to them."""
    if not (_POINTS_BACK.search(percept.text) or _BARE.fullmatch(percept.text)):
        return ()
    return tuple(e for e in use.journal.latest(6) if percept.when - e.when <= RECENT)


def bare_name(text: str, before: tuple[Engram, ...]) -> str:
    """Give the name a person answers with when asked for it, capitalised; else empty.

    >>> asked = Engram(role="companion", text="What should I call you?")
    >>> bare_name("im jo", (asked,)), bare_name("im jo", ())
    ('Jo', '')
    """
    asked = [e for e in before[-3:] if e.role == "companion" and _ASKED_NAME.search(e.text)]
    match = _BARE.fullmatch(text.replace("’", "'")) if asked else None
    return match["name"][:1].upper() + match["name"][1:] if match else ""


__all__ = ["bare_name", "spoken_before"]
