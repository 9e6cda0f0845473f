"""Remembering paused at the person's wish: what is said meanwhile is held in mind, never written.

It is in force from the wish on, over restarts, until the person lets remembering go on. Care goes
on throughout; it keeps the times and counts that the law asks for, and no words.
"""

from __future__ import annotations

from datetime import datetime

from cognition.errors import MemoryPaused
from cognition.faculties import Faculties

PAUSED = "memory.paused"  # since when


def paused_since(use: Faculties) -> datetime | None:
    """Tell since when remembering is paused; None if it is not."""
    kept = use.journal.state(PAUSED)
    if kept is None:
        return None
    try:
        return datetime.fromisoformat(str(kept))
    except ValueError:  # it was paused all the same
        return use.clock.now()


def pause(use: Faculties) -> datetime:
    """Pause remembering from now on; gives since when it is paused."""
    since = paused_since(use)
    if since is None:
        since = use.clock.now()
        use.journal.commit(states={PAUSED: since.isoformat()})
    return since


def resume(use: Faculties) -> None:
    """Remember again from now on; what was said while paused is let go of."""
    use.journal.commit(states={PAUSED: None})
    use.journal.let_go()


def writable(use: Faculties) -> None:
    """Raise MemoryPaused if nothing is to be kept now."""
    since = paused_since(use)
    if since is not None:
        raise MemoryPaused(
            f"remembering is paused since {since:%Y-%m-%d %H:%M}, so nothing was kept; "
            "`kindred memory resume`, or `mind.resume()`, lets it go on"
        )


__all__ = ["PAUSED", "pause", "paused_since", "resume", "writable"]
