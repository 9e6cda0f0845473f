"""Each program's export, with its traps, gives exactly the turns written beside it."""

import json
import time
from pathlib import Path

import pytest

from graphs.companion.importers import read_history

GOLDEN = Path(__file__).parents[1] / "golden" / "imports"
SOURCES = {
    "conversation.json": None,
    "chatgpt": None,
    "claude.json": None,
    "whatsapp_android_us.txt": "Ada Lovelace",
    "whatsapp_android_24h.txt": None,
    "whatsapp_ios.txt": None,
    "sillytavern.jsonl": None,
    "sillytavern_group.jsonl": None,
}


@pytest.fixture(autouse=True)
def central_european_time(monkeypatch):
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def plain(history) -> dict:
    turns = [{**turn, "when": turn["when"].isoformat()} for turn in history.turns]
    return {"format": history.format, "remarks": list(history.remarks), "turns": turns}


@pytest.mark.parametrize("name", SOURCES)
def test_export_gives_exactly_the_expected_turns(name):
    expected = GOLDEN / f"{Path(name).stem}.expected.json"
    found = read_history(GOLDEN / name, owner="Ada", me=SOURCES[name])
    assert plain(found) == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SOURCES)
def test_refs_are_unique_and_the_same_every_time(name):
    first = [turn["ref"] for turn in read_history(GOLDEN / name).turns]
    again = [turn["ref"] for turn in read_history(GOLDEN / name).turns]
    assert first == again
    assert len(set(first)) == len(first)
    assert all(first)


@pytest.mark.parametrize("name", SOURCES)
def test_refs_do_not_depend_on_the_time_zone(name, monkeypatch):
    here = [turn["ref"] for turn in read_history(GOLDEN / name).turns]
    monkeypatch.setenv("TZ", "EST5")
    time.tzset()
    assert {turn["ref"] for turn in read_history(GOLDEN / name).turns} == set(here)


@pytest.mark.parametrize("name", SOURCES)
def test_refs_do_not_depend_on_who_the_owner_is(name):
    refs = [turn["ref"] for turn in read_history(GOLDEN / name).turns]
    other = read_history(GOLDEN / name, owner="Someone", me=SOURCES[name])
    assert [turn["ref"] for turn in other.turns] == refs
