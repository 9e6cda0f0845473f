"""One line for every failure, saying what is wrong and what to do, instead of a traceback."""

from __future__ import annotations

import errno
import os

from cognition.errors import CognitionError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_BARRED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)


def explain(error: BaseException) -> str:
    """Say in one line what went wrong and what to do next."""
    return " ".join(_words(error).split())


def debugging() -> bool:
    """Tell whether the person asked to see where errors come from."""
    return os.environ.get("KINDRED_DEBUG", "") not in ("", "0")


def _words(error: BaseException) -> str:
    if isinstance(error, (CognitionError, ValueError)) and str(error):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "interrupted; what was already kept stays kept, run the command again to go on"
    if isinstance(error, MemoryError):
        return "not enough memory; close other programs and try again"
    if isinstance(error, OSError):
        return _storage(error)
    kind = type(error).__name__
    return f"unexpected {kind}: {error}; set KINDRED_DEBUG=1 to see where, and please report it"


def _storage(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in _FULL:
        return f"{where}no space left on the disk; free some and try again"
    if error.errno in _BARRED:
        return f"{where}cannot be written or read ({error.strerror}); choose another place"
    if error.errno == errno.ENOENT:
        return f"{where}no such file or folder; check the name"
    return f"{where}{error.strerror or error}; check the disk and try again"
