"""Vectors without a model: words and pieces of words hashed into few dimensions. Nothing is learnt or downloaded.

Pieces of three and four letters let misspellings and endings meet; Chinese comes as pairs of characters. Words without
a topic weigh little in any corpus, which stands in for an idf: frozen, so that a vector never depends on other rows.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors
from knowledge.script import HAN
from knowledge.tokens import is_empty, stem_of, term_hash, words

EMPTY_WEIGHT = 0.15
STEM_WEIGHT = 0.8
PIECES_WEIGHT = 0.8
CHARACTER_WEIGHT = 0.35
AT_ONCE = 1_000
"""Texts whose words are gathered together: enough to spread the fixed cost, little enough to stay in the cache."""

_Sparse = tuple[NDArray[np.int64], NDArray[np.float64]]


class HashingEmbedder:
    """Embeds texts by hashing; the same text gives the same vector in every process."""

    name = "hashing@1"

    def __init__(self, *, dimension: int = 384) -> None:
        self._dimension = dimension

    @property
    def dimension(self) -> int:
        """How long a vector is."""
        return self._dimension

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed each text: shape (len(texts), dimension), rows of length 1 (a text without words: zeros)."""
        parts = [self._embed(texts[start : start + AT_ONCE]) for start in range(0, len(texts), AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, self._dimension), dtype=np.float32)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        """Lay every word's features out once, then gather them for each text in one stroke."""
        known: dict[str, int] = {}
        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        for row, text in enumerate(texts):
            for word, times in Counter(words(text)).items():
                rows.append(row)
                columns.append(known.setdefault(word, len(known)))
                weights.append(sqrt(times))
        flat = np.zeros(len(texts) * self._dimension)
        if known:
            features = [_features(word, self._dimension) for word in known]
            lengths = np.array([len(where) for where, _ in features])
            column = np.array(columns)
            of_each = lengths[column]
            starts = np.cumsum(lengths) - lengths
            gathered = np.arange(of_each.sum()) + np.repeat(starts[column] - np.cumsum(of_each) + of_each, of_each)
            places = np.concatenate([where for where, _ in features])[gathered]
            values = np.concatenate([how_much for _, how_much in features])[gathered]
            places += np.repeat(np.array(rows) * self._dimension, of_each)
            flat += np.bincount(places, values * np.repeat(np.array(weights), of_each), len(flat))
        return _unit_rows(flat.reshape(len(texts), self._dimension))


def _unit_rows(rows: NDArray[np.float64]) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    unit: Vectors = (rows / lengths).astype(np.float32)
    return unit


@lru_cache(maxsize=100_000)
def _features(word: str, dimension: int) -> _Sparse:
    """Give where a word falls and how heavily; words repeat so much that this is worth keeping."""
    parts = _chinese(word) if HAN.match(word) else _spelt(word)
    scale = EMPTY_WEIGHT if is_empty(word) else 1.0
    hashed = [(term_hash(part), weight * scale) for part, weight in parts]
    where = np.array([(value >> 1) % dimension for value, _ in hashed], dtype=np.int64)
    how_much = np.array([weight if value & 1 else -weight for value, weight in hashed], dtype=np.float64)
    return where, how_much


def _chinese(word: str) -> list[tuple[str, float]]:
    return [(word, 1.0), *((character, CHARACTER_WEIGHT) for character in word if len(word) > 1)]


def _spelt(word: str) -> list[tuple[str, float]]:
    edged = f"<{word}>"
    pieces = [edged[at : at + length] for length in (3, 4) for at in range(len(edged) - length + 1)]
    share = PIECES_WEIGHT / sqrt(len(pieces)) if pieces else 0.0
    stem = stem_of(word)
    return [(word, 1.0), *((piece, share) for piece in pieces), *([(stem, STEM_WEIGHT)] if stem else [])]
