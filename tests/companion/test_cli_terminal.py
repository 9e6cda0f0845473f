"""The command line on a real terminal: prompts, colours, and leaving with a key."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = ["-m", "graphs.companion.cli"]
PATIENCE = 90  # seconds a loaded machine may take to wake


class Screen:
    """A program on a pseudo-terminal."""

    def __init__(self, *arguments: str) -> None:
        self.ours, self.theirs = pty.openpty()
        self.shown = b""
        tty = os.ttyname(self.theirs)
        # the first terminal that a session's leader opens becomes its own: its keys interrupt
        self.program = subprocess.Popen(
            [
                "sh",
                "-c",
                f'exec "$@" <{tty} >{tty} 2>&1',
                "sh",
                sys.executable,
                *PROGRAM,
                *arguments,
            ],
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
            # whatever started the tests may have them ignore interrupts, and children inherit that
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def until(self, words: str, keys: str = "") -> None:
        """Read until some words are shown, pressing keys until they are.

        Python may miss an interrupt that comes between showing a prompt and waiting at it; a person
        would press again.
        """
        end, again = time.monotonic() + PATIENCE, time.monotonic()
        while words not in self.plain():
            ended = self.program.poll() is not None
            if keys and not ended and time.monotonic() >= again:
                self.type(keys)
                again = time.monotonic() + 5
            if select.select([self.ours], [], [], 0.2)[0]:
                self.shown += os.read(self.ours, 65536)
            elif ended or time.monotonic() > end:
                raise AssertionError(f"{words!r} was not shown in:\n{self.plain()}")

    def plain(self) -> str:
        return re.sub(
            r"\x1b\[[0-9;?]*[A-Za-z]|[\x01\x02]", "", self.shown.decode("utf-8", "replace")
        )

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def leave(self) -> int:
        return self.program.wait(PATIENCE)

    def close(self) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.ours)
        os.close(self.theirs)


@pytest.fixture
def screen():
    opened: list[Screen] = []

    def start(*arguments: str) -> Screen:
        opened.append(Screen(*arguments))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize("key", ["\x03", "\x04", "/quit\r"], ids=["ctrl-c", "ctrl-d", "quit"])
def test_chat_greets_and_can_be_left_politely(screen, key):
    shown = screen("chat", "--owner", "Ada")
    shown.until("you ›")
    assert "Kindred ›" in shown.plain()
    shown.until("Until next time.", keys=key)
    assert shown.leave() == 0


def test_import_previews_and_asks(screen):
    file = ROOT / "tests" / "golden" / "imports" / "whatsapp_android_24h.txt"
    shown = screen("import", str(file))
    shown.until("empty: none of them")
    shown.type("Zoé\r")
    shown.until("Keep these turns? [y/N]")
    assert "J'ai un nouveau" not in shown.plain()
    assert re.search(r"^you +2 ", shown.plain(), re.MULTILINE)
    shown.type("n\r")
    shown.until("Nothing was kept.")
    assert shown.leave() == 0
