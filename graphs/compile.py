"""From a checked circuit to a compiled LangGraph graph, its silent traps walled off."""

from __future__ import annotations

import copy
import dataclasses
import typing
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import Enum
from typing import Annotated, Any, get_args

from langchain_core.messages import AnyMessage
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime
from langgraph.types import Command

from cognition import values as mind_values
from cognition.channel import Channel
from cognition.errors import CircuitError
from cognition.faculties import Faculties
from graphs.adapter import Work, act_of, faculties_of, mend_of, node, say, thread_of
from graphs.check import Wiring, faults
from graphs.circuit import END as STOP
from graphs.circuit import WAKE, Circuit, Route, Step, near
from graphs.lesion import Act, intervene
from graphs.straight import run_straight, straight
from graphs.typed import mender
from graphs.voices import speaks
from graphs.wake import rouse_of, wake_of

Compiled = CompiledStateGraph[Any, Any, Any, Any]


def build(
    circuit: Circuit,
    checkpointer: Any = None,
    *,
    store: Any = None,
    outputs: Collection[str] | None = None,
    interrupt_before: Sequence[str] | None = None,
    interrupt_after: Sequence[str] | None = None,
) -> Compiled:
    """Build the graph of a circuit; see `Circuit.compile`."""
    if found := faults(circuit):
        where = circuit.source or f"circuit {circuit.name}"
        raise CircuitError(f"{where}: " + "\n  ".join(["", *found] if len(found) > 1 else found))
    wiring = Wiring(circuit)
    ways = {wiring.place[route.after]: _Way(route, wiring) for route in circuit.routes}
    laps = {way.laps: 0 for way in ways.values() if way.laps}
    fields = {"messages": Annotated[list[AnyMessage], add_messages]} | {
        name: _field(channel) for name, channel in wiring.channels.items()
    }
    if strange := [name for name in outputs or () if name not in fields]:
        raise CircuitError(f"outputs: no channel {strange[0]!r}; {near(strange[0], fields)}")
    graph: Any = StateGraph(
        _schema("State", {**fields, **dict.fromkeys(laps, int)}),
        context_schema=Faculties,
        input_schema=_schema("Input", {"messages": fields["messages"]}),
        output_schema=_schema("Output", {name: fields[name] for name in outputs or fields}),
    )
    rouse = rouse_of(wiring, laps)
    graph.add_node(WAKE, wake_of(rouse))
    acts = {name: _act(wiring, name) for step in wiring.steps for name in step}
    voices = frozenset(name for name in acts if speaks(circuit.organs[name]))
    for number, step in enumerate(wiring.steps):
        way = ways.get(number) if len(step) == 1 else None
        for name in step:
            work = _work(acts[name], mend_of(circuit.organs[name]), name in voices, way)
            _add_organ(graph, name, work, way)
    _connect(graph, wiring, ways)
    compiled: Compiled = graph.compile(
        checkpointer=_allowing(checkpointer, circuit),
        store=store,
        interrupt_before=list(interrupt_before or ()),
        interrupt_after=list(interrupt_after or ()),
        name=circuit.name,
    )
    if not ways:
        run_straight(compiled, straight(wiring, acts, rouse, voices), [*(outputs or fields)])
    return compiled


def _field(channel: Channel) -> Any:
    if channel.merge is None:
        return channel.type
    mend = mender(channel.type)
    merge = channel.merge.function
    return Annotated[channel.type, merge if mend is None else _mended(merge, mend)]


def _mended(merge: Callable[[Any, Any], Any], mend: Callable[[Any], Any]) -> Any:
    def reduce(old: Any, new: Any) -> Any:
        return merge(mend(old), mend(new))

    reduce.__name__ = merge.__name__
    return reduce


def _schema(name: str, fields: dict[str, Any]) -> Any:
    return typing.TypedDict(name, fields)  # pyright: ignore


def _act(wiring: Wiring, name: str) -> Act:
    act = act_of(wiring.circuit.organs[name], wiring.channels)
    return intervene(wiring.circuit, name, act, wiring.channels)


def _add_organ(graph: Any, name: str, work: Work, way: _Way | None) -> None:
    work.__name__ = name
    graph.add_node(name, work, destinations=way.destinations if way else None)


def _work(act: Act, mend: Callable[[Any], Any], talks: bool, way: _Way | None) -> Work:
    def work(state: Any, config: RunnableConfig, runtime: Runtime[Faculties]) -> Any:
        update = act(mend(state), faculties_of(runtime), thread_of(config))
        if talks:
            say(update)
        return update if way is None else way.take(state, update)

    return work


