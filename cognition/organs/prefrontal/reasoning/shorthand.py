"""What is typed or said short, written out: "btw", "rn", "ain't", "where'd Mia go".

The short forms of chat and of dialect stand for words that are read elsewhere, or for none at all;
only what cannot be another word of everyday talk is taken for one.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.verbs import forms
from cognition.organs.prefrontal.words import upper_first
from cognition.regex import regex

# said with a sentence, before it or after it, and adding nothing to it
_CHAT = "btw omg tbh ngl imo imho fyi ugh lol lmao rofl smh yo yeah yea yep yup ya hun tho fr ikr ofc obvs innit y'know".split()
_NOW = "rn atm".split()
_FRONT = frozenset((*_CHAT, "nope", "nah", "pls", "plz")) - {"tho"}
_BACK = frozenset((*_CHAT, *_NOW, ":)", ":-)", ";)", ":d", ":(", "xd", "pls", "plz")) - {
    "yeah",
    "yea",
    "yep",
    "yup",
    "ya",
}
_SHORT = {
    "u": "you",
    "cuz": "because",
    "coz": "because",
    "dob": "date of birth",
    "d.o.b": "date of birth",
    "yrs": "years",
    "b4": "before",
    "1st": "first",
    "thats": "that's",
    "whats": "what's",
    "whos": "who's",
}
_LONG = regex(r"(?<=[a-z])([aeouy])\1{2,}(?=\b)")  # "sooo"
_FEW = regex(r"(?<=[a-z]) (?:r (?=living |related |in |the )|n (?=then |(?-i:[A-Z])))")
_WORD = regex(r"(?<![\w'])(?:" + "|".join(map(re.escape, _SHORT)) + r")(?![\w'])", re.IGNORECASE)
_MARKED = regex(r"(?:!+\?|\?[!?])[!?]*\Z")
_AINT = regex(r"\b(?P<who>I )?ain't(?P<has> (?:got|been|gone|had|left|seen)\b)?", re.IGNORECASE)
_NO_MORE = regex(r"(?<=\w) no more(?=\W*\Z)", re.IGNORECASE)
_NEGATED = regex(r"\b(?:not|never)\b|n't\b", re.IGNORECASE)
_X = r"(?:the |my |that |this )?(?!(?:you|we|they|he|she|it|I|have|has|be)\b)[\w-]+(?:'s [\w-]+)?"
_DID = regex(
    rf"\b(?P<w>where|who|whom|what|when|how)'d (?P<x>(?:(?:you|we|they|he|she|it|I)\b|{_X}))(?P<r> (?:ever |just |really |even )?(?P<v>[a-z]+))",
    re.IGNORECASE,
)
_DOES = regex(rf"\b(?P<w>where|what|who|when|how)'s (?P<x>{_X}) (?P<v>[a-z]+)(?=\W*\Z)", re.IGNORECASE)  # fmt: skip
# "what colour's Mia", "how old's Tom", "which one's taller"
_IS = regex(
    r"(?P<w>\b(?:(?:what|which) (?-i:[a-z]+)|how (?-i:[a-z]+)))'s (?=(?-i:[A-Z])|the |my |(?<=one's )(?:the )?(?:more |less |\w+er\b))",
    re.IGNORECASE,
)


def spelled(text: str, asked: bool = False) -> str:
    """Write out what stands short in a sentence.

    >>> spelled("btw Mia ain't in the hall no more lol.")
    "Mia isn't in the hall any more."
    >>> spelled("Where'd Mia go?", asked=True), spelled("What colour's Rex?", asked=True)
    ('Where did Mia go?', 'What colour is Rex?')
    """
    text = _MARKED.sub("?", _unchatty(text))
    if any(one in text for one in ("ooo", "aaa", "eee", "uuu")):
        text = _LONG.sub(r"\1", text)
    if " r " in text or " n " in text:
        text = _FEW.sub(lambda few: " are " if few[0] == " r " else " and ", text)
    text = _WORD.sub(lambda short: _SHORT[short[0].lower()], text)
    if "'" not in text:
        return text
    if "ain't" in text.lower():
        text = _AINT.sub(_negated, text)
    if " no more" in text and _NEGATED.search(text):
        text = _NO_MORE.sub(" any more", text)
    if not asked:
        return text
    return _IS.sub(r"\g<w> is ", _DOES.sub(_does, _DID.sub(_did, text)))


def _unchatty(text: str) -> str:
    """Take off the words of chat before and after a sentence, with the comma that sets them off."""
    words = text.split()
    first, last = 0, len(words)
    while last - first > 2 and words[first].lower().strip(",.!…") in _FRONT:
        first += 1
    end = text[len(text.rstrip(" .!?…")) :].strip() if last else ""
    while last - first > 2 and words[last - 1].lower().strip(",.!?…") in _BACK:
        last -= 1
    if (first, last) == (0, len(words)):
        return text
    kept = " ".join(words[first:last])
    if last < len(words):
        kept = f"{kept.rstrip(' ,')}{end if kept[-1] not in '.!?' else ''}"
    return upper_first(kept) if first else kept


def _negated(match: re.Match[str]) -> str:
    if match["who"]:
        return f"I {'have' if match['has'] else 'am'} not{match['has'] or ''}"
    return f"{'hasn' if match['has'] else 'isn'}'t{match['has'] or ''}"


def _did(match: re.Match[str]) -> str:
    """Say whether 'd is short for did, had or would by the verb that follows who did."""
    verb = match["v"].lower()
    kinds = {one.kind for one in forms(verb)}
    how = match["w"].lower() == "how" and match["x"].lower() in ("i", "you", "we", "one")
    if verb == "be" or how:
        aux = "would"
    else:
        aux = "had" if verb == "been" or ("part" in kinds and "base" not in kinds) else "did"
    return f"{match['w']} {aux} {match['x']}{match['r']}"


def _does(match: re.Match[str]) -> str:
    kinds = {one.kind for one in forms(match["v"].lower())}
    if "base" not in kinds or "part" in kinds:
        return match[0]
    return f"{match['w']} does {match['x']} {match['v']}"


__all__ = ["spelled"]
