"""Numbers in words and figures."""

from __future__ import annotations

import re

_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_VALUES = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{"a": 1, "an": 1, "no": 0, "twice": 2, "a couple of": 2, "a dozen": 12, "half a dozen": 6},
}
NUMBERS = (*_ONES[1:], *_TENS, "dozen", "couple")
WORDED = (
    rf"(?:\d+|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(_ONES[::-1])}|half a dozen|a dozen|a couple of|an?|no)"
)


def number(text: str) -> int | None:
    """Read a number, None if it is none.

    >>> number("12"), number("twenty-one"), number("several")
    (12, 21, None)
    """
    low = text.strip().lower()
    if low.isdigit():
        return int(low)
    if low in _VALUES:
        return _VALUES[low]
    tens, dash, ones = low.partition("-")
    if dash and tens in _TENS and ones in _ONES[1:10]:
        return _VALUES[tens] + _VALUES[ones]
    return None
