"""The systems that `benchmarks.peers` compares, each made to do two things: write turns, recall.

All get the same vectors of the same encoder from a table, so that what is timed is the system
itself. Each writes to a folder of its own, except LangGraph's InMemoryStore, which keeps nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from qdrant_edge import (
    Distance,
    EdgeConfig,
    EdgeShard,
    EdgeSparseVectorParams,
    EdgeVectorParams,
    Fusion,
    Modifier,
    Prefetch,
    Query,
    QueryRequest,
    UpdateOperation,
)
from qdrant_edge import Point as EdgePoint

from benchmarks.evidence import Conversation
from cognition import Mind
from cognition.faculties import Encoder
from cognition.faculties.index import lexical

Turns = Sequence[Mapping[str, Any]]
BREADTH = 200  # candidates of each search that a fusion ranks: as many as Kindred looks at
FLATTEN = 60  # of reciprocal rank fusion, as published


class Peer(Protocol):
    """A system under comparison; `batches` says whether it encodes many turns at once.

    `write` and `recall` give the seconds they took; `recall` also the refs, best first.
    """

    name: str
    batches: bool

    def open(self, told: Conversation, folder: Path) -> None: ...
    def write(self, turns: Turns) -> float: ...
    def recall(self, question: str, k: int) -> tuple[list[str], float]: ...
    def close(self) -> None: ...


class Timed:
    """Time what a system in this process does."""

    def write(self, turns: Turns) -> float:
        start = time.perf_counter()
        self._write(turns)
        return time.perf_counter() - start

    def recall(self, question: str, k: int) -> tuple[list[str], float]:
        start = time.perf_counter()
        refs = self._recall(question, k)
        return refs, time.perf_counter() - start

    def _write(self, turns: Turns) -> None:
        raise NotImplementedError

    def _recall(self, question: str, k: int) -> list[str]:
        raise NotImplementedError


def line(turn: Mapping[str, Any]) -> str:
    """Give what every system but Kindred, which knows of speakers, is told of a turn."""
    return f"{turn['speaker']}: {turn['text']}"


class Kindred(Timed):
    """`Mind.observe_many` and `Mind.recall`, on disk."""

    name, batches = "kindred", True

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def open(self, told: Conversation, folder: Path) -> None:
        self._now = told.now
        self._mind = Mind.open(folder, owner=told.owner, encoder=self._encoder)

    def _write(self, turns: Turns) -> None:
        self._mind.observe_many(turns)

    def _recall(self, question: str, k: int) -> list[str]:
        return [found.ref for found in self._mind.recall(question, k=k, now=self._now)]

    def close(self) -> None:
        self._mind.close()


class LangGraphStore(Timed):
    """LangGraph's own long-term store with its index for semantic search, in memory or SQLite."""

    batches = True

    def __init__(self, encoder: Encoder, durable: bool) -> None:
        self.name = f"LangGraph {'SqliteStore' if durable else 'InMemoryStore'}"
        self._encoder = encoder
        self._durable = durable
        self._opened: Any = None

    def open(self, told: Conversation, folder: Path) -> None:
        index: Any = {"dims": self._encoder.size, "embed": self._embed, "fields": ["text"]}
        if self._durable:
            from langgraph.store.sqlite import SqliteStore

            self._opened = SqliteStore.from_conn_string(str(folder / "store.db"), index=index)
            self._store = self._opened.__enter__()
            self._store.setup()
        else:
            from langgraph.store.memory import InMemoryStore

            self._store = InMemoryStore(index=index)

    def _embed(self, texts: Sequence[str]) -> list[list[float]]:
        return self._encoder.encode(texts).tolist()

    def _write(self, turns: Turns) -> None:
        from langgraph.store.base import PutOp

        self._store.batch([PutOp(("turns",), turn["ref"], {"text": line(turn)}) for turn in turns])

    def _recall(self, question: str, k: int) -> list[str]:
        return [item.key for item in self._store.search(("turns",), query=question, limit=k)]

    def close(self) -> None:
        if self._opened is not None:
            self._opened.__exit__(None, None, None)


