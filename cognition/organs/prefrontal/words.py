"""The words that carry content, reduced so that a question and its answer meet on the same stems."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_ATTACHED = re.compile(r"\[(?:shares|shared|sends|sent)[^\]]*\]")

STOP = frozenset(
    """a an the this that these those some any each every both either neither such same own other another
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers
    herself it its itself they them their theirs themselves who whom whose which what when where why how
    am is are was were be been being do does did doing done have has had having will would shall should
    can could may might must ought and or but nor so if then else than as of at by for with about against
    between into through during before after above below to from up down in out on off over under again
    further once here there all few more most no not only too very just also even still ever never yet
    let lets s t d ll re ve m don doesn didn isn aren wasn weren won wouldn couldn shouldn haven hasn
    because since until while per via upon among along across around within without toward towards
    yes yeah yep ok okay oh hey hi hello wow well like please thanks thank really actually maybe
    one ones thing things something anything everything someone anyone everyone lot lots
    tell told say said mention mentioned remember recall know talk talked ago now today
    kind type sort name called much many often long""".split()
)
VAGUE = frozenset(
    """go get make take come give feel think want need use try see look find show keep put become seem
    start begin have happen time day week month year weekend night morning recent recently new good great
    nice big little bad best last first next way people person friend life enjoy love work help plan
    place bit part share different special main two three decide describe together special currently
    various certain specific activity event""".split()
)
_IRREGULAR = {
    form: base
    for base, forms in {
        "go": "went gone going goes",
        "buy": "bought purchase purchased",
        "get": "got gotten receive received",
        "make": "made",
        "take": "took taken",
        "come": "came",
        "give": "gave given",
        "feel": "felt",
        "think": "thought",
        "see": "saw seen",
        "find": "found",
        "keep": "kept",
        "become": "became",
        "begin": "began begun start started starting starts",
        "write": "wrote written writing",
        "read": "reading",
        "win": "won winning",
        "lose": "lost losing loss",
        "meet": "met meeting",
        "run": "ran running",
        "eat": "ate eaten",
        "drive": "drove driven driving",
        "ride": "rode ridden riding",
        "fly": "flew flown flying flies",
        "speak": "spoke spoken",
        "break": "broke broken",
        "choose": "chose chosen choosing choice",
        "teach": "taught",
        "bring": "brought",
        "catch": "caught",
        "build": "built",
        "spend": "spent",
        "send": "sent",
        "leave": "left leaving",
        "hear": "heard",
        "hold": "held",
        "stand": "stood",
        "sell": "sold",
        "pay": "paid",
        "swim": "swam swum swimming",
        "sing": "sang sung",
        "draw": "drew drawn",
        "grow": "grew grown growth",
        "sleep": "slept asleep",
        "fall": "fell fallen",
        "wear": "wore worn",
        "throw": "threw thrown",
        "hurt": "injured injury injure hurting",
        "marry": "married marriage wedding marries",
        "child": "children kid kids",
        "mother": "mom mum mommy mums moms",
        "father": "dad daddy dads",
        "dog": "puppy puppies pup pups dogs doggy",
        "cat": "kitten kittens cats kitty",
        "movie": "film films movies",
        "trip": "travel travels traveled travelled traveling travelling journey vacation holiday",
        "job": "occupation profession",
        "photo": "picture pictures photos pic pics photograph photographs",
        "gift": "present gifts presents",
        "bike": "bicycle cycling biking bikes",
        "favorite": "favourite fave favorites favourites",
        "color": "colour colors colours",
        "allergy": "allergic allergies",
        "die": "died dead death passed",
        "tournament": "tourney tourneys tournaments",
        "volunteer": "volunteering volunteered volunteers",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Reduce a lower-case English word to a rough stem; irregular forms and near-synonyms go together.

    Far lighter than Porter's algorithm: it only has to make the two sides of a question meet.

    >>> stem("went"), stem("groups"), stem("stories"), stem("hiking"), stem("stopped")
    ('go', 'group', 'story', 'hik', 'stop')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ing", "edly", "ed", "ly", "er"):
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


_VAGUE_STEMS = frozenset(stem(word) for word in VAGUE)


def words(text: str) -> list[str]:
    """Give the words of a text in lower case, without possessive and other clitics.

    >>> words("Mia's cat isn't here.")
    ['mia', 'cat', 'isn', 'here']
    """
    return [word.partition("'")[0] for word in _WORD.findall(text.lower().replace("’", "'"))]


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """Give the stems of a text's content words, in order."""
    return tuple(stem(word) for word in words(text) if word not in STOP)


@lru_cache(maxsize=8192)
def stem_set(text: str) -> frozenset[str]:
    """Give the set of a text's content stems."""
    return frozenset(stems(text))


def weight(term: str) -> float:
    """Say how much a stem tells in [0, 1]: common verbs and time nouns tell little.

    >>> weight("violin") > weight("go")
    True
    """
    return 0.35 if term in _VAGUE_STEMS else 1.0


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """Split a text into sentences; what a chat program attached in brackets goes with the sentence before.

    >>> sentences("Hey Mel! I moved to Lyon. It rains.")
    ('Hey Mel!', 'I moved to Lyon.', 'It rains.')
    """
    plain = _ATTACHED.sub("", text).strip()
    found = [part.strip() for part in _SENTENCE.split(plain) if part and part.strip()]
    return tuple(found) or ((text.strip(),) if text.strip() else ())
