"""The benchmarks run, on made-up conversations, and write what they say they write."""

from __future__ import annotations

import csv
import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks import (
    ablation,
    choice,
    informal,
    peers,
    persona_chat,
    recall,
    report,
    scaling,
    sleep,
)
from benchmarks.controls import Controls
from benchmarks.evidence import CachingEncoder, Question, Row, conversations, lived, spread, table

SAID = (
    ("1", "Ada", "I adopted a grey cat from the shelter, her name is Luna."),
    ("1", "Bo", "How lovely! Does she get on with your dog?"),
    ("1", "Ada", "Not yet, the dog hides under the sofa."),
    ("2", "Bo", "I have started to take violin lessons on Tuesdays."),
    ("2", "Ada", "Is your teacher strict with you?"),
    ("2", "Bo", "Very, she makes me play every scale twice."),
    ("3", "Ada", "We flew to Lisbon for my birthday in May."),
    ("3", "Bo", "The trams there are so beautiful."),
)
ASKED = (
    ("Which animal did Ada adopt?", ["D1:0"], "single-hop"),
    ("What instrument is Bo learning? ", ["D2:3", "D2:5"], "multi-hop"),
)


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have results written where they replace none."""
    monkeypatch.setattr(report, "RESULTS", tmp_path / "results")
    return tmp_path / "results"


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Make a conversation file, with turns enough for every benchmark."""
    turns = [
        {
            "ref": f"D{session}:{n}",
            "session": int(session),
            "speaker": speaker,
            "text": f"{text} Remark {n // len(SAID)}." if n >= len(SAID) else text,
            "when": f"2025-06-0{session}T10:{n:02d}:00",
        }
        for n, (session, speaker, text) in enumerate(SAID * 4)
    ]
    questions = [
        {"question": q, "evidence": refs, "category": kind, "answer": ""} for q, refs, kind in ASKED
    ]
    file = tmp_path / "letters.json"
    whole = {"id": "one", "speakers": ["Ada", "Bo"], "turns": turns, "questions": questions}
    file.write_text(json.dumps([whole]), "utf-8")
    return file


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    """Make a file of twenty short chats with the facts behind them."""
    file = tmp_path / "chats.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["user 1 personas", "user 2 personas", "Best Generated Conversation"])
        for n in range(persona_chat.SESSIONS):
            rows.writerow(
                [
                    f"I collect stamps from island {n}.\nI sleep well.",
                    "My boat is green.",
                    f"User 1: Hi, I collect old stamps of island {n}!\n"
                    "User 2: Hello. I sail in my green boat.\n"
                    "User 1: Where to?",
                ]
            )
    return file


def written(results: Path, name: str) -> Any:
    return json.loads((results / f"{name}.json").read_text("utf-8"))


def test_recall_at_k_is_the_share_of_gold_among_the_first_k() -> None:
    rows = [
        Row("s", "one", 0, "a", ("x", "y"), ("x", "p", "q", "r", "s", "y")),
        Row("s", "two", 0, "b", ("z",), ()),
    ]
    found = table(rows)["s"]
    assert found["a"]["R@5"] == 0.5
    assert found["a"]["R@10"] == 1.0
    assert found["all"]["R@10"] == 0.5
    assert spread(rows)["R@10"] == {"one": 1.0, "two": 0.0}


def test_controls_rank_by_meaning_by_words_and_by_the_speaker_named(
    told: Path, encoder: Any
) -> None:
    [one] = conversations(told)
    with Controls(one, encoder) as controls:
        assert controls.dense("taking a kitten home").argmax() == 0
        assert controls.words("shelter").argmax() == 0
        named = controls.plain_sum("What does Bo do on Tuesdays?")
        assert one.turns[int(named.argmax())]["speaker"] == "Bo"
        assert {row.system for row in controls.rows()} == set(controls.rankings)


def test_a_turn_becomes_messages_and_the_one_that_answers_is_gold(told: Path) -> None:
    [one] = conversations(told)
    first = dict(one.turns[0], text="So much news today! Her name is Luna, by the way.")
    asked = Question("What is the cat called?", (first["ref"],), "single-hop", answer="Luna")
    made = informal.chatted(replace(one, turns=[first, *one.turns[1:]], questions=[asked]))
    assert made.questions[0].gold == ("D1:0.1",)
    by_ref = {turn["ref"]: turn for turn in made.turns}
    assert len(by_ref) == len(made.turns) > len(one.turns)
    assert "luna" in by_ref["D1:0.1"]["text"] and "luna" not in by_ref["D1:0.0"]["text"]
    assert by_ref["D1:0.0"]["when"] < by_ref["D1:0.1"]["when"]
    assert made == informal.chatted(replace(one, turns=[first, *one.turns[1:]], questions=[asked]))


def test_no_turn_is_sent_as_more_messages_than_people_send() -> None:
    text = "One is here. Two are there. Three came. Four went. Five stayed. Six left."
    parts = informal.messages(text)
    assert len(parts) == informal.MESSAGES and " ".join(parts) == text


def test_informal_measures_chats_and_careless_questions(results: Path, told: Path) -> None:
    informal.main([str(told)])
    whole = written(results, "informal")
    assert whole["chat"]["turns"] > whole["careless"]["turns"] == len(SAID) * 4
    for style in ("chat", "careless"):
        assert {"kindred", "plain sum"} <= whole[style]["recall"].keys()
        assert whole[style]["questions"] == len(ASKED)


