"""What two share comes up by itself: seldom, where it fits, and with what it rests on."""

from datetime import datetime, timedelta

import pytest

from benchmarks.voice import unsupported
from cognition import Mind
from cognition.values import Fact
from graphs.companion import companion, turn

BEGUN = datetime(2026, 2, 1, 18, 0)
AGAIN = "Haha, the raccoon parliament is back on the shed."


@pytest.fixture(scope="module")
def app():
    return companion()


@pytest.fixture
def say(app, encoder, clock):
    """Say something at a time, in a mind that shares a joke and a milestone; checks every claim."""
    clock.set(BEGUN)
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:

        def speak(text, when=None):
            clock.set(when) if when else clock.advance(minutes=1)
            state = turn(app, mind.faculties, text)
            assert unsupported(state["utterance"], text, mind) == []
            return state["utterance"]

        speak.mind = mind
        speak("The cats met on the shed again, a proper raccoon parliament, hahaha!")
        speak("I ran my first marathon today!")
        speak("I got engaged to Tom!")
        speak("The raccoon parliament was in session again, lol!", BEGUN + timedelta(days=7))
        clock.advance(days=1)
        mind.sleep()
        assert mind.faculties.knowledge.facts(kind="joke")
        speak("Hi", BEGUN + timedelta(days=12))
        yield speak


def test_a_joke_that_comes_up_again_is_taken_up_once_with_its_sources(say):
    said = say(AGAIN)
    assert "“raccoon parliament”" in said.text and "last Sunday" in said.text
    [joke] = say.mind.faculties.knowledge.facts(kind="joke")
    assert {joke.id, *joke.sources} <= set(said.cites)
    later = [say(AGAIN, BEGUN + timedelta(days=12 + n)) for n in (1, 5, 20)]
    assert not [one for one in later if joke.id in one.cites]
    assert joke.id in say(AGAIN, BEGUN + timedelta(days=60)).cites


@pytest.mark.parametrize(
    "text",
    [
        "My mother is ill and even the raccoon parliament is silent.",
        "I cried all night, not even the raccoon parliament helped.",
        "Do you remember the raccoon parliament?",
        "I want to die, raccoon parliament or not.",
    ],
)
def test_a_joke_is_left_alone_where_it_does_not_fit(say, text):
    assert "laughed" not in say(text).text and "made you laugh" not in say(text).text


def test_no_joke_is_made_soon_after_a_crisis_nor_off_the_record(say):
    say("I want to die.")
    assert "laugh" not in say(AGAIN, BEGUN + timedelta(days=14)).text
    say("Off the record please.", BEGUN + timedelta(days=40))
    assert "laugh" not in say(AGAIN).text


def test_a_milestone_is_remembered_on_its_day_once_and_only_what_one_did_oneself(say):
    a_year_on = datetime(2027, 2, 2, 18, 0)
    said = say("", a_year_on)
    assert "year ago this week you told me: “I ran my first marathon today!”" in said.text
    assert "marathon" not in say("Hi", a_year_on + timedelta(hours=20)).text
    assert "engaged" not in say("", a_year_on + timedelta(days=365)).text


def test_a_milestone_is_left_alone_where_it_has_ended_since_or_something_hurts(say):
    use = say.mind.faculties
    [first] = [f for f in use.knowledge.facts(kind="milestone") if "marathon" in f.object]
    sore = say("I feel awful today.", datetime(2027, 2, 1, 18, 0))
    assert "marathon" not in sore.text
    use.knowledge.learn(
        [Fact(id="f", subject="Ada", relation="hobby", object="running", sources=first.sources,
              valid_from=BEGUN, valid_to=BEGUN + timedelta(days=90))]
    )  # fmt: skip
    assert "marathon" not in say("", datetime(2028, 2, 1, 18, 0)).text
