"""The name that somebody asks to be called by."""

from __future__ import annotations

import re

from cognition.organs.thalamus.words import words

_CUES = words("call address name know nickname say refer just use take it's not from")
_NAME = r"(?P<name>[A-Za-z][\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)?)"
_END = (
    r"(?=\W*$|[.,!;?]|\s+(?:and|please|because|from now|these days|instead|when|again|okay|ok"
    r"|now)\b)"
)
_CALL_ME = re.compile(
    r"\b(?:call(?:ing)? me|if you called me|(?:to be|being|rather be) called|(?:to|i(?:'m| am"
    r"|'d rather| would rather| \w+ly)?) go(?:ing)? by|address(?:ing)? me (?:as|by)"
    r"|refer to me as|(?:my friends|people|every(?:one|body)|they|friends) (?:\w+ )?calls? me"
    r"|(?:people|every(?:one|body)|friends) knows? me as|known as"
    rf"|(?:use|take)(?: the name)?(?= (?-i:[A-Z])))\s+{_NAME}(?:{_END}|\s+(?:for me|as my name)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:from now on,? (?:i am|i'm|it is|it's)|my nickname is) {_NAME}{_END}"
    r"|^\W*just (?P<just>(?-i:[A-Z])[\w'’-]+),? please\W*$"
    r"|\b(?P<calls>(?-i:[A-Z])[\w'’-]+) is (?:my nickname\b|(?:what|how) (?:people|everyone"
    r"|everybody|my friends))",
    re.IGNORECASE,
)
_NOT_OLD = re.compile(
    r"\b(?:[Ii]t is|[Ii]t's|I am|I'm|[Ss]ay|[Uu]se) (?P<name>[A-Z][\w'’-]+),? not (?P<old>[A-Z]\w+)"
)
_NOT = re.compile(r"\b(?:don't|do not|never|stop|quit) $", re.IGNORECASE)
_ONLY_CALL = re.compile(r"\W*(?:please )?(?:just )?call me [\w'-]+(?:,? please)?\W*", re.IGNORECASE)
_NOT_CALLED = words(
    "when if later back tomorrow tonight a an the crazy maybe at on in anything whatever not your "
    "my monday tuesday wednesday thursday friday saturday sunday"
)


def called(text: str, who: str) -> str:
    """Give the name that somebody, `who`, asks to be called by; "" if they ask for none.

    >>> called("I'd rather be called Kit.", "Ada"), called("It's Kit, not Ada!", "Ada")
    ('Kit', 'Kit')
    >>> called("Call me tomorrow.", "Ada"), called("Don't call me Ada.", "Ada")
    ('', '')
    """
    text = text.replace("’", "'")
    low = text.lower()
    if not any(cue in low for cue in (*_CUES, "go by", "going by")):
        return ""
    if (match := _NOT_OLD.search(text)) and match["old"] == who:
        return match["name"]
    asked = [found for found in _CALL_ME.finditer(text) if not _NOT.search(text[: found.start()])]
    match = asked[-1] if asked else _NAMED.search(text)
    groups = match.groupdict() if match else {}
    name = (groups.get("name") or groups.get("just") or groups.get("calls") or "").strip()
    return name[:1].upper() + name[1:] if name and _is_name(name, text) else ""


def _is_name(name: str, text: str) -> bool:
    """Tell a name from other words; one in small letters only where nothing else is said."""
    if name.split()[0].lower() in _NOT_CALLED:
        return False
    return name[:1].isupper() or bool(_ONLY_CALL.fullmatch(text))


__all__ = ["called"]
