"""How well a statement fits a question: the share of its content, in the same or in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from cognition.organs.neocortex.phrases import profession
from cognition.organs.neocortex.statements import Statement, read
from cognition.organs.prefrontal.wanted import Wanted
from cognition.organs.words import sentences, stem_set, weight
from cognition.regex import regex
from cognition.values import Fact, Recollection

OWN_WORDS = regex(r"\b(?:I|me|my|mine|we|us|our|you|your)\b|\A\W*(?:My|We|Our|You|Your|i)\b")
# words of one matter, where statements and questions seldom choose the same
_MATTERS = tuple(
    stem_set(line)
    for line in (
        "attend study graduate alumnus alumni degree",
        "known recognized renowned famous",
        "enjoy prefer like love hobby hobbies pastime",
        "travel visit",
        "born birthplace hometown",
        "specialize expertise focus",
        "participate attend perform compete",
    )
)
# who speaks at a school speaks no language: this is told by the verb's object
_LANGUAGE = stem_set("speak language languages fluent fluently")
_TONGUES = stem_set("language languages fluent fluently")
_FLUENT = stem_set("fluent")
_PASTIME = stem_set("hobby hobbies pastime enjoy")
_NATIONALITY = stem_set("nationality")
_DEMONYM = regex(r"an? (?:[a-z-]+ )*[A-Z][a-z]+(?:an|ese|ish|ch|ek|ss|i)\b")
_FREE_TIME = regex(r"(?:(?:his|her|their|its|most|much|of|free|spare|leisure) )+time\b")
_PROFESSION = stem_set("job profession occupation work career professional")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that states something: its clauses, when it was said, and where it is from.

    `said` are the stems of what its clauses say, and imply: "is a nurse" tells a profession.
    """

    text: str
    clauses: tuple[Statement, ...]
    said: frozenset[str]
    when: datetime
    sources: tuple[Recollection, ...]

    @property
    def stems(self) -> frozenset[str]:
        """The content stems of its words."""
        return stem_set(self.text)


def told(facts: Sequence[Fact], recollections: Sequence[Recollection]) -> Iterator[Told]:
    """Yield what states something of someone named, in what was recalled or in held statements."""
    seen: set[str] = set()
    for one in recollections:
        if one.kind == "episode" and one.role != "companion" and one.when and one.text:
            seen.add(one.id)
            for sentence in sentences(one.text):
                clauses = () if OWN_WORDS.search(sentence) else _about(sentence, one.names)
                if clauses:
                    yield Told(sentence, clauses, implied(clauses), one.when, (one,))
    for fact in facts:
        if fact.kind == "statement" and fact.valid_from and not seen & set(fact.sources):
            source = Recollection(id=fact.id, kind=fact.kind, text=fact.text, when=fact.valid_from)
            if clauses := read(fact.text):
                yield Told(fact.text, clauses, implied(clauses), fact.valid_from, (source,))


def _about(sentence: str, names: Sequence[str]) -> tuple[Statement, ...]:
    """Read the clauses whose subject is one of the names perceived in a sentence."""
    known = {name.casefold().rstrip(".") for name in names}
    return tuple(
        one
        for one in read(sentence)
        if any(name.casefold().rstrip(".") in known for name in one.people)
    )


def implied(clauses: Sequence[Statement]) -> frozenset[str]:
    """Give the stems of what clauses say in their verbs, and of what that implies."""
    found: set[str] = set()
    for one in clauses:
        found |= stem_set(one.verb.word)
        role, first = one.parts[0] if one.parts else ("", "")
        if one.verb.base == "work" and role == "as":
            found |= _PROFESSION
        elif one.verb.base == "speak" and not role and first:
            found |= _LANGUAGE
        elif one.verb.base == "spend" and _FREE_TIME.match(first):
            found |= _PASTIME
        elif one.verb.base == "be" and not role:
            found |= _PROFESSION if profession(first) else stem_set(first)
            found |= _LANGUAGE if found & _FLUENT else frozenset[str]()
            found |= _NATIONALITY if _DEMONYM.match(first) else frozenset[str]()
    return frozenset(found)


def cover(want: Wanted, text: str, said: frozenset[str]) -> float:
    """Give the share of the question's content that a statement has, in [0, 1].

    What is asked for counts little where it is missing: "a firm" answers "which organization".
    """
    have = stem_set(text)
    got = total = 0.0
    for term in want.terms:
        met = meets(term, have, said)
        if term in _LANGUAGE and want.terms & _TONGUES:
            met = float(said >= _LANGUAGE)
        worth = weight(term) * (1.0 if met or term not in want.noun else 0.3)
        worth *= 1.5 if (met and term == want.head) or term in want.proper else 1.0
        got += met * worth
        total += worth
    return round(got / total, 6) if total else 0.0


def meets(term: str, have: frozenset[str], said: frozenset[str]) -> float:
    """Tell how well a statement meets a term of the question: in its words, or in others."""
    if term in have or term in said:
        return 1.0
    if any(term in matter and matter & said for matter in _MATTERS):
        return 0.8
    return 0.8 if any(_root(term, one) for one in have) else 0.0


@lru_cache(maxsize=16384)
def _root(one: str, other: str) -> bool:
    """Tell whether two words are of one root: "professorship", "professor"."""
    least = min(len(one), len(other))
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), least)
    return shared >= 5 and shared >= 0.85 * least


__all__ = ["OWN_WORDS", "Told", "cover", "implied", "meets", "told"]
