from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Annotated, Any, TypedDict

import pytest
import toy_organs as toys
from langgraph.graph import START, StateGraph
from langgraph.graph.message import add_messages

from cognition.errors import CircuitError
from cognition.faculties import Faculties
from graphs.circuit import Circuit, Route
from graphs.diagram import draw
from graphs.probe import Probe, Record, record
from graphs.study import compare

SCRIPT = ["hi there!", "", "oh!"]


def test_rows_tell_turn_step_organ_channel_and_value(circuit: Circuit, use: Faculties) -> None:
    rows = record(circuit, ["hi there!"], context=use).rows
    told = [(row.turn, row.step, row.organ, row.channel) for row in rows]
    assert told == [
        (1, 0, "wake", "stimulus"),
        (1, 1, "ear", "words"),
        (1, 2, "counter", "count"),
        (1, 2, "volume", "loud"),
        (1, 3, "temper", "mood"),
        (1, 4, "greet", "utterance"),
    ]
    assert rows[1].value == ("hi", "there!")


def test_a_probe_keeps_only_its_channels_and_organs(circuit: Circuit, use: Faculties) -> None:
    rows = record(circuit, SCRIPT, context=use, probe=Probe("count", "volume")).rows
    assert {row.channel for row in rows} == {"count", "loud"}


def test_a_probe_on_nothing_there_says_what_is(circuit: Circuit, use: Faculties) -> None:
    with pytest.raises(CircuitError, match=r"no channel or organ 'cout'; did you mean count"):
        record(circuit, [], context=use, probe=Probe("cout"))


def test_lasting_channels_last_over_the_turns_of_a_record(circuit: Circuit, use: Faculties) -> None:
    series = record(circuit, SCRIPT, context=use).series("mood.valence")
    assert series == [pytest.approx(0.0), None, pytest.approx(-0.1)]


def test_a_record_keeps_the_replies(circuit: Circuit, use: Faculties) -> None:
    kept = record(circuit, SCRIPT, context=use)
    assert kept.replies == ("2 words, loud", "Good day, Ada.", "1 words, loud")


def test_a_probe_never_changes_a_run(circuit: Circuit, use: Faculties) -> None:
    app = circuit.compile(outputs=["words", "count", "loud", "mood", "utterance"])
    said: Any = {"messages": [("user", "hi there!")]}
    plain = app.invoke(said, context=use)
    probed = record(app, ["hi there!"], context=use)
    assert {name: probed.series(name)[0] for name in plain} == plain


def test_steps_of_a_loop_count_on(use: Faculties) -> None:
    organs = {"mark": toys.Mark, "judge": toys.Judge(enough=2)}
    route = Route("judge", "verdict", {"more": "mark", "done": "end"}, at_most=3)
    kept = record(Circuit("x", organs, ["mark", "judge"], [route]), ["x"], context=use)
    told = [(row.step, row.organ) for row in kept.rows if row.organ != "wake"]
    assert told == [(1, "mark"), (2, "judge"), (3, "mark"), (4, "judge")]


def test_organs_inside_a_graph_inside_a_graph_are_seen(circuit: Circuit, use: Faculties) -> None:
    class Chat(TypedDict):
        messages: Annotated[list[Any], add_messages]

    builder: Any = StateGraph(Chat, context_schema=Faculties)
    builder.add_node("companion", circuit.compile())
    builder.add_edge(START, "companion")
    kept = record(builder.compile(), ["hi there!"], context=use, probe=Probe("counter"))
    assert [(row.step, row.organ, row.value) for row in kept.rows] == [(2, "companion/counter", 2)]
    assert kept.replies == ("2 words, loud",)


def test_rows_are_written_as_json_lines(circuit: Circuit, use: Faculties, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    kept = record(circuit, SCRIPT, context=use)
    kept.write_jsonl(file)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(kept.rows)
    assert lines[0]["value"]["when"] == "2026-03-01 18:00:00"
    assert lines[1] == {
        "turn": 1,
        "step": 1,
        "organ": "ear",
        "channel": "words",
        "value": ["hi", "there!"],
    }


def test_rows_make_a_frame(circuit: Circuit, use: Faculties) -> None:
    frame = record(circuit, SCRIPT, context=use).frame()
    assert list(frame.columns) == ["turn", "step", "organ", "channel", "value"]
    assert list(frame[frame.channel == "count"].value) == [2, 0, 1]


def test_a_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CircuitError, match=r"install `kindred\[frames\]`"):
        Record().frame()


def test_comparing_tells_what_a_lesion_changed(circuit: Circuit) -> None:
    found = compare(
        {"intact": circuit, "lesioned": circuit.lesion("counter")},
        SCRIPT,
        context=toys.toy_faculties,
    )
    told = [(d.turn, d.organ, d.channel) for d in found.differences]
    assert told == [
        (1, "counter", "count"),
        (1, "greet", "utterance"),
        (3, "counter", "count"),
        (3, "greet", "utterance"),
    ]
    assert found.differences[0].values == {"intact": 2, "lesioned": 0}
    assert found.changed() == {"count": pytest.approx(2 / 3), "utterance": pytest.approx(2 / 3)}


def test_comparing_with_a_sham_finds_nothing(circuit: Circuit) -> None:
    circuits = {"intact": circuit, "sham": circuit.sham("counter")}
    assert compare(circuits, SCRIPT, context=toys.toy_faculties).differences == ()


def test_each_compared_circuit_has_a_mind_of_its_own(circuit: Circuit) -> None:
    made: list[Faculties] = []

    def fresh() -> Faculties:
        made.append(toys.toy_faculties())
        return made[-1]

    compare({"a": circuit, "b": circuit}, ["x"], context=fresh)
    assert len(made) == 2 and made[0] is not made[1]


def test_a_missing_write_is_a_difference(circuit: Circuit) -> None:
    circuits = {"intact": circuit, "deaf": circuit.lesion("volume")}
    found = compare(circuits, ["oh!"], context=toys.toy_faculties).differences
    moods = [difference.values for difference in found if difference.channel == "mood"]
    assert [values["deaf"] for values in moods] == [None]


def test_a_comparison_makes_a_table_a_frame_and_replies(circuit: Circuit) -> None:
    circuits = {"intact": circuit, "clamped": circuit.clamp("count", 7)}
    found = compare(circuits, ["oh!"], context=toys.toy_faculties)
    lines = found.table().splitlines()
    assert lines[0] == "| turn | organ | channel | intact | clamped |"
    assert lines[2] == "| 1 | counter | count | 1 | 7 |"
    assert list(found.frame()["clamped"])[:1] == [7]
    assert found.replies == ({"intact": "1 words, loud", "clamped": "7 words, loud"},)


def test_a_drawing_shows_organs_parallel_steps_and_channels(circuit: Circuit) -> None:
    drawn = draw(circuit, channels=True)
    assert drawn.startswith("flowchart LR")
    assert 'subgraph counter_and_volume[" "]' in drawn
    assert "ear --> counter_and_volume" in drawn
    assert "greet --> end_" in drawn
    assert 'ear["ear<br/><i>words</i>"]' in drawn


def test_a_drawing_shows_routes_and_lesions() -> None:
    organs = {"mark": toys.Mark, "judge": toys.Judge}
    route = Route("judge", "verdict", {"more": "mark", "done": "end"}, at_most=3)
    drawn = draw(Circuit("x", organs, ["mark", "judge"], [route]).lesion("mark"))
    assert 'judge -. "verdict: more" .-> mark' in drawn
    assert 'judge -. "verdict: done" .-> end_' in drawn
    assert "style mark stroke-dasharray" in drawn
