"""The place that a sentence names, written large or small, and of the deed that is asked about."""

from __future__ import annotations

from collections.abc import Callable

from cognition.organs.prefrontal.words import stem
from cognition.regex import regex

_CALENDAR = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_PLACE = regex(
    r"\b(?:in|at|to|from|near|around|into|visit(?:ed|ing)?|through|work(?:s|ed)? for|on(?= [A-Z]))"
    r" ((?:hospital|school|bed|prison"
    r"|church|university|college)\b|(?:the |my |a |an |our "
    r"|this )?"
    rf"(?!(?:{_CALENDAR})\b)(?:[A-Z][\w'-]*)(?:,? (?:of |the )?(?!I\b)[A-Z][\w'-]*)*"
    r"|(?:the |my |a |an |our |this |some )(?:[\w'-]+ ?){1,4})"
)
_WORDS = regex(r"[\w'-]+")
_WHERE_TO = (
    r"(?: (?:for|and|but|with|last|this|next|on|because|cos|lol|yesterday|today)\b|\W*\Z|[.,;!?])"
)
_NO_PLACE = (
    r"(?:work|home|bed|it|me|him|her|them|us|you|there|all|once|first|last|least|time|love|person"
    r"|morning|night|noon)\b"
)
# as hasty talk writes it, "from argos", and where something is put, "under his bed"
_SMALL = regex(
    rf"\b(?P<prep>from|in|at|off|to) (?P<at>(?!{_NO_PLACE})[a-z][\w'-]+)(?={_WHERE_TO})"
    r"|\b(?P<put>(?:under|behind|inside|beneath|underneath|next to|on top of)"
    r" (?:the|my|his|her|our|their|an?) [a-z][\w'-]+)"
)
_FURTHER = regex(r" (?:and (?=[a-z]+(?:ed|t|e)\b)|(?:for|because|cos|but|when|while|so)\b)")
_INNER = regex(r" (?:in|at|near|on) ([A-Z].*)\Z")
DAYS = frozenset(_CALENDAR.lower().split("|"))


def place(sentence: str, deed: str, new: Callable[[str], bool]) -> str:
    """Give a place that is `new` to the question; that of the deed asked about if it names more.

    >>> told = "Jonas left a pan in the sink so I hid it under his bed"
    >>> place(told, "hid", lambda text: True), place(told, "left", lambda text: True)
    ('under his bed', 'the sink')
    """
    done = next((m.end() for m in _WORDS.finditer(sentence) if stem(m[0].lower()) == deed), 0)
    found = [(m.start(), str(m[1])) for m in _PLACE.finditer(sentence) if new(m[1])]
    for match in _SMALL.finditer(sentence):
        said = match["at"] or match["put"]
        if new(said) and said not in DAYS:
            found.append((match.start(), said))
    found.sort(key=lambda one: (one[0] < done, one[0]))
    said = _FURTHER.split(found[0][1])[0].strip() if found else ""
    inner = _INNER.search(said)  # of "the eye clinic in Deventer", asked of the clinic
    return str(inner[1]) if inner and not new(said[: inner.start()]) else said


__all__ = ["DAYS", "place"]
