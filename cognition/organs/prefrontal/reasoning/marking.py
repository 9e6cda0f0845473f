"""A sentence that compares, as the marks of its words: names, degrees, "is", "not", "than".

What stands about them ("by a mile", "as everyone can see") has no mark; a word that neither grammar
nor comparing accounts for is marked as unknown.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501, SIM905
from __future__ import annotations

import re
from typing import NamedTuple

from cognition.organs.prefrontal.reasoning.degrees import dimension, is_degree
from cognition.organs.prefrontal.reasoning.kin_reading import sex
from cognition.organs.prefrontal.reasoning.slots import LIGHT
from cognition.regex import regex

_LONGEST = 26  # words of a sentence that only compares
# a sentence without one of these compares nobody: most sentences cost no more than this search
_CUE = regex(
    r"[a-z]er\b|\b(?:more|less|as|so|[Ww]ait|(?:should|must|ought to) (?:see|meet))\b|est\b|\bmost\b|\bleast\b|\bbeats?\b|\bmatch\b|\bcompete\b|\brival\b|\bedge\b|\bsecond to\b|\blooks? up\b|\bahead\b|\bbehind\b|\bsurpass|\boutdo|\btops\b"
)
_TOKEN = regex(r"[A-Za-z]+(?:'[a-z]+)?|[,;:.?!()–-]")
# set phrases of several words, as the one word that stands for them
_PHRASES = tuple(
    (regex(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\b(?:(?:when |if |as )?(?:compared|held up|likened|contrasted)|in (?:comparison|contrast|relation)|relative|by comparison|(?:put|placed|set|stood|standing|seen|measured|weighed|judged|up)(?= (?:against|next to|beside|alongside)))(?: (?:with|to|against|next to|beside|alongside))+(?= )", " versus "),
        (r"\b(?:next to|beside|alongside|against|as opposed to)(?= (?-i:[A-Z]))", " versus "),
        (r"\b(?:is|was|'s)? ?(?:beats?|tops?|outdoes|outstrips?|outranks?|outclasses|outshines?|trumps?|surpass(?:es)?|exceeds?|overtakes?|(?:has|have) (?:the (?:edge|advantage|upper hand) (?:on|over)|it over)|wins? (?:out )?(?:over|against)|comes? (?:out )?(?:ahead of|before|above|on top of)|(?:is )?(?:ahead|in front) of|leaves|puts (?=.*in the shade))(?= (?-i:[A-Z]))", " beats "),
        (r"\b(?:is|was|'s)? ?(?:loses (?:out )?(?:to|against)|(?:is |gets |was )?(?:beaten|outdone|surpassed|topped|exceeded|outstripped|outclassed|trumped|outshone) by|(?:can't|can ?not|could not|couldn't|does not|doesn't|won't|will not) (?:(?:possibly|really|quite|even) )*(?:match(?: up (?:to|with))?|compete with|equal|rival|touch|beat|top|keep up with|compare (?:to|with)|measure up to|come close to|hold a candle to|get near)|is no match for|(?:comes? |is )?second to|falls short of|has nothing on|trails(?: behind)?|lags behind|comes? (?:out )?(?:after|behind|below)|is behind|(?:has to |have to |must |can only )?looks? up (?:to|at))(?= (?-i:[A-Z]))", " loses "),
        (r"\bthe (?:former|first(?:[- ](?:named|mentioned|one|person))?)(?! time| of all| to\b)", " former "),
        (r"\bthe (?:latter|second(?:[- ](?:named|mentioned|one|person))?|last[- ](?:named|mentioned))\b", " latter "),
        (r"\b(?:much |rather |a lot |a bit |far |somewhat )?less so\b|\bnot (?:so much|as much|quite|really)\b(?=\W*\Z)", " lesser "),
        (r"\b(?:nowhere|not anywhere|not even|never) (?:near|close to)?(?: being)?\b(?= (?:as|so)\b)|\b(?:far from|nothing like|by no means|anything but|hardly|barely|no way|not nearly|not half|not quite) (?=(?:being )?(?:as|so)\b)|\bby no means\b|\bno way(?: is)?\b", " not "),
        (r"\b(?:quite |just |rather |exactly )?(?:the (?:opposite|reverse|contrary)|on the contrary|(?:the )?other way (?:round|around|about))\b", " opposite "),
        (r"\b(?:even )?more so than\b", " moreso "),
        (r"\bless so than\b", " lessso "),
        (r"\b(?:not )?by a (?:long|good) \w+|\bquick question\b|\blong story short\b|\ba (?:little|good|great) \w+(?= \w+er\b)", " "),
        (r"\b(?:you|we|one|I)(?:'ve| have| would| will|'d|'ll)? (?:haven't seen|have not seen|should|ought to|must|need to|have to|want to|got to)? ?(?:see|meet|look at|seen|met|check out|take a look at)(?: anything)?(?: (?:until|till|before) (?:you|we)(?:'ve)? (?:see|met|meet|seen))?(?= (?-i:[A-Z]))|\bwait (?:until|till|for|and) (?:you(?:'ve)? (?:see|met|seen|meet|get to (?:know|see|meet)|look at) )?(?= ?(?-i:[A-Z]))|\byou(?:'d| should| ought to) (?:better )?see(?= (?-i:[A-Z]))", " shouldsee "),
    )
)  # fmt: skip
_MARKS = {
    **dict.fromkeys("is are was were be been being am comes come came turns turned proves proved ends looks seems stands remains gets".split(), "i"),
    **dict.fromkeys("and but while whereas though although yet".split(), "v"),
    **dict.fromkeys("not never neither nor".split(), "n"),
    **dict.fromkeys("who whos who's which what whom whose".split(), "q"),
    "than": "T", "versus": "C", "vs": "C", "beats": "w", "loses": "l", "former": "F", "latter": "L", "or": "o", "lesser": "N", "shouldsee": "G", "moreso": "R", "opposite": "O", "lessso": "r", "as": "S", "so": "S", "both": "2", "equally": "E",
}  # fmt: skip
# words that stand about a comparison and say nothing of who is the more
_ABOUT = frozenset(
    "pair duo two compare compares compared comparing comparison consider considering choose pick name side line lined row race race stand stands standing place placed set group story question people person man woman boy girl child kid guy one ones by mile miles margin way shot chalk long far head shoulders hands doubt doubts doubting deny denies denying denied bet aware notice noticed find found found admit agree agreed sure known fact facts truth plain plainly see clear obvious easily hand whole great deal good still even already always hardly wonder comes terms matter matters when term regards regard respect respects age height speed weight wealth size strength among amongst out sides cannot anyone anybody everyone everybody met meet know knew quick course other another claim claiming argue pretend no equals equal alike same different differ difference isn't wasn't however though although despite being may might considered regarded reckoned deemed rated ranked".split()
)


class Marked(NamedTuple):
    """The marks of a sentence, one letter each; a and b are the two names in order."""

    marks: str
    names: tuple[str, ...]
    degrees: tuple[str, ...]  # as they stand: comparatives, plain forms and superlatives
    unknown: int


def compares(text: str) -> bool:
    """Say whether a sentence may compare somebody at all.

    >>> compares("Mia is taller"), compares("Mia went out")
    (True, False)
    """
    return _CUE.search(text) is not None and text.count(" ") <= _LONGEST


def marked(text: str) -> Marked | None:
    """Write a sentence as its marks; None where it compares nothing, or more than one thing.

    >>> marked("Mia is not as tall as Tom")
    Marked(marks='ainSBSb', names=('Mia', 'Tom'), degrees=('tall',), unknown=0)
    """
    for pattern, by in _PHRASES:
        text = pattern.sub(by, text)
    found = _Marking(_TOKEN.findall(text))
    if not found.run():
        return None
    written, degrees = _of_one_kind("".join(found.marks), found.degrees)
    if len({dimension(one)[0] for one in degrees}) != 1 or len(found.names) > 2:
        return None
    written = re.sub(r"\?{2,}", "?", written.replace("F", "a").replace("L", "b"))
    written = re.sub(r",{2,}", ",", written).strip(",")
    return Marked(written, tuple(found.names), tuple(degrees), found.marks.count("?"))


class _Marking:
    """Writes the marks of a sentence's words, one after another."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.marks: list[str] = []
        self.names: list[str] = []
        self.degrees: list[str] = []

    def run(self) -> bool:
        """Mark every word; give False where somebody's kin or thing is spoken of."""
        at = 0
        while at < len(self.tokens):
            adjective = self._compared(at)
            if not adjective and not self._word(at) and not self._name(at):
                return False
            at += 2 if adjective else 1
        return True

    def _compared(self, at: int) -> bool:
        """Mark "more honest" and the like."""
        low = self.tokens[at].lower()
        if low not in ("more", "less", "most", "least"):
            return False
        adjective = _adjective(self.tokens, at + 1)
        if adjective:
            self.marks.append("M" if low.endswith("st") else "D")
            self.degrees.append(f"{low} {adjective}")
        return bool(adjective)

    def _word(self, at: int) -> bool:
        """Mark a word that is no name; give False for a name."""
        word = self.tokens[at]
        low = word.lower()
        if low in ("it's", "that's", "there's", "he's", "she's", "it'd", "that'd", "they're"):
            self.marks.append("i")
        elif low.endswith("n't"):
            self.marks.append("in")
        elif kind := is_degree(low):
            self.marks.append(kind)
            self.degrees.append(low)
        elif low in _MARKS:
            self.marks.append(_MARKS[low])
        elif _named(word, at, self.tokens):
            return False
        elif not word[0].isalpha():
            self.marks.append(",")
        elif low not in LIGHT and low not in _ABOUT and not low.endswith("ly"):
            self.marks.append("?")
        return True

    def _name(self, at: int) -> bool:
        """Mark a name; give False for "Mia's brother"."""
        bare, _, short = self.tokens[at].partition("'")
        if short == "s" and not _be_follows(self.tokens, at + 1):
            return False
        if bare not in self.names:
            self.names.append(bare)
        self.marks.append("ab"[self.names.index(bare)] if self.names.index(bare) < 2 else "x")
        if short in ("s", "d", "ll"):
            self.marks.append("i")
        return True


