"""How each dialogue act is put into words; claims about the past come from the move's evidence."""

from __future__ import annotations

import re
from collections.abc import Callable

from cognition.organs.broca.everyday import ask_on, respond, tells
from cognition.organs.broca.facts import article, kinship, planned, told
from cognition.organs.broca.memories import abstain, answer, ended, follow_up, helped, recall
from cognition.organs.broca.person import echo, to_second_person, words
from cognition.organs.broca.situation import Situation
from cognition.organs.insula.off_record import OFF_RECORD
from cognition.organs.prefrontal.decomposition import library
from cognition.organs.prefrontal.listing import LIST
from cognition.organs.prefrontal.tasks import STEP, TASK
from cognition.regex import regex
from cognition.values import Fact, Move

_PHRASE = regex(r"^[\w'’][\w'’ -]*$")
_SEVERAL = regex(
    r"\b(How|What) is (your (?:\w+ )?(?:kids|children|parents|grandparents|twins|sons|daughters"
    r"|sisters|brothers|friends|cousins|neighbours|colleagues|cats|dogs))\b"
)
_WHO = regex(r"^who (?P<name>.+?) is$")
_THANKS = regex(r"^\W*(?:thanks|thank you|thx|cheers|ta)\b", re.IGNORECASE)
_NAMES_ONESELF = regex(r"\bname(?:['’]s| is)\b|\bi['’]?m\b|\bi am\b", re.IGNORECASE)
_MISTAKEN = regex(r"\W*(?:no|nope|sorry|wait|oops|i meant?)\b", re.IGNORECASE)
_TALK_ABOUT = regex(r"want to talk about (?P<matter>.+?)\.?$")
_PLURAL = regex(r"\A(?:[\w-]+ ){0,2}?[a-z]+(?<![sui])s\Z")  # "cats", "old maps", not "tennis"
_WHEN = regex(r"^when: (?P<matter>.+)$")


def reflect(move: Move, turn: Situation) -> str:
    """Say back what was said, or its topic, or that it was heard."""
    if _THANKS.match(turn.see.percept.text):
        return turn.say("thank")
    if said := respond(turn):
        return said
    topic = _topic(move.about, turn)
    if topic and "echo" not in turn.tags:
        known = turn.known_as(topic)
        return turn.say_with("reflect", ("topical",), topic=known or topic)
    return turn.say("reflect")


def ask(move: Move, turn: Situation) -> str:
    """Ask one thing that belongs to what was said."""
    return _SEVERAL.sub(r"\1 are \2", _asked(move, turn))


def _asked(move: Move, turn: Situation) -> str:
    about = move.about.strip()
    if about.endswith("?"):
        return turn.say_with("ask", ("given",), question=to_second_person(about))
    if who := _WHO.match(about):
        return turn.say_with("ask", ("person",), person=who["name"])
    if when := _WHEN.match(about):
        return _when(when["matter"], turn)
    if move.facts:
        return _about_fact(move.facts[0], turn)
    if said := ask_on(turn):
        return said
    if about and about in turn.see.percept.names:
        known = turn.known_as(about)
        if known:
            return turn.say_with("ask", ("kin", "related"), kin=known)
        if _reads_as_person(about, turn.see.percept.text):
            return turn.say_with("ask", ("person",), person=about)
    if said := _about_new(turn):
        return said
    if turn.matter is not None or "acknowledged" in turn.tags:
        return ""  # what is asked of anything would not fit this
    if topic := _topic(about, turn):
        return turn.say_with("ask", ("topical",), topic=topic)
    return turn.say("ask")


def _topic(about: str, turn: Situation) -> str:
    """Give a topic where it is someone's own or a name; a bare word is none."""
    first = about.split(" ", 1)[0].lower()
    own = first in ("my", "our", "your", "the")
    return topic_of(about) if own or about in turn.see.percept.names else ""


def _when(matter: str, turn: Situation) -> str:
    said = to_second_person(matter).rstrip(".")
    fits = _PHRASE.match(said) and len(said.split()) <= 6
    return turn.say_with("ask_when", ("matter",) if fits else (), matter=said)


def _about_fact(fact: Fact, turn: Situation) -> str:
    """Ask about something that is held, naming it as the person would."""
    known = kinship(fact, turn.names)
    thing = known or to_second_person(fact.object)
    turn.cite(fact.id, *fact.sources)
    tags = (f"about_{fact.relation}", "named" if fact.object[:1].isupper() else "kind")
    return turn.say_with("ask_about", tags, thing=thing)


