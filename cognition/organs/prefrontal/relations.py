"""Which relation a question asks for, and whom it means by "my sister's boyfriend"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.organs.neocortex.claims import possessive
from cognition.organs.neocortex.lexicon import KIN as _TIES
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import stem_set, words
from cognition.regex import regex
from cognition.values import Fact

KIN = {
    "sister": ("sister", "sibling"),
    "brother": ("brother", "sibling"),
    "sibling": ("sister", "brother", "sibling"),
    "mother": ("mother", "parent"),
    "father": ("father", "parent"),
    "parent": ("mother", "father", "parent"),
    "daughter": ("daughter", "child"),
    "son": ("son", "child"),
    "child": ("daughter", "son", "child", "kid"),
    "aunt": ("aunt",),
    "uncle": ("uncle",),
    "cousin": ("cousin",),
    "niece": ("niece",),
    "nephew": ("nephew",),
    "grandmother": ("grandmother",),
    "grandfather": ("grandfather",),
    "grandson": ("grandson", "grandchild"),
    "granddaughter": ("granddaughter", "grandchild"),
    "grandchild": ("grandson", "granddaughter", "grandchild"),
    "stepmother": ("stepmother",),
    "stepfather": ("stepfather",),
    "stepsister": ("stepsister",),
    "stepbrother": ("stepbrother",),
    "godmother": ("godmother",),
    "godfather": ("godfather",),
    "husband": ("spouse", "husband", "partner"),
    "wife": ("spouse", "wife", "partner"),
    "spouse": ("spouse", "husband", "wife"),
    "partner": ("partner", "spouse"),
    "girlfriend": ("partner", "girlfriend"),
    "boyfriend": ("partner", "boyfriend"),
    "fiance": ("partner", "spouse"),
    "friend": ("friend",),
    "colleague": ("colleague",),
    "coworker": ("colleague",),
    "boss": ("boss",),
    "manager": ("boss",),
    "neighbour": ("neighbour",),
    "neighbor": ("neighbour",),
}
KIN.update({relation: (relation,) for relation, _ in _TIES.values() if relation not in KIN})
FRIENDS = ("friend", "colleague", "coworker", "boss", "manager", "neighbour", "neighbor")
PETS = frozenset(
    re.findall(
        r"\w+",
        "pet dog cat puppy kitten hamster rabbit bunny parrot bird fish horse turtle tortoise"
        " snake lizard",
    )
)
SAME = {
    "mom": "mother",
    "mum": "mother",
    "dad": "father",
    "kid": "child",
    "kids": "child",
    "children": "child",
    "wives": "wife",
    "puppy": "dog",
    "kitten": "cat",
    "grandma": "grandmother",
    "granny": "grandmother",
    "nana": "grandmother",
    "grandpa": "grandfather",
    "grandad": "grandfather",
    "granddad": "grandfather",
    "grandkids": "grandchild",
    "grandchildren": "grandchild",
    "mama": "mother",
    "mummy": "mother",
    "mommy": "mother",
    "daddy": "father",
    "hubby": "husband",
    "stepmum": "stepmother",
    "stepmom": "stepmother",
    "stepdad": "stepfather",
    "gf": "girlfriend",
    "bf": "boyfriend",
    "nan": "grandmother",
    "gran": "grandmother",
    "bestie": "friend",
    "missus": "wife",
    "lad": "son",
    "lass": "daughter",
}
_QUALITIES = frozenset(
    re.findall(
        r"\w+",
        "older younger little big best new old elder twin late own first dear ",
    )
)
_LISTED = frozenset(
    re.findall(
        r"\w+",
        "sister brother child daughter son friend colleague pet likes loves dislikes hobby allergy "
        "language owns grandson granddaughter grandchild aunt uncle cousin niece nephew stepsister "
        "stepbrother neighbour student client patient employee roommate flatmate housemate "
        "classmate teacher trainer stepson stepdaughter",
    )
)

CUES = tuple(
    (regex(pattern, re.IGNORECASE), tuple(relations.split()))
    for pattern, relations in (
        (r"\bbirthday\b|\bborn\b", "birthday"),
        (r"\bhow old\b|\bage\b", "age"),
        (r"\bname\b|\bcalled\b|\bcall me\b", "call_me name"),
        (
            r"\bwhere\b.*\b(?:live[sd]?|living|moved?)\b|\blive[sd]? in\b|\bhome\b|\baddress\b",
            "home",
        ),
        (r"\b(?:which|what) (?:city|country|town|place|state)\b.*\blive", "home"),
        (
            r"\b(?:what|which) (?:kind|sort|type|breed)s? of (?:dog|cat|pet|animal|bird|horse)\b"
            r"|\bbreed\b",
            "breed species",
        ),
        (r"\bfrom\b\W*\Z|\bfrom\b.*\?|\bgr[eo]w up\b|\bhome ?town\b|\borigin", "from"),
        (
            r"\bwhere\b.*\bwork|\bwork(?:s|ed|ing)? (?:for|at)\b|\bemployer\b|\bcompany\b",
            "employer work",
        ),
        (
            r"\bwhat (?:do|does|did) .{1,40}? do\b(?: for (?:a living|work))?\W*$|\bjob\b"
            r"|\boccupation\b|\bprofession"
            r"|\bwork(?:s|ed|ing)? as\b|\bfor a living\b|\bfor work\b|\bdo for\b",
            "work employer",
        ),
        (r"\bstud(?:y|ies|ied|ying)\b|\bmajor", "studies"),
        (r"\bmarried\b|\bhusband\b|\bwife\b|\bspouse\b", "spouse partner"),
        (r"\bpartner\b|\bgirlfriend\b|\bboyfriend\b|\bdating\b|\bseeing\b", "partner spouse"),
        (r"\bfavou?rite\b|\bfave\b", "favourite"),
        (r"\ballerg", "allergy"),
        (r"\bdislikes?\b|\bhates?\b|\bcan't stand\b", "dislikes"),
        (r"\bhobb(?:y|ies)\b|\bfree time\b|\bfor fun\b", "hobby likes loves"),
        (r"\b(?:don't|do not|doesn't|does not|didn't) (?:\w+ ){0,3}?like\b", "dislikes"),
        (r"\blikes?\b|\bloves?\b|\benjoys?\b|\binto\b", "likes loves hobby favourite"),
        (r"\bmedic(?:ation|ine)\b|\bpills?\b|\btablets?\b", "medication"),
        (r"\bill(?:ness)?\b|\bdiagnos|\bcondition\b|\bdisease\b|\bsick\b", "illness"),
        (r"\blanguages?\b|\bspeak", "language"),
        (r"\b(?:kind|sort|type) of (?:animal|pet)\b|\bbreed\b|\bspecies\b", "species"),
        (r"\bpets?\b|\banimals?\b", "pet"),
        (r"\bgoals?\b|\bdream(?:s|ing)? of\b", "goal"),
        (r"\bplans?\b|\bplanning\b|\bgoing to\b|\bupcoming\b", "plan"),
        (r"\bown(?:s|ed)?\b", "owns"),
    )
)
_POSSESSOR = regex(
    r"\b(?:my|our|(?!(?:What|Who|Where|When|How|That|It|There|Here)['’])(?P<name>[A-Z][\w-]*"
    r"(?: [A-Z][\w-]*)*)['’]s)\s+(?P<rest>[\w' ’-]+)"
)
_OWN = regex(r"\b(?:i|i['’]?m|me|my|mine|we|our|us|am)\b", re.IGNORECASE)
_BARE_KIN = regex(
    r"\b(mum|mom|mummy|mommy|dad|daddy|nan|nana|gran|granny|grandma|grandad|grandpa)\b",
    re.IGNORECASE,
)
_OF_OTHERS = regex(
    r"\b(?:(?:how old|how|where|who|when|what(?: \w+)?|which \w+) (?:is|was|are|were|does|did|has)"
    r"|(?:where|who|what|how old)['’]?s) (?:the |his |her |their )?(?!your?\b|that\b|this\b)\w+",
    re.IGNORECASE,
)
_THE = regex(
    r"\b(?:the|my|our) (?:\w+ )?(?P<kind>" + "|".join(sorted(PETS)) + r")\b", re.IGNORECASE
)


def asked(question: Question) -> tuple[str, ...]:
    """Give the relations a question may ask for, likeliest first.

    >>> asked(Question(text="Where do I live?"))
    ('home',)
    """
    found = [
        relation for cue, relations in CUES if cue.search(question.text) for relation in relations
    ]
    return tuple(dict.fromkeys(found))


def understood(question: Question) -> frozenset[str]:
    """Give the stems of a question that name its relation or its people."""
    text = question.text
    found = [match[0] for cue, _ in CUES if (match := cue.search(text))]
    kinds = {*KIN, *PETS, *SAME}
    nouns = [word for word in words(text) if word in kinds or word.rstrip("s") in kinds]
    return stem_set(" ".join((*found, *nouns, *question.people)))


def listed(relation: str) -> bool:
    """Say whether one may have several of this at a time, so that all are named."""
    return relation in _LISTED or relation.startswith("favourite")


def entities(question: Question, facts: Sequence[Fact]) -> tuple[frozenset[str], tuple[Fact, ...]]:
    """Find whom the question is about, through held facts where need be.

    Returns their names in lower case and the facts of the last hop ("Ada's sister is Mia").

    >>> mia = Fact(subject="Ada", relation="sister", object="Mia")
    >>> sorted(entities(Question(text="What does my sister do?", asker="Ada"), [mia])[0])
    ["ada's sister", 'mia']
    """
    asker = question.asker or "you"
    match = _POSSESSOR.search(question.text)
    if match:
        start = match["name"] or asker
        return _walk(frozenset({start.lower()}), match["rest"].split(), facts)
    match = _THE.search(question.text)
    if match:
        return hop(frozenset({asker.lower()}), match["kind"].lower(), facts)
    if not question.people and (kin := _BARE_KIN.search(question.text)):  # "where does mum live"
        noun = kin[1].lower()
        return hop(frozenset({asker.lower()}), SAME.get(noun, noun), facts)
    if question.people or _OWN.search(question.text):
        return frozenset(name.lower() for name in question.people or (asker,)), ()
    said = set(words(question.text))  # a name in lower case is read as none
    named = frozenset(low for f in facts if (low := f.subject.lower()) in said)
    # what is asked of a thing without a name, or of somebody unknown, is not asked of the asker
    return (
        (named, ())
        if named or _OF_OTHERS.search(question.text)
        else (frozenset({asker.lower()}), ())
    )


def _walk(
    who: frozenset[str], rest: Sequence[str], facts: Sequence[Fact]
) -> tuple[frozenset[str], tuple[Fact, ...]]:
    via: tuple[Fact, ...] = ()
    for word in rest:
        noun = word.lower().replace("’", "'").removesuffix("'s")
        if noun in _QUALITIES:
            continue
        noun = SAME.get(noun, noun)
        if noun.endswith("s") and noun[:-1] in KIN:
            noun = noun[:-1]
        if noun not in KIN and noun not in PETS and noun.rstrip("s") not in PETS:
            break
        who, via = hop(who, noun, facts)
    return who, via


def hop(
    who: frozenset[str], noun: str, facts: Sequence[Fact]
) -> tuple[frozenset[str], tuple[Fact, ...]]:
    """Step from people to their sisters, cats, ...; a description serves for an unknown name."""
    described = frozenset(f"{possessive(name)} {noun}" for name in who)
    if noun in KIN:
        via = [
            f for f in facts if f.subject.lower() in who and f.relation in KIN[noun] and f.polarity
        ]
    else:
        noun = SAME.get(noun.rstrip("s"), noun.rstrip("s"))
        kinds = {
            f.subject.lower(): f.object.lower()
            for f in facts
            if f.relation == "species" and f.polarity
        }
        via = [
            f
            for f in facts
            if f.relation in ("pet", "owns")
            and f.subject.lower() in who
            and f.polarity
            and (
                noun == "pet"
                or SAME.get(kinds.get(f.object.lower(), ""), kinds.get(f.object.lower(), ""))
                == noun
                or noun in f.object.lower()
                or noun in f.text.lower().split()
            )
        ]
    return described | {f.object.lower() for f in via}, tuple(via)
