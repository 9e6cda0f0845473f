"""How LoCoMo's own evaluation scores an answer, and how well confidence tells what is known.

The scores are those of Maharana et al. 2024 (Evaluating very long-term conversational memory of LLM
agents; `task_eval/evaluation.py` of their repository): a question's category decides how its answer
is held against the gold one.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from statistics import fmean
from typing import Any

ADVERSARIAL, OPEN, SEVERAL = "adversarial", "open-domain", "multi-hop"
_MARKS = str.maketrans("", "", string.punctuation)
_SMALL = re.compile(r"\b(?:a|an|the|and)\b")


@lru_cache(maxsize=1)
def _porter() -> Any:
    try:
        from nltk.stem import PorterStemmer
    except ImportError as error:
        raise SystemExit("this needs nltk's stemmer: pip install 'kindred[bench]'") from error
    return PorterStemmer()


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return _porter().stem(word)


def normal(text: str) -> list[str]:
    """Give the Porter stems of a text, without marks, articles and "and".

    >>> normal("The running dogs, and a cat!")
    ['run', 'dog', 'cat']
    """
    plain = text.replace(",", "").lower().translate(_MARKS)
    return [_stem(word) for word in _SMALL.sub(" ", plain).split()]


def token_f1(given: str, gold: str) -> float:
    """Give the harmonic mean of precision and recall over stems.

    >>> round(token_f1("a red bicycle", "the red bicycle of Ada"), 3)
    0.667
    """
    mine, theirs = normal(given), normal(gold)
    shared = sum((Counter(mine) & Counter(theirs)).values())
    if not shared:
        return 0.0
    precision, recall = shared / len(mine), shared / len(theirs)
    return 2 * precision * recall / (precision + recall)


def list_f1(given: str, gold: str) -> float:
    """Give the mean over the gold's comma-separated parts of the best F1 of the answer's parts.

    >>> list_f1("figs, bread", "bread, cheese")
    0.5
    """
    parts = [part.strip() for part in given.split(",")]
    wanted = [part.strip() for part in gold.split(",")]
    return fmean(max(token_f1(part, want) for part in parts) for want in wanted)


def score(category: str, given: str, gold: str, known: bool) -> float:
    """Score an answer as the published evaluation does for its category.

    Adversarial questions ask of the wrong person: right is to abstain (there "not mentioned" in
    the text, here `known` False). Open-domain gold answers give their reason after a semicolon,
    which is not held against them.
    """
    if category == ADVERSARIAL:
        return float(not known)
    if category == SEVERAL:
        return list_f1(given, gold)
    return token_f1(given, gold.split(";")[0].strip() if category == OPEN else gold)


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Give the chance that a positive is rated above a negative, ties counting half.

    >>> auroc([0.9, 0.5], [0.5, 0.1])
    0.875
    """
    ranked = sorted([(value, 1) for value in positive] + [(value, 0) for value in negative])
    below, total, at = 0, 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        hits = sum(kind for _, kind in ranked[at:end])
        misses = end - at - hits
        total += hits * (below + misses / 2)
        below += misses
        at = end
    return total / (len(positive) * len(negative))
