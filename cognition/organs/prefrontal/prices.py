"""What something cost: of the numbers in a sentence the one that is money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cognition.organs.prefrontal.evidence import Evidence, follows
from cognition.regex import regex

_ENOUGH = 0.5  # strength from which a telling is of the thing itself
_POINTS = regex(r"\b(?:one|it|that|them|those|these|both)\b", re.IGNORECASE)
_ASKS_PAID = regex(
    r"\bwhat (?:did|does|do|was|is|will|would) (?:[\w' -]+? (?:cost|pay (?:for|to)|paid for)\b"
    r"|the price)|\bhow much (?:was|were|is|are) (?:the|my|our|that|his|her) [\w' -]+\W*\Z"
    r"|\bhow much (?:did|does|do|would|will|could|might|is) [\w' -]+ (?:cost|pay|spend|costing)\b"
    r"|\bhow much (?:would|will) [\w' -]+ (?:be|set (?:me|us) back)\b",
    re.IGNORECASE,
)
_ASKS = regex(
    r"\bhow much (?:did|does|do|was|is|were|are|has|have|would|will|could|might)\b"
    r"(?! .*\b(?:weigh|weight|lost|lose)\b)"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_MONEY = regex(
    rf"[£$€¥] ?\d[\d,.]*(?:k\b)?|\b(?:\d[\d,.]*|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}|a|a few)"
    r"(?: hundred| thousand| grand)? ?"
    r"(?:quid|bucks|pounds?|euros?|dollars?|pence|cents?|fiver|tenner|grand|kroner|rupees|yen)\b"
)


def price(question: str, sentence: str) -> str:
    """Give what a sentence says that something cost; empty where that is not asked or not said.

    >>> price("how much did it cost?", "a wetsuit in two parts, thirty quid")
    'thirty quid'
    """
    found = _MONEY.search(sentence.lower()) if _ASKS.search(question.lower()) else None
    return sentence[slice(*found.span())] if found else ""


def asks_price(question: str) -> bool:
    """Tell whether it is asked in so many words what was paid.

    >>> asks_price("What did we pay for the violin?"), asks_price("What did I pay attention to?")
    (True, False)
    """
    return _ASKS_PAID.search(question) is not None


def paid(evidence: Sequence[Evidence]) -> tuple[str, Evidence] | None:
    """Give what was paid, by the telling of the thing, or by what was said of it right after.

    "We got her a second-hand one for 60 pounds" names the thing only by pointing back to it.
    """
    top = evidence[0]
    for one in evidence:
        said = one.recollection
        found = _MONEY.search(said.text.lower())
        goes_on = one is not top and follows(said, top.recollection) and _POINTS.search(said.text)
        if found and (one.strength >= _ENOUGH or goes_on):
            return said.text[slice(*found.span())], one
    return None


__all__ = ["asks_price", "paid", "price"]
