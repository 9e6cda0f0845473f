"""What is heavy is imported when it is needed, so that starting is quick."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {
    "dateparser", "fsrs", "langchain_core", "langgraph", "networkx", "numpy", "onnx",
    "onnxruntime", "openai", "qdrant_client", "qdrant_edge", "rapidfuzz", "scipy", "sentencex",
    "sqlalchemy", "tokenizers", "torch", "transformers", "yaml",
}  # fmt: skip


def imported(code):
    """Name the packages that a new process has imported once the code has run."""
    ending = (
        "\nimport json, sys"
        "\nprint('\\n', json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + ending], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments", [["--help"], ["chat", "--help"], ["memory", "--help"], ["--version"], []]
)
def test_help_imports_nothing_heavy(arguments):
    code = (
        "from graphs.companion.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit as end: assert end.code == 0"
    )
    assert imported(code) & HEAVY == set()


@pytest.mark.parametrize("module", ["graphs", "graphs.companion", "graphs.companion.cli"])
def test_importing_the_graphs_imports_nothing_heavy(module):
    assert imported(f"import {module}") & HEAVY == set()


def test_importing_cognition_imports_no_engine():
    allowed = {"numpy"}
    assert imported("import cognition") & HEAVY <= allowed


def test_naming_the_mind_imports_no_engine():
    engines = {"langgraph", "onnxruntime", "qdrant_client", "qdrant_edge", "torch", "transformers"}
    assert imported("from cognition import Mind, Organ") & engines == set()


def test_talking_imports_no_model_framework():
    code = (
        "from datetime import datetime\n"
        "from cognition import Mind\n"
        "from graphs.companion import companion, turn\n"
        "with Mind.open(None) as mind: turn(companion(), mind.faculties, 'I have a cat, Luna.')"
    )
    assert (
        imported(code) & {"torch", "transformers", "onnx", "openai", "sklearn", "pandas"} == set()
    )
