"""Candidate answers in a sentence: what stands where the question has its gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cognition.organs.prefrontal import phrase
from cognition.organs.prefrontal.frame import Frame
from cognition.organs.prefrontal.grammar import Token, clauses, noun_phrase, tokens
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import STOP, stem, words

_BE = frozenset(
    ["am", "is", "are", "was", "were", "be", "been", "being", "seems", "feels", "felt", "looks"]
)
_FEEL = frozenset(["feel", "felt", "feeling", "feels"])
_FEELING = frozenset(["feel", "describ", "think", "react", "find", "be"])
_CONTENT = frozenset(
    ["realiz", "think", "learn", "say", "suggest", "believ", "recommend", "advis", "hop", "wish"]
)
_EDGE = re.compile(
    r"^(?:(?:and|or|but|to|of|in|on|at|for|with|about|from|by|that|so|is|are|was|were|be|been"
    r"|has|have|had|also|just|really|even|,|-)\s+)+"
    r"|(?:,?\s+(?:and|or|but|to|of|in|on|at|for|with|too|there|so|that|the|a|an|as well|this|my"
    r"|is|are|was|were|then|now|yet|again|well|recently|lately|myself|not|i))+$",
    re.IGNORECASE,
)
Tokens = tuple[Token, ...]


class Span(NamedTuple):
    """A stretch of a sentence that may answer, and how well its form fits, in [0, 1]."""

    text: str
    quality: float


class Reading:
    """One sentence read for one question."""

    def __init__(self, question: Question, asked: Frame, sentence: str) -> None:
        self.question, self.asked, self.sentence = question, asked, sentence
        self.found = tokens(sentence)
        self.own = frozenset(w for person in question.people for w in words(person))
        self.parts = clauses(self.found)

    def cut(self, start: int, end: int) -> str:
        if end <= start:
            return ""
        return trim(self.sentence[self.found[start].start : self.found[end - 1].end])

    def given(self, at: int) -> bool:
        """Say whether the question has this word already."""
        token = self.found[at]
        head = token.low.partition("'")[0]
        return head in self.own or (head not in STOP and stem(head) in self.question.terms)

    def new(self, text: str) -> bool:
        """Say whether a text adds to what the question says."""
        return any(
            w not in STOP and stem(w) not in self.question.terms and w not in self.own
            for w in words(text)
        )

    def predicate(self, start: int, end: int) -> int:
        """Give where a clause's predicate begins, past its subject and auxiliaries."""
        found = self.found
        at = start
        while at < end and found[at].tag in ("intj", "mark", "conj", "sub"):
            at += 1
        begin = at
        named = False
        while at < end:
            token = found[at]
            if token.tag in ("pron", "clitic"):
                at += 1
                break
            if token.tag == "aux":
                break
            if token.text[:1].isupper() and (at > begin or token.tag == "word"):
                named = True
            elif named and token.tag in ("word", "verb"):
                break
            at += 1
        else:
            return begin
        while at < end and found[at].tag in ("aux", "adv"):
            at += 1
        if at + 1 < end and found[at].low == "going" and found[at + 1].low == "to":
            at += 2
        if at + 1 < end and found[at].low == "able":
            at += 2
        return at if at < end else begin


def trim(text: str) -> str:
    """Take the loose words off the ends of a stretch of a sentence.

    >>> trim("to the old harbour and the")
    'the old harbour'
    """
    text = text.strip(" ,;:-–—.!?")
    return _EDGE.sub("", text).strip(" ,;:-–—.!?")


def spans(question: Question, asked: Frame, sentence: str) -> Iterator[Span]:
    """Yield what in a sentence may fill the question's gap."""
    read = Reading(question, asked, sentence)
    kind = question.kind
    if not read.found:
        return
    typed = phrase.typed(question, sentence)
    if typed and (kind not in ("name", "where", "why") or read.new(typed)):
        yield Span(typed, 0.85)
    if asked.role == "subject" and kind in ("what", "name", "who", "why"):
        yield from _subjects(read)
    if asked.role == "object" and kind in ("what", "name", "who"):
        yield from _objects(read)
    if asked.focus and kind in ("what", "name"):
        yield from _focused(read)
    if asked.gap and kind in ("what", "name", "who", "where") and asked.role != "subject":
        yield from _after_gap(read)
    if asked.role == "copula" and kind in ("what", "name"):
        yield from _complements(read)
    if asked.role == "deed" or (kind == "how" and asked.verb not in _FEELING):
        yield from _deeds(read)
    if kind == "how":
        yield from _manners(read)
    if news := _news(read):
        yield Span(news, 0.3)


def _objects(read: Reading) -> Iterator[Span]:
    """What follows the question's verb: "I baked | a cake", "I hope to | open a shop"."""
    found, verb = read.found, read.asked.verb
    for i, token in enumerate(found):
        if token.tag in ("mark", "det") or not verb or stem(token.low) != verb:
            continue
        start = i + 1
        while start < len(found) and found[start].tag in ("prep", "obj", "adv"):
            start += 1
        if start >= len(found):
            continue
        whole = found[start].low in ("to", "that") or verb in _CONTENT
        end = _clause_end(read, start) if whole else noun_phrase(found, start)
        text = read.cut(start, end)
        if text and read.new(text):
            yield Span(text, 0.8)
        elif i and found[i - 1].tag in ("pron", "clitic"):
            text = read.cut(_noun_before(found, i - 1), i - 1)
            if text and read.new(text):
                yield Span(text, 0.6)


