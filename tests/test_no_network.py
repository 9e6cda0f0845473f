"""Nothing is contacted: with every way onto the network refused, all commands still work."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HARBOUR = ROOT / "tests" / "golden" / "conversations" / "harbour.json"
GUARD = textwrap.dedent(
    """
    import os, socket, sys

    WAYS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
            "socket.sendmsg", "socket.gethostbyaddr", "socket.getnameinfo"}

    def heed(event, arguments):  # CPython raises these in C, below anything Python code can replace
        if event in WAYS:
            with open(os.environ["ATTEMPTS"], "a") as file:
                file.write(f"{event} {arguments[1:]!r}\\n")
            raise OSError(f"the network is refused: {event}")

    sys.addaudithook(heed)
    """
)
LOUD = ("LANG", "HF_", "HUGGINGFACE", "TRANSFORMERS_", "LANGCHAIN", "LANGSMITH", "OPENAI", "OLLAMA")


@pytest.fixture
def kindred(tmp_path):
    """Run the command line in a process of its own that has no network; gives its output."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LOUD)}
    environment = {
        **kept,
        "PYTHONPATH": f"{tmp_path / 'guard'}{os.pathsep}{ROOT}",
        "ATTEMPTS": str(tmp_path / "attempts"),
        "KINDRED_DATA": str(tmp_path / "data"),
        "HOME": str(tmp_path / "home"),
    }

    def run(*arguments, said="", command=("-m", "graphs.companion.cli")):
        return subprocess.run(
            [sys.executable, *command, *map(str, arguments)],
            input=said, cwd=tmp_path, env=environment, capture_output=True, text=True,
        )  # fmt: skip

    return run


def attempts(folder):
    file = folder / "attempts"
    return file.read_text().splitlines() if file.exists() else []


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('192.0.2.1', 80), 1)",
        "socket.getaddrinfo('localhost', 80)",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "__import__('urllib.request').request.urlopen('http://192.0.2.1/')",
    ],
)
def test_the_guard_refuses_and_writes_down_what_is_tried(kindred, tmp_path, attempt):
    done = kindred(command=("-c", f"import socket; {attempt}"))
    assert done.returncode == 1 and "the network is refused" in done.stderr
    assert attempts(tmp_path)


@pytest.mark.slow
def test_every_command_does_its_work_and_tries_nothing(kindred, tmp_path):
    talk = "I have a cat called Luna.\nWhat is my cat called?\nMy sister visits on Friday.\nBye!\n"
    told = [
        kindred("chat", "--owner", "Ada", said=talk),
        kindred("import", HARBOUR),
        kindred("chat", said="When did Elin quit her job at the bank?\n"),
        kindred("memory", "search", "cat"),
        kindred("memory", "list"),
        kindred("sleep"),
        kindred("export", tmp_path / "all.jsonl"),
        kindred("restore", tmp_path / "all.jsonl", "--data", tmp_path / "other"),
        kindred("memory", "forget", "Luna", "--yes"),
        kindred("doctor"),
    ]
    assert [(done.returncode, done.stderr) for done in told] == [(0, "")] * len(told)
    assert "Luna" in told[0].stdout.split("\n\n")[2]
    assert "61 new turns" in told[1].stdout
    assert "3 March 2025" in told[2].stdout
    assert (tmp_path / "all.jsonl").stat().st_size > 10_000
    assert "BAD" not in told[-1].stdout
    assert attempts(tmp_path) == []


@pytest.mark.slow
def test_a_local_model_is_opened_and_spoken_with_without_a_network(kindred, tmp_path):
    from model_server import save_tiny

    folder = tmp_path / "tiny"
    save_tiny(folder, room=2048)
    done = kindred("chat", "--voice", folder, said="hello luna\n")
    assert (done.returncode, len(done.stdout.strip().split("\n\n"))) == (0, 2)
    assert attempts(tmp_path) == []
