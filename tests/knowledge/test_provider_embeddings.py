"""Vectors of a provider: of one length, apart from others, and never in the way of an answer (fault 26)."""

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from adapters.embeddings.provider import ProviderEmbedder
from knowledge import search as module
from knowledge.backlog import index_backlog
from knowledge.errors import EmbedderDown
from knowledge.search import FeedbackSearch, open_search
from metrics.scope import EVERYTHING
from tests.knowledge.shop import Shop


class Meanings(Embeddings):
    """A model for which a queue is the same in every language; or one that is down."""

    def __init__(self, *, width: int = 8) -> None:
        self.width = width
        self.down = False

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if self.down:
            raise ConnectionError
        return [
            [float(any(word in text for word in ("queue", "排队"))), 1.0] + [0.0] * (self.width - 2) for text in texts
        ]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


@pytest.mark.parametrize("width", [8, 512, 1536])
def test_vectors_of_any_width_become_unit_vectors_of_one_length(width: int) -> None:
    embedder = ProviderEmbedder("double:meanings", model=Meanings(width=width))
    vectors = embedder.embed(["queue", "late", "排队", " "])
    assert vectors.shape == (4, 512)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 0], atol=1e-5)
    np.testing.assert_allclose(vectors[0], vectors[2], atol=1e-5)
    # queue is (1, 1), late (0, 1): a cosine of 1 / sqrt(2) = 0.707; random directions keep it within 0.15.
    assert vectors[0] @ vectors[1] == pytest.approx(0.707, abs=0.15)


def test_changing_the_embedder_keeps_the_old_vectors_and_answers_all_the_while(
    shop: Shop, search: FeedbackSearch
) -> None:
    texts = index_backlog(search.parts).indexed
    search.close()
    other = open_search(
        shop.engine, folder=shop.home / "index", embedder=ProviderEmbedder("double:meanings", model=Meanings())
    )
    found = other.search("queue", within=EVERYTHING)
    assert (found.hits[0].feedback.external_id[:2], found.degraded) == ("en", "index_behind")
    assert "zh" in [hit.feedback.external_id for hit in found.hits]  # across languages, by meaning
    assert index_backlog(other.parts).indexed == texts
    assert other.search("queue", within=EVERYTHING).degraded is None
    other.close()
    assert len(search.parts.index.ids()) == texts


def test_the_former_vectors_answer_until_the_new_ones_are_all_there(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    search.close()
    model = Meanings()
    model.down = True
    embedder = ProviderEmbedder("double:meanings", model=model)
    new = open_search(shop.engine, folder=shop.home / "index", embedder=embedder)
    both = FeedbackSearch(shop.reader, parts=new.parts, former=search)
    found = both.search("kurier zgubił paczkę", within=EVERYTHING)
    assert (found.hits[0].feedback.external_id, found.degraded) == ("pl", "index_behind")
    assert both.mentioning("queue", within=EVERYTHING).count == 2
    model.down = False
    index_backlog(new.parts)
    found = both.search("queue", within=EVERYTHING)
    assert "zh" in [hit.feedback.external_id for hit in found.hits]  # by meaning: the new vectors answer
    assert found.degraded is None
    both.close()


@pytest.mark.parametrize("at_most", [3, 50_000])
def test_a_provider_that_is_down_leaves_the_words(shop: Shop, monkeypatch: pytest.MonkeyPatch, at_most: int) -> None:
    monkeypatch.setattr(module, "EXACT_AT_MOST", at_most)
    model = Meanings()
    embedder = ProviderEmbedder("double:meanings", model=model)
    search = open_search(shop.engine, folder=shop.home / "index", embedder=embedder)
    index_backlog(search.parts)
    model.down = True
    found = search.search("queue", within=EVERYTHING)
    assert (found.hits[0].feedback.external_id[:2], found.degraded) == ("en", "embedder_down")
    shop.say(shop.record("new", "Nowa opinia"))
    with pytest.raises(EmbedderDown):
        index_backlog(search.parts)
    search.close()
