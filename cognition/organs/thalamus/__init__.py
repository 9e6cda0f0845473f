"""The thalamus: everything heard passes through it once, and leaves it as a percept."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cognition.faculties import Faculties
from cognition.faculties.traces import encode
from cognition.organ import Organ
from cognition.organs.thalamus import times
from cognition.organs.thalamus.names import named
from cognition.organs.thalamus.orthography import capitalised, written_out
from cognition.organs.thalamus.sentences import asking, sentences
from cognition.organs.thalamus.speech_act import speech_act
from cognition.values import Percept, Stimulus, Traces

# Names and times are looked for in this many characters; a longer text is kept, not searched.
ATTENTION = 5_000
UNTRACED = Traces()


@dataclass(frozen=True, slots=True)
class Sensed:
    """What reaches the thalamus."""

    stimulus: Stimulus


@dataclass(frozen=True, slots=True)
class Perceived:
    """What the thalamus makes of it."""

    percept: Percept


class Thalamus(Organ[Sensed, Perceived]):
    """Perceive an utterance: sentences, speech act, times, names and one embedding.

    The text is encoded exactly as said, in one call; an utterance without any words is not encoded.
    """

    def step(self, see: Sensed, use: Faculties) -> Perceived:
        """Turn the stimulus into a percept, at the stimulus' own time or else now."""
        stimulus = see.stimulus
        vector: tuple[float, ...] = ()
        traces = UNTRACED
        if stimulus.text.strip():
            vectors, [traces] = encode(use.encoder, [stimulus.text])
            vector = tuple(vectors[0].tolist())
        known = use.knowledge.entities()
        return Perceived(perceive(stimulus, use.clock.now(), vector, known, traces))


def perceive(
    stimulus: Stimulus,
    now: datetime,
    vector: Sequence[float] = (),
    known: tuple[str, ...] = (),
    traces: Traces = UNTRACED,
) -> Percept:
    """Perceive without encoding, for those who encode many texts at once.

    `text` stays as it was said, `sentences` are in standard orthography (`orthography.py`).
    `vector` and `traces` are passed on, `known` are names recognised whatever their case; never
    raises.

    >>> perceive(Stimulus(text="Hi! Luna is ill."), datetime(2026, 3, 1)).act
    'statement'
    """
    text = stimulus.text
    when = stimulus.when or now
    seen = text[:ATTENTION]
    lexicon, proper = _lexicon(known)
    cut = sentences(text)
    pairs = zip(cut, ("", *cut), strict=False)
    said = tuple(capitalised(written_out(one, before=last), proper) for one, last in pairs)
    questions = tuple(sentence for sentence in said if asking(sentence))
    return Percept(
        text=text,
        speaker=stimulus.speaker,
        when=when,
        ref=stimulus.ref,
        session=stimulus.session,
        role=stimulus.role,
        sentences=said,
        questions=questions,
        act=speech_act(said, questions),
        times=times.when(seen, when),
        names=named(" ".join(said)[:ATTENTION], lexicon),
        vector=tuple(vector),
        traces=traces,
    )


@functools.lru_cache(maxsize=8)
def _lexicon(known: tuple[str, ...]) -> tuple[frozenset[str], Mapping[str, str]]:
    """Give the known names casefolded, and those of one word, as written, by their lower case."""
    proper = {name.lower(): name for name in known if name[:1].isupper() and name.isalpha()}
    return frozenset(name.casefold() for name in known), proper


__all__ = ["Perceived", "Sensed", "Thalamus", "perceive"]
