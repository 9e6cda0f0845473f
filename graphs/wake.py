"""The first node of every turn: channels go to rest, the last message becomes the stimulus."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from langchain_core.messages import BaseMessage, HumanMessage, convert_to_messages
from langchain_core.runnables import RunnableConfig
from langgraph.runtime import Runtime
from langgraph.types import Overwrite

from cognition.faculties import Faculties
from cognition.values import Stimulus
from graphs.adapter import faculties_of
from graphs.check import Wiring

Rouse = Callable[[Any, RunnableConfig, Faculties], dict[str, Any]]
Wake = Callable[[Any, RunnableConfig, Runtime[Faculties]], dict[str, Any]]


def wake_of(rouse: Rouse) -> Wake:
    """Make a node of what starts a turn."""

    def wake(state: Any, config: RunnableConfig, runtime: Runtime[Faculties]) -> dict[str, Any]:
        return rouse(state, config, faculties_of(runtime))

    return wake


def rouse_of(wiring: Wiring, own: Mapping[str, Any]) -> Rouse:
    """Make what starts a turn; `own` are the graph's own channels, with resting values."""
    clamps = wiring.circuit.clamps
    rest: dict[str, Any] = dict(own)
    for name, channel in wiring.channels.items():
        if name in clamps or not channel.lasting:
            value = clamps.get(name, channel.rest)
            rest[name] = value if channel.merge is None else Overwrite(value)
    lasting = {name: c.rest for name, c in wiring.channels.items() if name not in rest}
    fixed = "stimulus" in clamps

    def rouse(state: Any, config: RunnableConfig, use: Faculties) -> dict[str, Any]:
        update = dict(rest)
        for name, value in lasting.items():
            if name not in state:  # the first turn of a thread
                update[name] = value
        if not fixed:
            update["stimulus"] = stimulus_of(state.get("messages", ()), use, config)
        return update

    return rouse


def stimulus_of(
    messages: Sequence[Any], use: Faculties, config: RunnableConfig | None = None
) -> Stimulus:
    """Read the stimulus off the last message if a person said it; else nothing is said.

    A message's `additional_kwargs` may give `when` (ISO), `ref` and `session`; its name is the
    speaker. Raises ValueError for a `when` that is not a time.
    """
    configurable = (config or {}).get("configurable", {})
    session = str(configurable.get("session", ""))
    last = messages[-1] if messages else None
    if last is not None and not isinstance(last, BaseMessage):
        last = convert_to_messages([last])[0]
    if not isinstance(last, HumanMessage):
        return Stimulus(when=use.clock.now(), speaker=use.owner, session=session)
    more = last.additional_kwargs
    when = more.get("when")
    return Stimulus(
        text=str(last.text),
        speaker=last.name or use.owner,
        when=use.clock.now() if when is None else _local(when),
        ref=str(more.get("ref", "")),
        session=str(more.get("session", session)),
    )


def _local(when: Any) -> datetime:
    try:
        moment = when if isinstance(when, datetime) else datetime.fromisoformat(str(when))
    except ValueError as error:
        raise ValueError(
            f"a message's `when` is {when!r}; give an ISO time such as 2026-03-01T18:00:00"
        ) from error
    return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)


__all__ = ["rouse_of", "stimulus_of", "wake_of"]
