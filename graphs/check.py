"""What is wrong with a circuit, said all at once and before anything runs."""

from __future__ import annotations

import dataclasses
import difflib
import types
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

from cognition.channel import Channel
from cognition.organ import RESERVED
from cognition.values import Stimulus
from graphs.circuit import END, WAKE, Circuit, Route, Step, near
from graphs.voices import uncared

STIMULUS = Channel(name="stimulus", type=Stimulus, rest=Stimulus())
TAKEN = frozenset({WAKE, END, "__start__", "__end__"})


class Wiring:
    """Which organ reads and writes which channel, and what each channel then is.

    A channel's type is what its organs say; its merge rule and whether it lasts are what its
    writers say; its resting value is the one given explicitly, else the type's own.
    """

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.steps: tuple[Step, ...] = circuit.flow
        self.place = {name: n for n, step in enumerate(self.steps) for name in step}
        self.writers: dict[str, list[str]] = {"stimulus": [WAKE]}
        self.uses: dict[str, list[tuple[str, Channel, bool]]] = {
            "stimulus": [(WAKE, STIMULUS, True)]
        }
        for name, organ in circuit.organs.items():
            for channel in organ.reads:
                self.uses.setdefault(channel.name, []).append((name, channel, False))
            for channel in organ.writes:
                self.uses.setdefault(channel.name, []).append((name, channel, True))
                self.writers.setdefault(channel.name, []).append(name)
        self.channels = {name: self._resolve(name) for name in self.uses}

    def _resolve(self, name: str) -> Channel:
        uses = self.uses[name]
        written = [channel for _, channel, writes in uses if writes]
        chosen = (written or [channel for _, channel, _ in uses])[0]
        explicit = [channel for _, channel, _ in uses if channel.explicit]
        rest = explicit[0].rest if explicit else chosen.rest
        return dataclasses.replace(chosen, rest=rest, explicit=bool(explicit))

    def following(self, step: int) -> Step:
        """Give the step after this one, or the end."""
        return self.steps[step + 1] if step + 1 < len(self.steps) else (END,)

    def onward(self, step: int) -> list[int]:
        """Give the steps that may come next after a step, by the flow and by its route."""
        routes = {self.place[r.after]: r for r in self.circuit.routes if r.after in self.place}
        route = routes.get(step)
        ahead = [step + 1] if route is None or route.at_most is not None else []
        targets = route.targets if route else ()
        return ahead + [self.steps.index(each) for each in targets if each in self.steps]


def faults(circuit: Circuit) -> list[str]:
    """List everything wrong with a circuit; see `Circuit.faults`."""
    wiring = Wiring(circuit)
    plain = (_flow, _names, _conflicts, _writes, _reads, _routes, _unreached, _interventions)
    checks = (*plain, uncared)
    return [fault for check in checks for fault in check(wiring)]


def _flow(wiring: Wiring) -> Iterator[str]:
    organs = wiring.circuit.organs
    counts = Counter(name for step in wiring.steps for name in step)
    if not counts:
        yield "flow is empty; name the organs in the order in which they run"
    for name, count in counts.items():
        if name not in organs:
            yield f"flow names {name!r}, which is not in organs; {near(name, organs)}"
        elif count > 1:
            yield f"flow names {name} {count} times; name it once, and use a route to run it again"
    for name in organs:
        if name not in counts:
            yield f"organ {name} is not in flow; add it to flow or take it out of organs"
    if any(not step for step in wiring.steps):
        yield "flow has an empty step; take it out"


def _names(wiring: Wiring) -> Iterator[str]:
    for name in wiring.circuit.organs:
        if name in TAKEN or not name.isidentifier() or name.startswith("__"):
            yield f"organ {name!r}: that name cannot be used; give it another, in snake case"
        elif name in wiring.channels or name in RESERVED:
            yield f"organ {name}: a channel has that name too; rename the organ in this circuit"
    for name in TAKEN & wiring.channels.keys():
        yield f"channel {name}: that name belongs to the circuit; call the channel something else"


