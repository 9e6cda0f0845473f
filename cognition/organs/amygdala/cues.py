"""Cues of how a feeling is said: whose it is, denied, stressed, played down, or not meant.

They stand beside what was learned and change no label: readers of GoEmotions mostly take sarcasm at
its word. A cue of sarcasm makes an appraisal less sure of itself.

References:
    Wiebe, Wilson & Cardie 2005, Annotating Expressions of Opinions and Emotions in Language (the
    holder of a feeling apart from its writer).
    Polanyi & Zaenen 2006, Contextual Valence Shifters (negation, intensifiers, diminishers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cognition.regex import regex

SPEAKER = "speaker"
_FEELING = r"""(?:afraid|amazed|amused|angry|annoyed|anxious|ashamed|bitter|bored|calm|cheerful|
    confused|crushed|curious|delighted|depressed|desperate|devastated|disappointed|disgusted|
    down|ecstatic|embarrassed|enraged|excited|frightened|frustrated|furious|glad|grateful|guilty|
    happy|heartbroken|hopeful|hopeless|horrified|hurt|impressed|in\ love|irritated|jealous|joyful|
    lonely|mad|miserable|moved|nervous|outraged|overjoyed|overwhelmed|panicked|pleased|proud|
    relieved|resentful|sad|scared|shocked|sorry|stressed|surprised|terrified|thankful|thrilled|
    touched|uncomfortable|unhappy|upset|worried)"""
_STRESS = r"""(?:very|so|really|extremely|absolutely|totally|utterly|completely|incredibly|
    terribly|deeply|beyond|super|insanely|such\ an?)"""
_PLAYED_DOWN = r"""(?:a\ (?:bit|little|touch)|slightly|somewhat|kind\ of|kinda|sort\ of|rather|
    mildly)"""
_BETWEEN = rf"(?:(?:{_STRESS}|{_PLAYED_DOWN}|not|still|also|always|never|quite|pretty|too)\s+)*"
_BE = r"""(?:\s+(?:is|are|was|were|be|been|feels?|felt|seems?|seemed|looks?|looked|sounds?|
    sounded|got|gets?|becomes?|became|(?:has|have|had)\ been|(?:isn|aren|wasn|weren)'t)
    |['’]s|['’]re|(?<=e)s)\s+(?:[\w-]+\s+(?:years\s+old\s+)?and\s+)?"""
_ACT = r"""\s+(?:cries|cried|is\ crying|was\ crying|panicked|laughed|sobbed|wept|loves|hates|
    fears|misses)"""
_WHO = r"""(?P<who>(?:my|our|his|her|their|your|the)\s+(?:best\ |little\ |older\ |younger\ )?\w+
    |he|she|they|you|everyone|everybody|mum|mom|dad|gran|grandma|grandpa|granny|(?-i:[A-Z][a-z]+))"""
_FLAGS = re.VERBOSE | re.IGNORECASE
_OTHER = regex(rf"\b{_WHO}(?:{_BE}{_BETWEEN}{_FEELING}\b|{_ACT}\b)", _FLAGS)
_SELF = regex(
    rf"""\b(?:I(?:'m|\ am|\ was|\ feel|\ felt|\ get|\ got|'ve\ been|\ have\ been)\s+
    {_BETWEEN}{_FEELING}
    |I\ (?:{_BETWEEN})?(?:love|hate|fear|miss|regret|enjoy|cried|loved|hated)
    |(?:makes?|made|making|left|leaves)\ me)\b""",
    _FLAGS,
)
_DENIED = regex(
    rf"\b(?:not|never|hardly|barely|no\ longer|without|\w+n['’]?t)\s+(?:\w+\s+){{0,2}}{_FEELING}\b",
    _FLAGS,
)
_STRESSED = regex(rf"\b{_STRESS}\s+\w|!!|(\w)\1\1", _FLAGS)
_SOFTENED = regex(rf"\b{_PLAYED_DOWN}\s+\w", _FLAGS)
_UNMEANT = regex(
    r"""(?:^|\s)/s\b|\byeah,?\ right\b|\bjust\ what\ (?:I|we)\ needed\b|\bthanks\ for\ nothing\b
    |\bgee,?\ thanks\b|\bcolou?r\ me\ \w+|\bwhat\ a\ (?:shock|surprise)[.!]*$
    |^(?:oh,?\ )?(?:great|wonderful|fantastic|lovely|perfect|brilliant|awesome|nice)[,.!]+\ (?:
    another|more|now|here\ we\ go)\b
    |\b(?:love|enjoy)\ being\ (?:ignored|lied|left|stuck|shouted|blamed|late)\b""",
    _FLAGS,
)
_CUES = {"denied": _DENIED, "stressed": _STRESSED, "softened": _SOFTENED, "sarcasm": _UNMEANT}
_SHOUTED = regex(r"\b[A-Z]{3,}\b")
# capitalised at the beginning of a sentence, and nobody who feels
_COMMON = frozenset({"I", "It", "This", "That", "There", "What", "Which", "Everything", "Nothing"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Whose feeling it is, as written ("speaker" for the one who speaks), and the cues' names."""

    experiencer: str = SPEAKER
    names: tuple[str, ...] = ()


def cues(text: str) -> Cues:
    """Find the cues in a text.

    >>> cues("My sister is really angry with me.")
    Cues(experiencer='My sister', names=('stressed',))
    >>> cues("I'm not happy that he is sad").names
    ('denied',)
    """
    names = [name for name, pattern in _CUES.items() if pattern.search(text)]
    if "stressed" not in names and _SHOUTED.search(text):
        names.append("stressed")
    return Cues(_experiencer(text), tuple(names))


def _experiencer(text: str) -> str:
    if _SELF.search(text):
        return SPEAKER  # whatever others feel, it is told for what it does to the speaker
    for found in _OTHER.finditer(text):
        if found["who"] not in _COMMON:
            return found["who"]
    return SPEAKER
