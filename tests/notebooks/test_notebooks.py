"""The notebooks are what they say: clean as committed, and they run offline from top to bottom."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# What a kernel runs before the notebook: no connection may leave this machine. Matplotlib makes its
# font cache here, where the line it then says on stderr is not the notebook's.
PREPARE = """
import matplotlib.font_manager
import socket as _socket
def _refuse(self, address, _connect=_socket.socket.connect):
    if self.family == _socket.AF_UNIX or address[0] in ("127.0.0.1", "::1"):
        return _connect(self, address)
    raise AssertionError(f"a notebook tried to connect to {address}")
_socket.socket.connect = _refuse
"""


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def test_there_are_notebooks_to_test() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_committed_without_what_a_run_leaves(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert notebook.nbformat == 4
    assert notebook.metadata == {"kernelspec": KERNEL}
    for cell in notebook.cells:
        assert cell.metadata == {}
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_begins_with_a_title_and_teaches_between_cells(path: Path) -> None:
    cells = read(path).cells
    assert cells[0].cell_type == "markdown"
    assert cells[0].source.startswith("# ")
    assert sum(cell.cell_type == "markdown" for cell in cells) >= len(cells) // 3


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the notebooks one font cache, made once."""
    return tmp_path_factory.mktemp("matplotlib")


@pytest.mark.slow
@pytest.mark.loopback
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs_offline(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PYTHONPATH": str(ROOT),
        "HF_HUB_OFFLINE": "1",
        "KINDRED_DATA": str(tmp_path / "data"),
        "IPYTHONDIR": str(tmp_path / "ipython"),
        "MPLCONFIGDIR": str(fonts),
        "JUPYTER_PLATFORM_DIRS": "1",
    }.items():
        monkeypatch.setenv(name, value)
    notebook = read(path)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(PREPARE))
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
    )
    client.execute(env=dict(os.environ))
    assert notebook.cells.pop(0).source == PREPARE
    assert stderr_of(notebook) == []


def stderr_of(notebook: nbformat.NotebookNode) -> list[str]:
    """Give what the cells wrote on stderr: warnings, mostly, that a reader should not meet."""
    return [
        output.text
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]