def _conflicts(wiring: Wiring) -> Iterator[str]:
    for name, uses in wiring.uses.items():
        chosen = wiring.channels[name]
        first = next(organ for organ, channel, _ in uses if channel.type == chosen.type)
        for organ, channel, writes in uses:
            if channel.type != chosen.type:
                yield (
                    f"channel {name}: {organ} says {_spell(channel.type)}, {first} says "
                    f"{_spell(chosen.type)}; declare one type in both"
                )
            if channel.merge != chosen.merge and (writes or channel.merge is not None):
                yield (
                    f"channel {name}: {organ} merges by {_rule(channel)}, {first} by "
                    f"{_rule(chosen)}; declare one merge rule in both"
                )
            if channel.lasting != chosen.lasting and (writes or channel.lasting):
                yield (
                    f"channel {name}: {organ if channel.lasting else first} says it is LASTING, "
                    f"{first if channel.lasting else organ} does not; mark it in both or in neither"
                )
            if channel.explicit and channel.rest != chosen.rest:
                yield (
                    f"channel {name}: {organ} rests at {channel.rest!r}, another organ at "
                    f"{chosen.rest!r}; give one resting value"
                )


def _writes(wiring: Wiring) -> Iterator[str]:
    for name, writers in wiring.writers.items():
        if wiring.channels[name].merge is not None:
            continue
        for step in wiring.steps:
            both = [writer for writer in step if writer in writers]
            if len(both) > 1:
                yield (
                    f"channel {name}: {' and '.join(both)} both write it in one parallel step; "
                    "give it a rule, `Annotated[..., Merge(concat)]`, or put them in two steps"
                )
    if WAKE in wiring.writers["stimulus"] and len(wiring.writers["stimulus"]) > 1:
        others = ", ".join(wiring.writers["stimulus"][1:])
        yield f"channel stimulus: {others} writes it, but it is the message; write another channel"


def _reads(wiring: Wiring) -> Iterator[str]:
    circuit = wiring.circuit
    for organ, parts in circuit.organs.items():
        at = wiring.place.get(organ, len(wiring.steps))  # outside the flow is a fault of its own
        for channel in parts.reads:
            name = channel.name
            writers = wiring.writers.get(name, [])
            if name in circuit.clamps or any(
                writer == WAKE or wiring.place.get(writer, -1) < at for writer in writers
            ):
                continue
            if channel.required and writers:
                yield (
                    f"{organ} reads {name}, which only {', '.join(writers)} writes, not before it; "
                    f"move {writers[0]} to an earlier step, or give the field a default"
                )
            elif channel.required:
                yield (
                    f"{organ} reads {name}, which no organ writes; {near(name, wiring.writers)} "
                    "Otherwise add an organ that writes it, or give the field a default"
                )
            elif not writers and (meant := _meant(wiring, channel)):
                yield (
                    f"{organ} reads {name}, which no organ writes; did you mean {meant}, "
                    "which has the same type?"
                )


def _meant(wiring: Wiring, channel: Channel) -> str | None:
    alike = [name for name in wiring.writers if wiring.channels[name].type == channel.type]
    found = difflib.get_close_matches(channel.name, alike, n=1, cutoff=0.8)
    return found[0] if found else None


def _routes(wiring: Wiring) -> Iterator[str]:
    taken: dict[int, str] = {}
    for route in wiring.circuit.routes:
        if route.after not in wiring.place:
            yield (
                f"route after {route.after!r}: no such organ in flow; "
                f"{near(route.after, wiring.place)}"
            )
            continue
        step = wiring.place[route.after]
        if step in taken:
            yield (
                f"route after {route.after}: {taken[step]} already has a route from that step; "
                "make them one"
            )
        taken[step] = route.after
        yield from _targets(wiring, route, step)
        yield from _values(wiring, route)


