"""Words by what they speak of: classes of everyday words, each verb in all its forms."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from cognition.organs.prefrontal.reasoning.verbs import every_form


@lru_cache
def _topics() -> dict[str, frozenset[str]]:
    text = (resources.files(__package__ or "") / "topics.txt").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        name, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found[name] = frozenset(form for word in words.split() for form in _forms(word))
    return found


def _forms(word: str) -> tuple[str, ...]:
    return every_form(word[1:]) if word.startswith("~") else (word,)


def topic(name: str) -> frozenset[str]:
    """Give the words of a topic.

    >>> "frightened" in topic("fear"), "dreads" in topic("fear"), "table" in topic("fear")
    (True, True, False)
    """
    return _topics()[name]


__all__ = ["topic"]
