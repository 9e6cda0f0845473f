"""The answers benchmark scores as the published evaluation does, and quotes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("nltk", reason="comes with kindred[bench]")

from benchmarks import answers, report
from benchmarks.answer_metrics import auroc, list_f1, normal, score, token_f1

TOLD = (
    ("Ada", "I went to the pottery class yesterday."),
    ("Bo", "I bought a violin in Bergen last week."),
)
ASKED = (
    ("When did Ada go to the pottery class?", "1 June 2025", "temporal"),
    ("Where did Bo buy a violin?", "Bergen", "single-hop"),
    ("Where did Ada buy a violin?", "Bergen", "adversarial"),
)


def test_words_are_held_against_each_other_as_stems_without_articles() -> None:
    assert normal("The Cats, and a dog's bowls") == ["cat", "dog", "bowl"]
    assert token_f1("she is running", "runs") == pytest.approx(0.5)
    assert token_f1("", "anything") == 0.0


def test_each_part_of_a_list_is_held_against_its_best() -> None:
    assert list_f1("tea, black coffee", "coffee, tea, milk") == pytest.approx((2 / 3 + 1) / 3)


def test_categories_are_scored_each_in_its_way() -> None:
    assert score("adversarial", "anything", "gold", known=False) == 1.0
    assert score("adversarial", "gold", "gold", known=True) == 0.0
    assert score("open-domain", "Likely no", "Likely no; she is busy", known=True) == 1.0
    assert score("single-hop", "Likely no", "Likely no; she is busy", known=True) < 1.0


def test_confidence_that_tells_nothing_is_at_one_half() -> None:
    assert auroc([0.4, 0.4], [0.4]) == 0.5
    assert auroc([0.9], [0.1]) == 1.0


def test_answers_are_scored_and_written_without_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    turns = [
        {"ref": f"D1:{n}", "session": 1, "speaker": who, "text": text, "when": "2025-06-02T10:00"}
        for n, (who, text) in enumerate(TOLD)
    ]
    questions = [
        {"question": q, "answer": gold, "evidence": ["D1:0"], "category": kind}
        for q, gold, kind in ASKED
    ]
    file = tmp_path / "letters.json"
    one = {"id": "one", "speakers": ["Ada", "Bo"], "turns": turns, "questions": questions}
    file.write_text(json.dumps(one), "utf-8")
    answers.main([str(file)])
    whole = json.loads((tmp_path / "answers.json").read_text("utf-8"))
    assert whole["table"]["answerable"]["f1"] == 1.0 > whole["table"]["answerable"]["top_memory_f1"]
    assert whole["auroc"] == 1.0
    lines = (tmp_path / "answers_questions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["known"] for row in rows] == [True, True, False]
    assert "violin" not in json.dumps(rows) + json.dumps(whole)
