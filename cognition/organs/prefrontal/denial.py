"""Answers where a statement denies what a question takes for granted: none, zero, not the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.organs.neocortex.revision import disliked
from cognition.organs.neocortex.statements import Statement, names_in
from cognition.organs.neocortex.verb_group import PREPOSITIONS, base_form
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.wanted import Wanted
from cognition.regex import regex

_NUMBER = regex(
    r"\b(?:(?:over|about|more than|nearly|almost|around|at least|up to) )?(?:\d[\d,.]*|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|dozens|"
    r"several)\b",
    re.IGNORECASE,
)
_BOTH = regex(r"\b(?:both|all|together)\b|[A-Z]\S*,? and [A-Z]")
_BUT = regex(r", but .*")
_HAS_NO = regex(r" has no (?=[a-z])")
_PERFECT = regex(r"\b(?:has|have) (?:not|never)\b")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_YEAR_AND = regex(r"\byear and (?:\w+ )?(?:place|location|city|country|town)\b", re.IGNORECASE)
_PERIODS = ("year", "month", "day")
_BE = ("is", "are", "was", "were")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LEAD = regex(r"\A[^,?]+, (?=(?:\w+ )?(?:which|what|how many)\b)")  # "In her free time, ..."
_GAP = regex(  # "contribute to | that was released", "members of | in their town"
    rf"\b(?P<prep>{'|'.join((*sorted(PREPOSITIONS), 'of'))}) "
    rf"(?P<rest>(?:that|which|who|together|{'|'.join(sorted(PREPOSITIONS))})\b.*)"
)
_ASKED = regex(
    r"\A(?:(?P<prep>\w+) )?(?:which|what|how many)(?: (?:type|kind|sort)s? of)? (?P<noun>.+?) "
    r"(?P<aux>did|does|do|has|have|is|are|was|were)"
    r"(?: (?P<both>both|all)(?: (?:two|three|four|five|six))?)?[ ,—–]+(?P<who>(?-i:[A-Z]).*)\Z",
    re.IGNORECASE,
)


def count(clauses: Sequence[Statement]) -> str:
    """Count what a how-many question asks for: stated, denied ("zero"), or listed with "only"."""
    for clause in clauses:
        if clause.verb.only or " only " in clause.text:
            listed = [said for role, said in clause.parts if not role or role == "in"]
            if listed:
                said = listed[-1] if clause.verb.base == "be" else listed[0]
                number = _NUMBER.search(said)
                items = re.split(r", and |, | and ", said) if " and " in said else [said]
                many = number[0].lower() if number else _WORDS[min(len(items), 9)]
                return many if number else f"{many}: {said}"
    for clause in clauses:
        if not clause.denied and (number := _NUMBER.search(clause.text)):
            return number[0]
    return "zero" if clauses and all(clause.denied for clause in clauses) else ""


def denies(short: str) -> bool:
    """Tell whether an answer says that nothing, or nobody, is what was asked for."""
    return short.startswith(("None; ", "No one; "))


def denied(question: Question, want: Wanted, clause: Statement) -> str:
    """Say that nothing fills the gap, in the question's own words as far as they turn round.

    >>> from cognition.organs.neocortex.statements import read
    >>> from cognition.organs.prefrontal.wanted import wanted
    >>> asked = Question(text="Which prize did Mia Reed win in 2018?")
    >>> denied(asked, wanted(asked, ("Mia Reed",)), read("Mia Reed has never won a prize.")[0])
    'None; Mia Reed has not won any prize in 2018'
    """
    stated = _HAS_NO.sub(" does not have any ", clause.text.rstrip("."))
    if averse := disliked(clause):
        some = "any " if averse.split()[-1].endswith("s") else ""
        return f"None; {clause.subject} does not enjoy {some}{averse}"
    if question.kind == "where" and (only := _only_within(clause)):
        return only
    match = _ASKED.match(_LEAD.sub("", question.text.rstrip("? ")))
    if want.person or match is None:
        return f"{'No one' if want.person else 'None'}; {stated}"
    who, rest = _subject(match["who"], want.names)
    joint = match["both"] or ""
    if rest.startswith(("both ", "all ")):
        joint, _, rest = rest.partition(" ")
    who = "They" if len(names_in(who)) > 1 else who
    aux, rest = _tense(match["aux"].lower(), rest, clause)
    if joint and aux in ("did", "do", "have") and "together" in clause.text:
        rest, joint = rest if "together" in rest else f"{rest} together", ""
    ever = match["prep"] and match["noun"] in _PERIODS and "never" in clause.text
    said = _words(who, aux, "not", joint, _placed(match, rest))
    return f"None; {said} {match['prep'].lower()} any {match['noun']}" if ever else f"None; {said}"


def _only_within(clause: Statement) -> str:
    """Turn round that something is never so outside a place: it is so only there."""
    outside = next((said for role, said in clause.parts if role == "outside"), "")
    return f"Only in {outside.removeprefix('of ')}" if outside else ""


def _subject(said: str, names: Sequence[str]) -> tuple[str, str]:
    """Part whom a question speaks of from what it says of them."""
    ends = [said.find(name) + len(name) for name in names if name in said]
    cut = max(ends, default=0) or len(said.split(" ")[0])
    return said[:cut].strip(" ,"), said[cut:].strip(" ,—–")


def _tense(aux: str, rest: str, clause: Statement) -> tuple[str, str]:
    """Take the statement's "has not won" for the question's "did not win"."""
    verb, _, after = rest.partition(" ")
    if aux == "did" and _PERFECT.search(clause.text) and base_form(clause.verb.word) == verb:
        return "has" if " has " in clause.text else "have", f"{clause.verb.word} {after}".strip()
    return aux, rest


def _placed(match: re.Match[str], rest: str) -> str:
    """Put "any NOUN" back where the question took it from."""
    noun, prep = f"any {match['noun']}", (match["prep"] or "").lower()
    if prep and match["noun"] in _PERIODS:
        return rest
    if not prep and (gap := _GAP.search(rest)):
        return f"{rest[: gap.end('prep')]} {noun} {gap['rest']}"
    verb, _, after = rest.partition(" ")
    if verb.startswith("participate"):  # at which event, but in any
        prep = prep and "in"
    stranded = rest.rpartition(" ")[2] in (*PREPOSITIONS, "of")
    object_ = bool(after) and after.split(" ")[0] not in (*PREPOSITIONS, "together")
    if stranded or (prep and (object_ or match["aux"].lower() in _BE)):
        return _words(rest, prep, noun)
    apart = re.sub(r"\btogether\b ?", "", after).strip()
    return _words(verb, prep, noun, "together" if apart != after else "", apart)


def _words(*said: str) -> str:
    return " ".join(one for one in said if one)


def year_and_place(question: Question, clauses: Sequence[Statement]) -> str:
    """Answer "in what year and city" with both: "2015 in London"."""
    if not _YEAR_AND.search(question.text):
        return ""
    for clause in clauses:
        if year := _YEAR.search(clause.text):
            at = [said for role, said in clause.parts if role in ("in", "at", "near")]
            where = [said for said in at if not _YEAR.search(said)]
            named = [said for said in where if said[:1].isupper()] or where
            return f"{year[0]} in {named[-1]}" if named else year[0]
    return ""


def parted(question: Question, want: Wanted, clauses: Sequence[Statement]) -> str:
    """Say that people asked about together differ, each with their own, where that was stated."""
    if len(want.names) < 2 or want.person or not want.noun or not _BOTH.search(question.text):
        return ""
    own: dict[str, Statement] = {}
    for clause in clauses:
        told = not clause.denied and not disliked(clause) and len(clause.people) == 1
        if told and clause.people[0] in want.names:
            own.setdefault(clause.people[0], clause)
    match = _ASKED.match(question.text.rstrip("? "))
    if len(own) < 2 or match is None:
        return ""
    each = " and ".join(_BUT.sub("", one.text.rstrip(".")) for one in own.values())
    first, second, *_ = own.values()
    if first.verb.base != second.verb.base:
        return f"Not the same {match['noun']}; {each}"
    verb = _words(base_form(first.verb.word), first.parts[0][0] if first.parts else "")
    aux = "did" if first.verb.past else "do"
    return f"They {aux} not {verb} the same {match['noun']}; {each}"


__all__ = ["count", "denied", "denies", "parted", "year_and_place"]
