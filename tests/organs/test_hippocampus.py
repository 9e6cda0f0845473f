from datetime import datetime, timedelta

import numpy as np
import pytest

from cognition import Mind
from cognition.faculties import Hit
from cognition.organs.hippocampus import Cued, Hippocampus
from cognition.organs.hippocampus.cue import Cue
from cognition.organs.hippocampus.field import Field, gather
from cognition.organs.hippocampus.signals import Spread, evidence
from cognition.remembering import perceived
from cognition.values import Percept

START = datetime(2026, 3, 1, 18, 0)
TALK = [
    ("Bo", "What did you do at the weekend?"),
    ("Ada", "We took the old canoe out on Lake Orta."),
    ("Bo", "Was it cold?"),
    ("Ada", "Freezing, and my hat fell in."),
    ("Bo", "I baked sourdough bread."),
    ("Ada", "The tax office wrote to me again."),
]


@pytest.fixture
def told(encoder, clock):
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many(
            {
                "text": text,
                "speaker": speaker,
                "when": START + timedelta(minutes=n),
                "ref": str(n),
                "session": "a" if n < 4 else "b",
            }
            for n, (speaker, text) in enumerate(TALK)
        )
        yield mind


def test_the_best_memory_comes_first_with_its_reasons(told):
    best = told.recall("Who was canoeing on the lake?", k=3)[0]
    assert best.ref == "1"
    signals = {"meaning", "words", "detail", "contiguity", "context", "elaboration", "asking"}
    assert set(best.why) == signals
    assert best.score == pytest.approx(sum(best.why.values()))


def test_neighbours_are_brought_nearer_and_the_next_one_most(told):
    why = {r.ref: r.why["contiguity"] for r in told.recall("canoe on Lake Orta", k=6)}
    assert why["2"] > why["0"]
    assert why["2"] > why["5"]


def test_without_contiguity_the_neighbours_gain_nothing(told):
    cue = perceived(told.faculties, "canoe on Lake Orta", START)
    plain = Hippocampus(contiguity=0.0).recall(cue, told.faculties, 6)
    assert all(r.why["contiguity"] == 0 for r in plain)


def test_a_named_speaker_is_preferred(told):
    binding = {r.ref: r.why["binding"] for r in told.recall("What did Bo bake?", k=6)}
    assert binding["4"] > 0 and binding["5"] == 0
    mine = {r.ref: r.why["binding"] for r in told.recall("What did I get in the mail?", k=6)}
    assert mine["5"] > 0 and mine["4"] == 0


def test_a_word_told_within_another_talk_counts_in_detail(told):
    why = {r.ref: r.why["detail"] for r in told.recall("What became of the hat?", k=6)}
    assert max(why, key=why.__getitem__) == "3"


def test_without_detail_nothing_is_compared_word_by_word(told):
    cue = perceived(told.faculties, "What became of the hat?", START)
    assert all("detail" not in r.why for r in Hippocampus(detail=0.0).recall(cue, told.faculties))


def test_the_name_of_one_who_spoke_is_no_word_to_look_for(told):
    cue = Cue(perceived(told.faculties, "What is Bo's bread like?", START), told.faculties)
    assert cue.words.split() == ["What", "is", "bread", "like?"]
    assert len(cue.traces()) == len(cue.percept.traces.rarity) - 3  # Bo ' s


def test_what_was_told_in_the_time_asked_about_is_preferred(encoder, clock):
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        for month in (1, 2):
            when = datetime(2026, month, 10, 18)
            mind.observe("We had a picnic by the river.", when=when, ref=str(month), session="s")
        for month, ref in (("January", "1"), ("February", "2")):
            best = mind.recall(f"What did we do in {month}?", k=1, now=START)[0]
            assert best.ref == ref and best.why["time"] > 0


def test_a_season_ahead_is_last_years_where_the_cue_asks_what_was(told):
    [(start, end)] = Cue(
        perceived(told.faculties, "Where were we in August?", START), told.faculties
    ).times()
    assert start <= datetime(2025, 8, 1) and datetime(2025, 9, 1) <= end < datetime(2025, 10, 1)
    [(start, _)] = Cue(
        perceived(told.faculties, "Where shall we go in August?", START), told.faculties
    ).times()
    assert start == datetime(2026, 8, 1)


