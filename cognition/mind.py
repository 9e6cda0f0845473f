"""One person's memory opened for use: observe, recall, answer, correct, forget, sleep."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar, cast

from cognition import archive, forgetting
from cognition.errors import CognitionError
from cognition.faculties import Clock, Encoder, Faculties, Language, Persona, Vectors
from cognition.organ import Organ
from cognition.organs import find
from cognition.organs.consolidation import bind, commit
from cognition.organs.hippocampus import Hippocampus, encode
from cognition.store import BATCH, Store, batches, open_store, reencode
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

        parameters = _parameters(config)
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
        stimuli = [self._stimulus(turn, number) for number, turn in enumerate(turns, 1)]
        new = done = 0
        for batch, vectors in self._encoded(stimuli):
            new += self._live_through(batch, vectors)
            done += len(batch)
            if progress:
                progress(done, len(stimuli))
        if new > 1:
            self._store.index.flush()
        return new

    def _stimulus(self, turn: Mapping[str, Any], number: int) -> Stimulus:
        text, when = turn.get("text"), turn.get("when")
        speaker = turn.get("speaker") or self.owner
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"turn {number}: `text` must be some words, got {text!r}")
        if not isinstance(speaker, str):
            raise ValueError(f"turn {number}: `speaker` must be a name, got {speaker!r}")
        if when is not None and not isinstance(when, datetime):
            raise ValueError(f"turn {number}: `when` must be a datetime, got {when!r}")
        return Stimulus(
            text=text,
            speaker=speaker,
            when=_naive(when) if when else self.faculties.clock.now(),
            ref=str(turn.get("ref") or ""),
            session=str(turn.get("session") or ""),
            role=turn.get("role") or ("person" if speaker == self.owner else "other"),
        )

    def _encoded(self, stimuli: Sequence[Stimulus]) -> Iterator[tuple[Sequence[Stimulus], Vectors]]:
        """Yield batches with their vectors, encoding the next while one is lived through."""
        encode_texts = self.faculties.encoder.encode
        ahead = list(batches(stimuli, BATCH))
        if len(ahead) < 2:
            yield from ((batch, encode_texts([s.text for s in batch])) for batch in ahead)
            return
        with ThreadPoolExecutor(1) as encoding:
            coming = encoding.submit(encode_texts, [s.text for s in ahead[0]])
            for batch, after in zip_longest(ahead, ahead[1:]):
                vectors = coming.result()
                if after:
                    coming = encoding.submit(encode_texts, [s.text for s in after])
                yield batch, vectors

    def _live_through(self, stimuli: Sequence[Stimulus], vectors: Vectors) -> int:
        from cognition.organs.amygdala import affect_of, appraise
        from cognition.organs.neocortex import extract
        from cognition.organs.thalamus import perceive

        use = self.faculties
        texts = [stimulus.text for stimulus in stimuli]
        appraisals = appraise(texts, vectors, use.encoder.name)
        known = use.knowledge.entities()
        engrams, facts = [], []
        for stimulus, vector, appraisal in zip(stimuli, vectors, appraisals, strict=True):
            moment = stimulus.when or use.clock.now()
            percept = perceive(stimulus, moment, tuple(vector.tolist()), known)
            engrams.append(bind(encode(percept, use.owner), affect_of(appraisal)))
            learned = extract(percept, use.knowledge, use.owner)
            # later turns of the batch build on what earlier ones taught
            use.knowledge.learn(learned)
            facts += learned
        return commit(use, engrams, facts).counts["episode"]

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
        hits = self._organ(Hippocampus).recall(cue, self.faculties, max(k, 50) if kinds else k)
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
        return best

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

        return list(times.when(text, _naive(now) if now else self.faculties.clock.now()))

    def facts(
        self, about: str | None = None, at: datetime | None = None, kind: str | None = None
    ) -> list[Fact]:
        """Give the facts held at a time (now if none is given), newest first."""
        moment = _naive(at) if at else self.faculties.clock.now()
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
        return correct(self._store, memory_id, text)

    def pin(self, memory_id: str, pinned: bool = True) -> None:
        """Keep a memory from fading, or let it fade again."""
        if self.memory(memory_id) is None:
            raise ValueError(f"there is no memory {memory_id!r}; see `kindred memory list`")
        self._store.journal.pin(memory_id, pinned, self.faculties.clock.now())

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
            before=_naive(before) if before else None,
        )
        if dry_run:
            return removal.receipt(dry_run=True)
        return forgetting.carry_out(self._store, removal, self.faculties.clock.now(), progress)

    def sleep(self, progress: Progress | None = None) -> SleepReport:
        """Consolidate off the turn: merge, reconcile, abstract, and keep the index well."""
        from cognition.organs.sleep import sleep

        return sleep(self.faculties, self._store.journal, progress)

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
        moment = _naive(now) if now else use.clock.now()
        vector = tuple(use.encoder.encode([text])[0].tolist())
        stimulus = Stimulus(text=text, speaker=self.owner, when=moment)
        return perceive(stimulus, moment, vector, use.knowledge.entities())

    def _rehearse(self, ids: Sequence[str], when: datetime) -> None:
        from cognition.strength import review

        engrams = self._store.journal.engrams(ids)
        self._store.journal.review([review(engram, when) for engram in engrams])


def _naive(when: datetime) -> datetime:
    return when.astimezone().replace(tzinfo=None) if when.tzinfo else when


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


def _parameters(
    config: Mapping[str, Any] | str | os.PathLike[str] | None,
) -> Mapping[str, Mapping[str, Any]]:
    """Read the organs' parameters from a YAML file or a mapping, and check their names."""
    if config is None:
        return {}
    if not isinstance(config, Mapping):
        import yaml

        try:
            config = yaml.safe_load(Path(config).read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            reason = str(error).splitlines()[0]
            raise CognitionError(f"the configuration {config} cannot be read: {reason}") from error
    given_config = cast("Mapping[str, Any]", config or {})
    organs: Mapping[str, Any] = given_config.get("organs", given_config) or {}
    for name, given in organs.items():
        known = find(name).parameters()
        for key in given or {}:
            if key not in known and key != "organ":
                raise ValueError(
                    f"organ {name!r} has no parameter {key!r}; it has {', '.join(known) or 'none'}"
                )
    return {name: given or {} for name, given in organs.items()}
