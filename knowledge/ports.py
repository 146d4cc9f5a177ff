"""What knowledge needs from others, as protocols."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of one length."""

    @property
    def name(self) -> str:
        """name@version: part of the collection's name, so that vectors of two embedders never mix."""
        ...

    @property
    def dimension(self) -> int:
        """How long a vector is; at most 512."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed each text: shape (len(texts), dimension), rows of length 1 (a text without words: zeros)."""
        ...


class VectorIndex(Protocol):
    """Finds the nearest of many vectors: in a folder of ours or on a server. Every method raises IndexUnavailable."""

    def upsert(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Put vectors in, each replacing what its id had."""
        ...

    def nearest(self, vector: Vectors, *, limit: int) -> tuple[int, ...]:
        """Give the ids nearest to a vector of shape (1, dimension), nearest first."""
        ...

    def ids(self) -> frozenset[int]:
        """Give every id it holds."""
        ...

    def remove(self, ids: Sequence[int]) -> None:
        """Take these ids out."""
        ...

    def is_there(self) -> bool:
        """Say whether there is anything."""
        ...

    def is_as_left(self) -> bool:
        """Say whether nobody else has changed it since it was closed."""
        ...

    def size(self) -> int:
        """Give the bytes on disk."""
        ...

    def claim(self) -> None:
        """Take the right to write until `close`."""
        ...

    def discard(self) -> None:
        """Delete it."""
        ...

    def quarantine(self) -> None:
        """Put it aside, to be built again."""
        ...

    def close(self) -> None:
        """Let go of it; it opens again at its next use."""
        ...
