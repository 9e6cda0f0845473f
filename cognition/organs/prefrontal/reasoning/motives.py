"""What was done, without why: "Mia wanted the ball, so Mia took it" says that Mia took the ball.

A motive comes before its deed and names what the deed leaves to a pronoun. It says nothing of what
became so; whoever wanted a ball does not have it yet.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.regex import regex

_CUE = regex(r", (?:and )?(?:so|therefore|hence|which is why|that's why|that is why)\b|\band\b|,")
_WHO = r"(?P<who>(?-i:[A-Z])[\w-]+|I)"
_HELD = r"(?:hold|carry|keep|have|get|take|lug|hav|tak|keep|own|us|bear|haul|drag|tot|grab|fetch)(?:s|e|y|ing|ging|ying|ping|ting)?"
_WISH = (
    r"(?:want(?:ed)?|need(?:ed)?|like[ds]?|lik|fanc(?:y|ied)|require[ds]?|desire[ds]?|miss(?:ed)?|love[ds]?|prefer(?:red)?|ha[ds] (?:an? |no |any |some |little )?(?:need|use|wish|desire|interest)|have (?:any |a )?(?:need|use|wish|interest)|long(?:ed)?|wish(?:ed)?|care[ds]?|feel|felt|"
    r"(?:(?:got|was|were|grew|became|had grown|had become|had got|getting|is|felt) )?(?:too |so |very |quite |rather |really )?(?:tired|weary|sick|bored|fed up|keen|eager|interested|fond|after|looking|finished|done|happy|through)|(?:had|has) (?:had )?enough)"
)
_LINK = r"(?: (?:of|with|for|on|in|to|like|up|a|go|out|back))*"
_MORE = r"(?: (?:any|around|about|more|further|longer|anymore|all|day|the|time|very|much|badly|back|too|now|at|for|a|while|along|moment|once|so|himself|herself|again|yet|right|then|today|there|with|just|anyway|currently|present))*"
_DEED = regex(
    rf"\A(?P<lead>(?:because|since|as) )?{_WHO} (?:(?:just|really|also|simply|did|does|do|not|didn't|doesn't|no|longer|never|no longer|always|wasn't|isn't|was|had|hadn't|quite|still|then|badly) )*{_WISH}{_LINK}(?: {_HELD}{_LINK})?"
    rf" (?P<x>(?:the|my|our) [\w-]+?(?: (?!and\b|so\b|any|around|right|just|currently|very|badly|back|too|now|at\b|for\b|a\b|all\b|along)[\w-]+)?){_MORE}"
    r"(?P<join>(?:,|;)? (?:and )?(?:so|therefore|hence|which is why|that's why|that is why)|,? and(?: then| finally)?|,)(?: then| finally| at last| in the end)? (?P<deed>.+)\Z",
    re.IGNORECASE,
)
_PRONOUN = regex(r"\b(?:it|that one|this one|them)\b", re.IGNORECASE)
# whom somebody else gave it to, or got it from, is who wanted it
_TO_THEM = regex(
    r"(?P<to>\b(?:to|from|for|gave|handed|passed|lent|sent|brought|let) )(?:him|her|them)\b(?! \w+'s)",
    re.IGNORECASE,
)
# how it is with somebody, with no fact in it, and what was done for that: "Mia had plenty, so 2
# books went to Tom"; a deed without a number is read as it stands
_STATE = regex(
    rf"\A{_WHO} (?:(?:already|just|really|also|still|always) )*(?:ha[ds]|was|is|felt|feels|got|did not|didn't|does not|doesn't|could not|couldn't|wanted|needed)(?: (?!(?:the|my|our|an?(?! lot| few| bit)|his|her|their|in|at|to|from)\b)(?-i:[a-z]+)){{1,6}},? (?:and )?(?:so|that's why|that is why|which is why|therefore)(?: then)? (?P<deed>(?=[^,;]*\b(?:to|from|gave|handed|passed|lent|sent|brought|got|received|took|bought|sold|lost|ate|let|threw)\b)(?=[^,;]*\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) )(?:(?-i:[A-Z])[\w-]+|he|she|they|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!'s) [a-z][^,;]*)\Z",
    re.IGNORECASE,
)
_HE = regex(r"\A(?:he|she|they)\b ", re.IGNORECASE)
# why in a clause of its own, of nobody's doing: "it was Mia's birthday, so"
_OCCASION = regex(
    r"\A(?:(?:it|this|that|there|today|yesterday) (?:was|is|were)|(?:as|since|because) (?:it|there|today) (?:was|is)|for) [^,.]*?\b(?:birthday|anniversary|wedding|graduation|christmas|easter|holiday|party|celebration|day|rain\w*|cold|hot|late|early|time|sale|market|present)\b[^,.]*?,? (?:and )?(?:so |that's why |that is why |therefore |which is why )?(?=(?P<deed>(?-i:[A-Z])[\w-]+ [a-z]))",
    re.IGNORECASE,
)


def done(sentence: str) -> str:
    """Give what a sentence says was done, where it first says why.

    >>> done("Mia wanted the ball, so she took it.")
    'Mia took the ball.'
    >>> done("Mia got tired of holding the ball and put it down.")
    'Mia put the ball down.'
    >>> done("Tom had plenty, so Mia got 3 books from him.")
    'Mia got 3 books from Tom.'
    >>> done("It was Tom's birthday, so Mia gave Tom 3 books.")
    'Mia gave Tom 3 books.'
    """
    if not _CUE.search(sentence):
        return sentence
    text = sentence.replace("’", "'")
    if match := _OCCASION.match(text):
        return text[match.start("deed") :] if ", " in match[0] else sentence
    if match := _STATE.match(text):
        deed = _HE.sub(f"{match['who']} ", match["deed"])
        own = deed.startswith(f"{match['who']} ")
        return deed if own else _TO_THEM.sub(rf"\g<to>{match['who']}", deed)
    match = _DEED.match(text)
    if match is None or (match["join"] == "," and not match["lead"]):
        return sentence
    deed = _PRONOUN.sub(match["x"], _HE.sub(f"{match['who']} ", match["deed"]), count=1)
    if (first := deed.split()[0])[0].isupper() and first != match["who"]:
        deed = _TO_THEM.sub(rf"\g<to>{match['who']}", deed)
    deed = re.sub(r"(?<![^ ])(?:just|simply|then|finally|quickly|promptly|therefore|has|have) (?=[a-z])", "", deed, count=2)  # fmt: skip
    first = deed.split()[0]
    if "so" not in match["join"] and first[0].isupper() and first != match["who"]:
        return sentence
    if any(one.kind in ("past", "s") for one in forms(first.lower())):
        return f"{match['who']} {deed}"
    return deed if first[0].isupper() else sentence


__all__ = ["done"]
