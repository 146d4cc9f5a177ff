"""Which texts have a term, and how often: what words are counted and ranked by.

Each term stands once, with its texts in order, so that texts with a word are counted by two look-ups.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from knowledge.tokens import Concept, hashes_of, term_hash, words

MOST_TIMES = 255
"""How often a term is counted in one text; more would not change its rank."""

MOST_TEXTS = 1 << 24
"""Texts of one set of postings: a term, a text and a count make one number of 64 bits."""

Packed = NDArray[np.uint64]
"""Term, text and count in one number each, from the highest bit: 32, 24 and 8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Terms of texts, in order of their hashes.

    terms: (t,); starts: (t + 1,), where the texts of each term begin in owners; owners, times: (n,), the row of a text
    and how often it has the term; lengths: (texts,), how many terms each text has.
    """

    terms: NDArray[np.uint32]
    starts: NDArray[np.int64]
    owners: NDArray[np.uint32]
    times: NDArray[np.uint8]
    lengths: NDArray[np.int64]

    def counts(self, term: str) -> NDArray[np.float32]:
        """Count a term in each text: shape (texts,)."""
        found = np.zeros(len(self.lengths), dtype=np.float32)
        span = self._span(term)
        found[self.owners[span]] = self.times[span]
        return found

    def counts_in(self, rows: NDArray[np.int64], term: str) -> NDArray[np.float32]:
        """Count a term in some of the texts, by a search for each: shape (len(rows),)."""
        span = self._span(term)
        having = self.owners[span]
        if not len(having):
            return np.zeros(len(rows), dtype=np.float32)
        wanted = rows.astype(np.uint32)
        at = np.minimum(np.searchsorted(having, wanted), len(having) - 1)
        return np.where(having[at] == wanted, self.times[span][at], 0).astype(np.float32)

    def having(self, term: str) -> NDArray[np.uint32]:
        """Give the rows of the texts that have a term, in order."""
        return self.owners[self._span(term)]

    def packed(self) -> Packed:
        """Give everything but the lengths as one number for each term of each text."""
        terms = np.repeat(self.terms, np.diff(self.starts)).astype(np.uint64)
        return (terms << np.uint64(32)) | (self.owners.astype(np.uint64) << np.uint64(8)) | self.times

    def _span(self, term: str) -> slice:
        wanted = np.uint32(term_hash(term))
        at = int(np.searchsorted(self.terms, wanted))
        if at == len(self.terms) or self.terms[at] != wanted:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))


def terms_of(text: str) -> list[int]:
    """Give the hashes of a text's terms."""
    return [term for word in words(text) for term in hashes_of(word)]


def postings(texts: Sequence[Sequence[int]]) -> Postings:
    """Put the hashes of the terms of each text in order."""
    lengths = np.array([len(of_one) for of_one in texts], dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(texts), dtype=np.uint64, count=int(lengths.sum()))
    owners = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
    found, times = np.unique((flat << np.uint64(32)) | (owners << np.uint64(8)), return_counts=True)
    packed: Packed = np.bitwise_or(found, np.minimum(times, MOST_TIMES).astype(np.uint64))
    return unpacked(packed, lengths)


def unpacked(found: Packed, lengths: NDArray[np.int64]) -> Postings:
    """Make postings of numbers in order."""
    terms = (found >> np.uint64(32)).astype(np.uint32)
    firsts = np.flatnonzero(np.diff(terms, prepend=terms[:1] + np.uint32(1)))
    return Postings(
        terms=terms[firsts],
        starts=np.append(firsts, len(terms)).astype(np.int64),
        owners=((found >> np.uint64(8)) & np.uint64(MOST_TEXTS - 1)).astype(np.uint32),
        times=(found & np.uint64(MOST_TIMES)).astype(np.uint8),
        lengths=lengths,
    )


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
