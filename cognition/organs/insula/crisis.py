"""Tell whether someone may be about to harm themselves, by plain rules that anyone can mend.

The rules are in `crisis.yaml`. They run before and outside any model, on every message. They lean
towards noticing, yet leave out what is denied, quoted, told of others, told as fiction, or a figure
of speech. They are not a clinical instrument.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from cognition.organs.tables import table

LANGUAGES = ("en", "es", "fr", "de", "pt", "it")
_DENIAL = r"(?:not|never|no|nor|stopped|hardly)\b(?! (?:stop|help|sure|only|know))"
_OTHERS = r"(?:my|your|his|her|their|he|she|they|someone|somebody|people|who|a|an|the|you|we)\b"
_MACROS = {
    "{some}": rf"(?:(?!{_DENIAL})\w+ ){{0,4}}",
    "{gap}": rf"(?:(?!{_DENIAL}|{_OTHERS})\w+ ){{0,5}}",
}
_CONTRACTIONS = (
    (re.compile(r"\b(?:can'?t|can not)\b"), "cannot"),
    (re.compile(r"\bwon'?t\b(?!\w)"), "will not"),
    (
        re.compile(r"\b(do|does|did|is|are|was|were|would|could|should|have|has|had)n'?t\b"),
        r"\1 not",
    ),
    (re.compile(r"\bi'?m\b"), "i am"),
    (re.compile(r"\bi'?ve\b"), "i have"),
    (re.compile(r"\b(i|you|he|she|we|they|it)'d\b"), r"\1 would"),
    (re.compile(r"\b(you|we|they)'re\b"), r"\1 are"),
    (re.compile(r"\bi'll\b"), "i will"),
    (re.compile(r"\b(it|that|there|life|what|he|she|here)'s\b"), r"\1 is"),
    (re.compile(r"\bwanna\b"), "want to"),
    (re.compile(r"\b(?:gonna|gunna)\b"), "going to"),
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|[\n;]+")
_SPACE = re.compile(r"[\s\-*_]+")


class Sign(NamedTuple):
    """A sign of crisis: the language it was said in."""

    language: str


class _Rules(NamedTuple):
    keywords: tuple[str, ...]
    patterns: dict[str, re.Pattern[str]]
    mention: re.Pattern[str]
    masks: re.Pattern[str]
    study: re.Pattern[str]
    negators: re.Pattern[str]
    undoing: re.Pattern[str]


def crisis(text: str) -> Sign | None:
    """Give the first sign that the speaker may harm themselves, None if there is none.

    >>> crisis("I don't want to live anymore")
    Sign(language='en')
    >>> crisis("This deadline is killing me") is None
    True
    """
    rules = _rules()
    small = unaccented(text)
    if not any(keyword in small for keyword in rules.keywords):
        return None
    for sentence in _SENTENCE_END.split(_unquoted(written_out(small))):
        sentence = _SPACE.sub(" ", sentence)
        left = rules.masks.sub(" ", sentence)
        for language, pattern in rules.patterns.items():
            if any(not _denied(left, match.start(), rules) for match in pattern.finditer(left)):
                return Sign(language)
        found = rules.mention.search(left)
        if found and not rules.study.search(sentence) and not _denied(left, found.start(), rules):
            return Sign("en")
    return None


def unaccented(text: str) -> str:
    """Write a text in small letters, without accents.

    >>> unaccented("I’m at the Café")
    "i'm at the cafe"
    """
    text = text.replace("’", "'").replace("‘", "'").lower()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return text


def written_out(text: str) -> str:
    """Write out the English contractions of an unaccented text.

    >>> written_out("i'm cold, wanna go?")
    'i am cold, want to go?'
    """
    for contraction, full in _CONTRACTIONS:
        text = contraction.sub(full, text)
    return text


_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|„[^“”]*[“”]")


def _unquoted(text: str) -> str:
    """Leave out what is quoted, unless that is all there is."""
    left = _QUOTED.sub(" ", text)
    return left if left.strip(" .!?") else text


def _denied(sentence: str, start: int, rules: _Rules) -> bool:
    """Say whether one of the four words before `start`, within its clause, denies what follows."""
    clause = re.split(r"[,.!?:]|\bbut\b|\band\b|\bthough\b", sentence[:start])[-1]
    before = " ".join(clause.split()[-4:])
    return bool(rules.negators.search(before)) and not rules.undoing.search(before)


@cache
def _rules() -> _Rules:
    data = cast("dict[str, Any]", table(Path(__file__).with_name("crisis.yaml")))
    return _Rules(
        keywords=tuple(data["keywords"]),
        patterns={language: _any_of(data[language]) for language in LANGUAGES},
        mention=_any_of(data["mention"]),
        masks=_any_of(data["masks"]),
        study=re.compile(data["study"]),
        negators=_word(data["negators"]),
        undoing=_word(data["undoing"]),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{line})" for line in patterns)
    for macro, meaning in _MACROS.items():
        joined = joined.replace(macro, meaning)
    return re.compile(joined)


def _word(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
