"""BM25 over plain words, to measure the search against: as in Robertson and Zaragoza 2009, k1 1.2 and b 0.75."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.tokens import words

K1, B = 1.2, 0.75


class PlainBm25:
    """Ranks texts by the words they share with a question."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        counted = [Counter(words(text)) for text in texts]
        lengths = np.array([sum(of_one.values()) for of_one in counted], dtype=np.float64)
        slowed = K1 * (1 - B + B * lengths / max(float(lengths.mean()), 1.0))
        having: dict[str, list[tuple[int, float]]] = {}
        for row, of_one in enumerate(counted):
            for word, times in of_one.items():
                having.setdefault(word, []).append((row, times * (K1 + 1) / (times + slowed[row])))
        self._rows = {word: np.array([row for row, _ in found]) for word, found in having.items()}
        self._worth = {word: np.array([worth for _, worth in found]) for word, found in having.items()}

    def best(self, question: str, *, limit: int) -> NDArray[np.int64]:
        """Give the rows of the best texts, best first; of equals, the earlier one."""
        scores = np.zeros(self._size)
        for word in set(words(question)) & self._rows.keys():
            rows = self._rows[word]
            scores[rows] += np.log1p((self._size - len(rows) + 0.5) / (len(rows) + 0.5)) * self._worth[word]
        return np.argsort(-scores, kind="stable")[:limit]
