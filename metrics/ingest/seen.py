"""Which ids stood earlier in a file, in eight bytes each: sixteen million of them fit in 128 MB."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FRESH = 100_000
"""Ids kept in a set before they are sorted into the array."""
MARKS = 1 << 25
"""Bytes in which each sorted id leaves a mark, so that of most new ones it is known without searching."""
ALL_64_BITS = (1 << 64) - 1


class Seen:
    """A set of texts by a 64-bit hash: of 16 million ids, some two are alike by chance once in 100,000 files."""

    def __init__(self) -> None:
        self._fresh: set[int] = set()
        self._sorted: list[NDArray[np.uint64]] = []
        self._times: dict[int, int] = {}
        self._marks = bytearray()

    def add(self, text: str) -> int:
        """Count the text, and say how often it stood earlier."""
        key = hash(text) & ALL_64_BITS
        if not self._holds(key):
            self._fresh.add(key)
            if len(self._fresh) >= FRESH:
                self._sort()
            return 0
        self._times[key] = self._times.get(key, 0) + 1
        return self._times[key]

    def add_new(self, texts: Sequence[str]) -> bool:
        """Count the texts if none of them stood earlier, nor stands among them twice; say whether that was so."""
        keys = {hash(text) & ALL_64_BITS for text in texts}
        if len(keys) < len(texts) or not self._fresh.isdisjoint(keys):
            return False
        if self._sorted and any(map(self._holds, keys)):
            return False
        self._fresh |= keys
        if len(self._fresh) >= FRESH:
            self._sort()
        return True

    def _holds(self, key: int) -> bool:
        if key in self._fresh:
            return True
        if not self._sorted or not self._marks[key % MARKS]:
            return False
        wanted = np.uint64(key)
        for part in self._sorted:
            place = int(np.searchsorted(part, wanted))
            if place < len(part) and part[place] == wanted:
                return True
        return False

    def _sort(self) -> None:
        """Sort the fresh ids into a part of their own; parts of a size are merged, so that there are few of them."""
        part = np.sort(np.fromiter(self._fresh, dtype=np.uint64, count=len(self._fresh)))
        self._marks = self._marks or bytearray(MARKS)
        np.frombuffer(self._marks, dtype=np.uint8)[part % np.uint64(MARKS)] = 1
        self._fresh.clear()
        while self._sorted and len(self._sorted[-1]) <= len(part):
            part = np.sort(np.concatenate((self._sorted.pop(), part)))
        self._sorted.append(part)
