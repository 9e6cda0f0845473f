"""From an utterance to facts: clauses, subjects, predicates, rules, and then what memory holds."""

from __future__ import annotations

import re
from dataclasses import replace

from cognition.faculties import Knowledge
from cognition.organs.neocortex import (
    changes,
    corrections,
    identity,
    likings,
    mentions,
    phrases,
    plans,
)
from cognition.organs.neocortex.attributes import attributes
from cognition.organs.neocortex.before import bare_name, pointed_to
from cognition.organs.neocortex.claims import Claim, Who, claim, own
from cognition.organs.neocortex.clauses import TRIGGER, clauses, plain, sentences_of, staged
from cognition.organs.neocortex.copulas import told_apart
from cognition.organs.neocortex.introductions import (
    aged,
    attend,
    introduce,
    named_first,
    signed,
    unnamed,
)
from cognition.organs.neocortex.owned_events import appointments
from cognition.organs.neocortex.predicates import Predicate, read
from cognition.organs.neocortex.reconcile import reconcile
from cognition.organs.neocortex.rules import LIFE, Rule
from cognition.organs.neocortex.scene import Scene
from cognition.organs.neocortex.tastes import NEGATIVES, TASTES
from cognition.organs.neocortex.ties import ties
from cognition.organs.thalamus.orthography import written_out
from cognition.regex import regex
from cognition.values import Engram, Fact, Percept, TimeSpan, engram_id

RULES: dict[str, tuple[Rule, ...]] = {
    verb: tuple(rule for rule in (*LIFE, *TASTES) if verb in rule.verbs.split())
    for verb in {verb for rule in (*LIFE, *TASTES) for verb in rule.verbs.split()}
}
_SAYS = frozenset({"say", "tell", "think", "mention", "claim", "believe"})
_REPORTED = regex(r"(?:me |us )?(?:that )?(?P<pro>he|she|they) (?P<words>.+)", re.IGNORECASE)
_PUTS_RIGHT = regex(r"\W*(?:no|nope|sorry|actually|wait|oops|i meant?)\b", re.IGNORECASE)
_CORRECTING = regex(
    r"\A(?:no|nope|sorry|actually|wait|oops)[,.!]? +(?=(?:she|he|it|my|our|i|I|we|I'm|her|his)\b)",
    re.IGNORECASE,
)
_NEXT_CLAUSE = regex(r"(?=, (?:and |but |so )?(?:I|we|he|she|they|it)\b)")
# "remind me to call mum tomorrow" is a plan, told by asking
_REMIND = regex(
    r"\A\W*(?:(?:hey|ok|okay|and|also|so|please)\W+)*(?:(?:can|could|will|would) you )?(?:please"
    r" )?"
    r"(?:remind me|don't let me forget|help me remember)(?: again)?"
    r"(?: to| that I (?:have|need|must) to| that I'm) (?P<what>[^?.!]+)",
    re.IGNORECASE,
)
_HIM = regex(r"\b(?:him|her)\b(?=\W*\Z| (?:on|in|at|to|for|from|with|about|next|this|again)\b)")
_LEADS = ("", "on ", "in ", "at ", "this ")
_ARTICLE = regex(r"@(o?)((?:\w|\{)?)")


def extract(
    percept: Percept, known: Knowledge, owner: str = "", before: tuple[Engram, ...] = ()
) -> tuple[Fact, ...]:
    """Read the personal facts that an utterance asserts, reconciled with what is held.

    Gives new facts and new versions (same id) of held ones; nothing for the companion's own words,
    questions, hypotheticals, fiction or quotations. `owner` is whose memory it is (part of the
    source id), the speaker if empty; `before` are the turns just before, which "she" may point
    back to. Pure: nothing is written.

    >>> from cognition.faculties.knowledge import KnowledgeGraph
    >>> heard = Percept(text="I adopted a cat, Luna.", speaker="Ada")
    >>> [fact.text for fact in extract(heard, KnowledgeGraph())]
    ['Ada has a cat called Luna.', 'Luna is a cat.']
    """
    if percept.role == "companion":
        return ()
    speaker = percept.speaker or owner or "you"
    source = engram_id(owner or speaker, percept.ref, percept.speaker, percept.when, percept.text)
    if name := identity.answered_name(bare_name(percept.text, before)):
        return reconcile([identity.named(speaker, name)], known, percept.when, source)
    sentences = percept.sentences or tuple(map(written_out, sentences_of(percept.text)))
    sentences = tuple(signed(one, percept.names) for one in sentences)
    said = " ".join(sentences)
    may_change = changes.may_change(said, known, bool(percept.times))
    if not (may_change or percept.times or TRIGGER.search(said)) or staged(said):
        return ()
    scene = Scene(speaker, known, frozenset(percept.names))
    scene.corrects = bool(_PUTS_RIGHT.match(percept.text))
    scene.look_back([turn for turn in before if turn.role != "companion"], pointed_to(said))
    questions = frozenset(percept.questions)
    claims: list[Claim] = []
    for heard in sentences:
        if asked := _REMIND.match(heard):
            claims.extend(_reminder(asked["what"], scene, percept))
            continue
        if heard in questions or heard.rstrip().endswith("?"):
            continue
        if may_change and (changed := _changed(heard, scene, percept)):
            claims.extend(changed)
        elif percept.times or TRIGGER.search(heard) or any(map(heard.startswith, scene.people)):
            claims.extend(_sentence(heard, scene, percept))
        else:
            scene.named_last = named_first(scene, heard)
        attend(scene, heard)
    if not claims:
        return ()
    return reconcile(claims, known, percept.when, source)


