"""How well each text answers a question: the words it shares with it (BM25) and how near its vector lies, as one score.

Rarity is counted among the texts that the asker may see and asked for, so rows beyond them cannot change an answer.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.evidence import Evidence
from knowledge.ports import Vectors
from knowledge.script import HAN
from knowledge.tokens import Concept
from knowledge.word_lists import ENGLISH, OTHERS, POLISH

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of BM25 (Robertson and Zaragoza 2009, 3.2)."""

LENGTH_ELSEWHERE, RARE_WORDS_TELL_ELSEWHERE = 0.4, 1.5
"""b, and the least power of rarity, for questions in a language of many endings, where few words are met again."""

VECTORS_WEIGH, VECTORS_WEIGH_ELSEWHERE = 1.0, 0.25
"""What a vector counts against shared words, in English and in other languages. Hashed pieces of words bring misspelt
and related words together, and in a language of many endings, or of few characters, also what has nothing in common.
"""

SHORT, LONG = 20, 40
"""Words. Up to SHORT a question is about something; from LONG it is a text of its own."""

RARE_WORDS_TELL = 2.0
"""The power of rarity in a long question: many of its words are found anywhere."""

NEAR = 0.35
"""The cosine from which a text without any of the words is an answer; among 12,000 comments chance reaches 0.3."""

FLOOR = 0.1
"""Texts that score less than this share of the best one are left out."""

EXAMPLES = 8
"""How many of the best answers say what the others should be like."""

EXAMPLES_WEIGH = 0.5


def relevance(found: Evidence, question: Sequence[Concept]) -> NDArray[np.float64]:
    """Score each text 0 to 1; 0: no answer. Rounded, so that it does not matter in what company a text was scored."""
    if not len(found.ids):
        return np.empty(0)
    cosines = np.clip(found.cosines.astype(np.float64), 0, 1)
    telling = np.array([concept.telling for concept in question], dtype=np.bool_)
    shares = (found.counts[:, telling] + found.stems[:, telling]).any(axis=1)
    shared, weight = _bm25(found, question), vectors_weigh(question)
    score = (shared / (shared.max() or 1.0) + weight * cosines) / (1 + weight)
    score[~shares & (cosines < NEAR)] = 0
    score[score < FLOOR * score.max()] = 0
    return np.round(score, 4)


def sharpened(scores: NDArray[np.float64], vectors: Vectors) -> NDArray[np.float64]:
    """Score answers anew, best first, by how alike they are to the best of them too (Rocchio 1971, without a judge).

    vectors: (answers, dimension). Nothing becomes an answer by it, and none ceases to be one.
    """
    examples = vectors[:EXAMPLES].mean(axis=0)
    length = float(np.linalg.norm(examples)) or 1.0
    alike = np.clip(np.einsum("ij,j->i", vectors, examples).astype(np.float64) / length, 0, 1)
    anew: NDArray[np.float64] = np.round((scores + EXAMPLES_WEIGH * alike) / (1 + EXAMPLES_WEIGH), 4)
    return anew


def vectors_weigh(question: Sequence[Concept]) -> float:
    """Say what vectors count against words; a question that does not show its language is taken for English."""
    return VECTORS_WEIGH_ELSEWHERE if _is_chinese(question) or _is_elsewhere(question) else VECTORS_WEIGH


def mentions(found: Evidence) -> NDArray[np.bool_]:
    """Say which texts have everything that is looked for: each word itself, or one that begins like it."""
    if not found.counts.shape[1]:
        return np.zeros(len(found.ids), dtype=np.bool_)
    return np.asarray((found.counts + found.stems > 0).all(axis=1), dtype=np.bool_)


def _is_chinese(question: Sequence[Concept]) -> bool:
    return any(HAN.match(concept.term) for concept in question)


def _is_elsewhere(question: Sequence[Concept]) -> bool:
    """Say whether a question shows by its small words that it is in another language, with letters, than English."""
    terms = [concept.term for concept in question]
    english = sum(term in ENGLISH for term in terms)
    other = sum(term in POLISH or term in OTHERS for term in terms)
    return other > english and not _is_chinese(question)


def _longness(question: Sequence[Concept]) -> float:
    """Say how much of a text a question is: 0 to 1."""
    return min(max((len(question) - SHORT) / (LONG - SHORT), 0.0), 1.0)


def _bm25(found: Evidence, question: Sequence[Concept]) -> NDArray[np.float64]:
    """Give BM25 over words and their beginnings as a share of the most that the question allows, 0 to 1."""
    has_stem = np.array([concept.stem is not None for concept in question], dtype=np.bool_)
    counts = np.hstack([found.counts, found.stems[:, has_stem]]).astype(np.float64)
    having = (counts > 0).sum(axis=0)
    least, by_length = (RARE_WORDS_TELL_ELSEWHERE, LENGTH_ELSEWHERE) if _is_elsewhere(question) else (1.0, LENGTH)
    power = least + (RARE_WORDS_TELL - least) * _longness(question)
    rarity = np.log1p((len(counts) - having + 0.5) / (having + 0.5)) ** power
    mean = max(float(found.lengths.mean()), 1.0)
    slowed = SATURATION * (1 - by_length + by_length * found.lengths / mean)
    parts = counts * (SATURATION + 1) / (counts + slowed[:, None])
    most = float(rarity.sum()) * (SATURATION + 1)
    shared: NDArray[np.float64] = parts @ rarity / most if most else np.zeros(len(counts))
    return shared
