"""What else someone is called, which episodes say the same, and reading while another writes."""

import threading
from datetime import datetime

import pytest

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.values import Fact, derive_id

MAY = datetime(2026, 5, 1)


def fact(subject: str, relation: str, object: str, **more: object) -> Fact:
    id = derive_id(subject, relation, object, *more.values())
    return Fact(id=id, subject=subject, relation=relation, object=object, **more)


def link(one: str, other: str, confidence: float = 0.9, **more: object) -> Fact:
    relation = more.pop("relation", "also_called")
    return fact(one, relation, other, kind="link", confidence=confidence, **more)


def test_an_unnamed_sister_is_called_by_her_name_once_it_is_known() -> None:
    graph = KnowledgeGraph([fact("Ada's sister", "work", "vet"), fact("Ada", "sister", "Mia")])
    assert graph.aliases("ada's sister") == ("Mia",)
    assert graph.aliases("Mia") == ("Ada's sister",)


def test_of_two_sisters_neither_is_meant() -> None:
    graph = KnowledgeGraph([fact("Ada", "sister", "Mia"), fact("Ada", "sister", "Eve")])
    assert graph.aliases("Ada's sister") == ()


@pytest.mark.parametrize("relation", ["name", "call_me"])
def test_a_name_told_is_an_alias_both_ways(relation: str) -> None:
    graph = KnowledgeGraph([fact("Ada", relation, "Sparrow"), fact("Ada", "home", "Lyon")])
    assert graph.aliases("Ada") == ("Sparrow",)
    assert graph.aliases("sparrow") == ("Ada",)
    assert {f.relation for f in graph.facts(about="Sparrow")} == {relation, "home"}


def test_a_full_name_and_its_parts() -> None:
    graph = KnowledgeGraph([fact("Ada", "friend", "Kim Thomsen")])
    assert graph.aliases("Kim") == ("Kim Thomsen", "Thomsen")
    assert set(graph.aliases("kim thomsen")) == {"Kim", "Thomsen"}


def test_two_who_share_a_first_name_are_never_taken_for_one() -> None:
    graph = KnowledgeGraph([fact("Ada", "friend", "Kim Thomsen"), fact("Kim Shaw", "work", "vet")])
    assert graph.aliases("Kim") == ()
    assert graph.aliases("Kim Thomsen") == ("Thomsen",)
    assert graph.facts(about="Kim") == []


def test_someone_known_by_the_first_name_alone_is_not_the_one_of_the_full_name() -> None:
    graph = KnowledgeGraph([fact("Kim Thomsen", "work", "vet"), fact("Ada", "sister", "Kim")])
    assert graph.aliases("Kim") == ()


def test_a_title_may_be_left_out() -> None:
    graph = KnowledgeGraph([fact("Dr. Weber", "work", "dentist")])
    assert graph.aliases("Weber") == ("Dr. Weber",)
    assert graph.aliases("Dr. Weber") == ("Weber",)
    assert [f.object for f in graph.facts(about="weber")] == ["dentist"]
    graph.learn([fact("Mrs. Weber", "home", "Bern")])
    assert graph.aliases("Weber") == ()
    assert graph.facts(about="Weber") == []


def test_a_place_is_not_called_by_half_its_name() -> None:
    graph = KnowledgeGraph([fact("Ada", "home", "New York")])
    assert graph.aliases("New York") == graph.aliases("York") == ()


def test_links_name_someone_as_far_as_they_are_sure() -> None:
    graph = KnowledgeGraph([link("Mel", "Melanie", 0.4), fact("Melanie", "home", "Bern")])
    assert graph.aliases("mel") == ()
    assert graph.facts(about="Mel") == []
    graph.learn([link("Mel", "Melanie", 0.4, sources=("e2",))])
    assert graph.aliases("mel") == ("Melanie",)  # two witnesses: 1 - .6 * .6
    assert graph.facts(about="Mel") == []
    graph.learn([link("Mel", "Melanie", 0.9, sources=("e3",))])
    assert [f.object for f in graph.facts(about="Mel")] == ["Bern"]


def test_a_link_that_ended_or_was_forgotten_names_nobody() -> None:
    told = link("Mel", "Melanie")
    graph = KnowledgeGraph([told])
    assert graph.aliases("Melanie") == ("Mel",)
    graph.learn([link("Mel", "Melanie", valid_to=MAY), told])
    graph.unlearn([told.id])
    assert graph.aliases("Melanie") == ()


def test_links_are_no_facts_and_name_no_entities() -> None:
    told = link("Mel", "Melanie", sources=("e1",))
    graph = KnowledgeGraph([told])
    assert graph.facts() == graph.facts(about="Mel") == [] and graph.entities() == ()
    assert graph.facts(kind="link") == graph.facts(about="mel", kind="link") == [told]
    assert graph.fact(told.id) == told and graph.resting_on("e1") == [told]


def test_episodes_that_say_the_same_name_each_other() -> None:
    same = [link(one, "a1", relation="same_as") for one in ("b2", "c3")]
    graph = KnowledgeGraph(same)
    assert set(graph.same_as("b2")) == {"a1", "c3"}
    graph.unlearn([same[0].id])
    assert graph.same_as("b2") == () and graph.same_as("a1") == ("c3",)


def test_reading_while_another_thread_learns_and_forgets() -> None:
    graph = KnowledgeGraph(fact("Ada", "likes", f"thing {n}") for n in range(200))
    wrong: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                assert len(graph.facts(about="Ada", relation="likes")) >= 200
                graph.entities(), graph.aliases("Ada"), graph.path("Ada", "thing 7")
        except BaseException as error:
            wrong.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for round in range(60):
        more = [fact("Ada", "likes", f"more {n}", sources=(str(round),)) for n in range(20)]
        graph.learn(more)
        graph.unlearn([one.id for one in more])
    done.set()
    reader.join()
    assert wrong == [] and len(graph) == 200
