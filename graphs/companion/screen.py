"""What the command line shows: consoles, text made safe for a terminal, progress of slow work."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime

from rich.console import Console
from rich.table import Table

Report = Callable[[int, int], None]
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PATIENCE = 1.0  # seconds before slow work shows itself


def out() -> Console:
    """The console for what was asked for."""
    return Console(highlight=False, markup=False, emoji=False)


def err() -> Console:
    """The console for remarks and progress."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def say(*things: str | Table, style: str | None = None) -> None:
    """Print tables, and lines of plain text however long they are."""
    for thing in things:
        out().print(thing, style=style, soft_wrap=isinstance(thing, str))


def safe(text: str) -> str:
    r"""Take out what could move the cursor or disguise text: memories may come from anywhere.

    >>> safe("red \x1b[31malert")
    'red [31malert'
    """
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """Give a text as one safe line."""
    return " ".join(safe(text).split())


def day(when: datetime | None) -> str:
    """Give a date as it stands in tables."""
    return when.strftime("%Y-%m-%d") if when else ""


def moment(when: datetime | None) -> str:
    """Give a date and time as they stand in details."""
    return when.strftime("%Y-%m-%d %H:%M") if when else ""


def table(*columns: str, wide: str = "") -> Table:
    """Make a quiet table that fits 80 columns; `wide` names the column that takes what is left."""
    made = Table(box=None, header_style="dim", pad_edge=False, expand=True)
    for name in columns:
        if name == wide:
            made.add_column(name, ratio=1, overflow="fold")
        else:
            made.add_column(name, no_wrap=True, max_width=18, overflow="ellipsis")
    return made


@contextmanager
def progress(title: str) -> Generator[Report]:
    """Give a callback that shows a bar on a terminal's stderr once the work has taken a second."""
    console = err()
    if not console.is_terminal:
        yield lambda done, total: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, transient=True,
    )  # fmt: skip
    task = bar.add_task(title)
    began = time.monotonic()

    def report(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if not bar.live.is_started and time.monotonic() - began > PATIENCE:
            bar.start()

    try:
        yield report
    finally:
        if bar.live.is_started:
            bar.stop()


def interactive() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agreed(question: str) -> bool:
    """Ask yes or no on the terminal; anything but yes is no."""
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
