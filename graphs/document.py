"""Circuits as YAML: the same thing said as in Python, read strictly, every mistake named."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from cognition.errors import CircuitError, OrganError
from cognition.organs import REGISTRY, find
from graphs.circuit import AnyOrgan, Circuit, Route, near
from graphs.typed import from_plain, to_plain

MARKS = ("lesioned", "frozen", "shams")
KEYS = ("name", "organs", "flow", "routes", *MARKS, "clamps", "without_care")
ROUTE_KEYS = ("after", "on", "to", "at_most", "otherwise")


class _Loader(yaml.SafeLoader):
    """YAML in which `on` is a word, 1e-3 a number, and a repeated key an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, (list, dict)):
                raise yaml.constructor.ConstructorError(
                    None, None, "a list or mapping cannot be a key", key_node.start_mark
                )
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"key {key!r} is given twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


class _Blank:
    """Nothing, written as nothing: `thalamus:`."""


class _Inline(dict[str, Any]):
    """A mapping written in one line: `{gain: 0.6}`."""


class _Row(list[str]):
    """A list written in one line: `[amygdala, hippocampus]`."""


class _Dumper(yaml.SafeDumper):
    """Writes what `_Loader` reads."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_blank(self, _: Any) -> yaml.Node:
        return self.represent_scalar("tag:yaml.org,2002:null", "")

    def represent_inline(self, data: Any) -> yaml.Node:
        return self.represent_mapping("tag:yaml.org,2002:map", dict(data), flow_style=True)

    def represent_row(self, data: Any) -> yaml.Node:
        return self.represent_sequence("tag:yaml.org,2002:seq", list(data), flow_style=True)


_Dumper.add_representer(_Blank, _Dumper.represent_blank)
_Dumper.add_representer(_Inline, _Dumper.represent_inline)
_Dumper.add_representer(_Row, _Dumper.represent_row)
for _side in (_Loader, _Dumper):
    _side.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:bool"]
        for first, rules in _side.yaml_implicit_resolvers.items()
    }
    _side.add_implicit_resolver(
        "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false|True|False)$"), list("tfTF")
    )
    _side.add_implicit_resolver(
        "tag:yaml.org,2002:float",
        re.compile(r"^[-+]?\d+(?:\.\d*)?[eE][-+]?\d+$"),
        list("-+0123456789"),
    )


def parse(text: str, source: str = "") -> Circuit:
    """Read a circuit from YAML text; raises CircuitError in one line that names every mistake."""
    try:
        said = yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        where = f"{source}: " if source else ""
        raise CircuitError(f"{where}not valid YAML: {' '.join(str(error).split())}") from error
    reader = _Reader(source)
    circuit = reader.circuit(said)
    if reader.mistakes or circuit is None:
        where = f"{source}: " if source else ""
        raise CircuitError(where + "; ".join(reader.mistakes))
    return circuit


class _Reader:
    """Reads one document, gathering mistakes instead of stopping at the first."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.mistakes: list[str] = []

    def circuit(self, said: Any) -> Circuit | None:
        if not isinstance(said, Mapping):
            self.mistakes.append("a circuit is a mapping with the keys name, organs and flow")
            return None
        self.known(said, KEYS, "")
        for key in ("name", "organs", "flow"):
            if not said.get(key):
                self.mistakes.append(f"{key}: is missing")
        organs = self.organs(said.get("organs") or {})
        flow = self.steps(said.get("flow") or [])
        routes = [self.route(route, n) for n, route in enumerate(self.listed(said, "routes"))]
        lesioned, frozen, shams = (self.names(said, key) for key in MARKS)
        without_care = said.get("without_care", False)
        if not isinstance(without_care, bool):
            self.mistakes.append(f"without_care: expected true or false, found {without_care!r}")
        if self.mistakes:
            return None
        kept = [route for route in routes if route is not None]
        circuit = Circuit(
            str(said["name"]),
            organs,
            flow,
            kept,
            lesioned=lesioned,
            frozen=frozen,
            shams=shams,
            without_care=without_care,
            source=self.source,
        )
        return self.clamp(circuit, said.get("clamps") or {})

    def known(self, said: Mapping[Any, Any], keys: Iterable[str], where: str) -> None:
        for key in said:
            if key not in keys:
                self.mistakes.append(f"{where}unknown key {key!r}; {near(key, keys)}")

    def listed(self, said: Mapping[str, Any], key: str) -> list[Any]:
        value = said.get(key) or []
        if isinstance(value, list):
            return value
        self.mistakes.append(f"{key}: expected a list, found {value!r}")
        return []

    def names(self, said: Mapping[str, Any], key: str) -> list[str]:
        return [str(name) for name in self.listed(said, key)]

    def organs(self, said: Any) -> dict[str, AnyOrgan]:
        if not isinstance(said, Mapping):
            self.mistakes.append("organs: expected a mapping of names to parameters")
            return {}
        made = {str(name): self.organ(str(name), given) for name, given in said.items()}
        return {name: organ for name, organ in made.items() if organ is not None}

    def organ(self, name: str, given: Any) -> AnyOrgan | None:
        if given is not None and not isinstance(given, Mapping):
            self.mistakes.append(f"organs.{name}: expected parameters, found {given!r}")
            return None
        parameters = dict(given or {})
        called = str(parameters.pop("organ", name))
        if called not in REGISTRY and ":" not in called:
            self.mistakes.append(
                f"organs.{name}: no organ is called {called!r}; {near(called, REGISTRY)} "
                "Another class is given as {organ: 'package.module:Class'}"
            )
            return None
        try:
            cls = find(called)
        except OrganError as error:
            self.mistakes.append(f"organs.{name}: {error}")
            return None
        known = cls.parameters()
        before = len(self.mistakes)
        self.known(parameters, known, f"organs.{name}: ")
        hints = typing.get_type_hints(cls, include_extras=True)
        values: dict[str, Any] = {}
        for key in parameters.keys() & known.keys():
            try:
                values[key] = from_plain(hints[key], parameters[key])
            except ValueError as error:
                self.mistakes.append(f"organs.{name}.{key}: {error}")
        if len(self.mistakes) > before:
            return None
        try:
            return cls(**values)
        except ValueError as error:
            self.mistakes.append(f"organs.{name}: {error}")
            return None

    def steps(self, said: Any) -> list[str | list[str]]:
        if isinstance(said, list) and all(isinstance(step, (str, list)) for step in said):
            return said
        self.mistakes.append(f"flow: expected a list of organs and lists of organs, found {said!r}")
        return []

    def route(self, said: Any, number: int) -> Route | None:
        where = f"routes[{number}]: "
        if not isinstance(said, Mapping):
            self.mistakes.append(f"{where}expected a mapping, found {said!r}")
            return None
        self.known(said, ROUTE_KEYS, where)
        missing = [key for key in ("after", "on", "to") if key not in said]
        if missing:
            self.mistakes.append(f"{where}{', '.join(missing)} missing")
            return None
        if not isinstance(said["to"], Mapping):
            self.mistakes.append(f"{where}to: expected a mapping of values to steps")
            return None
        at_most = said.get("at_most")
        if at_most is not None and (isinstance(at_most, bool) or not isinstance(at_most, int)):
            self.mistakes.append(f"{where}at_most: expected a whole number, found {at_most!r}")
            return None
        return Route(**{key: value for key, value in said.items() if key in ROUTE_KEYS})

    def clamp(self, circuit: Circuit, said: Any) -> Circuit | None:
        from graphs.check import Wiring

        channels = Wiring(circuit).channels
        values: dict[str, Any] = {}
        for name, value in said.items():
            if name not in channels:
                self.mistakes.append(f"clamps: no channel {name!r}; {near(name, channels)}")
                continue
            try:
                values[name] = from_plain(channels[name].type, value)
            except ValueError as error:
                self.mistakes.append(f"clamps.{name}: {error}")
        return dataclasses.replace(circuit, clamps=values) if values else circuit


