"""Mood-congruent recall: a little, in what is said and in free recall, never in what is asked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from cognition.organs.amygdala.feeling import begun, note_of
from cognition.organs.hippocampus import Hippocampus
from cognition.organs.hippocampus.congruence import AT_REST, bias
from cognition.organs.hippocampus.free_recall import RETRIEVAL, recall_freely
from cognition.remembering import perceived
from cognition.values import Mood

NOW = datetime(2026, 3, 1, 18, 0)
TOLD = [
    "The party at the harbour was wonderful, I was so happy.",
    "The harbour was flooded and we lost everything, it was awful.",
    "The harbour office opens at nine.",
    "I love the harbour so much, what a beautiful evening!",
    "I hated the harbour that night, I was terrified.",
]


@pytest.fixture
def told(mind):
    mind.observe_many(
        {"text": text, "when": NOW - timedelta(days=2, minutes=-n), "session": "s", "ref": str(n)}
        for n, text in enumerate(TOLD)
    )
    return mind


def feel(mind, valence):
    """Put the companion into a mood."""
    felt = replace(begun(mind.faculties.persona.temperament), mood=Mood(valence=valence, at=NOW))
    mind.faculties.journal.commit(states={"mood": json.loads(note_of(felt))})


def signal(mind, deliberate=False, **parameters):
    cue = perceived(mind.faculties, "We went to the harbour today.", NOW)
    found = Hippocampus(**parameters).recall(cue, mind.faculties, 5, deliberate=deliberate)
    return {one.ref: one.why.get("congruence") for one in found}


def test_a_low_mood_brings_sad_memories_nearer_and_a_high_one_glad_ones(told):
    feel(told, -0.6)
    low = signal(told)
    assert low["1"] > low["2"] > low["0"] and low["4"] > low["3"]
    feel(told, 0.8)
    high = signal(told)
    assert high["0"] > high["2"] > high["1"] and high["3"] > high["4"]


def test_it_is_modest_and_adds_up_to_the_score(told):
    feel(told, -1.0)
    assert all(abs(value) < 0.6 for value in signal(told).values())
    cue = perceived(told.faculties, "We went to the harbour today.", NOW)
    for one in Hippocampus().recall(cue, told.faculties, 5, deliberate=False):
        assert one.score == pytest.approx(sum(one.why.values()))


def test_a_question_is_answered_whatever_the_mood(told):
    plain = [(one.ref, one.score) for one in told.recall("When does the office open?", now=NOW)]
    feel(told, -0.9)
    low = told.recall("When does the office open?", now=NOW)
    assert [(one.ref, one.score) for one in low] == plain
    assert set(signal(told, deliberate=True).values()) == {None}


def test_at_rest_without_a_mood_and_turned_off_it_has_no_part(told):
    assert set(signal(told).values()) == {None}  # nothing was felt yet
    feel(told, told.faculties.persona.temperament.valence + AT_REST / 2)
    assert set(signal(told).values()) == {None}
    feel(told, -0.8)
    assert set(signal(told, congruence=0.0).values()) == {None}


def test_a_mood_passes_and_its_congruence_with_it(told):
    feel(told, -0.7)
    use = told.faculties
    assert bias(use, NOW + timedelta(hours=8)) == pytest.approx(bias(use, NOW) / 2, abs=1e-6)
    assert bias(use, NOW + timedelta(days=4)) == 0.0


def share_glad(mind, rule=RETRIEVAL):
    came = [
        one.ref
        for n in range(400)
        for one in recall_freely("s", mind.faculties, NOW, Random(n), rule=rule)[:2]
    ]
    return sum(ref in "03" for ref in came) / len(came)


def test_free_recall_is_congruent_too_and_says_so(told):
    feel(told, 0.9)
    glad = share_glad(told)
    [first, *_] = recall_freely("s", told.faculties, NOW, Random(1))
    assert first.score == pytest.approx(sum(first.why.values())) and "congruence" in first.why
    off = share_glad(told, replace(RETRIEVAL, congruence=0.0))
    feel(told, -0.9)
    assert glad > off > share_glad(told)


def test_valence_is_there_again_when_a_memory_is_opened_again(tmp_path, encoder, clock):
    from cognition import Mind

    with Mind.open(tmp_path, owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many({"text": text, "when": NOW} for text in TOLD)
        before = mind.faculties.timeline.valences.tolist()
    with Mind.open(tmp_path, encoder=encoder, clock=clock) as mind:
        assert mind.faculties.timeline.valences.tolist() == pytest.approx(before, abs=1e-6)
        [first, *_] = mind.memories()
        mind.forget(ids=[first.id])
        assert len(mind.faculties.timeline.valences) == len(TOLD) - 1
    assert max(before) > 0.3 and min(before) < -0.3
