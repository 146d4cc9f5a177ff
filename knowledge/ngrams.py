"""Texts as hashed n-grams with tf-idf weights: letters inside words and pairs of words; for Chinese, characters.

The space is the same in every process; what a fit freezes is how rare each n-gram is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SIZE = 2**18
"""Columns of each half: the first holds letters or characters, the second words."""
FEWEST_TEXTS = 2
"""An n-gram of fewer texts is left out."""

Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rarity:
    """How much each n-gram counts: shape (2 * SIZE,), 0 for those of too few texts."""

    chinese: bool
    weights: Weights

    def vectors(self, counts: "csr_matrix") -> "csr_matrix":
        """Weigh counted n-grams: log of the count times rarity, each half of a row of length 1."""
        weighed = counts.astype(np.float32)
        weighed.data = (1 + np.log(weighed.data)) * self.weights[weighed.indices]
        rows = np.repeat(np.arange(weighed.shape[0]), np.diff(weighed.indptr))
        half = 2 * rows + (weighed.indices >= SIZE)
        squares = np.bincount(half, weights=weighed.data**2, minlength=2 * weighed.shape[0])
        weighed.data = (weighed.data / np.sqrt(np.maximum(squares, 1e-12))[half]).astype(np.float32)
        return weighed


def is_chinese(language: str) -> bool:
    """Say whether a language is read by characters."""
    return language.split("-", maxsplit=1)[0] in {"zh", "ja"}


def count_ngrams(texts: Sequence[str], *, chinese: bool) -> "csr_matrix":
    """Count the n-grams of each text: shape (len(texts), 2 * SIZE)."""
    from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415 heavy, and only who annotates needs it

    small, words = _counters(chinese)
    first = small.transform(texts)
    second = csr_matrix(first.shape, dtype=first.dtype) if words is None else words.transform(texts)
    return hstack([first, second], format="csr")


def rarity_of(counts: "csr_matrix", *, chinese: bool) -> Rarity:
    """Learn from counted texts how rare each n-gram is."""
    texts = np.bincount(counts.indices, minlength=counts.shape[1])
    rare = np.log((1 + counts.shape[0]) / (1 + texts)) + 1
    return Rarity(chinese=chinese, weights=np.where(texts >= FEWEST_TEXTS, rare, 0).astype(np.float32))


@lru_cache(maxsize=2)
def _counters(chinese: bool) -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import HashingVectorizer  # noqa: PLC0415 heavy, and only who annotates needs it

    usual = {"n_features": SIZE, "alternate_sign": False, "norm": None, "lowercase": True}
    if chinese:
        return HashingVectorizer(analyzer="char", ngram_range=(1, 3), **usual), None
    pattern = r"(?u)[^\W_]+(?:'\w+)?|[!?]|[\U0001f000-\U0001faff]"
    letters = HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), **usual)
    return letters, HashingVectorizer(token_pattern=pattern, ngram_range=(1, 2), **usual)
