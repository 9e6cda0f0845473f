"""Sentences and questions are read by their verbs and what stands around them, listed or not."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.clausing import clauses
from cognition.organs.prefrontal.reasoning.gaps import age_gap
from cognition.organs.prefrontal.reasoning.kin_reading import ties
from cognition.organs.prefrontal.reasoning.meanings import framed
from cognition.organs.prefrontal.reasoning.nominal import nominal
from cognition.organs.prefrontal.reasoning.questions import normal, queries


@pytest.mark.parametrize(
    ("clause", "stated"),
    [
        ("Mary zigzagged to the school", ("at", "Mary", "the school")),
        ("Mary made a beeline for the garden", ("at", "Mary", "the garden")),
        ("The ball was picked up by Tom", ("get", "Tom", "The ball")),
        ("Mary was given the ball by John", ("gave", "John", "the ball")),
        ("Tom parted with 3 of the apples", ("counted_less", "Tom", "apples")),
    ],
)
def test_a_clause_is_read_by_its_frame(clause: str, stated: tuple[str, str, str]) -> None:
    assert tuple(framed(clause)[0])[:3] == stated


@pytest.mark.parametrize("clause", ["Mary listened to the radio", "Tom is fond of music"])
def test_a_clause_of_something_else_says_nothing_of_places(clause: str) -> None:
    assert framed(clause) == ()


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Our wolf is called Rex", ("is_kind", "Rex", "wolf")),
        ("The color of Rex's fur is grey", ("coloured", "Rex", "grey")),
        ("Mia rents a small flat in Lyon", ("lives", "Mia", "Lyon")),
        ("Mia and Tom live in the same house", ("lives_with", "Mia", "Tom")),
        ("One of the engine's parts is the valve", ("part", "the valve", "the engine")),
    ],
)
def test_a_sentence_is_read_by_its_nouns(sentence: str, stated: tuple[str, str, str]) -> None:
    assert tuple(nominal(sentence)[0])[:3] == stated


@pytest.mark.parametrize(
    "sentence",
    [
        "Mia has a red car",
        "Mia is the tallest",
        "Mia and Tom live in the same street",
        "Tom ate a part of the cake",
        "Mia has worked there five years longer than Tom",
        "My sister is called Mia",
        "Mia turned into the street",
    ],
)
def test_nouns_alone_say_nothing_of_other_things(sentence: str) -> None:
    assert nominal(sentence) == ()
    assert age_gap(sentence) is None


def test_each_clause_of_a_sentence_has_its_subject() -> None:
    said = list(clauses("Mary, who had gone to the hall, took the milk and left"))
    assert said == ["Mary had gone to the hall", "Mary took the milk", "Mary left"]


@pytest.mark.parametrize(
    ("sentence", "tied"),
    [
        ("Bill's wife Ann and her son Tom went shopping", [("Ann", "wife"), ("Tom", "son")]),
        ("Mia, who is Tom's aunt, called", [("Mia", "aunt")]),
        ("Tom's aunt goes by the name of Mia", [("Mia", "aunt")]),
    ],
)
def test_kin_is_read_in_whatever_order(sentence: str, tied: list[tuple[str, str]]) -> None:
    assert [(tie.who, tie.relation) for tie in ties(sentence)[0]] == tied


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Could you please tell me where Mia has gone?", ("where", {"a": "Mia"})),
        ("What was it that Mia gave to Tom?", ("gave_what", {"a": "Mia", "b": "Tom"})),
        ("What name does Tom's aunt go by?", ("kin_who", {"a": "Tom's aunt"})),
        ("Where do you think Mia is?", ("where", {"a": "Mia"})),
        ("I am in the hall, how do I reach the den?", ("way", {"a": "the hall", "b": "the den"})),
    ],
)
def test_a_question_is_read_by_where_its_gap_falls(
    question: str, query: tuple[str, dict[str, str]]
) -> None:
    assert query in list(queries(normal(question)))
