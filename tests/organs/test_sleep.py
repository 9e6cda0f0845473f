"""Replay, gists and chapters, facts reconciled, and what rests on them."""

from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.organs.sleep.pace import Pace
from cognition.organs.sleep.reconciling import reconcile as _reconcile
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


def gists(mind, relation="talked_about"):
    return mind.faculties.knowledge.facts(relation=relation, kind="gist")


def test_each_session_that_ended_leaves_a_gist_with_its_sources(lived):
    report = lived.sleep()
    assert report.counts["sessions"] == 3 and report.counts["gists"] == 3
    assert len(lived.memories(kind="gist")) == 3
    for gist in gists(lived):
        quoted = [lived.memory(source).text for source in gist.sources]
        assert any(text in gist.text for text in quoted)
        assert "Luna" in gist.object


def test_a_gist_reads_as_a_person_would_tell_it(mind, clock):
    told = [
        ("Ben", "Hey Ada! How was your week?"),
        ("Ada", "Good! On Tuesday I finally sold the old boat to a fisherman from Cork."),
        ("Ben", "Wow, that's great!"),
        ("Ada", "I miss the boat already, to be honest."),
        ("Ben", "I would miss a boat like that as well. My sister Ina keeps one in Galway."),
        ("Ada", "Does Ina still race?"),
        ("Ben", "Every summer. The boat is older than me."),
    ]
    mind.observe_many(
        {"text": text, "speaker": who, "when": WHEN + timedelta(minutes=n)}
        for n, (who, text) in enumerate(told)
    )
    clock.advance(days=1)
    mind.sleep()
    [gist] = gists(mind)
    assert gist.text.startswith("On Sunday 1 March 2026 Ada talked with Ben about Ina and boat.")
    assert "Ada said: “Good! On Tuesday I finally sold the old boat" in gist.text
    assert "Wow" not in gist.text


def test_sleeping_again_does_nothing_new(lived):
    lived.sleep()
    before = lived._store.journal.dump()
    again = lived.sleep()
    assert not any(again.counts.values()) and again.notes == ()
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


def test_a_session_that_goes_on_keeps_no_other_from_being_replayed(lived, clock):
    lived.sleep()
    lived.observe("I begin to tell of the harbour.", session="long", when=clock.now())
    lived.observe("Something else was told in between.", session="short", when=clock.now())
    clock.advance(hours=2)
    lived.observe("And here the tale of the harbour goes on.", session="long", when=clock.now())
    assert lived.sleep().counts["gists"] == 1
    clock.advance(hours=2)
    # the short one is looked at once more, and leaves nothing twice
    assert lived.sleep().counts["gists"] == 1
    assert len(gists(lived)) == 5
    assert lived.sleep().counts["episodes"] == 0


def test_sleep_loses_no_episode_and_changes_no_recall(lived):
    before = [r.id for r in lived.recall("the cat in the tree", k=12)]
    lived.sleep()
    assert [r.id for r in lived.recall("the cat in the tree", k=12)] == before


def test_progress_counts_the_episodes_replayed(lived):
    seen = []
    lived.sleep(progress=lambda done, total: seen.append((done, total)))
    assert seen == [(4, 12), (8, 12), (12, 12)]


def test_the_report_says_what_was_done(lived):
    assert lived.sleep().notes == ("replayed 12 episodes of 3 sessions", "kept the gist of 3")


def test_it_ends_when_woken_and_the_next_sleep_goes_on(lived):
    counted = []
    woken = lived.sleep(
        progress=lambda done, total: counted.append(done), awake=lambda: bool(counted)
    )
    assert woken.counts["sessions"] == 1
    assert woken.notes[-1] == "was woken; the rest is left for the next sleep"
    assert lived.sleep().counts["sessions"] == 2
    assert len(gists(lived)) == 3


# --- chapters ----------------------------------------------------------------------------------


