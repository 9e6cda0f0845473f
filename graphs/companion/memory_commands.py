"""`kindred memory`: see, understand, correct, pin, pause and really delete what is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from cognition.values import SHARED
from graphs.companion.opening import Data, existing_mind
from graphs.companion.screen import (
    agreed,
    day,
    interactive,
    line,
    moment,
    progress,
    safe,
    say,
    table,
)

if TYPE_CHECKING:
    from cognition.mind import Mind
    from cognition.values import Receipt, Recollection

KINDS = ("episode", "fact", "statement", "plan", "procedure", "gist", "link", *SHARED)
SHORT = 8  # characters of an id that tables show

memory = typer.Typer(
    help="See, understand, correct, pin, pause and forget what is remembered.",
    no_args_is_help=False,
    rich_markup_mode=None,
)
Id = Annotated[str, typer.Argument(metavar="ID", help="The id, or its first 4 characters or more.")]
Kind = Annotated[str | None, typer.Option(help=f"One of {', '.join(KINDS)}.")]
Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]


@memory.command()
def search(
    query: Annotated[str, typer.Argument(metavar="WORDS")],
    kind: Kind = None,
    limit: Limit = 10,
    data: Data = None,
) -> None:
    """Show what comes to mind at some words, best first."""
    _words(query, "what to search for")
    _kind(kind)
    with existing_mind(data) as mind:
        found = mind.recall(query, k=limit, kinds=[kind] if kind else None)
    say(listing(found) if found else "Nothing comes to mind.")


@memory.command("list")
def list_(
    kind: Kind = None,
    limit: Limit = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many of the newest to skip.")] = 0,
    data: Data = None,
) -> None:
    """List memories, newest first."""
    _kind(kind)
    with existing_mind(data) as mind:
        found = mind.memories(kind=kind, limit=limit, offset=offset)
        since = mind.paused_since
    if since is not None:
        say(paused(since))
    say(listing(found) if found else "Nothing is remembered here.")


@memory.command()
def show(id: Id, data: Data = None) -> None:
    """Show one memory in full, with what was learned from it."""
    with existing_mind(data) as mind:
        found = named(mind, id)
        facts = mind.facts_from(found.id)
    say(safe(found.text))
    say("")
    for name, value in _details(found):
        say(f"{name:<9} {line(value)}")
    for fact in facts:
        until = f", until {day(fact.valid_to)}" if fact.valid_to else ""
        name = "linked" if fact.kind == "link" else "learned"
        say(f"{name:<9} {line(fact.text)} ({fact.id[:SHORT]}{until})")


@memory.command()
def why(
    id: Id,
    query: Annotated[str | None, typer.Argument(metavar="WORDS")] = None,
    data: Data = None,
) -> None:
    """Explain why a memory comes to mind (at its own words, or others)."""
    with existing_mind(data) as mind:
        wanted = named(mind, id)
        found = mind.recall(query or wanted.text, k=100)
    say(f"“{line(wanted.text)}” at the words “{line(query or wanted.text)}”:")
    for rank, recollection in enumerate(found, 1):
        if recollection.id == wanted.id:
            say(f"It comes to mind as number {rank}, score {recollection.score:.3f}.")
            shown = table("signal", "adds", wide="signal")
            for name, part in sorted(recollection.why.items(), key=lambda item: -abs(item[1])):
                shown.add_row(name.replace("_", " "), f"{part:+.3f}")
            say(shown)
            if recollection.path:
                say("path: " + " → ".join(line(step) for step in recollection.path))
            return
    say("It does not come to mind among the first 100.")


@memory.command()
def meant(
    id: Id, query: Annotated[str, typer.Argument(metavar="WORDS")], data: Data = None
) -> None:
    """Say that this memory is what some words mean; recall learns from it."""
    _words(query, "which words meant it")
    with existing_mind(data) as mind:
        found = named(mind, id)
        mind.meant(query, found.id)
    say(f"Learned: “{line(query)}” meant “{line(found.text)}”.")


@memory.command()
def correct(
    id: Id, text: Annotated[str, typer.Argument(metavar="TEXT")], data: Data = None
) -> None:
    """Put something right; what was said before stays as history."""
    _words(text, "what is right")
    with existing_mind(data) as mind:
        found = named(mind, id)
        mind.correct(found.id, text)
    say(f"Corrected: {line(found.text)} → {line(text)}")


@memory.command()
def pin(
    id: Id,
    off: Annotated[bool, typer.Option("--off", help="Let it fade again.")] = False,
    data: Data = None,
) -> None:
    """Keep a memory from fading."""
    with existing_mind(data) as mind:
        found = named(mind, id)
        mind.pin(found.id, pinned=not off)
    say(f"{'Unpinned' if off else 'Pinned'}: {line(found.text)}")


@memory.command()
def forget(
    query: Annotated[str | None, typer.Argument(metavar="WORDS")] = None,
    id: Annotated[list[str] | None, typer.Option("--id", help="This memory (repeatable).")] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="All about someone.")] = None,
    before: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="All before a date.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    data: Data = None,
) -> None:
    """Delete memories for good, with all that was learned from them."""
    if not (query or id or about or before):
        raise ValueError("say what to forget: some words, --id, --about or --before")
    with existing_mind(data) as mind:
        ids = [named(mind, key).id for key in id or ()]
        going = mind.forget(query=query, ids=ids, about=about, before=before, dry_run=True)
        if not going.ids:
            say("Nothing of that kind is remembered.")
            return
        say(_going(mind, going))
        if dry_run:
            say("Dry run: nothing was forgotten.")
            return
        if not yes and not _agreed(len(going.ids)):
            say("Nothing was forgotten.")
            return
        with progress("Forgetting") as report:
            gone = mind.forget(query=query, ids=ids, about=about, before=before, progress=report)
    say(f"Forgotten, for good: {counted(gone)}.")


@memory.command()
def pause(data: Data = None) -> None:
    """Remember nothing of what you say from now on, until `resume`."""
    with existing_mind(data) as mind:
        mind.pause()
        since = mind.paused_since
    say(paused(since))
    say("What was told before stays. Care goes on; it keeps times and counts, and no words.")


@memory.command()
def resume(data: Data = None) -> None:
    """Remember again what you say."""
    with existing_mind(data) as mind:
        since = mind.paused_since
        mind.resume()
    told = "it was not paused" if since is None else f"nothing was kept since {moment(since)}"
    say(f"Remembering is on; {told}.")


def paused(since: datetime | None) -> str:
    """Say that remembering is paused, and how it goes on."""
    return f"Remembering is paused since {moment(since)}; `kindred memory resume` lets it go on."


def named(mind: Mind, key: str) -> Recollection:
    """Find the memory that an id, or the beginning of one, means; raises ValueError without one."""
    found = mind.memory(mind.resolve(key.strip().lower()))
    if found is None:
        raise ValueError(f"there is no memory {key}; `kindred memory list` shows them")
    return found


def listing(found: Iterable[Recollection]) -> Table:
    """Lay memories out as a table that can be read at 80 columns."""
    shown = table("id", "when", "kind", "who", "what", wide="what")
    for memory in found:
        words = line(memory.text)
        shown.add_row(
            memory.id[:SHORT],
            day(memory.when),
            memory.kind,
            line(memory.speaker)[:12],
            words if len(words) <= 240 else words[:239] + "…",
        )
    return shown


def counted(receipt: Receipt) -> str:
    """Say how much of what a receipt is about.

    >>> from cognition.values import Receipt
    >>> counted(Receipt(counts={"episode": 2, "fact": 1, "reply": 0}))
    '2 episodes, 1 fact'
    """
    parts = [f"{n} {kind if n == 1 else _plural(kind)}" for kind, n in receipt.counts.items() if n]
    return ", ".join(parts) or "nothing"


def _plural(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def signals(why: Mapping[str, float]) -> str:
    """Say in few words which signals brought a memory to mind."""
    parts = sorted(why.items(), key=lambda item: -abs(item[1]))[:4]
    return ", ".join(f"{name.replace('_', ' ')} {part:+.2f}" for name, part in parts if part)


def _details(found: Recollection) -> list[tuple[str, str]]:
    felt = found.affect
    return [
        (name, value)
        for name, value in (
            ("id", found.id),
            ("kind", found.kind),
            ("who", found.speaker),
            ("when", moment(found.when)),
            ("session", found.session),
            ("source", found.ref),
            ("names", ", ".join(found.names)),
            ("times", ", ".join(f"{span.text} ({day(span.start)})" for span in found.times)),
            ("felt", f"{felt.emotion}, valence {felt.valence:+.2f}" if felt.confidence else ""),
        )
        if value
    ]


def _going(mind: Mind, receipt: Receipt) -> Table:
    found = [memory for key in receipt.ids[:10] if (memory := mind.memory(key))]
    shown = listing(found)
    if len(receipt.ids) > len(found):
        shown.add_row("", "", "", "", f"… and {len(receipt.ids) - len(found)} more")
    return shown


def _agreed(count: int) -> bool:
    if not interactive():
        raise ValueError(f"this would forget {count} memories for good; say --yes if that is meant")
    return agreed(f"Forget these {count} for good?")


def _kind(kind: str | None) -> None:
    if kind is not None and kind not in KINDS:
        raise ValueError(f"--kind: no kind {kind!r}; it is one of {', '.join(KINDS)}")


def _words(text: str, what: str) -> None:
    if not text.strip():
        raise ValueError(f"say {what}; an empty text says nothing")
