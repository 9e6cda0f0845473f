"""What was said just before: whom "she" means, and whether a name was asked for.

References:
    Grosz, Joshi & Weinstein 1995, Centering, Comput. Linguist. 21: a pronoun means whom the turn
    before was about, if it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from cognition.faculties import Knowledge
from cognition.organs.neocortex.claims import Who, title_gender
from cognition.organs.neocortex.lexicon import KIN, PETS
from cognition.organs.neocortex.lexicon import words as words_of
from cognition.organs.words import words
from cognition.regex import regex
from cognition.values import Engram, Percept

RECENT = timedelta(minutes=30)
HEARD = 6  # turns, the companion's too, that may be meant
LATELY = 4  # turns that a pronoun reaches back
# "the operation is on Thursday": of whom it was spoken
_OF_SOMEBODY = regex(
    r"\A(?!my |our )(?:the )?(?:\w+ )?"
    r"(?:operation|surgery|procedure|scan|biopsy|check-?up|x-ray|ultrasound"
    r"|(?:chemo|radio)?therapy|treatment|transplant|caesarean|dialysis|infusion|audition|hearing"
    r"|trial|exam|interview)\b",
    re.IGNORECASE,
)
_POINTS_BACK = regex(
    rf"\b(?:her|hers|his|him|its|shes?|hes?|it)\b|{_OF_SOMEBODY.pattern}", re.IGNORECASE
)
_ASKED_NAME = regex(r"\bcall you\?|\byour name\?", re.IGNORECASE)
_BARE = regex(
    r"\W*(?:(?:hi|hey|hello|oh|well|ok|okay|it's|its|i'm|im|i am|just|just call me|call me"
    r"|my name is|my name's|names|name's)[, ]+)*(?P<name>[a-z][a-z'-]{1,15})(?: here)?\W*",
    re.IGNORECASE,
)

# what stands about a name of somebody, of the person themselves, and of a place
_PERSON = (
    r"\b(?:with|tell|told|met|meet|meeting|saw|see|seeing|miss|visit|visited|visiting|from|ask|asked"
    r"|called|named|by|date|dating|rang|phoned|texted|[Aa]nd|[Tt]hat) {name}\b"
    r"|\b{name}(?:['’]s\b| (?:said|says|told|is|was|and|came|called|wants?|wanted|has|had|will"
    r"|asked|thinks|left|got|gave|keeps|loves|just|never|always|makes?|made|went|took)\b)"
)
_SELF = r"\b(?:I['’]?m|I am|[Nn]ame(?:['’]s| is)|[Cc]all me|[Tt]his is|[Ii]t['’]s) {name}\b"
_PLACE = r"\b(?:in|at|to|near|into|around) (?:the )?{name}\b"
# somebody without a name, whom "he" or "she" may mean as well
_SOMEBODY = words_of(
    "boss neighbour neighbor teacher doctor nurse dentist colleague coworker manager landlord"
    " landlady flatmate roommate housemate classmate coach trainer man woman guy girl boy lady kid"
    " lad bloke stranger driver surgeon midwife vet priest lecturer tutor professor"
)
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_TIES = frozenset(relation for relation, _ in KIN.values()) | {"pet"}


def spoken_before(percept: Percept, latest: Iterable[Engram]) -> tuple[Engram, ...]:
    """Give those of the latest turns, oldest first, that an utterance's words may point back to."""
    if not (_POINTS_BACK.search(percept.text) or _BARE.fullmatch(percept.text)):
        return ()
    return tuple(e for e in latest if timedelta() <= percept.when - e.when <= RECENT)


def bare_name(text: str, before: tuple[Engram, ...]) -> str:
    """Give the name a person answers with when asked for it, capitalised; else empty.

    >>> asked = Engram(role="companion", text="What should I call you?")
    >>> bare_name("im jo", (asked,)), bare_name("im jo", ())
    ('Jo', '')
    """
    asked = [e for e in before[-3:] if e.role == "companion" and _ASKED_NAME.search(e.text)]
    match = _BARE.fullmatch(text.replace("’", "'")) if asked else None
    name = match["name"] if match else ""
    if name.islower() and name.endswith("ing") and len(name) > 5:
        return ""  # "it's raining"
    return name[:1].upper() + name[1:]