def _connect(graph: Any, wiring: Wiring, ways: dict[int, _Way]) -> None:
    before: str | list[str] = WAKE
    graph.add_edge(START, WAKE)
    for number, step in enumerate(wiring.steps):
        for name in step if before else ():
            graph.add_edge(before, name)
        before = step[0] if len(step) == 1 else list(step)
        way = ways.get(number)
        if way is None:
            continue
        if len(step) > 1:  # a route after a parallel step waits for all of it at a gate
            gate = f"_after_{'_'.join(step)}"
            graph.add_node(gate, way.gate, destinations=way.destinations)
            graph.add_edge(before, gate)
        before = []
    if before:
        graph.add_edge(before, END)


class _Way:
    """A route at work: it chooses where to go and counts how often it went back."""

    def __init__(self, route: Route, wiring: Wiring) -> None:
        step = wiring.place[route.after]
        self.route = route
        self.name, *self.path = route.on.split(".")
        self.channel = wiring.channels[self.name]
        self.laps = f"_laps_{route.after}" if route.at_most is not None else ""
        self.back = {target for target in route.targets if _goes_back(target, wiring, step)}
        self.next = wiring.following(step)
        targets = {*route.targets, *([self.next] if self.laps else [])}
        self.destinations = tuple(
            sorted({END if name == STOP else name for target in targets for name in target})
        )

    def gate(self, state: Any) -> Any:
        """Choose from the whole state, after a parallel step."""
        return self.take(state, {})

    def take(self, state: Any, update: dict[str, Any]) -> Any:
        """Choose from the state and the update of the organ this route comes after."""
        target = self._target(self._value(state, update))
        if target in self.back:
            laps = state.get(self.laps, 0) + 1
            if laps > (self.route.at_most or 0):
                target = self.next
            else:
                update[self.laps] = laps
        return Command(update=update, goto=[END if name == STOP else name for name in target])

    def _value(self, state: Any, update: dict[str, Any]) -> Any:
        value = state.get(self.name, self.channel.rest)
        if self.name in update:
            merge = self.channel.merge
            value = merge.function(value, update[self.name]) if merge else update[self.name]
        for part in self.path:
            value = getattr(value, part)
        return value.value if isinstance(value, Enum) else value

    def _target(self, value: Any) -> Step:
        target = self.route.to.get(value, self.route.otherwise)
        if target is None:
            raise CircuitError(
                f"route after {self.route.after}: {self.route.on} is {value!r}, which its type "
                "does not allow and the route does not name; correct the organ that writes it"
            )
        return target


def _goes_back(target: Step, wiring: Wiring, step: int) -> bool:
    return target != (STOP,) and wiring.steps.index(target) <= step


def serializer(*circuits: Circuit) -> JsonPlusSerializer:
    """Make the serializer that lets checkpoints hold the values of the mind and of these circuits.

    `compile` gives it to the checkpointer by itself; a graph of your own hands it to its saver:
    `SqliteSaver(connection, serde=serializer(circuit))`.
    """
    return JsonPlusSerializer(allowed_msgpack_modules=sorted(_names(circuits)))


def _names(circuits: Iterable[Circuit]) -> set[tuple[str, ...]]:
    todo: list[Any] = [kind for kind in vars(mind_values).values() if isinstance(kind, type)]
    for circuit in circuits:
        todo.extend(channel.type for channel in Wiring(circuit).channels.values())
    found: set[tuple[str, ...]] = set()
    while todo:
        kind = todo.pop()
        todo.extend(get_args(kind))
        if not isinstance(kind, type) or (kind.__module__, kind.__name__) in found:
            continue
        if dataclasses.is_dataclass(kind):
            todo.extend(typing.get_type_hints(kind).values())
        elif kind.__module__ == "builtins":
            continue
        found.add((kind.__module__, kind.__name__))
    return found


def _allowing(checkpointer: Any, circuit: Circuit) -> Any:
    """Let a checkpointer revive the circuit's values, which it else warns of or blocks."""
    serde = getattr(checkpointer, "serde", None)
    if serde is None:
        return checkpointer
    extended = checkpointer.with_allowlist(_names([circuit]))
    if extended is checkpointer and type(serde) is JsonPlusSerializer:
        extended = copy.copy(checkpointer)
        extended.serde = serializer(circuit)
        extended.serde.pickle_fallback = serde.pickle_fallback
    return extended


__all__ = ["build", "node", "serializer"]
