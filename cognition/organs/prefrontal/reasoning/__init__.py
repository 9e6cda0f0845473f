"""Reasoning: what follows from what was told, with the chain it follows from.

A question that asks for more than one telling can say is taken apart by a table of forms
(`asking.txt`); what was told of those it names, and of those that leads to, is read by another
(`reading.txt`); and what follows is drawn by rules (`rules.txt`), by replaying events, or by
reckoning with dates. What does not follow is not answered; what contradicts itself is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from cognition.faculties import Faculties
from cognition.faculties.plain import said as said_plainly
from cognition.organs.prefrontal.reasoning import habits, kinds, kinship, orders, places, times
from cognition.organs.prefrontal.reasoning.asking import worth_reading
from cognition.organs.prefrontal.reasoning.clauses import HABIT
from cognition.organs.prefrontal.reasoning.degrees import words_of
from cognition.organs.prefrontal.reasoning.explaining import explained
from cognition.organs.prefrontal.reasoning.gathering import gather
from cognition.organs.prefrontal.reasoning.kin import KIN, noun
from cognition.organs.prefrontal.reasoning.leaning import together
from cognition.organs.prefrontal.reasoning.patterns import table
from cognition.organs.prefrontal.reasoning.plain import asked as asked_plainly
from cognition.organs.prefrontal.reasoning.premises import Conclusion
from cognition.organs.prefrontal.reasoning.putting import put
from cognition.organs.prefrontal.reasoning.questions import normal, queries
from cognition.organs.prefrontal.reasoning.talk import unadorned
from cognition.organs.prefrontal.reasoning.verbs import forms as verb_forms
from cognition.organs.prefrontal.reasoning.wanting import wanted
from cognition.organs.prefrontal.reasoning.world import World
from cognition.organs.prefrontal.words import sentences, stem_set, words
from cognition.regex import regex
from cognition.values import Answer, Parse, Percept, Recollection

SOLVERS = (
    places.SOLVERS
    | kinship.SOLVERS
    | orders.SOLVERS
    | kinds.SOLVERS
    | times.SOLVERS
    | habits.SOLVERS
)
# what no single telling answers but by what follows from it: where nothing does, it is not known
_OWN = frozenset(
    re.findall(
        r"\w+",
        "kin_how kin_is age is_more which_more most fits difference ordered first_of between since "
        "side way how_many_together more_of reckon age_in age_when",
    )
)
# of these, what a short question read by its frame asks beyond doubt; a long one may ask otherwise
_CLEAR = {"kin_who", "kin_how", "kin_is", "is_more", "which_more", "most", "fits", "side"}
_SHORT = 12
_SURE = 0.9  # a parse is surer from here on than what rules make of a question
Query = tuple[str, Mapping[str, str]]
_ORDER = frozenset(("before", "after", "then", "later", "earlier", "until", "since"))
# what a question says of any event
_OF_TIME = stem_set(
    "date day month year time place taken happened occurred held event exactly know remember recall"
    " tell give say name remind please"
)
_DAYS = regex(rf"{HABIT.pattern}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)
# forms that many questions have which one telling answers, and what conclusions from them rest on
_RESTS_ON: Mapping[str, Callable[[str, frozenset[str]], bool]] = {
    "when": lambda said, asked: any(_orders(one, asked) for one in _pieces(said)),
    "did_on": lambda said, asked: _DAYS.search(said) is not None,
}
_KIN_CUES = "mother father parent sister brother son daughter husband wife married aunt uncle"
_LEAD = regex(r"\A(?:\W*(?:and|so|but|hey|please|well|tell me|remind me)\b,? *)+", re.IGNORECASE)


def reason(
    percept: Percept,
    recollections: Sequence[Recollection],
    use: Faculties,
    now: datetime,
    cite: bool = False,
) -> Answer | None:
    """Answer a question by what follows from what was told, None where nothing follows.

    What comes to mind (`recollections`) shows whether it is worth looking further. The answer's
    sources are the chain; with `cite` its text says so. An answer that is not `known` asks which of
    two contradicting tellings is right, or says that what could only follow does not.
    """
    plain, asker = _asked(percept), percept.speaker or use.owner
    wordings = _wordings(plain, percept.traces.parses)
    forms = [
        (name, asked)
        for name, asked in _each(form for wording in wordings for form in _forms(wording))
        if _concerns(name, asked) and _promises(name, percept, recollections)
    ]
    if forms and forms[0][0] == "reckon":
        found = times.reckon(forms[0][1])
        return explained(found, asker, cite) if found else None
    if not forms:
        return None
    world = World(gather(plain, asker, use, _cues(forms)), asker, now)
    for name, asked in forms:
        if found := _solved(name, world, asked, percept):
            return explained(found, asker, cite)
    sure = {name for one in wordings for name, _ in _tabled(asked_plainly(one))}
    sure |= {name for name, _ in wanted(plain)}
    sure |= {"first_of"}  # which of two came first is asked in so many words, however long they are
    sure |= _CLEAR if len(plain.split()) <= _SHORT else set[str]()
    own = any(
        (name in sure and (name in _OWN or _untold(name, asked, world)))
        or (name == "where" and places.left(world, asked))
        for name, asked in forms
    )
    return Answer("I don't remember that.", 0.0, False) if own else None


def _asked(percept: Percept) -> str:
    """Give what is asked, without what stands around it."""
    said = " ".join(unadorned(one, True) for one in sentences(percept.text))
    asked = put(together(said, [unadorned(one, True) for one in percept.questions]))
    return _LEAD.sub("", asked).strip(" ?.!")


def _wordings(text: str, parses: Sequence[Parse]) -> list[str]:
    """Give a question as it was put and as it was parsed, what is surer first."""
    asked = next((one for one in parses if one.meaning.startswith("asked.")), None)
    if asked is None:
        return [text]
    parsed = said_plainly(asked).rstrip("?")
    return [parsed, text] if asked.sure > _SURE else [text, parsed]


def _each(queries: Iterable[Query]) -> list[Query]:
    found: list[Query] = []
    for query in queries:
        found += [query] if query not in found else []
    return found


def _forms(text: str) -> list[Query]:
    """Give what a question may ask: by the table of forms, in plain words too, and by its frame."""
    canonical = normal(text) if worth_reading(text) else ""
    wordings = dict.fromkeys(asked_plainly(one) for one in (text, canonical) if one)
    found: list[tuple[str, Mapping[str, str]]] = [
        query for wording in wordings for query in _tabled(wording)
    ]
    more = (*queries(canonical), *wanted(text)) if canonical else ()
    found += [query for query in more if query not in found]
    return found


@lru_cache(maxsize=256)
def _tabled(wording: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return tuple(
        (pattern.name, match.groupdict("")) for pattern, match in table("asking").matches(wording)
    )


def _promises(kind: str, percept: Percept, recollections: Sequence[Recollection]) -> bool:
    """Say whether what comes to mind is of the sort that a form's conclusions rest on."""
    sort = _RESTS_ON.get(kind)
    if sort is None or (kind == "did_on" and not percept.times):
        return sort is None
    asked = stem_set(percept.text).difference(_OF_TIME, *map(stem_set, percept.names))
    return any(sort(memory.text, asked) for memory in recollections)


