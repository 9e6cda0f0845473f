"""Make the weights with which memories are compared word by word.

usage: python -m cognition.training.words DATA

DATA is a folder with facts/synthetic_persona_chat_valid.csv (CC BY 4.0) and
emotion/goemotions_train.tsv (CC BY 4.0). From their texts come the directions in which the
encoder's states of words differ most (principal components: each word is kept as 48 small numbers,
not 384 large ones), and how rare each word piece is in everyday talk. Nothing is fitted to any
question. Two minutes on two cores; run again, it gives the same file.

References:
    Khattab & Zaharia 2020, ColBERT (late interaction over states of words).
    Jolliffe 2002, Principal Component Analysis. Sparck Jones 1972 (rarity, idf).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cognition.faculties.encoder import BATCH, TOKENS, MiniLM, weights_folder
from cognition.faculties.traces import FILE, WIDTH

CHATS, COMMENTS = 2500, 1000  # texts whose words' states are looked at
SEED = 0
_SPEAKER = re.compile(r"^User \d: ")

Array = NDArray[np.float64]


def utterances(file: Path) -> list[str]:
    """Read what was said in Synthetic-Persona-Chat (Jandaghi et al. 2023)."""
    with file.open(encoding="utf-8", newline="") as rows:
        talks = [row[2] for row in csv.reader(rows)][1:]
    lines = (_SPEAKER.sub("", line).strip() for talk in talks for line in talk.split("\n"))
    return [line for line in lines if line]


def rarity(texts: Sequence[str], tokenizer: Any) -> Array:
    """Give each word piece's inverse document frequency, as BM25 has it."""
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update(set(tokenizer.encode(text).ids))
    seen = np.array([counts.get(piece, 0) for piece in range(tokenizer.get_vocab_size())])
    return np.log((len(texts) - seen + 0.5) / (seen + 0.5) + 1.0)


def components(texts: Sequence[str], model: Any, tokenizer: Any) -> tuple[Array, Array]:
    """Give the mean state of a word (384,) and the directions of most variance (384, WIDTH)."""
    import torch

    total, products, count = np.zeros(MiniLM.size), np.zeros((MiniLM.size, MiniLM.size)), 0
    ordered = sorted(texts, key=len)
    for start in range(0, len(ordered), BATCH):
        batch = tokenizer.encode_batch(ordered[start : start + BATCH])
        ids = torch.tensor([item.ids for item in batch])
        mask = torch.tensor([item.attention_mask for item in batch])
        with torch.inference_mode():
            states = model(input_ids=ids, attention_mask=mask).last_hidden_state
        unit = torch.nn.functional.normalize(states, dim=-1).double().numpy()
        for row, length in zip(unit, mask.sum(1).tolist(), strict=True):
            words = row[1 : length - 1]  # without the marks of beginning and end
            total += words.sum(0)
            products += words.T @ words
            count += len(words)
    mean = total / count
    variance, directions = np.linalg.eigh(products / count - np.outer(mean, mean))
    first = directions[:, ::-1][:, :WIDTH]
    print(f"{count} words; {WIDTH} directions keep {variance[-WIDTH:].sum() / variance.sum():.2f}")
    # an eigenvector's sign is arbitrary: fix it, so that every run gives the same
    return mean, first * np.sign(first[np.abs(first).argmax(0), np.arange(WIDTH)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    from tokenizers import Tokenizer
    from transformers import AutoModel

    chats = utterances(data / "facts" / "synthetic_persona_chat_valid.csv")
    lines = (data / "emotion" / "goemotions_train.tsv").read_text(encoding="utf-8").split("\n")
    comments = [line.split("\t")[0] for line in lines if line]
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()
    model = AutoModel.from_pretrained(weights_folder(), local_files_only=True).eval()
    chance = np.random.default_rng(SEED)
    looked_at = [
        texts[at]
        for texts, size in ((chats, CHATS), (comments, COMMENTS))
        for at in chance.choice(len(texts), size, replace=False)
    ]
    mean, directions = components(looked_at, model, tokenizer)
    about = json.dumps({"encoder": MiniLM.name, "texts": len(chats) + len(comments)})
    content = io.BytesIO()
    np.savez_compressed(
        content,
        mean=mean.astype(np.float32),
        directions=directions.astype(np.float32),
        rarity=rarity([*chats, *comments], tokenizer).astype(np.float16),
        about=np.frombuffer(about.encode(), np.uint8),
    )
    file = Path(__file__).parent.parent / "weights" / FILE
    file.write_bytes(content.getvalue())
    print(f"{file.name}: {len(content.getvalue())} bytes")
    print("sha256", hashlib.sha256(content.getvalue()).hexdigest())


if __name__ == "__main__":
    main()
