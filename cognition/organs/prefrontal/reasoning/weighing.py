"""Which of two is said, or asked, to be the more: by the order of a few marks, not of the words.

A comparison has two names, a degree ("taller", "not as tall"), and little else that matters: what
is said to be, what is denied, what is set beside what. A sentence is written as the marks of these
alone, and the marks are matched; so that "of the two, Mia and Tom, the latter is the taller" and
"however tall Mia may be, Tom comes out taller" need no pattern of their own.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.degrees import dimension, is_degree
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.marking import Marked, compares, marked
from cognition.regex import regex

_HEARSAY = regex(
    r"\A(?:as )?(?:my|our|his|her|the|everyone|everybody|people|they|(?-i:[A-Z])\w+)(?: [a-z]+)? (?:always )?(?:says?|claims?|tells me|told me|thinks?|reckons?)(?: that)?,? (?=.*[,;:]? (?:and|which) (?:so it is|that is (?:so|true|right)|that's (?:so|true|right|correct)|it's true|it is(?: true)?|(?:he|she|they)(?:'s|'re| is| are) (?:quite |absolutely |perfectly )?(?:right|correct)|is (?:true|right|correct)|I (?:agree|can confirm(?: it| that)?))\W*\Z)",
    re.IGNORECASE,
)
_UNDOUBTED = regex(r"\A(?:nobody|no one)(?: (?:would|could|can|will|ever|here|really))* (?:doubts?|den(?:y|ies)|disputes?|questions?|contests?)(?: the fact| it)?(?: that)? ", re.IGNORECASE)  # fmt: skip
_SO_IT_IS = regex(r"[,;:]? (?:and|which) (?:so it is|that is (?:so|true|right)|that's (?:so|true|right|correct)|it's true|it is(?: true)?|(?:he|she|they)(?:'s|'re| is| are) (?:quite |absolutely |perfectly )?(?:right|correct)|is (?:true|right|correct)|I (?:agree|can confirm(?: it| that)?))\W*\Z", re.IGNORECASE)  # fmt: skip
_DOUBTED = regex(
    r"\b(?:maybe|perhaps|wish|imagine|hopes?|hoped|dreamt|dreamed|pretend|said|says|thinks|thought|claims|believes|doubts?|doubted|denies|denied|wonders?|suspects?|unlikely|wants?|wanted|if only|almost|(?<!not )(?<!n't )nearly|equally as|will be|used to be|would like|would love|might|could have|would have|soon|than (?:we|you|they|he|she|ever|before|usual|expected|last))\b|\?",
    re.IGNORECASE,
)


class Weighed(NamedTuple):
    """Who is said to be so, whom they are compared with, and how: Mia, Tom, "taller"."""

    more: str
    less: str
    degree: str


@lru_cache(maxsize=8192)
def weighed(text: str) -> tuple[Literal, ...]:
    """Read a comparison of two by its marks.

    >>> [tuple(one)[:4] for one in weighed("Of the two, Mia and Tom, the latter is the taller")]
    [('compared', 'Tom', 'Mia', ('taller',))]
    >>> [tuple(one)[:4] for one in weighed("However tall Mia may be, Tom is taller")]
    [('compared', 'Tom', 'Mia', ('taller',))]
    >>> weighed("Mia thought Tom was taller"), weighed("Mia met Tom, a teacher")
    ((), ())
    """
    if not compares(text):
        return ()
    text = _hearsay(text)
    if _DOUBTED.search(text):
        return ()
    seen = marked(text)
    found = _weighing(seen) if seen and len(seen.names) == 2 else None
    return (Literal("compared", found.more, found.less, (found.degree,)),) if found else ()


def _hearsay(text: str) -> str:
    """Take what somebody says and the teller confirms as said by the teller."""
    text = _UNDOUBTED.sub("", text, count=1) if text.startswith("No") else text
    bare = _HEARSAY.sub("", text, count=1) if " and " in text or " which " in text else text
    return _SO_IT_IS.sub("", bare) if bare != text else text


def _forms(x: str, y: str) -> tuple[tuple[str, str, int], ...]:
    """Give marks by which x is the more, or the less: with which degree, and with which sign."""
    return (
        (rf"{x},?q?i*DT{y}", "D", 1),  # Mia is taller than Tom
        (rf"{x},?q?i*D,?C,?{y}", "D", 1),
        (rf"{x},?C{y},?i?D(?!T)", "D", 1),
        (rf"C{y},?v?i?{x},?q?i?D(?!T)|(?<!n)i{x}DC{y}", "D", 1),  # compared to Tom, Mia is taller
        (rf"(?<!n)DT{y},?v?i{x}(?!i)", "D", 1),  # taller than Tom is Mia
        (rf"(?<!n){x}(?:iB,?v?)?i?nS?S?BS+{y}", "B", -1),  # Mia is not as tall as Tom
        (rf"ni?{x}i?S?BS+{y}", "B", -1),
        # Mia is the taller
        (rf"(?<![nC]){x}(?:(?:iq)?,?q?i+|,?q)?D(?![TC]|,*[CT][ab]|i[ab])", "D", 1),
        (rf"n{x},?q?i?D(?!T)|(?<!n){x}i?nD(?!T)", "D", -1),  # it's not Mia who is taller
        (rf"(?<!n)Di{x}(?![inDBw])", "D", 1),  # the taller one is Mia
        (rf"Din{x}(?![iDB])", "D", -1),
        (rf"{x}i?nDT{y},?v?i?O", "D", -1),  # Mia is not taller than Tom: quite the opposite
        (rf"{x}w{y}", "DB", 1),
        (rf"{x}l{y}", "DB", -1),
        (rf"{x}iB[,v]*{y}i?(?:n|N)(?!S|B)", "B", 1),  # Mia is tall, Tom isn't
        (rf"{x}iB[,v]*{y}i?nSB\Z", "B", 1),
        (rf"{x}i?B[,v]*R{y}", "B", 1),  # Mia is tall, more so than Tom
        (rf"{x}i?B[,v]*r{y}", "B", -1),
        (rf"{x}i?S?B[,v]*G{y}", "B", -1),  # if you think Mia is tall, you should see Tom
        (rf"D[,o]*(?:a2?v?b|bva),?i?{x}\Z", "D", 1),  # the taller of Mia and Tom is Mia
    )


# "Mia told Tom that she was taller" says of neither that they are
_TOLD = regex(r"(?<!C)(?:a\??b|b\??a)(?!\Z)")
_BOTH = {
    (x, y): tuple((regex(pattern), of, sign) for pattern, of, sign in _forms(x, y))
    for x, y in ("ab", "ba")
}


def _weighing(seen: Marked) -> Weighed | None:
    """Say who is the more, where all that the marks say of it agrees."""
    marks = seen.marks
    if "x" in marks or "M" in marks or ("E" in marks and "nE" not in marks) or _TOLD.search(marks):
        return None
    found: set[tuple[int, int]] = set()
    strong = False
    for (x, _), forms in _BOTH.items():
        for pattern, of, sign in forms:
            if match := pattern.search(marks):
                degree = _degree(seen, match, of)
                if degree:
                    up = sign * dimension(degree)[1]
                    found.add((("ab".index(x)), up))
                    strong = strong or "T" in match[0] or "S" in match[0]
    # that Mia is the more and that Tom is the less is one thing said twice
    sides = {at if up > 0 else 1 - at for at, up in found}
    if len(sides) != 1 or seen.unknown > (3 if strong else 1):
        return None
    at = sides.pop()
    degree = next((d for d in seen.degrees if is_degree(d) == "D" or " " in d), seen.degrees[0])
    bare = degree if is_degree(degree) == "D" or " " in degree else f"more {degree}"
    more, less = seen.names[at], seen.names[1 - at]
    if dimension(bare)[1] < 0:
        more, less = less, more
    return Weighed(more, less, bare)


def _degree(seen: Marked, match: re.Match[str], of: str) -> str:
    """Give the degree that a form speaks of: the one among its marks, else the first there is."""
    order = [n for n, mark in enumerate(seen.marks) if mark in "DBM"]
    inside = [n for n, at in enumerate(order) if match.start() <= at < match.end()]
    for n in inside or range(len(order)):
        if seen.marks[order[n]] in of:
            return seen.degrees[n]
    return ""


_ASKS = regex(
    r"\A\W*(?:is|was|are|does|would|could|can|do|who|whos|who's|which|what|whom|so|and|tell|name|if|when)\b|\?|\b(?:whether|if|wonder\w*|wants? to know)\b",
    re.IGNORECASE,
)
_OR_NOT = regex(
    r",? or (?:not|isn't|is not|(?:am I|is that|have I) [^?]*|what|no|false|wrong)\b[^?,]*|\btrue or false\b:?|\byes or no\b",
    re.IGNORECASE,
)
_EITHER = regex(
    r",? or (?:is it |is that |rather |maybe |perhaps )*(?:the )?(?:other way|opposite|reverse|vice versa|the converse)\b|\A\W*(?:name|choose|pick|find|point)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def weighed_asked(text: str) -> str:
    """Put a question that compares two, or asks for the most of all, plainly; empty if it is none.

    >>> weighed_asked("If you put Mia next to Tom, which one is taller?")
    'who is taller, Mia or Tom'
    >>> weighed_asked("Would Mia be the taller one, next to Tom?")
    'is Mia taller than Tom'
    >>> weighed_asked("Somebody has to be the tallest. Who is it?"), weighed_asked("Is Mia tall?")
    ('who is the tallest', '')
    """
    low = text.lower()
    if not compares(low):
        return ""
    seen = marked(_OR_NOT.sub("", text).replace("…", ","))
    if seen is None or seen.unknown > 2:
        return ""
    if not seen.names:
        return _most(seen, low)
    if len(seen.names) != 2 or "M" in seen.marks or "E" in seen.marks:
        return ""
    degree = next((d for d in seen.degrees if is_degree(d) == "D" or " " in d), "")
    one, other = seen.names
    asks_who = _WHO.search(seen.marks) and not re.search(r"[ab],?q?i*DT[ab]", seen.marks)
    if degree and (asks_who or re.search(r"a.*o.*b|b.*o.*a", seen.marks) or _EITHER.search(text)):
        return f"who is {degree}, {one} or {other}"
    found = _weighing(Marked(seen.marks, seen.names, seen.degrees, 0))
    if found is None or not _ASKS.search(text):
        return ""
    return f"is {found.more} {found.degree} than {found.less}"


# "who" or "which" that asks, not the one that says more of somebody just named
_WHO = regex(r"(?:\A|(?<![abi])(?<![ab],))q|(?<!a)(?<!b)(?<!ai)(?<!bi)q")
_NO_MOST = regex(
    r"\b(?:my|your|his|her|our|their|in the world|ever|of the (?:year|day|week|month))\b"
)


# "the tallest one", "who is the tallest of them", not "the tallest tree"
_ONE_OF = regex(
    r"\b(?:[a-z]+est|(?:most|least) [a-z]+)(?: (?:one|ones|person|man|woman|people|of|among|amongst|in the group|in all|out of|out|is|was|here|then|overall|from|by|that|who|would|might|and|all|when|compared|do|please|if|again)\b|[,.;:?!]|\Z)"
)


def _most(seen: Marked, low: str) -> str:
    """Ask for the most of all those spoken of."""
    found = [
        one for one in seen.degrees if is_degree(one) == "M" or one.startswith(("most ", "least "))
    ]
    asks = _ONE_OF.search(low) and re.search(
        r"\b(?:who|whos|who's|whom|which|what|name|find|tell|give|person|pick|point|choose|work)\b",
        low,
    )
    if len(found) != 1 or "D" in seen.marks or not asks or _NO_MOST.search(low):
        return ""
    return f"who is the {found[0]}"


__all__ = ["weighed", "weighed_asked"]
