"""Off the record: nothing of what is said is in any file, care goes on, and it can be ended."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cognition import Mind
from cognition.errors import MemoryPaused
from cognition.organs.insula.off_record import nothing_else, wish
from graphs.companion import companion, turn
from graphs.companion.cli import app as cli

SECRETS = ("Zephyrine", "Grimwald", "Quentin", "tarragon", "lighthouse")
SAID = (
    "Off the record, I can't stand my boss Zephyrine.",
    "My dog Grimwald died, and I am so sad about it.",
    "Please call me Quentin.",
    "I'm going to the lighthouse on Friday.",
    "I love tarragon. Please never mention the lighthouse.",
    "Who is Grimwald?",
    "I want to die.",
    "I've gone no contact with my uncle Zephyrine.",
)
MAY_BE_KEPT = ("care.", "memory.paused", "store.")


@pytest.fixture(scope="module")
def companions():
    return companion()


def bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_nothing_of_what_was_said_off_the_record_is_in_any_file(companions, clock, tmp_path):
    folder = tmp_path / "mind"
    with Mind.open(folder, owner="Ada", clock=clock) as mind:
        use = mind.faculties
        turn(companions, use, "My sister Mia is a vet.")
        before, facts = use.journal.dump(), len(use.knowledge.facts())
        for text in SAID:
            clock.advance(minutes=1)
            turn(companions, use, text)
            assert not [word for word in SECRETS if word.encode() in bytes_in(folder)]
        after = use.journal.dump()
        assert {name: rows for name, rows in after.items() if name != "states"} == {
            name: rows for name, rows in before.items() if name != "states"
        }
        changed = {row["key"] for row in after["states"] if row not in before["states"]}
        assert all(key.startswith(MAY_BE_KEPT) for key in changed), changed
        assert "care.no_contact" not in changed
        assert mind.recall("Grimwald", k=5, kinds=None)[0].text == "My sister Mia is a vet."
        assert len(use.knowledge.facts()) == facts and len(use.timeline) == 1
        mind.sleep()
    with Mind.open(folder, owner="Ada", clock=clock) as mind:
        assert mind.paused_since is not None
        turn(companions, mind.faculties, "Tell me about Grimwald.")
        mind.export(tmp_path / "mind" / "out.jsonl")
    kept = bytes_in(folder).lower()
    assert [word for word in SECRETS if word.lower().encode() in kept] == []


def test_the_talk_goes_on_within_itself_and_is_let_go_of(companions, mind, clock):
    use = mind.faculties
    for text in ("Hello", "Off the record please.", "My dog Grimwald died."):
        clock.advance(minutes=1)
        turn(companions, use, text)
    assert [e.text for e in use.journal.latest(1, role="person")] == ["My dog Grimwald died."]
    clock.advance(hours=30)
    assert "Grimwald" not in turn(companions, use)["utterance"].text
    assert not [e for e in use.journal.latest(9) if "Grimwald" in e.text]


def test_it_says_so_when_it_pauses_when_a_talk_opens_and_when_it_ends(companions, mind, clock):
    def say(text):
        clock.advance(minutes=1)
        return turn(companions, mind.faculties, text)["utterance"].text

    say("Hello")
    assert "I keep nothing of what you say" in say("Off the record, I hate my job.")
    assert "keep nothing" not in say("It bores me.")
    clock.advance(days=2)
    assert "Remembering is paused, as you asked" in say("")
    assert "I remember again, from the next" in say("OK, you can remember again.")
    assert mind.paused_since is None and mind.memories() != []
    say("My brother Tom plays the tuba.")
    kept = [memory.text for memory in mind.memories() if memory.role == "person"]
    assert kept == ["My brother Tom plays the tuba.", "Hello"]


def test_nothing_is_promised_that_will_not_be_kept(companions, mind, clock):
    turn(companions, mind.faculties, "Hello")
    mind.pause()
    for text in (
        "My sister is called Mia.", "I like chess.", "Please remember that I hate fish.",
        "I have a dentist appointment tomorrow.", "Keep your answers short.", "Call me Addie.",
    ):  # fmt: skip
        clock.advance(minutes=1)
        said = turn(companions, mind.faculties, text)["utterance"].text.lower()
        assert "i'll remember" not in said and "noted" not in said and "in mind" not in said
    assert "write nothing of it down" in (
        turn(companions, mind.faculties, "Will you remember this?")["utterance"].text
    )


def test_care_goes_on_and_counts_without_words(companions, mind, clock):
    turn(companions, mind.faculties, "Hello")
    mind.pause()
    clock.advance(minutes=1)
    state = turn(companions, mind.faculties, "I want to die.")
    assert state["care"].level == "crisis" and "988" in state["utterance"].text
    mind.resume()
    assert mind.faculties.journal.state("care.referrals") == 1
    clock.advance(hours=3)
    assert "computer program" in turn(companions, mind.faculties, "Hi")["utterance"].text


def test_the_library_refuses_to_keep_and_says_what_to_do(mind):
    mind.pause()
    with pytest.raises(MemoryPaused, match="kindred memory resume"):
        mind.observe("My sister Mia is a vet.")
    mind.resume()
    assert mind.observe("My sister Mia is a vet.") == 1


def test_the_command_line_pauses_shows_it_and_resumes(tmp_path):
    data = tmp_path / "mind"
    with Mind.open(data, owner="Ada") as mind:
        mind.observe("My sister Mia is a vet.")

    def run(*words: str, input: str | None = None) -> str:
        done = CliRunner().invoke(cli, [*words, "--data", str(data)], input=input)
        return done.output if done.exit_code == 0 else f"{done.output}{done.exception}"

    assert "Remembering is paused since" in run("memory", "pause")
    assert "Remembering is paused since" in run("memory", "list")
    assert "remembering: paused since" in run("doctor")
    assert "keep nothing" in run("chat", input="My dog Grimwald died.\n")
    file = tmp_path / "talk.json"
    file.write_text(
        '{"id": "a", "speakers": ["Ada"], "turns": [{"ref": "1", "session": 1, '
        '"speaker": "Ada", "text": "Grimwald.", "when": "2025-06-01T10:00:00"}]}'
    )
    assert "kindred memory resume" in run("import", str(file), "--yes")
    assert b"Grimwald" not in bytes_in(data)
    assert "nothing was kept since" in run("memory", "resume")
    assert "remembering: on" in run("doctor")


@pytest.mark.parametrize(
    "text",
    [
        "Off the record: I can't stand my boss.", "This is off the record.",
        "Let's go off the record.", "Can we talk off the record for a bit?",
        "What I'm about to tell you is off the record.", "Please don't remember this.",
        "don't remember what I'm about to say", "Please don't save this.", "Stop remembering.",
        "Can you not remember this?", "Pause your memory.", "Turn your memory off.",
        "Keep this out of your memory.", "I don't want you to remember this.",
        "I don't want this stored.", "I have something to tell you, don't record this.",
        "Between us, off the record, I'm leaving him.", "We are off the record now, ok?",
    ],
)  # fmt: skip
def test_the_wish_is_heard(text):
    assert wish(text) == "off"


@pytest.mark.parametrize(
    "text",
    [
        "I don't remember this.", "Don't remember it.", "The minister spoke off the record.",
        "He told me it was off the record.", "Is this off the record?", "Don't you remember this?",
        "I was drunk and don't remember it.", "I can't stop remembering her.",
        'She said "off the record, he is ill".', "We set a new record.", "Please remember this.",
        "Please don't forget this.", "Don't keep me waiting.", "Stop keeping secrets from me.",
        "My boss told me to keep no record of it.", "Why can't you remember this?",
        "Don't save it for later.", "I want to stop recording my podcast.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_the_wish_is_not_it(text):
    assert wish(text) == ""


@pytest.mark.parametrize(
    "text",
    ["You can remember again.", "OK, back on the record.", "Please start remembering again.",
     "Resume your memory.", "Turn your memory back on.", "Let's go back on the record."],
)  # fmt: skip
def test_it_goes_on_only_when_asked_for_and_paused(text):
    assert wish(text, paused=True) == "on" and wish(text) == ""
    assert nothing_else(text)


@pytest.mark.parametrize(
    "text",
    ["Don't start remembering again.", "We are not back on the record.", "I remember it now.",
     "You can't remember again yet.", "I remember things again.", "Now I remember."],
)  # fmt: skip
def test_it_does_not_go_on_by_mistake(text):
    assert wish(text, paused=True) != "on"
