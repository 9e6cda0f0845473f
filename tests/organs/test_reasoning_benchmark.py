"""The reasoning benchmark counts only what is right, by the right chain, or rightly not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import stories
from benchmarks.reasoning import judged
from benchmarks.stories import FORMS, Case, Teller
from benchmarks.story_families import FAMILIES
from cognition.values import Answer, Recollection

KNOWN = Case("where", answers=("kitchen",), chain=frozenset({0, 2}))
SOURCES = (Recollection(ref="0"), Recollection(ref="2"))


@pytest.mark.parametrize(
    ("case", "answer", "verdict"),
    [
        (KNOWN, Answer("The kitchen", 0.9, True, SOURCES), (True, True)),
        (KNOWN, Answer("The kitchen", 0.9, True, SOURCES[:1]), (True, False)),
        (KNOWN, Answer("The kitchenette", 0.9, True, SOURCES), (False, False)),
        (KNOWN, Answer("I don't remember that.", 0.0, False), (False, False)),
        (Case("where"), Answer("I don't remember that.", 0.0, False), (True, True)),
        (Case("where"), Answer("The kitchen", 0.9, True, SOURCES), (False, False)),
        (
            Case("kin_clash", chain=frozenset({0, 2}), asks_back=True),
            Answer("Which?", 0.2, False, SOURCES),
            (True, True),
        ),
        (
            Case("kin_clash", chain=frozenset({0, 2}), asks_back=True),
            Answer("I don't remember that.", 0.0, False),
            (False, False),
        ),
    ],
)
def test_an_answer_is_judged_by_its_words_and_its_chain(
    case: Case, answer: Answer, verdict: tuple[bool, bool]
) -> None:
    assert judged(case, answer) == verdict


@pytest.fixture
def held_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hold one form out, of going."""
    for part in ("told", "asked"):
        monkeypatch.delitem(FORMS, f"{part}, held out", raising=False)
    monkeypatch.setattr(stories, "FORMS", dict(FORMS))
    file = tmp_path / "forms.yaml"
    file.write_text('told:\n  go: ["{who} tiptoed to the {place}."]\nasked: {}\n', "utf-8")
    stories.hold_out(file)


@pytest.mark.usefixtures("held_out")
def test_forms_held_out_are_told_in_the_place_of_those_seen() -> None:
    assert list(stories.forms("told", "go", held_out=True)) == ["{who} tiptoed to the {place}."]
    assert "{who} tiptoed to the {place}." not in stories.forms("told", "go", held_out=False)


@pytest.mark.usefixtures("held_out")
@pytest.mark.parametrize("part", [False, True])
def test_every_family_tells_a_story_with_all_its_gaps_filled(part: bool) -> None:
    for family in FAMILIES:
        for seed in range(8):
            case = family(Teller(family.__name__, seed, part))
            assert case.question.endswith(("?", "."))  # some are requests: "tell me where Mia is."
            assert all(0 <= n < len(case.told) for n in case.chain)
            assert "{" not in " ".join((*case.told, case.question))
    assert stories.possessive("I") == "my"
