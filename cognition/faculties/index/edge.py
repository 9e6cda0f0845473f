"""The index in this process: Qdrant Edge, without a server, one shard for one owner.

An index without a folder lives in shared memory where there is some, and is gone once closed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qdrant_edge import (
    CountRequest,
    Distance,
    EdgeConfig,
    EdgeShard,
    EdgeSparseVectorParams,
    EdgeVectorParams,
    HnswIndexConfig,
    KeywordIndexParams,
    Memory,
    Modifier,
    MultiVectorComparator,
    MultiVectorConfig,
    PayloadSchemaType,
    QueryBatchRequest,
    Record,
    ScrollRequest,
    TurboQuantBitSize,
    TurboQuantQuantizationConfig,
    UpdateOperation,
    VectorStorageDatatype,
)
from qdrant_edge import Point as EdgePoint

from cognition.errors import CognitionError, StoreDamaged
from cognition.faculties import Held, Hit, Point, Search
from cognition.faculties.index import lexical, query
from cognition.faculties.index.folder import REMEDY, ShardFolder
from cognition.faculties.traces import WIDTH, unpack

if TYPE_CHECKING:
    from qdrant_edge import NamedVector

PAGE = 1000
SHARED_MEMORY, ROOM = Path("/dev/shm"), 1 << 30


class EdgeIndex:
    """The associative index of one owner's memories, as a Qdrant Edge shard.

    >>> index = EdgeIndex.open(None, size=2, owner="Ada")
    >>> id = "6b1d9e0a6f0e4e0c"
    >>> index.put([Point(id=id, vector=[1.0, 0.0], text="I adopted a cat")])
    >>> index.search([Search(text="cats?")])[0][0].id == id
    True
    >>> index.close()
    """

    def __init__(
        self, shard: EdgeShard, path: Path, folder: ShardFolder, size: int, owner: str
    ) -> None:
        self._shard = shard
        self._path = path
        self._folder = folder
        self._size = size
        self._owner = owner
        self._lock = threading.RLock()
        self._open = True
        self._vanish: weakref.finalize[..., EdgeIndex] | None = None

    @classmethod
    def open(cls, folder: Path | None, size: int, owner: str) -> EdgeIndex:
        """Open or make the index in a folder (None: kept nowhere) for vectors of `size` numbers.

        Raises StoreBusy if it is open already, StoreDamaged if it cannot be read or holds vectors
        of another size; then delete the folder, open it anew and put what the journal holds.
        """
        files = ShardFolder(folder or _fleeting_folder())
        try:
            shard, path = _open_shard(files, size, durable=folder is not None)
        except BaseException:
            files.release()
            raise
        index = cls(shard, path, files, size, owner)
        if folder is None:
            index._vanish = weakref.finalize(index, shutil.rmtree, files.root, True)
        return index

    def put(self, points: Sequence[Point]) -> None:
        """Add points, or replace those of the same id; all are checked first (ValueError)."""
        checked = query.check_points(points, self._size)
        for start in range(0, len(points), PAGE):
            page = zip(checked[start : start + PAGE], points[start : start + PAGE], strict=True)
            rows = [
                EdgePoint(
                    id=id,
                    vector=_vectors(vector, point),
                    payload=query.payload(point, self._owner),
                )
                for (id, vector), point in page
            ]
            with self._lock, _engine("adding memories", self._folder):
                self._shard.update(UpdateOperation.upsert_points(rows))

    def search(self, searches: Sequence[Search]) -> list[list[Hit]]:
        """Run several searches as one batch; hits best first, those of equal score by id."""
        requests = [query.for_edge(search, self._size) for search in searches]
        asked = [request for request in requests if request is not None]
        if not asked:
            return [[] for _ in searches]
        with self._lock, _engine("searching", self._folder):
            found = iter(self._shard.query_batch(QueryBatchRequest(asked)))
        return [
            [] if request is None else query.ranked([(hit.score, hit.id) for hit in next(found)])
            for request in requests
        ]

    def delete(self, ids: Sequence[str]) -> None:
        """Take points out of every search; `scrub` also takes them off the disk."""
        gone = UpdateOperation.delete_points([*query.check_ids(ids)])
        with self._lock, _engine("deleting memories", self._folder):
            self._shard.update(gone)

    def ids(self) -> Iterator[str]:
        """Yield the id of every point, read a page at a time."""
        return (query.named(row.id) for rows in self._pages([]) for row in rows)

    def points(self) -> Iterator[Held]:
        """Yield what is held of every point, read a page at a time."""
        for rows in self._pages(query.HELD):
            for row in rows:
                yield query.held(row.id, row.vector, REMEDY)

    def count(self) -> int:
        """Count the points."""
        with self._lock, _engine("counting", self._folder):
            return self._shard.count(CountRequest(exact=True))

    def flush(self) -> None:
        """Return once everything put so far is on disk."""
        with self._lock, _engine("writing to disk", self._folder):
            self._shard.flush()

    def scrub(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Copy what is left into a new shard and delete the old one, so that no trace stays.

        Qdrant only marks what was deleted. `progress` is called with (done, total). If the process
        dies meanwhile, the next opening finds the old shard or the new one, whole.
        """
        with self._lock, _engine("rebuilding", self._folder):
            total, done = self.count(), 0
            path = self._folder.begin()
            fresh = _create(path, self._size, durable=self._vanish is None)
            for rows in self._pages(True):
                copies = [EdgePoint(row.id, row.vector or {}, row.payload) for row in rows]
                fresh.update(UpdateOperation.upsert_points(copies))
                done += len(rows)
                if progress is not None:
                    progress(done, total)
            fresh.flush()
            self._folder.finish(path)
            old, old_path = self._shard, self._path
            self._shard, self._path = fresh, path
            old.close()
            shutil.rmtree(old_path)

    def close(self) -> None:
        """Write everything to disk and let go of the folder; closing twice is harmless."""
        with self._lock:
            if not self._open:
                return
            self._open = False
            try:
                with _engine("closing", self._folder):
                    self._shard.flush()
                    self._shard.close()
                if self._vanish is None:
                    self._folder.closed(self._path)
            finally:
                self._folder.release()
                if self._vanish is not None:
                    self._vanish()

    def _pages(self, vectors: bool | list[str]) -> Iterator[list[Record]]:
        """Read page by page, with the vectors named, or with all there is."""
        after, more = None, True
        while more:
            request = ScrollRequest(
                offset=after,
                limit=PAGE,
                with_payload=vectors is True,
                with_vector=vectors,
            )
            with self._lock, _engine("reading", self._folder):
                rows, after = self._shard.scroll(request)
            yield rows
            more = after is not None


