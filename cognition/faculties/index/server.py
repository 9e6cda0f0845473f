"""The index on a Qdrant server or cluster, for many owners in one collection; `:memory:` for tests.

Every request carries the owner: in searches, counts and deletions alike.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager

from qdrant_client import QdrantClient, models
from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

from cognition.errors import CognitionError, StoreDamaged
from cognition.faculties import Held, Hit, Point, Search
from cognition.faculties.index import lexical, query
from cognition.faculties.traces import WIDTH, unpack

COLLECTION, PAGE = "kindred", 1000


class ServerIndex:
    """The associative index of one owner's memories, in a collection that owners share.

    >>> index = ServerIndex(":memory:", owner="Ada", size=2)
    >>> id = "6b1d9e0a6f0e4e0c"
    >>> index.put([Point(id=id, vector=[1.0, 0.0], text="I adopted a cat")])
    >>> index.count()
    1
    >>> index.close()
    """

    def __init__(self, url: str, owner: str, size: int, api_key: str | None = None) -> None:
        """Connect to the server at `url`, making the collection if it has none.

        Raises CognitionError if the server cannot be reached, StoreDamaged if the collection holds
        vectors of another size.
        """
        self._url = url
        self._owner = owner
        self._size = size
        self._local = url == ":memory:"
        self._client = (
            QdrantClient(":memory:") if self._local else QdrantClient(url=url, api_key=api_key)
        )
        self._mine = models.Filter(must=[query.server_owner(owner)])
        with self._engine():
            self._prepare()

    def _prepare(self) -> None:
        if self._client.collection_exists(COLLECTION):
            held = self._client.get_collection(COLLECTION).config.params.vectors
            whole = isinstance(held, dict) and {query.DENSE, query.TRACES} <= held.keys()
            size = held[query.DENSE].size if isinstance(held, dict) and whole else 0
            if size != self._size:
                raise StoreDamaged(
                    f"the collection {COLLECTION!r} at {self._url} holds vectors of {size} "
                    f"numbers, not {self._size}; delete it there and open the memory again, "
                    "which rebuilds it"
                )
            return
        self._client.create_collection(
            COLLECTION,
            vectors_config={
                query.DENSE: models.VectorParams(size=self._size, distance=models.Distance.COSINE),
                query.TRACES: models.VectorParams(
                    size=WIDTH,
                    distance=models.Distance.DOT,
                    multivector_config=models.MultiVectorConfig(
                        comparator=models.MultiVectorComparator.MAX_SIM
                    ),
                    datatype=models.Datatype.FLOAT16,
                    on_disk=True,
                    hnsw_config=models.HnswConfigDiff(m=0),  # asked only about named memories
                ),
            },
            sparse_vectors_config={
                query.WORDS: models.SparseVectorParams(modifier=models.Modifier.IDF)
            },
        )
        if self._local:
            return  # the emulation has no payload indexes
        tenant = models.KeywordIndexParams(type=models.KeywordIndexType.KEYWORD, is_tenant=True)
        self._client.create_payload_index(COLLECTION, "owner", tenant)
        for key in query.KEYWORDS:
            self._client.create_payload_index(COLLECTION, key, models.PayloadSchemaType.KEYWORD)
        self._client.create_payload_index(
            COLLECTION, query.MOMENT, models.PayloadSchemaType.DATETIME
        )

    def put(self, points: Sequence[Point]) -> None:
        """Add points, or replace those of the same id; all are checked first (ValueError)."""
        checked = query.check_points(points, self._size)
        rows = [
            models.PointStruct(
                id=id,
                vector=_vectors(vector, point),
                payload=query.payload(point, self._owner),
            )
            for (id, vector), point in zip(checked, points, strict=True)
        ]
        for start in range(0, len(rows), PAGE):
            with self._engine():
                self._client.upsert(COLLECTION, rows[start : start + PAGE], wait=True)

    def search(self, searches: Sequence[Search]) -> list[list[Hit]]:
        """Run several searches as one batch; hits best first, those of equal score by id."""
        requests = [
            query.for_server(search, self._size, self._owner, exact=self._local)
            for search in searches
        ]
        asked = [request for request in requests if request is not None]
        if not asked:
            return [[] for _ in searches]
        with self._engine():
            found = iter(self._client.query_batch_points(COLLECTION, asked))
        return [
            []
            if request is None
            else query.ranked([(hit.score, hit.id) for hit in next(found).points])
            for request in requests
        ]

    def delete(self, ids: Sequence[str]) -> None:
        """Delete points of this owner."""
        named = models.HasIdCondition(has_id=[*query.check_ids(ids)])
        mine: list[models.Condition] = [query.server_owner(self._owner), named]
        with self._engine():
            self._client.delete(
                COLLECTION, models.FilterSelector(filter=models.Filter(must=mine)), wait=True
            )

    def ids(self) -> Iterator[str]:
        """Yield the id of every point of this owner, read a page at a time."""
        return (query.named(row.id) for row in self._rows([]))

    def points(self) -> Iterator[Held]:
        """Yield what is held of every point of this owner, read a page at a time."""
        remedy = "delete it and put it again"
        return (query.held(row.id, row.vector, remedy) for row in self._rows(query.HELD))

    def count(self) -> int:
        """Count this owner's points."""
        with self._engine():
            return self._client.count(COLLECTION, self._mine, exact=True).count

    def flush(self) -> None:
        """Return at once: the server answers a write when it is in its log."""

    def scrub(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Have the server rewrite segments that hold deleted points, in its own time.

        Bytes of deleted points may stay in its write-ahead log and snapshots for a while, which
        only whoever runs it can clear.
        """
        total = self.count()
        with self._engine():
            self._client.update_collection(
                COLLECTION,
                optimizers_config=models.OptimizersConfigDiff(
                    deleted_threshold=0.0001, vacuum_min_vector_number=100
                ),
            )
        if progress is not None:
            progress(total, total)

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _rows(self, vectors: list[str]) -> Iterator[models.Record]:
        after, more = None, True
        while more:
            with self._engine():
                rows, after = self._client.scroll(
                    COLLECTION,
                    self._mine,
                    PAGE,
                    offset=after,
                    with_payload=False,
                    with_vectors=vectors or False,
                )
            yield from rows
            more = after is not None

    @contextmanager
    def _engine(self) -> Generator[None, None, None]:
        try:
            yield
        except (ResponseHandlingException, UnexpectedResponse, OSError) as error:
            raise CognitionError(
                f"the Qdrant server at {self._url} did not do as asked ({error}); "
                "see that it runs, and that the address and key are right"
            ) from error


def _vectors(vector: list[float], point: Point) -> dict[str, models.Vector]:
    vectors: dict[str, models.Vector] = {query.DENSE: vector}
    words = lexical.document(point.text)
    if words.indices:  # a point without words must not count when words are weighed by rarity
        vectors[query.WORDS] = models.SparseVector(indices=words.indices, values=words.values)
    if point.traces.words:
        vectors[query.TRACES] = unpack(point.traces).tolist()
    return vectors
