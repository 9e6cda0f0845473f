"""Canonical wording: one way of saying for several, by tables of rewrites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from heapq import heappop
from importlib import resources

from cognition.organs.prefrontal.anchors import Anchored
from cognition.organs.prefrontal.words import upper_first
from cognition.regex import regex

_SPACES = regex(r"\s+")
_WRITTEN = 12  # rewrites of written forms, at the head of the table
_LONGEST = 15  # words of a sentence that is put in canonical words
_TWICE = 2 * _LONGEST  # of one that is put plainly as a whole
_NUMBER = regex(r"\A(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b")
_CAPITALS = re.compile(r"(?<!\?-i:)\[(?:\^[^\]]*)?A-Z\]")
_FIRST = regex(
    r"\A(?:North|South|East|West|Left|Right|Above|Below|Over|Under|Beneath|On|In|Inside|At|To|From"
    r"|Of|The|An?)\b"
)


class Rewrites:
    r"""Rewrites, patterns and what is written in place of what they fit, applied one after another.

    Only those are tried of which a string stands in the text that they cannot fit without.

    >>> Rewrites([(r"\bdwells\b", "lives"), ("lives by", "lives at")])("Tom dwells by the sea")
    'Tom lives at the sea'
    """

    def __init__(self, rules: Iterable[tuple[str, str]]) -> None:
        self._rules = [(regex(pattern, re.IGNORECASE), by) for pattern, by in rules]
        self._anchored = Anchored(pattern.pattern for pattern, _ in self._rules)

    def __call__(self, text: str, first: int | None = None) -> str:
        """Apply them, or only the `first` so many."""
        fitting = self._anchored.fitting(text.lower())
        while fitting:
            number = heappop(fitting)
            if first is not None and number >= first:
                break
            pattern, by = self._rules[number]
            changed = pattern.sub(by, text)
            if changed != text:
                text = _SPACES.sub(" ", changed)
                fitting = self._anchored.fitting(text.lower(), number)
        return text


@lru_cache
def _rewrites(table: str) -> Rewrites:
    text = (resources.files(__package__ or "") / f"{table}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    found: list[tuple[str, str]] = []
    for line in lines:
        pattern, arrow, by = line.partition(" =>")
        if not arrow:
            raise ValueError(f"a rewrite reads `pattern => replacement`, not {line!r}")
        # of capitals, and of all but capitals, whatever the case elsewhere
        pattern = _CAPITALS.sub(r"(?-i:\g<0>)", pattern)
        found.append((pattern, by.strip().replace("\\s", " ")))
    return Rewrites(found)


@lru_cache(maxsize=65536)
def canonical(text: str, table: str = "rewrites") -> str:
    """Put a sentence in canonical words.

    >>> canonical("Tom can now be found in the garden"), canonical("You'll find Rex in the hall")
    ('Tom is in the garden', 'Rex is in the hall')
    """
    text = _FIRST.sub(lambda match: match[0].lower(), text.replace("’", "'"))
    rewrites = _rewrites(table)
    # long sentences are seldom told in the set phrases: only how they are written is evened out
    long = text.count(" ") > _LONGEST
    return rewrites(text, _WRITTEN if long else None).strip()


@lru_cache(maxsize=65536)
def plainly(sentence: str) -> str:
    """Put a sentence told in a roundabout way as the plain statement it makes.

    >>> plainly("The ball fell out of Mia's hands and lay there."), plainly("Mia left.")
    ('Mia dropped the ball.', 'Mia left.')
    """
    bare = sentence.strip(" .!").replace("’", "'")
    if bare.endswith("?"):
        return sentence
    everyday = _whole(bare, "rewrites_everyday")
    plain = _whole(everyday or bare, "rewrites_told") or everyday
    return f"{upper_first(plain)}." if plain else sentence


@lru_cache(maxsize=1024)
def roundabout(text: str) -> str:
    """Put a question asked in a roundabout way, or in two sentences, as the plain one it asks.

    >>> roundabout("I forgot when the ball was. What was the date?"), roundabout("Where is Mia?")
    ('when was the ball?', 'Where is Mia?')
    """
    plain = _whole(text.strip(" ?.!").replace("’", "'"), "rewrites_question")
    return f"{plain}?" if plain else text


def _whole(bare: str, table: str) -> str:
    """Rewrite a whole sentence, however long; empty where nothing of it changes."""
    if bare.count(" ") > _TWICE:
        return ""
    bare = _NUMBER.sub(lambda match: match[0].lower(), bare)  # no name of somebody
    plain = _rewrites(table)(_FIRST.sub(lambda match: match[0].lower(), bare)).strip()
    return plain if plain.lower() != bare.lower() else ""


__all__ = ["Rewrites", "canonical", "plainly", "roundabout"]
