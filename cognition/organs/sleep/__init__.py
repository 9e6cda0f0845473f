"""Sleep: what happens to memories off the turn, without losing any of them.

Replay goes through the sessions that ended. It abstracts each into a gist, reads once more what was
said over two turns, links episodes that say the same and names that mean the same person, and finds
the jokes, milestones and moments of feeling that are shared. Then
facts told twice become one, of facts that cannot both hold the older ends, what rests on something
that changed is revisited, and months that are over become chapters. No episode is deleted. The
index needs no upkeep.

Changes are kept in small durable commits, the last of a session together with how far replay has
come, and what is done is not done again: sleep may end at any moment, and the next one goes on from
there. It works in slices of some 20 ms and rests between them, so that a turn taken meanwhile
hardly waits.

References:
    McClelland, McNaughton & O'Reilly 1995, Why there are complementary learning systems: replay
    lets the neocortex take up slowly what the hippocampus recorded at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from cognition.faculties import Faculties
from cognition.organs.sleep.aliases import aliases
from cognition.organs.sleep.chapters import chapters
from cognition.organs.sleep.duplicates import duplicates
from cognition.organs.sleep.gist import abstract
from cognition.organs.sleep.jokes import LAUGHED, jokes, laughed
from cognition.organs.sleep.keeping import Change, keep
from cognition.organs.sleep.milestones import milestones
from cognition.organs.sleep.pace import Pace, Woken, spared_full_collections
from cognition.organs.sleep.reconciling import reconciled
from cognition.organs.sleep.replay import (
    REPLAYED,
    Progress,
    Replayable,
    Session,
    ended_sessions,
)
from cognition.organs.sleep.report import ACTIVITIES, report
from cognition.organs.sleep.rereading import reread
from cognition.organs.sleep.resonance import resonance
from cognition.organs.sleep.revisiting import revisited
from cognition.values import SleepReport

AT_ONCE = 40  # changes in one commit


@spared_full_collections()
def sleep(
    use: Faculties,
    journal: Replayable,
    progress: Progress | None = None,
    awake: Callable[[], bool] | None = None,
) -> SleepReport:
    """Consolidate everything since the last sleep; may be interrupted, and goes on where it was.

    `progress` is told (done, total) in episodes replayed. `awake` is asked every few milliseconds;
    once it says so, sleep ends there.
    """
    pace, counts, woken = Pace(awake), Counter[str](), False
    forgotten = journal.forgotten()

    def each(changes: Iterable[Change], at_once: int = AT_ONCE) -> None:
        counts.update(change.activity for change in _kept(changes, use, forgotten, at_once))

    try:
        for session in ended_sessions(use, journal, pace, progress):
            # one by one: what a turn is found to say counts for the next
            each(reread(session.turns, use, pace), at_once=1)
            each(aliases(session.turns, use, pace))
            each(duplicates(session.heard, use, pace))
            each(jokes(session.turns, use, pace))
            each(milestones(session.heard, use, pace))
            each(resonance(session.turns, use, pace))
            # the gist last, with how far replay has come: what went before is found done if need be
            come = {REPLAYED: session.reached, LAUGHED: laughed(session.turns, use)}
            last = keep(use, _gist(session, use, pace), come, forgotten)
            counts.update(change.activity for change in last)
            counts.update(sessions=1, episodes=len(session.heard))
        for activity in (reconciled, revisited, chapters):
            each(activity(use, pace))
    except Woken:
        woken = True
    return report(counts, woken)


def _gist(session: Session, use: Faculties, pace: Pace) -> list[Change]:
    gist = abstract(session.heard, use.owner, pace)
    return [Change("gists", (gist,))] if gist and use.knowledge.fact(gist.id) is None else []


def _kept(
    changes: Iterable[Change], use: Faculties, forgotten: frozenset[str], at_once: int
) -> Iterator[Change]:
    """Keep changes, some in one commit, and yield those kept; one made from another comes after."""
    waiting: list[Change] = []
    for change in changes:
        made = {fact.id for waits in waiting for fact in waits.facts}
        if any(old.id in made for old in change.over):
            yield from keep(use, waiting, forgotten=forgotten)
            waiting = []
        waiting.append(change)
        if len(waiting) >= at_once:
            yield from keep(use, waiting, forgotten=forgotten)
            waiting = []
    yield from keep(use, waiting, forgotten=forgotten)


__all__ = ["ACTIVITIES", "Replayable", "sleep"]
