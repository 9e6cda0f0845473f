"""Measure Kindred and its peers side by side: recall, writing and recalling, in one run.

usage: python -m benchmarks.peers CONVERSATIONS.json [--limit N] [--mem0-python PYTHON]

`pip install kindred[bench]` brings the peers; `--mem0-python` names another interpreter that has
`mem0ai`, for who would keep it apart. `benchmarks.peer_systems` says how each is used. All
share one encoder. Every text and question is encoded beforehand, once, and the time of it noted:
the figures of the stores themselves are without it, and those "with encoding" add what the system
would have spent: batched texts or single ones, as it encodes, and each question by itself. (Kindred
encodes while it lives through the last batch, which this does not credit it with.) LangGraph's
SqliteStore takes part where Python's own SQLite can load extensions.

Conversations are taken one after another; in each, every system writes all turns but the last ones
at once and those one by one, and then every question is put to all of them in turn, the order
rotating, so that noise of the machine meets all alike.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.evidence import KS, CachingEncoder, Conversation, Row, conversations, table
from benchmarks.peer_systems import Bm25, Kindred, LangGraphStore, Mem0, Peer, Qdrant
from benchmarks.report import write
from cognition.faculties import Encoder
from cognition.faculties.encoder import MiniLM

SINGLY = 20  # turns at the end of each conversation that are written one by one


@dataclass(slots=True)
class Spent:
    """Seconds of one system: all bulk writes, each single write, each recall."""

    bulk: float = 0.0
    single: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Encoding:
    """Seconds of the encoder alone: all turns in batches, and single texts and questions."""

    encode: Callable[[Sequence[str]], object]
    batched: float = 0.0
    single: list[float] = field(default_factory=list)
    questions: list[float] = field(default_factory=list)

    def time(self, lines: Sequence[str], told: Conversation) -> None:
        """Encode all turns at once, the last ones singly, and each question."""
        self.batched += timed(self.encode, lines)
        self.single += [timed(self.encode, [line]) for line in lines[-SINGLY:]]
        self.questions += [timed(self.encode, [one.text]) for one in told.questions]


def systems(encoder: Encoder, mem0_python: str | None) -> list[Peer]:
    """Make every system; mem0 only where there is one."""
    peers: list[Peer] = [
        Kindred(encoder),
        LangGraphStore(encoder, durable=False),
        Qdrant(encoder, hybrid=True),
        Qdrant(encoder, hybrid=False),
        Bm25(),
    ]
    if hasattr(sqlite3.Connection, "enable_load_extension"):
        peers.append(LangGraphStore(encoder, durable=True))
    if mem0_python:
        peers += [Mem0(encoder, hybrid, mem0_python) for hybrid in (False, True)]
    return peers


def timed(act: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    start = time.perf_counter()
    act(texts)
    return time.perf_counter() - start


def fill(cached: CachingEncoder, told: Conversation) -> None:
    """Encode beforehand whatever a system will ask for."""
    heard = [turn["text"] for turn in told.turns]
    texts = [*told.lines, *heard, *(one.text for one in told.questions)]
    getattr(cached, "encode_words", cached.encode)(texts)


def rotated(peers: Sequence[Peer], by: int) -> Iterator[Peer]:
    by %= len(peers)
    return iter((*peers[by:], *peers[:by]))


def side_by_side(
    told: Conversation, turn: int, peers: Sequence[Peer], spent: dict[str, Spent]
) -> Iterator[Row]:
    """Have every system write one conversation and answer its questions."""
    folder = Path(tempfile.mkdtemp(prefix="peers-"))
    try:
        for number, peer in enumerate(rotated(peers, turn)):
            place = folder / str(number)
            place.mkdir()
            peer.open(told, place)
            spent[peer.name].bulk += peer.write(told.turns[:-SINGLY])
            for one in told.turns[-SINGLY:]:
                spent[peer.name].single.append(peer.write([one]))
        for number, question in enumerate(told.questions):
            for peer in rotated(peers, number):
                refs, seconds = peer.recall(question.text, max(KS))
                spent[peer.name].recall.append(seconds)
                yield Row(peer.name, told.id, number, question.category, question.gold, tuple(refs))
        for peer in peers:
            peer.close()
    finally:
        shutil.rmtree(folder)


def figures(peer: Peer, spent: Spent, encoding: Encoding, turns: int) -> dict[str, Any]:
    """Give one system's speed, without its encoding and with it."""
    written = turns - len(spent.single)
    each = encoding.batched / turns if peer.batches else median(encoding.single)
    alone, asked = np.array(spent.recall) * 1e3, np.array(encoding.questions) * 1e3
    single = median(spent.single) * 1e3
    return {
        "turns_per_s": round(written / spent.bulk, 1),
        "turns_per_s_with_encoding": round(written / (spent.bulk + each * written), 1),
        "write_one_ms": round(single, 3),
        "write_one_ms_with_encoding": round(single + median(encoding.single) * 1e3, 3),
        **{f"recall_ms_p{p}": round(float(np.percentile(alone, p)), 3) for p in (50, 95)},
        **{
            f"recall_ms_p{p}_with_encoding": round(float(np.percentile(alone + asked, p)), 3)
            for p in (50, 95)
        },
    }


