"""What a question asks of an order that it puts forward itself: "first A, then B, is that right"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator

from cognition.organs.prefrontal.reasoning.asking import Query
from cognition.regex import regex

_CUES = regex(
    r"\b(?:had|first|then|order|sequence|later|afterwards|earlier|sooner|last)\b", re.IGNORECASE
)
_CLAUSE = r"(?:(?-i:[A-Z])|I |we |they |he |she |the |my |our )[^,;:?]*? [^,;:?]+?"
_TAIL = regex(
    r"[,;.]* (?:(?:is|was|isn't|wasn't|would) (?:that|this|it)(?: be)?(?: (?:the|in the))?(?: (?:right|correct|true|so|how it was|the case|order|sequence|not))*|right|correct|yes|true|am I right|or not|or the other way (?:a?round))\Z",
    re.IGNORECASE,
)
_HEAD = regex(
    r"\A(?:so )?(?:(?:is|was|would|did|does|do|am|can|could)\b[^,:;]*?\b(?:order|sequence|chronology|case|(?:true|right|correct)(?! (?:order|sequence|chronology))|happen\w*|it|like this)\b(?: of (?:events|things))?(?: (?:this|like this|as follows|this way))?(?: be)?[:,]? )?(?:that )?",
    re.IGNORECASE,
)
_THEN = regex(
    rf"(?P<first>first(?: of all)?,? (?:that )?)?(?P<a>{_CLAUSE})(?P<first2> first)?(?:,|;|\.)?(?: and| but)?(?: only)?,? (?P<then>then|later(?: on)?|afterwards|after(?: that)?|second(?:ly)?|next),? (?:that )?(?P<b>{_CLAUSE})\Z",
    re.IGNORECASE,
)
_HAD = regex(
    rf"(?:had|has) (?P<who>(?-i:[A-Z])[\w-]+|the \w+)(?: already)? (?P<rest>[^,;]+?)(?: already)? (?:by the time|before|when)(?: that)? (?P<b>{_CLAUSE})\Z",
    re.IGNORECASE,
)
_LATER = regex(
    rf"(?P<a>{_CLAUSE}) first,? and (?:that )?(?P<b>{_CLAUSE})(?: (?:later|second|afterwards|then|after that))?\Z",
    re.IGNORECASE,
)
_LISTED = regex(
    rf"(?P<a>{_CLAUSE})(?:,|;| and|,? or|\.) (?P<b>{_CLAUSE})(?:[:;,.]| -| –)+ (?:so )?(?:which|what)\b[^,;:]*?\b(?P<s>first|earlier|sooner|last|later)\b[^,;:]*\Z",
    re.IGNORECASE,
)


_WAS_THAT = regex(
    rf"\A(?:when|did) (?P<a>{_CLAUSE}),? (?:and )?(?:was|is|did|had) (?:that|it|this)(?: happen(?:ed)?| come| take place| all)?(?: \w+){{0,3}}? (?P<s>before|after) (?P<b>{_CLAUSE})\Z",
    re.IGNORECASE,
)
_ONLY_THEN = regex(
    rf"\A(?:did|has|had) (?P<a>{_CLAUSE})(?: first)?,? and (?:was|is|did) it(?: happen)? (?:(?:only|just|not until|some time|a while) )*(?:later|afterwards|after that|then)(?: on)? that (?P<b>{_CLAUSE})\Z",
    re.IGNORECASE,
)


def sequence(text: str) -> Iterator[Query]:
    """Read which order of two events a question puts forward, or which of two it lists came first.

    >>> next(sequence("First Tom sold the boat, then Mia moved to Oslo, is that right"))
    ('ordered', {'a': 'Tom sold the boat', 's': 'before', 'b': 'Mia moved to Oslo'})
    >>> next(sequence("Tom sold the boat, Mia moved to Oslo: which was first"))
    ('first_of', {'a': 'Tom sold the boat', 'b': 'Mia moved to Oslo', 's': 'first'})
    """
    bare = text.strip(" ?.!")
    if match := _WAS_THAT.match(bare):
        yield "ordered", {"a": match["a"], "s": match["s"].lower(), "b": match["b"]}
        return
    if not _CUES.search(text):
        return
    if match := _LISTED.match(bare):
        side = "last" if match["s"].lower() in ("last", "later") else "first"
        yield "first_of", {"a": match["a"], "b": match["b"], "s": side}
        return
    if match := _HAD.match(bare):
        yield "ordered", {"a": f"{match['who']} {match['rest']}", "s": "before", "b": match["b"]}
        return
    if match := _ONLY_THEN.match(bare):
        yield "ordered", {"a": match["a"], "s": "before", "b": match["b"]}
        return
    said = _TAIL.sub("", bare)
    core = _HEAD.sub("", said, count=1)
    match = _THEN.match(core) or _LATER.match(core)
    # "Mia went to the hall, then Tom came" tells; what is asked says so in its head or tail
    if match and (said != bare or core != said or core[:6].lower() == "first "):
        yield "ordered", {"a": match["a"], "s": "before", "b": match["b"]}


__all__ = ["sequence"]
