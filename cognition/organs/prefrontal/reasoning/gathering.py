"""What bears on a question: from its names to what was told of them, and on to whom that names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from cognition.faculties import Faculties, Search
from cognition.organs.prefrontal.reasoning.reader import Reader
from cognition.organs.prefrontal.reasoning.readings import Episode, Readings, content, readings

PER_NAME = 16  # memories looked at for one name
ROUNDS = 4  # times that names found lead on to others
MOST = 64  # memories read for one question
NEW_NAMES = 16  # names followed in one round
_NEIGHBOURS = 2  # turns after a memory that may say more of it with a pronoun


def gather(question: str, asker: str, use: Faculties, cues: str = "") -> Reader:
    """Read what was told of those that a question names, and of whom that names in turn.

    `cues` are further words to search for. The memories are read in the order they were told.
    """
    kept = readings(use.journal)
    found: dict[int, Episode] = {}
    sought: set[str] = {asker.lower()}
    names = content(question)
    wanted: list[str] = [question, *([cues] if cues else [])]
    for _ in range(ROUNDS):
        fresh = [name for name in dict.fromkeys(names) if name.lower() not in sought][:NEW_NAMES]
        wanted += fresh
        if not wanted:
            break
        sought.update(name.lower() for name in fresh)
        new = _search(wanted, use, kept, found)
        wanted = []
        if len(found) >= MOST:
            break  # the rounds nearest to the question have been read
        # whom it leads on to first, then what premises relate
        names = [*chain(*(one.names for one in new)), *chain(*(one.related for one in new))]
    return _read(found)


def _search(
    texts: list[str], use: Faculties, kept: Readings, found: dict[int, Episode]
) -> list[Episode]:
    """Search for texts by their words, overall and among what was told last; gives what is new."""
    places: dict[int, str] = {}
    count = len(use.timeline)
    # one from each search in turn, lest the first leave no room for the others
    for turn in zip_longest(*_ranked(texts, use, kept)):
        for at in turn:
            if at is None or at in found or len(found) + len(places) >= MOST:
                continue
            for near in range(max(0, at - 1), min(at + _NEIGHBOURS, count)):
                places.setdefault(near, use.timeline.id_at(near))
    fresh = {id: at for at, id in places.items() if at not in found}
    new = kept.of(list(fresh), use.journal)
    found.update((fresh[one.turn.id], one) for one in new)
    return new


def _ranked(texts: Sequence[str], use: Faculties, kept: Readings) -> Iterator[list[int]]:
    """Yield the positions of what has a text's words: the latest first, then the best first."""
    yield from kept.latest(texts, PER_NAME, use.timeline, use.journal)
    searches = [Search(text=text, limit=PER_NAME) for text in texts]
    for hits in use.index.search(searches):
        at = [use.timeline.position(hit.id) for hit in hits]
        yield [position for position in at if position is not None]


def _read(found: dict[int, Episode]) -> Reader:
    reader = Reader()
    before = -2
    for at in sorted(found):
        if found[at].tells:
            reader.read(found[at], follows=at == before + 1)
        before = at
    return reader


__all__ = ["gather"]
