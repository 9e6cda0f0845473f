"""What is typed short, or told as people talk of every day, is read as what it says."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.canonical import roundabout
from cognition.organs.prefrontal.reasoning.questions import normal, queries
from cognition.organs.prefrontal.reasoning.shorthand import spelled


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("omg Mia headed on down to the barn lol", ("at", "mia", "barn")),
        ("Mia ain't in the barn no more.", ("not_at", "mia", "barn")),
        ("You won't find Mia in the barn now, they've left it.", ("not_at", "mia", "barn")),
        ("Mia was in the barn before, but no more.", ("not_at", "mia", "barn")),
        ("Tom held out 4 nuts, and Mia took them.", ("gave_n", "tom", "nuts")),
        ("We've got the saw over in the barn.", ("is_in", "saw", "barn")),
        ("The saw? It fits in the crate.", ("bigger", "crate", "saw")),
        ("Tom? Lives in Porto.", ("lives", "tom", "porto")),
        ("Can you believe it, Mia is 55?!", ("aged", "mia", "55")),
        ("Stretching out a hand, Mia lifted the saw.", ("get", "mia", "saw")),
        ("Mia came by the saw.", ("get", "mia", "saw")),
    ],
)
def test_everyday_telling_ispremises(told: str, said: tuple[str, str, str], premises) -> None:
    assert said in premises(told)


@pytest.mark.parametrize(
    "told",
    [
        "Really? It rained all day.",
        "Yeah, I get that.",
        "She was gone from my life.",
    ],
)
def test_talk_of_no_place_is_none(told: str, premises) -> None:
    places = {relation for relation, *_ in premises(told)} & {"at", "is_in", "not_at", "lives"}
    assert not places


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Where'd the saw end up?", "Where did the saw end up?"),
        ("Where'd Mia been before?", "Where had Mia been before?"),
        ("What colour's Rex rn?", "What colour is Rex?"),
        ("what Rosa's mother is called", "what Rosa's mother is called"),
        ("Where's the saw gone?", "Where's the saw gone?"),
    ],
)
def test_short_forms_are_written_out(asked: str, plain: str) -> None:
    assert spelled(asked, asked=True) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("What kind of critter spooks Leo?", "what is Leo afraid of?"),
        (
            "Starting in the barn, how can the park be reached?",
            "how do I get from the barn to the park?",
        ),
        ("Can you get the saw to go into the crate?", "does the saw fit in the crate?"),
        ("Nora's Leo's aunt, right?", "is Nora Leo's aunt?"),
        ("What's Paul's age?", "What's Paul's age?"),
    ],
)
def test_everyday_question_is_put_plainly(asked: str, plain: str) -> None:
    assert roundabout(asked) == plain


@pytest.mark.parametrize(
    "asked",
    [
        "What has Tom painted at home?",
        "What did Tom Weber do with a violin?",
        "Where did Caroline move from 4 years ago?",
        "Who painted a bicycle in the old town?",
    ],
)
def test_what_one_telling_answers_is_not_reasoned_about(asked: str) -> None:
    assert list(queries(normal(asked))) == []
