"""Sentences and questions are read by their verbs and what stands around them, listed or not."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.clausing import clauses
from cognition.organs.prefrontal.reasoning.ellipsis import counted_again
from cognition.organs.prefrontal.reasoning.gaps import age_gap
from cognition.organs.prefrontal.reasoning.gist import gist
from cognition.organs.prefrontal.reasoning.kin_reading import ties
from cognition.organs.prefrontal.reasoning.leaning import together
from cognition.organs.prefrontal.reasoning.meanings import framed
from cognition.organs.prefrontal.reasoning.nominal import nominal
from cognition.organs.prefrontal.reasoning.putting import put
from cognition.organs.prefrontal.reasoning.questions import normal, queries
from cognition.organs.prefrontal.reasoning.reader import Reader, Reading
from cognition.organs.prefrontal.reasoning.regardless import regardless
from cognition.organs.prefrontal.reasoning.sequence import sequence
from cognition.organs.prefrontal.words import sentences
from cognition.values import Recollection


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


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I need the ball. Where is it?", "where is the ball?"),
        ("I'm looking for Leo. Where should I look?", "where is Leo?"),
        ("Leo gave the milk to someone. Who was it?", "who did Leo give the milk to"),
        ("I'm in the hall. How do I get to the den?", "how do I get from the hall to the den"),
        ("Take Mia and Tom. Who is taller?", "who is taller, Mia or Tom?"),
        ("It is cold. What did Mia say?", "What did Mia say?"),
    ],
)
def test_a_question_is_read_with_what_it_leans_on(said: str, asked: str) -> None:
    assert together(said, [sentences(said)[-1]]) == asked


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("If you need the ball, it's in the box.", "The ball is in the box."),
        ("It's in the box if you're looking for the ball.", "The ball is in the box."),
        ("If you compare the two, Mia is taller than Tom.", "Mia is taller than Tom."),
        ("If it rains, Mia is in the hall.", "If it rains, Mia is in the hall."),
        ("I need the car in the morning.", "I need the car in the morning."),
        ("If you ask Tom, Mia is in the hall.", "If you ask Tom, Mia is in the hall."),
    ],
)
def test_what_is_so_regardless_of_its_condition(sentence: str, so: str) -> None:
    assert regardless(sentence) == so


def test_an_order_is_asked_about_as_it_is_put_forward() -> None:
    order = {"a": "Tom sold the boat", "s": "before", "b": "Mia moved to Oslo"}
    for question in (
        "Is this the right order: Tom sold the boat, then Mia moved to Oslo",
        "Tom sold the boat first and then Mia moved to Oslo, right",
        "Had Tom sold the boat by the time Mia moved to Oslo",
    ):
        assert ("ordered", order) in list(sequence(question))
    assert not list(sequence("Tom sold the boat, then Mia moved to Oslo"))


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Mia is anywhere but in the hall", ("not_at", "Mia", "the hall")),
        ("Mia lies about the hall she never left", ()),
        ("Mia did not go elsewhere, to the hall", ()),
        ("The ball lies a bit to the left of the box", ("more:east", "The box", "the ball")),
    ],
)
def test_where_somebody_is_not_and_how_far_aside(sentence: str, stated: tuple[str, ...]) -> None:
    found = [tuple(one)[:3] for one in gist(sentence)]
    assert [tuple(map(str.lower, one)) for one in found] == [
        tuple(map(str.lower, one)) for one in [stated] if one
    ]


def test_a_number_is_of_what_was_just_spoken_of() -> None:
    said = counted_again("Tom wanted some apples, so Mia gave Tom 3.")
    assert said == "Tom wanted some apples, so Mia gave Tom 3 apples."
    assert counted_again("Mia likes the apples and is 33.") == "Mia likes the apples and is 33."


@pytest.mark.parametrize(
    ("told", "relation", "first", "second"),
    [
        ("Mia wanted the ball, so Mia took it.", "get", "mia", "ball"),
        ("Mia got tired of holding the ball and put it down.", "drop", "mia", "ball"),
        ("The ball? It's inside the box.", "is_in", "ball", "box"),
        ("Mia? Oh, that's a sheep.", "is_kind", "mia", "sheep"),
        ("Anyone who wants the ball can get it from the box.", "is_in", "ball", "box"),
        ("It's Mia who's taller, not Tom.", "compared", "mia", "tom"),
        ("Add 2 years to Tom's age and you get Mia's.", "measured_more", "mia", "tom"),
        ("I tried putting the ball in the box, and it fitted.", "bigger", "box", "ball"),
        ("Somebody walked off with 3 of Mia's apples.", "counted_less", "mia", "apples"),
        ("As a birthday present Mia got 3 more apples.", "counted_more", "mia", "apples"),
    ],
)
def test_reads_why_asked_and_offered(told: str, relation: str, first: str, second: str) -> None:
    reader = Reader()
    reader.read(Reading(Recollection(text=told, speaker="Ada")), follows=False)
    assert (relation, first, second) in {(p.relation, p.subject, p.object) for p in reader.premises}


@pytest.mark.parametrize(
    "told",
    [
        "Mia wanted the ball.",
        "Mia wanted the ball, but Tom was quicker.",
        "I tried putting the ball in the box.",
        "The ball?",
        "Would Mia want the ball?",
    ],
)
def test_a_wish_is_no_deed(told: str) -> None:
    reader = Reader()
    reader.read(Reading(Recollection(text=told, speaker="Ada")), follows=False)
    assert {p.relation for p in reader.premises} <= {"event", "habit"}


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("The ball was given by Tom to whom?", "to whom was the ball given by Tom"),
        ("Did Mia find the time to swim this Monday?", "Did Mia swim this Monday"),
        ("What does that make Mia to Tom?", "who is Mia to Tom"),
        ("Mia is Tom's what?", "Mia is Tom's what?"),
        ("Where is Mia?", "Where is Mia?"),
    ],
)
def test_puts_a_question_in_one_clause(asked: str, plain: str) -> None:
    assert put(asked) == plain
