"""Vectors rounded to eight bits a number: a quarter of the memory, and cosines within half a hundredth.

Every comparison goes through them, wherever a text was read, so that an answer does not depend on that.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.ports import Vectors

LARGEST = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounded:
    """numbers: (n, dimension); scales: (n,), what each row's numbers are multiples of."""

    numbers: NDArray[np.int8]
    scales: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.scales)

    def take(self, rows: NDArray[np.int64]) -> "Rounded":
        """Give some rows."""
        return Rounded(numbers=self.numbers[rows], scales=self.scales[rows])

    def cosines(self, vector: Vectors) -> Vectors:
        """Compare each row with a vector of length 1: shape (n,).

        By one thread: the threads of a matrix product wait for each other on a busy machine.
        """
        found: Vectors = np.einsum("ij,j->i", self.numbers, vector) * self.scales
        return found

    def restored(self) -> Vectors:
        """Give the vectors, as near as they were kept."""
        found: Vectors = self.numbers.astype(np.float32) * self.scales[:, None]
        return found


def rounded(vectors: Vectors) -> Rounded:
    """Round vectors, each by its own largest number."""
    scales = (np.abs(vectors).max(axis=1, initial=0.0) / LARGEST).astype(np.float32)
    steps = np.where(scales > 0, scales, np.float32(1))
    return Rounded(numbers=np.rint(vectors / steps[:, None]).astype(np.int8), scales=scales)
