"""Plans, in ways of telling, calling off and moving them; and what sounds like it and is none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.organs.neocortex import extract
from cognition.organs.tables import table
from cognition.organs.thalamus import perceive
from cognition.values import Fact, Stimulus

LINES: dict[str, Any] = table(Path(__file__).with_name("plan_lines.yaml"))
NAMED = {"event": "driving test", "trip": "Oslo", "person": "Marek"}
NOW = datetime(2026, 3, 2, 18)  # a Monday
FRIDAY, THURSDAY = datetime(2026, 3, 6), datetime(2026, 3, 12)
HELD = (
    "I have an exam on Friday.",
    "I'm flying to Oslo on Saturday.",
    "I'm having dinner with Tobias on Sunday.",
)


def hear(text: str, graph: KnowledgeGraph) -> None:
    stimulus = Stimulus(text=text, speaker="Ada", when=NOW, ref=text, role="person")
    graph.learn(extract(perceive(stimulus, NOW, (), graph.entities()), graph, "Ada"))


def plans(graph: KnowledgeGraph) -> list[Fact]:
    every = graph.facts(relation="plan", kind="plan")
    return [fact for fact in every if fact.valid_to is None and fact.polarity]


def with_held() -> KnowledgeGraph:
    graph = KnowledgeGraph()
    for text in HELD:
        hear(text, graph)
    return graph


def about(graph: KnowledgeGraph, word: str) -> list[Fact]:
    return [fact for fact in plans(graph) if word in fact.text]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("My knee operation got set for Friday.", "knee operation"),
        ("They want me in for my biopsy on Friday.", "biopsy"),
        ("Wish me luck on Friday, it's my driving test.", "driving test"),
        ("I can't wait for the gig on Friday.", "gig"),
        ("Got a board meeting on Friday, wish me luck.", "board meeting"),
        ("They confirmed my flat viewing for Friday.", "flat viewing"),
        ("I took Friday off for my thesis defence.", "thesis defence"),
        ("I'm stressed about the hearing on Friday.", "hearing"),
        ("I'm taking part in a book club meeting on Friday.", "book club meeting"),
        ("I'm on my way to Kyoto on Friday.", "Kyoto"),
        ("We land in Porto on Friday.", "Porto"),
        ("Off to Bergen on Friday!", "Bergen"),
        ("Renate asked me over for dinner on Friday.", "Renate"),
        ("I'm having Odile over on Friday.", "Odile"),
        ("I'm picking Marek up from the airport on Friday.", "Marek"),
        ("I'm playing tennis with Yusuf on Friday.", "Yusuf"),
        ("Ines is popping over on Friday.", "Ines"),
        ("I said I'd meet Svea on Friday.", "Svea"),
        ("My boss is sending me to Dublin on Friday.", "Dublin"),
        ("I'll be in Malta on Friday.", "Malta"),
        ("I've invited Luca over on Friday.", "Luca"),
    ],
)
def test_a_plan_is_read_however_it_is_told(text: str, named: str) -> None:
    graph = KnowledgeGraph()
    hear(text, graph)
    (plan,) = plans(graph)
    assert named in f"{plan.text} {plan.subject}"
    assert plan.due is not None and plan.due.start == FRIDAY


@pytest.mark.parametrize(
    "text",
    [
        "I had an interview last Tuesday.",
        "I missed my appointment today.",
        "We had a meeting today.",
        "I read about the match on Saturday.",
        "I'm reading about the wedding on Friday.",
        "I heard there is a concert on Friday.",
        "I'm having a bad day today.",
        "I'm meeting nobody on Friday.",
        "I'm not having a party on Saturday.",
        "I might go to Oslo on Friday.",
        "I wish my surgery was on Monday.",
        "I doubt that the wedding is on Saturday.",
        "Flying on Friday is cheap.",
        "I can't come to the party on Friday.",
        "The exam on Friday was hard.",
        "I have a lot of work tomorrow.",
        "It's my sister's wedding on Saturday.",
        "What are you doing on Friday?",
    ],
)
def test_what_is_past_or_in_doubt_or_not_theirs_is_no_plan(text: str) -> None:
    graph = KnowledgeGraph()
    hear(text, graph)
    assert [fact for fact in plans(graph) if fact.subject == "Ada"] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The exam was dropped.", "exam"),
        ("I quit the exam.", "exam"),
        ("I got out of the exam.", "exam"),
        ("I'm out, no exam for me.", "exam"),
        ("Tobias is ill and can't come.", "Tobias"),
        ("I'm skipping the exam.", "exam"),
        ("I pulled out of the exam.", "exam"),
        ("I've withdrawn from the exam.", "exam"),
        ("I'm giving the exam a miss.", "exam"),
        ("I changed my mind about the exam.", "exam"),
        ("There isn't going to be an exam.", "exam"),
        ("I don't have to go to the exam any more.", "exam"),
        ("I can't make the exam.", "exam"),
        ("Oslo is off the table.", "Oslo"),
        ("We decided not to go to Oslo.", "Oslo"),
        ("We had to ditch Oslo.", "Oslo"),
        ("It won't work out with Tobias.", "Tobias"),
        ("Tobias just flaked on me.", "Tobias"),
        ("Tobias and I aren't meeting any more.", "Tobias"),
        ("I won't make it to Tobias's.", "Tobias"),
    ],
)
def test_a_plan_called_off_is_ended(text: str, word: str) -> None:
    graph = with_held()
    hear(text, graph)
    assert len(plans(graph)) == 2 and not about(graph, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They switched the exam to 12 March.", "exam"),
        ("We had to shift the exam to 12 March.", "exam"),
        ("The exam isn't until 12 March.", "exam"),
        ("They gave me another date for the exam: 12 March.", "exam"),
        ("Our Oslo trip was put back to 12 March.", "Oslo"),
        ("I had to rebook Oslo for 12 March.", "Oslo"),
        ("Tobias can't do it before 12 March.", "Tobias"),
    ],
)
def test_a_plan_moved_has_its_new_date(text: str, word: str) -> None:
    graph = with_held()
    hear(text, graph)
    (plan,) = about(graph, word)
    assert len(plans(graph)) == 3 and plan.due is not None and plan.due.start == THURSDAY


@pytest.mark.parametrize(
    "text",
    [
        "I'm not ready for the exam.",
        "I hope the exam is not cancelled.",
        "I turned off my phone to study for the exam.",
        "I dropped my exam notes in the river.",
        "I can't do the exam exercises.",
        "I'm not taking the exam lightly.",
        "I moved my desk to study for the exam.",
        "I only have until Friday to study for the exam.",
        "I'm not going to the gym because of the exam.",
        "I skipped lunch to study for the exam.",
        "I'd love to skip the exam.",
        "I'm thinking of cancelling Oslo.",
        "What if the exam gets cancelled?",
        "I bought a coat for Oslo, now I need boots.",
        "Tobias is no longer a smoker.",
        "Tobias can't come to terms with it.",
        "I'm not making dinner for Tobias.",
        "I quit my job because of the exam.",
        "Tobias said my sister can't come.",
    ],
)
def test_talk_of_a_plan_leaves_it_as_it_is(text: str) -> None:
    graph = with_held()
    before = plans(graph)
    hear(text, graph)
    assert sorted(f.id for f in plans(graph)) == sorted(f.id for f in before)
    assert {f.due for f in plans(graph)} == {f.due for f in before}


def lines(part: str) -> list[tuple[str, str]]:
    return [(kind, form) for kind, forms in LINES[part].items() for form in forms]


def worded(kind: str, form: str, when: str, day: str) -> str:
    thing = NAMED[kind]
    return form.format(
        event=thing, an=f"a {thing}", place=thing, person=thing,
        when=when, When=when[0].upper() + when[1:], day=day,
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "form"), lines("told"))
def test_every_way_of_telling_a_plan_is_read(kind: str, form: str) -> None:
    graph = KnowledgeGraph()
    hear(worded(kind, form, "on Friday", "Friday"), graph)
    (plan,) = plans(graph)
    assert NAMED[kind] in f"{plan.text} {plan.subject}"
    assert plan.due is not None and plan.due.start == FRIDAY


def with_every_kind() -> KnowledgeGraph:
    graph = KnowledgeGraph()
    hear("I have a driving test on Friday.", graph)
    hear("I'm flying to Oslo on Saturday.", graph)
    hear("I'm meeting Marek on Sunday.", graph)
    return graph


@pytest.mark.parametrize(("kind", "form"), lines("cancelled"))
def test_every_way_of_calling_off_ends_that_plan_and_no_other(kind: str, form: str) -> None:
    graph = with_every_kind()
    hear(worded(kind, form, "on Friday", "Friday"), graph)
    assert len(plans(graph)) == 2 and not about(graph, NAMED[kind])


@pytest.mark.parametrize(("kind", "form"), lines("moved"))
def test_every_way_of_moving_dates_that_plan_anew_and_no_other(kind: str, form: str) -> None:
    graph = with_every_kind()
    hear(worded(kind, form, "on 12 March", "12 March"), graph)
    (plan,) = about(graph, NAMED[kind])
    assert len(plans(graph)) == 3 and plan.due is not None and plan.due.start == THURSDAY


@pytest.mark.parametrize("text", LINES["no plan of Ada's"])
def test_what_others_do_or_may_be_or_was_is_no_plan(text: str) -> None:
    graph = KnowledgeGraph()
    hear(text, graph)
    assert [fact.text for fact in plans(graph) if fact.subject == "Ada"] == []


@pytest.mark.parametrize("text", LINES["changes nothing"])
def test_what_only_speaks_of_a_plan_changes_none(text: str) -> None:
    graph = with_held()
    before = {(fact.id, fact.due) for fact in plans(graph)}
    hear(text, graph)
    assert before <= {(fact.id, fact.due) for fact in plans(graph)}


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["My sister Mia plays the violin. Her recital is on Friday."], "Mia has a recital"),
        (["My sister Mia plays chess.", "Mia's recital is on Friday."], "Mia has a recital"),
        (["My sister's exam is on Friday."], "Ada's sister has an exam"),
        (["My son is excited, his match is on Friday."], "Ada's son has a match"),
        (["My parents' evening is on Friday."], "Ada has a parents' evening"),
    ],
)
def test_an_event_is_theirs_whose_it_is_said_to_be(texts: list[str], said: str) -> None:
    graph = KnowledgeGraph()
    for text in texts:
        hear(text, graph)
    assert [fact.text for fact in plans(graph)] == [f"{said} on 6 March 2026."]


@pytest.mark.parametrize("text", ["Her recital is on Friday.", "Tobias's party is on Friday."])
def test_an_event_of_nobody_known_is_no_plan(text: str) -> None:
    graph = KnowledgeGraph()
    hear(text, graph)
    assert plans(graph) == []


def test_a_plan_told_again_in_other_words_for_its_day_stays_the_same() -> None:
    graph = with_held()
    before = {fact.id for fact in plans(graph)}
    later = Stimulus(
        text="My exam is today.", speaker="Ada", when=datetime(2026, 3, 6, 9), role="person"
    )
    graph.learn(extract(perceive(later, NOW, (), graph.entities()), graph, "Ada"))
    assert {fact.id for fact in plans(graph)} == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I've got the SAT on Friday.", "Ada has the SAT on 6 March 2026."),
        ("Court's on Friday.", "Ada has court on 6 March 2026."),
        ("Memory clinic on Friday at ten.", "Ada has a memory clinic on 6 March 2026 at 10:00."),
        ("interview is on friday", "Ada has an interview on 6 March 2026."),
        ("I'm going to train first aiders from April.", "train first aiders in April 2026."),
        ("I'm going to propose to Lena on Friday.", "propose to Lena on 6 March 2026."),
    ],
)
def test_a_plan_told_shortly_is_read_without_its_time(text: str, said: str) -> None:
    graph = KnowledgeGraph()
    hear(text, graph)
    (plan,) = plans(graph)
    assert plan.text.endswith(said)


def test_what_follows_a_date_is_no_part_of_the_plan() -> None:
    graph = KnowledgeGraph()
    hear("My sister is Ines. She arrives on the sixth of March and stays until Sunday.", graph)
    assert [plan.text for plan in plans(graph)] == ["Ines is going to arrive on 6 March 2026."]


def test_an_event_of_a_named_relative_is_theirs() -> None:
    graph = KnowledgeGraph()
    hear("My sister Ines's exam is on Friday.", graph)
    assert [plan.text for plan in plans(graph)] == ["Ines has an exam on 6 March 2026."]
