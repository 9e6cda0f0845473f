"""How relatives and pets are named: the patterns by which a sentence says who is whose what."""

from __future__ import annotations

import re

from cognition.organs.neocortex.lexicon import KIN, PETS, PLURAL_KIN, PLURAL_PETS
from cognition.organs.neocortex.phrases import NAME
from cognition.regex import regex


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # pyright: ignore[reportArgumentType]


NOUN = _any({*KIN, *PETS})
PLURAL = _any({*PLURAL_KIN, *PLURAL_PETS})
# "little", "three year old golden"
ADJECTIVES = (
    r"(?:(?!(?:ex|former|imaginary|and|family|with|of|that|for|in|on|at|to)\b)[\w-]+ ){0,3}?"
)
FEW = (
    r"(?:older|younger|little|big|best|new|dear|lovely|youngest|oldest|eldest|late|good|close"
    r"|old|baby|twin|first|other|amazing|wonderful|beautiful|sweet|furry|pet|black|grey|gray"
    r"|white|golden|childhood|school|work|long-time|\d+[- ]year[- ]old|elderly|rescue|only"
    r"|beloved|middle|newborn|great|half) "
)
OWNER = rf"(?P<owner>[Mm]y|[Oo]ur|[Hh]is|[Hh]er|{NAME}'s)"
_AGED = r"(?:,? who is (?:now |only )?(?:\d{1,2}|[a-z]+)(?: years old)?)?"
NAMES = rf"(?P<names>{NAME}{_AGED}(?:(?:, (?:and )?| and | & )(?:{FEW}){{0,2}}{NAME}{_AGED})*)"

SAID = regex(
    rf"\b{OWNER} (?:{FEW}){{0,2}}(?P<noun>{NOUN})(?:(?P<told>'s name is|'s name was| named| "
        rf"called|, named|, called"
    rf"| is (?:an? (?:\w+ )?(?:woman|man|guy|girl|lady|bloke|chap|boy|lad) )?"
    rf"(?:called|named)|'s called|,? whose name is) (?P<name>[\w'-]+(?: [A-Z][\w'-]+)?)|"
        rf"(?P<soft>,| is|) (?P<bare>{NAME}))(?P<after>,?)"
)  # fmt: skip
APPOSED = regex(rf"\b(?P<bare>{NAME})(?:, | is |'s ){OWNER} (?:{FEW}){{0,2}}"
    rf"(?P<noun>{NOUN})\b(?P<after>,?)(?!'s)(?! {NAME})(?! of\b)")  # fmt: skip
