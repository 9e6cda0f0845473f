"""Importing with a preview: who speaks how often and since when, before anything is kept."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from pathlib import Path

from graphs.companion.importers import History, Turn, read_history
from graphs.companion.opening import begun, folder_of, open_mind
from graphs.companion.screen import agreed, day, interactive, line, progress, say, table


def bring(
    file: Path,
    format: str,
    *,
    data: Path | None,
    owner: str | None,
    me: str | None,
    yes: bool,
    dry_run: bool,
) -> None:
    """Read the whole file, show what it holds, ask, then observe every turn that is new."""
    with contextlib.ExitStack() as stack:
        # a memory is begun only after the whole file was found good
        mind = stack.enter_context(open_mind(data, owner)) if begun(folder_of(data)) else None
        name = mind.owner if mind else owner or "you"
        history = read_history(file, format, owner=name, me=me)
        if me is None and not yes and interactive() and not _known(history, name):
            me = _ask(history)
            history = read_history(file, format, owner=name, me=me) if me else history
        preview(history)
        if dry_run or not (yes or not interactive() or agreed("Keep these turns?")):
            say("Nothing was kept.")
            return
        mind = mind or stack.enter_context(open_mind(data, owner))
        with progress("Remembering") as report:
            new = mind.observe_many(history.turns, progress=report)
    known = len(history.turns) - new
    say(f"Kept {new} new turns" + (f"; {known} were already known." if known else "."))


def preview(history: History) -> None:
    """Show per speaker how many turns, from when to when, and the first words."""
    by_speaker: dict[str, list[Turn]] = defaultdict(list)
    for turn in history.turns:
        by_speaker[turn["speaker"]].append(turn)
    say(f"{history.format}: {len(history.turns)} turns")
    shown = table("speaker", "turns", "from", "to", "first words", wide="first words")
    for speaker, turns in sorted(by_speaker.items(), key=lambda item: -len(item[1]))[:20]:
        words = line(turns[0]["text"])
        shown.add_row(
            line(speaker),
            str(len(turns)),
            day(turns[0]["when"]),
            day(max(turn["when"] for turn in turns)),
            words if len(words) <= 70 else words[:69] + "…",
        )
    say(shown)
    for remark in history.remarks:
        say(f"note: {line(remark)}", style="dim")


def _known(history: History, name: str) -> bool:
    return any(turn["speaker"] == name for turn in history.turns)


def _ask(history: History) -> str | None:
    names = list(dict.fromkeys(turn["speaker"] for turn in history.turns))
    print("Who of these is you? " + ", ".join(line(name) for name in names[:12]))  # noqa: T201
    return input("Name (empty: none of them): ").strip() or None
