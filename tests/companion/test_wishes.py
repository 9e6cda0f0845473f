"""How one asked to be treated: seen, said anew and taken back on the command line."""

from __future__ import annotations

import pytest

from cognition import Mind
from cognition.organs.broca.obeying import obeying
from graphs.companion import companion, turn
from graphs.companion.wishes_command import standing_wishes, wishes


@pytest.fixture
def folder(tmp_path, encoder):
    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder) as mind:
        turn(companion(), mind.faculties, "No advice please, just listen.")
    return tmp_path / "m"


def held(folder, encoder):
    with Mind.open(folder, encoder=encoder) as mind:
        return [fact.text for fact in standing_wishes(mind.faculties)]


def test_a_wish_is_shown_added_and_taken_back(folder, encoder, capsys):
    wishes(None, None, folder)
    assert "without advice" in capsys.readouterr().out
    wishes("Call me Sam.", None, folder)
    assert held(folder, encoder)[0] == "Ada wants to be called Sam."
    with Mind.open(folder, encoder=encoder) as mind:
        id_ = standing_wishes(mind.faculties)[1].id
    wishes(None, id_[:6], folder)
    assert held(folder, encoder) == ["Ada wants to be called Sam."]


def test_words_that_hold_no_wish_are_refused_and_so_is_an_unknown_id(folder):
    with pytest.raises(ValueError, match="no wish is read"):
        wishes("It rained.", None, folder)
    with pytest.raises(ValueError, match="0 wishes"):
        wishes(None, "zzzz", folder)


def test_what_a_model_says_is_held_to_the_wishes():
    said = "Well done 🎉. I am glad. It counts. What next?"
    assert obeying(said, {"no_emoji", "no_questions"}) == "Well done. I am glad. It counts."
    assert obeying("What next?", {"no_questions"}) == "I'm listening."
    assert obeying(said, set()) == said
