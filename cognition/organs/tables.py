"""Reading the tables of words and rules that organs ship as YAML."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

# libyaml's parser where it was built in: ten times as fast, and every start waits for it
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> Any:
    """Read one YAML document of plain values; raises yaml.YAMLError.

    >>> read_yaml("kin: [aunt, uncle]")
    {'kin': ['aunt', 'uncle']}
    """
    return yaml.load(text, _Loader)


def table(file: Path | Traversable) -> Any:
    """Read a YAML file; raises OSError, ValueError for bytes that are no text, yaml.YAMLError."""
    return read_yaml(file.read_text(encoding="utf-8"))