def dump(circuit: Circuit) -> str:
    """Write YAML that `parse` reads back equal; see `Circuit.dump`."""
    said: dict[str, Any] = {
        "name": circuit.name,
        "organs": {name: _said(name, organ) for name, organ in circuit.organs.items()},
        "flow": [_target(step) for step in circuit.flow],
    }
    if circuit.routes:
        said["routes"] = [_said_route(route) for route in circuit.routes]
    for key in MARKS:
        if names := getattr(circuit, key):
            said[key] = _Row(names)
    if circuit.clamps:
        said["clamps"] = {n: _plain(f"clamps.{n}", value) for n, value in circuit.clamps.items()}
    if circuit.without_care:
        said["without_care"] = True
    text = yaml.dump(said, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    if parse(text) != circuit:
        raise CircuitError(
            f"circuit {circuit.name}: its YAML does not read back equal; "
            "give organs parameters whose values YAML can say"
        )
    return text


def _said(name: str, organ: AnyOrgan) -> _Inline | _Blank:
    cls = type(organ)
    where = f"{cls.__module__}:{cls.__qualname__}"
    said = _Inline()
    if REGISTRY.get(name) != where:
        if cls.__module__ == "__main__" or "." in cls.__qualname__:
            raise CircuitError(
                f"organ {name}: YAML cannot name {where}; define the class at the top of a module"
            )
        alias = next((known for known, path in REGISTRY.items() if path == where), where)
        said["organ"] = alias
    for key, default in cls.parameters().items():
        value = getattr(organ, key)
        if value != default:
            said[key] = _plain(f"organ {name}: {key}", value)
    return said or _Blank()


def _plain(where: str, value: Any) -> Any:
    try:
        return to_plain(value)
    except ValueError as error:
        raise CircuitError(f"{where}: {error}") from error


def _target(step: tuple[str, ...]) -> str | list[str]:
    return step[0] if len(step) == 1 else _Row(step)


def _said_route(route: Route) -> _Inline:
    said = _Inline({"after": route.after, "on": route.on})
    said["to"] = {to_plain(value): _target(step) for value, step in route.to.items()}
    if route.at_most is not None:
        said["at_most"] = route.at_most
    if route.otherwise is not None:
        said["otherwise"] = _target(route.otherwise)
    return said


__all__ = ["dump", "parse"]
