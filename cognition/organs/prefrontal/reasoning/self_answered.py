"""What somebody asks and answers in one breath, as what it says: "where is it? In the box".

Such a question only sets up its answer (hypophora); so does a condition that names the question:
"if you want to know where the ball is, it's in the box".
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.embedding import disembedded
from cognition.organs.prefrontal.reasoning.kin_reading import sex
from cognition.organs.prefrontal.reasoning.verbs import forms, inflected
from cognition.organs.prefrontal.words import lower_first, upper_first
from cognition.regex import regex

_SO = r"(?:(?:oh|ah|well|why|yes|yeah|right|sure|hmm|um|easy|simple|of course|as it happens|actually|let me see|that's easy|I know)\b[,!.:;]* +)*"
_X = r"(?:(?:the|my|our|your) [\w-]+(?: [\w-]+)?|(?-i:[A-Z])[\w-]+(?:'s [\w-]+(?: of [\w-]+)?)?)"
_WONDERS = regex(
    r"\A(?:if|in case|should|when) (?:you|anyone|anybody|somebody|someone)(?:'re|'d| are| is| were)?(?: ever| really| still)* (?:want(?:s)? to (?:know|learn|hear)|wish(?:es)? to know|like to know|need(?:s)? to know|wonder(?:s|ing)?|ask(?:s|ing)?(?: me| yourself)?|care to know|curious|interested(?: in knowing)?|have to know|must know|do(?:n't| not) know)(?: about| as to| in)? (?P<q>[^,:]+)(?:,|:| -| –) (?:(?:then|well),? )?(?:(?:the|my) (?:(?:right|correct|simple|only) )?(?:answer|reply)(?: (?:is|would be|will be)|:|'s) |(?:I'd|I'll|I would|I will|I can|you'll|we'd) (?:say|answer|reply|tell you)(?: that)? |(?:you will|you'll) (?:hear|get) )?(?P<a>.+)\Z",
    re.IGNORECASE,
)
_ASKED = regex(
    rf"(?:\A|(?<=[.!] ))(?:(?:guess|you know|do you know|can you guess|want to know|you ask|you wonder|wondering|asking|ask me) )?(?P<q>(?:when|where|who|whose|what|which|how)(?:'s)?\b[^?.!]+|(?:(?:and|as for|what about|how about|oh,?) )?{_X})\? +{_SO}(?P<a>[^?.!]+(?=[.!]|\Z))",
    re.IGNORECASE,
)
_SUBJECT = regex(
    r"\A(?:it|that one|this one|that|this|he|she|they|there)(?:'s|'re| is| was| are| were| has been|'d be)(?: called| named)? (?:(?:just|simply|actually|of course) )?(?P<is>.+)\Z",
    re.IGNORECASE,
)
# "Mia? She's got 5 apples", "what are cats afraid of? Dogs"
_OWNS = regex(r"\A(?:he|she|they)(?:'ve| have| has|'s(?= got)|(?= owns?))(?: got| owns?)? (?P<is>(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the|an?)\b.+)\Z", re.IGNORECASE)  # fmt: skip
# "the box? It fits in the chest", "Mia? She went to the hall"
_ACTS = regex(r"(?:it|that one|this one|he|she|they)(?P<will>'ll| will)? (?P<does>(?!is\b|was\b|are\b|were\b|has\b|have\b|will\b)[a-z]+ (?!me\b|us\b|you\b).+)\Z", re.IGNORECASE)  # fmt: skip
_OF_A_KIND = regex(r"(?:an?|my|our|(?-i:[A-Z])[\w-]+'s) [a-z-]+", re.IGNORECASE)
_FEARS = regex(r"what (?:is it (?:that )?)?(?P<be>are|is|do|does)? ?(?P<x>[a-z]+|(?-i:[A-Z])[\w-]+)(?: are| is)? (?P<how>(?:(?:so|most|really|always) )?(?:afraid|scared|frightened|terrified) of|fear|dread)\Z", re.IGNORECASE)  # fmt: skip
_IS = regex(rf"(?P<wh>when|where|who|what|which [a-z]+|how(?: old)?)(?: (?:is|was|are|were)|'s) (?P<x>{_X})(?P<rest>(?: (?:now|held|kept|born|living|these days|called|at the moment|again|right now))*)\Z", re.IGNORECASE)  # fmt: skip
_SORT = regex(rf"(?:what|which) (?:kind|sort|type|colour|color)(?: of (?:an? )?\w+)? (?:is|was) (?P<x>{_X})\Z", re.IGNORECASE)  # fmt: skip
_DOES = regex(rf"(?P<wh>who|whom|what|where|which \w+|when|how many (?P<noun>\w+)) (?:did|does) (?P<x>{_X}) (?P<verb>[a-z]+)(?P<rest>.*)\Z", re.IGNORECASE)  # fmt: skip
_HAS = regex(rf"how many (?P<noun>\w+) (?:(?:has|have|belong to|are owned by) (?P<x>{_X})(?: got)?|are (?P<x2>(?-i:[A-Z])[\w-]+)'s)\Z", re.IGNORECASE)  # fmt: skip
_WHO = regex(r"(?:who|what)(?:'s| (?!did\b|does\b|is it\b|was it\b)(?P<verb>[a-z]+)) (?P<rest>.+)\Z", re.IGNORECASE)  # fmt: skip
_WHEN = regex(r"(?:exactly |about |just )?(?:[\w-]+ (?:days?|weeks?|months?|years?) (?:before|after) |on (?:the )?\d)", re.IGNORECASE)  # fmt: skip
# what is named as known or to be guessed, and then told: "you know how old Mia is? 33!"
_RIDDLE = regex(
    r"(?:\A|(?<=[.!?] ))(?:(?:and|so|oh|well|but|hey),? )*(?:(?:do |did |shall |should |would |can )?(?:you (?:know|remember|see|want to know|wanna know|like to know|ask(?:ed)?(?: me)?|wonder(?:ed)?)|I tell you|you guess|I know|know|guess|wanna know|want to know|remember)|you(?:'ll| will|'d| would)? never guess|I(?:'ll| will) tell you|let me tell you|I can tell you|try (?:and|to) guess)(?: exactly| just)? "
    r"(?P<q>(?:when|where|who|whose|what|which|how)(?:'s)?\b[^?!:.–—,]+?) ?(?:[?:!–—]+| -|,(?= (?:it|that|he|she|they)(?:'s| is| was| are)\b))+ +(?P<a>(?=[^?]*(?:[.!]|\Z)).)",
    re.IGNORECASE,
)
_SET_UP = regex(r"\?|\b(?:know|guess|tell you)\b", re.IGNORECASE)
_WHEN_IT = regex(
    r"(?:(?:when|(?:in )?(?:what|which) (?:year|month)|(?:on )?(?:what|which) (?:day|date)) was it (?:that|when)|(?:(?:do |did )?you (?:know|remember)|guess|know|remember)(?: exactly)? when) (?P<c>[^?!.]+)\? +(?:well, )?(?:(?:it|that) (?:was|happened) )?(?P<a>(?:back )?(?:in|on|during) [^.!?]+)",
    re.IGNORECASE,
)
# "the ball? In the box, where it always is"
_PUT = regex(r"(?:still |back )?(?P<at>(?:in|inside) (?:the|my) (?!end|mood|way|meantime|meanwhile|beginning|past|future|morning|afternoon|evening|news|know)[a-z-]+)(?:,? where (?:it|he|she|they) (?:always|usually|normally|should|belongs?)(?: (?:is|are|be|sits|lives|goes))?)?", re.IGNORECASE)  # fmt: skip
_PLURAL = regex(r"(?-i:[a-z]{2,}s|mice|sheep|geese)")
# what somebody says of themselves: Mia says, "I have 5 apples"
_QUOTES = ('"I', "“I", "‘I")
_QUOTED = regex(
    r"(?P<x>(?-i:[A-Z])[\w-]+) (?:(?:always|often|just|once|recently) )?(?:says|said|told me|told us|tells me|tells us|tells everyone|replies|replied|answers|answered)[,:]? ?[\"“‘]I(?P<be>'m|’m| am|'ve|’ve| have)? (?P<v>[a-z\d]+)(?P<rest>[^\"”’?!]*)[\"”’]?",
    re.IGNORECASE,
)
_KNOW_WHAT = regex(r"(?:\A|(?<=[.!] ))(?:(?:and|so|oh|hey),? )*(?:(?:do )?you )?(?:know|guess) what[?!]+ +(?=\S)", re.IGNORECASE)  # fmt: skip
# "apples? Mia has 5 of them"
_OF_THEM = regex(
    r"(?:\A|(?<=[.!] ))(?:and |as for |what about |how about |so )?(?:the )?(?P<x>[a-z]{3,}s)\? +(?:oh,? |well,? )?(?P<who>(?-i:[A-Z])[\w-]+(?:'s)? (?:has|owns|have|got|has got|has still got|bought|found|lost|sold|gave away|won))(?: got)?(?: exactly| about| just| only)? (?P<n>\d+|[a-z]+)(?: of (?:them|those|these))?(?=\W*(?:\Z|[.!]))",
    re.IGNORECASE,
)
# verbs that say where somebody stays, not where somebody goes
_STAYS = ("live", "stay", "reside", "sit", "stand", "sleep", "work", "wait", "keep", "put", "leave")
_SHORT = 7  # words of an answer that is no more than that
_TWICE = 2 * _SHORT  # of what is said of somebody, or something, that was only named


def answered(text: str) -> str:
    """Put what is asked and answered in one breath as what it says.

    >>> answered("When was the ball? On 2 May 2019."), answered("Rex? Oh, that's a wolf.")
    ('The ball was on 2 May 2019.', 'Rex is a wolf.')
    >>> answered("Who took the ball? Mia."), answered("What did Mia take? The ball.")
    ('Mia took the ball.', 'Mia took the ball.')
    """
    if "?" not in text:
        return text
    return _ASKED.sub(lambda match: _joined(disembedded(match["q"]), match["a"]) or match[0], text)


def reported(text: str) -> str:
    """Put what is named as known and then told as a question that is answered.

    >>> reported("You know how old Mia is? She's 33!"), reported("Guess what Rex is: a wolf!")
    ("How old is Mia? She's 33!", 'What is Rex? a wolf!')
    """
    if any(quote in text for quote in _QUOTES):
        text = _QUOTED.sub(_as_said, text)
    if not _SET_UP.search(text):
        return text
    text = _WHEN_IT.sub(
        lambda match: f"{match['c']} {lower_first(match['a'])}", _KNOW_WHAT.sub("", text)
    )
    text = _RIDDLE.sub(
        lambda match: f"{upper_first(disembedded(lower_first(match['q'])))}? {match['a']}",
        text.replace("’", "'"),
    )
    return _OF_THEM.sub(lambda match: f"{match['who']} {match['n']} {match['x'].lower()}", text)


def _as_said(match: re.Match[str]) -> str:
    """Say of somebody what they say of themselves."""
    be = (match["be"] or "").lower().strip(" '’")
    verb = match["v"]
    if be:
        aux = "is" if be in ("m", "am") else "has"
        return f"{match['x']} {aux} {verb}{match['rest'].rstrip()}"
    found = [one for one in forms(verb.lower()) if one.kind in ("base", "past")]
    if not found:
        return match[0]
    does = inflected(found[0].base, "s") if found[0].kind == "base" else verb
    return f"{match['x']} {does}{match['rest'].rstrip()}"


def wondered(sentence: str) -> str:
    """Put a question that a condition names as answered: "if you wonder where Mia is, she's home".

    >>> wondered("If you want to know Rex's colour, it's brown.")
    "Rex's colour is brown."
    """
    match = _WONDERS.match(sentence.replace("’", "'").strip())
    if match is None:
        return sentence
    end = sentence.strip()[-1]
    said = _joined(disembedded(match["q"]), match["a"].rstrip(" .!"))
    return f"{said}{end if end in '.!' else ''}" if said else sentence


def _joined(asked: str, answer: str) -> str:
    """Fill the gap of a question with its answer; empty where the two do not fit."""
    asked = re.sub(r"\A(?:and|as for|what about|how about|oh),? ", "", asked, flags=re.IGNORECASE)
    if re.fullmatch(_X, asked, re.IGNORECASE) and (owns := _OWNS.match(answer)):
        return upper_first(f"{asked} has {owns['is']}")
    if _known(asked) and (acts := _ACTS.match(answer)) and len(answer.split()) < _TWICE:
        return upper_first(f"{asked} {'will ' if acts['will'] else ''}{acts['does']}")
    if _known(asked) and (what := _elided(answer)):
        return upper_first(f"{asked} {what}")
    said = _SUBJECT.match(answer)
    bare = said["is"] if said else answer
    named = said and re.fullmatch(_X, asked, re.IGNORECASE)
    if len(bare.split()) > (_TWICE if named else _SHORT):
        return ""
    return upper_first(_filled(asked, bare, bool(said)))


def _known(phrase: str) -> bool:
    """Say whether a phrase is a name, or a thing with its article, not "really" or "sorry"."""
    words = phrase.split()
    return words[0].lower() in ("the", "my", "our") or (len(words) == 1 and bool(sex(words[0])))


def _elided(answer: str) -> str:
    """Give what is said of one just named without naming them again: "Mia? Lives in Rome"."""
    if _OF_A_KIND.fullmatch(answer):
        own = "'s " in answer
        return f"is {answer if own else lower_first(answer)}"
    first, _, rest = answer.partition(" ")
    does = rest and any(one.kind in ("s", "past") for one in forms(first.lower()))
    return lower_first(answer) if does or first in ("Is", "Has", "Was") else ""


def _filled(asked: str, answer: str, told: bool) -> str:
    if re.fullmatch(_X, asked, re.IGNORECASE):
        if place := _PUT.fullmatch(answer):
            return f"{asked} is {lower_first(place['at'])}"
        when = _WHEN.match(answer)
        return f"{asked} was {lower_first(answer)}" if when else f"{asked} is {answer}" if told else ""  # fmt: skip
    low = answer if re.match(r"I\b|[A-Z][\w-]+(?: |\Z|,|')", answer) and not re.match(r"(?:North|South|East|West|Left|Right|Above|Below|Next|Over|Under|Behind|Just|Inside|Into|Over|Off|Straight|During|Back|On|In|At|The|An?|To|From|By|With|Exactly|About|Only|Some|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Half|Several|Because)\b", answer) else lower_first(answer)  # fmt: skip
    if (match := _FEARS.match(asked)) and low.isalpha():
        be = " are" if match["how"].endswith("of") else ""
        return f"{match['x']}{be} {match['how']} {low}"
    if match := _SORT.match(asked):
        return f"{match['x']} is {lower_first(answer)}"
    if match := _IS.match(asked):
        be = "was" if re.search(r"\b(?:was|were)\b", asked) else "is"
        born = " born" if "born" in match["rest"] else " held" if "held" in match["rest"] else ""
        return f"{match['x']} {be}{born} {_years(match['wh'], low)}"
    if (match := _HAS.match(asked)) and answer.isalnum():
        return f"{match['x'] or match['x2']} has {answer} {match['noun']}"
    if match := _DOES.match(asked):
        kind = "past" if " did " in asked.lower() else "s"
        verb = inflected(match["verb"], kind) if forms(match["verb"]) else ""
        what = f"{low} {match['noun']}" if match["noun"] else low
        if match["wh"].lower() == "where" and re.match(r"(?:the|my|our) |[A-Z]", what):
            what = f"{'in' if match['verb'].lower() in _STAYS else 'to'} {what}"
        rest = re.sub(r" (?:in|at)\Z", " in", match["rest"])
        to = rest if match["wh"].lower().startswith("wh") and not re.search(r" (?:to|from|in|with)\Z", rest) else ""  # fmt: skip
        return f"{match['x']} {verb} {what}{to}" if verb and (to or match["noun"] or not rest) else f"{match['x']} {verb}{rest} {what}" if verb else ""  # fmt: skip
    if (match := _WHO.match(asked)) and match["verb"] and _PLURAL.fullmatch(low):
        does = match["verb"].lower()
        base = f"{does[:-3]}y" if does.endswith("ies") else does.removesuffix("s")
        return f"{low} {base} {match['rest']}"
    if (match := _WHO.match(asked)) and re.fullmatch(r"(?-i:[A-Z])[\w-]+(?: (?:did|does|has|is|was))?", answer):  # fmt: skip
        return f"{answer.split()[0]} {match['verb'] or 'is'} {match['rest']}"
    return ""


def _years(wh: str, answer: str) -> str:
    return f"{answer} years old" if wh.lower().startswith("how") and answer.isalnum() else answer


__all__ = ["answered", "reported", "wondered"]
