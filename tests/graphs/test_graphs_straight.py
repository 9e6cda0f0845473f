"""A plain invoke runs straight through and leaves what the separate nodes would have left."""

import langgraph.pregel.main as pregel
import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.runnables import RunnableLambda
from langgraph.checkpoint.memory import InMemorySaver

from graphs import Circuit
from graphs.companion import CONFIG

SCRIPT = ["", "My sister Mia visits on Friday.", "Who visits on Friday?", "I feel awful.", "Bye!"]


def invoked(app, said, use):
    return app.invoke(said, context=use)


def streamed(app, said, use):
    *_, last = app.stream(said, context=use, stream_mode="values")
    return last


def played(circuit, encoder, clock_at, run):
    from cognition import Mind
    from cognition.faculties.clock import MovableClock

    clock = MovableClock(clock_at)
    app = circuit.compile()
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        for said in SCRIPT:
            state = run(app, {"messages": [("user", said)] if said else []}, mind.faculties)
            clock.advance(minutes=2)
            yield (
                {name: v for name, v in state.items() if name != "messages"},
                [(m.type, m.content, m.additional_kwargs) for m in state["messages"]],
            )


@pytest.fixture
def steps(monkeypatch):
    """Count the runs that go through LangGraph's own loop."""
    counted = []
    stream = pregel.Pregel.stream

    def counting(self, *args, **kwargs):
        counted.append(self.name)
        return stream(self, *args, **kwargs)

    monkeypatch.setattr(pregel.Pregel, "stream", counting)
    return counted


@pytest.mark.parametrize("change", ["intact", "lesion", "clamp", "freeze"])
def test_the_same_turns_come_out(encoder, clock, change, steps):
    from cognition.values import Mood

    circuit = Circuit.load(CONFIG)
    if change == "lesion":
        circuit = circuit.lesion("hippocampus")
    if change == "clamp":
        circuit = circuit.clamp("mood", Mood(valence=-0.5))
    if change == "freeze":
        circuit = circuit.freeze("amygdala")
    straight = list(played(circuit, encoder, clock.now(), invoked))
    assert steps == []
    assert list(played(circuit, encoder, clock.now(), streamed)) == straight
    assert len(steps) == len(SCRIPT)


def test_only_the_outputs_come_out(mind, steps):
    app = Circuit.load(CONFIG).compile(outputs=["messages", "mood"])
    left = app.invoke({"messages": [("user", "Hello!")]}, context=mind.faculties)
    assert (left.keys(), steps) == ({"messages", "mood"}, [])


class Listening(BaseCallbackHandler):
    def __init__(self):
        self.heard = []

    def on_chain_start(self, serialized, inputs, *, name="", **kwargs):
        self.heard.append(name)


def test_whoever_listens_hears_each_organ(mind, steps):
    ear = Listening()
    said = {"messages": [("user", "Hello!")]}
    Circuit.load(CONFIG).compile().invoke(said, {"callbacks": [ear]}, context=mind.faculties)
    assert {"companion", "thalamus", "broca"} <= set(ear.heard)
    assert steps == ["companion"]


def test_a_run_inside_another_is_seen_from_there(mind, steps):
    app, ear = Circuit.load(CONFIG).compile(), Listening()
    outer = RunnableLambda(lambda said: app.invoke(said, context=mind.faculties))
    outer.invoke({"messages": [("user", "Hello!")]}, {"callbacks": [ear]})
    assert "thalamus" in ear.heard and steps == ["companion"]


@pytest.mark.parametrize(
    ("compiled", "called"),
    [
        ({"checkpointer": InMemorySaver()}, {"config": {"configurable": {"thread_id": "t"}}}),
        ({"interrupt_before": ["broca"]}, {}),
        ({}, {"stream_mode": "updates"}),
        ({}, {"config": {"recursion_limit": 3}}),
        ({}, {"config": {"tags": ["mine"]}}),
    ],
)
def test_what_needs_langgraph_gets_it(mind, steps, compiled, called):
    from langgraph.errors import GraphRecursionError

    app = Circuit.load(CONFIG).compile(**compiled)
    try:
        app.invoke({"messages": [("user", "Hello!")]}, context=mind.faculties, **called)
    except GraphRecursionError:
        assert called["config"]["recursion_limit"] == 3
    assert steps == ["companion"]


def test_a_configured_copy_goes_the_long_way(mind, steps):
    app = Circuit.load(CONFIG).compile().with_config(tags=["mine"])
    said = app.invoke({"messages": [("user", "Hello!")]}, context=mind.faculties)
    assert said["messages"][-1].type == "ai" and steps == ["companion"]
