from __future__ import annotations

import hashlib
import math
from importlib import resources

import numpy as np
import pytest

from cognition.organs.amygdala import affect_of, appraise
from cognition.organs.amygdala.heads import SHA256, WeightsError, load, shipped
from cognition.organs.amygdala.words import features
from cognition.values import Affect

WEIGHTS = resources.files("cognition") / "weights"
PLAIN = ["The meeting is at three.", "The bus stops here.", "I bought bread and milk."]
ODD = ["", "   ", "\x00\x01\x02", "\u200b", "!!!", "…", "\ud83d", "a" * 50_000, "😢 " * 9_000]


def feel(encoder, *texts: str):
    return appraise(list(texts), encoder.encode(texts), encoder.name)


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
    assert abs(one.valence) < 0.15


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
    vectors = encoder.encode(texts)
    together = appraise(texts, vectors)
    for row, text in enumerate(texts):
        [alone] = appraise([text], vectors[row : row + 1])
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
    assert emotion == affect_of(one).emotion
    for driver in drivers.split(", "):
        name, level = driver.rsplit(" ", 1)
        assert name in one.dimensions and level in ("high", "low")


def test_another_encoders_vectors_are_not_read(encoder):
    texts = ["I am so happy!", "I am so sad."]
    other = appraise(texts, encoder.encode(texts)[::-1], "another/mean/0")
    assert [one.valence for one in other] == [one.valence for one in appraise(texts)]
    assert other[0].valence > other[1].valence
    assert all(one.confidence <= 0.5 for one in other)


def test_vectors_of_another_size_are_not_read():
    vectors = np.ones((1, 8), np.float32)
    assert appraise(["I am so happy!"], vectors) == appraise(["I am so happy!"])


def test_vectors_that_are_not_numbers_do_no_harm():
    vectors = np.full((1, 384), np.nan, np.float32)
    [one] = appraise(["I am so happy!"], vectors)
    assert math.isfinite(one.valence)


def test_each_text_needs_its_vector():
    with pytest.raises(ValueError, match="2 texts came with 1 vectors"):
        appraise(["one", "two"], np.zeros((1, 384), np.float32))


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
    content = (WEIGHTS / "emotion.npz").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert digest == SHA256
    assert digest in (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert len(content) <= 1_500_000


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
