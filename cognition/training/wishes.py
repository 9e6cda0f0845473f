"""Make the weights that tell from a message that it says how its sender wishes to be treated.

usage: python -m cognition.training.wishes DATA [--test WORDINGS.yaml ...]

DATA is a folder with emotion/goemotions_train.tsv and goemotions_dev.tsv (CC BY 4.0) and
facts/synthetic_persona_chat_valid.csv (CC BY 4.0): what people say every day. The wishes, and what
only sounds like one, are wish_lines.yaml beside this file and benchmarks/procedures_forms.yaml. A
penalised multinomial logistic regression over the shared encoder's vector of a message and the
words and pairs of words that wishes are put in; its threshold lets through five in a thousand of
everyday texts that were not trained on, nearly all of them comments that command somebody.
`--test` measures on wordings in the form of
benchmarks/procedures_held_out.yaml. Two minutes on two cores.

References:
    Hosmer & Lemeshow 2000, Applied Logistic Regression.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cognition.faculties.encoder import MiniLM
from cognition.organs.basal_ganglia.meant import FILE, KINDS
from cognition.organs.neocortex.lexicon import listed
from cognition.organs.tables import table
from cognition.training.regression import Fitted, Vectors, everyday

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "benchmarks" / "procedures_forms.yaml"
COMMENTS = 3000  # everyday ones
PENALTY = 3e-4
PASSING = 0.005  # share of everyday texts above the threshold; slots and rules bar most of them
FOLDS = 5
FRAMES = (
    "{said}", "{said}", "Please, {low}", "By the way: {low}", "From now on, {low}", "hey, {low}",
    "{said} Thanks.", "I had a long day. {said}", "One more thing. {said}", "{said} ok?",
)  # fmt: skip
NAMES = listed("Sam Max Robin Addie Theo Juno Kit Noor Ellis Bea Jo Pat Lou Mina Dex Ravi Olu Tess")
TOPICS = listed(
    "divorce surgery wedding audition trial exam funeral operation interview diet weight mother ex"
    " brother job war diagnosis accident house money debt baby school hearing move court break-up"
)

Floats = NDArray[np.float32]
Line = tuple[str, str]  # text, kind


def written() -> list[Line]:
    """Read the lines that wishes are put in, each with its kind."""
    lines = [(text, kind) for kind, texts in _own_lines().items() for text in texts]
    forms = table(FORMS)
    for part, lead in (("seen", ""), ("further", ""), ("lifted", "lift_")):
        for kind, texts in forms[part].items():
            named = kind if kind == "call_me" else f"{lead}{kind}"
            lines += [(text, named) for text in texts]
    return lines


def _own_lines() -> dict[str, list[str]]:
    return table(Path(__file__).with_name("wish_lines.yaml"))


def blind(file: Path) -> list[Line]:
    """Read wordings in the form of benchmarks/procedures_held_out.yaml."""
    forms = table(file)
    lines = [(text, kind) for kind, texts in forms["further"].items() for text in texts]
    for kind, texts in forms["lifted"].items():
        lines += [(text, kind if kind == "call_me" else f"lift_{kind}") for text in texts]
    return lines


def filled(text: str, chance: random.Random, frame: str = "{said}") -> str:
    """Fill a line's gaps, and put it in a frame as people do."""
    said = text.replace("{name}", chance.choice(NAMES)).replace("{topic}", chance.choice(TOPICS))
    if said.endswith("?"):
        return said
    return frame.format(said=said, low=said if said.startswith("I") else said[0].lower() + said[1:])


def framed(lines: Sequence[Line], times: int, seed: int = 0) -> tuple[list[str], list[str]]:
    """Give every line several times, filled and framed, and the kinds."""
    chance = random.Random(seed)
    rows = [
        (filled(text, chance, chance.choice(FRAMES) if n else "{said}"), kind)
        for text, kind in lines
        for n in range(times)
    ]
    return [text for text, _ in rows], [kind for _, kind in rows]


def fitted(lines: Sequence[Line], usual: Sequence[str], vectors: Vectors) -> Fitted:
    """Fit on the lines, each filled and framed some times."""
    texts, kinds = framed(lines, 4)
    numbers = [KINDS.index(kind) for kind in kinds]
    words_of = [text for text, _ in lines]
    return Fitted(texts, numbers, usual, vectors, words_of, PENALTY)


def report(name: str, lines: Sequence[Line], margins: Floats, limit: float) -> None:
    """Print the share of each kind that is told, and told as another."""
    best = margins.argmax(1) + 1
    told = np.where(margins.max(1) > limit, best, 0)
    kinds = np.array([KINDS.index(kind) for _, kind in lines])
    print(
        name, "right", round(float((told == kinds).mean()), 3),
        "wrong", round(float(((told != kinds) & (told > 0)).mean()), 3),
    )  # fmt: skip
    for number, kind in enumerate(KINDS):
        here = kinds == number
        if here.any():
            right, none = (told[here] == number).mean(), (told[here] == 0).mean()
            print(f"   {kind:18} {int(here.sum()):4} right {right:.3f} none {none:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    vectors, data = Vectors(MiniLM.open()), options.data
    usual, kept = everyday(data, COMMENTS)
    lines = written()
    order = np.random.default_rng(0).permutation(len(lines))
    margins = np.zeros((len(lines), len(KINDS) - 1), np.float32)
    chance = random.Random(1)
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS].tolist())
        model = fitted([one for n, one in enumerate(lines) if n not in out], usual, vectors)
        texts = [filled(lines[n][0], chance) for n in sorted(out)]
        margins[sorted(out)] = model.margins(texts)
    model = fitted(lines, usual, vectors)
    limit = float(np.quantile(model.margins(kept).max(1), 1 - PASSING))
    report("lines left out in turn", lines, margins, limit)
    for file in options.test:
        held = blind(file)
        report(file.name, held, model.margins([filled(text, chance) for text, _ in held]), limit)
        texts, _ = framed([one for one in held], 2, 5)
        again = [one for one in held for _ in range(2)]
        report(f"{file.name}, half in frames", again, model.margins(texts), limit)
    content = model.packed(limit, {"everyday": PASSING})
    (ROOT / "cognition" / "weights" / FILE).write_bytes(content)
    print(f"{FILE}: {len(content)} bytes, sha256", hashlib.sha256(content).hexdigest(), limit)


if __name__ == "__main__":
    main()
