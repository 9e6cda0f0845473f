"""What a sleep did: counts by activity, and lines for a person to read."""

from __future__ import annotations

from collections import Counter

from cognition.values import SleepReport

# activity -> how a line says how often it was done, once and more often
_SAID = {
    "gists": ("kept the gist of {n}", "kept the gist of {n}"),
    "found": ("understood {n} turn from what was said before it",
        "understood {n} turns from what was said before them"),
    "duplicates": ("linked {n} episode to an earlier one that says the same",
        "linked {n} episodes to earlier ones that say the same"),
    "aliases": ("noted {n} sign of who goes by which name",
        "noted {n} signs of who goes by which name"),
    "jokes": ("noticed {n} joke that is shared", "noticed {n} jokes that are shared"),
    "milestones": ("marked {n} milestone", "marked {n} milestones"),
    "resonances": ("kept {n} moment of feeling that was met",
        "kept {n} moments of feeling that were met"),
    "merged": ("merged {n} fact that was told twice", "merged {n} facts that were told twice"),
    "closed": ("closed {n} fact that a newer one replaced",
        "closed {n} facts that newer ones replaced"),
    "revisited": ("revisited {n} memory that rested on what has changed",
        "revisited {n} memories that rested on what has changed"),
    "chapters": ("wrote {n} chapter, of a month that is over",
        "wrote {n} chapters, of months that are over"),
}  # fmt: skip
ACTIVITIES = ("sessions", "episodes", *_SAID)


def report(counts: Counter[str], woken: bool) -> SleepReport:
    """Put what was done into words."""
    notes = [_said(activity, counts[activity]) for activity in _SAID if counts[activity]]
    if counts["episodes"]:
        episodes, sessions = (_plural(counts[what], what) for what in ("episodes", "sessions"))
        notes.insert(0, f"replayed {episodes} of {sessions}")
    if woken:
        notes.append("was woken; the rest is left for the next sleep")
    return SleepReport({name: counts[name] for name in ACTIVITIES}, tuple(notes))


def _said(activity: str, n: int) -> str:
    once, often = _SAID[activity]
    return (once if n == 1 else often).format(n=n)


def _plural(n: int, what: str) -> str:
    return f"{n} {what.removesuffix('s') if n == 1 else what}"
