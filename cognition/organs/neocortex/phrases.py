"""Shapes that the object of a fact may take; each gives clean objects, or none when in doubt."""

from __future__ import annotations

import re

from cognition.organs.neocortex.lexicon import (
    ILLNESSES,
    LANGUAGES,
    NATIONALITIES,
    NOT_NAMES,
    NOT_STATES,
    NOT_TRADES,
    OCCUPATION_ENDING,
    OCCUPATIONS,
    listed,
    words,
)
from cognition.regex import regex

NAME = (
    r"[A-ZÀ-Ý][\wÀ-ÿ'-]*(?<!'s)(?<!')"
    r"(?: (?:de |van |von |da |del )?[A-ZÀ-Ý][\wÀ-ÿ'-]+(?<!'s)(?<!')){0,2}"
)
_NAME = regex(NAME)
_STOP = regex(
    r"\s*[.,;:!?]|\s+(?:because|but|when|while|which|who|that|since|though|although|as well|too"
        r"|so much|so"
    r"|if|until|after|before|with (?:my|our|his|her|the|a|some)|for (?:a|the|my|over|about|almost"
        r"|nearly"
    r"|\d+|many|several|years|one|two|three|four|five|ten|now|work|fun)|and (?:I|we|my|it|he|she"
        r"|they|that|this|then|so"
    r"|am|is|are|was|have|has|do|did|got|just|would|could|will|can|the|also|now|even)|right now"
        r"|at the moment|yet|some time|these days|nowadays|now|again|lately|today"
    r"|tonight|tomorrow|yesterday|this (?:year|month|week|morning|summer|spring|winter|fall|autumn)"
    r"|last (?:year|month|week|summer|spring|winter|fall|autumn)|next (?:year|month|week)|a (?:few"
        r"|couple)"
    r"|in (?:my (?:free|spare) time|\d{4}|general|particular|the (?:morning|evening|summer|winter))"
    r"|on (?:weekends|the weekend|sundays|saturdays|my)|every \w+|whenever|as a|like|especially"
        r"|more than|a lot|very much"
    r"|though|lol|haha|honestly|anyway|either|together|together with|here|there|all the time|most"
        r"|back in|\w+ (?:years?|months?|weeks?|days?) ago"
    r"|to (?:relax|unwind|keep|stay|help|clear|make|get|be|see|feel))\b.*",
    re.IGNORECASE,
)  # fmt: skip
_ARTICLE = regex(r"(?:a|an|the|some|any|all|both|my own)\s+", re.IGNORECASE)
LIST = regex(r"\s*,\s*(?:and|or)\s+|\s*,\s*|\s+(?:and|or|&)\s+")
_VAGUE = regex(
    r"(?:it|that|this|those|these|them|him|her|you|me|us|one|ones|how|when|what|where|why|the way"
    r"|the idea"
    r"|the fact|the thought|your|yours|my|our|his|their|its|everything|anything|nothing|something"
    r"|things?"
    r"|being|having|to be|getting to|seeing (?:you|how|that|him|her|them)|hearing|knowing|talking "
    r"(?:to|with) you|doing (?:it|that|this)|stuff"
    r"|people who|every|each|such|here|there|so|sometimes|not|no|nobody|someone|anyone|everyone"
    r"|others|another|more|both|either|neither|same"
    r"|meeting you|chatting|I|we|he|she|they|much|many|a lot|lots|spending time|going there"
    r"|trying new things|making sure|reading your|looking|as)\b",
    re.IGNORECASE,
)
_DEICTIC = regex(r"\b(?:it|this|that|these|those|them|you|your|him|her|their|its|his|thing"
    r"|things|stuff|one|there)\b", re.IGNORECASE)  # fmt: skip
