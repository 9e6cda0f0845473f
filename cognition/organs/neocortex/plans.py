"""What lies ahead: appointments, visits and journeys with a date, and what becomes of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from cognition.faculties import Knowledge
from cognition.organs.neocortex import phrases
from cognition.organs.neocortex.claims import Claim, Who, own, sentence
from cognition.organs.neocortex.lexicon import PLAN_EVENTS, words
from cognition.organs.neocortex.predicates import Predicate
from cognition.values import Fact, TimeSpan

_NOT_PLANS = words(
    "be try let think tell keep remember talk check look need feel know send update want hope "
    "like love say mean use help enjoy win die"
)
_MOVING = words(
    "visit come arrive fly start travel leave return launch move go see meet take get run "
    "marry host perform depart begin retire graduate present attend celebrate join finish have "
    "drive buy adopt sail"
)
_SCHEDULED = words("visit come arrive fly start leave return begin depart move graduate")
_VAGUE_TIMES = frozenset({"now", "right now", "these days", "this morning", "currently", "lately"})
_CANCEL = re.compile(
    r"\b(?:[Mm]y|[Tt]he|[Oo]ur) (?P<a>[\w' -]{3,40}?) (?:was|is|got|has been|has|had to be|gets"
        r"|were) (?:just )?(?:cancelled|canceled|called off|scrapped|off(?= now|\.|!|\Z))"
    r"|\b(?:[Ii]|[Ww]e|[Tt]hey|[Hh]e|[Ss]he) (?:just |have |had to |has )*(?:cancelled|canceled"
        r"|cancel|called off) (?:my|the|our) (?P<b>[\w' -]{3,40}?)(?=[.,!]|\Z| because| today| "
        r"and| but)"
)  # fmt: skip
_RESCHEDULE = re.compile(
    r"\b(?:[Mm]y|[Tt]he|[Oo]ur) (?P<o>[\w' -]{3,40}?) (?:was|is|got|has been|had to be|is being)"
        r"(?: now)? (?:just )?(?:moved|postponed|rescheduled|pushed(?: back)?|brought forward"
        r"|shifted|delayed)(?: from .{2,20})? (?:to|until|till|for|by)\b"
    r"|\b(?:[Ii]|[Ww]e|[Tt]hey) (?:have |had to )?(?:moved|postponed|rescheduled|pushed) (?:my|the"
        r"|our) (?P<b>[\w' -]{3,40}?) (?:back )?(?:to|until|till|for)\b"
)  # fmt: skip
_APPOINTMENT = re.compile(r"(?:[Mm]y|[Oo]ur) (?P<o>[\w' -]{3,40}?) (?:is|are|will be|starts)\b")
_SMALL = words("the a an my our to for with on at in of and first next big new")
_EMPHASIS = re.compile(r"(?:^|\s+)(?:after all|any ?more|either|too|as well)$", re.IGNORECASE)


def ahead(times: tuple[TimeSpan, ...], text: str, now: datetime) -> TimeSpan | None:
    """Give the time in `text` that lies ahead of `now`, if any; the longest wording wins."""
    low = text.lower()
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    spans = [
        time
        for time in times
        if time.text
        and time.text.lower() in low
        and time.text.lower() not in _VAGUE_TIMES
        and (time.start >= day or time.end > now)
        and time.end >= now
        and time.end - time.start <= timedelta(days=370)
    ]
    return max(spans, key=lambda span: (span.start >= day, len(span.text)), default=None)


def dated(span: TimeSpan) -> str:
    """Say a span as a date that stays true: "on 12 May 2026".

    >>> dated(TimeSpan("next month", datetime(2026, 5, 1), datetime(2026, 6, 1)))
    'in May 2026'
    """
    start, length = span.start, span.end - span.start
    day = f"{start.day} {start:%B %Y}"
    if length < timedelta(days=1) and (start.hour, start.minute) != (0, 0):
        return f"on {day} at {start:%H:%M}"
    if length <= timedelta(days=1):
        return f"on {day}"
    if length <= timedelta(days=4):
        return f"on the days from {day}"
    if length <= timedelta(days=8):
        return f"in the week of {day}"
    if length <= timedelta(days=32):
        return f"in {start:%B %Y}" if start.day == 1 else f"in the month from {day}"
    return (
        f"in {start.year}" if length > timedelta(days=360) else f"in the months from {start:%B %Y}"
    )


def without_time(text: str, span: TimeSpan) -> str:
    """Take the time's words, and the preposition before them, out of a phrase."""
    leading = r"(?:(?:on|at|in|for|by|this|coming|during|around|until|early|late|sometime)\s+)*"
    pattern = rf"(?:^|[\s,]+){leading}{re.escape(span.text)}\b"
    return re.sub(r"\s+", " ", re.sub(pattern, " ", text, flags=re.IGNORECASE)).strip(" ,.")


