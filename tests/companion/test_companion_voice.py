"""The companion speaks through a chat model: scripted, LangChain's, or one behind a server."""

from dataclasses import replace

import pytest
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from model_server import WORDS, save_tiny, serve

from cognition.faculties.language import Aloud, ChatModel, Scripted, open_voice
from graphs.companion import companion, turn


@pytest.fixture(scope="module")
def app():
    return companion()


def told(mind, language):
    return replace(mind.faculties, language=language)


def fake(*replies):
    return ChatModel(GenericFakeChatModel(messages=iter(map(AIMessage, replies))), "fake")


def test_a_scripted_voice_says_the_turn_and_hears_what_it_rests_on(app, mind, clock):
    language = Scripted(["What a lovely name.", "Mia, of course."])
    turn(app, told(mind, language), "My sister is called Mia.")
    clock.advance(hours=3)
    state = turn(app, told(mind, language), "What is my sister called?")
    assert state["messages"][-1].content.endswith("Mia, of course.")
    assert state["utterance"].voice == "scripted"
    (role, system), *talk = language.heard[1]
    assert role == "system" and "Mia" in system
    assert talk[-1] == ("user", "What is my sister called?")
    assert talk[1][0] == "assistant" and talk[1][1].endswith("What a lovely name.")


def test_what_a_model_says_is_kept_as_the_companions_and_never_learned_from(app, mind):
    language = Scripted(["I have a brother called Otto.", "Hm."])
    turn(app, told(mind, language), "Hello!")
    turn(app, told(mind, language), "I see.")
    said = [kept.text for kept in mind.faculties.journal.latest(9) if kept.role == "companion"]
    assert said[0].endswith("I have a brother called Otto.") and said[1] == "Hm."
    assert not any("Otto" in memory.text for memory in mind.recall("brother Otto", k=9))
    assert mind.facts() == []


def test_a_voice_that_fails_leaves_the_native_one(app, mind):
    state = turn(app, told(mind, Scripted([])), "My sister is called Mia.")
    assert "Mia" in state["utterance"].text
    assert state["utterance"].voice.startswith("native (model failed")


def test_in_a_crisis_the_notice_comes_before_whatever_the_model_says(app, mind):
    state = turn(app, told(mind, Scripted(["Oh."])), "I want to kill myself tonight.")
    assert state["care"].level == "crisis"
    assert state["utterance"].text.startswith(state["care"].notice)


def test_a_langchain_model_streams_through_the_graph(app, mind):
    use = told(mind, fake("Hello there, dear Ada."))
    stream = app.stream({"messages": [("user", "Hi!")]}, context=use, stream_mode="messages")
    parts = [(message, about) for message, about in stream if about["langgraph_node"] == "broca"]
    chunks = [message for message, _ in parts if isinstance(message, AIMessageChunk)]
    assert "".join(str(chunk.content) for chunk in chunks) == "Hello there, dear Ada."
    assert len(chunks) > 3


def test_a_langchain_model_streams_to_a_listener_too(app, mind):
    pieces = []
    state = turn(app, told(mind, Aloud(fake("Hello there, Ada."), pieces.append)), "Hi!")
    assert "".join(pieces) == "Hello there, Ada." in state["utterance"].text
    assert len(pieces) > 3


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    save_tiny(folder, room=4096)
    with serve(open_voice(str(folder))) as server:
        yield server


@pytest.mark.slow
@pytest.mark.loopback
def test_a_whole_turn_goes_through_a_local_model_server(app, mind, served):
    served.asked.clear()
    use = told(mind, open_voice("openai:tiny", base_url=served.url))
    state = turn(app, use, "My cat is called Luna.")
    assert state["utterance"].voice == "openai:tiny"
    said = state["messages"][-1].content.replace(state["care"].notice, "")
    assert said.split() and set(said.split()) <= {*WORDS, "<unk>"}
    [(path, asked)] = served.asked
    assert path == "/v1/chat/completions" and asked["model"] == "tiny"
    assert asked["messages"][0]["role"] == "system"
    assert asked["messages"][-1] == {"role": "user", "content": "My cat is called Luna."}
    assert any(fact.object == "Luna" for fact in mind.facts())


@pytest.mark.slow
@pytest.mark.loopback
def test_a_conversation_over_the_server_carries_what_is_remembered(app, mind, served, clock):
    use = told(mind, open_voice("openai:tiny", base_url=served.url))
    turn(app, use, "My cat is called Luna.")
    clock.advance(days=2)
    served.asked.clear()
    turn(app, use, "What is my cat called?")
    system = served.asked[0][1]["messages"][0]["content"]
    assert "Luna" in system and "1 March" in system


@pytest.mark.slow
@pytest.mark.loopback
def test_the_servers_words_stream_through_the_graph(app, mind, served):
    use = told(mind, open_voice("openai:tiny", base_url=served.url))
    stream = app.stream({"messages": [("user", "Hi!")]}, context=use, stream_mode="messages")
    chunks = [m for m, _ in stream if isinstance(m, AIMessageChunk) and m.content]
    assert len(chunks) > 1


@pytest.mark.slow
@pytest.mark.loopback
def test_when_the_server_goes_away_the_turn_is_still_said_and_kept(app, mind):
    use = told(mind, open_voice("openai:tiny", base_url="http://127.0.0.1:9/v1"))
    state = turn(app, use, "My cat is called Luna.")
    assert "Luna" in state["utterance"].text and state["receipt"].ids
    assert state["utterance"].voice.startswith("native (model failed: openai:tiny did not answer")
