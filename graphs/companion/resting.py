"""Sleeping by itself: what was told before is consolidated during the next conversation."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Generator
from typing import TYPE_CHECKING

from graphs.companion.faults import explain
from graphs.companion.screen import err, line

if TYPE_CHECKING:
    from cognition.mind import Mind

SETTLED = 5.0  # seconds after which sleep begins: the greeting comes first


@contextlib.contextmanager
def sleeping(mind: Mind, after: float = SETTLED) -> Generator[None]:
    """Let a mind sleep in the background from `after` seconds on, until it is done or this ends.

    Turns go on meanwhile, and whatever is left at the end is left for the next time. A sleep that
    fails is told in one line on stderr: the conversation does not suffer from it.
    """
    awake = threading.Event()
    failed: list[Exception] = []

    def sleep() -> None:
        if not awake.wait(after):
            try:
                mind.sleep(awake=awake.is_set)
            except Exception as error:
                failed.append(error)

    sleeper = threading.Thread(target=sleep, name="sleep", daemon=True)
    sleeper.start()
    try:
        yield
    finally:
        awake.set()
        sleeper.join()
        for error in failed:
            err().print(f"memory was not consolidated: {line(explain(error))}", style="dim")
