"""Nobody is spoken to without care: it comes before every voice, or the circuit says why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import toy_organs as toys

from cognition.errors import CircuitError
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.organs.amygdala import Amygdala
from cognition.organs.broca import Broca
from cognition.organs.consolidation import Consolidation
from cognition.organs.insula import Insula
from cognition.organs.thalamus import Thalamus
from cognition.values import Care, Stimulus, Utterance
from graphs import Circuit, Route
from graphs.companion import CONFIG, companion

CONFIGS = Path(__file__).parents[2] / "configs"
ORGANS = [Thalamus, Amygdala, Insula, Broca]
FLOW = ["thalamus", "amygdala", "insula", "broca"]


@dataclass(frozen=True, slots=True)
class Hears:
    stimulus: Stimulus
    care: Care = field(default_factory=Care)


@dataclass(frozen=True, slots=True)
class Says:
    utterance: Utterance


class Parrot(Organ[Hears, Says]):
    """Say again what was heard, after what care asks."""

    def step(self, see: Hears, use: Faculties) -> Says:
        return Says(Utterance(f"{see.care.notice} {see.stimulus.text}".strip()))


@dataclass(frozen=True, slots=True)
class Careless:
    care: Care


class Plugin(Organ[Hears, Careless]):
    """Find that nothing needs care."""

    def step(self, see: Hears, use: Faculties) -> Careless:
        return Careless(Care())


def test_care_before_the_voice_is_no_fault() -> None:
    assert Circuit("x", ORGANS, FLOW).faults() == []
    assert Circuit("x", [Thalamus, Insula, Parrot], ["thalamus", "insula", "parrot"]).faults() == []


def test_a_voice_without_care_is_refused_and_told_what_to_change() -> None:
    bare = Circuit("x", [Thalamus, Broca], ["thalamus", "broca"])
    [fault] = bare.faults()
    assert "broca speaks" in fault and "add insula" in fault and "without_care=True" in fault
    with pytest.raises(CircuitError, match="broca speaks"):
        bare.compile()


@pytest.mark.parametrize(
    "flow",
    [
        ["thalamus", "amygdala", "broca", "insula"],
        ["thalamus", "amygdala", ["insula", "broca"]],
        ["thalamus", ["broca", "amygdala"], "insula"],
    ],
)
def test_care_beside_or_after_the_voice_comes_too_late(flow: list[str | list[str]]) -> None:
    [fault] = Circuit("x", ORGANS, flow).faults()
    assert "no care comes before it" in fault


def test_a_route_around_care_is_found() -> None:
    around = Route("amygdala", "affect.emotion", {"joy": "broca"}, otherwise="insula")
    [fault] = Circuit("x", ORGANS, FLOW, [around]).faults()
    assert "broca speaks" in fault and "on every way" in fault
    past = Route("amygdala", "affect.emotion", {"joy": "end"}, otherwise="insula")
    assert Circuit("x", ORGANS, FLOW, [past]).faults() == []
    back = Route("broca", "care.level", {"crisis": "thalamus"}, at_most=1, otherwise="end")
    assert Circuit("x", ORGANS, FLOW, [back]).faults() == []


def test_a_voice_that_does_not_hear_care_is_refused(use: Faculties) -> None:
    organs = [Thalamus, Insula, toys.Ear, toys.Greet]
    [fault] = Circuit("x", organs, ["thalamus", "insula", "ear", "greet"]).faults()
    assert "greet speaks, but not what care asks" in fault and "care: Care" in fault


def test_nothing_may_undo_what_care_decided() -> None:
    organs = [Thalamus, Insula, Plugin, Parrot]
    [fault] = Circuit("x", organs, ["thalamus", "insula", "plugin", "parrot"]).faults()
    assert "insula and plugin write it" in fault


def test_organs_that_do_not_speak_need_no_care() -> None:
    organs = [Thalamus, Amygdala, Consolidation]
    assert Circuit("x", organs, ["thalamus", "amygdala", "consolidation"]).faults() == []


def test_a_study_may_go_without_and_its_yaml_says_so() -> None:
    study = Circuit("x", [Thalamus, Broca], ["thalamus", "broca"], without_care=True)
    assert study.faults() == []
    assert "without_care: true" in study.dump() and Circuit.parse(study.dump()) == study
    bare = study.dump().replace("without_care: true", "")
    assert "broca speaks" in Circuit.parse(bare).faults()[0]
    with pytest.raises(CircuitError, match="without_care: expected true or false"):
        Circuit.parse(study.dump().replace("true", "'yes'"))


def test_a_study_is_not_to_be_talked_with(tmp_path: Path) -> None:
    study = Circuit("x", [Thalamus, Broca], ["thalamus", "broca"], without_care=True)
    (tmp_path / "study.yaml").write_text(study.dump(), "utf-8")
    with pytest.raises(CircuitError, match="for studies, not to be talked with"):
        companion(tmp_path / "study.yaml")


@pytest.mark.parametrize("file", [CONFIG, CONFIGS / "companion.yaml", CONFIGS / "reflex.yaml"])
def test_what_ships_has_care_and_can_be_lesioned_deliberately(file: Path) -> None:
    circuit = Circuit.load(file)
    assert circuit.faults() == [] and not circuit.without_care
    for name in circuit.organs:
        assert circuit.lesion(name).faults() == []
    for altered in (
        circuit.freeze("insula"),
        circuit.sham("insula"),
        circuit.clamp("care", Care()),
    ):
        assert altered.faults() == []
