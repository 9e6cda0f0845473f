from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.organs.hippocampus import Cued, Hippocampus
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
    signals = {"meaning", "words", "contiguity", "context", "binding", "asking"}
    assert set(best.why) == signals
    assert best.score == pytest.approx(sum(best.why.values()))


def test_neighbours_are_brought_nearer_and_the_next_one_most(told):
    why = {r.ref: r.why["contiguity"] for r in told.recall("canoe on Lake Orta", k=6)}
    assert why["2"] > why["0"]
    assert why["2"] > why["5"]


def test_without_contiguity_the_neighbours_gain_nothing(told):
    cue = told._cue("canoe on Lake Orta", START)
    plain = Hippocampus(contiguity=0.0).recall(cue, told.faculties, 6)
    assert all(r.why["contiguity"] == 0 for r in plain)


def test_a_named_speaker_is_preferred(told):
    binding = {r.ref: r.why["binding"] for r in told.recall("What did Bo bake?", k=6)}
    assert binding["4"] == 1 and binding["5"] == 0
    mine = {r.ref: r.why["binding"] for r in told.recall("What did I get in the mail?", k=6)}
    assert mine["5"] == 1 and mine["4"] == 0


def test_what_only_asks_is_set_back(told):
    why = {r.ref: r.why["asking"] for r in told.recall("Was it cold on the lake?", k=6)}
    assert why["2"] == -1 and why["3"] == 0


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
