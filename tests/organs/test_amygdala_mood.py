from __future__ import annotations

import json
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from cognition.faculties import Persona
from cognition.organs.amygdala import Amygdala, Felt
from cognition.organs.amygdala.dynamics import decay, from_state, pull, to_note
from cognition.values import Affect, Appraisal, Mood, Percept

NOW = datetime(2026, 3, 1, 18, 0)
SAD = "I am so sad, my dog died yesterday."
GLAD = "I am so happy, I got the job!"
TEMPERAMENT = Mood(valence=0.2, arousal=-0.1, dominance=0.0)


class Kept:
    """A journal that keeps states only."""

    def __init__(self, states=None):
        self.states = states or {}

    def state(self, key, default=None):
        return self.states.get(key, default)


@pytest.fixture
def use(encoder, clock):
    persona = Persona(temperament=TEMPERAMENT)
    return SimpleNamespace(encoder=encoder, journal=Kept(), clock=clock, persona=persona)


def said(text: str, encoder, **more) -> Percept:
    vector = tuple(encoder.encode([text])[0].tolist())
    given = {"when": NOW, "act": "statement", "role": "person"} | more
    return Percept(text=text, vector=vector, **given)


def feel(use, text: str, mood: Mood | None = None, **more):
    see = Felt(said(text, use.encoder, **more), mood or Mood())
    return Amygdala().step(see, use)


def test_sad_words_lower_the_mood_and_glad_words_raise_it(use):
    assert feel(use, SAD).mood.valence < TEMPERAMENT.valence < feel(use, GLAD).mood.valence


def test_affect_is_the_persons(use):
    affect = feel(use, SAD).affect
    assert affect.emotion == "sadness" and affect.valence < 0


@pytest.mark.parametrize("role", ["companion", "other"])
def test_only_the_person_moves_the_mood(use, role):
    out = feel(use, SAD, role=role)
    assert out.mood.valence == pytest.approx(TEMPERAMENT.valence)
    assert out.affect.valence < 0


def test_nothing_perceived_is_not_appraised_and_mood_only_decays(use):
    low = Mood(valence=-0.6, at=NOW - timedelta(hours=8))
    out = Amygdala().step(Felt(Percept(when=NOW), low), use)
    assert (out.appraisal, out.affect) == (Appraisal(), Affect())
    assert out.mood.valence == pytest.approx(-0.2)
    assert out.mood.at == NOW


def test_without_a_time_the_clock_tells_it(use):
    out = Amygdala().step(Felt(Percept()), use)
    assert out.mood.at == use.clock.now()


def test_mood_starts_at_the_temperament(use):
    out = Amygdala().step(Felt(Percept(when=NOW)), use)
    assert out.mood.valence == pytest.approx(TEMPERAMENT.valence)
    assert out.mood.arousal == pytest.approx(TEMPERAMENT.arousal)


def test_mood_goes_on_in_the_next_process(use):
    first = feel(use, SAD)
    [note] = first.notes
    assert note.key == "mood"
    use.journal = Kept({note.key: json.loads(note.value)})
    second = Amygdala().step(Felt(Percept(when=NOW)), use)
    assert second.mood.valence == pytest.approx(first.mood.valence, abs=1e-5)


def test_a_mood_in_the_channel_goes_before_the_kept_one(use):
    use.journal = Kept({"mood": json.loads(to_note(Mood(valence=0.9, at=NOW)))})
    out = Amygdala().step(Felt(Percept(when=NOW), Mood(valence=-0.5, at=NOW)), use)
    assert out.mood.valence == pytest.approx(-0.5)


@pytest.mark.parametrize(
    "state",
    [
        None,
        "low",
        [],
        {"valence": 0.1},
        {"valence": "x", "arousal": 0, "dominance": 0},
        {"valence": float("nan"), "arousal": 0, "dominance": 0, "at": None},
        {"valence": 0, "arousal": 0, "dominance": 0, "at": "yesterday"},
        {"valence": 0, "arousal": 0, "dominance": 0, "at": "2026-03-01T18:00:00+02:00"},
    ],
)
def test_a_kept_mood_that_cannot_be_read_is_not_one(use, state):
    assert from_state(state) is None
    use.journal = Kept({"mood": state})
    out = Amygdala().step(Felt(Percept(when=NOW)), use)
    assert out.mood.valence == pytest.approx(TEMPERAMENT.valence)


