"""What speaks for a text: how often it has each thing that is looked for, how long it is, how near its vector lies."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors
from knowledge.tokens import Concept, hashes_of, term_hash, words

STEM_COUNTS = 0.6
"""How much a word's beginning counts against the word itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEvidence:
    """counts: (texts, concepts), how often each concept is met; lengths: (texts,), in terms."""

    counts: NDArray[np.float32]
    lengths: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for each text of `ids`; all arrays have as many rows."""

    ids: NDArray[np.int64]
    cosines: Vectors
    counts: NDArray[np.float32]
    lengths: NDArray[np.int64]


def evidence(terms: NDArray[np.uint32], ends: NDArray[np.int64], *, question: Sequence[Concept]) -> TermEvidence:
    """Count what is looked for in texts whose terms stand one after another, text i ending before `ends[i]`."""
    counts = np.zeros((len(ends), len(question)), dtype=np.float32)
    for column, concept in enumerate(question):
        exact = _per_text(terms, ends, concept.term)
        stem = _per_text(terms, ends, concept.stem) * STEM_COUNTS if concept.stem else 0
        counts[:, column] = np.maximum(exact, stem)
    return TermEvidence(counts=counts, lengths=np.diff(ends, prepend=0))


def _per_text(terms: NDArray[np.uint32], ends: NDArray[np.int64], term: str) -> NDArray[np.int64]:
    hits = np.flatnonzero(terms == np.uint32(term_hash(term)))
    return np.bincount(np.searchsorted(ends, hits, side="right"), minlength=len(ends))


def terms_of(text: str) -> list[int]:
    """Give the hashes of a text's terms, as the sidecar keeps them."""
    return [term for word in words(text) for term in hashes_of(word)]


def evidence_of_texts(
    ids: Sequence[int], texts: Sequence[str], *, question: Sequence[Concept], vector: Vectors, vectors: Vectors
) -> Evidence:
    """Compare texts that no sidecar holds yet; the same numbers as if one did."""
    terms = [terms_of(text) for text in texts]
    ends = np.cumsum(np.array([len(of_one) for of_one in terms], dtype=np.int64))
    flat = np.array([term for of_one in terms for term in of_one], dtype=np.uint32)
    found = evidence(flat, ends, question=question)
    return Evidence(
        ids=np.asarray(ids, dtype=np.int64), cosines=vectors @ vector, counts=found.counts, lengths=found.lengths
    )


def joined(parts: Sequence[Evidence], *, concepts: int) -> Evidence:
    """Put evidence from several places together, by id, so that it does not matter where a text was read."""
    if not parts:
        empty = np.empty(0, np.float32)
        ids = np.empty(0, np.int64)
        return Evidence(ids=ids, cosines=empty, counts=np.empty((0, concepts), np.float32), lengths=ids)
    ids = np.concatenate([part.ids for part in parts])
    order = np.argsort(ids)
    return Evidence(
        ids=ids[order],
        cosines=np.concatenate([part.cosines for part in parts])[order],
        counts=np.concatenate([part.counts for part in parts])[order],
        lengths=np.concatenate([part.lengths for part in parts])[order],
    )
