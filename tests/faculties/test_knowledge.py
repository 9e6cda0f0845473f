from datetime import datetime, timedelta

import pytest

from cognition.faculties.knowledge import KnowledgeGraph
from cognition.values import Fact

MARCH, APRIL, MAY = (datetime(2026, month, 1) for month in (3, 4, 5))


def fact(
    id: str,
    subject: str,
    relation: str,
    object: str,
    kind: str = "fact",
    since: datetime | None = None,
    until: datetime | None = None,
) -> Fact:
    return Fact(
        id=id,
        kind=kind,
        subject=subject,
        relation=relation,
        object=object,
        valid_from=since,
        valid_to=until,
    )


def ids(facts: list[Fact]) -> list[str]:
    return [fact.id for fact in facts]


def test_about_matches_subject_and_object_without_case() -> None:
    graph = KnowledgeGraph([fact("1", "Ada", "sister", "Mia"), fact("2", "Mia", "home", "Bern")])
    assert set(ids(graph.facts(about="mIA"))) == {"1", "2"}
    assert ids(graph.facts(about="BERN")) == ["2"]


def test_facts_come_newest_first_by_when_they_began() -> None:
    graph = KnowledgeGraph(
        [
            fact("b", "Ada", "likes", "tea", since=APRIL),
            fact("c", "Ada", "likes", "rain", since=MAY),
            fact("a", "Ada", "likes", "snow", since=MARCH),
        ]
    )
    assert ids(graph.facts(about="Ada")) == ["c", "b", "a"]
    assert ids(graph.facts(relation="likes")) == ["c", "b", "a"]
    assert ids(graph.facts()) == ["c", "b", "a"]


def test_relation_and_kind_narrow() -> None:
    graph = KnowledgeGraph(
        [
            fact("1", "Ada", "likes", "tea"),
            fact("2", "Ada", "home", "Lyon"),
            fact("3", "Ada", "plan", "fly", kind="plan"),
        ]
    )
    assert ids(graph.facts(about="Ada", relation="home")) == ["2"]
    assert ids(graph.facts(about="Ada", kind="plan")) == ["3"]
    assert ids(graph.facts(kind="plan")) == ["3"]
    assert graph.facts(about="Bob") == []


def test_at_keeps_what_holds_then_and_none_keeps_history() -> None:
    graph = KnowledgeGraph(
        [
            fact("old", "Ada", "home", "Rome", since=MARCH, until=APRIL),
            fact("new", "Ada", "home", "Lyon", since=APRIL),
        ]
    )
    assert ids(graph.facts(about="Ada", at=MARCH)) == ["old"]
    assert ids(graph.facts(about="Ada", at=APRIL)) == ["new"]
    assert ids(graph.facts(about="Ada")) == ["new", "old"]


def test_learning_an_id_again_replaces_it() -> None:
    graph = KnowledgeGraph([fact("1", "Ada", "home", "Rome"), fact("2", "Ada", "likes", "tea")])
    graph.learn([fact("1", "Ada", "home", "Lyon", until=MAY)])
    assert len(graph) == 2
    held = graph.fact("1")
    assert held is not None
    assert (held.object, held.valid_to) == ("Lyon", MAY)
    assert "Rome" not in graph.entities()
    assert graph.facts(about="Rome") == []


def test_unlearn_removes_fact_and_orphaned_entities() -> None:
    graph = KnowledgeGraph([fact("1", "Ada", "sister", "Mia"), fact("2", "Ada", "likes", "tea")])
    graph.unlearn(["1", "unknown"])
    assert graph.fact("1") is None
    assert graph.facts(about="Mia") == []
    assert graph.entities() == ("Ada", "tea")


def test_a_fact_without_an_id_is_refused() -> None:
    with pytest.raises(ValueError, match="id"):
        KnowledgeGraph([Fact(subject="Ada")])


def test_first_name_finds_a_full_name_when_unambiguous() -> None:
    graph = KnowledgeGraph([fact("1", "Kimberly Thomsen", "work", "photographer")])
    assert ids(graph.facts(about="kimberly")) == ["1"]
    graph.learn([fact("2", "Kimberly Shaw", "work", "vet")])
    assert graph.facts(about="kimberly") == []


