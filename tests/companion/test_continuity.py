"""What is told in one sitting is used unasked in the next where it belongs, and nowhere else."""

import os
import re
import subprocess
import sys
import textwrap
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cognition import Mind
from cognition.faculties.clock import MovableClock
from graphs.companion import companion, turn

ROOT = Path(__file__).parents[2]
MONDAY = datetime(2026, 3, 2, 18, 0)
EARLIER = MONDAY - timedelta(hours=4)
DISCLOSED = re.compile(r"[^.;]*computer program and not a person[^.]*\.")

CHAT = textwrap.dedent(
    """
    import sys
    from datetime import datetime, timedelta
    from itertools import count
    from cognition.faculties.clock import WallClock

    start, ticks = datetime.fromisoformat(sys.argv.pop(1)), count()
    WallClock.now = lambda self: start + timedelta(milliseconds=next(ticks))

    from graphs.companion.cli import main

    main()
    """
)


def in_a_process(folder, when, *said):
    """Chat on a pipe in a process whose clock starts then; gives what is said."""
    done = subprocess.run(
        [sys.executable, "-c", CHAT, when.isoformat(), "chat", "--data", str(folder)],
        input="".join(f"{words}\n" for words in said),
        cwd=ROOT, env=os.environ.copy(), capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip().split("\n\n")


@pytest.fixture
def sitting(tmp_path, encoder):
    """Open the memory on disk, greet, say each line, close it; gives greeting and replies.

    With `opening`, the person speaks first and the companion does not greet.
    """
    app = companion()

    def sit(days, *said, opening=False, imported=()):
        clock = MovableClock(MONDAY + timedelta(days=days))
        replies = []
        with Mind.open(tmp_path / "m", encoder=encoder, clock=clock) as mind:
            mind.observe_many(imported)
            for words in said if opening else ("", *said):
                replies.append(
                    DISCLOSED.sub("", turn(app, mind.faculties, words)["utterance"].text)
                )
                clock.advance(minutes=1)
        return replies

    return sit


def mentions(pattern, replies):
    return [reply for reply in replies if re.search(pattern, reply, re.IGNORECASE)]


# -- brought up where it belongs ---------------------------------------------------------------


def test_a_restarted_process_greets_by_name_and_asks_how_the_visit_was(tmp_path):
    told = in_a_process(tmp_path / "m", MONDAY, "Hi, I'm Ada.", "My sister visits on Friday.")
    assert len(told) == 3
    [greeting] = in_a_process(tmp_path / "m", MONDAY + timedelta(days=7))
    assert "Ada" in greeting
    assert re.search(r"[Yy]our sister\b.*\bvisit", greeting) and "last Friday" in greeting
    assert greeting.count("?") == 1


def test_a_restarted_process_uses_a_fact_where_the_topic_comes_up(tmp_path):
    in_a_process(
        tmp_path / "m", MONDAY, "I'm allergic to peanuts.", "My brother Tom lives in Oslo."
    )
    _, cooking, trip = in_a_process(
        tmp_path / "m",
        MONDAY + timedelta(days=9),
        "I want to cook something with peanuts.",
        "I'm going to Oslo next week.",
    )
    assert "allergic" in cooking and "Tom" not in cooking
    assert "Tom" in trip and "peanut" not in trip


PLANS = [
    ("My sister visits on Friday.", r"[Yy]our sister.*visit"),
    ("I have an exam on Thursday.", "exam"),
    ("I have a job interview at the museum on Wednesday.", "interview"),
    ("I have a dentist appointment tomorrow.", "dentist"),
    ("We're moving to Lyon on Saturday.", "Lyon"),
]


@pytest.mark.parametrize(("plan", "asked"), PLANS)
def test_a_plan_is_asked_about_once_its_day_has_passed(sitting, plan, asked):
    sitting(0, "My name is Ada.", plan, "Good night.")
    [greeting] = sitting(8)
    assert re.search(asked, greeting) and greeting.rstrip().endswith("?"), greeting


@pytest.mark.parametrize(("plan", "asked"), PLANS)
def test_it_is_asked_about_once_only(sitting, plan, asked):
    sitting(0, "My name is Ada.", plan, "Good night.")
    later = [sitting(8, "It went well.", "I baked some bread today."), sitting(9), sitting(12)]
    assert len(mentions(asked, [reply for replies in later for reply in replies])) == 1, later


def test_a_plan_is_not_asked_about_before_its_day_has_passed(sitting):
    sitting(0, "I have a job interview at the museum on Friday.")
    [before], [after] = sitting(3), sitting(5)
    assert "interview" not in before
    assert "interview" in after and "tomorrow" not in after


@pytest.mark.parametrize("change", ["The interview is off.", "I'm not going to the interview."])
def test_a_plan_said_to_be_off_is_not_asked_about(sitting, change):
    sitting(0, "I have a job interview at the museum on Friday.")
    sitting(1, change)
    assert "interview" not in " ".join((*sitting(6), *sitting(8)))


def test_the_name_told_is_used_in_every_later_greeting(sitting):
    first = sitting(0, "Hello! My name is Ada.")
    assert "Ada" not in first[0]
    assert all("Ada" in sitting(days)[0] for days in (1, 2, 9))


def test_the_name_one_wants_to_be_called_replaces_it(sitting):
    sitting(0, "My name is Adelaide.", "Call me Ada.")
    [greeting] = sitting(1)
    assert "Ada" in greeting and "Adelaide" not in greeting


@pytest.mark.parametrize(
    ("told", "said", "used"),
    [
        ("I'm allergic to peanuts.", "I want to cook something with peanuts.", "allergic"),
        ("My brother Tom lives in Oslo.", "I'm going to Oslo next week.", "Tom"),
        ("I have a dog called Rex.", "My dog is ill.", "Rex"),
    ],
)
def test_a_fact_is_used_unasked_where_its_topic_comes_up(sitting, told, said, used):
    sitting(0, told)
    assert used in sitting(20, said)[-1]


def test_what_was_replaced_is_not_used_any_more(sitting):
    sitting(0, "I live in Paris.")
    sitting(3, "I moved to Lyon.")
    assert mentions("Paris", sitting(6, "Where do I live?")) == []
    assert mentions("Lyon", sitting(9, "Where do I live?"))


# -- and not where it would be out of place ----------------------------------------------------

SORROWS = [
    ("My grandmother died yesterday.", "grandm|died|passed"),
    ("My father has cancer.", "father|cancer"),
]


@pytest.mark.parametrize(("sorrow", "named"), SORROWS)
@pytest.mark.parametrize(
    "cheerful", ["Good morning! What a lovely sunny day!", "Hurray, I won the race!"]
)
def test_a_sorrow_is_not_thrown_into_a_cheerful_hello(sitting, sorrow, named, cheerful):
    sitting(0, "My name is Ada.", sorrow)
    assert mentions(named, sitting(1, cheerful, opening=True)) == []


@pytest.mark.parametrize(("sorrow", "named"), SORROWS)
def test_in_a_greeting_a_sorrow_comes_alone_as_concern_or_not_at_all(sitting, sorrow, named):
    sitting(0, "My name is Ada.", sorrow)
    for greeting in mentions(named, sitting(1)):
        assert re.search(r"\bhow (?:are|have|is|did|do)\b", greeting, re.IGNORECASE), greeting
        assert not re.search(r"\b(?:lovely|great|wonderful|nice day|exciting)\b", greeting)


@pytest.mark.parametrize(("sorrow", "named"), SORROWS)
def test_a_sorrow_is_brought_up_once_at_most(sitting, sorrow, named):
    sitting(0, "My name is Ada.", sorrow)
    later = [reply for days in (1, 2, 3, 8) for reply in sitting(days)]
    assert len(mentions(named, later)) <= 1, later


TOLD = (
    "My name is Ada.", "My sister Mia visits on Friday.", "I have a dog called Rex.",
    "I'm allergic to peanuts.", "My grandmother died in January.",
)  # fmt: skip
PAST = "Mia|visit|Rex|dog|peanut|grandm|died"


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of France?",
        "How does a compass work?",
        "Where do I live?",
        "What's your name?",
        "What time is it?",
    ],
)
def test_nothing_is_brought_up_in_answer_to_an_unrelated_question(sitting, question):
    sitting(0, *TOLD)
    assert mentions(PAST, sitting(7, question, opening=True)) == []