def _about_new(turn: Situation) -> str:
    """Ask about what was just learned, by its relation; empty when there is nothing to ask so."""
    for fact in turn.see.learned:
        tag = f"new_{fact.relation}"
        own = fact.subject.lower() in {name.lower() for name in turn.names}
        if own and fact.valid_to is None and fact.polarity and fact.kind == "fact":
            said = turn.say_with("ask_new", (tag,), thing=_called(fact, turn))
            if said:
                return said
    return ""


def _called(fact: Fact, turn: Situation) -> str:
    """Call what a fact is about by its name, or by what it is to the person: "your cat"."""
    if fact.object[:1].isupper() or not kinship(fact, turn.names):
        return to_second_person(fact.object)
    return turn.slots.get("pet_name") or f"your {fact.object or fact.relation}"


def _reads_as_person(name: str, text: str) -> bool:
    """Tell whether a name stands where people's names do: "with Mia", "Mia said"."""
    who = re.escape(name)
    before = r"(?:with|met|saw|told|asked|called|and|miss|love|visit|visited|visiting)"
    after = r"(?:said|told|asked|called|is|was|and I|came|thinks|wants|left|gave|made|helped)"
    return bool(re.search(rf"\b{before}\s+{who}\b|\b{who}\s+{after}\b", text))


def acknowledge(move: Move, turn: Situation) -> str:
    """Say what was taken in; "I'll remember" is said only when a fact is written this turn."""
    if OFF_RECORD in turn.see.care.boundaries and any(f.kind == "procedure" for f in move.facts):
        return turn.say("not_kept")
    new = [fact for fact in turn.see.learned if fact.valid_to is None]
    ids = {fact.id for fact in new}
    chosen = [fact for fact in move.facts if fact.id in ids] or new
    for fact in chosen:
        if fact.kind == "procedure":
            turn.cite(fact.id)
            return _agreed(fact, turn)
    if off := next((f for f in move.facts if f.kind == "plan" and f.valid_to is not None), None):
        turn.cite(off.id)
        turn.drop_echo()
        return turn.say("called_off")
    if not chosen and any(f.kind == "procedure" for f in turn.see.learned):
        return turn.say("lifted")
    closed = {(f.subject, f.relation) for f in turn.see.learned if f.valid_to is not None}
    for fact in sorted(chosen, key=lambda fact: fact.due is None):
        said = _news(fact, turn)
        if not said or tells(turn.matter, fact.relation):
            continue
        turn.cite(fact.id)
        turn.drop_echo()
        turn.tags.add("acknowledged")
        if fact.relation == "name":
            return turn.say_with("acknowledge", ("naming", "met"), thing=fact.object)
        if (fact.subject, fact.relation) in closed:
            wrong = ("mistaken",) if _MISTAKEN.match(turn.see.percept.text) else ()
            return turn.say_with("acknowledge", ("corrected", *wrong), fact=said)
        return _taken_in(fact, said, turn)
    if said := respond(turn):
        return said
    tags = ("written",) if chosen else ()
    return "" if "answered" in turn.tags else turn.say_with("acknowledge", tags)


def _taken_in(fact: Fact, said: str, turn: Situation) -> str:
    """Take a new fact in, shortly, as its relation asks for."""
    own = fact.subject.lower() in {name.lower() for name in turn.names}
    named = ("named",) if fact.object[:1].isupper() else ()
    if fact.kind == "plan" and (said_so := respond(turn, said)):
        return said_so
    if own and fact.kind == "fact" and fact.polarity:
        plural = ("plural",) if _PLURAL.search(fact.object) else ()
        tags = (f"new_{fact.relation.split('_')[0]}", *named, *plural)
        thing = to_second_person(fact.object)
        brief = turn.say_with("learned", tags, thing=thing, a_thing=article(thing), fact=said)
        if brief:
            return brief
    return turn.say_with("acknowledge", ("noted",), fact=said)


def _news(fact: Fact, turn: Situation) -> str:
    """Say a new fact: a plan's day as seen from now, a relative as what they are."""
    plan = planned(fact, turn.names, turn.now)
    if plan is None:
        return told(fact, turn.names) or ""
    return f"{turn.by_tie(plan[0])} {plan[1]}"


def _agreed(fact: Fact, turn: Situation) -> str:
    """Agree to a standing wish, naming it."""
    if fact.relation == "call_me":
        name = re.sub(r"\s+please$", "", fact.object, flags=re.IGNORECASE)
        told = ("met",) if _NAMES_ONESELF.search(turn.see.percept.text) else ()
        return turn.say_with("acknowledge", ("naming", *told), thing=name)
    wish, _, matter = fact.object.partition(":")
    wish = {"keep_short": "brief", "just_listen": "no_advice"}.get(wish, wish)
    if told_so := _TALK_ABOUT.search(fact.text):
        matter = told_so["matter"]
    return turn.say_with("agree", (wish,), matter=to_second_person(matter))


