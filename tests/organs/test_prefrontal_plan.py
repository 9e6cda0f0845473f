from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from cognition.faculties import Persona
from cognition.organs.prefrontal import Considered, Prefrontal
from cognition.values import (
    Affect,
    Care,
    Engram,
    Fact,
    Percept,
    Recollection,
    TimeSpan,
)

NOW = datetime(2026, 11, 21, 12)
DAY = timedelta(days=1)


class FakeJournal:
    def __init__(self, engrams=(), states=None):
        self.kept = list(engrams)
        self.states = states or {}

    def latest(self, n, role=None):
        return [e for e in self.kept if role in (None, e.role)][-n:]

    def state(self, key, default=None):
        return self.states.get(key, default)


class FakeKnowledge:
    def __init__(self, facts=()):
        self.held = list(facts)

    def facts(self, about=None, relation=None, kind=None, at=None):
        return [
            f
            for f in self.held
            if (about is None or about.lower() in (f.subject.lower(), f.object.lower()))
            and relation in (None, f.relation)
            and kind in (None, f.kind)
        ]

    def aliases(self, name, sure=0.5):
        return ()

    def resting_on(self, source):
        return [f for f in self.held if source in f.sources]


def faculties(engrams=(), facts=(), states=None):
    return SimpleNamespace(
        owner="Ada",
        journal=FakeJournal(engrams, states),
        knowledge=FakeKnowledge(facts),
        clock=SimpleNamespace(now=lambda: NOW),
        persona=Persona(),
        random=lambda *parts: random.Random(str(parts)),
    )


def heard(text, act="statement", **fields):
    questions = (text,) if text.endswith("?") else ()
    return Percept(
        text=text,
        speaker="Ada",
        when=NOW,
        act="question" if questions and act == "statement" else act,
        sentences=(text,),
        questions=questions,
        **fields,
    )


def plan(percept, use=None, **see):
    return Prefrontal().step(Considered(percept=percept, **see), use or IN_TALK).plan


def acts(made):
    return [move.act for move in made.moves]


def find(made, act):
    return next(move for move in made.moves if move.act == act)


def said(text, when, id="e", valence=0.0, **fields):
    return Engram(
        id=id, text=text, speaker="Ada", when=when, affect=Affect(valence=valence), **fields
    )


def exam(days, id="exam"):
    start = datetime(2026, 11, 21) + days * DAY
    return Fact(
        id=id,
        kind="plan",
        subject="Ada",
        relation="plan",
        object="driving test",
        text="Ada has a driving test.",
        due=TimeSpan("then", start, start + DAY),
    )


IN_TALK = faculties([said("Hello there.", NOW - timedelta(minutes=5))])
BEFORE = [said("We talked about music.", NOW - 3 * DAY)]


def test_the_first_hello_is_greeted_and_nothing_is_brought_up():
    assert acts(plan(heard("Hi!", "greeting"), faculties())) == ["greet"]


def test_silence_at_the_start_is_greeted():
    assert acts(plan(Percept(), faculties()))[0] == "greet"


def test_a_plan_whose_day_has_passed_is_followed_up():
    made = plan(heard("Hi!", "greeting"), faculties(BEFORE, [exam(-1)]))
    move = find(made, "follow_up")
    assert (move.about, move.facts) == ("driving test", (exam(-1),))
    assert "follow_up" in [goal.name for goal in made.goals]


@pytest.mark.parametrize("days", [2, 40, -200])
def test_a_plan_ahead_or_long_past_is_left_alone(days):
    assert "follow_up" not in acts(plan(heard("Hi!", "greeting"), faculties(BEFORE, [exam(days)])))


def test_nothing_is_followed_up_twice():
    use = faculties(BEFORE, [exam(-1)], {"followed_up": ["exam"]})
    assert "follow_up" not in acts(plan(heard("Hi!", "greeting"), use))


