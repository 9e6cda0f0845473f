from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import toy_organs as toys

from cognition.errors import CircuitError
from cognition.organs import REGISTRY
from cognition.values import Mood
from graphs.circuit import Circuit, Route

YAML = """
name: toy
organs:
  ear: {organ: "toy_organs:Ear"}
  counter: {organ: "toy_organs:Counter", times: 2}
  volume: {organ: "toy_organs:Volume"}
  temper: {organ: "toy_organs:Temper"}
  greet: {organ: "toy_organs:Greet"}
flow: [ear, [counter, volume], temper, greet]
routes:
  - {after: temper, on: loud, to: {true: end, false: greet}}
"""


def judged(at_most: int | None = 4, **more: Any) -> Circuit:
    route = Route("judge", on="verdict", to={"more": "mark", "done": "end"}, at_most=at_most)
    organs = {"mark": toys.Mark, "judge": toys.Judge}
    return Circuit("judged", organs, ["mark", "judge"], [route], **more)


def test_yaml_says_the_same_as_python() -> None:
    said = Circuit(
        "toy",
        organs={
            "ear": toys.Ear,
            "counter": toys.Counter(times=2),
            "volume": toys.Volume,
            "temper": toys.Temper(),
            "greet": toys.Greet,
        },
        flow=["ear", ["counter", "volume"], "temper", "greet"],
        routes=[Route("temper", on="loud", to={True: "end", False: "greet"})],
    )
    assert Circuit.parse(YAML) == said


def test_a_sequence_of_organs_is_named_by_their_classes() -> None:
    assert list(Circuit("x", [toys.Ear, toys.Counter()], ["ear", "counter"]).organs) == [
        "ear",
        "counter",
    ]


def test_a_circuit_cannot_be_changed(circuit: Circuit) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        circuit.name = "other"  # pyright: ignore
    with pytest.raises(TypeError):
        circuit.organs["ear"] = toys.Ear()  # pyright: ignore


def test_a_circuit_pickles_equal(circuit: Circuit) -> None:
    changed = circuit.clamp("count", 3).lesion("temper")
    assert pickle.loads(pickle.dumps(changed)) == changed


def test_equal_circuits_hash_equal(circuit: Circuit) -> None:
    assert len({circuit, Circuit.parse(circuit.dump())}) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c,
        lambda c: c.lesion("temper").freeze("counter").sham("volume"),
        lambda c: c.clamp("mood", Mood(valence=0.5)).clamp("words", ("a", "b")),
        lambda c: c.with_organ("counter", toys.Counter(times=3)),
    ],
)
def test_dump_loads_back_equal(circuit: Circuit, change: Any) -> None:
    changed = change(circuit)
    assert Circuit.parse(changed.dump()) == changed


def test_routes_dump_and_load_back_equal() -> None:
    assert Circuit.parse(judged().dump()) == judged()


def test_a_registered_organ_is_dumped_by_its_name_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REGISTRY, "ear", "toy_organs:Ear")
    said = Circuit.parse("{name: x, organs: {ear: , left: {organ: ear}}, flow: [ear, left]}")
    assert "  ear:\n  left: {organ: ear}\n" in said.dump()
    assert Circuit.parse(said.dump()) == said


def test_dump_refuses_a_class_that_yaml_cannot_name() -> None:
    class Inner(toys.Organ[toys.Heard, toys.Words]):
        def step(self, see: Any, use: Any) -> None:
            return None

    with pytest.raises(CircuitError, match="YAML cannot name"):
        Circuit("x", [Inner], ["inner"]).dump()


def test_dump_refuses_a_clamp_that_yaml_cannot_say(circuit: Circuit) -> None:
    with pytest.raises(CircuitError, match="YAML cannot say"):
        circuit.clamp("count", object()).dump()


def test_on_is_a_word_in_yaml() -> None:
    assert Circuit.parse(YAML).routes[0].on == "loud"


def test_load_names_the_file_in_faults(tmp_path: Path) -> None:
    file = tmp_path / "toy.yaml"
    file.write_text(YAML.replace("flow: [ear,", "flow: [eer,"), encoding="utf-8")
    with pytest.raises(CircuitError, match=r"(?s)toy\.yaml: .*'eer'.*did you mean .*ear"):
        Circuit.load(file).compile()


def test_load_of_a_missing_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(CircuitError, match=r"none\.yaml: cannot be read"):
        Circuit.load(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("flow:", "flwo:", r"unknown key 'flwo'; did you mean flow\?"),
        ("times: 2", "tmies: 2", r"organs\.counter: unknown key 'tmies'; did you mean times\?"),
        ("times: 2", "times: two", r"organs\.counter\.times: expected a whole number"),
        ("times: 2", "times: true", r"organs\.counter\.times: expected a whole number"),
        ('"toy_organs:Ear"', '"toy_organs:Eye"', r"organs\.ear: .*toy_organs:Eye"),
        ('"toy_organs:Ear"', "thalmus", r"'thalmus'; did you mean thalamus\?"),
        ("on: loud", "onn: loud", r"routes\[0\]: unknown key 'onn'; did you mean on"),
        ("to: {true: end, false: greet}", "to: end", r"routes\[0\]: to: expected a mapping"),
        ("false: greet}", "false: greet}, at_most: x", r"at_most: expected a whole number"),
        ("name: toy", "nam: toy", r"name: is missing"),
        ("name: toy", "name: toy\nname: toy", r"key 'name' is given twice"),
        ("name: toy", "name: toy\nclamps: {mod: 1}", r"clamps: no channel 'mod'; did you mean"),
        ("name: toy", "name: [toy", r"not valid YAML"),
    ],
)
def test_each_mistake_in_yaml_is_one_line_naming_file_and_key(
    old: str, new: str, message: str
) -> None:
    with pytest.raises(CircuitError, match=message) as caught:
        Circuit.parse(YAML.replace(old, new, 1), source="toy.yaml")
    assert str(caught.value).startswith("toy.yaml: ")
    assert "\n" not in str(caught.value)


def test_all_mistakes_in_yaml_are_told_at_once() -> None:
    wrong = YAML.replace("times: 2", "tmies: 2").replace("after:", "aftr:")
    with pytest.raises(CircuitError, match=r"(?s)tmies.*aftr"):
        Circuit.parse(wrong)


@pytest.mark.parametrize("text", ["", "- a", "just words", "{name: x, organs: 3, flow: 4}"])
def test_what_is_no_circuit_is_refused(text: str) -> None:
    with pytest.raises(CircuitError):
        Circuit.parse(text)


def test_what_is_no_organ_is_refused() -> None:
    with pytest.raises(CircuitError, match="is not an Organ"):
        Circuit("x", {"a": 3}, ["a"])  # pyright: ignore


def test_importing_graphs_does_not_import_langgraph() -> None:
    code = "import sys, graphs, graphs.circuit; sys.exit('langgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path.cwd()).returncode == 0
