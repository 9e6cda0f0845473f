import json
from datetime import UTC, datetime, timedelta

import pytest

from cognition import Mind
from cognition.errors import EncoderError

WHEN = datetime(2026, 3, 1, 18, 0)


def turns(n: int) -> list[dict[str, object]]:
    return [
        {"text": f"On day {i} I painted a picture number {i}.", "ref": f"r{i}", "when": WHEN}
        for i in range(n)
    ]


def test_the_same_turn_is_stored_once(mind):
    assert mind.observe("I adopted a cat, Luna.", when=WHEN, ref="a") == 1
    assert mind.observe("I adopted a cat, Luna.", when=WHEN, ref="a") == 0
    assert mind.observe("Hello there.", speaker="Bo", when=WHEN) == 1
    assert mind.observe("Hello there.", speaker="Bo", when=WHEN) == 0
    assert len(mind.memories()) == 2


def test_many_turns_are_counted_and_reported(mind):
    seen = []
    assert mind.observe_many(turns(300), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(256, 300), (300, 300)]
    assert mind.observe_many(turns(301)) == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"text": ""},
        {"text": None},
        {"text": 7},
        {"text": "a", "when": "yesterday"},
        {"text": "a", "speaker": 5},
    ],
)
def test_bad_input_is_refused_before_anything_is_written(mind, bad):
    with pytest.raises(ValueError, match="turn 3"):
        mind.observe_many([*turns(2), bad])
    assert mind.memories() == []


def test_times_with_a_zone_become_the_persons_own(mind):
    aware = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    mind.observe("Noon in Greenwich.", when=aware)
    assert mind.memories()[0].when == aware.astimezone().replace(tzinfo=None)


def test_facts_are_learned_and_superseded(mind):
    mind.observe("I live in Paris.", when=WHEN)
    mind.observe("I moved to Lyon.", when=WHEN + timedelta(days=10))
    homes = [
        [f.object for f in mind.facts("Ada", at=WHEN + timedelta(days=day)) if f.relation == "home"]
        for day in (1, 11)
    ]
    assert homes == [["Paris"], ["Lyon"]]


def test_facts_come_to_mind_by_way_of_their_episodes(mind):
    mind.observe("My sister Mia is a vet.", when=WHEN)
    mind.observe("I bought new shoes.", when=WHEN)
    found = mind.recall("What does Mia do?", kinds=["fact"])
    assert found and all(r.kind == "fact" for r in found)
    assert any("vet" in r.text for r in found)
    assert found[0].path


def test_an_answer_names_its_source_and_the_day_it_was_about(mind):
    mind.observe("I went to the pottery class yesterday.", when=WHEN, ref="p")
    mind.observe("The bus was late again.", when=WHEN + timedelta(days=1))
    found = mind.answer("When did I go to the pottery class?")
    assert found.known and found.sources[0].ref == "p"
    assert "28 February 2026" in found.text


def test_what_was_never_told_is_not_known(mind):
    mind.observe("I went to the pottery class yesterday.", when=WHEN)
    found = mind.answer("What is the name of my boat?")
    assert not found.known and "remember" in found.text


def test_correcting_an_episode_keeps_the_old_as_history(mind):
    mind.observe("My cat is called Lina.", when=WHEN, ref="c")
    [old] = mind.memories()
    new = mind.correct(old.id, "My cat is called Luna.")
    assert [m.text for m in mind.memories()] == ["My cat is called Luna."]
    assert [m.text for m in mind.history(new)] == ["My cat is called Lina."]
    assert mind.recall("cat", k=5)[0].ref == "c"
    held = {fact.object for fact in mind.facts(about="Ada")}
    assert "Luna" in held and "Lina" not in held
    assert mind.observe("My cat is called Lina.", when=WHEN, ref="c") == 0


def test_what_was_corrected_or_overtaken_is_not_learned_again(mind, clock):
    mind.observe("My cat is called Lina.", when=WHEN, ref="c")
    mind.correct(mind.memories()[0].id, "My cat is called Luna.")
    mind.observe("I live in Paris.", when=WHEN, ref="p")
    mind.observe("I moved to Lyon.", when=WHEN + timedelta(days=1), ref="l")
    clock.advance(days=9)
    before = mind._store.journal.dump()
    again = [
        {"text": "My cat is called Lina.", "when": WHEN, "ref": "c"},
        {"text": "I live in Paris.", "when": WHEN, "ref": "p"},
    ]
    assert mind.observe_many(again) == 0
    assert mind._store.journal.dump() == before
    assert "Lina" not in {fact.object for fact in mind.facts(about="Ada")}
    assert [f.object for f in mind.facts("Ada") if f.relation == "home"] == ["Lyon"]


