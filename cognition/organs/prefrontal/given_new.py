"""One sentence read for one question: what the question gives already, and what is new in it.

Clark & Haviland 1977 (Comprehension and the given-new contract): a speaker ties what is new to what
is given; an answer is the new part of the sentence that shares the most with its question.
"""

from __future__ import annotations

import re

from cognition.organs.prefrontal.frame import Frame
from cognition.organs.prefrontal.grammar import clauses, tokens
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import STOP, stem, weight, words
from cognition.regex import regex

_EDGE = regex(
    r"^(?:(?:and|or|but|to|of|in|on|at|for|with|about|from|by|that|so|is|are|was|were|be|been"
    r"|has|have|had|also|just|really|even|,|-)\s+)+"
    r"|(?:,?\s+(?:and|or|but|to|of|in|on|at|for|with|too|there|so|that|the|a|an|as well|this|my"
    r"|is|are|was|were|then|now|yet|again|once|well|recently|lately|myself|not|when|where|who|if"
    r"|which|because|i|we|they|he|she|it|i'm|it's|they're|we're|you|your|our|his|her|their))+$",
    re.IGNORECASE,
)


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
        end = self.before_given(start, end)
        return trim(self.sentence[self.found[start].start : self.found[end - 1].end])

    def before_given(self, start: int, end: int) -> int:
        """Leave out a last phrase that the question has already: "a cake | for Mia"."""
        content = [i for i in range(start, end) if self.found[i].tag in ("word", "verb")]
        last = next((i for i in reversed(content) if not self.given(i)), None)
        if last is None or last == content[-1]:
            return end
        prep = next((i for i in range(last + 1, end) if self.found[i].tag in ("prep", "to")), None)
        return prep if prep is not None and prep > start else end

    def given(self, at: int) -> bool:
        """Say whether the question has this word already."""
        token = self.found[at]
        head = token.low.partition("'")[0]
        return head in self.own or (head not in STOP and stem(head) in self.question.terms)

    def new(self, text: str) -> bool:
        """Say whether a text adds to what the question says."""
        return any(
            w not in STOP
            and stem(w) not in self.question.terms
            and w not in self.own
            and (weight(stem(w)) == 1.0 or len(text.split()) > 1)
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
