"""What holds of every organ that ships, whatever it does."""

import dataclasses
import pickle
from datetime import datetime

import pytest

from cognition import Mind
from cognition.organ import Organ
from cognition.organs import REGISTRY, find
from cognition.values import Stimulus
from graphs.companion import companion, turn

ORGANS = sorted(REGISTRY)
SCRIPT = [
    "",
    "Hi! My sister Mia visits on Friday.",
    "I lost my job today and I feel awful.",
    "What is my sister called?",
    "Please don't give me advice.",
    "ok",
    "Good night.",
]


@pytest.fixture(scope="module")
def lived(encoder):
    """Run a short conversation and keep what every channel held after each turn."""
    from cognition.faculties.clock import MovableClock

    clock = MovableClock(datetime(2026, 3, 1, 18, 0))
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        app = companion()
        states = []
        for said in SCRIPT:
            states.append(dict(turn(app, mind.faculties, said)))
            clock.advance(minutes=2)
        yield mind, states


def slices(organ: type[Organ], states: list[dict[str, object]]):
    """Give what the organ would see in each state."""
    for state in states:
        given = {c.name: state[c.name] for c in organ.reads if c.name in state}
        given.setdefault("stimulus", Stimulus())
        yield organ.sees(**{c.name: given.get(c.name, c.rest) for c in organ.reads})


@pytest.mark.parametrize("name", ORGANS)
def test_it_is_found_under_its_own_name(name):
    assert find(name).name() == name and find(name).__doc__


@pytest.mark.parametrize("name", ORGANS)
def test_it_pickles_and_compares(name):
    organ = find(name)()
    assert pickle.loads(pickle.dumps(organ)) == organ


@pytest.mark.parametrize("name", ORGANS)
def test_it_writes_only_what_it_declares(name, lived):
    mind, states = lived
    organ = find(name)
    for see in slices(organ, states):
        said = organ().step(see, mind.faculties)
        assert said is None or type(said) is organ.says


@pytest.mark.parametrize("name", [name for name in ORGANS if name != "consolidation"])
def test_it_says_the_same_to_the_same_and_changes_nothing(name, lived):
    mind, states = lived
    organ = find(name)()
    before = mind._store.journal.dump(), mind.faculties.index.count(), mind.facts()
    for see in slices(find(name), states):
        assert organ.step(see, mind.faculties) == organ.step(see, mind.faculties)
    assert (mind._store.journal.dump(), mind.faculties.index.count(), mind.facts()) == before


@pytest.mark.parametrize("name", ORGANS)
def test_it_bears_every_resting_value(name, lived):
    mind, _ = lived
    organ = find(name)
    see = organ.sees(**{channel.name: channel.rest for channel in organ.reads})
    said = organ().step(see, mind.faculties)
    assert said is None or type(said) is organ.says


@pytest.mark.parametrize("name", ORGANS)
def test_what_it_says_survives_a_checkpoint(name, lived):
    from graphs.compile import serializer

    mind, states = lived
    organ = find(name)
    for see in slices(organ, states):
        said = organ().step(see, mind.faculties)
        if said is None:
            continue
        for field in dataclasses.fields(said):
            value = getattr(said, field.name)
            kept = serializer().loads_typed(serializer().dumps_typed(value))
            assert _plain(kept) == _plain(value), field.name


def _plain(value: object) -> object:
    """Forget the difference between tuples and lists, which checkpoints do not keep."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return type(value).__name__, {f.name: _plain(getattr(value, f.name)) for f in fields}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def test_committing_the_same_turn_again_writes_nothing(lived):
    mind, states = lived
    organ = find("consolidation")
    before = mind._store.journal.dump()["turns"]
    for see in list(slices(organ, states))[1:]:
        organ().step(see, mind.faculties)
    assert mind._store.journal.dump()["turns"] == before
