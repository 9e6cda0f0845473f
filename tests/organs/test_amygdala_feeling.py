"""Mood, temperament, habituation and the person's affect: how they move over hours and weeks."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from random import Random

import pytest

from cognition.organs.amygdala.dynamics import to_note
from cognition.organs.amygdala.feeling import (
    Feeling,
    begun,
    current,
    from_note,
    note_of,
    reset,
    words,
)
from cognition.organs.amygdala.habituation import MOST, exposed, level, share
from cognition.organs.amygdala.person import PersonAffect
from cognition.organs.amygdala.temperament import BOUND, Lean, adapted, home
from cognition.organs.amygdala.trajectory import trajectory
from cognition.values import Affect, Engram, Mood

NOW = datetime(2026, 3, 1, 18, 0)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PERSONA = Mood(valence=0.1)
JOY = Affect(0.8, 0.5, 0.2, "joy", 0.9)
SORROW = Affect(-0.8, 0.2, -0.4, "sadness", 0.9)


def lived(told, persona=PERSONA, start=NOW):
    """Give the feelings after each of (hours since the one before, affect)."""
    feeling, now, every = begun(persona), start, []
    for hours, affect in told:
        now += hours * HOUR
        feeling = feeling.later(persona, now).moved(affect, now, 0.5)
        every.append(feeling)
    return every


# -- habituation ------------------------------------------------------------------------------


def test_the_same_kind_of_event_moves_mood_less_each_time():
    pulls = [share({}, "joy", NOW)]
    habits = {}
    for _ in range(5):
        habits = exposed(habits, "joy", NOW, 0.5)
        pulls.append(share(habits, "joy", NOW))
    assert pulls == sorted(pulls, reverse=True) and len(set(pulls)) == 6
    assert pulls[0] == 1.0 and pulls[-1] > 1.0 - MOST


def test_another_kind_of_event_is_felt_in_full_and_time_brings_the_first_back():
    habits = exposed(exposed({}, "joy", NOW, 0.5), "joy", NOW, 0.5)
    assert share(habits, "fear", NOW) == 1.0
    assert share(habits, "joy", NOW) < share(habits, "joy", NOW + 3 * HOUR)
    assert share(habits, "joy", NOW + DAY) == pytest.approx(1.0, abs=0.01)


def test_strong_events_habituate_less_and_old_habits_are_dropped():
    assert level(exposed({}, "joy", NOW, 1.0), "joy", NOW) < level(
        exposed({}, "joy", NOW, 0.1), "joy", NOW
    )
    later = exposed(exposed({}, "joy", NOW, 0.5), "fear", NOW + 3 * DAY, 0.5)
    assert set(later) == {"fear"}


def test_a_repeated_event_pulls_the_mood_less_far_than_a_new_one():
    told = [(0.0, JOY)] * 4
    again = lived([*told, (0.0, JOY)])[-1].mood.valence - lived(told)[-1].mood.valence
    fresh = Affect(0.8, 0.5, 0.2, "pride", 0.9)
    other = lived([*told, (0.0, fresh)])[-1].mood.valence - lived(told)[-1].mood.valence
    assert other > 1.5 * again > 0


# -- temperament ------------------------------------------------------------------------------


def test_temperament_leans_slowly_and_never_beyond_its_bound():
    lean, high = Lean(), Mood(valence=1.0, arousal=-1.0)
    for _ in range(2000):
        lean = adapted(lean, high, home(PERSONA, lean), 24.0, 8.0)
    assert (lean.valence, lean.arousal) == (BOUND, -BOUND)
    once = adapted(Lean(), high, PERSONA, 24.0, 8.0)
    assert 0 < once.valence < BOUND / 5


def test_temperament_returns_to_the_personas_when_nothing_keeps_it():
    lean = adapted(Lean(0.2), home(PERSONA, Lean(0.2)), home(PERSONA, Lean(0.2)), 24 * 90, 8.0)
    assert lean.valence == pytest.approx(0.1)


# -- four weeks -------------------------------------------------------------------------------


def weeks(affects, seed=0):
    """Live four weeks of three talks a day, of four turns each, and then five silent days."""
    chance, told = Random(seed), []
    for _ in range(28):
        for hours in (8.0, 4.0, 12.0):
            told += [(hours, chance.choice(affects)), *[(0.05, chance.choice(affects))] * 3]
    every = lived(told)
    end = NOW + sum(hours for hours, _ in told) * HOUR
    return every, every[-1].later(PERSONA, end + 5 * DAY)


def test_over_four_weeks_mood_is_bounded_and_comes_back_to_its_temperament():
    for affects in ([JOY], [SORROW], [JOY, SORROW, Affect()]):
        every, after = weeks(affects)
        for one in every:
            assert max(abs(one.mood.valence), abs(one.mood.arousal)) < 0.9
        rest = home(PERSONA, after.lean)
        assert after.mood.valence == pytest.approx(rest.valence, abs=0.01)


def test_two_histories_make_two_temperaments():
    _, glad = weeks([JOY, JOY, Affect()])
    _, sad = weeks([SORROW, SORROW, Affect()])
    assert glad.lean.valence > 0.05 > -0.05 > sad.lean.valence
    _, neutral = weeks([Affect()])
    assert neutral.lean.valence == pytest.approx(0.0, abs=1e-6)


# -- the person -------------------------------------------------------------------------------


def test_uncertainty_shrinks_with_what_is_seen_and_grows_with_time():
    before = PersonAffect()
    seen = before.seen(JOY, NOW)
    assert seen.valence.sd < before.valence.sd
    assert seen.later(NOW + 6 * HOUR).valence.sd > seen.valence.sd
    assert seen.later(NOW + 900 * DAY).valence.home_sd > seen.valence.home_sd


def test_a_sure_appraisal_moves_the_estimate_more_and_one_without_confidence_not_at_all():
    sure = PersonAffect().seen(JOY, NOW)
    vague = PersonAffect().seen(Affect(0.8, 0.5, 0.2, "joy", 0.2), NOW)
    nothing = PersonAffect().seen(Affect(0.8, 0.5, 0.2, "joy", 0.0), NOW)
    assert sure.valence.now > vague.valence.now > nothing.valence.now == 0.0
    assert sure.valence.sd < vague.valence.sd < nothing.valence.sd


def test_affect_goes_back_to_a_home_base_that_is_learned_over_weeks():
    glad = PersonAffect()
    for day in range(28):
        glad = glad.seen(Affect(0.5, 0.2, 0.1, "joy", 0.8), NOW + day * DAY)
    assert glad.valence.home == pytest.approx(0.5, abs=0.12)
    low = glad.seen(SORROW, NOW + 28 * DAY)
    assert low.valence.now < 0.1 < low.valence.home
    later = low.later(NOW + 30 * DAY).valence
    assert later.now == pytest.approx(later.home, abs=0.02)
    assert low.valence.swing > glad.valence.swing


def test_estimates_stay_in_bounds_and_time_never_runs_back():
    person = PersonAffect()
    for n in range(200):
        extreme = Affect(1.0, -1.0, 1.0, "joy", 1.0) if n % 9 else SORROW
        person = person.seen(extreme, NOW + n * HOUR)
        for axis in (person.valence, person.arousal, person.dominance):
            assert -1 <= axis.now <= 1 and -1 <= axis.home <= 1
            assert axis.variance > 0 and axis.home_variance > 0
    assert person.later(NOW).at == person.at


# -- being kept -------------------------------------------------------------------------------


def test_a_feeling_survives_being_written(mind):
    feeling = lived([(1.0, JOY), (2.0, SORROW), (0.1, JOY)])[-1]
    kept = from_note(json.loads(note_of(feeling)))
    assert kept.habits.keys() == feeling.habits.keys()
    assert kept.mood.valence == pytest.approx(feeling.mood.valence, abs=1e-5)
    assert kept.person.valence.home_sd == pytest.approx(feeling.person.valence.home_sd, abs=1e-4)
    assert kept.since == feeling.since == NOW + HOUR


def test_a_note_of_a_mood_alone_is_read_and_a_spoilt_rest_is_left_out(mind):
    alone = json.loads(to_note(Mood(valence=0.4, at=NOW)))
    assert from_note(alone) == Feeling(Mood(valence=0.4, at=NOW))
    good = json.loads(note_of(lived([(1.0, JOY)])[-1]))
    zoned = {"since": "2026-03-01T18:00:00+02:00"}
    for spoilt in ({"person": None}, {"habits": {"joy": [1]}}, {"lean": ["x", 0, 0]}, zoned):
        assert from_note({**good, **spoilt}).person == PersonAffect()
    assert from_note("low") is None
    assert current(mind.faculties) == begun(mind.faculties.persona.temperament)


def test_a_reset_forgets_what_it_leans_to_and_keeps_what_is_known_of_the_person(mind, clock):
    use = mind.faculties
    feeling = lived([(1.0, SORROW)] * 40)[-1]
    use.journal.commit(states={"mood": json.loads(note_of(feeling))})
    assert current(use).lean.valence < -0.02
    reset(use)
    assert current(use).lean == Lean() and current(use).habits == {}
    assert current(use).mood.valence == use.persona.temperament.valence
    assert current(use).person.valence.home < 0 and current(use).since == clock.now()


def test_doctor_tells_mood_temperament_and_the_persons_affect(mind):
    [(well, told)] = [(well, told) for name, well, told in mind.doctor() if name == "mood"]
    assert well and "temperament" in told and "nothing" in told
    spoken = words(lived([(1.0, JOY)] * 40)[-1], PERSONA)
    assert "leaning" in spoken and "±" in spoken


def test_the_course_of_affect_lived_again_is_the_one_that_was_lived():
    told = [(1.0, JOY), (0.5, SORROW), (30.0, JOY)]
    times = [NOW + sum(h for h, _ in told[: n + 1]) * HOUR for n in range(len(told))]
    turns = [
        Engram(id=str(n), when=at, affect=affect, session="s")
        for n, (at, (_, affect)) in enumerate(zip(times, told, strict=True))
    ]
    others = [Engram(id="x", when=times[1], affect=JOY, role="other")]
    found = list(trajectory([turns[0], *others, *turns[1:]], PERSONA))
    assert [moment.feeling for moment in found] == lived(told)
    reset = list(trajectory(turns, PERSONA, since=times[2]))
    assert reset[1].feeling.mood.valence == pytest.approx(PERSONA.valence)
    assert reset[2].feeling.mood.valence > PERSONA.valence
