"""The benchmark of prospective memory: what it counts, and a few weeks lived with the companion."""

from __future__ import annotations

from benchmarks.prospective import FORMS, Life, Planned, judged, live, lived, script


def test_a_plan_counts_as_followed_up_once_in_the_first_talk_after_its_date():
    talks = [0, 4, 6, 9]
    kept = Planned("event", "exam", told=0, due=5, mentions=[6])
    late = Planned("event", "haircut", told=0, due=5, mentions=[9])
    early = Planned("trip", "Oslo", told=0, due=5, mentions=[4, 6])
    off = Planned("person", "Ines", told=0, due=5, fate="cancelled", mentions=[6])
    found = judged(Life(talks, [kept, late, early, off]))
    assert found["followed_up"] == [True, False, False]
    assert found["not_before"] == [True, True, False, True]
    assert found["not_twice"] == [True, True, False, True]
    assert found["not_when_over"] == [False]


def test_the_forms_held_out_are_none_of_those_seen():
    for part in ("told", "cancelled", "moved"):
        for kind, forms in FORMS[f"{part}, held out"].items():
            assert not set(forms) & set(FORMS[part][kind])


def test_every_plan_is_told_and_what_changes_is_said():
    life = lived(1)
    said = [plan for day in life.talks for _, plan in script(life, day, 1, False)]
    for plan in life.plans:
        assert said.count(plan) == 1 + (plan.changed >= 0)


def test_plans_are_followed_up_once_over_weeks_and_restarts(encoder):
    found = judged(live(7, encoder, held_out=False, count=5))
    assert all(all(values) for values in found.values()), found
