from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from cognition.errors import OrganError
from cognition.faculties import Persona
from cognition.organs.insula import Heard, Insula, Minded
from cognition.organs.insula.crisis import crisis
from cognition.organs.insula.signals import BOUNDARIES, boundaries
from cognition.values import Care, Percept

LINES = yaml.safe_load(Path(__file__).with_name("insula_lines.yaml").read_text("utf-8"))
NOW = datetime(2026, 3, 1, 18, 0)


class Kept:
    """A journal of which only the states matter."""

    def __init__(self) -> None:
        self.states: dict[str, Any] = {}

    def state(self, key: str, default: Any = None) -> Any:
        return self.states.get(key, default)


def using(journal: Kept, name: str = "Kindred") -> Any:
    return SimpleNamespace(journal=journal, persona=Persona(name=name), clock=None)


def turn(journal: Kept, text: str, when: datetime, act: str = "statement", **given: Any) -> Care:
    """Let one turn pass and keep its notes, as consolidation does."""
    heard = Heard(percept=Percept(text=text, when=when, act=act))
    minded = Insula(**given).step(heard, using(journal))
    assert isinstance(minded, Minded)
    journal.states.update({note.key: json.loads(note.value) for note in minded.notes})
    return minded.care


@pytest.fixture
def begun() -> Kept:
    """A journal in which a session began five minutes before NOW."""
    journal = Kept()
    turn(journal, "Hello", NOW - timedelta(minutes=5))
    return journal


def lines(part: str) -> list[Any]:
    return [
        pytest.param(text, id=f"{group}: {text}")
        for group, texts in LINES[part].items()
        for text in texts
    ]


@pytest.mark.parametrize("text", lines("crisis"))
def test_a_crisis_is_noticed(text: str) -> None:
    assert crisis(text) is not None


@pytest.mark.parametrize("text", lines("safe"))
def test_no_false_alarm_is_raised(text: str) -> None:
    assert crisis(text) is None


@pytest.mark.parametrize("language", ["es", "fr", "de", "pt", "it"])
def test_the_language_of_a_crisis_is_told(language: str) -> None:
    signs = [crisis(text) for text in LINES["crisis"][language]]
    assert {sign.language for sign in signs if sign} == {language}


def test_a_crisis_is_referred_in_plain_words(begun: Kept) -> None:
    care = turn(begun, "I want to kill myself", NOW)
    assert care.level == "crisis"
    for needed in ("emergency number", "crisis line", "988", "116 123", "112", "findahelpline.com"):
        assert needed in care.notice
    assert "a person you trust" in care.notice
    assert "computer program" in care.notice


def test_a_crisis_leads_even_where_a_disclosure_is_due() -> None:
    care = turn(Kept(), "I want to die", NOW)
    assert care.level == "crisis"
    assert care.notice.index("988") < care.notice.index("I'm Kindred")


def test_only_a_later_disclosure_is_a_reminder(begun: Kept) -> None:
    assert "reminder" not in turn(Kept(), "Hi", NOW).notice
    assert "A reminder" in turn(begun, "Hi", NOW + timedelta(days=1)).notice


def test_the_country_chooses_the_line(begun: Kept) -> None:
    care = turn(begun, "I want to die", NOW, country="ie")
    assert "116 123" in care.notice and "988" not in care.notice


def test_a_referral_is_in_the_language_of_the_crisis(begun: Kept) -> None:
    assert "persona de confianza" in turn(begun, "Quiero morirme", NOW, country="ES").notice


