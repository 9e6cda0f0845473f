from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import pytest
import toy_organs as toys

from cognition.values import Affect, Engram, Mood
from graphs.typed import from_plain, mender, to_plain


@dataclass(frozen=True)
class Tree:
    names: tuple[str, ...] = ()
    left: Tree | None = None


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (int, 3),
        (float, 0.5),
        (str, "a"),
        (bool, True),
        (Mood, Mood(valence=0.5, at=datetime(2026, 3, 1))),
        (Engram, Engram("1", names=("Ada",), vector=(0.5,), affect=Affect(0.1))),
        (tuple[Mood, ...], (Mood(), Mood(0.2))),
        (tuple[str, int], ("a", 1)),
        (Sequence[int], (1, 2)),
        (Mapping[str, float], {"a": 0.5}),
        (Mood | None, None),
        (int | str, "a"),
        (Literal["a", "b"], "b"),
        (toys.Colour, toys.Colour.BLUE),
        (Path, Path("a/b")),
        (frozenset[str], frozenset({"a", "b"})),
    ],
)
def test_values_come_back_from_plain_ones(hint: Any, value: Any) -> None:
    assert from_plain(hint, to_plain(value)) == value


@pytest.mark.parametrize(
    ("hint", "plain", "message"),
    [
        (int, True, "a whole number"),
        (float, "1", "a number"),
        (str, 1, "expected str"),
        (Literal["a", "b"], "c", "one of 'a', 'b'"),
        (tuple[int, ...], "12", "a list"),
        (tuple[int, int], [1], "2 items"),
        (Mood, {"valance": 1}, "Mood has no field 'valance'"),
        (Mood, 3, "a mapping of Mood's fields"),
        (toys.Colour, "green", "one of"),
        (int | None, "x", "found 'x'"),
    ],
)
def test_plain_values_of_another_type_are_refused(hint: Any, plain: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_plain(hint, plain)


def test_a_whole_number_will_do_for_a_number() -> None:
    assert isinstance(from_plain(float, 1), float)


def test_what_yaml_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="YAML cannot say"):
        to_plain(object())


def test_a_type_that_contains_itself_is_mended_at_every_depth() -> None:
    mend = mender(Tree)
    assert mend is not None
    lists: Any = ["a"]
    assert mend(Tree(left=Tree(names=lists))) == Tree(left=Tree(names=("a",)))
