"""The end of a turn: what the organs propose to keep becomes memory, in one durable commit.

This is synaptic consolidation; what happens to memories afterwards, off the turn, is `sleep`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from cognition.adaptation import Adaptation, asked_again, current, lesson, state_of, waiting
from cognition.channel import Merge, concat
from cognition.faculties import Faculties, Point
from cognition.organ import Organ
from cognition.organs.insula.notes import SESSION, WITHOUT_WORDS
from cognition.pausing import PAUSED, paused_since
from cognition.values import (
    Affect,
    Engram,
    Fact,
    Note,
    Percept,
    Receipt,
    Recollection,
    Traces,
    Utterance,
    derive_id,
    unsaid,
)

# initial stability in days after a review rated Good and Easy: FSRS-6 default parameters w2, w3
GOOD, EASY = 2.3065, 8.2956
UNADAPTED = Adaptation()


@dataclass(frozen=True, slots=True)
class Lived:
    """What consolidation reads: everything the turn leaves behind."""

    percept: Percept = Percept()
    affect: Affect = Affect()
    engrams: Annotated[tuple[Engram, ...], Merge(concat)] = ()
    learned: Annotated[tuple[Fact, ...], Merge(concat)] = ()
    stated: Annotated[tuple[Fact, ...], Merge(concat)] = ()
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()
    utterance: Utterance = Utterance()
    recollections: tuple[Recollection, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What consolidation writes."""

    receipt: Receipt


class Consolidation(Organ[Lived, Kept]):
    """Commit the turn: episodes with their affect, facts, notes, the companion's own words.

    And what it taught of the person: whether the memories that the last reply cites were meant
    shows in this turn, which asks the same again or goes on. While remembering is paused nothing is
    written but the times and counts of care.
    """

    def step(self, see: Lived, use: Faculties) -> Kept | None:
        adapted = current(use)
        engrams = [bind(engram, see.affect, adapted) for engram in see.engrams]
        if see.utterance.text:
            engrams.append(_own_words(see, use))
        states = {note.key: json.loads(note.value) for note in see.notes}
        if states.get(PAUSED) or paused_since(use):
            _hold(engrams, states, use)
            return None
        states |= _taught(see, use)
        facts = (*see.learned, *see.stated)
        if not (engrams or facts or states):
            return None
        return Kept(receipt=commit(use, engrams, facts, states))


def _hold(engrams: Sequence[Engram], states: Mapping[str, Any], use: Faculties) -> None:
    """Write only what has no words in it; hold the rest in mind until remembering goes on."""
    needed = {key: value for key, value in states.items() if key in WITHOUT_WORDS or key == PAUSED}
    if needed:
        use.journal.commit(states=needed)
    if SESSION in needed:
        use.journal.let_go()  # what was held in mind is not carried from one talk into the next
    use.journal.hold(engrams, {key: v for key, v in states.items() if key not in needed})
    if PAUSED in needed and needed[PAUSED] is None:
        use.journal.let_go()


def bind(engram: Engram, affect: Affect, adapted: Adaptation = UNADAPTED) -> Engram:
    """Bind an engram to what was felt; arousal at encoding makes it last (McGaugh 2004).

    So does being of a kind that this person returns to.
    """
    strength = min(1.0, max(abs(affect.valence), max(0.0, affect.arousal)))
    stability = GOOD + (EASY - GOOD) * strength
    bound = replace(engram, affect=affect, last=engram.when, stability=stability)
    lasting = adapted.lasting(bound)
    return bound if lasting == 1.0 else replace(bound, stability=stability * lasting)


def commit(
    use: Faculties,
    engrams: Sequence[Engram],
    facts: Sequence[Fact] = (),
    states: Mapping[str, Any] | None = None,
) -> Receipt:
    """Write to the journal, then to what is projected from it.

    Writing the same again changes nothing.

    The companion's own words are kept in the journal but never indexed: they are no evidence.
    """
    with use.knowledge.changing():  # sleep may be changing facts as well
        new = use.journal.commit(engrams, facts, states)
        fresh = frozenset(new)
        episodes = [e for e in engrams if e.id in fresh and e.role != "companion"]
        use.index.put([point(engram) for engram in episodes])
        use.timeline.extend(episodes)
        use.knowledge.learn(facts)
    ids = (*new, *(fact.id for fact in facts))
    return Receipt(ids=ids, counts={"episode": len(episodes), "fact": len(facts)})


def point(engram: Engram, vector: Sequence[float] = (), traces: Traces | None = None) -> Point:
    """Give an engram as the index holds it; who speaks, and of whom, counts among its words."""
    meant = " ".join(unsaid(engram))
    return Point(
        id=engram.id,
        vector=vector or engram.vector,
        text=f"{engram.speaker}: {engram.text} {meant}".rstrip(),
        kind="episode",
        speaker=engram.speaker,
        when=engram.when,
        traces=traces or engram.traces,
    )


def _taught(see: Lived, use: Faculties) -> dict[str, Any]:
    """Give the state to keep of what a turn of the person's taught; empty if nothing.

    Asking the same again says that what the last reply cites was not meant; thanks say that it was,
    and so does going on, unless it had been asked again: then it may be giving up.
    """
    percept, last = see.percept, waiting(use)
    if percept.role != "person" or not percept.text:
        return {}
    asks = bool(percept.questions) or percept.act == "request"
    cited = [r for r in see.recollections if asks and r.id in see.utterance.cites]
    if not (cited or last):
        return {}
    before = next(iter(use.journal.latest(1, role="person")), None)
    if before and any(engram.id == before.id for engram in see.engrams):
        return {}  # the turn is lived again, after an interruption
    adapted, again = current(use), asks and asked_again(percept, before)
    if last and again:
        adapted = adapted.after("asked again", last, meant=False)
    elif last and (percept.act == "thanks" or not last.again):
        adapted = adapted.after("meant", last)
    if not cited:
        return state_of(adapted)
    shares = [(r, 1 / len(cited)) for r in cited]
    drawn = lesson(shares, use, percept.when, see.recollections)
    return state_of(adapted, replace(drawn, again=again))


def _own_words(see: Lived, use: Faculties) -> Engram:
    when = see.percept.when if see.percept.text else use.clock.now()
    return Engram(
        id=derive_id(use.owner, "reply", see.percept.speaker, when.isoformat(), see.percept.text),
        session=see.percept.session,
        speaker=use.persona.name,
        role="companion",
        text=see.utterance.text,
        when=when,
        act=see.utterance.acts[0] if see.utterance.acts else "statement",
        # a reply rests on what it replies to, so that it goes when that is forgotten
        cites=tuple(dict.fromkeys([*(e.id for e in see.engrams), *see.utterance.cites])),
    )
