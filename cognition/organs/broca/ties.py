"""Someone of the person's own life, to be named where they are encouraged to turn to people."""

from __future__ import annotations

from cognition.organs.broca.facts import kinship
from cognition.organs.broca.situation import Situation
from cognition.organs.insula.no_contact import KEY, apart, mark
from cognition.organs.insula.notes import marks

CLOSE = (
    "partner", "spouse", "husband", "wife", "girlfriend", "boyfriend", "friend", "sister",
    "brother", "mother", "father", "mum", "mom", "dad", "aunt", "uncle", "cousin", "grandmother",
    "grandfather", "grandma", "grandpa", "neighbour", "neighbor",
)  # fmt: skip
_GONE = ("died", "dead", "passed away", "death", "deceased", "funeral")


def someone_near(turn: Situation) -> str:
    """Call someone close as the person would ("your sister Mia"); empty where there is nobody.

    Left out: whom the person wants no contact with, said now or before; who has died; ties that
    have ended; and whoever this message is about, since it may be about what they did.
    """
    said = turn.see.percept.text
    without = apart(said, marks(turn.use, KEY))
    unwanted = {fact.object.removeprefix("avoid:").lower() for fact in turn.see.decision.policies}
    for relation in CLOSE:
        for fact in turn.use.knowledge.facts(relation=relation, at=turn.now):
            who = kinship(fact, turn.names) if fact.polarity and fact.kind == "fact" else None
            named = {fact.object.lower(), relation}
            if not who or any(mark(name) in without for name in named) or named & unwanted:
                continue
            if fact.object in said or relation in said.lower() or _gone(turn, fact.object):
                continue
            turn.cite(fact.id, *fact.sources)
            return who
    return ""


def _gone(turn: Situation, name: str) -> bool:
    about = turn.use.knowledge.facts(about=name)
    return any(word in fact.text.lower() for fact in about for word in _GONE)
