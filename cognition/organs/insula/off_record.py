"""Tell whether the person asks that what they say be not remembered, or be remembered again."""

from __future__ import annotations

import re

from cognition.organs.insula.crisis import normalised, unaccented, unquoted
from cognition.regex import regex

OFF_RECORD = "off_the_record"  # the boundary of a turn of which nothing is kept
_LEAD = (
    r"(?:(?:ok(?:ay)?|so|well|hey|hi|now|please|and|but|actually|right|kindred|wait|listen|look|oh"
    r"|from (?:here|now) on)[,.!:]* )*"
)
_ASKED = (
    r"(?:(?:can|could|would|will) you (?:please )?|i (?:want|need|would like|ask) you (?:to )?"
    r"|i would rather you |you should |please )"
)
_WORDS = (
    r"(?:this|(?:any|all) of (?:this|that|it)|what i (?:say|tell you|am (?:about|going) to \w+)"
    r"(?: \w+){0,3}|(?:anything|everything) i (?:say|tell you)|(?:our|this) (?:chat|talk"
    r"|conversation)|the next (?:bit|part|thing)|this (?:bit|part|one))"
)
_ANY = rf"(?: (?:{_WORDS}|that|it|me|anything|everything|things))?"
_KEEPING = (
    r"(?:remember(?:ing)?|memori[sz](?:e|ing)|record(?:ing)?|stor(?:e|ing)|sav(?:e|ing)"
    r"|keep(?:ing)?|log(?:ging)?)"
)
_END = (
    r"(?= *(?:$|[,.;:!?]|please\b|ok|for now|now\b|today|tonight|until|from (?:here|now)|anymore"
    r"|any longer|in your|to (?:your )?memory|for (?:a while|the moment)|but\b|because\b))"
)
_MEMORY = r"(?:your |the )?(?:memory|memories|remembering|recording|taking notes)"
_OFF = regex(
    rf"^{_LEAD}(?:strictly |completely |all |between us,? )?off the record"
    r"(?= *(?:$|[,:;.!?]|please|for |now|from |today|tonight|until|ok|i |my ))"
    r"|(?<!is )(?<!was )\b(?:this|what i (?:say|tell you|am (?:about|going) to \w+(?: you)?)"
    r"|everything(?: i say)?|the rest|(?:our|this) (?:chat|talk|conversation)|the next (?:bit|part"
    r"|thing)|we|let(?: us|'?s)|i (?:would like|want|need) to|(?:can|could|may|shall) (?:we|i)"
    r"|keep (?:this|it|that|what i say))(?: (?:is|are|be|go|stays?|to be|should be|has to be"
    r"|must be|goes?|talk|speak|say (?:something|this)|tell you (?:something|this)|keep (?:this"
    r"|it)|strictly|all|now))*"
    r" off the record\b"
    rf"|^{_LEAD}{_ASKED}(?:not|do not|did not|never|stop|quit) {_KEEPING}{_ANY}{_END}"
    rf"|(?:^{_LEAD}|\bplease )(?:stop|quit) {_KEEPING}{_ANY}{_END}"
    rf"|(?:^{_LEAD}|, ?)(?:do not|never) {_KEEPING} {_WORDS}{_END}"
    rf"|\bplease (?:do not|never) {_KEEPING}{_ANY}{_END}"
    rf"|^{_LEAD}{_ASKED}?(?:pause|suspend|turn off|switch off|stop|disable) {_MEMORY}{_END}"
    rf"|^{_LEAD}{_ASKED}?turn {_MEMORY} off\b|^{_LEAD}(?:go )?incognito\b"
    r"|\bkeep (?:this|that|it|what i say) (?:out of|off) (?:your |the )?(?:memory|record|journal)\b"
    rf"|^{_LEAD}{_ASKED}?(?:keep|leave|make) no (?:record|trace|memory) of {_WORDS}"
    rf"|\bi do not want (?:you to {_KEEPING}{_ANY}|{_WORDS} (?:to be )?(?:remembered|recorded"
    rf"|stored|saved|kept|logged|on record)){_END}"
)
_ON = regex(
    rf"^{_LEAD}(?:(?:we|you|i) (?:are|can be|can go|may go)|let(?: us|'?s) (?:go|be)"
    r"|can we (?:go|be))? ?(?:go )?back on (?:the )?record\b"
    rf"|^{_LEAD}(?:you (?:can|may|could|should)(?: now)? |feel free to |let(?: us|'?s) "
    rf"|it is (?:ok|okay|fine) to |{_ASKED})?(?:start |begin |go on |continue |resume )?{_KEEPING}"
    rf"(?: (?:{_WORDS}|things|me|it|that|everything))?(?: (?:again|now|from (?:here|now)(?: on)?))"
    rf"{{1,2}}{_END}"
    rf"|^{_LEAD}(?:you (?:can|may)(?: now)? |{_ASKED})?(?:start|resume|continue|unpause|go on"
    rf"|turn on|switch on) {_MEMORY}{_END}|^{_LEAD}{_ASKED}?turn {_MEMORY} (?:back )?on\b"
)
_REPORTED = regex(r"\b(?:said|told|says|tells|asked|asks|replied|claims?|wrote)\b")
_CUES = ("record", "remember", "memor", "stor", "sav", "keep", "log", "incognito", "notes")
_WORD = regex(r"[a-z]+")
SPARE = 3  # words beside the wish that say nothing more: "for a while"
_SENTENCE = regex(r"(?<=[.!?…])\s+|\n+")


def wish(text: str, paused: bool = False) -> str:
    """Give "off" where remembering is to pause, "on" where it is to go on again, else nothing.

    It goes on only where it is paused, and not where the same message asks that it pause.

    >>> wish("Off the record: I can't stand my boss."), wish("You can remember again.", paused=True)
    ('off', 'on')
    >>> wish("I don't remember this."), wish("The minister spoke off the record.")
    ('', '')
    """
    small = unaccented(text)
    if not any(cue in small for cue in _CUES):
        return ""
    sentences = _sentences(small)
    if any(_meant(_OFF, one) for one in sentences):
        return "off"
    return "on" if paused and any(_meant(_ON, one) for one in sentences) else ""


def nothing_else(text: str) -> bool:
    """Tell whether a message says little but such a wish.

    >>> nothing_else("Okay, off the record please."), nothing_else("Off the record, I hate my job.")
    (True, False)
    """
    for sentence in _sentences(unaccented(text)):
        found = _OFF.search(sentence) or _ON.search(sentence)
        left = sentence[: found.start()] + sentence[found.end() :] if found else sentence
        if len(_WORD.findall(left)) > SPARE:
            return False
    return True


def _sentences(small: str) -> list[str]:
    return [" ".join(one.split()) for one in _SENTENCE.split(unquoted(normalised(small)))]


def _meant(pattern: re.Pattern[str], sentence: str) -> bool:
    found = pattern.search(sentence)
    return found is not None and not _REPORTED.search(sentence[: found.start()])


__all__ = ["OFF_RECORD", "nothing_else", "wish"]
