"""The name that somebody asks to be called by."""

from __future__ import annotations

import re

from cognition.organs.thalamus.words import words
from cognition.regex import regex

_NAME = r"(?P<name>[A-Za-z][\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)?)"
_CAPITAL = r"(?-i:[A-Z])[\w'’-]+"
_PEOPLE = (
    r"(?:(?:all |most of )?my (?:\w+ )?(?:friends|family|mates|folks|colleagues|people|siblings"
    r"|parents)|people|every(?:one|body)"
    r"(?: else)?|they|friends|folks|most people|others|the people i know|those close to me)"
)
_HERE = (
    r"(?:as my name|for me|to you|from now on|in future|(?:from )?here on|when(?:ever)? you"
    r" (?:talk|speak|write|address)"
    r"\b[^.!?]*|if you (?:like|want|please|do not mind|don't mind)|instead(?: of [\w'’-]+)?|for"
    r" short|from (?:today|tomorrow)|in here|here|after all|any ?more"
    r"|these days|now|please|okay|ok|again|thanks|thank you|and|but|because|since|as|too|rather"
    r"|when|to my \w+|will do|is fine|not)"
)
_END = rf"(?=\W*$|[.,!;?–—-]|\s+{_HERE}\b)"
_CALL_ME = regex(
    r"\b(?:(?:call|nam)(?:e|ing)? me|(?:if|when) you (?:called|named) me|(?:to be|being|be"
    r"|get|getting|am|i'm)"
    r" (?:usually |mostly |mainly |always |better |often )?(?:called|known as|addressed (?:as|by)"
    r"|named)"
    r"|(?:to|i(?:'m| am|'d rather| would rather| \w+ly| now| always| just)?) go(?:ing)? by(?: the"
    r" (?:name|nickname)(?: of)?)?"
    r"|(?:to|i(?: \w+ly)?) answer to|address(?:ing)? me (?:as|by|with)|(?:refer to|know|think of"
    r"|greet|speak to|talk to) me as"
    rf"|{_PEOPLE} (?:\w+ )?calls? me|{_PEOPLE} (?:\w+ )?knows? me (?:as|by)|(?:i've|i have)"
    rf" (?:always |usually |mostly )?been (?:called|known as)|known (?:as|to \w+(?:"
    rf" \w+)? as)"
    r"|(?:(?:i'd|i would) (?:rather|prefer to|like to|love to)|(?:can|could|may) i) be(?! called|"
    r" known| addressed)(?= (?-i:[A-Z])[\w'’-]+ to you)"
    r"|(?:use|take|say|write|try|stick (?:to|with)|(?:switch|change|go back|go|revert)(?: it| my"
    r" name| the name| over)?(?: back)? (?:to|with))"
    r"(?: the name| my nickname| my name)?(?= (?-i:[A-Z])))"
    rf"\s+{_NAME}{_END}",
    2,
)
# a name alone after these may be anything: it needs to be said that it is one
_WEAK = regex(
    r"\b(?:use|take|say|write|try|stick|switch|change|go back|go(?! by\b)|revert)\b[^.,!?]*\Z", 2
)
_AS_NAME = regex(
    r"\b(?:for me|as my name|name|nickname|from now on|in future|from here on|when(?:ever)? you"
    r" (?:talk|speak|write|address)|not the old"
    r"|talk to me|speak to me|address me|write to me|instead of)\b",
    2,
)
_NAMED = regex(
    rf"\b(?:stop|quit|don't|do not|nobody|no one|never) calls?(?:ing)? me \w+(?: any ?more)?,?"
    rf" (?:it's|it is|i'm|i am|but|use|say"
    rf"|make it) (?P<now>{_CAPITAL}){_END}|^\W*not {_CAPITAL}(?: any ?more| any longer)?(?:,? but "
    rf"|,? it's |, )(?P<but>{_CAPITAL})\W*$"
    rf"|\b(?:from now on,? (?:i am|i'm|it is|it's)|my (?:nickname|preferred name|chosen name|new"
    rf" name) is|(?:i'd|i would) (?:rather"
    rf"|prefer to|like to) be|(?:to (?:you|(?:all )?my \w+|everyone|everybody)|for you|at home"
    rf"|among friends|everywhere),? (?:i am|i'm|it's|it is)|(?:please )?make (?:it"
    rf"|that)|i prefer the name|let me be|(?:my )?new name(?: is|:)?|my name(?:'s| is) now|i'm"
    rf" now|i am now|when you (?:talk|speak|write) to me,? (?:please"
    rf" )?(?:say|use)) (?P<name>{_CAPITAL}){_END}"
    rf"|^\W*(?:the )?name(?:'s| (?:is|i (?:use|go by|prefer|like|answer to|want) is))"
    rf" (?P<my>{_CAPITAL}){_END}|^\W*just (?P<just>{_CAPITAL})(?:,? please| is fine| will do)\W*$"
    rf"|^\W*(?:(?:please|so|just|ok|then|well)\b,? )*(?:it's |it is |i'm |i am"
    rf" )?(?P<plain>{_CAPITAL})(?: it is)? (?:from now on|to you|to"
    rf" my friends|for short|instead),?(?: please)?\W*$"
    r"|\b(?P<calls>[A-Za-z][\w-]*?\w)(?: is|'s) (?:(?:my (?:nickname|preferred name|chosen"
    r" name)\b|the name (?:i|that i|you)\b)|(?:what|how)"
    rf" (?:{_PEOPLE}|i(?:'m| am| want| like| would like|'d like| prefer| go by| answer)|you"
    rf" (?:can|may|should))\b)"
    r"|\b(?P<does>[A-Za-z][\w'’-]+) (?:will do|would do|suits me|would be better|is what i prefer"
    r"|(?:is (?:fine|better|enough)|works)(?= (?:as|for) ))"
    r"\b(?: (?:just|perfectly|as|for|better|best|well|a|my|me|name|nicely)\b)*(?=\W*$|[.!?,])",
    2,
)
_NOT_OLD = regex(
    r"(?:\b(?:[Ii]t is|[Ii]t's|I am|I'm|[Ss]ay|[Uu]se|[Mm]ake it|[Pp]refer|[Ii]s) "
    r"|^\W*)(?P<name>[A-Z][\w'’-]+),? (?:please,? )?"
    r"(?:not|over|instead of|rather than|to) (?P<old>[A-Z]\w+)"
)
_NOT = regex(r"\b(?:don't|do not|never|stop|quit|not|no longer) $", 2)
_TOLD = regex(
    r"\b(?:hate|dislike|don't like|don't want|never want|\A\W*if (?:you|they|i)|used|nobody|no"
    r" one|who"
    r"|anyone|didn't|did|was|were|he|she|wants|likes|prefers|(?<!i )(?<!ve )decided|asked|insists"
    r"|hates)\b[^.,;!?]*\Z",
    2,
)
_ONLY_CALL = regex(
    r"\W*(?:(?:hey|hi|hello|please|just|ok|okay|so|oh|well|by the way|from now on|you can|one"
    r" thing)[,:]? )*call me [\w'-]+(?:,? please)?\W*",
    2,
)
_NOT_CALLED = words(
    "when if later back tomorrow tonight a an the crazy maybe at on in anything whatever not your "
    "my monday tuesday wednesday thursday friday saturday sunday that this it what which there"
    " here"
    " something nothing everything names by for to as old lucky you i"
)


