"""What memory is held against: rankings of a conversation's turns by plain retrieval.

Each control sees every turn as "speaker: text" and scores all of them exactly. The plain sum adds
what retrieval offers without fitting anything: z-scores of meaning and of words, half of the words
of the turns beside it and of its session, and one for a speaker whom the question names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.evidence import KS, Conversation, Row
from cognition.faculties import Encoder, Index, Point, Search
from cognition.faculties.index import open_index
from cognition.values import derive_id

Scores = NDArray[np.float64]
FLATTEN = 60  # of reciprocal rank fusion (Cormack, Clarke & Büttcher 2009)


class Controls:
    """Plain retrieval over one conversation; closes its index when left.

    `rankings` maps each control's name to what scores all turns for a question.
    """

    def __init__(self, conversation: Conversation, encoder: Encoder) -> None:
        self._told = conversation
        self._encoder = encoder
        self._vectors = encoder.encode(conversation.lines)
        self._ids = [derive_id("control", n) for n in range(len(conversation.turns))]
        self._place = {id: n for n, id in enumerate(self._ids)}
        self._sessions = np.unique([t["session"] for t in conversation.turns], return_inverse=True)[
            1
        ]
        self._speakers = np.array([turn["speaker"].lower() for turn in conversation.turns])
        self._index = _word_index(self._ids, conversation.lines)
        self.rankings: dict[str, Callable[[str], Scores]] = {
            "dense MiniLM": self.dense,
            "BM25": self.words,
            "reciprocal rank fusion": self.fused,
            "plain sum": self.plain_sum,
        }

    def __enter__(self) -> Controls:
        return self

    def __exit__(self, *_: object) -> None:
        self._index.close()

    def rows(self) -> Iterator[Row]:
        """Rank the turns for every question, by every control."""
        told = self._told
        refs = np.array([turn["ref"] for turn in told.turns])
        for name, ranking in self.rankings.items():
            for number, question in enumerate(told.questions):
                best = np.argsort(-ranking(question.text), kind="stable")[: max(KS)]
                recalled = tuple(refs[best].tolist())
                yield Row(name, told.id, number, question.category, question.gold, recalled)

    def dense(self, question: str) -> Scores:
        return (self._vectors @ self._encoder.encode([question])[0]).astype(np.float64)

    def words(self, question: str) -> Scores:
        scores = np.zeros(len(self._ids))
        for hit in self._index.search([Search(text=question, limit=len(self._ids))])[0]:
            scores[self._place[hit.id]] = hit.score
        return scores

    def fused(self, question: str) -> Scores:
        return sum(
            (
                1 / (FLATTEN + _ranks(score))
                for score in (self.dense(question), self.words(question))
            ),
            np.zeros(len(self._ids)),
        )

    def plain_sum(self, question: str) -> Scores:
        words = self.words(question)
        return (
            _z(self.dense(question))
            + _z(words)
            + 0.5 * _z(self._beside(words))
            + 0.5 * _z(np.bincount(self._sessions, words)[self._sessions])
            + np.isin(self._speakers, re.findall(r"\w+", question.lower()))
        )

    def _beside(self, words: Scores) -> Scores:
        """Sum the scores of the turn before and the turn after, within a session."""
        joined = self._sessions[1:] == self._sessions[:-1]
        beside = np.zeros_like(words)
        beside[1:] += words[:-1] * joined
        beside[:-1] += words[1:] * joined
        return beside


def _word_index(ids: list[str], lines: list[str]) -> Index:
    index = open_index(None, owner="control", size=1)
    index.put([Point(id=id, vector=[1.0], text=line) for id, line in zip(ids, lines, strict=True)])
    return index


def _ranks(scores: Scores) -> Scores:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


def _z(scores: Scores) -> Scores:
    spread = scores.std()
    return (scores - scores.mean()) / spread if spread > 1e-9 else np.zeros_like(scores)
