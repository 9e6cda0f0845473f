"""What every test shares: no network, no one's real data, one encoder for the whole run."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

os.environ.update(
    HF_HUB_OFFLINE="1",
    TRANSFORMERS_OFFLINE="1",
    LANGSMITH_TRACING="false",
    TOKENIZERS_PARALLELISM="false",
)

_connect = socket.socket.connect


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "loopback: may open sockets to this machine")


@pytest.fixture(autouse=True)
def closed_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection except, where marked, to this machine itself."""
    loopback = request.node.get_closest_marker("loopback") is not None

    def connect(self: socket.socket, address: object) -> None:
        local = isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1", "localhost")
        if self.family == getattr(socket, "AF_UNIX", None) or (loopback and local):
            return _connect(self, address)
        raise AssertionError(f"a test tried to connect to {address}")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the person's own data folder out of the tests."""
    monkeypatch.setenv("KINDRED_DATA", str(tmp_path / "kindred-data"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def encoder():
    from cognition.faculties.encoder import MiniLM

    return MiniLM.open()


@pytest.fixture
def clock():
    from cognition.faculties.clock import MovableClock

    return MovableClock(datetime(2026, 3, 1, 18, 0))


@pytest.fixture
def mind(encoder, clock) -> Iterator[object]:
    from cognition import Mind

    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as opened:
        yield opened
