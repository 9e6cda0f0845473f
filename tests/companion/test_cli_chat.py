"""Talking: on a pipe as plain text, at a terminal with commands, and leaving politely."""

import io
import sys
from dataclasses import replace

import pytest
from rich.console import Console

from cognition.errors import LanguageError
from cognition.values import EPOCH, Fact, Receipt, Utterance
from graphs.companion import companion, turn
from graphs.companion.chat import Terminal, learned, on_pipe
from graphs.companion.cli import main


@pytest.fixture
def chat(capsys, monkeypatch, encoder):
    """Run `kindred chat` on a pipe; gives exit status, stdout, stderr."""
    from cognition.faculties.encoder import MiniLM

    monkeypatch.setattr(MiniLM, "open", classmethod(lambda cls: encoder))

    def call(said, *arguments):
        stdin = said if hasattr(said, "isatty") else io.StringIO(said)
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(SystemExit) as caught:
            main(["chat", *map(str, arguments)])
        shown = capsys.readouterr()
        return caught.value.code, shown.out, shown.err

    return call


@pytest.fixture
def terminal(mind):
    """A conversation whose screen is a text, `terminal.shown()`."""
    page = io.StringIO()
    made = Terminal(companion(), mind, Console(file=page, width=80, markup=False, highlight=False))
    made.shown = lambda: page.getvalue()
    return made


def paragraphs(shown: str) -> list[str]:
    return [part for part in shown.split("\n\n") if part.strip()]


def test_on_a_pipe_it_greets_and_answers_each_line_in_plain_text(chat):
    status, shown, err = chat(
        "I have a cat called Luna.\n\nWhat is my cat called?\n", "--owner", "Ada"
    )
    assert (status, err) == (0, "")
    assert len(paragraphs(shown)) == 3
    assert "Luna" in paragraphs(shown)[2]
    assert "\x1b" not in shown


def test_on_an_empty_pipe_it_only_greets(chat):
    status, shown, err = chat("")
    assert (status, err) == (0, "")
    assert len(paragraphs(shown)) == 1


def test_a_later_conversation_remembers_an_earlier_one(chat):
    chat("My brother Tom lives in Oslo.\n", "--owner", "Ada")
    _, shown, _ = chat("Where does my brother live?\n")
    assert "Oslo" in paragraphs(shown)[-1]


def test_interrupting_a_pipe_ends_politely(chat):
    class Interrupted(io.StringIO):
        def __next__(self):
            raise KeyboardInterrupt

    status, _, err = chat(Interrupted())
    assert (status, err) == (0, "")


def test_the_persona_in_the_data_folder_is_who_speaks(chat, tmp_path):
    folder = tmp_path / "kindred-data"
    folder.mkdir()
    (folder / "persona.yaml").write_text("name: Wren\n")
    _, shown, _ = chat("What is your name?\n")
    assert "Wren" in shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: x\norgans:\n  thalamus: {spped: 2}\nflow: [thalamus]\n", "spped"),
        ("name: x\norgnas: {}\nflow: []\n", "orgnas"),
        ("name: [", "YAML"),
    ],
)
def test_a_bad_configuration_is_refused_before_memory_is_begun(chat, tmp_path, text, says):
    config = tmp_path / "bad.yaml"
    config.write_text(text)
    status, shown, err = chat("Hi.\n", "--config", config)
    assert (status, shown) == (2, "")
    assert err.count("\n") == 1
    assert says in err
    assert not (tmp_path / "kindred-data").exists()


@pytest.mark.parametrize("voice", ["nobody:none", "/no/such/model"])
def test_an_unknown_voice_is_refused(chat, voice):
    status, _, err = chat("Hi.\n", "--voice", voice)
    assert status == 2
    assert "native" in err
    assert err.count("\n") == 1


def test_a_turn_gives_all_channels(mind):
    state = turn(companion(), mind.faculties, "I have a cat called Luna.")
    assert state["utterance"].text
    assert state["receipt"].ids
    assert state["percept"].text == "I have a cat called Luna."


