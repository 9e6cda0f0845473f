"""Who has more than whom, and how much older somebody is, in whatever construction."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.degrees import dimension
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.numbers import number
from cognition.organs.prefrontal.reasoning.slots import pair_of, slotted
from cognition.regex import regex

_NOT_ER = frozenset(
    "teacher leader player singer dancer driver baker farmer worker waiter painter writer manager owner speaker runner swimmer helper winner learner reporter designer cleaner officer doctor lawyer other either whether ever never over under after together number remember order mother father brother sister daughter her per rather however wonder winter summer dinner former latter prefer consider enter answer another together partner neighbour flower".split()
)
_COMPARING = frozenset(
    "compare compared comparing comparison contrast relative versus side beside next set stand stands stood put place against beats between pair duo whereas agree agrees different differ people friends opposed weigh weighed".split()
)
_DEGREE = r"(?:more [a-z]+|less [a-z]+|[a-z]{2,}er)"


def compared(text: str) -> tuple[Literal, ...]:
    """Read who is taller, older, ... than whom.

    >>> [tuple(one)[:3] for one in compared("Put Mia next to Tom: Mia is the taller one")]
    [('compared', 'Mia', 'Tom')]
    """
    degrees = [
        d for d in re.findall(rf"\b{_DEGREE}\b", text) if d not in _NOT_ER and f" a {d}" not in text
    ]
    if not degrees:
        return ()
    bases = frozenset(w for d in degrees for w in d.split()) | _COMPARING
    slots = slotted(text, bases)
    pair = pair_of(slots, "name", "thing", "count", "number")
    own = {w for w in slots.left(bases) if dimension(w)[0] != dimension(degrees[0])[0]}
    if pair is None or own:
        return ()
    first, second = (one.text for one in pair)
    greater = _bearer_of(text, degrees[0], (first, second))
    if not greater:
        return ()
    return (Literal("compared", greater, second if greater == first else first, (degrees[0],)),)


def _bearer_of(text: str, degree: str, people: tuple[str, str]) -> str:
    """Give which of two people a comparison is said of: its subject, or not the one after "than"."""
    for one in people:
        other = people[1] if one == people[0] else people[0]
        linked = rf"\b{one}(?:'s)? (?:(?:is|was|am|comes|turns|proves|ends|would|must|has|out|up|to|be|as|both) )+(?:(?!{other}\b)[a-z]+ ){{0,4}}?{degree}\b"
        if re.search(linked, text) or re.search(rf"{degree}(?: one| person| of the two)?,? (?:that )?(?:is|would be|being) {one}\b", text):  # fmt: skip
            return one
        if re.search(rf"\b(?:than|compared to|compared with|next to|beside|against) {other}\b", text):  # fmt: skip
            return one
    return ""


_NOT = r"(?:(?:and|but) )?(?:certainly |definitely |surely )?(?:not|rather than|instead of|unlike|as opposed to)"
_P = r"(?-i:[A-Z][\w-]+|I)"
_CONTRASTED = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\A(?P<a>{_P}) (?:is|was|am) (?:the )?(?P<d>{_DEGREE})(?: one| person)?,? {_NOT} (?P<b>{_P})\Z",
        rf"\A(?P<a>{_P}),? {_NOT} (?P<b>{_P}),? (?:is|was|am) (?:the )?(?P<d>{_DEGREE})(?: one| person)?\Z",
        rf"\A(?:(?:it|this|that) (?:is|was) )?(?:not|it isn't|it is not) (?P<b>{_P}),? but (?P<a>{_P}),? (?:(?:who|that) )?(?:is|was|am) (?:the )?(?P<d>{_DEGREE})(?: one| person)?\Z",
        rf"\A(?:it|this|that) (?:is not|isn't|was not|wasn't) (?P<b>{_P}) (?:who|that) (?:is|was) (?:the )?(?P<d>{_DEGREE})(?: one| person)?,? but (?P<a>{_P})\Z",
        rf"\A(?P<a>{_P}) (?:is|was) (?:the )?(?P<d>{_DEGREE})(?: one| person)?[,;]? (?:and |but |while |whereas )?(?P<b>{_P}) (?:is not|isn't|was not|wasn't)\Z",
        rf"\A(?:(?:out )?of|between|among|as (?:for|between)|when it comes to) (?P<one>{_P}) and (?P<two>{_P}),? (?:(?:it is|it's|it was) )?(?P<a>(?P=one)|(?P=two))(?: who| that)?(?: is| was|'s) (?:clearly |definitely )?(?:the )?(?P<d>{_DEGREE})(?: one| person)?(?: of (?:the|these|those|them)(?: two)?)?\Z",
    )
)


def contrasted(text: str) -> tuple[Literal, ...]:
    """Read who has more by whom it is said not to be.

    >>> [tuple(one)[:3] for one in contrasted("Mia is taller, not Tom")]
    [('compared', 'Mia', 'Tom')]
    """
    if found := paired(text):
        return found
    for shape in _CONTRASTED:
        if (match := shape.match(text)) and match["d"] not in _NOT_ER:
            less = match.groupdict().get("b") or ""
            if not less:
                less = match["two"] if match["a"] == match["one"] else match["one"]
            return (Literal("compared", match["a"], less, (match["d"],)),)
    return ()


# two are spoken of, and one of them is the more: "I know Mia and Tom, and Mia is the taller of the two"
_PAIRED = regex(
    rf"\A(?P<lead>[^.?!]*?\b(?P<one>{_P})\b(?-i:[^.?!:;A-Z]{{1,40}}?)\b(?P<two>{_P})\b[^.?!]*?)(?:[,;:]| -| –) ?(?:(?:and|but|because|since|as|so) )?(?:(?:of|between|out of) (?:the|these) two,? )?(?:(?:it is|it's|I think|I'd say|clearly|there) )*(?P<a>(?P=one)|(?P=two))(?: is| was|'s| who is| who's| being)(?: (?:clearly|definitely|by far|the|still|actually|a bit|a lot|much))* (?P<d>{_DEGREE})(?P<of>(?: (?:one|person|sibling|man|woman|guy))?(?: (?:of|out of|among|between) (?:the|these|those|them)(?: two| pair| both)?)?)\Z",
    re.IGNORECASE,
)
_OF_TWO = regex(
    r"\b(?:equally|equals?|same|differ\w*|compar\w+|both|two|pair|met|know|knows|seen|saw|side by side|next to|beside|race[ds]?|measured|weighed|not as|n't as|compete\w*|rivals?|match\w*|beats?|challenge\w*|alike|contest|versus|alongside|there's|the (?:more|less|[a-z]+er))\b",
    re.IGNORECASE,
)


def paired(text: str) -> tuple[Literal, ...]:
    """Read which of two who are spoken of together is said to be the more.

    >>> [tuple(one)[:3] for one in paired("Mia and Tom aren't equally tall: Tom is taller")]
    [('compared', 'Tom', 'Mia')]
    """
    match = _PAIRED.match(text)
    if match is None or match["d"] in _NOT_ER or not _OF_TWO.search(text):
        return ()
    if len(set(re.findall(_P, text)) - {match["one"], match["two"]} - _OPENING) > 0:
        return ()
    less = match["two"] if match["a"] == match["one"] else match["one"]
    return (Literal("compared", match["a"], less, (match["d"],)),)


_OPENING = frozenset(
    "I The If When Of Between Out It They We You Put Take Compare As Both Look Comparing Compared".split()
)
_BORN = regex(
    r"\A(?:(?:when|by the time|at the time|the (?:day|year)) (?:that )?(?P<young>[A-Z][\w-]+|I) (?:was|were) born,? (?P<old>[A-Z][\w-]+|I) was (?P<how>\w+ )??|"
    r"(?P<old2>[A-Z][\w-]+|I) was (?P<how2>\w+ )??)(?P<n>[\w-]+)(?: years? (?:old|of age))?"
    r"(?:,? (?:when|by the time|at the time|the (?:day|year)) (?:that )?(?P<young2>[A-Z][\w-]+|I) (?:was|were) born)?\Z"
)


def at_birth(text: str) -> tuple[Literal, ...]:
    """Read "when Tom was born, Mia was already five" as by how much Mia is older.

    >>> [tuple(one)[:4] for one in at_birth("Mia was 5 when Tom was born")]
    [('measured_more', 'Mia', 'Tom', ('5', 'years', 'older'))]
    """
    match = _BORN.match(text[:1].lower() + text[1:] if text[:1] in "WBT" else text)
    if match is None or number(match["n"]) is None:
        return ()
    old, young = match["old"] or match["old2"], match["young"] or match["young2"]
    return (Literal("measured_more", old, young, (match["n"], "years", "older")),) if young else ()


__all__ = ["at_birth", "compared", "contrasted", "paired"]
