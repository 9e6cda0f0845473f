"""Which memory a command works on: the data folder, and opening it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphs.companion.screen import progress

if TYPE_CHECKING:
    from cognition.mind import Mind

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="KINDRED_DATA",
        metavar="DIR",
        show_envvar=False,
        help="Folder of the memory (default: $KINDRED_DATA, or the user's data folder).",
    ),
]
Owner = Annotated[
    str | None,
    typer.Option("--owner", metavar="NAME", help="Whose memory it is; said when it is begun."),
]


def folder_of(data: Path | None) -> Path:
    """Give the data folder: the one named, else the platform's."""
    if data is not None:
        return data.expanduser()
    from platformdirs import user_data_dir

    return Path(user_data_dir("kindred", appauthor=False))


def begun(folder: Path) -> bool:
    """Tell whether there is a memory in a folder."""
    return (folder / "journal.db").exists()


def open_mind(data: Path | None, owner: str | None = None, **more: Any) -> Mind:
    """Open the memory of a data folder, or begin one; raises what `Mind.open` raises."""
    from cognition.mind import Mind

    if owner is not None and not owner.strip():
        raise ValueError("--owner: give a name, or leave it out")
    with progress("Putting the index in order") as report:
        return Mind.open(folder_of(data), owner=owner, progress=report, **more)


def existing_mind(data: Path | None, as_itself: bool = False) -> Mind:
    """Open a memory that has been begun; raises ValueError if there is none.

    `as_itself` opens it with the persona of its folder, whose temperament moods come back to.
    """
    folder = folder_of(data)
    if not begun(folder):
        raise ValueError(
            f"there is no memory in {folder}; begin one with `kindred chat`, or name it with --data"
        )
    persona = folder / "persona.yaml"
    if not (as_itself and persona.exists()):
        return open_mind(data)
    from graphs.companion.persona import load_persona

    return open_mind(data, persona=load_persona(persona))
