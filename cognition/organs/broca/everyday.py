"""What is said to an everyday matter, good, bad or plain, in the person's words where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cognition.organs.broca.dates import when_said
from cognition.organs.broca.person import to_second_person
from cognition.organs.broca.person import words as lists
from cognition.organs.prefrontal.matters import PARENTS, Matter, matter_of
from cognition.organs.prefrontal.scene import told
from cognition.organs.prefrontal.words import sentences, words
from cognition.values import Recollection

if TYPE_CHECKING:
    from cognition.organs.broca.situation import Situation

_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})
# what a response to the matter has said already, so that it is not noted as well
_TELLS = {
    "event": "*",
    "employer": "job_got",
    "work": "job_got promoted",
    "pet": "new_pet loss_pet",
    "species": "*",
    "illness": "ill diagnosis",
    "age": "birthday_kin",
    "owns": "bought new_home",
    "likes": "crush",
    "spouse": "loss",
    "mother": "loss",
    "father": "loss",
}


def enter(turn: Situation) -> None:
    """Find the matter of this turn, and name what it can be said with."""
    found = matter_of(told(turn.see.percept))
    if found is None:
        return
    turn.matter = found
    what = to_second_person(found.what) if found.what else ""
    what = f"the {what}" if what.isupper() and what.isalpha() else what  # "SAT was brutal"
    who = to_second_person(found.who) if found.who else ""
    if who.lower() in _PRONOUNS:
        who = who.lower()
    elif who.lower() in PARENTS:
        who = f"your {who.lower()}"
    elif who:
        who = turn.by_name(who)
    if not what:
        turn.tags.add("bare")
    turn.slots.update({"what": what, "who": who, "whole": who})
    if found.feel == "bad":
        turn.tags.discard("high")
        turn.tags.update(("low", "matter"))
    elif found.feel == "good":
        turn.tags.discard("low")
        turn.tags.update(("high", "matter"))
    _pet(turn)


def _pet(turn: Situation) -> None:
    for fact in turn.see.learned:
        if fact.relation == "pet" and fact.object[:1].isupper():
            turn.slots["pet_name"] = fact.object
            turn.tags.add("named_pet")
            return
    kinds = lists()["pet"].intersection(
        words(turn.see.percept.text)
    )  # "my dog is ill" speaks of no cat
    held = [f for f in turn.see.known if f.relation == "pet" and f.object[:1].isupper()]
    held = [f for f in held if not kinds or not kinds.isdisjoint(words(f.text))]
    if len(held) == 1 and turn.matter is not None and turn.matter.name == "ill_pet":
        turn.slots["pet_name"] = held[0].object
        turn.cite(held[0].id)


def respond(turn: Situation, fact: str = "") -> str:
    """Say the fitting thing to the matter, once; empty when there is none, or nothing fits.

    `fact` is the clause of a plan that was learned with it, which the words may take up.
    """
    if turn.matter is None or turn.answered_matter:
        return ""
    tags = (f"m_{turn.matter.name}", *(("planned",) if fact else ()))
    said = turn.say_with(f"matter m_{turn.matter.name}", tags, fact=fact)
    turn.answered_matter = bool(said)
    if said:
        turn.drop_echo()
    return said


def ask_on(turn: Situation) -> str:
    """Ask on about the matter; empty when there is none, or nothing fits."""
    if turn.matter is None:
        return ""
    return turn.say_with(f"matter_ask m_{turn.matter.name}", (f"m_{turn.matter.name}",))


def later(memory: Recollection, turn: Situation) -> str:
    """Come back to a matter told on another day, as one does; empty when nothing fits."""
    found = matter_of(sentences(memory.text))
    if found is None or memory.when is None:
        return ""
    what, who = to_second_person(found.what), to_second_person(found.who)
    slots = {"what": what, "who": turn.by_name(who) if " " in who else "", "pet_name": ""}
    slots["when"] = when_said(memory.when, turn.now)
    if found.name in ("loss_pet", "new_pet", "ill_pet"):
        pet = who.split(" ", 1)[-1] or what.split()[-1]
        slots["pet_name"] = memory.names[0] if len(memory.names) == 1 else f"your {pet}"
    return turn.say_with(f"matter_later m_{found.name}", (f"m_{found.name}",), **slots)


def tells(matter: Matter | None, relation: str) -> bool:
    """Say whether responding to a matter has taken up a fact of this relation already."""
    if matter is None:
        return False
    names = _TELLS.get(relation, "")
    return names == "*" or matter.name in names.split()


__all__ = ["ask_on", "enter", "later", "respond", "tells"]