def test_recall_writes_each_question_by_number_and_no_words(results: Path, told: Path) -> None:
    recall.main([str(told)])
    whole = written(results, "recall")
    assert whole["recall"]["kindred"]["single-hop"]["R@5"] == 1.0
    assert whole["spread"]["all"]["R@10"].keys() == {"one"}
    text = (results / "recall_questions.jsonl").read_text("utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["question"] for line in lines] == [0, 1]
    assert "D1:0" in lines[0]["recalled"][:5]
    assert "adopt" not in text


def test_a_conversation_with_one_ref_twice_is_refused(told: Path, encoder: Any) -> None:
    [one] = conversations(told)
    one.turns[1]["ref"] = one.turns[0]["ref"]
    with pytest.raises(ValueError, match="a `ref` of its own"), lived(one, encoder):
        pass


def test_ablation_takes_each_weight_away_on_both_kinds_of_data(
    results: Path, told: Path, chats: Path
) -> None:
    some = next(iter(ablation.lesions(ablation.Hippocampus.parameters())))
    ablation.main([str(told), "--persona", str(chats), "--only", some])
    whole = written(results, "ablation")
    for name in (told.name, chats.name):
        assert list(whole[name]["mechanisms"]) == [some]
        cell = whole[name]["mechanisms"][some]["all"]["R@10"]
        assert cell["interval"][0] <= cell["adds"] <= cell["interval"][1]


def test_ablation_tells_a_help_from_a_harm() -> None:
    whole = [Row("s", "one", n, "a", ("x",), ("x",) if n % 2 else ()) for n in range(40)]
    without = [Row("s", "one", n, "a", ("x",), ()) for n in range(40)]
    helps = ablation.adds(whole, without)["all"]["R@5"]
    harms = ablation.adds(without, whole)["all"]["R@5"]
    assert helps["adds"] == 0.5 and helps["interval"][0] > 0
    assert harms["adds"] == -0.5 and harms["interval"][1] < 0


def test_persona_chat_finds_the_turn_that_states_a_fact(
    results: Path, chats: Path, encoder: Any
) -> None:
    cached = CachingEncoder.of(encoder)
    [life] = persona_chat.lives(persona_chat.chats(chats, 100), cached)
    whole = [question for question in life.questions if question.category == "whole"]
    assert len(whole) == persona_chat.SESSIONS + len(persona_chat.FRIENDS)
    assert whole[0].text == "Robin collect stamps from island 0."
    assert whole[0].gold == ("life-1:0:0",)
    partial = next(q for q in life.questions if q.category == "partial")
    assert partial.gold == whole[0].gold and len(partial.text) < len(whole[0].text)
    persona_chat.main([str(chats)])
    assert written(results, "persona_chat")["cues"] == len(life.questions)


@pytest.mark.parametrize("mem0", [False, True], ids=["without mem0", "with mem0"])
def test_peers_answer_side_by_side(results: Path, told: Path, mem0: bool) -> None:
    for package in ("bm25s", *(["mem0"] if mem0 else [])):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed; it comes with kindred[bench]")
    peers.main([str(told), *([] if mem0 else ["--without-mem0"])])
    whole = written(results, "peers")
    assert whole["recall"].keys() == whole["speed"].keys()
    assert {"kindred", "Qdrant hybrid", "LangGraph InMemoryStore"} <= whole["recall"].keys()
    assert ("mem0" in whole["recall"]) == mem0
    for at in whole["recall"].values():
        assert at["all"]["questions"] == len(ASKED)
        assert at["single-hop"]["R@50"] == 1.0
    ratio = whole["kindred_is_better_by"]["Qdrant dense"]
    assert ratio["recall_ms_p50"] > 0 and np.isfinite(ratio["R@10"])


def test_scaling_fills_opens_and_uses_a_memory(results: Path) -> None:
    scaling.main(["--sizes", "300", "--turns", "2"])
    [row] = written(results, "scaling")["sizes"]
    assert row["memories"] == 300 and row["disk_mb"] > 0
    assert row["recall_ms"]["p50"] > 0 and row["observe_ms"]["p95"] > 0


def test_the_setting_is_chosen_without_the_conversation_it_is_measured_on() -> None:
    def rows(hit: bool) -> list[Row]:
        return [Row("kindred", "c", 0, "a", ("x",), ("x",) if hit else ())]

    good, bad = rows(True), rows(False)
    found = {
        "one": {choice.SHIPPED: bad, "context x 2": good},
        "two": {choice.SHIPPED: good, "context x 2": bad},
        "three": {choice.SHIPPED: good, "context x 2": bad},
    }
    result = choice.leave_one_out(found)
    taken = {name: kept["setting"] for name, kept in result["conversations"].items()}
    assert taken == dict.fromkeys(found, choice.SHIPPED)
    assert result["chosen"]["all"]["R@10"] == pytest.approx(2 / 3, abs=1e-3)
    assert result["spread"]["lowest"] == 0.0


def test_each_weight_is_tried_alone() -> None:
    tried = choice.settings({"k": 8, "context": 0.5, "off": 0.0}, [0.5, 2.0])
    assert tried == {
        choice.SHIPPED: {},
        "context x 0.5": {"context": 0.25},
        "context x 2": {"context": 1.0},
    }


def test_sleep_measures_waits_and_recall_before_and_after(results: Path, told: Path) -> None:
    sleep.main([str(told), "--sizes", "200", "--turns", "2"])
    whole = written(results, "sleep")
    [row] = whole["waits"]
    assert row["did"]["episodes"] == 200 and row["turns_asleep"] > 0
    assert row["longest_wait_ms"] > -row["turn_awake_ms"]["p50"]
    assert whole["recall"]["before"] == whole["recall"]["after"]
    assert whole["recall"]["lower_after"] == []
    assert whole["recall"]["did"]["gists"] == 3