def called(text: str, who: str) -> str:
    """Give the name that somebody, `who`, asks to be called by; "" if they ask for none.

    >>> called("I'd rather be called Kit.", "Ada"), called("It's Kit, not Ada!", "Ada")
    ('Kit', 'Kit')
    >>> called("Call me tomorrow.", "Ada"), called("Don't call me Ada.", "Ada")
    ('', '')
    """
    text = text.replace("’", "'")
    if (match := _NOT_OLD.search(text)) and match["old"] == who:
        return match["name"]
    asked = [found for found in _CALL_ME.finditer(text) if _asks(text, found)]
    match = asked[-1] if asked else _NAMED.search(text)
    groups = match.groupdict() if match else {}
    name = next((value for value in groups.values() if value), "").strip()
    if not match or _TOLD.search(text[: match.start()]):
        return ""
    known = groups.get("calls") is not None or " name" in match[0]
    return name[:1].upper() + name[1:] if name and _is_name(name, text, known) else ""


def _asks(text: str, found: re.Match[str]) -> bool:
    """Tell whether what stands before a name asks to be called by it."""
    before = found[0][: found.start("name") - found.start()]
    if _WEAK.search(before) and not _AS_NAME.search(text):
        return False
    return not _NOT.search(text[: found.start()])


def _is_name(name: str, text: str, known: bool) -> bool:
    """Tell a name from other words; one in small letters only where little else is said."""
    if name.split()[0].lower() in _NOT_CALLED:
        return False
    return name[:1].isupper() or known or bool(_ONLY_CALL.fullmatch(text))


__all__ = ["called"]