def _targets(wiring: Wiring, route: Route, step: int) -> Iterator[str]:
    where = f"route after {route.after}"
    loops = False
    for target in route.targets:
        if target == (END,):
            continue
        if target in wiring.steps:
            loops = loops or wiring.steps.index(target) <= step
            continue
        strange = [name for name in target if name not in wiring.place]
        if strange:
            yield f"{where}: no step {strange[0]!r}; {near(strange[0], [*wiring.place, END])}"
            continue
        whole = wiring.steps[wiring.place[target[0]]]
        yield f"{where}: {_list(target)} is not one whole step; aim at {_list(whole)}"
    if loops and route.at_most is None:
        yield f"{where}: it may loop for ever; add `at_most: 3`"
    if route.at_most is not None and route.at_most < 1:
        yield f"{where}: at_most is {route.at_most}; give at least 1"
    if route.at_most is not None and not loops:
        yield f"{where}: at_most bounds a loop, and no target is an earlier step; take it out"


def _values(wiring: Wiring, route: Route) -> Iterator[str]:
    where = f"route after {route.after}"
    name, *path = route.on.split(".")
    if name not in wiring.channels:
        yield f"{where}: no channel {name!r}; {near(name, wiring.channels)}"
        return
    kind: Any = wiring.channels[name].type
    for part in path:
        known = field_types(kind)
        if part not in known:
            yield f"{where}: {_spell(kind)} has no field {part!r}; {near(part, known)}"
            return
        kind = known[part]
    values = possible(kind)
    if values is None:
        if route.otherwise is None:
            yield (
                f"{where}: the values of {route.on} ({_spell(kind)}) cannot be listed; "
                "add `otherwise: STEP` for all others"
            )
        return
    missing = [value for value in values if value not in route.to]
    if missing and route.otherwise is None:
        said = ", ".join(map(repr, missing))
        yield f"{where}: {route.on} may also be {said}; say where to go then, or add `otherwise`"
    for value in route.to:
        if value not in values:
            yield f"{where}: {route.on} is never {value!r}; {near(value, map(str, values))}"


def field_types(kind: Any) -> dict[str, Any]:
    """Map a dataclass's fields to their types; empty for other types."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return typing.get_type_hints(kind)
    return {}


def possible(kind: Any) -> list[Any] | None:
    """List the values of a type that has few (Literal, bool, Enum, None), as YAML spells them."""
    if kind is bool:
        return [True, False]
    if kind is None or kind is types.NoneType:
        return [None]
    if get_origin(kind) is Literal:
        return list(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [member.value for member in kind]
    if get_origin(kind) in (Union, types.UnionType):
        parts = [possible(member) for member in get_args(kind)]
        return None if None in parts else [v for part in parts if part is not None for v in part]
    return None


def _unreached(wiring: Wiring) -> Iterator[str]:
    todo, reached = [0], set[int]()
    while todo:
        step = todo.pop()
        if step in reached or step >= len(wiring.steps):
            continue
        reached.add(step)
        todo += wiring.onward(step)
    for number, step in enumerate(wiring.steps):
        if number not in reached:
            yield f"{_list(step)} never runs: the routes lead past it; aim one at it or take it out"


def _interventions(wiring: Wiring) -> Iterator[str]:
    circuit = wiring.circuit
    marks = {"lesioned": circuit.lesioned, "frozen": circuit.frozen, "shams": circuit.shams}
    for mark, names in marks.items():
        for name in names:
            if name not in circuit.organs:
                yield f"{mark}: no organ {name!r}; {near(name, circuit.organs)}"
    for name, count in Counter(name for names in marks.values() for name in set(names)).items():
        if count > 1:
            yield f"organ {name} is under more than one of lesioned, frozen, shams; keep one"
    for name in circuit.clamps:
        if name not in wiring.channels:
            yield f"clamps: no channel {name!r}; {near(name, wiring.channels)}"


def _list(names: Iterable[str]) -> str:
    names = list(names)
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def _spell(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) and not get_args(kind) else str(kind)


def _rule(channel: Channel) -> str:
    return channel.merge.name if channel.merge else "no rule"


__all__ = ["Wiring", "faults", "field_types", "possible"]
