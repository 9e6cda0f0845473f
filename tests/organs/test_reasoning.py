"""What follows from what was told is answered with its chain, and nothing that does not follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from cognition import Answer, Mind
from cognition.organs.prefrontal.reasoning.chaining import Atom, Closure, rules
from cognition.organs.prefrontal.reasoning.patterns import Table
from cognition.organs.prefrontal.reasoning.premises import Premise
from cognition.values import Recollection

TOLD = datetime(2026, 3, 4, 10)
Ask = Callable[..., Answer]


@pytest.fixture
def ask() -> Iterator[Ask]:
    opened: list[Mind] = []

    def asked(question: str, *told: str, later: timedelta = timedelta(days=6)) -> Answer:
        mind = Mind.open(None, owner="Ada")
        opened.append(mind)
        mind.observe_many(
            {"text": text, "when": TOLD + timedelta(minutes=n), "ref": str(n)}
            for n, text in enumerate(told)
        )
        return mind.answer(question, now=TOLD + later)

    yield asked
    for mind in opened:
        mind.close()


def chain(answer: Answer) -> set[str]:
    return {source.ref for source in answer.sources}


FOOTBALL = ("John went to the hallway.", "John took the football.", "John went to the garden.")
FAMILY = ("Rosa is my mother.", "I slept badly.", "Leo is Rosa's brother.", "Leo's son is Tim.")


@pytest.mark.parametrize(
    ("question", "told", "text", "refs"),
    [
        ("Where is the football?", FOOTBALL, "The garden", "12"),
        ("Where was the football before the garden?", FOOTBALL, "The hallway", "012"),
        ("What is John carrying?", FOOTBALL, "The football", "1"),
        ("Who is my uncle?", FAMILY, "Leo", "02"),
        ("How is Tim related to me?", FAMILY, "Your cousin", "023"),
        ("Is Leo my uncle?", FAMILY, "Yes", "02"),
        (
            "In which country does Tom live?",
            ("Mia lives in Lyon.", "Lyon is in France.", "Tom lives with Mia."),
            "France",
            "012",
        ),
        (
            "How many apples does Tom have?",
            ("Tom has 5 apples.", "Tom gave two apples to Mia.", "Tom bought 4 more apples."),
            "7",
            "012",
        ),
        (
            "Who is the tallest?",
            ("Mia is taller than Leo.", "Leo is not as tall as Tom.", "Tom is shorter than Mia."),
            "Mia",
            "02",
        ),
        (
            "How old is Tom?",
            ("Mia is 30 years old.", "Tom is two years older than Mia."),
            "32",
            "01",
        ),
        (
            "How old was Mia when the wedding took place?",
            ("Mia was born on 3 May 1990.", "The wedding was on 2 May 2020."),
            "29",
            "01",
        ),
        (
            "When was the concert?",
            ("The wedding was on 3 May 2024.", "The concert was two weeks after the wedding."),
            "17 May 2024",
            "01",
        ),
        (
            "Did Tom sell the boat before Mia moved to Oslo?",
            ("Tom sold the boat before Leo came.", "Mia moved to Oslo after Leo came."),
            "Yes",
            "01",
        ),
        (
            "Where did Karl live when he wrote a book?",
            ("Karl lived in Bonn from 2001 to 2009.", "In 2005 Karl wrote a book."),
            "Bonn",
            "01",
        ),
        (
            "What is Gertrude afraid of?",
            ("Sheep are afraid of wolves.", "Gertrude is a sheep."),
            "Wolves",
            "01",
        ),
        (
            "How do I get from the cellar to the attic?",
            ("The hall is north of the cellar.", "East of the hall is the attic."),
            "North, east",
            "01",
        ),
    ],
)
def test_what_follows_is_answered_with_its_chain(
    ask: Ask, question: str, told: tuple[str, ...], text: str, refs: str
) -> None:
    answer = ask(question, *told)
    assert answer.known
    assert answer.text == text
    assert chain(answer) == set(refs)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is Mia taller than Leo?", ("Mia is taller than Tom.", "Leo is taller than Tom.")),
        ("Who is the tallest?", ("Mia is taller than Tom.", "Leo is taller than Tom.")),
        ("Who is my aunt?", FAMILY),
        ("How is Vera related to Leo?", FAMILY),
        ("How old is Tom?", ("Tom is two years older than Mia.",)),
        ("Is Mia in the garden?", ("Mia is in the hall or so Tom says.",)),
        ("What happened first, Tom sold the boat or Mia moved?", ("Tom sold the boat.",)),
    ],
)
def test_what_does_not_follow_is_not_known(ask: Ask, question: str, told: tuple[str, ...]) -> None:
    answer = ask(question, *told)
    assert not answer.known
    assert "don't remember" in answer.text


def test_two_mothers_are_asked_about_and_a_correction_is_not(ask: Ask) -> None:
    told = ("Rosa is Tom's mother.", "Vera is Tom's mother.")
    clash = ask("Who is Tom's mother?", *told)
    assert not clash.known
    assert "Rosa or Vera?" in clash.text
    assert chain(clash) == {"0", "1"}
    right = ask("Who is Tom's mother?", told[0], "Actually, Vera is Tom's mother.")
    assert (right.known, right.text.partition(",")[0].partition(".")[0]) == (True, "Vera")


def test_where_someone_is_rests_on_what_was_told_last_of_many_tellings(ask: Ask) -> None:
    rooms = ("kitchen", "garden", "office", "cellar", "attic")
    told = [f"{('Mia', 'Tom')[n % 2]} went to the {rooms[n % 5]}." for n in range(300)]
    answer = ask("Where is Tom?", *told)
    assert (answer.text, chain(answer)) == ("The attic", {"299"})


def test_who_called_yesterday_lives_where_it_was_said_last(ask: Ask) -> None:
    told = ("At the moment Karl lives in Turin.", "Karl, who lives in Graz, rang me yesterday.")
    assert ask("Where does Karl live?", *told).text.startswith("Graz")


def test_of_two_towns_only_the_one_of_that_year_is_given(ask: Ask) -> None:
    told = ("From 1995 to 2002 Mia lived in Lund.", "Mia lived in Lyon from 2002 to 2010.")
    assert chain(ask("What town did Mia live in in 1997?", *told)) == {"0"}


def test_a_gift_is_the_thing_and_not_what_was_done_to_it(ask: Ask) -> None:
    assert ask(
        "What did Mia let Tom have?", "Tom was just handed the lamp by Mia."
    ).text.startswith("The lamp")


def test_what_follows_changes_with_what_it_rests_on(ask: Ask) -> None:
    told = ("Mia lives in Lyon.", "Tom lives with Mia.")
    assert ask("Where does Tom live?", *told).text == "Lyon"
    moved = ask("Where does Tom live?", *told, "Mia moved to Turin.")
    assert (moved.text, chain(moved)) == ("Turin", {"1", "2"})


def test_a_habit_is_presumed_of_a_day_that_was_not_otherwise(ask: Ask) -> None:
    usual = "Mia usually swims on Mondays."
    hour = timedelta(hours=1)
    presumed = ask("Did Mia swim this Monday?", usual, later=hour)
    assert presumed.text.startswith("Probably yes")
    otherwise = ask("Did Mia swim this Monday?", usual, "This Monday Mia stayed home.", later=hour)
    assert (otherwise.text, chain(otherwise)) == ("No", {"0", "1"})


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What is the time 7 year and 11 month before Sep, 1104", "Oct, 1096"),
        ("What is the time 4 year and 12 month after Aug, 1013", "Aug, 1018"),
        ("What date is 3 weeks after 12 May 2020?", "2 June 2020"),
    ],
)
def test_dates_are_reckoned_without_memories(ask: Ask, question: str, text: str) -> None:
    answer = ask(question)
    assert (answer.known, answer.text, answer.sources) == (True, text, ())


def test_what_was_forgotten_is_not_reasoned_with() -> None:
    with Mind.open(None, owner="Ada") as mind:
        for n, text in enumerate(FAMILY):
            mind.observe(text, when=TOLD + timedelta(minutes=n), ref=str(n))
        assert mind.answer("Who is my uncle?", now=TOLD + timedelta(days=1)).text == "Leo"
        mind.forget(query="Leo is Rosa's brother")
        assert not mind.answer("Who is my uncle?", now=TOLD + timedelta(days=1)).known


def test_the_shortest_chain_is_kept() -> None:
    def told(relation: str, subject: str, object_: str, ref: str):
        premise = Premise(relation, subject, object_, source=Recollection(id=ref))
        return Atom(relation, subject, object_), (premise,)

    long_way = [told("more:length", a, b, a + b) for a, b in ("ab", "bc", "cd")]
    closure = Closure("order", [*long_way, told("more:length", "a", "d", "direct")])
    found = closure.chain("more:length", "a", "d")
    assert found is not None
    assert [premise.source.id for premise in found] == ["direct"]
    assert len(closure.chain("more:length", "a", "c") or ()) == 2
    assert closure.chain("more:length", "d", "a") is None


def test_every_rule_binds_what_it_concludes() -> None:
    for section, every in rules().items():
        for rule in every:
            bound = {v for atom in rule.body for v in (atom.subject, atom.object)}
            assert {rule.head.subject, rule.head.object} <= bound | {""}, (section, rule)


@pytest.mark.parametrize("line", ["at a b", "at a | $nowhere | {a} $nowhere"])
def test_a_bad_line_of_a_table_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        Table(line)
