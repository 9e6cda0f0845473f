"""The command line as its users meet it: what it does, what it prints, how it exits."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graphs.companion import CONFIG, PERSONA
from graphs.companion.cli import main

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "imports"
CONVERSATION = str(GOLDEN / "conversation.json")


@pytest.fixture(autouse=True)
def one_encoder(encoder, monkeypatch):
    """Load the encoder once for all commands of these tests."""
    from cognition.faculties.encoder import MiniLM

    monkeypatch.setattr(MiniLM, "open", classmethod(lambda cls: encoder))


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line; gives exit status, stdout, stderr."""

    def call(*arguments, said=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(said))
        with pytest.raises(SystemExit) as caught:
            main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return caught.value.code, shown.out, shown.err

    return call


@pytest.fixture
def fine(run):
    def call(*arguments, said=""):
        status, out, err = run(*arguments, said=said)
        assert status == 0, err
        assert err == ""
        return out

    return call


@pytest.fixture
def refused(run):
    """Run what must fail: status 2 and one line on stderr, which is given."""

    def call(*arguments, said=""):
        status, _, err = run(*arguments, said=said)
        assert status == 2
        assert err.startswith("kindred: ")
        assert err.count("\n") == 1
        return err

    return call


@pytest.fixture
def filled(fine):
    fine("import", CONVERSATION, "--owner", "Ada")


def ids(listed: str) -> dict[str, str]:
    """Map the words of each listed memory to its short id."""
    rows = [row.split(maxsplit=4) for row in listed.splitlines()[1:]]
    return {row[4].strip(): row[0] for row in rows if len(row) == 5}


def test_shipped_configs_are_those_in_the_package():
    assert (ROOT / "configs" / "companion.yaml").read_bytes() == CONFIG.read_bytes()
    assert (ROOT / "configs" / "persona.yaml").read_bytes() == PERSONA.read_bytes()


def test_help_needs_nothing_slow():
    code = (
        "import sys, graphs.companion.cli\n"
        "slow = {'torch', 'transformers', 'onnxruntime', 'sqlalchemy', 'langgraph', 'networkx',\n"
        "        'numpy', 'yaml', 'dateparser', 'langchain_core', 'qdrant_edge'}\n"
        "sys.exit(', '.join(slow & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_lists_the_commands(fine, arguments):
    shown = fine(*arguments)
    for command in ("chat", "import", "export", "restore", "memory", "sleep", "doctor"):
        assert f"  {command} " in shown


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["import"], ["chat", "--nonsense"], ["memory", "list", "--limit", "many"]],
)
def test_wrong_usage_is_refused_in_one_line(refused, arguments):
    assert "--help" in refused(*arguments)


def test_import_shows_who_speaks_and_keeps_the_turns(fine):
    shown = fine("import", CONVERSATION, "--owner", "Ada")
    assert "conversation: 6 turns" in shown
    assert "Kept 6 new turns." in shown
    assert "Is Luna well?" in fine("memory", "list")


def test_importing_twice_keeps_once(fine, filled):
    assert "Kept 0 new turns; 6 were already known." in fine("import", CONVERSATION)
    assert len(ids(fine("memory", "list"))) == 6


def test_dry_run_of_an_import_keeps_nothing(fine, tmp_path):
    data = tmp_path / "data"
    assert "Nothing was kept." in fine("import", CONVERSATION, "--dry-run", "--data", data)
    assert not data.exists()


