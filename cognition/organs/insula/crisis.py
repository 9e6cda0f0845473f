"""Tell whether someone may be about to harm themselves, by plain rules that anyone can mend.

The rules are in `crisis*.yaml`. They run before and outside any model, on every message. They lean
towards noticing, yet leave out what is denied, quoted, told of others, told as fiction, or a figure
of speech. They are not a clinical instrument.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from cognition.organs.contractions import in_full
from cognition.organs.tables import table
from cognition.regex import regex

OTHERS = ("es", "fr", "de", "pt", "it")
# "wouldn't it be nice to ..." denies nothing
_RHETORICAL = regex(r"\b(do|does|did|is|are|was|were|would|could|should)n't (?=(?:i|it|you)\b)")
_CANNOT = regex(r"\bcan not\b")
_WOULD = regex(r"\bid (?=rather|be|like|love|just|never)")
_ANYMORE = regex(r"\bany more\b")
_SENTENCE_END = regex(r"(?<=[.!?…])\s+|[\n;]+")
_CLAUSE = regex(r"[,.!?:]|\b(?:but|and|though|because|so|since|until|if)\b")
_SPACE = regex(r"[\s*_]+")
_WORD = regex(r"[a-z]+")
_START = 5  # letters by which a word is looked up


class Sign(NamedTuple):
    """A sign of crisis: the language it was said in."""

    language: str


class _Group(NamedTuple):
    """Patterns of one language; `kind` is own, bare or mention."""

    language: str
    patterns: str
    kind: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return compiled(self.patterns)


class _Rules(NamedTuple):
    groups: list[_Group]
    words: dict[str, tuple[int, ...]]  # by the start of a word, the groups to try where it stands
    masks: re.Pattern[str]
    everyday: re.Pattern[str]
    study: re.Pattern[str]
    others: re.Pattern[str]
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
    small = unaccented(text).replace("-", " ")
    tried = {at for word in _WORD.findall(small) for at in rules.words.get(word[:_START], ())}
    if not tried:
        return None
    as_written, in_full = _sentences(small), _sentences(normalised(small))
    for group in map(rules.groups.__getitem__, sorted(tried)):
        sentences = in_full if group.language == "en" else as_written
        if any(_means_it(said, group, rules) for said in sentences):
            return Sign(group.language)
    return None


def as_told(text: str) -> bool:
    """Tell whether a text quotes, tells a story, speaks of a study or of what is long past.

    >>> as_told("My essay is about hope."), as_told("I have no hope.")
    (True, False)
    """
    rules, small = _rules(), unaccented(text)
    plain = normalised(small.replace("-", " "))
    return bool(_QUOTED.search(small) or rules.masks.search(plain) or rules.study.search(plain))


def everyday(text: str) -> bool:
    """Tell whether a message is one sentence of an ordinary day, whatever it reminds of.

    >>> everyday("That's me done for today."), everyday("I'm done with this place and all in it.")
    (True, False)
    """
    plain = normalised(unaccented(text).replace("-", " ")).strip(" .!?")
    return len(_SENTENCE_END.split(plain)) == 1 and bool(_rules().everyday.search(plain))


def _sentences(plain: str) -> list[str]:
    return [_SPACE.sub(" ", said).strip() for said in _SENTENCE_END.split(unquoted(plain))]


def _means_it(sentence: str, group: _Group, rules: _Rules) -> bool:
    if not group.pattern.search(sentence):
        return False
    if group.kind == "mention" and rules.study.search(sentence):
        return False
    left = rules.masks.sub(" ", sentence)
    return any(
        not _denied(left, found.start(), rules)
        and (group.kind == "own" or not rules.others.search(left[: found.start()]))
        for found in group.pattern.finditer(left)
    )


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


def normalised(text: str) -> str:
    """Write an unaccented text as the patterns of care have it, without contractions.

    >>> normalised("i'm cold, wanna go?"), normalised("i can't take it any more")
    ('i am cold, want to go?', 'i cannot take it anymore')
    """
    if "n't" in text:
        text = _RHETORICAL.sub(r"\1 ", text)
    text = _CANNOT.sub("cannot", _WOULD.sub("i would ", in_full(text)))
    return _ANYMORE.sub("anymore", text)


_QUOTED = regex(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|„[^“”]*[“”]")


def unquoted(text: str) -> str:
    """Leave out what is quoted, unless that is all there is."""
    if not any(mark in text for mark in '"“«„'):
        return text
    left = _QUOTED.sub(" ", text)
    return left if left.strip(" .!?") else text


def _denied(sentence: str, start: int, rules: _Rules) -> bool:
    """Say whether one of the six words before `start`, within its clause, denies what follows."""
    before = " ".join(_CLAUSE.split(sentence[:start])[-1].split()[-6:])
    return bool(rules.negators.search(before)) and not rules.undoing.search(before)


@cache
def _rules() -> _Rules:
    guards, english, tongues = map(_table, ("crisis", "crisis_en", "crisis_languages"))
    groups, listed = list[_Group](), list[list[str]]()
    for kind in ("own", "bare", "mention"):
        for words, patterns in english[kind].items():
            groups.append(_Group("en", _joined(patterns, english["words"]), kind))
            listed.append([word.strip() for word in words.split(",")])
    for language in OTHERS:
        lines = tongues[language]
        groups.append(
            _Group(language, _joined(lines["patterns"], {"stop": tongues["stop"]}), "own")
        )
        listed.append(lines["keywords"])
    return _Rules(
        groups=groups,
        words=_index(listed),
        masks=compiled(_joined(guards["masks"], {})),
        everyday=re.compile(_joined(guards["everyday"], {})),
        study=re.compile(guards["study"]),
        others=re.compile(guards["others"]),
        negators=_word(guards["negators"]),
        undoing=_word(guards["undoing"]),
    )


def _table(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", table(Path(__file__).with_name(f"{name}.yaml")))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most wait for words that are seldom said."""
    return re.compile(pattern)


def _joined(patterns: list[str], words: dict[str, str]) -> str:
    """Join patterns into one, each {name} in them replaced by the family of words it stands for."""
    joined = "|".join(f"(?:{line})" for line in patterns)
    for _ in range(2):  # a family may name another
        for name, meaning in words.items():
            joined = joined.replace("{" + name + "}", meaning)
    return joined


def _index(listed: list[list[str]]) -> dict[str, tuple[int, ...]]:
    """Map the start of each word to the places in `listed` of the lists that have it."""
    starts: dict[str, tuple[int, ...]] = {}
    for at, words in enumerate(listed):
        for start in dict.fromkeys(word[:_START] for word in words):
            starts[start] = (*starts.get(start, ()), at)
    return starts


def _word(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
