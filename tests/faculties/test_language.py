import subprocess
import sys

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from cognition.errors import LanguageError
from cognition.faculties.language import (
    Aloud,
    ChatModel,
    Recorder,
    Replay,
    Scripted,
    open_voice,
)

HI = [("system", "Be kind."), ("user", "Hi")]


def test_scripted_gives_its_replies_in_order_and_keeps_what_it_heard():
    language = Scripted(["one", "two"])
    assert [language.write(HI), language.write(HI[1:])] == ["one", "two"]
    assert language.heard == [tuple(HI), tuple(HI[1:])]


def test_scripted_says_when_it_has_run_out():
    with pytest.raises(LanguageError, match="only 0 replies; list one for each turn"):
        Scripted([]).write(HI)


def test_scripted_streams_the_whole_reply():
    pieces = []
    assert Scripted(["a b c"]).write(HI, pieces.append) == "".join(pieces) == "a b c"
    assert len(pieces) == 3


def test_what_is_recorded_is_replayed(tmp_path):
    file = tmp_path / "talk.jsonl"
    recorder = Recorder(Scripted(["Hello – é.", "Bye."]), file)
    recorder.write(HI)
    recorder.write([("user", "Go")])
    replay = Replay(file)
    assert replay.write(HI) == "Hello – é." and replay.write((("user", "Go"),)) == "Bye."
    assert recorder.name == "scripted"


def test_replay_says_what_to_do_about_messages_it_does_not_know(tmp_path):
    file = tmp_path / "talk.jsonl"
    Recorder(Scripted(["Hello."]), file).write(HI)
    with pytest.raises(LanguageError, match="record them again"):
        Replay(file).write([("user", "Something else")])


@pytest.mark.parametrize("content", ["not json", '{"reply": 1}', "[]"])
def test_replay_refuses_a_file_that_is_no_recording(tmp_path, content):
    file = tmp_path / "talk.jsonl"
    file.write_text(content)
    with pytest.raises(LanguageError, match="no recording of replies"):
        Replay(file)


def test_aloud_hands_tokens_to_its_listener():
    pieces = []
    assert Aloud(Scripted(["a b"]), pieces.append).write(HI) == "a b"
    assert pieces == ["a", " b"]


def test_any_langchain_model_is_a_language():
    model = ChatModel(FakeListChatModel(responses=["Hello.", "Hello."]), "fake")
    pieces = []
    assert model.write(HI) == "Hello."
    assert model.write(HI, pieces.append) == "Hello." and len(pieces) > 1


def test_an_error_of_a_model_is_told_in_one_line():
    class Broken(FakeListChatModel):
        def _call(self, *args, **kwargs):
            raise RuntimeError("connection\nrefused")

    with pytest.raises(LanguageError) as caught:
        ChatModel(Broken(responses=[]), "ollama:x").write(HI)
    assert str(caught.value).startswith(
        "ollama:x did not answer (RuntimeError: connection refused)"
    )
    assert "\n" not in str(caught.value)


def test_native_needs_no_language():
    assert open_voice("native") is None


@pytest.mark.parametrize("spec", ["", "nonsense", "ollama:", "a/missing.gguf", "/nowhere", "gpt:4"])
def test_an_unknown_voice_is_answered_with_the_known_ones(spec):
    with pytest.raises(LanguageError, match="give native, ollama:NAME, openai:NAME"):
        open_voice(spec)


def test_openai_needs_to_be_told_the_server(monkeypatch):
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    with pytest.raises(LanguageError, match="set OPENAI_BASE_URL"):
        open_voice("openai:tiny")


@pytest.mark.parametrize(
    ("module", "spec", "extra"),
    [
        ("langchain_ollama", "ollama:tiny", "ollama"),
        ("langchain_openai", "openai:tiny", "openai"),
        ("langchain_community.chat_models", "tiny.gguf", "gguf"),
    ],
)
def test_a_missing_extra_is_named(module, spec, extra, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny.gguf").write_bytes(b"GGUF")
    with pytest.raises(LanguageError, match=rf"pip install 'kindred\[{extra}\]'"):
        open_voice(spec)


def test_the_door_costs_no_heavy_import():
    heavy = ["torch", "transformers", "langchain_core", "openai", "langgraph"]
    code = (
        "import sys, cognition.faculties.language, cognition.organs.broca;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
