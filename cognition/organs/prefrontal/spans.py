"""Candidate answers in a sentence: what stands where the question has its gap."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from cognition.organs.prefrontal import phrase
from cognition.organs.prefrontal.frame import Frame
from cognition.organs.prefrontal.given_new import Reading
from cognition.organs.prefrontal.grammar import Token, noun_phrase
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import stem, words
from cognition.regex import regex

_BE = frozenset(words("am is are was were be been being seems feels felt looks"))
_FEEL = frozenset(words("feel felt feeling feels"))
_FEELING = frozenset(words("feel describ think react find be"))
_CONTENT = frozenset(words("realiz think learn say suggest believ recommend advis hop wish"))
_SAYS = frozenset(
    words(
        "says said say saying promised promises reckons reckoned swears swore insists insisted"
        " thinks thought hopes hoped offered told mentioned knows agreed claims claimed confirmed"
    )
)
_CALLED = regex(
    r",? (?:is |was )?(?:called|named) [\"“]?"
    r"(?P<name>(?:(?:Mrs?|Ms|Dr|Prof|St)\. )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*)*)"
)
Tokens = tuple[Token, ...]


class Span(NamedTuple):
    """A stretch of a sentence that may answer, and how well its form fits, in [0, 1]."""

    text: str
    quality: float


def spans(question: Question, asked: Frame, sentence: str) -> Iterator[Span]:
    """Yield what in a sentence may fill the question's gap."""
    read = Reading(question, asked, sentence)
    kind = question.kind
    if not read.found:
        return
    typed = phrase.typed(question, sentence)
    if typed and (kind not in ("name", "where", "why") or read.new(typed)):
        counts = kind == "how_many" and "often" not in question.text.lower()
        of_it = not counts or any(stem(word) in question.terms for word in words(typed))
        yield Span(typed, 0.85 if of_it else 0.5)
    if kind in ("how_many", "how_old"):
        return
    if asked.role == "subject" and kind in ("what", "name", "who", "why"):
        yield from _subjects(read)
    if asked.role == "object" and kind in ("what", "name", "who"):
        yield from _objects(read)
    if asked.focus and kind in ("what", "name"):
        yield from _focused(read)
    if asked.gap and kind in ("what", "name", "who", "where") and asked.role != "subject":
        yield from _after_gap(read)
    if asked.gap == "for" and kind == "what" and (purpose := phrase.purpose(sentence)):
        yield Span(purpose, 0.8)
    if asked.role == "copula" and kind in ("what", "name"):
        yield from _complements(read)
    if asked.role == "deed" or (kind == "how" and asked.verb not in _FEELING):
        yield from _deeds(read)
    if kind == "how":
        yield from _manners(read)
    if kind == "why":
        yield from _reasons(read)
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
        while (
            whole
            and start < len(found) - 1
            and (read.given(start) or found[start].tag in ("to", "sub"))
        ):
            start += 1
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
        if i + 2 < len(found) and found[i + 1].low == "by":
            by = read.cut(i + 2, noun_phrase(found, i + 2))
            if by and read.new(by):
                yield Span(by, 0.8)
        end = i
        while end and found[end - 1].tag in ("adv", "aux"):
            end -= 1
        start = next((s for s, e in read.parts if s <= i < e), 0)
        while start < end and found[start].tag in ("adv", "intj", "mark", "sub", "conj"):
            start += 1
        asks_who = read.question.kind == "who"
        if asks_who:
            start, end = _doer(read, start, end)
        text = read.cut(start, end)
        who = asks_who and end > start and found[start].text[:1].isupper()
        if text and (read.new(text) or who):
            yield Span(text, 0.9 if who else 0.8)


def _doer(read: Reading, start: int, end: int) -> tuple[int, int]:
    """Give the noun phrase right before a verb: of "Ron says he'll" it is "Ron"."""
    found = read.found
    if end > start and found[end - 1].low.partition("'")[0] in ("he", "she", "they"):
        said = end - 2 if found[end - 2].low == "that" else end - 1
        says = next((i for i in range(start, said) if found[i].low in _SAYS), None)
        if says is None:
            return end, end
        end = says
        while end > start and found[end - 1].tag in ("aux", "adv", "clitic"):
            end -= 1
    begin = end
    while begin > start and _of_name(found[begin - 1], found[begin:end]):
        begin -= 1
    return begin, end


def _of_name(token: Token, after: Tokens) -> bool:
    """Tell whether a word goes on a noun phrase to the left."""
    if token.low == "and":
        return bool(after)
    if after and after[0].tag == "det":
        return token.low in ("of", "both", "all", "half")
    return token.tag in ("word", "det") or token.text[:1].isupper()


def _focused(read: Reading) -> Iterator[Span]:
    """A phrase with the noun asked for ("what soup": "tomato | soup"), or a title."""
    found, head = read.found, read.asked.focus[-1]
    for i, token in enumerate(found):
        if stem(token.low) != head or token.tag == "mark":
            continue
        start = i
        while start and found[start - 1].tag in ("word", "verb") and not read.given(start - 1):
            start -= 1
        called = _CALLED.match(read.sentence, found[i].end)
        if called and read.new(called["name"]):
            yield Span(called["name"], 0.95)
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
                yield Span(text, 0.9 if near else 0.5)


def _complements(read: Reading) -> Iterator[Span]:
    """What a thing is said to be: "my dream | is | a bakery", "a bakery | is | my dream"."""
    found = read.found
    for start, end in read.parts:
        be = next((i for i in range(start, end) if _links(found[i])), None)
        if be is None:
            continue
        before = sum(read.given(i) for i in range(start, be + 1))
        after = sum(read.given(i) for i in range(be + 1, end))
        rest = read.cut(be + 1, end)
        if before > after and read.new(rest):
            yield Span(rest, 0.6 + 0.1 * min(before, 3))
        elif after and found[be].tag == "aux" and found[start].tag not in ("pron", "sub"):
            text = read.cut(start, be)
            if text and read.new(text):
                yield Span(text, 0.6 + 0.1 * min(after, 3))


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


def _reasons(read: Reading) -> Iterator[Span]:
    """What comes before "so": "| I was cold | so I lit the stove"."""
    for one, other in itertools.pairwise(read.parts):
        joined = any(read.found[i].low == "so" for i in range(one[1], other[0] + 1))
        if joined and any(read.given(i) for i in range(*other)):
            text = read.cut(read.predicate(*one), one[1])
            if text and read.new(text):
                yield Span(text, 0.85)


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
    whole = read.cut(begin, end)
    return whole if read.new(whole) else ""
