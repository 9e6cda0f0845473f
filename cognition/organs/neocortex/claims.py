"""What a rule asserts before memory is asked: who, what, whom, and the sentence that says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.predicates import Predicate
from cognition.regex import regex
from cognition.values import TimeSpan

FUNCTIONAL = words("name age birthday home work employer partner spouse call_me species")
_FORMS = regex(r"\[([^|\]]*)\|([^\]]*)\]")
_MINE = regex(r"\b(?:my|our|me|us|myself)\b", re.IGNORECASE)
_BE = {"are": "be", "have": "have", "do": "do"}


@dataclass(frozen=True, slots=True)
class Who:
    """Someone a clause is about; `you` marks the speaker who has given no name."""

    name: str
    gender: str = ""
    me: bool = False
    relation: str = ""  # how the speaker is related, where that is known
    pet: bool = False
    owner: str = ""  # whose relative or pet, where that is known
    teller: str = ""  # who speaks of them

    @property
    def you(self) -> bool:
        return self.name == "you"


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion. `ended` says that it held once and no longer does."""

    subject: str
    relation: str
    object: str
    text: str
    kind: str = "fact"
    polarity: bool = True
    ended: bool = False
    confidence: float = 0.95
    due: TimeSpan | None = None
    cancels: bool = False  # every held fact of this relation, whatever its object


def possessive(name: str) -> str:
    """Give "Ada's", or "your" for "you".

    >>> possessive("Ada"), possessive("you"), possessive("your sister")
    ("Ada's", 'your', "your sister's")
    """
    return "your" if name == "you" else f"{name}'s"


def title_gender(name: str) -> str:
    """Give the gender that a title tells: "Mr Skelton" is no she.

    >>> title_gender("Mr Skelton"), title_gender("Mrs Ody"), title_gender("Dr Ody")
    ('m', 'f', '')
    """
    return {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}.get(
        name.partition(" ")[0].rstrip(".").lower(), ""
    )


def sentence(template: str, subject: str, object: str = "", mode: str = "") -> str:
    """Write a template out: {S} subject, {S's} possessive, {o} object, [you form|third person].

    `mode` is "", "ended" or "denied" and changes the bracketed verb.

    >>> sentence("{S} [live|lives] in {o}", "you", "Rome", "ended")
    'You used to live in Rome.'
    >>> sentence("{S's} sister [are|is] {o}", "Ada", "Mia", "denied")
    "Ada's sister is not Mia."
    """
    you = subject == "you" and "{S's}" not in template.split("[")[0]

    def form(match: re.Match[str]) -> str:
        base, third = match[1], match[2]
        if mode == "ended":
            return f"used to {_BE.get(base, base)}"
        if mode == "denied":
            if base == "are":
                return "are not" if you else "is not"
            return f"do not {base}" if you else f"does not {base}"
        return base if you else third

    text = _FORMS.sub(form, template)
    text = text.replace("{S's}", possessive(subject)).replace("{S}", subject).replace("{o}", object)
    text = text.replace("{their}", "your" if subject == "you" else "their")
    return text[:1].upper() + text[1:].rstrip(". ") + "."


def claim(
    who: Who, relation: str, object: str, template: str, predicate: Predicate | None = None
) -> Claim:
    """Make a claim in the predicate's time: a plain past or an ending closes, a denial denies."""
    ended = predicate is not None and predicate.ended
    denied = predicate is not None and predicate.denied and not ended
    mode = "ended" if ended else "denied" if denied else ""
    if _MINE.search(object):
        object = own(object, who)
    text = sentence(template, who.name, object, mode)
    return Claim(who.name, relation, object, text, polarity=not denied, ended=ended)


def past(made: Claim, who: Who, template: str) -> Claim:
    """Give the claim as one that has ended."""
    return replace(made, ended=True, text=sentence(template, who.name, made.object, "ended"))


def own(phrase: str, who: Who | None = None) -> str:
    """Turn the speaker's own words round, in a claim about someone.

    Of the speaker "my sister" becomes "their sister", or "your sister"; of someone else, who visits
    "me", it is the speaker's name that is meant.

    >>> own("visit me", Who("Mia", teller="Ada")), own("visit me", Who("Mia", teller="you"))
    ('visit Ada', 'visit you')
    """
    teller = who.name if who and who.me else who.teller if who else ""
    if teller == "you":
        mine, me, self_ = "your", "you", "yourself"
    elif who and not who.me and teller:
        mine, me, self_ = possessive(teller), teller, teller
    else:
        mine, me, self_ = "their", "them", "themselves"
    phrase = re.sub(r"\b(?:my|our)\b", mine, phrase, flags=re.IGNORECASE)
    phrase = re.sub(r"\b(?:myself|ourselves)\b", self_, phrase)
    return re.sub(r"\b(?:me|us)\b", me, phrase)
