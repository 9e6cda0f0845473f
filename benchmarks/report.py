"""Write a benchmark's result with what is needed to read it later: date, versions, machine."""

from __future__ import annotations

import json
import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("results")
PACKAGES = ("kindred", "langgraph", "qdrant-edge-py", "onnxruntime", "numpy", "sqlalchemy")


def write(name: str, result: dict[str, Any]) -> Path:
    """Write a result as JSON under benchmarks/results and give its path."""
    whole = {
        "benchmark": name,
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "versions": {package: version(package) for package in PACKAGES},
        **result,
    }
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{name}.json"
    file.write_text(json.dumps(whole, indent=1) + "\n")
    return file
