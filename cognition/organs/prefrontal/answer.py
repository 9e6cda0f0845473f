"""The answer to a question from what was recalled and what is held, or an honest no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cognition.faculties import Faculties
from cognition.organs.hippocampus import recollection
from cognition.organs.prefrontal import dates
from cognition.organs.prefrontal.about import (
    about_person,
    asks_saying,
    mentioned,
    name_of,
    nicknamed,
    voiced,
)
from cognition.organs.prefrontal.agenda import planned
from cognition.organs.prefrontal.evidence import Evidence, weigh
from cognition.organs.prefrontal.exceptions import asks_habit, excepts
from cognition.organs.prefrontal.finding import ENOUGH, find, tells_deed
from cognition.organs.prefrontal.having import OVER, asked_having
from cognition.organs.prefrontal.known import Held, holds, look_up
from cognition.organs.prefrontal.particular import particular
from cognition.organs.prefrontal.question import Question, parse
from cognition.organs.prefrontal.recounting import recounted
from cognition.organs.prefrontal.relations import KIN, understood
from cognition.organs.prefrontal.updates import Update, newest, prevails
from cognition.organs.prefrontal.versions import newest_telling
from cognition.organs.prefrontal.whereabouts import whereabouts
from cognition.organs.prefrontal.wording import (
    source,
    teller,
    unknown,
    upper_first,
)
from cognition.organs.prefrontal.words import weight, words
from cognition.regex import regex
from cognition.values import Answer, Fact, Percept, Recollection

_ABOUT_THEM = 0.7  # fit from which evidence is about the person asked about
_OTHERS = 0.3  # how much it is against an answer that someone else's words have what is asked
_SUPPOSE = 0.2  # confidence from which it is said what would or might be
_WHOLE_STATEMENT = 400  # a statement is quoted with its contrast ("not ...; instead ...")
_OF_IT = regex(r"\b(?:lik|lov|enjoy|hat|dislik)\w*(?: \w+)? about\b", re.IGNORECASE)
_PAST = regex(r"\b(?:did|was|were|had|used|\d{4})\b", re.IGNORECASE)
_AROUND = regex(r"an? (?:gift|present|loan|donation) of |(?:omg|btw|tbh|ugh|yeah|so|gave|opened) ")
_TOLD_AGE = regex(r"\b(?:what|which) age did\b|\bhow old (?:was|were|is|are|am)\b", re.IGNORECASE)
_AGE = regex(  # in what answers, not in when that was told
    r"[^.,]*?\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)
# what is read of hasty talk as a name: "Shes has it"
_BROKEN = regex(r"(?:shes|hes|its|theyre|ive|im|youre|weve)\b", re.IGNORECASE)
# asked of a deed or a trade, where having or being somebody is no answer
_OWN_PLAIN = regex(
    r"^\W*(?:where did (?:i|we) (?:get|buy|find|order)"
    r"|what (?:does|do) (?:my|our) [\w ]+? do\W*\Z)",
    re.IGNORECASE,
)
_HOME = regex(r"\blives? in\b")


def answer(
    question: Percept,
    recollections: Sequence[Recollection],
    facts: Sequence[Fact],
    now: datetime,
    cite: bool = False,
) -> Answer:
    """Answer a question from recollections (best first) and facts, as shortly as it can be said.

    With `cite` the text goes on to say who told it, when, and in which words. `confidence` is in
    [0, 1]: the share of the question's content that the evidence about the right person has,
    lowered when someone else's words fit as well. Below a third it is not remembered.

    >>> from cognition.values import TimeSpan
    >>> said = datetime(2023, 5, 8)
    >>> yesterday = TimeSpan("yesterday", datetime(2023, 5, 7), datetime(2023, 5, 8))
    >>> text = "I went to a support group yesterday."
    >>> seen = Recollection(text=text, speaker="Caroline", when=said, times=(yesterday,))
    >>> asked = Percept(text="When did Caroline go to the support group?", speaker="Mel")
    >>> answer(asked, [seen], [], datetime(2023, 9, 1)).text
    '7 May 2023'
    >>> answer(asked, [seen], [], datetime(2023, 9, 1), cite=True).text
    '7 May 2023. Caroline told me on 8 May 2023: “I went to a support group yesterday.”'
    """
    asked = parse(question, {r.speaker for r in recollections})
    held = look_up(asked, facts, now)
    held = None if held is None or _asks_more(asked, held) else held
    told = particular(asked, facts, recollections, cite)
    if told is not None and (held is None or _since(held, told)):
        return told
    if held is None and (called := nicknamed(asked, recollections, cite)):
        return called
    own_name = held is not None and held.facts[0].relation in ("name", "call_me")
    if (held is None or own_name) and (given := name_of(asked, recollections)):
        return _cited(asked, given) if cite else given
    if asked.kind == "about" and (known := about_person(asked, facts, now, recollections)):
        return known
    said = voiced(asked, recollections)
    if said is not None and (cite or asks_saying(asked)):
        return said
    evidence = weigh(asked, recollections)
    confidence = _confidence(evidence)
    deed = cite and tells_deed(asked)
    update = None if deed else newest(asked, facts, recollections)
    if update is not None and prevails(update, held, evidence):
        return _updated(asked, update)
    evidence = newest_telling(asked, evidence)
    if asks_habit(asked):  # a week without it is no end of a habit
        evidence.sort(key=lambda one: excepts(one.sentence))
    over = held is not None and not question.times and not any(holds(f, now) for f in held.facts)
    if held is not None and (held.confidence >= min(confidence, 0.8) or over):
        return _from_facts(asked, held, recollections, now, cite)
    if not evidence or confidence < (_SUPPOSE if asked.supposed else ENOUGH):
        known = about_person(asked, facts, now, recollections) or mentioned(asked, recollections)
        known = known or said or whereabouts(asked, recollections, cite)
        return known or unknown(asked, min(confidence, ENOUGH))
    found = find(asked, evidence, confidence, now, cite)
    return found or unknown(asked, min(confidence, ENOUGH))


def answered(
    question: Percept,
    recollections: Sequence[Recollection],
    facts: Sequence[Fact],
    use: Faculties,
    now: datetime,
    cite: bool = False,
) -> Answer:
    """Answer as `answer` does; where that alone does not, by what follows from what was told."""
    # its tables are read when somebody asks, not at every start
    from cognition.organs.prefrontal.reasoning import reason

    if told := recounted(question, use, now) or planned(question, use, now):
        return told
    plain = answer(question, recollections, facts, now, cite)
    if cite and plain.known and all(one.kind != "episode" for one in plain.sources):
        plain = _told_in(plain, question, use)
    found = reason(question, recollections, use, now, cite)
    # what is held as a fact stands, though nothing that could be reasoned from says so
    if found is None or (plain.known and not found.known and not found.sources and _held(plain)):
        return plain
    if plain.known and (_BROKEN.match(found.text) or _OWN_PLAIN.search(question.text)):
        return plain
    told_age = plain.known and _TOLD_AGE.search(question.text) and _AGE.match(plain.text)
    if told_age and not found.known and not found.sources:
        return plain  # an age then can be told without a birthday to reckon it from
    if found.known and not _PAST.search(question.text) and _told_since(plain, found):
        return plain
    short = found.text.partition(", because")[0].lower().removeprefix("the ")
    # what it cites has the conclusion too where it answers beside the point: "2005 and 2013"
    told = plain.text.partition(" told me")[0].lower().removeprefix("the ")
    echoes = any(told.startswith(f"{name.lower()} ") for name in question.names)  # "Tom the milk"
    echoes = echoes or told.startswith("and ")  # what else was done: "and gave Tom the milk"
    # "a shelter in Porto" says more than "Porto", of the same telling
    more = short not in ("yes", "no") and re.search(rf"\b{re.escape(short)}\b", told)
    more = more and not re.fullmatch(rf"(?:it|that) (?:was|is) {re.escape(short)}\W*", told)
    # nor does what was done to it, or what stands around it: "handed the lamp", "a gift of it"
    more = more and not re.fullmatch(rf"\w+ed (?:the |an? )?{re.escape(short)}\W*", told)
    more = more and not _AROUND.match(told)
    # nor does what a telling has besides that was parsed whole: "in favour of Vera"
    more = more and not any(one.plain for one in found.sources)
    starts = re.match(rf"{re.escape(short)}(?!\w)", told)  # "no" is not how "not now" starts
    # of two towns only one is where somebody lived in a year
    if re.match(rf"(?i:{re.escape(short)}), [A-Z]", plain.text) and len(plain.sources) > 1:
        return found
    same = plain.known and not echoes and (starts or (more and _rests_on(plain, found)))
    return plain if found.known and len(found.sources) == 1 and same else found


def _since(held: Held, told: Answer) -> bool:
    """Tell whether something was told after the facts that are held."""
    then = max((fact.valid_from or datetime.min for fact in held.facts), default=datetime.min)
    return any((one.when or datetime.min) > then for one in told.sources)


def _rests_on(plain: Answer, found: Answer) -> bool:
    """Tell whether an answer rests on the telling that another does."""
    return any(one.id == found.sources[0].id for one in plain.sources)


def _told_in(found: Answer, question: Percept, use: Faculties) -> Answer:
    """Add to what facts answer the episode that told them, though it did not come to mind."""
    fact = use.knowledge.fact(found.sources[0].id) if found.sources else None
    engrams = use.journal.engrams(fact.sources[:1]) if fact else ()
    for one in map(recollection, engrams):
        said = source(parse(question, {one.speaker}), one)
        return replace(found, text=f"{found.text} {said}", sources=(one, *found.sources))
    return found


def _held(found: Answer) -> bool:
    """Tell whether an answer rests on a fact that is held."""
    return any(source.kind != "episode" for source in found.sources)


def _cited(question: Question, found: Answer) -> Answer:
    return replace(found, text=f"{found.text}. {source(question, found.sources[0])}")


def _told_since(plain: Answer, found: Answer) -> bool:
    """Say whether a fact of where somebody is at home was told later than what follows."""
    held = [one.when for one in plain.sources if one.kind == "fact" and one.when]
    rests_on = [one.when for one in found.sources if one.when]
    home = any(_HOME.search(one.text) for one in plain.sources if one.kind == "fact")
    return plain.known and home and bool(held) and max(held) > max(rests_on, default=max(held))


def _asks_more(question: Question, held: Held) -> bool:
    """Say whether facts leave open what is asked: what is liked *about* a thing, *which* of many.

    Neither is the one an answer to who someone is tied to.
    """
    own = {word for person in question.people for word in words(person)}
    if question.kind == "who" and set(words(held.short)) <= own:
        return True
    if asked_having(question):
        return False
    known = understood(question)
    return _OF_IT.search(question.text) is not None or (
        len(held.facts) > 1
        and any(weight(term) == 1.0 and term not in known for term in question.terms)
    )


def _updated(question: Question, update: Update) -> Answer:
    """Answer from a statement; a name answers by itself, anything else is quoted as it was said."""
    one = update.told.sources[0]
    short = update.short[:1].upper() + update.short[1:]
    day = dates.day(update.told.when)
    if one.kind != "episode":
        text = f"{short}. I was told on {day}: “{update.told.text}”"
    elif update.named:
        who = teller(question, one)
        text = f"{short}, as {'you' if who == 'You' else who} told me on {day}."
    else:
        text = f"{short}. {source(question, one, update.told.text, _WHOLE_STATEMENT)}"
    return Answer(text, min(0.95, 0.55 + 0.4 * update.share), True, update.told.sources)


def _confidence(evidence: Sequence[Evidence]) -> float:
    """Rate the best evidence; that someone else's words fit as well, or better, is against it."""
    if not evidence or evidence[0].strength <= 0.0:
        return 0.0
    best = evidence[0].strength
    others = max((item.cover for item in evidence if item.fit < _ABOUT_THEM), default=0.0)
    return max(0.0, best * best / max(item.cover for item in evidence) - _OTHERS * others)


def _from_facts(
    question: Question,
    held: Held,
    recollections: Sequence[Recollection],
    now: datetime,
    cite: bool,
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
    # of what was over already when it was told, nobody said until when it was
    seen = fact.valid_to and fact.valid_from and not holds(fact, now)
    until = (
        f" That was so until {dates.day(fact.valid_to)}."
        if seen and fact.valid_to and fact.relation not in (*KIN, "pet")
        else ""
    )
    if held.short == OVER:  # what is cited is how it ended, not that it was
        ending = [one for one in episodes if one.id in fact.sources]
        last = max(ending, key=lambda one: one.when or datetime.min, default=None)
        said = source(question, last) if last else fact.text
    elif episodes:
        said = source(question, episodes[0])
    else:
        said = fact.text if fact.text.endswith((".", "!", "?")) else f"{fact.text}."
    short = upper_first(held.short)
    if cite:
        short = f"{short}.{until} {said}"
    elif until:
        short = f"{short}.{until}"
    return Answer(short, min(held.confidence, 1.0), True, (*episodes, *own))


__all__ = ["ENOUGH", "answer", "answered", "source"]
