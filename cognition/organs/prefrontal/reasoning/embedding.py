"""A question out of the clause that embeds it: "where Mia is" as "where is Mia"."""

from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

_AUX = "is|are|was|were|am|has|had|have|will|would|can|could|should|might"
# what goes with the question word: "how old", "which town", "in what colour", "how many apples"
_ASKS = (
    r"(?:(?:in|on|at|to|from|by|of|for|with) )?(?:where|when|whom?|what|which|how)"
    rf"(?:(?: exactly)?(?: (?!(?:{_AUX}|do|does|did|the|my|our|your|an?|his|her|their|that)\b)"
    r"[a-z]+(?<! of)(?<! after)(?<! before)(?<! between)(?!')){1,3})?"
)
_SUPPOSED = regex(
    rf"\A(?P<ask>{_ASKS}) (?:do|did|would|could) (?:you|one|we|I) "
    r"(?:think|say|believe|reckon|suppose|guess|expect|imagine|know)(?: that)? (?P<rest>.+)\Z",
    re.IGNORECASE,
)
_EMBEDDED = regex(
    rf"\A(?P<ask>(?-i:{_ASKS.replace('where|', '[wW]here|')})) "
    rf"(?P<who>(?-i:(?:(?:the|my|our|your|his|her|their) )(?:[\w-]+'s )?[\w-]+"
    rf"(?: (?:and|or) (?:(?:the|my) )?[\w-]+)?"
    rf"|(?:[A-Z][\w-]*|I|you|we|they|he|she|it)(?:'s [\w-]+(?: (?!(?:{_AUX})\b)[\w-]+)?)?"
    rf"(?: and (?:[A-Z][\w-]*|I))?)) (?P<verb>[\w-]+)(?P<rest>(?: .*)?)\Z"
)


def disembedded(text: str) -> str:
    """Put the verb before the subject again where a question stands as a clause.

    >>> disembedded("when the funeral took place"), disembedded("what Mia has left")
    ('when did the funeral take place', 'what does Mia have left')
    >>> disembedded("where do you think Mia is"), disembedded("who is Mia to Tom")
    ('where is Mia', 'who is Mia to Tom')
    """
    if match := _SUPPOSED.match(text):
        text = f"{match['ask']} {match['rest']}"
    match = _EMBEDDED.match(text)
    if match is None:
        return text
    ask, who, verb, rest = match["ask"], match["who"], match["verb"].lower(), match["rest"]
    after = rest.split()[0].lower() if rest else ""
    has = verb in ("has", "have", "had")
    if re.fullmatch(_AUX, verb) and not (has and not _participle(after)):
        return f"{ask} {verb} {who}{rest}"
    found = forms(verb)
    several = " and " in who or who.lower() in ("i", "you", "we", "they")
    kinds = ("past", "base") if several else ("past", "s")
    base = next((form.base for form in found if form.kind in kinds), "")
    if not base:
        return text
    past = any(form.kind == "past" for form in found)
    return f"{ask} {'did' if past else 'do' if several else 'does'} {who} {base}{rest}"


def _participle(word: str) -> bool:
    return word == "been" or (word != "left" and any(one.kind == "part" for one in forms(word)))


__all__ = ["disembedded"]
