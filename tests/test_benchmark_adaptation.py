"""The simulation of people adapted to: its lives, its habits, its measures, a small run."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from benchmarks import adaptation, lives, report
from benchmarks.adaptation import average, kept_of, same_habit_nearest
from benchmarks.lives import HABITS, OWNER, START, Life, Return, behaviour, id_of, life, returns
from cognition.adaptation import Adaptation
from cognition.values import Engram


def test_a_life_is_the_same_for_everyone_and_another_seed_another_life() -> None:
    assert life(3, 1) == life(3, 1) != life(4, 1)
    assert len(life(3, 2)) == 2 * 7 * lives.A_DAY


@pytest.mark.parametrize(("habit", "circle"), [(HABITS[0], "work"), (HABITS[2], "friends")])
def test_people_return_to_what_they_care_for(habit: lives.Habit, circle: str) -> None:
    told = life(1, 4)
    circles = Counter(each.meant.circle for each in behaviour(habit, told, range(7, 28), 1))
    assert circles.most_common(1)[0][0] == circle


def test_who_reaches_far_returns_to_older_things() -> None:
    told, now = life(1, 8), life(1, 8)[-1].when

    def age(reach: float) -> float:
        habit, chance = replace(HABITS[0], reach=reach), Random(1)
        ages = [now - returns(habit, told, now, chance)[0].when for _ in range(200)]
        return sum(ages, now - now) / len(ages) / (now - START)

    assert age(0.0) > 1.5 * age(1.5)


def test_what_is_kept_strong_is_measured_on_what_is_returned_to() -> None:
    told = life(1, 1)
    engrams = [
        Engram(id=id_of(each), when=each.when, role="person" if each.speaker == OWNER else "other")
        for each in told
    ]
    now = told[-1].when
    asked = [Return(now, "", each) for each in told if each.speaker == OWNER]
    one = Life(HABITS[0], None, Adaptation(), asked, engrams, 0)  # type: ignore[arg-type]
    likes_own = Adaptation(tallies={"every": (40.0, 40.0), "own words": (40.0, 20.0)})
    likes_others = Adaptation(tallies={"every": (40.0, 40.0), "own words": (5.0, 20.0)})
    scores = [kept_of(one, arm) for arm in (likes_others, Adaptation(), likes_own)]
    for name in ("AUC", "bits"):
        assert scores[0][name] < scores[1][name] < scores[2][name]


def test_minds_are_told_apart_by_what_they_learned() -> None:
    words = [Adaptation({"words": (t, 20.0)}) for t in (0.5, 0.6)]
    meaning = [Adaptation({"words": (t, 20.0)}) for t in (-0.5, -0.4)]
    minds = [*(("a", m) for m in words), *(("b", m) for m in meaning)]
    assert same_habit_nearest(minds) == 1.0
    assert average([words[0], meaning[0]]).trust == {"words": pytest.approx(1.0)}


@pytest.mark.slow
def test_it_runs_and_writes_what_it_measured(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, encoder: Any
) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    monkeypatch.setattr(adaptation, "HABITS", HABITS[:2])
    monkeypatch.setattr(adaptation.MiniLM, "open", classmethod(lambda cls: encoder))
    monkeypatch.setattr(lives, "ASKED", 1)
    monkeypatch.setattr(lives, "A_DAY", 4)
    monkeypatch.setattr("sys.argv", ["adaptation", "--lives", "2", "--weeks", "2", "1"])
    adaptation.main()
    result = json.loads((tmp_path / "adaptation.json").read_text())
    for way in ("show", "chat"):
        assert set(result[way]["own"]) == {"MRR", "R@5", "AUC", "bits"}
        assert result[way]["own"] != result[way]["off"]
        assert 0 <= result[way]["nearest mind is of the same habit"] <= 1
