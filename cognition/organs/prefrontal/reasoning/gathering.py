"""What bears on a question: from its names to what was told of them, and on to whom that names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import zip_longest

from cognition.faculties import Faculties, Search
from cognition.organs.prefrontal.reasoning.canonical import plainly
from cognition.organs.prefrontal.reasoning.reader import Reader, what_says
from cognition.organs.prefrontal.reasoning.regardless import offered, regardless
from cognition.organs.prefrontal.reasoning.scenes import unasked
from cognition.organs.prefrontal.reasoning.self_answered import answered, reported
from cognition.organs.prefrontal.reasoning.stating import stated
from cognition.organs.prefrontal.reasoning.talk import ASKS, unadorned
from cognition.organs.prefrontal.words import STOP, sentences
from cognition.regex import regex
from cognition.values import Engram, Recollection, TimeSpan

PER_NAME = 16  # memories looked at for one name
RECENT = 200  # episodes told last that a name is sought in, too: what is latest counts for states
ROUNDS = 4  # times that names found lead on to others
MOST = 64  # memories read for one question
NEW_NAMES = 16  # names followed in one round
_WORD = regex(r"[\w’'-]+")
_NAME = regex(r"(?<![.!?] )(?<!\A)\b[A-Z][\w-]+|\A[A-Z][\w-]+")
_WH = regex(r"(?:What|Who|Where|When)\b")
_NEIGHBOURS = 2  # turns after a memory that may say more of it with a pronoun


def gather(question: str, asker: str, use: Faculties, cues: str = "") -> Reader:
    """Read what was told of those that a question names, and of whom that names in turn.

    `cues` are further words to search for. The memories are read in the order they were told.
    """
    found: dict[int, Engram] = {}
    sought: set[str] = {asker.lower()}
    names = _content(question)
    wanted: list[str] = [question, *([cues] if cues else [])]
    for _ in range(ROUNDS):
        fresh = [name for name in dict.fromkeys(names) if name.lower() not in sought][:NEW_NAMES]
        wanted += fresh
        if not wanted:
            break
        sought.update(name.lower() for name in fresh)
        new = _search(wanted, use, found)
        wanted = []
        names = list(_leads(new))
        if len(found) >= MOST:
            break  # the rounds nearest to the question have been read
    return _read(found, use)


def _content(question: str) -> list[str]:
    return [
        word.removesuffix("'s").removesuffix("’s")
        for word in _WORD.findall(question)
        if word.lower() not in STOP and len(word) > 1
    ]


def _leads(engrams: Sequence[Engram]) -> Iterable[str]:
    """Yield whom and what some memories lead on to: names first, then what premises relate."""
    for engram in engrams:
        yield from (word for word in _NAME.findall(engram.text) if word.lower() not in STOP)
    for engram in engrams:
        told = (engram.text, engram.speaker, engram.when, engram.times, engram.plain)
        yield from _related(*told)


@lru_cache(maxsize=8192)
def _related(
    text: str, speaker: str, when: datetime, times: tuple[TimeSpan, ...], plain: str
) -> tuple[str, ...]:
    turn = Recollection(text=text, speaker=speaker, when=when, times=times, plain=plain)
    return tuple(
        word
        for one in what_says(turn).premises
        if one.relation not in ("event", "habit")
        for word in _content(f"{one.subject} {one.object}")
    )


@lru_cache(maxsize=8192)
def _tells(text: str) -> bool:
    """Say whether what asks does so only to tell: "looking for the ball? Try the box"."""
    plain = " ".join(unadorned(one) for one in sentences(reported(text)))
    for one in dict.fromkeys((text, plain)):
        if offered(answered(unasked(one))) != one or regardless(one) != one:
            return True
    if plain != text and "?" not in plain and not ASKS.match(plain):
        return True  # "would you believe Mia is 33?"
    bare = text.strip(" .!")  # "what Mia took was the ball" begins as a question does
    if "?" in text or _WH.match(bare) is None:
        return False
    return stated(bare) != bare or plainly(bare) != bare


def _search(texts: list[str], use: Faculties, found: dict[int, Engram]) -> list[Engram]:
    """Search for texts by their words, overall and among what was told last; gives what is new."""
    places: dict[int, str] = {}
    count = len(use.timeline)
    # one from each search in turn, lest the first leave no room for the others
    for turn in zip_longest(*_ranked(texts, use)):
        for at in turn:
            if at is None or at in found or len(found) + len(places) >= MOST:
                continue
            for near in range(max(0, at - 1), min(at + _NEIGHBOURS, count)):
                places.setdefault(near, use.timeline.id_at(near))
    fresh = {at: id for at, id in places.items() if at not in found}
    told = {engram.id: engram for engram in use.journal.engrams(list(fresh.values()))}
    new = {at: told[id] for at, id in fresh.items() if id in told}
    found.update(new)
    return list(new.values())


def _ranked(texts: list[str], use: Faculties) -> Iterator[list[int]]:
    """Yield the positions of what has a text's words: the latest first, then the best first."""
    count = len(use.timeline)
    since = use.timeline.when_at(max(0, count - RECENT)) if count else None
    searches = [Search(text=text, limit=RECENT, kinds=("episode",), since=since) for text in texts]
    searches += [Search(text=text, limit=PER_NAME, kinds=("episode",)) for text in texts]
    for number, hits in enumerate(use.index.search(searches)):
        at = [use.timeline.position(hit.id) for hit in hits]
        known = [position for position in at if position is not None]
        yield sorted(known, reverse=True)[:PER_NAME] if number < len(texts) else known


def _read(found: dict[int, Engram], use: Faculties) -> Reader:
    reader = Reader()
    before = -2
    for at in sorted(found):
        engram = found[at]
        tells = engram.act != "question" or engram.plain or _tells(engram.text)
        if tells and engram.act not in ("greeting", "farewell", "thanks", "backchannel"):
            reader.read(_recollection(engram), follows=at == before + 1)
        before = at
    return reader


def _recollection(engram: Engram) -> Recollection:
    return Recollection(
        ref=engram.ref,
        id=engram.id,
        text=engram.text,
        speaker=engram.speaker,
        when=engram.when,
        role=engram.role,
        session=engram.session,
        times=engram.times,
        names=engram.names,
        affect=engram.affect,
        plain=engram.plain,
    )


__all__ = ["gather"]
