"""The phrase that answers is found in what was said: by the question's gap, not by its words."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cognition.organs.prefrontal import answer
from cognition.organs.prefrontal.frame import frame
from cognition.organs.prefrontal.grammar import clauses, noun_phrase, tokens
from cognition.values import Affect, Percept, Recollection, TimeSpan

NOW = datetime(2025, 9, 1, 12)
SAID = datetime(2025, 6, 14, 19)
CYCLIST = "A cyclist nearly got under my tram, a near miss. Still shaking a bit."


def told(*texts, speaker="Mira", when=SAID, step=timedelta(days=1), **fields):
    return [
        Recollection(id=f"{speaker}{n}", text=text, speaker=speaker, when=when + n * step, **fields)
        for n, text in enumerate(texts)
    ]


def ask(text, *recollections, speaker="Ben", **fields):
    percept = Percept(text=text, speaker=speaker, act="question", **fields)
    return answer(percept, [one for some in recollections for one in some], (), NOW)


def span(text, start, days):
    return TimeSpan(text, start, start + timedelta(days=days))


@pytest.mark.parametrize(
    ("question", "memory", "short"),
    [
        ("What did Mira bake for the fair?", "I baked a plum tart for the fair.", "A plum tart"),
        ("What does Mira hope to open?", "One day I hope to open a tiny bakery.", "A tiny bakery"),
        ("What keeps Mira awake?", "The trams keep me awake at night.", "The trams"),
        (
            "Who repaired Mira's roof?",
            "Our neighbour Anselm repaired the roof.",
            "Their neighbour Anselm",
        ),
        (
            "What is Mira's biggest dream?",
            "My biggest dream is a house by the sea.",
            "A house by the sea",
        ),
        ("What is Mira's favourite pastime?", "Sailing is my favourite pastime.", "Sailing"),
        (
            "What kind of soup did Mira cook?",
            "I cooked a spicy lentil soup today.",
            "A spicy lentil soup",
        ),
        (
            "Which novel did Mira finish?",
            "I finished “The Glass Harbour” on the train.",
            "“The Glass Harbour”",
        ),
        (
            "What does Mira rely on at work?",
            "At work I rely on my old notebook.",
            "Their old notebook",
        ),
        ("Who did Mira go hiking with?", "I went hiking with my cousin Vera.", "Their cousin Vera"),
        (
            "How did Mira fix the lamp?",
            "I fixed the lamp by changing the fuse.",
            "Changing the fuse",
        ),
        (
            "How did Mira feel at the opening?",
            "At the opening I felt proud and tired.",
            "Proud and tired",
        ),
        ("Why did Mira light the stove?", "I was freezing, so I lit the stove.", "Freezing"),
        ("Why did Mira sell her boat?", "I sold the boat because it leaked.", "It leaked"),
        (
            "What did Mira buy the paint for?",
            "I bought the paint to do up the hall.",
            "Do up the hall",
        ),
        ("Where does Mira work?", "I work for the harbour office.", "The harbour office"),
        ("How many lambs does Mira have?", "I have two dogs and seven lambs.", "Seven lambs"),
        ("How often does Mira swim?", "I swim three times a week.", "Three times a week"),
        ("How long has Mira been painting?", "I have been painting for six years.", "Six years"),
        ("When does Mira swim?", "I swim in the lake on weekends.", "On weekends"),
    ],
)
def test_the_phrase_in_the_gap_answers(question, memory, short):
    got = ask(question, told(memory))
    assert got.known and got.text == short


@pytest.mark.parametrize(
    ("words", "start", "days", "short"),
    [
        ("last week", datetime(2025, 6, 2), 7, "The week before 14 June 2025"),
        ("last weekend", datetime(2025, 6, 7), 2, "The weekend before 14 June 2025"),
        ("on Friday", datetime(2025, 6, 13), 1, "Friday, 13 June 2025"),
        ("last summer", datetime(2024, 6, 1), 92, "Summer 2024"),
        ("yesterday", datetime(2025, 6, 13), 1, "13 June 2025"),
        ("in March", datetime(2025, 3, 1), 31, "March 2025"),
    ],
)
def test_a_time_is_given_no_more_exactly_than_it_was_told(words, start, days, short):
    memory = told(f"I launched the boat {words}.", times=(span(words, start, days),))
    assert ask("When did Mira launch the boat?", memory).text == short


def test_a_day_that_is_only_the_day_of_telling_is_given_as_about_then():
    assert ask("When did Mira sell the mill?", told("I sold the mill.")).text == (
        "Around 14 June 2025"
    )
    assert not ask("How long has Mira had the mill?", told("I have the mill.")).known


def test_a_time_is_no_thing_someone_did():
    memory = told("We saw a heron at the pond last week.", times=(span("last week", SAID, 7),))
    assert ask("What did Mira see at the pond?", memory).text == "A heron"


def test_what_several_memories_add_is_listed():
    memories = told(
        "I collect old maps.", "I started to collect thimbles.", "I never collect stamps, no."
    )
    got = ask("What things does Mira collect?", memories[:2])
    assert got.text == "Old maps, thimbles"
    assert [source.id for source in got.sources] == ["Mira0", "Mira1"]


def test_the_third_of_a_kind_makes_three():
    memories = told("I finished my second marathon.", "I have just run my third marathon!")
    assert ask("How many marathons has Mira run?", memories).text == "Three"


def test_times_are_counted_by_the_days_they_are_told_of():
    memories = told("We hiked up the Kestrel.", "Today we hiked up the Kestrel again.")
    assert ask("How many times has Mira hiked up the Kestrel?", memories).text == "Twice"


def test_how_many_is_not_answered_by_what_is_no_number():
    assert not ask("How many lambs does Mira have?", told("I love my lambs.")).known


def test_an_answer_is_read_with_its_question():
    asked = told("What is your favourite dish?", speaker="Ben", session="1")
    said = told("Dumplings!", when=SAID + timedelta(seconds=30), session="1")
    got = ask("What is Mira's favourite dish?", asked, said)
    assert got.known and got.text == "Dumplings"
    assert not ask("What is Ben's favourite dish?", asked, said, speaker="Ada").known


def test_what_one_says_of_anothers_matter_is_not_ones_own():
    own = told("I entered the kite contest with a paper dragon.", speaker="Ola")
    said = told("Your kite contest sounds wonderful, Ola! Congrats!")
    right = ask("What did Ola enter the kite contest with?", own, said)
    wrong = ask("What did Mira enter the kite contest with?", own, said)
    assert right.known and right.text.startswith("A paper dragon")
    assert not wrong.known and wrong.confidence < right.confidence


def test_a_shown_picture_answers_what_was_shown():
    memory = told("Look at this! [shares a picture: a photo of a lighthouse at dusk]")
    got = ask("What did Mira share a photo of?", memory)
    assert got.text == "A lighthouse at dusk"


def test_the_one_of_two_that_was_spoken_of_is_chosen():
    memory = told("I would always take the night train, I love the night train.")
    got = ask("Would Mira take the night train or a plane?", memory)
    assert got.text == "Night train"


def test_what_would_be_is_only_likely_and_what_hurt_is_not():
    good = told("I love camping in the rain.", affect=Affect(valence=0.6))
    bad = told("The camping in the rain broke my heart.", affect=Affect(valence=-0.6))
    assert ask("Would Mira enjoy camping in the rain?", good).text == "Likely yes"
    assert ask("Would Mira enjoy camping in the rain?", bad).text == "Likely no"


def test_who_names_themselves_is_answered_by_name():
    memory = told("I painted my shed.", speaker="Ben")
    assert ask("What did Ben paint?", memory).text == "Their shed"
    assert ask("What did I paint?", memory).text == "Your shed"


def test_a_source_is_told_only_to_who_wants_it():
    memory = told("I painted my shed.")
    percept = Percept(text="What did Mira paint?", speaker="Ben", act="question")
    assert answer(percept, memory, (), NOW).text == "Their shed"
    assert answer(percept, memory, (), NOW, cite=True).text == (
        "Their shed. Mira told me on 14 June 2025: “I painted my shed.”"
    )


@pytest.mark.parametrize(
    ("question", "focus", "role", "verb", "gap"),
    [
        ("What kind of stew did Mira cook?", ("stew",), "object", "cook", ""),
        ("Who did Mira dance with?", (), "object", "danc", "with"),
        ("On which lake does Mira row?", ("lak",), "object", "row", "on"),
        ("Which tune cheers Mira up?", ("tun",), "subject", "che", "up"),
        ("What is Mira's cat called?", (), "copula", "", ""),
        ("What was Mira's favourite sailing trip?", (), "copula", "", ""),
        ("What did Mira's sister do?", (), "deed", "", ""),
        ("Tell me more.", (), "", "", ""),
    ],
)
def test_a_question_leaves_a_gap(question, focus, role, verb, gap):
    found = frame(question, ["Mira"])
    assert (found.focus, found.role, found.verb, found.gap) == (focus, role, verb, gap)


def test_phrases_and_clauses_are_bounded_by_closed_classes():
    found = tokens("I bought bread, cheese and figs, but we forgot the oil.")
    assert found[noun_phrase(found, 2) - 1].text == "figs"
    assert [found[start].text for start, _ in clauses(found)] == ["I", "we"]


@pytest.mark.parametrize(
    ("question", "memory", "short"),
    [
        ("How did I feel after the near miss with the cyclist?", CYCLIST, "Still shaking a bit"),
        ("How did I feel when the sale fell through?", "The sale fell through, gutted.", "Gutted"),
        ("How did I feel about the scan?", "The scan was clear! I cried.", "You cried"),
        ("How did I feel after the exam?", "I sat the exam at noon.", "You told me on 14 June"),
        ("How did I feel after the match?", "Nour was so jealous after the match.", "You told me"),
        ("Who'll look after the leeks?", "Ron says he'll look after the leeks.", "Ron"),
        ("Who fell asleep?", "Both the kids fell asleep in the car.", "Both the kids"),
    ],
)
def test_a_feeling_or_somebody_asked_for_is_no_deed(question, memory, short):
    said = ask(question, told(memory), speaker="Mira").text
    assert said.startswith(short)


def test_no_clause_is_a_shops_name():
    memory = told("Dave thinks I should close the shop.")
    assert not ask("What's my shop called?", memory, speaker="Mira").known
    named = told("My shop is called Corner Books.")
    assert ask("What's my shop called?", named, speaker="Mira").text == "Corner Books"


def test_a_thousandth_is_a_thousand():
    memory = told("Leila delivered her 1000th baby last night.", names=("Leila",))
    assert ask("How many babies has Leila delivered?", memory, names=("Leila",)).text == "1000"


def test_nothing_is_not_what_happened():
    memory = told("Today a cyclist nearly got under my tram.", "Yeah nothing happened at work.")
    asked = {"speaker": "Mira", "times": (span("on Saturday", SAID.replace(hour=0), 1),)}
    assert "cyclist" in ask("What happened on Saturday at work?", memory, **asked).text


def test_where_somebody_stays_is_told_until_they_leave():
    stays = told("Huma is staying in Leeds.", names=("Huma",))
    assert "Leeds" in ask("Where is Huma?", stays, names=("Huma",)).text
    left = [*stays, *told("Huma went back yesterday.", when=SAID + timedelta(days=9))]
    assert "Leeds" not in ask("Where is Huma?", left, names=("Huma",)).text
