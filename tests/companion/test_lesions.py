"""The companion lives on without any one of its organs, and a sham shows the knife does no harm."""

from datetime import datetime

import pytest

from cognition import Mind
from cognition.faculties.clock import MovableClock
from cognition.values import Care, Mood, Note, Utterance
from graphs import Circuit
from graphs.companion import CONFIG, turn

CIRCUIT = Circuit.load(CONFIG)
ORGANS = sorted(CIRCUIT.organs)
SCRIPT = [
    "",
    "Hi! My sister Mia visits on Friday.",
    "I lost my job today and I feel awful.",
    "What is my sister called?",
    "Please don't give me advice.",
    "Good night.",
]


@pytest.fixture
def lives(encoder):
    """Give what every channel held after each turn of a script, and what was durably kept."""

    def run(circuit, script=SCRIPT):
        clock = MovableClock(datetime(2026, 3, 1, 18, 0))
        app = circuit.compile()
        with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
            states = []
            for words in script:
                states.append(turn(app, mind.faculties, words))
                clock.advance(minutes=10)
            return states, [memory.text for memory in mind.memories() if memory.role == "person"]

    return run


@pytest.fixture(scope="module")
def channels():
    """Give, of each organ, its channels' resting values and which of them others write too."""
    writers = [c.name for organ in CIRCUIT.organs.values() for c in organ.writes]
    return {
        name: {
            c.name: c.rest for c in organ.writes if c.merge is None or writers.count(c.name) == 1
        }
        for name, organ in CIRCUIT.organs.items()
    }


def without_ids(state):
    """What a turn came to, less the identity that LangGraph gives each message."""
    said = [(message.type, message.content) for message in state["messages"]]
    return {**state, "messages": said}


@pytest.mark.parametrize("organ", ORGANS)
def test_without_any_one_organ_it_lives_on_and_the_organ_is_silent(organ, lives, channels):
    states, _ = lives(CIRCUIT.lesion(organ))
    assert len(states) == len(SCRIPT)
    for state in states:
        for name, rest in channels[organ].items():
            assert state[name] == rest, name


@pytest.mark.parametrize("organ", ORGANS)
def test_each_organ_makes_a_difference_when_it_is_there(organ, lives, channels):
    states, _ = lives(CIRCUIT)
    assert any(state[name] != rest for state in states for name, rest in channels[organ].items())


@pytest.mark.parametrize(
    "organ", [name for name in ORGANS if name not in ("broca", "basal_ganglia", "prefrontal")]
)
def test_without_one_organ_that_does_not_choose_words_it_still_answers(organ, lives):
    states, _ = lives(CIRCUIT.lesion(organ))
    assert all(state["utterance"].text for state in states)


@pytest.mark.parametrize(
    "organ", [name for name in ORGANS if name not in ("thalamus", "hippocampus", "consolidation")]
)
def test_without_one_organ_that_does_not_keep_it_remembers_what_was_said(organ, lives):
    _, kept = lives(CIRCUIT.lesion(organ))
    assert sorted(kept) == sorted(filter(None, SCRIPT))


@pytest.mark.parametrize("organ", ["thalamus", "hippocampus", "consolidation"])
def test_without_what_perceives_encodes_or_commits_nothing_is_kept(organ, lives):
    _, kept = lives(CIRCUIT.lesion(organ))
    assert kept == []


def test_without_the_neocortex_no_fact_is_learned_but_the_episode_is_recalled(lives):
    states, _ = lives(CIRCUIT.lesion("neocortex"))
    assert states[1]["learned"] == ()
    assert any("Mia" in memory.text for memory in states[3]["recollections"])


def test_without_the_hippocampus_a_fact_is_still_known(lives):
    states, _ = lives(CIRCUIT.lesion("hippocampus"))
    assert states[3]["recollections"] == ()
    assert "Mia" in states[3]["utterance"].text


def test_without_the_amygdala_sorrow_is_not_felt(lives):
    intact, cut = lives(CIRCUIT)[0][2], lives(CIRCUIT.lesion("amygdala"))[0][2]
    assert intact["affect"].valence < -0.3 and cut["affect"].valence == 0
    assert intact["mood"] != Mood() and cut["mood"] == Mood()


def test_without_the_insula_care_takes_no_notice(lives):
    dark = ["I want to kill myself tonight."]
    [intact], [cut] = lives(CIRCUIT, dark)[0], lives(CIRCUIT.lesion("insula"), dark)[0]
    assert intact["care"].level == "crisis" and intact["care"].notice in intact["utterance"].text
    assert cut["care"] == Care()


def test_without_broca_it_is_mute(lives):
    states, _ = lives(CIRCUIT.lesion("broca"))
    for words, state in zip(SCRIPT, states, strict=True):
        assert state["decision"].moves
        assert [message.type for message in state["messages"]] == ["human"] * bool(words)


def test_two_organs_can_be_missing_at_once(lives):
    states, _ = lives(CIRCUIT.lesion("amygdala").lesion("hippocampus"))
    assert all(state["utterance"].text for state in states)
    assert all(state["affect"].valence == 0 == len(state["recollections"]) for state in states)


@pytest.mark.parametrize("organ", ORGANS)
def test_a_sham_changes_nothing_at_all(organ, lives):
    intact, kept = lives(CIRCUIT)
    sham, kept_too = lives(CIRCUIT.sham(organ))
    assert list(map(without_ids, sham)) == list(map(without_ids, intact))
    assert kept_too == kept


def test_a_clamped_mood_stays_and_is_felt_by_the_rest(lives):
    gloomy = Mood(valence=-0.9, arousal=-0.5)
    states, _ = lives(CIRCUIT.clamp("mood", gloomy))
    assert [state["mood"] for state in states] == [gloomy] * len(SCRIPT)
    assert all(state["utterance"].text for state in states)


def test_a_clamped_utterance_is_what_is_said(lives):
    states, _ = lives(CIRCUIT.clamp("utterance", Utterance("Mm.")))
    assert {state["messages"][-1].content for state in states} == {"Mm."}


def test_clamped_care_reaches_what_is_said(lives):
    notice = "Please call the harbour office."
    states, _ = lives(CIRCUIT.clamp("care", Care(level="notice", notice=notice)))
    assert all(notice in state["utterance"].text for state in states)


def test_with_nothing_learned_by_clamp_the_question_is_not_answered_from_facts(lives):
    states, _ = lives(CIRCUIT.clamp("learned", ()))
    assert all(state["learned"] == () == state["known"] for state in states)


def test_clamped_notes_are_all_that_is_kept_of_that_kind(encoder, clock):
    app = CIRCUIT.clamp("notes", (Note("only", "1"),)).compile()
    with Mind.open(None, owner="Ada", encoder=encoder, clock=clock) as mind:
        turn(app, mind.faculties, "I love the sea.")
        assert mind.faculties.journal.state("only") == 1
        assert mind.faculties.journal.state("voice.recent") is None


def test_a_frozen_amygdala_feels_the_first_thing_for_ever(lives):
    script = ["I lost my job today and I feel awful.", "I won the race!", "Good night."]
    states, _ = lives(CIRCUIT.freeze("amygdala"), script)
    assert len({state["affect"] for state in states}) == 1
    assert len({state["affect"] for state in lives(CIRCUIT, script)[0]}) > 1


def test_a_frozen_thalamus_hears_the_first_thing_for_ever(lives):
    states, kept = lives(CIRCUIT.freeze("thalamus"), SCRIPT[1:4])
    assert {state["percept"].text for state in states} == {SCRIPT[1]}
    assert kept == [SCRIPT[1]]
