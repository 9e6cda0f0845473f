from __future__ import annotations

from datetime import datetime

import pytest

from cognition.organs.prefrontal import answer
from cognition.values import Fact, Percept, Recollection, TimeSpan

NOW = datetime(2026, 11, 21, 12)
MARCH = datetime(2026, 3, 1)


def fact(subject, relation, object_, text="", **fields):
    said = text or f"{subject} {relation} {object_}."
    fields.setdefault("valid_from", MARCH)
    return Fact(
        id=f"{subject}-{relation}-{object_}",
        subject=subject,
        relation=relation,
        object=object_,
        text=said,
        **fields,
    )


FACTS = [
    fact("Ada", "pet", "Luna", "Ada has a cat called Luna."),
    fact("Luna", "species", "cat"),
    fact("Ada", "pet", "Rex", "Ada has a dog called Rex."),
    fact("Rex", "species", "dog"),
    fact("Ada", "sister", "Mia", "Ada's sister is Mia."),
    fact("Mia", "work", "nurse", "Mia works as a nurse."),
    fact("Mia", "partner", "Tom", "Mia's partner is Tom."),
    fact("Ada", "home", "Paris", "Ada lived in Paris.", valid_to=datetime(2026, 9, 1)),
    fact("Ada", "home", "Lyon", "Ada lives in Lyon.", valid_from=datetime(2026, 9, 1)),
    fact("Ada", "employer", "Acme", "Ada works at Acme."),
    fact("Ada", "favourite_food", "ramen", "Ada's favourite food is ramen."),
    fact("Ada", "allergy", "peanuts", "Ada is allergic to peanuts."),
    fact("Ada", "likes", "olives", "Ada does not like olives.", polarity=False),
    fact(
        "Ada",
        "plan",
        "driving test",
        "Ada has a driving test.",
        kind="plan",
        due=TimeSpan("on Friday", datetime(2026, 11, 27), datetime(2026, 11, 28)),
    ),
]


def ask(text, facts=FACTS, recollections=(), names=()):
    return answer(
        Percept(text=text, speaker="Ada", act="question", names=names),
        recollections,
        facts,
        NOW,
        cite=True,
    )


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What is the cat called?", "Luna."),
        ("What's my dog's name?", "Rex."),
        ("What's my sister's name?", "Mia."),
        ("Who is my sister?", "Mia."),
        ("What does Mia do?", "nurse."),
        ("What does my sister do for a living?", "nurse."),
        ("Who is my sister's boyfriend?", "Tom."),
        ("Where do I live?", "Lyon."),
        ("Where did I use to live?", "Paris."),
        ("Where do I work?", "Acme."),
        ("What's my favourite food?", "ramen."),
        ("What am I allergic to?", "peanuts."),
        ("When is my driving test?", "27 November 2026."),
        ("Do I like olives?", "No."),
        ("Who is Mia?", "Your sister."),
        ("Do you remember my sister's name?", "Mia."),
    ],
)
def test_a_held_fact_answers(question, short):
    got = ask(question, names=("Mia",) if "Mia" in question else ())
    assert got.text.lower().startswith(short.lower()), got.text
    assert got.known and got.confidence > 0.5


def test_what_no_longer_holds_is_said_to_be_over():
    facts = [fact("Ada", "employer", "Acme", "Ada worked at Acme.", valid_to=datetime(2026, 9, 1))]
    got = ask("Where do I work?", facts)
    assert "until 1 September 2026" in got.text and got.confidence < 0.7


def test_several_pets_are_all_named():
    assert ask("What are my pets called?").text.startswith("Luna and Rex.")


def test_a_fact_about_someone_else_does_not_answer():
    assert not ask("What does Tom do for a living?", names=("Tom",)).known


def test_an_unknown_relative_is_not_confused_with_the_person():
    assert not ask("Where does my brother live?").known


def test_a_wish_about_treatment_is_no_answer():
    wish = fact("Ada", "prefers_treatment", "brief", "Ada wants short answers.", kind="procedure")
    assert not ask("What answers do I want?", [wish]).known


def test_the_source_of_a_fact_is_quoted_when_it_was_recalled():
    said = Recollection(
        id="e1", text="My cat Luna is asleep.", speaker="Ada", when=datetime(2026, 3, 1)
    )
    facts = [fact("Ada", "pet", "Luna", "Ada has a cat called Luna.", sources=("e1",)), FACTS[1]]
    got = ask("What is the cat called?", facts, (said,))
    assert got.text == "Luna. You told me on 1 March 2026: “My cat Luna is asleep.”"
    assert got.sources[0] is said


def test_what_is_known_about_me_lists_facts():
    got = ask("What do you know about me?")
    assert got.known and "Ada lives in Lyon." in got.text and "Paris" not in got.text