@pytest.mark.parametrize(
    "remark", ["I bought a new bicycle.", "The bus was late again.", "Thank you."]
)
def test_nothing_is_brought_up_beside_an_unrelated_remark(sitting, remark):
    sitting(0, *TOLD)
    assert mentions(PAST, sitting(7, remark)[1:]) == []


def test_a_plan_called_off_is_not_asked_about(sitting):
    sitting(0, "My sister visits on Friday.")
    sitting(1, "My sister isn't visiting on Friday after all.")
    assert mentions(r"how (?:was|did)", mentions("sister", sitting(8))) == []


def test_a_plan_long_past_is_left_alone(sitting):
    sitting(0, "I have a dentist appointment tomorrow.")
    assert mentions("dentist", sitting(120)) == []


def test_a_sorrow_of_long_ago_is_left_alone(sitting):
    sitting(0, "My grandmother died yesterday.")
    assert mentions("grandm", sitting(90)) == []


STRANGERS = [
    ("Elin", "My dog Bosun died yesterday."),
    ("Tomas", "My sister visits on Friday."),
    ("Elin", "I have a job interview on Wednesday."),
    ("Tomas", "My name is Tomas and I live in Bergen."),
    ("Elin", "You have such a lovely garden."),
]
THEIRS = "Elin|Tomas|Bosun|sister|interview|Bergen|garden"


def test_the_lives_of_others_are_not_taken_for_the_persons_own(sitting):
    turns = [{"speaker": who, "text": text, "when": EARLIER} for who, text in STRANGERS]
    sitting(0, "My name is Ada.", imported=turns)
    assert mentions(THEIRS, [sitting(days)[0] for days in (1, 3, 8)]) == []
    asked = ["Do I have a dog?", "Where do I live?", "What is my name?", "Do I have a garden?"]
    replies = sitting(9, *asked)[1:]
    assert mentions(THEIRS, replies) == [] and "Ada" in replies[2]