SEVERAL = regex(
    rf"\b(?:(?P<owner>[Mm]y|[Oo]ur|[Hh]er|[Hh]is|{NAME}'s)|(?P<me>I|[Ww]e|[Ss]he|[Hh]e|{NAME}) "
    rf"(?:have|has|got|have got|has got|adopted|own)|\A(?=(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\b)) ?"
        rf"(?:{ADJECTIVES})(?P<noun>{PLURAL}|(?<=\b(?:two|ree|our|ive) )(?:boys|girls))"
    rf"(?: (?:at|in|on|from) [\w-]+)?"
    rf"(?:,|'s?|:)? ?(?:are |names? are |named |called |are (?:called|named) |whose names are "
        rf")?:? ?{NAMES}"
)  # fmt: skip
GOT = regex(
    rf"\b(?P<me>I|[Ww]e|[Hh]e|[Ss]he) (?:just |recently |have |has |also |finally |both )*"
        rf"(?:adopted|have|has|got|had|rescued|bought|own|brought home|welcomed|am getting)"
    rf"(?: home)? (?:an?|one|this|our|another) (?P<adj>{ADJECTIVES})(?P<noun>{NOUN})"
    # "a dog last month, a greyhound called Rex"
    rf"(?:(?: (?:last|this|a|in|from|on|yesterday|today|recently)(?: [\w'-]+){{0,4}}?)?,? an? "
        rf"(?P<kind>[a-z][\w -]{{2,25}}?)(?= (?:called|named)))?(?:(?: that "
        rf"is| who "
        rf"is)?,? (?P<told>named|called|whose name is)(?: is)? (?P<name>[\w'-]+)|,? "
        rf"(?P<bare>{NAME}))"
)  # fmt: skip
# "a rabbit, her name is Clover"
NAME_AFTER = regex(
    rf"\b(?P<one>(?:an?|one|[Mm]y|[Oo]ur) {ADJECTIVES}(?:{NOUN}))(?: (?:last|this|in|from"
    rf"|yesterday|today)(?: [\w'-]+){{0,2}}?)?(?:,| and|;| -)+ "
    rf"(?:(?:her|his|its) name is|(?:she|he|it) is called) (?P<name>{NAME})"
)
# what was had then is no longer had
LONG_AGO = regex(
    r"\bhad\b.*\b(?:when (?:I|we) (?:was|were)|as an? (?:child|kid|girl|boy|teenager)|growing up"
    r"|back then|years ago|in those days)\b"
)
# "Lucy is coming on Sunday, that's my granddaughter"
THAT_IS = regex(
    rf"\A(?P<bare>{NAME})(?P<between>\s[^.!?]*?),? (?:and )?(?:that|she|he|who) is {OWNER} "
    rf"(?:{FEW}){{0,2}}(?P<noun>{NOUN})\b(?!'s)(?! {NAME})(?P<after>)"
)
ALONE = regex(
    rf"\A(?:That|She|He|This|that|she|he|this) is (?P<owner>[Mm]y|[Oo]ur) (?:{FEW}){{0,2}}"
    rf"(?P<noun>{NOUN})\W*\Z"
)
FIRST_NAME = regex(rf"(?P<bare>{NAME})\s")
AGED = regex(rf"(?P<name>{NAME}) (?:is|who is)(?: now| only)? (?P<n>\d{{1,2}}|[a-z]+)\b")
AGE_BESIDE = regex(  # of a month it is the day
    rf"(?P<name>(?!(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\b){NAME})"
    r"(?:,? \((?:aged? )?(?P<m>\d{1,2})\)|, (?:aged? )?(?P<k>\d{1,2})(?=[,;.]| and\b|\Z))"
)
THEY_AGED = regex(
    r",? (?:and )?(?:they|both) (?:are|turned)(?: both| now| only)* (?P<n>\d{1,2}|[a-z]+)\b"
)
BREED_BESIDE = regex(
    r",? an? (?P<o>[a-z][\w'-]+(?: [\w'-]+){0,2}?)(?=\Z|[,.;!]| (?:and|but|who|that)\b)"
)
FROM_BESIDE = regex(rf" from (?P<o>{NAME})")
AND_A = regex(  # "I have a daughter, Mia, and a son, Jan"
    rf"\b(?P<me>I|[Ww]e) (?:have|had|have got|got) (?P<one>an? [^;.]+?),? and "
    rf"(?=(?:an?|another|one) {ADJECTIVES}(?:{NOUN}),? (?:named |called )?{NAME})"
)
THEIRS = regex(rf"\b(?:[Hh]er|[Hh]is) (?:new )?(?:{FEW}){{0,2}}(?P<noun>{NOUN})\b(?!'s| {NAME})")
TOLD_LATER = regex(r"\b(?:(?P<pro>[Hh]er|[Hh]is|[Ii]ts) name is|(?P<sub>[Ss]he|[Hh]e|[Ii]t) "
    r"is (?:called|named)|I (?:named|called) (?:him|her|it)|we (?:named|called) (?:him|her|it)) "
    r"(?P<name>[\w'-]+)")  # fmt: skip
SPOKEN_OF = regex(
    rf"\b(?:my|our|adopted an?|got an?|have an?|rescued an?) (?:{FEW}){{0,2}}(?P<noun>{NOUN})"
    r"(?:s(?= (?:birthday|name|party|house|place|wedding)\b))?\b",
    re.IGNORECASE,
)
SOMEBODY = regex(  # who is brought up without a name: no relative is meant by "her" then
    r"\b(?:an?|this|some|another|one|the) (?:[\w-]+ ){0,2}?(?:girl|guy|man|woman|boy|lady|person"
    r"|bloke|chap|dude|student|nurse|stranger|gentleman|fellow|lad|lass|customer|patient)\b"
    r"|\bsome(?:one|body)\b",
    re.IGNORECASE,
)
MET = regex(  # whom the speaker did something with, or thinks of
    rf"\b(?:with|met|meet|saw|see|seen|called|call|rang|phoned|texted|messaged|visited|visit|about"
    rf"|told|asked|helped|hugged|miss|missed|missing|love|loved|thanked|from) (?P<name>{NAME})"
    r"(?!'s)(?![\w-])"
)
WORDS = regex(r"[\w-]+")
CHILDREN = {"boys": "son", "girls": "daughter"}  # "her two boys, Max and Ben"
NOUNS = frozenset({*CHILDREN, *KIN, *PETS, *PLURAL_KIN, *PLURAL_PETS})

ME_SUBJECT = regex(
    rf"(?:(?:I|[Ww]e)(?: (?:both|all))?|[Mm]e and (?:my \w+|{NAME})|(?:[Mm]y (?:\w+ )?\w+|{NAME}) "
    rf"and I)(?=\s)"
)
KIN_SUBJECT = regex(rf"{OWNER} (?:{FEW}){{0,2}}(?P<noun>{NOUN})(?:,)?(?=\s|\Z)")
PARENT_SUBJECT = regex(
    r"(?P<noun>Mum|Mom|Dad|Mother|Father|Grandma|Grandpa|Granny|Granddad|Grandad|Grandmother"
    r"|Grandfather|Daddy|Mummy)(?=\s)"
)
PRONOUN_SUBJECT = regex(r"(?P<pro>[Hh]e|[Ss]he|[Ww]ho)(?=\s|\Z)")
NAMED_SUBJECT = regex(rf"(?P<name>{NAME})(?:,)?(?=\s|\Z)")


CLAUSAL = {"'s name is", "'s name was", " is called", " is named", "'s called"}
