"""Reading for an answer: every sentence of the evidence is rated, and every phrase that may answer.

A phrase is as good as its sentence's bearing on the question together with how well its form fits
the question's gap. The weights are rough on purpose: answers change little when they are halved or
doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cognition.organs.prefrontal import phrase
from cognition.organs.prefrontal.evidence import Evidence, follows, named_outright, share
from cognition.organs.prefrontal.frame import Frame, frame
from cognition.organs.prefrontal.given_new import trim
from cognition.organs.prefrontal.question import Question
from cognition.organs.prefrontal.spans import Span, spans
from cognition.organs.prefrontal.words import sentences, stem_set, weight
from cognition.organs.thalamus.sentences import asking
from cognition.regex import regex

_SHARP = 0.25  # the sentence itself has what is asked, not only the rest of what was said with it
_ANSWERS = 0.4  # what was said just before asked the same
_ASKS = 0.3  # it asks
_NEW = 0.08  # each word that the question has not, up to five
_RECALLED = 0.25  # how readily it came to mind
_FORM = 0.7
_READ = 12  # sentences read closely
_MOST = 14  # words of a short answer
_SHOWN = regex(r"\[(?:shares|shared|sends|sent) [^:\]]*: ?([^\]]*)\]")
_PICTURE = regex(
    r"^(?:an? |the )?(?:\w+ )?(?:photo(?:graph(?:y)?)?|picture|image|painting)s? of (?=\w)",
    re.IGNORECASE,
)
_ASKS_SHOWN = regex(
    r"\b(?:photo|picture|image|pic|photograph|show|showed|shown|shared?)s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that may answer, where it stands, and how good it is (comparable, not bounded)."""

    span: Span
    evidence: Evidence
    score: float

    @property
    def text(self) -> str:
        return self.span.text


def shape(question: Question, evidence: Sequence[Evidence]) -> Frame:
    """Give the question's shape, knowing who took part in what was recalled."""
    speakers = {item.recollection.speaker for item in evidence}
    return frame(question.text, (*question.people, *(name for name in speakers if name)))


def read(
    question: Question,
    asked: Frame,
    evidence: Sequence[Evidence],
    least: float = 0.0,
    closely: int = _READ,
) -> list[Found]:
    """Find the phrases that may answer, best first, in evidence of a strength of `least` or more.

    What is weaker takes part when the sentences that are read `closely` are chosen.
    """
    rated = sorted(_rated(question, evidence), key=lambda pair: -pair[0])
    found: list[Found] = []
    for score, item in rated[:closely]:
        if item.strength < least:
            continue
        shown = item.sentence not in item.recollection.text or _is_shown(item)
        for span in _read_one(question, asked, item, shown):
            found.append(Found(span, item, score + _FORM * span.quality))
    return sorted(found, key=lambda one: -one.score)


def _is_shown(item: Evidence) -> bool:
    return bool((match := _SHOWN.search(item.recollection.text)) and match[1] == item.sentence)


def _read_one(question: Question, asked: Frame, item: Evidence, shown: bool) -> Iterator[Span]:
    if shown:
        yield Span(_short(_PICTURE.sub("", item.sentence)), 0.6)
        return
    sentence = named_outright(item.sentence, item.recollection)
    if question.kind == "who" and sentence != item.sentence:
        yield Span(next(n for n in item.recollection.names if n in sentence), 0.8)
    for span in spans(question, asked, sentence):
        text = _short(phrase.untimed(span.text, item.recollection.times))
        if text and not _is_time(text, item):
            yield Span(text, span.quality)


def _is_time(text: str, item: Evidence) -> bool:
    """Say whether a phrase names a time and nothing else."""
    low = text.lower()
    return any(low in time.text.lower() for time in item.recollection.times)


def _rated(question: Question, evidence: Sequence[Evidence]) -> Iterator[tuple[float, Evidence]]:
    """Rate each sentence of what was recalled by how it bears on the question."""
    total = sum(weight(term) for term in question.terms)
    scores = [item.recollection.score for item in evidence]
    low, high = (min(scores), max(scores)) if scores else (0.0, 0.0)
    terms = frozenset(question.terms)
    wants_shown = _ASKS_SHOWN.search(question.text) is not None
    for item in evidence:
        said = item.recollection
        asked_before = max(
            (
                share(question, stem_set(other.recollection.text), total)
                for other in evidence
                if follows(said, other.recollection) and "?" in other.recollection.text
            ),
            default=0.0,
        )
        readily = (said.score - low) / (high - low) if high > low else 1.0
        base = item.strength + _ANSWERS * asked_before + _RECALLED * readily
        parts = sentences(said.text)
        if wants_shown and (match := _SHOWN.search(said.text)):
            parts = (*parts, match[1])
        for part in parts:
            have = stem_set(part)
            bearing = _SHARP * share(question, have, total) - _ASKS * asking(part)
            yield base + bearing + _NEW * min(5, len(have - terms)), replace(item, sentence=part)


def _short(text: str) -> str:
    """Cut a phrase to the length of an answer, at a place where it may end."""
    tokens = text.split()
    return text if len(tokens) <= _MOST else trim(" ".join(tokens[:_MOST]))
