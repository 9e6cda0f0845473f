"""What becomes of plans that are held: called off, or moved to another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from cognition.faculties import Knowledge
from cognition.organs.neocortex.claims import Claim
from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.plans import ahead, coming, dated
from cognition.values import Fact, TimeSpan

# no plan is changed in words that have none of these
_CUES = (
    "cancel off scrapped through after|all more no|longer not n't n’t cannot postpone move resched "
    "push shift delay forward instead new|date now make|it chang"
)
CUES = tuple(cue.replace("|", " ") for cue in _CUES.split(" "))
_OFF = re.compile(
    r"\bcancel(?:l?ed)?\b|\bcalled? (?:(?!to\b)\w+ ){0,5}?off\b|\b(?:is|are|was|got) (?:now )?off"
    r"(?= now|[.,!;]|\s*$| because)|\bscrapped\b|\b(?:fell|fallen|falls) through\b"
    r"|^(?:\W|\w+ of plans?:?|turns out)*no (?:[\w'’-]+ ){1,5}after all",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|might|may|could|would|should|unless|whether|hope|hoping|wish|wonder|want to|afraid"
    r"|not (?:been )?(?:cancelled|canceled|called off|scrapped|off)|not cancel"
    r"|(?:going|have|need) to cancel my (?:subscription|card))\b",
    re.IGNORECASE,
)
# "I am not going to the X", "X is not coming": who does not take part, or what does not take place
_GO = (
    r"(?:be )?(?:go(?:ing)?|com(?:e|ing)|meet(?:ing)?|see(?:ing)?|visit(?:ing)?|fly(?:ing)?"
    r"|travel(?:l?ing)?|driv(?:e|ing)|attend(?:ing)?|hav(?:e|ing)|do(?:ing)?|tak(?:e|ing)"
    r"|mak(?:e|ing))"
)
_NOT = (
    r"(?:(?:am|is|are|will|do|does|can|could) (?:also |now )?not|no longer|will no longer"
    r"|(?:am|is|are) no longer)"
)
_NOT_I = rf"\b(?:I|[Ww]e) {_NOT} (?:be )?(?:able to )?{_GO}(?: to| with| on| for| it to)*"
_NOT_IT = (
    rf" {_NOT} (?:be )?(?:able to )?(?:happening|happen|on|taking place|take place|coming|come"
    r"|visiting|visit|going ahead|make it|arriving|joining)\b"
)
_MOVED = (
    r"\b(?:moved|postponed|rescheduled|reschedule|pushed|put off|shifted|delayed|brought forward"
    r"|bring forward|postpone|push|changed|make)\b.*?\b(?:to|until|till|for|by|it)(?: the)? "
)
_INSTEAD = re.compile(r"\binstead\b|\bnew (?:date|time)\b|\bnow\W*$|\b(?:is|are) now\b")
_SMALL = words(
    "the a an my our their your to for with on at in of and first next big new have has go get take"
    " visit come arrive fly start travel leave return launch move see meet run marry host attend "
    "celebrate join drive going i we me us"
)
_WORD = re.compile(r"[\w'-]+")


def may_change(text: str, known: Knowledge) -> bool:
    """Tell cheaply whether a text can change a plan that is held."""
    low = text.lower()
    return any(cue in low for cue in CUES) and bool(known.facts(relation="plan"))


def changes(
    text: str, known: Knowledge, speaker: str, times: tuple[TimeSpan, ...], now: datetime
) -> list[Claim]:
    """Read out of a sentence that a held plan is called off, or has a new date."""
    held = _named(text, known, speaker, now)
    if held is None or _UNSURE.search(text):
        return []
    if (span := _moved(text, times, now)) is not None:
        return [_off(held), _again(held, span)]
    if _OFF.search(text) or _not_happening(text, held, speaker):
        return [_off(held)]
    return []


def _named(text: str, known: Knowledge, speaker: str, now: datetime) -> Fact | None:
    """Give the open plan that shares most words with a text; of several the one due next."""
    said = set(_WORD.findall(text.lower()))
    names = {word.lower() for word in _WORD.findall(text) if word[0].isupper()}
    found: list[tuple[int, float, Fact]] = []
    for fact in known.facts(relation="plan", kind="plan", at=now):
        if fact.due is not None and fact.polarity:
            key = _key(fact, speaker)
            away = abs((fact.due.start - now).total_seconds())
            found.append((len(said & key) + len(names & key), -away, fact))
    best = max(found, key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] else None


def _key(fact: Fact, speaker: str) -> set[str]:
    """Give the words that name a plan: what it is about, and who else it is with."""
    who = "" if fact.subject == speaker else fact.subject.rpartition("'s ")[2]
    return set(_WORD.findall(f"{fact.object} {who}".lower())) - _SMALL - {speaker.lower()}


def _moved(text: str, times: Sequence[TimeSpan], now: datetime) -> TimeSpan | None:
    """Give the time to which a sentence says that something was moved."""
    # "was moved to Friday" sounds like the past to whoever resolved it, yet Friday is to come
    to_come = tuple(coming(time, now) for time in times)
    span = ahead(to_come, text, now)
    if span is None:
        return None
    lead = r"(?:on |in |at )?"
    to_then = rf"{_MOVED}{lead}{re.escape(span.text)}"
    moved = re.search(to_then, text, re.IGNORECASE) or _INSTEAD.search(text)
    return span if moved else None


def _not_happening(text: str, held: Fact, speaker: str) -> bool:
    """Tell whether a sentence says that somebody does not take part, or that it is not held."""
    key = "|".join(re.escape(word) for word in sorted(_key(held, speaker)))
    the = r"(?: (?:the|my|our|a|an|any|that|this|[\w'’-]+(?= (?:{key}))))*".replace("{key}", key)
    mine = re.search(rf"{_NOT_I}{the} (?:{key})\b", text, re.IGNORECASE)
    return bool(mine or re.search(rf"\b(?:{key}){_NOT_IT}", text, re.IGNORECASE))


def _off(held: Fact) -> Claim:
    return Claim(held.subject, "plan", held.object, held.text, "plan", ended=True, due=held.due)


def _again(held: Fact, span: TimeSpan) -> Claim:
    stem = held.text.rstrip(".")
    if held.due is not None:
        stem = stem.removesuffix(f" {dated(held.due)}")
    return Claim(held.subject, "plan", held.object, f"{stem} {dated(span)}.", "plan", due=span)
