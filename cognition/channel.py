"""A channel: the named, typed place in a circuit's state where organs exchange one value."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from cognition.errors import OrganError

MISSING: Any = dataclasses.MISSING


@dataclass(frozen=True, slots=True)
class Merge:
    """How two writes to one channel in one step become one value: a named, pure function.

    Compared by the function's qualified name, because LangGraph takes any two lambdas for equal.
    """

    function: Callable[[Any, Any], Any]

    def __post_init__(self) -> None:
        if self.function.__name__ == "<lambda>":
            raise OrganError(
                "a merge rule must be a named function, not a lambda: two lambdas cannot "
                "be told apart"
            )

    @property
    def name(self) -> str:
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Merge) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Lasting:
    """Marks a channel that does not go back to rest each turn (it needs a checkpointer)."""


LASTING = Lasting()


def concat(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Merge two tuples by putting one after the other.

    Tolerates the lists that a checkpoint gives back.

    >>> concat((1,), (2,))
    (1, 2)
    """
    return (*old, *new)


@dataclass(frozen=True, slots=True)
class Channel:
    """One field of an organ's slice, seen as a channel.

    `type` is the annotation without its marks, `rest` the value it holds when nothing has written
    to it, `required` whether a reader insists that something upstream writes it, `explicit` whether
    the resting value was given rather than taken from the type.
    """

    name: str
    type: Any
    rest: Any
    merge: Merge | None = None
    lasting: bool = False
    required: bool = False
    explicit: bool = False

    @classmethod
    def of(cls, slice_type: type, field: dataclasses.Field[Any], hint: Any) -> Channel:
        """Read a channel off a field of a slice.

        Raises OrganError if the type has no resting value.
        """
        marks: tuple[Any, ...] = ()
        if get_origin(hint) is Annotated:
            hint, *rest_marks = get_args(hint)
            marks = tuple(rest_marks)
        explicit = field.default is not MISSING or field.default_factory is not MISSING
        if field.default is not MISSING:
            rest = field.default
        elif field.default_factory is not MISSING:
            rest = field.default_factory()  # pyright: ignore[reportCallIssue]
        else:
            rest = resting_value(hint, f"{slice_type.__name__}.{field.name}")
        return cls(
            name=field.name,
            type=hint,
            rest=rest,
            merge=next((mark for mark in marks if isinstance(mark, Merge)), None),
            lasting=any(isinstance(mark, Lasting) for mark in marks),
            required=not explicit,
            explicit=explicit,
        )


def resting_value(hint: Any, where: str) -> Any:
    """Give the empty value of a type.

    `None` for an optional, `()` for a tuple, else the type called without arguments.
    """
    origin = get_origin(hint)
    if hint is None or hint is type(None):
        return None
    if origin in (Union, types.UnionType):
        return None if type(None) in get_args(hint) else resting_value(get_args(hint)[0], where)
    if origin is typing.Literal:
        return get_args(hint)[0]
    if origin is Mapping:
        return {}
    target = origin or hint
    try:
        return target()
    except TypeError as error:
        raise OrganError(
            f"{where}: {target} has no resting value; give the field a default, or make "
            f"{target} callable without arguments"
        ) from error
