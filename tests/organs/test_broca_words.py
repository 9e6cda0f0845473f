import re

import pytest

from cognition.organs.broca.grammar import phrases, read_grammar
from cognition.organs.broca.person import echo, words, you
from cognition.organs.broca.situation import SCENES


def test_no_line_of_the_grammar_claims_a_human_life():
    lines = [
        "".join(text for kind, text in shape.parts if kind == "text")
        for shapes in phrases().values()
        for shape in shapes
    ]
    claim = re.compile(
        r"\bI(?:'m| am) (?:human|a (?:human|person))|\bI (?:love|miss|missed) you"
        r"|my (?:life|heart|childhood)"
    )
    assert [line for line in lines if claim.search(line)] == []


def test_every_scene_has_words_and_lines():
    needed = {tag for shapes in phrases().values() for shape in shapes for tag in shape.needs}
    assert set(SCENES) <= set(words())
    assert set(SCENES) <= needed


def test_a_grammar_that_names_a_missing_rule_is_refused():
    with pytest.raises(ValueError, match="<there>"):
        read_grammar("hello: Hi <there>")


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("I adopted a cat!", "you adopted a cat"),
        ("I was late because my bus broke down.", "you were late"),
        ("My mum and I had a row, and it was awful.", "your mum and you had a row"),
        ("We're moving to Leeds next month.", "you're moving to Leeds next month"),
        ("Honestly, I can't sleep.", "you can't sleep"),
        ("Yesterday I ran ten miles.", "yesterday you ran ten miles"),
        ("i'm so tired of it all", "you're so tired of it all"),
        ("You said I was wrong.", None),
        ("I fell and was hurt.", None),
        ("lol idk", None),
        ("I", None),
        ("WHY", None),
        ("I think you should know.", None),
        ("I <3 pizza", None),
        (
            "My boss yelled at me in front of the whole ward",
            "your boss yelled at you in front of the whole ward",
        ),
        ("I was so", None),
        ("I moved to the US with my dad.", "you moved to the US with your dad"),
        ("She told us.", None),
        ("I think so too!", None),
        ("I need some me-time.", None),
        ("I read about World War I.", None),
        ("Is this on?", None),
    ],
)
def test_words_are_turned_round_safely_or_not_at_all(said, back):
    assert echo(said) == (back and back.replace("your mum and you", "you and your mum"))


@pytest.mark.parametrize(
    ("told", "back"),
    [
        ("Ada has two cats.", "you have two cats"),
        ("Ada doesn't eat meat.", "you don't eat meat"),
        ("Ada's brother lives in York.", "your brother lives in York"),
        ("Mia visited Ada in May.", "Mia visited you in May"),
        ("Ada visited her in May.", None),
        ("Ada wants to be called Ada.", "you want to be called Ada"),
    ],
)
def test_facts_are_said_to_the_person_or_not_at_all(told, back):
    assert you(told, {"Ada"}) == back
