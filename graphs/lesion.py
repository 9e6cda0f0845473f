"""What damage does to an organ's work: lesion, freeze and sham its doing, clamp what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cognition.channel import Channel
from cognition.faculties import Faculties
from graphs.circuit import Circuit

Act = Callable[[Any, Faculties, str], dict[str, Any]]
"""An organ at work: from state, faculties and thread to the channels it writes."""


def intervene(circuit: Circuit, organ: str, act: Act, channels: Mapping[str, Channel]) -> Act:
    """Put an organ's work under whatever the circuit does to it; the shape of the circuit stays."""
    if organ in circuit.lesioned:
        act = lesioned(circuit.organs[organ].writes, channels)
    elif organ in circuit.frozen:
        act = frozen(act)
    elif organ in circuit.shams:
        act = sham(act)
    written = {channel.name for channel in circuit.organs[organ].writes}
    held = {name: value for name, value in circuit.clamps.items() if name in written}
    return clamped(act, held, channels) if held else act


def lesioned(writes: tuple[Channel, ...], channels: Mapping[str, Channel]) -> Act:
    """Write every channel's resting value, and nothing to merged ones, which wake put to rest."""
    silent = {c.name: channels[c.name].rest for c in writes if channels[c.name].merge is None}

    def rest(state: Any, use: Faculties, thread: str) -> dict[str, Any]:
        return dict(silent)

    return rest


def frozen(act: Act) -> Act:
    """Repeat what the organ wrote first, for each thread and mind, while the graph lives."""
    first: dict[tuple[str, int], tuple[Faculties, dict[str, Any]]] = {}

    def repeat(state: Any, use: Faculties, thread: str) -> dict[str, Any]:
        key = (thread, id(use))
        if key not in first:  # the faculties are kept too, so that their id is not given to others
            first.setdefault(key, (use, act(state, use, thread)))
        return dict(first[key][1])

    return repeat


def sham(act: Act) -> Act:
    """Do as the organ does, through a lesion's machinery: any difference is an artefact."""

    def same(state: Any, use: Faculties, thread: str) -> dict[str, Any]:
        return dict(act(state, use, thread))

    return same


def clamped(act: Act, values: Mapping[str, Any], channels: Mapping[str, Channel]) -> Act:
    """Let the organ work, but hold these channels at the values that wake has put there."""
    merged = {name for name in values if channels[name].merge is not None}

    def hold(state: Any, use: Faculties, thread: str) -> dict[str, Any]:
        update = act(state, use, thread)
        held = {name: values.get(name, value) for name, value in update.items()}
        return {name: value for name, value in held.items() if name not in merged}

    return hold


__all__ = ["Act", "clamped", "frozen", "intervene", "lesioned", "sham"]
