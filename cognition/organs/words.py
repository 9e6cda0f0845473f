"""The words that carry content, reduced so that a question and its answer meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from cognition.regex import regex

_WORD = regex(r"[^\W_]+(?:'[a-z]+)?")
_SENTENCE = regex(
    r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bJr\.)(?<!\bSt\.)(?<=[.!?…])"
    r"[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+"
)
_ATTACHED = regex(r"\[(?:shares|shared|sends|sent)[^\]]*\]")


def _groups() -> dict[str, list[str]]:
    """Read the word groups: a name, a colon, words; indented lines continue the group above."""
    text = (resources.files(__package__ or "") / "words.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            name, _, line = line.partition(":")
        found.setdefault(name, []).extend(line.split())
    return found


_GROUPS = _groups()
STOP = frozenset(_GROUPS.pop("stop"))
VAGUE = frozenset(_GROUPS.pop("vague"))
_IRREGULAR = {form: base for base, forms in _GROUPS.items() for form in (*forms, base)}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Reduce a lower-case English word to a rough stem; near-synonyms go together.

    Far lighter than Porter's algorithm: it only has to make the two sides of a question meet.

    >>> stem("went"), stem("groups"), stem("stories"), stem("stopped"), stem("meditation")
    ('go', 'group', 'story', 'stop', 'medit')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ing", "edly", "ed", "ly", "er"):
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    word = word[:-1] if len(word) > 3 and word.endswith("e") else word
    for ending in ("ization", "isation", "ation", "iz", "at"):
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word[: -len(ending)]
    return _IRREGULAR.get(word, word)


_VAGUE_STEMS = frozenset(stem(word) for word in VAGUE)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in lower case, without possessive and other clitics.

    >>> words("Mia's cat isn't here.")
    ('mia', 'cat', 'isn', 'here')
    """
    plain = text.lower().replace("’", "'").replace("won't", "will")
    return tuple([word.partition("'")[0] for word in _WORD.findall(plain)])


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """Give the stems of a text's content words, in order."""
    return tuple(stem(word) for word in words(text) if word not in STOP)


@lru_cache(maxsize=8192)
def stem_set(text: str) -> frozenset[str]:
    """Give the set of a text's content stems."""
    return frozenset(stems(text))


def weight(term: str) -> float:
    """Say how much a stem tells in [0, 1]: common verbs and time nouns tell little.

    >>> weight("violin") > weight("go")
    True
    """
    return 0.35 if term in _VAGUE_STEMS else 1.0


def upper_first(text: str) -> str:
    """Capitalise the first letter and leave the rest alone.

    >>> upper_first("your cat Luna")
    'Your cat Luna'
    """
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Write the first letter small and leave the rest alone.

    >>> lower_first("The cat Luna")
    'the cat Luna'
    """
    return text[:1].lower() + text[1:]


def enumerated(parts: Sequence[str]) -> str:
    """Write parts as a list.

    >>> enumerated(["Luna", "the boat", "Tom"])
    'Luna, the boat and Tom'
    """
    *most, last = parts or [""]
    return f"{', '.join(most)} and {last}" if most else last


def shortened(text: str, longest: int) -> str:
    """Cut a text that is longer than so many characters after a word, and say so.

    >>> shortened("a long way home", 10), shortened("home", 10)
    ('a long …', 'home')
    """
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """Split a text into sentences, without what a chat program attached in brackets.

    >>> sentences("Hey Mel! I moved to Lyon. It rains.")
    ('Hey Mel!', 'I moved to Lyon.', 'It rains.')
    """
    plain = _ATTACHED.sub("", text).strip()
    found = [part.strip() for part in _SENTENCE.split(plain) if part and part.strip()]
    return tuple(found) or ((text.strip(),) if text.strip() else ())