def referents(percept: Percept, before: tuple[Engram, ...], known: Knowledge) -> tuple[str, ...]:
    """Give by name whom pronouns of an utterance mean: relatives, pets and others.

    Only whom the turns before named last and the utterance itself does not; nobody where somebody
    without a name, "my aunt", stands between.
    """
    said = words(percept.text)
    genders = dict.fromkeys(_PRONOUNS[word] for word in said if word in _PRONOUNS)
    found = (_meant(gender, percept, before, known) for gender in genders)
    return tuple(dict.fromkeys(who.name for who in found if who is not None))


def pointed_to(text: str) -> str:
    """Give the gender of the first pronoun of a text that stands for somebody; else nothing."""
    return next((_PRONOUNS[word] for word in words(text) if word in _PRONOUNS), "")


def of_somebody(clause: str) -> bool:
    """Tell whether a clause begins with what somebody goes through, without saying who does.

    >>> of_somebody("The operation is on Thursday"), of_somebody("My operation is on Thursday")
    (True, False)
    """
    return _OF_SOMEBODY.match(clause) is not None


def tied(name: str, known: Knowledge) -> Who | None:
    """Give someone known by name to be the kin, friend or pet of somebody, with their gender."""
    for fact in known.facts(about=name):
        if fact.relation in _TIES and fact.object == name and fact.polarity:
            nouns = [word for word in words(fact.text) if word in KIN or word in PETS]
            noun = next(iter(nouns), fact.relation)
            gender = (KIN[noun][1] if noun in KIN else "") or title_gender(name)
            pet = fact.relation == "pet"
            return Who(name, gender, relation=noun, pet=pet, owner=fact.subject)
    return None


def _last_named(gender: str, turns: Sequence[Engram], known: Knowledge) -> Who | None:
    """Give whom the turns, oldest first, named last that a pronoun of this gender can mean."""
    for turn in reversed(turns):
        for name in reversed(turn.names):
            who = tied(name, known) or _somebody(name, turn)
            if who is not None and who.gender in ("", gender):
                return who
        if _unnamed(gender, turn.text) or not _SOMEBODY.isdisjoint(words(turn.text)):
            return None
    return None


def _somebody(name: str, turn: Engram) -> Who | None:
    """Give who a name stands for that is nobody's kin, if it stands where a person's does."""
    if gender := title_gender(name):
        return Who(name, gender)
    who = re.escape(name)
    if name in (turn.speaker, "You") or re.search(_SELF.format(name=who), turn.text):
        return None
    person = re.search(_PERSON.format(name=who), turn.text)
    return Who(name) if person and not re.search(_PLACE.format(name=who), turn.text) else None


def _meant(
    gender: str, percept: Percept, before: tuple[Engram, ...], known: Knowledge
) -> Who | None:
    first = next(
        (m for m in _POINTS_BACK.finditer(percept.text) if _PRONOUNS.get(m[0].lower()) == gender),
        None,
    )
    ahead = percept.text[: first.start()] if first else percept.text  # nobody named later is meant
    here = [tied(name, known) for name in percept.names if name in ahead]
    if any(who.gender in ("", gender) for who in here if who) or _unnamed(gender, percept.text):
        return None
    turns = [turn for turn in before if turn.role != "companion"]
    return _last_named(gender, turns[-LATELY:], known)


def _unnamed(gender: str, text: str) -> bool:
    """Tell whether a text speaks of kin or a pet whom a pronoun of this gender can mean."""
    said = words(text)
    return any((word in KIN and KIN[word][1] in ("", gender)) or word in PETS for word in said)


__all__ = ["HEARD", "bare_name", "of_somebody", "pointed_to", "referents", "spoken_before", "tied"]
