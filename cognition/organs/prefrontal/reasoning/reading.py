"""From what was told, turn by turn, to premises: sentences, pronouns, kin words, then the table."""

# patterns and word lists are read more easily unbroken
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cognition.organs.prefrontal.reasoning.canonical import canonical, plainly
from cognition.organs.prefrontal.reasoning.clauses import HABIT, plain, related
from cognition.organs.prefrontal.reasoning.clausing import clauses
from cognition.organs.prefrontal.reasoning.dating import without_time
from cognition.organs.prefrontal.reasoning.directions import directed
from cognition.organs.prefrontal.reasoning.discourse import Discourse
from cognition.organs.prefrontal.reasoning.ellipsis import counted_again
from cognition.organs.prefrontal.reasoning.gaps import age_gap
from cognition.organs.prefrontal.reasoning.gist import gist
from cognition.organs.prefrontal.reasoning.kin import noun
from cognition.organs.prefrontal.reasoning.kin_reading import names, sex_of, ties
from cognition.organs.prefrontal.reasoning.leads import ASSERTS, LEAD
from cognition.organs.prefrontal.reasoning.literals import Literal
from cognition.organs.prefrontal.reasoning.meanings import framed
from cognition.organs.prefrontal.reasoning.motives import done
from cognition.organs.prefrontal.reasoning.nominal import born, introduced, nominal
from cognition.organs.prefrontal.reasoning.patterns import reads_as
from cognition.organs.prefrontal.reasoning.plain import told
from cognition.organs.prefrontal.reasoning.premises import Context, Premise, key
from cognition.organs.prefrontal.reasoning.regardless import offered, regardless
from cognition.organs.prefrontal.reasoning.regular import regular
from cognition.organs.prefrontal.reasoning.scenes import in_scene, on_topic, unasked
from cognition.organs.prefrontal.reasoning.self_answered import answered, reported, wondered
from cognition.organs.prefrontal.reasoning.signs import (
    AFTERTHOUGHT,
    ALMOST,
    AND,
    AND_THAT,
    ANYONE,
    BY_TABLE,
    CORRECTS,
    COUNTED,
    DAYS,
    DENIED,
    FOLLOWS,
    GOING,
    LASTING,
    LATER,
    LONG,
    OF_KINDS,
    ORDERED,
    PARTS,
    PLAIN,
    PRESENT,
    SUPPOSED,
    TAIL,
    UNREAL,
    YEAR,
)
from cognition.organs.prefrontal.reasoning.stating import stated
from cognition.organs.prefrontal.reasoning.talk import unadorned
from cognition.organs.prefrontal.words import sentences
from cognition.values import Recollection


