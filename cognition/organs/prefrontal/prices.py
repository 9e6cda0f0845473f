"""What something cost: of the numbers in a sentence the one that is money."""

from __future__ import annotations

from cognition.regex import regex

_ASKS = regex(
    r"\bhow much (?:did|does|do|was|is|were|are|has|have)\b(?! .*\b(?:weigh|weight|lost|lose)\b)"
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


__all__ = ["price"]
