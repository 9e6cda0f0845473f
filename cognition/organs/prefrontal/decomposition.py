"""Tasks into steps: forward decomposition of a hierarchical task network.

After SHOP (Nau et al. 1999): methods are tried in order, with backtracking. The planner of GTPyhop
is not used: it keeps its domain in globals, prints when imported, and plans over mutable states.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from cognition.organs.tables import table


@dataclass(frozen=True, slots=True)
class Method:
    """One way to do something: what must hold, and the steps it takes."""

    steps: tuple[str, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """What can be decomposed: names and patterns of tasks, words of steps, methods of both."""

    names: Mapping[str, str]
    asks: Mapping[str, re.Pattern[str]]
    words: Mapping[str, str]
    methods: Mapping[str, tuple[Method, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan is made with: what holds, which steps worked for this person, which did not."""

    holds: Set[str] = frozenset()
    worked: Set[str] = frozenset()
    failed: Set[str] = frozenset()


def decomposed(task: str, known: Known, library: Library) -> tuple[str, ...] | None:
    """Give the steps that do a task, None if no method does.

    Of several methods the one whose steps worked for this person before comes first.

    >>> ways = (Method(("ask",), when="someone"), Method(("write",)))
    >>> steps = Library({}, {}, {"ask": "", "write": ""}, {"talk": ways})
    >>> friends = frozenset({"someone"})
    >>> decomposed("talk", Known(friends), steps), decomposed("talk", Known(), steps)
    (('ask',), ('write',))
    >>> decomposed("talk", Known(friends, worked=frozenset({"write"})), steps)
    ('write',)
    """
    if task not in library.methods:
        return None if task in known.failed else (task,)
    for method in methods(task, known, library):
        parts = [decomposed(step, known, library) for step in method.steps]
        if all(part is not None for part in parts):
            return tuple(step for part in parts if part is not None for step in part)
    return None


def methods(task: str, known: Known, library: Library) -> list[Method]:
    """Give the methods of a task that can be used, those that worked before first."""
    usable = [m for m in library.methods[task] if not m.when or m.when in known.holds]
    return sorted(usable, key=lambda method: known.worked.isdisjoint(method.steps))


def outline(task: str, known: Known, library: Library) -> tuple[str, ...]:
    """Give the steps of a task; where none of its methods can be done whole, what can be of one."""
    if (whole := decomposed(task, known, library)) is not None:
        return whole
    first = next(iter(methods(task, known, library)), Method(()))
    parts = (decomposed(step, known, library) or () for step in first.steps)
    return tuple(step for part in parts for step in part)


@cache
def library() -> Library:
    """Read tasks.yaml; raises ValueError for a step that it does not define."""
    found: dict[str, Any] = table(resources.files(__package__ or "") / "tasks.yaml")
    return read(found)


def read(found: dict[str, Any]) -> Library:
    """Read a table of tasks and steps; raises ValueError for a step that it does not define."""
    tasks, steps = found["tasks"], found["steps"]
    compound = {**tasks, **{name: step for name, step in steps.items() if isinstance(step, dict)}}
    methods = {
        name: tuple(Method(tuple(m["steps"]), m.get("when", "")) for m in one["methods"])
        for name, one in compound.items()
    }
    used = {step for ways in methods.values() for way in ways for step in way.steps}
    if missing := sorted(used - set(steps) - set(tasks)):
        raise ValueError(f"tasks.yaml: no step is called {', '.join(missing)}; add it under steps")
    return Library(
        names={name: task["name"] for name, task in tasks.items()},
        asks={name: re.compile(task["asks"], re.IGNORECASE) for name, task in tasks.items()},
        words={name: step for name, step in steps.items() if isinstance(step, str)},
        methods=methods,
    )


__all__ = ["Known", "Library", "Method", "decomposed", "library", "outline", "read"]