def test_a_mood_survives_being_written():
    mood = Mood(valence=-0.25, arousal=0.5, dominance=0.125, at=NOW)
    assert from_state(json.loads(to_note(mood))) == mood


def test_mood_is_half_way_home_after_a_half_life():
    low = Mood(valence=-0.6, arousal=0.8, dominance=0.4, at=NOW)
    later = decay(low, Mood(valence=0.2), NOW + timedelta(hours=8), half_life_hours=8)
    assert later.valence == pytest.approx(-0.2)
    assert later.arousal == pytest.approx(0.4)
    assert later.dominance == pytest.approx(0.2)


def test_two_short_waits_are_one_long_one():
    low = Mood(valence=-0.6, at=NOW)
    half, whole = NOW + timedelta(hours=3), NOW + timedelta(hours=6)
    twice = decay(decay(low, TEMPERAMENT, half, 8), TEMPERAMENT, whole, 8)
    assert twice.valence == pytest.approx(decay(low, TEMPERAMENT, whole, 8).valence)


def test_a_turn_from_the_past_does_not_turn_time_back():
    low = Mood(valence=-0.6, at=NOW)
    same = decay(low, TEMPERAMENT, NOW - timedelta(days=2), 8)
    assert same.valence == pytest.approx(low.valence) and same.at == NOW


def test_pull_grows_with_confidence_and_intensity():
    start = Mood(valence=0.0)
    strong = pull(start, Appraisal(valence=0.8, confidence=0.9), gain=0.5)
    unsure = pull(start, Appraisal(valence=0.8, confidence=0.3), gain=0.5)
    faint = pull(start, Appraisal(valence=0.2, confidence=0.9), gain=0.5)
    assert strong.valence > unsure.valence > 0
    assert strong.valence > faint.valence > 0


def test_mood_stays_in_bounds_and_settles_at_the_appraisal():
    mood = Mood(valence=-1.0)
    bliss = Appraisal(valence=1.0, arousal=1.0, dominance=1.0, confidence=1.0)
    for _ in range(200):
        mood = pull(mood, bliss, gain=1.0)
        assert -1.0 <= mood.valence <= 1.0
    assert mood.valence == pytest.approx(1.0)


def test_no_gain_leaves_the_mood_alone():
    bliss = Appraisal(valence=1.0, confidence=1.0)
    assert pull(Mood(valence=0.3), bliss, gain=0.0).valence == pytest.approx(0.3)


def test_a_higher_gain_moves_mood_further(use):
    see = Felt(said(SAD, use.encoder))
    moods = [Amygdala(gain=gain).step(see, use).mood.valence for gain in (0.1, 0.5, 0.9)]
    assert moods == sorted(moods, reverse=True) and len(set(moods)) == 3


@pytest.mark.parametrize("wrong", [{"gain": 1.5}, {"gain": -0.1}, {"half_life_hours": 0}])
def test_parameters_out_of_range_are_refused(wrong):
    with pytest.raises(ValueError, match="give a"):
        Amygdala(**wrong)


def test_the_same_turn_gives_the_same_feelings(use):
    assert feel(use, SAD) == feel(use, SAD)


def test_a_percept_without_a_vector_is_encoded(use):
    bare = Percept(text=SAD, when=NOW, act="statement")
    with_vector = feel(use, SAD)
    assert Amygdala().step(Felt(bare), use).affect.emotion == with_vector.affect.emotion


def test_what_it_reads_and_writes():
    assert [channel.name for channel in Amygdala.reads] == ["percept", "mood"]
    writes = ["appraisal", "affect", "mood", "notes"]
    assert [channel.name for channel in Amygdala.writes] == writes
