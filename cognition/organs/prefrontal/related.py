"""What this turn's own words bring back unasked: a memory of the same matter, or a held fact."""

from __future__ import annotations

import re

from cognition.faculties import Faculties
from cognition.organs.prefrontal.matters import matter_of
from cognition.organs.prefrontal.opening import plans_in, topic
from cognition.organs.prefrontal.relations import KIN
from cognition.organs.prefrontal.scene import SESSION_GAP, Scene, wishes_told
from cognition.organs.prefrontal.words import sentences, stem_set, weight
from cognition.organs.thalamus.sentences import asking
from cognition.values import Move, Recollection

LOW, HIGH = -0.25, 0.35  # valence from which comfort, or shared joy, is called for
NO_QUESTION = frozenset(
    {
        "rude",
        "brush_off",
        "not_there",
        "compliment",
        "you_remember",
        "miss_you",
        "wishes",
        "chores",
        "thats_all",
    }
)
_RELATED = 0.35  # share of this turn's content a memory must have to be brought up unasked
SORE = (
    -0.1
)  # valence below which something hurts, if only a little: a name alone reminds of nothing


def shared(text: str, other: str) -> float:
    """Give the share of a text's content that another has too."""
    mine = stem_set(text)
    total = sum(weight(term) for term in mine)
    return sum(weight(term) for term in mine & stem_set(other)) / total if total else 0.0


def related(scene: Scene, use: Faculties) -> list[Move]:
    """Bring up the memory, or the fact, that this turn's own words call for."""
    text = scene.percept.text
    if not text or scene.percept.act not in ("statement", "request"):
        return []
    if scene.matter is not None and scene.matter.name in NO_QUESTION:
        return []
    names = {name.lower() for name in scene.percept.names}
    wishes = wishes_told(use)
    for memory in scene.recollections:
        if (
            memory.kind != "episode"
            or memory.role != "person"
            or memory.id in scene.done
            or memory.id in wishes  # how to be treated is kept to, not come back to
            or asking(memory.text)
            or not _says_something(memory)
        ):
            continue
        if (
            memory.when is None
            or scene.now - memory.when <= SESSION_GAP
            or _same(text, memory.text)
        ):
            continue
        named = bool(names & {name.lower() for name in memory.names})
        share = shared(text, memory.text) + (0.25 if named else 0.0)
        fits = (
            share >= _RELATED and _tells(text, memory) and not _out_of_place(scene, memory, share)
        )
        # "Leo asked if it was his fault" does not call for how old Leo is; Oslo calls for Oslo
        fits = fits and not _only_names(text, memory, places=scene.affect.valence >= SORE)
        if fits and not plans_in(memory.id, use) and not _outdated(memory.id, use):
            return [
                Move(
                    act="recall",
                    about=topic(memory.text),
                    value=min(0.7, 0.3 + 0.4 * share),
                    evidence=(memory,),
                )
            ]
    sore = scene.affect.valence < SORE or (scene.matter is not None and scene.matter.feel == "bad")
    return [] if sore else _related_fact(scene)


def _outdated(id_: str, use: Faculties) -> bool:
    """Tell whether an episode tells of what is no longer so: a home with somebody one left."""
    return any(f.kind == "fact" and f.valid_to for f in use.knowledge.resting_on(id_))


def _says_something(memory: Recollection) -> bool:
    """Say whether a memory tells more than a name: "no, her name is Nora" does not."""
    names = stem_set(" ".join((*memory.names, "name called")))
    return sum(weight(term) for term in stem_set(memory.text) - names) >= 1.7


def _tells(text: str, memory: Recollection) -> bool:
    """Say whether a word that tells something is shared: "I keep thinking" and "keeps" is none."""
    both = stem_set(text) & stem_set(memory.text)
    return any(weight(term) >= 1.0 for term in both)


def _only_names(text: str, memory: Recollection, places: bool) -> bool:
    """Tell whether all that is shared is a name; of `places`, that is enough."""
    names = [
        name
        for name in memory.names
        if not (places and re.search(rf"\b(?:in|to|at|from|near) {re.escape(name)}\b", memory.text))
    ]
    return stem_set(text) & stem_set(memory.text) <= stem_set(" ".join((*names, *KIN)))


def _same(text: str, other: str) -> bool:
    return shared(text, other) > 0.9 and shared(other, text) > 0.8


def _out_of_place(scene: Scene, memory: Recollection, share: float) -> bool:
    """Keep pain out of joy, and memories of another matter out of distress."""
    told = matter_of(sentences(memory.text))
    pain = memory.affect.valence <= LOW or (told is not None and told.feel == "bad")
    if pain and scene.valence > (LOW if share < 0.7 else 0.2):
        return True
    if scene.matter is not None and scene.matter.feel == "bad" and not pain:
        return True
    return scene.valence <= LOW and (share < 0.7 or memory.affect.valence > HIGH)


def _related_fact(scene: Scene) -> list[Move]:
    mine = stem_set(scene.percept.text)
    new = {fact.id for fact in scene.learned}
    for fact in scene.known:
        told = stem_set(fact.object)
        # that somebody is spoken of does not call for all that is known of them
        cue = stem_set(fact.relation)
        fresh = fact.id not in new and fact.id not in scene.done and fact.valid_to is None
        if (
            fresh
            and fact.polarity
            and fact.kind == "fact"
            and [f.relation for f in scene.known].count(fact.relation) == 1
            and (cue & mine)
            and told
            and not told & mine
        ):
            return [Move(act="recall", about=fact.object, value=0.35, facts=(fact,))]
    return []


__all__ = ["HIGH", "LOW", "NO_QUESTION", "related", "shared"]
