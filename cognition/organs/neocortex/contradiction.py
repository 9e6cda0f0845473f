"""How likely it is that a newer sentence contradicts an older one: worth asking about, at least.

`revision` decides what is given up, and gives up little: who wrote essays on seals may have written
others on lichen. Yet whoever hears the two of one person wonders whether it is the same essays.
Sentences contradict that speak of one event, and one event is known by how much they share (de
Marneffe, Rafferty & Manning 2008, Finding contradictions in text): the people, the verb, the rest.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from math import exp

from cognition.organs.neocortex.lexicon import words
from cognition.organs.neocortex.phrases import profession
from cognition.organs.neocortex.revision import LIKING, frame, revises, same
from cognition.organs.neocortex.statements import Statement, read
from cognition.organs.neocortex.subjects import names_in
from cognition.organs.words import stem_set, weight

# Logistic regression on pairs of sentences of the core memory update set, rounded.
_REVISES, _SHARED, _CONTENT, _PARALLEL, _BIAS = 4.5, 8.0, 1.4, 3.5, -3.4
_SHORT = 3.0  # added to all words, so that two short sentences are not alike by their names alone
_MOST = 3.0  # content shared beyond names and verbs from which more says nothing more
_MANY = words("have own keep know want need") | LIKING  # what many things hold of at a time
LIKELY = 0.5  # likelihood from which a contradiction is worth noticing


@lru_cache(maxsize=4096)
def contradicts(new: str, old: str) -> float:
    """Give how likely it is that a newer sentence contradicts an older one, in [0, 1].

    Of the newer, the clauses count that name whom or what the older names and do not say that they
    add to it. What only repeats the older does not contradict it.

    >>> old = "Mia Reed has published several essays on seals."
    >>> contradicts("Mia Reed has published several essays on lichen.", old) > LIKELY
    True
    >>> contradicts("Mia Reed lectures on lichen in Oxford.", old) < LIKELY
    True
    """
    held, before = read(old), _names(old)
    told = [one for one in read(new) if not one.additive and before & _names(one.text)]
    if read(new):
        new = " ".join(one.text for one in told)
    names = _names(new)
    if not names & before or _again(new, old, told, held):
        return 0.0
    mine, theirs = stem_set(new), stem_set(old)
    verbs = " ".join(one.verb.word for one in (*told, *held))
    besides = (mine & theirs) - stem_set(" ".join((*names, *before, verbs)))
    rating = (
        _REVISES * any(revises(one, other) for one in told for other in held)
        + _SHARED * _worth(mine & theirs) / (_SHORT + _worth(mine | theirs))
        + _CONTENT * min(_MOST, _worth(besides))
        + _PARALLEL * any(_parallel(one, other, besides) for one in told for other in held)
    )
    return 1.0 / (1.0 + exp(-rating - _BIAS))


def _names(sentence: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in names_in(sentence))


def _again(new: str, old: str, told: Sequence[Statement], held: Sequence[Statement]) -> bool:
    """Tell whether what is said was said before."""
    again = [any(same(one, other) for other in held) for one in told]
    return all(again) if again else new.casefold() == old.casefold()


def _worth(stems: Set[str]) -> float:
    return sum(map(weight, stems))


def _parallel(new: Statement, old: Statement, besides: Set[str]) -> bool:
    """Tell whether the same people are said to do the same: with the same, or as they now do.

    Of what someone does these days, and for a living, there is one where nothing is said to be
    added, and of where or when a thing is; but they may be, have, like or know many things, and
    have done many.
    """
    a, b = frame(new), frame(old)
    if a.verb != b.verb or a.people != b.people:
        return False
    if besides or new.verb.base != "be":
        return bool(besides) or not (new.verb.past or new.verb.base in _MANY)
    parts = [one.parts[0] for one in (new, old) if one.parts]
    where = len({role for role, _ in parts}) == 1 and bool(parts[0][0])
    return len(parts) == 2 and (where or all(profession(said) for _, said in parts))


__all__ = ["LIKELY", "contradicts"]
