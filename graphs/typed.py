"""Bring values back from a checkpoint or a YAML file to the types that are declared for them."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

Mend = Callable[[Any], Any]
SEQUENCES = (tuple, list, set, frozenset)


def mender(hint: Any) -> Mend | None:
    """Give the function that undoes what a checkpoint does to a type's values; None if nothing.

    A checkpoint returns tuples as lists, at every depth. The function returns the very object it
    was given when there is nothing to mend: a value that never left the process costs a look.

    >>> mender(tuple[int, ...])([1, 2])
    (1, 2)
    >>> mender(str) is None
    True
    """
    return _mender(hint, {})


def _mender(hint: Any, seen: dict[Any, list[Any]]) -> Mend | None:
    origin, args = get_origin(hint), get_args(hint)
    if origin is typing.Annotated:
        return _mender(args[0], seen)
    if origin in (Union, types.UnionType):
        return _union_mender(args, seen)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_mender(hint, seen)
    kind = origin or hint
    if kind in SEQUENCES:
        if kind is tuple and args and args[-1] is not Ellipsis:
            return _row_mender([_mender(arg, seen) for arg in args])
        return _sequence_mender(kind, _mender(args[0], seen) if args else None)
    if kind in (dict, Mapping) and len(args) == 2:
        return _mapping_mender(_mender(args[1], seen))
    if kind is Sequence and args:
        inner = _mender(args[0], seen)
        return None if inner is None else _sequence_mender(None, inner)
    return None


def _union_mender(members: Iterable[Any], seen: dict[Any, list[Any]]) -> Mend | None:
    members = tuple(members)
    has_list = any((get_origin(member) or member) is list for member in members)
    chosen = [m for m in members if not (has_list and (get_origin(m) or m) is tuple)]
    mends = [mend for member in chosen if (mend := _mender(member, seen)) is not None]
    if len(mends) < 2:
        return mends[0] if mends else None

    def mend_any(value: Any) -> Any:
        for mend in mends:  # each leaves alone what is not of its own kind
            value = mend(value)
        return value

    return mend_any


def _dataclass_mender(cls: type, seen: dict[Any, list[Any]]) -> Mend | None:
    if cls in seen:  # a type that contains itself: its own function is known only afterwards
        holder = seen[cls]
        return lambda value: holder[0](value) if holder and holder[0] is not None else value
    holder = seen[cls] = []
    hints = typing.get_type_hints(cls, include_extras=True)
    plan: list[tuple[str, Mend]] = []
    for field in dataclasses.fields(cls):
        mend = _mender(hints[field.name], seen) if field.init else None
        if mend is not None:
            plan.append((field.name, mend))

    def mend_fields(value: Any) -> Any:
        if not isinstance(value, cls):
            return value
        changes: dict[str, Any] = {}
        for name, mend in plan:
            old = getattr(value, name)
            new = mend(old)
            if new is not old:
                changes[name] = new
        return dataclasses.replace(value, **changes) if changes else value  # pyright: ignore[reportArgumentType]

    holder.append(mend_fields if plan else None)
    return mend_fields if plan else None


def _sequence_mender(kind: Any, inner: Mend | None) -> Mend | None:
    if kind is list and inner is None:
        return None

    def mend_items(value: Any) -> Any:
        cls = value.__class__
        if cls not in SEQUENCES or (cls is kind and inner is None):
            return value
        items = value if inner is None else [inner(item) for item in value]
        wanted = kind or cls
        if cls is wanted and all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return wanted(items)

    return mend_items


def _row_mender(inners: list[Mend | None]) -> Mend:
    def mend_row(value: Any) -> Any:
        if value.__class__ not in (tuple, list) or len(value) != len(inners):
            return value
        row = tuple(
            item if mend is None else mend(item) for mend, item in zip(inners, value, strict=True)
        )
        same = value.__class__ is tuple and all(
            new is old for new, old in zip(row, value, strict=True)
        )
        return value if same else row

    return mend_row


def _mapping_mender(inner: Mend | None) -> Mend | None:
    if inner is None:
        return None

    def mend_values(value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        new = {key: inner(item) for key, item in value.items()}
        return value if all(new[key] is item for key, item in value.items()) else new

    return mend_values


def to_plain(value: Any) -> Any:
    """Turn a value into what YAML can say; raises ValueError for what it cannot.

    >>> from cognition.values import Mood
    >>> to_plain(Mood(valence=0.5))["valence"], to_plain((1, 2))
    (0.5, [1, 2])
    """
    if value is None or isinstance(value, (bool, int, float, str, bytes, datetime, date)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, Path):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {to_plain(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((to_plain(item) for item in value), key=repr)
    raise ValueError(f"YAML cannot say {value!r}")


def from_plain(hint: Any, value: Any) -> Any:
    """Read a YAML value as a declared type; raises ValueError saying what was expected.

    >>> from_plain(tuple[float, ...], [1, 2.5])
    (1.0, 2.5)
    """
    origin, args = get_origin(hint), get_args(hint)
    if hint is Any or hint is object:
        return value
    if origin is typing.Annotated:
        return from_plain(args[0], value)
    if origin in (Union, types.UnionType):
        return _read_union(hint, args, value)
    if origin is Literal:
        return _expect(value in args, value, value, f"one of {', '.join(map(repr, args))}")
    if hint is None or hint is types.NoneType:
        return _expect(value is None, value, value, "nothing")
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _read_dataclass(hint, value)
    kind = origin or hint
    if kind in SEQUENCES or kind is Sequence:
        if kind is Sequence:
            kind, args = tuple, (*args[:1], ...)
        return _read_sequence(kind, args, value)
    if kind in (dict, Mapping):
        _expect(isinstance(value, Mapping), value, value, "a mapping")
        key_type, item_type = args or (Any, Any)
        return {from_plain(key_type, k): from_plain(item_type, v) for k, v in value.items()}
    return _read_atom(kind, value)


def _expect(good: bool, result: Any, value: Any, wanted: str) -> Any:
    if not good:
        raise ValueError(f"expected {wanted}, found {value!r}")
    return result


def _read_union(hint: Any, members: tuple[Any, ...], value: Any) -> Any:
    for member in members:
        try:
            return from_plain(member, value)
        except ValueError:
            continue
    raise ValueError(f"expected {hint}, found {value!r}")


def _read_dataclass(cls: type, value: Any) -> Any:
    if isinstance(value, cls):
        return value
    _expect(isinstance(value, Mapping), value, value, f"a mapping of {cls.__name__}'s fields")
    hints = typing.get_type_hints(cls, include_extras=True)
    known = [field.name for field in dataclasses.fields(cls) if field.init]
    if strange := [key for key in value if key not in known]:
        raise ValueError(f"{cls.__name__} has no field {strange[0]!r}; it has {', '.join(known)}")
    return cls(**{key: from_plain(hints[key], item) for key, item in value.items()})


def _read_sequence(kind: Any, args: tuple[Any, ...], value: Any) -> Any:
    _expect(isinstance(value, (list, tuple, set, frozenset)), value, value, "a list")
    if kind is tuple and args and args[-1] is not Ellipsis:
        _expect(len(value) == len(args), value, value, f"{len(args)} items")
        return tuple(from_plain(arg, item) for arg, item in zip(args, value, strict=True))
    return kind(from_plain(args[0], item) if args else item for item in value)


def _read_atom(kind: Any, value: Any) -> Any:
    if kind is float:
        good = isinstance(value, (int, float)) and not isinstance(value, bool)
        return _expect(good, float(value) if good else value, value, "a number")
    if kind is int:
        good = isinstance(value, int) and not isinstance(value, bool)
        return _expect(good, value, value, "a whole number")
    if kind is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if kind is Path:
        return _expect(isinstance(value, str), Path(str(value)), value, "a path")
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = {member.value: member for member in kind}
        return _expect(value in choices, choices.get(value), value, f"one of {list(choices)}")
    name = getattr(kind, "__name__", str(kind))
    return _expect(isinstance(kind, type) and isinstance(value, kind), value, value, name)


__all__ = ["from_plain", "mender", "to_plain"]