def _orders(said: str, asked: frozenset[str]) -> bool:
    """Tell whether something places what is asked of, by half of its words, before or after."""
    return not _ORDER.isdisjoint(words(said)) and 2 * len(asked & stem_set(said)) >= len(asked) > 0


def _pieces(text: str) -> Sequence[str]:
    """Give a text's sentences, or the whole of a short one: "The party? A week before the fair."""
    return [text] if len(words(text)) <= _SHORT else sentences(text)


def _concerns(kind: str, asked: Mapping[str, str]) -> bool:
    """Say whether what stands in a form's gaps is of the sort that it asks of."""
    if kind == "kin_who":
        phrase = asked["a"].partition(" of ")[0] if " of " in asked["a"] else asked["a"]
        return bool(" " in phrase or " of " in asked["a"]) and bool(noun(phrase.split()[-1]))
    if kind == "who_has":  # "what has Mia lost" asks what she lost, not who has what
        last = asked["a"].split()[-1:]
        return not any(form.kind in ("past", "part") for word in last for form in verb_forms(word))
    return not kind.startswith("kin") or "k" not in asked or bool(noun(asked["k"]))


def _untold(kind: str, asked: Mapping[str, str], world: World) -> bool:
    """Say whether kin, or a home, is asked for of which nothing that was read so much as speaks."""
    if kind in ("lives_in", "where_lives") and not noun(asked["a"].split()[-1]):
        who = re.escape(world.person(asked["a"]))
        return not any(re.search(rf"\b{who}\b", one.source.text.lower()) for one in world.premises)
    if kind != "kin_who":
        return False
    wanted = noun(asked["a"].partition(" of ")[0].split()[-1])
    words = [word for word, relation in KIN.items() if relation == wanted]
    told = " ".join({one.source.text.lower() for one in world.premises})
    return bool(words) and not any(re.search(rf"\b{word}s?\b(?!-)", told) for word in words)


def _cues(forms: Sequence[Query]) -> str:
    """Give words to search for that the question itself may not have."""
    kin = [_KIN_CUES for kind, _ in forms if kind.startswith("kin")]
    degrees = [words_of(asked["d"]) for kind, asked in forms if kind == "most"]
    return " ".join(dict.fromkeys((*kin, *degrees)))


def _solved(
    kind: str, world: World, asked: Mapping[str, str], percept: Percept
) -> Conclusion | None:
    if kind == "did_on":
        day = min(percept.times, key=lambda span: span.end - span.start, default=None)
        return habits.did_on(world, asked, day)  # of "this week, on Monday" the day
    solver = SOLVERS.get(kind)
    return solver(world, asked) if solver else None


__all__ = ["reason"]
