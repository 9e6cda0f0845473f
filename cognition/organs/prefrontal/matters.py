"""Which everyday matter a person tells of: a job lost, a test passed, rain; and how it feels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from cognition.organs.neocortex.lexicon import KIN
from cognition.organs.prefrontal.anchors import Anchored
from cognition.organs.tables import table
from cognition.organs.thalamus.names import COMMON
from cognition.regex import regex

_NOT_SO = regex(
    r"\b(?:if|hope|hoping|wish|imagine|dream(?:t|ed)?|what if|almost|nearly|would|unless|until"
    r"|afraid (?:that )?i|worried (?:that )?i|th(?:ink|ought) (?:that )?i|before|pretend"
    r"|even though|although)\b"
)
_SOMEBODY = frozenset(
    ("he", "she", "they", "him", "her", "them", "everyone", "everybody", "someone", "somebody")
)
_OWNED = regex(r"\b(?:my|our|the|an?|his|her|their) \Z", re.IGNORECASE)
_PLAIN_NOUN = regex(r"\A(?:\d+|.*(?:ing|ed|ment|tion|ness))\Z")
_FORBIDS = regex(
    r"(?:(?:and|but|so|please|just|ok(?:ay)?),? )*(?:don'?t|do not|stop|never|no more) "
    r"(?:\w+ ){0,2}?(?:tell|ask|say|give|call|remind|suggest|talk|mention|advise|make|bring|send"
    r"|use)\b"
)
_KIN_NOUN = (
    r"(?:mother|mum|mom|mama|dad|father|sister|brother|son|daughter|missus|lad|lass"
    r"|aunt|uncle"
    r"|(?:mother|father|sister|brother|son|daughter)-in-law"
    r"|step(?:mother|father|mum|mom|dad|brother|sister|son|daughter)|cousin|niece|nephew|grandson"
    r"|granddaughter|grandmother|grandma|gran|granny|nan|grandfather|grandad|grandpa|husband|wife"
    r"|partner|boyfriend|girlfriend|fianc[eé]e?|parents|kids?|children|baby|friend|mate|pal|buddy|boss|manager"
    r"|colleague|neighbou?r|teacher|roommate|flatmate)"
)
# who are spoken of by what they are, as by a name
PARENTS = frozenset({"mum", "mom", "mama", "dad", "gran", "granny", "nan", "grandma", "grandpa"})
_BARE = rf"(?<!his )(?<!her )(?<!their )(?<!your )(?<!'s )\b(?:{'|'.join(sorted(PARENTS))})\b"
_KIN = (
    rf"(?P<{{g}}>(?:{_BARE}|(?:my|our) (?:(?:older|younger|little|big|best|eldest|youngest|new|old"
    rf"|dear|own|twin|ex)[ -]){{{{0,2}}}}{_KIN_NOUN}(?: (?!is|was|has|had|and)[A-Za-z]+)?))"
)
# "my mum called": a word in lower case after the kin is no name
_VERB = regex(rf"\b({_KIN_NOUN}) [a-z]+\Z")
_MACROS = {
    "{pet}": r"(?:cat|dog|puppy|kitten|rabbit|hamster|parrot|budgie|bunny|horse|pony|tortoise"
    r"|goldfish)",
    "{now}": r"(?:(?:just|finally|really|actually|also|have|has|had|recently|all|so|still"
    r"|both) )*",
    "{name}": r"(?:(?<!['’])[a-z]+)",  # of "can't come" the "t" is nobody
    "{died}": r"(?:died\b(?! (?:laughing|inside|down|out|of (?:laughter|shame|boredom"
    r"|embarrassment)))|passed (?:away|peacefully|suddenly|in \d{4}"
    r"|on\b(?! (?:the|an?|to|my|his|her|it|that|this|\w+day)\b))"
    r"|is dead\b|was (?:killed|murdered)\b|committed suicide|killed (?:him|her)self"
    r"|(?:took|ended) (?:his|her|their) (?:own )?life"
    r"|lost (?:his|her|their) (?:life|battle|fight)\b)",
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What is told of: its name, whether it feels good, bad or plain, the words for it and whom."""

    name: str = ""
    feel: str = "plain"
    what: str = ""
    who: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    feel: str
    text: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.text)  # few of them are needed in one talk


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text)


