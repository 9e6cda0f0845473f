"""A whole turn as one node: the same organs in the same order, without a graph step between them.

LangGraph spends about a third of a millisecond on each step and a thread on each organ of a
parallel one. Where nothing watches, interrupts or branches between organs, that buys nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.graph import START
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime
from langgraph.types import Overwrite

from cognition.faculties import Faculties
from graphs.adapter import Work, faculties_of, say, thread_of
from graphs.check import Wiring
from graphs.lesion import Act
from graphs.typed import mender
from graphs.wake import Wake


def fused(
    wiring: Wiring,
    acts: Mapping[str, Act],
    wake: Wake,
    voices: frozenset[str],
    kept: frozenset[str],
) -> Work:
    """Make one node of a flow without routes; organs of a parallel step see the state before it.

    `voices` are the organs whose utterance becomes a message, `kept` the channels that the graph
    has. What the node writes to them is what the separate nodes would have left behind.
    """
    merges = {
        name: channel.merge.function
        for name, channel in wiring.channels.items()
        if channel.merge is not None
    }

    # what a checkpoint kept from the turn before is mended once, and all else is made in this turn
    menders = {
        name: mend
        for name, channel in wiring.channels.items()
        if channel.lasting and (mend := mender(channel.type)) is not None
    }

    def turn(state: Any, config: RunnableConfig, runtime: Runtime[Faculties]) -> dict[str, Any]:
        use, thread = faculties_of(runtime), thread_of(config)
        said = state.pop(START).get("messages", [])
        heard = said if isinstance(said, list) else [said]
        begun = wake({**state, "messages": heard}, config, runtime)
        now = {n: menders[n](value) if n in menders else value for n, value in state.items()}
        for name, value in begun.items():
            now[name] = value.value if isinstance(value, Overwrite) else value
        written = set(begun)
        messages: list[Any] = []
        for step in wiring.steps:
            updates = [(name, acts[name](now, use, thread)) for name in step]
            for organ, update in updates:
                for name, value in update.items():
                    merge = merges.get(name)
                    now[name] = merge(now[name], value) if merge else value
                    written.add(name)
                if organ in voices:
                    spoken = dict(update)
                    say(spoken)
                    messages += spoken.get("messages", [])
        left = {
            name: Overwrite(now[name]) if name in merges else now[name] for name in written & kept
        }
        return {**left, "messages": [*heard, *messages]}

    return turn


def start_at_once(graph: CompiledStateGraph[Any, Any, Any, Any], name: str) -> None:
    """Let the one node take the graph's input itself.

    LangGraph gives a step of its own, a quarter of its whole cost here, to a node that only copies
    the input into the channels. The node named must pass on what it was given.
    """
    node = graph.nodes[name]
    node.triggers = [START]
    node.channels = [*node.channels, START]
    del graph.nodes[START]
    graph.validate()


__all__ = ["fused", "start_at_once"]
