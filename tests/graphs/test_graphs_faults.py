from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

import pytest
import toy_organs as toys

from cognition.channel import LASTING, Merge
from cognition.errors import CircuitError
from cognition.organ import Organ
from cognition.values import Mood, Stimulus
from graphs.circuit import Circuit, Route


def swap(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return (*new, *old)


@dataclass(frozen=True)
class Nothing:
    pass


@dataclass(frozen=True)
class CountText:
    count: str


@dataclass(frozen=True)
class CountRest:
    count: int = 7


@dataclass(frozen=True)
class Swapped:
    trace: Annotated[tuple[str, ...], Merge(swap)]


@dataclass(frozen=True)
class Misspelt:
    wrds: tuple[str, ...]


@dataclass(frozen=True)
class MoodWritten:
    mood: Mood


@dataclass(frozen=True)
class Moodd:
    moood: Mood = field(default_factory=Mood)


@dataclass(frozen=True)
class StimulusWritten:
    stimulus: Stimulus


@dataclass(frozen=True)
class LastingRead:
    count: Annotated[int, LASTING] = 0


def organ(name: str, sees: type, says: type) -> type[Organ[Any, Any]]:
    def step(self: Any, see: Any, use: Any) -> None:
        return None

    made: Any = type(Organ)(name, (), {})
    namespace = {"step": step, "__orig_bases__": (Organ[sees, says],), "__doc__": name}  # pyright: ignore
    made = type(name, (Organ,), namespace)
    return made


def faults(organs: Any, flow: Any, *routes: Route, **more: Any) -> list[str]:
    return Circuit("x", organs, flow, routes, **more).faults()


def only(found: list[str], *words: str) -> None:
    assert len(found) == 1, found
    for word in words:
        assert word in found[0]


def test_a_sound_circuit_has_no_faults(circuit: Circuit) -> None:
    assert circuit.faults() == []


def test_a_required_read_that_nobody_writes() -> None:
    only(faults([toys.Counter], ["counter"]), "counter reads words", "no organ writes")


def test_a_misspelt_required_read_suggests_the_channel() -> None:
    wrong = organ("Reader", Misspelt, Nothing)
    only(faults([toys.Ear, wrong], ["ear", "reader"]), "did you mean words?")


def test_a_misspelt_optional_read_of_the_same_type_is_caught() -> None:
    wrong = organ("Reader", Moodd, Nothing)
    organs = [toys.Ear, toys.Volume, toys.Temper, wrong]
    only(faults(organs, ["ear", "volume", "temper", "reader"]), "moood", "did you mean mood")


def test_an_optional_read_that_nobody_writes_is_no_fault() -> None:
    assert faults([toys.Judge], ["judge"]) == []


def test_a_required_read_written_only_later() -> None:
    only(faults([toys.Counter, toys.Ear], ["counter", "ear"]), "move ear to an earlier step")


def test_a_required_read_written_in_the_same_parallel_step() -> None:
    only(faults([toys.Counter, toys.Ear], [["counter", "ear"]]), "move ear to an earlier step")


def test_two_writers_of_an_unmerged_channel_in_one_parallel_step() -> None:
    found = faults(
        {"ear": toys.Ear, "a": toys.Counter, "b": toys.Counter(times=2)}, ["ear", ["a", "b"]]
    )
    only(found, "channel count", "a and b", "Merge(concat)")


def test_two_writers_in_two_steps_are_no_fault() -> None:
    organs = {"ear": toys.Ear, "a": toys.Counter, "b": toys.Counter(times=2)}
    assert faults(organs, ["ear", "a", "b"]) == []


def test_two_writers_of_a_merged_channel_are_no_fault() -> None:
    assert faults({"a": toys.Mark, "b": toys.Mark}, [["a", "b"]]) == []


def test_two_types_of_one_channel() -> None:
    wrong = organ("Reader", CountText, Nothing)
    found = faults([toys.Ear, toys.Counter, wrong], ["ear", "counter", "reader"])
    only(found, "channel count", "reader says str", "counter says int")


def test_two_merge_rules_of_one_channel() -> None:
    wrong = organ("Swapper", toys.Heard, Swapped)
    only(faults([toys.Mark, wrong], ["mark", "swapper"]), "swap", "concat", "one merge rule")


def test_a_reader_may_leave_the_merge_rule_out() -> None:
    assert faults([toys.Mark, toys.Judge], ["mark", "judge"]) == []


def test_two_resting_values_of_one_channel() -> None:
    wrong = organ("Reader", CountRest, Nothing)
    found = faults([toys.Ear, toys.Counter, wrong], ["ear", "counter", "reader"])
    only(found, "channel count", "rests at 7", "at 0")


def test_writers_that_disagree_on_lasting() -> None:
    wrong = organ("Fleeting", toys.Heard, MoodWritten)
    organs = [toys.Ear, toys.Volume, toys.Temper, wrong]
    only(faults(organs, ["ear", "volume", "temper", "fleeting"]), "channel mood", "LASTING")


def test_a_reader_cannot_make_a_channel_last() -> None:
    wrong = organ("Reader", LastingRead, Nothing)
    found = faults([toys.Ear, toys.Counter, wrong], ["ear", "counter", "reader"])
    only(found, "channel count", "LASTING")


def test_the_stimulus_is_not_to_be_written() -> None:
    only(faults([organ("Faker", Nothing, StimulusWritten)], ["faker"]), "channel stimulus")


def test_flow_that_names_no_organ() -> None:
    only(faults([toys.Ear], ["ear", "eer"]), "'eer'", "did you mean ear?")


def test_an_organ_outside_the_flow() -> None:
    only(faults([toys.Ear, toys.Mark], ["ear"]), "organ mark is not in flow")


def test_an_organ_twice_in_the_flow() -> None:
    only(faults([toys.Ear], ["ear", "ear"]), "flow names ear 2 times")


def test_an_empty_flow() -> None:
    assert "flow is empty" in faults([toys.Ear], [])[0]


def test_an_organ_named_like_a_channel() -> None:
    only(faults({"words": toys.Ear}, ["words"]), "a channel has that name")


@pytest.mark.parametrize("name", ["wake", "end", "a-b", "__start__"])
def test_a_name_that_langgraph_or_the_circuit_needs(name: str) -> None:
    only(faults({name: toys.Ear}, [name]), "cannot be used")


@dataclass(frozen=True)
class Woken:
    wake: int = 0


def test_a_channel_with_a_name_that_the_circuit_needs() -> None:
    only(faults([organ("Sleeper", Nothing, Woken)], ["sleeper"]), "channel wake")


LOOP = {"mark": toys.Mark, "judge": toys.Judge}


def test_a_route_that_does_not_cover_its_values() -> None:
    only(faults(LOOP, ["mark", "judge"], Route("judge", "verdict", {"done": "end"})), "'more'")


def test_a_route_on_a_bool_must_cover_both() -> None:
    organs = {"ear": toys.Ear, "volume": toys.Volume, "mark": toys.Mark}
    route = Route("volume", "loud", {True: "mark"})
    only(faults(organs, ["ear", "volume", "mark"], route), "may also be False")


def test_a_route_on_many_values_needs_otherwise() -> None:
    organs = {"ear": toys.Ear, "counter": toys.Counter, "mark": toys.Mark}
    route = Route("counter", "count", {0: "end", 1: "mark"})
    only(faults(organs, ["ear", "counter", "mark"], route), "otherwise")
    route = Route("counter", "count", {0: "end"}, otherwise="mark")
    assert faults(organs, ["ear", "counter", "mark"], route) == []


def test_a_route_on_a_value_that_cannot_be() -> None:
    route = Route("judge", "verdict", {"dne": "end", "done": "end", "more": "end"})
    only(faults(LOOP, ["mark", "judge"], route), "never 'dne'", "did you mean done?")


def test_a_route_on_a_field_that_is_not_there() -> None:
    route = Route("judge", "stimulus.rol", {}, otherwise="end")
    only(faults(LOOP, ["mark", "judge"], route), "no field 'rol'", "did you mean role?")


def test_a_route_on_an_unknown_channel() -> None:
    only(faults(LOOP, ["mark", "judge"], Route("judge", "vredict", {})), "did you mean verdict?")


def test_a_route_at_an_unknown_step() -> None:
    route = Route("judge", "verdict", {"done": "edn", "more": "end"})
    only(faults(LOOP, ["mark", "judge"], route), "no step 'edn'", "did you mean end?")


def test_a_route_at_part_of_a_parallel_step() -> None:
    organs = {"a": toys.Mark, "b": toys.Mark, "judge": toys.Judge}
    route = Route("judge", "verdict", {"done": "end", "more": "a"}, at_most=2)
    found = faults(organs, [["a", "b"], "judge"], route)
    assert any("not one whole step; aim at [a, b]" in fault for fault in found)


def test_an_unbounded_loop() -> None:
    route = Route("judge", "verdict", {"done": "end", "more": "mark"})
    only(faults(LOOP, ["mark", "judge"], route), "loop for ever", "at_most")


def test_a_bound_without_a_loop() -> None:
    route = Route("judge", "verdict", {"done": "end", "more": "end"}, at_most=2)
    only(faults(LOOP, ["mark", "judge"], route), "no target is an earlier step")


def test_a_bound_below_one() -> None:
    route = Route("judge", "verdict", {"done": "end", "more": "mark"}, at_most=0)
    only(faults(LOOP, ["mark", "judge"], route), "give at least 1")


def test_a_route_after_an_unknown_organ() -> None:
    route = Route("jugde", "verdict", {"done": "end", "more": "end"})
    only(faults(LOOP, ["mark", "judge"], route), "did you mean judge?")


def test_two_routes_from_one_step() -> None:
    route = Route("judge", "verdict", {"done": "end", "more": "end"})
    only(faults(LOOP, ["mark", "judge"], route, route), "make them one")


def test_a_step_that_no_route_reaches() -> None:
    organs = {**LOOP, "ear": toys.Ear}
    route = Route("judge", "verdict", {"done": "end", "more": "end"})
    only(faults(organs, ["mark", "judge", "ear"], route), "ear never runs")


def test_an_organ_under_two_interventions() -> None:
    only(faults([toys.Ear], ["ear"], lesioned=["ear"], shams=["ear"]), "more than one of")


def test_a_lesion_of_an_unknown_organ(circuit: Circuit) -> None:
    with pytest.raises(CircuitError, match=r"no organ 'tempr'; did you mean temper\?"):
        circuit.lesion("tempr")


def test_a_clamp_of_an_unknown_channel(circuit: Circuit) -> None:
    with pytest.raises(CircuitError, match=r"no channel 'mod' to clamp; did you mean mood\?"):
        circuit.clamp("mod", 1)


def test_a_clamp_counts_as_a_writer() -> None:
    assert faults([toys.Counter], ["counter"], clamps={"words": ("a",)}) == []


def test_compile_tells_all_faults_at_once() -> None:
    with pytest.raises(CircuitError, match=r"(?s)'eer'.*not in flow.*reads words"):
        Circuit("x", [toys.Mark, toys.Counter], ["eer", "counter"]).compile()
