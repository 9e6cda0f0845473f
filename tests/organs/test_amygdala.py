from __future__ import annotations

import hashlib
import math
from importlib import resources

import numpy as np
import pytest

from cognition.faculties import tone
from cognition.faculties.tone import unpack
from cognition.organs.amygdala import affect_of, appraise
from cognition.organs.amygdala.cues import cues
from cognition.organs.amygdala.heads import SHA256, WeightsError, load, shipped
from cognition.organs.amygdala.reasons import CHECKS, CONDITIONS, explain
from cognition.organs.amygdala.words import features
from cognition.values import Affect, Traces

WEIGHTS = resources.files("cognition") / "weights"
PLAIN = ["The meeting is at three.", "The bus stops here.", "I bought bread and milk."]
ODD = ["", "   ", "\x00\x01\x02", "\u200b", "!!!", "…", "\ud83d", "a" * 50_000, "😢 " * 9_000]


def feel(encoder, *texts: str):
    return appraise(list(texts), encoder.encode_words(texts)[1])


def test_good_news_is_pleasant_and_exciting(encoder):
    [one] = feel(encoder, "I got the job!")
    assert one.valence > 0.15 and one.arousal > 0.15
    assert {"excitement", "joy"} & set(one.labels)


def test_a_death_is_unpleasant_and_sad(encoder):
    [one] = feel(encoder, "My dog died yesterday.")
    assert one.valence < -0.15
    assert {"sadness", "grief"} & set(one.labels)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_statements_are_neutral(encoder, text):
    [one] = feel(encoder, text)
    assert one.labels[0] == "neutral"
    assert abs(one.valence) < 0.2


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Thank you so much for your help.", "gratitude"),
        ("I am terrified of the surgery tomorrow.", "fear"),
        ("I'm so sorry, that was my fault.", "remorse"),
        ("I love you.", "love"),
        ("That is hilarious lol", "amusement"),
        ("This makes me furious!", "anger"),
    ],
)
def test_plain_emotions_are_named(encoder, text, label):
    [one] = feel(encoder, text)
    assert label in one.labels


def test_the_same_words_negated_feel_otherwise(encoder):
    glad, not_glad = feel(encoder, "I'm happy about this.", "I'm not happy about this.")
    assert glad.valence > 0 > not_glad.valence
    assert "joy" not in not_glad.labels


def test_own_success_is_more_conducive_than_being_wronged(encoder):
    won, wronged = feel(
        encoder, "I worked hard and passed the exam.", "My colleague lied about me to our boss."
    )
    for name in ("goal_conduciveness", "pleasantness", "self_responsibility"):
        assert won.dimensions[name] > wronged.dimensions[name]
    assert won.dimensions["other_responsibility"] < wronged.dimensions["other_responsibility"]


def test_a_batch_equals_its_members(encoder):
    texts = ["I got the job!", "", "My dog died yesterday.", "😢", "What time is it?"]
    _, traces = encoder.encode_words(texts)
    together = appraise(texts, traces)
    for row, text in enumerate(texts):
        [alone] = appraise([text], traces[row : row + 1])
        assert alone.labels == together[row].labels
        assert alone.valence == pytest.approx(together[row].valence, abs=1e-5)
        assert list(alone.emotions.values()) == pytest.approx(
            list(together[row].emotions.values()), abs=1e-5
        )


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_appraised_within_bounds_and_without_much_confidence(encoder, text):
    [one] = feel(encoder, text)
    assert one.confidence <= 0.5
    core = (one.valence, one.arousal, one.dominance)
    assert all(math.isfinite(value) and -1 <= value <= 1 for value in core)
    shares = [*one.emotions.values(), *one.dimensions.values(), one.confidence]
    assert all(math.isfinite(value) and 0 <= value <= 1 for value in shares)


@pytest.mark.parametrize("text", ["", " \n", "\x00\x01"])
def test_saying_nothing_is_neutral_for_certain(encoder, text):
    [one] = feel(encoder, text)
    assert (one.labels, one.confidence, one.valence) == (("neutral",), 0.0, 0.0)
    assert one.emotions["neutral"] == 1.0


def test_emoji_alone_carry_affect(encoder):
    sad, glad = feel(encoder, "😢💔", "😀🥰")
    assert sad.valence < 0 < glad.valence
    assert "sadness" in sad.labels and "love" in glad.labels


def test_every_appraisal_names_all_labels_and_dimensions(encoder):
    for one in feel(encoder, "I got the job!", ""):
        assert len(one.emotions) == 28 and len(one.dimensions) == 22
        assert set(one.labels) <= set(one.emotions)
        assert {"goal_relevance", "suddenness", "external_check"} <= set(one.dimensions)


def test_why_names_drivers_and_the_emotion(encoder):
    [one] = feel(encoder, "I got the job!")
    drivers, _, emotion = one.why.partition(" -> ")
    assert emotion.split(" (")[0] == affect_of(one).emotion
    for driver in drivers.split(", "):
        name, level = driver.rsplit(" ", 1)
        assert name in one.dimensions and level in ("high", "low")


