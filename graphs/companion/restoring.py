"""Restoring an export in such a way that nothing is lost if it fails half-way."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from graphs.companion.opening import begun
from graphs.companion.screen import Report


def bring_back(file: Path, folder: Path, force: bool, report: Report) -> Path | None:
    """Restore into the folder; gives where an earlier memory was moved to, if there was one.

    Raises ValueError if there is no such file, or if there is a memory and `force` is not set.
    """
    from cognition.faculties.journal import StoreLock
    from cognition.mind import Mind

    if not file.is_file():
        raise ValueError(f"{file}: no such file; name the file that `kindred export` wrote")
    if not begun(folder):
        Mind.restore(file, folder, progress=report)
        return None
    if not force:
        raise ValueError(
            f"{folder}: there is a memory already; name another folder with --data, or say --force"
        )
    StoreLock(folder).release()  # refuses if another process has it open
    aside = folder.with_name(f"{folder.name}-before-{datetime.now():%Y%m%d-%H%M%S}")
    folder.rename(aside)
    try:
        Mind.restore(file, folder, progress=report)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)
        raise
    if (aside / "persona.yaml").exists():
        shutil.copyfile(aside / "persona.yaml", folder / "persona.yaml")
    return aside