class Qdrant(Timed):
    """Plain Qdrant, the engine in this process: dense alone, or dense and BM25 by its own RRF."""

    batches = True

    def __init__(self, encoder: Encoder, hybrid: bool) -> None:
        self.name = "Qdrant hybrid" if hybrid else "Qdrant dense"
        self._encoder = encoder
        self._hybrid = hybrid

    def open(self, told: Conversation, folder: Path) -> None:
        sparse = {"words": EdgeSparseVectorParams(modifier=Modifier.Idf)}
        dense = EdgeVectorParams(size=self._encoder.size, distance=Distance.Cosine)
        config = EdgeConfig(vectors={"dense": dense}, sparse_vectors=sparse)
        self._refs: list[str] = []
        self._shard = EdgeShard.create(str(folder), config)

    def _write(self, turns: Turns) -> None:
        lines = [line(turn) for turn in turns]
        points: list[EdgePoint] = []
        for number, vector in enumerate(self._encoder.encode(lines).tolist()):
            vectors: dict[str, Any] = {"dense": vector}
            if self._hybrid:
                vectors["words"] = lexical.document(lines[number])
            points.append(EdgePoint(id=len(self._refs), vector=vectors, payload={}))
            self._refs.append(turns[number]["ref"])
        self._shard.update(UpdateOperation.upsert_points(points))
        self._shard.flush()

    def _recall(self, question: str, k: int) -> list[str]:
        near = Query.Nearest(self._encoder.encode([question])[0].tolist(), using="dense")
        if self._hybrid:
            worded = Query.Nearest(lexical.query(question), using="words")
            both = [Prefetch(limit=BREADTH, query=query) for query in (near, worded)]
            request = QueryRequest(limit=k, query=Fusion.Rrf(k=FLATTEN), prefetches=both)
        else:
            request = QueryRequest(limit=k, query=near)
        return [self._refs[int(hit.id)] for hit in self._shard.query(request)]

    def close(self) -> None:
        self._shard.close()


class Bm25(Timed):
    """The bm25s package, English stems and stop words; it has no way to add, so it indexes anew."""

    name, batches = "BM25 (bm25s)", True

    def open(self, told: Conversation, folder: Path) -> None:
        import Stemmer

        self._stemmer = Stemmer.Stemmer("english")
        self._refs: list[str] = []
        self._terms: list[list[str]] = []

    def _tokens(self, texts: list[str]) -> list[list[str]]:
        import bm25s

        return bm25s.tokenize(
            texts, stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
        )

    def _write(self, turns: Turns) -> None:
        import bm25s

        self._refs += [turn["ref"] for turn in turns]
        self._terms += self._tokens([line(turn) for turn in turns])
        self._index = bm25s.BM25(k1=lexical.K, b=lexical.B)
        self._index.index(self._terms, show_progress=False)

    def _recall(self, question: str, k: int) -> list[str]:
        [terms] = self._tokens([question])
        scores = self._index.get_scores(terms) if terms else np.zeros(len(self._refs))
        return [self._refs[at] for at in np.argsort(-scores, kind="stable")[:k]]

    def close(self) -> None:
        del self._index


class Mem0:
    """mem0 with `infer=False`, in a process of its own (`benchmarks.mem0_peer`), which times it.

    As pip installs it mem0 searches by meaning alone; with `hybrid` it is also given the BM25
    encoder that it looks for in another package, so that its own hybrid ranking works.
    """

    batches = False

    def __init__(self, encoder: Encoder, hybrid: bool, python: str = sys.executable) -> None:
        self.name = "mem0 hybrid" if hybrid else "mem0"
        self._encoder = encoder
        self._hybrid = hybrid
        self._process = subprocess.Popen(
            [python, str(Path(__file__).with_name("mem0_peer.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "MEM0_TELEMETRY": "False"},
        )
        self.version = self._ask({"do": "version"})["version"]

    def open(self, told: Conversation, folder: Path) -> None:
        texts = [*told.lines, *(question.text for question in told.questions)]
        vectors = [
            [text, vector, words.indices, words.values]
            for text, vector in zip(texts, self._encoder.encode(texts).tolist(), strict=True)
            for words in [lexical.document(text)]
        ]
        where = {"folder": str(folder), "hybrid": self._hybrid, "size": self._encoder.size}
        self._ask({"do": "open", "vectors": vectors, **where})

    def write(self, turns: Turns) -> float:
        told = [[turn["ref"], line(turn)] for turn in turns]
        return self._ask({"do": "write", "turns": told})["seconds"]

    def recall(self, question: str, k: int) -> tuple[list[str], float]:
        found = self._ask({"do": "recall", "question": question, "k": k})
        return found["refs"], found["seconds"]

    def close(self) -> None:
        self._ask({"do": "close"})

    def stop(self) -> None:
        self._process.communicate()

    def _ask(self, message: Mapping[str, Any]) -> dict[str, Any]:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("mem0 stopped; its message is above")
        return json.loads(answer)
