"""Every circuit that ships can be built and takes a turn."""

from pathlib import Path

import pytest

from graphs import Circuit
from graphs.companion import companion, turn

CONFIGS = Path(__file__).parents[2] / "configs"
CIRCUITS = sorted(path.name for path in CONFIGS.glob("*.yaml") if path.name != "persona.yaml")


def test_the_companion_and_the_reflex_ship():
    assert {"companion.yaml", "reflex.yaml"} <= set(CIRCUITS)


@pytest.mark.parametrize("name", CIRCUITS)
def test_circuit_has_no_faults(name):
    assert Circuit.load(CONFIGS / name).faults() == []


@pytest.mark.parametrize("name", CIRCUITS)
def test_circuit_greets_and_replies(name, mind):
    app = companion(CONFIGS / name)
    assert turn(app, mind.faculties)["utterance"].text
    assert turn(app, mind.faculties, "I had a terrible day at work.")["utterance"].text


def test_reflex_remembers_nothing_that_is_said_to_it(mind):
    app = companion(CONFIGS / "reflex.yaml")
    turn(app, mind.faculties, "My sister Mia lives in Porto.")
    assert mind.recall("Where does Mia live?") == []
    assert mind.facts() == []


def test_each_circuit_takes_care_of_a_person_in_crisis(mind):
    for name in CIRCUITS:
        said = turn(companion(CONFIGS / name), mind.faculties, "I want to kill myself.")
        assert "988" in said["utterance"].text
