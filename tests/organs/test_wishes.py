"""Wishes how to be treated, in many wordings; talk of the same matters that asks for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cognition.organs.basal_ganglia import procedures
from cognition.organs.tables import table
from cognition.organs.thalamus import perceive
from cognition.organs.thalamus.sentences import sentences
from cognition.values import Fact, Percept, Stimulus

LINES: dict[str, Any] = table(Path(__file__).with_name("wish_lines.yaml"))

NOW = datetime(2026, 3, 2, 18)
ASKED = {
    "no_advice": "No advice please.",
    "no_questions": "Stop asking questions.",
    "brief": "Keep it short.",
    "avoid:divorce": "Never mention my divorce.",
    "no_memories": "Please stop mentioning the past.",
    "no_emoji": "No emojis please.",
}


def read(text: str, held: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    percept = Percept(text=text, speaker="Ada", when=NOW, sentences=sentences(text))
    return procedures(percept, held, "Ada", NOW)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Can you stop telling me what to do?", "no_advice"),
        ("I'd rather you listened.", "no_advice"),
        ("It'd help if you just listened.", "no_advice"),
        ("I wish you wouldn't give me advice.", "no_advice"),
        ("When I complain, I don't want solutions.", "no_advice"),
        ("I could do without the tips.", "no_advice"),
        ("Less advice, please.", "no_advice"),
        ("I want sympathy, not advice.", "no_advice"),
        ("Could you keep the suggestions to a minimum?", "no_advice"),
        ("Just hear me out without jumping in with solutions.", "no_advice"),
        ("I'd be happier without so many questions, so ask me less.", "no_questions"),
        ("I'm tired of your questions.", "no_questions"),
        ("It'd be nice if you asked fewer questions.", "no_questions"),
        ("Would you mind not asking me things?", "no_questions"),
        ("You're asking too many questions.", "no_questions"),
        ("Could your answers be shorter?", "brief"),
        ("Don't write novels.", "brief"),
        ("A sentence or two will do.", "brief"),
        ("I don't need such long answers.", "brief"),
        ("You talk too much.", "brief"),
        ("I don't feel like talking about my divorce.", "avoid:divorce"),
        ("Let's drop the divorce.", "avoid:divorce"),
        ("The divorce is a touchy subject.", "avoid:divorce"),
        ("Please don't ask me how my divorce went.", "avoid:divorce"),
        ("I wish you'd stop mentioning the divorce.", "avoid:divorce"),
        ("Please spare me the divorce.", "avoid:divorce"),
        ("Don't bring up Tobias.", "avoid:Tobias"),
        ("Don't quote me back to myself.", "no_memories"),
        ("It hurts when you bring up old things.", "no_memories"),
        ("Let the past rest.", "no_memories"),
        ("I can't stand emojis.", "no_emoji"),
        ("Could you leave the smileys out?", "no_emoji"),
        ("Emojis annoy me.", "no_emoji"),
    ],
)
def test_a_wish_is_read_however_it_is_worded(text: str, wish: str) -> None:
    assert [(f.relation, f.object) for f in read(text)] == [("prefers_treatment", wish)]


@pytest.mark.parametrize(
    "text",
    [
        "Would you mind calling me Robin?",
        "I'd love it if you called me Robin.",
        "I'd rather be called Robin.",
        "I usually go by Robin.",
        "Don't call me Ada, call me Robin.",
        "It's Robin, not Ada.",
        "From now on I'm Robin.",
        "Could you use Robin instead of Ada?",
    ],
)
def test_a_name_is_read_however_it_is_asked_for(text: str) -> None:
    assert [(f.relation, f.object) for f in read(text)] == [("call_me", "Robin")]


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("no_advice", "You can give me tips again."),
        ("no_advice", "I could do with a suggestion."),
        ("no_advice", "I'd like some advice after all."),
        ("no_questions", "I don't mind questions any more."),
        ("no_questions", "Questions are fine again."),
        ("no_questions", "Go ahead and ask me questions."),
        ("brief", "You don't need to be so brief."),
        ("brief", "Don't keep it so short any more."),
        ("brief", "I'd love longer messages."),
        ("avoid:divorce", "I'm okay with talking about my divorce now."),
        ("avoid:divorce", "My divorce is no longer off limits."),
        ("avoid:divorce", "Let's talk about my divorce."),
        ("no_memories", "I like it when you bring up old things."),
        ("no_memories", "The past is fine again."),
        ("no_emoji", "Put the emojis back."),
        ("no_emoji", "I'd like emojis after all."),
    ],
)
def test_a_wish_is_lifted_however_that_is_said(wish: str, text: str) -> None:
    (held,) = read(ASKED[wish])
    assert held.object == wish
    said = read(text, [held])
    assert any(f.object == wish and f.valid_to == NOW for f in said)
    assert not any(f.object == wish and f.valid_to is None for f in said)


@pytest.mark.parametrize(
    "text",
    [
        "I don't need advice from my boss.",
        "My brother stopped asking questions.",
        "I wish my mother would stop giving me advice.",
        "I don't want to give her advice.",
        "I can't stand my mother's advice.",
        "No advice helped me.",
        "I need advice.",
        "What should I do?",
        "She just listens.",
        "Just listen to this song!",
        "Listen, I have news.",
        "I have to fix the sink.",
        "I have no questions.",
        "No questions so far.",
        "The exam had too many questions.",
        "I hate it when people ask questions.",
        "Can I ask you a question?",
        "No one asks me questions.",
        "I don't like long walks.",
        "My boss's emails are too long.",
        "I hate writing essays.",
        "I like short films.",
        "Short hair suits me.",
        "I have to be brief, my bus is coming.",
        "I keep my hair short.",
        "My mum won't stop talking about the wedding.",
        "I don't talk about my divorce with my mother.",
        "I'm sick of hearing about the wedding from my mother.",
        "Enough about work, I had a good day.",
        "The gym is off limits for me.",
        "My room is private.",
        "I want peace, not war.",
        "I hate my job.",
        "Let's skip the gym.",
        "I miss the past.",
        "My therapist told me to leave the past alone.",
        "Can you remind me of my appointment?",
        "I love emojis.",
        "My sister uses too many emojis.",
        "They call me crazy.",
        "Can you call me a taxi?",
        "I go by train.",
        "It's Friday, not Monday.",
        "Use Google for that.",
    ],
)
def test_talk_of_the_same_matters_is_no_wish(text: str) -> None:
    assert read(text) == ()


def heard(text: str, held: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Read wishes out of a text as the thalamus hands it on."""
    said = Stimulus(text=text, speaker="Ada", when=NOW, ref=text, role="person")
    return procedures(perceive(said, NOW), held, "Ada", NOW)


