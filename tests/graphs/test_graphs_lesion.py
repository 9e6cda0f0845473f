from __future__ import annotations

from typing import Any

import toy_organs as toys
from langgraph.checkpoint.memory import InMemorySaver

from cognition.faculties import Faculties
from cognition.values import Mood, Utterance
from graphs.circuit import Circuit
from graphs.probe import record

CONFIG: Any = {"configurable": {"thread_id": "1"}}
SCRIPT = ["oh my!", "so be it", "a b c d!"]


def run(circuit: Circuit, use: Faculties, *texts: str) -> Any:
    app = circuit.compile(InMemorySaver())
    for text in texts:
        result = app.invoke({"messages": [("user", text)]}, CONFIG, context=use)
    return result  # pyright: ignore


def test_a_lesioned_organ_rests(circuit: Circuit, use: Faculties) -> None:
    result = run(circuit.lesion("counter"), use, "oh my!")
    assert result["count"] == 0
    assert result["messages"][-1].content == "0 words, loud"


def test_a_lesion_keeps_the_shape(circuit: Circuit) -> None:
    shape = circuit.compile().get_graph()
    assert set(circuit.lesion("counter").compile().get_graph().nodes) == set(shape.nodes)


def test_nothing_of_the_last_turn_leaks_through_a_lesion(circuit: Circuit, use: Faculties) -> None:
    saver = InMemorySaver()
    said: Any = {"messages": [("user", "oh!")]}
    assert circuit.compile(saver).invoke(said, CONFIG, context=use)["mood"] == Mood(valence=0.0)
    after = circuit.lesion("temper").compile(saver).invoke(said, CONFIG, context=use)
    assert after["mood"] == Mood()


def test_a_lesioned_voice_says_nothing(circuit: Circuit, use: Faculties) -> None:
    result = run(circuit.lesion("greet"), use, "oh!")
    assert [message.type for message in result["messages"]] == ["human"]


def test_a_lesioned_organ_adds_nothing_to_a_merged_channel(use: Faculties) -> None:
    marks = Circuit("x", {"a": toys.Mark, "b": toys.Mark(letter="n")}, [["a", "b"]])
    assert run(marks.lesion("a"), use, "x")["trace"] == ("n",)


def test_a_frozen_organ_repeats_its_first_writing(circuit: Circuit, use: Faculties) -> None:
    assert record(circuit.freeze("counter"), SCRIPT, context=use).series("count") == [2, 2, 2]


def test_what_is_frozen_belongs_to_one_mind(circuit: Circuit) -> None:
    app = circuit.freeze("counter").compile()
    counts = [
        app.invoke({"messages": [("user", text)]}, context=toys.toy_faculties())["count"]
        for text in ("one", "one two")
    ]
    assert counts == [1, 2]


def test_a_sham_changes_nothing(circuit: Circuit, use: Faculties) -> None:
    assert record(circuit.sham("temper"), SCRIPT, context=use) == record(
        circuit, SCRIPT, context=use
    )


def test_a_clamp_holds_whatever_the_organ_writes(circuit: Circuit, use: Faculties) -> None:
    result = run(circuit.clamp("count", 7), use, "oh my!")
    assert result["count"] == 7
    assert result["messages"][-1].content == "7 words, loud"


def test_a_clamp_holds_before_and_without_any_writer(use: Faculties) -> None:
    counted = Circuit("x", [toys.Counter], ["counter"], clamps={"words": ("a", "b")})
    assert run(counted, use, "x")["count"] == 2


def test_a_clamp_holds_a_lasting_channel_from_the_start(circuit: Circuit, use: Faculties) -> None:
    held = Mood(valence=0.9)
    kept = record(circuit.clamp("mood", held), SCRIPT, context=use)
    assert kept.series("mood") == [held, None, held]
    assert run(circuit.clamp("mood", held), use, "quiet")["mood"] == held


def test_a_clamp_holds_a_merged_channel(use: Faculties) -> None:
    marks = Circuit("x", {"a": toys.Mark, "b": toys.Mark}, [["a", "b"]])
    assert run(marks.clamp("trace", ("z",)), use, "x")["trace"] == ("z",)


def test_a_clamped_utterance_is_what_is_said(circuit: Circuit, use: Faculties) -> None:
    result = run(circuit.clamp("utterance", Utterance("Mm.")), use, "oh!")
    assert result["messages"][-1].content == "Mm."


def test_a_clamped_stimulus_is_what_is_heard(circuit: Circuit, use: Faculties) -> None:
    heard = toys.Stimulus("one two three")
    assert run(circuit.clamp("stimulus", heard), use, "oh!")["count"] == 3


def test_interventions_add_up_and_leave_the_original_alone(
    circuit: Circuit, use: Faculties
) -> None:
    changed = circuit.lesion("volume").clamp("count", 5).sham("temper")
    assert run(changed, use, "oh!")["messages"][-1].content == "5 words"
    assert run(circuit, use, "oh!")["messages"][-1].content == "1 words, loud"


def test_an_intervention_works_after_yaml(circuit: Circuit, use: Faculties) -> None:
    changed = Circuit.parse(circuit.lesion("volume").clamp("mood", Mood(valence=0.5)).dump())
    result = run(changed, use, "oh!")
    assert (result["loud"], result["mood"]) == (False, Mood(valence=0.5))