def suggest(move: Move, turn: Situation) -> str:
    """Offer one thing to do, lightly: what is liked or has helped, else the topic."""
    about = move.about.strip()
    if known := helped(move, turn):
        return known
    if not about:
        return ""
    if about.endswith("?"):
        return turn.say_with("suggest", ("given",), question=to_second_person(about))
    return turn.say_with("suggest", (), suggestion=to_second_person(about).rstrip("."))


def disclose(move: Move, turn: Situation) -> str:
    """Say something of itself, in the words decided on or in its own."""
    text = move.answer.text.strip()
    if not text:
        return turn.say("disclose")
    return turn.say_with("itself", (f"self_{move.about}",), answer=ended(text))


def refer(move: Move, turn: Situation) -> str:
    """Point to people who can help; care's notice has already named them when there is one."""
    return turn.say_with("refer", ("noticed",) if turn.see.care.notice else ())


def guide(move: Move, turn: Situation) -> str:
    """Give the step of a task that is next, say where it was left, or that it is over."""
    task = next((fact for fact in move.facts if fact.relation in (TASK, LIST)), None)
    if task is None:
        return ""
    turn.cite(task.id, *task.sources)
    name = library().names.get(task.object) or to_second_person(task.object)
    how, _, step = move.about.partition(": ")
    if how.startswith(("own_", "list_")):
        return turn.say_with("guide", (how,), matter=name, step=to_second_person(step))
    if not step:
        finished = any(fact.relation == STEP for fact in move.facts)
        own = () if task.object in library().names else ("own",)
        return turn.say_with("guide", ("over" if finished else "dropped", *own), matter=name)
    begun = task.valid_from == turn.now
    tag = "resumed" if how == "again" else "begun" if begun else "onwards"
    failed = any(fact.relation == STEP and not fact.polarity for fact in move.facts)
    return turn.say_with("guide", (tag, "failed" if failed else "fine"), matter=name, step=step)


def topic_of(about: str) -> str:
    """Give a topic as a noun phrase in the second person; empty when it is not one.

    >>> topic_of("my sister"), topic_of("I went home and slept")
    ('your sister', '')
    """
    about = about.strip().rstrip(".!")
    if not about or not _PHRASE.match(about) or len(about.split()) > 5 or echo(about):
        return ""
    lower = about.lower().split()
    if not about[0].isupper() and lower[0] not in ("my", "our", "the", "your"):
        return ""
    if lower[0] in ("i", "we", "it", "he", "she", "they") or words()["verbs"] & set(lower[1:]):
        return ""
    if len(lower) == 1 and (lower[0] in words()["verbs"] or not about[0].isupper()):
        return ""
    return to_second_person(about)


def validate(move: Move, turn: Situation) -> str:
    """Name the feeling tentatively; that it is hard has been judged before, named or not."""
    if said := respond(turn):
        alone = "onward" not in turn.tags and "matter" in turn.tags and "low" in turn.tags
        return f"{said} {turn.say('beside')}" if alone else said
    low = () if "high" in turn.tags else ("low",)
    return turn.say_with("validate", low)


def thank(move: Move, turn: Situation) -> str:
    """Answer thanks, and with them what was kindly said beside."""
    if turn.matter is not None and turn.matter.name == "compliment":
        turn.answered_matter = True
    return turn.say("thank")


def celebrate(move: Move, turn: Situation) -> str:
    """Share the joy, in what it is about where that is plain."""
    return respond(turn) or turn.say("celebrate")


def _rule(name: str) -> Callable[[Move, Situation], str]:
    def act(move: Move, turn: Situation) -> str:
        return turn.say(name)

    return act


ACTS: dict[str, Callable[[Move, Situation], str]] = {
    "greet": _rule("greet"),
    "answer": answer,
    "abstain": abstain,
    "validate": validate,
    "celebrate": celebrate,
    "reflect": reflect,
    "ask": ask,
    "recall": recall,
    "follow_up": follow_up,
    "acknowledge": acknowledge,
    "suggest": suggest,
    "thank": thank,
    "disclose": disclose,
    "refer": refer,
    "guide": guide,
    "part": _rule("part"),
    "listen": _rule("listen"),
    "nudge": _rule("nudge"),
}

__all__ = ["ACTS", "topic_of"]
