"""Remembering on purpose: recall from a cue, answers to questions, and what either teaches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from cognition import adaptation
from cognition.copies import told_once
from cognition.faculties import Faculties
from cognition.faculties.traces import encode
from cognition.observing import naive
from cognition.organ import Organ
from cognition.organs.hippocampus import Hippocampus
from cognition.values import Answer, Fact, Percept, Recollection, Stimulus

Parameters = Mapping[str, Mapping[str, Any]]
Kind = TypeVar("Kind", bound=Organ[Any, Any])
ANSWER_FROM = 12  # how many memories an answer is sought in
SPARE = 5  # how many memories more are recalled, for some may be one message recorded twice
SHOWN = 20  # how many memories the one that was meant is held against


def recall(
    use: Faculties,
    parameters: Parameters,
    query: str,
    k: int,
    now: datetime | None = None,
    kinds: Sequence[str] | None = None,
    rehearse: bool = False,
) -> list[Recollection]:
    """Give the k memories that best answer a cue, best first; see `Mind.recall`."""
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    cue = perceived(use, query, now)
    breadth = max(k, 50) if kinds else k + SPARE
    hits = organ(Hippocampus, parameters).recall(cue, use, breadth)
    hits = told_once(hits, use.knowledge)[: breadth if kinds else k]
    best = sorted(_of_kinds(hits, kinds, use) if kinds else hits, key=lambda r: -r.score)[:k]
    if rehearse:
        _rehearse(use, [r.id for r in best], cue.when)
        episodes = adaptation.shared([r for r in best if r.kind == "episode"])
        adaptation.learn(use, "rehearsed", episodes, cue.when)
    return best


def meant(
    use: Faculties, parameters: Parameters, query: str, memory_id: str, now: datetime | None
) -> None:
    """Rehearse the memory that some words meant, and learn what led to it."""
    cue = perceived(use, query, now)
    shown = organ(Hippocampus, parameters).recall(cue, use, SHOWN)
    _rehearse(use, [memory_id], cue.when)
    learn(use, "meant", memory_id, cue.when, shown)


def answer(
    use: Faculties, parameters: Parameters, question: str, now: datetime | None = None
) -> Answer:
    """Answer from what is recalled and known, with sources; see `Mind.answer`."""
    from cognition.organs.neocortex import Heard, Neocortex
    from cognition.organs.prefrontal.answer import answered

    cue = perceived(use, question, now)
    recalled = organ(Hippocampus, parameters).recall(cue, use, ANSWER_FROM)
    seen = organ(Neocortex, parameters).step(Heard(cue), use)
    return answered(cue, recalled, seen.known if seen else (), use, cue.when)


def learn(
    use: Faculties,
    event: str,
    memory_id: str,
    when: datetime | None = None,
    shown: Sequence[Recollection] = (),
) -> None:
    """Let self-adaptation learn from what befell a memory, or the episodes a fact rests on."""
    fact = use.knowledge.fact(memory_id)
    told = use.journal.engrams(fact.sources if fact else [memory_id])
    adaptation.learn(use, event, [(engram, 1 / len(told)) for engram in told], when, shown)


def perceived(use: Faculties, text: str, now: datetime | None) -> Percept:
    """Perceive a cue as if the owner said it; raises ValueError for one without words."""
    from cognition.organs.thalamus import perceive

    if not text.strip():
        raise ValueError("a cue needs some words")
    moment = naive(now) if now else use.clock.now()
    vectors, [traces] = encode(use.encoder, [text])
    stimulus = Stimulus(text=text, speaker=use.owner, when=moment)
    return perceive(stimulus, moment, tuple(vectors[0].tolist()), use.knowledge.entities(), traces)


def organ(kind: type[Kind], parameters: Parameters) -> Kind:
    """Make an organ with its parameters."""
    return kind(**parameters.get(kind.name(), {}))


def of_fact(fact: Fact, hit: Recollection | None = None) -> Recollection:
    """Give a fact as something remembered, by way of the episode that brought it to mind."""
    return Recollection(
        ref=hit.ref if hit else "",
        id=fact.id,
        kind=fact.kind,
        text=fact.text,
        speaker=hit.speaker if hit else "",
        when=fact.valid_from,
        score=hit.score if hit else 0.0,
        why=hit.why if hit else {},
        path=(fact.subject, fact.relation, fact.object),
    )


def _of_kinds(
    hits: Sequence[Recollection], kinds: Sequence[str], use: Faculties
) -> list[Recollection]:
    found = [hit for hit in hits if "episode" in kinds]
    seen: set[str] = set()
    for hit in hits:
        for fact in use.knowledge.resting_on(hit.id):
            if fact.kind in kinds and fact.id not in seen:
                seen.add(fact.id)
                found.append(of_fact(fact, hit))
    return found


def _rehearse(use: Faculties, ids: Sequence[str], when: datetime) -> None:
    from cognition.strength import review

    use.journal.review([review(engram, when) for engram in use.journal.engrams(ids)])
