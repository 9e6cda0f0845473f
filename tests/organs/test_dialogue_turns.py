"""What one turn leaves for the next: names told later, corrections, wishes, follow-ups."""

import pytest

from cognition import Mind
from graphs.companion import companion, turn


@pytest.fixture
def say(mind, clock):
    app = companion()

    def said(text=""):
        clock.advance(minutes=2)
        return turn(app, mind.faculties, text)["utterance"].text

    return said


def told(say, *texts):
    return [say(text) for text in texts][-1]


@pytest.mark.parametrize(
    ("first", "then", "asked", "name"),
    [
        ("My sister visits on Saturday.", "Her name is Mia.", "What's my sister's name?", "Mia"),
        ("I adopted a cat today!", "Her name is Luna.", "What is my cat called?", "Luna"),
        ("My dad is in hospital.", "His name is Peter.", "What is my dad's name?", "Peter"),
        (
            "I live with my girlfriend.",
            "she is called Ruth",
            "What is my girlfriend called?",
            "Ruth",
        ),
    ],
)
def test_a_name_told_in_the_next_turn_belongs_to_whom_it_was_of(say, first, then, asked, name):
    assert name in told(say, first, then, asked)


def test_a_pronoun_after_a_long_silence_points_to_nobody(say, mind, clock):
    say("My sister visits on Saturday.")
    clock.advance(hours=5)
    say("Her name is Mia.")
    assert not mind.facts(about="Mia")


def test_a_name_put_right_replaces_the_wrong_one(say, mind):
    told(say, "My sister visits on Saturday.", "Her name is Mia.", "No, her name is Nora.")
    assert [f.object for f in mind.facts() if f.relation == "sister"] == ["Nora"]
    assert "Your sister Nora." in say("Who visits me on Saturday?")


def test_a_bare_word_is_a_name_only_where_one_was_asked_for(encoder, clock):
    app = companion()
    with Mind.open(None, encoder=encoder, clock=clock) as mind:
        for text in ("", "jo"):
            turn(app, mind.faculties, text)
        assert [f.object for f in mind.facts() if f.relation == "name"] == ["Jo"]
        turn(app, mind.faculties, "tuesday")
        assert [f.object for f in mind.facts() if f.relation == "name"] == ["Jo"]


def test_an_end_is_told_when_what_ended_is_asked_for(say):
    assert "until" in told(say, "I work at Acme.", "I quit my job.", "Where do I work?")


def test_a_question_of_the_person_is_no_evidence(say):
    said = told(say, "Where does my sister live?", "Where does my sister live?")
    assert "told me" not in said


def test_what_is_known_of_someone_leaves_out_how_they_want_to_be_treated(say):
    said = told(say, "Keep it short.", "I live in Leeds.", "What do you know about me?")
    assert "You live in Leeds." in said and "answers" not in said


def test_a_disclosure_is_made_once_in_a_reply(say):
    assert say("").count("not a person") == 1
    assert say("Are you human?").count("not a person") == 1


def test_a_plan_is_followed_up_after_its_day_and_once(say, clock):
    say("I have my driving test on Friday.")
    clock.advance(days=7)
    assert "driving test" in say("")
    clock.advance(hours=5)
    assert "driving test" not in say("")


def test_bad_news_is_not_merely_noted(say):
    said = say("I lost my job today.")
    assert "sorry" in said and "oted" not in said
