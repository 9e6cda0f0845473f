"""Read a clause's verb group: which verb, in which time, denied or ended, and what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cognition.organs.neocortex.lexicon import words
from cognition.regex import regex

# lemma: base, -s, past, participle, -ing (missing forms are regular)
_IRREGULAR = """
be be,is,am,are was,were been being
have have,has had had having
get get,gets got got,gotten getting
go go,goes went gone going
come come,comes came come coming
grow grow,grows grew grown growing
buy buy,buys bought bought buying
teach teach,teaches taught taught teaching
study study,studies studied studied studying
speak speak,speaks spoke spoken speaking
run run,runs ran run running
begin begin,begins began begun beginning
take take,takes took taken taking
eat eat,eats ate eaten eating
fly fly,flies flew flown flying
leave leave,leaves left left leaving
lose lose,loses lost lost losing
break break,breaks broke broken breaking
split split,splits split split splitting
quit quits quit quit quitting
become become,becomes became become becoming
meet meet,meets met met meeting
see see,sees saw seen seeing
give give,gives gave given giving
do do,does did done doing
make make,makes made made making
write write,writes wrote written writing
sing sing,sings sang sung singing
swim swim,swims swam swum swimming
draw draw,draws drew drawn drawing
drive drive,drives drove driven driving
stand stand,stands stood stood standing
say say,says said said saying
tell tell,tells told told telling
think think,thinks thought thought thinking
keep keep,keeps kept kept keeping
sell sell,sells sold sold selling
find find,finds found found finding
die die,dies died died dying
ride ride,rides rode ridden riding
win win,wins won won winning
can can could
catch catch,catches caught caught catching
hunt hunt,hunts hunted hunted hunting
ski ski,skis skied skied skiing
"""
_REGULAR = (
    "propose "
    "live work move love like enjoy hate dislike play adopt want hope plan dream save train own "
    "visit"
    " marry divorce retire graduate join start prefer adore collect practice practise learn dance "
    "paint"
    " bake cook knit garden hike camp surf swim climb jog cycle sail fish skate box row sew crochet"
    " cancel postpone reschedule celebrate turn reside stay intend attend arrive travel major "
    "volunteer"
    " manage call name detest despise finish specialize specialise snowboard skateboard meditate "
    "juggle"
    " quilt blog dive separate expect welcome babysit raise read decide suffer mention claim "
    "believe"
    " commute wish foster raise rescue relocate resign launch host present perform depart return"
    " watch need help use try look pass"
)
_DOUBLING = {
    "plan": "plann",
    "jog": "jogg",
    "swim": "swimm",
    "blog": "blogg",
    "babysit": "babysitt",
}


def _regular(lemma: str) -> list[tuple[str, str]]:
    stem = _DOUBLING.get(lemma, lemma)
    if lemma.endswith("e"):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in "aeo":
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    third = lemma[:-1] + "ies" if past.endswith("ied") else lemma + "s"
    if lemma.endswith(("ch", "sh", "x", "ss")):
        third = lemma + "es"
    return [(lemma, "base"), (third, "base"), (past, "past"), (ing, "ing")]


def _table() -> dict[str, tuple[str, str]]:
    forms: dict[str, tuple[str, str]] = {}
    for lemma in _REGULAR.split():
        forms.update({word: (lemma, form) for word, form in _regular(lemma)})
    for line in _IRREGULAR.strip().splitlines():
        lemma, base, past, *rest = line.split()
        for spelt, form in ((rest[1] if len(rest) > 1 else "", "ing"), (rest[0] if rest else "",
            "part"),
                            (past, "past"), (base, "base")):  # fmt: skip
            forms.update({word: (lemma, form) for word in spelt.split(",") if word})
    forms |= {"cancelled": ("cancel", "past"), "canceled": ("cancel", "past")}
    forms |= {"travelling": ("travel", "ing"), "babysat": ("babysit", "past")}
    return forms


VERBS = _table()
ADVERBS = words(
    "just recently actually really also still currently now finally always already absolutely "
    "honestly truly definitely certainly totally both only mainly mostly usually often "
    "sometimes generally genuinely deeply completely fully simply proudly happily officially "
    "originally actively lately sadly thankfully obviously secretly particularly especially "
    "very so even probably then soon regularly all each almost once newly today tomorrow "
    "personally quite"
)
JOKING = words("basically practically literally kinda sorta technically virtually nearly")
_MODALS = words("would could should might may must shall ought")
_ENDING = regex(r",?\s+(?:any\s?more|any longer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group, read.

    `tense` is present, past, perfect, progressive or future; `ended` says it held once and not
    now; `denied` is plain negation; `rest` is what follows the verb; `hedged` marks a manner of
    speaking.
    """

    verb: str
    rest: str
    tense: str = "present"
    denied: bool = False
    ended: bool = False
    hedged: bool = False


def read(words: str) -> Predicate | None:
    """Read a verb group from the start of `words`; None if it is none, or one that asserts nothing.

    >>> read("no longer work at Acme")
    Predicate(verb='work', rest='at Acme', tense='present', denied=False, ended=True, hedged=False)
    """
    tokens = words.split()
    state = _State()
    at = 0
    while at < len(tokens):
        token = tokens[at].strip(",").lower()
        step = _auxiliary(tokens, at, token, state)
        if step < 0:
            return None
        if step == 0:
            break
        at += step
    if at >= len(tokens):
        return None
    return _finish(tokens, at, state)


