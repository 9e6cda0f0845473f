"""The organs' parameters for a mind used without a circuit, read from a circuit's file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from cognition.errors import CognitionError
from cognition.organs import find


def organ_parameters(
    config: Mapping[str, Any] | str | os.PathLike[str] | None,
) -> Mapping[str, Mapping[str, Any]]:
    """Read the organs' parameters from a YAML file or a mapping, and check their names."""
    if config is None:
        return {}
    if not isinstance(config, Mapping):
        import yaml

        try:
            config = yaml.safe_load(Path(config).read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            reason = str(error).splitlines()[0]
            raise CognitionError(f"the configuration {config} cannot be read: {reason}") from error
    given_config = cast("Mapping[str, Any]", config or {})
    organs: Mapping[str, Any] = given_config.get("organs", given_config) or {}
    for name, given in organs.items():
        known = find(name).parameters()
        for key in given or {}:
            if key not in known and key != "organ":
                raise ValueError(
                    f"organ {name!r} has no parameter {key!r}; it has {', '.join(known) or 'none'}"
                )
    return {name: given or {} for name, given in organs.items()}
