from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from cognition.organs.basal_ganglia import BasalGanglia, Offered, procedures
from cognition.organs.basal_ganglia.selection import mark
from cognition.values import Care, Engram, Move, Percept, Plan

NOW = datetime(2026, 11, 21, 12)


def faculties(facts=(), states=None, last=NOW):
    states = states or {}
    return SimpleNamespace(
        owner="Ada",
        journal=SimpleNamespace(
            state=lambda key, default=None: states.get(key, default),
            latest=lambda n, role=None: [Engram(text="Hello.", when=last)],
        ),
        knowledge=SimpleNamespace(
            facts=lambda about=None, relation=None, kind=None, at=None: [
                f for f in facts if kind in (None, f.kind)
            ]
        ),
        clock=SimpleNamespace(now=lambda: NOW),
        encoder=SimpleNamespace(name=""),
        random=lambda *parts: random.Random(str(parts)),
    )


def step(text="I went out today.", moves=(), use=None, organ=None, **see):
    percept = Percept(text=text, speaker="Ada", when=NOW, act="statement")
    offered = Offered(percept=percept, plan=Plan(moves=tuple(moves)), **see)
    return (organ or BasalGanglia()).step(offered, use or faculties())


def acts(said):
    return [move.act for move in said.decision.moves]


def wishes(text, held=()):
    return step(text, use=faculties(held)).learned


REFLECT = Move(act="reflect", about="the walk", value=0.4)
ASK = Move(act="ask", about="the walk", value=0.45)
SUGGEST = Move(act="suggest", about="swimming", value=0.6)
VALIDATE = Move(act="validate", about="the exam", value=0.9)


@pytest.mark.parametrize(
    ("text", "policy"),
    [
        ("Don't give me advice, just listen.", "no_advice"),
        ("I just want to be heard.", "no_advice"),
        ("Please stop giving me advice!", "no_advice"),
        ("Please keep it short.", "brief"),
        ("Can you keep your answers short?", "brief"),
        ("Stop asking me questions.", "no_questions"),
        ("No more questions please.", "no_questions"),
        ("Please don't mention my ex.", "avoid:ex"),
        ("Don't talk about the accident again.", "avoid:accident"),
        ("Please don't bring up the past.", "no_memories"),
        ("Don’t use emoji.", "no_emoji"),
    ],
)
def test_a_standing_wish_is_learned(text, policy):
    learned = wishes(text)
    assert [(f.kind, f.relation, f.object) for f in learned] == [
        ("procedure", "prefers_treatment", policy)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Call me Sam.", "Sam"),
        ("Please call me Sam from now on", "Sam"),
        ("I prefer to be called Dr Who, okay?", "Dr Who"),
        ("I go by Max.", "Max"),
    ],
)
def test_the_name_to_be_called_by_is_learned(text, name):
    (wish,) = wishes(text)
    assert (wish.relation, wish.object, wish.subject) == ("call_me", name, "Ada")


@pytest.mark.parametrize(
    "text",
    [
        "Call me later.",
        "My mum said: call me Anna.",
        "My boss told me to keep it short.",
        "He said don't give me advice.",
        "I asked a lot of questions today.",
        "The exam was short.",
        "I don't mention it often.",
    ],
)
def test_what_is_no_wish_of_theirs_is_not_learned(text):
    assert wishes(text) == ()


def test_a_new_name_closes_the_old_one():
    (old,) = wishes("Call me Sam.")
    learned = wishes("Call me Max.", [old])
    assert [(f.object, f.valid_to) for f in learned] == [("Sam", NOW), ("Max", None)]


def test_a_name_in_small_letters_counts_where_nothing_else_is_said():
    (wish,) = wishes("call me addie please")
    assert wish.object == "Addie" and wishes("they call me lazy") == ()


def test_of_someone_without_a_name_a_wish_is_said_in_the_second_person():
    said = procedures(Percept(text="Keep it short.", speaker="you"), [], "you", NOW)
    assert said[0].text == "You want short answers."


def test_a_wish_can_be_taken_back():
    (old,) = wishes("Don't give me advice.")
    said = step("You can give me advice again.", use=faculties([old]))
    assert said.learned == (replace(old, valid_to=NOW),)
    assert said.decision.policies == ()


