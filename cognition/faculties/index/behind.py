"""Writing behind: memories go into an index while whoever gave them goes on.

A memory is kept once the journal has it; the index is made from that and only has to know it before
it is next asked. What an engine needs to take a turn in, a person need not wait for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from cognition.faculties import Held, Hit, Index, Point, Search
from cognition.faculties.index.query import check_points


class WriteBehind:
    """An index that puts points in a thread of its own; everything else waits for them first.

    What goes wrong there is raised by whatever is asked next.

    >>> from cognition.faculties.index.edge import EdgeIndex
    >>> index = WriteBehind(EdgeIndex.open(None, size=2, owner="Ada"), size=2)
    >>> index.put([Point(id="6b1d9e0a6f0e4e0c", vector=[1.0, 0.0], text="I adopted a cat")])
    >>> index.count()
    1
    >>> index.close()
    """

    def __init__(self, index: Index, size: int) -> None:
        self._index = index
        self._size = size
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="index")
        self._coming: Future[None] | None = None

    def put(self, points: Sequence[Point]) -> None:
        """Have points added, or those of the same id replaced; all are checked now (ValueError)."""
        check_points(points, self._size)
        self._settled()  # one batch at a time: memory stays bounded
        self._coming = self._writer.submit(self._index.put, points)

    def search(self, searches: Sequence[Search]) -> list[list[Hit]]:
        """Run several searches as one batch; hits best first, those of equal score by id."""
        return self._settled().search(searches)

    def delete(self, ids: Sequence[str]) -> None:
        """Take points out of every search."""
        self._settled().delete(ids)

    def ids(self) -> Iterator[str]:
        """Yield the id of every point."""
        return self._settled().ids()

    def points(self) -> Iterator[Held]:
        """Yield what is held of every point."""
        return self._settled().points()

    def count(self) -> int:
        """Count the points."""
        return self._settled().count()

    def flush(self) -> None:
        """Return once everything put so far is on disk."""
        self._settled().flush()

    def scrub(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Leave nothing of deleted points on disk."""
        self._settled().scrub(progress)

    def close(self) -> None:
        """Wait for what is coming, then close the index."""
        try:
            self._settled()
        finally:
            self._writer.shutdown()
            self._index.close()

    def _settled(self) -> Index:
        if self._coming is not None:
            self._coming.result()
        return self._index