def test_a_month_that_is_over_becomes_a_chapter(lived, clock):
    lived.sleep()
    assert gists(lived, "lived_through") == []
    clock.advance(days=40)
    assert lived.sleep().counts["chapters"] == 1
    [chapter] = gists(lived, "lived_through")
    assert chapter.text.startswith("In March 2026 Ada talked on 3 days, most about Luna")
    assert {*chapter.sources} == {gist.id for gist in gists(lived)}
    assert lived.sleep().counts["chapters"] == 0


def test_a_chapter_is_written_anew_when_more_of_its_month_is_told(lived, clock):
    clock.advance(days=40)
    lived.sleep()
    lived.observe("In March I also painted the shed green.", when=datetime(2026, 3, 20, 10, 0))
    assert lived.sleep().counts["chapters"] == 1
    now, before = sorted(gists(lived, "lived_through"), key=lambda c: c.valid_to is not None)
    assert now.valid_to is None and len(now.sources) == 4
    assert before.valid_to == clock.now()


def test_forgetting_an_episode_takes_its_gist_and_its_chapter_and_the_rest_is_told_anew(
    lived, clock
):
    lived.observe("My neighbour Zebulon sold his tractor.", when=WHEN + timedelta(days=3))
    clock.advance(days=40)
    lived.sleep()
    lived.forget(query="Zebulon")
    assert len(gists(lived)) == 3 and gists(lived, "lived_through") == []
    lived.sleep()
    [chapter] = gists(lived, "lived_through")
    assert len(chapter.sources) == 3 and "Zebulon" not in str(lived._store.journal.dump())


# --- facts ---------------------------------------------------------------------------------------


def fact(n: int, **more: object) -> Fact:
    given = {"subject": "Ada", "relation": "likes", "object": "tea", "sources": (f"e{n}",), **more}
    return Fact(id=f"f{n}", valid_from=WHEN + timedelta(days=n), **given)


def reconcile(facts):
    return _reconcile(facts, Pace())


def only(changes):
    [change] = changes
    return change.activity, change.facts


def test_a_fact_told_twice_becomes_one_with_both_sources():
    activity, (kept, gone) = only(reconcile([fact(2), fact(1)]))
    assert activity == "merged"
    assert (kept.id, kept.sources, kept.valid_to) == ("f1", ("e1", "e2"), None)
    assert gone.id == "f2" and gone.valid_to is not None


def test_a_fact_told_three_times_becomes_one():
    first, second = reconcile([fact(1), fact(2), fact(3)])
    assert second.over[0] == first.facts[0]
    assert second.facts[0].sources == ("e1", "e2", "e3")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"relation": "home", "object": "Paris"}, {"relation": "home", "object": "Lyon"}),
        ({}, {"relation": "dislikes"}),
        ({"polarity": False}, {}),
        ({"relation": "birthday", "object": "3 May"}, {"relation": "birthday", "object": "4 May"}),
    ],
)
def test_of_two_that_cannot_both_hold_the_older_ends_when_the_newer_began(older, newer):
    activity, [closed] = only(reconcile([fact(2, **newer), fact(1, **older)]))
    assert (activity, closed.id, closed.valid_to) == ("closed", "f1", WHEN + timedelta(days=2))


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({}, {"object": "cake"}),
        ({"subject": "Tom"}, {"subject": "Mia", "relation": "dislikes"}),
        ({"relation": "birthday", "object": "1990"}, {"relation": "birthday", "object": "3 May"}),
        ({"kind": "plan", "relation": "plan"}, {"kind": "plan", "relation": "plan"}),
    ],
)
def test_what_can_stand_side_by_side_does(older, newer):
    assert list(reconcile([fact(1, **older), fact(2, **newer)])) == []


def test_someone_unnamed_does_not_take_the_place_of_someone_named():
    named = fact(1, relation="spouse", object="Tom")
    unnamed = fact(2, relation="spouse", object="Ada's spouse")
    activity, (kept, gone) = only(reconcile([named, unnamed]))
    assert (activity, kept.object, gone.id) == ("merged", "Tom", "f2")


