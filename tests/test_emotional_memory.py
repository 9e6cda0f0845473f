"""The benchmark of emotion in memory: it runs, says what it found, and fails loudly if it must."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import emotional_memory, felt_lives, report
from benchmarks.evidence import CachingEncoder
from benchmarks.felt_lives import CIRCUITS, SENTENCES, alternating


@pytest.fixture(scope="module")
def cached(encoder):
    return CachingEncoder.of(encoder)


def test_every_kind_has_each_position_as_often():
    even, odd = alternating(["a", "b"], ["x", "y"], 0), alternating(["a", "b"], ["x", "y"], 1)
    assert (even, odd) == (["x", "a", "y", "b"], ["a", "x", "b", "y"])


def test_no_sentence_is_there_twice():
    every = [text for kind in ("pleasant", "unpleasant", "plain") for text in SENTENCES[kind]]
    assert len(every) == len(set(every)) == 64


def test_without_its_amygdala_nothing_is_felt_and_all_last_alike(cached):
    found = felt_lives.enhancement(cached, CIRCUITS["lesioned"], 2)
    assert found["strength_felt"] == {"arousing": 0, "plain": 0}
    assert found["cued"]["arousing"] == pytest.approx(found["cued"]["plain"])
    blind = felt_lives.habituation(cached, CIRCUITS["lesioned"], times=2)
    assert blind["repeated"] == [0, 0]


def test_each_mood_recalls_the_same_lists(cached, monkeypatch):
    monkeypatch.setattr(felt_lives, "RECALLS", 2)
    found = felt_lives.congruence(cached, CIRCUITS["lesioned"], 2)
    assert found["glad"] == found["sad"] == found["plain"]


def test_affect_moves_at_the_turn_that_tells_why(cached):
    assert felt_lives.responses(cached, CIRCUITS["intact"], 4)["share"] >= 0.75
    assert felt_lives.responses(cached, CIRCUITS["lesioned"], 2)["share"] == 0


CONVERSATION = {
    "id": "c",
    "speakers": ["Ada", "Bo"],
    "turns": [
        {"ref": "1", "session": 1, "speaker": "Ada", "text": "I sold the old canoe."},
        {"ref": "2", "session": 1, "speaker": "Bo", "text": "I am so sad that my hat is gone."},
    ],
    "questions": [{"question": "What did Ada sell?", "evidence": ["1"], "category": "one"}],
}


def test_it_runs_and_writes_what_it_found(tmp_path: Path, monkeypatch, capsys, cached):
    for n, told in enumerate(CONVERSATION["turns"]):
        told["when"] = f"2026-03-01T18:0{n}:00"
    (tmp_path / "talk.json").write_text(json.dumps(CONVERSATION))
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    monkeypatch.setattr(felt_lives, "RECALLS", 2)
    monkeypatch.setattr(emotional_memory.MiniLM, "open", classmethod(lambda cls: cached))
    data = str(tmp_path / "talk.json")
    monkeypatch.setattr("sys.argv", ["emotional_memory", "--lists", "2", "--recall", data])
    try:
        emotional_memory.main()
    except AssertionError as error:  # two lists are too few for what is a matter of chance
        assert "not as in people" in str(error)
    found = json.loads((tmp_path / "emotional_memory.json").read_text("utf-8"))
    names = [one["name"] for one in found["effects"]]
    assert len(names) == len(set(names)) == 23
    assert all(one["source"] for one in found["effects"])
    sure = ("habituation", "flashbulb", "four weeks", "emotional enhancement grows")
    assert all(one["holds"] for one in found["effects"] if one["name"].startswith(sure))
    moods = {found["recall"][mood]["all"]["R@10"] for mood in emotional_memory.MOODS}
    assert moods == {1.0}
    assert (tmp_path / "emotional_memory.png").stat().st_size > 10_000
    assert "mood congruence" in capsys.readouterr().out
