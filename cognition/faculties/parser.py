"""A semantic parser in the encoder's own pass: which meaning a sentence has, and what fills it.

Two narrow layers read the states of the encoder's words. Each word gets a tag (it begins a slot, is
inside one, or neither) and votes for a meaning; a sentence means what its words vote for. People
say one thing in ever new ways; what is parsed is said again in the plain words of
`plain_wordings.txt`, which the organs read.

References:
    Chen, Zhuo & Wang 2019, BERT for Joint Intent Classification and Slot Filling.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cognition.errors import EncoderError
from cognition.faculties import tone
from cognition.faculties.plain import plain_wordings
from cognition.faculties.shipped import content
from cognition.regex import regex
from cognition.values import Parse

FILE = "parser.npz"
SHA256 = "6b550cdedac09c41f951b471a94a43e7d571621f5e3dec28b500930ee364e3f0"
LAYERS = (1, 3, 5)  # of the encoder: what words are, how they hang together, what they mean
DEPTH = 2
NONE = "none"
OUTSIDE = 0  # the tag of a word in no slot; slot k has the tags 2k + 1 (begins it), 2k + 2
SURE = 0.7  # below it a parse is not taken
MOST = 5  # slots of one sentence
COMMON = ("n", "unit", "side", "kind", "kinds", "foes", "noun", "more", "less", "base", "kin")
POINTING = regex(
    r"(?:i|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|this|that|these|those"
    r"|who|what|one)\Z",
    re.IGNORECASE,
)
OF_CLAUSES = ("told.event_before", "asked.ordered", "asked.first_of")  # their `other` is one, too
# may be somebody's; "Tom's Mia's brother" says whose brother Tom is
OWNED = {"who": "person", "whom": "person"} | dict.fromkeys(
    ("thing", "other", "place", "part", "whole", "event"), "thing"
)

Array = NDArray[np.float32]
_BREAK = regex(
    r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<=[.!?…])[\"')”’]*\s+|\n+"
)
_MY = r"[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir|[Aa]n?"
_TOMS = r"(?!(?:Wh|It|Th|He|She|Let)\w*['’])[A-Z][\w-]+['’]s"
_OWN = {"person": regex(rf"\b(?:{_MY})\s+\Z"), "thing": regex(rf"\b(?:{_MY}|{_TOMS})\s+\Z")}


@functools.cache
def network() -> dict[str, Array]:
    """Load the parser's layers, as `minilm.build` takes them, without what names its outputs.

    Raises EncoderError if the file is missing or changed.
    """
    arrays = _file()
    return tone.restored(
        {name: one for name, one in arrays.items() if name not in ("meanings", "slots")}
    )


@functools.cache
def labels() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the meanings that words vote for, and the slots that they are tagged with."""
    arrays = _file()
    return tuple(arrays["meanings"].tolist()), tuple(arrays["slots"].tolist())


