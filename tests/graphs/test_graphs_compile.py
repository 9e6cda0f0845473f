from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Annotated, Any, TypedDict

import pytest
import toy_organs as toys
from langchain_core.messages import AIMessage, HumanMessage
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, StateGraph
from langgraph.graph.message import add_messages

from cognition.errors import CircuitError
from cognition.faculties import Faculties
from cognition.values import Mood, Stimulus
from graphs.circuit import Circuit, Route

HI: dict[str, Any] = {"messages": [("user", "hi there!")]}


class Chat(TypedDict):
    messages: Annotated[list[Any], add_messages]


def hear(message: Any, use: Faculties, **configurable: Any) -> Stimulus:
    app = Circuit("ear", [toys.Ear], ["ear"]).compile()
    said = {"messages": [message] if message is not None else []}
    return app.invoke(said, {"configurable": configurable}, context=use)["stimulus"]


def test_messages_go_in_and_out(circuit: Circuit, use: Faculties) -> None:
    messages = circuit.compile().invoke(HI, context=use)["messages"]
    assert [message.content for message in messages] == ["hi there!", "2 words, loud"]


def test_the_reply_carries_acts_and_citations(circuit: Circuit, use: Faculties) -> None:
    reply = circuit.compile().invoke(HI, context=use)["messages"][-1]
    assert reply.additional_kwargs == {
        "acts": ["acknowledge"],
        "cites": ["m1"],
        "voice": "native",
    }


def test_no_messages_make_the_companion_speak_first(circuit: Circuit, use: Faculties) -> None:
    for nothing in ({"messages": []}, {}):
        result = circuit.compile().invoke(nothing, context=use)
        assert [message.content for message in result["messages"]] == ["Good day, Ada."]


@pytest.mark.parametrize(
    "message",
    [
        ("user", "hi"),
        {"role": "user", "content": "hi"},
        HumanMessage("hi"),
        HumanMessage([{"type": "text", "text": "h"}, {"type": "text", "text": "i"}]),
        HumanMessage([{"type": "image", "url": "x"}, {"type": "text", "text": "hi"}]),
    ],
)
def test_the_stimulus_is_the_last_human_message(message: Any, use: Faculties) -> None:
    heard = hear(message, use)
    assert heard == Stimulus("hi", speaker="Ada", when=datetime(2026, 3, 1, 18, 0))
    assert type(heard.text) is str


@pytest.mark.parametrize("message", [None, ("ai", "I spoke"), ("system", "be kind")])
def test_a_last_message_that_is_not_human_is_silence(message: Any, use: Faculties) -> None:
    assert hear(message, use).text == ""


def test_a_message_may_say_who_when_and_where(use: Faculties) -> None:
    more = {"when": "2026-01-02T03:04:05", "ref": "D1:3", "session": "7"}
    heard = hear(HumanMessage("hi", name="Bo", additional_kwargs=more), use, session="8")
    assert heard == Stimulus("hi", "Bo", datetime(2026, 1, 2, 3, 4, 5), "D1:3", "7")


def test_the_session_may_come_from_the_configuration(use: Faculties) -> None:
    assert hear(("user", "hi"), use, session="8").session == "8"


def test_a_time_with_a_zone_becomes_local_wall_time(use: Faculties) -> None:
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    heard = hear(HumanMessage("hi", additional_kwargs={"when": moment.isoformat()}), use)
    assert heard.when == moment.astimezone().replace(tzinfo=None)


def test_a_time_that_is_none_is_refused(use: Faculties) -> None:
    with pytest.raises(ValueError, match="`when` is 'soon'; give an ISO time"):
        hear(HumanMessage("hi", additional_kwargs={"when": "soon"}), use)


def test_per_turn_channels_rest_again_and_lasting_ones_last(
    circuit: Circuit, use: Faculties
) -> None:
    app = circuit.compile(InMemorySaver())
    config: Any = {"configurable": {"thread_id": "1"}}
    app.invoke(HI, config, context=use)
    result = app.invoke({"messages": [("user", "")]}, config, context=use)
    assert (result["words"], result["count"], result["loud"]) == ((), 0, False)
    assert result["mood"] == Mood(valence=0.0)


