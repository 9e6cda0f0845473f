"""The contractions of English, and what they stand for: one table for all who read sentences."""

from __future__ import annotations

import re

from cognition.regex import regex

_AUXILIARIES = [
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "were",
    "have",
    "has",
    "had",
    "would",
    "could",
    "should",
    "might",
    "must",
    "need",
    "ought",
    "dare",
]
_SUBJECTS = ["i", "you", "he", "she", "it", "we", "they", "that", "there", "this", "who"]
_BE = {"i": "am", "you": "are", "we": "are", "they": "are"}
_IS = [
    "he",
    "she",
    "it",
    "that",
    "there",
    "here",
    "what",
    "who",
    "where",
    "how",
    "this",
    "life",
    "nothing",
    "everything",
]

CONTRACTIONS: dict[str, str] = {
    **{f"{word}n't": f"{word} not" for word in _AUXILIARIES},
    # typed without the apostrophe, where that is no other word
    **{f"{word}nt": f"{word} not" for word in _AUXILIARIES if word not in ("ought", "dare")},
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "ain't": "am not",
    **{f"{who}'{'m' if who == 'i' else 're'}": f"{who} {be}" for who, be in _BE.items()},
    **{f"{who}'ve": f"{who} have" for who in ("i", "you", "we", "they")},
    **{f"{who}'ll": f"{who} will" for who in (*_SUBJECTS, "nobody", "what")},
    **{f"{who}'d": f"{who} would" for who in _SUBJECTS},
    **{f"{who}'s": f"{who} is" for who in _IS},
    "im": "i am",
    "ive": "i have",
    **{f"{who}ve": f"{who} have" for who in ("you", "we", "they")},
    "youre": "you are",
    "theyre": "they are",
    "let's": "let us",
    "gonna": "going to",
    "gunna": "going to",
    "wanna": "want to",
    "gotta": "have to",
}
# what may be one; the table says whether it is
_LIKELY = regex(
    r"\b(?:\w+'(?:t|m|re|ve|ll|d|s)|\w+nt|cannot|im|\w*ve|\w+re|g(?:on|un)na|wanna|gotta)\b(?!')",
    re.IGNORECASE,
)


def in_full(text: str) -> str:
    """Write the contractions of a text out; a capital at the start of one is kept.

    >>> in_full("I'm cold and it's late. Don’t go, we'll see.")
    'I am cold and it is late. Do not go, we will see.'
    """
    return _LIKELY.sub(_written, text.replace("’", "'").replace("‘", "'"))


def _written(match: re.Match[str]) -> str:
    full = CONTRACTIONS.get(match[0].lower())
    if full is None:
        return match[0]
    return full[0].upper() + full[1:] if match[0][0].isupper() else full


__all__ = ["CONTRACTIONS", "in_full"]