def test_facts_that_came_to_stand_together_are_reconciled_and_kept_as_history(mind):
    [one, two] = told(mind, "The tea here is good.", "The tea there is better.")
    facts = [
        fact(1, sources=(one,)),
        fact(2, sources=(two,)),
        fact(3, object="Tea", sources=(one,)),
    ]
    homes = [fact(n, relation="home", object=f"town {n}", sources=(one,)) for n in (4, 5, 6)]
    mind._store.journal.commit(facts=[*facts, *homes])
    mind.faculties.knowledge.learn([*facts, *homes])
    report = mind.sleep()
    assert (report.counts["merged"], report.counts["closed"]) == (2, 2)
    known = {f.id: f for f in mind._store.journal.facts()}
    assert known["f1"].sources == (one, two)
    assert [known[f"f{n}"].valid_to for n in (4, 5, 6)] == [
        homes[1].valid_from,
        homes[2].valid_from,
        None,
    ]
    assert mind.sleep().counts["merged"] == 0


def test_a_fact_that_rests_on_one_that_ended_ends_with_it(mind):
    [source] = told(mind, "I live in Lyon.")
    [home] = [f for f in mind.facts("Ada") if f.relation == "home"]
    rests = Fact(id="a1", subject="Ada", relation="near", object="the Rhône", sources=(home.id,))
    own = Fact(id="a2", subject="Ada", relation="near", object="Tom", sources=(home.id, source))
    mind._store.journal.commit(facts=[rests, own])
    mind.faculties.knowledge.learn([rests, own])
    assert mind.sleep().counts["revisited"] == 0
    mind.observe("I moved to Bern.", when=WHEN + timedelta(days=9))
    assert mind.sleep().counts["revisited"] == 1
    assert mind.faculties.knowledge.fact("a1").valid_to == WHEN + timedelta(days=9)
    assert mind.faculties.knowledge.fact("a2").valid_to is None


def test_a_fact_that_rests_on_one_that_is_forgotten_goes_with_it(mind):
    told(mind, "I live in Lyon.")
    [home] = [f for f in mind.facts("Ada") if f.relation == "home"]
    rests = Fact(id="a1", subject="Ada", relation="near", object="the Rhône", sources=(home.id,))
    mind._store.journal.commit(facts=[rests])
    mind.faculties.knowledge.learn([rests])
    mind.forget(query="Lyon")
    assert mind.faculties.knowledge.fact("a1") is None
    assert "Rhône" not in str(mind._store.journal.dump())


def test_a_gist_is_written_anew_after_a_correction(lived):
    lived.sleep()
    [gist] = [g for g in gists(lived) if g.valid_from == WHEN + timedelta(days=1)]
    wrong = lived.memory(gist.sources[0])
    lived.correct(wrong.id, "On day 1 Luna the cat fell from the barn roof and I was so scared.")
    assert lived.sleep().counts["revisited"] == 1
    held = [gist for gist in gists(lived) if gist.valid_to is None]
    assert len(held) == 3
    assert not any(wrong.text in gist.text for gist in held)
    assert lived.sleep().counts["revisited"] == 0


def test_a_gist_put_right_by_hand_stays_so(lived):
    lived.sleep()
    gist = gists(lived)[0]
    lived.correct(gist.id, "Luna was ill that day.")
    assert lived.sleep().counts["revisited"] == 0
    assert [g.valid_to is None for g in gists(lived) if g.valid_from == gist.valid_from].count(
        True
    ) == 1


def told(mind, *texts):
    """Observe texts a minute apart; gives their ids."""
    mind.observe_many(
        {"text": text, "when": WHEN + timedelta(minutes=n)} for n, text in enumerate(texts)
    )
    return [r.id for r in mind.memories(limit=len(texts))][::-1]
