"""Putting memories into words: answers, what is brought up, what lay ahead; nothing is added."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from cognition.organs.broca.dates import on_date, when_due, when_said
from cognition.organs.broca.everyday import later
from cognition.organs.broca.facts import past, planned, second_person, told
from cognition.organs.broca.person import echo, quote, timeless, you
from cognition.organs.broca.situation import Situation
from cognition.organs.prefrontal.shared_past import years_since
from cognition.organs.words import lower_first, upper_first
from cognition.regex import regex
from cognition.values import SHARED, Answer, Fact, Move, Recollection

_SENTENCE = regex(r"(?<=[.!?…])\s+")
_ATTACHED = regex(r"\[(?:shares|shared|sends|sent)[^\]]*\]")  # what a chat program notes
_WORD = regex(r"[a-z']+")
_FIRST = regex(r"\b(?:i|my|me|we|our)\b", re.IGNORECASE)
_MONTHS = tuple(calendar.month_name)[1:]
_ON_DATE = regex(rf"\bon (\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_DATED = regex(rf"\b(told me|said|mentioned it) on (\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}})")
_MENTIONED = regex(r"(mentioned it on [^.“]+)\. “")
_WHO = regex(r"\W*(?:so |and )?who\b(?! is\b|'s\b)", re.IGNORECASE)
_KNOWN = regex(
    r"\W*(?:and |so )?(?:do you know"
    r"|(?:did|have) i (?:ever |already )?(?:tell|told|mention(?:ed)?))\b",
    re.IGNORECASE,
)
_WAS = regex(r"\bThat was so until\b")
_LAUGHED = regex(r" and (?P<who>.+?) laughed about “")
_FEW = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
_JUST_NOW = timedelta(hours=1)
_NOTHING_ABOUT = regex(r"^I don['’]t remember anything about (?P<topic>[^.]+)\.$")
_PLAIN_NO = regex(r"^I don['’]t remember(?: that)?\.?$")
_BEYOND = regex(r"^I don['’]t know that\b")


def answer(move: Move, turn: Situation) -> str:
    """Give the answer, which is worded already, and cite what it rests on."""
    text = move.answer.text.strip()
    if not text or not move.answer.known:
        return abstain(move, turn)
    if said := _of_facts(move.answer, turn):
        return said
    for source in move.answer.sources:
        turn.cite(source.id)
        if source.kind != "episode" and source.text:
            text = _to_them(text, source.text, turn)
    turn.cite(*(fact.id for fact in move.facts))
    text = _MENTIONED.sub(r"\1: “", text)
    unsure = ("unsure",) if move.answer.confidence < 0.5 else ()
    return turn.say_with("answer", unsure, answer=_near_dates(ended(text), turn.now))


def _of_facts(answer: Answer, turn: Situation) -> str:
    """Say an answer from held facts in whole sentences, and when it was told if not just now."""
    facts = [s for s in answer.sources if s.kind not in ("episode", "gist") and s.text]
    over = any("ended" in fact.why for fact in facts)
    if not facts or over or answer.confidence < 0.5 or _WAS.search(answer.text):
        return ""
    head = answer.text.partition(".")[0]
    clauses = [_timely(fact, second_person(fact.text, turn.names), turn.now) for fact in facts]
    if not all(clauses):
        return ""
    beside = [s for s in answer.sources[answer.sources.index(facts[0]) :] if s.kind == "episode"]
    told = [s.when for s in answer.sources if s.when is not None and s.kind == "episode"]
    when = max(told or [fact.when for fact in facts if fact.when is not None], default=None)
    if beside:  # tellings quoted after the facts
        quotes = answer.text[len(" ".join(ended(fact.text) for fact in facts)) :].strip()
        said = " ".join([*(f"{upper_first(str(clause))}." for clause in clauses), quotes])
        said, when = _near_dates(ended(said), turn.now), None
    elif head in ("Yes", "No"):
        said = f"{head}, {clauses[0]}."
    elif len(facts) == 1 and _WHO.match(turn.see.percept.text) and " " in head:
        said = f"{head}."
    elif len(facts) == 1 and head.lower() in str(clauses[0]).lower():
        said = f"{upper_first(_named_first(head, str(clauses[0])))}."
    elif answer.text.startswith(facts[0].text[:12]):
        said = " ".join(f"{upper_first(str(clause))}." for clause in clauses)
        if _KNOWN.match(turn.see.percept.text):
            said = f"Yes. {said}"
        when = None
    else:
        return ""
    turn.cite(*(source.id for source in answer.sources))
    said = _ON_DATE.sub(lambda match: _near_day(match, turn.now), said)
    if when is not None and turn.now - when > _JUST_NOW:
        said = f"{said} You told me {when_said(when, turn.now)}."
    return turn.say_with("answer", (), answer=said)


def _named_first(tie: str, clause: str) -> str:
    """Say who a name is: "Rashid is your friend" for "your friend is Rashid".

    >>> _named_first("Your friend", "your friend is Rashid")
    'Rashid is your friend'
    """
    pattern = rf"{re.escape(tie)} (?P<be>is|was) (?P<name>\S+(?: [A-Z]\S*)*)\Z"
    named = re.match(pattern, clause, re.IGNORECASE)
    return f"{named['name']} {named['be']} {lower_first(tie)}" if named else clause


def _timely(fact: Recollection, clause: str | None, now: datetime) -> str | None:
    """Say of a plan whose day is over that it was going to be."""
    day = _ON_DATE.search(clause) if clause and fact.kind == "plan" else None
    if day is None or clause is None or _day_of(day).date() >= now.date():
        return clause
    return past(clause) or clause


def _day_of(match: re.Match[str]) -> datetime:
    return datetime(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))


def _near_day(match: re.Match[str], now: datetime) -> str:
    """Give "on 6 March 2026" as "on Friday, 6 March" if it is within a week, else as it is."""
    then = _day_of(match)
    if abs((then.date() - now.date()).days) > 6:
        return match[0]
    return f"{when_due(then, now)}, {match[1]} {match[2]}"


def _to_them(text: str, fact: str, turn: Situation) -> str:
    """Say a fact's sentence inside an answer to the person it is about, if that is safe."""
    said = you(fact, turn.names)
    if not said:
        return text
    plain = fact.strip().rstrip(".")
    return text.replace(plain, upper_first(said)) if plain else text


