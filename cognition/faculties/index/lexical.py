"""Turn words into BM25 sparse vectors, so that both engines rank by words alike and store no text.

Terms are hashed stems of English words. Scripts written without spaces become single characters and
pairs, and emoji become words, because the tokeniser would keep the first whole and drop the second.

References:
    Robertson & Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and Beyond.
"""

from __future__ import annotations

import re
import unicodedata

from qdrant_edge import Bm25, Bm25Config, SparseVector

from cognition.regex import regex

K, B, MEAN_LENGTH = 0.9, 0.4, 20.0  # Lucene's short-document settings; a turn is about 20 terms

_UNSPACED = regex(  # Thai, Lao, Burmese, Khmer, kana, Han
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]+"
)
_EMOJI = regex(r"[\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff]")
_ACCENT = regex(r"(?<=[A-Za-z])[\u0300-\u036f]+")

_bm25 = Bm25(Bm25Config(k=K, b=B, avg_len=MEAN_LENGTH, language="english"))


def normalise(text: str) -> str:
    """Rewrite a text so that the tokeniser finds its terms; plain ASCII is left as it is.

    >>> normalise("Café 猫だ"), normalise("a 🎉")
    ('Cafe  猫 だ 猫だ ', 'a  emoji1f389 ')
    """
    if text.isascii():
        return text
    text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    text = unicodedata.normalize("NFC", text)
    text = _UNSPACED.sub(_characters_and_pairs, text)
    return _EMOJI.sub(lambda match: f" emoji{ord(match[0]):x} ", text)


def _characters_and_pairs(match: re.Match[str]) -> str:
    run = match[0]
    pairs = (run[at : at + 2] for at in range(len(run) - 1))
    return f" {' '.join((*run, *pairs))} "


def document(text: str) -> SparseVector:
    """Weigh the terms of a text to be found (term frequency saturated, length normalised).

    >>> len(document("Caroline's cat").indices)
    2
    """
    return _bm25.embed_document(normalise(text))


def query(text: str) -> SparseVector:
    """Give the terms of a text to search by, each of weight 1; empty if it has only stop words.

    >>> query("the").indices
    []
    """
    return _bm25.embed_query(normalise(text))