def test_a_plan_is_come_back_to_in_the_middle_of_a_talk_where_there_is_room():
    use = faculties([said("Hello.", NOW - timedelta(minutes=2))], [exam(-1)])
    assert "follow_up" in acts(plan(heard("I made some soup."), use))
    assert "follow_up" not in acts(plan(heard("I feel awful."), use, affect=Affect(valence=-0.7)))


def test_a_plan_that_the_person_speaks_of_is_not_asked_about():
    use = faculties(BEFORE, [exam(-1)])
    told = Prefrontal().step(Considered(percept=heard("My driving test went well.")), use)
    assert "follow_up" not in acts(told.plan)
    assert [(note.key, note.value) for note in told.notes] == [("told_of", '["exam"]')]


def test_an_episode_that_tells_a_plan_is_not_brought_up_for_it(exam_told="w"):
    told = said("I have my driving test on Friday, I'm scared.", NOW - 2 * DAY, exam_told, -0.8)
    use = faculties([told], [replace(exam(2), sources=(exam_told,))])
    assert "follow_up" not in acts(plan(heard("Hi!", "greeting"), use))


def test_the_middle_of_a_talk_is_no_time_for_old_plans():
    use = faculties([said("Hello.", NOW - timedelta(minutes=2))], [exam(-1)])
    assert "follow_up" not in acts(plan(heard("Hi!", "greeting"), use))


def test_distress_at_the_start_leaves_plans_aside():
    made = plan(
        heard("Hi, I feel awful.", "greeting"),
        faculties(BEFORE, [exam(-1)]),
        affect=Affect(valence=-0.7),
    )
    assert "follow_up" not in acts(made)
    assert "validate" in acts(made)


def test_the_last_unresolved_worry_is_taken_up():
    worry = said("My father is in hospital after a stroke.", NOW - 2 * DAY, "w", -0.8)
    move = find(plan(heard("Hi!", "greeting"), faculties([worry])), "follow_up")
    assert move.evidence[0].id == "w"


def test_an_older_pain_is_not_brought_into_a_hello():
    pain = said("My father died after a stroke.", NOW - 90 * DAY, "w", -0.9)
    calm = said("I repaired the garden fence.", NOW - 2 * DAY, "c")
    assert "follow_up" not in acts(plan(heard("Hi!", "greeting"), faculties([pain, calm])))


def test_a_held_fact_gives_something_to_talk_about():
    cat = Fact(id="cat", subject="Ada", relation="pet", object="Luna", text="Ada has a cat, Luna.")
    made = plan(heard("Hi!", "greeting"), faculties(BEFORE, [cat]))
    assert find(made, "ask").facts == (cat,)


def test_a_question_about_the_past_is_answered_with_sources():
    memory = Recollection(id="m", text="My cat is called Luna.", speaker="Ada", when=NOW - DAY)
    made = plan(heard("What is my cat called?"), recollections=(memory,))
    assert made.moves[0].act == "answer"
    assert made.moves[0].answer.known and made.moves[0].evidence == (memory,)


def test_what_is_not_remembered_is_said_not_to_be():
    made = plan(heard("What did I say about Peru?", names=("Peru",)))
    assert made.moves[0].act == "abstain"
    assert not made.moves[0].answer.known


def test_a_question_of_the_world_is_not_answered_from_nowhere():
    move = plan(heard("What is the boiling point of lead?")).moves[0]
    assert move.act == "abstain" and "what you have told me" in move.answer.text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Are you human?", "nature"),
        ("What's your name?", "name"),
        ("How are you?", "mood"),
        ("Who can see this?", "memory"),
    ],
)
def test_questions_to_the_companion_are_answered_about_itself(text, about):
    move = plan(heard(text)).moves[0]
    assert (move.act, move.about) == ("disclose", about)


def test_it_never_claims_to_be_human():
    assert "not a person" in plan(heard("Are you a real person?")).moves[0].answer.text


def test_low_feeling_is_validated_first():
    made = plan(heard("I failed the exam again."), affect=Affect(valence=-0.7))
    assert made.moves[0].act == "validate"
    assert made.goals[0].name == "comfort"