def _near_dates(text: str, now: datetime) -> str:
    """Say a day close by as people do: "told me yesterday", not "told me on 12 May 2026"."""

    def near(match: re.Match[str]) -> str:
        try:
            day, month, year = match[2].split()
            then = datetime(int(year), _MONTHS.index(month) + 1, int(day))
        except ValueError:
            return match[0]
        near_day = (now.date() - then.date()).days
        return f"{match[1]} {'earlier today' if near_day == 0 else when_due(then, now)}"

    return _DATED.sub(near, text) if " on " in text else text


def abstain(move: Move, turn: Situation) -> str:
    """Say plainly that it is not remembered, or not known at all."""
    text = move.answer.text.strip()
    turn.cite(*(source.id for source in move.answer.sources))
    if not text or _PLAIN_NO.match(text):
        return turn.say_with("abstain", ("plain",))
    if nothing := _NOTHING_ABOUT.match(text):
        return turn.say_with("abstain", ("plain", "about"), matter=nothing["topic"])
    if _BEYOND.match(text):
        return turn.say_with("abstain", ("beyond",))
    return turn.say_with("abstain", ("said",), answer=ended(text))


def recall(move: Move, turn: Situation) -> str:
    """Bring up one memory: what was said and when, what is shared, or a fact said to the person."""
    if move.facts and move.facts[0].kind in SHARED:
        return _shared(move.facts[0], turn)
    return _first_memory(move, turn, "recall") or _first_fact(move, turn, "recall")


def _shared(fact: Fact, turn: Situation) -> str:
    """Say a shared joke, or a milestone on its day, in the words that were said."""
    if fact.valid_from is None:
        return ""
    turn.cite(fact.id, *fact.sources)
    when = when_said(fact.valid_from, turn.now)
    if fact.kind == "joke":
        others = _LAUGHED.search(fact.text)
        who = others["who"] if others and others["who"] != turn.slots["me"] else ""
        tags = ("joke", "other") if who else ("joke",)
        return turn.say_with("shared", tags, thing=quote(fact.object), when=when, who=who)
    years = years_since(fact, turn.now)
    if fact.kind != "milestone" or not years:
        return ""
    ago = "a year ago" if years == 1 else f"{_FEW.get(years, years)} years ago"
    today = (fact.valid_from.month, fact.valid_from.day) == (turn.now.month, turn.now.day)
    span = f"{ago} {'today' if today else 'this week'}"
    return turn.say_with("shared", ("milestone",), span=span, quote=quote(fact.object))


