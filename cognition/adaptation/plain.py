"""An adaptation in plain words, for the person it is about."""

from __future__ import annotations

from cognition.adaptation.value import Adaptation

CLEAR = 0.05  # how far from 1 a multiplier is worth a word


def words(adaptation: Adaptation) -> str:
    """Say what a mind has learned of its person, and from what.

    >>> words(Adaptation())
    'nothing is learned of you yet'
    >>> words(Adaptation(weights={"words": (0.405, 20.0)}, events={"meant": 12}))
    'recall goes by words ×1.50; learned from 12 meant'
    """
    if not adaptation.events:
        return "nothing is learned of you yet"
    parts: list[str] = []
    if trusted := _listed(adaptation.trust):
        parts.append(f"recall goes by {trusted}")
    if kept := _listed(adaptation.kinds):
        parts.append(f"you return to {kept}, and the like lasts accordingly")
    if abs(adaptation.fading - 1) >= CLEAR:
        parts.append(f"memories last ×{adaptation.fading:.2f}")
    events = ", ".join(f"{count} {event}" for event, count in adaptation.events.items())
    return "; ".join([*parts, f"learned from {events}"])


def _listed(multipliers: dict[str, float]) -> str:
    clear = [(name, m) for name, m in multipliers.items() if abs(m - 1) >= CLEAR]
    clear.sort(key=lambda item: -item[1])
    return ", ".join(f"{name.replace('_', ' ')} ×{m:.2f}" for name, m in clear)
