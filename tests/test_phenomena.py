"""The benchmark of human phenomena: its curves are right, and it runs and says what it found."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks import human, phenomena, report, word_lists
from benchmarks.curves import contiguity, first_recall, lag_crp, semantic_rank, serial_position

LISTS = [[0, 1, 3], [3, 2, None, 0], [1, 1, 2], []]


def test_serial_position_counts_lists_not_recalls():
    assert serial_position(LISTS, 4) == [0.5, 0.5, 0.5, 0.5]
    assert first_recall(LISTS, 4) == [0.25, 0.25, 0, 0.25]


def test_lag_crp_divides_by_what_was_left():
    # steps: 0>1 of 1,2,3; 1>3 of 2,3; 3>2 of 0,1,2; 1>2 of 0,2,3; none across a strange word
    crp = lag_crp(LISTS, 4, reach=3)
    assert crp == pytest.approx({-3: 0, -2: 0, -1: 1 / 2, 1: 2 / 3, 2: 1 / 3, 3: 0})


def test_semantic_rank_is_half_by_chance_and_one_at_best():
    alike = np.array([[0, 3, 2, 1], [3, 0, 2, 1], [2, 2, 0, 1], [1, 1, 1, 0.0]])
    assert semantic_rank([[0, 1]], [alike]) == 1
    assert semantic_rank([[0, 2]], [alike]) == 0.5
    assert contiguity({-5: 0.1, -4: 0.1, -1: 0.2, 1: 0.4, 4: 0.1, 5: 0.1}) == pytest.approx(3)


def test_peoples_values_are_what_psifr_gives(encoder):
    pytest.importorskip("psifr")
    assert phenomena.rounded(human.sample(encoder)) == human.SAMPLE


def test_it_runs_and_writes_what_it_found(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    monkeypatch.setattr(word_lists, "RECALLS", 2)
    monkeypatch.setattr("sys.argv", ["phenomena", "--lists", "2"])
    try:
        phenomena.main()
    except AssertionError as error:  # two lists are too few for all effects to show
        assert "not as in people" in str(error)
    found = json.loads((tmp_path / "phenomena.json").read_text("utf-8"))
    names = [one["name"] for one in found["effects"]]
    assert len(names) == len(set(names)) == 21
    assert set(found["kindred"]) == {"free_recall", "testing", "spacing"}
    assert all(one["holds"] for one in found["effects"] if one["name"].startswith("spacing"))
    assert (tmp_path / "phenomena.png").stat().st_size > 10_000
    assert "points within 2 SD of people" in capsys.readouterr().out
