"""Run a benchmark by name, or those that need no data: speed and scaling.

usage: python -m benchmarks [NAME [OPTION ...]]
"""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

FREE = ("speed", "scaling")  # what runs on made-up text


def benchmarks() -> dict[str, str]:
    """Map the name of each benchmark to what it measures, in its own words."""
    found: dict[str, str] = {}
    for file in sorted(Path(__file__).parent.glob("*.py")):
        said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        if f"python -m benchmarks.{file.stem}" in said:
            found[file.stem] = said.splitlines()[0]
    return found


def main() -> None:
    known = benchmarks()
    name, *options = sys.argv[1:] or [""]
    if name and name not in known:
        lines = [f"  {each:14s}{what}" for each, what in known.items()]
        print("usage: python -m benchmarks [NAME [OPTION ...]]", *lines, sep="\n")
        raise SystemExit(0 if name in ("-h", "--help") else 2)
    for each in [name] if name else FREE:
        sys.argv = [f"benchmarks.{each}", *options]
        runpy.run_module(f"benchmarks.{each}", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
