from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cognition import Mind
from cognition.organs.prefrontal import answer
from cognition.values import Percept, Recollection, TimeSpan

NOW = datetime(2023, 9, 1, 12)
MAY_8 = datetime(2023, 5, 8, 13, 57)


def ask(text, *recollections, speaker="Ben", now=NOW, cite=True, **fields):
    names = fields.pop("names", ())
    return answer(
        Percept(text=text, speaker=speaker, act="question", names=names, **fields),
        recollections,
        (),
        now,
        cite=cite,
    )


def span(text, start, days):
    return TimeSpan(text, start, start + timedelta(days=days))


GROUP = Recollection(
    id="g",
    text="I went to a LGBTQ support group yesterday and it was so powerful.",
    speaker="Caroline",
    when=MAY_8,
    times=(span("yesterday", datetime(2023, 5, 7), 1),),
)
POTTERY = Recollection(
    id="p",
    text="I just signed up for a pottery class. It's like therapy for me.",
    speaker="Melanie",
    when=datetime(2023, 7, 3, 14),
)


def test_a_when_question_is_answered_by_the_resolved_day_and_its_source():
    got = ask("When did Caroline go to the LGBTQ support group?", GROUP, POTTERY)
    assert got.text.startswith("7 May 2023. Caroline told me on 8 May 2023: “I went to a LGBTQ")
    assert got.known and got.sources == (GROUP,)


def test_without_a_time_in_the_memory_the_day_it_was_said_is_given_as_such():
    got = ask("When did Melanie sign up for a pottery class?", POTTERY)
    assert got.text.startswith("Melanie mentioned it on 3 July 2023.")


@pytest.mark.parametrize(
    ("start", "days", "said"),
    [
        (datetime(2023, 6, 1), 30, "June 2023."),
        (datetime(2022, 1, 1), 365, "2022."),
        (datetime(2023, 6, 5), 7, "The week of 5 June 2023."),
        (datetime(2023, 6, 10), 2, "The weekend of 10 June 2023."),
        (datetime(2023, 6, 5), 3, "5 to 7 June 2023."),
    ],
)
def test_stretches_of_time_are_worded_as_people_say_them(start, days, said):
    memory = replace(GROUP, when=datetime(2023, 8, 1), times=(span("yesterday", start, days),))
    assert ask("When did Caroline go to the support group?", memory).text.startswith(said)


def test_how_long_ago_is_counted_to_now():
    got = ask("How long ago did Caroline go to the support group?", GROUP)
    assert got.text.startswith("3 months ago, on 7 May 2023.")


def test_what_someone_else_did_is_not_given_for_the_person_asked_about():
    right = ask("When did Caroline go to the LGBTQ support group?", GROUP, POTTERY)
    wrong = ask("When did Melanie go to the LGBTQ support group?", GROUP, POTTERY)
    assert not wrong.known
    assert wrong.confidence < right.confidence
    assert "don't remember" in wrong.text


def test_what_was_never_told_is_not_remembered():
    got = ask("When did Caroline buy a sailing boat?", GROUP, POTTERY)
    assert not got.known and got.sources == ()


def test_nothing_recalled_is_not_remembered():
    got = ask("Where did Caroline go?")
    assert (got.known, got.confidence) == (False, 0.0)


def test_the_asker_is_told_what_they_said_themselves():
    memory = Recollection(
        text="I donated my old car to a homeless shelter.", speaker="Ben", when=MAY_8
    )
    got = ask("What did I donate to the homeless shelter?", memory)
    assert got.text.startswith("Your old car. ")
    assert "You told me on 8 May 2023" in got.text


def test_do_you_remember_asks_for_the_memory_itself():
    memory = Recollection(text="My driving test went badly.", speaker="Ben", when=MAY_8)
    got = ask("Do you remember what I told you about my driving test?", memory)
    assert got.known and "“My driving test went badly.”" in got.text


def test_a_name_is_cut_out_of_the_sentence():
    memory = Recollection(text="Guess what! I got a dog called Coco.", speaker="Maria", when=MAY_8)
    assert ask("What is the name of Maria's dog?", memory).text.startswith("Coco.")


def test_a_place_is_cut_out_of_the_sentence():
    memory = Recollection(text="Last month I moved to Lyon, it rains a lot.", speaker="Maria")
    assert ask("Where did Maria move?", memory).text.startswith("Lyon.")


def test_a_denial_answers_no():
    memory = Recollection(text="I have never been to Norway.", speaker="Ben", when=MAY_8)
    assert ask("Have I been to Norway?", memory).text.startswith("No.")


def test_the_newest_of_two_tellings_is_current():
    old = Recollection(
        id="old", text="Jen often joins Kim on nature excursions.", speaker="Ada", when=MAY_8
    )
    new = replace(old, id="new", text=old.text.replace("Jen", "Chris"), when=NOW)
    got = ask("Who often joins Kim on nature excursions?", old, new, names=("Kim",))
    assert got.text.startswith("Chris")
    assert "Jen" not in got.text


def test_a_question_asked_before_is_no_evidence():
    before = Recollection(text="When did I adopt Luna?", speaker="Ben", when=MAY_8)
    assert not ask("When did I adopt Luna?", before).known


def test_what_the_companion_said_is_quoted_as_its_own():
    memory = Recollection(
        text="You could try the herbal tea.", speaker="Kindred", role="companion", when=MAY_8
    )
    got = ask("What did you say about herbal tea?", memory)
    assert "I said on 8 May 2023" in got.text


def test_several_memories_make_a_list():
    one = Recollection(id="1", text="We play the video game Valorant.", speaker="Nate", when=MAY_8)
    two = Recollection(id="2", text="I play the video game Cyberpunk.", speaker="Nate", when=NOW)
    got = ask("What video games does Nate play?", one, two)
    assert "Valorant" in got.text and "Cyberpunk" in got.text
    assert len(got.sources) == 2


def test_a_time_named_in_the_question_prefers_what_was_said_then():
    june = Recollection(
        id="j", text="I won a chess cup.", speaker="Nate", when=datetime(2022, 6, 3)
    )
    may = Recollection(id="m", text="I won a chess cup.", speaker="Nate", when=datetime(2022, 5, 3))
    asked = span("May 2022", datetime(2022, 5, 1), 31)
    got = ask("What did Nate win in May 2022?", june, may, times=(asked,))
    assert got.sources == (may,)


def test_hostile_text_is_answered_calmly():
    for text in ("", "?", "?" * 500, "\x00", "((((", "When " * 300 + "?"):
        assert not ask(text, GROUP).known


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who is Priya?", "“Her best friend Priya will be in the same class.”"),
        ("Who is Tom?", "remember"),
    ],
)
def test_somebody_only_mentioned_is_quoted(question, answer):
    when = datetime(2026, 11, 28, 9)
    with Mind.open(None, owner="Jonas") as mind:
        mind.observe("My daughter Ella starts school on Monday.", speaker="Jonas", when=when)
        told = "She is six. Her best friend Priya will be in the same class."
        mind.observe(told, speaker="Jonas", when=when + timedelta(minutes=1))
        assert answer in mind.answer(question, now=when + timedelta(days=1)).text