@functools.cache
def _file() -> dict[str, NDArray[Any]]:
    packed = content(FILE, SHA256, "cognition/faculties/parser.py", EncoderError)
    with np.load(io.BytesIO(packed), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def parses(
    text: str, offsets: Sequence[tuple[int, int]], tags: Array, votes: Array
) -> tuple[Parse, ...]:
    """Give what the sentences of a text mean, where the parser knows: n words' outputs to parses.

    `offsets` are each word's characters in the text, `tags` (n, 1 + 2 * slots) probabilities and
    `votes` (n, meanings) log-odds. Where no sentence means anything by itself, two that follow each
    other are read as one ("See the ball? The box is beside it").
    """
    meanings, _ = labels()
    if bool((votes.argmax(-1) == meanings.index(NONE)).all()):
        return ()
    read = _Read(text, offsets, tags.astype(np.float32), votes.astype(np.float32))
    spans = list(sentences(text))
    found = [one for span in spans if (one := _parse(read, span))]
    pairs = [(first[0], second[1]) for first, second in pairwise(spans)]
    return tuple(found or [one for span in pairs if (one := _parse(read, span))][:1])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, as it was written."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the network made of the n words of a text."""

    text: str
    offsets: Sequence[tuple[int, int]]
    tags: Array
    votes: Array

    def inside(self, span: tuple[int, int]) -> list[int]:
        start, end = span
        words = enumerate(self.offsets)
        return [at for at, (first, last) in words if last > first and start <= first < end]

    def value(self, group: Sequence[int], slot: str = "") -> str:
        """Give what fills a slot: with whose it is ("my keys"), a day without its plural s."""
        start, end = self.offsets[group[0]][0], self.offsets[group[-1]][1]
        while start and self.text[start - 1].isalnum():  # a word may be in pieces
            start -= 1
        while end < len(self.text) and self.text[end].isalnum():
            end += 1
        own = _OWN[OWNED[slot]].search(self.text[:start]) if slot in OWNED else None
        value = self.text[own.start() if own else start : end]
        if slot in COMMON:  # at the head of a sentence, too
            return value.lower()
        return value.rstrip("s") if slot == "day" else value

    def once(self, groups: Sequence[list[int]]) -> list[list[int]]:
        """Leave out what was named before: "Mia was in the hall, but now Mia is not there"."""
        return list({self.value(group).casefold(): group for group in groups}.values())


def _parse(read: _Read, span: tuple[int, int]) -> Parse | None:
    inside = read.inside(span)
    if not inside:
        return None
    odds = read.votes[inside].mean(0)
    best = int(odds.argmax())
    meanings, slots = labels()
    if meanings[best] == NONE:
        return None
    exact = np.exp(odds - odds.max())
    sure = float(exact[best] / exact.sum())
    groups = read.once(_groups(inside, read.tags))
    if sure < SURE or not 0 < len(groups) <= MOST:
        return None
    fit = _assigned(meanings[best], groups, read.tags, slots)
    if fit is None and len(groups) > 1:  # "my friend", said to whom one speaks, fills no slot
        groups.remove(min(groups, key=lambda group: read.tags[group].max(-1).min()))
        fit = _assigned(meanings[best], groups, read.tags, slots)
    if fit is None or sure * fit[1] < SURE:
        return None
    values = [(slot, read.value(group, slot)) for slot, group in zip(fit[0], groups, strict=True)]
    if any(POINTING.match(value) and slot != "whom" for slot, value in values):
        return None  # "my dog Rex", "she": whom that is only what was said before tells
    clauses = ("clause", "other") if meanings[best] in OF_CLAUSES else ("clause",)
    if any(slot in clauses and " " not in value for slot, value in values):
        return None  # "Leo" of "after Leo came" says nothing
    return Parse(meanings[best], tuple(values), sure * fit[1], *span)


def _groups(inside: Sequence[int], tags: Array) -> list[list[int]]:
    """Give the runs of words that are in a slot, a new one where a word begins it."""
    found: list[list[int]] = []
    before = -2
    for at in inside:
        tag = int(tags[at].argmax())
        if tag == OUTSIDE:
            continue
        if at == before + 1 and tag % 2 == 0:
            found[-1].append(at)
        else:
            found.append([at])
        before = at
    return found


def _assigned(
    meaning: str, groups: Sequence[Sequence[int]], tags: Array, slots: Sequence[str]
) -> tuple[tuple[str, ...], float] | None:
    """Give each run a slot of the meaning, no slot twice, so that they fit best; and how well."""
    share = [
        {
            slot: float((tags[group, 2 * at + 1] + tags[group, 2 * at + 2]).mean())
            for at, slot in enumerate(slots)
        }
        for group in groups
    ]
    orders = (
        order
        for _, wanted in plain_wordings()[meaning]
        if len(wanted) == len(groups)
        for order in permutations(wanted)
    )
    fits = (
        (order, [one[slot] for one, slot in zip(share, order, strict=True)]) for order in orders
    )
    best = max(fits, key=lambda fit: prod(fit[1]), default=None)
    return (best[0], min(best[1])) if best else None