def test_the_same_wish_twice_is_kept_once():
    (old,) = wishes("Please keep it short.")
    assert wishes("Please keep it short!", [old]) == ()


def test_a_wish_rests_on_the_turn_it_was_said_in_and_repeats_exactly():
    one, two = wishes("Call me Sam."), wishes("Call me Sam.")
    assert one == two and one[0].sources


def test_a_wish_holds_from_this_very_turn():
    said = step("Just listen, no advice please.", [SUGGEST, VALIDATE])
    assert "suggest" not in acts(said)
    assert [f.object for f in said.decision.policies] == ["no_advice"]
    assert "acknowledge" in acts(said)


def test_a_wish_holds_over_restarts():
    (wish,) = wishes("Stop asking me questions.")
    said = step(moves=[REFLECT, ASK], use=faculties([wish]))
    assert acts(said) == ["reflect"]
    assert said.decision.policies == (wish,)


def test_a_topic_to_avoid_is_not_brought_up():
    (wish,) = wishes("Please don't mention my ex.")
    recall = Move(act="recall", about="the holiday with your ex", value=0.8)
    assert acts(step(moves=[recall, REFLECT], use=faculties([wish]))) == ["reflect"]


def test_at_most_one_question_and_it_comes_last():
    follow = Move(act="follow_up", about="the exam", value=0.8)
    said = step(moves=[follow, ASK, VALIDATE])
    assert acts(said) == ["validate", "follow_up"]


def test_no_question_after_two_turns_that_asked():
    state = {"recent_acts": [json.dumps([["ask", "a"]]), json.dumps([["ask", "b"]])]}
    assert "ask" not in acts(step(moves=[REFLECT, ASK], use=faculties(states=state)))


def test_a_topic_just_recalled_is_inhibited():
    recall = Move(act="recall", about="Luna broke the vase", value=0.6)
    state = {"recent_acts": [json.dumps([["recall", mark("Luna broke the vase")]])]}
    assert "recall" in acts(step(moves=[recall, REFLECT]))
    assert "recall" not in acts(step(moves=[recall, REFLECT], use=faculties(states=state)))


def test_what_the_person_raised_may_be_followed_up():
    follow = Move(act="follow_up", about="driving test", value=0.7)
    state = {"recent_acts": [json.dumps([["acknowledge", "driving test"]])]}
    assert acts(step(moves=[follow], use=faculties(states=state))) == ["follow_up"]


def test_a_new_session_starts_unhabituated():
    state = {"recent_acts": [json.dumps([["ask", "a"]]), json.dumps([["ask", "b"]])]}
    use = faculties(states=state, last=NOW - timedelta(days=2))
    assert "ask" in acts(step(moves=[REFLECT, ASK], use=use))


def test_what_was_done_is_noted_and_read_back():
    first = step(moves=[VALIDATE, ASK])
    note = next(n for n in first.notes if n.key == "recent_acts")
    turns = [json.loads(turn) for turn in json.loads(note.value)]
    assert turns == [[["validate", mark("the exam")], ["ask", mark("the walk")]]]
    assert "exam" not in note.value


def test_a_crisis_lets_only_care_through():
    moves = [Move(act="refer", value=1.0), VALIDATE, ASK, SUGGEST]
    assert acts(step(moves=moves, care=Care(level="crisis"))) == ["validate", "refer"]


def test_an_answer_leaves_no_room_for_small_talk():
    answer = Move(act="answer", about="what?", value=0.9)
    assert acts(step(moves=[answer, REFLECT, ASK])) == ["answer"]


def test_never_more_than_allowed():
    moves = [Move(act=act, value=0.9) for act in ("validate", "acknowledge", "recall", "suggest")]
    assert len(acts(step(moves=moves))) == 3
    assert len(acts(step(moves=moves, organ=BasalGanglia(at_most=1)))) == 1


def test_the_same_turn_selects_the_same():
    moves = [replace(REFLECT, value=0.5), replace(VALIDATE, value=0.5), ASK, SUGGEST]
    assert step(moves=moves) == step(moves=moves)


def test_nothing_offered_nothing_done():
    said = step("", use=faculties())
    assert (said.decision.moves, said.learned, said.notes) == ((), (), ())
