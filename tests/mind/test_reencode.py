"""A memory can be given another sentence encoder, and opens with it from then on."""

import shutil

import pytest

from cognition import Mind
from cognition.errors import EncoderError
from cognition.faculties.encoder import Transformer, weights_folder


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Make a tiny random BERT with the shipped tokenizer."""
    import torch
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("encoder") / "small-bert"
    torch.manual_seed(1)
    config = BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt"):
        shutil.copy(weights_folder() / name, folder)
    return folder


def test_everything_is_found_with_the_new_encoder_and_after_reopening(tmp_path, encoder, small):
    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder) as mind:
        mind.observe_many({"text": f"Letter {n} was about soup."} for n in range(5))
        mind.observe("I adopted a cat, Luna.")
        seen = []
        mind.reencode(Transformer(str(small)), progress=lambda *at: seen.append(at))
        assert seen == [(6, 6)]
        assert mind.recall("cat", k=1)[0].text == "I adopted a cat, Luna."
        assert mind.faculties.encoder.size == 32
    with Mind.open(tmp_path / "m") as mind:
        assert mind.faculties.encoder.name.startswith("small-bert/")
        assert mind.recall("cat", k=1)[0].text == "I adopted a cat, Luna."
        mind.observe("Luna sleeps.")
        assert all(well for _, well, _ in mind.doctor())
    assert len(list((tmp_path / "m" / "index").iterdir())) == 1
    with pytest.raises(EncoderError, match="reencode"):
        Mind.open(tmp_path / "m", encoder=encoder)


def test_an_interrupted_change_leaves_the_old_encoder(tmp_path, encoder, small):
    class Failing(Transformer):
        def encode(self, texts):
            raise RuntimeError("the power went")

    with Mind.open(tmp_path / "m", owner="Ada", encoder=encoder) as mind:
        mind.observe("I adopted a cat, Luna.")
        with pytest.raises(RuntimeError):
            mind.reencode(Failing(str(small)))
        assert mind.recall("cat", k=1)
    with Mind.open(tmp_path / "m") as mind:
        assert mind.faculties.encoder.name == encoder.name
        assert mind.recall("cat", k=1)
