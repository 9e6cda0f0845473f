"""Watch a circuit run: fold LangGraph's own `tasks` stream into rows, changing nothing."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Overwrite

from cognition.errors import CircuitError
from cognition.faculties import Faculties
from graphs.circuit import WAKE, Circuit, near
from graphs.typed import to_plain

if TYPE_CHECKING:
    from pandas import DataFrame

    from graphs.compile import Compiled


@dataclass(frozen=True, slots=True)
class Row:
    """One write: in which turn and step (both from 1) which organ wrote what to which channel.

    `step` counts the steps of the turn; a step that runs again in a loop counts again. Organs of a
    graph inside a graph are called `outer/organ`.
    """

    turn: int
    step: int
    organ: str
    channel: str
    value: Any


@dataclass(frozen=True, init=False)
class Probe:
    """What to watch: names of channels or organs; without any, everything that organs write.

    >>> Probe("mood", "hippocampus").keeps("amygdala", "mood")
    True
    """

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)

    def keeps(self, organ: str, channel: str) -> bool:
        """Tell whether a write is watched."""
        if channel in self.names:
            return True
        if channel == "messages" or channel.startswith("_"):
            return False
        inner = organ.rpartition("/")[2]
        return inner in self.names or (not self.names and (inner != WAKE or channel == "stimulus"))


@dataclass(frozen=True, slots=True)
class Record:
    """What a run did: its rows in order, and what was said in each turn ("" if nothing)."""

    rows: tuple[Row, ...] = ()
    replies: tuple[str, ...] = ()

    def series(self, path: str) -> list[Any]:
        """Give a channel's (or a field's: `mood.valence`) last value of each turn; else None."""
        channel, *fields = path.split(".")
        values: list[Any] = [None] * len(self.replies)
        for row in self.rows:
            if row.channel == channel:
                value = row.value
                for field in fields:
                    value = getattr(value, field)
                values[row.turn - 1] = value
        return values

    def write_jsonl(self, path: str | Path) -> None:
        """Write one JSON object a row."""
        with Path(path).open("w", encoding="utf-8") as file:
            for row in self.rows:
                line = {**_cells(row), "value": plain(row.value)}
                file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")

    def frame(self) -> DataFrame:
        """Give the rows as a pandas data frame; raises CircuitError if pandas is not installed."""
        return frame([_cells(row) for row in self.rows], [f.name for f in dataclasses.fields(Row)])


def record(
    circuit: Circuit | Compiled,
    inputs: Iterable[Any],
    *,
    context: Faculties,
    probe: Probe | None = None,
    config: Mapping[str, Any] | None = None,
) -> Record:
    """Run a circuit or a compiled graph on a script and keep what the probe sees.

    Each input is a turn: a text, a message or LangGraph's `{"messages": [...]}`. A circuit is
    compiled with a checkpointer in memory, so that lasting channels last; a graph runs as it is.
    """
    probe = probe or Probe()
    app: Any = circuit.compile(InMemorySaver()) if isinstance(circuit, Circuit) else circuit
    _check(probe, app)
    where: dict[str, Any] = dict(config or {})
    where["configurable"] = {"thread_id": "record", **where.get("configurable", {})}
    rows: list[Row] = []
    replies: list[str] = []
    for turn, given in enumerate(inputs, start=1):
        said = ""
        stream = app.stream(
            _input(given), where, context=context, stream_mode="tasks", subgraphs=True
        )
        for step, organ, result in fold(stream):
            for channel, value in result.items():
                if isinstance(value, Overwrite):
                    value = value.value
                if channel == "messages" and value:
                    said = str(value[-1].text)
                if probe.keeps(organ, channel):
                    rows.append(Row(turn, step, organ, channel, value))
        replies.append(said)
    return Record(tuple(rows), tuple(replies))


def fold(stream: Iterable[Any]) -> list[tuple[int, str, Mapping[str, Any]]]:
    """Fold one turn's `tasks` stream (with subgraphs) into (step, organ, what it wrote).

    Wake is step 0. LangGraph announces all tasks of a step before it gives the result of any of
    them, so an announcement after a result begins the next step; parallel organs keep the order in
    which they were announced, whichever was done first.
    """
    steps: dict[tuple[str, ...], int] = {}
    fresh: set[tuple[str, ...]] = set()
    announced: dict[str, tuple[int, str]] = {}
    results: dict[str, Mapping[str, Any]] = {}
    for space, event in stream:
        if "result" in event:
            fresh.add(space)
            if isinstance(event["result"], Mapping):
                results[event["id"]] = event["result"]
            continue
        steps[space] = steps.get(space, 0) + (space in fresh)
        fresh.discard(space)
        outer = [part.partition(":")[0] for part in space]
        announced[event["id"]] = (steps[space], "/".join([*outer, event["name"]]))
    return [(*place, results[task]) for task, place in announced.items() if task in results]


def _input(given: Any) -> Any:
    if isinstance(given, Mapping) and "messages" in given:
        return given
    return {"messages": [("user", given) if isinstance(given, str) else given]}


def _check(probe: Probe, app: Any) -> None:
    graphs = [app, *(inner for _, inner in app.get_subgraphs(recurse=True))]
    known = {name for graph in graphs for name in (*graph.nodes, *graph.stream_channels_list)}
    for name in probe.names:
        if name not in known:
            shown = sorted(name for name in known if not name.startswith("_"))
            raise CircuitError(f"probe: no channel or organ {name!r}; {near(name, shown)}")


def _cells(row: Row) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}


def plain(value: Any) -> Any:
    """Turn a value into JSON's kinds, other kinds into their text."""
    try:
        return to_plain(value)
    except ValueError:
        return str(value)


def frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> DataFrame:
    """Make a data frame of rows; raises CircuitError if pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise CircuitError(
            "pandas is not installed; install `kindred[frames]`, or use rows or write_jsonl"
        ) from error
    return pandas.DataFrame(list(rows), columns=list(columns))  # pyright: ignore


__all__ = ["Probe", "Record", "Row", "fold", "frame", "plain", "record"]
