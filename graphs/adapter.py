"""Between an organ and LangGraph: from state to what it sees, from what it says to an update."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableConfig
from langgraph.runtime import Runtime

from cognition.channel import Channel
from cognition.errors import CircuitError
from cognition.faculties import Faculties
from cognition.values import Utterance
from graphs.circuit import AnyOrgan
from graphs.lesion import Act
from graphs.typed import mender
from graphs.voices import speaks

Work = Callable[[Any, RunnableConfig, Runtime[Faculties]], Any]
MISSING: Any = object()
READ = "__pregel_read"  # where LangGraph puts the function that reads channels for a node


def act_of(organ: AnyOrgan, channels: Mapping[str, Channel]) -> Act:
    """Make the organ's step a function from state to update, planned once.

    Unwritten channels read as at rest, and anything but what the organ declared to say raises
    CircuitError.
    """
    reads = tuple((c.name, channels[c.name].rest) for c in organ.reads)
    names = tuple(channel.name for channel in organ.writes)
    pick = _picker(names)
    sees, says, step = type(organ).sees, type(organ).says, organ.step
    label = type(organ).__name__

    def act(state: Any, use: Faculties, thread: str) -> dict[str, Any]:
        said = step(sees(**{name: state.get(name, rest) for name, rest in reads}), use)
        if said is None:
            return {}
        if not isinstance(said, says):
            raise CircuitError(
                f"{label}.step returned {type(said).__name__}; return {says.__name__} or None: "
                "anything else LangGraph would drop without a word"
            )
        return dict(zip(names, pick(said), strict=True))

    return act


def mend_of(organ: AnyOrgan) -> Callable[[Any], dict[str, Any]]:
    """Make a view of a state as the organ reads it, whose values no checkpoint left as lists."""
    reads = tuple((channel.name, mender(channel.type)) for channel in organ.reads)

    def mend(state: Any) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for name, repair in reads:
            value = state.get(name, MISSING)
            if value is not MISSING:
                seen[name] = value if repair is None else repair(value)
        return seen

    return mend


def _picker(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) == 1:
        get = attrgetter(names[0])
        return lambda said: (get(said),)
    return attrgetter(*names) if names else lambda said: ()


def say(update: dict[str, Any]) -> None:
    """Add the message that an update's utterance makes, with its acts, citations and voice."""
    utterance = update.get("utterance")
    if isinstance(utterance, Utterance) and utterance.text:
        about = {
            "acts": list(utterance.acts),
            "cites": list(utterance.cites),
            "voice": utterance.voice,
        }
        update["messages"] = [AIMessage(utterance.text, additional_kwargs=about)]


def faculties_of(runtime: Runtime[Faculties]) -> Faculties:
    """Give the faculties a run was started with; raises CircuitError if it was started without."""
    use = runtime.context
    if isinstance(use, Faculties):  # pyright: ignore[reportUnnecessaryIsInstance]
        return use
    raise CircuitError(
        f"the run's context is {'missing' if use is None else type(use).__name__}, and organs need "
        "faculties: pass `context=mind.faculties` to invoke or stream"
    )


def thread_of(config: RunnableConfig) -> str:
    """Give the thread a run belongs to, "" if it has none."""
    return str(config.get("configurable", {}).get("thread_id", ""))


def node(organ: AnyOrgan | type[AnyOrgan]) -> Work:
    """Make an organ a node function for a StateGraph of your own, whose context is the faculties.

    `builder.add_node("amygdala", node(Amygdala()))`. The schema must have the organ's channels: a
    required one that nothing has written and a written one that the schema lacks raise CircuitError
    when the node runs; a missing optional one reads as at rest. That care comes before a voice in a
    graph of your own is yours to see to: only a `Circuit` is checked for it.
    """
    made = organ() if isinstance(organ, type) else organ
    act = act_of(made, {channel.name: channel for channel in (*made.writes, *made.reads)})
    mend = mend_of(made)
    required = [channel.name for channel in made.reads if channel.required]
    written = [channel.name for channel in made.writes]
    talks = speaks(made)
    label = type(made).__name__

    def work(state: Any, config: RunnableConfig, runtime: Runtime[Faculties]) -> dict[str, Any]:
        use = faculties_of(runtime)
        view = state if isinstance(state, Mapping) else _Attributes(state)
        for name in required:
            if view.get(name, MISSING) is MISSING:
                raise CircuitError(
                    f"{label} reads {name}, which nothing has written; "
                    "run a node that writes it before this one, and name it in the schema"
                )
        has = _schema_of(config)
        for name in written:
            if not has(name):
                raise CircuitError(
                    f"{label} writes {name}, which the graph's schema lacks; "
                    "add it there, or LangGraph drops it without a word"
                )
        update = act(mend(view), use, thread_of(config))
        if talks and has("messages"):
            say(update)
        return update

    work.__name__ = type(made).name()
    return work


class _Attributes:
    """A state that is a dataclass or a model, read as the mapping that an act expects."""

    def __init__(self, state: Any) -> None:
        self.state = state

    def get(self, name: str, default: Any = None) -> Any:
        return getattr(self.state, name, default)


def _schema_of(config: RunnableConfig) -> Callable[[str], bool]:
    read = config.get("configurable", {}).get(READ)

    def has(name: str) -> bool:
        try:
            return read is None or read([name]) is not None
        except KeyError:
            return False

    return has


__all__ = ["act_of", "faculties_of", "mend_of", "node", "say", "thread_of"]
