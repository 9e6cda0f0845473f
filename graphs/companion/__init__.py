"""The reference companion: one circuit, and the verbs with which anything talks to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langgraph.graph.state import CompiledStateGraph

    from cognition.faculties import Faculties

CONFIG = Path(__file__).with_name("companion.yaml")
PERSONA = Path(__file__).with_name("persona.yaml")


def companion(config: str | Path | None = None) -> CompiledStateGraph[Any, Any, Any, Any]:
    """Compile the companion's circuit, or the one a YAML file describes.

    It needs no checkpointer: what lasts from turn to turn is in the mind, where it is durable.
    Raises CircuitError for a circuit that cannot be built, or that does without care.
    """
    from cognition.errors import CircuitError
    from graphs import Circuit

    circuit = Circuit.load(config or CONFIG)
    if circuit.without_care:
        raise CircuitError(
            f"{circuit.source}: a circuit without_care is for studies, not to be talked with; "
            "add insula before its voice and take without_care out"
        )
    return circuit.compile()


def turn(
    app: CompiledStateGraph[Any, Any, Any, Any], faculties: Faculties, text: str = ""
) -> dict[str, Any]:
    """Say something to the companion, or nothing so that it speaks first; give the turn's channels.

    What it says is `["utterance"].text`; what it kept is `["receipt"]`.
    """
    said = {"messages": [("user", text)] if text else []}
    return app.invoke(said, context=faculties)


def make_graph() -> CompiledStateGraph[Any, Any, Any, Any]:
    """Compile the companion for a LangGraph server (see langgraph.json)."""
    return companion()


__all__ = ["CONFIG", "PERSONA", "companion", "make_graph", "turn"]
