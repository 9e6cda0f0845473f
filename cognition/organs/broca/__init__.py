"""Broca's area: puts what was decided into words, in its native voice or by a chat model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import cast

from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.broca.grammar import resting
from cognition.organs.broca.native import Speech, fingerprint, speak
from cognition.organs.broca.slices import Meant, Spoken
from cognition.organs.broca.spoken import speak_with
from cognition.organs.insula.off_record import OFF_RECORD
from cognition.organs.insula.unfit import fit_persona
from cognition.organs.prefrontal.scene import FOLLOWED_UP, moment, noted, remembered
from cognition.organs.prefrontal.shared_past import TOLD
from cognition.values import SHARED, Note, Utterance

KEY = "voice.recent"
TURNS = 50
SHAPES = 240
BROUGHT_UP = 200  # ids of things already brought up that are remembered


class Broca(Organ[Meant, Spoken]):
    """Say what the decision asks for, honestly, and differently from the last fifty times.

    `voice` is "auto" (a chat model when `use.language` is one, else the native voice) or "native".
    """

    voice: str = "auto"

    def __post_init__(self) -> None:
        if self.voice not in ("auto", "native"):
            raise ValueError(f"broca.voice is {self.voice!r}; give auto or native")

    def step(self, see: Meant, use: Faculties) -> Spoken:
        """Write the utterance, and the note that lets its phrases rest."""
        use = replace(use, persona=fit_persona(use.persona))
        if OFF_RECORD in see.care.boundaries:
            see = replace(see, learned=())  # it will not be kept, so none of it is promised
        shapes, replies = _recent(use)
        if use.language is None or self.voice == "native":
            speech, voice = speak(see, use, shapes, replies), "native"
        else:
            speech, voice = speak_with(use.language, see, use, shapes, replies)
        return Spoken(
            utterance=Utterance(speech.text, speech.acts, speech.cites, voice),
            notes=(_note(shapes, replies, speech), *_brought_up(see, use, speech)),
        )


def _recent(use: Faculties) -> tuple[list[str], list[str]]:
    kept = use.journal.state(KEY)
    if not isinstance(kept, dict):
        return [], []
    recent = cast("dict[str, list[str]]", kept)
    return list(recent.get("shapes", ())), list(recent.get("replies", ()))


def _brought_up(see: Meant, use: Faculties, speech: Speech) -> tuple[Note, ...]:
    """Keep the ids of what was really brought up, so that it is not brought up again.

    What is shared may come up again another year: it is kept with the time.
    """
    facts = [fact for move in see.decision.moves for fact in move.facts]
    shared = {fact.id for fact in facts if fact.kind in SHARED}.intersection(speech.brought)
    others = [id for id in speech.brought if id not in shared]
    notes: list[Note] = []
    if others:
        ids = list(dict.fromkeys((*remembered(use, FOLLOWED_UP), *others)))[-BROUGHT_UP:]
        notes.append(Note(FOLLOWED_UP, json.dumps(ids)))
    if shared:
        at = moment(see.percept, use).isoformat()
        told = [*noted(use, TOLD).items(), *((id, at) for id in sorted(shared))]
        notes.append(Note(TOLD, json.dumps(dict(told[-BROUGHT_UP:]))))
    return tuple(notes)


def _note(shapes: list[str], replies: list[str], speech: Speech) -> Note:
    recent = {
        "shapes": resting(shapes, speech.used, SHAPES),
        "replies": [*replies, fingerprint(speech.text)][-TURNS:],
    }
    return Note(KEY, json.dumps(recent, separators=(",", ":")))


__all__ = ["Broca", "Meant", "Spoken"]
