"""Compositions of organs: circuits that are checked, compiled to LangGraph, probed, damaged and compared."""

from __future__ import annotations

import typing
from importlib import import_module
from typing import Any

_WHERE = {
    "Circuit": "circuit",
    "Route": "circuit",
    "node": "adapter",
    "serializer": "compile",
    "Probe": "probe",
    "Record": "probe",
    "Row": "probe",
    "record": "probe",
    "Comparison": "study",
    "compare": "study",
    "draw": "draw",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'graphs' has no attribute {name!r}")
    return getattr(import_module(f"graphs.{_WHERE[name]}"), name)


__all__ = sorted(_WHERE)
