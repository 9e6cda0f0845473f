"""What is put behind the caller's back is there for whoever asks next, or its failure is."""

from __future__ import annotations

import threading

import pytest

from cognition.errors import StoreDamaged
from cognition.faculties import Point, Search
from cognition.faculties.index.behind import WriteBehind
from cognition.faculties.index.edge import EdgeIndex
from cognition.values import derive_id


def point(seed: int) -> Point:
    return Point(id=derive_id(seed), vector=[1.0, float(seed)], text=f"turn {seed}")


class Held(EdgeIndex):
    """An index that takes nothing in before it is let."""

    gate = threading.Event()

    def put(self, points):
        assert self.gate.wait(20)
        super().put(points)


@pytest.fixture
def held():
    Held.gate = threading.Event()
    index = WriteBehind(Held.open(None, size=2, owner="Ada"), size=2)
    yield index
    Held.gate.set()
    index.close()


@pytest.mark.parametrize(
    "ask",
    [
        lambda index: index.count(),
        lambda index: len(index.search([Search(vector=[1.0, 1.0])])[0]),
        lambda index: len(list(index.ids())),
        lambda index: len(list(index.points())),
    ],
)
def test_whoever_asks_waits_for_what_was_put(held, ask):
    held.put([point(1), point(2)])  # returns though nothing can be taken in yet
    threading.Timer(0.05, Held.gate.set).start()
    assert ask(held) == 2


def test_bad_points_are_refused_at_once(held):
    with pytest.raises(ValueError, match="a vector has 3 numbers"):
        held.put([Point(id=derive_id(1), vector=[1.0, 0.0, 0.0], text="")])
    Held.gate.set()
    assert held.count() == 0


def test_a_failure_is_raised_by_what_comes_next_and_the_index_still_closes():
    class Failing(EdgeIndex):
        def put(self, points):
            raise StoreDamaged("adding memories failed; close and open again")

    inner = Failing.open(None, size=2, owner="Ada")
    index = WriteBehind(inner, size=2)
    index.put([point(1)])
    with pytest.raises(StoreDamaged, match="adding memories failed"):
        index.search([Search(vector=[1.0, 1.0])])
    with pytest.raises(StoreDamaged):
        index.close()
    assert inner._open is False
