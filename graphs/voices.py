"""Who speaks in a circuit, and that nobody is spoken to without care.

A voice is an organ that writes the utterance. Before it, on every way through the flow, an organ
has to decide what care asks of the turn (the insula does), and the voice has to read it: a referral
in a crisis and the word that this is a program depend on nothing else. A lesion, a clamp or a
freeze of the insula is somebody's deliberate act on a circuit that has one, and is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cognition.channel import Channel
from cognition.values import Care, Utterance

if TYPE_CHECKING:
    from graphs.check import Wiring
    from graphs.circuit import AnyOrgan

STUDY = (
    "or, for a study in which nobody is to be spoken with, say without_care=True "
    "(without_care: true in YAML)"
)


def speaks(organ: AnyOrgan) -> bool:
    """Tell whether the organ writes the utterance, which becomes the companion's message."""
    return any(c.name == "utterance" and c.type is Utterance for c in organ.writes)


def uncared(wiring: Wiring) -> Iterator[str]:
    """Name the voices that care does not reach, unless the circuit says that this is meant."""
    circuit = wiring.circuit
    voices = {name for name, organ in circuit.organs.items() if speaks(organ)}
    if circuit.without_care or not voices:
        return
    carers = [n for n, organ in circuit.organs.items() if any(map(_is_care, organ.writes))]
    bare = _reached_without(carers, wiring)
    for name in sorted(voices, key=lambda voice: wiring.place.get(voice, -1)):
        if name in bare or not carers:
            yield (
                f"{name} speaks, and no care comes before it on every way to it; add insula in an "
                f"earlier step, {STUDY}"
            )
        elif not any(map(_is_care, circuit.organs[name].reads)):
            yield (
                f"{name} speaks, but not what care asks; let it read `care: Care` and say its "
                f"notice, {STUDY}"
            )
    if len(carers) > 1:
        yield (
            f"channel care: {' and '.join(carers)} write it, and the last one would undo the first;"
            f" keep one, {STUDY}"
        )


def _is_care(channel: Channel) -> bool:
    return channel.name == "care" and channel.type is Care


def _reached_without(carers: list[str], wiring: Wiring) -> set[str]:
    """Give the organs that may run before any of `carers` has."""
    todo, seen = [0], set[int]()
    while todo:
        step = todo.pop()
        if step in seen or step >= len(wiring.steps):
            continue
        seen.add(step)
        if not set(wiring.steps[step]).intersection(carers):
            todo += wiring.onward(step)
    return {name for step in seen for name in wiring.steps[step]}


__all__ = ["speaks", "uncared"]
