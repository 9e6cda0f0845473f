"""Adapting to a person: what is learned from, how far it goes, what it does, how it is undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from math import exp, log

import pytest

from cognition import Mind
from cognition.adaptation import Adaptation, Lesson, state_of, trust
from cognition.adaptation.lessons import held_against
from cognition.adaptation.value import KEY, hashed
from cognition.organs.consolidation import Consolidation, Lived, bind
from cognition.organs.hippocampus import Cued, Hippocampus
from cognition.remembering import perceived
from cognition.values import Affect, Engram, Recollection, Utterance
from graphs.companion import companion, turn

WHEN = datetime(2026, 3, 1, 18, 0)
TOLD = (
    "My sister Mia lent me her old canoe.",
    "The dentist in Bern found nothing.",
    "My friend Tom plays chess with a retired judge.",
    "Next Friday I give a talk in Bern.",
    "I painted the shed green.",
    "Mia starts her new job next Monday.",
    "The cat slept on the piano again.",
    "Tom burnt the soup.",
)


def learned(*events: tuple[str, Lesson]) -> Adaptation:
    adapted = Adaptation()
    for event, drawn in events:
        adapted = adapted.after(event, drawn)
    return adapted


def shown(*whys: dict[str, float]) -> list[Recollection]:
    return [Recollection(id=str(n), why=why, score=sum(why.values())) for n, why in enumerate(whys)]


@pytest.fixture
def told(mind):
    for n, text in enumerate(TOLD):
        mind.observe(text, when=WHEN - timedelta(days=8 - n), ref=str(n))
    return mind


def id_of(mind, ref: int) -> str:
    return next(m.id for m in mind.memories() if m.ref == str(ref))


# -- the equations -----------------------------------------------------------------------------


def log_odds(recalled, multipliers, meant):
    """log(p / (1 - p)) of what was meant, under multipliers of the signals, scores standard."""
    totals = [sum(multipliers.get(n, 1.0) * v for n, v in r.why.items()) for r in recalled]
    middle = sum(totals) / len(totals)
    spread = (sum((t - middle) ** 2 for t in totals) / len(totals)) ** 0.5
    odds = [exp((t - middle) / spread) for t in totals]
    ours = sum(o for o, r in zip(odds, recalled, strict=True) if r.id in meant)
    return log(ours / (sum(odds) - ours))


@pytest.mark.parametrize("meant", [{"2"}, {"0", "3"}])
def test_each_lead_is_the_derivative_of_the_log_odds(meant):
    recalled = shown(
        {"words": 1.2, "meaning": 0.3},
        {"words": 0.1, "meaning": 1.0},
        {"words": -0.4, "meaning": 1.6},
        {"words": 0.3, "meaning": -0.9, "binding": 1.0},
    )
    chance, leads = held_against(recalled, meant)
    assert log(chance / (1 - chance)) == pytest.approx(log_odds(recalled, {}, meant))
    for name, lead in leads.items():
        up = log_odds(recalled, {name: exp(1e-5)}, meant)
        down = log_odds(recalled, {name: exp(-1e-5)}, meant)
        assert lead == pytest.approx((up - down) / 2e-5, abs=1e-6)


def test_only_proportions_teach(mind):
    recalled = shown({"a": 1.0, "b": 0.2}, {"a": 0.4, "b": 1.1}, {"a": 0.0, "b": 0.1})
    louder = [replace(r, why={n: 10 * v + 3 for n, v in r.why.items()}) for r in recalled]
    assert held_against(louder, {"1"})[1] == pytest.approx(held_against(recalled, {"1"})[1])


def test_what_cannot_be_told_apart_teaches_nothing():
    same = shown({"a": 1.0}, {"a": 1.0})
    assert held_against(same, {"0"}) == (0.0, {})
    apart = shown({"a": 1.0}, {"a": 2.0})
    assert held_against(apart, {"0", "1"}) == held_against(apart, {"7"}) == (0.0, {})
    assert held_against([], {"0"}) == (0.0, {})


def test_steps_are_small_shrink_with_evidence_and_stay_within_a_factor_of_two():
    one = Lesson(0.3, {"words": 1.0, "meaning": -1.0})
    adapted, steps = Adaptation(), []
    for _ in range(1000):
        before = adapted.trust.get("words", 1.0)
        adapted = adapted.after("meant", one)
        steps.append(adapted.trust["words"] / before)
    assert 1 < steps[0] < 1.06
    assert steps[0] > steps[5] > steps[10]
    assert adapted.trust == pytest.approx({"words": 2.0, "meaning": 0.5})


def test_what_is_learned_decays_to_the_prior():
    adapted = learned(*[("meant", Lesson(0.3, {"words": 1.0}))] * 30)
    silent = Lesson(0.5, {"meaning": 0.0})
    later = adapted
    for _ in range(2000):
        later = later.after("meant", silent)
    assert adapted.trust["words"] > 1.3
    assert later.trust["words"] == pytest.approx(1.0, abs=0.01)


def test_what_was_not_meant_teaches_the_opposite_and_no_more():
    drawn = Lesson(0.4, {"words": 1.0}, {"every": (1.0, 1.0), "plans": (1.0, 0.1)}, (0.3, 0.1))
    yes, no = Adaptation().after("meant", drawn), Adaptation().after("again", drawn, meant=False)
    assert yes.trust["words"] > 1 > no.trust["words"]
    assert yes.kinds["plans"] > 1 and yes.fading > 1
    assert no.kinds == {} and no.fading == 1.0


# -- what is learned from ----------------------------------------------------------------------


def test_recall_teaches_nothing_unless_it_rehearses(told):
    told.recall("canoe")
    told.answer("Who lent me a canoe?")
    assert told.adaptation == Adaptation()
    told.recall("canoe", k=2, rehearse=True)
    assert told.adaptation.events == {"rehearsed": 1}
    assert told.adaptation.tallies["every"] == (1.0, 1.0)


def test_saying_what_was_meant_favours_the_signals_that_led_there(told):
    cue = perceived(told.faculties, "Mia canoe", WHEN)
    recalled = Hippocampus().recall(cue, told.faculties, 8)
    last = recalled[-1]
    _, leads = held_against(recalled, {last.id})
    told.meant("Mia canoe", last.id)
    best, worst = max(leads, key=leads.__getitem__), min(leads, key=leads.__getitem__)
    assert told.adaptation.trust[best] > 1 > told.adaptation.trust[worst]
    assert trust(told.faculties) == told.adaptation.trust
    assert told._store.journal.engrams([last.id])[0].last == told.faculties.clock.now()


def test_an_unknown_memory_cannot_be_meant(told):
    with pytest.raises(ValueError, match="no memory"):
        told.meant("canoe", "nothing")


def test_what_is_pinned_or_corrected_is_returned_to_and_unpinning_is_not(told):
    told.pin(id_of(told, 3))
    told.correct(id_of(told, 5), "Mia starts her new job next Tuesday.")
    assert told.adaptation.events == {"pinned": 1, "corrected": 1}
    assert told.adaptation.kinds["plans"] > 1
    told.pin(id_of(told, 3), pinned=False)
    assert told.adaptation.events["pinned"] == 1


def test_pinning_a_fact_returns_to_what_it_rests_on(mind):
    mind.observe("My sister Quetzalwyn is a vet.", when=WHEN)
    [fact] = [f for f in mind.facts(about="Quetzalwyn") if f.relation == "sister"][:1]
    mind.pin(fact.id)
    assert hashed("Quetzalwyn") in mind.adaptation.tallies


# -- a conversation ----------------------------------------------------------------------------


def say(mind, text, cites=(), minutes=0.0):
    """Let a turn be consolidated whose reply cites memories by their place in what came to mind."""
    cue = perceived(mind.faculties, text, WHEN + timedelta(minutes=minutes))
    out = Hippocampus().step(Cued(cue), mind.faculties)
    lived = Lived(
        percept=cue,
        engrams=out.engrams,
        recollections=out.recollections,
        utterance=Utterance(
            "So it was.", ("answer",), tuple(out.recollections[n].id for n in cites)
        ),
    )
    Consolidation().step(lived, mind.faculties)
    return out.recollections


def test_nothing_is_learned_of_a_reply_until_the_person_shows_it(told):
    recalled = say(told, "Who lent me a canoe?", cites=[1])
    assert told.adaptation == Adaptation()
    _, leads = held_against(recalled, {recalled[1].id})
    best = max(leads, key=leads.__getitem__)
    say(told, "I see the cat is on the piano.", minutes=1)
    assert told.adaptation.events == {"meant": 1}
    assert told.adaptation.trust[best] > 1


def test_asking_the_same_again_says_it_was_not_that(told):
    recalled = say(told, "Who lent me a canoe?", cites=[1])
    _, leads = held_against(recalled, {recalled[1].id})
    best = max(leads, key=leads.__getitem__)
    say(told, "Who was it that lent me a canoe?", minutes=1)
    assert told.adaptation.events == {"asked again": 1}
    assert told.adaptation.trust[best] < 1 and told.adaptation.kinds == {}


def test_asking_the_same_much_later_is_going_on(told):
    say(told, "Who lent me a canoe?", cites=[0])
    say(told, "Who lent me a canoe?", minutes=60)
    assert told.adaptation.events == {"meant": 1}


def test_after_asking_twice_going_on_may_be_giving_up_but_thanks_are_not(told):
    say(told, "Who lent me a canoe?", cites=[1])
    say(told, "Who lent me a canoe?", cites=[2], minutes=1)
    say(told, "I painted the fence.", minutes=2)
    assert told.adaptation.events == {"asked again": 1}
    say(told, "Who burnt the soup?", cites=[1], minutes=30)
    say(told, "Who burnt the soup?", cites=[0], minutes=31)
    say(told, "Thanks!", minutes=32)
    assert told.adaptation.events == {"asked again": 2, "meant": 1}


def test_the_companions_own_choice_of_what_to_bring_up_teaches_nothing(told):
    say(told, "I went canoeing with Mia.", cites=[0])
    say(told, "It was cold.", minutes=1)
    assert told.adaptation == Adaptation()


def test_a_turn_lived_again_after_an_interruption_teaches_once(told):
    say(told, "Who lent me a canoe?", cites=[0])
    for _ in range(2):
        say(told, "I painted the fence.", minutes=1)
    for _ in range(2):
        say(told, "Who burnt the soup?", cites=[0], minutes=5)
    assert told.adaptation.events == {"meant": 1}


def test_the_companion_learns_from_a_conversation(told, clock):
    app = companion()
    for question in ("Who lent me a canoe?", "What did I paint?", "Who burnt the soup?"):
        turn(app, told.faculties, question)
        clock.advance(hours=1)
    assert told.adaptation.events["meant"] == 2


# -- what it does ------------------------------------------------------------------------------


def test_what_is_like_what_is_returned_to_lasts_longer(told):
    for ref in (3, 5):
        for _ in range(4):
            told.meant(TOLD[ref], id_of(told, ref))
    fresh = {
        "plan": "Next Thursday I move house.",
        "Mia": "Mia dropped the vase.",
        "Tom": "Tom dropped the vase.",
    }
    for ref, text in fresh.items():
        told.observe(text, when=WHEN, ref=ref)
    found = {m.ref: m.id for m in told.memories() if m.ref in fresh}
    kept = {
        ref: engram.stability / bind(engram, engram.affect).stability
        for ref, id in found.items()
        for engram in told._store.journal.engrams([id])
    }
    assert kept["plan"] > 1.1
    assert kept["Mia"] > kept["Tom"]
    assert all(0.5 <= gain <= 2 for gain in kept.values())


def test_a_mind_that_learned_nothing_binds_as_it_did():
    engram, felt = Engram(names=("Mia",)), Affect(arousal=0.5)
    assert bind(engram, felt) == bind(engram, felt, Adaptation())


@pytest.mark.parametrize(("ref", "slower"), [(0, True), (7, False)])
def test_who_returns_to_what_is_old_forgets_more_slowly(told, ref, slower):
    for _ in range(6):
        told.meant(TOLD[ref], id_of(told, ref))
    assert (told.adaptation.fading > 1) is slower


def test_two_people_make_two_minds(encoder, clock):
    minds = {}
    for means in ("words", "meaning"):
        with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
            mind.observe_many({"text": t, "when": WHEN, "ref": t} for t in TOLD)
            for text in ("her canoe in Bern", "the piano talk", "judge of the soup") * 3:
                others = {"words", "meaning"} - {means}
                found = mind.recall(text, k=8)
                like = max(found, key=lambda r: r.why[means] - sum(r.why[o] for o in others))
                mind.meant(text, like.id)
            minds[means] = mind.adaptation.trust
    assert minds["words"]["words"] > minds["meaning"]["words"] * 1.05
    assert minds["meaning"]["meaning"] > minds["words"]["meaning"] * 1.05


# -- as it is kept -----------------------------------------------------------------------------


def test_export_and_restore_keep_it_and_resetting_begins_anew(tmp_path, encoder, clock):
    with Mind.open(tmp_path / "one", owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many(
            {"text": text, "when": WHEN - timedelta(days=n)} for n, text in enumerate(TOLD)
        )
        mind.meant("canoe", mind.memories()[0].id)
        learned = mind.adaptation
        mind.export(tmp_path / "all.jsonl")
    Mind.restore(tmp_path / "all.jsonl", tmp_path / "two")
    with Mind.open(tmp_path / "two", encoder=encoder, clock=clock) as mind:
        assert mind.adaptation.trust == learned.trust
        assert mind.adaptation.kinds == learned.kinds
        assert mind.adaptation.fading == learned.fading != 1.0
        count = len(mind.memories())
        mind.reset_adaptation()
        assert mind.adaptation == Adaptation() and len(mind.memories()) == count
    with Mind.open(tmp_path / "two", encoder=encoder, clock=clock) as mind:
        assert mind.adaptation == Adaptation()


def test_it_holds_no_words_and_forgets_names_with_what_named_them(told):
    told.pin(id_of(told, 0))
    say(told, "Who lent me a canoe?", cites=[0])
    kept = json.dumps(told._store.journal.state(KEY))
    assert hashed("Mia") in kept and "waiting" in kept
    assert not any(word in kept.lower() for word in ("mia", "sister", "canoe", "lent", "tom"))
    told.forget(ids=[id_of(told, 0)])
    left = told._store.journal.state(KEY)
    assert hashed("Mia") not in left["tallies"] and "waiting" not in left
    assert told.adaptation.events == {"pinned": 1}


def test_a_name_corrected_away_is_not_kept(told):
    told.pin(id_of(told, 0))
    told.correct(id_of(told, 0), "My sister Zoe lent me her old canoe.")
    assert hashed("Mia") not in told.adaptation.tallies


def test_few_names_are_followed():
    adapted = Adaptation()
    for n in range(100):
        named = Lesson(kinds={"every": (1.0, 1.0), hashed(str(n)): (1.0, 0.1)})
        adapted = adapted.after("pinned", named)
    assert len([key for key in adapted.tallies if key.startswith("#")]) == 32


def test_reading_it_gives_what_was_written(mind):
    adapted = learned(("meant", Lesson(0.2, {"words": 1.0}, {"every": (1.0, 1.0)}, (0.1, 0.2))))
    mind.faculties.journal.commit(states=state_of(adapted))
    assert mind.adaptation == adapted


def test_the_doctor_says_it_in_words_and_can_undo_it(tmp_path, encoder, capsys, monkeypatch):
    from cognition.faculties.encoder import MiniLM
    from graphs.companion.cli import main

    monkeypatch.setattr(MiniLM, "open", classmethod(lambda cls: encoder))
    data = str(tmp_path / "m")
    with Mind.open(data, owner="Ada", encoder=encoder) as mind:
        mind.observe_many({"text": text, "when": WHEN} for text in TOLD)
        last = mind.recall("canoe", k=8)[-1].id

    def run(*arguments):
        with pytest.raises(SystemExit) as caught:
            main([*arguments, "--data", data])
        assert caught.value.code == 0
        return next((x for x in capsys.readouterr().out.splitlines() if "adaptation" in x), "")

    assert run("doctor").endswith("adaptation: nothing is learned of you yet")
    for _ in range(9):
        run("memory", "meant", last, "canoe")
    assert "recall goes by" in run("doctor") and "learned from 9 meant" in run("doctor")
    assert run("doctor", "--reset-adaptation").endswith("nothing is learned of you yet")
