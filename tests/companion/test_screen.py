"""What is shown is safe for a terminal, and slow work shows itself only to a person."""

import errno
import io

import pytest
from rich.console import Console

from cognition.errors import StoreBusy
from cognition.values import Recollection
from graphs.companion.faults import explain
from graphs.companion.memory_commands import listing, signals
from graphs.companion.screen import line, progress, safe


def test_escape_sequences_and_direction_marks_are_taken_out():
    assert safe("a\x1b[2Jb\x07\u202ec\x9b31m") == "a[2Jbc31m"


def test_line_ends_are_kept_and_made_plain():
    assert safe("a\r\nb\tc") == "a\nb\tc"


def test_a_line_has_no_line_ends():
    assert line("a\n  b\x00\tc ") == "a b c"


def test_no_progress_is_shown_where_nobody_looks(capsys):
    with progress("Working") as report:
        report(1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_listing_fits_eighty_columns():
    found = [
        Recollection(
            id="12345678-aaaa", kind="procedure", speaker="Someone Long", text="word " * 99
        )
    ]
    page = io.StringIO()
    Console(file=page, width=80).print(listing(found))
    shown = page.getvalue().splitlines()
    assert max(len(row) for row in shown) <= 80
    assert "12345678" in shown[1]
    assert "procedure" in shown[1]


def test_markup_in_memories_is_shown_as_it_is():
    page = io.StringIO()
    Console(file=page, width=80, markup=False).print(listing([Recollection(text="[red]x[/red]")]))
    assert "[red]x[/red]" in page.getvalue()


def test_signals_are_named_strongest_first():
    assert signals({"words": 0.1, "meaning": -0.5, "none": 0.0}) == "meaning -0.50, words +0.10"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (StoreBusy("in use\nby 7"), "in use by 7"),
        (ValueError("bad"), "bad"),
        (OSError(errno.ENOSPC, "No space left on device", "/d/x"), "no space left"),
        (PermissionError(errno.EACCES, "Permission denied", "/d/x"), "choose another place"),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory", "/d/x"), "choose another place"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/d/x"), "check the name"),
        (OSError(errno.EIO, "Input/output error"), "check the disk"),
        (MemoryError(), "not enough memory"),
        (KeyboardInterrupt(), "run the command again"),
        (ZeroDivisionError("division by zero"), "KINDRED_DEBUG=1"),
    ],
)
def test_every_failure_becomes_one_line_that_says_what_to_do(error, says):
    words = explain(error)
    assert says in words
    assert "\n" not in words