def test_why_gives_the_conditions_of_the_emotion_in_the_order_of_the_checks():
    away = {"other_responsibility": 2.0, "pleasantness": -1.0, "effort": 3.0, "suddenness": 2.5}
    assert explain("anger", away) == (
        "pleasantness low, other_responsibility high -> anger (blame for something undesirable)"
    )
    assert explain("joy", away) == "suddenness high, other_responsibility high, effort high -> joy"


def test_conditions_are_of_dimensions_and_labels_there_are():
    heads = shipped()
    checked = " ".join(CHECKS.values()).split()
    assert set(CONDITIONS) == set(heads.labels) - {"neutral"}
    assert sorted(checked) == sorted(heads.dimensions)
    for _, conditions in CONDITIONS.values():
        assert all(one[0] in "+-" and one[1:] in checked for one in conditions.split())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("My sister is really angry with me.", "My sister"),
        ("Mia was devastated when her dog died.", "Mia"),
        ("They're so proud.", "They"),
        ("I am glad that Tom is happy.", "speaker"),
        ("Tom was furious and it made me cry.", "speaker"),
        ("Everything is sad.", "speaker"),
        ("The train was late.", "speaker"),
        ("", "speaker"),
    ],
)
def test_who_feels_it_is_told_apart(text, who):
    assert cues(text).experiencer == who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I'm not happy about it.", ("denied",)),
        ("I was never really afraid.", ("denied", "stressed")),
        ("I feel a bit sad.", ("softened",)),
        ("This is so good", ("stressed",)),
        ("This is GOOD", ("stressed",)),
        ("Great, another flat tyre.", ("sarcasm",)),
        ("Great news, we won.", ()),
        ("Yeah, right.", ("sarcasm",)),
        ("It is raining.", ()),
    ],
)
def test_cues_of_how_it_is_said(text, names):
    assert cues(text).names == names


def test_a_cue_of_sarcasm_halves_confidence_and_is_told(encoder):
    meant, unmeant = feel(encoder, "Great, they fixed it.", "Great, another broken lift.")
    assert meant.cues == () and unmeant.cues == ("sarcasm",)
    assert unmeant.why.endswith("; sarcasm")
    strongest = max(unmeant.emotions.values())
    assert unmeant.confidence == pytest.approx(strongest / 2)


def test_another_encoder_gives_no_tone_and_the_words_are_read():
    texts = ["I am so happy!", "I am so sad."]
    glad, sad = appraise(texts, [Traces(), Traces()])
    assert [glad, sad] == appraise(texts)
    assert glad.valence > sad.valence
    assert glad.confidence <= 0.5 and sad.confidence <= 0.5


def test_a_tone_of_another_length_is_not_read():
    [one] = appraise(["I am so happy!"], [Traces(tone=bytes(16))])
    assert one == appraise(["I am so happy!"])[0]


def test_a_tone_that_is_no_numbers_does_no_harm():
    tone = np.full(shipped().size, np.nan, np.float16).tobytes()
    [one] = appraise(["I am so happy!"], [Traces(tone=tone)])
    assert math.isfinite(one.valence)


def test_each_text_needs_its_traces():
    with pytest.raises(ValueError, match="2 texts came with 1 traces"):
        appraise(["one", "two"], [Traces()])


@pytest.mark.parametrize(
    "text", ["字" * 3_000, "Это очень плохо.", "\x07\x1b[31m\x00", "🤷🏽‍♀️", "a" * 100_000]
)
def test_what_it_cannot_read_is_appraised_without_failing(encoder, text):
    [one] = feel(encoder, text)
    assert -1 <= one.valence <= 1 and one.confidence <= 0.75
    assert one.labels and one.why


def test_no_texts_give_no_appraisals():
    assert appraise([]) == []


def test_affect_names_the_strongest_emotion_rather_than_neutral(encoder):
    [job, meeting] = [affect_of(one) for one in feel(encoder, "I got the job!", PLAIN[0])]
    assert job.emotion == "excitement" and job.valence > 0
    assert meeting.emotion == Affect().emotion == "neutral"


def test_letters_drawn_out_and_shouting_are_heard():
    assert "~" in features("sooo good") and "^" in features("so GOOD")
    assert not {"~", "^"} & set(features("so good"))


def test_markup_is_not_heard():
    assert features("[NAME] https://example.org/sad") == []


def test_the_weights_are_those_the_card_describes():
    card, total = (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8"), 0
    for name, expected in (("emotion.npz", SHA256), ("tone.npz", tone.SHA256)):
        content = (WEIGHTS / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == expected
        assert expected in card
        total += len(content)
    assert total <= 6_000_000


def test_changed_weights_are_refused(monkeypatch):
    monkeypatch.setattr("cognition.organs.amygdala.heads.SHA256", "0" * 64)
    shipped.cache_clear()
    try:
        with pytest.raises(WeightsError, match="reinstall"):
            shipped()
    finally:
        shipped.cache_clear()


def test_the_weights_name_the_shipped_encoder(encoder):
    heads = load((WEIGHTS / "emotion.npz").read_bytes())
    assert heads.encoder == encoder.name
    assert len(heads.labels) == 28 and len(heads.dimensions) == 22
    [traces] = encoder.encode_words(["hello"])[1]
    assert len(unpack(traces.tone)) == heads.size
