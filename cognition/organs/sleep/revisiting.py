"""What rests on something that changed is revisited: facts end, gists are written anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cognition.faculties import Faculties
from cognition.organs.sleep.gist import abstract
from cognition.organs.sleep.keeping import Change
from cognition.organs.sleep.pace import Pace
from cognition.organs.sleep.replay import session_of
from cognition.values import Engram, Fact


def revisited(use: Faculties, pace: Pace) -> Iterator[Change]:
    """Yield what changes because something that it rests on has ended or was corrected."""
    for relation in use.knowledge.relations():
        for basis in use.knowledge.facts(relation=relation):
            pace.breathe()
            if basis.valid_to is None:
                continue
            if basis.kind == "gist":
                yield from _written_anew(basis, use, pace)
            for fact in use.knowledge.resting_on(basis.id):
                if fact.valid_to is None and fact.kind != "gist":  # chapters look after themselves
                    yield from _ended(fact, use)


def _ended(fact: Fact, use: Faculties) -> Iterator[Change]:
    """End a fact with the last of the facts it rests on; one that was told as well stays."""
    bases = [use.knowledge.fact(source) for source in fact.sources]
    ends = [basis.valid_to for basis in bases if basis is not None and basis.valid_to is not None]
    if len(ends) == len(fact.sources):
        over = tuple(basis for basis in bases if basis is not None)
        yield Change("revisited", (replace(fact, valid_to=max(ends)),), (fact, *over))


def _written_anew(gist: Fact, use: Faculties, pace: Pace) -> Iterator[Change]:
    """Write the gist of a session anew whose gist ended because an episode was corrected."""
    at = gist.valid_from
    others = use.knowledge.facts(relation=gist.relation, kind="gist", at=at) if at else []
    told = use.journal.engrams(gist.sources)
    if at is None or not told or any(o.valid_from == at and o.valid_to is None for o in others):
        return  # put right by hand, or written anew already
    session = [e for e in _lived(session_of(told[0]), use) if e.when >= at]
    if session and (new := abstract(session, use.owner, pace)):
        before = use.knowledge.fact(new.id)
        new = replace(new, pinned=gist.pinned)
        yield Change("revisited", (new,), (gist, before) if before else (gist,))


def _lived(session: str, use: Faculties) -> list[Engram]:
    places = use.timeline.of_session(session)
    return use.journal.engrams([use.timeline.id_at(int(place)) for place in places])
