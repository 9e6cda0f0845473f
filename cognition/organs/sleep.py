"""Sleep: what happens to memories off the turn, without losing any of them.

Replay goes through sessions that ended, abstracts each into a gist, merges facts that were told
twice, reconciles facts that cannot both hold, and looks after the index. It deletes no episode.

References:
    McClelland, McNaughton & O'Reilly 1995, Why there are complementary learning systems: replay
    lets the neocortex take up slowly what the hippocampus recorded at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from cognition.faculties import Faculties
from cognition.values import Engram, Fact, SleepReport, derive_id

Progress = Callable[[int, int], None]

# one value at a time holds of these; the others can hold side by side
FUNCTIONAL = frozenset(
    {"name", "age", "birthday", "home", "work", "employer", "partner", "spouse", "call_me"}
)
RESTED = timedelta(hours=1)  # a session this long quiet is over
REPLAYED = "sleep.replayed"  # how far replay has come, as a sequence number
MOMENTS = 2  # episodes a gist quotes
ACTIVITIES = ("sessions", "episodes", "gists", "merged", "closed")


class Replayable(Protocol):
    """What sleep needs of a journal beyond reading and committing."""

    def walk(self, after: int = 0, roles: Sequence[str] = ()) -> Iterator[tuple[int, Engram]]: ...


def sleep(use: Faculties, journal: Replayable, progress: Progress | None = None) -> SleepReport:
    """Consolidate everything since the last sleep; may be interrupted, and goes on where it was."""
    counts: Counter[str] = Counter(dict.fromkeys(ACTIVITIES, 0))
    notes: list[str] = []
    sessions, reached = _ended_sessions(use, journal)
    for done, session in enumerate(sessions, 1):
        if gist := abstract(session, use.owner):
            use.journal.commit(facts=[gist])
            use.knowledge.learn([gist])
            counts["gists"] += 1
        if progress:
            progress(done, len(sessions))
    counts["sessions"] = len(sessions)
    counts["episodes"] = sum(len(session) for session in sessions)
    merged, closed = reconcile(use.knowledge.facts())
    counts["merged"], counts["closed"] = len(merged) // 2, len(closed)
    changed = [*merged, *closed]
    # one commit: what was replayed is noted together with what came of it
    use.journal.commit(facts=changed, states={REPLAYED: reached})
    use.knowledge.learn(changed)
    use.index.flush()
    notes[:0] = _words(counts)
    return SleepReport(counts=dict(counts), notes=tuple(notes))


def abstract(session: Sequence[Engram], owner: str) -> Fact | None:
    """Make the gist of a session: its day, the names that mattered, and its strongest moments.

    None for a session with nothing to quote. The gist rests on all it names or quotes.
    """
    told = [e for e in session if e.act in ("statement", "request") and len(e.text) > 20]
    if not told:
        return None
    moments = sorted(told, key=_weight, reverse=True)[:MOMENTS]
    moments.sort(key=lambda e: e.when)
    names = Counter(name for engram in session for name in engram.names)
    often = [name for name, times in names.most_common(4) if times > 1]
    first = session[0]
    day = f"{first.when.day} {first.when:%B %Y}"
    about = f" about {', '.join(often)}" if often else ""
    quotes = " ".join(f"{e.speaker}: “{_shortened(e.text)}”" for e in moments)
    naming = [e.id for e in session if set(e.names) & set(often)]
    sources = tuple(dict.fromkeys([*(e.id for e in moments), *naming]))
    return Fact(
        id=derive_id("gist", owner, first.id),
        kind="gist",
        subject=owner,
        relation="talked_about",
        object=", ".join(often) or day,
        text=f"On {day} you talked{about}. {quotes}"
        if owner == "you"
        else f"On {day} {owner} talked{about}. {quotes}",
        valid_from=first.when,
        confidence=0.8,
        sources=sources,
    )


def reconcile(facts: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Find facts told twice and facts that cannot both hold; gives (merged, closed) to be written.

    Of two that say the same, the older takes the newer's sources and the newer is closed; of two
    values where only one can hold, the older is closed at the time of the newer. Gists are left
    alone.
    """
    held = [fact for fact in facts if fact.valid_to is None and fact.kind in ("fact", "procedure")]
    held.sort(key=lambda fact: (fact.valid_from is not None, fact.valid_from))
    same: dict[tuple[object, ...], Fact] = {}
    newest: dict[tuple[str, str], Fact] = {}
    merged: list[Fact] = []
    closed: list[Fact] = []
    for fact in held:
        key = (fact.subject.lower(), fact.relation, fact.object.lower(), fact.polarity)
        if older := same.get(key):
            sources = tuple(dict.fromkeys((*older.sources, *fact.sources)))
            kept = replace(older, sources=sources, pinned=older.pinned or fact.pinned)
            same[key] = kept
            merged += [kept, replace(fact, valid_to=fact.valid_from)]
            continue
        same[key] = fact
        slot = (fact.subject.lower(), fact.relation)
        if fact.relation in FUNCTIONAL and fact.polarity:
            if older := newest.get(slot):
                closed.append(replace(older, valid_to=fact.valid_from))
            newest[slot] = fact
    return merged, closed


def _ended_sessions(use: Faculties, journal: Replayable) -> tuple[list[list[Engram]], int]:
    """Collect the sessions that ended since the last sleep, and how far that reaches.

    A session that goes on is left whole for the next sleep, and so is all that came after it began.
    """
    sessions: dict[str, list[Engram]] = defaultdict(list)
    began: dict[str, int] = {}
    reached = int(use.journal.state(REPLAYED, 0))
    for number, engram in journal.walk(reached, roles=("person", "other")):
        key = engram.session or engram.when.date().isoformat()
        sessions[key].append(engram)
        began.setdefault(key, number)
        reached = number
    awake = use.clock.now() - RESTED
    going_on = {key for key, engrams in sessions.items() if engrams[-1].when >= awake}
    if going_on:
        reached = min(began[key] for key in going_on) - 1
    return [engrams for key, engrams in sessions.items() if key not in going_on], reached


def _weight(engram: Engram) -> float:
    """How much a moment mattered: what was felt, and a little for what it names."""
    felt = max(abs(engram.affect.valence), engram.affect.arousal)
    return felt + 0.1 * min(3, len(engram.names)) + 0.1 * bool(engram.times)


def _shortened(text: str, longest: int = 140) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _words(counts: Counter[str]) -> list[str]:
    notes = [f"replayed {counts['episodes']} episodes of {counts['sessions']} sessions"]
    if counts["gists"]:
        notes.append(f"kept the gist of {counts['gists']}")
    if counts["merged"]:
        notes.append(f"merged {counts['merged']} facts that were told twice")
    if counts["closed"]:
        notes.append(f"closed {counts['closed']} facts that newer ones replaced")
    return notes