def test_what_could_not_be_kept_is_not_known(mind, monkeypatch):
    mind.observe("I live in Paris.", when=WHEN)
    before = mind.facts()

    def full(*_: object, **__: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(mind._store.journal, "commit", full)
    with pytest.raises(OSError, match="no space"):
        mind.observe("I moved to Lyon with my sister Mia.", when=WHEN)
    assert mind.facts() == before
    assert mind.faculties.knowledge.facts(about="Mia") == []


def test_correcting_a_fact_supersedes_it(mind):
    mind.observe("I live in Paris.", when=WHEN)
    [home] = [f for f in mind.facts(about="Ada") if f.relation == "home"]
    mind.correct(home.id, "Lyon")
    assert [f.object for f in mind.facts(about="Ada") if f.relation == "home"] == ["Lyon"]
    assert home.id in {f.id for f in mind._store.journal.facts()}


def test_a_memory_that_is_not_there_cannot_be_corrected_or_pinned(mind):
    with pytest.raises(ValueError, match="no memory"):
        mind.correct("nothing", "words")
    with pytest.raises(ValueError, match="no memory"):
        mind.pin("nothing")


def test_organs_take_their_parameters_from_a_circuit_file(tmp_path, encoder):
    file = tmp_path / "c.yaml"
    file.write_text("organs: {hippocampus: {contiguity: 0.0}}")
    with Mind.open(None, config=file, encoder=encoder) as mind:
        mind.observe_many(turns(3))
        assert mind.recall("picture")[0].why["contiguity"] == 0
    with pytest.raises(ValueError, match="no parameter 'contigity'"):
        Mind.open(None, config={"hippocampus": {"contigity": 1}}, encoder=encoder)


def test_export_and_restore_lose_nothing(tmp_path, encoder, clock):
    from cognition.archive import FORMAT

    with Mind.open(tmp_path / "one", owner="Ada", encoder=encoder, clock=clock) as mind:
        mind.observe_many(turns(20))
        mind.observe("My sister Mia is a vet.", when=WHEN)
        mind.correct(mind.memories()[0].id, "My sister Mia is a surgeon.")
        mind.pin(mind.memories()[0].id)
        expected = (
            mind.recall("Mia", k=8),
            mind.memories(),
            mind.facts(),
            mind._store.journal.dump(),
        )
        mind.export(tmp_path / "all.jsonl")
    assert FORMAT in (tmp_path / "all.jsonl").read_text().splitlines()[0]
    Mind.restore(tmp_path / "all.jsonl", tmp_path / "two")
    with Mind.open(tmp_path / "two", encoder=encoder, clock=clock) as mind:
        assert mind.owner == "Ada"
        found = mind.recall("Mia", k=8)
        assert [r.id for r in found] == [r.id for r in expected[0]]
        assert [r.score for r in found] == pytest.approx([r.score for r in expected[0]])
        assert (mind.memories(), mind.facts()) == expected[1:3]
        assert mind._store.journal.dump() == expected[3]


def test_an_export_without_traces_of_words_is_encoded_anew(tmp_path, encoder):
    with Mind.open(None, encoder=encoder) as mind:
        mind.observe_many(turns(5))
        expected = mind.recall("picture", k=5)
        mind.export(tmp_path / "all.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()]
    old = [{key: value for key, value in row.items() if key != "words"} for row in rows]
    old[0]["version"] = 1
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in old))
    Mind.restore(tmp_path / "all.jsonl", tmp_path / "two")
    with Mind.open(tmp_path / "two", encoder=encoder) as mind:
        found = mind.recall("picture", k=5)
    assert [r.score for r in found] == pytest.approx([r.score for r in expected])


def test_a_truncated_export_restores_nothing(tmp_path, encoder):
    from cognition.errors import ForeignFile

    with Mind.open(None, encoder=encoder) as mind:
        mind.observe_many(turns(5))
        mind.export(tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text().splitlines(keepends=True)
    for cut in (lines[:-1], lines[:3], [*lines[:-1], lines[-1][:3]], ["{}\n"], []):
        (tmp_path / "cut.jsonl").write_text("".join(cut))
        with pytest.raises(ForeignFile):
            Mind.restore(tmp_path / "cut.jsonl", tmp_path / "two")
    assert not (tmp_path / "two").exists()
    assert {p.name for p in tmp_path.iterdir()} <= {"all.jsonl", "cut.jsonl", "kindred-data"}


def test_a_memory_is_not_opened_as_someone_elses(tmp_path, encoder):
    Mind.open(tmp_path / "m", owner="Ada", encoder=encoder).close()
    with pytest.raises(ValueError, match="belongs to 'Ada'"):
        Mind.open(tmp_path / "m", owner="Bo", encoder=encoder)
    with Mind.open(tmp_path / "m", encoder=encoder) as mind:
        assert mind.owner == "Ada"


def test_a_memory_is_not_read_with_another_encoder(tmp_path, encoder):
    class Other:
        name, size = "other", 384
        encode = encoder.encode

    Mind.open(tmp_path / "m", encoder=encoder).close()
    with pytest.raises(EncoderError, match="reencode"):
        Mind.open(tmp_path / "m", encoder=Other())


def test_everything_is_well_in_a_new_memory(tmp_path, encoder):
    with Mind.open(tmp_path / "m", encoder=encoder) as mind:
        mind.observe_many(turns(3))
        findings = mind.doctor()
    assert {name for name, *_ in findings} >= {"journal", "index", "encoder", "disk"}
    assert all(well for _, well, _ in findings), findings
