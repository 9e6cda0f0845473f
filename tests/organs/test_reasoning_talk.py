"""The talk around a sentence is taken off it; what makes it unsure is left."""

from __future__ import annotations

import pytest

from cognition.organs.prefrontal.reasoning.leaning import together
from cognition.organs.prefrontal.reasoning.self_answered import reported
from cognition.organs.prefrontal.reasoning.talk import unadorned
from cognition.organs.prefrontal.words import sentences


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Goodness me, Tom took the saw, mind you!", "Tom took the saw!"),
        ("You won't believe it, my dear, but Tom took the saw.", "Tom took the saw."),
        ("Off to the barn trotted Tom.", "Tom trotted off to the barn."),
        ("Lucky old Tom got 3 nuts, bless him.", "Tom got 3 nuts."),
        ("Tom had the decency to give Mia the saw.", "Tom gave Mia the saw."),
        ("Tom went and dropped the saw, silly thing.", "Tom dropped the saw."),
        ("The saw, Tom broke it.", "Tom broke the saw."),
        ("Didn't you know that Tom is my uncle?", "Tom is my uncle."),
    ],
)
def test_talk_around_a_sentence_is_taken_off(said: str, plain: str) -> None:
    bare = unadorned(said)
    assert bare.removeprefix("But ").removeprefix("but ").capitalize() == plain.capitalize()


@pytest.mark.parametrize(
    "said",
    [
        "Maybe Tom took the saw.",
        "Tom almost took the saw.",
        "Tom was not so kind as to give Mia the saw.",
        "Little Rock is in Arkansas.",
        "Would you give Tom the saw?",
        "Do you know where Tom is?",
        "Tom was too lazy to help Mia.",
        "The old man took the saw.",
        "Mum, dad and Mia went to the barn.",
        "Tom decided to leave the barn.",
        "Tom agreed to give Mia the saw.",
    ],
)
def test_what_is_no_mere_talk_is_left(said: str) -> None:
    assert unadorned(said) == said


@pytest.mark.parametrize(
    ("turn", "premise"),
    [
        ("You know where Tom lives? In Bonn!", ("lives", "tom", "bonn")),
        ("Nuts? Tom owns 4 of them.", ("has_count", "tom", "nuts")),
        ("There's no sense searching for Tom in the barn, he has gone.", ("not_at", "tom", "barn")),
        ("It is not true any longer that Tom is in the barn.", ("not_at", "tom", "barn")),
        ("A burglar made off with 3 of Tom's nuts.", ("counted_less", "tom", "nuts")),
        ("Tom got robbed of 3 nuts.", ("counted_less", "tom", "nuts")),
        ("Tom now has 3 more nuts than yesterday.", ("counted_more", "tom", "nuts")),
        ("When you are in Bonn, you are in Germany.", ("land", "bonn", "germany")),
        ("I believe you've met Tom, that's Mia's uncle.", ("uncle", "tom", "mia")),
        ("Tom hails from Bonn and still lives there.", ("lives", "tom", "bonn")),
    ],
)
def test_what_is_told_so_ispremises(turn: str, premise: tuple[str, str, str], premises) -> None:
    found = premises(turn)
    assert premise in found or ("is_in", *premise[1:]) in found


@pytest.mark.parametrize(
    "turn",
    [
        "Do you know where Tom lives? Mia would like to.",
        "Tom had 3 nuts for breakfast stolen? I doubt it.",
        "Don't wait for Tom.",
        "Mia has a good grasp of French.",
        "You know Tom likes the barn?",
    ],
)
def test_what_is_not_told_is_notpremises(turn: str, premises) -> None:
    wrong = {"lives", "counted_less", "not_at", "get", "has_count", "land"}
    assert not {one[0] for one in premises(turn)} & wrong


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I reckon Tom is in the barn. Am I right?", "Tom is in the barn, is that right"),
        ("The saw fits in the chest. True or false?", "t"),
        ("Tom was handed the saw. By whom?", "Tom was handed the saw by whom"),
        ("I'd love to visit Tom. Where does he live?", "Where does Tom live"),
        ("I'm after Tom, where might he be?", "where is Tom?"),
        ("And Tom's uncle? Who is that?", "Who is Tom's uncle"),
    ],
)
def test_a_question_is_read_with_the_statement_it_doubts(said: str, asked: str) -> None:
    last = [one for one in sentences(said) if one.endswith("?")]
    found = together(said, last)
    assert found == asked or (asked == "t" and found.endswith("chest, is that right"))


def test_a_riddle_is_put_as_a_question() -> None:
    assert reported("Guess who Tom met: Mia!") == "Who did Tom meet? Mia!"
    assert reported("I know where Tom lives.") == "I know where Tom lives."


@pytest.mark.parametrize(
    ("turn", "premise"),
    [
        ("You remember Tom, right? He's Mia's uncle.", ("uncle", "tom", "mia")),
        ("Have you met Tom yet? Tom is Mia's uncle.", ("uncle", "tom", "mia")),
        ("Say hello to Tom. That's Mia's uncle.", ("uncle", "tom", "mia")),
        ("That's Tom at the window, Mia's uncle.", ("uncle", "tom", "mia")),
        ("Out of pity, Tom gave Mia the saw.", ("gave", "tom", "saw")),
        ("What rotten luck, Tom has lost 3 nuts!", ("counted_less", "tom", "nuts")),
        ("By mistake, Tom dropped the saw.", ("drop", "tom", "saw")),
        ("The barn? No, Tom isn't there any more.", ("not_at", "tom", "barn")),
        ("Hens? Goats are scared of them.", ("afraid", "goats", "hens")),
        ("Tom has 9 nuts. Then Tom found 3 more.", ("counted_more", "tom", "nuts")),
        ("Tom has 9 nuts. Tom sold 3 of them.", ("counted_less", "tom", "nuts")),
        ("Tom went into the barn, I saw it happen.", ("at", "tom", "barn")),
        ("The barn has many parts. One is the gate.", ("part", "gate", "barn")),
        ("The clock has many pieces, such as the spring.", ("part", "spring", "clock")),
    ],
)
def test_what_a_lead_or_a_question_sets_up_ispremises(
    turn: str, premise: tuple[str, str, str], premises
) -> None:
    assert premise in premises(turn)


@pytest.mark.parametrize(
    "turn",
    [
        "You remember Tom, right? Is he Mia's uncle?",
        "Do you know Tom? It would be kind of Mia's uncle.",
        "Out of pity, Tom nearly gave Mia the saw.",
        "By mistake, Tom might drop the saw.",
        "The barn? Is Tom there?",
        "Hens? Are goats scared of them?",
        "Then Tom found 3 more.",
    ],
)
def test_what_a_lead_or_a_question_leaves_open_is_notpremises(turn: str, premises) -> None:
    wrong = {"uncle", "gave", "drop", "at", "is_in", "not_at", "afraid"}
    found = premises(turn)
    assert not {one[0] for one in found} & wrong
    assert not any("nuts" in one for one in found)


def test_what_is_said_after_is_is_no_talk_around_it(premises) -> None:
    assert ("bigger", "case", "saw") in premises("Getting the saw into the case is no problem.")
    assert ("gave_n", "tom", "nuts") in premises("Of all those nuts, Tom gave 3 to Mia.")
    assert unadorned("This Monday Tom skipped it.") == "This Monday Tom skipped it."