_PLACE = regex(
    r"(?:(?:north|south|east|west|central|downtown|upstate|rural|northern|southern|eastern|western"
        r"|the)\s)?"
    r"[A-ZÀ-Ý][\wÀ-ÿ.'-]*(?:(?: (?:of|de|la|upon|on|the))* [A-ZÀ-Ý][\wÀ-ÿ.'-]*)*(?:, "
        r"[A-ZÀ-Ý][\wÀ-ÿ.]+(?: [A-Z]\w+)?)?"
)  # fmt: skip
_NO_PLACE = NOT_NAMES | words(
    "town peace fear bed general love trouble charge shock awe hope front fact debt person "
    "love my your town city village country suburbs countryside area place house apartment "
    "flat dorm denial pain the comfort style luxury hell heaven chaos college school "
    "university hospital it here there moment past present future dorms vain harmony silence "
    "poverty abroad alone together another different new small big same which nature touch "
    "line spirit person bachelor tears agony"
)
_NUMBER = {
    word: number
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def cut(text: str) -> str:
    """Cut a phrase where its clause ends or something else begins."""
    match = _STOP.search(" " + text)
    return (" " + text)[: match.start()].strip(" '\"-") if match else text.strip(" '\"-,.")


def noun(text: str, longest: int = 6) -> list[str]:
    """One noun phrase without its article, of at most `longest` words and nothing deictic."""
    phrase = re.sub(rf"^(?:{_ARTICLE.pattern})", "", cut(text), flags=re.IGNORECASE)
    phrase = re.sub(r" (?:some ?day|one day|eventually|soon)\Z", "", phrase)
    if not phrase or _VAGUE.match(phrase) or len(phrase.split()) > longest:
        return []
    return [] if _DEICTIC.search(phrase) else [phrase]


def place(text: str) -> list[str]:
    """A place: capitalised words, or one lower-case word at the clause's end ("leeds")."""
    if match := _PLACE.match(text):
        found = re.sub(r",? (?:USA|US|UK)\Z", "", match[0]).rstrip(" .,'")
        first = found.split(",")[0]
        owned = first.split()[0].lower() in (
            "my",
            "your",
            "his",
            "her",
            "our",
            "their",
            "this",
            "a",
        )
        return [] if owned or first.lower() in _NO_PLACE else [found]
    word = cut(text)
    plain_word = re.fullmatch(r"[a-z]{4,}(?: (?:city|york|francisco|angeles|zealand))?", word)
    if (
        plain_word
        and word not in _NO_PLACE
        and not word.endswith(("ing", "ed", "ment", "ness", "ly"))
    ):
        return [word.title()]
    return []


def organisation(text: str) -> list[str]:
    """An employer or school: a proper name, or "a bakery" kept with its article."""
    match = re.match(
        r"(?:the )?(?:St\.? )?[A-ZÀ-Ý][\wÀ-ÿ.'&-]*(?: (?:of|for|and|&|de|the) (?=[A-Z])| "
        r"?[A-ZÀ-Ý][\wÀ-ÿ.'&-]*)*",
        text,
    )
    if match:
        found = match[0].rstrip(" .,")
        return [] if found.lower() in NOT_NAMES else [found]
    phrase = cut(text)
    if (
        re.match(r"(?:a|an|the) \w", phrase)
        and len(phrase.split()) <= 5
        and not _DEICTIC.search(phrase)
    ):
        vague = re.match(
            r"(?:a|an|the) (?:lot|bit|moment|office|same|new job|job|project|company where)\b",
            phrase,
        )
        return [] if vague else [phrase]
    word = re.fullmatch(r"[a-z]{4,}", phrase)
    if word and phrase not in _NO_PLACE | {
        "home",
        "night",
        "nights",
        "weekends",
        "least",
        "once",
        "last",
    }:
        return [phrase[0].upper() + phrase[1:]]
    return []


_TRADE_END = regex(
    r"\s+(?:at|in|for|with|from|by|on|of|specializing|specialising|working|living|based|to|here"
    r"|and|who|where"
    r"|during|known|focusing|now|last|since|after|because|when|for|myself|this|these|right"
    r"|full-time|part-time|full time|part time)\b.*|[,.;:!?].*"
)


_PROFESSIONAL = regex(
    r"an? (?:[\w-]+ ){0,4}(?:professional\b|(?!volunt|member|founder|found|support|resident|lover)"
    r"\w+(?:[^mn]ist|ician|eer)\b)"
)


def trade(text: str) -> list[str]:
    """An occupation: up to four words whose head is a trade and no figure of speech."""
    phrase = re.sub(r"^(?:an?|the) ", "", _TRADE_END.sub("", text.strip()))
    words = phrase.split()
    if not words or len(words) > 5:
        return []
    head = words[-1].lower()
    low = phrase.lower()
    known = head in OCCUPATIONS or OCCUPATION_ENDING.search(head) is not None
    if not known or any(low.endswith(never) for never in NOT_TRADES):
        return []
    if re.search(
        r"\b(?:my|your|her|his|big|better|best|worst|bad|terrible|decent|amateur|former|ex|wannabe"
        r"|of)\b",
        low,
    ):
        return []
    return [low if phrase.isupper() is False and phrase[0].islower() else phrase]


def profession(text: str) -> bool:
    """Tell whether a phrase says what someone does for a living, by its head or its beginning.

    >>> profession("a nurse"), profession("an avid climber")
    (True, False)
    >>> profession("a renowned botanist specializing in ferns")
    True
    """
    return bool(trade(text)) or _PROFESSIONAL.match(text) is not None


def person(text: str) -> list[str]:
    """A person's or pet's name as written, capitalised."""
    match = _NAME.match(text)
    if (
        match
        and match[0].split()[0].lower() not in NOT_NAMES
        and match[0].lower() not in NATIONALITIES
    ):
        return [match[0].rstrip("'")]
    return []


def told_name(text: str) -> list[str]:
    """A name where one was announced ("called rex"): lower case will do if nothing follows."""
    match = _NAME.match(text)
    if match and re.match(r" \d", text[match.end() :]):  # "User 2"
        return []
    if match and match[0].split()[0].lower() not in NOT_NAMES:
        return [match[0].rstrip("'")]
    word = re.match(r"([a-z]{2,14})(?=\Z|[,.!]| and\b)", text)
    if word and word[1] not in NOT_NAMES and word[1] not in NOT_STATES:
        return [word[1].title()]
    return []


def number(text: str) -> int | None:
    """A whole number in digits or in words, up to 130."""
    words = text.lower().replace("-", " ").split()
    if len(words) == 1 and words[0].isdigit():
        return int(words[0]) if int(words[0]) <= 130 else None
    if words and all(word in _NUMBER for word in words) and len(words) <= 2:
        return sum(_NUMBER[word] for word in words)
    return None


def language(text: str) -> list[str]:
    """Languages at the start of a phrase: "French, German and a bit of Dutch"."""
    found: list[str] = []
    for part in LIST.split(cut(text)):
        part = re.sub(
            r"^(?:a (?:little|bit)(?: bit)?(?: of)?|some|fluent|basic|both|conversational) ",
            "",
            part.strip(),
        )
        word = re.sub(r" (?:fluently|well|quite well|at home)\Z", "", part)
        if word.lower() not in LANGUAGES:
            break
        found.append(word.title())
    return found


def illness(text: str) -> list[str]:
    """A named illness out of a closed list, or "an X allergy" left to the allergy rule."""
    phrase = re.sub(
        r"^(?:a|an|mild|severe|bad|chronic) (?!pain|fatigue|migraine)", "", cut(text).lower()
    )
    return [_proper(phrase)] if phrase in ILLNESSES else []


def _proper(phrase: str) -> str:
    if phrase in ("adhd", "ocd", "ptsd", "ibs", "ms", "pcos", "gerd", "add"):
        return phrase.upper()
    return re.sub(r"^(crohn|parkinson|alzheimer)", lambda match: match[1].title(), phrase)


def cut_loose(text: str) -> str:
    """Cut a phrase only where its clause surely ends (for wishes, which run on)."""
    return re.split(
        r"[.,;:!?]|\s+(?:because|but|when|while|so that|since|right now|at the moment|these days"
        r"|and (?:I|we|my|it|he|she|that|then|just)|as soon|which)\b",
        text,
    )[0].strip(" '\"-")


def deictic(phrase: str) -> bool:
    """Tell whether a phrase points at something outside itself ("this thing")."""
    return _DEICTIC.search(phrase) is not None


def vague(phrase: str) -> bool:
    """Tell whether a phrase begins with words that name nothing ("everything", "your")."""
    return _VAGUE.match(phrase) is not None
