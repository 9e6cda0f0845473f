"""A question and the sentence it leans on, as one: "I need the ball. Where is it?".

A question may leave to the sentence before it what it asks of (anaphora), in what situation, or
the very statement whose gap it asks after: "Leo gave Emil something. What was it?" (sluicing: Ross
1969). Put together, the two read as any other question.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.canonical import roundabout
from cognition.organs.prefrontal.reasoning.gist_asked import gist_asked
from cognition.organs.prefrontal.reasoning.putting import mid_sentence
from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.organs.prefrontal.reasoning.ways import way_asked
from cognition.organs.prefrontal.words import lower_first, sentences
from cognition.regex import regex

_LONGEST = 30  # words of both
_MARKS = " ?.!,;:"
_THE = r"(?:the|my|our) (?!total|number|sum|order|answer|first|same|moment|way|name)[a-z-]+(?: (?!is|was|and|in|at|to|before|after|when)[a-z-]+)?"
_X = rf"(?:(?-i:\b[A-Z][\w-]+)|\b{_THE})"
_LEANS = regex(
    r"\b(?:it|that|this|there|then|he|she|they|him|her|them|between|beforehand|before|later)\b|\A\W*(?:to |from |by )?(?:who|whom|what|where|when)\W*\Z",
    re.IGNORECASE,
)
_NAMED = regex(rf"(?<!\A){_X}")
_SOME = regex(
    r"\b(?P<prep>(?:to|from|by|with|in) )?(?:a |an )?(?P<some>some(?:one|body)|something|somewhere|(?:certain )?(?:person|thing|object|place))(?: else| earlier)?(?= |\Z)",
    re.IGNORECASE,
)
_ASKS_SHORT = regex(
    r"\A(?:and |so )?(?:(?:to|from|by) )?(?:who|whom|what|where|which one|which thing)(?: (?:was|is|were) (?:it|that|this|the person|the thing)| (?:did|did it)(?: happen)?)?\W*\Z",
    re.IGNORECASE,
)
_SEEKS = regex(
    rf"\b(?:need|want|wants?|look(?:ing)?|find|search(?:ing)?|seek(?:ing)?|lost|miss(?:ing)?|mislaid|hunting|like|talk|speak|see|seen|meet|require|use|after)\b.*?(?P<x>{_X})",
    re.IGNORECASE,
)
_WHERE = regex(r"\b(?:where|whereabouts|(?:which|what) (?:room|place))\b", re.IGNORECASE)
_LIVES = regex(r"\bwhere\b.*\b(?:live|living|lives|home|house|reside)\b", re.IGNORECASE)
_BY_WHOM = regex(r"(?:to|from|by|with) (?:who|whom|which person)\W*\Z", re.IGNORECASE)
# "I'm looking for Mia, where could she be?", "have you seen Mia anywhere?"
_SOUGHT_FOR = regex(
    rf"\A(?:(?:I|we)(?:'m| am|'ve| have|'re| are| need| want| can't| cannot)*(?: been| to)? (?:looking for|searching for|after|find|see|speak to|talk to|lost|mislaid|need|want|fetch|get) (?P<x>{_X}),? (?:so |and |but )?(?:do you know |any idea |can you tell me |tell me )?where (?:is|could|can|would|might|should|are|do|has|did)\b(?: (?:it|he|she|they|that|I|we))?(?: (?:be|find|look|got to|gone|been|go|search|is|are)(?: (?:it|him|her|them|for it|for him|for her|for them|now))?)*|(?:have|has|did) (?:you|anyone|anybody|somebody|someone) (?:seen|see|spotted|come across) (?P<x2>{_X})(?: (?:anywhere|somewhere|around|lately|today|recently|lying around|lying about|about))*(?:, where (?:is|are) (?:it|he|she|they))?)\W*\Z",
    re.IGNORECASE,
)
_ANYWHERE = regex(r" (?:anywhere|somewhere|around|lately|today|recently|about|so|where)\Z")
_STANDS = regex(
    r"\b(?:I|we|you|one)(?: am|'m| are|'re| is|'d| would| was| want| have| need| start| stand| set)\b.*?\b(?:in|at|from|inside|leave|leaving) (?P<a>the [a-z-]+)(?:.*?\b(?:to be (?:in|at)|to|into|for|reach|enter|find|see) (?P<b>the [a-z-]+))?",
    re.IGNORECASE,
)
_WAY = regex(
    r"\b(?:how|which way|what way|directions?|route|path|where do|get to|go to|reach)\b",
    re.IGNORECASE,
)
_GOAL = regex(
    r"\b(?:to|into|reach|enter|for|find|towards|is|get) (?P<b>the [a-z-]+)", re.IGNORECASE
)
_SUPPOSED = regex(
    r"\A(?:if|when|say|suppose|supposing|imagine|assuming|given that) (?P<if>(?:I|we|you|one)\b[^?]+?),? (?P<ask>(?:how|which way|what way|where|what (?:route|path)|which (?:route|path))\b[^,]* (?:there|it))\W*\Z",
    re.IGNORECASE,
)
_THEN = regex(
    r",? \b(?:then|at (?:that|the) (?:time|point|moment)|on that day|that day|back then|when (?:that|this|it) happened)\b",
    re.IGNORECASE,
)
_THAN = regex(r"\b(?P<side>before|after) (?:that|then|this|it)\b", re.IGNORECASE)
_RECALLS = regex(
    r"\A(?:(?:let us |let's )?(?:think (?:back )?(?:of|to|about)|remember|recall|imagine|picture|take|consider) )?(?:the (?:time|moment|day|month) )?(?:when |that )?",
    re.IGNORECASE,
)
_WHICH_FIRST = regex(r"\b(?:which|what)\b.*\b(?:first|earlier|sooner|last|later)\b", re.IGNORECASE)
# "I think Mia is in the hall. Is that right?"
_DOUBTS = regex(
    r"\A(?:(?:so|and|but|well|now),? )?(?:I|we|they|somebody|someone|people) (?:(?:would|'d|do|just|really|also|always) )*(?:think|thought|believed?|guess|reckon|suppose|assumed?|said|say|heard?|hear|was told|were told|claim|gather|understand|read|bet|imagine|had the idea|had the impression|have the impression|am under the impression)(?: (?:me|us|somewhere))?(?: that|,)? (?=(?-i:[A-Z])|the |my |our )",
    re.IGNORECASE,
)
_RIGHT = regex(
    r"(?:(?:is|was) )?(?:true or (?:false|not)|right or wrong|yes or no|correct or (?:not|incorrect)|right|correct|true|am I (?:right|correct|wrong|mistaken)|(?:would|do) you (?:agree|say so|think so)|(?:could|can|might|may) (?:that|this|it) be(?: (?:true|right|correct|so))?|does (?:that|this) (?:sound right|hold|follow|make sense)|have I got (?:that|it) right|do I have (?:that|it) right|can you confirm (?:that|this|it)|what do you (?:think|say)|do you (?:know|reckon)(?: if (?:that|this|it)(?: is|'s) (?:right|true|so|correct))?|or (?:not|am I wrong)|isn't (?:that|it)(?: so| right| true)?)|(?:is|isn't|was|would) (?:that|this|it)(?: be)?(?: (?:the|in the))? ?(?:right|correct|true|so|how it was|the case|order)?(?: order| sequence)?",
    re.IGNORECASE,
)
_BEFORE = regex(
    r"\b(?:before(?:hand| that)?|previously|earlier|until then|come from)\W*\Z", re.IGNORECASE
)
_IN_NOW = regex(
    rf"\A(?P<x>{_X}) (?:is|was|got|came|went|ended up|lies|has come|has been brought)\b.*?(?P<p>the [a-z-]+)(?: now| today| currently)?\Z",
    re.IGNORECASE,
)
_DAYS = regex(r"\bhow (?:many (?P<u>day|week|month|year)s|long|much later)\b", re.IGNORECASE)
_PAIR = regex(r"(?P<a>(?-i:\b[A-Z][\w-]+)) (?:and|or|with|versus|to) (?P<b>(?-i:[A-Z][\w-]+))\W*\Z")
_DEGREE = regex(r"\b(?:[a-z]{2,}er|more [a-z]+|less [a-z]+)\b")
_HE = regex(
    r"\b(?:it(?! (?:true|right|correct|possible|likely|so|ok|is|was)\b)|he|she|they|him|her|them|that person|this person)\b",
    re.IGNORECASE,
)
_THAT_LAST = regex(r"(?<= )(?:that|this)\Z", re.IGNORECASE)
# "the year is 1999", "it's May 1999"
_SET_IN = regex(
    r"\A(?:(?:suppose|imagine|say|assume|picture|think back|let's say|let us say)(?: that)?,? )?(?:(?:the (?:year|month) (?:is|was)|it is|it's|it was|we are in|we're in|go(?:ing)? back to|back to|think (?:of|back to)|take|back in|in|suppose|imagine) )(?:the (?:year|month) )?(?P<t>(?:(?:\d{1,2} )?(?-i:[A-Z])[a-z]+ )?(?:1\d{3}|20\d\d))\Z",
    re.IGNORECASE,
)
_WAS = {"is": "was", "are": "were", "does": "did", "do": "did", "am": "was"}
_RECKONS = regex(r"(?:count|add|put|take|sum|pool|combine|compare|list|name)\b", re.IGNORECASE)
# "the wedding, when was it?"
_SET_OFF = regex(
    rf"\A(?:(?:and|so|now|but|what about|how about|as for|about) )?(?P<x>{_X}(?:'s [a-z-]+)?)(?:\?|,|:|;| -| –) (?P<ask>(?:where|when|who|what|which|how|is|was|does|did|can|has)\b.*)\Z",
    re.IGNORECASE,
)


def together(text: str, questions: Sequence[str]) -> str:
    """Give what is asked, with what the sentence before it says where the question leans on that.

    >>> together("I need the ball. Where is it?", ["Where is it?"])
    'where is the ball?'
    >>> together("Leo gave Emil something. What was it?", ["What was it?"])
    'what did Leo give Emil'
    """
    if way := way_asked(text):
        return way
    whole = roundabout(text)
    if plain := gist_asked(whole):
        return f"{plain}?"
    if whole != text:
        return whole
    asked = " ".join(questions) or text
    if (match := _SET_OFF.match(asked.rstrip(" ?.!"))) and (
        found := _HE.search(match["ask"]) or _THAT_LAST.search(match["ask"])
    ):
        ask, x = match["ask"], mid_sentence(match["x"])
        return f"{ask[: found.start()]}{x}{ask[found.end() :]}"
    if match := _SOUGHT_FOR.match(asked):
        return f"where is {mid_sentence(_ANYWHERE.sub('', match['x'] or match['x2']))}"
    if (match := _SUPPOSED.match(asked)) and (way := _way(match["if"], match["ask"])):
        return way
    if len(questions) != 1 or len(asked) + 3 > len(text) or text.count(" ") > _LONGEST:
        return asked
    return _together(text, asked)


@lru_cache(maxsize=256)
def _together(text: str, asked: str) -> str:
    said = [one.strip() for one in sentences(text)]
    at = said.index(asked.strip()) if asked.strip() in said else 0
    if not at:
        return asked
    bare, before = asked.strip(" ?.!"), said[at - 1].strip(_MARKS)
    if then := _SET_IN.match(before):
        back = re.sub(r"\b(?:is|are|does|do|am)\b", lambda be: _WAS[be[0]], bare, count=1)
        return f"{back} {'on' if then['t'].count(' ') > 1 else 'in'} {then['t']}"
    if at > 1 and _WHICH_FIRST.search(bare) and not _NAMED.search(bare):
        return f"{said[at - 2].strip(_MARKS)}, {before}: {lower_first(bare)}"
    if _BY_WHOM.match(bare):
        return f"{before} {lower_first(bare)}"
    if not (_LEANS.search(bare) or not _NAMED.search(bare) or _WAY.search(bare)):
        return asked
    before = f"t{before[1:]}" if before.startswith("The ") else before
    found = next((one for read in _FOLDS if (one := read(before, bare))), "")
    joined = f"{before}, {lower_first(bare)}" if _RECKONS.match(before) else asked
    return found or joined


def _gap(before: str, asked: str) -> str:
    """Ask after the gap of a statement: "Leo gave someone the ball", "who?"."""
    match = _SOME.search(before)
    if match is None or not _ASKS_SHORT.match(asked):
        return ""
    low = match["some"].lower()
    wh = "who" if low in ("someone", "somebody") or "person" in low else "what"
    wh = "where" if low == "somewhere" or "place" in low else wh
    if match.start() == 0:
        return f"{wh}{before[match.end() :]}"
    head, rest = before[: match.start()].split(), before[match.end() :]
    verb = next((n for n, word in enumerate(head) if n and forms(word.lower())), 0)
    prep = f" {match['prep'].strip()}" if match["prep"] and wh != "where" else ""
    be = next((n for n, word in enumerate(head) if n and word in ("was", "is", "were")), 0)
    if be and not verb:
        return f"{wh} {head[be]} {' '.join(head[:be])}{rest}"
    base = next((one.base for one in forms(head[verb].lower())), "") if verb else ""
    if not base:
        return ""
    return " ".join(f"{wh} did {' '.join(head[:verb])} {base} {' '.join(head[verb + 1 :])}{rest}{prep}".split())  # fmt: skip


def _sought(before: str, asked: str) -> str:
    """Ask where that is which somebody says to need."""
    match = _SEEKS.search(before)
    if match and _LIVES.search(asked) and not _NAMED.search(asked):
        return f"Where does {match['x']} live"
    if match is None or _STANDS.search(before) or not (_WHERE.search(asked) or "look" in asked):
        return ""
    return "" if _NAMED.search(asked) else f"Where is {match['x']}"


def _way(before: str, asked: str) -> str:
    stands = _STANDS.search(before)
    if stands is None or not _WAY.search(asked):
        return ""
    goal = _GOAL.search(asked)
    end = stands["b"] or (goal["b"] if goal else "")
    return f"how do I get from {stands['a']} to {end}" if end else ""


def _when(before: str, asked: str) -> str:
    clause = _RECALLS.sub("", before)
    if " " in clause and (match := _THAN.search(asked)):
        return f"{asked[: match.start()]}{match['side']} {clause}{asked[match.end() :]}"
    if not clause.startswith("I ") and (match := _THEN.search(asked)):
        return f"{asked[: match.start()]} when {clause}{asked[match.end() :]}"
    return ""


def _order(before: str, asked: str) -> str:
    """Ask whether an order is right, or which of two came first."""
    first = re.search(r"\b(?:first|earlier|sooner|last|later)\b", asked) and not _NAMED.search(
        asked
    )
    if not first and _RIGHT.fullmatch(asked):
        return f"{_DOUBTS.sub('', before)}, is that right"
    mark = ":" if first else ""
    return f"{before}{mark} {lower_first(asked)}" if mark else ""


def _earlier(before: str, asked: str) -> str:
    match = _IN_NOW.match(before)
    if match is None or not _WHERE.search(asked) or not _BEFORE.search(asked):
        return ""
    return f"where was {lower_first(match['x'])} before {match['p']}"


def _days(before: str, asked: str) -> str:
    match = _DAYS.search(asked)
    things = re.findall(r"\b[Tt]he [a-z]+\b", f"{before}, {asked}")
    if match is None or len(things) != 2:
        return ""
    one, other = (f"t{thing[1:]}" for thing in things)
    return f"how many {match['u'] or 'day'}s were there between {one} and {other}"


def _compared(before: str, asked: str) -> str:
    pair = _PAIR.search(before)
    if pair is None or not _DEGREE.search(asked) or _NAMED.search(asked):
        return ""
    return f"{asked}, {pair['a']} or {pair['b']}"


def _named(before: str, asked: str) -> str:
    """Write in the place of a pronoun the only one who was named."""
    found = {one[0] for one in re.finditer(_X, before) if one[0].lower() not in ("i", "the")}
    if len(found) != 1 or not _HE.search(asked):
        return ""
    return _HE.sub(found.pop(), asked, count=1)


_FOLDS = (_gap, _way, _earlier, _days, _sought, _when, _order, _compared, _named)

__all__ = ["together"]