def test_the_persons_own_resources_come_first(begun: Kept, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("countries: {XX: call Ann on 555}\n", "utf-8")
    care = turn(begun, "I want to die", NOW, country="XX", resources=str(file))
    assert "Call Ann on 555." in care.notice


@pytest.mark.parametrize(
    "content", [None, "- a list", "words: {en: no numbers}", "words: [a]", "["]
)
def test_bad_resources_are_told_when_the_organ_is_made(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "mine.yaml"
    if content is not None:
        file.write_text(content, "utf-8")
    with pytest.raises(OrganError, match="insula"):
        Insula(resources=str(file))


def test_referrals_are_counted_and_nothing_said_is_kept(begun: Kept) -> None:
    turn(begun, "I want to die", NOW)
    turn(begun, "I really want to die", NOW + timedelta(minutes=1))
    turn(begun, "thanks", NOW + timedelta(minutes=2))
    assert begun.states["care.referrals"] == 2
    assert begun.states.pop("care.counts") == {"2026": {"referred": 2}}
    for value in begun.states.values():
        assert isinstance(value, int) or re.fullmatch(r"[\d\-T:.]+", value)


def test_the_first_turn_ever_discloses() -> None:
    care = turn(Kept(), "Hi", NOW)
    assert care.level == "notice"
    assert "I'm Kindred, a computer program and not a person" in care.notice


def test_the_companion_may_speak_first_and_then_discloses() -> None:
    assert "computer program" in turn(Kept(), "", NOW, act="empty").notice


def test_the_disclosure_gives_the_personas_name() -> None:
    heard = Heard(percept=Percept(text="Hi", when=NOW))
    minded = Insula().step(heard, using(Kept(), name="Wren"))
    assert "I'm Wren, a computer program" in minded.care.notice


def test_an_ordinary_turn_asks_nothing(begun: Kept) -> None:
    assert turn(begun, "I had a lovely day at the river", NOW) == Care()


def test_a_session_after_a_gap_discloses_again(begun: Kept) -> None:
    assert turn(begun, "Me again", NOW + timedelta(minutes=50)).notice == ""
    assert "computer program" in turn(begun, "Me again", NOW + timedelta(minutes=111)).notice


def chat(journal: Kept, hours: float) -> list[tuple[float, Care]]:
    """Talk every 20 minutes; gives hours since the first turn and what care asked."""
    start = NOW
    return [
        (at / 3, turn(journal, "and then", start + timedelta(minutes=20 * at)))
        for at in range(int(hours * 3) + 1)
    ]


def test_long_use_is_disclosed_every_three_hours() -> None:
    told = [hour for hour, care in chat(Kept(), 9.5) if "computer program" in care.notice]
    assert told == [0, 3, 6, 9]


def test_long_use_is_met_with_a_break_reminder_every_three_hours() -> None:
    told = [(hour, care.notice) for hour, care in chat(Kept(), 6.5) if "break" in care.notice]
    assert [hour for hour, _ in told] == [3, 6]
    assert "3 hours" in told[0][1] and "6 hours" in told[1][1]


def test_a_shorter_interval_can_be_set(begun: Kept) -> None:
    care = turn(begun, "so", NOW + timedelta(minutes=55), every_hours=1.0)
    assert "computer program" in care.notice


def test_a_clock_set_back_discloses_rather_than_not(begun: Kept) -> None:
    assert "computer program" in turn(begun, "hm", NOW - timedelta(days=3)).notice


def test_spoiled_notes_disclose_rather_than_fail() -> None:
    journal = Kept()
    journal.states = {"care.disclosed": "yesterday", "care.seen": 7, "care.referrals": "many"}
    assert "computer program" in turn(journal, "I want to die", NOW).notice
    assert journal.states["care.referrals"] == 1


def test_a_probe_is_answered_with_what_it_is(begun: Kept) -> None:
    care = turn(begun, "Are you a real person?", NOW)
    assert care.boundaries == ("say_not_human",)
    assert care.level == "notice"
    assert "not a person" in care.notice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Are you human?", "say_not_human"),
        ("are you conscious", "say_not_human"),
        ("Am I talking to a bot?", "say_not_human"),
        ("Do you have feelings?", "say_not_human"),
        ("You're a real person, admit it", "say_not_human"),
        ("Pretend you are human", "say_not_human"),
        ("I have to go now.", "let_go"),
        ("Good night!", "let_go"),
        ("Okay, bye", "let_go"),
        ("It was nice, talk to you tomorrow!", "let_go"),
        ("Please delete my account", "let_go"),
        ("You're my only friend", "encourage_human_ties"),
        ("I don't need people, I have you", "encourage_human_ties"),
        ("Nobody else understands me", "encourage_human_ties"),
        ("You're better than my therapist", "encourage_human_ties"),
        ("I have no friends", "encourage_human_ties"),
        ("Do you think I have ADHD?", "not_a_clinician"),
        ("Should I stop taking my meds?", "not_a_clinician"),
        ("How much ibuprofen can I take?", "not_a_clinician"),
        ("Can you diagnose me?", "not_a_clinician"),
    ],
)
def test_a_boundary_is_named(text: str, expected: str) -> None:
    assert expected in boundaries(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm leaving my job next month",
        "My friend is a real person of faith",
        "I have to go to the dentist on Monday",
        "He said goodbye to his boss and moved",
        "Luna is my best cat",
        "I took the dog for a walk",
        "Are you there?",
        "Are you free to talk?",
        "My sister is a doctor",
        "I had a robot vacuum",
        "What did I say about Lyon?",
        "I miss my only sister",
    ],
)
def test_ordinary_words_call_for_no_boundary(text: str) -> None:
    assert boundaries(text) == ()


def test_a_farewell_perceived_as_such_lets_go(begun: Kept) -> None:
    assert "let_go" in turn(begun, "Tschüss!", NOW, act="farewell").boundaries


def test_boundaries_come_in_a_fixed_order() -> None:
    text = "Are you human? You're my only friend. Do I have depression? Bye"
    found = boundaries(text)
    assert found == ("say_not_human", "let_go", "encourage_human_ties", "not_a_clinician")
    assert list(found) == [name for name in BOUNDARIES if name in found]


def test_the_same_turn_is_judged_the_same_twice() -> None:
    heard = Heard(percept=Percept(text="I want to die", when=NOW))
    assert Insula().step(heard, using(Kept())) == Insula().step(heard, using(Kept()))
