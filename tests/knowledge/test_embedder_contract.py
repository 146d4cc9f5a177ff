"""What every embedder must do; run on the one we ship and on the fake that tests may use."""

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.embedder import HashingEmbedder
from knowledge.ports import Embedder, Vectors

TEXTS = ("The queue was too long", "Kolejka była za długa", "排队太久", "", "…")


class LetterEmbedder:
    """A fake that counts letters."""

    name = "letters@1"
    dimension = 26

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for letter in text.lower().encode():
                rows[row, letter % self.dimension] += letter > 64
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float32)
        return unit


@pytest.fixture(params=[HashingEmbedder, LetterEmbedder])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    made: Embedder = request.param()
    return made


def test_an_embedder_names_its_version(embedder: Embedder) -> None:
    name, at, version = embedder.name.partition("@")
    assert name
    assert at
    assert version


def test_vectors_have_the_promised_shape(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    assert embedder.dimension <= 512
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_vectors_are_of_length_one_or_zero(embedder: Embedder) -> None:
    lengths = np.linalg.norm(embedder.embed(TEXTS), axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-5) | (lengths == 0))
    assert lengths[3] == 0


def test_a_vector_does_not_depend_on_its_company(embedder: Embedder) -> None:
    together = embedder.embed(TEXTS)
    assert np.array_equal(together, np.concatenate([embedder.embed([text]) for text in TEXTS]))


def test_forms_and_misspellings_are_nearer_than_other_topics() -> None:
    vectors = HashingEmbedder().embed(
        [
            "długa kolejka do kasy",
            "kolejki przy kasach",
            "paczka przyszła uszkodzona",
            "排队太久",
            "排隊很久",
            "味道不好",
        ]
    )
    near = vectors @ vectors.T
    assert near[0, 1] > near[0, 2] + 0.1
    assert near[3, 4] > near[3, 5] + 0.1
