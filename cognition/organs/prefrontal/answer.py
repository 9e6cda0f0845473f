"""The answer to a question from what was recalled and what is held, or an honest no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cognition.organs.prefrontal import dates, phrase
from cognition.organs.prefrontal.evidence import Evidence, weigh
from cognition.organs.prefrontal.known import Held, holds, look_up
from cognition.organs.prefrontal.question import Question, parse
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.words import sentences, stem_set, stems, words
from cognition.values import Answer, Fact, Percept, Recollection, TimeSpan

ENOUGH = 0.4  # confidence from which something counts as remembered
_QUOTE = 160  # characters of a source that are quoted
_CLOSE = 0.8  # share of the best strength from which other evidence may complete the answer
_AHEAD = re.compile(r"\b(?:will|going to|plan(?:s|ning)?|is|are)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:since|start|began|begun|join|adopt|got|mov|marri|met|bought|found|became|open)\w*",
    re.IGNORECASE,
)
_WHOLE = 0.8  # share of a question's content from which it counts as wholly met
_STRICT = ("where", "who", "how_old", "why")  # a part of the question does not answer these
_VERSION = 0.5  # share of the best strength from which a telling may be a newer version of it


def answer(
    question: Percept, recollections: Sequence[Recollection], facts: Sequence[Fact], now: datetime
) -> Answer:
    """Answer a question from recollections (best first) and facts, the short answer first.

    `confidence` is in [0, 1]: the share of the question's content that the evidence about the
    right person has, lowered when someone else's words fit better. Below 0.4 the answer is that
    it is not remembered.

    >>> said = datetime(2023, 5, 8)
    >>> yesterday = TimeSpan("yesterday", datetime(2023, 5, 7), datetime(2023, 5, 8))
    >>> text = "I went to a support group yesterday."
    >>> seen = Recollection(text=text, speaker="Caroline", when=said, times=(yesterday,))
    >>> asked = Percept(text="When did Caroline go to the support group?", speaker="Mel")
    >>> answer(asked, [seen], [], datetime(2023, 9, 1)).text
    '7 May 2023. Caroline told me on 8 May 2023: “I went to a support group yesterday.”'
    """
    asked = parse(question, {r.speaker for r in recollections})
    held = look_up(asked, facts, now)
    evidence = weigh(asked, recollections)
    confidence = _confidence(evidence)
    evidence = _latest_version(asked, evidence)
    over = held is not None and not question.times and not any(holds(f, now) for f in held.facts)
    if held is not None and (held.confidence >= min(confidence, 0.8) or over):
        return _from_facts(asked, held, recollections, now)
    if confidence < ENOUGH or not evidence or not _settles(asked, evidence[0]):
        return _about_person(asked, facts, now) or _unknown(asked, confidence)
    if asked.kind in ("when", "until", "how_long_ago", "since"):
        return _when(asked, evidence, confidence, now)
    return _say(asked, evidence, confidence)


def _settles(question: Question, best: Evidence) -> bool:
    """Say whether evidence can carry a yes or no: that needs more than half of what was asked."""
    return question.kind != "yes_no" or best.own > 0.5


def _confidence(evidence: Sequence[Evidence]) -> float:
    """Rate the best evidence; that someone else's words fit better speaks against it."""
    if not evidence or evidence[0].strength <= 0.0:
        return 0.0
    best = evidence[0].strength
    return best * best / max(item.cover for item in evidence)