def ratios(recall: dict[str, Any], speed: dict[str, Any]) -> dict[str, Any]:
    """Give how many times better Kindred did than each peer; below 1, the peer did better."""
    ours, quick = recall["kindred"]["all"], speed["kindred"]
    return {
        name: {f"R@{k}": round(ours[f"R@{k}"] / recall[name]["all"][f"R@{k}"], 2) for k in KS}
        | {
            key: round(quick[key] / one[key] if "per_s" in key else one[key] / quick[key], 2)
            for key in one
        }
        for name, one in speed.items()
        if name != "kindred"
    }


def compare(told: Sequence[Conversation], mem0_python: str | None) -> dict[str, Any]:
    """Run all systems over all conversations."""
    inner: Any = MiniLM.open()
    cached = CachingEncoder.of(inner)
    peers = systems(cached, mem0_python)
    spent: dict[str, Spent] = defaultdict(Spent)
    # Kindred has the words of a text traced in the same pass; BM25 needs no encoding
    ways = {
        "plain": Encoding(inner.encode),
        "kindred": Encoding(getattr(inner, "encode_words", inner.encode)),
        "BM25 (bm25s)": Encoding(len),
    }
    rows: list[Row] = []
    try:
        for turn, one in enumerate(told):
            for way, encoding in ways.items():
                heard = [turn["text"] for turn in one.turns]
                encoding.time(heard if way == "kindred" else one.lines, one)
            fill(cached, one)
            rows += side_by_side(one, turn, peers, spent)
            print(one.id, flush=True)
    finally:
        for peer in peers:
            if isinstance(peer, Mem0):
                peer.stop()
    turns = sum(len(one.turns) for one in told)
    recall, plain = table(rows), ways["plain"]
    speed = {
        peer.name: figures(peer, spent[peer.name], ways.get(peer.name, plain), turns)
        for peer in peers
    }
    return {
        "mem0": next((peer.version for peer in peers if isinstance(peer, Mem0)), None),
        "turns": turns,
        "questions": len(plain.questions),
        "encoder": {
            "turns_per_s": round(turns / plain.batched, 1),
            "one_ms": round(median(plain.single) * 1e3, 3),
            "question_ms": round(median(plain.questions) * 1e3, 3),
        },
        "recall": recall,
        "speed": speed,
        "kindred_is_better_by": ratios(recall, speed),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=Path)
    parser.add_argument("--limit", type=int, help="how many conversations")
    parser.add_argument("--mem0-python", default=sys.executable, help="an interpreter with mem0ai")
    parser.add_argument("--without-mem0", action="store_true")
    options = parser.parse_args(arguments)
    told = conversations(options.conversations, options.limit)
    result = compare(told, None if options.without_mem0 else options.mem0_python)
    for name, at in result["recall"].items():
        print(f"{name:24s}", at["all"])
        print(f"{'':24s}", result["speed"][name])
        if name != "kindred":
            print(f"{'':24s}", result["kindred_is_better_by"][name])
    print("written to", write("peers", {"data": options.conversations.name, **result}).name)


if __name__ == "__main__":
    main()
