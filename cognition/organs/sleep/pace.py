"""Sleep's pace: short slices of work with rests between, so that a turn never waits for it."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

SLICE = 0.02  # seconds of work at a stretch
LONGEST = 0.1  # seconds of rest at most, however long a stretch was


class Woken(Exception):
    """Sleep was asked to end; what it kept is kept, and the next one goes on from there."""


@contextmanager
def spared_full_collections() -> Generator[None]:
    """Leave what is alive out of garbage collection for a while.

    What sleep makes and drops calls for full collections, and each stops every thread for as long
    as it takes to look at all that is alive: 80 ms in a memory of 10,000.
    """
    if gc.get_freeze_count():  # somebody has seen to that already, and for longer
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class Pace:
    """Lets others work: whoever sleeps calls `breathe` between small pieces of work.

    After a slice it rests as long as the slice took, unless no other thread is there to profit: an
    interpreter that runs one thread at a time would else hand over only every 5 ms.
    """

    def __init__(self, awake: Callable[[], bool] | None = None) -> None:
        self._awake = awake
        self._since = time.perf_counter()

    def breathe(self) -> None:
        """Rest if it is time to; raises Woken once the sleeper is to be awake."""
        if self._awake is not None and self._awake():
            raise Woken
        worked = time.perf_counter() - self._since
        if worked >= SLICE:
            if threading.active_count() > 1:
                time.sleep(min(worked, LONGEST))
            self._since = time.perf_counter()
