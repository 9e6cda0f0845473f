"""Conversations with gold evidence: read, lived through, and scored by how much of it comes back.

Recall@k is the share of a question's evidence among the first k memories, averaged over questions
(the retrieval metric of Maharana et al. 2024, Evaluating very long-term conversational memory).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np

from cognition import Mind
from cognition.faculties import Encoder, Vectors

KS = (5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Question:
    """A cue, the refs of the turns that answer it, what kind of question it is, and its answer."""

    text: str
    gold: tuple[str, ...]
    category: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said, as `Mind.observe_many` takes it, and what is asked of it a day later."""

    id: str
    owner: str
    turns: Sequence[Mapping[str, Any]]
    questions: Sequence[Question]

    @property
    def now(self) -> datetime:
        return max(turn["when"] for turn in self.turns) + timedelta(days=1)

    @property
    def lines(self) -> list[str]:
        """What a retriever without speakers is given of each turn."""
        return [f"{turn['speaker']}: {turn['text']}" for turn in self.turns]


@dataclass(frozen=True, slots=True)
class Row:
    """What one system recalled for one question; questions are named by number, never quoted."""

    system: str
    conversation: str
    number: int
    category: str
    gold: tuple[str, ...]
    recalled: tuple[str, ...]

    def recall(self, k: int) -> float:
        return len({*self.gold} & {*self.recalled[:k]}) / len(self.gold)


class CachingEncoder:
    """Encode each text once, however many minds are opened with it.

    >>> class Counting:
    ...     name, size, texts = "counting", 1, 0
    ...     def encode(self, texts):
    ...         self.texts += len(texts)
    ...         return np.ones((len(texts), 1), np.float32)
    >>> inner = Counting()
    >>> cached = CachingEncoder.of(inner)
    >>> cached.encode(["a", "b"]).shape, cached.encode(["b", "a", "a"]).shape, inner.texts
    ((2, 1), (3, 1), 2)
    """

    def __init__(self, inner: Encoder) -> None:
        self.name, self.size = inner.name, inner.size
        self._inner: Any = inner
        self._vectors: dict[str, Vectors] = {}

    @staticmethod
    def of(inner: Encoder) -> CachingEncoder:
        """Make one that can what the inner encoder can."""
        return (CachingWordEncoder if hasattr(inner, "encode_words") else CachingEncoder)(inner)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Embed n texts as an (n, size) float32 array of unit rows."""
        if new := list(dict.fromkeys(text for text in texts if text not in self._vectors)):
            self._vectors.update(zip(new, self._inner.encode(new), strict=True))
        return np.array([self._vectors[text] for text in texts], np.float32)


class CachingWordEncoder(CachingEncoder):
    """The same for an encoder that gives traces of words too (`cognition.faculties.traces`)."""

    def __init__(self, inner: Encoder) -> None:
        super().__init__(inner)
        self._traces: dict[str, Any] = {}

    def encode_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Any]]:
        """Embed n texts, and give the traces of each one's words."""
        if new := list(dict.fromkeys(text for text in texts if text not in self._traces)):
            vectors, traces = self._inner.encode_words(new)
            self._vectors.update(zip(new, vectors, strict=True))
            self._traces.update(zip(new, traces, strict=True))
        return self.encode(texts), [self._traces[text] for text in texts]


def conversations(file: Path, limit: int | None = None) -> list[Conversation]:
    """Read a conversation file (see README); questions without evidence are left out."""
    data = json.loads(file.read_text("utf-8"))
    return [_conversation(one) for one in (data if isinstance(data, list) else [data])[:limit]]


def _conversation(given: Mapping[str, Any]) -> Conversation:
    turns = [
        {**t, "when": datetime.fromisoformat(t["when"]), "session": str(t["session"])}
        for t in given["turns"]
    ]
    questions = [
        Question(
            q["question"],
            tuple(sorted(set(q["evidence"]))),
            q.get("category", "any"),
            str(q.get("answer") or ""),
        )
        for q in given["questions"]
        if q["evidence"]
    ]
    return Conversation(str(given["id"]), given["speakers"][0], turns, questions)


def together(told: Sequence[Conversation]) -> Conversation:
    """Make one memory of several conversations: more people, and more to be lost among.

    >>> turn = {"ref": "1", "session": "a", "speaker": "Ada", "text": "Hi!"}
    >>> some = [Conversation(id, "Ada", [turn], [Question("?", ("1",), "any")]) for id in "xy"]
    >>> whole = together(some)
    >>> [t["ref"] for t in whole.turns], whole.questions[1].gold, whole.turns[1]["session"]
    (['x 1', 'y 1'], ('y 1',), 'y a')
    """
    turns: list[Mapping[str, Any]] = []
    questions: list[Question] = []
    for one in told:
        turns += [
            {**turn, "ref": f"{one.id} {turn['ref']}", "session": f"{one.id} {turn['session']}"}
            for turn in one.turns
        ]
        for asked in one.questions:
            gold = tuple(f"{one.id} {ref}" for ref in asked.gold)
            questions.append(Question(asked.text, gold, asked.category))
    return Conversation("together", told[0].owner, turns, questions)


@contextmanager
def lived(
    conversation: Conversation, encoder: Encoder, config: Mapping[str, Any] | None = None
) -> Iterator[Mind]:
    """Open a mind in memory that lived through a conversation."""
    with Mind.open(None, owner=conversation.owner, encoder=encoder, config=config) as mind:
        kept = mind.observe_many(conversation.turns)
        if kept != len(conversation.turns):
            raise ValueError(
                f"{conversation.id}: {len(conversation.turns)} turns given, {kept} kept; "
                "give every turn a `ref` of its own"
            )
        yield mind


def recollect(mind: Mind, conversation: Conversation, k: int = max(KS)) -> Iterator[Row]:
    """Recall for every question of a conversation."""
    now = conversation.now
    for number, question in enumerate(conversation.questions):
        refs = tuple(found.ref for found in mind.recall(question.text, k=k, now=now))
        yield Row("kindred", conversation.id, number, question.category, question.gold, refs)


def table(rows: Iterable[Row]) -> dict[str, dict[str, dict[str, float]]]:
    """Average R@k by system and category; `all` is every question alike."""
    cells: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        cells[row.system]["all"].append(row)
        cells[row.system][row.category].append(row)
    return {
        system: {
            category: {f"R@{k}": round(fmean(row.recall(k) for row in some), 4) for k in KS}
            | {"questions": len(some)}
            for category, some in categories.items()
        }
        for system, categories in cells.items()
    }


def spread(rows: Iterable[Row], k: int = 10) -> dict[str, Any]:
    """Give R@k of each conversation by itself, with its least, greatest and standard deviation."""
    each: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        each[row.conversation].append(row.recall(k))
    means = {name: round(fmean(values), 4) for name, values in each.items()}
    deviation = stdev(means.values()) if len(means) > 1 else 0.0
    return {
        f"R@{k}": means,
        "least": min(means.values()),
        "greatest": max(means.values()),
        "standard_deviation": round(deviation, 4),
    }
