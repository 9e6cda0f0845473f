"""Reading the answer out of a statement: who, or which of its arguments, fills the gap."""

from __future__ import annotations

from cognition.organs.neocortex.statements import Parts, Statement, names_in
from cognition.organs.prefrontal.wanted import Wanted
from cognition.organs.words import stem, stem_set, words
from cognition.regex import regex

_TOGETHER = ("with", "alongside")
_PLACING = ("in", "at", "to", "near", "from", "into")
_PLACED = ("on", "in", "at", "during", "since", "until", "after", "before")
_GROWING = ("in", "about", "on", "for", "of", "to")
_OWNED = regex(r"(?:his|her|their)\b")  # "her travels with Mia"
_TITLE = regex(r"(?:(?:his|her|their|the|a|an) )?(?:(?!of|help)[a-z-]+ ){0,3}")
_BY = regex(r"([\w-]+)(?: \w+ly)? by ((?:[a-z’']+ ){0,3})(?=[A-Z])")
_DOES = regex(r"(?<=[a-z] )((?:[A-Z][\w’'.-]* ?)+)((?:[a-z]+ ){0,2})")
_LEADS_ON = regex(r" \w+(?:ing|ed)\Z")  # "an engineer specializing": in what comes next
_TIME = regex(r"\A(?:[a-z]+ ){0,3}time (?=\w+ing\b)")  # "her free time painting"
_ADVERBIAL = regex(r"(?:\w+ly|together|there|here|alone)\Z")
_INDEFINITE = regex(r"(?:an?|some) ")
_RELATIVE = regex(
    r",? (?:who|which|that|where|whose|when) .*"
    r"| (?:specializing|based|focused|located|dedicated|known)\Z"
)


def someone(want: Wanted, clause: Statement) -> tuple[str, ...]:
    """Give who fills the gap of a who-question in a clause."""
    asked = {name.casefold() for name in (*want.names, *want.things)}
    away = " ".join(clause.rejected)
    every = [name for name in (*clause.people, *_named_in_parts(clause)) if name not in away]
    if want.options:
        plain = {name.rstrip("."): name for name in sorted(every)}  # "Tom Hale Jr.", in full
        return tuple(plain[name] for name in want.options if name in plain)[:1]
    new = [name for name in every if name.casefold() not in asked]
    if want.subject and not want.passive:
        if doer := _beside_verb(want, clause):
            return (doer,)
        doers = [name for name in new if name in clause.people] or _partners(clause, asked)
        same = bool(want.verb) and stem_set(clause.verb.word) == want.verb
        if not clause.verb.passive and (doers or same):
            return tuple(doers or clause.people)
    heads = [name for name in new if _heads(name, clause)]
    whole = [name for name in heads if " " in name]
    own = " own " in clause.text
    return tuple((whole or heads)[:1]) or (clause.people if own else ())


def _heads(name: str, clause: Statement) -> bool:
    """Tell whether a name is someone of its own: not "Spanish" in "people learning Spanish"."""
    if " " in name or name in clause.people:
        return True
    return any(
        said.startswith(name) or said.endswith(f" friend {name}")
        for role, said in clause.parts
        if role not in _PLACED
    )


def _partners(clause: Statement, asked: set[str]) -> list[str]:
    """Give with whom the subject does it: "with Tom", but not "with the help of Tom"."""
    found: list[str] = []
    before = ""
    for role, said in clause.parts:
        of, before = before, said
        named = names_in(said) if role in _TOGETHER and not _OWNED.match(of) else ()
        if named and _TITLE.fullmatch(said[: said.find(named[0])]):
            found.extend(name for name in named if name.casefold() not in asked)
    return found


def _beside_verb(want: Wanted, clause: Statement) -> str:
    """Find the doer of the very verb asked about where a clause only mentions it.

    "a gala hosted by Mia Reed", "a song that Tom Hale helped write".
    """
    if not want.verb or stem_set(clause.verb.word) == want.verb:
        return ""
    text = clause.text
    for match in _BY.finditer(text):
        if stem_set(match[1]) == want.verb and (named := names_in(text[match.end() :])):
            return named[0]
    for match in _DOES.finditer(text):
        named = [name for name in names_in(match[1]) if name not in want.things]
        if want.verb & stem_set(match[2]) and named:
            return named[-1]
    return ""


def _named_in_parts(clause: Statement) -> list[str]:
    """Give the names among a clause's arguments, those of partners and doers first."""
    order = sorted(clause.parts, key=lambda part: part[0] not in (*_TOGETHER, "by"))
    return [name for _, said in order for name in names_in(said)]


def by_role(want: Wanted, clause: Statement) -> str:
    """Give who fills the gap where no name does: "with whom?" "with his sister"."""
    for role, said in clause.parts:
        if role == want.role and (role or not want.subject) and stem_set(said) - want.terms:
            return said
    return ""


def something(want: Wanted, clause: Statement, kind: str) -> str:
    """Give the argument of a clause that fills the gap of a what-, which- or where-question."""
    known = want.terms.union(*(stem_set(name) for name in want.names))
    best, top, before = -1, 0.0, ""
    for at, (role, said) in enumerate(clause.parts):
        score = _fills(want, kind, role, said, known)
        score += 1.5 * bool(before and stem(before) in want.noun | want.terms)
        if score > top:
            best, top = at, score
        before = words(said)[-1] if words(said) else ""
    if best < 0:
        return ""
    said = _grown(clause.parts[best][1], clause.parts[best + 1 :], known)
    if clause.verb.base == "spend":
        said = _TIME.sub("", said)
    if best and clause.parts[best][0] == "to" and stem_set(clause.parts[best - 1][1]) & want.noun:
        said = f"{clause.parts[best - 1][1]} to {said}"  # "a campaign" is not all it was
    return f"{said} only" if clause.verb.only and kind != "how_many" else said


def _fills(want: Wanted, kind: str, role: str, said: str, known: frozenset[str]) -> float:
    """Rate how well an argument fills the gap: it tells something new, in the role asked for."""
    mine = stem_set(said)
    new = mine - known
    score = 1.0 + len(new) / len(mine) if new and not _ADVERBIAL.match(said) else -3.0
    score += 2.0 * (role == want.role and bool(role))
    score += 2.0 * (bool(mine & want.noun) and not _LEADS_ON.search(said))
    score += 1.5 * (kind == "where" and role in _PLACING)
    return score + 0.6 * (role == "")


def _grown(said: str, after: Parts, known: frozenset[str]) -> str:
    """Let "an expedition" have its "in the Himalayas", where the question has not said that."""
    if said.endswith(" such") and after and after[0][0] == "as":
        return f"{said} as {after[0][1]}"
    if _RELATIVE.search(said) and not stem_set(_RELATIVE.sub("", said)) <= known:
        return _RELATIVE.sub("", said)
    if _INDEFINITE.match(said) or said.islower():
        for role, more in after:
            if stem_set(_RELATIVE.sub("", more)) <= known or role not in _GROWING:
                break
            said = f"{said} {role} {_RELATIVE.sub('', more)}"
    return said


__all__ = ["by_role", "someone", "something"]
