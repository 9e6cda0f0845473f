"""Standing wishes: how this person said they want to be treated, until they say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from cognition.organs.basal_ganglia.meant import Meant, meant
from cognition.organs.basal_ganglia.naming import called
from cognition.organs.basal_ganglia.stances import Stance, stances
from cognition.organs.basal_ganglia.treatment import allowed, avoided, wished
from cognition.organs.prefrontal.words import stem_set
from cognition.regex import regex
from cognition.values import Fact, Percept, derive_id, engram_id

_REPORTED = regex(
    r"\b(?:he|she|they|mom|mum|dad|boss|wife|husband|doctor|people|everyone|\w+ (?:told|says?"
    r"|said|asked|tells)) (?:\w+ )?(?:(?:told|says?|said|asked|tells) (?:me|us|him|her|them)\b"
    r"|says?\b|said\b)|(?<!\bi )\b(?:said|says|goes|reads|read|wrote|motto|slogan|sign|(?:told"
    r"|advised) \w+)\s?:|[\"“]",
    re.IGNORECASE,
)
# a question of what was or is, with neither of the two in it, asks for no way of being treated
_ASKS_ONLY = regex(
    r"\W*(?:when|where|who|which|how (?:many|old|long|often)|(?:what )?(?:did|was|were|has|does))\b"
    r"(?!.*\b(?:you|your|we|us|our|me|it|this|that)\b).*\?\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OPPOSITE = {"brief": "detailed", "detailed": "brief"}
_SAYS = {
    "no_advice": "wants to be listened to, without advice",
    "no_questions": "wants fewer questions",
    "brief": "wants short answers",
    "detailed": "wants longer answers",
    "no_memories": "does not want the past brought up",
    "no_emoji": "wants no emoji",
}


def procedures(
    percept: Percept, held: Sequence[Fact], owner: str, now: datetime, encoder: str = ""
) -> tuple[Fact, ...]:
    """Read standing wishes out of what the person says: new ones, and held ones that they end.

    Only what the person asks for themselves: not what is quoted or reported. What no rule reads is
    told from its meaning, where `encoder` names what made the percept's vector.

    >>> said = Percept(text="Please call me Sam.", speaker="Ada")
    >>> wish = procedures(said, [], "Ada", datetime(2026, 3, 1))
    >>> wish[0].relation, wish[0].object
    ('call_me', 'Sam')
    """
    if percept.role != "person" or not percept.text:
        return ()
    who = percept.speaker or owner
    source = engram_id(owner, percept.ref, who, now, percept.text)
    found: list[Fact] = []
    before, reported = "", False
    for sentence in percept.sentences or (percept.text,):
        others = _REPORTED.search(sentence) is not None
        reported = reported or others
        if not (others or _ASKS_ONLY.match(sentence)):
            made, before = _wishes(sentence, before, held, who, source, now)
            found += made
    standing = {f.object.partition(":")[0] for f in held}
    if not found and not reported and (wish := meant(percept, encoder, standing)):
        found = _as_meant(wish, held, who, source, now)
    new = {(f.relation, f.object) for f in found if f.valid_to is None}
    known = {(f.relation, f.object) for f in held}
    return tuple(
        f for f in found if f.valid_to is not None or (f.relation, f.object) not in known & new
    )


def _wishes(
    text: str, before: str, held: Sequence[Fact], who: str, source: str, now: datetime
) -> tuple[list[Fact], str]:
    """Read the wishes of a sentence; gives its last clause too, which may be pointed back to."""
    found: list[Fact] = []
    if name := called(text, who):
        found += _named(name, held, who, source, now)
    for stance in stances(text):
        wishes, lifted = wished(stance, before)
        before = stance.rest
        found += _treated(wishes, lifted, held, who, source, now)
        found += _avoided(stance, text, held, who, source, now)
    return list({(f.relation, f.object): f for f in found}.values()), before


def _as_meant(
    wish: Meant, held: Sequence[Fact], who: str, source: str, now: datetime
) -> list[Fact]:
    """Make the wish that a message means, or end the held one that it lifts."""
    kind = wish.kind.removeprefix("lift_")
    lifts = kind != wish.kind
    if kind == "call_me":
        return _named(wish.about, held, who, source, now)
    if kind == "avoid" and lifts:
        return _spoken_of_again(wish.about, held, now)
    if kind == "avoid":
        return [_kept_from(f"the {wish.about}", who, source, now)]
    wishes, lifted = ((), (kind,)) if lifts else ((kind,), ())
    return _treated(wishes, lifted, held, who, source, now)


def _named(name: str, held: Sequence[Fact], who: str, source: str, now: datetime) -> list[Fact]:
    """Make the wish to be called by a name, which ends that for another."""
    ended = [_close(f, now) for f in held if f.relation == "call_me" and f.object != name]
    said = _said(who, f"wants to be called {name}")
    return [*ended, _wish(who, "call_me", name, said, source, now)]


def _treated(
    wishes: Iterable[str],
    lifted: Iterable[str],
    held: Sequence[Fact],
    who: str,
    source: str,
    now: datetime,
) -> list[Fact]:
    """Make wishes of treatment, and end those lifted and those that they are the opposite of."""
    wishes = tuple(wishes)
    ended = {*lifted, *(_OPPOSITE.get(wish, "") for wish in wishes)}
    return [
        *(_close(f, now) for f in held if f.object in ended),
        *(
            _wish(who, "prefers_treatment", wish, _said(who, _SAYS[wish]), source, now)
            for wish in wishes
        ),
    ]


def _avoided(
    stance: Stance, text: str, held: Sequence[Fact], who: str, source: str, now: datetime
) -> list[Fact]:
    matter = avoided(stance)
    if not stem_set(matter):
        return _spoken_of_again(allowed(stance), held, now)
    if as_said := re.search(re.escape(matter), text, re.IGNORECASE):
        matter = as_said[0]  # a name keeps its capital
    return [_kept_from(matter, who, source, now)]


def _kept_from(matter: str, who: str, source: str, now: datetime) -> Fact:
    """Make the wish not to talk about something."""
    topic = re.sub(r"^(?:my|the|our|any|that) ", "", matter, flags=re.IGNORECASE)
    said = _said(who, f"does not want to talk about {matter}")
    return _wish(who, "prefers_treatment", f"avoid:{topic}", said, source, now)


def _spoken_of_again(matter: str, held: Sequence[Fact], now: datetime) -> list[Fact]:
    """End the wishes not to talk about something."""
    again = stem_set(matter)
    return [
        _close(f, now)
        for f in held
        if f.object.startswith("avoid:") and stem_set(f.object.removeprefix("avoid:")) & again
    ]


def _said(who: str, wish: str) -> str:
    """Say a wish of someone; of "you" in the second person.

    >>> _said("Ada", "wants short answers"), _said("you", "does not want advice")
    ('Ada wants short answers', 'You do not want advice')
    """
    if who != "you":
        return f"{who} {wish}"
    return "You " + re.sub(r"^(?:wants|does)", lambda m: "want" if m[0] == "wants" else "do", wish)


def _close(fact: Fact, now: datetime) -> Fact:
    return replace(fact, valid_to=now)


def _wish(who: str, relation: str, object_: str, text: str, source: str, now: datetime) -> Fact:
    return Fact(
        id=derive_id("procedure", who, relation, object_, True, source),
        kind="procedure",
        subject=who,
        relation=relation,
        object=object_,
        text=f"{text}.",
        valid_from=now,
        sources=(source,),
    )


__all__ = ["procedures"]
