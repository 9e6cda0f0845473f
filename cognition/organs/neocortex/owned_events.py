"""Events of somebody else: "her recital is on Friday", "my sister's exam is tomorrow"."""

from __future__ import annotations

from cognition.organs.neocortex.before import of_somebody
from cognition.organs.neocortex.claims import Claim, Who
from cognition.organs.neocortex.events import BARE, EVENTS
from cognition.organs.neocortex.kin_patterns import NOUN
from cognition.organs.neocortex.phrases import NAME
from cognition.organs.neocortex.plans import appointment
from cognition.organs.neocortex.scene import Scene
from cognition.organs.words import lower_first
from cognition.regex import regex
from cognition.values import TimeSpan

_OWNED = regex(
    rf"(?:(?:[Mm]y|[Oo]ur) (?:\w+ ){{0,2}}?(?P<noun>{NOUN})['’]s|(?P<pro>[Hh]er|[Hh]is)"
    rf"|(?P<name>{NAME})['’]s) (?P<event>[\w'’-]+.*)"
)


def appointments(scene: Scene, clause: str, span: TimeSpan) -> list[Claim]:
    """Read an appointment, the speaker's own or that of a relative or of somebody known."""
    found = _OWNED.match(clause)
    if found is None:
        first = clause.partition(" ")[0]
        event = first.lower() in EVENTS | BARE
        if first.istitle() and (event or first not in scene.names):  # "Memory clinic on Friday"
            clause = lower_first(clause)
        # "My dad is in hospital. The operation is on Thursday."
        theirs = scene.last is not None and scene.last is scene.focus and of_somebody(clause)
        who = scene.last if theirs and scene.last else scene.me
        return appointment(who, clause, span)
    who = _owner(scene, found["noun"] or "", found["pro"] or "", found["name"] or "")
    if who is None:
        return []
    return appointment(who, f"my {found['event']}", span)


def _owner(scene: Scene, noun: str, pronoun: str, name: str) -> Who | None:
    if noun:
        return scene.relative(scene.me, noun)
    if pronoun:
        return scene.meant(pronoun)
    who = scene.somebody(name)
    return None if who is None or scene.stranger(who) else who


__all__ = ["appointments"]
