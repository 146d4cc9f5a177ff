"""Segments of the sidecar made into one: what is newest of each text, its postings in order again."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from knowledge.evidence import Postings
from knowledge.ports import Vectors

TIMES = 4
"""A segment that holds fewer than this many times what all later ones hold is merged with them."""

FEWEST = 8
"""So few segments are left alone."""

AT_ONCE = 20_000
"""Vectors copied at once, so that merging takes no memory to speak of."""


class Part(Protocol):
    """A segment, as merging sees it."""

    @property
    def ids(self) -> NDArray[np.int64]:
        """Whose texts they are."""
        ...

    @property
    def vectors(self) -> Vectors:
        """Of shape (texts, dimension)."""
        ...

    @property
    def postings(self) -> Postings:
        """Terms in order."""
        ...


def too_many(sizes: Sequence[tuple[str, int]]) -> list[str]:
    """Name the segments, oldest first, that are better one; none where there are few."""
    if len(sizes) < FEWEST:
        return []
    chosen: list[str] = []
    held = 0
    for name, size in reversed(sizes):
        if len(chosen) >= FEWEST // 2 and size >= TIMES * held:
            break
        chosen.append(name)
        held += size
    return chosen[::-1]


def write_merged(parts: Sequence[Part], folder: Path) -> str:
    """Write the segments, oldest first, as one into an empty folder; give what names its content."""
    ids = np.concatenate([part.ids for part in parts])
    unique, last = np.unique(ids[::-1], return_index=True)
    kept = np.zeros(len(ids), dtype=np.bool_)
    kept[len(ids) - 1 - last] = True
    np.save(folder / "ids.npy", ids[kept])
    _write_vectors(parts, kept, folder / "vectors.npy")
    _write_postings(parts, kept, folder)
    return blake2b(ids[kept].tobytes() + str(len(unique)).encode(), digest_size=6).hexdigest()


def _write_vectors(parts: Sequence[Part], kept: NDArray[np.bool_], path: Path) -> None:
    shape = (int(kept.sum()), parts[0].vectors.shape[1])
    written = open_memmap(path, mode="w+", dtype=np.float32, shape=shape)
    start = at = 0
    for part in parts:
        for first in range(0, len(part.ids), AT_ONCE):
            some = part.vectors[first : first + AT_ONCE][
                kept[start + first : start + first + AT_ONCE][: len(part.ids) - first]
            ]
            written[at : at + len(some)] = some
            at += len(some)
        start += len(part.ids)
    written.flush()


def _write_postings(parts: Sequence[Part], kept: NDArray[np.bool_], folder: Path) -> None:
    """Write terms and owners; within a term, owners stay in order, since sorting leaves equals as they are."""
    place = np.cumsum(kept) - 1
    starts = np.cumsum([0, *(len(part.ids) for part in parts)])
    terms = np.concatenate([part.postings.terms for part in parts])
    owners = np.concatenate(
        [part.postings.owners + np.uint32(start) for part, start in zip(parts, starts[:-1], strict=True)]
    )
    standing = kept[owners]
    terms, owners = terms[standing], place[owners[standing]].astype(np.uint32)
    order = np.argsort(terms, kind="stable")
    np.save(folder / "terms.npy", terms[order])
    np.save(folder / "owners.npy", owners[order])
    np.save(folder / "lengths.npy", np.concatenate([part.postings.lengths for part in parts])[kept])
