"""Compile one description of a search to what each Qdrant engine understands.

A point's payload is `owner`, `kind`, `speaker` and `when` (ISO 8601, naive), and nothing else.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import repeat
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import qdrant_edge as edge

from cognition.errors import StoreDamaged
from cognition.faculties import Held, Hit, Point, Search
from cognition.faculties.index import lexical
from cognition.faculties.traces import WIDTH, pack

if TYPE_CHECKING:
    from qdrant_client import models

DENSE, WORDS, TRACES = "dense", "words", "traces"
HELD = [DENSE, TRACES]  # the vectors a copy needs: words are made from the text
KEYWORDS, MOMENT = ("kind", "speaker"), "when"
BREADTH = 256  # candidates in a server's HNSW graph: recall@10 is .96 at its own choice, .998 here
# how many candidates by 4-bit codes are scored exactly: recall@200 of 100,000 is .952 when only as
# many as are asked for, and 1.0 when twice as many
OVERSAMPLING, RESCORED = 2.0, 64


def check_ids(ids: Sequence[str]) -> list[int]:
    """Give the ids as the numbers that engines hold; raises ValueError for one that is no id."""
    try:
        numbers = [int(id, 16) for id in ids]
    except (ValueError, TypeError) as error:
        raise ValueError(
            f"a memory's id must be 16 hexadecimal digits ({error}); make one with derive_id(...)"
        ) from error
    if any(len(id) != 16 for id in ids):
        raise ValueError(
            "a memory's id must be 16 hexadecimal digits; make one with derive_id(...)"
        )
    return numbers


def named(number: object) -> str:
    """Give the id of the number that an engine holds.

    >>> named(255)
    '00000000000000ff'
    """
    return f"{number:016x}"


def check_vector(vector: Sequence[float], size: int) -> list[float]:
    """Give the vector as a list; raises ValueError for a wrong length or one not finite."""
    if len(vector) != size:
        raise ValueError(
            f"a vector has {len(vector)} numbers where this index holds {size}; "
            "encode with the encoder that this memory was written with"
        )
    numbers = vector.tolist() if isinstance(vector, np.ndarray) else [*vector]
    if not math.isfinite(sum(numbers)):
        raise ValueError("a vector holds a number that is not finite; encode the text again")
    return numbers


def check_points(points: Sequence[Point], size: int) -> list[tuple[int, list[float]]]:
    """Check all points before any is written; gives each one's id and vector. Raises ValueError."""
    ids = check_ids([point.id for point in points])
    return [(id, check_vector(point.vector, size)) for id, point in zip(ids, points, strict=True)]


def check_search(search: Search) -> None:
    """Raise ValueError unless the search has exactly one cue and a positive limit."""
    if sum(cue is not None for cue in (search.vector, search.text, search.words)) != 1:
        raise ValueError("a search needs exactly one of `vector`, `text` and `words`")
    if search.words is not None and any(len(word) != WIDTH for word in search.words):
        raise ValueError(f"a search by words needs vectors of {WIDTH} numbers")
    if search.limit < 1:
        raise ValueError(f"a search's limit must be at least 1, not {search.limit}")


def payload(point: Point, owner: str) -> dict[str, str]:
    """Give what is stored beside a point's vectors, to filter by."""
    return {
        "owner": owner,
        "kind": point.kind,
        "speaker": point.speaker,
        "when": stamp(point.when),
    }


def stamp(when: datetime) -> str:
    """Write a moment as both engines read it: naive, so that no zone is ever guessed.

    >>> stamp(datetime(2026, 3, 1, 18, 0))
    '2026-03-01T18:00:00.000000'
    """
    return when.replace(tzinfo=None).isoformat(timespec="microseconds")


def held(id: object, vectors: object, remedy: str) -> Held:
    """Read back a point; raises StoreDamaged if its vector is gone."""
    named_vectors = cast(dict[str, Any], vectors) if isinstance(vectors, dict) else {}
    dense = named_vectors.get(DENSE)
    if not isinstance(dense, list):
        raise StoreDamaged(f"memory {named(id)} has lost its vector in the index; {remedy}")
    return Held(named(id), cast(list[float], dense), pack(named_vectors.get(TRACES) or ()))


