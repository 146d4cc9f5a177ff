"""What speaks for a text: how often it has each thing that is looked for, how long it is, how near its vector lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors
from knowledge.tokens import Concept, hashes_of, term_hash, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Terms of texts, in order of their hashes. terms, owners: (n,), owners the row of the text; lengths: (texts,)."""

    terms: NDArray[np.uint32]
    owners: NDArray[np.uint32]
    lengths: NDArray[np.int64]

    def counts(self, term: str) -> NDArray[np.float32]:
        """Count a term in each text: shape (texts,)."""
        wanted = np.uint32(term_hash(term))
        first, end = np.searchsorted(self.terms, wanted), np.searchsorted(self.terms, wanted, side="right")
        return np.bincount(self.owners[first:end], minlength=len(self.lengths)).astype(np.float32)

    def counts_in(self, rows: NDArray[np.int64], term: str) -> NDArray[np.float32]:
        """Count a term in some of the texts, by a search for each: shape (len(rows),)."""
        having = self.having(term)
        wanted = rows.astype(np.uint32)
        return (np.searchsorted(having, wanted, side="right") - np.searchsorted(having, wanted)).astype(np.float32)

    def having(self, term: str) -> NDArray[np.uint32]:
        """Give the rows of the texts that have a term, in order, each as often as it is there."""
        wanted = np.uint32(term_hash(term))
        first, end = np.searchsorted(self.terms, wanted), np.searchsorted(self.terms, wanted, side="right")
        return self.owners[first:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for each text of `ids`; all arrays have as many rows.

    counts, stems: (texts, concepts), how often each concept is met as it is, and by its beginning; lengths in terms.
    """

    ids: NDArray[np.int64]
    cosines: Vectors
    counts: NDArray[np.float32]
    stems: NDArray[np.float32]
    lengths: NDArray[np.int64]


def terms_of(text: str) -> list[int]:
    """Give the hashes of a text's terms, as the sidecar keeps them."""
    return [term for word in words(text) for term in hashes_of(word)]


def postings(texts: Sequence[Sequence[int]]) -> Postings:
    """Put the hashes of the terms of each text in order."""
    lengths = np.array([len(of_one) for of_one in texts], dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(texts), dtype=np.uint32, count=int(lengths.sum()))
    order = np.argsort(flat, kind="stable")
    owners = np.repeat(np.arange(len(texts), dtype=np.uint32), lengths)
    return Postings(terms=flat[order], owners=owners[order], lengths=lengths)


def met(
    found: Postings, question: Sequence[Concept], *, rows: NDArray[np.int64] | None = None
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Count each concept in each text, or in those of `rows`: as it is, and by its beginning."""
    many = len(found.lengths) if rows is None else len(rows)

    def counted(term: str | None) -> NDArray[np.float32]:
        if term is None:
            return np.zeros(many, dtype=np.float32)
        return found.counts(term) if rows is None else found.counts_in(rows, term)

    counts = [counted(concept.term) for concept in question]
    stems = [counted(concept.stem) for concept in question]
    shape = (len(question), many)
    return np.array(counts, np.float32).reshape(shape).T, np.array(stems, np.float32).reshape(shape).T


def evidence_of_texts(
    ids: Sequence[int], texts: Sequence[str], *, question: Sequence[Concept], vector: Vectors, vectors: Vectors
) -> Evidence:
    """Compare texts that no sidecar holds yet; the same numbers as if one did."""
    found = postings([terms_of(text) for text in texts])
    counts, stems = met(found, question)
    return Evidence(
        ids=np.asarray(ids, dtype=np.int64),
        cosines=vectors @ vector,
        counts=counts,
        stems=stems,
        lengths=found.lengths,
    )


def joined(parts: Sequence[Evidence], *, concepts: int) -> Evidence:
    """Put evidence from several places together, by id, so that it does not matter where a text was read."""
    if not parts:
        empty = np.empty(0, np.float32)
        ids = np.empty(0, np.int64)
        none = np.empty((0, concepts), np.float32)
        return Evidence(ids=ids, cosines=empty, counts=none, stems=none, lengths=ids)
    ids = np.concatenate([part.ids for part in parts])
    order = np.argsort(ids)
    return Evidence(
        ids=ids[order],
        cosines=np.concatenate([part.cosines for part in parts])[order],
        counts=np.concatenate([part.counts for part in parts])[order],
        stems=np.concatenate([part.stems for part in parts])[order],
        lengths=np.concatenate([part.lengths for part in parts])[order],
    )
