"""The updates benchmark tells what is answered and what is closed after a contradiction."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import report, updates

FACTS = [
    "Nora Falk graduated from the Lund School of Craft.",
    "Ivo Brandt keeps two goats behind the smokehouse.",
    "Pia Moss plays the cello in the village quartet.",
]
ASKED = "From which school did Nora Falk graduate?"


def item(update: str, answer: str, replaced: list[int]) -> dict[str, object]:
    extra = {"facts": FACTS, "contradicting_fact": update, "supporting_fact_indices": replaced}
    return {"input": ASKED, "ground_truth": answer, "agent_args": {"extra": extra}}


def test_a_contradiction_changes_the_answer_and_closes_what_it_replaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    items = [
        item('"Nora Falk graduated from the Uppsala Forge Academy."', "Uppsala Forge Academy", [0]),
        item("Ivo Brandt repaired a boat with Pia Moss.", "a boat with Pia Moss", [1]),
    ]
    file = tmp_path / "items.jsonl"
    file.write_text("\n".join(json.dumps(one) for one in items), "utf-8")
    monkeypatch.setattr(sys, "argv", ["updates", str(file)])
    updates.main()
    found = json.loads((tmp_path / "updates.json").read_text("utf-8"))["result"]
    assert found["items"] == 2
    assert found["after"] == 0.5
    assert found["before"] == 0.0
    assert found["sayable"] == 1.0
    assert found["closing precision"] == 1.0
    assert found["closing recall"] == 0.5
    assert found["noticed"] == 0.5
    assert (found["false alarms"], found["false alarms before"]) == (0.0, 0.0)
    assert "closing recall" in capsys.readouterr().out
    assert "Nora" not in (tmp_path / "updates.json").read_text("utf-8")


def test_what_is_noticed_of_what_can_both_be_so_is_a_false_alarm() -> None:
    one = updates.Outcome(
        *(False, False, True, False, 0),
        closed=frozenset(),
        replaced=frozenset({1}),
        noticed=frozenset({0, 1}),
        told=3,
        noticed_before=3,
    )
    found = updates.summary([one])
    assert (found["noticed"], found["closing recall"]) == (1.0, 0.0)
    assert (found["false alarms"], found["false alarms before"]) == (0.5, 1.0)


def test_items_before_those_asked_for_are_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    known = item("Pia Moss mends nets.", "the Lund School of Craft", [])
    file = tmp_path / "items.jsonl"
    file.write_text("not an item\n" + json.dumps(known), "utf-8")
    monkeypatch.setattr(sys, "argv", ["updates", str(file), "--skip", "1"])
    updates.main()
    found = json.loads((tmp_path / "updates.json").read_text("utf-8"))["result"]
    assert (found["items"], found["before"], found["closed early"]) == (1, 1.0, 0)
