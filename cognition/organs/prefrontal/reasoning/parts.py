"""What is part of what, by the word for a part and the two things named around it."""

from __future__ import annotations

import re

from cognition.regex import regex

_PART = regex(
    r"\b(?:parts?|components?|pieces?|elements?|sections?|made (?:up )?of|consists?|composed)\b",
    re.IGNORECASE,
)
_THING = regex(
    r"(?P<lead>\b(?:of|in|inside|into|within|to)(?: (?:all|both))? )?"
    r"\b(?:the|an?|every|each|any|my|our) "
    r"(?P<what>(?!(?:\w+ )?(?:parts?|components?|pieces?|elements?|sections?)\b)[\w-]+?)"
    r"(?P<owns>'s)?(?![\w-])",
    re.IGNORECASE,
)
_WHOLE_FIRST = regex(
    r"\b(?:ha[sd]|have|contains?|includes?|counts?(?! as)|comes? with|consists?|composed|made)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|never|no|nor)\b|n't\b", re.IGNORECASE)
_QUANTITY = regex(r"\b(?:number|lot|couple|pair|few)\b", re.IGNORECASE)
_LONGEST = 16  # words of a sentence that says no more than that


def part_of(text: str) -> tuple[str, str] | None:
    """Give a part and its whole, as "the valve" and "the engine".

    >>> part_of("One of the engine's parts is the valve"), part_of("Tom ate a part of the cake")
    (('the valve', 'the engine'), None)
    >>> part_of("Does the engine have the valve as one of its parts")
    ('the valve', 'the engine')
    """
    if not _PART.search(text) or _DENIED.search(text) or _QUANTITY.search(text):
        return None
    found = list(_THING.finditer(text))
    things = list(dict.fromkeys(match["what"].lower() for match in found))
    names = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", text)
    if len(things) != 2 or len(found) != 2 or names or len(text.split()) > _LONGEST:
        return None
    first, second = found
    if second["lead"] or second["owns"]:
        whole = second
    elif first["lead"] or first["owns"] or _WHOLE_FIRST.search(text, first.end()):
        whole = first
    else:
        return None
    if _WHOLE_FIRST.search(text, first.end(), second.start()) and not first["lead"]:
        whole = first
    part = second if whole is first else first
    return f"the {part['what'].lower()}", f"the {whole['what'].lower()}"


__all__ = ["part_of"]
