"""Shared jokes, milestones and moments met: found in sleep, kept, explained, forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cognition.organs.neocortex.relevance import relevant
from cognition.organs.sleep.jokes import LAUGHED, laughed_about, phrases
from cognition.organs.sleep.milestones import ACHIEVED, milestone_of
from cognition.values import Engram, Percept

BEGIN = datetime(2026, 2, 1, 18, 0)
FIRST = [
    ("Ada", "The cats met on the shed again, a proper raccoon parliament."),
    ("Bo", "Hahaha, I can see them voting!"),
    ("Ada", "The tax office wrote to me."),
]
AGAIN = [
    ("Ada", "Nothing much happened at work."),
    ("Bo", "And was the raccoon parliament in session tonight?"),
    ("Ada", "lol, they were!"),
]


def live(mind, session, talk, days):
    mind.observe_many(
        {
            "text": text,
            "speaker": speaker,
            "session": session,
            "when": BEGIN + timedelta(days=days, minutes=n),
        }
        for n, (speaker, text) in enumerate(talk)
    )


def kept(mind, kind):
    return mind.faculties.knowledge.facts(kind=kind)


# -- jokes --------------------------------------------------------------------------------------


@pytest.fixture
def joked(mind):
    live(mind, "a", FIRST, 0)
    live(mind, "b", AGAIN, 7)
    mind.sleep()
    return mind


def test_a_phrase_laughed_about_twice_is_a_shared_joke_with_its_sources(joked):
    [joke] = kept(joked, "joke")
    assert joke.object == "raccoon parliament" and joke.text.startswith("Ada and Bo laughed about")
    told = [joked.memory(id).text for id in joke.sources]
    assert told == [FIRST[0][1], AGAIN[1][1]]
    assert joked.sleep().counts["jokes"] == 0


def test_said_again_without_laughter_or_laughed_about_once_it_is_none(mind):
    live(mind, "a", FIRST, 0)
    live(mind, "b", [*AGAIN[:2], ("Ada", "They were.")], 7)
    mind.sleep()
    assert kept(mind, "joke") == []


def test_a_phrase_of_every_day_is_no_joke_though_one_laughs(mind):
    plain = [("Ada", "The raccoon parliament met, as always.")]
    live(mind, "0", plain, -9)
    live(mind, "a", FIRST, 0)
    live(mind, "b", AGAIN, 7)
    mind.sleep()
    assert kept(mind, "joke") == []


def test_what_was_laughed_about_is_kept_by_id_and_the_joke_goes_with_its_source(joked):
    state = joked.faculties.journal.state(LAUGHED)
    assert state and all(len(id) == 16 for id in state)
    [joke] = kept(joked, "joke")
    receipt = joked.forget(ids=[joke.sources[0]])
    assert joke.id in receipt.ids
    assert kept(joked, "joke") == []
    live(joked, "c", AGAIN, 9)
    joked.sleep()
    assert kept(joked, "joke") == []


def test_laughter_is_the_reply_or_in_the_turn_itself():
    one, reply = Engram(speaker="Bo", text="A sock museum!"), Engram(speaker="Ada", text="Haha!")
    assert laughed_about([one, reply]) == [0]
    assert laughed_about([one, Engram(speaker="Ada", text="I see.")]) == []
    assert laughed_about([Engram(text="I opened a sock museum, hahaha")]) == [0]
    assert ("sock", "museum") in phrases(one)


def test_a_joke_of_the_companions_rests_on_what_it_answered_and_reaches_the_voice(encoder, clock):
    from cognition import Mind
    from cognition.faculties.language import Scripted
    from graphs.companion import companion, turn

    witty = ["A proper raccoon parliament, that is!", "Glad that amused you.", "They do.", "Yes."]
    app = companion()
    with Mind.open(None, "Ada", encoder=encoder, clock=clock, language=Scripted(witty)) as mind:
        turn(app, mind.faculties, "The cats met on the shed.")
        clock.advance(minutes=1)
        turn(app, mind.faculties, "Hahaha!")
        clock.advance(days=7)
        turn(app, mind.faculties, "The raccoon parliament met again, lol!")
        clock.advance(days=1)
        mind.sleep()
        [joke] = kept(mind, "joke")
        assert joke.text.startswith("Ada and Kindred laughed about “raccoon parliament”")
        assert [mind.memory(id).text for id in joke.sources] == [
            "The cats met on the shed.",
            "The raccoon parliament met again, lol!",
        ]
        assert joke in turn(app, mind.faculties, "No raccoon parliament today.")["known"]


# -- milestones ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Guess what! I got the job at Acme!", "achievement"),
        ("I finally graduated yesterday.", "achievement"),
        ("We bought our first house.", "achievement"),
        ("I ran my first marathon on Sunday.", "first"),
        ("I swam in the sea for the first time!", "first"),
        ("Today is our tenth anniversary.", "anniversary"),
        ("It's been three years since I quit smoking.", "anniversary"),
    ],
)
def test_firsts_achievements_and_anniversaries_are_milestones(text, kind):
    assert milestone_of(text)[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "I hope I get the job.",
        "If I graduated, I would travel.",
        "I will run my first marathon in May.",
        "I won't quit.",
        "I never got married.",
        "Have you run a marathon for the first time?",
        "First I went to the shop.",
        "",
    ],
)
def test_what_is_hoped_asked_or_not_so_is_none(text):
    assert milestone_of(text) is None


def test_its_matters_are_ones_that_are_read():
    from cognition.organs.prefrontal.matters import matters

    assert matters() >= ACHIEVED


def test_only_the_persons_own_milestones_are_kept_and_a_year_together_is_one(mind):
    live(mind, "a", [("Ada", "I got the job at Acme!"), ("Bo", "I got the job at Zed!")], 0)
    live(mind, "b", [("Ada", "It rained all day."), ("Ada", "I made soup.")], 368)
    mind.faculties.clock.advance(days=400)
    mind.sleep()
    told, together = kept(mind, "milestone")[::-1]
    assert told.text == "Ada told on Sunday 1 February 2026: “I got the job at Acme!”"
    assert together.object == "a year" and len(together.sources) == 2


# -- moments ------------------------------------------------------------------------------------

MOMENT = [
    ("Ada", "The bus was late."),
    ("Ada", "I sorted the papers."),
    ("Ada", "I am so happy, I love her so much, this is the best day of my life!"),
    ("Bo", "I am so happy for you, I love this, wonderful!"),
    ("Ada", "I will put the kettle on."),
]


def test_a_strong_feeling_that_is_met_is_a_moment_of_its_own(mind):
    live(mind, "a", MOMENT, 0)
    mind.sleep()
    [moment] = kept(mind, "resonance")
    assert [mind.memory(id).text for id in moment.sources] == [MOMENT[2][1], MOMENT[3][1]]
    assert "Bo met Ada's" in moment.text


def test_a_feeling_that_is_not_met_or_is_none_is_no_moment(mind):
    live(mind, "a", [*MOMENT[:3], ("Bo", "The bus leaves at nine."), MOMENT[4]], 0)
    live(mind, "b", [MOMENT[0], MOMENT[1], ("Bo", MOMENT[3][1])], 3)
    mind.sleep()
    assert kept(mind, "resonance") == []


# -- all of them --------------------------------------------------------------------------------


@pytest.fixture
def shared(joked):
    live(joked, "c", [*MOMENT, ("Ada", "I ran my first marathon on Sunday.")], 9)
    joked.sleep()
    return joked


def test_they_are_listed_recalled_and_shown_by_kind(shared):
    for kind, cue in (
        ("joke", "raccoon parliament"),
        ("milestone", "my first marathon"),
        ("resonance", "the best day of my life"),
    ):
        [listed] = shared.memories(kind=kind)
        assert listed.kind == kind and shared.memory(listed.id) == listed
        [recalled, *_] = shared.recall(cue, kinds=[kind])
        assert recalled.id == listed.id and recalled.why


def test_they_touch_on_what_is_said_and_answer_no_question(shared):
    known = shared.faculties.knowledge
    said = Percept("The raccoon parliament again!", speaker="Ada", act="statement")
    assert [fact.kind for fact in relevant(said, known, 8)] == ["joke"]
    ran = Percept("Since my first marathon on Sunday I ran more.", speaker="Ada", act="statement")
    assert "milestone" in {fact.kind for fact in relevant(ran, known, 8)}
    asked = Percept("What about the raccoon parliament?", act="question")
    assert {fact.kind for fact in relevant(asked, known, 8)}.isdisjoint({"joke"})
    assert all(fact.kind != "joke" for fact in known.facts(about="Ada"))


def test_a_correction_ends_what_quotes_the_old_words(shared, clock):
    [milestone] = kept(shared, "milestone")
    shared.correct(milestone.sources[0], "I watched a marathon on Sunday.")
    assert kept(shared, "milestone")[0].valid_to == clock.now()


def test_they_survive_an_export(shared, tmp_path, encoder):
    from cognition import Mind

    shared.export(tmp_path / "all")
    Mind.restore(tmp_path / "all", tmp_path / "store")
    with Mind.open(tmp_path / "store", encoder=encoder) as again:
        for kind in ("joke", "milestone", "resonance"):
            assert kept(again, kind) == kept(shared, kind) != []
