"""The memory index: one description of a search, run by whichever Qdrant engine holds the memories.

`edge.EdgeIndex` runs Qdrant inside this process and is the default; `server.ServerIndex` talks to a
Qdrant server. Both hold ids, vectors, hashed words and what to filter by, and never any text.
"""

from __future__ import annotations

from pathlib import Path

from cognition.faculties import Index


def open_index(
    place: Path | str | None, *, owner: str, size: int, api_key: str | None = None
) -> Index:
    """Open the index at a place: a folder, the URL of a Qdrant server, or None to keep nothing.

    `size` is the length of the vectors. What is put is taken in behind the caller's back.
    Raises StoreBusy, StoreDamaged or CognitionError.

    >>> index = open_index(None, owner="Ada", size=4)
    >>> index.count()
    0
    >>> index.close()
    """
    from cognition.faculties.index.behind import WriteBehind

    if isinstance(place, str) and (place == ":memory:" or "://" in place):
        from cognition.faculties.index.server import ServerIndex

        server = ServerIndex(place, owner=owner, size=size, api_key=api_key)
        return WriteBehind(server, size)
    from cognition.faculties.index.edge import EdgeIndex

    folder = None if place is None else Path(place)
    return WriteBehind(EdgeIndex.open(folder, size=size, owner=owner), size)


__all__ = ["open_index"]
