"""One person's memory opened for use: observe, recall, answer, correct, forget, sleep."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar, cast

from cognition import adaptation, archive, forgetting
from cognition.copies import told_once
from cognition.faculties import Clock, Encoder, Faculties, Language, Persona
from cognition.faculties.traces import encode
from cognition.observing import naive, observe
from cognition.organ import Organ
from cognition.organs.hippocampus import Hippocampus
from cognition.parameters import organ_parameters
from cognition.store import Store, open_store, reencode
from cognition.values import (
    Answer,
    Appraisal,
    Fact,
    Percept,
    Receipt,
    Recollection,
    SleepReport,
    Stimulus,
    TimeSpan,
)

Progress = Callable[[int, int], None]
Kind = TypeVar("Kind", bound=Organ[Any, Any])
ANSWER_FROM = 12  # how many memories an answer is sought in
SPARE = 5  # how many memories more are recalled, for some may be one message recorded twice
SHOWN = 20  # how many memories the one that was meant is held against


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

        Episodes unless `kinds` names others (fact, plan, procedure, gist): those come by way of the
        episodes they rest on. `rehearse=True` counts as recalling them: it strengthens them.
        """
        if k < 1:
            raise ValueError(f"k must be at least 1, got {k}")
        cue = self._cue(query, now)
        wanted = tuple(kinds or ("episode",))
        breadth = max(k, 50) if kinds else k + SPARE
        hits = self._organ(Hippocampus).recall(cue, self.faculties, breadth)
        hits = told_once(hits, self.faculties.knowledge)[: breadth if kinds else k]
        found = [hit for hit in hits if "episode" in wanted]
        seen: set[str] = set()
        for hit in hits if kinds else ():
            for fact in self.faculties.knowledge.resting_on(hit.id):
                if fact.kind in wanted and fact.id not in seen:
                    seen.add(fact.id)
                    found.append(_as_recollection(fact, hit))
        best = sorted(found, key=lambda r: -r.score)[:k]
        if rehearse:
            self._rehearse([r.id for r in best], cue.when)
            episodes = adaptation.shared([r for r in best if r.kind == "episode"])
            adaptation.learn(self.faculties, "rehearsed", episodes, cue.when)
        return best

    def meant(self, query: str, memory_id: str, now: datetime | None = None) -> None:
        """Say which memory some words meant: it is rehearsed, and recall learns what led to it."""
        if self.memory(memory_id) is None:
            raise ValueError(f"there is no memory {memory_id!r}; see `kindred memory list`")
        cue = self._cue(query, now)
        shown = self._organ(Hippocampus).recall(cue, self.faculties, SHOWN)
        self._rehearse([memory_id], cue.when)
        self._learn("meant", memory_id, cue.when, shown)

    def answer(self, question: str, now: datetime | None = None) -> Answer:
        """Answer from memory, with sources; says so when it does not remember."""
        from cognition.organs.neocortex import Heard, Neocortex
        from cognition.organs.prefrontal.answer import answer

        cue = self._cue(question, now)
        recalled = self._organ(Hippocampus).recall(cue, self.faculties, ANSWER_FROM)
        seen = self._organ(Neocortex).step(Heard(cue), self.faculties)
        return answer(cue, recalled, seen.known if seen else (), cue.when)

    def appraise(self, texts: Sequence[str]) -> list[Appraisal]:
        """Appraise utterances: affect, emotions and appraisal dimensions, one Appraisal a text."""
        from cognition.organs.amygdala import appraise

        encoder = self.faculties.encoder
        return appraise(texts, encoder.encode(texts), encoder.name) if texts else []

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
            return [_as_memory(engram) for engram in self._store.journal.browse(limit, offset)]
        facts = [fact for fact in self._store.journal.facts()[::-1] if fact.kind == kind]
        return [_as_recollection(fact) for fact in facts[offset : offset + limit]]

    def memory(self, id: str) -> Recollection | None:
        """Give one memory by its id."""
        if fact := self.faculties.knowledge.fact(id):
            return _as_recollection(fact)
        return next((_as_memory(e) for e in self._store.journal.engrams([id])), None)

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
        return [_as_memory(engram) for engram in self._store.journal.history(id)]

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
        self._learn("corrected", new)
        return new

    def pin(self, memory_id: str, pinned: bool = True) -> None:
        """Keep a memory from fading, or let it fade again."""
        if self.memory(memory_id) is None:
            raise ValueError(f"there is no memory {memory_id!r}; see `kindred memory list`")
        self._store.journal.pin(memory_id, pinned, self.faculties.clock.now())
        if pinned:
            self._learn("pinned", memory_id)

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

    # -- inside --------------------------------------------------------------------------------

    def _organ(self, kind: type[Kind]) -> Kind:
        return kind(**self._config.get(kind.name(), {}))

    def _cue(self, text: str, now: datetime | None) -> Percept:
        from cognition.organs.thalamus import perceive

        if not text.strip():
            raise ValueError("a cue needs some words")
        use = self.faculties
        moment = naive(now) if now else use.clock.now()
        vectors, [traces] = encode(use.encoder, [text])
        vector = tuple(vectors[0].tolist())
        stimulus = Stimulus(text=text, speaker=self.owner, when=moment)
        return perceive(stimulus, moment, vector, use.knowledge.entities(), traces)

    def _learn(
        self,
        event: str,
        memory_id: str,
        when: datetime | None = None,
        shown: Sequence[Recollection] = (),
    ) -> None:
        fact = self.faculties.knowledge.fact(memory_id)
        meant = self._store.journal.engrams(fact.sources if fact else [memory_id])
        shares = [(engram, 1 / len(meant)) for engram in meant]
        adaptation.learn(self.faculties, event, shares, when, shown)

    def _rehearse(self, ids: Sequence[str], when: datetime) -> None:
        from cognition.strength import review

        engrams = self._store.journal.engrams(ids)
        self._store.journal.review([review(engram, when) for engram in engrams])


def _as_memory(engram: Any) -> Recollection:
    from cognition.organs.hippocampus import recollection

    return recollection(engram)


def _as_recollection(fact: Fact, hit: Recollection | None = None) -> Recollection:
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