def test_what_another_search_found_weighs_no_less_for_being_known(told):
    ids = {told.memory(r.id).ref: r.id for r in told.recall("lake", k=6)}
    near = [Hit(ids["1"], 0.9), Hit(ids["3"], 0.5), Hit(ids["5"], 0.1)]
    field = gather(near, [], 0.5, told.faculties)
    assert field.meaning[field.positions.tolist().index(5)] == 0.5  # below the last found
    assert field.meaning.min() == 0.5 and field.meaning.max() == 0.9


def test_what_only_asks_is_set_back(told):
    why = {r.ref: r.why["asking"] for r in told.recall("Was it cold on the lake?", k=6)}
    assert why["2"] == pytest.approx(-evidence(4, 6)) and why["3"] == 0


def test_a_mark_tells_the_more_the_fewer_bear_it():
    assert evidence(5, 1000) > evidence(50, 1000) > evidence(500, 1000) > 1
    # of 19 in 20 that answer it is expected: borne by as many of all, it tells nothing
    assert evidence(950, 1000) == pytest.approx(0, abs=0.02) and evidence(1000, 1000) == 0


def test_one_who_seldom_speaks_is_bound_more_strongly(encoder, clock):
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many(
            {
                "text": f"{name} saw {n} herons at the pond.",
                "speaker": name,
                "when": START + timedelta(minutes=n),
                "ref": f"{name}{n}",
            }
            for name, many in (("Ada", 8), ("Bo", 3), ("Cy", 1))
            for n in range(many)
        )
        bound = {
            name: mind.recall(f"What did {name} see?", k=1)[0].why["binding"]
            for name in ("Ada", "Bo", "Cy")
        }
    assert bound["Cy"] > bound["Bo"] > bound["Ada"] > 0


def test_a_day_tells_more_than_a_year_it_lies_in(encoder, clock):
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        for month in range(1, 13):
            when = datetime(2025, month, 10, 18)
            mind.observe("We had a picnic by the river.", when=when, ref=str(month))
        mind.observe("I painted the fence.", when=datetime(2023, 5, 1), ref="fence")
        why = [
            mind.recall(f"Where was the picnic {then}?", k=1, now=START)[0].why["time"]
            for then in ("on 10 May 2025", "in 2025")
        ]
    assert why[0] > why[1] >= 0


def test_only_what_stands_out_calls_for_its_neighbours():
    positions = np.arange(6)
    spread = Spread(Field(positions, np.zeros(6), np.zeros(6)), np.zeros(6, np.int32))
    called = spread(np.array([0.0, 0.0, 0.0, 6.0, 0.0, 0.0]))
    assert called.tolist() == [5 * 0.125, 5 * 0.25, 5 * 0.5, 0.0, 5.0, 2.5]
    assert spread(np.full(6, 0.3)).tolist() == [0.0] * 6


def test_activation_stays_within_its_session():
    sessions = np.array([0, 0, 0, 1, 1, 1], np.int32)
    spread = Spread(Field(np.arange(6), np.zeros(6), np.zeros(6)), sessions)
    called = spread(np.array([0.0, 0.0, 6.0, 0.0, 0.0, 0.0]))
    assert called[1] > called[0] > 0 and called[3:].tolist() == [0.0] * 3


def test_recall_changes_nothing_unless_it_rehearses(told):
    first = told.recall("lake", k=6)
    assert told.recall("lake", k=6) == first
    before = told._store.journal.engrams([first[0].id])[0]
    told.recall("lake", k=1, now=START + timedelta(days=3), rehearse=True)
    after = told._store.journal.engrams([first[0].id])[0]
    assert after.stability > before.stability and after.last > before.last


def test_social_words_are_kept_but_recall_nothing(told):
    out = Hippocampus().step(
        Cued(Percept(text="Thanks!", speaker="Ada", act="thanks", when=START)), told.faculties
    )
    assert out.recollections == () and out.engrams[0].text == "Thanks!"


def test_silence_leaves_no_trace(told):
    assert Hippocampus().step(Cued(Percept()), told.faculties) is None


def test_an_empty_memory_recalls_nothing(mind):
    assert mind.recall("anything") == []