class TurnReader:
    """Reads a turn in the context that the turns before it leave: "she" is whom they were about.

    `premises` is what it says, and `shown` maps each key to how it was written.
    """

    def __init__(self, context: Context) -> None:
        self.premises: list[Premise] = []
        self.shown: dict[str, str] = {}
        self.discourse = Discourse(context)

    def read(self, turn: Recollection) -> None:
        """Read the turn."""
        before = ""
        spoken = " ".join(unadorned(one) for one in sentences(reported(turn.text)))
        asserted = offered(answered(unasked(spoken)))
        for one in sentences(AND_THAT.sub(" ", asserted)):
            sentence = plainly(on_topic(in_scene(counted_again(regardless(wondered(done(one)))))))
            whole = age_gap(sentence) or gist(stated(sentence).strip(" .!"))
            for part in [sentence] if whole else PARTS.split(sentence):
                bare = stated(ASSERTS.sub("", part.strip()))
                anyone = ANYONE.match(bare) and not UNREAL.search(canonical(bare.strip(" .!")))
                if ALMOST.search(bare):
                    continue
                if (
                    not UNREAL.search(bare)
                    or directed(bare)
                    or regular(bare) != bare
                    or whole
                    or anyone
                ):
                    said = self._sentence(bare, turn)
                    if before and said and (link := FOLLOWS.match(part) or LATER.search(part)):
                        back = re.search("before|earlier|previous", link["how"], re.IGNORECASE)
                        pair = (said, before) if back else (before, said)
                        self._add(replace(self.premises[-1], relation="precedes", subject=pair[0],
                                          object=pair[1], other="", time=None))  # fmt: skip
                    before = said

    def _sentence(self, text: str, turn: Recollection) -> str:
        """Read one sentence; gives what it says happened, if it says that."""
        usual = regular(text.strip(" .!"))
        time, bare = without_time(usual, turn.times if usual == text.strip(" .!") else ())
        corrects = bool(CORRECTS.match(bare))
        raw = AFTERTHOUGHT.sub("", LEAD.sub("", bare).strip(" ,.!"))
        kind, raw = introduced(raw)
        bare = told(canonical(raw))
        bare = bare if ORDERED.search(bare) else TAIL.sub("", bare)
        bare = self.discourse.with_subject(bare)
        gap = age_gap(raw) or (directed(raw) if SUPPOSED.match(raw) else None)
        named = (gap,) if gap else nominal(raw) or nominal(bare) or gist(raw) or gist(bare)
        made = Premise("", "", source=turn, time=time, corrects=corrects)
        when = time.start if time and turn.when and time.start <= turn.when else turn.when
        made = replace(made, when=when or made.when)
        if kind:
            self._keep(kind.relation, [kind.first, kind.second], made)
        bare = self._kin(bare, made)
        if not bare:
            return ""
        if HABIT.search(bare):
            self._add(replace(made, relation="habit", subject=bare))
        elif linked := related(bare, made):
            self._add(linked)
        else:
            denied = DENIED.search(bare) is not None
            self._add(replace(made, relation="event", subject=bare, holds=not denied))
        usual = HABIT.search(bare) is not None
        if usual and not DAYS.search(bare) and OF_KINDS.search(bare):
            self._clause(plain(bare), made)
        if time and not usual and YEAR.search(time.text) and (who := born(raw)):
            named = (Literal("born", who),)
        lasting = named and named[0].relation in LASTING and not DAYS.search(bare)
        for one in named if lasting or not usual else ():
            given = (one.first, one.second, *one.others)
            self._keep(one.relation, [each for each in given if each], made)
        said = () if usual or named else tuple(clauses(bare))
        for clause in said:
            # "Mia, who lives in Rome, rang yesterday": she lives there still
            now = len(said) > 1 and turn.when and PRESENT.search(clause)
            self._clause(clause, replace(made, when=turn.when) if now else made)
        self.discourse.remember(bare)
        return "" if usual else bare

    def _clause(self, clause: str, made: Premise) -> None:
        """Keep what one clause says: by the table, else by its frame."""
        bare = self.discourse.with_subject(LEAD.sub("", clause).strip(" ,"))
        own = re.sub(r"\A(?:my|our)\b", f"{made.source.speaker}'s", bare, flags=re.IGNORECASE)
        stated = framed(own)
        gap = age_gap(own)
        if gap or ((not stated or GOING.match(own)) and (gap := directed(own))):
            stated = (gap,)
        tabled = (
            reads_as("reading", own) if not gap and (not stated or BY_TABLE.search(own)) else None
        )
        if tabled:
            pattern, match = tabled
            self._keep(pattern.name, [match[name] for name in pattern.arguments], made)
        for one in () if tabled else stated:
            given = [one.first, one.second, *one.others][: 2 + len(one.others)]
            self._keep(one.relation, given, replace(made, holds=one.holds))
        if not stated and not tabled and (thing := re.search(r"(?<= )the [\w-]+\Z", own)):
            self.discourse.note(thing=thing[0])
        self.discourse.remember(bare)

    def _kin(self, text: str, made: Premise) -> str:
        """Read who is kin to whom; gives what else is said, with a name for "my sister Mia"."""
        found, rest = ties(text)
        for tie in found:
            self.discourse.sexes.setdefault(tie.who, sex_of(tie.relation))
            owner = self.discourse.whose(tie.of, text[: tie.at], tie.who)
            who = self.entity(self.discourse.referent(tie.who), made)
            for of in names(owner):
                premise = replace(made, relation=tie.relation, holds=tie.holds)
                self._add(replace(premise, subject=who, object=self.entity(of, made)))
        if found and not rest:
            self.discourse.remember(found[0].who if found[0].who != "I" else "")
        return rest

    def entity(self, phrase: str, made: Premise) -> str:
        """Give the key of a person or thing, and read the kin on the way to it."""
        words = phrase.replace("’", "'").split()
        low = phrase.lower()
        if low in ("i", "me", "myself", "my", "our", "we", "mine"):
            return self._show(made.source.speaker)
        if low in ("his", "her", "he", "she", "him"):
            return self._show(self.discourse.other(low))
        if low in ("it", "them") and (thing := self.discourse.about("thing")):
            return self._show(thing)
        if low in ("their", "it", "they"):
            return key(self.discourse.about("subject") or low)
        if len(words) > 1 and words[0].lower() in ("my", "our"):
            words[0] = f"{made.source.speaker}'s"
        elif len(words) > 1 and words[0].lower() in ("his", "her", "their"):
            of = self.discourse.about("subject")
            words[0] = f"{of}'s" if of else words[0]
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

    def _keep(self, relation: str, given: Sequence[str], made: Premise) -> None:
        """Add what a clause says, once for each of "Mary and John"."""
        stays = relation in ("at", "is_in") and made.time and given[1][:1].isupper()
        if stays and made.time and made.time.end - made.time.start > LONG:
            relation = "lives"
        if relation.startswith("pair:") or not given:
            subjects = [given[0]] if given else [""]
        else:
            subjects = AND.split(given[0]) if PLAIN.match(f"{given[0]} x") else [given[0]]
        if relation in ("gave", "get", "drop", "put", "got") and len(given) > 1:
            self.discourse.note(thing=given[1])
        if relation in COUNTED and len(given) > 2:
            given = self.discourse.of_them(given)
        rest = [self.entity(one, made) for one in given[1:]]
        for one in subjects:
            values = [self.entity(one, made), *rest, "", ""]
            others = " ".join(value for value in values[2:] if value)
            self._add(
                replace(made, relation=relation, subject=values[0], object=values[1], other=others)
            )

    def _add(self, premise: Premise) -> None:
        self.premises.append(premise)
