"""`kindred wishes`: how you asked to be treated; see it, say it anew, take it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from graphs.companion.opening import Data, existing_mind
from graphs.companion.screen import day, line, say, table

if TYPE_CHECKING:
    from cognition.faculties import Faculties
    from cognition.values import Fact

SHORT = 8  # characters of an id that are shown


def wishes(
    said: Annotated[
        str | None, typer.Argument(metavar="WORDS", help="A wish, as you would say it in a chat.")
    ] = None,
    drop: Annotated[
        str | None, typer.Option("--drop", metavar="ID", help="Take this wish back.")
    ] = None,
    data: Data = None,
) -> None:
    """Show how you asked to be treated; WORDS add or lift a wish, --drop takes one back."""
    with existing_mind(data) as mind:
        use = mind.faculties
        if said:
            _write(use, _read(use, said))
        if drop:
            now = use.clock.now()
            _write(use, [replace(fact, valid_to=now) for fact in [named(use, drop)]])
        standing = standing_wishes(use)
        if not standing:
            say("You have not asked for anything. Say it in a chat, or here: kindred wishes WORDS")
            return
        shown = table("id", "since", "wish", wide="wish")
        for fact in standing:
            shown.add_row(fact.id[:SHORT], day(fact.valid_from), line(fact.text))
        say(shown)


def standing_wishes(use: Faculties) -> list[Fact]:
    """Give the wishes that hold, newest first."""
    held = [f for f in use.knowledge.facts(kind="procedure") if f.valid_to is None and f.polarity]
    return [fact for fact in held if fact.relation in ("call_me", "prefers_treatment")]


def named(use: Faculties, key: str) -> Fact:
    """Find the wish that an id, or the beginning of one, means; raises ValueError without one."""
    found = [f for f in standing_wishes(use) if f.id.startswith(key.strip().lower())]
    if len(found) != 1:
        raise ValueError(
            f"--drop: {len(found)} wishes have an id that begins with {key!r}; give one"
        )
    return found[0]


def _read(use: Faculties, said: str) -> list[Fact]:
    from cognition.faculties.traces import encode
    from cognition.organs.basal_ganglia.procedures import procedures
    from cognition.organs.thalamus import perceive
    from cognition.values import Stimulus

    now = use.clock.now()
    vectors, [traces] = encode(use.encoder, [said])
    percept = perceive(Stimulus(said, use.owner, now), now, vectors[0].tolist(), (), traces)
    found = procedures(percept, standing_wishes(use), use.owner, now, use.encoder.name)
    if not found:
        raise ValueError(
            f'no wish is read in {said!r}; say it as in a chat: "No advice, just listen."'
        )
    # said here and not in a conversation: there is no episode to rest on
    return [replace(fact, sources=()) if fact.valid_to is None else fact for fact in found]


def _write(use: Faculties, facts: list[Fact]) -> None:
    from cognition.organs.consolidation import commit

    commit(use, (), facts)
