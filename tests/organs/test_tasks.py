"""Tasks are taken apart into steps, followed over days and restarts, and fitted to the person."""

from __future__ import annotations

import pytest

from benchmarks.tasks import ASKED, lived
from cognition.organs.prefrontal.decomposition import Known, decomposed, library, outline, read


def test_every_task_is_decomposed_into_steps_with_words():
    for task in library().names:
        for holds in (frozenset(), frozenset({"someone"})):
            steps = decomposed(task, Known(holds), library())
            assert steps and all(library().words[step] for step in steps)


def test_every_task_is_known_by_asking_for_it():
    assert set(ASKED) == set(library().names)
    for task, said in ASKED.items():
        assert next(name for name, cue in library().asks.items() if cue.search(said)) == task


def test_what_did_not_help_gives_way_to_another_method_and_what_helped_comes_first():
    aloud = outline("interview", Known(), library())
    written = outline("interview", Known(failed=frozenset({"rehearse_aloud"})), library())
    assert "rehearse_aloud" in aloud and "rehearse_in_writing" in written
    again = outline("exam", Known(worked=frozenset({"flash_cards"})), library())
    assert "flash_cards" in again and "old_papers" not in again


def test_a_step_without_another_way_is_left_out():
    left = outline("sleep", Known(failed=frozenset({"same_time_up"})), library())
    assert left[0] == "screens_away" and "same_time_up" not in left


def test_a_step_that_is_not_defined_is_refused():
    task = {"name": "x", "asks": "x", "methods": [{"steps": ["nothing"]}]}
    with pytest.raises(ValueError, match="no step is called nothing"):
        read({"tasks": {"x": task}, "steps": {}})


@pytest.mark.parametrize("seed", [0, 4])
def test_a_task_left_half_done_is_resumed_at_the_right_step(seed, encoder):
    right = lived(seed, encoder)
    assert right and all(right)
