"""Plans that no clause tells as such: "don't let me forget my exam on Friday", "off to Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from cognition.organs.neocortex.claims import Claim, Who
from cognition.organs.neocortex.lexicon import KIN, PLAN_EVENTS, words
from cognition.organs.neocortex.plans import ahead, coming, planned, with_article
from cognition.values import TimeSpan

_TOGETHER = re.compile(
    r"(?P<who>[A-Z][\w'’-]+) and I (?P<verb>are|will|have) (?P<rest>(?!been\b|got\b|both\b).+)"
)
_BOOKED = re.compile(
    r"\b(?:booked|signed up|scheduled|arranged|registered|(?:given|gave|got) (?:me|us|an?)|offered"
    r"|invited|agreed)\b"
)
_OTHERS = re.compile(rf"^(?:My|Our) (?:\w+ )?(?:{'|'.join(KIN)})(?: [A-Z]\w+)?\b|^[HS]he\b")
_MINE = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_NOT_SURE = re.compile(
    r"\b(?:not|never|no|if|might|may|maybe|perhaps|could|would|should|unless|want|wish|hope|without"
    r"|until|before|after|since|instead|cancel\w*|birthday|(?<!told )you|your)\b|\?"
)
_FORGET = re.compile(r"\b(?:please )?do not (?:let me )?forget\b", re.IGNORECASE)
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
_DETERMINERS = words("a an my our the this for")
_BETWEEN = words(
    "to of with and or i we is are am be in on at by from it me you he she they that there have has"
    " had got get for so but"
)
_GO = (
    r"\b(?:heading|head|leav\w+|travel\w*|fly\w*|train|bus|flight|trip|tickets?|go|goes|going"
    r"|driv\w+|booked|off)\b[^,.;]*?\b(?:to |for )?(?P<name>{name})\b"
)
_MEET = r"\b(?:see|meet|visit|catch up with|meeting|seeing|visiting) (?P<name>{name})\b"
_COME = (
    r"\b(?P<name>{name}) (?:(?:is|will be|will) )?(?:staying|stays?|coming|comes?|visiting|visits?"
    r"|arriving|arrives?)\b"
)


def together(text: str) -> str:
    """Make "Ines and I are having dinner" one's own plan.

    >>> together("Ines and I are having dinner on Friday.")
    'I am having dinner on Friday with Ines.'
    """
    match = _TOGETHER.match(text)
    if match is None:
        return text
    verb = "am" if match["verb"] == "are" else match["verb"]
    return f"I {verb} {match['rest'].rstrip(' .!')} with {match['who']}."


def mentioned(
    me: Who, text: str, times: tuple[TimeSpan, ...], names: Iterable[str], now: datetime
) -> list[Claim]:
    """Read an event, a journey or somebody met out of a sentence that names a day ahead.

    What the sentence does with it is left open: it has only to be one's own, and neither denied
    nor in doubt.
    """
    if not _MINE.search(_OTHERS.sub("", text)):
        return []
    # what one signed up for is to come, though the signing is past
    to_come = tuple(coming(t, now) for t in times) if _BOOKED.search(text) else times
    span = ahead(to_come, text, now)
    if span is None or span.end - span.start > timedelta(days=1):
        return []
    at = text.lower().find(span.text.lower())
    rest = f"{text[:at]} , {text[at + len(span.text) :]}"
    if _NOT_SURE.search(_FORGET.sub("", rest)):
        return []
    with_whom = [n for n in names if n != me.name and re.search(rf"\b{re.escape(n)}\b", rest)]
    if noun := _event(_TOKEN.findall(rest)):
        if with_whom and with_whom[0] not in noun:
            noun += f" {_joined(rest, with_whom[0])} {with_whom[0]}"
        return [planned(me, with_article(noun), "{S} [have|has] {o}", span)]
    return _with(me, rest, with_whom, span)


def _event(tokens: Sequence[str]) -> str:
    """Give the last event named with a determiner: "job interview" in "my job interview"."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].lower() not in PLAN_EVENTS:
            continue
        first = at
        while first > 0 and at - first < 4:
            before = tokens[first - 1].lower()
            if before in _DETERMINERS:
                return " ".join(tokens[first : at + 1])
            if before in _BETWEEN or not before[0].isalpha():
                break
            first -= 1
    return ""


def _joined(text: str, name: str) -> str:
    found = re.search(rf"\b(to|in|at) {re.escape(name)}\b", text)
    return found[1] if found else "with"


def _with(me: Who, text: str, names: Sequence[str], span: TimeSpan) -> list[Claim]:
    """Read a journey to, a meeting with, or a visit of one of these."""
    for name in names:
        exact = re.escape(name)
        if re.search(_COME.replace("{name}", exact), text):
            return [planned(Who(name, teller=me.name), "visit", "{S} [are|is] going to {o}", span)]
        for pattern, phrase in ((_MEET, f"see {name}"), (_GO, f"go to {name}")):
            if re.search(pattern.replace("{name}", exact), text):
                return [planned(me, phrase, "{S} [are|is] going to {o}", span)]
    return []
