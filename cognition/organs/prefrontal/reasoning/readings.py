"""What was told of one memory, turn by turn, as it was read: kept, so that it is read once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from threading import Lock
from weakref import WeakKeyDictionary

from cognition.faculties import Journal, Timeline
from cognition.organs.hippocampus import recollection
from cognition.organs.prefrontal.reasoning.canonical import plainly
from cognition.organs.prefrontal.reasoning.reader import Reading
from cognition.organs.prefrontal.reasoning.regardless import offered, regardless
from cognition.organs.prefrontal.reasoning.scenes import unasked
from cognition.organs.prefrontal.reasoning.self_answered import answered, reported
from cognition.organs.prefrontal.reasoning.stating import stated
from cognition.organs.prefrontal.reasoning.talk import ASKS, unadorned
from cognition.organs.prefrontal.words import STOP, sentences, stem_set
from cognition.regex import regex
from cognition.values import Engram, unsaid

KEPT = 4096  # turns of one memory
_TURN = 4  # engrams of one turn, at most
RECENT = 200  # episodes told last: what is latest counts for states
_SAYS_NOTHING = ("greeting", "farewell", "thanks", "backchannel")
_WORD = regex(r"[\w’'-]+")
_NAME = regex(r"(?<![.!?] )(?<!\A)\b[A-Z][\w-]+|\A[A-Z][\w-]+")
_WH = regex(r"(?:What|Who|Where|When)\b")


class Episode(Reading):
    """A turn of a memory, and what it leads on to."""

    def __init__(self, engram: Engram) -> None:
        super().__init__(recollection(engram))
        self._act = engram.act
        self._meant = " ".join(unsaid(engram))

    @cached_property
    def tells(self) -> bool:
        """Whether it says something: what asks may do so only to tell."""
        if self._act in _SAYS_NOTHING:
            return False
        return self._act != "question" or bool(self.turn.plain) or asks_to_tell(self.turn.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, of who speaks, and of whom."""
        return stem_set(f"{self.turn.speaker} {self.turn.text} {self._meant}")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in it."""
        found = _NAME.findall(self.turn.text)
        return tuple(word for word in found if word.lower() not in STOP)

    @cached_property
    def related(self) -> tuple[str, ...]:
        """The words for whom and what it relates to each other."""
        return tuple(
            word
            for one in self.alone.premises
            if one.relation not in ("event", "habit")
            for word in content(f"{one.subject} {one.object}")
        )


class Readings:
    """The turns of one memory that were read: those used last, and those told last.

    >>> from cognition.faculties.journal import SqlJournal
    >>> journal = SqlJournal(None)
    >>> _ = journal.commit([Engram(id="6b1d9e0a6f0e4e0c", text="Mia has a cat.", speaker="Ada")])
    >>> [episode] = Readings().of(["6b1d9e0a6f0e4e0c"], journal)
    >>> episode.names, episode.tells
    (('Mia',), True)
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Episode] = OrderedDict()
        self._lock = Lock()
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="reading")

    def of(self, ids: Sequence[str], journal: Journal) -> list[Episode]:
        """Give the episodes of these ids; unknown ids are left out."""
        with self._lock:
            if unread := [id for id in ids if id not in self._kept]:
                self._kept.update((one.id, Episode(one)) for one in journal.engrams(unread))
            found = [id for id in ids if id in self._kept]
            for id in found:
                self._kept.move_to_end(id)
            while len(self._kept) > max(KEPT, len(found)):
                self._kept.popitem(last=False)
            return [self._kept[id] for id in found]

    def read_behind(self, engrams: Sequence[Engram]) -> None:
        """Read what was just told, if that is a turn and no import, while the talk goes on."""
        if len(engrams) <= _TURN:
            told = [one for one in engrams if one.role != "companion"]
            with suppress(RuntimeError):  # the interpreter ends: what is kept is kept all the same
                self._behind.submit(self._read, told)

    def _read(self, engrams: Sequence[Engram]) -> None:
        for episode in map(Episode, engrams):
            if episode.tells:
                _ = episode.alone
            with self._lock:
                self._kept[episode.turn.id] = episode

    def latest(
        self, texts: Sequence[str], most: int, timeline: Timeline, journal: Journal
    ) -> Iterator[list[int]]:
        """Yield the positions of what was told last and has a word of a text, the latest first."""
        last = range(len(timeline) - 1, max(-1, len(timeline) - 1 - RECENT), -1)
        told = {one.turn.id: one for one in self.of([timeline.id_at(at) for at in last], journal)}
        words = [(at, told[id].stems) for at in last if (id := timeline.id_at(at)) in told]
        for text in texts:
            wanted = stem_set(text)
            yield [at for at, stems in words if not wanted.isdisjoint(stems)][:most]


_of_journals: WeakKeyDictionary[Journal, Readings] = WeakKeyDictionary()


def readings(journal: Journal) -> Readings:
    """Give what was read of a journal; what it is told from now on is read as it is told."""
    if (kept := _of_journals.get(journal)) is None:
        kept = _of_journals[journal] = Readings()
        journal.watch(kept.read_behind)
    return kept


def content(text: str) -> list[str]:
    """Give the words of a text that may name somebody or something."""
    return [
        word.removesuffix("'s").removesuffix("’s")
        for word in _WORD.findall(text)
        if word.lower() not in STOP and len(word) > 1
    ]


def asks_to_tell(text: str) -> bool:
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


__all__ = ["Episode", "Readings", "asks_to_tell", "content", "readings"]