def _latest_version(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Put the newest (for the past: the oldest) of several tellings of one thing first."""
    if len(evidence) < 2 or question.times or not evidence[0].recollection.when:
        return evidence
    top = evidence[0]
    versions = [
        item
        for item in evidence
        if item.recollection.when
        and item.strength >= _VERSION * top.strength
        and item.recollection.speaker == top.recollection.speaker
        and (_as_full(item, top) or _parallel(item.sentence, top.sentence))
    ]
    pick = min if question.past else max
    first = pick(versions, key=lambda item: item.recollection.when or datetime.min)
    return [first, *(item for item in evidence if item is not first)]


def _as_full(item: Evidence, top: Evidence) -> bool:
    """Say whether something answers the whole question as well as the best does."""
    return item is top or (item.cover >= _WHOLE and item.strength >= 0.9 * top.strength)


def _parallel(one: str, other: str) -> bool:
    """Say whether two sentences differ in one stretch only, and agree in half of their words."""
    mine, theirs = words(one), words(other)
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    start = next((i for i, word in enumerate(mine) if word != theirs[i]), len(mine))
    left, right = mine[start:], theirs[start:]
    end = next((i for i, word in enumerate(reversed(left)) if word != right[-1 - i]), len(left))
    return start + end >= max(3, len(mine) / 2)


def _when(
    question: Question, evidence: Sequence[Evidence], confidence: float, now: datetime
) -> Answer:
    top = evidence[0]
    if question.kind == "since":
        lasted = phrase.short(question, top.sentence)
        if (lasted and lasted[:1].isdigit()) or lasted.split(" ")[0] in (
            "a",
            "two",
            "three",
            "four",
            "five",
        ):
            return _told(question, top, lasted, confidence)
    for item in evidence:
        if item.strength < _CLOSE * top.strength:
            break
        time = _event_time(question, item)
        if time is not None:
            return _told(question, item, _time_words(question, time, now), confidence)
    when = top.recollection.when
    if when is None:
        return _unknown(question, confidence * 0.5)
    who = _subject(question, top.recollection)
    short = f"{who} mentioned it on {dates.day(when)}"
    return _told(question, top, short, confidence * 0.9, dated=False)


def _event_time(question: Question, item: Evidence) -> TimeSpan | None:
    """Pick the time the sentence names, past or ahead as the question's tense asks."""
    times = item.recollection.times
    if not times:
        return None
    inside = [time for time in times if time.text and time.text.lower() in item.sentence.lower()]
    when = item.recollection.when or datetime.max
    ordered = sorted((*inside, *times), key=lambda time: time.start > when)
    if _AHEAD.search(question.text):
        ordered = [*inside, *times]
    if question.kind == "since":
        ordered = [t for t in ordered if "ago" in t.text or _BEGINS.search(item.sentence)]
    return ordered[0] if ordered else None


def _time_words(question: Question, time: TimeSpan, now: datetime) -> str:
    if question.kind == "how_long_ago":
        return f"{dates.elapsed(time.start, now)} ago, {dates.preposition(time)} {dates.span(time)}"
    if question.kind == "until" and time.start >= now:
        return f"{dates.elapsed(now, time.start)}, until {dates.span(time)}"
    if question.kind == "since":
        return f"{dates.elapsed(time.start, now)}, since {dates.span(time)}"
    if "what year" in question.text.lower() or "which year" in question.text.lower():
        return str(time.start.year)
    return dates.span(time)


def _say(question: Question, evidence: Sequence[Evidence], confidence: float) -> Answer:
    top = evidence[0]
    if question.kind == "yes_no":
        negative = not _negative(question.text) and _negative(top.sentence)
        return _told(question, top, "No" if negative else "Yes", confidence)
    if question.kind == "about":
        text = source(question, top.recollection)
        return Answer(text, min(confidence, 1.0), True, (top.recollection,))
    top = _typed_first(question, evidence)
    mine = _by_asker(question, top.recollection)
    if question.kind in _STRICT and not phrase.typed(question, top.sentence):
        if confidence < _WHOLE:
            return _unknown(question, confidence)
        if question.kind == "why" and mine and len(sentences(top.recollection.text)) <= 2:
            return _told(question, top, "You didn't say why", confidence * 0.7)
    cut = phrase.untimed(phrase.short(question, top.sentence), top.recollection.times)
    short = phrase.reported(cut, mine)
    if not question.several:
        return _told(question, top, short, confidence)
    parts, used = [short], [top]
    for item in evidence[1:]:
        more = phrase.reported(phrase.short(question, item.sentence), mine)
        if item.strength < _CLOSE * top.strength or len(used) == 3:
            break
        if more and not stem_set(more) <= set(stems(" ".join(parts))):
            parts.append(more)
            used.append(item)
    told = _told(question, top, ", ".join(parts), confidence)
    return Answer(told.text, told.confidence, True, tuple(item.recollection for item in used))


def _typed_first(question: Question, evidence: Sequence[Evidence]) -> Evidence:
    """Prefer, among evidence nearly as strong, what has the kind of thing asked for."""
    for item in evidence:
        if item.strength < _CLOSE * evidence[0].strength:
            break
        for sentence in (item.sentence, *sentences(item.recollection.text)):
            if phrase.typed(question, sentence):
                return replace(item, sentence=sentence)
    return evidence[0]


def _negative(text: str) -> bool:
    low = f" {text.lower().replace('’', chr(39))} "
    return any(sign in low for sign in (" not ", "n't ", " never ", " no longer ", " nobody "))


def _by_asker(question: Question, recollection: Recollection) -> bool:
    return recollection.role == "person" and recollection.speaker.lower() == question.asker.lower()


def _subject(question: Question, recollection: Recollection) -> str:
    if recollection.role == "companion":
        return "I"
    if _by_asker(question, recollection) or not recollection.speaker:
        return "You"
    return recollection.speaker


def source(question: Question, recollection: Recollection, sentence: str = "") -> str:
    """Write who said what and when, with a quotation."""
    who = _subject(question, recollection)
    verb = "said" if who == "I" else "told me"
    on = f" on {dates.day(recollection.when)}" if recollection.when else ""
    text = sentence or recollection.text
    if len(text) > _QUOTE:
        text = text[:_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"{who} {verb}{on}: “{text}”"


def _told(
    question: Question, item: Evidence, short: str, confidence: float, dated: bool = True
) -> Answer:
    head = short[:1].upper() + short[1:] if short else ""
    quoted = source(question, item.recollection, item.sentence)
    if not dated:
        quoted = quoted[quoted.index("“") :]
    head = head if head.endswith(("…", ".", "!", "?")) else f"{head}."
    return Answer(f"{head} {quoted}", min(confidence, 1.0), True, (item.recollection,))


def _from_facts(
    question: Question, held: Held, recollections: Sequence[Recollection], now: datetime
) -> Answer:
    ids = {id_ for fact in held.facts for id_ in fact.sources}
    episodes = tuple(r for r in recollections if r.id and r.id in ids)
    own = tuple(
        Recollection(
            id=f.id,
            kind=f.kind,
            text=f.text,
            when=f.valid_from,
            score=held.confidence,
            why={} if holds(f, now) else {"ended": 1.0},
        )
        for f in held.facts
    )
    fact = held.facts[0]
    until = (
        f" That was so until {dates.day(fact.valid_to)}."
        if fact.valid_to and not holds(fact, now) and fact.relation not in (*KIN, "pet")
        else ""
    )
    if episodes:
        said = source(question, episodes[0])
    else:
        said = fact.text if fact.text.endswith((".", "!", "?")) else f"{fact.text}."
    short = held.short[:1].upper() + held.short[1:]
    return Answer(f"{short}.{until} {said}", min(held.confidence, 1.0), True, (*episodes, *own))


def _about_person(question: Question, facts: Sequence[Fact], now: datetime) -> Answer | None:
    """Say what is held about someone if nothing else is asked ("What do you know of me?")."""
    if question.terms or not question.people or question.kind not in ("about", "what", "who"):
        return None
    who = {name.lower() for name in question.people}
    mine = [
        f
        for f in facts
        if (f.subject.lower() in who or f.object.lower() in who)
        and f.text
        and holds(f, now)
        and f.kind != "procedure"
    ][:4]
    if not mine:
        return None
    text = " ".join(f.text if f.text.endswith(".") else f"{f.text}." for f in mine)
    sources = tuple(
        Recollection(id=f.id, kind=f.kind, text=f.text, when=f.valid_from) for f in mine
    )
    return Answer(text, 0.7, True, sources)


def _unknown(question: Question, confidence: float) -> Answer:
    about = _topic(question)
    text = f"I don't remember anything about {about}." if about else "I don't remember that."
    return Answer(text, min(confidence, ENOUGH), False)


def _topic(question: Question) -> str:
    """Name what was asked for in the question's own words, when one word stands out."""
    tokens = [w.strip(".,!?\"“”'’") for w in question.text.split()[1:]]
    named = [w for w in tokens if w[:1].isupper() and w.lower() not in ("i", "i'm")]
    people = {person.lower() for person in question.people}
    rest = [w for w in named if w.lower().removesuffix("'s") not in people]
    return rest[0].removesuffix("'s").removesuffix("’s") if rest and not question.people else ""


__all__ = ["ENOUGH", "answer", "source"]
