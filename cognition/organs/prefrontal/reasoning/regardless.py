"""What is so whatever the condition it comes with: "if you need the ball, it's in the box".

Such a condition says when the statement is of use, not when it is true (relevance conditionals:
Austin 1961); so does one that only says how one comes to see it ("if you compare the two").
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.words import lower_first, upper_first
from cognition.regex import regex

_X = r"(?P<x>(?:the|my|our|your) (?!two\b|way\b|truth\b|map\b)[a-z-]+(?: (?!is\b|in\b|it\b|just\b|now\b|again\b)[a-z-]+)??|(?-i:[A-Z])[a-z][\w-]*)"
_Y = r"(?P<y>(?:the|my|our) [a-z-]+)"
_ONE = r"(?:you|we|one|anyone|anybody|somebody|someone|I)"
_SEEKING = (
    r"(?:need|want|wish|look(?:ing)?(?: around)? for|search(?:ing)? for|ask(?:ing)? (?:about|for|where|after)|wonder(?:ing)? (?:about|where)"
    r"|miss(?:ing)?|require|seek(?:ing)?|fancy|hunt(?:ing)? for|after|to (?:find|use|have|get|see|borrow|fetch|meet)|use|find|get|see|visit|meet|have|borrow|fetch|grab|reach|speak (?:to|with)|talk to)"
)
_WISH = rf"(?:(?:if |when |whenever |in case |should |any ?time )(?:{_ONE}(?: |(?=')))?|you(?: |(?=')))(?:(?:'re|are|am|is|'d|would|ever|should|happen to|do|might|must|will|can't|cannot|still) )*{_SEEKING}(?: to (?:have|use|find|get|see|borrow|fetch|meet|speak to|talk to))?"
_LOOK = r"(?:(?:just|simply|always|you (?:should|can|could|must|need to|have to|only need to|only have to|may|might|will)|then|please|why not|make sure to|the place to|it's best to|best) )*(?:have a look|take a look|look|search|check|try|go|open|see|peek|reach|head|turn|come|walk|feel)(?: (?:in|into|inside|to|over|round|around|at|through|for (?:it|him|her)|first))*"
_THERE = r"(?:(?:it|that|he|she|you|they)(?:'s|'ll|'re| is| will| can| should| lies| sits| are| may| could| would| must)* ?(?:(?:be|likely|always|usually|kept|stored|lying|found|find|see|get|have|look|meet|it|him|her|them|right|over|there|now|back|just|sure to|bound to|certain to|waiting) )*(?:in|inside|at) |(?:it|he|she) (?:lies|sits|lives|waits|stands|hangs|stays|rests) (?:in|inside) )"
_LED = regex(
    rf"\A{_WISH} {_X}(?: (?:is|again|ever|now|today|at any time|some ?day|at some point))?(?:,| -| –|:|;) ?(?:then )?(?:{_THERE}|{_LOOK} |in |inside ){_Y}\b(?:[,;:.]| -)?(?: (?:that is|that's|it is|it's|because|since|as|for|and|is where|is the place|there|now|right now|these days|instead|first).*)?\W*\Z",
    re.IGNORECASE,
)
_IS_WHERE = regex(
    rf"\A{_WISH} {_X}(?: is)?, {_Y} is (?:where|the place|the room|the spot)\b.*\Z", re.IGNORECASE
)
# "anyone who wants the ball can get it from the box"
_ANYONE = regex(
    rf"\A(?:anyone|anybody|whoever|everyone|everybody|those|people|someone|a person|you)(?: (?:who|that))?(?: (?:ever|is|are|'s|might|may|should|happens to|wishes to|would))* (?:wants?|needs?|seeks?|requires?|misses|(?:looks?|looking|searches|searching|asks?|asking) for|wondering (?:about|where)|(?:wants?|needs?|wishes|like|likes)(?: to)? (?:have|use|find|get|see|take|borrow|fetch|meet)) {_X}(?: is)?,? "
    rf"(?:(?:can|should|will|may|must|could|just|only|simply|always|has to|have to|needs to|need to|ought to|easily|is sure to|'ll) )*(?:get|take|find|fetch|look|collect|see|pick|grab|search|check|go|try|have)(?: (?:it|him|her|them|up|there|for))* (?:(?:from|in|inside|at|out of|to|into) )?{_Y}\b(?:,.*|\W*)\Z",
    re.IGNORECASE,
)
_ENDED = regex(
    rf"\A(?:{_THERE}|{_LOOK} ){_Y},? (?:(?:if|when|whenever|in case|should) (?:{_ONE}(?: |(?=')))?(?:(?:are|'re|ever|should|happen to|do|is) )*{_SEEKING}|for|to (?:find|get|fetch|see|meet))(?: to (?:have|use|find|get|see|borrow|fetch))? {_X}(?: (?:is|again|ever|now))?\W*\Z",
    re.IGNORECASE,
)
_OFFERED = regex(
    rf"(?:\A|(?<=[.!] ))(?:(?:are|do|did|have)? ?(?:you|anyone|anybody) )?(?P<how>(?:looking|searching|hunting) for|need|want|seeking|missing|wondering (?:about|where)|lost) {_X}(?: is)?\? +(?=(?:it|that|you|try|look|check|go|search|open|just|he|she|see|then|have a)\b)",
    re.IGNORECASE,
)
# how one comes to see it, of nobody and nothing in particular: "if you compare the two"
SEEING = (
    r"(?:if|when|whenever|once|as) (?:you|we|one|people|anyone|I|they)(?: |(?='))(?:(?:'re|'m|'d|ever|just|actually|really|do|were to|had to|have to|can|could|properly) )*"
    r"(?:compare|weigh|measure|look|see|check|ask|think|put|place|set|stand|judge|hold|try|count|consider|test|time|race|know|remember|recall|get|take|study|inspect|mind|may|am|are|will|like|want|prefer|believe|must|come to think|'m|'re)(?:s|ed|d)?"
    r"(?: (?:the|these|those|their|both|two|them|all|everyone|everybody|of|it|us|me|that|this|at|about|up|closely|carefully|correctly|rightly|right|well|to|with|each|other|another|one|next|side|by|back|together|properly|heights?|ages?|weights?|speeds?|so|say|know|so myself|picture|drawing|map|my|honest|not|mistaken|wrong|asking|against|in|a|row|line|pair|calendar|diary|dates?|records|papers|notes|list|timetable|schedule|books?|figures|scales|numbers|people|persons|men|women|here|there|now|on|exact|closer|precise|it's|is|out))*"
)
_SEEN_FIRST = regex(
    rf"\A{SEEING}, (?=(?-i:[A-Z])|the |my |our |it |you )(?!{_LOOK} )", re.IGNORECASE
)
_SEEN_LAST = regex(rf",? {SEEING}(?P<end>\W*\Z)|, {SEEING}(?:, | ?(?=\)))", re.IGNORECASE)

# who is in a town is in its country: "if you're ever in Lyon, you're in France"
_IN_LAND = regex(
    rf"\A(?:(?:if|when|whenever|once|should) {_ONE}(?:'re|'s| are| is| am| be| ever| go| goes| travel| get| come| visit| happen| find| yourself| arrive| went| were| find yourself| live| end up)*(?: in| to)?|(?:(?:anyone|anybody|everyone|everybody|a person|people|those|whoever)(?: who| that)?(?: is| are| lives?| goes?)? (?:in|to)|being in|going to|a (?:visit|trip) to)) (?P<t>(?-i:[A-Z])[\w-]+),? (?:well,? |then |now |so )*(?:(?:{_ONE}(?:'re|'ll be| are| will be| would be)?|that|it|which|that means you)(?:'s| is| are)?|is|are|lives?|means being)(?: also| already| of course| actually)? in (?P<l>(?-i:[A-Z])[\w-]+)\W*\Z",
    re.IGNORECASE,
)
_VISITED = regex(
    rf"\A(?:(?:if|when|whenever) {_ONE}(?:'d| would| ever| want| wants| like| wish| have| need| plan| go| to| are going)* (?:visit|see|find|meet|write to|call on|drop in on|look for)|to (?:visit|see|find|meet)) (?P<x>(?-i:[A-Z])[\w-]+)(?: at home)?,? (?:{_ONE} )?(?:(?:have|need|must|should|will|'ll|can|'ll have|ought|just) )*(?:to )?(?:go|travel|come|drive|fly|head|look|take (?:a|the) (?:train|bus|plane))(?: over| down| up)? (?:to|in) (?P<t>(?-i:[A-Z])[\w-]+)(?:,|;| -| –)? (?:(?:because|as|since|for) )?(?:(?:that|it|this)(?:'s| is) where )?(?:he|she|they|(?P=x))(?:'s| is)?(?: now| still)? (?:lives?|living|resides?|based|at home)\b[^,]*\Z",
    re.IGNORECASE,
)


def regardless(sentence: str) -> str:
    """Give what a sentence says to be so whatever its condition.

    >>> regardless("If you need the ball, it's in the box."), regardless("Try the box for the ball.")
    ('The ball is in the box.', 'The ball is in the box.')
    >>> regardless("If you compare the two, Mia is taller than Tom.")
    'Mia is taller than Tom.'
    """
    low = sentence.lower()
    if (match := _IN_LAND.match(sentence)) is not None:
        return f"{match['t']} is in {match['l']}."
    if (match := _VISITED.match(sentence)) is not None:
        return f"{match['x']} lives in {match['t']}."
    if (
        match := _LED.match(sentence)
        or _IS_WHERE.match(sentence)
        or _ENDED.match(sentence)
        or _ANYONE.match(sentence)
    ):
        x = re.sub(r"\Ayour ", "the ", match["x"], flags=re.IGNORECASE)
        return f"{upper_first(x)} is in {lower_first(match['y'])}."
    if not any(one in low for one in ("if ", "when", "once ", "as ")):
        return sentence
    bare = _SEEN_FIRST.sub("", sentence)
    if bare == sentence:
        bare = _SEEN_LAST.sub(lambda match: match["end"] or " ", sentence)
    return f"{bare[:1].upper()}{bare[1:]}" if bare != sentence else sentence


def offered(text: str) -> str:
    """Put what is asked only to say where something is as a condition.

    >>> offered("You need the ball? It's in the box.")
    "If you need the ball, it's in the box."
    """
    if "?" not in text:
        return text
    match = _OFFERED.search(text)
    if match is None:
        return text
    rest = text[match.end() :]
    how = match["how"].lower()
    be = "are " if how.endswith("for") or how in ("seeking", "missing") else ""
    verb = "need" if how.startswith(("wonder", "lost")) else f"{be}{how}"
    return f"{text[: match.start()]}If you {verb} {match['x']}, {lower_first(rest)}"


__all__ = ["SEEING", "offered", "regardless"]
