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
        places: list[NDArray[np.int64]] = []
        weights: list[NDArray[np.float64]] = []
        for row, text in enumerate(texts):
            for word, times in Counter(words(text)).items():
                where, how_much = _features(word, self._dimension)
                places.append(where + row * self._dimension)
                weights.append(how_much * sqrt(times))
        size = len(texts) * self._dimension
        flat = np.zeros(size)
        if places:
            flat += np.bincount(np.concatenate(places), np.concatenate(weights), size)
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
