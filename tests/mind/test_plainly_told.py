"""What was parsed of a turn is kept beside it: over restarts, in exports, until it is forgotten."""

from datetime import datetime

from cognition import Mind
from cognition.archive import restore

SAID = "There is a city called Porto in Portugal."
WHEN = datetime(2026, 3, 1, 18)


def tell(folder, encoder):
    with Mind.open(folder, owner="Ada", encoder=encoder) as mind:
        mind.observe(SAID, when=WHEN)
        mind.observe("Karl lives in Porto.", when=WHEN)
        [told] = [one for one in mind.faculties.journal.newest(2) if one.text == SAID]
        assert told.plain == "Porto is in Portugal."
        return told.id


def land(mind):
    return mind.answer("In which country does Karl live?")


def test_it_is_reasoned_from_after_a_restart_and_cited_as_it_was_said(tmp_path, encoder):
    tell(tmp_path / "mind", encoder)
    with Mind.open(tmp_path / "mind", owner="Ada", encoder=encoder) as mind:
        answer = land(mind)
        assert answer.text == "Portugal"
        assert {one.text for one in answer.sources} == {SAID, "Karl lives in Porto."}


def test_it_goes_with_an_export(tmp_path, encoder):
    tell(tmp_path / "mind", encoder)
    with Mind.open(tmp_path / "mind", owner="Ada", encoder=encoder) as mind:
        mind.export(tmp_path / "export.jsonl")
    restore(tmp_path / "export.jsonl", tmp_path / "copy")
    with Mind.open(tmp_path / "copy", owner="Ada", encoder=encoder) as mind:
        assert land(mind).text == "Portugal"


def test_it_is_forgotten_with_the_turn(tmp_path, encoder):
    id = tell(tmp_path / "mind", encoder)
    with Mind.open(tmp_path / "mind", owner="Ada", encoder=encoder) as mind:
        mind.forget(ids=[id])
        assert "Portugal" not in land(mind).text
    for file in (tmp_path / "mind").rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"Porto is in Portugal" not in content
            assert "Porto is in Portugal".encode("utf-16-le") not in content


def test_it_is_put_anew_when_the_turn_is_corrected(tmp_path, encoder):
    id = tell(tmp_path / "mind", encoder)
    with Mind.open(tmp_path / "mind", owner="Ada", encoder=encoder) as mind:
        mind.correct(id, "There is a city called Porto in Angola.")
        assert land(mind).text == "Angola"
