"""Segments of the sidecar made into one: what is newest of each text, its postings in order again."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from knowledge.postings import MOST_TEXTS, Postings, unpacked
from knowledge.rounded import Rounded

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
    def hashes(self) -> NDArray[np.bytes_]:
        """Of their content."""
        ...

    @property
    def vectors(self) -> Rounded:
        """A row each."""
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
        if (len(chosen) >= FEWEST // 2 and size >= TIMES * held) or held + size > MOST_TEXTS:
            break
        chosen.append(name)
        held += size
    return chosen[::-1] if len(chosen) > 1 else []


def write_merged(parts: Sequence[Part], folder: Path) -> str:
    """Write the segments, oldest first, as one into an empty folder; give what names its content."""
    ids = np.concatenate([part.ids for part in parts])
    _, last = np.unique(ids[::-1], return_index=True)
    kept = np.zeros(len(ids), dtype=np.bool_)
    kept[len(ids) - 1 - last] = True
    hashes = np.concatenate([part.hashes for part in parts])[kept]
    np.save(folder / "ids.npy", ids[kept])
    np.save(folder / "hashes.npy", hashes)
    np.save(folder / "scales.npy", np.concatenate([part.vectors.scales for part in parts])[kept])
    _write_numbers(parts, kept, folder / "numbers.npy")
    _write_postings(parts, kept, folder)
    return blake2b(ids[kept].tobytes() + hashes.tobytes(), digest_size=6).hexdigest()


def _write_numbers(parts: Sequence[Part], kept: NDArray[np.bool_], path: Path) -> None:
    shape = (int(kept.sum()), parts[0].vectors.numbers.shape[1])
    written = open_memmap(path, mode="w+", dtype=np.int8, shape=shape)
    start = at = 0
    for part in parts:
        for first in range(0, len(part.ids), AT_ONCE):
            end = min(first + AT_ONCE, len(part.ids))
            some = part.vectors.numbers[first:end][kept[start + first : start + end]]
            written[at : at + len(some)] = some
            at += len(some)
        start += len(part.ids)
    written.flush()


def _write_postings(parts: Sequence[Part], kept: NDArray[np.bool_], folder: Path) -> None:
    """Move each text's row, then put all in order: by term, then by row."""
    row = (np.cumsum(kept) - 1).astype(np.uint64)
    moved, start = [], 0
    for part in parts:
        packed = part.postings.packed()
        owners = ((packed >> np.uint64(8)) & np.uint64(MOST_TEXTS - 1)).astype(np.int64) + start
        others = packed & ~np.uint64((MOST_TEXTS - 1) << 8)
        moved.append((others | (row[owners] << np.uint64(8)))[kept[owners]])
        start += len(part.ids)
    every = np.concatenate(moved)
    every.sort()
    found = unpacked(every, np.concatenate([part.postings.lengths for part in parts])[kept])
    for name in ("terms", "starts", "owners", "times", "lengths"):
        np.save(folder / f"{name}.npy", getattr(found, name))
