"""The compiled companion is an ordinary LangGraph graph: run, streamed, kept and nested as any."""

import asyncio
import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypedDict

import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.graph.message import add_messages

from cognition import Mind
from cognition.faculties import Faculties
from graphs import Circuit
from graphs.companion import CONFIG, companion

ROOT = Path(__file__).parents[2]
SAID = "My sister is called Mia."
ORGANS = {
    "wake", "thalamus", "amygdala", "hippocampus", "neocortex", "insula", "prefrontal",
    "basal_ganglia", "broca", "consolidation",
}  # fmt: skip
MODES = ["values", "updates", "tasks", "debug", "messages", "custom"]


@pytest.fixture(scope="module")
def app():
    return companion()


def thread(name="1"):
    return {"configurable": {"thread_id": name}}


def said(text=SAID):
    return {"messages": [("user", text)]}


def speech(result):
    return result["messages"][-1].content


def streamed(app, mind, mode, config=None):
    return list(app.stream(said(), config, context=mind.faculties, stream_mode=mode))


def astreamed(app, mind, mode, config=None):
    async def gather():
        stream = app.astream(said(), config, context=mind.faculties, stream_mode=mode)
        return [part async for part in stream]

    return asyncio.run(gather())


def kept(mind):
    return [memory.text for memory in mind.memories() if memory.role == "person"]


def test_it_is_run_as_any_graph_and_keeps_what_was_said(app, mind):
    result = app.invoke(said(), context=mind.faculties)
    assert [type(message) for message in result["messages"]] == [HumanMessage, AIMessage]
    assert "Mia" in speech(result)
    assert kept(mind) == [SAID]


def test_the_file_in_configs_compiles_to_the_same_circuit(mind):
    loaded = Circuit.load(ROOT / "configs" / "companion.yaml")
    assert loaded == Circuit.load(CONFIG)
    assert set(loaded.compile().nodes) - {"__start__"} == ORGANS
    assert "Mia" in speech(loaded.compile().invoke(said(), context=mind.faculties))


def test_it_is_awaited_with_the_same_outcome(app, mind, encoder, clock):
    result = asyncio.run(app.ainvoke(said(), context=mind.faculties))
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as other:
        assert speech(app.invoke(said(), context=other.faculties)) == speech(result)
    assert kept(mind) == [SAID]


@pytest.mark.parametrize("stream", [streamed, astreamed])
@pytest.mark.parametrize("mode", MODES)
def test_it_streams_in_every_mode(app, mind, mode, stream):
    parts = stream(app, mind, mode)
    match mode:
        case "values":
            assert "Mia" in speech(parts[-1]) and parts[-1]["receipt"].ids
        case "updates":
            assert {name for part in parts for name in part} == ORGANS
        case "tasks":
            assert {part["name"] for part in parts} == ORGANS
            assert not any(part.get("error") for part in parts)
        case "debug":
            assert {part["payload"]["name"] for part in parts} == ORGANS
        case "messages":
            [(message, about)] = [part for part in parts if isinstance(part[0], AIMessage)]
            assert "Mia" in message.content and about["langgraph_node"] == "broca"
        case "custom":
            assert parts == []
    assert kept(mind) == [SAID]


@pytest.mark.parametrize("stream", [streamed, astreamed])
def test_it_streams_its_checkpoints(mind, stream):
    app = companion_with(InMemorySaver())
    parts = stream(app, mind, "checkpoints", thread())
    assert "Mia" in speech(parts[-1]["values"])
    assert parts[-1]["next"] == []


def test_it_streams_several_modes_at_once(app, mind):
    modes = ["values", "updates", "messages"]
    assert {mode for mode, _ in streamed(app, mind, modes)} == set(modes)


def companion_with(checkpointer, **more):
    return Circuit.load(CONFIG).compile(checkpointer, **more)


def test_a_thread_goes_on_from_its_file(mind, tmp_path):
    with SqliteSaver.from_conn_string(str(tmp_path / "checkpoints.db")) as saver:
        companion_with(saver).invoke(said(), thread(), context=mind.faculties)
        app = companion_with(saver)
        result = app.invoke(said("What is my sister called?"), thread(), context=mind.faculties)
        assert len(result["messages"]) == 4 and "Mia" in speech(result)
        other = app.invoke(said("Hello!"), thread("2"), context=mind.faculties)
        assert len(other["messages"]) == 2
        assert "Mia" in speech(app.get_state(thread()).values)


def test_a_turn_interrupted_after_planning_is_finished_later(mind, tmp_path):
    with SqliteSaver.from_conn_string(str(tmp_path / "checkpoints.db")) as saver:
        half = companion_with(saver, interrupt_after=["prefrontal"])
        half.invoke(said(), thread(), context=mind.faculties)
        assert kept(mind) == []
        result = companion_with(saver).invoke(None, thread(), context=mind.faculties)
    assert "Mia" in speech(result) and kept(mind) == [SAID]


