"""What the README shows is what runs: its code, its output, its picture and its numbers."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import textwrap
import types
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from measured_rows import ROWS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RESULTS = ROOT / "benchmarks" / "results"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BETWEEN = r"<!-- {0} -->\n(.*?)<!-- /{0} -->"


def blocks(language: str) -> list[str]:
    return [code for kind, code in BLOCK.findall(README.read_text("utf-8")) if kind == language]


def shown(name: str) -> list[str]:
    return re.findall(BETWEEN.format(name), README.read_text("utf-8"), re.DOTALL)


def write(name: str, made: list[str]) -> None:
    parts = iter(made)
    text = re.sub(
        BETWEEN.format(name),
        lambda _: f"<!-- {name} -->\n{next(parts)}<!-- /{name} -->",
        README.read_text("utf-8"),
        flags=re.DOTALL,
    )
    README.write_text(text, "utf-8")


def fenced(text: str, language: str = "text") -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


# -- what is made -----------------------------------------------------------------------------

SCRIPT = {
    datetime(2026, 3, 4, 18, 0): (
        "Wednesday evening",
        [
            "Hi! My sister Mia visits on Friday.",
            "I'm nervous about it. We fell out last year.",
            "What is my sister called?",
            "Where does Mia live?",
        ],
    ),
    datetime(2026, 3, 7, 18, 0): (
        "Saturday evening",
        ["", "We made up, and I am so happy!", "When did Mia visit?"],
    ),
}


def conversation(encoder: Any, folder: Path) -> str:
    """Have the conversation of the README, in two processes' worth of mind and graph."""
    from cognition import Mind
    from cognition.faculties.clock import MovableClock
    from graphs.companion import companion, turn

    lines: list[str] = []
    for start, (title, words) in SCRIPT.items():
        clock, app = MovableClock(start), companion()
        lines.append(f"[{title}]")
        with Mind.open(folder, owner="Ada", clock=clock, encoder=encoder) as mind:
            for said in words:
                clock.advance(minutes=1)
                reply = turn(app, mind.faculties, said)["utterance"].text
                for who, text in (("you", said), ("kindred", reply)):
                    if text:
                        lines += textwrap.wrap(f"{who:<8}› {text}", 92, subsequent_indent=" " * 10)
    return fenced("\n".join(lines))


def picture() -> str:
    from graphs import Circuit, draw

    return fenced(draw(Circuit.load(ROOT / "configs/companion.yaml")), "mermaid")


def measured() -> str:
    """Make the table of measurements from the committed results; no file, no row."""
    lines = ["| what | measured | beside it |", "|---|---|---|"]
    for name, rows in ROWS.items():
        file = RESULTS / f"{name}.json"
        if file.exists():
            found = json.loads(file.read_text("utf-8"))
            lines += [f"| {' | '.join(row)} |" for row in rows(found)]
    return "\n".join(lines) + "\n"


# -- the tests --------------------------------------------------------------------------------


def agrees(name: str, made: list[str], update: bool) -> None:
    if update:
        write(name, made)
    assert shown(name) == made


def test_conversation_is_what_the_companion_says(
    encoder: Any, tmp_path: Path, update_golden: bool
) -> None:
    agrees("conversation", [conversation(encoder, tmp_path / "mind")], update_golden)


def test_picture_is_drawn_from_the_circuit_that_runs(update_golden: bool) -> None:
    agrees("circuit", [picture()], update_golden)


def test_measured_numbers_are_the_committed_results(update_golden: bool) -> None:
    agrees("measured", [measured()], update_golden)


def test_no_committed_result_is_left_out_of_the_table() -> None:
    assert {file.stem for file in RESULTS.glob("*.json")} <= ROWS.keys()


def test_python_runs_and_prints_what_is_shown(
    monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    monkeypatch.chdir(ROOT)
    # the blocks are one program, in a module of their own, so that annotations in them resolve
    program = types.ModuleType("readme")
    monkeypatch.setitem(sys.modules, "readme", program)
    outputs: list[str] = []
    for code in blocks("python"):
        heard = io.StringIO()
        with contextlib.redirect_stdout(heard):
            exec(compile(code, "README.md", "exec", dont_inherit=True), vars(program))
        outputs.append(fenced(heard.getvalue()))
    agrees("output", outputs, update_golden)


def test_composition_example_takes_ten_lines() -> None:
    lines = [line for line in blocks("python")[0].splitlines() if line]
    assert len(lines) <= 10


def test_shell_lines_run(tmp_path: Path) -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    environment = {**os.environ, "KINDRED_DATA": str(tmp_path / "data")}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    for block in blocks("bash"):
        lines = block.splitlines()
        if made := [line.split()[1] for line in lines if line.startswith("make ")]:
            assert len(made) == len(lines)
            assert set(made) <= set(targets)
            continue
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "Mia" in done.stdout
        assert (tmp_path / "memory.jsonl").exists()


def test_conversation_file_shown_can_be_imported(tmp_path: Path) -> None:
    from graphs.companion.importers import read_history

    [shown_file] = blocks("json")
    file = tmp_path / "letters.json"
    file.write_text(shown_file, "utf-8")
    turns = read_history(file, owner="Ada").turns
    assert [turn["speaker"] for turn in turns] == ["Ada", "Ben"]
    assert turns[0]["when"] == datetime(2025, 6, 1, 10, 0)


def test_commands_named_in_tables_exist_with_their_options() -> None:
    from typer.main import get_command

    from graphs.companion.cli import app

    named = re.findall(r"`kindred ([^`]+)`", README.read_text("utf-8"))
    assert named
    for words in named:
        command, path = get_command(app), words.split()
        while path and hasattr(command, "commands") and not path[0].startswith("--"):
            command = command.commands[path.pop(0)]
        options = {"--help"} | {name for parameter in command.params for name in parameter.opts}
        assert {word for word in path if word.startswith("--")} <= options, words


def test_every_file_linked_to_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert local
    assert [link for link in local if not (ROOT / link).exists()] == []


def test_no_block_is_of_a_kind_that_nothing_checks() -> None:
    kinds = {kind for kind, _ in BLOCK.findall(README.read_text("utf-8"))}
    assert kinds <= {"python", "bash", "json", "mermaid", "text"}
