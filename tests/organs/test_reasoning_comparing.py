"""Comparisons of two by their marks, and what a question asks by its topic alone."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.gist_asked import gist_asked
from cognition.organs.prefrontal.reasoning.leaning import together
from cognition.organs.prefrontal.reasoning.reader import Reader, Reading
from cognition.organs.prefrontal.reasoning.weighing import weighed
from cognition.values import Recollection


@pytest.mark.parametrize(
    "told",
    [
        "Of the two, Mia and Tom, the former is the taller.",
        "However tall Tom may be, Mia is taller.",
        "Tom is tall, but not as tall as Mia.",
        "Tom can't match Mia for being tall.",
        "Measured against Tom, Mia comes out taller.",
        "My gran says Tom is shorter than Mia, and so it is.",
        "The taller of the pair Mia and Tom is Mia.",
        "If you think Tom is tall, you should see Mia!",
        "You think Tom is tall? Wait till you meet Mia.",
        "How tall is Tom? Not as tall as Mia.",
        "Tom is tall. Mia is taller.",
    ],
)
def test_reads_a_comparison_by_its_marks(told: str) -> None:
    reader = Reader()
    reader.read(Reading(Recollection(text=told, speaker="Ada")), follows=False)
    found = [p for p in reader.premises if p.relation == "compared"]
    assert [(p.subject, p.object) for p in found] in (
        [("mia", "tom")],
        [("tom", "mia")] if found[0].other == "shorter" else [("mia", "tom")],
    )


@pytest.mark.parametrize(
    "told",
    [
        "Mia told Tom she was taller",
        "Mia thinks Tom is taller",
        "Mia envies Tom for being taller",
        "Mia's brother is taller than Tom",
        "Mia is as tall as Tom",
        "Mia wants to be taller than Tom",
        "Mia and Tom talked about the taller tree",
    ],
)
def test_reads_no_comparison_into_other_things(told: str) -> None:
    assert weighed(told) == ()


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("If you put Mia next to Tom, which one is taller?", "who is taller, Mia or Tom"),
        ("Would Mia be the taller one, next to Tom?", "is Mia taller than Tom"),
        ("Is Tom not as tall as Mia?", "is Mia more tall than Tom"),
        ("Somebody has to be the tallest. Who is it?", "who is the tallest"),
        ("I forgot the colour of Rex. What was it?", "what colour is Rex"),
        ("What colour is Mia's car?", ""),
        ("And the box, would that go in the chest?", "does the box fit in the chest"),
        (
            "Take the dates of the match and the concert. How many days are between them?",
            "how many days were there between the match and the concert",
        ),
        ("Where is Mia?", ""),
    ],
)
def test_asks_by_its_topic(asked: str, plain: str) -> None:
    assert gist_asked(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Leo is afraid of something. What is it?", "what is Leo afraid of?"),
        ("Together with Ed, how many pens has Leo?", "how many pens do Leo and Ed have together?"),
        ("Look at the ball. Is the box to the left of it?", "Is the box to the left of the ball?"),
        ("You know when it rained? How old was Leo then?", "How old was Leo when it rained?"),
        ("Mia is family to Tom, but how exactly?", "how is Mia related to Tom?"),
        ("Judging by the dates, did Mia move first?", "did Mia move first?"),
    ],
)  # fmt: skip
def test_takes_off_what_leads_to_a_question(asked: str, plain: str) -> None:
    assert together(asked, [asked]) == plain


@pytest.mark.parametrize(
    ("told", "stated"),
    [
        ("Meet Rex, a wolf.", ("is_kind", "rex", "wolf")),
        ("Rex is what you'd call a wolf.", ("is_kind", "rex", "wolf")),
        ("Let me tell you about Rex. He's a wolf.", ("is_kind", "rex", "wolf")),
        ("You can't miss Rex, he's brown.", ("coloured", "rex", "brown")),
        ("Colour-wise, Rex is brown.", ("coloured", "rex", "brown")),
        ("You know what scares cats? It's dogs.", ("afraid", "cats", "dogs")),
        ("Poor cats! They're so afraid of dogs.", ("afraid", "cats", "dogs")),
        ("In this story cats are sooo scared of dogs.", ("afraid", "cats", "dogs")),
        ("A neighbour handed Mia 5 apples.", ("counted_more", "mia", "apples")),
        ("Mia is 2 apples poorer since then.", ("counted_less", "mia", "apples")),
        ("Mia swapped 2 apples for a comic.", ("counted_less", "mia", "apples")),
        ("Mia counted out 4 apples and gave them to Tom.", ("gave_n", "mia", "apples")),
        ('Mia says, "I have 5 apples."', ("has_count", "mia", "apples")),
        ("The box would fit in the chest.", ("bigger", "chest", "box")),
        ("The chest? Oh yes, the box goes in there.", ("bigger", "chest", "box")),
        ("Somebody took the ball. It was Mia.", ("get", "mia", "ball")),
    ],
)
def test_reads_what_is_said_in_more_words(
    told: str, stated: tuple[str, str, str], premises
) -> None:
    assert stated in premises(told)


@pytest.mark.parametrize(
    "told",
    [
        "Suppose Rex is brown.",
        "Mum might say the box fits.",
        "Paris?! After all that?",
        "Hey Mia, my store has been fun.",
    ],
)
def test_reads_nothing_into_everyday_talk(told: str, premises) -> None:
    read = {relation for relation, *_ in premises(told)}
    assert not read & {"coloured", "has_count", "bigger", "is_kind", "precedes", "compared"}
