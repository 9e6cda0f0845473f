"""What is felt from turn to turn, as one value: it passes with time and moves with what is said.

It is kept as the note `mood`: numbers and names of emotions, and no words of anybody.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, cast

from cognition.faculties import Faculties
from cognition.organs.amygdala.dynamics import HALF_LIFE, decay, from_state, pull, strength, to_note
from cognition.organs.amygdala.habituation import Habits, exposed, share
from cognition.organs.amygdala.person import Estimate, PersonAffect
from cognition.organs.amygdala.temperament import Lean, adapted, home
from cognition.values import Affect, Mood

NOTE = "mood"
NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Feeling:
    """The companion's mood, what it leans to and has got used to, and the person's affect.

    `since` is when all this began, or was reset.
    """

    mood: Mood = Mood()
    lean: Lean = Lean()
    habits: Habits = field(default_factory=dict[str, tuple[float, datetime]])
    person: PersonAffect = PersonAffect()
    since: datetime | None = None

    def later(self, persona: Mood, now: datetime, half_life_hours: float = HALF_LIFE) -> Feeling:
        """Let time pass: mood decays to the temperament, which follows it a little."""
        rest = home(persona, self.lean)
        since = self.mood.at or now
        hours = max((now - since).total_seconds(), 0.0) / 3600.0
        return Feeling(
            decay(self.mood, rest, now, half_life_hours),
            adapted(self.lean, self.mood, rest, hours, half_life_hours),
            self.habits,
            self.person.later(now),
            self.since or now,
        )

    def moved(self, felt: Affect, now: datetime, gain: float) -> Feeling:
        """Let what the person says, as it was felt, move the mood; the same again moves less."""
        if felt.emotion == NEUTRAL:
            mood, habits = pull(self.mood, felt, gain), self.habits
        else:
            mood = pull(self.mood, felt, gain * share(self.habits, felt.emotion, now))
            habits = exposed(self.habits, felt.emotion, now, strength(felt) * felt.confidence)
        return Feeling(mood, self.lean, habits, self.person.seen(felt, now), self.since)


def begun(persona: Mood) -> Feeling:
    """Give what is felt before anything was said: the temperament."""
    return Feeling(mood=persona)


def current(use: Faculties) -> Feeling:
    """Give what was felt at the end of the last turn, in this process or another."""
    return from_note(use.journal.state(NOTE)) or begun(use.persona.temperament)


def away(use: Faculties, now: datetime, half_life_hours: float = HALF_LIFE) -> float:
    """Give how far the valence of the mood is from its temperament by now, in [-2, 2]."""
    state = use.journal.state(NOTE)
    felt = from_note(state) if state else None
    if felt is None or felt.mood.at is None:
        return 0.0
    rest = home(use.persona.temperament, felt.lean)
    return decay(felt.mood, rest, now, half_life_hours).valence - rest.valence


def reset(use: Faculties) -> None:
    """Begin again as the persona is: no lean, nothing got used to; what is known stays."""
    now, persona = use.clock.now(), use.persona.temperament
    keep(use, Feeling(replace(persona, at=now), person=current(use).person, since=now))


def keep(use: Faculties, feeling: Feeling) -> None:
    """Keep a feeling outside a turn, which keeps its own with everything else."""
    use.journal.commit(states={NOTE: json.loads(note_of(feeling))})


def words(feeling: Feeling, persona: Mood) -> str:
    """Say in a line what is felt: the mood, the temperament it returns to, the person's affect."""
    lean, valence = feeling.lean, feeling.person.valence
    rest = home(persona, lean).valence
    leaning = f", leaning {lean.valence:+.2f} from the persona" if abs(lean.valence) > 0.005 else ""
    person = (
        f"your valence {valence.now:+.2f} ± {valence.sd:.2f}, "
        f"at home at {valence.home:+.2f} ± {valence.home_sd:.2f}"
        if feeling.person.at
        else "nothing known of yours yet"
    )
    return f"mood {feeling.mood.valence:+.2f}, temperament {rest:+.2f}{leaning}; {person}"


def note_of(feeling: Feeling) -> str:
    """Write a feeling as JSON text, its mood as `dynamics.to_note` does."""
    person, lean = feeling.person, feeling.lean
    axes = (person.valence, person.arousal, person.dominance)
    more = {
        "lean": _rounded((lean.valence, lean.arousal, lean.dominance)),
        "habits": {k: [round(v, 4), at.isoformat()] for k, (v, at) in feeling.habits.items()},
        "person": [*(_rounded(axis.values) for axis in axes), _iso(person.at)],
        "since": _iso(feeling.since),
    }
    return f"{to_note(feeling.mood)[:-1]}, {json.dumps(more)[1:]}"


def from_note(state: object) -> Feeling | None:
    """Read a feeling back from what a journal kept; None if not even its mood can be read.

    >>> felt = Feeling(Mood(valence=0.5), Lean(0.1), {"joy": (0.25, datetime(2026, 3, 1))})
    >>> from_note(json.loads(note_of(felt))) == felt
    True
    """
    mood = from_state(state)
    if mood is None:
        return None
    kept = cast("Mapping[str, Any]", state)
    try:
        person = kept["person"]
        axes = [Estimate(*_finite(axis)) for axis in person[:3]]
        habits = {
            str(kind): (_finite([reached])[0], _naive(at))
            for kind, (reached, at) in kept["habits"].items()
        }
        found = PersonAffect(axes[0], axes[1], axes[2], _moment(person[3]))
        return Feeling(mood, Lean(*_finite(kept["lean"])), habits, found, _moment(kept["since"]))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return Feeling(mood)  # written before there was more to it


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(value, 6) for value in values]


def _finite(values: Iterable[Any]) -> list[float]:
    found = [float(value) for value in values]
    if not all(map(math.isfinite, found)):
        raise ValueError("not a number")
    return found


def _iso(when: datetime | None) -> str | None:
    return when.isoformat() if when else None


def _moment(text: str | None) -> datetime | None:
    return _naive(text) if text else None


def _naive(text: str) -> datetime:
    """Read a time; raises ValueError for one with a zone, which no time here has."""
    found = datetime.fromisoformat(text)
    if found.tzinfo:
        raise ValueError("not a time by the person's own clock")
    return found
