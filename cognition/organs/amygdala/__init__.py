"""The amygdala: what words mean to whoever says them, and what that does to a mood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import numpy as np

from cognition.channel import LASTING, Merge, concat
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.amygdala.appraise import affect_of, appraise
from cognition.organs.amygdala.dynamics import decay, from_state, pull, to_note
from cognition.values import EPOCH, Affect, Appraisal, Mood, Note, Percept

NOTE = "mood"


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

    Mood decays to the persona's temperament, by half in `half_life_hours`, and is pulled by `gain`
    towards what the person says; what anyone else says is appraised and leaves it alone. It
    goes on in the next process from the note `mood`.

    References:
        Scherer 2009, The dynamic architecture of emotion (appraisal as the source of emotion).
        Gebhard 2005, ALMA: A Layered Model of Affect (the dynamics of mood).
    """

    gain: float = 0.5
    half_life_hours: float = 8.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.gain <= 1.0:
            raise ValueError(f"gain is {self.gain}; give a share between 0 and 1")
        if not self.half_life_hours > 0.0:
            raise ValueError(f"half_life_hours is {self.half_life_hours}; give a positive number")

    def step(self, see: Felt, use: Faculties) -> Feels:
        """Appraise one percept; an empty one is not appraised, and mood only decays."""
        percept, temperament = see.percept, use.persona.temperament
        now = percept.when if percept.when != EPOCH else use.clock.now()
        mood = decay(self._mood(see, use), temperament, now, self.half_life_hours)
        if percept.act == "empty" or not percept.text.strip():
            return Feels(Appraisal(), Affect(), mood, _notes(mood))
        [appraisal] = appraise([percept.text], _vector(percept, use), use.encoder.name)
        if percept.role == "person":
            mood = pull(mood, appraisal, self.gain)
        return Feels(appraisal, affect_of(appraisal), mood, _notes(mood))

    def _mood(self, see: Felt, use: Faculties) -> Mood:
        if see.mood != Mood():
            return see.mood
        # a new process: go on from where the last one left off
        return from_state(use.journal.state(NOTE)) or use.persona.temperament


def _vector(percept: Percept, use: Faculties) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    if percept.vector:
        return np.array([percept.vector], np.float32)
    return use.encoder.encode([percept.text])


def _notes(mood: Mood) -> tuple[Note, ...]:
    return (Note(NOTE, to_note(mood)),)


__all__ = ["Amygdala", "Feels", "Felt", "affect_of", "appraise"]
