"""A circuit: the immutable description of a mind's organs and of the order in which they run."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cognition.errors import CircuitError
from cognition.organ import Organ

if typing.TYPE_CHECKING:
    from langgraph.graph.state import CompiledStateGraph

AnyOrgan = Organ[Any, Any]
Step = tuple[str, ...]
END = "end"
WAKE = "wake"


def near(word: object, known: Iterable[str]) -> str:
    """Say which known words a misspelt one may stand for, or else which are known.

    >>> near("thalmus", ["thalamus", "insula"])
    'did you mean thalamus?'
    """
    known = list(known)
    found = difflib.get_close_matches(str(word), known, n=3, cutoff=0.6)
    if found:
        return f"did you mean {' or '.join(found)}?"
    return f"known are {', '.join(known)}" if known else "none is known"


def _step(target: str | Sequence[str]) -> Step:
    return (target,) if isinstance(target, str) else tuple(target)


@dataclass(frozen=True, init=False)
class Route:
    """Where the flow goes after the step of organ `after`, by the value of channel `on`.

    `on` may name a field of the channel's value (`care.level`). A target is an organ that is a step
    by itself, a list naming a whole parallel step, or "end"; an earlier step makes a loop, which
    needs `at_most`: once taken that often in a turn, the flow goes on with the next step instead.
    `otherwise` is the target of all values not in `to`; types that cannot be enumerated need it.

    >>> Route("insula", on="care.level", to={"crisis": "broca"}, otherwise="prefrontal").to
    mappingproxy({'crisis': ('broca',)})
    """

    after: str
    on: str
    to: Mapping[Hashable, Step]
    at_most: int | None
    otherwise: Step | None

    def __init__(
        self,
        after: str,
        on: str,
        to: Mapping[Any, str | Sequence[str]],
        at_most: int | None = None,
        otherwise: str | Sequence[str] | None = None,
    ) -> None:
        values = {value: _step(target) for value, target in to.items()}
        object.__setattr__(self, "after", after)
        object.__setattr__(self, "on", on)
        object.__setattr__(self, "to", MappingProxyType(values))
        object.__setattr__(self, "at_most", at_most)
        object.__setattr__(self, "otherwise", None if otherwise is None else _step(otherwise))

    @property
    def targets(self) -> tuple[Step, ...]:
        """Every step this route may lead to."""
        return tuple(self.to.values()) + (() if self.otherwise is None else (self.otherwise,))

    def __hash__(self) -> int:
        return hash((self.after, self.on))

    def __reduce__(self) -> tuple[Any, ...]:
        return Route, (self.after, self.on, dict(self.to), self.at_most, self.otherwise)


@dataclass(frozen=True, init=False)
class Circuit:
    """Organs, the flow in which they run, and the routes that bend it.

    `organs` maps names to organs or organ classes (or lists them, named by their classes). `flow`
    lists the steps in order; an inner list is one step whose organs run in parallel. `lesioned`,
    `frozen`, `shams` and `clamps` are made by the methods of like names. `without_care` lets a
    voice speak without the insula before it: for studies in which nobody is spoken with.
    """

    name: str
    organs: Mapping[str, AnyOrgan]
    flow: tuple[Step, ...]
    routes: tuple[Route, ...]
    lesioned: tuple[str, ...]
    frozen: tuple[str, ...]
    shams: tuple[str, ...]
    clamps: Mapping[str, Any]
    without_care: bool
    source: str = field(compare=False)

    def __init__(
        self,
        name: str,
        organs: Mapping[str, AnyOrgan | type[AnyOrgan]] | Sequence[AnyOrgan | type[AnyOrgan]],
        flow: Sequence[str | Sequence[str]],
        routes: Sequence[Route] = (),
        *,
        lesioned: Sequence[str] = (),
        frozen: Sequence[str] = (),
        shams: Sequence[str] = (),
        clamps: Mapping[str, Any] | None = None,
        without_care: bool = False,
        source: str = "",
    ) -> None:
        made: dict[str, AnyOrgan] = {}
        named = organs.items() if isinstance(organs, Mapping) else [(o.name(), o) for o in organs]
        for key, organ in named:
            if key in made:
                raise CircuitError(
                    f"circuit {name}: two organs are called {key}; give a mapping of names"
                )
            made[key] = _make(key, organ)
        for attribute, value in {
            "name": name,
            "organs": MappingProxyType(made),
            "flow": tuple(_step(step) for step in flow),
            "routes": tuple(routes),
            "lesioned": tuple(lesioned),
            "frozen": tuple(frozen),
            "shams": tuple(shams),
            "clamps": MappingProxyType(dict(clamps or {})),
            "without_care": without_care,
            "source": source,
        }.items():
            object.__setattr__(self, attribute, value)

    @classmethod
    def load(cls, path: str | Path) -> Circuit:
        """Read a circuit from a YAML file; raises CircuitError naming file and mistake."""
        try:
            text = Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CircuitError(f"{path}: cannot be read ({error}); give a YAML circuit") from error
        return cls.parse(text, source=str(path))

    @classmethod
    def parse(cls, text: str, *, source: str = "") -> Circuit:
        """Read a circuit from YAML text; `source` is what error messages call it."""
        from graphs.document import parse

        return parse(text, source)

    def dump(self) -> str:
        """Write YAML that loads back equal; raises CircuitError for what YAML cannot say."""
        from graphs.document import dump

        return dump(self)

    def faults(self) -> list[str]:
        """Say everything that is wrong, each with what to change; empty if it can be built."""
        from graphs.check import faults

        return faults(self)

    def compile(
        self,
        checkpointer: Any = None,
        *,
        store: Any = None,
        outputs: Collection[str] | None = None,
        interrupt_before: Sequence[str] | None = None,
        interrupt_after: Sequence[str] | None = None,
    ) -> CompiledStateGraph[Any, Any, Any, Any]:
        """Build an ordinary compiled LangGraph graph: `messages` in and out, faculties as context.

        `outputs` names the channels a run returns: all when None; `["messages"]` keeps the rest
        from a graph that this one is a node of. With a checkpointer, `durability="exit"` at the
        call saves one checkpoint a turn, not one a step. A plain `invoke` that nothing watches,
        keeps or interrupts runs the organs straight through: the same result, some milliseconds
        sooner. Raises CircuitError with every fault.
        """
        from graphs.compile import build

        return build(
            self,
            checkpointer,
            store=store,
            outputs=outputs,
            interrupt_before=interrupt_before,
            interrupt_after=interrupt_after,
        )

    def lesion(self, organ: str) -> Circuit:
        """Give the circuit of the same shape in which this organ's channels stay at rest."""
        return replace(self, lesioned=(*self.lesioned, self._organ(organ)))

    def freeze(self, organ: str) -> Circuit:
        """Give the circuit in which this organ repeats what it wrote the first time it ran."""
        return replace(self, frozen=(*self.frozen, self._organ(organ)))

    def sham(self, organ: str) -> Circuit:
        """Give the circuit in which this organ is handled as for a lesion, but works: a control."""
        return replace(self, shams=(*self.shams, self._organ(organ)))

    def clamp(self, channel: str, value: Any) -> Circuit:
        """Give the circuit in which this channel always holds this value, whoever writes it."""
        from graphs.check import Wiring

        known = Wiring(self).channels
        if channel not in known:
            raise CircuitError(
                f"circuit {self.name}: no channel {channel!r} to clamp; {near(channel, known)}"
            )
        return replace(self, clamps={**self.clamps, channel: value})

    def with_organ(self, name: str, organ: AnyOrgan | type[AnyOrgan]) -> Circuit:
        """Give the circuit with another organ in this place."""
        return replace(self, organs={**self.organs, self._organ(name): _make(name, organ)})

    def _organ(self, name: str) -> str:
        if name not in self.organs:
            raise CircuitError(f"circuit {self.name}: no organ {name!r}; {near(name, self.organs)}")
        return name

    def __hash__(self) -> int:
        return hash((self.name, self.flow, self.routes))

    def __reduce__(self) -> tuple[Any, ...]:
        parts = {part.name: getattr(self, part.name) for part in fields(self)}
        return _remake, (parts | {"organs": dict(self.organs), "clamps": dict(self.clamps)},)


def _remake(parts: dict[str, Any]) -> Circuit:
    return Circuit(**parts)


def _make(name: str, organ: AnyOrgan | type[AnyOrgan]) -> AnyOrgan:
    given: Any = organ  # who leaves types unchecked may hand anything
    if isinstance(given, type) and issubclass(given, Organ):
        return given()
    if isinstance(given, Organ):
        return given
    raise CircuitError(f"organ {name}: {organ!r} is not an Organ; give an organ or its class")


__all__ = ["Circuit", "Route"]
