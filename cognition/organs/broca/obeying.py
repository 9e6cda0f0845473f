"""Holding words to the person's standing wishes, whoever worded them: brief, without questions."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from cognition.regex import regex
from cognition.values import Fact

_EMOJI = regex("[\U0001f1e6-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_SENTENCE = regex(r"(?<=[.!?…])\s+")
AT_MOST = 2  # sentences of a brief reply


def obeying(text: str, wishes: Collection[str]) -> str:
    """Leave out of a reply what the person asked not to be given.

    >>> obeying("Well done 🎉. I am glad. It counts. What next?", {"brief", "no_emoji"})
    'Well done. I am glad.'
    """
    if "no_emoji" in wishes:
        text = re.sub(r" +(?=[.!?,])", "", _EMOJI.sub("", text)).strip()
        text = re.sub(r"  +", " ", text)
    parts = _SENTENCE.split(text)
    if "no_questions" in wishes:
        parts = [part for part in parts if not part.endswith("?")] or ["I'm listening."]
    return " ".join(parts[:AT_MOST] if "brief" in wishes else parts)


def wishes_of(policies: Sequence[Fact]) -> frozenset[str]:
    """Name the standing wishes by their keywords."""
    return frozenset(fact.object for fact in policies if fact.relation == "prefers_treatment")


__all__ = ["obeying", "wishes_of"]