def _open_shard(files: ShardFolder, size: int, durable: bool) -> tuple[EdgeShard, Path]:
    path = files.live()
    if path is not None:
        files.check(path)
        return _load(files, path, size), path
    path = files.begin()
    with _engine("making", files):
        shard = _create(path, size, durable)
        shard.flush()
    files.finish(path)
    return shard, path


def _create(path: Path, size: int, durable: bool) -> EdgeShard:
    path.mkdir()
    shard = EdgeShard.create(str(path), _config(size, durable))
    tenant = KeywordIndexParams(is_tenant=True)
    shard.update(UpdateOperation.create_field_index("owner", tenant))
    for key in query.KEYWORDS:
        shard.update(UpdateOperation.create_field_index(key, PayloadSchemaType.Keyword))
    shard.update(UpdateOperation.create_field_index(query.MOMENT, PayloadSchemaType.Datetime))
    return shard


def _config(size: int, durable: bool) -> EdgeConfig:
    # 4-bit copies (TurboQuant, Zandieh et al. 2025) need no training and are made as points come,
    # so there is no upkeep: at 100,000 x 384 a search takes as long as with int8 copies, a quarter
    # of floats, and recall@10 stays 1.0; int8 takes 5 s of upkeep that stops every other thread,
    # HNSW 116 s, and its recall@10 is .96
    codes = TurboQuantQuantizationConfig(bits=TurboQuantBitSize.Bits4, memory=Memory.Pinned)
    dense = EdgeVectorParams(size=size, distance=Distance.Cosine, quantization_config=codes)
    traces = EdgeVectorParams(  # asked only about some memories, so they need no place in memory
        size=WIDTH,
        distance=Distance.Dot,
        multivector_config=MultiVectorConfig(MultiVectorComparator.MaxSim),
        datatype=VectorStorageDatatype.Float16,
        memory=Memory.Cached,
    )
    return EdgeConfig(
        vectors={query.DENSE: dense, query.TRACES: traces},
        sparse_vectors={query.WORDS: EdgeSparseVectorParams(modifier=Modifier.Idf)},
        hnsw_config=HnswIndexConfig(m=0, ef_construct=16, full_scan_threshold=10_000),
        wal_enabled=durable,
    )


def _load(files: ShardFolder, path: Path, size: int) -> EdgeShard:
    with _engine("opening", files):
        # the engine refuses another size too, but only after it has changed files
        description = json.loads((path / "edge_config.json").read_text("utf-8"))
        held = description["vectors"][query.DENSE]["size"]
        if held != size:
            raise StoreDamaged(
                f"the index in {files.root} holds vectors of {held} numbers, not {size}; {REMEDY}"
            )
        shard = EdgeShard.load(str(path), _config(size, durable=True))
    files.opened()
    return shard


def _vectors(vector: list[float], point: Point) -> dict[str, NamedVector]:
    vectors: dict[str, NamedVector] = {query.DENSE: vector}
    words = lexical.document(point.text)
    if words.indices:  # a point without words must not count when words are weighed by rarity
        vectors[query.WORDS] = words
    if point.traces.words:
        vectors[query.TRACES] = unpack(point.traces).tolist()
    return vectors


def _fleeting_folder() -> Path:
    """Make a folder in shared memory, where a shard is made in 15 ms, or among temporary files."""
    roomy = SHARED_MEMORY.is_dir() and shutil.disk_usage(SHARED_MEMORY).free >= ROOM
    return Path(tempfile.mkdtemp(prefix="kindred-", dir=SHARED_MEMORY if roomy else None))


@contextmanager
def _engine(doing: str, files: ShardFolder) -> Generator[None, None, None]:
    """Turn what the engine raises, panics included (they are no Exceptions), into StoreDamaged."""
    try:
        yield
    except CognitionError:
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise StoreDamaged(f"{doing} failed in {files.root}: {error}; {REMEDY}") from error
        raise