def test_a_merged_channel_starts_anew_each_turn(use: Faculties) -> None:
    app = Circuit("x", {"a": toys.Mark, "b": toys.Mark(letter="n")}, [["a", "b"]]).compile(
        InMemorySaver()
    )
    config: Any = {"configurable": {"thread_id": "1"}}
    app.invoke(HI, config, context=use)
    assert app.invoke(HI, config, context=use)["trace"] == ("m", "n")


def test_outputs_can_be_narrowed_to_messages(circuit: Circuit, use: Faculties) -> None:
    assert set(circuit.compile(outputs=["messages"]).invoke(HI, context=use)) == {"messages"}


def test_an_unknown_output_is_refused(circuit: Circuit) -> None:
    with pytest.raises(CircuitError, match=r"no channel 'mod'; did you mean mood"):
        circuit.compile(outputs=["mod"])


def test_ainvoke_gives_what_invoke_gives(circuit: Circuit, use: Faculties) -> None:
    app = circuit.compile(outputs=["words", "count", "mood"])
    assert asyncio.run(app.ainvoke(HI, context=use)) == app.invoke(HI, context=use)


def test_astream_yields_every_node(circuit: Circuit, use: Faculties) -> None:
    async def run() -> list[str]:
        stream = circuit.compile().astream(HI, context=use, stream_mode="updates")
        return [name async for chunk in stream for name in chunk]

    assert sorted(asyncio.run(run())) == sorted(["wake", *circuit.organs])


@pytest.mark.parametrize("mode", ["values", "updates", "checkpoints", "tasks", "debug", "messages"])
def test_every_stream_mode_works(mode: Any, circuit: Circuit, use: Faculties) -> None:
    app = circuit.compile(InMemorySaver())
    config: Any = {"configurable": {"thread_id": "1"}}
    assert list(app.stream(HI, config, context=use, stream_mode=mode))


def test_the_reply_is_streamed_as_a_message(circuit: Circuit, use: Faculties) -> None:
    stream = circuit.compile().stream(HI, context=use, stream_mode="messages")
    said = [message for message, _ in stream if isinstance(message, AIMessage)]
    assert [message.content for message in said] == ["2 words, loud"]


def test_a_node_of_the_circuit_can_stream_its_own(circuit: Circuit, use: Faculties) -> None:
    assert list(circuit.compile().stream(HI, context=use, stream_mode="custom")) == []


def test_a_circuit_is_a_node_of_another_graph(circuit: Circuit, use: Faculties) -> None:
    builder = StateGraph(Chat, context_schema=Faculties)
    builder.add_node("companion", circuit.compile())
    builder.add_edge(START, "companion")
    for saver in (None, InMemorySaver()):
        app = builder.compile(checkpointer=saver)
        result = app.invoke(HI, {"configurable": {"thread_id": "1"}}, context=use)
        assert [message.content for message in result["messages"]] == [
            "hi there!",
            "2 words, loud",
        ]


def test_several_threads_share_a_compiled_circuit(circuit: Circuit) -> None:
    app = circuit.compile(InMemorySaver())

    def talk(number: int) -> tuple[str, Mood]:
        config: Any = {"configurable": {"thread_id": str(number)}}
        use = toys.toy_faculties(owner=f"P{number}")
        for _ in range(number):
            app.invoke({"messages": [("user", "oh!")]}, config, context=use)
        result = app.invoke({"messages": []}, config, context=use)
        return result["stimulus"].speaker, result["mood"].valence

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(talk, range(4)))
    assert told == [(f"P{n}", pytest.approx(0.1 - 0.1 * n)) for n in range(4)]


def test_interrupt_and_resume_keep_the_turn(circuit: Circuit, use: Faculties) -> None:
    app = circuit.compile(InMemorySaver(), interrupt_before=["greet"])
    config: Any = {"configurable": {"thread_id": "1"}}
    app.invoke(HI, config, context=use)
    assert app.get_state(config).next == ("greet",)
    result = app.invoke(None, config, context=use)
    assert result["messages"][-1].content == "2 words, loud"


