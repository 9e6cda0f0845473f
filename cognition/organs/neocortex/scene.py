"""Who an utterance is about: relatives and pets named in it, and the subject of each clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cognition.faculties import Knowledge
from cognition.organs.neocortex.before import tied
from cognition.organs.neocortex.claims import Claim, Who, claim, possessive, title_gender
from cognition.organs.neocortex.kin_patterns import (
    AGE_BESIDE,
    AGED,
    ALONE,
    AND_A,
    APPOSED,
    CHILDREN,
    CLAUSAL,
    FIRST_NAME,
    GOT,
    KIN_SUBJECT,
    LONG_AGO,
    ME_SUBJECT,
    MET,
    NAMED_SUBJECT,
    NOUNS,
    PARENT_SUBJECT,
    PRONOUN_SUBJECT,
    SAID,
    SEVERAL,
    SPOKEN_OF,
    THAT_IS,
    THEIRS,
    THEY_AGED,
    TOLD_LATER,
    WORDS,
)
from cognition.organs.neocortex.lexicon import KIN, NOT_NAMES, PETS, PLURAL_KIN, PLURAL_PETS
from cognition.organs.neocortex.phrases import NAME, number, person, told_name
from cognition.values import Engram


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
        for turn in reversed(turns[-3:]):
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
                return

    def _last_theirs(self, turn: Engram) -> Who | None:
        match = THEIRS.search(turn.text)
        owner = self.somebody(turn.names[-1]) if match and turn.names else None
        return self.relative(owner, match["noun"]) if match and owner and not owner.me else None

    def attend(self, sentence: str) -> None:
        """Keep in mind whom a sentence spoke of, though it was about nobody but the speaker.

        "I miss my dad. He died in March": he is whom the sentence before spoke of, not whoever was
        spoken of before that.
        """
        turned, self.turned = self.turned, False
        if turned:
            return
        spoken = [(m.end(), self.relative(self.me, m["noun"].lower())) for m in SPOKEN_OF.finditer(
            sentence)]  # fmt: skip
        met = [(m.end(), self.somebody(m["name"])) for m in MET.finditer(sentence)]
        met = [(at, who) for at, who in met if who and not who.me and who.name in self.names]
        if found := sorted([*spoken, *met], key=lambda item: item[0]):
            self.focus, self.looked_back = found[-1][1], False

    def introduce(self, text: str) -> tuple[str, list[Claim]]:
        """Find relatives and pets named in a sentence; give it with bare names, and the ties."""
        told: list[Claim] = []
        if text.rstrip().endswith("?"):
            return text, told
        if self.focus is not None:
            text = self._named_later(text, told)
        named_last = self.named_first(text)
        if NOUNS.isdisjoint(WORDS.findall(text.lower())):
            self.named_last = named_last
            return text, told
        text = self._that_is(AND_A.sub(r"\g<me> have \g<one>; \g<me> have ", text), told)
        self.named_last = named_last
        text = GOT.sub(lambda match: self._one(match, told), text)
        text = APPOSED.sub(lambda match: self._one(match, told), text)
        text = SAID.sub(lambda match: self._one(match, told), text)
        for match in SEVERAL.finditer(text):
            self._several(match, told)
        text = SEVERAL.sub(lambda match: AGED.sub(r"\g<name>", match[0]), text)
        self._theirs(text)
        return text, told

    def _that_is(self, text: str, told: list[Claim]) -> str:
        """Take in who someone is that the sentence, or the one before, began with."""
        if match := THAT_IS.match(text):
            found, owner = person(match["bare"]), self._owner(match["owner"])
            if found and owner is not None:
                self._tie(owner, match["noun"], found[0], told)
                return f"{match['bare']}{match['between']}{text[match.end() :]}"
        elif (match := ALONE.match(text)) and self.named_last:
            self._tie(self.me, match["noun"], self.named_last, told)
        return text

    def named_first(self, text: str) -> str:
        """Give the name that a sentence begins with."""
        first = FIRST_NAME.match(text)
        found = person(first["bare"]) if first else []
        return found[0] if found and found[0] in self.names else ""

    def _theirs(self, text: str) -> None:
        """Keep somebody's relative in mind who was not named: "Lucy brought her boyfriend"."""
        match, first = THEIRS.search(text), FIRST_NAME.match(text)
        owner = self.somebody(first["bare"]) if first else None
        if match is not None and owner is not None and not owner.me:
            self.focus = self.relative(owner, match["noun"])

    def _one(self, match: re.Match[str], told: list[Claim]) -> str:
        groups = match.groupdict()
        found = told_name(groups["name"]) if groups.get("name") else person(groups["bare"] or "")
        owner = self._owner(groups.get("owner") or groups.get("me") or "")
        if not found or owner is None:
            return match[0]
        if owner.me and found[0] == self.speaker:
            return match[0]
        who = self._tie(owner, groups["noun"], found[0], told)
        if who.pet and LONG_AGO.search(match.string):
            told[-2] = replace(told[-2], ended=True)
        if "adj" in groups:  # had, not only named
            return match[0] if who.pet else f"{match['me']} have {who.name}"
        if (
            groups.get("soft") == " is"
            or groups.get("told", "") in CLAUSAL
            or " is " in match[0][: match.end("noun") - match.start()]
        ):
            return f"{who.name} is {who.name};"
        apposed = groups.get("soft", ",") == ","
        tail = "" if apposed else groups.get("after", "")
        return who.name + tail

    def _several(self, match: re.Match[str], told: list[Claim]) -> None:
        noun = match["noun"]
        singular = CHILDREN.get(noun) or PLURAL_KIN.get(noun) or PLURAL_PETS[noun]
        owner = self._owner(match["owner"] or match["me"] or "")
        if owner is None:
            return
        names = re.findall(NAME, re.sub(r"\b(?:and)\b", ",", match["names"]))
        ages = {one["name"]: one["n"] for one in AGED.finditer(match.string, match.start("names"))}
        if both := THEY_AGED.match(match.string, match.end("names")):
            ages = dict.fromkeys(names, both["n"])
        for name in dict.fromkeys((*names, *ages)):
            if found := person(name):
                who = self._tie(owner, singular, found[0], told)
                if years := number(ages.get(name, "")):
                    told.append(claim(who, "age", str(years), "{S} [are|is] {o} years old"))

    def _named_later(self, text: str, told: list[Claim]) -> str:
        match = TOLD_LATER.search(text)
        focus = self.focus
        if match is None or focus is None or not focus.relation or focus.name in self.people:
            return text
        found = told_name(match["name"])
        if found and self._agrees(match["pro"] or match["sub"] or "", focus):
            if self.looked_back and self.corrects and focus.name != found[0]:
                relation = "pet" if focus.pet else focus.relation
                told.append(Claim(self.speaker, relation, focus.name, "", ended=True))
            self._tie(self._of(focus), focus.relation, found[0], told)
            return text[: match.start()] + f"{found[0]} is {found[0]};" + text[match.end() :]
        return text

    def _tie(self, owner: Who, noun: str, name: str, told: list[Claim]) -> Who:
        """Say that someone named is a relative or pet of someone."""
        if noun in PETS:
            who = Who(name, pet=True, relation=noun, owner=owner.name, teller=self.speaker)
            told.append(claim(owner, "pet", name, f"{{S}} [have|has] {_a(noun)} called {{o}}"))
            told.append(claim(who, "species", noun, f"{{S}} is {_a(noun)}"))
        else:
            relation, gender = KIN[noun]
            gender = gender or title_gender(name)
            who = Who(name, gender, relation=relation, owner=owner.name, teller=self.speaker)
            told.append(claim(owner, relation, name, f"{{S's}} {noun} [are|is] {{o}}"))
        self.people[name] = self.focus = who
        self.turned = True
        return who

    def unnamed(self, told: list[Claim]) -> None:
        """Keep someone just mentioned without a name in mind: "I have a dog. His name is ..."."""
        nouns = [one.object.split()[-1] for one in told if one.polarity]
        if len(nouns) == 1 and (nouns[0] in PETS or nouns[0] in KIN):
            name = f"{possessive(self.speaker)} {nouns[0]}"
            gender = KIN.get(nouns[0], ("", ""))[1]
            self.focus = Who(
                name,
                gender,
                relation=nouns[0],
                pet=nouns[0] in PETS,
                owner=self.speaker,
                teller=self.speaker,
            )

    def _of(self, who: Who) -> Who:
        """Give whose relative someone is."""
        return self.me if who.owner in ("", self.speaker) else self.somebody(who.owner) or self.me

    def _owner(self, word: str) -> Who | None:
        low = word.lower()
        if low in ("", "my", "our", "i", "we"):
            return self.me
        if low in ("his", "her", "he", "she"):
            return self.meant(low)
        return self.somebody(word.removesuffix("'s"))

    def meant(self, pronoun: str) -> Who | None:
        """Give whom a pronoun means: who was spoken of last, if it fits them."""
        return self.focus if self.focus and self._agrees(pronoun, self.focus) else None

    def _agrees(self, pronoun: str, who: Who) -> bool:
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
            if who is not None and (who.me or not self._agrees(match["pro"], who)):
                who = None
        elif match := KIN_SUBJECT.match(text):
            owner = self._owner(match["owner"])
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
        named = self.focus is not None and before.rstrip(", ").endswith(self.focus.name)
        return self.focus if named else self.last

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
            return Who(exact[0], teller=self.speaker)
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


def aged(text: str) -> str:
    """Write ages beside names out: "our kids Tim (9) and Lea, 4" as "our kids Tim who is 9 ..."."""
    if NOUNS.isdisjoint(WORDS.findall(text.lower())):
        return text
    return AGE_BESIDE.sub(lambda one: f"{one['name']} who is {one['m'] or one['k']}", text)


def _held_by(subject: str, name: str) -> bool:
    return subject.casefold() == name.casefold()


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def kin_words(text: str) -> Iterator[str]:
    """Yield the kinship and pet words of a text, in the singular."""
    for word in WORDS.findall(text.lower()):
        if word in KIN or word in PETS:
            yield word
        elif word in PLURAL_KIN:
            yield PLURAL_KIN[word]
        elif word in PLURAL_PETS:
            yield PLURAL_PETS[word]
