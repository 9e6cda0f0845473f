"""Whom and what a turn is about: what "she", "they" and "it" stand for, and what that rests on.

References:
    Grosz, Joshi & Weinstein 1995, Centering: whom a pronoun is for is whom was spoken of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cognition.organs.prefrontal.reasoning.kin_reading import NAME, sex
from cognition.organs.prefrontal.reasoning.premises import Context
from cognition.organs.prefrontal.reasoning.signs import (
    HE,
    NO_NAMES,
    OBJECT,
    OF_THEM,
    OWN_THING,
    PLAIN,
    THEY,
)
from cognition.regex import regex

_OWN = regex(r"\A(?:his|her|their)\b", re.IGNORECASE)
_SPOKEN_NAME = regex(rf"{NAME}(?!['’]s)")
_NAMED = regex(rf"{NAME}(?!'s)")
_TWO = regex(rf"{NAME} and {NAME}")
_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_RECENT = 6  # people whom a pronoun may be for


class Discourse:
    """What a turn is about so far; `leans` says that it was asked what the turns before were about.

    Where it does not lean, the turn says the same whatever was said before.

    >>> here = Discourse(Context(subject="Mia"))
    >>> here.with_subject("Tom rang."), here.leans
    ('Tom rang.', False)
    >>> here.with_subject("She rang."), here.leans
    ('Mia rang.', True)
    """

    def __init__(self, before: Context) -> None:
        self.leans = False
        self.sexes = dict(before.sexes)
        self._before = before
        self._own: dict[str, str] = {}
        self._people: list[str] = []

    def after(self, before: Context) -> Context:
        """Give what the next turn is read in, where this one was said in a context."""
        people = (*before.people, *self._people)[-_RECENT:]
        known = dict(before.sexes)
        new = tuple(one for one in self.sexes.items() if one[0] not in known)
        return before._replace(**self._own, people=people, sexes=(*before.sexes, *new))

    def about(self, name: str) -> str:
        """Give the `subject`, the `several`, the `thing` or what was `counted` last."""
        if name in self._own:
            return self._own[name]
        self.leans = True
        return str(getattr(self._before, name))

    def note(self, **about: str) -> None:
        """Note what it is about from here on, by the names of `about`."""
        self._own |= about

    def remember(self, text: str) -> None:
        """Note whom the sentence was about, for the pronouns of the next."""
        if several := PLAIN.match(text):
            self.note(several=several[0], subject="")
            return
        name = _SPOKEN_NAME.match(text)
        if name and name[0].partition(" ")[0].lower() not in NO_NAMES:
            self.note(subject=name[0], several="")
        self._people = [*self._people, *_NAMED.findall(text)][-_RECENT:]

    def with_subject(self, text: str) -> str:
        """Write a name in the place of a pronoun that begins a sentence, and of "it" later on."""
        if THEY.match(text) and (several := self.about("several")):
            text = THEY.sub(several, text)
        elif match := HE.match(text):
            it = match["who"].lower() == "it"
            name = self.about("subject") if it else self.referent(match["who"])
            text = HE.sub(name, text) if name and name != match["who"] else text
        elif (
            OBJECT.search(text)
            and not OWN_THING.search(text)
            and (thing := self.about("thing"))
            and not self.about("several")
        ):
            text = OBJECT.sub(thing, text, count=1)
        if _OWN.match(text) and (subject := self.about("subject")):
            return _OWN.sub(f"{subject}'s", text)
        return text

    def whose(self, of: str, before: str, who: str) -> str:
        """Resolve whose kin is meant: "her" is the nearest woman before, else whom it was about."""
        first, _, rest = of.partition(" ")
        low = first.lower()
        if low not in ("his", "her", "their", "he", "she", "they"):
            return of
        people = [one for one in re.findall(NAME, before) if one != who]
        if low.startswith("the"):
            if both := _TWO.search(before):
                return both[0]
            if not people and (several := self.about("several")):
                return several
        nearest = next((one for one in reversed(people) if self._fits(low, one)), "")
        named = nearest or self.referent(first) or self.about("subject") or first
        return f"{named}'s {rest}" if rest else named

    def referent(self, phrase: str) -> str:
        """Give the name that "he" or "her" stands for: whom the last sentence was about, if fit."""
        low = phrase.lower()
        if low not in ("he", "she", "him", "her", "his"):
            return phrase
        subject = self.about("subject")
        if subject and self._fits(low, subject):
            return subject
        fit = (one for one in self._nearest() if one and self._fits(low, one))
        return next(fit, subject or phrase)

    def other(self, pronoun: str) -> str:
        """Give whom "him" stands for later in a sentence: the last named who is not its subject."""
        subject = self.about("subject")
        fit = (one for one in self._nearest() if one != subject and self._fits(pronoun, one))
        return next(fit, subject)

    def of_them(self, given: Sequence[str]) -> Sequence[str]:
        """Name what was last counted where a number stands alone: "5 more", "2 of them"."""
        if given[1].lower() not in OF_THEM:
            self.note(counted=given[1])
        elif counted := self.about("counted"):
            return [given[0], counted, *given[2:]]
        return given

    def _nearest(self) -> Iterator[str]:
        yield from reversed(self._people)
        self.leans = True
        left = _RECENT - len(self._people)
        yield from list(reversed(self._before.people))[:left]

    def _fits(self, pronoun: str, name: str) -> bool:
        known, wanted = self.sexes.get(name) or sex(name), _SEX.get(pronoun, "")
        return not known or not wanted or known == wanted


__all__ = ["Discourse"]