def test_bad_file_is_refused_before_anything_is_written(refused, tmp_path):
    bad = tmp_path / "bad.json"
    turns = [{"text": "a", "speaker": "A", "when": "2024-01-01"}, {"speaker": "A"}]
    bad.write_text(json.dumps({"turns": turns}))
    assert "turn 2" in refused("import", bad, "--data", tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_memory_of_another_owner_is_refused(refused, filled):
    assert "belongs to" in refused("import", CONVERSATION, "--owner", "Bob")


def test_memory_in_use_is_refused_naming_the_process(refused, filled, tmp_path):
    from cognition import Mind

    with Mind.open(tmp_path / "kindred-data"):
        assert "in use by process" in refused("memory", "list")


def test_folder_that_cannot_be_made_is_refused(refused, tmp_path):
    (tmp_path / "file").write_text("")
    place = tmp_path / "file" / "data"
    assert str(place) in refused("import", CONVERSATION, "--data", place)
    assert "file" in refused("chat", "--data", place)


@pytest.mark.parametrize(
    "command", [["memory", "list"], ["sleep"], ["export", "x.json"], ["memory", "search", "cat"]]
)
def test_commands_on_no_memory_say_how_to_begin_one(refused, tmp_path, command):
    assert "kindred chat" in refused(*command, "--data", tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_disk_without_room_is_refused_before_the_index_is_touched(refused, filled, monkeypatch):
    usage = shutil.disk_usage(ROOT)
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage._replace(free=1 << 20))
    assert "free some" in refused("import", CONVERSATION)
    assert "free some" in refused("chat")


def test_disk_that_fills_up_is_refused_in_one_line(tmp_path):
    code = (
        "import resource, sys\n"
        "from graphs.companion.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))\n"
        "main(sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "import", CONVERSATION, "--data", str(tmp_path / "small")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1


def test_search_finds_by_meaning(fine, filled):
    first = fine("memory", "search", "pet", "--limit", "1")
    assert "Luna" in first


@pytest.mark.parametrize("command", [["search", " "], ["forget"]])
def test_memory_commands_without_words_are_refused(refused, filled, command):
    assert "say what" in refused("memory", *command)


def test_facts_are_listed_by_their_kind(fine, refused, filled):
    assert "Ada has a cat called Luna." in fine("memory", "list", "--kind", "fact")
    assert "gist" in refused("memory", "list", "--kind", "facts")
    assert "Luna" in fine("memory", "search", "the cat", "--kind", "fact")
    assert "joke" in refused("memory", "search", "the cat", "--kind", "jokes")


def test_show_gives_all_there_is(fine, filled):
    short = ids(fine("memory", "list"))["I adopted a cat, Luna."]
    shown = fine("memory", "show", short)
    assert "2023-05-08 13:56" in shown
    assert "spring/D1:1" in shown


def test_id_that_means_nothing_is_refused(refused, filled):
    assert "memory list" in refused("memory", "show", "zzzz")


def test_why_names_the_signals(fine, filled):
    short = ids(fine("memory", "list"))["I adopted a cat, Luna."]
    shown = fine("memory", "why", short, "What is the cat called?")
    assert "comes to mind as number" in shown
    assert "signal" in shown


def test_correct_changes_what_is_recalled(fine, filled):
    short = ids(fine("memory", "list"))["I moved to Lyon."]
    fine("memory", "correct", short, "I moved to Lille.")
    listed = fine("memory", "list")
    assert "I moved to Lille." in listed
    assert "I moved to Lyon." not in listed


def test_pin_and_unpin_say_what_they_did(fine, filled):
    short = ids(fine("memory", "list"))["I moved to Lyon."]
    assert fine("memory", "pin", short) == "Pinned: I moved to Lyon.\n"
    assert fine("memory", "pin", short, "--off") == "Unpinned: I moved to Lyon.\n"


def test_forget_must_be_meant(fine, refused, filled):
    assert "--yes" in refused("memory", "forget", "--about", "Luna")
    assert "nothing was forgotten" in fine("memory", "forget", "--about", "Luna", "--dry-run")
    assert len(ids(fine("memory", "list"))) == 6


def test_forget_leaves_no_trace(fine, filled, tmp_path):
    fine("memory", "forget", "--id", ids(fine("memory", "list"))["I moved to Lyon."], "--yes")
    assert "Lyon" not in fine("memory", "list")
    data = tmp_path / "kindred-data"
    holding = [file for file in data.rglob("*") if file.is_file() and b"Lyon" in file.read_bytes()]
    assert holding == []


def test_export_and_restore_bring_everything_back(fine, filled, tmp_path):
    file = tmp_path / "all.jsonl"
    fine("export", file)
    fine("restore", file, "--data", tmp_path / "other")
    here = fine("memory", "list")
    assert fine("memory", "list", "--data", tmp_path / "other") == here
    question = ("memory", "search", "What is the cat called?")
    assert fine(*question, "--data", tmp_path / "other") == fine(*question)


def test_export_does_not_overwrite_unless_told_to(fine, refused, filled, tmp_path):
    file = tmp_path / "all.jsonl"
    file.write_text("mine")
    assert "--force" in refused("export", file)
    assert file.read_text() == "mine"
    fine("export", file, "--force")
    assert "Lyon" in file.read_text()


def test_export_to_nowhere_is_refused(refused, filled, tmp_path):
    assert "another place" in refused("export", tmp_path / "no" / "where.jsonl")


def test_restore_over_a_memory_keeps_the_old_one_aside(fine, refused, filled, tmp_path):
    file = tmp_path / "all.jsonl"
    fine("export", file)
    fine("memory", "forget", "--about", "Luna", "--yes")
    assert "--force" in refused("restore", file)
    assert "kindred-data-before-" in fine("restore", file, "--force")
    assert len(ids(fine("memory", "list"))) == 6
    assert len(list(tmp_path.glob("kindred-data-before-*"))) == 1


def test_restore_of_a_foreign_file_leaves_the_memory_alone(refused, fine, filled):
    refused("restore", CONVERSATION, "--force")
    assert len(ids(fine("memory", "list"))) == 6


def test_sleep_says_what_it_did(fine, filled):
    assert fine("sleep").strip()
    assert len(ids(fine("memory", "list"))) == 6


def test_doctor_finds_a_sound_memory_well(fine, filled):
    shown = fine("doctor")
    assert "BAD" not in shown
    assert "6 episodes" in shown


def test_doctor_exits_with_2_when_something_is_wrong(refused, filled, monkeypatch):
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    assert "privacy" in refused("doctor")


def test_terminal_control_in_imported_words_is_not_passed_on(fine, tmp_path):
    file = tmp_path / "a.json"
    turn = {"text": "evil \x1b[2J words", "speaker": "A", "when": "2024-01-01"}
    file.write_text(json.dumps({"turns": [turn]}))
    assert "\x1b" not in fine("import", file) + fine("memory", "list")