def test_what_was_kept_is_shown(terminal):
    terminal.answer("My sister is called Mia.")
    assert "remembered: " in terminal.shown()
    assert "Mia" in terminal.shown().split("remembered: ")[1]


def test_nothing_is_said_to_be_remembered_that_was_not_kept():
    old = Fact(id="1", text="old", valid_to=EPOCH)
    new, unkept = Fact(id="2", text="new"), Fact(id="3", text="unkept")
    state = {"learned": (old, new, unkept), "receipt": Receipt(ids=("1", "2"))}
    assert learned(state) == ["new"]
    assert learned({"learned": (new,)}) == []


def test_quit_leaves_and_words_do_not(terminal):
    assert terminal.heed("/quit") is False
    assert terminal.heed("/help") is True
    assert terminal.heed("") is True


def test_unknown_command_is_not_taken_as_words(terminal, mind):
    terminal.heed("/frob my sister Mia")
    assert "There is no /frob" in terminal.shown()
    assert mind.memories() == []


def test_why_tells_acts_and_memories(terminal):
    terminal.heed("/why")
    assert "Nothing was said yet." in terminal.shown()
    terminal.heed("I have a cat called Luna.")
    terminal.heed("What is my cat called?")
    terminal.heed("/why")
    shown = terminal.shown()
    assert "What I meant to do: answer" in shown
    assert "Luna" in shown.split("What I meant to do")[1]


def test_memory_lists_and_searches(terminal):
    terminal.heed("/memory")
    assert "Nothing is remembered yet." in terminal.shown()
    terminal.heed("I have a cat called Luna.")
    terminal.heed("/memory cat")
    assert "I have a cat called Luna." in terminal.shown().split("what")[-1]


def test_forget_last_forgets_words_facts_and_reply(terminal, mind):
    terminal.heed("/forget last")
    assert "nothing to forget" in terminal.shown()
    terminal.heed("My sister is called Mia.")
    terminal.heed("/forget last")
    assert "Forgotten, for good: " in terminal.shown()
    assert mind.memories() == []
    assert mind.facts(about="Mia") == []


def test_forget_wants_to_know_what(terminal):
    terminal.heed("/forget everything")
    assert "/forget last" in terminal.shown()


def test_mood_tells_both_feelings(terminal):
    terminal.heed("I am so happy, I got the job!")
    terminal.heed("/mood")
    assert "I feel " in terminal.shown()
    assert "You seemed " in terminal.shown()


def test_a_failing_turn_is_told_in_one_line_and_the_chat_goes_on(terminal, monkeypatch):
    def fail(*arguments, **more):
        raise LanguageError("the model is away; start it")

    with monkeypatch.context() as patched:
        patched.setattr("graphs.companion.chat.turn", fail)
        assert terminal.heed("Hi.") is True
    assert "the model is away; start it" in terminal.shown()
    assert terminal.heed("Hi again.") is True


def test_a_chat_model_is_heard_through_the_terminal(encoder, clock):
    from cognition import Mind
    from cognition.faculties.language import Scripted

    language = Scripted(["Good to see you.", "That sounds like a full day."] * 3)
    page = io.StringIO()
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock, language=language) as mind:
        chat = Terminal(companion(), mind, Console(file=page, width=80))
        chat.heed("I walked the dog and baked bread.")
    assert language.heard
    assert chat.last["utterance"].text in " ".join(page.getvalue().split())


def test_escape_sequences_of_a_model_do_not_reach_the_pipe(mind, monkeypatch, capsys):
    said = Utterance(text="\x1b[2Jhello")
    monkeypatch.setattr("graphs.companion.chat.turn", lambda *_: {"utterance": said})
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    on_pipe(None, replace(mind.faculties))
    assert capsys.readouterr().out == "[2Jhello\n"
