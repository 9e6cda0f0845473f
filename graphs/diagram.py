"""Draw a circuit as Mermaid text, so that the picture in a document is made from what runs."""

from __future__ import annotations

from collections.abc import Iterator

from graphs.circuit import END, WAKE, Circuit, Step


def draw(circuit: Circuit, *, channels: bool = False) -> str:
    """Give the Mermaid flowchart of a circuit; with `channels`, each organ names what it writes.

    A box around organs is a parallel step, a dotted arrow a route with the value that takes it.
    """
    return "\n".join(["flowchart LR", *(f"  {line}" for line in _lines(circuit, channels))])


def _lines(circuit: Circuit, channels: bool) -> Iterator[str]:
    yield f'{WAKE}(["{WAKE}"])'
    for step in circuit.flow:
        if len(step) > 1:
            yield f'subgraph {_box(step)}[" "]'
        for name in step:
            indent = "  " if len(step) > 1 else ""
            yield f'{indent}{name}["{_label(circuit, name, channels)}"]'
        if len(step) > 1:
            yield "end"
    yield f'{END}_(["{END}"])'
    routes = {name: route for route in circuit.routes for name in [route.after]}
    before = WAKE
    for step in circuit.flow:
        if before:
            yield f"{before} --> {_box(step)}"
        route = next((routes[name] for name in step if name in routes), None)
        before = _box(step)
        if route is not None:
            for value, target in route.to.items():
                yield f'{before} -. "{route.on}: {value}" .-> {_box(target)}'
            if route.otherwise is not None:
                yield f'{before} -. "{route.on}: otherwise" .-> {_box(route.otherwise)}'
            before = ""
    if before:
        yield f"{before} --> {END}_"
    if circuit.lesioned:
        yield f"style {','.join(circuit.lesioned)} stroke-dasharray: 4 4,opacity:0.5"


def _box(step: Step) -> str:
    if len(step) > 1:
        return "_and_".join(step)
    return f"{END}_" if step == (END,) else "".join(step)


def _label(circuit: Circuit, name: str, channels: bool) -> str:
    label = name.replace("_", " ")
    written = ", ".join(channel.name for channel in circuit.organs[name].writes)
    return f"{label}<br/><i>{written}</i>" if channels and written else label


__all__ = ["draw"]