def plan(who: Who, predicate: Predicate, span: TimeSpan) -> list[Claim]:
    """Read a predicate with a time ahead as a plan: "have an interview on Tuesday"."""
    rest = phrases.cut_loose(without_time(predicate.rest, span))
    verb = predicate.verb
    words = frozenset(re.findall(r"[\w-]+", rest.lower()))
    if words & {"you", "your", "it", "this", "that"} or len(rest.split()) > 10 or predicate.hedged:
        return []
    if predicate.tense in ("past", "perfect") or verb in _NOT_PLANS or verb == "can":
        return []
    if (
        verb in ("have", "get", "attend")
        and predicate.tense in ("present", "progressive")
        and not words & PLAN_EVENTS
    ):
        return []
    if predicate.tense == "present" and verb != "have" and verb not in _SCHEDULED:
        return []
    if predicate.tense == "progressive" and verb not in _MOVING:
        return []
    rest = _EMPHASIS.sub("", own(rest, who))
    if verb == "have":
        phrase, template = rest, "{S} [have|has] {o}"
    else:
        phrase = f"{verb} {rest}".strip()
        template = "{S} [are|is] going to {o}"
    if not phrase or (
        verb != "have"
        and not rest
        and verb
        not in ("visit", "come", "arrive", "leave", "move", "return", "graduate", "retire", "fly")
    ):
        return []
    made = _planned(who, phrase, template, span)
    return [replace(made, ended=True)] if predicate.denied or predicate.ended else [made]


def _planned(who: Who, phrase: str, template: str, span: TimeSpan) -> Claim:
    text = sentence(f"{template} {dated(span)}", who.name, phrase)
    bare = re.sub(r"^(?:a|an|the|their|your) ", "", phrase)
    return Claim(who.name, "plan", bare, text, kind="plan", due=span)


def appointment(who: Who, clause: str, span: TimeSpan) -> list[Claim]:
    """Read "my interview is on Tuesday"."""
    match = _APPOINTMENT.match(clause)
    if (
        match is None
        or match["o"].lower().split()[-1] not in PLAN_EVENTS
        or "birthday" in match["o"]
    ):
        return []
    noun = match["o"]
    article = "an" if noun[0].lower() in "aeiou" else "a"
    return [_planned(who, f"{article} {noun}", "{S} [have|has] {o}", span)]


def changes(text: str, known: Knowledge, times: tuple[TimeSpan, ...], now: datetime) -> list[Claim]:
    """Read cancellations and new dates of plans that are held."""
    made: list[Claim] = []
    if match := _RESCHEDULE.search(text):
        held = _held(match["o"] or match["b"], known, now)
        # "was moved to Friday" sounds like the past to whoever resolved it, yet Friday is to come
        coming = tuple(_coming(time, now) for time in times)
        span = ahead(coming, text[match.end() :], now)
        if held is not None and span is not None:
            made.append(_again(held, span))
            made.insert(
                0,
                Claim(
                    held.subject, "plan", held.object, held.text, "plan", ended=True, due=held.due
                ),
            )
        return made
    for match in _CANCEL.finditer(text):
        held = _held(match["a"] or match["b"], known, now)
        if held is not None:
            made.append(
                Claim(
                    held.subject, "plan", held.object, held.text, "plan", ended=True, due=held.due
                )
            )
    return made


def _coming(time: TimeSpan, now: datetime) -> TimeSpan:
    week = timedelta(days=7)
    if now - week <= time.start and time.end <= now and time.end - time.start <= timedelta(days=1):
        return replace(time, start=time.start + week, end=time.end + week)
    return time


def _again(held: Fact, span: TimeSpan) -> Claim:
    stem = held.text.rstrip(".")
    if held.due is not None:
        stem = stem.removesuffix(f" {dated(held.due)}")
    return Claim(held.subject, "plan", held.object, f"{stem} {dated(span)}.", "plan", due=span)


def _held(words: str, known: Knowledge, now: datetime) -> Fact | None:
    wanted = set(re.findall(r"[\w-]+", words.lower())) - _SMALL
    for fact in known.facts(relation="plan", kind="plan", at=now):
        if wanted & (set(re.findall(r"[\w-]+", fact.object.lower())) - _SMALL):
            return fact
    return None
