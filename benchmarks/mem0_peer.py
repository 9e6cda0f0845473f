"""mem0 in a process of its own: its dependencies stay apart, and nothing of it reaches a network.

Started by `benchmarks.peers` with an interpreter that has `mem0ai`. Reads one JSON message a line
and answers with one. No language model is called (`infer=False`), no telemetry sent; connecting
anywhere raises an error. Vectors come from a table that `open` is given.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import sys
import tempfile
import time
from types import SimpleNamespace
from typing import Any

os.environ.update(MEM0_TELEMETRY="False", MEM0_DIR=tempfile.mkdtemp(prefix="mem0-"))
OWNER = "person"


def _refuse(*_: object) -> None:
    raise OSError("this benchmark connects to nothing")


class Table:
    """Embed what is in a table; stands where mem0 has its embedding model."""

    def __init__(self, rows: list[list[Any]]) -> None:
        # mem0 strips what it is asked
        self._dense = {text.strip(): vector for text, vector, _, _ in rows}
        self._sparse = {
            text.strip(): SimpleNamespace(indices=_Listed(indices), values=_Listed(values))
            for text, _, indices, values in rows
        }

    def embed(self, text: Any, memory_action: str | None = None) -> Any:
        if isinstance(text, list):  # asked as mem0 asks a sparse encoder
            return [self._sparse[one.strip()] for one in text]
        return self._dense[text.strip()]

    def embed_batch(self, texts: list[str], memory_action: str | None = None) -> list[Any]:
        return [self._dense[text.strip()] for text in texts]


class _Listed(list[Any]):
    """A list where mem0 expects an array."""

    def tolist(self) -> list[Any]:
        return [*self]


def opened(asked: dict[str, Any]) -> Any:
    """Open mem0 on a folder, with our vectors and, if asked, our BM25 terms."""
    from mem0 import Memory

    folder, table = asked["folder"], Table(asked["vectors"])
    store = {"path": f"{folder}/qdrant", "on_disk": True, "embedding_model_dims": asked["size"]}
    memory = Memory.from_config(
        {
            "vector_store": {"provider": "qdrant", "config": store},
            "embedder": {"provider": "openai", "config": {"api_key": "none"}},
            "llm": {"provider": "openai", "config": {"api_key": "none"}},
            "history_db_path": f"{folder}/history.db",
        }
    )
    memory.embedding_model = table
    # False is what mem0 itself puts there when it finds no sparse encoder installed
    memory.vector_store._bm25_encoder = table if asked["hybrid"] else False
    return memory


def answer(memory: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """Do one thing and say how long it took."""
    start = time.perf_counter()
    if asked["do"] == "write":
        for ref, text in asked["turns"]:
            memory.add(text, user_id=OWNER, metadata={"ref": ref}, infer=False)
        return {"seconds": time.perf_counter() - start}
    found = memory.search(
        asked["question"], filters={"user_id": OWNER}, top_k=asked["k"], threshold=0.0
    )["results"]
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "refs": [one["metadata"]["ref"] for one in found]}


def main() -> None:
    from importlib.metadata import version

    socket.socket.connect = _refuse  # type: ignore[method-assign]
    logging.disable(logging.WARNING)  # it says at every step what else could be installed
    talk, sys.stdout = sys.stdout, sys.stderr  # what mem0 prints is no answer
    memory: Any = None
    for message in sys.stdin:
        asked = json.loads(message)
        if asked["do"] == "version":
            said = {"version": version("mem0ai")}
        elif asked["do"] == "open":
            memory, said = opened(asked), {}
        elif asked["do"] == "close":
            memory.vector_store.client.close()
            memory.db.close()
            memory, said = None, {}
        else:
            said = answer(memory, asked)
        talk.write(json.dumps(said) + "\n")
        talk.flush()


if __name__ == "__main__":
    main()
