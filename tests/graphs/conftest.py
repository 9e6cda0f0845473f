from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cognition.faculties import Faculties
from graphs.circuit import Circuit

sys.path.insert(0, str(Path(__file__).parent))  # so that YAML can name the toy organs

import toy_organs as toys


@pytest.fixture
def use() -> Faculties:
    return toys.toy_faculties()


@pytest.fixture
def circuit() -> Circuit:
    return Circuit(
        "toy",
        organs={
            "ear": toys.Ear,
            "counter": toys.Counter,
            "volume": toys.Volume,
            "temper": toys.Temper,
            "greet": toys.Greet(greeting="Good day"),
        },
        flow=["ear", ["counter", "volume"], "temper", "greet"],
        without_care=True,
    )