def by_wish(part: str) -> list[tuple[str, str]]:
    return [(wish, text) for wish, lines in LINES[part].items() for text in lines]


@pytest.mark.parametrize(("wish", "text"), by_wish("wished"))
def test_every_way_of_asking_is_read_for_every_behaviour(wish: str, text: str) -> None:
    found = heard(text.format(t="divorce"))
    assert [fact.object for fact in found] == ["avoid:divorce" if wish == "avoid" else wish]


@pytest.mark.parametrize(("wish", "text"), by_wish("lifted"))
def test_every_way_of_lifting_is_read_for_every_behaviour(wish: str, text: str) -> None:
    wish = "avoid:divorce" if wish == "avoid" else wish
    held = heard(ASKED[wish])
    said = heard(text.format(t="divorce"), held)
    assert any(fact.object == wish and fact.valid_to == NOW for fact in said)
    assert {fact.object for fact in said if fact.valid_to is None} <= {"detailed"}


@pytest.mark.parametrize("text", LINES["called"])
def test_every_way_of_naming_oneself_is_read(text: str) -> None:
    assert [(fact.relation, fact.object) for fact in heard(text)] == [("call_me", "Robin")]


@pytest.mark.parametrize("text", LINES["not called"])
def test_what_only_names_somebody_asks_for_no_name(text: str) -> None:
    assert not any(fact.relation == "call_me" for fact in heard(text))


@pytest.mark.parametrize("text", LINES["nothing"])
def test_what_is_told_of_others_or_asked_or_past_changes_no_wish(text: str) -> None:
    held = [fact for asked in ASKED.values() for fact in heard(asked)]
    assert heard(text) == () and heard(text, held) == ()


def test_a_wish_may_point_back_to_the_sentence_before() -> None:
    assert [f.object for f in heard("What's with all the emojis? Please drop them.")] == [
        "no_emoji"
    ]
    assert heard("My sister uses emojis. I hate it.") == ()


@pytest.mark.parametrize(
    ("said", "object_"),
    [
        ("My head hurts from your questions, leave them.", "no_questions"),
        ("No novels, please.", "brief"),
        ("I find all your tips patronising, keep them to yourself.", "no_advice"),
        ("Don't keep telling me what I told you.", "no_memories"),
    ],
)
def test_a_wish_that_no_rule_reads_is_told_from_its_meaning(said, object_, encoder):
    def read(text, held=(), **encoded):
        vector = tuple(encoder.encode([text])[0].tolist())
        heard = Percept(text=text, speaker="Ada", vector=vector)
        return procedures(heard, held, "Ada", datetime(2026, 3, 1), **encoded)

    assert [f.object for f in read(said, encoder=encoder.name)] == [object_]
    assert read(said, encoder="another") == read(said)  # which rules alone read


@pytest.mark.parametrize(
    "said",
    [
        "My boss keeps giving me advice.",
        "My kids ask a hundred questions a day.",
        "I miss Sam.",
        "leave me alone",
        "Shut up!",
        "just go away please",
    ],
)
def test_what_only_sounds_like_a_wish_is_none(said, encoder):
    vector = tuple(encoder.encode([said])[0].tolist())
    heard = Percept(text=said, speaker="Ada", vector=vector)
    assert procedures(heard, [], "Ada", datetime(2026, 3, 1), encoder.name) == ()
