"""The words for more and less: which dimension each compares, and in which direction."""

from __future__ import annotations

import re

_DIMENSIONS = {
    "length": ("tall long high deep wide", "short low shallow narrow"),
    "age": ("old", "young"),
    "size": ("big large great", "small little tiny"),
    "weight": ("heavy", "light"),
    "speed": ("fast quick", "slow"),
    "strength": ("strong", "weak"),
    "warmth": ("warm hot", "cold cool"),
    "wealth": ("rich wealthy", "poor"),
    "price": ("expensive dear", "cheap"),
    "brightness": ("bright", "dark"),
    "cleverness": ("clever smart", "dumb"),
}
_KNOWN = {
    word: (dimension, sign)
    for dimension, (more, less) in _DIMENSIONS.items()
    for sign, words in ((1, more), (-1, less))
    for word in words.split()
}
_IRREGULAR = {"better": "good", "worse": "bad", "best": "good", "worst": "bad", "farther": "far"}


def dimension(word: str) -> tuple[str, int]:
    """Give what a word compares, and 1 where it means more of that, -1 where less.

    >>> dimension("taller"), dimension("youngest"), dimension("less popular"), dimension("happier")
    (('length', 1), ('age', -1), ('popular', -1), ('happy', 1))
    """
    low = word.lower().strip()
    for lead, sign in (("more ", 1), ("most ", 1), ("less ", -1), ("least ", -1)):
        if low.startswith(lead):
            name, own = dimension(low[len(lead) :])
            return name, own * sign
    if low == "bad" or _IRREGULAR.get(low) == "bad":
        return "good", -1
    base = _IRREGULAR.get(low) or _base(low)
    return _KNOWN.get(base, (base, 1))


def words_of(word: str) -> str:
    """Give the words in which what a word compares may have been told.

    >>> words_of("heaviest")
    'heavy heavier light lighter'
    """
    name, _ = dimension(word)
    pair = _DIMENSIONS.get(name)
    bases = " ".join(pair).split() if pair else [name]
    return " ".join(form for base in bases for form in (base, _comparative(base)))


def _comparative(base: str) -> str:
    if base.endswith("e"):
        return f"{base}r"
    if base.endswith("y"):
        return f"{base[:-1]}ier"
    return f"{base}{base[-1]}er" if base in ("big", "hot") else f"{base}er"


def _base(word: str) -> str:
    stripped = re.sub(r"(?:er|est)\Z", "", word)
    if stripped == word or len(stripped) < 3:
        return word
    for one in (word, stripped, f"{stripped}e", stripped[:-1]):
        if one in _KNOWN:
            return one
    if stripped.endswith("i"):
        return f"{stripped[:-1]}y"
    return stripped[:-1] if stripped[-1] == stripped[-2] and stripped[-1] not in "lsz" else stripped
