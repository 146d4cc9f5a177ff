"""What speaks for a text: how often it has each thing that is looked for, how long it is, how near its vector lies."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors
from knowledge.postings import met, postings, terms_of
from knowledge.rounded import rounded
from knowledge.tokens import Concept


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


def evidence_of_texts(
    ids: Sequence[int], texts: Sequence[str], *, question: Sequence[Concept], vector: Vectors, vectors: Vectors
) -> Evidence:
    """Compare texts that no sidecar holds yet; the same numbers as if one did."""
    found = postings([terms_of(text) for text in texts])
    counts, stems = met(found, question)
    return Evidence(
        ids=np.asarray(ids, dtype=np.int64),
        cosines=rounded(vectors).cosines(vector),
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
