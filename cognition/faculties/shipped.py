"""The small weights that come with the package, read only if they are those it was made for."""

from __future__ import annotations

import hashlib
from importlib import resources

from cognition.errors import CognitionError


def content(file: str, sha256: str, source: str, error: type[CognitionError]) -> bytes:
    """Give the bytes of a weights file; `source` is the module that holds its hash.

    Raises `error` if the file is missing or changed.
    """
    try:
        found = (resources.files("cognition") / "weights" / file).read_bytes()
    except OSError as missing:
        raise error(
            f"the weights {file} cannot be read ({missing.strerror}); reinstall kindred"
        ) from missing
    digest = hashlib.sha256(found).hexdigest()
    if digest != sha256:
        raise error(
            f"{file} is not the one this version was made for (sha256 {digest[:12]}…); reinstall "
            f"kindred, or after training write the new hash into {source}"
        )
    return found
