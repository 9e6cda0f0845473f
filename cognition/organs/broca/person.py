"""Turning what the person said, or facts about them, into words said to them, if that is safe."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from importlib import resources

from cognition.organs.tables import table
from cognition.regex import regex

_OPENING = regex(
    r"^(?:(?:oh|well|so|hey|hi|hello|ok|okay|yes|yeah|yep|no|anyway|anyways|honestly|actually|wow|ugh"
    r"|btw|by the way|guess what(?=\W*[,!.:…])|you know what|great news|good news|bad news|also|and"
    r"|but|hmm|haha|thanks|thank you|(?:hi|hey|hello) [A-Z]\w+)\b[\s,.!:…-]+)+",
    re.IGNORECASE,
)
_UNSAFE = regex(
    r"\b(?:you|your|yours|yourself|u|ur|ya)\b|[?\n\"“”():;/<>{}\[\]*_|\\=#@~^`]|https?"
    r"|\b(?:me|my|i)-\w|\b(?:war|part|level|chapter|phase|type) i\b"
    r"|^i (?:think so|got this|can tell|agree|see|hope (?:it|this|that|so|all|everything)|get it)\b"
    r"|^we got this\b|^i (?:do not|don['’]t) know\b"
    r"|\b(?:and|but|or|then)\s+(?:\w+ly\s+)?(?:was|am|wasn't)\b",
    re.IGNORECASE,
)
_START = regex(
    r"^(?:(?:today|yesterday|tonight|tomorrow|last (?:night|week|month|year|weekend|\w+day)"
    r"|this \w+|on \w+day|recently|lately|finally|sometimes),?\s+)?"
    r"(?P<who>i|we|my|our)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_ADVERB = r"(?:really|just|also|still|never|always|only|already|actually|almost|even|\w+ly)"
_ADVERBS = rf"(?:\s+(?:{_ADVERB}|often|sometimes|so|kind of|sort of))*"
_VERB = regex(
    rf"^(?:['’](?:m|ve|ll|d|re)\b|{_ADVERBS}\s+(?P<verb>[a-z]+?)(?:n['’]t)?\b)", re.IGNORECASE
)
_CUT = regex(
    r"(?:,\s+|\s+)(?:(?:because|but|although|though|since|which|who|whereas)\b|when (?=(?:i|we)\b)"
    r"|so (?=(?:i|we|my|he|she|it|they|that|makes?|no|yeah)\b)"
    r"|and (?=(?:i|we|my|he|she|it|they|now|then)\b))"
    r"|,\s|\s[-–—]\s|\.\.\.|…|[.!]\s",
    re.IGNORECASE,
)
_HANGING = regex(
    r"\b(?:the|an?|my|our|of|to|in|on|at|with|for|from|and|or|that|so|very|really|is|are|was|be)$",
    re.IGNORECASE,
)
_SWAPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(rf"\b{old}\b", re.IGNORECASE), new)
    for old, new in (
        (rf"i((?:\s+{_ADVERB})?)\s+was", r"you\1 were"),
        (rf"i((?:\s+{_ADVERB})?)\s+am", r"you\1 are"),
        (r"i\s+wasn['’]t", "you weren't"),
        (r"i['’]m", "you're"),
        (r"(?:i|we)['’]ve", "you've"),
        (r"(?:i|we)['’]ll", "you'll"),
        (r"(?:i|we)['’]d", "you'd"),
        (r"we['’]re", "you're"),
        (r"was i", "were you"),
        (r"am i", "are you"),
        (r"myself", "yourself"),
        (r"ourselves", "yourselves"),
        (r"my", "your"),
        (r"(?<!\ba )(?<!\bthe )(?<!coal )mine", "yours"),
        (r"our", "your"),
        (r"ours", "yours"),
        (r"me", "you"),
        (r"(?-i:us)", "you"),
        (r"i", "you"),
        (r"we", "you"),
    )
)
_FIRST_PERSON = regex(r"\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b", re.IGNORECASE)
_AND_YOU = regex(r"\b(your (?:\w+ )?\w+) and you\b")
_DEICTIC = regex(
    r"\b(?:today|tonight|tomorrow|yesterday|now|currently|at the moment|ago|next|last|this"
    r"|(?:on|by|until) \w+day|soon|recently|lately|just|going to|will|gonna)\b|['’]ll\b",
    re.IGNORECASE,
)
_HAS_LOWER = regex(r"[a-z]")


@cache
def words() -> dict[str, frozenset[str]]:
    """Give the word lists that ship: verbs, kin, and the scenes of everyday life."""
    lists: dict[str, str] = table(resources.files(__package__ or "") / "words.yaml")
    return {name: frozenset(text.lower().split()) for name, text in lists.items()}


@lru_cache(maxsize=256)
def to_second_person(text: str) -> str:
    """Swap first-person words for second-person ones, whatever the sentence.

    >>> to_second_person("I was late and my sister saw me")
    'you were late and your sister saw you'
    """
    if not _FIRST_PERSON.search(text):
        return text
    for pattern, new in _SWAPS:
        text = pattern.sub(new, text)
    return _AND_YOU.sub(lambda match: f"you and {match[1]}", text)


@lru_cache(maxsize=256)
def echo(sentence: str, limit: int = 13) -> str | None:
    """Give a first-person sentence's main clause in the second person; None where that is unsure.

    >>> echo("Guess what, I adopted a cat!")
    'you adopted a cat'
    >>> echo("lol idk") is None
    True
    """
    core = _OPENING.sub("", sentence.strip()).rstrip(" .!…")
    if not core or not _HAS_LOWER.search(core):
        return None
    cut = _CUT.search(core)
    while cut:
        if len(core[: cut.start()].split()) >= 3 and _clause(core[: cut.start()]):
            core = core[: cut.start()]
            break
        cut = _CUT.search(core, cut.end())
    if (
        _UNSAFE.search(core)
        or _HANGING.search(core)
        or not 3 <= len(core.split()) <= limit
        or not _clause(core)
    ):
        return None
    said = to_second_person(core)
    first = said.split(" ", 1)[0]
    return said if first.startswith(("you", "your")) else said[0].lower() + said[1:]


def _clause(core: str) -> bool:
    start = _START.match(core)
    if start is None:
        return False
    if start["who"].lower() in ("my", "our"):
        return any(
            word in words()["verbs"] or word.endswith("ed") for word in _plain(start["rest"])
        )
    verb = _VERB.match(start["rest"])
    if verb is None:
        return False
    word = (verb["verb"] or "").lower()
    return not word or word in words()["verbs"] or (len(word) > 4 and word.endswith("ed"))


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower().replace("n't", "").replace("n’t", ""))


def timeless(text: str) -> bool:
    """Tell whether a sentence can be repeated on another day without its time words misleading.

    >>> timeless("I love hiking"), timeless("I will see her tomorrow")
    (True, False)
    """
    return not _DEICTIC.search(text)


def quote(text: str, limit: int = 140) -> str:
    """Give a text between quotation marks, cut at a word if it is long.

    >>> quote("I like it.")
    '“I like it.”'
    """
    text = " ".join(text.replace("“", "'").replace("”", "'").replace('"', "'").split())
    if len(text) > limit:
        text = text[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
    return f"“{text}”"


def you(text: str, names: Collection[str]) -> str | None:
    """Turn a third-person sentence into one said to the person; None if a pronoun is unclear.

    >>> you("Ada lives in Lyon.", {"Ada"}), you("Ada's sister is called Mia.", {"Ada"})
    ('you live in Lyon', 'your sister is called Mia')
    """
    text = text.strip().rstrip(".")
    about_them = False
    for name in sorted(names, key=len, reverse=True):
        exact = re.escape(name)
        text = re.sub(rf"(?i)\b{exact}['’]s\b(?! (?:a|an|the|in|at|on|going|not)\b)", "your", text)
        start = re.match(rf"(?i){exact}\s+(?P<adverb>{_RATHER}\s+)?(?P<verb>[\w'’]+)", text)
        if start:
            about_them = True
            text = f"you {start['adverb'] or ''}{_agree(start['verb'])}{text[start.end() :]}"
        text = re.sub(rf"(?i){_UNNAMED}\b{exact}\b", "you", text)
    if about_them:
        text = re.sub(r"\b(?:his|their) own\b|\bher own\b", "your own", text)
        if re.search(r"\b(?:he|she|they|him|her|his|their|them|herself|himself)\b", text, re.I):
            return None
    # of a person without a name, facts say "Your sister": here it may stand inside a sentence
    return re.sub(r"^You(?=r?\b)", "you", text) or None


_UNNAMED = r"(?<!called )(?<!name is )(?<!named )"
_RATHER = r"(?:also|really|still|never|always|no longer|now)"
_BE = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "doesn't": "don't", "hasn't": "haven't", "goes": "go",
}  # fmt: skip


def _agree(verb: str) -> str:
    """Make a third-person verb agree with "you"; leaves what is not one alone."""
    low = verb.lower().replace("’", "'")
    if low in _BE:
        return _BE[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us")):
        return low[:-1]
    return verb


__all__ = ["echo", "quote", "timeless", "to_second_person", "words", "you"]
