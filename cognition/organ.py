"""What an organ is: a small typed module that reads channels and writes channels."""

from __future__ import annotations

import dataclasses
import inspect
import re
import typing
from typing import Any, ClassVar, Generic, TypeVar, dataclass_transform

from cognition.channel import Channel
from cognition.errors import OrganError

if typing.TYPE_CHECKING:
    from cognition.faculties import Faculties

In = TypeVar("In")
Out = TypeVar("Out")

RESERVED = frozenset({"messages", "context", "store", "config", "runtime"})


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Organ(Generic[In, Out]):
    """A module of a mind: `step` maps what it sees to what it writes, with faculties to use.

    Subclass it with two frozen dataclasses. Each field of the first is a channel it reads: without
    a default it is required, with one it is optional. Each field of the second is a channel it
    writes. Fields of the organ itself are its parameters; all need defaults. The declaration is
    checked when the class is made, and OrganError says what to change.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True, slots=True)
    ... class Heard:
    ...     text: str
    >>> @dataclass(frozen=True, slots=True)
    ... class Loudness:
    ...     loud: bool = False
    >>> class Ear(Organ[Heard, Loudness]):
    ...     '''Tell whether someone shouts.'''
    ...     marks: int = 1
    ...     def step(self, see, use):
    ...         return Loudness(loud=see.text.count("!") >= self.marks)
    >>> Ear(marks=2).step(Heard(text="Stop!"), use=None)
    Loudness(loud=False)
    >>> [channel.name for channel in Ear.reads], [channel.name for channel in Ear.writes]
    (['text'], ['loud'])
    """

    sees: ClassVar[type]
    says: ClassVar[type]
    reads: ClassVar[tuple[Channel, ...]] = ()
    writes: ClassVar[tuple[Channel, ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.sees, cls.says = _slice_types(cls)
        cls.reads = _channels(cls, cls.sees)
        cls.writes = _channels(cls, cls.says)
        _check_step(cls)
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)
        for field in dataclasses.fields(cls):  # pyright: ignore[reportArgumentType]
            if (
                field.default is dataclasses.MISSING
                and field.default_factory is dataclasses.MISSING
            ):
                raise OrganError(
                    f"{cls.__name__}.{field.name}: a parameter needs a default; write "
                    f"`{field.name}: ... = ...`"
                )

    def step(self, see: In, use: Faculties) -> Out | None:
        """Do the organ's work for one turn; None leaves its channels at rest."""
        raise NotImplementedError

    @classmethod
    def name(cls) -> str:
        """The organ's name in circuits: its class name in snake case."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def parameters(cls) -> dict[str, Any]:
        """Map each parameter's name to its default."""
        return {field.name: getattr(cls(), field.name) for field in dataclasses.fields(cls)}  # pyright: ignore[reportArgumentType]


def _slice_types(cls: type) -> tuple[type, type]:
    for base in getattr(cls, "__orig_bases__", ()):
        if typing.get_origin(base) is Organ:
            see, say = typing.get_args(base)
            break
    else:
        raise OrganError(
            f"{cls.__name__}: declare what it reads and writes: `class "
            f"{cls.__name__}(Organ[Sees, Says])`"
        )
    for slice_type in (see, say):
        if not (isinstance(slice_type, type) and dataclasses.is_dataclass(slice_type)):
            raise OrganError(
                f"{cls.__name__}: {slice_type!r} must be a frozen dataclass whose fields "
                "are channels"
            )
        if not slice_type.__dataclass_params__.frozen:  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
            raise OrganError(
                f"{cls.__name__}: {slice_type.__name__} must be frozen: "
                "`@dataclass(frozen=True, slots=True)`"
            )
    return see, say


def _channels(cls: type, slice_type: type) -> tuple[Channel, ...]:
    try:
        hints = typing.get_type_hints(slice_type, include_extras=True)
    except NameError as error:
        raise OrganError(
            f"{cls.__name__}: the annotations of {slice_type.__name__} cannot be resolved "
            f"({error}); define the types it names at module level"
        ) from error
    channels: list[Channel] = []
    for field in dataclasses.fields(slice_type):
        if field.name in RESERVED or field.name.startswith("_"):
            raise OrganError(
                f"{slice_type.__name__}.{field.name}: that name belongs to LangGraph; call "
                "the channel something else"
            )
        channels.append(Channel.of(slice_type, field, hints[field.name]))
    return tuple(channels)


def _check_step(cls: type) -> None:
    if "step" not in vars(cls):
        raise OrganError(f"{cls.__name__}: define `step(self, see, use)`")
    step = vars(cls)["step"]
    if inspect.iscoroutinefunction(step):
        raise OrganError(
            f"{cls.__name__}.step must be synchronous; LangGraph runs it under invoke and "
            "ainvoke alike"
        )
    if list(inspect.signature(step).parameters) != ["self", "see", "use"]:
        raise OrganError(f"{cls.__name__}.step must take exactly (self, see, use)")
