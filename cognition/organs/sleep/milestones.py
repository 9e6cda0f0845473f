"""Milestones: firsts, achievements and anniversaries that the person tells of their life.

References:
    Berntsen & Rubin 2004, Cultural life scripts structure recall from autobiographical memory,
    Mem. Cognit. 32: the events that a life is told by.
    Pillemer 2001, Momentous events and the life story, Rev. Gen. Psychol. 5: first times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from cognition.faculties import Faculties
from cognition.organs.prefrontal.matters import matter_of
from cognition.organs.sleep.gist import day_of, quotation
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.organs.words import sentences
from cognition.regex import regex
from cognition.values import Engram, Fact, derive_id

ACHIEVED = frozenset({"job_got", "promoted", "passed", "engaged", "born", "accepted", "won"})
_DID = r"\b(?:i|we)(?:'ve| have)? (?:(?:just|finally|actually|both|all|even) )*"
_PATTERNS = {
    "achievement": regex(
        rf"{_DID}(?:graduated|got (?:married|my (?:degree|licen[cs]e|diploma))|published|retired"
        r"|opened (?:my|our) (?:own )?(?:\w+ )?(?:shop|store|business|studio|restaurant|cafe)"
        r"|bought (?:my|our|a) (?:first )?(?:house|flat|apartment|home)"
        r"|finished (?:my|the|a) (?:first )?(?:\w+ )?(?:marathon|novel|book|thesis|degree))\b"
    ),
    "first": regex(
        rf"{_DID}\w+(?: \w+){{0,4}} for the first time\b"
        r"|\bfirst time (?:ever )?(?:that )?(?:i|we)\b"
        rf"|{_DID}(?:ran|sold|finished|made|wrote|gave|bought|won|published|played|had|got|hosted"
        r"|completed|cooked|baked|performed) (?:my|our) (?:very )?first\b"
    ),
    "anniversary": regex(
        r"\b(?:today|yesterday|tonight|this week)\b.*\b(?:anniversary|(?:\w+) years? (?:sober|clean"
        r"|together|married|ago|since))\b|\bit(?:'s| is|'s been| has been|s) (?:exactly |now )?"
        r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) years? (?:sober|clean|today"
        r"|since|that)\b|\b(?:our|my) (?:\w+ )?anniversary (?:is |was )?(?:today|yesterday)\b"
        r"|\b(?:i|we)(?:'m| am|'re| are|'ve been| have been) (?:\w+ )?years? (?:sober|clean)\b"
    ),
}
_NOT_SO = regex(
    r"\b(?:if|hope|hoping|wish|would|could|imagine|dream(?:t|ed)?|almost|nearly|not|never|n't|will"
    r"|going to|gonna|want(?:ed)? to|plan(?:ning)? to|until|unless|pretend)\b|\?"
)


def milestones(heard: Sequence[Engram], use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield a milestone for each turn of the person's that tells of one."""
    for engram in heard:
        pace.breathe()
        if engram.role != "person" or engram.speaker != use.owner:
            continue
        if found := milestone_of(engram.text):
            yield Change("milestones", (_milestone(engram, *found, use),))
        elif years := _years_together(engram, use):
            yield Change("milestones", (years,))


def milestone_of(text: str) -> tuple[str, str] | None:
    """Give what kind of milestone a text tells of and the sentence that does; None if of none.

    >>> milestone_of("Guess what! I ran my first marathon on Sunday.")
    ('first', 'I ran my first marathon on Sunday.')
    >>> milestone_of("I hope I get the job.") is None
    True
    """
    for sentence in sentences(text):
        plain = sentence.replace("’", "'").replace("won't", "will not")
        low = plain.lower()
        for kind, pattern in _PATTERNS.items():
            match = pattern.search(low)
            if match and not _NOT_SO.search(f"{low[: match.end()]}{'?' * low.endswith('?')}"):
                return kind, sentence
        matter = matter_of([plain])
        if matter is not None and matter.name in ACHIEVED and not low.endswith("?"):
            return "achievement", sentence
    return None


def _milestone(engram: Engram, kind: str, sentence: str, use: Faculties) -> Fact:
    return Fact(
        id=derive_id("milestone", use.owner, engram.id),
        kind="milestone",
        subject=use.owner,
        relation=kind,
        object=quotation(sentence),
        text=f"{use.owner} told on {day_of(engram)}: “{quotation(sentence)}”",
        valid_from=engram.when,
        confidence=0.8,
        sources=(engram.id,),
    )


def _years_together(engram: Engram, use: Faculties) -> Fact | None:
    """Give the anniversary of the first talk, if this turn is the first to be said after it."""
    place = use.timeline.position(engram.id)
    if not place:
        return None
    first, before = use.timeline.when_at(0), use.timeline.when_at(place - 1)
    years = _years(first, engram.when)
    if years < 1 or years == _years(first, before):
        return None
    told = f"{years} years" if years > 1 else "a year"
    return Fact(
        id=derive_id("milestone", use.owner, "together", years),
        kind="milestone",
        subject=use.owner,
        relation="anniversary",
        object=told,
        text=f"On {day_of(engram)} it was {told} since what {use.owner} first told here.",
        valid_from=engram.when,
        confidence=1.0,
        sources=(use.timeline.id_at(0), engram.id),
    )


def _years(since: datetime, now: datetime) -> int:
    return now.year - since.year - ((now.month, now.day) < (since.month, since.day))
