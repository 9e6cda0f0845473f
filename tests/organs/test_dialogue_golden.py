"""Whole conversations over simulated days: read tests/golden/dialogue.txt as a user would."""

from datetime import datetime
from pathlib import Path

from cognition import Mind
from cognition.faculties.clock import MovableClock
from graphs.companion import companion, turn

FOLDER = Path(__file__).parents[1] / "golden"
START = datetime(2026, 3, 2, 18, 0)  # a Monday


def scripts():
    """Read the scripts: `# title (owner)`, `@ hours later`, `> what is said`; skip replies."""
    title, owner, lines = "", None, []
    for line in (FOLDER / "dialogue.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            if title:
                yield title, owner, lines
            title, lines = line[2:], []
            owner = title[title.index("(") + 1 : -1] if title.endswith(")") else None
        elif line.startswith((">", "@")):
            lines.append(line)
    yield title, owner, lines


def held(title, owner, lines, encoder):
    """Hold one conversation and write it down."""
    clock = MovableClock(START)
    written = [f"# {title}"]
    with Mind.open(None, owner=owner, encoder=encoder, clock=clock) as mind:
        app = companion()
        for line in lines:
            written.append(line)
            if line.startswith("@"):
                clock.advance(hours=float(line[1:].split()[0]))
                continue
            written.append(turn(app, mind.faculties, line[1:].strip())["utterance"].text)
            clock.advance(minutes=2)
    return "\n".join(written) + "\n"


def test_conversations_match_the_golden_file(update_golden, encoder):
    said = "\n".join(held(*script, encoder) for script in scripts())
    if update_golden:
        (FOLDER / "dialogue.txt").write_text(said, encoding="utf-8", newline="\n")
    assert said == (FOLDER / "dialogue.txt").read_text(encoding="utf-8")
