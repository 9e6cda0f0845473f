"""Whether somebody has a partner, a child, a pet: by what ties them, not by a word in passing.

"My boyfriend Tom", told once, does not say that there is a boyfriend after the breakup, nor does
"Huma and her boyfriend" say that Sana has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.relations import KIN, PETS, SAME, hop
from cognition.regex import regex
from cognition.values import Fact

_NOUN = "|".join(sorted({*KIN, *PETS, *SAME}, key=len, reverse=True))
_HAS = regex(
    r"\A\W*(?:(?:and|so|but|hey)\W+)*(?:(?:do|does|have|has) (?P<who>I|i|[A-Z][\w'-]+)"
    rf" (?:still |even |already )*(?:have|got) (?:an? |any )(?:\w+ )?"
    rf"(?P<noun>{_NOUN})s?"
    r"|am (?P<me>I|i) (?:still |now )?(?P<state>single|married))(?: now| any ?more| at all)?\W*\Z",
    re.IGNORECASE,
)
OVER = "Not any more"
_PARTED = frozenset({"broke up", "got divorced", "separated"})
_OVER = regex(
    r"\b(?:died|dead|split up|broke up|divorc\w+|left me|lost|ex|used to|when i was|had"
    r"|passed away)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Having:
    """What such a question asks: who is said to have it, which noun, and whether `single` is."""

    who: str
    noun: str
    single: bool = False


def asked_having(question: Question) -> Having | None:
    """Read a question for somebody or something one may have.

    >>> asked_having(Question(text="Do I still have a dog?", kind="yes_no", asker="Ada"))
    Having(who='Ada', noun='dog', single=False)
    """
    match = _HAS.match(question.text) if question.kind == "yes_no" else None
    if match is None:
        return None
    who = match["who"] or match["me"]
    owner = (question.asker or "you") if who in ("I", "i") else who
    if match["state"]:
        single = match["state"].lower() == "single"
        return Having(owner, "partner" if single else "spouse", single)
    noun = match["noun"].lower()
    return Having(owner, SAME.get(noun, noun))


def has(asked: Having, facts: Sequence[Fact], now: datetime) -> tuple[str, tuple[Fact, ...]] | None:
    """Say yes or no by the ties that are held or have ended, with those; None if none is known."""
    own = [f for f in facts if f.subject.lower() == asked.who.lower()]
    _, ties = hop(frozenset({asked.who.lower()}), asked.noun, facts)
    denied = tuple(f for f in own if not f.polarity and f.relation in KIN.get(asked.noun, ("pet",)))
    dead = {f.subject.lower() for f in facts if f.relation == "event" and f.object == "died"}
    lasting = [f for f in ties if f.valid_to is None or f.valid_to > now]
    lasting = [f for f in lasting if f.object.lower() not in dead]
    if lasting:
        newest = tuple(sorted(lasting, key=lambda f: f.valid_from or datetime.min, reverse=True))
        return ("No" if asked.single else _yes(asked, newest)), newest
    parted = _parting(asked, own, ties) or _deaths(ties, facts)
    if parted or ties:
        return ("Yes" if asked.single else OVER), (*parted, *ties)
    return ("No", denied) if denied and not asked.single else None


_OWNED = regex(r"['’]s? ")  # "Fenna's boyfriend" is no name


def _yes(asked: Having, ties: Sequence[Fact]) -> str:
    named = [f.object for f in ties if f.object[:1].isupper() and not _OWNED.search(f.object)]
    return f"Yes, {named[0]}" if len(named) == 1 else "Yes"


def _parting(asked: Having, own: Sequence[Fact], ties: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give what says how it ended between a couple."""
    relations = KIN.get(asked.noun, ())
    if not ties and "partner" not in relations[:1]:
        return ()  # who broke up with somebody may never have been married
    if not {"partner", "spouse"} & set(relations):
        return ()
    since = max((f.valid_from for f in ties if f.valid_from), default=datetime.min)
    events = [f for f in own if f.relation == "event" and f.object in _PARTED]
    return tuple(f for f in events if f.valid_from is None or f.valid_from >= since)


def _deaths(ties: Sequence[Fact], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give what says that one of those who were had has died."""
    names = {f.object.lower() for f in ties}
    return tuple(f for f in facts if f.object == "died" and f.subject.lower() in names)


def says_so(asked: Having, question: Question, sentence: str) -> bool:
    """Tell whether a sentence says that they have it: "my dog", "Sana has a dog"."""
    own = asked.who.lower() == (question.asker or "you").lower()
    whose = r"\b(?:my|our)" if own else rf"\b{re.escape(asked.who)}(?:['’]s| has an?)"
    same = (asked.noun, *(word for word, noun in SAME.items() if noun == asked.noun))
    nouns = "|".join(same)
    has_one = (
        rf"|\bI(?: have|['’]ve got| got) (?:an?|two|three) (?:\w+ )?(?:{nouns})" if own else ""
    )
    said = re.search(rf"{whose} (?:\w+ ){{0,2}}(?:{nouns})s?\b{has_one}\b", sentence, re.IGNORECASE)
    return said is not None and "?" not in sentence and not _OVER.search(sentence)


__all__ = ["OVER", "Having", "asked_having", "has", "says_so"]
