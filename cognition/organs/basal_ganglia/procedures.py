"""Standing wishes: how this person said they want to be treated, until they say otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cognition.organs.prefrontal.words import stem_set
from cognition.values import Fact, Percept, derive_id, engram_id

_END = r"(?=[.,!;?]|\s+(?:and|please|because|from now|instead|when|again|okay|ok)\b|$)"
_CALL_ME = re.compile(
    r"\b(?:(?:please |just |you can |you may |you should )*call me|i(?:'d| would)? (?:prefer"
    r"|like) to be called|i go by"
    r"|(?:my friends|people|everyone) calls? me"
    r"|i(?:'d| would) like you to call me|address me as|(?:use|take) the name)"
    rf"\s+(?P<name>[A-Za-z][\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)?)(?:{_END}|\s+for me\b)",
    re.IGNORECASE,
)
_ONLY_CALL = re.compile(r"\W*(?:please )?(?:just )?call me [\w'-]+(?:,? please)?\W*", re.IGNORECASE)
_NOT_CALLED = frozenset(
    re.findall(
        r"\w+",
        "when if later back tomorrow tonight a an the crazy maybe at on in anything whatever not ",
    )
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|mom|mum|dad|boss|wife|husband|doctor|people|everyone|\w+ (?:told|says?"
    r"|said|asked|tells)) (?:\w+ )?(?:(?:told|says?|said|asked|tells) (?:me|us|him|her|them)\b"
    r"|says?\b|said\b)|[\"“]",
    re.IGNORECASE,
)
# no wish is worded without one of these: most turns are done with after one cheap look
_CUE = re.compile(
    r"call|address|i go by|listen|heard|advi[cs]|suggest|solution|fix|question|ask|short|brief"
    r"|concise|long|detail|words|past|mention|memor|old (?:things|stuff)|emoji|smiley|talk|speak"
    r"|bring|remind|\btext\b|sentence|tips?\b|write|off limits|\bleave\b|\bname\b|hear about|solv",
    re.IGNORECASE,
)
_NO = (
    r"(?:please\s+)?(?:don'?t|do not|stop|no more|no|quit|without|never|spare me|skip|leave out"
    r"|enough(?: with)?|keep your|i don'?t (?:want|need|like)(?: you to)?|i(?:'d| would) rather "
    r"(?:you )?(?:didn'?t|not)|i(?:'m| am) not (?:looking for|asking for|after)|let'?s not)"
)
_AGAIN = (
    r"\b(?:you (?:can|may)|feel free to|it'?s (?:ok|okay|fine) (?:to|if you)|please do|start)\b"
)
_LISTEN = (
    r"\b(?:just|only) (?:listen|(?:want|need) (?:you )?to (?:be heard|listen)"
    r"|need someone (?:to listen|who listens))"
)

# keyword, what asks for it, what lifts it
POLICIES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (keyword, re.compile(wanted, re.IGNORECASE), re.compile(lifted, re.IGNORECASE))
    for keyword, wanted, lifted in (
        (
            "no_advice",
            rf"{_LISTEN}|\b{_NO} (?:\w+ ){{0,3}}(?:advice|advised?|advising|tips|suggestions?"
            rf"|suggest(?:ing)?|solutions?|fix(?:ing)?)\b",
            rf"{_AGAIN}.{{0,20}}\b(?:advice|advise|suggest|suggestions)\b|\bi(?:'d"
            rf"| would) (?:like|love) (?:some |your )?advice\b",
        ),
        (
            "no_questions",
            rf"\b{_NO} (?:\w+ ){{0,4}}(?:questions?|questioning|asking(?! (?:me )?about))\b"
            r"|\bfewer questions\b"
            rf"|\b{_NO} ask(?:ing)? me (?:anything|things|stuff|so much|that much|questions|all the"
            rf" time)\b|\bask (?:me )?less\b|\b{_NO} be asked\b|\bquestion me\b"
            rf"|\btoo many questions\b",
            rf"{_AGAIN}.{{0,20}}\b(?:ask|questions?)\b",
        ),
        (
            "brief",
            r"\b(?:keep|make) (?:it|this|them|your (?:answers?|replies"
            r"|messages?)) (?:\w+ )?(?:shorter|short|brief|concise)"
            r"|\b(?:i (?:prefer|like|want)|give me|only) (?:short|brief)(?:er)? \w+|\bless text\b"
            r"|\bone sentence\b|\b(?:don'?t|do not|stop) writ(?:e|ing) so (?:much|long)"
            r"|\b(?:be|answer|reply|talk) (?:\w+ )?(?:briefer|brief|briefly|concise(?:ly)?|short)\b"
            r"|\bshorter (?:answers?|replies|please)"
            r"|\b(?:too|so) long(?:-winded)?,? (?:please|keep)|\bfewer words\b",
            r"\b(?:longer|more detailed) (?:answers?|replies)|\b(?:don'?t (?:have|need) to"
            r"|no need to) (?:be|keep it) (?:so )?(?:brief|short)",
        ),
        (
            "detailed",
            r"\b(?:longer|more detailed) (?:answers?|replies|please)|\b(?:in"
            r"|more) detail please\b|\btell me more in your (?:answers|replies)",
            r"\bless detail\b",
        ),
        (
            "no_memories",
            rf"\b{_NO} (?:\w+ ){{0,2}}(?:bring(?:ing)? up|dig(?:ging)? up|mention(?:ing)?"
            rf"|remind(?:ing)? me (?:of|about)|be reminded of|talk about) (?:\w+ )?(?:the past"
            rf"|old (?:things|stuff|memories)|what i (?:said|told you))"
            r"|\bleave (?:the past|old (?:things|stuff)) (?:alone|be|out)\b",
            rf"{_AGAIN}.{{0,20}}\b(?:the past|old (?:things|memories))\b",
        ),
        (
            "no_emoji",
            rf"\b{_NO} (?:\w+ ){{0,3}}(?:emojis?|smil(?:ey|ie)s)\b"
            r"|\b(?:hate|drop|leave out|dislike) (?:the |your |all )?(?:emojis?|smil(?:ey|ie)s)\b",
            rf"{_AGAIN}.{{0,20}}\bemojis?\b",
        ),
    )
)
_OPPOSITE = {"brief": "detailed", "detailed": "brief"}
_AVOID = re.compile(
    rf"\b{_NO} (?:ever |to )?(?:mention|talk about|speak (?:about|of)|bring up|hear about"
    rf"|ask (?:me )?(?:about|anything about)|mentioning|talking about"
    rf"|bringing up|asking (?:me )?about)\s+(?P<topic>[^.,!;?]{{2,40}}?)(?:\s+(?:again|anymore"
    rf"|any more|ever|please|today))*{_END}",
    re.IGNORECASE,
)
_OFF_LIMITS = re.compile(
    r"\b(?:the|my|our) (?P<topic>[\w' -]{2,40}?) is off limits|\bleave (?:the|my|our) "
    r"(?P<left>[\w' -]{2,40}?) (?:out of (?:this|it)|alone|be)\b",
    re.IGNORECASE,
)
_UNAVOID = re.compile(
    r"\b(?:you can|we can|it'?s (?:ok|okay|fine) to|i(?:'m| am) ready to) (?:mention|talk about"
    r"|speak (?:about|of)|bring up)\s+(?P<topic>[^.,!;?]{2,40})(?:\s+(?:again|now))?",
    re.IGNORECASE,
)
_SAYS = {
    "no_advice": "wants to be listened to, without advice",
    "no_questions": "wants fewer questions",
    "brief": "wants short answers",
    "detailed": "wants longer answers",
    "no_memories": "does not want the past brought up",
    "no_emoji": "wants no emoji",
}


def procedures(
    percept: Percept, held: Sequence[Fact], owner: str, now: datetime
) -> tuple[Fact, ...]:
    """Read standing wishes out of what the person says: new ones, and held ones that they end.

    Only what the person asks for themselves, in so many words: not what is quoted or reported.

    >>> said = Percept(text="Please call me Sam.", speaker="Ada")
    >>> wish = procedures(said, [], "Ada", datetime(2026, 3, 1))
    >>> wish[0].relation, wish[0].object
    ('call_me', 'Sam')
    """
    if percept.role != "person" or not percept.text:
        return ()
    source = engram_id(owner, percept.ref, percept.speaker or owner, now, percept.text)
    found: list[Fact] = []
    for sentence in percept.sentences or (percept.text,):
        plain = sentence.replace("’", "'")
        if _CUE.search(plain) and not _REPORTED.search(plain):
            found += _wishes(plain, held, percept.speaker or owner, source, now)
    new = {(f.relation, f.object) for f in found if f.valid_to is None}
    known = {(f.relation, f.object) for f in held}
    return tuple(
        f for f in found if f.valid_to is not None or (f.relation, f.object) not in known & new
    )


def _wishes(text: str, held: Sequence[Fact], who: str, source: str, now: datetime) -> list[Fact]:
    found: list[Fact] = []
    match = _CALL_ME.search(text)
    if match and _is_name(match["name"], text):
        name = match["name"].strip()
        name = name[:1].upper() + name[1:]
        found += [_close(f, now) for f in held if f.relation == "call_me" and f.object != name]
        found.append(
            _wish(who, "call_me", name, _said(who, f"wants to be called {name}"), source, now)
        )
    for keyword, wanted, lifted in POLICIES:
        same = [f for f in held if f.object == keyword]
        if same and lifted.search(text):  # "you don't have to be brief" has "be brief" in it
            found += [_close(f, now) for f in same]
        elif wanted.search(text):
            opposite = _OPPOSITE.get(keyword)
            found += [_close(f, now) for f in held if f.object == opposite]
            found.append(
                _wish(who, "prefers_treatment", keyword, _said(who, _SAYS[keyword]), source, now)
            )
    return found + _avoided(text, held, who, source, now)


def _avoided(text: str, held: Sequence[Fact], who: str, source: str, now: datetime) -> list[Fact]:
    match = _UNAVOID.search(text)
    if match:
        topic = stem_set(match["topic"])
        return [
            _close(f, now)
            for f in held
            if f.object.startswith("avoid:") and stem_set(f.object.removeprefix("avoid:")) & topic
        ]
    match = _AVOID.search(text) or _OFF_LIMITS.search(text)
    matter = (match["topic"] or match.groupdict().get("left") or "").strip() if match else ""
    if not stem_set(matter) or re.search(r"\bpast\b|\bold (?:things|stuff)\b", matter):
        return []
    topic = re.sub(r"^(?:my|the|our|any|that) ", "", matter, flags=re.IGNORECASE)
    said = _said(who, f"does not want to talk about {matter}")
    return [_wish(who, "prefers_treatment", f"avoid:{topic}", said, source, now)]


def _said(who: str, wish: str) -> str:
    """Say a wish of someone; of "you" in the second person.

    >>> _said("Ada", "wants short answers"), _said("you", "does not want advice")
    ('Ada wants short answers', 'You do not want advice')
    """
    if who != "you":
        return f"{who} {wish}"
    return "You " + re.sub(r"^(?:wants|does)", lambda m: "want" if m[0] == "wants" else "do", wish)


def _is_name(name: str, text: str) -> bool:
    """Tell a name from other words; one in small letters only where nothing else is said."""
    if name.split()[0].lower() in _NOT_CALLED:
        return False
    return name[:1].isupper() or bool(_ONLY_CALL.fullmatch(text))


def _close(fact: Fact, now: datetime) -> Fact:
    return replace(fact, valid_to=now)


def _wish(who: str, relation: str, object_: str, text: str, source: str, now: datetime) -> Fact:
    return Fact(
        id=derive_id("procedure", who, relation, object_, True, source),
        kind="procedure",
        subject=who,
        relation=relation,
        object=object_,
        text=f"{text}.",
        valid_from=now,
        sources=(source,),
    )


__all__ = ["POLICIES", "procedures"]
