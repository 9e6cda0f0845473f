"""From what was told, turn by turn, to premises: sentences, pronouns, kin words, then the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from cognition.organs.prefrontal.reasoning.clauses import HABIT, related
from cognition.organs.prefrontal.reasoning.kin import KIN, NEUTRAL, noun
from cognition.organs.prefrontal.reasoning.patterns import Pattern, reads_as
from cognition.organs.prefrontal.reasoning.plain import told
from cognition.organs.prefrontal.reasoning.premises import Premise, key
from cognition.organs.prefrontal.words import sentences
from cognition.values import Recollection, TimeSpan

_UNREAL = re.compile(
    r"\b(?:if|would|could(?! not)|might|maybe|perhaps|wish|imagine|hopes?|dreamt|pretend|suppose)\b"
    r"|\b(?:said|says|thinks|claims|believes)\b|[?]\W*\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\A(?:\W*(?:and|then|so|well|also|oh|but|afterwards|later|after that|following that|next|soon"
    r"|finally|meanwhile|now|actually|by the way|yesterday|today|earlier|first"
    r"|no|sorry|wait|in the end|at last|eventually|just|you know|at first|to begin with|originally"
    r"|in the beginning|at the start|as you know|guess what|again|a little later|still)"
    r"\b,?\s*)+",
    re.IGNORECASE,
)
_CORRECTS = re.compile(r"\A\W*(?:no|actually|sorry|wait|i was wrong|correction)\b", re.IGNORECASE)
_TAIL = re.compile(
    r",? (?:now|again|today|yesterday|earlier|later|too|as well|at the moment|these days|first"
    r"|this (?:morning|afternoon|evening)|afterwards|then|in the end|for now|last night|at home"
    r"|to begin with|at first|once more|a moment ago|right now|currently)\Z",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r",? ?\b(?:on|in|at|since|from|during|until)\Z", re.IGNORECASE)
_WHO = r"(?:my|our|his|her|their|(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s?)"
_NAME = r"(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_QUALITY = r"(?:(?:older|younger|elder|big|little|twin|only|eldest|oldest|youngest|dear|own) )?"
_KIN = "(?P<kin>" + "|".join(sorted((*KIN, *NEUTRAL), key=len, reverse=True)) + ")"
_OF = rf"(?P<of>{_WHO}(?: [a-z-]+['’]s)*) {_QUALITY}{_KIN}"
_IS = rf"(?P<who>{_NAME}|I) (?:is|was|am) (?P<not>not )?(?:really )?"
_HAS = rf"(?P<of>{_NAME}|I|he|she|they|we|my [a-z-]+) (?:has|have|had) (?:an?|one|got an?)"
_CALLED = r"(?:,| called| named|, called| whose name is|:)?"
_NO_NAMES = ("the", "a", "an", "my", "i", "our")
_KIN_FORMS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_OF} (?:is|was) (?:called |named )?(?P<who>{_NAME})",
        rf"{_OF}['’]s name (?:is|was) (?P<who>{_NAME})",
        rf"{_IS}{_OF}",
        rf"{_IS}(?:the|an?) {_QUALITY}{_KIN} (?:of|to) (?P<of>{_NAME}|me|mine)",
        rf"{_HAS} {_QUALITY}{_KIN}{_CALLED} (?P<who>{_NAME})",
    )
)
_APPOSED = re.compile(rf"\b{_OF},? (?P<who>(?!Is\b|Was\b){_NAME})(?P<end>,)?", re.IGNORECASE)
_AFTER = re.compile(rf"(?P<who>\b{_NAME}), {_OF}(?P<end>,|(?=\Z))", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)
_THEY = re.compile(r"\A(?:they|both(?: of them)?)\b", re.IGNORECASE)
_HE = re.compile(r"\A(?:he|she|it)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:him|it|them)\b", re.IGNORECASE)
_PARTS = re.compile(r"; |(?<=\w), (?:and|but|while) (?=[A-Z]|he |she |they |I |my )")
_YEARS = re.compile(
    r"\b(?:from|between) (?P<start>1\d{3}|20\d\d) (?:to|until|till|and|up to) "
    r"(?P<end>1\d{3}|20\d\d)\b",
    re.IGNORECASE,
)
_AND_THAT = re.compile(r"; (?:that|this|it) was\b", re.IGNORECASE)
_AND = re.compile(r",? and |, ")
_PLAIN = re.compile(r"\A[A-Z][\w-]+(?:(?:, | and |, and )[A-Z][\w-]+)+(?= [a-z])")


@dataclass(slots=True)
class Reader:
    """Reads turns in the order in which they were told; "she" is whom the last sentence was about.

    `shown` maps each key to how it was written.
    """

    premises: list[Premise] = field(default_factory=list[Premise])
    shown: dict[str, str] = field(default_factory=dict[str, str])
    _subject: str = ""
    _several: str = ""
    _thing: str = ""
    _order: int = 0

    def read(self, turn: Recollection, follows: bool) -> None:
        """Read one turn; `follows` says that it was told right after the one read before it."""
        if not follows:
            self._subject = self._several = self._thing = ""
        if turn.role == "companion":
            return
        for sentence in sentences(_AND_THAT.sub(" ", turn.text)):
            for part in _PARTS.split(sentence):
                if not _UNREAL.search(part):
                    self._sentence(part.strip(), turn)

    def _sentence(self, text: str, turn: Recollection) -> None:
        self._order += 1
        time, bare = _without_time(text.strip(" .!"), turn.times)
        corrects = bool(_CORRECTS.match(bare))
        bare = _TAIL.sub("", told(_LEAD.sub("", bare).strip(" ,.!")))
        bare = self._with_subject(bare)
        made = Premise("", "", source=turn, time=time, corrects=corrects, order=self._order)
        when = time.start if time and turn.when and time.start <= turn.when else turn.when
        made = replace(made, when=when or made.when)
        bare = self._kin(bare, made)
        if not bare:
            return
        if HABIT.search(bare):
            self._add(replace(made, relation="habit", subject=bare))
        elif linked := related(bare, made):
            self._add(linked)
        else:
            denied = _DENIED.search(bare) is not None
            self._add(replace(made, relation="event", subject=bare, holds=not denied))
            own = re.sub(r"\A(?:my|our)\b", f"{turn.speaker}'s", bare, flags=re.IGNORECASE)
            if found := reads_as("reading", own):
                self._keep(*found, made)
        self._remember(bare)

    def _with_subject(self, text: str) -> str:
        """Write a name in the place of a pronoun that begins a sentence, and of "it" later on."""
        if self._several and _THEY.match(text):
            text = _THEY.sub(self._several, text)
        elif self._subject and _HE.match(text):
            text = _HE.sub(self._subject, text)
        elif self._thing and not self._several:
            text = _OBJECT.sub(self._thing, text, count=1)
        own = f"{self._subject}'s" if self._subject else ""
        return re.sub(r"\A(?:his|her|their)\b", own, text, flags=re.IGNORECASE) if own else text

    def _remember(self, text: str) -> None:
        """Note whom the sentence was about, for the pronouns of the next."""
        if several := _PLAIN.match(text):
            self._several, self._subject = several[0], ""
            return
        name = re.match(rf"{_NAME}(?!['’]s)", text)
        if name and name[0].partition(" ")[0].lower() not in _NO_NAMES:
            self._subject, self._several = name[0], ""

    def _kin(self, text: str, made: Premise) -> str:
        """Read who is kin to whom; gives what else is said, with a name for "my sister Mia"."""
        for shape in _KIN_FORMS:
            if match := shape.fullmatch(text):
                denied = bool(match.groupdict().get("not"))
                self._tie(match, replace(made, holds=not denied))
                self._remember(match["who"] if match["who"] != "I" else "")
                return ""
        for shape in (_APPOSED, _AFTER):
            for _ in range(2):
                match = shape.search(text)
                if match is None:
                    break
                self._tie(match, made)
                rest = text[match.end() :]
                text = f"{text[: match.start()]}{match['who']}{rest}".strip()
        return text if " " in text else ""

    def _tie(self, match: re.Match[str], made: Premise) -> None:
        of = self.entity(re.sub(r"['’]s?\Z", "", match["of"]), made)
        relation = noun(match["kin"])
        self._add(
            replace(made, relation=relation, subject=self.entity(match["who"], made), object=of)
        )

    def entity(self, phrase: str, made: Premise) -> str:
        """Give the key of a person or thing, and read the kin on the way to it."""
        words = phrase.replace("’", "'").split()
        low = phrase.lower()
        if low in ("i", "me", "myself", "my", "our", "we", "mine"):
            return self._show(made.source.speaker)
        if low in ("his", "her", "their", "he", "she", "him", "it", "they"):
            return key(self._subject or low)
        if len(words) > 1 and words[0].lower() in ("my", "our"):
            words[0] = f"{made.source.speaker}'s"
        elif len(words) > 1 and words[0].lower() in ("his", "her", "their") and self._subject:
            words[0] = f"{self._subject}'s"
        if len(words) > 1 and noun(words[-1]) and words[-2].endswith(("'s", "s'")):
            of = self.entity(" ".join(words[:-1]).removesuffix("'s"), made)
            named = f"{of}'s {noun(words[-1])}"
            self._add(replace(made, relation=noun(words[-1]), subject=named, object=of, holds=True))
            return named
        return self._show(" ".join(words))

    def _show(self, phrase: str) -> str:
        short = key(phrase)
        self.shown.setdefault(short, re.sub(r"\A(?:The|An?)(?= )", lambda m: m[0].lower(), phrase))
        return short

    def _keep(self, pattern: Pattern, match: re.Match[str], made: Premise) -> None:
        """Add what a pattern says, once for each of "Mary and John"."""
        relation, *arguments = pattern.name, *pattern.arguments
        given = [match[name] for name in arguments]
        if relation.startswith("pair:") or not given:
            subjects = [given[0]] if given else [""]
        else:
            subjects = _AND.split(given[0]) if _PLAIN.match(f"{given[0]} x") else [given[0]]
        if relation in ("gave", "get", "drop", "put", "got") and len(given) > 1:
            self._thing = given[1]
        rest = [self.entity(one, made) for one in given[1:]]
        for one in subjects:
            values = [self.entity(one, made), *rest, "", ""]
            others = " ".join(value for value in values[2:] if value)
            self._add(
                replace(made, relation=relation, subject=values[0], object=values[1], other=others)
            )

    def _add(self, premise: Premise) -> None:
        self.premises.append(premise)


def _without_time(text: str, times: Sequence[TimeSpan]) -> tuple[TimeSpan | None, str]:
    """Take the time that a sentence names off it."""
    if years := _YEARS.search(text):
        start, end = (datetime(int(years[at]), 1, 1) for at in ("start", "end"))
        rest = f"{text[: years.start()].rstrip(' ,')} {text[years.end() :].lstrip(' ,')}"
        return TimeSpan(years[0], start, end), rest.strip()
    for time in times:
        at = text.lower().find(time.text.lower())
        if at >= 0 and time.text:
            before, after = text[:at].rstrip(), text[at + len(time.text) :].strip()
            before = _PREPOSITION.sub("", before) if before else ""
            kept = f"{before} {after.lstrip(' ,')}" if before else after.lstrip(" ,")
            return time, kept.strip()
    return None, text
