"""What a cue brings: the words it looks for, the time it asks about, the people it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from cognition.faculties import Faculties
from cognition.faculties.traces import unpack
from cognition.regex import regex
from cognition.values import Percept

LONG = timedelta(days=400)  # a longer span tells too little to go by
YEAR = timedelta(days=365)
TOLD_WITHIN = timedelta(days=7)  # what happens is told in the days after it

_PAST = regex(r"\b(?:did|was|were|had|used|last)\b", re.IGNORECASE)
_FIRST_PERSON = regex(r"\b(?:i|me|my|mine|we|us|our|i'm|i've)\b", re.IGNORECASE)
_WORD = regex(r"\w+")
_POSSESSIVE = r"(?:['’]s)?"

Span = tuple[datetime, datetime]


class Cue:
    """A percept read as a cue for recall, once for all signals.

    `speakers` are the numbers (of the timeline) of those whom it means: the named, and the asker
    where it says I or my. `words` is its text without their names, for binding stands for these: as
    words they would be found where somebody is called by name, which is where another one speaks.
    """

    def __init__(self, percept: Percept, use: Faculties) -> None:
        names = use.timeline.speaker_names
        said = {word.lower() for word in _WORD.findall(percept.text)}
        named = [i for i, name in enumerate(names) if name and said & set(name.lower().split())]
        parts = {part for i in named for part in names[i].split() if part.lower() in said}
        self.percept = percept
        self.spoken = _places(percept.text, sorted(parts))
        self.words = _without(percept.text, self.spoken)
        self.speakers = list(named)
        if percept.speaker in names and _FIRST_PERSON.search(percept.text):
            self.speakers.append(names.index(percept.speaker))

    def times(self) -> list[Span]:
        """Give the spans asked about, each with the days in which it would be told.

        A season or month that lies ahead, in a cue about what was, is that of the year before.
        """
        spans: list[Span] = []
        for span in self.percept.times:
            if span.end - span.start <= LONG:
                ahead = span.start > self.percept.when and _PAST.search(self.percept.text)
                back = YEAR if ahead else timedelta()
                spans.append((span.start - back, span.end - back + TOLD_WITHIN))
        return spans

    def traces(self) -> list[list[float]]:
        """Give the vectors of its words, each as long as its share in the cue's rarity."""
        traces = self.percept.traces
        weights = [
            0.0 if any(a < end and start < b for a, b in self.spoken) else rarity
            for rarity, (start, end) in zip(traces.rarity, traces.spans, strict=True)
        ]
        total = sum(weights)
        return [
            (vector * (weight / total)).tolist()
            for vector, weight in zip(unpack(traces), weights, strict=True)
            if weight > 0.0
        ]


def _places(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Find where in the text these names stand, with an 's."""
    if not names:
        return []
    any_of = "|".join(re.escape(name) for name in names)
    found = re.finditer(rf"\b(?:{any_of})\b{_POSSESSIVE}", text, re.IGNORECASE)
    return [match.span() for match in found]


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        text = text[:start] + text[end:]
    return text