def test_a_first_name_is_found_again_once_its_rival_is_forgotten() -> None:
    graph = KnowledgeGraph(
        [fact("1", "Kimberly Thomsen", "work", "vet"), fact("2", "Kimberly Shaw", "work", "cook")]
    )
    graph.unlearn(["2"])
    assert ids(graph.facts(about="Kimberly")) == ["1"]


def test_a_told_name_is_an_alias_of_its_bearer() -> None:
    graph = KnowledgeGraph([fact("1", "you", "name", "Ada"), fact("2", "you", "home", "Lyon")])
    assert set(ids(graph.facts(about="ada"))) == {"1", "2"}
    graph.unlearn(["1"])
    assert graph.facts(about="ada") == []


def test_a_named_sister_and_the_unnamed_one_are_the_same() -> None:
    graph = KnowledgeGraph([fact("1", "Ada's sister", "work", "vet")])
    graph.learn([fact("2", "Ada", "sister", "Mia"), fact("3", "Mia", "home", "Bern")])
    assert set(ids(graph.facts(about="Mia"))) == {"1", "2", "3"}
    assert set(ids(graph.facts(about="Ada's sister"))) == {"1", "2", "3"}


def test_two_sisters_are_not_mixed_up() -> None:
    graph = KnowledgeGraph(
        [
            fact("1", "Ada's sister", "work", "vet"),
            fact("2", "Ada", "sister", "Mia"),
            fact("3", "Ada", "sister", "Eve"),
        ]
    )
    assert ids(graph.facts(about="Mia")) == ["2"]
    assert ids(graph.facts(about="Ada's sister")) == ["1"]


def test_entities_is_the_same_object_until_something_changes() -> None:
    graph = KnowledgeGraph([fact("1", "Ada", "home", "Lyon"), fact("2", "Ada", "age", "34")])
    first = graph.entities()
    assert first == ("Ada", "Lyon")
    graph.learn([fact("3", "Ada", "age", "35")])
    assert graph.entities() == first
    before = graph.entities()
    assert graph.entities() is before
    graph.learn([fact("4", "Ada", "sister", "Mia")])
    assert graph.entities() == ("Ada", "Lyon", "Mia")


def test_path_is_the_shortest_chain_of_held_facts() -> None:
    graph = KnowledgeGraph(
        [
            fact("1", "Ada", "sister", "Mia"),
            fact("2", "Mia", "home", "Bern"),
            fact("3", "Tom", "home", "Bern"),
            fact("4", "Ada", "friend", "Tom", until=MAY),
        ]
    )
    assert [step.id for step in graph.path("ada", "tom")] == ["1", "2", "3"]
    assert graph.path("Ada", "Nobody") == ()


def test_path_does_not_run_through_numbers() -> None:
    graph = KnowledgeGraph([fact("1", "Ada", "age", "34"), fact("2", "Tom", "age", "34")])
    assert graph.path("Ada", "Tom") == ()


def test_a_kind_of_which_there_are_few_is_found_as_any_other() -> None:
    graph = KnowledgeGraph()
    days = [datetime(2026, 1, 1) + timedelta(days=n) for n in range(40)]
    graph.learn(
        Fact(id=f"f{n}", subject="Ada", relation="likes", object=f"thing {n}", valid_from=day)
        for n, day in enumerate(days)
    )
    graph.learn(
        Fact(
            id=f"p{n}",
            kind="plan",
            subject=who,
            relation="plan",
            object=f"trip {n}",
            valid_from=day,
        )
        for n, (who, day) in enumerate(zip(("Ada", "Tom", "Ada"), days, strict=False))
    )
    assert [fact.id for fact in graph.facts(kind="plan")] == ["p2", "p1", "p0"]
    assert [fact.id for fact in graph.facts(about="Ada", kind="plan")] == ["p2", "p0"]
    assert [fact.id for fact in graph.facts(about="trip 1", kind="plan")] == ["p1"]
    assert graph.facts(relation="likes", kind="plan") == graph.facts(kind="gist") == []
