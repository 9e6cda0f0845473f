"""Plans told shortly, put right, and known to be over from how they came out."""

from __future__ import annotations

from datetime import datetime

import pytest

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import extract
from cognition.organs.prefrontal.outcomes import came_out
from cognition.organs.thalamus import perceive
from cognition.values import Fact, Stimulus
from graphs.companion import companion, turn

NOW = datetime(2026, 3, 2, 18)  # a Monday
EXAM = Fact(id="exam", subject="Ada", object="chemistry exam", kind="plan")
INTERVIEW = Fact(id="interview", subject="Ada", object="job interview", kind="plan")


def due(*told: str) -> dict[str, str]:
    """Give each open plan's text with its first day, after these were told."""
    graph = KnowledgeGraph()
    for one in told:
        said = Stimulus(text=one, speaker="Ada", when=NOW, ref=one, role="person")
        heard = perceive(said, NOW, (), graph.entities())
        graph.learn(extract(heard, graph, "Ada"))
    held = [f for f in graph.facts(relation="plan") if f.valid_to is None and f.due]
    return {f.object: f"{f.due.start:%Y-%m-%d}" for f in held if f.due}


@pytest.mark.parametrize(
    ("told", "plans"),
    [
        (["We're getting married in August."], {"get married": "2026-08-01"}),
        (["Dinner with Rob on Friday."], {"dinner with Rob": "2026-03-06"}),
        (["Dinner with Rob on Friday was lovely."], {}),
        (
            ["My son Archie is 8.", "Archie's got a school play on Thursday."],
            {"school play": "2026-03-05"},
        ),
        (
            ["My brother is called Imran.", "Imran got an interview, Tuesday"],
            {"interview": "2026-03-03"},
        ),
        (
            ["My son is called Imran.", "Imran is coming home on Friday for Easter."],
            {"come home for Easter": "2026-03-06"},
        ),
        (
            ["We're getting married in August.", "So sorry, not August, September"],
            {"get married": "2026-09-01"},
        ),
        (["My exam is on the 15th.", "I mean the 14th, not the 15th"], {"exam": "2026-03-14"}),
        (["My exam is on Thursday.", "Sorry, Friday."], {"exam": "2026-03-06"}),
    ],
)
def test_plans_told_shortly_and_put_right(told, plans):
    assert due(*told) == plans


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("I passed!", ["exam"]),
        ("Guess what, I failed.", ["exam"]),
        ("got the job!!", ["interview"]),
        ("They turned me down.", ["interview"]),
        ("I passed a lorry on the way.", []),
        ("The party was fun and it went well past midnight.", []),
    ],
)
def test_how_it_came_out_tells_which_plan_is_over(text, ids):
    assert [fact.id for fact in came_out(text, [EXAM, INTERVIEW])] == ids


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("What do I have to do on Thursday?", "ask Rui about day shifts"),
        ("What's coming up?", "ask Rui about day shifts"),
        ("Am I free on Thursday?", "ask Rui about day shifts"),
        ("What am I doing tomorrow?", "no plans of yours"),
        ("Do I have anything on tomorrow?", "no plans of yours"),
    ],
)
def test_what_lies_ahead_is_told_from_the_plans(mind, clock, asked, said):
    for text in (
        "I held his mum's hand on Thursday.",
        "Remind me to ask Rui about day shifts on Thursday.",
    ):
        clock.advance(minutes=5)
        turn(companion(), mind.faculties, text)
    found = mind.answer(asked)
    assert said in found.text
    assert found.known is ("no plans" not in said)


@pytest.mark.parametrize("asked", ["What did I do on Thursday?", "What are you doing tomorrow?"])
def test_only_what_asks_of_plans_is_answered_by_them(mind, clock, asked):
    turn(companion(), mind.faculties, "Remind me to ask Rui about day shifts tomorrow.")
    assert "Rui" not in mind.answer(asked).text


def test_a_plan_is_found_by_a_noun_that_is_common_otherwise(mind):
    turn(companion(), mind.faculties, "I'm giving a talk about bees on Saturday.")
    assert "March" in mind.answer("When is my talk?").text
    assert not mind.answer("When is my walk?").known