PROCESS = textwrap.dedent(
    """
    import sys
    from langgraph.checkpoint.sqlite import SqliteSaver
    from cognition import Mind
    from graphs import Circuit

    memory, checkpoints, words = sys.argv[1:]
    thread = {"configurable": {"thread_id": "one"}}
    circuit = Circuit.load("configs/companion.yaml")
    with Mind.open(memory, owner="Ada") as mind, SqliteSaver.from_conn_string(checkpoints) as saver:
        before = circuit.compile(saver).get_state(thread).values
        half = circuit.compile(saver, interrupt_after=["insula"])
        half.invoke({"messages": [("user", words)]}, thread, context=mind.faculties)
        result = circuit.compile(saver).invoke(None, thread, context=mind.faculties)
        moods = before.get("mood"), result["mood"]
        assert before == {} or moods[0].at is not None and moods[1].at >= moods[0].at, moods
        print(len(result["messages"]), result["messages"][-1].content)
    """
)


def in_a_process(folder, words, strict):
    environment = {
        **os.environ, "LANGGRAPH_STRICT_MSGPACK": strict, "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    command = [sys.executable, "-W", "error::UserWarning", "-c", PROCESS]
    done = subprocess.run(
        [*command, str(folder / "memory"), str(folder / "checkpoints.db"), words],
        env=environment, cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("strict", ["true", "false"])
def test_another_process_takes_the_thread_up_without_a_warning(tmp_path, strict):
    assert in_a_process(tmp_path, SAID, strict).startswith("2 ")
    again = in_a_process(tmp_path, "What is my sister called?", strict)
    assert again.startswith("4 ") and "Mia" in again


class Outer(TypedDict):
    messages: Annotated[list, add_messages]
    length: int


def test_it_is_a_node_of_another_graph(mind):
    builder = StateGraph(Outer, context_schema=Faculties)
    builder.add_node("companion", companion())
    builder.add_node("measure", lambda state: {"length": len(speech(state))})
    builder.add_edge(START, "companion")
    builder.add_edge("companion", "measure")
    result = builder.compile().invoke(said(), context=mind.faculties)
    assert result["length"] == len(speech(result)) > 0
    assert [type(message) for message in result["messages"]] == [HumanMessage, AIMessage]
    assert kept(mind) == [SAID]


def test_inside_another_graph_its_nodes_stream_and_its_thread_is_kept(mind, caplog):
    from graphs.compile import serializer

    circuit = Circuit.load(CONFIG)
    builder = StateGraph(MessagesState, context_schema=Faculties)
    builder.add_node("companion", circuit.compile(outputs=["messages"]))
    builder.add_edge(START, "companion")
    app = builder.compile(InMemorySaver(serde=serializer(circuit)))
    parts = app.stream(
        said(), thread(), context=mind.faculties, stream_mode="updates", subgraphs=True
    )
    inner = {name for path, part in parts if path for name in part}
    assert inner == ORGANS
    result = app.invoke(said("What is my sister called?"), thread(), context=mind.faculties)
    assert len(result["messages"]) == 4 and "Mia" in speech(result)
    assert caplog.records == []


def test_several_threads_talk_to_minds_of_their_own(app, encoder, clock):
    names = ["Mia", "Zoe", "Eva", "Lea"]

    def talk(name):
        with Mind.open(None, owner=f"{name}'s friend", encoder=encoder, clock=clock) as mind:
            app.invoke(said(f"My sister is called {name}."), context=mind.faculties)
            return speech(app.invoke(said("What is my sister called?"), context=mind.faculties))

    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(talk, names))
    for name, reply in zip(names, replies, strict=True):
        assert [other for other in names if other in reply] == [name]


def test_several_threads_share_one_mind_on_disk(app, encoder, tmp_path):
    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder) as mind:

        def tell(number):
            return app.invoke(said(f"I planted tree number {number}."), context=mind.faculties)

        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(tell, range(12)))
        assert all(speech(result) for result in results)
        assert sorted(kept(mind)) == sorted(f"I planted tree number {n}." for n in range(12))
    with Mind.open(tmp_path / "m", encoder=encoder) as again:
        assert len(kept(again)) == 12 and all(well for _, well, _ in again.doctor())


@pytest.mark.parametrize(
    "message",
    [
        ("user", SAID),
        ("human", SAID),
        {"role": "user", "content": SAID},
        HumanMessage(SAID),
        HumanMessage([{"type": "text", "text": SAID}]),
        SAID,
    ],
)
def test_messages_come_in_every_form(app, mind, message):
    result = app.invoke({"messages": [message]}, context=mind.faculties)
    assert "Mia" in speech(result) and kept(mind) == [SAID]


def test_a_message_may_say_who_spoke_and_when(app, mind):
    then = datetime(2025, 5, 4, 12, 0)
    about = {"when": then.isoformat(), "ref": "note-7"}
    message = HumanMessage(SAID, additional_kwargs=about)
    app.invoke({"messages": [message]}, context=mind.faculties)
    [memory] = [memory for memory in mind.memories() if memory.role == "person"]
    assert (memory.when, memory.ref, memory.speaker) == (then, "note-7", "Ada")


def test_no_message_lets_it_speak_first_and_keeps_nothing_of_the_person(app, mind):
    result = app.invoke({"messages": []}, context=mind.faculties)
    assert result["percept"].act == "empty" and "Ada" in speech(result)
    assert kept(mind) == []


def test_what_it_says_is_one_message_not_chunks(app, mind):
    result = app.invoke(said(), context=mind.faculties)
    assert not isinstance(result["messages"][-1], AIMessageChunk)
    assert result["messages"][-1].additional_kwargs["voice"] == "native"
