"""Tasks are taken apart into steps, followed over days and restarts, and fitted to the person."""

from __future__ import annotations

import pytest

from benchmarks.tasks import ASKED, app, lived
from cognition.organs.prefrontal.decomposition import Known, decomposed, library, outline, read
from cognition.organs.prefrontal.listing import items_of
from graphs.companion import turn


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


def test_a_task_that_nobody_wrote_steps_for_is_kept_track_of(say, mind, clock):
    def held(relation):
        facts = mind.facts(kind="procedure")
        return {(f.object, f.polarity) for f in facts if f.relation == relation and not f.valid_to}

    say("Can you help me plan how to cut costs?")
    say("ok")
    assert "ake only once a day" in say("We could bake only once a day.")
    clock.advance(days=3)
    assert "bake only once a day" in say("Hi")
    say("I could murder a pizza.")  # a step is set already
    assert held("task_next") == {("bake only once a day", True)}
    say("It's done, saves about 200 a week.")
    say("Maybe ask the landlord about the rent.")
    say("That didn't help.")
    assert held("task_step") == {
        ("bake only once a day", True),
        ("ask the landlord about the rent", False),
    }
    say("Drop it, never mind.")
    clock.advance(days=1)
    assert "costs" not in say("Hello")


def test_a_list_of_steps_is_kept_and_told(say, clock):
    say("Could you help me make a list of what to sort out before she comes?")
    say("1. clear the spare room")
    assert "andrail" in say("get a handrail for the shower")
    clock.advance(days=2)
    say("Hello")
    assert "handrail" in say("I cleared the spare room, found my old diaries")
    left = say("What's left on my list?")
    assert "handrail" in left and "spare room" not in left
    say("What have I done this month?")
    assert "handrail" in say("What's left on my list?")


def test_a_step_that_was_no_use_is_not_said_to_be_done(say):
    say("Could you help me make a list of what to sort out before she comes?")
    say("1. clear the spare room")
    say("get a handrail for the shower")
    assert "done" not in say("Clear the spare room: that didn't help.")


def test_what_is_no_task_is_not_begun(mind, clock):
    clock.advance(minutes=1)
    turn(app(), mind.faculties, "Help me understand why he left.")
    turn(app(), mind.faculties, "I could scream.")
    assert not mind.facts(kind="procedure")


def test_a_step_of_ones_own_goes_with_the_turn_that_told_it(mind, clock):
    for text in ("Can you help me cut costs?", "We could bake only on Sundays."):
        clock.advance(minutes=1)
        turn(app(), mind.faculties, text)
    (told,) = [one for one in mind.memories() if one.text.startswith("We could")]
    mind.forget(ids=[told.id])
    assert not any("Sundays" in fact.text for fact in mind.facts(kind="procedure"))


def test_a_step_of_one_task_is_none_of_the_next(mind, clock):
    for text in (
        "Can you help me cut costs?",
        "We could bake only on Sundays.",
        "Can you help me with my tax return?",
        "I could sort the receipts.",
    ):
        clock.advance(minutes=1)
        said = turn(app(), mind.faculties, text)["utterance"].text
    assert "ort the receipts" in said
    clock.advance(days=2)
    said = turn(app(), mind.faculties, "Hello")["utterance"].text
    assert "sort the receipts" in said and "bake" not in said


def test_a_list_is_kept_added_to_read_out_and_crossed_off(say, clock):
    say("Can you help me make a list for the trip?")
    say("tent")
    say("sleeping bags and a torch")
    assert "tent, sleeping bags and a torch" in say("what's on my list?")
    say("I packed the tent")
    clock.advance(days=1)
    say("add milk, eggs and bread to my shopping list")
    assert "milk, eggs and bread" in say("What's on my shopping list?")
    assert "sleeping bags and a torch" in say("what is on the list for the trip?")
    assert "eggs and bread" in say("I bought the milk")
    assert "Crossed" not in say("I got a new job!")
    say("delete the shopping list")
    assert "eggs" not in say("what's on my list?")


@pytest.mark.parametrize("said", ["I feel a bit sad today", "she is late", "thanks", "No."])
def test_what_names_no_item_is_not_put_on_a_list(said):
    assert items_of(said) == ()
