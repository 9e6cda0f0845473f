"""What a question asks by what stands in it, whatever the words around: an order, an age, a way."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.organs.prefrontal.reasoning.parts import part_of
from cognition.regex import regex

Query = tuple[str, dict[str, str]]
_NAME = r"(?-i:[A-Z][\w-]+)|I"
_THE = r"(?:the|my|our) [\w-]+(?: [\w-]+)?"
_WAY = regex(
    r"\b(?:way|route|path|directions?|how|go|walk|get|reach|take|turn|head)\b", re.IGNORECASE
)
_FROM_TO = regex(
    r"\bfrom (?P<a>the [\w-]+) (?:in)?to (?P<b>the [\w-]+)|"
    r"\b(?:to|reach|into|enter|find|for) (?P<b2>the [\w-]+),? (?:(?:if|when|starting|coming|going|leaving|out|being|standing|I were|I was|I'm|you're|you were|we are|I start|you start|I begin|I stand|I am|you are|we are|one is) )*"
    r"(?:from|in|at|of) (?P<a2>the [\w-]+)|"
    r"\b(?:from|in|at|leaving) (?P<a3>the [\w-]+),? .*\b(?:to|reach|into|enter|way is|for|find|is) (?P<b3>the [\w-]+)",
    re.IGNORECASE,
)
_BOTH = regex(
    r"(?P<a>(?-i:\b[A-Z][\w-]+)|\bI)(?:'s)?(?: [a-z]+s)? and (?P<b>(?-i:[A-Z][\w-]+)|me|I|myself)\b"
)
_TOTAL = regex(
    r"\bhow many (?!are\b|is\b|do\b|does\b|would\b|in\b|will\b)(?P<n>[a-z]+)\b|\b(?:total|sum|number|count|amount)(?: number)? of (?:the |all the )?(?P<n2>[a-z]+s)\b"
    r"|\b(?:add|sum|count|total|put|combine|pool)\w*(?: up| together)?,? (?:the |all the )?(?P<n3>[a-z]+s)\b(?!')"
    r"|\b(?:add|sum|count|total|put|take|combine|pool)\w*\b.*'s (?P<n5>[a-z]+s)\b"
    r"|\bthe (?P<n4>[a-z]+s) (?:of|that).*\b(?:add up|sum|total|amount|come) to\b",
    re.IGNORECASE,
)
_FEARS = regex(
    r"\b(?:afraid|fears?|fright\w*|scare[sd]?|scary|terrif\w*|dreads?|flee|run (?:away )?from|hide from|terror|tremble|anxious|panic)\b",
    re.IGNORECASE,
)
_NOT_WAY = regex(r"\b(?:long|many|days|weeks|months|years|time|much)\b", re.IGNORECASE)
_BETWEEN = regex(
    r"(?:\bbetween (?P<a>.+?) and (?P<b>.+?)|\bfrom (?P<a2>.+?) (?:to|until|till) (?P<b2>.+?)"
    r"|\b(?:are|were|is|was|lie|lay) (?P<a6>.+?) and (?P<b6>.+?) apart"
    r"|\b(?:separated?s?|divided?s?) (?P<a3>.+?) (?:and|from) (?P<b3>.+?)"
    r"|\b(?:did|was|were|is) (?P<b4>.+?) (?:come |happen |take place |occur |follow |held |be )?(?:after|before) (?P<a4>.+?)"
    r"|\b(?:after|before) (?P<a5>.+?) (?:was|did|came|were) (?P<b5>.+?))"
    r"(?:,? how (?:many|long)\b.*)?(?:,? (?:pass|passed|elapse|elapsed|go by|went by|lie|lay|take place|happen|occur|held|be|there|in days|was it|were there|come))*\Z",
    re.IGNORECASE,
)
_LONG = regex(
    r"\b(?:how (?:many|long|much time|far apart)|number of|count of|interval|gap|distance|stretch|time span)\b",
    re.IGNORECASE,
)
_UNIT = regex(r"\b(?P<u>day|week|month|year)s?\b", re.IGNORECASE)
_FIRST = regex(
    r"\b(?P<s>first|earlier|earliest|sooner|before the other|preceded the other|comes before|last|later|latest|afterwards|more recent(?:ly)?|most recent)\b",
    re.IGNORECASE,
)
_LAST_YEAR = regex(
    r"\b(?:last|first) (?:year|summer|winter|week|month|night|time|spring|fall|autumn)\b"
)
_LATE = regex(r"\A(?:last|later|latest|afterwards|more recent|most recent)", re.IGNORECASE)
_ASKED_OF = regex(
    r"\A.*?\b(?:first|earlier|earliest|sooner|last|later|latest|recently|recent|before the other|preceded the other)\b"
    r"(?: (?:of (?:the two|these|them|those)|one|event|thing|in time|on the calendar|to happen|to take place|the other|place))*"
    r"[,:;]?(?: (?:was it|is it|that|did it happen that|when))* ?[:,-]? ?",
    re.IGNORECASE,
)
_FRONT = regex(
    r"\A(?:(?:of|between|out of|given|take|comparing|did|was it|is it) )?(?P<a>.+?),? (?:or|and) (?P<b>.+?)(?:,|:| -)? "
    r"(?:(?:which|what|who)(?: one)?(?: of (?:the two|them|these))? )?(?:(?:happened|came|was|is|took place|occurred|did|that was|that happened|that came|event|happen|come|take place) )*"
    r"(?P<s>first|earlier|earliest|sooner|last|later|latest)\b.*\Z",
    re.IGNORECASE,
)
_OR = regex(r"\A(?P<a>.+?),? or (?P<b>.+)\Z", re.IGNORECASE)
_BEFORE = regex(
    r"\A(?:(?:did|was|were|is|has|had|does|do) )?(?:it (?:was |happen(?:ed)? )?)?(?P<a>.+?),? "
    r"(?P<s>before|after|earlier than|later than|prior to|ahead of|sooner than|following|preceded?|followed?|subsequent to|previous to)"
    r" (?P<b>.+)\Z",
    re.IGNORECASE,
)
_IT_WAS = regex(
    r"\A(?:was it|is it|did it happen)(?: only| just)? (?P<s>before|after|prior to|following) (?P<b>.+?) that (?P<a>.+)\Z",
    re.IGNORECASE,
)
_WH = regex(r"\A(?:who|whom|what|when|where|how|why|which|in|on|at|by|to|from|of)\b", re.IGNORECASE)
_MOST = regex(
    r"\b(?P<d>(?:most|least) [a-z]+|[a-z]{2,}est)\b(?! (?:of|in) (?:my|your|his|her|the (?:world|city)))"
)
_NOT_EST = frozenset(
    "west rest best guest test request interest honest forest latest nearest earliest suggest".split()
)
_MORE = regex(
    r"\b(?:is|was|be|the|as|out|are|prove|proves) (?P<d>(?:more|less) [a-z]+|[a-z]{2,}er)\b|\b(?P<d2>[a-z]{2,}er)(?= than\b)"
)
_NOT_ER = frozenset(
    "other either whether ever never over under after together number remember order mother father brother sister daughter her per rather however wonder winter summer dinner earlier later sooner her former latter prefer consider enter".split()
)
_PAIR = regex(
    rf"(?P<a>\b(?:{_NAME}))(?:,)? (?:or|and|versus|vs|to|with|than|from) (?P<b>(?:{_NAME})\b)"
)
_OLD = regex(r"\b(?:how old|age|aged|how many years)\b", re.IGNORECASE)
_DATE = regex(
    r"\b(?P<t>(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}|\d{4})\b"
)
_WHEN = regex(
    r"\b(?:when|by the time|at the time|as|while|the day|the moment|at the point|the month|the year)"
    r"(?: (?:of|that|when|in which|on which))* (?P<t>.+?)(?:,.*)?\Z",
    re.IGNORECASE,
)
_LIVING = regex(
    r"\b(?:lived?|living|home|based|resid\w+|dwell\w*|dwelt|residence|settled|stay\w*|domiciled|address|inhabit\w*|house|call\w*|at home)\b",
    re.IGNORECASE,
)
_ASKS_PLACE = regex(
    r"\b(?:where|(?:which|what|the|name of the) (?:town|city|place|country|village)|(?:home|place of residence|residence|address))\b",
    re.IGNORECASE,
)


def spotted(text: str) -> Iterator[Query]:
    """Yield what a question may ask by the words that give it away.

    >>> list(spotted("what route takes me from the hall to the attic"))
    [('way', {'a': 'the hall', 'b': 'the attic'})]
    """
    for spot in (_together, _fear, _way, _between, _age, _home, _order, _degree, _part):
        found = list(spot(text))
        yield from found
        if found:
            return


def _part(text: str) -> Iterator[Query]:
    if not _WH.match(text) and (pair := part_of(text)):
        yield "is_part", {"a": pair[0], "b": pair[1]}


def _together(text: str) -> Iterator[Query]:
    """Read how many of something two people have together."""
    match = _BOTH.search(text)
    asks = _TOTAL.search(text)
    if match and asks:
        counted = asks["n"] or asks["n2"] or asks["n3"] or asks["n4"] or asks["n5"]
        yield "how_many_together", {"a": match["a"], "b": match["b"], "c": counted}


def _fear(text: str) -> Iterator[Query]:
    match = _FEARS.search(text)
    name = re.search(r"(?-i:\b[A-Z][\w-]+)", text)
    if (
        match
        and name
        and re.match(r"\A(?:of |by |from )?(?:what|which|who|whom)\b", text, re.IGNORECASE)
    ):
        yield "afraid", {"a": name[0]}


def _way(text: str) -> Iterator[Query]:
    match = _FROM_TO.search(text)
    if match and _WAY.search(text) and not _NOT_WAY.search(text):
        a = match["a"] or match["a2"] or match["a3"]
        b = match["b"] or match["b2"] or match["b3"]
        yield "way", {"a": a, "b": b}


def _between(text: str) -> Iterator[Query]:
    if not _LONG.search(text):
        return
    unit = _UNIT.search(text)
    if match := _BETWEEN.search(text):
        a, b = (
            next(v for k, v in match.groupdict().items() if k.startswith(x) and v) for x in "ab"
        )
        yield "between", {"u": unit["u"] if unit else "", "a": a, "b": b}


def _age(text: str) -> Iterator[Query]:
    names = re.findall(rf"\b(?:{_NAME})\b", _DATE.sub(" ", text))
    if not _OLD.search(text) or not names or " than " in text or re.search(r"\bor\b", text):
        return
    who = names[0]
    clause = _WHEN.search(text)
    if date := _DATE.search(text):
        yield "age_in", {"a": who, "t": date["t"].replace(" of ", " ")}
    elif clause and " " in clause["t"].strip():
        fronted = re.match(
            r"\A(?:when|as|at the time|by the time) (?P<t>[^,]+), (?P<q>.+)\Z", text, re.IGNORECASE
        )
        if fronted and (asked := re.findall(rf"\b(?:{_NAME})\b", fronted["q"])):
            yield "age_when", {"a": asked[0], "t": fronted["t"]}
        else:
            yield "age_when", {"a": who, "t": clause["t"]}
    elif match := re.search(
        r"\b(?:at|during|on the day of|at the time of|by) (?P<t>(?:the|his|her|their) [a-z]+)\b",
        text,
    ):
        yield "age_when", {"a": who, "t": f"{match['t']} took place"}
    elif not re.search(r"\b(?:before|after|when|become|did)\b", text):
        yield "age", {"a": who}


def _home(text: str) -> Iterator[Query]:
    if not _ASKS_PLACE.search(text) or not _LIVING.search(text):
        return
    date = _DATE.search(text)
    names = re.findall(rf"\b(?:{_NAME})\b", _DATE.sub(" ", text))
    names = [one for one in names if one != "I"] or names
    if not names:
        return
    if date:
        yield "where_in", {"a": names[0], "t": date["t"]}
    elif clause := _WHEN.search(text):
        fronted = re.match(
            r"\A(?:when|as|while|at the time|by the time)(?: that)? (?P<t>[^,]+), (?P<q>.+)\Z",
            text,
            re.IGNORECASE,
        )
        asked = re.findall(rf"\b(?:{_NAME})\b", fronted["q"]) if fronted else names
        if asked:
            yield "what_during", {"a": asked[0], "b": fronted["t"] if fronted else clause["t"]}


_FIRST_TIME = regex(
    r"\b(?:did|have|had) (?-i:[A-Z])[^,?]* and (?-i:[A-Z])[^,?]* first (?!or\b|and\b)\w+",
    re.IGNORECASE,
)


def _order(text: str) -> Iterator[Query]:
    if _FIRST_TIME.search(text):
        return  # "where did Mia and Tom first meet" orders nothing
    order = _FIRST.search(text)
    either = re.search(r"\bor\b", text) or re.search(
        r"\b(?:which|what) .*\b(?:first|earlier)\b", text
    )
    if order and either and not _LAST_YEAR.search(text):
        if match := _FRONT.match(text):
            yield "first_of", {"a": match["a"], "b": match["b"], "s": _side(match["s"])}
        if match := re.match(
            r"\A(?:did|was it|is it|had) (?P<a>.+?) (?:first|earlier|sooner),? or (?:did )?(?P<b>.+?)\Z",
            text,
            re.IGNORECASE,
        ):
            yield (
                "first_of",
                {"a": match["a"], "b": re.sub(r"\Athat ", "", match["b"]), "s": "first"},
            )
        match = _OR.match(_ASKED_OF.sub("", text))
        if match and re.search(r"\w+ \w+ \w|the \w", match["a"]):
            yield (
                "first_of",
                {"a": match["a"], "b": re.sub(r"\Athat ", "", match["b"]), "s": _side(order["s"])},
            )
        return
    if (match := _IT_WAS.match(text)) or (
        not _WH.match(text) and (match := _BEFORE.match(text)) and " " in match["a"].strip()
    ):
        yield "ordered", {"a": match["a"], "b": match["b"], "s": _before(match["s"])}


def _side(word: str) -> str:
    return "last" if _LATE.match(word) else "first"


def _before(word: str) -> str:
    after = word.lower().startswith(("after", "later", "follow", "subsequent"))
    return "after" if after else "before"


def _degree(text: str) -> Iterator[Query]:
    """Read who is the tallest, or the taller of two."""
    most = next((m["d"] for m in _MOST.finditer(text) if m["d"] not in _NOT_EST), "")
    if (
        most
        and not _PAIR.search(text)
        and re.match(r"\A(?:who|whom|whose|which|what|the|of|name|among)\b", text, re.IGNORECASE)
    ):
        if len(re.findall(rf"\b(?:{_NAME})\b", text)) == 0:
            yield "most", {"d": most}
        return
    more = next(
        (m["d"] or m["d2"] for m in _MORE.finditer(text) if (m["d"] or m["d2"]) not in _NOT_ER), ""
    )
    pair = _PAIR.search(text)
    if not more or not pair:
        return
    if re.search(r"\bor\b|\bwho\b|\bwhich\b|\bwhat\b", text, re.IGNORECASE) and not re.search(
        r"\bhow\b|\bmore (?:of|than)\b", text
    ):
        yield "which_more", {"d": more, "a": pair["a"], "b": pair["b"]}


__all__ = ["spotted"]
