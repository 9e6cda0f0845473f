"""The closed classes of English, and the phrases and clauses that they mark off in a sentence."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

from cognition.regex import regex

_TOKEN = regex(r"(?:Mr|Mrs|Ms|Dr|St|Jr|Prof)\.|\w+(?:['’.,&-]\w+)*|[^\w\s]")


def _closed(**classes: str) -> dict[str, str]:
    return {word: tag for tag, words in classes.items() for word in words.split()}


_TAGS = _closed(
    det="a an the this that these those some any every each another all both no such my our your"
    " his her its their several many few more most other",
    prep="of in on at by for with about against between into through during before after above"
    " below from out off over under around near across along behind beside beyond towards toward"
    " via without within like as than inside outside onto per among despite except besides up down",
    conj="and or but nor plus",
    sub="because cause 'cause ’cause since while when whenever where if unless until till although"
    " though so that which who whom whose what why how whether",
    pron="i we he she they it you there im ive",
    obj="me us him them myself yourself himself herself themselves itself ourselves",
    aux="am is are was were be been being do does did doing have has had having will would shall"
    " should can could may might must gonna wanna gotta don't didn't doesn't isn't aren't wasn't"
    " weren't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't cannot got get gets"
    " getting gotten let's",
    adv="not never just really always also very too still even only already ever often usually"
    " sometimes recently lately currently definitely actually finally now then here again soon"
    " maybe perhaps pretty quite almost mostly together yesterday today tomorrow tonight once"
    " well back away instead yet super totally honestly especially though",
    intj="yeah yep yup yes no oh wow hey hi hello thanks thank ok okay haha lol sure please btw",
    to="to",
)
_ENDINGS = ("'m", "'re", "'s", "'ve", "'d", "'ll")
_MARKED = frozenset({"i", "we", "he", "she", "they", "it", "you", "there", "that", "what", "who"})
_NOT_ADVERB = frozenset(
    ["family", "only", "early", "daily", "reply", "supply", "july", "lovely", "friendly", "lonely"]
)
BREAK = frozenset(".!?;:—–…()")


class Token(NamedTuple):
    """One word or mark: as written, in lower case, its class, and where it stands in the text.

    `tag` is det, prep, conj, sub, pron, obj, aux, adv, intj, to, clitic (a pronoun with its verb:
    "I'm"), mark (punctuation), verb or word: what is of no closed class.
    """

    text: str
    low: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def tokens(sentence: str) -> tuple[Token, ...]:
    """Give a sentence's words and marks with their classes.

    A word of no class counts as a verb after a subject, after an auxiliary or after "to".

    >>> [f"{t.low}/{t.tag}" for t in tokens("I just baked a cake.")]
    ['i/pron', 'just/adv', 'baked/verb', 'a/det', 'cake/word', './mark']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(sentence):
        low = match[0].lower().replace("’", "'")
        tag = "word" if match[0] == "US" else _tag(low, found)
        found.append(Token(match[0], low, tag, match.start(), match.end()))
    return tuple(found)


def _tag(low: str, before: list[Token]) -> str:
    if not low[0].isalnum():
        return "mark"
    head, _, _ = low.partition("'")
    if low != head and head in _MARKED and low.endswith(_ENDINGS):
        return "clitic"
    tag = _TAGS.get(low)
    if tag == "det" and low == "that" and before and before[-1].tag in ("word", "verb"):
        return "sub"
    if tag:
        return tag
    if low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERB:
        return "adv"
    last = next((t for t in reversed(before) if t.tag != "adv"), None)
    if last is not None and (last.tag in ("pron", "to", "clitic") or _leads_verb(last, low)):
        return "verb"
    return "word"


def _leads_verb(last: Token, low: str) -> bool:
    """Say whether an auxiliary is followed by a verb: after "be" only by a participle."""
    if last.tag != "aux" or last.low in ("got", "get", "gets", "getting", "had", "have", "has"):
        return last.tag == "aux" and low.endswith(("ed", "en"))
    if last.low in ("am", "is", "are", "was", "were", "be", "been", "being"):
        return low.endswith(("ing", "ed"))
    return True


_JOINS = frozenset(",\"“”'‘’-/&%$")
_BESIDE = frozenset({"of", "with", "for", "from", "about", "like", "between", "without"})
_VERBAL = ("ed", "ing")


def noun_phrase(found: tuple[Token, ...], at: int) -> int:
    """Give the index just past the noun phrase that begins at `at` (`at` if there is none).

    It takes in lists ("bread, cheese and figs") and the phrases of a noun ("a box of figs").
    """
    i = at
    nouns = 0
    while i < len(found):
        token = found[i]
        after = found[i + 1] if i + 1 < len(found) else None
        if token.tag in ("word", "verb"):
            nouns += 1
        elif token.tag == "det":
            if nouns and found[i - 1].tag in ("word", "verb"):
                break
        elif token.tag == "mark":
            if token.low not in _JOINS or (token.low == "," and not _lists_on(found, i)):
                break
        elif token.tag == "conj":
            if after is None or after.tag not in ("word", "det", "verb") or _past(after):
                break
        elif token.tag == "prep":
            if not nouns or token.low not in _BESIDE or after is None:
                break
            if after.tag not in ("word", "det", "adv"):
                break
        elif token.tag == "adv":
            if after is None or after.tag not in ("word", "verb") or (nouns and _past(after)):
                break
        else:
            break
        i += 1
    while i > at and found[i - 1].tag in ("conj", "prep", "det", "mark") and _loose(found, i - 1):
        i -= 1
    return i if nouns else at


def _loose(found: tuple[Token, ...], i: int) -> bool:
    return found[i].low not in '"”’%' or found[i].tag != "mark"


def _past(token: Token) -> bool:
    return token.low.endswith("ed") and len(token.low) > 4


def _lists_on(found: tuple[Token, ...], comma: int) -> bool:
    """Say whether a comma stands in a list: short phrases up to an "and" or "or"."""
    for token in found[comma + 1 : comma + 9]:
        if token.tag == "conj" and token.low in ("and", "or"):
            return True
        if token.tag in ("pron", "clitic", "sub", "aux") or token.low in BREAK:
            return False
    return False


def clauses(found: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Split a sentence into clauses, as index ranges without the marks at their ends."""
    cuts = [0]
    for i, token in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if token.low in BREAK:
            cuts.append(i)
        elif token.low == "," and after is not None:
            joined = after.tag == "conj" and i + 2 < len(found) and _opens(found[i + 2])
            if _opens(after) or joined or after.low in ("but", "so", "which"):
                cuts.append(i)
        elif (token.tag == "conj" and i and after is not None and _opens(after)) or (
            i and (token.low in ("but", "because", "while", "so") and _opens_soon(found, i))
        ):
            cuts.append(i)
    cuts.append(len(found))
    ranges: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(cuts):
        while start < end and (found[start].tag == "mark" or found[start].low in ("and", "but")):
            start += 1
        while end > start and found[end - 1].tag == "mark" and found[end - 1].low not in '"”’':
            end -= 1
        if end > start:
            ranges.append((start, end))
    return ranges


def _opens(token: Token) -> bool:
    return token.tag in ("pron", "clitic") or token.low in ("who", "which")


def _opens_soon(found: tuple[Token, ...], i: int) -> bool:
    return any(_opens(t) for t in found[i + 1 : i + 3]) or found[i].low == "because"
