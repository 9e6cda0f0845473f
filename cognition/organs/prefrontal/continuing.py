"""A telling that goes on with the one before it: "starts january 4th", "hes 4", "She passed!".

Where a sentence has no subject of its own, or only a pronoun, what it is about stands in what the
same person said right before (Grosz, Joshi & Weinstein 1995, Centering).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from cognition.organs.prefrontal.words import stem_set
from cognition.regex import regex
from cognition.values import Recollection

_NEAR = timedelta(minutes=3)
_GOES_ON = regex(
    r"\A\W*(?:(?:and|but|so|well|oh|also|then|yeah|yes|no|today|yesterday|now)\b\W*)*"
    r"(?:(?:he|she|it|they|that|this)(?:['’]?(?:s|re|ll|d))?\b(?! (?:day|morning|week|time))"
    r"|(?:hes|shes|its|theyre|theyll|itll|thats)\b"
    r"|(?:starts?|started|begins?|began|ends?|ended|needs?|cost|costs|is|was|has|had|got|been"
    r"|lives?|works?|goes|went|comes?|came|takes?|took|lasts?|lasted|leaves|arrives|due|not|still"
    r"|passed|failed|happened|turned|looks?|seems?|says?|said|called|named)\b)",
)


def continued(recollection: Recollection, all_: Sequence[Recollection]) -> Recollection | None:
    """Give the telling that another was said right after, by the same person; None for none.

    >>> when = datetime(2026, 3, 2, 18)
    >>> first = Recollection(text="got the job!!!", speaker="Jo", when=when)
    >>> then = Recollection(text="starts in May", speaker="Jo", when=when + timedelta(minutes=1))
    >>> continued(then, [then, first]) is first, continued(first, [then, first])
    (True, None)
    """
    if recollection.role != "person" or recollection.when is None:
        return None
    best: Recollection | None = None
    for other in all_:
        if other is recollection or other.when is None or other.session != recollection.session:
            continue
        if other.role == "person" and other.speaker != recollection.speaker:
            return None  # of a talk of several, what was said right before may not be recalled
        if not timedelta() < recollection.when - other.when <= _NEAR:
            continue
        if best is None or (best.when or datetime.min) < other.when:
            best = other
    return best if best is not None and best.role == "person" else None


def goes_on(text: str) -> bool:
    """Tell whether a text begins without a subject of its own.

    >>> goes_on("starts january 4th"), goes_on("hes 4"), goes_on("Wim will drive me.")
    (True, True, False)
    """
    return _GOES_ON.match(text.lower()) is not None


def with_before(
    recollection: Recollection, asked: frozenset[str], all_: Sequence[Recollection]
) -> frozenset[str]:
    """Give the stems of a telling with those of what it goes on with; its own where it does not.

    A whole sentence goes on with the one before it only where each holds a part of what is asked,
    and both together hold all of it.
    """
    own = stem_set(recollection.text)
    on = goes_on(recollection.text)
    if not on and not own & asked:
        return own
    before = continued(recollection, all_)
    if before is None:
        return own
    both = own | stem_set(before.text)
    return both if on or (asked <= both and not asked <= stem_set(before.text)) else own


__all__ = ["continued", "goes_on", "with_before"]