def matter_of(sentences: Sequence[str]) -> Matter | None:
    """Give the weightiest everyday matter that the sentences tell of, None if there is none.

    Bad news weighs more than good, good more than plain; what is only hoped or feared is neither.

    >>> found = matter_of(["Guess what, I got the job at Acme!"])
    >>> found.name, found.feel, found.what
    ('job_got', 'good', 'the job at Acme')
    >>> matter_of(["I hope I passed."]) is None
    True
    """
    found = [one for sentence in resolved(sentences[:8]) if (one := _read(sentence)) is not None]
    return min(found, key=_weight, default=None)


def resolved(sentences: Sequence[str]) -> list[str]:
    """Put whom the sentence before spoke of for the "he" or "she" that a sentence begins with.

    >>> resolved(["I miss my dad.", "He died in March."])
    ['I miss my dad.', 'my dad died in March.']
    """
    said: list[str] = []
    for sentence in sentences:
        if said and (pronoun := _HE_SHE.match(sentence)):
            gender = "m" if pronoun[1].lower() == "he" else "f"
            kin = [
                one for one in _MY_KIN.findall(said[-1]) if KIN[one[1].lower()][1] in ("", gender)
            ]
            if kin:
                sentence = f"{kin[-1][0]} {kin[-1][1]}{sentence[pronoun.end() :]}"
        said.append(sentence)
    return said


_HE_SHE = regex(r"(he|she)\b", re.IGNORECASE)
_MY_KIN = regex(
    rf"\b(my|our) ({'|'.join(sorted(KIN, key=len, reverse=True))})\b(?!['’-])", re.IGNORECASE
)
_FEELS = ("bad", "good", "plain")


@lru_cache(maxsize=512)
def _read(sentence: str) -> Matter | None:
    text = sentence.replace("’", "'").strip(" .!…")
    low = text.lower()
    if _FORBIDS.match(low):
        return None  # "don't tell me to go for a walk" tells of no walk
    rules = _rules()
    for number in _anchored().fitting(low):
        rule = rules[number]
        match = rule.pattern.search(low)
        if match is None or (rule.feel != "plain" and _NOT_SO.search(low[: match.start() + 1])):
            continue
        groups = match.groupdict()
        if not all(_stands_for_somebody(match, text, group) for group in groups):
            continue
        what = _slot(match, text, [g for g in groups if g.startswith(("what",))])
        who = _slot(match, text, [g for g in groups if g.startswith(("who", "kin", "named"))])
        who = _VERB.sub(r"\1", who)
        return Matter(rule.name, rule.feel, what, who, sentence)
    return None


def _stands_for_somebody(match: re.Match[str], text: str, group: str) -> bool:
    """Tell whether a word that a rule takes for somebody may be their name: "nearly" is none."""
    if not group.startswith(("who", "kin", "named")) or not match[group]:
        return True
    if group.startswith("named") and not text[match.start(group)].isupper():
        return False
    word = text[match.start(group) : match.end(group)].strip()
    low = word.lower()
    owned = _OWNED.search(text[: match.start(group)])
    if " " in word or owned or low in _SOMEBODY or low in PARENTS:
        return True
    return low not in COMMON and not low.endswith("ly") and not _PLAIN_NOUN.search(low)


def _slot(match: re.Match[str], text: str, groups: Sequence[str]) -> str:
    """Give what the first of these groups that took part matched, as it was written."""
    for group in groups:
        if match[group]:
            return text[match.start(group) : match.end(group)].strip()
    return ""


@cache
def _rules() -> tuple[_Rule, ...]:
    file = resources.files(__package__ or "") / "matters.yaml"
    data: dict[str, dict[str, str]] = table(file)
    return tuple(
        _Rule(name, feel, _expanded(pattern))
        for feel in _FEELS
        for name, pattern in data[feel].items()
    )


def _weight(one: Matter) -> tuple[int, int]:
    """Weigh a matter, the heaviest least: of bad news an illness comes before anger at it."""
    return _FEELS.index(one.feel), _order()[one.name] if one.feel == "bad" else 0


@cache
def _order() -> dict[str, int]:
    """Give the place of each matter in the table, where what weighs most stands first."""
    return {rule.name: place for place, rule in enumerate(_rules())}


@cache
def _anchored() -> Anchored:
    return Anchored(rule.text for rule in _rules())


def _expanded(pattern: str) -> str:
    for macro, meaning in _MACROS.items():
        pattern = pattern.replace(macro, meaning)
    number = 0
    while "{kin}" in pattern:
        number += 1
        pattern = pattern.replace("{kin}", _KIN.format(g=f"kin{number}"), 1)
    return pattern


@cache
def matters() -> frozenset[str]:
    """Give the names of all matters."""
    return frozenset(rule.name for rule in _rules())


__all__ = ["PARENTS", "Matter", "matter_of", "matters"]
