"""The amygdala: what words mean to whoever says them, and what that does to a mood."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Annotated

from cognition.channel import LASTING, Merge, concat
from cognition.faculties import Faculties
from cognition.faculties.traces import WordEncoder, encode
from cognition.organ import Organ
from cognition.organs.amygdala.appraise import affect_of, appraise
from cognition.organs.amygdala.dynamics import HALF_LIFE
from cognition.organs.amygdala.feeling import NOTE, Feeling, current, note_of
from cognition.organs.amygdala.trajectory import GAIN
from cognition.values import EPOCH, Affect, Appraisal, Mood, Note, Percept, Traces


@dataclass(frozen=True, slots=True)
class Felt:
    """What was perceived, and the mood it meets."""

    percept: Percept
    mood: Annotated[Mood, LASTING] = field(default_factory=Mood)


@dataclass(frozen=True, slots=True)
class Feels:
    """The appraisal, the speaker's affect, the companion's mood, and a note to keep it."""

    appraisal: Appraisal
    affect: Affect
    mood: Annotated[Mood, LASTING]
    notes: Annotated[tuple[Note, ...], Merge(concat)] = ()


class Amygdala(Organ[Felt, Feels]):
    """Appraise the percept, read the speaker's affect off it, and move the companion's mood.

    Mood decays to the temperament, by half in `half_life_hours`, and is pulled by `gain` towards
    what the person says, less where the same kind of event is repeated; what anyone else says is
    appraised and leaves it alone. The temperament is the persona's and leans a little, slowly, to
    what moods this person brings about. With the estimate of the person's affect over time all
    this is the note `mood`, and goes on from it in the next process.

    References:
        Scherer 2009, The dynamic architecture of emotion (appraisal as the source of emotion).
        Gebhard 2005, ALMA: A Layered Model of Affect (the dynamics of mood).
    """

    gain: float = GAIN
    half_life_hours: float = HALF_LIFE

    def __post_init__(self) -> None:
        if not 0.0 <= self.gain <= 1.0:
            raise ValueError(f"gain is {self.gain}; give a share between 0 and 1")
        if not self.half_life_hours > 0.0:
            raise ValueError(f"half_life_hours is {self.half_life_hours}; give a positive number")

    def step(self, see: Felt, use: Faculties) -> Feels:
        """Appraise one percept; an empty one is not appraised, and mood only decays."""
        percept, persona = see.percept, use.persona.temperament
        now = percept.when if percept.when != EPOCH else use.clock.now()
        feeling = self._feeling(see, use).later(persona, now, self.half_life_hours)
        if percept.act == "empty" or not percept.text.strip():
            return Feels(Appraisal(), Affect(), feeling.mood, _notes(feeling))
        [appraisal] = appraise([percept.text], [_traces(percept, use)])
        affect = affect_of(appraisal)
        if percept.role == "person":
            feeling = feeling.moved(affect, now, self.gain)
        return Feels(appraisal, affect, feeling.mood, _notes(feeling))

    def _feeling(self, see: Felt, use: Faculties) -> Feeling:
        # in a new process, go on from where the last one left off
        feeling = current(use)
        return feeling if see.mood == Mood() else replace(feeling, mood=see.mood)


def _traces(percept: Percept, use: Faculties) -> Traces:
    if percept.traces.tone or not isinstance(use.encoder, WordEncoder):
        return percept.traces
    _, [traces] = encode(use.encoder, [percept.text])
    return traces


def _notes(feeling: Feeling) -> tuple[Note, ...]:
    return (Note(NOTE, note_of(feeling)),)


__all__ = ["Amygdala", "Feels", "Felt", "affect_of", "appraise"]
