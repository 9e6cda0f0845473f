"""A turn that nobody watches runs straight through: the same organs, no graph step between them.

LangGraph spends about a third of a millisecond on each step, a thread on each organ of a parallel
one, and as much again on a run: more than all organs together. Where nobody streams, traces,
checkpoints or interrupts, that buys nothing, and `invoke` does without.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from langchain_core.messages import convert_to_messages
from langchain_core.runnables import RunnableConfig
from langchain_core.runnables.config import (
    ensure_config,
    get_callback_manager_for_config,
    var_child_runnable_config,
)
from langgraph.graph.message import add_messages
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import Overwrite

from cognition.faculties import Faculties
from graphs.adapter import say
from graphs.check import Wiring
from graphs.lesion import Act
from graphs.wake import Rouse

Compiled = CompiledStateGraph[Any, Any, Any, Any]
_CHANCE = random.Random()  # seeded by the system
Run = Callable[[Any, RunnableConfig, Faculties], dict[str, Any]]


def straight(wiring: Wiring, acts: Mapping[str, Act], rouse: Rouse, voices: frozenset[str]) -> Run:
    """Make one function of a flow without routes: from messages heard to the channels it leaves.

    Organs of a parallel step see the state before it. `voices` are the organs whose utterance
    becomes a message.
    """
    merges = {
        name: channel.merge.function
        for name, channel in wiring.channels.items()
        if channel.merge is not None
    }

    def run(said: Any, config: RunnableConfig, use: Faculties) -> dict[str, Any]:
        thread = str(config.get("configurable", {}).get("thread_id", ""))
        messages: list[Any] = [*convert_to_messages(said if isinstance(said, list) else [said])]
        begun = rouse({"messages": messages}, config, use)
        now = {n: v.value if isinstance(v, Overwrite) else v for n, v in begun.items()}
        for step in wiring.steps:
            updates = [(name, acts[name](now, use, thread)) for name in step]
            for organ, update in updates:
                if organ in voices:
                    say(update)
                    messages += update.pop("messages", [])
                for name, value in update.items():
                    now[name] = merges[name](now[name], value) if name in merges else value
        for message in messages:
            message.id = message.id or _fresh_id()
        now["messages"] = add_messages([], messages)
        return now

    return run


def _fresh_id() -> str:
    """Give a message's id: random as LangGraph's own, but without asking the system for each."""
    return str(UUID(int=_CHANCE.getrandbits(128), version=4))


def run_straight(compiled: Compiled, run: Run, outputs: Sequence[str]) -> None:
    """Let the graph's `invoke` do so where nobody can tell: the same channels come out."""

    class Straight(CompiledStateGraph[Any, Any, Any, Any]):
        def invoke(  # pyright: ignore[reportIncompatibleMethodOverride]
            self,
            input: Any,
            config: RunnableConfig | None = None,
            *,
            context: Any = None,
            **more: Any,
        ) -> Any:
            if not more and isinstance(context, Faculties) and _unwatched(self, input, config):
                left = run(input["messages"], config or {}, context)
                return {name: left[name] for name in outputs if name in left}
            return super().invoke(input, config, context=context, **more)

    # LangGraph makes the graph itself, and copies it by its class and attributes alone
    Straight.__name__ = type(compiled).__name__
    compiled.__class__ = cast(Any, Straight)


def _unwatched(graph: Compiled, input: Any, config: RunnableConfig | None) -> bool:
    """Tell whether a run could be seen, kept, stopped or shaped by anything but its result."""
    shaped = (
        graph.config
        or graph.checkpointer
        or graph.store is not None
        or graph.cache is not None
        or graph.debug
        or graph.interrupt_before_nodes
        or graph.interrupt_after_nodes
        or var_child_runnable_config.get() is not None
    )
    if shaped or not isinstance(input, dict) or cast(Any, input).keys() != {"messages"}:
        return False
    given: Mapping[str, Any] = config or {}
    inner = given.get("configurable") or {}
    if given.keys() - {"configurable"} or any(
        key.startswith(("__", "checkpoint")) for key in inner
    ):
        return False
    listening = get_callback_manager_for_config(ensure_config(config))
    return not (listening.handlers or listening.inheritable_handlers)


__all__ = ["run_straight", "straight"]