@dataclass(slots=True)
class _State:
    tense: str = ""
    denied: bool = False
    ended: bool = False
    hedged: bool = False
    copula: bool = False


_ALMOST = words("almost nearly")
_OFTEN = words("always never every everyone all daily certainly exclusively only")


def _auxiliary(tokens: list[str], at: int, token: str, state: _State) -> int:
    """Take in a word before the main verb: how many words to step, 0 for done, -1 for nothing."""
    following = tokens[at + 1].strip(",").lower() if at + 1 < len(tokens) else ""
    if token in _ALMOST and following not in _OFTEN:
        state.hedged = True  # "almost gave up my job": nobody did
        return 1
    if token in ADVERBS:
        return 1
    if token in JOKING or (token == "kind" and following == "of"):
        state.hedged = True
        return 1 if token in JOKING else 2
    if token in ("not", "never"):
        state.denied = True
        return 1
    if token == "no" and following == "longer":
        state.ended = True
        return 2
    if token == "used" and following == "to" and not state.copula:
        state.tense, state.ended = "past", True
        return 2
    if token in _MODALS:
        return -1
    if token == "will":
        state.tense = "future"
        return 1
    if token in ("do", "does", "did") and _verb_ahead(tokens, at + 1):
        state.tense = "past" if token == "did" else state.tense
        return 1
    if token == "going" and following == "to" and state.copula:
        head = tokens[at + 2].lower() if at + 2 < len(tokens) else ""
        if VERBS.get(head, ("", ""))[1] == "base" or (
            head.isalpha() and head == tokens[at + 2] and head not in _PLACES
        ):
            state.tense, state.copula = "future", False
            return 2
        return 0
    return _copula(tokens, at, token, state)


_PLACES = words("the a an my our his her their this that church bed work school")


def _copula(tokens: list[str], at: int, token: str, state: _State) -> int:
    """Step over have/be when they only help another verb."""
    lemma, form = VERBS.get(token, ("", ""))
    if lemma not in ("be", "have") or form == "ing" or state.copula:
        return 0
    ahead = _ahead(tokens, at + 1)
    next_form = VERBS.get(ahead, ("", ""))
    past = form == "past" and state.tense != "future"
    if lemma == "have" and ahead:
        if next_form[1] in ("past", "part") and ahead not in ("cut", "can"):
            if ahead == "got" and not past:  # "have got" is to have
                return 0
            state.tense = "past" if past else "perfect"
            return 1
        return 0
    if next_form[1] == "ing" and not (ahead == "going" and _going_to(tokens, at + 1) is None):
        state.tense = {"future": "future", "perfect": "perfect"}.get(state.tense, "past" if past
            else "progressive")  # fmt: skip
        state.copula = True
        return 1
    return 0


def _going_to(tokens: list[str], at: int) -> bool | None:
    while at < len(tokens) and tokens[at].lower() != "going":
        at += 1
    return True if at < len(tokens) else None


def _ahead(tokens: list[str], at: int) -> str:
    """Give the next word that is neither an adverb nor a negation."""
    while at < len(tokens):
        token = tokens[at].strip(",.").lower()
        if token == "no" and at + 1 < len(tokens) and tokens[at + 1].lower() == "longer":
            at += 2
            continue
        if token not in ADVERBS and token not in ("not", "never") and token not in JOKING:
            return token
        at += 1
    return ""


def _verb_ahead(tokens: list[str], at: int) -> bool:
    return VERBS.get(_ahead(tokens, at), ("", ""))[1] == "base"


def _finish(tokens: list[str], at: int, state: _State) -> Predicate | None:
    verb, form = VERBS.get(tokens[at].strip(",").lower(), ("", ""))
    if not verb or (form == "ing" and not state.tense):
        return None
    rest = " ".join(tokens[at + 1 :])
    if not state.tense:
        state.tense = "past" if form == "past" and verb not in ("can",) else "present"
    if tokens[at].lower() == "could" or (state.denied and tokens[-1].strip(".,!").lower() == "yet"):
        return None
    if verb == "have" and rest.lower().startswith("got "):
        rest = rest[4:]
    while (
        rest and not state.denied
    ):  # "am not", "have always", "am basically": marks after the verb
        head, _, tail = rest.partition(" ")
        low = head.strip(",").lower()
        if low == "not" and tail and verb in ("be", "can"):
            state.denied, rest = True, tail
        elif low in JOKING and tail:
            state.hedged, rest = True, tail
        elif low in ("no",) and tail.lower().startswith("longer "):
            state.ended, rest = True, tail[7:]
        elif low in ADVERBS and tail and low not in ("so", "very", "all", "each", "both", "only"):
            rest = tail
        else:
            break
    ending = _ENDING.search(rest)
    if ending and (state.denied or state.ended):
        rest = (rest[: ending.start()] + rest[ending.end() :]).strip()
        state.denied, state.ended = False, True
    return Predicate(verb, rest, state.tense, state.denied, state.ended, state.hedged)
