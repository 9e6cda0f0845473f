"""One person's memory on disk.

Opened whole, its projections held against the journal and repaired.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from cognition.errors import CognitionError, EncoderError, StoreDamaged, StoreUnwritable
from cognition.faculties import Clock, Encoder, Faculties, Index, Knowledge, Language, Persona
from cognition.faculties.journal import SqlJournal, StoreLock
from cognition.faculties.timeline import EpisodeTimeline
from cognition.faculties.traces import encode
from cognition.organs.consolidation import point
from cognition.values import Engram, derive_id

Progress = Callable[[int, int], None]
BATCH = 256
LAYOUT = 2  # with traces of words; an index of another layout is made anew from the journal
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Store:
    """The open parts of a memory that have to be closed, and the faculties made from them."""

    folder: Path | None
    lock: StoreLock | None
    journal: SqlJournal
    index: Index
    faculties: Faculties
    served: bool = False

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
    clock: Clock,
    encoder: Encoder | None = None,
    index_url: str | None = None,
    language: Language | None = None,
    persona: Persona | None = None,
    progress: Progress | None = None,
) -> Store:
    """Open a memory, or begin one; repairs an index that is missing, damaged or behind the journal.

    Without an `encoder` it is the one the memory was written with, at first the shipped one.
    """
    if folder:
        _make(folder)
    lock = StoreLock(folder) if folder else None
    journal: SqlJournal | None = None
    try:
        journal = SqlJournal(folder / "journal.db" if folder else None)
        name = _belongs_to(journal, owner)
        # an encoder loads outside Python for as long as the rest takes inside
        with ThreadPoolExecutor(1) as beside:
            opening = beside.submit(_written_with, journal, encoder)
            timeline, knowledge = _projected(journal)
            encoder = opening.result()
        index = _open_index(folder, index_url, name, encoder)
        faculties = Faculties(
            owner=name,
            encoder=encoder,
            journal=journal,
            index=index,
            knowledge=knowledge,
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
    return Store(folder, lock, journal, index, faculties, served=index_url is not None)


def _projected(journal: SqlJournal) -> tuple[EpisodeTimeline, Knowledge]:
    """Make from the journal what lives in memory only."""
    from cognition.faculties.knowledge import KnowledgeGraph

    timeline = EpisodeTimeline()
    for place in journal.places():
        timeline.append(*place)
    return timeline, KnowledgeGraph(journal.facts())


def reencode(store: Store, encoder: Encoder, progress: Progress | None = None) -> Store:
    """Encode every episode anew with another encoder.

    The old index serves until the new one is whole.
    """
    from cognition.faculties.index import open_index

    if store.served:
        raise CognitionError(
            "an index on a Qdrant server cannot be encoded anew in place; "
            "export this memory, restore it elsewhere and encode it there"
        )
    owner, journal = store.faculties.owner, store.journal
    place = index_place(store.folder, encoder.name) if store.folder else None
    index = open_index(place, owner=owner, size=encoder.size)
    try:
        index.delete([*index.ids()])
        episodes = (e for _, e in journal.walk(roles=("person", "other")))
        fill(index, encoder, episodes, journal.count(), progress)
        journal.commit(states=_signature(encoder))
    except BaseException:
        index.close()
        raise
    store.index.close()
    faculties = replace(store.faculties, encoder=encoder, index=index)
    return replace(store, index=index, faculties=faculties)


def reconcile(
    journal: SqlJournal, index: Index, encoder: Encoder, progress: Progress | None = None
) -> int:
    """Make the index hold exactly the journal's episodes; returns how many had to be put right."""
    if index.count() == journal.count():
        return 0
    held = {*index.ids()}
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
        vectors, traces = encode(encoder, [engram.text for engram in batch])
        found = zip(batch, vectors, traces, strict=True)
        index.put([point(e, vector.tolist(), trace) for e, vector, trace in found])
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


def _written_with(journal: SqlJournal, encoder: Encoder | None) -> Encoder:
    """Give the encoder this memory was written with; refuses another one."""
    from cognition.faculties.encoder import open_encoder

    name = journal.state("store.encoder")
    chosen = encoder or open_encoder(journal.state("store.model"))
    if name is None:
        journal.commit(states=_signature(chosen))
    elif name != chosen.name:
        raise EncoderError(
            f"this memory was encoded with {name!r}, not {chosen.name!r}; "
            "run `kindred reencode` to encode it anew, or open it with that encoder"
        )
    return chosen


def _signature(encoder: Encoder) -> dict[str, str | None]:
    """What the journal keeps of an encoder: its name, and how to open it if it did not ship."""
    return {"store.encoder": encoder.name, "store.model": getattr(encoder, "model", None)}


def index_place(folder: Path, encoder: str) -> Path:
    """Give the index's folder.

    One for each encoder, so that changing it is one write to the journal, and for each layout of
    what is held of a memory.
    """
    return folder / "index" / derive_id(encoder, LAYOUT)[:8]


def _open_index(folder: Path | None, url: str | None, owner: str, encoder: Encoder) -> Index:
    from cognition.faculties.index import open_index

    place = index_place(folder, encoder.name) if folder else None
    if url or place is None:
        return open_index(url, owner=owner, size=encoder.size)
    for other in place.parent.glob("*"):
        if other != place and other.is_dir():  # left by an encoder that is no longer used
            shutil.rmtree(other, ignore_errors=True)
    try:
        return open_index(place, owner=owner, size=encoder.size)
    except StoreDamaged:
        # a projection only: the journal has everything, and reconcile fills the new one
        shutil.rmtree(place, ignore_errors=True)
        return open_index(place, owner=owner, size=encoder.size)
