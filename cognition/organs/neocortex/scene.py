"""Who an utterance is about: relatives and pets named in it, and the subject of each clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cognition.faculties import Knowledge
from cognition.organs.neocortex.before import tied
from cognition.organs.neocortex.claims import Who, possessive
from cognition.organs.neocortex.kin_patterns import (
    FIRST_NAME,
    KIN_SUBJECT,
    ME_SUBJECT,
    NAMED_SUBJECT,
    PARENT_SUBJECT,
    PRONOUN_SUBJECT,
    SPOKEN_OF,
    THEIRS,
    WORDS,
)
from cognition.organs.neocortex.lexicon import KIN, NOT_NAMES, PETS, PLURAL_KIN, PLURAL_PETS
from cognition.regex import regex
from cognition.values import Engram

# what befalls the speaker; what they feel about another's lot does not
_OF_ME = regex(
    r"\b(?:I|[Mm]e|[Ww]e|us)\b(?!(?:['’]?m| am|['’]re| are| feel)? (?:(?:so|really|very|just) )*"
    r"(?:worried|scared|afraid|nervous|anxious|sad|upset|terrified|frightened|hop\w+|pray\w*))"
)


@dataclass(slots=True)
class Scene:
    """The people of one utterance, as far as they are known while it is being read."""

    speaker: str
    known: Knowledge
    names: frozenset[str] = frozenset()
    people: dict[str, Who] = field(default_factory=dict[str, Who])
    focus: Who | None = None
    last: Who | None = None
    before: str = ""  # the clause before this one
    corrects: bool = False  # the utterance puts something right
    looked_back: bool = False  # the focus is from a turn before
    named_last: str = ""  # the name that the sentence before began with
    turned: bool = False  # the sentence being read has turned to somebody

    @property
    def me(self) -> Who:
        return Who(self.speaker, me=True)

    def look_back(self, turns: Sequence[Engram], gender: str = "") -> None:
        """Keep in mind the relative or pet who was spoken of last before this utterance.

        One whose gender fits what the utterance says of them comes before one who may be any.
        """
        of_me = False
        for turn in reversed(turns[-3:]):
            of_me = of_me or _OF_ME.search(turn.text) is not None
            if turn is turns[-1]:
                first = FIRST_NAME.match(turn.text)
                self.named_last = first["bare"] if first and first["bare"] in turn.names else ""
            if theirs := self._last_theirs(turn):
                self.focus, self.looked_back = theirs, True
                return
            spoken = [m["noun"].lower() for m in SPOKEN_OF.finditer(turn.text)]
            found = [self.relative(self.me, noun) for noun in spoken] or [
                replace(who, teller=self.speaker)
                for name in turn.names
                if (who := tied(name, self.known))
            ]
            if found:
                fitting = [who for who in found if gender and who.gender == gender]
                self.focus, self.looked_back = (fitting or found)[-1], True
                self.last = None if of_me else self.focus
                return

    def _last_theirs(self, turn: Engram) -> Who | None:
        match = THEIRS.search(turn.text)
        owner = self.somebody(turn.names[-1]) if match and turn.names else None
        return self.relative(owner, match["noun"]) if match and owner and not owner.me else None

    def of(self, who: Who) -> Who:
        """Give whose relative someone is."""
        return self.me if who.owner in ("", self.speaker) else self.somebody(who.owner) or self.me

    def owner(self, word: str) -> Who | None:
        low = word.lower()
        if low in ("", "my", "our", "i", "we"):
            return self.me
        if low in ("his", "her", "he", "she"):
            return self.meant(low)
        return self.somebody(word.removesuffix("'s"))

    def meant(self, pronoun: str) -> Who | None:
        """Give whom a pronoun means: who was spoken of last, if it fits them."""
        return self.focus if self.focus and self.agrees(pronoun, self.focus) else None

    def agrees(self, pronoun: str, who: Who) -> bool:
        wanted = {"he": "m", "his": "m", "she": "f", "her": "f"}.get(pronoun.lower(), "")
        return not wanted or not who.gender or who.gender == wanted

    # --- subjects --------------------------------------------------------------------------------

    def subject(self, text: str) -> tuple[Who | None, str]:
        """Give whom a clause is about (None if that is not safe) and the words that follow."""
        before, self.before = self.before, text
        if text.startswith("& "):
            return self.last, text[2:]
        who: Who | None = None
        rest = text
        if match := ME_SUBJECT.match(text):
            who = self.me
        elif match := PRONOUN_SUBJECT.match(text):
            who = self._antecedent(before) if match["pro"].lower() == "who" else self.focus
            if who is not None and (who.me or not self.agrees(match["pro"], who)):
                who = None
        elif match := KIN_SUBJECT.match(text):
            owner = self.owner(match["owner"])
            who = None if owner is None else self.relative(owner, match["noun"])
        elif match := PARENT_SUBJECT.match(text):
            who = self.relative(self.me, match["noun"].lower())
        elif match := NAMED_SUBJECT.match(text):
            who = self.somebody(match["name"])
        if match:
            rest = text[match.end() :].strip()
        self.last = who
        if who is not None and not who.me:
            self.focus, self.turned = who, True
        return who, rest

    def _antecedent(self, before: str) -> Who | None:
        """Give whom "who" means: the one named last before it, else the subject before it."""
        ending = before.rstrip(", ")
        named = [who for name, who in self.people.items() if ending.endswith(name)]
        if named:
            return named[0]
        focused = self.focus is not None and ending.endswith(self.focus.name)
        return self.focus if focused else self.last

    def relative(self, owner: Who, noun: str) -> Who:
        """Resolve "my sister" to the one known, else to "Ada's sister"."""
        pet = noun in PETS
        relation, gender = ("pet", "") if pet else KIN[noun]
        ties = [who for who in self.people.values() if who.owner == owner.name]
        here = [who for who in ties if who.relation == (noun if pet else relation)]
        if len(here) == 1:
            return here[0]
        held = [fact for fact in self.known.facts(about=owner.name, relation=relation) if _held_by(
            fact.subject, owner.name) and fact.polarity and fact.valid_to is None and fact.object[:
            1].isupper()]  # fmt: skip
        if pet:
            held = [fact for fact in held if self._is_a(fact.object, noun)]
        names = {fact.object for fact in held}
        if len(names) == 1 and not here:
            return Who(
                names.pop(),
                gender,
                relation=noun if pet else relation,
                pet=pet,
                owner=owner.name,
                teller=self.speaker,
            )
        told = not gender or relation in ("spouse", "partner")
        plain = noun if told else relation.replace("_", "-")
        name = f"{possessive(owner.name)} {plain}"
        return Who(name, gender, relation=noun, pet=pet, owner=owner.name, teller=self.speaker)

    def _is_a(self, pet: str, noun: str) -> bool:
        return any(fact.object == noun for fact in self.known.facts(about=pet, relation="species"))

    def somebody(self, name: str) -> Who | None:
        """Resolve a name to someone named here or known already; a full name stands for itself."""
        if name in self.people:
            return self.people[name]
        if name == self.speaker:
            return self.me
        held = self.known.facts(about=name)[:50]
        subjects = {fact.subject for fact in held} | {fact.object for fact in held}
        exact = [subject for subject in subjects if subject.casefold() == name.casefold()]
        if exact:
            known = tied(exact[0], self.known) or Who(exact[0])
            return replace(known, teller=self.speaker)
        fuller = [s for s in subjects if s.casefold().startswith(name.casefold() + " ")]
        if len(fuller) == 1:
            return Who(fuller[0], teller=self.speaker)
        words = name.split()
        if any(word.lower() in NOT_NAMES for word in words):
            return None
        return Who(name, teller=self.speaker)

    def stranger(self, who: Who) -> bool:
        """Tell whether nothing vouches for a name being someone's: only strong rules apply then."""
        if who.me or who.owner or who.name in self.people or len(who.name.split()) > 1:
            return False
        return not self.known.facts(about=who.name)


def _held_by(subject: str, name: str) -> bool:
    return subject.casefold() == name.casefold()


def kin_words(text: str) -> Iterator[str]:
    """Yield the kinship and pet words of a text, in the singular."""
    for word in WORDS.findall(text.lower()):
        if word in KIN or word in PETS:
            yield word
        elif word in PLURAL_KIN:
            yield PLURAL_KIN[word]
        elif word in PLURAL_PETS:
            yield PLURAL_PETS[word]
