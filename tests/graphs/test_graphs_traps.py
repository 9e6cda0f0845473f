from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from typing import Annotated, Any, TypedDict

import pytest
import toy_organs as toys
from langgraph.channels import BinaryOperatorAggregate
from langgraph.errors import InvalidUpdateError
from langgraph.graph import START, StateGraph
from langgraph.graph.message import add_messages

from cognition.channel import Merge
from cognition.errors import CircuitError, OrganError
from cognition.faculties import Faculties
from cognition.organ import Organ
from cognition.values import Stimulus, Utterance
from graphs.adapter import node
from graphs.circuit import Circuit

HI: dict[str, Any] = {"messages": [("user", "hi there!")]}


class Wild(Organ[toys.Heard, toys.Words]):
    """Return what it did not declare."""

    def step(self, see: Any, use: Any) -> Any:
        return {"wrods": ("lost",)}


class State(TypedDict, total=False):
    messages: Annotated[list[Any], add_messages]
    stimulus: Stimulus
    words: tuple[str, ...]
    count: int
    utterance: Utterance


@dataclass
class DataState:
    stimulus: Stimulus
    words: tuple[str, ...] = ()


def graph(schema: Any, **nodes: Any) -> Any:
    builder: Any = StateGraph(schema, context_schema=Faculties)
    before = START
    for name, work in nodes.items():
        builder.add_node(name, work)
        builder.add_edge(before, name)
        before = name
    return builder.compile()


def test_what_an_organ_did_not_declare_raises_instead_of_vanishing(use: Faculties) -> None:
    with pytest.raises(CircuitError, match=r"Wild\.step returned dict; return Words or None"):
        Circuit("x", [Wild], ["wild"]).compile().invoke(HI, context=use)


def test_a_written_channel_that_a_schema_of_ones_own_lacks_raises(use: Faculties) -> None:
    class Small(TypedDict):
        stimulus: Stimulus

    app = graph(Small, ear=node(toys.Ear))
    with pytest.raises(CircuitError, match="Ear writes words, which the graph's schema lacks"):
        app.invoke({"stimulus": Stimulus("hi")}, context=use)


def test_an_organ_creates_no_channel_in_a_schema_of_ones_own() -> None:
    app = graph(State, counter=node(toys.Counter), mark=node(toys.Mark))
    assert "trace" not in app.channels


def test_two_lambdas_are_equal_to_langgraph_and_refused_by_channels() -> None:
    first = BinaryOperatorAggregate(int, lambda old, new: old + new)
    assert first == BinaryOperatorAggregate(int, lambda old, new: old * new)
    with pytest.raises(OrganError, match="not a lambda"):
        Merge(lambda old, new: old)


def test_parallel_writes_fail_when_built_not_when_run(use: Faculties) -> None:
    class Bare(TypedDict):
        count: int

    builder: Any = StateGraph(Bare)
    for name in "ab":
        builder.add_node(name, lambda state: {"count": 1})
        builder.add_edge(START, name)
    with pytest.raises(InvalidUpdateError):
        builder.compile().invoke({"count": 0})
    organs = {"ear": toys.Ear, "a": toys.Counter, "b": toys.Counter}
    with pytest.raises(CircuitError, match="both write it in one parallel step"):
        Circuit("x", organs, ["ear", ["a", "b"]]).compile()


def test_faculties_with_empty_parts_are_not_falsy(use: Faculties) -> None:
    assert len(use.timeline) == 0
    assert bool(use)


@pytest.mark.parametrize("context", [None, "not faculties"])
def test_a_run_without_faculties_says_what_to_pass(circuit: Circuit, context: Any) -> None:
    with pytest.raises(CircuitError, match=r"pass `context=mind\.faculties`"):
        circuit.compile().invoke(HI, context=context)


def test_a_run_contacts_nothing_when_no_tracing_is_asked_for(
    circuit: Circuit, use: Faculties, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    for name in [*os.environ]:
        if name.startswith(("LANGSMITH_", "LANGCHAIN_")):
            monkeypatch.delenv(name)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **how: asked.append(where))
    monkeypatch.setattr(socket.socket, "connect", lambda self, where: asked.append(where))
    circuit.compile().invoke(HI, context=use)
    assert asked == []


def test_an_idle_organ_leaves_no_join_waiting(use: Faculties) -> None:
    organs = {"ear": toys.Ear, "mark": toys.Mark, "greet": toys.Greet}
    app = Circuit("x", organs, [["ear", "mark"], "greet"], without_care=True).compile()
    result = app.invoke({"messages": []}, context=use)
    assert result["messages"][-1].content == "Hello, Ada."


def test_organs_work_by_hand_in_a_typed_dict_graph(use: Faculties) -> None:
    app = graph(State, ear=node(toys.Ear()), counter=node(toys.Counter), greet=node(toys.Greet()))
    result = app.invoke({"stimulus": Stimulus("hi there")}, context=use)
    assert result["messages"][-1].content == "2 words"


def test_organs_work_by_hand_in_a_dataclass_graph(use: Faculties) -> None:
    app = graph(DataState, ear=node(toys.Ear))
    assert app.invoke(DataState(Stimulus("hi")), context=use)["words"] == ("hi",)


def test_an_organ_by_hand_speaks_only_where_there_are_messages(use: Faculties) -> None:
    class Mute(TypedDict, total=False):
        words: tuple[str, ...]
        utterance: Utterance

    result = graph(Mute, greet=node(toys.Greet)).invoke({"words": ("a",)}, context=use)
    assert result["utterance"].text == "0 words"
    assert "messages" not in result


def test_an_organ_by_hand_misses_a_required_channel(use: Faculties) -> None:
    with pytest.raises(CircuitError, match="Counter reads words, which nothing has written"):
        graph(State, counter=node(toys.Counter)).invoke({"count": 3}, context=use)


def test_an_organ_by_hand_needs_faculties() -> None:
    with pytest.raises(CircuitError, match=r"context is missing.*context=mind\.faculties"):
        graph(State, ear=node(toys.Ear)).invoke({"stimulus": Stimulus("hi")})


def test_an_organ_by_hand_mends_lists(use: Faculties) -> None:
    lists: Any = {"words": ["a", "b"]}
    assert graph(State, counter=node(toys.Counter)).invoke(lists, context=use)["count"] == 2
