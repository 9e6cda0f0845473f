"""The organs that ship with Kindred, by the name a circuit calls them.

Each is imported when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cognition.errors import OrganError
from cognition.organ import Organ

REGISTRY: dict[str, str] = {
    "thalamus": "cognition.organs.thalamus:Thalamus",
    "amygdala": "cognition.organs.amygdala:Amygdala",
    "hippocampus": "cognition.organs.hippocampus:Hippocampus",
    "neocortex": "cognition.organs.neocortex:Neocortex",
    "insula": "cognition.organs.insula:Insula",
    "prefrontal": "cognition.organs.prefrontal:Prefrontal",
    "basal_ganglia": "cognition.organs.basal_ganglia:BasalGanglia",
    "broca": "cognition.organs.broca:Broca",
    "consolidation": "cognition.organs.consolidation:Consolidation",
}


def find(name: str) -> type[Organ[Any, Any]]:
    """Give the organ class of a registered name, or of `package.module:Class`; raises OrganError.

    >>> find("thalamus").__name__
    'Thalamus'
    """
    where = REGISTRY.get(name, name)
    module, _, attribute = where.partition(":")
    if not attribute:
        known = ", ".join(REGISTRY)
        raise OrganError(f"no organ is called {name!r}; known are {known}, or give `module:Class`")
    try:
        found = getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise OrganError(f"organ {name!r}: {where} cannot be imported ({error})") from error
    if not (isinstance(found, type) and issubclass(found, Organ)):
        raise OrganError(f"organ {name!r}: {where} is not an Organ")
    return found  # pyright: ignore[reportUnknownVariableType]


__all__ = ["REGISTRY", "find"]
