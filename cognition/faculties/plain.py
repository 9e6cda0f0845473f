"""What was parsed, said again in plain words: those of `plain_wordings.txt`, which organs read."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from importlib import resources

from cognition.regex import regex
from cognition.values import Parse

# gaps of wordings that one slot fills: "Mia's", "I have"
SAME = {"Kinds": "kinds", "Whose": "who", "whose": "who", "of": "whom", "Of": "whom",
        "whom_has": "whom", "N": "n", "Side": "side"}  # fmt: skip

_ASKED = regex(r"[^.!?\n]*\?+\s*")
_GAP = regex(r"\{(\w+)\}")
_OWN = regex(r"(?:my|your|his|her|its|our|their|an?|[\w-]+['’]s)\s", re.IGNORECASE)


@functools.cache
def plain_wordings() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Read each meaning's plain wordings, with the slots of each."""
    text = (resources.files("cognition.faculties") / "plain_wordings.txt").read_text("utf-8")
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            meaning, _, form = line.partition(" => ")
            slots = tuple("whom" if gap == "whose" else gap for gap in _GAP.findall(form))
            found[meaning] = (*found.get(meaning, ()), (form, slots))
    return found


def said(parse: Parse) -> str:
    """Say a parse in plain words.

    >>> said(Parse("told.give", (("who", "Mia"), ("thing", "my pen"), ("whom", "Tom"))))
    'Mia gave my pen to Tom.'
    """
    slots = dict(parse.slots)
    form = next(one for one, of in plain_wordings()[parse.meaning] if sorted(of) == sorted(slots))
    for slot, value in slots.items():
        if _OWN.match(value):  # "my pen" is not "the my pen"
            form = re.sub(rf"\b(?:the|a) (?=\{{{slot}\}})", "", form, flags=re.IGNORECASE)
    slots["whose"] = _whose(slots.get("whom", ""))
    text = _GAP.sub(lambda gap: slots[gap[1]], form)
    return text[:1].upper() + text[1:]


def plainly(text: str, found: Sequence[Parse]) -> str:
    """Give a text with what was parsed of it, and is told, in plain words; empty if nothing was.

    >>> parse = Parse("told.get", (("who", "Tom"), ("thing", "my pen")), 1.0, 4, 23)
    >>> plainly("Hi! Tom now has my pen.", [parse])
    'Hi! Tom picked up my pen.'
    """
    if not any(one.meaning.startswith("told.") for one in found):
        return ""
    for one in sorted(found, key=lambda one: -one.start):
        asks = one.meaning.startswith("asked.")
        text = f"{text[: one.start]}{'' if asks else said(one)}{text[one.end :]}"
    return _ASKED.sub("", text).strip()  # "How old is Tom? He's 5" asks nothing


def _whose(name: str) -> str:
    return "my" if name.lower() in ("my", "me", "i", "mine") else f"{name}'s"


__all__ = ["SAME", "plain_wordings", "plainly", "said"]
