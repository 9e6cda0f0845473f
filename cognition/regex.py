"""Regular expressions that are compiled when first used.

The organs know many hundreds of patterns, and a conversation begins with few of them: compiling all
at import would take half a second before the first word.
"""

from __future__ import annotations

import re
from typing import Any, cast

_USES = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class _Uncompiled:
    """Stands for a pattern; what is asked of it first compiles it, and is found directly then."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.__flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # what copies or compares need not compile
        compiled = re.compile(self.pattern, self.__flags)
        for use in _USES:
            setattr(self, use, getattr(compiled, use))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""Give a pattern for the top of a module; mistakes in it are raised where it is first used.

    >>> named = regex(r"call me (?P<name>[A-Z]\w+)")
    >>> named.search("Please call me Sam.")["name"], named.pattern[:7]
    ('Sam', 'call me')
    """
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


__all__ = ["regex"]
