"""Forgetting leaves nothing: not in any file, any encoding, any derivative."""

from datetime import datetime, timedelta

import numpy as np
import pytest

from cognition import Mind
from graphs.companion import companion, turn

WHEN = datetime(2026, 3, 1, 18, 0)
CANARY = "Quetzalwyn"


def traces(folder, word: str, *more: bytes) -> list[str]:
    """Name the files that hold a word, in the encodings in which it could be there."""
    forms = [
        form.encode(encoding)
        for form in (word, word.lower(), word.upper())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
    ]
    return [
        f"{file.name}: {form!r}"
        for file in folder.rglob("*")
        if file.is_file()
        for form in (*forms, *more)
        if form in file.read_bytes()
    ]


@pytest.fixture
def told(tmp_path, encoder, clock):
    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many({"text": f"Line {n} of the diary.", "when": WHEN} for n in range(30))
        app = companion()
        turn(app, mind.faculties, f"My sister {CANARY} is a vet in Bern.")
        clock.advance(minutes=3)
        turn(app, mind.faculties, f"What does {CANARY} do?")
        clock.advance(days=2)
        turn(app, mind.faculties, "")
        mind.sleep()
        yield mind, tmp_path / "m"


def test_the_canary_is_there_before(told):
    mind, folder = told
    assert traces(folder, CANARY)
    assert mind.facts(about=CANARY)


def test_nothing_is_left_in_any_file(told, encoder):
    mind, folder = told
    words = [m for m in mind.memories(limit=100) if CANARY in m.text]
    vectors = [v.astype("<f4").tobytes() for v in encoder.encode([m.text for m in words])]
    plan = mind.forget(query=CANARY, dry_run=True)
    receipt = mind.forget(query=CANARY)
    assert (plan.ids, plan.dry_run, receipt.dry_run) == (receipt.ids, True, False)
    assert receipt.counts["episode"] == 2 and receipt.counts["fact"] >= 1
    assert traces(folder, CANARY, *vectors) == []
    mind.close()
    assert traces(folder, CANARY, *vectors) == []


def test_a_dry_run_removes_nothing(told):
    mind, _ = told
    before = mind.memories(limit=200)
    mind.forget(query=CANARY, dry_run=True)
    assert mind.memories(limit=200) == before


def test_it_never_comes_back(told, encoder, clock):
    mind, folder = told
    mind.forget(about=CANARY)
    assert mind.facts(about=CANARY) == []
    assert not any(CANARY in m.text for m in mind.recall(f"What does {CANARY} do?", k=50))
    assert not mind.answer(f"What does {CANARY} do?").known
    mind.close()
    with Mind.open(folder, encoder=encoder, clock=clock) as again:
        assert not any(CANARY in m.text for m in again.memories(limit=200))
        assert CANARY not in str(again.faculties.knowledge.entities())
        assert again.recall("the diary", k=3)


def test_a_fact_with_another_source_stays(mind):
    mind.observe("My sister Mia is a vet.", when=WHEN)
    mind.observe("Mia is a vet, and a good one.", when=WHEN + timedelta(days=1))
    first = mind.memories()[1]
    mind.forget(ids=[first.id])
    held = [fact for fact in mind.facts(about="Mia") if "vet" in fact.text]
    assert held and all(first.id not in fact.sources for fact in held)


def test_forgetting_what_replaced_a_fact_brings_the_old_one_back(mind):
    mind.observe("I live in Paris.", when=WHEN)
    mind.observe("I moved to Lyon.", when=WHEN + timedelta(days=10))
    mind.forget(query="Lyon")
    assert [f.object for f in mind.facts("Ada") if f.relation == "home"] == ["Paris"]


def test_conditions_given_together_must_hold_together(mind):
    for day in range(4):
        mind.observe(f"Lunch with Tom, day {day}.", when=WHEN + timedelta(days=day))
        mind.observe(f"Lunch alone, day {day}.", when=WHEN + timedelta(days=day))
    receipt = mind.forget(about="Tom", before=WHEN + timedelta(days=2))
    assert receipt.counts["episode"] == 2
    assert len(mind.memories()) == 6


def test_saying_nothing_forgets_nothing(mind):
    with pytest.raises(ValueError, match="say what to forget"):
        mind.forget()


def test_the_vectors_of_others_are_untouched(told):
    mind, _ = told
    before = {p.id: p.vector for p in mind.faculties.index.points()}
    receipt = mind.forget(query=CANARY)
    after = {p.id: p.vector for p in mind.faculties.index.points()}
    assert set(before) - set(after) <= set(receipt.ids)
    assert all(np.allclose(before[id], vector) for id, vector in after.items())
