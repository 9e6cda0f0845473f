"""A fused circuit leaves behind what the separate nodes would have left behind."""

import pytest
from langgraph.checkpoint.memory import InMemorySaver

from cognition.errors import CircuitError
from graphs import Circuit
from graphs.companion import CONFIG

SCRIPT = ["", "My sister Mia visits on Friday.", "Who visits on Friday?", "I feel awful.", "Bye!"]


def played(circuit, encoder, clock_at, fuse, checkpointer=None):
    from cognition import Mind
    from cognition.faculties.clock import MovableClock

    clock = MovableClock(clock_at)
    app = circuit.compile(checkpointer, fuse=fuse)
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        for said in SCRIPT:
            messages = [("user", said)] if said else []
            thread = {"configurable": {"thread_id": "t"}}
            state = app.invoke({"messages": messages}, thread, context=mind.faculties)
            clock.advance(minutes=2)
            yield (
                {name: v for name, v in state.items() if name != "messages"},
                [(m.type, m.content) for m in state["messages"]],
            )


@pytest.mark.parametrize("change", ["intact", "lesion", "clamp"])
@pytest.mark.parametrize("kept", [False, True])
def test_the_same_turns_come_out(encoder, clock, change, kept):
    from cognition.values import Mood

    circuit = Circuit.load(CONFIG)
    if change == "lesion":
        circuit = circuit.lesion("hippocampus")
    if change == "clamp":
        circuit = circuit.clamp("mood", Mood(valence=-0.5))
    saver = InMemorySaver if kept else lambda: None
    apart = list(played(circuit, encoder, clock.now(), False, saver()))
    whole = list(played(circuit, encoder, clock.now(), True, saver()))
    assert whole == apart


def test_it_is_one_step():
    graph = Circuit.load(CONFIG).compile(fuse=True).get_graph()
    assert set(graph.nodes) == {"__start__", "turn", "__end__"}


def test_what_needs_steps_is_refused():
    with pytest.raises(CircuitError, match="compile without it"):
        Circuit.load(CONFIG).compile(fuse=True, interrupt_before=["broca"])