def _clause_end(read: Reading, at: int) -> int:
    return next((end for start, end in read.parts if start <= at < end), len(read.found))


def _noun_before(found: Tokens, end: int) -> int:
    start = end
    while start and found[start - 1].tag in ("word", "det", "verb"):
        start -= 1
        if found[start].tag == "det":
            break
    return start


def _subjects(read: Reading) -> Iterator[Span]:
    """What precedes the question's verb: "| Rain | spoils it"."""
    found = read.found
    for i, token in enumerate(found):
        if token.tag in ("mark", "det") or stem(token.low) != read.asked.verb:
            continue
        end = i
        while end and found[end - 1].tag in ("adv", "aux"):
            end -= 1
        start = next((s for s, e in read.parts if s <= i < e), 0)
        while start < end and found[start].tag in ("adv", "intj", "mark", "sub", "conj"):
            start += 1
        text = read.cut(start, end)
        who = read.question.kind == "who" and found[start].text[:1].isupper()
        if text and (read.new(text) or who):
            yield Span(text, 0.9 if who else 0.8)


def _focused(read: Reading) -> Iterator[Span]:
    """A phrase with the noun asked for ("what soup": "tomato | soup"), or a title."""
    found, head = read.found, read.asked.focus[-1]
    for i, token in enumerate(found):
        if stem(token.low) != head or token.tag == "mark":
            continue
        start = i
        while start and found[start - 1].tag in ("word", "verb") and not read.given(start - 1):
            start -= 1
        text = read.cut(start, max(noun_phrase(found, start), i + 1))
        if text and read.new(text):
            yield Span(text, 0.8)
        if i + 2 < len(found) and (found[i + 1].low in _BE or found[i + 1].low in ("like", ":")):
            text = read.cut(i + 2, noun_phrase(found, i + 2))
            if text and read.new(text):
                yield Span(text, 0.75)
    if (quoted := phrase.title(read.sentence)) and read.new(quoted):
        yield Span(quoted, 0.7)


def _after_gap(read: Reading) -> Iterator[Span]:
    """What follows the preposition that the question leaves hanging."""
    for i, token in enumerate(read.found):
        if token.low == read.asked.gap and i + 1 < len(read.found):
            near = any(read.given(k) for k in range(max(0, i - 4), i))
            text = read.cut(i + 1, noun_phrase(read.found, i + 1))
            if text and read.new(text):
                yield Span(text, 0.85 if near else 0.5)


def _complements(read: Reading) -> Iterator[Span]:
    """What a thing is said to be: "my dream | is | a bakery", "a bakery | is | my dream"."""
    found = read.found
    for start, end in read.parts:
        be = next((i for i in range(start, end) if _links(found[i])), None)
        if be is None:
            continue
        before = any(read.given(i) for i in range(start, be + 1))
        after = any(read.given(i) for i in range(be + 1, end))
        rest = read.cut(be + 1, end)
        if before and read.new(rest):
            yield Span(rest, 0.7)
        elif after and found[be].tag == "aux" and found[start].tag not in ("pron", "sub"):
            text = read.cut(start, be)
            if text and read.new(text):
                yield Span(text, 0.65)


def _links(token: Token) -> bool:
    return token.low in _BE or token.tag == "clitic" or token.low.endswith(("'s", "'re"))


def _deeds(read: Reading) -> Iterator[Span]:
    """What someone did: the predicate of each clause that says something new."""
    for start, end in read.parts:
        begin = read.predicate(start, end)
        text = read.cut(begin, end)
        given = sum(read.given(i) for i in range(begin, end))
        if text and read.new(text) and (begin > start or read.found[start].tag == "verb"):
            yield Span(text, 0.5 if given < 2 else 0.35)


def _manners(read: Reading) -> Iterator[Span]:
    """How something felt, or by what it was done."""
    found = read.found
    feeling = read.asked.verb in _FEELING or read.asked.role == "copula"
    for start, end in read.parts:
        for i in range(start, end - 1):
            if not feeling and found[i].low == "by" and found[i + 1].low.endswith("ing"):
                yield Span(read.cut(i, end), 0.8)
            elif feeling and (found[i].low in _FEEL or _links(found[i])):
                text = read.cut(i + 1, end)
                if text and read.new(text):
                    yield Span(text, 0.7 if found[i].low in _FEEL else 0.5)
                    break


def _news(read: Reading) -> str:
    """Give what a sentence adds to what the question gives (Clark & Haviland's contract)."""
    if not read.parts:
        return ""
    counts = [sum(read.given(i) for i in range(start, end)) for start, end in read.parts]
    at = max(range(len(counts)), key=lambda i: counts[i])
    start, end = read.parts[at]
    given = [i for i in range(start, end) if read.given(i)]
    begin = read.predicate(start, end)
    if not given:
        return read.cut(begin, end)
    for text in (read.cut(given[-1] + 1, end), read.cut(max(given[0] + 1, begin), end)):
        if text and read.new(text):
            return text
    before = read.cut(begin if begin < given[0] else start, given[0])
    if before and read.new(before):
        return before
    if at + 1 < len(read.parts):
        start, end = read.parts[at + 1]
        return read.cut(read.predicate(start, end), end)
    return read.cut(begin, end)
