"""How something felt, in the words it was told in: "still shaking a bit", never what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from cognition.organs.prefrontal.evidence import Evidence, adjacent
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.words import sentences
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex
from cognition.values import EPOCH

_NEAR = timedelta(minutes=10)  # how soon after what happened a feeling is told of it
_ASKS = regex(
    r"\bhow (?:did|was|were|had) (?:\w+ ){1,3}?(?:(?:feel|feeling|felt|taking|handling)\b"
    r"|(?:react|take it|cope)\b)"
    r"|\bhow do (?:i|we) (?:really )?feel (?:about|towards?)\b"
    r"|\bwhat (?:was|were) (?:i|we|he|she|they|\w+) feeling\b"
    r"|\bwhat did (?:i|we|he|she|they|\w+) feel\b",
    re.IGNORECASE,
)
# words that tell a feeling wherever they stand
_SURELY = (
    r"gutted|relieved|devastated|heartbroken|delighted|thrilled|overjoyed|ecstatic|chuffed|elated"
    r"|furious|fuming|livid|terrified|petrified|horrified|mortified|embarrassed|ashamed|humiliated"
    r"|disappointed|frustrated|annoyed|irritated|disgusted|jealous|nervous|anxious|worried|excited"
    r"|scared|afraid|frightened|grateful|thankful|proud|lonely|miserable|depressed|upset|angry"
    r"|sad|happy|glad|unhappy|overwhelmed|stunned|stressed|guilty|hopeful|hopeless"
    r"|knackered|exhausted|shattered|drained|buzzing|stoked|pumped|bummed|crushed|distraught"
    r"|inconsolable|panicky|tearful|emotional|numb|speechless|heavy[- ]hearted|content|inspired"
    r"|in (?:tears|bits|shock|pieces|agony|despair)|over the moon|on top of the world"
    r"|on cloud nine|on edge|at peace|shaken(?: up)?|shaking|trembling|crying|sobbing"
    r"|fed up|cross|pleased|mixed feelings|bittersweet"
)
# words that tell one only of somebody: "I felt good", "I'm down"
_OF_SOMEBODY = (
    r"good|great|bad|awful|terrible|horrible|rubbish|amazing|fine|ok(?:ay)?|sick|low|down|flat"
    r"|lost|empty|moved|touched|hurt|calm|mad|tired|weird|strange|strong|free|alive|better|worse"
    r"|like (?:crying|screaming|a \w+|i \w+|an \w+)|surprised|shocked|confused|brave|stupid|silly"
    r"|foolish|useless|helpless|accomplished|blessed|lucky|loved|supported|motivated|torn"
)
_DEGREE = (
    r"(?:(?:still|so|really|very|pretty|quite|absolutely|completely|totally|utterly|just|not"
    r"|incredibly|extremely|a bit|a little|a little bit|kind of|kinda|sort of|more|both|too|super"
    r"|honestly|also|all|much|well|proper|that)\s+)*"
)
_REST = r"(?:(?! (?:but|and (?:i|we|then|so|he|she|it|they))\b)[^.,;:!?…—–()])*"
_HOLDING = (
    r"(?:i|we)(?:['’](?:m|re|ve been)| am| are| was| were| felt| feel| got| have been| had been"
    r"| ended up| came away| went away| left| was left)"
)
_OWN = regex(
    rf"\b{_HOLDING} (?:feeling )?(?P<a>{_DEGREE}(?:{_SURELY}|{_OF_SOMEBODY})\b{_REST})"
    rf"|\b(?:made|makes|left|leaves|got) (?:me|us) (?:feel(?:ing)? )?"
    rf"(?P<b>{_DEGREE}(?:{_SURELY}|{_OF_SOMEBODY}|cry|smile|laugh|want to \w+)\b{_REST})"
    rf"|(?:\A|[.,;:!?…—–(]|\band|\bbut) *(?:and |but |well |feeling |felt )?"
    rf"(?P<c>{_DEGREE}(?:{_SURELY})\b{_REST})"
    rf"|(?:\A|[.,;:!?…—–(]) *(?:felt|feeling|feel) (?P<d>{_DEGREE}(?:{_OF_SOMEBODY})\b{_REST})"
    r"|(?P<e>\b(?:i|we) (?:(?:just|really|nearly|almost|absolutely|still) )*"
    r"(?:cried|sobbed|wept|panicked|broke down|burst into tears|burst out (?:crying|laughing)"
    r"|(?:could(?:n['’]?t| not)|can['’]?t) (?:stop|believe)|hated|loved|enjoyed|freaked out"
    rf"|melted|dreaded|lost it|felt)\b{_REST})"
    rf"|(?P<f>\bmy (?:heart|hands|legs|knees|stomach|head|whole body)\b{_REST})"
    rf"|(?P<g>\b(?:it|that) (?:was|is|felt|feels) {_DEGREE}(?:scary|terrifying|frightening|awful"
    r"|amazing|horrible|lovely|wonderful|brilliant|heartbreaking|overwhelming|exciting|surreal"
    r"|emotional|a (?:huge |massive |big |great )?(?:relief|shock|blow|disappointment|nightmare"
    rf"|weight off [^.,;!?]*))\b{_REST})"
    rf"|(?P<h>\b(?:what a|such a|a huge|a massive) (?:relief|shock|blow|disappointment)\b{_REST})"
    rf"|(?P<i>\b(?:broke my heart|scared (?:me|the (?:life|hell) out of me)|gave me a fright)"
    rf"\b{_REST})",
    re.IGNORECASE,
)
# a body part tells a feeling only by what it does
_BODY = regex(
    r"my [\w ]+? (?:sank|sinks|broke|was (?:racing|pounding|in my)|raced|pounded|jumped|skipped"
    r"|melted|were (?:shaking|trembling)|shook|went (?:cold|weak|to jelly)|dropped|turned|was full"
    r"|is (?:racing|full|pounding)|are (?:shaking|trembling))\b",
    re.IGNORECASE,
)


class Feeling(NamedTuple):
    """A feeling in the words it was told in, and the evidence that tells it."""

    text: str
    item: Evidence


def asks_feeling(question: Question) -> bool:
    """Tell whether it is asked how somebody felt once.

    >>> asks_feeling(Question(text="How did I feel after the exam?"))
    True
    """
    return question.kind in ("how", "what", "when") and _ASKS.search(question.text) is not None


def feeling(question: Question, evidence: Sequence[Evidence]) -> Feeling | None:
    """Find how the one who told it felt about what is asked; None where no feeling was told."""
    who = question.people[0] if question.people else question.asker
    for item in _tellings(evidence):
        if item.recollection.speaker.lower() != who.lower():
            continue
        parts = sentences(item.recollection.text) or (item.recollection.text,)
        for part in sorted(parts, key=lambda one: one != item.sentence):
            if not asking(part) and (said := in_words(part)):
                return Feeling(said, replace(item, sentence=part))
    return None


def in_words(sentence: str) -> str:
    """Give the feeling that a sentence tells of whoever says it, empty if it tells none.

    >>> in_words("Our sale fell through, I was so gutted")
    'so gutted'
    >>> in_words("Nour was so jealous")
    ''
    """
    for match in _OWN.finditer(sentence):
        said = next(group for group in match.groups() if group).strip()
        if match["f"] and not _BODY.match(said):
            continue
        return said
    return ""


def _tellings(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield what tells of the matter asked about best, then what was said with it."""
    top = evidence[0]
    yield top
    said = top.recollection
    near = [
        one
        for one in evidence[1:]
        if one.recollection.speaker == said.speaker and adjacent(one.recollection, said, _NEAR)
    ]
    told = said.when or EPOCH
    yield from sorted(near, key=lambda one: abs((one.recollection.when or EPOCH) - told))


__all__ = ["Feeling", "asks_feeling", "feeling", "in_words"]
