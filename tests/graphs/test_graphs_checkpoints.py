from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import toy_organs as toys
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import START, MessagesState, StateGraph

from cognition import values
from cognition.faculties import Faculties
from cognition.values import Appraisal, Engram, Percept, Recollection, TimeSpan
from graphs.circuit import Circuit
from graphs.compile import serializer
from graphs.typed import mender

CONFIG: Any = {"configurable": {"thread_id": "1"}}


@contextmanager
def saver(kind: str, folder: Path) -> Iterator[Any]:
    if kind == "memory":
        yield InMemorySaver()
    else:
        with SqliteSaver.from_conn_string(str(folder / "checkpoints.db")) as opened:
            yield opened


def keep(checkpointer: Any) -> Any:
    return Circuit("keep", [toys.Keep], ["keep"]).compile(checkpointer)


def talk(app: Any, use: Faculties, turns: int = 3) -> Any:
    for turn in range(turns):
        result = app.invoke({"messages": [("user", "x" * turn)]}, CONFIG, context=use)
    return result["held"]  # pyright: ignore


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_nested_values_survive_checkpoints_as_declared(
    kind: str, tmp_path: Path, use: Faculties, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), saver(kind, tmp_path) as opened:
        held = talk(keep(opened), use)
    assert [part.sizes for part in held.parts] == [(0, 0), (1, 1), (2, 2)]
    assert held.first == held.parts[-1]
    assert held.colour is toys.Colour.BLUE
    assert caplog.records == []


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_a_turn_resumes_from_a_checkpoint_in_another_app(
    kind: str, tmp_path: Path, use: Faculties, circuit: Circuit
) -> None:
    with saver(kind, tmp_path) as opened:
        first = circuit.compile(opened, interrupt_after=["ear"])
        first.invoke({"messages": [("user", "hi there!")]}, CONFIG, context=use)
        result = circuit.compile(opened).invoke(None, CONFIG, context=use)
    assert result["messages"][-1].content == "2 words, loud"


@pytest.mark.parametrize("strict", ["true", "false"])
def test_checkpoints_work_under_strict_msgpack(strict: str, tmp_path: Path) -> None:
    code = (
        "import sys, logging; sys.path.insert(0, 'tests/graphs'); logging.basicConfig()\n"
        "from pathlib import Path\n"
        "import toy_organs as toys, test_graphs_checkpoints as these\n"
        "for kind in ('memory', 'sqlite'):\n"
        "    with these.saver(kind, Path(sys.argv[1])) as opened:\n"
        "        held = these.talk(these.keep(opened), toys.toy_faculties())\n"
        "    assert isinstance(held, toys.Thing) and held.colour is toys.Colour.BLUE\n"
        "    assert [part.sizes for part in held.parts] == [(0, 0), (1, 1), (2, 2)], held\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(tmp_path)],
        env={**os.environ, "LANGGRAPH_STRICT_MSGPACK": strict, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_serializer_revives_every_value_of_the_mind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    serde = serializer()
    kinds = [kind for kind in vars(values).values() if hasattr(kind, "__dataclass_fields__")]
    assert len(kinds) > 15
    for kind in kinds:
        mend = mender(kind)
        loaded = serde.loads_typed(serde.dumps_typed(kind()))
        assert (mend(loaded) if mend else loaded) == kind()
    assert caplog.records == []


def test_compile_leaves_the_given_checkpointer_as_it_was(circuit: Circuit) -> None:
    given = InMemorySaver()
    before = given.serde
    circuit.compile(given)
    assert given.serde is before


def test_a_graph_around_a_circuit_resumes_with_its_serializer(
    circuit: Circuit, use: Faculties, caplog: pytest.LogCaptureFixture
) -> None:
    builder: Any = StateGraph(MessagesState, context_schema=Faculties)
    builder.add_node("companion", circuit.compile(interrupt_before=["greet"]))
    builder.add_edge(START, "companion")
    app = builder.compile(checkpointer=InMemorySaver(serde=serializer(circuit)))
    app.invoke({"messages": [("user", "hi there!")]}, CONFIG, context=use)
    result = app.invoke(None, CONFIG, context=use)
    assert result["messages"][-1].content == "2 words, loud"
    assert caplog.records == []


def test_a_serializer_with_a_list_of_its_own_is_extended(use: Faculties) -> None:
    given = InMemorySaver(serde=JsonPlusSerializer(allowed_msgpack_modules=[("a", "b")]))
    assert len(talk(keep(given), use).parts) == 3


def through_checkpoint(value: Any) -> Any:
    serde = serializer()
    return serde.loads_typed(serde.dumps_typed(value))


def test_a_checkpoint_does_return_tuples_as_lists() -> None:
    assert through_checkpoint(Percept(sentences=("a",))).sentences == ["a"]


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (Percept, Percept("a", sentences=("a",), times=(TimeSpan("now"),), vector=(0.5, 1.0))),
        (tuple[Engram, ...], (Engram("1", names=("Ada",), times=(TimeSpan("then"),)),)),
        (Recollection | None, Recollection("1", path=("a", "b"), why={"cosine": 0.5})),
        (Appraisal, Appraisal(labels=("joy",), emotions={"joy": 0.9})),
        (tuple[str, tuple[int, ...]], ("a", (1, 2))),
        (dict[str, tuple[int, ...]], {"a": (1,)}),
        (list[tuple[int, ...]], [(1,), (2,)]),
        (frozenset[str], frozenset({"a"})),
    ],
)
def test_what_a_checkpoint_did_is_mended(hint: Any, value: Any) -> None:
    mend = mender(hint)
    assert mend is not None
    assert mend(through_checkpoint(value)) == value


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (Percept, Percept("a", sentences=("a",), times=(TimeSpan("now"),))),
        (tuple[Engram, ...], (Engram("1", names=("Ada",)),)),
        (dict[str, tuple[int, ...]], {"a": (1,)}),
        (list[tuple[int, ...]], [(1,)]),
        (tuple[str, int] | None, None),
    ],
)
def test_what_needs_no_mending_is_the_same_object(hint: Any, value: Any) -> None:
    mend = mender(hint)
    assert mend is not None
    assert mend(value) is value


@pytest.mark.parametrize("hint", [int, str, float | None, TimeSpan, Any, dict[str, float]])
def test_types_that_a_checkpoint_leaves_alone_need_no_mender(hint: Any) -> None:
    assert mender(hint) is None
