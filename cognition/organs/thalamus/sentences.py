"""Cut a text into sentences, and tell which of them ask something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from sentencex import segment  # pyright: ignore[reportAttributeAccessIssue]

from cognition.regex import regex

# Longer texts are cut by line and full stop only: the segmenter is not linear in every input.
LONG = 20_000

_INNER_BREAK = regex(r"[.!?…\n。！？؟][^\w.!?…\n。！？؟]*\w")
_NO_ABBREVIATION = regex(r"\b(?:ok|OK|Ok|no|may|art|hrs?)\.\s+(?=[A-Z])")
_CRUDE = regex(r"(?<=[.!?\n])\s+")

_WH = r"(?:what|where|when|who|whom|whose|why|how|which)"
_AUX = (
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had|"
    r"(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)n['’]?t)"
)
_SUBJECT = (
    r"(?:i|you|we|they|he|she|it|this|that|these|those|there|my|your|our|his|her|their|its|the|any|"
    r"some|someone|anyone|everyone|anything|everything|all)"
)
_PRONOUN = r"(?:i|you|we|they|he|she|it|there|that|this|anyone|someone|everyone)"
_LEAD = regex(
    r"^(?:(?:hi|hey|hello|so|and|but|oh|ok|okay|well|also|then|by the way|btw|wait|hmm|um|please|"
    r"now|sorry|anyway|actually|wow|yes|no|yeah)\b[\s,!.:;-]*)+",
    re.IGNORECASE,
)
_KIN = r"(?:mum|mom|mam|mummy|mommy|dad|daddy|nan|nana|gran|granny|grandma|grandad|grandpa)"
# what is asked of by a noun: "what breed is biscuit"; "what mum did was awful" asks nothing
_ASKED_FOR = (
    r"(?:days?|dates?|time|year|month|week|age|colou?r|breed|size|kind|sort|type|name|number|job|shop|"
    r"sport|car|school|subject|instrument|song|book|film|movie|band|game|food|dish|drink|flowers?|"
    r"medicine|medication|tablets?|pills?|meds|country|city|town|team|club|bus|train|exam|language|"
    r"grade|class|course|brand|make|model)"
)
_DOES = (
    r"(?:text|call|come|say|like|love|hate|pass|fail|go|get|have|want|know|tell|ask|ring|win|lose|"
    r"leave|eat|find|bring|buy|make|take|see|work|live|move|start|finish|need|give|do|help|answer|"
    r"write|reply|cover|pay|send|cook|sing|sleep|stop|try|hurt|feel|phone|visit|drive|play|study|think|mean|still|ever|really|even)"
)
_NO_NAME = (
    r"(?:not|so|it|its|a|an|some|any|no|well|all|too|the|my|your|our|his|her|their|nothing|something|"
    r"everything|quite|just|also|both|what|how|more|really|never|in|on|at|to|for|with)"
)
_ASKS = regex(
    rf"""^(?:
      {_WH}(?:['’](?:s|re|d|ll|ve)\b|\s+{_AUX}\b)
    | (?:what|which|whose|how)\s+(?:[\w'’-]+\s+){{1,4}}?{_AUX}\s+{_SUBJECT}\b
    | what\s+(?:[\w'’-]+\s+)?{_ASKED_FOR}\s+{_AUX}\s+\w
    | which\s+(?!{_AUX}\b|{_SUBJECT}\b)[\w'’-]+\s+(?:[\w'’-]+\s+)?{_AUX}\s+\w
    | wh(?:ats|eres|ens|ys|os)\s+(?!{_AUX})\w
    | who\s+(?:[a-z]+ed|drives?|drove|gave|took|got|won|sent|bought|brought|paid|wrote|lent|found|
        lives|sold|taught|rang|phoned|wants|has|had|likes|gets|goes|went)\s+
      (?:me|my|us|our|the|it|her|him|his|them|to|with|for|up|over)\b
    | (?:am|did|does|was|is|can|could|would|should|has|will)\s+{_KIN}\s+\w
    | (?:did|does)\s+(?!{_NO_NAME}\b)[\w'’-]+\s+(?:and\s+\w+\s+)?{_DOES}\b
    | (?:what|how)\s+about\b
    | (?:who|what)\s+(?:happen\w*|else|told|said|made|came|comes|caused|makes|knows)\b
    | why\s+(?:not|{_AUX}|{_SUBJECT})\b
    | how\s+(?:come|old|many|much|far|long|often)\b
    | (?:am|did|does|was|were|is|are|can|could|would|should|shall|might|must|has|had|do|have|
        will|may|
        (?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)n['’]?t)\s+{_PRONOUN}\b
    | (?:is|are|was|were|did|does|has|can|should)\s+
      (?:my|your|our|his|her|their|the|these|those|any)\b
    | (?:please\s+)?(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?
      (?:tell|remind|show)\s+me\s+(?:again\s+)?(?:{_WH}|if|whether|the\s+name)\b
    | i(?:['’]d|\s+would)?\s+(?:wonder|wanna\s+know|want\s+to\s+know|like\s+to\s+know|forgot|forget)
      \s+(?:{_WH}|if|whether)\b
    | (?:any|got\s+any)\s+(?:idea|news|plans|advice|tips|suggestions|thoughts)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_EXCLAIMS = regex(
    rf"^(?:what\s+(?:a|an)\b|how\s+(?!{_AUX}|many|much|old|about|come)\w+|{_WH}\b)", re.IGNORECASE
)
# "How nice that is", "how I wish", "when I was young", "what I like": no inversion, no question.
_PLAIN = regex(
    rf"^(?:(?:what|which|how|who|where|why)\s+(?:i|you|we|they|he|she|it)\b"
    rf"|when\s+(?!{_AUX}\b|['’])|what\s+an?\b|how\s+(?:nice|lovely|sweet|great|wonderful|exciting|sad|"
    rf"awful|terrible|cool|cute|kind|thoughtful|inspiring)\b)",
    re.IGNORECASE,
)
_TAG = regex(
    r",\s*(?:right|eh|huh|correct|yes|no|ok(?:ay)?|"
    r"(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)n['’]?t\s+"
    r"(?:i|you|we|they|he|she|it|there)|"
    r"(?:is|are|was|were|do|does|did|can|could|will|would|has|have)\s+(?:i|you|we|they|he|she|it))"
    r"\s*[.…]*$",
    re.IGNORECASE,
)
_FELT = (
    r"(?:nice|kind|great|sweet|lovely|good|amazing|funny|cute|awful|terrible|horrible|crazy|generous"
    r"|thoughtful|wonderful|something|odd|strange|weird|silly|sad|cool|exciting|brilliant|rude|mean)"
)
# what despairs or complains in the form of a question wants no answer from memory
_RHETORICAL = regex(
    r"^(?:what(?:['’]?s| is| was) (?:even )?the (?:whole )?point(?: of (?!.*\byou\b).{0,40})?"
    r"|why (?:me|(?:does|do) (?:this|it|everything|these things) always happen to me)|who cares"
    r"|what(?:['’]?s| is) wrong with me|what did i do to deserve this"
    r"|how (?:could|can) (?:he|she|they|i|anyone) (?:do|be) .{1,30}"
    # what is told with how it was: "she gave him her bike, wasn't that kind?"
    rf"|.{{3,}}[,:] (?:is|was)n['’]?t that (?:just |so |really )?{_FELT})\W*$",
    re.IGNORECASE,
)


_AS_WELL = regex(  # "So did I, in the car park."
    r"(?:(?:and|but)\s+)?(?:so|neither|nor)\s+(?:did|do|does|am|is|was|were|have|has|had|can|could|will"
    r"|would|should)\s+(?:i|we|he|she|they|my|our|the|it)\b[^?]*\Z",
    re.IGNORECASE,
)
_TITLE = regex(r"\b(?:Ms|Mx|Fr|Rev|Sgt|Capt|Prof|Mme|Mlle)\.\s*\Z")


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into its sentences, stripped, without those that hold nothing.

    >>> sentences("Dr. Smith came. We talked...")
    ('Dr. Smith came.', 'We talked...')
    """
    whole = text.strip()
    if not whole:
        return ()
    if _INNER_BREAK.search(whole) is None:
        return (whole,)
    if len(whole) > LONG:
        pieces: list[str] = _CRUDE.split(whole)
    else:
        pieces = []
        for line in whole.splitlines():
            pieces.extend(_segment(line))
    return tuple(piece for piece in map(str.strip, pieces) if piece)


def _segment(line: str) -> list[str]:
    try:
        pieces = _titles_joined(segment("en", line))
        return [part for piece in pieces for part in _words_ended(piece)]
    except UnicodeEncodeError:  # a lone surrogate cannot cross into the segmenter
        return _CRUDE.split(line)


def _titles_joined(pieces: Iterable[object]) -> list[str]:
    """Join what was cut after a title that the segmenter does not know: "I am Ms. Iyer."."""
    joined: list[str] = []
    for piece in map(str, pieces):
        if joined and _TITLE.search(joined[-1]):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _words_ended(piece: str) -> list[str]:
    """Cut after a word that the segmenter takes for an abbreviation: "It went ok. I slept."."""
    cuts = [0, *(match.end() for match in _NO_ABBREVIATION.finditer(piece)), len(piece)]
    return [piece[start:end] for start, end in pairwise(cuts)]


@lru_cache(maxsize=8192)
def asking(sentence: str) -> bool:
    """Tell whether a sentence asks something, with or without a question mark.

    >>> asking("do you remember my sister's name"), asking("What a day!")
    (True, False)
    """
    bare = _LEAD.sub("", sentence[:400])
    if _RHETORICAL.match(bare) or _AS_WELL.match(sentence):
        return False
    tail = sentence.rstrip(" \t\"'”’)*_~")
    ending = tail[-4:]
    if "?" in ending or "？" in ending or "؟" in ending:
        return True
    if ending.endswith("!") and _EXCLAIMS.match(bare):
        return False
    if _ASKS.match(bare) and not _PLAIN.match(bare):
        return True
    return _TAG.search(sentence[-40:]) is not None
