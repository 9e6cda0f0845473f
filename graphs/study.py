"""Compare circuits: run each on one script with a mind of its own, and tell what differed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cognition.faculties import Faculties
from graphs.probe import Probe, Record, frame, plain, record

if TYPE_CHECKING:
    from pandas import DataFrame

    from graphs.circuit import Circuit
    from graphs.compile import Compiled

Place = tuple[int, str, str, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where circuits differ: `values` maps a circuit's name to what it wrote, else None.

    `nth` tells apart writes of one organ to one channel in one turn (in a loop), from 1.
    """

    turn: int
    organ: str
    channel: str
    nth: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The records of circuits that ran on one script, by the circuits' names."""

    records: Mapping[str, Record]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every write that is not the same in all circuits, turn by turn."""
        written: dict[Place, dict[str, Any]] = {}
        for name, kept in self.records.items():
            counts: dict[tuple[int, str, str], int] = defaultdict(int)
            for row in kept.rows:
                place = (row.turn, row.organ, row.channel)
                counts[place] += 1
                written.setdefault((*place, counts[place]), {})[name] = row.value
        found: list[Difference] = []
        for place, values in sorted(written.items(), key=lambda item: item[0][0]):
            filled = {name: values.get(name) for name in self.records}
            if not _same(list(filled.values())):
                found.append(Difference(*place, values=filled))
        return tuple(found)

    @property
    def replies(self) -> tuple[dict[str, str], ...]:
        """What each circuit said, turn by turn."""
        turns = zip(*(kept.replies for kept in self.records.values()), strict=True)
        return tuple(dict(zip(self.records, texts, strict=True)) for texts in turns)

    def changed(self) -> dict[str, float]:
        """Map each channel to the share of turns in which it differed, most changed first."""
        turns = max((len(kept.replies) for kept in self.records.values()), default=0)
        where: dict[str, set[int]] = defaultdict(set)
        for difference in self.differences:
            where[difference.channel].add(difference.turn)
        shares = {channel: len(found) / turns for channel, found in where.items()}
        return dict(sorted(shares.items(), key=lambda item: (-item[1], item[0])))

    def table(self, width: int = 40) -> str:
        """Write the differences as a Markdown table, cells cut at `width` characters."""
        heads = ["turn", "organ", "channel", *self.records]
        lines = [_line(heads), _line(["---"] * len(heads))]
        for found in self.differences:
            cells = [_cell(value, width) for value in found.values.values()]
            lines.append(_line([str(found.turn), found.organ, found.channel, *cells]))
        return "\n".join(lines)

    def frame(self) -> DataFrame:
        """Give the differences as a pandas data frame; raises CircuitError if pandas is missing."""
        columns = ["turn", "organ", "channel", "nth"]
        rows = [
            {**{name: getattr(found, name) for name in columns}, **found.values}
            for found in self.differences
        ]
        return frame(rows, [*columns, *self.records])


def compare(
    circuits: Mapping[str, Circuit | Compiled],
    inputs: Sequence[Any],
    *,
    context: Callable[[], Faculties],
    probe: Probe | None = None,
) -> Comparison:
    """Run each circuit on the same script; `context` makes a fresh mind's faculties for each.

    `compare({"intact": c, "lesioned": c.lesion("hippocampus")}, script, context=new_faculties)`
    """
    return Comparison(
        {
            name: record(circuit, inputs, context=context(), probe=probe)
            for name, circuit in circuits.items()
        }
    )


def _same(values: list[Any]) -> bool:
    return all(bool(value == values[0]) for value in values[1:])


def _cell(value: Any, width: int) -> str:
    text = "–" if value is None else " ".join(str(plain(value)).split()).replace("|", "\\|")
    return text if len(text) <= width else text[: width - 1] + "…"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


__all__ = ["Comparison", "Difference", "compare"]
