"""Short sentences and questions are read by topic, names and things, whatever the construction."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.gist import gist
from cognition.organs.prefrontal.reasoning.reader import Reader, Reading
from cognition.organs.prefrontal.reasoning.scenes import in_scene, unasked
from cognition.organs.prefrontal.reasoning.stating import stated
from cognition.organs.prefrontal.reasoning.wanting import wanted
from cognition.values import Recollection


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("It was the kitchen that Mia went to.", "Mia went to the kitchen"),
        ("The kitchen is where Mia went next.", "Mia went to the kitchen"),
        ("What Mia picked up was the ball.", "Mia picked up the ball"),
        ("What Mia did next was go to the hall.", "Mia went to the hall"),
        ("If there is one thing cats dread, it's mice.", "cats dread mice"),
        ("33 is how old Mia is.", "Mia is 33 years old"),
        ("As for Rex, that's a wolf.", "Rex is a wolf"),
        ("Older than Tom, that's Mia.", "Mia is older than Tom"),
        ("On top of that, Mia found 5 apples.", "Mia found 5 apples"),
        ("After a while Mia left the hall.", "Mia left the hall"),
        (
            "The box is there, and the ball is to the left of it.",
            "the ball is to the left of the box",
        ),
    ],
)
def test_a_cleft_says_what_its_plain_statement_says(sentence: str, plain: str) -> None:
    assert stated(sentence) == plain


@pytest.mark.parametrize(
    "sentence",
    [
        "In the kitchen Mia took the milk.",
        "It is nice that Mia came.",
        "That is what I said.",
        "The house that Tom bought is in Rome.",
        "All I want is some peace.",
        "Perhaps Mia is in the hall.",
        "It was only after Mia came that Tom left.",
    ],
)
def test_what_is_no_cleft_is_left_as_it_is(sentence: str) -> None:
    assert stated(sentence) == sentence


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("You know Rex? That's a wolf.", "Rex is a wolf."),
        ("How old is Tom? 33.", "Tom is 33 years old."),
        ("Where is Tom?", "Where is Tom?"),
    ],
)
def test_who_asks_only_to_say_it_says_it(said: str, meant: str) -> None:
    assert unasked(said) == meant


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("You could easily pack the box into the crate", ("bigger", "the crate", "the box")),
        ("There is plenty of room in the crate for the box", ("bigger", "the crate", "the box")),
        ("Mice go into a panic because of wolves", ("afraid", "mice", "wolves")),
        ("To sheep, wolves are frightening", ("afraid", "sheep", "wolves")),
        ("Wolves are feared by mice", ("afraid", "mice", "wolves")),
        ("Put Mia next to Tom: Mia is the taller one", ("compared", "Mia", "Tom")),
        ("Mia was 5 when Tom was born", ("measured_more", "Mia", "Tom")),
        ("If you go to Lyon, you are in France", ("land", "Lyon", "France")),
        ("Tom has Mia living at home", ("lives_with", "Mia", "Tom")),
        ("Under one roof: that is how Mia and Tom live", ("lives_with", "Mia", "Tom")),
        ("Mia found a place to live in Lyon", ("lives", "Mia", "Lyon")),
        ("There is this wolf, and the name is Rex", ("is_kind", "Rex", "wolf")),
        ("If you see Rex, you'll notice the colour: grey", ("coloured", "Rex", "grey")),
        ("Thanks to Mia, Tom now has the ball", ("gave", "Mia", "the ball")),
        ("The ball that Tom has came from Mia", ("gave", "Mia", "the ball")),
        ("Mia gave up the ball so that Tom could have it", ("gave", "Mia", "the ball")),
        ("5 of Mia's apples went to Tom", ("gave_n", "Mia", "apples")),
        ("Unfortunately Mia mislaid 5 apples", ("counted_less", "Mia", "apples")),
        ("5 more apples were added to what Mia has", ("counted_more", "Mia", "apples")),
        ("Mia could call 5 apples their own", ("has_count", "Mia", "apples")),
        ("The ball ended up in Mia's hands", ("get", "Mia", "the ball")),
        ("The ball slipped out of Mia's hands", ("drop", "Mia", "the ball")),
        ("Tom asked for the ball, and Mia gave it to them", ("gave", "Mia", "the ball")),
        ("Look in the drawer and you'll find the lamp", ("is_in", "the lamp", "the drawer")),
        ("The valve is one of the parts that make up the pump", ("part", "the valve", "the pump")),
        (
            "Leave the hall heading west and you'll be in the den",
            ("more:east", "the hall", "the den"),
        ),
    ],
)
def test_a_sentence_is_read_by_its_topic(sentence: str, meaning: tuple[str, str, str]) -> None:
    assert tuple(gist(sentence)[0])[:3] == meaning


@pytest.mark.parametrize(
    "sentence",
    [
        "Mia put the box into the crate in the hall",
        "Mia might give Tom the ball",
        "Mia wants to live in Paris",
        "Mia said that wolves frighten mice",
        "Mia does not live with Tom",
        "Mia and Tom live in the same street",
        "Mia has a wolf",
        "Lyon is beautiful",
        "Mia moved away from Tom",
        "Tom has been here for 5 days",
        "Mia told Tom about the ball",
        "Is the box small enough for the crate?",
    ],
)
def test_nothing_is_read_that_was_not_said(sentence: str) -> None:
    assert gist(sentence) == ()


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("If I looked in the hall, would Mia be there", ("is_at", {"a": "Mia", "b": "the hall"})),
        ("Where should I go if I want to find Mia", ("where", {"a": "Mia"})),
        (
            "What was the last place the ball was in before the hall",
            ("where_before", {"a": "the ball", "b": "the hall"}),
        ),
        ("What things are with Mia", ("holds", {"a": "Mia"})),
        (
            "If you count what Mia is holding, how many things is it",
            ("how_many_held", {"a": "Mia"}),
        ),
        ("Tom has the ball: who was it from", ("who_gave", {"a": "the ball", "b": "Tom"})),
        (
            "Who ended up with the ball after Mia gave it away",
            ("gave_whom", {"a": "Mia", "b": "the ball"}),
        ),
        ("Mia gave something to Tom: what was it", ("gave_what", {"a": "Mia", "b": "Tom"})),
        (
            "If Mia and Tom pool their coins, how many is that",
            ("how_many_together", {"a": "Mia", "b": "Tom", "c": "coins"}),
        ),
        ("Of which country is Mia a resident", ("lives_in", {"a": "Mia", "k": "country", "b": ""})),
        (
            "Would I have to go to Rome to visit Mia at home",
            ("lives_at", {"a": "Mia", "b": "Rome"}),
        ),
        (
            "If you took the pump apart, would the valve be among the pieces",
            ("is_part", {"a": "the valve", "b": "the pump"}),
        ),
        (
            "Would it work to put the box into the crate",
            ("fits", {"a": "the box", "b": "the crate"}),
        ),
        (
            "Seen from the box, is the ball to the left",
            ("side", {"a": "the box", "b": "the ball", "d": "east"}),
        ),
        ("Colour-wise, what is Rex", ("colour", {"a": "Rex"})),
        ("Out of the whole bunch, who is the tallest", ("most", {"d": "tallest"})),
        (
            "When it comes to Mia and Tom, is Mia the taller one",
            ("is_more", {"a": "Mia", "b": "Tom", "d": "taller"}),
        ),
    ],
)
def test_a_question_is_read_by_its_topic(question: str, query: tuple[str, dict[str, str]]) -> None:
    assert list(wanted(question)) == [query]


@pytest.mark.parametrize(
    "question",
    [
        "Where did Mia meet Tom",
        "Where did Mia go last summer",
        "What did Mia say about Tom",
        "Who is coming to the party",
        "How many days did Mia stay",
        "What should I give Mia for her birthday",
        "Is Mia coming to the party on Friday",
        "Who likes the ball",
    ],
)
def test_other_questions_ask_nothing_of_this(question: str) -> None:
    assert list(wanted(question)) == []


@pytest.mark.parametrize(
    ("turn", "relations"),
    [
        ("Nobody would find Mia in the hall now.", {"not_at"}),
        ("Then it was off to the hall for Mia.", {"at"}),
        ("Mia got tired of the ball and put it down.", {"drop"}),
        ("Mia moved to Oslo. Some time after that Tom sold the boat.", {"precedes"}),
        ("Mia moved to Oslo. Tom sold the boat later.", {"precedes"}),
        ("You can count on Mia to swim every Monday.", {"habit"}),
        ("Tom has one aunt, and that is Mia.", {"aunt"}),
    ],
)
def test_a_turn_is_read(turn: str, relations: set[str]) -> None:
    reader = Reader()
    reader.read(Reading(Recollection(text=turn, speaker="Ada", role="person")), follows=False)
    assert relations <= {one.relation for one in reader.premises}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I checked the hall and Mia isn't there now.", "Mia isn't in the hall now."),
        ("I looked in the drawer, but the ball was not there.", "the ball was not in the drawer."),
        ("I'm looking in the hall and I can see the ball there.", "The ball is in the hall."),
        ("When I opened the drawer, there was the ball.", "the ball is in the drawer."),
        ("We checked the hall: no sign of Mia.", "Mia is not in the hall."),
        ("I went to the hall and Mia was there.", "I went to the hall, and Mia was in the hall."),
        ("Mia was in the hall, but not now.", "Mia is not in the hall."),
        ("Mia was in the hall earlier, but she's gone now.", "Mia is not in the hall."),
        ("Mia was in the hall, but Tom was not.", "Mia was in the hall, but Tom was not."),
        ("Mia was in the hall, but not for long.", "Mia was in the hall, but not for long."),
        ("I checked the oven and the cake is done.", "I checked the oven and the cake is done."),
        (
            "We were in Rome and the food there was bad.",
            "We were in Rome and the food there was bad.",
        ),
    ],
)
def test_a_place_that_was_set_up_is_named(said: str, meant: str) -> None:
    assert in_scene(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("You see the box? The ball is on the left of it.", "The ball is on the left of the box."),
        ("Do you see the box? It's left of the ball.", "the box is left of the ball."),
        ("Remember the red box? To its left is the ball.", "To the red box's left is the ball."),
        ("Do you like the box? The ball is red.", "Do you like the box? The ball is red."),
        ("You see the box? The ball is red.", "You see the box? The ball is red."),
    ],
)
def test_what_is_asked_after_only_to_speak_of_it_is_named(said: str, meant: str) -> None:
    assert unasked(said) == meant


@pytest.mark.parametrize(
    ("turn", "premise"),
    [
        ("I'd say Tom is quite a bit taller than Mia.", ("compared", "tom", "mia")),
        ("Mia is nothing like as tall as Tom.", ("compared", "tom", "mia")),
        ("Mia is far from being as tall as Tom.", ("compared", "tom", "mia")),
        ("I've tried it, and the box fits into the crate.", ("bigger", "crate", "box")),
        ("We learned at school that Turin is a town in Italy.", ("land", "turin", "italy")),
        ("The atlas says that Turin is in Italy.", ("land", "turin", "italy")),
        ("Lena the wolf lives on a farm.", ("is_kind", "lena", "wolf")),
        ("Our old wolf Lena lives in Lyon.", ("lives", "lena", "lyon")),
        ("My sister got a swan and named it Rosa.", ("is_kind", "rosa", "swan")),
        ("We have a swan, which we call Rosa.", ("is_kind", "rosa", "swan")),
        ("My sister named her swan Rosa.", ("is_kind", "rosa", "swan")),
        ("Leo went shopping, that's Tom's brother by the way.", ("brother", "leo", "tom")),
        ("Leo (he's Tom's brother) went shopping.", ("brother", "leo", "tom")),
    ],
)
def test_a_turn_says_this(turn: str, premise: tuple[str, str, str]) -> None:
    reader = Reader()
    reader.read(Reading(Recollection(text=turn, speaker="Ada", role="person")), follows=False)
    assert premise in {(one.relation, one.subject, one.object) for one in reader.premises}


@pytest.mark.parametrize(
    ("turn", "relation"),
    [
        ("My brother got a dog and called Mia.", "is_kind"),
        ("I bought a book and called Tom.", "is_kind"),
        ("My boss Karl lives in Lyon.", "is_kind"),
        ("Tom the other day went to the hall.", "is_kind"),
        ("Inside the hall there is the ball.", "is_kind"),
        ("Every one of those swans dreads wolves.", "is_kind"),
        ("Leo went shopping, that's life.", "brother"),
        ("I'd say Mia is not taller than Tom.", "compared"),
        ("I tried it, but the box doesn't fit into the crate.", "bigger"),
    ],
)
def test_a_turn_says_nothing_of_this(turn: str, relation: str) -> None:
    reader = Reader()
    reader.read(Reading(Recollection(text=turn, speaker="Ada", role="person")), follows=False)
    assert relation not in {one.relation for one in reader.premises}
