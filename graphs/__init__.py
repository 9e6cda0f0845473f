'''Compositions: organs in a circuit, checked, compiled to LangGraph, watched, damaged, compared.

An organ made on the spot, in a circuit of its own. It needs no faculty but the clock; a real mind's
are `mind.faculties`:

>>> from dataclasses import dataclass
>>> from cognition.faculties import Faculties
>>> from cognition.faculties.clock import WallClock
>>> from cognition.organ import Organ
>>> from cognition.values import Stimulus, Utterance
>>> from graphs import Circuit
>>> @dataclass(frozen=True)
... class Heard:
...     stimulus: Stimulus
>>> @dataclass(frozen=True)
... class Said:
...     utterance: Utterance
>>> class Echo(Organ[Heard, Said]):
...     """Say again what was heard."""
...     times: int = 1
...     def step(self, see, use):
...         return Said(Utterance(" ".join([see.stimulus.text] * self.times)))
>>> parrot = Circuit("parrot", {"echo": Echo(times=2)}, flow=["echo"], without_care=True)
>>> app = parrot.compile()
>>> use = Faculties("Ada", None, None, None, None, None, clock=WallClock())
>>> app.invoke({"messages": [("user", "Hi!")]}, context=use)["messages"][-1].content
'Hi! Hi!'

`app` is an ordinary compiled LangGraph graph. `Circuit.load` reads the same from YAML; `lesion`,
`clamp`, `freeze` and `sham` give altered circuits, `record` watches one, `compare` several.
'''

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphs.adapter import node
    from graphs.circuit import Circuit, Route
    from graphs.compile import serializer
    from graphs.diagram import draw
    from graphs.probe import Probe, Record, Row, record
    from graphs.study import Comparison, compare

_WHERE = {
    "Circuit": "circuit",
    "Comparison": "study",
    "Probe": "probe",
    "Record": "probe",
    "Route": "circuit",
    "Row": "probe",
    "compare": "study",
    "draw": "diagram",
    "node": "adapter",
    "record": "probe",
    "serializer": "compile",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'graphs' has no attribute {name!r}")
    value = getattr(import_module(f"graphs.{_WHERE[name]}"), name)
    globals()[name] = value  # also takes the place of a submodule of the same name
    return value


__all__ = [
    "Circuit",
    "Comparison",
    "Probe",
    "Record",
    "Route",
    "Row",
    "compare",
    "draw",
    "node",
    "record",
    "serializer",
]