def judged(enough: int, at_most: int, target: Any = "mark") -> Circuit:
    organs = {"mark": toys.Mark, "judge": toys.Judge(enough=enough), "ear": toys.Ear}
    route = Route("judge", "verdict", {"more": target, "done": "end"}, at_most=at_most)
    return Circuit("judged", organs, ["mark", "judge", "ear"], [route])


def test_a_route_loops_until_its_value_changes(use: Faculties) -> None:
    result = judged(enough=3, at_most=9).compile().invoke(HI, context=use)
    assert result["trace"] == ("m", "m", "m")
    assert result["words"] == ()


def test_a_spent_loop_goes_on_with_the_next_step(use: Faculties) -> None:
    result = judged(enough=9, at_most=2).compile().invoke(HI, context=use)
    assert result["trace"] == ("m", "m", "m")
    assert result["words"] == ("hi", "there!")


def test_a_loop_is_counted_anew_each_turn(use: Faculties) -> None:
    app = judged(enough=9, at_most=2).compile(InMemorySaver())
    config: Any = {"configurable": {"thread_id": "1"}}
    traces = [app.invoke(HI, config, context=use)["trace"] for _ in range(2)]
    assert traces == [("m", "m", "m")] * 2


def test_the_loop_counter_is_not_shown(use: Faculties) -> None:
    result = judged(enough=9, at_most=2).compile().invoke(HI, context=use)
    assert not [name for name in result if name.startswith("_")]


def test_a_route_back_to_a_parallel_step_runs_all_of_it(use: Faculties) -> None:
    organs = {"a": toys.Mark, "b": toys.Mark(letter="n"), "judge": toys.Judge(enough=4)}
    route = Route("judge", "verdict", {"more": ["a", "b"], "done": "end"}, at_most=5)
    app = Circuit("x", organs, [["a", "b"], "judge"], [route]).compile()
    assert app.invoke(HI, context=use)["trace"] == ("m", "n", "m", "n")


def test_a_route_after_a_parallel_step_waits_for_all_of_it(use: Faculties) -> None:
    organs = {"ear": toys.Ear, "volume": toys.Volume, "counter": toys.Counter, "greet": toys.Greet}
    route = Route("volume", "loud", {True: "end", False: "greet"})
    flow = ["ear", ["volume", "counter"], "greet"]
    app = Circuit("x", organs, flow, [route], without_care=True).compile()
    assert app.invoke(HI, context=use)["count"] == 2
    assert len(app.invoke(HI, context=use)["messages"]) == 1
    quiet = app.invoke({"messages": [("user", "hi there")]}, context=use)
    assert quiet["messages"][-1].content == "2 words"


def test_a_route_on_a_field_takes_otherwise_for_all_else(use: Faculties) -> None:
    organs = {"ear": toys.Ear, "mark": toys.Mark, "counter": toys.Counter}
    route = Route("ear", "stimulus.text", {"skip": "counter"}, otherwise="mark")
    app = Circuit("x", organs, ["ear", "mark", "counter"], [route]).compile()
    assert app.invoke({"messages": [("user", "skip")]}, context=use)["trace"] == ()
    assert app.invoke(HI, context=use)["trace"] == ("m",)


def test_a_skipped_parallel_step_leaves_no_join_waiting(use: Faculties) -> None:
    organs = {"ear": toys.Ear, "a": toys.Mark, "b": toys.Mark, "counter": toys.Counter}
    route = Route("ear", "stimulus.text", {"skip": "counter"}, otherwise=["a", "b"])
    app = Circuit("x", organs, ["ear", ["a", "b"], "counter"], [route]).compile()
    assert app.invoke({"messages": [("user", "skip")]}, context=use)["count"] == 1
    assert app.invoke(HI, context=use)["count"] == 2


def test_a_circuit_can_be_drawn_by_langgraph(circuit: Circuit) -> None:
    assert {"wake", *circuit.organs} <= set(circuit.compile().get_graph().nodes)
