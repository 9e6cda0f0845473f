"""A sentence taken apart into clauses that each have their own subject and verb."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.organs.prefrontal.reasoning.frames import finite, parsed
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

_NAME = r"(?-i:[A-Z][\w-]+)"
_WHO = regex(
    rf"(?P<who>\b{_NAME}(?: {_NAME})?), (?:who|which) (?P<said>[^,]+), (?P<rest>.+)\Z",
    re.IGNORECASE,
)
_JOINED = regex(
    r"(?:,? (?:and|but|before|so)(?: (?:then|later|afterwards|finally|next|soon|there|after that))?|, then|;"
    r"|,) (?P<next>[\w'-]+)(?: (?P<after>[\w'-]+))?"
)
_LEADING = regex(
    r"\A(?:(?:after|before|on|upon|while|when|by) )?(?:having )?(?P<verb>[a-z]+)\b(?P<rest>[^,]*), "
    rf"(?P<main>(?P<who>{_NAME}|he|she|they) .+)\Z",
    re.IGNORECASE,
)
_WHEN = regex(
    r"\A(?:once|by the time|when|as soon as|while|as|since|because|after) (?P<first>[^,]+ [^,]+), (?P<main>.+)\Z",
    re.IGNORECASE,
)
_TRAILING = regex(r",? (?:while |after |by |thereby )?(?P<verb>\w+ing)\b(?P<rest> .+)\Z")
_PRONOUN = ("he", "she", "they", "it", "i", "we")


def clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a sentence, the shared subject written out in each.

    >>> list(clauses("Mary went to the hall and took the milk"))
    ['Mary went to the hall', 'Mary took the milk']
    >>> list(clauses("After leaving the hall, Mary sat down"))
    ['Mary did leave the hall', 'Mary sat down']
    """
    if match := _WHO.search(text):
        yield from clauses(f"{match['who']} {match['said']}")
        text = f"{text[: match.start()]}{match['who']} {match['rest']}"
    if (match := _LEADING.match(text)) and (base := _base(match["verb"])):
        yield f"{match['who']} did {base}{match['rest']}"
        text = match["main"]
    elif match := _WHEN.match(text):
        yield from clauses(match["first"])
        text = match["main"]
    subject = ""
    for part in _coordinated(text):
        frame = parsed(part)
        if subject and _verb_first(part):
            part = f"{subject} {part}"
        elif frame is not None:
            subject = frame.subject
        yield from _trailing(part, subject)


def _base(word: str) -> str:
    return next((one.base for one in forms(word) if one.kind in ("ing", "part")), "")


def _verb_first(part: str) -> bool:
    return finite(["He", *part.split()], 1) and part[0].islower()


def _coordinated(text: str) -> Iterator[str]:
    start = 0
    for match in _JOINED.finditer(text):
        word, after = match["next"], match["after"] or ""
        if word.lower() in _PRONOUN or (word[0].isupper() and after):
            starts = bool(after) and finite([word, after], 1)
        else:
            kinds = {form.kind for form in forms(word)}
            starts = bool(kinds & {"past", "s"}) or word in ("is", "was", "has", "had")
        if starts and match.start() > start and parsed(text[start : match.start()]):
            yield text[start : match.start()]
            start = match.start("next")
    yield text[start:]


def _trailing(part: str, subject: str) -> Iterator[str]:
    match = _TRAILING.search(part)
    base = _base(match["verb"]) if match else ""
    if match is None or not base or not subject or "," not in match[0]:
        yield part
        return
    yield part[: match.start()]
    yield f"{subject} did {base}{match['rest']}"


__all__ = ["clauses"]
