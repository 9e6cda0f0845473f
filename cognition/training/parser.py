"""Make `cognition/weights/parser.npz`: what reads the meaning of a sentence and fills its slots.

    python -m cognition.training.parser DATA [WORDINGS.yaml ...] [--out FOLDER]
    python -m cognition.training.parser DATA --test WORDINGS.yaml

DATA is a folder with facts/synthetic_persona_chat_valid.csv (CC BY 4.0): everyday talk, which has
none of the meanings. Wordings are benchmarks/reasoning_forms.yaml and those of further files. Two
narrow layers on the frozen encoder's states, with a tag and a vote of each word; ten minutes on two
cores. With `--test` the shipped weights are measured: the shares of wordings that are parsed
rightly and wrongly, and of talk kept back that is parsed at all.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from cognition.faculties import minilm, parser, tone
from cognition.faculties.encoder import MiniLM, weights_folder
from cognition.training.emotion import rewrite_hash
from cognition.training.fit import packed
from cognition.training.parsing import BATCH, Recipe, Row, trained
from cognition.training.wordings import (
    ADORNED,
    Example,
    Filler,
    adorned,
    among,
    careless,
    listed,
    none,
)
from cognition.training.words import utterances

ROOT = Path(__file__).parents[2]
AMONG = 0.3  # share of wordings that stand among other sentences
ANOTHER = 0.25  # share of what stands beside a sentence that means something itself
KEPT = 2000  # sentences of everyday talk that are only measured on
TOKENS = 96


class Reader:
    """Turns examples into rows: tokens, tags, units, and the encoder's states, computed once."""

    def __init__(self, meanings: Sequence[str], slots: Sequence[str]) -> None:
        self._tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
        self._tokenizer.enable_truncation(TOKENS)
        self._tokenizer.enable_padding()
        graph = minilm.build_layers(
            load_file(weights_folder() / "model.safetensors"), parser.LAYERS
        )
        self._session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
        self._meanings = {name: at for at, name in enumerate(meanings)}
        self._slots = {name: at for at, name in enumerate(slots)}

    def rows(self, examples: Sequence[Example]) -> list[Row]:
        """Give the rows of examples."""
        found: dict[int, Row] = {}
        order = sorted(range(len(examples)), key=lambda at: len(examples[at].text))
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            encoded = self._tokenizer.encode_batch([examples[at].text for at in part])
            feed = {
                "ids": np.array([one.ids for one in encoded], np.int32),
                "mask": np.array([one.attention_mask for one in encoded], np.int32),
            }
            [states] = self._session.run(["states"], feed)
            for at, one, state in zip(part, encoded, states, strict=True):
                length = sum(one.attention_mask)
                found[at] = self._row(examples[at], one.offsets[:length], state[:length].copy())
        return [found[at] for at in range(len(examples))]

    def _row(
        self, example: Example, offsets: Sequence[tuple[int, int]], states: NDArray[np.float16]
    ) -> Row:
        tags = np.zeros(len(offsets), np.int64)
        units = np.full(len(offsets), -1, np.int64)
        for number, unit in enumerate(example.units):
            for at, (start, end) in enumerate(offsets):
                if end > start and unit.start <= start < unit.end:
                    units[at] = number
            for span in unit.spans:
                within = [
                    at
                    for at, (start, end) in enumerate(offsets)
                    if end > start and span.start <= start < span.end
                ]
                for at in within:
                    tags[at] = 2 * self._slots[span.slot] + (1 if at == within[0] else 2)
        return Row(states, tags, units, [self._meanings[unit.meaning] for unit in example.units])


def examples(
    wordings: Sequence[tuple[str, str]], talk: Sequence[str], recipe: Recipe
) -> list[Example]:
    """Fill every wording some times, and add what has none of the meanings."""
    chance = random.Random(0)
    filler = Filler(chance, first_names())
    forms = [(meaning, form) for meaning, form in wordings if meaning != parser.NONE]
    others = [*talk, *(form for meaning, form in wordings if meaning == parser.NONE)]
    found: list[Example] = []

    def beside() -> Example | None:
        """Give what stands next to a sentence: nothing, what says nothing, another wording."""
        draw = chance.random()
        if draw < 0.4:
            return None
        another = draw > 1 - ANOTHER
        return filler.example(*chance.choice(forms)) if another else none(chance, filler, others)

    for _ in range(recipe.fillings):
        for meaning, form in forms:
            one = filler.example(meaning, form)
            if chance.random() < ADORNED:
                one = adorned(one, chance)
            if chance.random() < AMONG:
                one = among(one, beside(), beside())
            found.append(careless(one, chance))
    found += [careless(none(chance, filler, others), chance) for _ in range(recipe.talk)]
    return found