def _of_one_kind(marks: str, degrees: list[str]) -> tuple[str, list[str]]:
    """Leave out what is only said besides, in its plain form: "a quick look: Mia is taller"."""
    kinds = {dimension(d)[0] for d in degrees if is_degree(d) != "B"}
    order = [n for n, mark in enumerate(marks) if mark in "DBM"]
    if not kinds:
        return marks, degrees
    out = {n for n, d in zip(order, degrees, strict=True) if is_degree(d) == "B" and dimension(d)[0] not in kinds}  # fmt: skip
    kept = [d for n, d in zip(order, degrees, strict=True) if n not in out]
    return "".join(mark for n, mark in enumerate(marks) if n not in out), kept


def _adjective(tokens: list[str], at: int) -> str:
    word = tokens[at].lower() if at < len(tokens) else ""
    fit = (
        word.isalpha() and word not in LIGHT and word not in ("than", "so", "of") and len(word) > 2
    )
    return word if fit and not word.endswith("s") else ""


def _be_follows(tokens: list[str], at: int) -> bool:
    """Say whether the "'s" of a name is short for "is": "Mia's taller", "Mia's the taller one"."""
    after = [one.lower() for one in tokens[at : at + 3]]
    if not after:
        return False
    light = ("the", "not", "a", "much", "far", "way", "definitely", "clearly", "so", "as", "no", "even", "always", "still", "more", "less", "just", "really")  # fmt: skip
    return after[0] in light or bool(is_degree(after[0]))


def _named(word: str, at: int, tokens: list[str]) -> bool:
    if not word[0].isupper() or word in ("I",) or not word[0].isalpha():
        return False
    low = re.sub(r"'.*", "", word.lower())
    if low in LIGHT or low in _MARKS or low in _ABOUT:
        return False
    return (at > 0 and tokens[at - 1] not in ".?!:") or bool(sex(low))


__all__ = ["Marked", "compares", "marked"]