def _reminder(what: str, scene: Scene, percept: Percept) -> list[Claim]:
    """Read "remind me to ask Rui on Monday" as a plan, whatever is to be done."""
    span = plans.ahead(percept.times, what, percept.when)
    if span is None and percept.times:
        return _sentence(f"I am going to {what}.", scene, percept)
    said = plans.without_time(what, span) if span else phrases.cut(what)
    return [plans.planned(scene.me, own(said, scene.me), "{S} [are|is] going to {o}", span)]


def _changed(heard: str, scene: Scene, percept: Percept) -> list[Claim]:
    text, times, now = plain(heard), percept.times, percept.when
    righted = corrections.put_right(text, scene.known, times, now)
    return righted or changes.changes(text, scene.known, scene.speaker, times, now)


def _sentence(heard: str, scene: Scene, percept: Percept) -> list[Claim]:
    text = told_apart(_CORRECTING.sub("", plain(aged(heard))))
    if percept.times:
        to_come = plans.ahead(percept.times, text, percept.when) is not None
        text = mentions.straight(_without_opening_time(text, percept.times), to_come)
    asserted = list(clauses(text))
    if not asserted:
        return []
    made: list[Claim] = []
    rewritten, told = introduce(scene, _without_opening_time(text, percept.times))
    if told and any(word in rewritten for word in ("if ", "wish", "imagine")):
        told = []
    made.extend(told)
    named = frozenset(one.relation for one in told)
    for clause in asserted if rewritten == text else clauses(rewritten):
        made.extend(_clause(clause, scene, percept, named))
    told_plans = [one for one in made if one.kind == "plan"]
    bare = [one for one in told_plans if one.subject == scene.speaker and " " not in one.object]
    if percept.times and len(bare) == len(told_plans):
        said = mentions.mentioned(scene.me, text, percept.times, percept.names, percept.when)
        if said and (not bare or percept.names):  # "I get to see Oslo, I leave on Friday"
            made = [one for one in made if one not in bare] + said
    return made


def _without_opening_time(text: str, times: tuple[TimeSpan, ...]) -> str:
    """Move "Tomorrow I ..." to "I ... tomorrow", so that a clause begins with its subject."""
    low = text.lower()
    for time in times:
        words = time.text.lower()
        opening = next((f"{lead}{words}" for lead in _LEADS if low.startswith(lead + words)), "")
        rest = text[len(opening) :].lstrip(", ") if words and opening else ""
        if rest and text[len(opening)] in ", " and not rest.startswith(("is ", "was ")):
            first, *more = _NEXT_CLAUSE.split(rest.rstrip(" .!"), maxsplit=1)
            return f"{first} {opening}{''.join(more)}."
    return text


def _clause(clause: str, scene: Scene, percept: Percept, named: frozenset[str]) -> list[Claim]:
    found = attributes(clause, scene, percept.times)
    if found is not None:
        return _articles(found)
    span = plans.ahead(percept.times, clause, percept.when) if percept.times else None
    if span is not None and (planned := appointments(scene, clause, span)):
        return planned
    who, words = scene.subject(clause)
    if who is None:
        return []
    predicate = None if words == f"is {who.name}" else read(words)
    if predicate is None:
        return []
    if predicate.verb in _SAYS and not who.me:
        return _reported(who, predicate, scene)
    return _predicated(who, predicate, scene, span, named)


