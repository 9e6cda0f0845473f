"""A tiny random model, spoken to directly and through an OpenAI-compatible server on loopback."""

import json

import pytest
from model_server import WORDS, save_tiny, serve

from cognition.errors import LanguageError
from cognition.faculties.language import open_voice

HI = [("system", "you are here"), ("user", "hello luna")]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    save_tiny(folder)
    return folder


@pytest.fixture
def served(tiny):
    with serve(open_voice(str(tiny))) as server:
        yield server


@pytest.mark.slow
def test_a_folder_speaks_and_repeats_itself(tiny):
    voice = open_voice(str(tiny))
    said = voice.write(HI)
    assert said and said == voice.write(HI) and set(said.split()) <= {*WORDS, "<unk>"}


@pytest.mark.slow
def test_a_folder_streams_what_it_says(tiny):
    pieces = []
    said = open_voice(str(tiny)).write(HI, pieces.append)
    assert "".join(pieces).strip() == said.strip() and len(pieces) > 1


@pytest.mark.slow
def test_a_talk_longer_than_the_model_takes_is_refused(tiny):
    with pytest.raises(LanguageError, match="takes 96 tokens"):
        open_voice(str(tiny)).write([("user", "hello " * 100)])


@pytest.mark.slow
def test_a_base_model_is_refused(tiny, tmp_path):
    for file in tiny.iterdir():
        if file.suffix != ".jinja":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    config = json.loads((tmp_path / "tokenizer_config.json").read_text())
    config.pop("chat_template", None)
    (tmp_path / "tokenizer_config.json").write_text(json.dumps(config))
    with pytest.raises(LanguageError, match="no chat template"):
        open_voice(str(tmp_path))


@pytest.mark.slow
def test_a_damaged_folder_is_refused(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(LanguageError, match="could not be loaded"):
        open_voice(str(tmp_path))


@pytest.mark.slow
@pytest.mark.loopback
def test_a_local_server_speaks_through_the_openai_door(served, tiny):
    voice = open_voice("openai:tiny", base_url=served.url)
    assert voice.write(HI) == open_voice(str(tiny)).write(HI)
    path, asked = served.asked[0]
    assert path == "/v1/chat/completions" and asked["model"] == "tiny"
    assert [m["role"] for m in asked["messages"]] == ["system", "user"]


@pytest.mark.slow
@pytest.mark.loopback
def test_a_local_server_streams(served, tiny):
    pieces = []
    voice = open_voice("openai:tiny", base_url=served.url)
    said = voice.write(HI, pieces.append)
    assert said.split() == open_voice(str(tiny)).write(HI).split() and len(pieces) > 1


@pytest.mark.slow
@pytest.mark.loopback
def test_a_server_that_is_not_there_is_told_of():
    voice = open_voice("openai:tiny", base_url="http://127.0.0.1:9/v1")
    with pytest.raises(LanguageError, match="openai:tiny did not answer"):
        voice.write(HI)
