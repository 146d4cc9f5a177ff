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
