"""What people type in haste and what they point back to: read as meant, kept as said."""

from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex.extract import extract
from cognition.organs.thalamus import perceive
from cognition.organs.thalamus.orthography import written_out
from cognition.values import Stimulus

NOW = datetime(2026, 11, 29, 20)


def facts(text):
    percept = perceive(Stimulus(text=text, speaker="you", role="person"), NOW)
    return {fact.text for fact in extract(percept, KnowledgeGraph(), "you")}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("im so tired lol", "I'm so tired"),
        ("ill go tmrw", "I'll go tomorrow"),
        ("so tired today", "I'm so tired today"),
        ("Moved to Berlin last month", "I moved to Berlin last month"),
        ("cant sleep", "I can't sleep"),
        ("my name is nadia", "my name is Nadia"),
        ("how r u", "how are you"),
        ("Thinking about quitting", "I'm thinking about quitting"),
        ("Quit my job today", "I quit my job today"),
        ("Recently lost my aunt", "I recently lost my aunt"),
        ("Off to Oslo tomorrow!", "I'm off to Oslo tomorrow!"),
        ("Driving to Porto on Friday", "I'm driving to Porto on Friday"),
        ("Seeing Ines on Friday", "I'm seeing Ines on Friday"),
    ],
)
def test_haste_is_written_out(typed, meant):
    assert written_out(typed) == meant


@pytest.mark.parametrize(
    "said",
    [
        "Tell me a story",
        "My dog is ill.",
        "The cat licked its paw.",
        "Going to the gym is hard.",
        "Don't tell anyone.",
        "Miss Smith called.",
        "Call me later.",
        "Feel free to ask.",
        "Left is where the door was.",
        "Quit asking.",
        "Off to one side was a tree.",
        "Seeing Ines on Friday will be fun.",
        "Driving to Porto costs a lot.",
        "No need to hurry.",
        "No hope is left.",
    ],
)
def test_what_is_written_well_stays_as_it_is(said):
    assert written_out(said) == said


def test_the_text_stays_as_it_was_said():
    percept = perceive(Stimulus(text="im marco, 27 lol", speaker="you"), NOW)
    assert percept.text == "im marco, 27 lol"
    assert percept.sentences == ("I'm Marco, 27",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "im marco, 27, software dev from turin",
            {
                "Your name is Marco.",
                "You are 27 years old.",
                "You are a software developer.",
                "You come from Turin.",
            },
        ),
        ("I'm a teacher from Leeds", {"You are a teacher.", "You come from Leeds."}),
        ("moved to lyon last year", {"You live in Lyon."}),
        ("I'm a fan of jazz from Cuba.", {"You like jazz from Cuba."}),
        ("Call me later, Tom said he moved to Rome.", set()),
    ],
)
def test_facts_are_read_from_chat_spelling(text, told):
    assert facts(text) == told


@pytest.fixture(scope="module")
def told(encoder):
    lines = [
        "My cat Pixel knocked over my coffee.",
        "She's four. We got her from a shelter in Porto.",
        "My grandson Toby starts school next week!",
        "He asked me if the moon gets lonely.",
        "My aunt called.",
        "She was in a hurry.",
    ]
    with Mind.open(None, owner="Ruth", encoder=encoder) as mind:
        for n, line in enumerate(lines):
            mind.observe(line, when=NOW + timedelta(minutes=n))
        yield mind


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Where did I get Pixel?", "a shelter in porto"),
        ("How old is Pixel?", "4"),
        ("What's my grandson's name?", "toby"),
    ],
)
def test_what_she_did_is_found_by_her_name(told, asked, answer):
    found = told.answer(asked, now=NOW + timedelta(hours=1))
    assert found.known and found.text.lower().startswith(answer)


def test_an_episode_is_bound_to_whom_it_means_and_to_nobody_else(told):
    names = {e.text: e.names for e in told.faculties.journal.latest(6)}
    assert "Toby" in names["He asked me if the moon gets lonely."]
    assert names["She was in a hurry."] == ()  # an aunt without a name stands between


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("remind me to call mum tomorrow", "You are going to call mum on 30 November 2026."),
        ("can you remind me to buy a crib on saturday?", "You are going to buy a crib on 5 Dec"),
        ("Next week I have a meeting coming up, we'll be discussing roads.", "You have a meeting"),
    ],
)
def test_what_is_to_be_reminded_of_is_a_plan(text, plan):
    assert any(fact.startswith(plan) for fact in facts(text))


def test_to_be_told_again_is_no_plan():
    assert facts("Remind me what I said about the crib on saturday") == set()


def test_a_turn_put_right_is_still_of_whom_it_was(encoder):
    with Mind.open(None, owner="Ruth", encoder=encoder) as mind:
        mind.observe("My cat Pixel knocked over my coffee.", when=NOW)
        mind.observe("She's four.", when=NOW + timedelta(minutes=1))
        told = mind.faculties.journal.latest(1)[0]
        new = mind.correct(told.id, "She's five.")
        [engram] = mind.faculties.journal.engrams([new])
        assert engram.names == ("Pixel",)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("heyy im Tash x", "hey I'm Tash"),
        ("night xx", "night"),
        ("solve for x", "solve for x"),
        ("names dmitri", "my name is Dmitri"),
    ],
)
def test_kisses_and_long_greetings_are_no_words(typed, read):
    assert written_out(typed) == read
