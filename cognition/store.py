"""One person's memory on disk: opened whole, its projections held against the journal and repaired."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cognition.errors import EncoderError, StoreDamaged, StoreUnwritable
from cognition.faculties import Clock, Encoder, Faculties, Index, Language, Persona
from cognition.faculties.journal import SqlJournal, StoreLock
from cognition.faculties.timeline import EpisodeTimeline
from cognition.organs.consolidation import point
from cognition.values import Engram

Progress = Callable[[int, int], None]
BATCH = 256
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Store:
    """The open parts of a memory that have to be closed, and the faculties made from them."""

    folder: Path | None
    lock: StoreLock | None
    journal: SqlJournal
    index: Index
    faculties: Faculties

    def close(self) -> None:
        """Flush and close everything, in the order that loses nothing."""
        try:
            self.index.close()
        finally:
            self.journal.close()
            if self.lock:
                self.lock.release()


def open_store(
    folder: Path | None,
    owner: str | None,
    *,
    encoder: Encoder,
    clock: Clock,
    index_url: str | None = None,
    language: Language | None = None,
    persona: Persona | None = None,
    progress: Progress | None = None,
) -> Store:
    """Open a memory, or begin one; repairs an index that is missing, damaged or behind the journal."""
    from cognition.faculties.knowledge import KnowledgeGraph

    if folder:
        _make(folder)
    lock = StoreLock(folder) if folder else None
    journal: SqlJournal | None = None
    try:
        journal = SqlJournal(folder / "journal.db" if folder else None)
        name = _belongs_to(journal, owner)
        _same_encoder(journal, encoder)
        index = _open_index(folder, index_url, name, encoder.size)
        timeline = EpisodeTimeline()
        for id, session, speaker, when in journal.places():
            timeline.append(id, session, speaker, when)
        faculties = Faculties(
            owner=name,
            encoder=encoder,
            journal=journal,
            index=index,
            knowledge=KnowledgeGraph(journal.facts()),
            timeline=timeline,
            clock=clock,
            language=language,
            persona=persona or Persona(),
        )
        reconcile(journal, index, encoder, progress)
    except BaseException:
        if journal:
            journal.close()
        if lock:
            lock.release()
        raise
    return Store(folder, lock, journal, index, faculties)


def reconcile(
    journal: SqlJournal, index: Index, encoder: Encoder, progress: Progress | None = None
) -> int:
    """Make the index hold exactly the journal's episodes; returns how many had to be put right."""
    if index.count() == journal.count():
        return 0
    held = {id for id, _ in index.points()}
    wanted = {id for id, *_ in journal.places()}
    stray, missing = held - wanted, wanted - held
    index.delete(list(stray))
    engrams = (engram for _, engram in journal.walk() if engram.id in missing)
    fill(index, encoder, engrams, len(missing), progress)
    return len(stray) + len(missing)


def fill(
    index: Index,
    encoder: Encoder,
    engrams: Iterable[Engram],
    total: int,
    progress: Progress | None = None,
) -> None:
    """Encode engrams and put them into the index, in batches."""
    done = 0
    for batch in batches(engrams, BATCH):
        vectors = encoder.encode([engram.text for engram in batch])
        index.put([point(e, v.tolist()) for e, v in zip(batch, vectors, strict=True)])
        done += len(batch)
        if progress:
            progress(done, total)
    index.flush()


def batches(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """Cut a stream into lists of at most `size`."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise StoreUnwritable(
            f"the folder {folder} cannot be written ({error.strerror}); "
            "give another one with --data, or change its rights"
        ) from error


def _belongs_to(journal: SqlJournal, owner: str | None) -> str:
    """Give whose memory this is; refuses to open one person's memory as another's."""
    begun = journal.state("store.owner")
    if begun is None:
        begun = owner or "you"
        journal.commit(states={"store.owner": begun})
    elif owner is not None and owner != begun:
        raise ValueError(
            f"this memory belongs to {begun!r}, not {owner!r}; "
            f"open it as {begun!r}, or give another folder with --data"
        )
    return begun


def _same_encoder(journal: SqlJournal, encoder: Encoder) -> None:
    written_with = journal.state("store.encoder")
    if written_with is None:
        journal.commit(states={"store.encoder": encoder.name})
    elif written_with != encoder.name:
        raise EncoderError(
            f"this memory was encoded with {written_with!r}, not {encoder.name!r}; "
            "run `kindred reencode` to encode it anew, or open it with that encoder"
        )


def _open_index(folder: Path | None, url: str | None, owner: str, size: int) -> Index:
    from cognition.faculties.index import open_index

    if url:
        return open_index(url, owner=owner, size=size)
    if folder is None:
        return open_index(None, owner=owner, size=size)
    place = folder / "index"
    try:
        return open_index(place, owner=owner, size=size)
    except StoreDamaged:
        # a projection only: the journal has everything, and reconcile fills the new one
        shutil.rmtree(place, ignore_errors=True)
        return open_index(place, owner=owner, size=size)