def _reported(teller: Who, predicate: Predicate, scene: Scene) -> list[Claim]:
    """Read "Tom says he is moving to Rome": about Tom, and with half the confidence."""
    match = _REPORTED.match(predicate.rest)
    if match is None or match["pro"].lower() == "they" or scene.stranger(teller):
        return []
    inner = read(match["words"])
    if inner is None:
        return []
    return [
        replace(one, confidence=0.5) for one in _predicated(teller, inner, scene, None, frozenset())
    ]


def _predicated(
    who: Who,
    predicate: Predicate,
    scene: Scene,
    span: TimeSpan | None,
    named: frozenset[str],
) -> list[Claim]:
    stranger = scene.stranger(who)
    if span is not None and not stranger:
        if who.me and predicate.verb == "turn":
            return _turning(who, predicate, span)
        if predicate.verb == "be" and plans.without_time(predicate.rest, span).lower() == "due":
            return [plans.planned(who, "a baby", "{S} [are|is] expecting {o}", span)]
        if planned := plans.plan(who, predicate, span) or plans.booked(who, predicate, span):
            return [_by_name(one, scene) for one in planned]
    elif span is not None and plans.calls(who, predicate):
        return plans.plan(who, predicate, span)
    if predicate.hedged or predicate.tense == "future":
        return []
    made: list[Claim] = []
    if not stranger:
        made = _special(who, predicate, scene, named)
        if made:
            return _articles(made)
    for rule in RULES.get(predicate.verb, ()):
        if stranger and not rule.strong:
            continue
        made.extend(one for one in rule.claims(who, predicate) if one.object)
    return _articles(_turned(made, who, predicate))


def _by_name(plan: Claim, scene: Scene) -> Claim:
    """Put the name of whom a plan only points to: "make a birdhouse with him"."""
    him = _HIM.search(plan.object)
    who = scene.meant("he" if him[0].lower() == "him" else "she") if him else None
    if him is None or who is None or who.me or who.name == plan.subject:
        return plan
    return replace(plan, object=_HIM.sub(who.name, plan.object), text=_HIM.sub(who.name, plan.text))


def _special(who: Who, predicate: Predicate, scene: Scene, named: frozenset[str]) -> list[Claim]:
    made = identity.wed(who, predicate) or identity.events(who, predicate)
    if not made and predicate.verb == "be":
        made = identity.breed(who, predicate) or identity.describe(who, predicate)
    if not made and predicate.verb == "turn" and predicate.tense in ("past", "perfect"):
        years = phrases.number(phrases.cut(predicate.rest))
        made = [claim(who, "age", str(years), "{S} [are|is] {o} years old")] if years else []
    if not made:
        made = ties(who, predicate, named)
        unnamed(scene, made)
    return made or _refused(who, predicate)


def _refused(who: Who, predicate: Predicate) -> list[Claim]:
    if not predicate.denied or predicate.tense not in ("present", "perfect"):
        return []
    for verb, pattern, relation, shape, text in NEGATIVES:
        if verb != predicate.verb or not (match := pattern.match(predicate.rest)):
            continue
        objects = likings.things(match["o"]) if shape == "things" else [f"no {match['o']}"]
        made = [claim(who, relation, o, text) for o in objects]
        return [replace(one, text=one.text.replace(" eat no ", " eat ")) for one in made]
    return []


def _turning(who: Who, predicate: Predicate, span: TimeSpan) -> list[Claim]:
    """Read "I turn 30 tomorrow": when the birthday is."""
    return (
        identity.birthday(who, span.text, (span,))
        if predicate.tense in ("present", "progressive", "future")
        else []
    )


def _turned(made: list[Claim], who: Who, predicate: Predicate) -> list[Claim]:
    """Make "does not like olives" a dislike, which also ends a liking."""
    if not predicate.denied:
        return made
    return [
        claim(who, "dislikes", one.object, "{S} [dislike|dislikes] {o}")
        if one.relation == "likes"
        else one
        for one in made
    ]


def _articles(made: list[Claim]) -> list[Claim]:
    """Put "a" or "an" where a template left @, or nothing where the object brings its own."""
    return [replace(one, text=_article(one.text)) if "@" in one.text else one for one in made]


def _article(text: str) -> str:
    def choose(match: re.Match[str]) -> str:
        after = text[match.end() - len(match[2]) :]
        if re.match(r"(?:a|an|the|two|three|my|own|several)\b", after):
            return match[2]
        return f"{'an' if match[2].lower() in tuple('aeiou') else 'a'} {match[2]}"

    return _ARTICLE.sub(choose, re.sub(r"\ba @o", "@o", text))