def ranked(hits: Iterable[tuple[float, Any]]) -> list[Hit]:
    """Order (score, number) best first, those of equal score by id: no engine's own order shows.

    >>> [hit.id[-1] for hit in ranked([(0.5, 7), (0.9, 3), (0.9, 2)])]
    ['2', '3', '7']
    """
    ordered = sorted([(-score, number) for score, number in hits])
    pairs = [(number.to_bytes(8).hex(), -score) for score, number in ordered]
    # made in one go: a named tuple's own constructor takes longer than the search of each
    return list(map(tuple.__new__, repeat(Hit), pairs))


@functools.lru_cache(64)
def _edge_params(limit: int) -> edge.SearchParams:
    many = max(OVERSAMPLING, RESCORED / limit)
    return edge.SearchParams(
        quantization=edge.QuantizationSearchParams(rescore=True, oversampling=many)
    )


def for_edge(search: Search, size: int) -> edge.QueryRequest | None:
    """Compile a search for Qdrant Edge; None when its text holds no term, so nothing matches."""
    check_search(search)
    if search.vector is not None:
        cue = edge.Query.Nearest(check_vector(search.vector, size), using=DENSE)
    elif search.words is not None:
        if not search.words:
            return None
        cue = edge.Query.Nearest([list(word) for word in search.words], using=TRACES)
    else:
        words = lexical.query(search.text or "")
        if not words.indices:
            return None
        cue = edge.Query.Nearest(words, using=WORDS)
    return edge.QueryRequest(
        limit=search.limit,
        query=cue,
        filter=_edge_filter(search),
        with_payload=False,
        with_vector=False,
        params=_edge_params(search.limit),
    )


def _edge_filter(search: Search) -> edge.Filter | None:
    must: list[edge.FieldCondition | edge.HasIdCondition] = []
    for key, values in (("kind", search.kinds), ("speaker", search.speakers)):
        if values:
            must.append(edge.FieldCondition(key, match=edge.MatchAny(list(values))))
    if search.since is not None or search.until is not None:
        span = edge.RangeDateTime(
            gte=None if search.since is None else stamp(search.since),
            lt=None if search.until is None else stamp(search.until),
        )
        must.append(edge.FieldCondition(MOMENT, range=span))
    if search.ids:
        must.append(edge.HasIdCondition(set(check_ids(search.ids))))
    return edge.Filter(must=list(must)) if must else None


def for_server(
    search: Search, size: int, owner: str, exact: bool = False
) -> models.QueryRequest | None:
    """Compile a search for a Qdrant server, within one owner's memories; None as in `for_edge`.

    `exact` says that the engine has no approximate index, as in the client's emulation.
    """
    from qdrant_client import models

    check_search(search)
    mine = server_owner(owner)
    params: models.SearchParams | None = None
    if search.vector is not None:
        cue, using = check_vector(search.vector, size), DENSE
        if not exact:
            params = models.SearchParams(hnsw_ef=max(BREADTH, search.limit))
    elif search.words is not None:
        if not search.words:
            return None
        cue, using = [list(word) for word in search.words], TRACES
    else:
        words = lexical.query(search.text or "")
        if not words.indices:
            return None
        cue, using = models.SparseVector(indices=words.indices, values=words.values), WORDS
        # rarity is counted among this owner's memories only, as it is in a shard of their own
        params = models.SearchParams(idf=models.IdfCorpusParams(corpus=models.Filter(must=[mine])))
    return models.QueryRequest(
        query=models.NearestQuery(nearest=cue),
        using=using,
        limit=search.limit,
        filter=_server_filter(search, mine),
        params=params,
        with_payload=False,
        with_vector=False,
    )


def server_owner(owner: str) -> models.FieldCondition:
    """Give the condition that keeps a server's answer to one owner."""
    from qdrant_client import models

    return models.FieldCondition(key="owner", match=models.MatchValue(value=owner))


def _server_filter(search: Search, mine: models.FieldCondition) -> models.Filter:
    from qdrant_client import models

    must: list[models.Condition] = [mine]
    for key, values in (("kind", search.kinds), ("speaker", search.speakers)):
        if values:
            must.append(models.FieldCondition(key=key, match=models.MatchAny(any=list(values))))
    if search.since is not None or search.until is not None:
        span = models.DatetimeRange(gte=search.since, lt=search.until)
        must.append(models.FieldCondition(key=MOMENT, range=span))
    if search.ids:
        must.append(models.HasIdCondition(has_id=list(check_ids(search.ids))))
    return models.Filter(must=must)