def follow_up(move: Move, turn: Situation) -> str:
    """Come back to something that lay ahead, or still lies ahead."""
    plans: list[tuple[str, str, bool]] = []
    for fact in move.facts:
        if fact.kind == "plan" and fact.due is None:
            turn.cite(fact.id, *fact.sources)
            clause = second_person(fact.text, turn.names) or ""
            return turn.say_with("follow_up", ("undated",), plan=past(clause) or clause)
        if plan := planned(fact, turn.names, turn.now):
            plans.append((turn.by_tie(plan[0]), plan[1], plan[2]))
            turn.cite(fact.id, *fact.sources)
    if len(plans) > 1:
        said = _and([f"{clause} {day}" for clause, day, _ in plans])
        return turn.say_with("follow_up", ("several",), plan=said)
    for clause, day, over in plans:
        return turn.say_with("follow_up", ("past" if over else "ahead",), plan=clause, day=day)
    return _first_memory(move, turn, "follow_up") or _first_fact(move, turn, "follow_up")


def _and(clauses: Sequence[str]) -> str:
    """Join clauses, leaving out "you had" where the one before has it too.

    >>> _and(["you had a test on Monday", "you had a haircut on Friday"])
    'you had a test on Monday and a haircut on Friday'
    """
    kept = [clauses[0]]
    for before, clause in pairwise(clauses):
        both = before.startswith("you had ") and clause.startswith("you had ")
        kept.append(clause.removeprefix("you had ") if both else clause)
    return f"{', '.join(kept[:-1])} and {kept[-1]}"


def _first_memory(move: Move, turn: Situation, rule: str) -> str:
    for memory in move.evidence:
        said = (rule == "follow_up" and later(memory, turn)) or _recollected(memory, turn, rule)
        if said:
            turn.cite(memory.id)
            return said
    return ""


def _first_fact(move: Move, turn: Situation, rule: str) -> str:
    for fact in move.facts:
        said = told(fact, turn.names)
        if said:
            turn.cite(fact.id, *fact.sources)
            return turn.say_with(rule, ("fact",), said=said)
    return ""


def _recollected(memory: Recollection, turn: Situation, rule: str) -> str:
    if memory.when is None or not memory.text.strip():
        return ""
    if memory.kind != "episode":
        clause = you(memory.text, turn.names)
        return turn.say_with(rule, ("fact",), said=clause) if clause else ""
    when = when_said(memory.when, turn.now)
    day = on_date(memory.when, turn.now).removeprefix("on ")
    sentence = telling(memory.text, turn.see.percept.text)
    if not sentence:
        return ""
    if memory.speaker and memory.speaker.lower() not in {name.lower() for name in turn.names}:
        who = memory.speaker
        return turn.say_with(rule, ("other",), who=who, when=when, quote=quote(sentence))
    said = echo(sentence, limit=16) if timeless(sentence) else None
    low = ("sore",) if memory.affect.valence <= -0.25 else ()
    if said:
        return turn.say_with(rule, ("retold", *low), when=when, said=said)
    return turn.say_with(rule, ("quoted", *low), when=when, day=day, quote=quote(sentence))


def helped(move: Move, turn: Situation) -> str:
    """Say what is known to do the person good, for a suggestion."""
    for fact in move.facts:
        said = told(fact, turn.names)
        if said:
            turn.cite(fact.id, *fact.sources)
            return turn.say_with("suggest", ("liked",), said=said)
    for memory in move.evidence:
        sentence = telling(memory.text, turn.see.percept.text)
        if memory.when is not None and sentence:
            turn.cite(memory.id)
            when = when_said(memory.when, turn.now)
            return turn.say_with("suggest", ("helped",), when=when, quote=quote(sentence))
    return ""


def telling(text: str, about: str) -> str:
    """Choose the sentence of a memory that bears most on what is being talked about.

    >>> telling("Hi! I adopted a cat, Luna. It rains.", "Luna broke a glass")
    'I adopted a cat, Luna.'
    """
    parts = [part for part in _SENTENCE.split(_ATTACHED.sub("", text).strip()) if part]
    if not parts:
        return ""
    wanted = set(_WORD.findall(about.lower()))

    def weight(part: str) -> tuple[int, int]:
        shared = len(wanted.intersection(_WORD.findall(part.lower())))
        own = 2 * bool(_FIRST.search(part)) - 3 * part.endswith("?")
        return shared + own, min(len(part), 60)

    return max(parts, key=weight)


def ended(text: str) -> str:
    """End a sentence that has no end.

    >>> ended("Luna")
    'Luna.'
    """
    return text if not text or text[-1] in ".!?…”\"'’)" else text + "."


__all__ = ["abstain", "answer", "ended", "follow_up", "helped", "recall", "telling"]