def first_names() -> list[str]:
    """Give given names."""
    text = (
        resources.files("cognition.organs.prefrontal.reasoning") / "first_names.txt"
    ).read_text()
    return sorted(set(re.findall(r"\b[A-Z][a-z]+\b", text)))


def everyday(folder: Path) -> list[str]:
    """Give the sentences of everyday talk."""
    texts = utterances(folder / "facts" / "synthetic_persona_chat_valid.csv")
    found = [text[a:b] for text in texts for a, b in parser.sentences(text)]
    return sorted({one for one in found if 3 <= len(one.split()) <= 24})


def measured(wordings: Sequence[tuple[str, str]], talk: Sequence[str]) -> dict[str, float]:
    """Give the share of wordings that are parsed rightly, and of everyday talk that is parsed."""
    chance = random.Random(1)
    filler, encoder = Filler(chance, first_names()), MiniLM.open()
    given = [filler.example(*one) for one in wordings if one[0] != parser.NONE]
    traces = encoder.encode_words([one.text for one in given])[1]
    right = wrong = 0
    for one, trace in zip(given, traces, strict=True):
        unit = one.units[0]
        wanted = {span.slot: one.text[span.start : span.end] for span in unit.spans}
        got = [(parse.meaning, {k: bare(v) for k, v in parse.slots}) for parse in trace.parses]
        hit = got == [(unit.meaning, {k: bare(v) for k, v in wanted.items()})]
        right, wrong = right + hit, wrong + (bool(got) and not hit)
    parsed = sum(bool(one.parses) for one in encoder.encode_words(talk)[1])
    return {"right": right / len(given), "wrong": wrong / len(given), "talk": parsed / len(talk)}


def bare(value: str) -> str:
    """Give a value without whose it is."""
    return re.sub(r"\A(?:my|a|an|your|the) ", "", value.lower())


def write(wordings: Sequence[tuple[str, str]], talk: Sequence[str], out: Path) -> None:
    """Train on wordings and talk; write the weights, and their hash into what checks it."""
    recipe = Recipe()
    found = examples(wordings, talk, recipe)
    meanings = sorted({unit.meaning for one in found for unit in one.units})
    slots = sorted({span.slot for one in found for unit in one.units for span in unit.spans})
    print(f"{len(wordings)} wordings, {len(found)} examples; training", flush=True)
    network = trained(recipe, Reader(meanings, slots).rows(found), len(meanings), len(slots))
    arrays = tone.rounded(network.arrays())
    content = packed({**arrays, "meanings": np.array(meanings), "slots": np.array(slots)})
    (out / parser.FILE).write_bytes(content)
    parser.SHA256 = rewrite_hash(Path(parser.__file__), content)
    print(f"{parser.FILE}: {len(content)} bytes, sha256 {parser.SHA256}")


def main() -> None:
    """Train and write the weights, or measure those that there are."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    reader.add_argument("data", type=Path)
    reader.add_argument("wordings", type=Path, nargs="*")
    reader.add_argument("--test", type=Path, help="measure on these wordings instead of training")
    reader.add_argument("--out", type=Path, default=Path("cognition/weights"))
    chosen = reader.parse_args()
    torch.set_num_threads(2)
    talk = everyday(chosen.data)
    random.Random(0).shuffle(talk)
    if chosen.test:
        print(measured(list(listed(chosen.test)), talk[:KEPT]))
        return
    files = [ROOT / "benchmarks" / "reasoning_forms.yaml", *chosen.wordings]
    wordings = list(dict.fromkeys(one for file in files for one in listed(file)))
    write(wordings, talk[KEPT:], chosen.out)


if __name__ == "__main__":
    main()
