"""What was changed from one thing to another: how it is now stands after the "to"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from cognition.organs.prefrontal.words import stem_set
from cognition.regex import regex
from cognition.values import Recollection

_CHANGED = regex(
    r"\b(?:chang|switch|swap|mov|cut|rais|reduc|increas|upp|drop|lower|went|gone|go|put|bump|shift"
    r"|reschedul|brought|push|cutting|renam)\w*\b[^.;!?]{0,50}?\bfrom (?P<old>[^.,;!?]{1,40}?) to"
    r" (?P<new>[^.,;!?]+?)(?=\W*\Z|[.,;!?]| (?:because|cos|since|so|and|but|as|after"
    r"|starting|now)\b)"
)


class Change(NamedTuple):
    """What was before, and what is now, in the words they were told in."""

    old: str
    new: str


def change(text: str) -> Change | None:
    """Read a change out of a sentence; None where it tells none.

    >>> change("They're changing his tablets from donepezil to memantine.")
    Change(old='donepezil', new='memantine')
    """
    if " from " not in text or " to " not in text:
        return None
    found = _CHANGED.search(text.lower())
    if found is None:
        return None
    (a, b), (c, d) = found.span("old"), found.span("new")
    return Change(text[a:b], text[c:d].strip())


def superseded(
    short: str, told: Recollection, recollections: Sequence[Recollection]
) -> tuple[str, Recollection] | None:
    """Give what took the place of an answer since it was told, and the telling of it.

    >>> then, now = datetime(2026, 3, 1), datetime(2026, 3, 9)
    >>> old = Recollection(text="I drive a Volvo.", when=then)
    >>> new = Recollection(text="I switched from the Volvo to a Fiat.", when=now)
    >>> superseded("a Volvo", old, [new, old])[0]
    'a Fiat'
    """
    since = told.when or datetime.min
    for one in recollections:
        if one.when is None or one.when < since or one.role == "companion":
            continue
        found = change(one.text)
        if found and stem_set(found.old) and stem_set(found.old) == stem_set(short):
            return found.new, one
    return None


__all__ = ["Change", "change", "superseded"]
