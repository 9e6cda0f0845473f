"""The words for more and less: which dimension each compares, and in which direction."""

# word lists are read more easily unbroken
# ruff: noqa: SIM905
from __future__ import annotations

import re
from functools import lru_cache

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
# adjectives of people and things besides, that are compared by their ending
_OTHERS = frozenset(
    (
        "happy brave kind loud quiet thin fat skinny clean tidy lazy busy funny nice pretty "
        "ugly calm neat bald bold fit tough rough gentle hungry thirsty lucky friendly lovely "
        "healthy noisy sleepy silly grumpy polite proud rude shy sad mean keen lean plump "
        "chubby stout slim slender sturdy mighty nimble agile sharp soft hard steep broad "
        "thick dim blunt fair dirty messy sweet sour bitter salty fresh grand pale"
    ).split()
)
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


@lru_cache(maxsize=4096)
def is_degree(word: str) -> str:
    """Say whether a word compares: "D" taller, "B" tall, "M" tallest; empty for any other.

    >>> is_degree("taller"), is_degree("tall"), is_degree("youngest"), is_degree("mother")
    ('D', 'B', 'M', '')
    """
    if word in _KNOWN or word in _OTHERS:
        return (
            ""
            if word in ("great", "little", "like", "late", "early", "kind", "mean", "fair")
            else "B"
        )
    for ending, kind in (("er", "D"), ("est", "M")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = _base(word)
            return kind if base in _KNOWN or base in _OTHERS else ""
    return {"better": "D", "worse": "D", "best": "M", "worst": "M"}.get(word, "")


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
