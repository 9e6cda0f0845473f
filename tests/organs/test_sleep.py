from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.organs.sleep import reconcile
from cognition.values import Fact

WHEN = datetime(2026, 3, 1, 18, 0)


@pytest.fixture
def lived(encoder, clock):
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        for day in range(3):
            mind.observe_many(
                {
                    "text": f"On day {day} Luna the cat climbed tree {n} and I was so happy.",
                    "when": WHEN + timedelta(days=day, minutes=n),
                }
                for n in range(4)
            )
        clock.advance(days=5)
        yield mind


def test_each_session_that_ended_leaves_a_gist_with_its_sources(lived):
    report = lived.sleep()
    assert report.counts["sessions"] == 3 and report.counts["gists"] == 3
    gists = lived.memories(kind="gist")
    assert len(gists) == 3
    for gist in gists:
        sources = lived.faculties.knowledge.fact(gist.id).sources
        quoted = [lived.memory(source).text for source in sources]
        assert any(text in gist.text for text in quoted)


def test_sleeping_again_does_nothing_new(lived):
    lived.sleep()
    before = lived._store.journal.dump()
    again = lived.sleep()
    assert again.counts["gists"] == 0 and again.counts["episodes"] == 0
    assert lived._store.journal.dump() == before


def test_a_session_still_going_on_waits(lived, clock):
    lived.sleep()
    lived.observe("I am still talking about the garden today.", when=clock.now())
    assert lived.sleep().counts["gists"] == 0
    clock.advance(hours=3)
    assert lived.sleep().counts["gists"] == 1


def test_a_session_that_waited_is_replayed_whole(lived, clock):
    lived.sleep()
    for n in range(3):
        lived.observe(f"Part {n} of a long story about the garden wall.", when=clock.now())
    assert lived.sleep().counts["episodes"] == 0
    clock.advance(hours=3)
    assert lived.sleep().counts["episodes"] == 3


def test_sleep_loses_no_episode_and_changes_no_recall(lived):
    before = [r.id for r in lived.recall("the cat in the tree", k=12)]
    lived.sleep()
    assert [r.id for r in lived.recall("the cat in the tree", k=12)] == before


def fact(n: int, **more: object) -> Fact:
    given = {"subject": "Ada", "relation": "likes", "object": "tea", "sources": (f"e{n}",), **more}
    return Fact(id=f"f{n}", valid_from=WHEN + timedelta(days=n), **given)


def test_a_fact_told_twice_becomes_one_with_both_sources():
    merged, closed = reconcile([fact(2), fact(1)])
    kept, gone = merged
    assert (kept.id, kept.sources, kept.valid_to) == ("f1", ("e1", "e2"), None)
    assert gone.id == "f2" and gone.valid_to is not None
    assert closed == []


def test_of_two_homes_the_older_is_closed_when_the_newer_began():
    older = fact(1, relation="home", object="Paris")
    newer = fact(2, relation="home", object="Lyon")
    merged, [closed] = reconcile([older, newer])
    assert (closed.id, closed.valid_to) == ("f1", newer.valid_from)
    assert merged == []


def test_two_likings_stand_side_by_side():
    assert reconcile([fact(1), fact(2, object="cake")]) == ([], [])
