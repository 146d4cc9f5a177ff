"""How well each text answers a question: the words it shares with it (BM25) and how near its vector lies, as one score.

Rarity is counted among the texts that the asker may see and asked for, so rows beyond them cannot change an answer.
"""

import numpy as np
from numpy.typing import NDArray

from knowledge.evidence import Evidence

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of BM25 (Robertson and Zaragoza 2009, 3.2)."""

WORDS_WEIGH = 0.5
"""The share of shared words in the score; the rest is the vector's. Hashed vectors blur exact terms."""

NEAR = 0.35
"""The cosine from which a text without any of the words is an answer; among 12,000 comments chance reaches 0.3."""

FLOOR = 0.3
"""Texts that score less than this share of the best one are left out."""


def relevance(found: Evidence) -> NDArray[np.float64]:
    """Score each text 0 to 1; 0: no answer. Rounded, so that it does not matter in what company a text was scored."""
    if not len(found.ids):
        return np.empty(0)
    shared = _bm25(found)
    cosines = np.clip(found.cosines.astype(np.float64), 0, 1)
    score = WORDS_WEIGH * shared + (1 - WORDS_WEIGH) * cosines
    score[(shared <= 0) & (cosines < NEAR)] = 0
    score[score < FLOOR * score.max()] = 0
    return np.round(score, 4)


def mentions(found: Evidence) -> NDArray[np.bool_]:
    """Say which texts have everything that is looked for: each word itself, or one that begins like it."""
    if not found.counts.shape[1]:
        return np.zeros(len(found.ids), dtype=np.bool_)
    return np.asarray((found.counts > 0).all(axis=1), dtype=np.bool_)


def _bm25(found: Evidence) -> NDArray[np.float64]:
    """Give BM25 as a share of the most that the question allows, 0 to 1."""
    counts = found.counts.astype(np.float64)
    having = (counts > 0).sum(axis=0)
    rarity = np.log1p((len(counts) - having + 0.5) / (having + 0.5))
    mean = max(float(found.lengths.mean()), 1.0)
    slowed = SATURATION * (1 - LENGTH + LENGTH * found.lengths / mean)
    parts = counts * (SATURATION + 1) / (counts + slowed[:, None])
    most = float(rarity.sum()) * (SATURATION + 1)
    shared: NDArray[np.float64] = parts @ rarity / most if most else np.zeros(len(counts))
    return shared