def test_who_somebody_is_is_asked_after_the_feeling_even_where_it_is_only_hinted_at():
    told = heard("Leo asked if it was his fault.", names=("Leo",))
    made = plan(told, affect=Affect(valence=-0.16, emotion="neutral", confidence=0.6))
    assert find(made, "validate").value > find(made, "ask").value > find(made, "reflect").value
    assert find(made, "ask").about == "Leo"
    assert "validate" not in acts(plan(told))


def test_high_feeling_is_celebrated():
    made = plan(heard("I passed the exam!"), affect=Affect(valence=0.8))
    assert made.moves[0].act == "celebrate"


def test_what_was_learned_is_acknowledged_with_its_date():
    made = plan(heard("My driving test is on Monday."), learned=(exam(2),))
    assert find(made, "acknowledge").facts == (exam(2),)


def test_thanks_are_returned():
    assert plan(heard("Thank you!", "thanks")).moves[0].act == "thank"


def test_a_farewell_has_no_hook():
    assert acts(plan(heard("Bye!", "farewell"), faculties(BEFORE, [exam(-1)]))) == ["part"]


def test_in_a_crisis_there_is_only_care():
    made = plan(heard("I want to end it all."), care=Care(level="crisis", reason="self-harm"))
    assert acts(made) == ["refer", "validate"]


def test_a_boundary_keeps_a_move_out():
    likes = Fact(id="l", subject="Ada", relation="hobby", object="swimming", text="Ada swims.")
    free = plan(heard("What should I do?"), known=(likes,))
    bound = plan(heard("What should I do?"), known=(likes,), care=Care(boundaries=("no_advice",)))
    assert "suggest" in acts(free) and "suggest" not in acts(bound)


def memory(text, days=10, **fields):
    return Recollection(id="m", text=text, speaker="Ada", when=NOW - days * DAY, **fields)


def test_a_strongly_related_memory_comes_up():
    past = memory("Luna broke the blue vase.", names=("Luna",))
    made = plan(heard("Luna broke a vase again.", names=("Luna",)), recollections=(past,))
    assert find(made, "recall").evidence == (past,)


def test_an_unrelated_memory_stays_out():
    past = memory("The garden fence needs paint.")
    assert "recall" not in acts(plan(heard("Luna broke a vase."), recollections=(past,)))


def test_what_was_said_this_session_is_not_recalled_to_the_person():
    past = memory("Luna broke the blue vase.", days=0, names=("Luna",))
    made = plan(heard("Luna broke a vase again.", names=("Luna",)), recollections=(past,))
    assert "recall" not in acts(made)


def test_a_painful_memory_does_not_come_into_joy():
    past = memory("Luna was hit by a car.", names=("Luna",), affect=Affect(valence=-0.8))
    made = plan(
        heard("Luna jumped into the car with me!", names=("Luna",)),
        recollections=(past,),
        affect=Affect(valence=0.7),
    )
    assert "recall" not in acts(made)


def test_a_held_fact_is_used_unasked():
    mia = Fact(id="f", subject="Ada", relation="sister", object="Mia", text="Ada's sister is Mia.")
    made = plan(heard("I had lunch with my sister today."), known=(mia,))
    assert find(made, "recall").facts == (mia,)


def test_someone_named_but_unknown_is_asked_about():
    made = plan(heard("I had dinner with Tom last night.", names=("Tom",)))
    assert find(made, "ask").about == "Tom"


def test_someone_known_is_not_asked_about():
    tom = Fact(id="f", subject="Ada", relation="brother", object="Tom", text="Ada's brother: Tom.")
    use = faculties(IN_TALK.journal.kept, [tom])
    made = plan(heard("I had dinner with Tom last night.", names=("Tom",)), use)
    assert find(made, "ask").about != "Tom"


def test_every_resting_value_is_tolerated():
    assert plan(Percept(), faculties()).moves


def test_moves_come_best_first():
    made = plan(heard("I failed the exam again."), affect=Affect(valence=-0.7), learned=(exam(2),))
    values = [move.value for move in made.moves]
    assert values == sorted(values, reverse=True)
