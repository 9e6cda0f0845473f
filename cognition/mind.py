"""One person's memory opened for use: observe, recall, answer, correct, forget, sleep."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from cognition import adaptation, archive, forgetting, pausing, remembering
from cognition.faculties import Clock, Encoder, Faculties, Language, Persona
from cognition.faculties.traces import encode
from cognition.observing import naive, observe
from cognition.organs.hippocampus import recollection
from cognition.parameters import organ_parameters
from cognition.store import Store, open_store, reencode
from cognition.values import (
    Answer,
    Appraisal,
    Fact,
    Receipt,
    Recollection,
    SleepReport,
    TimeSpan,
)

if TYPE_CHECKING:
    from cognition.organs.amygdala.trajectory import Moment

Progress = Callable[[int, int], None]


class Mind:
    """A memory shared with one person; make one with `Mind.open`.

    >>> from datetime import datetime
    >>> with Mind.open(None, owner="Ada") as mind:
    ...     _ = mind.observe("I adopted a cat, Luna.", when=datetime(2026, 3, 1, 18, 0))
    ...     mind.recall("What is the cat called?", k=1)[0].text
    'I adopted a cat, Luna.'
    """

    def __init__(self, store: Store, config: Mapping[str, Mapping[str, Any]]) -> None:
        self._store = store
        self._config = config

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str] | None,
        owner: str | None = None,
        *,
        config: Mapping[str, Any] | str | os.PathLike[str] | None = None,
        clock: Clock | None = None,
        index: str | None = None,
        language: Language | None = None,
        persona: Persona | None = None,
        encoder: Encoder | None = None,
        progress: Progress | None = None,
    ) -> Mind:
        """Open the memory in a folder, beginning one if there is none.

        `path=None` keeps it in memory.

        `owner` is whose memory it is (as begun; "you" if nobody said), `config` the organs'
        parameters (a circuit's YAML file, or a mapping), `index` the URL of a Qdrant server. Raises
        StoreBusy if another process has it open, EncoderError, StoreDamaged, StoreUnwritable,
        ValueError.
        """
        from cognition.faculties.clock import WallClock

        parameters = organ_parameters(config)
        store = open_store(
            Path(path) if path is not None else None,
            owner,
            encoder=encoder,
            clock=clock or WallClock(),
            index_url=index,
            language=language,
            persona=persona,
            progress=progress,
        )
        return cls(store, parameters)

    # -- living --------------------------------------------------------------------------------

    def observe(
        self,
        text: str,
        speaker: str | None = None,
        when: datetime | None = None,
        ref: str = "",
        session: str = "",
        role: str = "",
    ) -> int:
        """Keep one thing that was said; returns 1, or 0 if it was known already.

        The same `ref`, or the same speaker, time and text, is stored once.
        """
        turn = {"text": text, "speaker": speaker, "when": when, "ref": ref}
        return self.observe_many([{**turn, "session": session, "role": role}])

    def observe_many(
        self, turns: Iterable[Mapping[str, Any]], progress: Progress | None = None
    ) -> int:
        """Keep many turns, given as mappings with the arguments of `observe`.

        Returns how many were new.

        Everything is checked before anything is written; raises ValueError naming the turn that is
        bad.
        """
        return observe(self._store, turns, progress)

    # -- remembering ---------------------------------------------------------------------------

    def recall(
        self,
        query: str,
        k: int = 10,
        now: datetime | None = None,
        kinds: Sequence[str] | None = None,
        rehearse: bool = False,
    ) -> list[Recollection]:
        """Give the k memories that best answer a cue, best first.

        Episodes unless `kinds` names others (fact, plan, gist, joke, ...): those come by way of the
        episodes they rest on. `rehearse=True` counts as recalling them: it strengthens them.
        """
        return remembering.recall(self.faculties, self._config, query, k, now, kinds, rehearse)

    def meant(self, query: str, memory_id: str, now: datetime | None = None) -> None:
        """Say which memory some words meant: it is rehearsed, and recall learns what led to it."""
        self._known(memory_id)
        remembering.meant(self.faculties, self._config, query, memory_id, now)

    def answer(self, question: str, now: datetime | None = None) -> Answer:
        """Answer from memory, with sources; says so when it does not remember."""
        return remembering.answer(self.faculties, self._config, question, now)

    def appraise(self, texts: Sequence[str]) -> list[Appraisal]:
        """Appraise utterances: affect, emotions and appraisal dimensions, one Appraisal a text."""
        from cognition.organs.amygdala import appraise

        return appraise(texts, encode(self.faculties.encoder, texts)[1]) if texts else []

    def feelings(self) -> list[Moment]:
        """Give how affect went, by turn of the person's: theirs, and the companion's mood."""
        from cognition.organs.amygdala.trajectory import lived

        return lived(self.faculties, self._store.journal, **self._config.get("amygdala", {}))

    def when(self, text: str, now: datetime | None = None) -> list[TimeSpan]:
        """Find the time expressions in a text and resolve them against `now`."""
        from cognition.organs.thalamus import times

        return list(times.when(text, naive(now) if now else self.faculties.clock.now()))

    def facts(
        self, about: str | None = None, at: datetime | None = None, kind: str | None = None
    ) -> list[Fact]:
        """Give the facts held at a time (now if none is given), newest first."""
        moment = naive(at) if at else self.faculties.clock.now()
        return self.faculties.knowledge.facts(about=about, at=moment, kind=kind)

    def memories(
        self, kind: str | None = None, limit: int = 50, offset: int = 0
    ) -> list[Recollection]:
        """Give memories, newest first: episodes, or facts of a kind."""
        if kind in (None, "episode"):
            return [recollection(engram) for engram in self._store.journal.browse(limit, offset)]
        facts = [fact for fact in self._store.journal.facts()[::-1] if fact.kind == kind]
        return [remembering.of_fact(fact) for fact in facts[offset : offset + limit]]

    def memory(self, id: str) -> Recollection | None:
        """Give one memory by its id."""
        if fact := self.faculties.knowledge.fact(id):
            return remembering.of_fact(fact)
        return next((recollection(e) for e in self._store.journal.engrams([id])), None)

    def resolve(self, prefix: str) -> str:
        """Give the one id that begins so; raises ValueError if there is none, or more than one."""
        found = self._store.journal.match(prefix) if len(prefix) >= 4 else []
        if len(found) != 1:
            how_many = "several memories begin" if found else "no memory begins"
            raise ValueError(f"{how_many} with {prefix!r}; see `kindred memory list` for ids")
        return found[0]

    def facts_from(self, id: str) -> list[Fact]:
        """Give the facts derived from an episode."""
        return self.faculties.knowledge.resting_on(id)

    def history(self, id: str) -> list[Recollection]:
        """Give the older versions of a corrected episode, newest first."""
        return [recollection(engram) for engram in self._store.journal.history(id)]

    # -- the person's control ------------------------------------------------------------------

    def correct(self, memory_id: str, text: str) -> str:
        """Put a corrected text in a memory's place, keeping the old as history.

        Returns the new id.
        """
        from cognition.correcting import correct

        if not text.strip():
            raise ValueError("a correction needs some words; to remove a memory, use forget")
        old = self._store.journal.engrams([memory_id])
        new = correct(self._store, memory_id, text)
        # what was wrong is not what the person returns to
        adaptation.unlearn(self.faculties, [name for engram in old for name in engram.names])
        remembering.learn(self.faculties, "corrected", new)
        return new

    def pin(self, memory_id: str, pinned: bool = True) -> None:
        """Keep a memory from fading, or let it fade again."""
        self._known(memory_id)
        self._store.journal.pin(memory_id, pinned, self.faculties.clock.now())
        if pinned:
            remembering.learn(self.faculties, "pinned", memory_id)

    def forget(
        self,
        query: str | None = None,
        ids: Sequence[str] = (),
        about: str | None = None,
        before: datetime | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Receipt:
        """Remove memories for good, with everything derived only from them and all their text.

        `query` are words they contain, `about` a name they mention, `before` a time they were told
        before; what is given together must hold together. `dry_run` shows what would go.
        """
        if not (query or ids or about or before):
            raise ValueError("say what to forget: query, ids, about or before")
        removal = forgetting.select(
            self._store,
            query=query,
            ids=ids,
            about=about,
            before=naive(before) if before else None,
        )
        if dry_run:
            return removal.receipt(dry_run=True)
        going = self._store.journal.engrams(removal.turns)
        adaptation.unlearn(self.faculties, [name for engram in going for name in engram.names])
        return forgetting.carry_out(self._store, removal, self.faculties.clock.now(), progress)

    def pause(self) -> None:
        """Remember nothing of what is said from now on, until `resume`; it lasts over restarts.

        Care goes on, and keeps times and counts without words. `observe` raises MemoryPaused. What
        a checkpointer of a graph of your own keeps is not the mind's to pause.
        """
        pausing.pause(self.faculties)

    def resume(self) -> None:
        """Remember again from now on; nothing of what was said meanwhile was kept."""
        pausing.resume(self.faculties)

    @property
    def paused_since(self) -> datetime | None:
        """Since when remembering is paused; None if it is not."""
        return pausing.paused_since(self.faculties)

    def sleep(
        self, progress: Progress | None = None, awake: Callable[[], bool] | None = None
    ) -> SleepReport:
        """Consolidate off the turn: merge, link, reconcile, abstract, and keep the index well.

        May run in a thread of its own while turns are taken. `awake` is asked every few
        milliseconds; once it says so sleep ends, and the next one goes on from there.
        """
        from cognition.organs.sleep import sleep

        return sleep(self.faculties, self._store.journal, progress, awake)

    def reencode(self, encoder: Encoder, progress: Progress | None = None) -> None:
        """Encode the whole memory anew with another encoder, which opens with it from then on."""
        self._store = reencode(self._store, encoder, progress)

    def export(self, file: str | os.PathLike[str], progress: Progress | None = None) -> int:
        """Write the whole memory to one file, losing nothing; returns how many lines it has."""
        return archive.export(self._store, Path(file), progress)

    @staticmethod
    def restore(
        file: str | os.PathLike[str],
        path: str | os.PathLike[str],
        progress: Progress | None = None,
    ) -> int:
        """Make a memory from an export, in a folder that has none.

        Returns how many episodes it holds.
        """
        return archive.restore(Path(file), Path(path), progress)

    def doctor(self) -> list[tuple[str, bool, str]]:
        """Check this memory; gives (what, whether it is well, in words)."""
        from cognition.checkup import examine

        return examine(self._store)

    @property
    def adaptation(self) -> adaptation.Adaptation:
        """What this mind has learned of its person: what lasts, what recall trusts, what fades."""
        return adaptation.current(self.faculties)

    def reset_adaptation(self) -> None:
        """Begin again as every mind begins; what is remembered stays."""
        adaptation.reset(self.faculties)

    # -- being open ----------------------------------------------------------------------------

    @property
    def faculties(self) -> Faculties:
        """What organs use; hand it to a compiled circuit as its context."""
        return self._store.faculties

    @property
    def owner(self) -> str:
        """Whose memory this is."""
        return self.faculties.owner

    def close(self) -> None:
        """Put everything on disk and let go of the folder; closing twice does nothing."""
        store, self._store = self._store, cast("Store", None)
        if store:
            store.close()

    def __enter__(self) -> Mind:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _known(self, memory_id: str) -> None:
        if self.memory(memory_id) is None:
            raise ValueError(f"there is no memory {memory_id!r}; see `kindred memory list`")
