"""Statements about anybody are the person's own: corrected, forgotten, exported."""

from datetime import datetime, timedelta

from cognition import Mind

WHEN = datetime(2026, 3, 1, 12)
MET = "Nora Falk and Ivo Brandt studied at Lund, where they met during a fire drill."


def statements(mind):
    return sorted(fact.text for fact in mind.faculties.knowledge.facts(kind="statement"))


def test_what_is_forgotten_takes_its_statements_along(mind):
    mind.observe(MET, when=WHEN)
    mind.observe("Pia Moss mends nets in Rauma.", when=WHEN + timedelta(days=1))
    assert len(statements(mind)) == 3
    mind.forget(query="fire drill")
    assert statements(mind) == ["Pia Moss mends nets in Rauma."]


def test_a_corrected_episode_states_what_it_now_says(mind):
    mind.observe(MET, when=WHEN)
    episode = mind.memories()[0]
    mind.correct(episode.id, "Nora Falk and Ivo Brandt studied at Turku.")
    now = mind.faculties.clock.now() + timedelta(days=1)
    held = mind.facts(about="Ivo Brandt", kind="statement", at=now)
    assert [fact.text for fact in held] == ["Nora Falk and Ivo Brandt studied at Turku."]


def test_statements_survive_closing_and_restoring(tmp_path, encoder, clock):
    with Mind.open(tmp_path / "one", owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe("Nora Falk graduated from Lund.", when=WHEN)
        mind.observe("Nora Falk graduated from Turku.", when=WHEN + timedelta(days=1))
        kept = mind.faculties.knowledge.facts(kind="statement")
        mind.export(tmp_path / "all.jsonl")
    assert [fact.valid_to for fact in kept] == [None, WHEN + timedelta(days=1)]
    Mind.restore(tmp_path / "all.jsonl", tmp_path / "two")
    for folder in ("one", "two"):
        with Mind.open(tmp_path / folder, encoder=encoder, clock=clock) as mind:
            assert mind.faculties.knowledge.facts(kind="statement") == kept


def test_statements_do_not_crowd_the_persons_own_facts(mind):
    mind.observe("I live in Rauma.", when=WHEN)
    mind.observe("Nora Falk keeps two goats.", when=WHEN + timedelta(days=1))
    assert [fact.text for fact in mind.facts()] == ["Ada lives in Rauma."]
    assert [m.text for m in mind.memories(kind="fact")] == ["Ada lives in Rauma."]
    assert [m.text for m in mind.memories(kind="statement")] == ["Nora Falk keeps two goats."]
