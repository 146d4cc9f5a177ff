"""Embeddings of any provider that LangChain knows, as vectors of one length."""

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from knowledge.errors import EmbedderDown
from knowledge.ports import Vectors

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

DIMENSION = 512
"""Shorter vectors get zeros; longer ones are laid on 512 fixed random directions, which nearly keeps their angles.
So the length is known without asking the provider.
"""

AT_ONCE = 500

log = logging.getLogger(__name__)


class ProviderEmbedder:
    """The embedding model named provider:model; `model` stands in for what LangChain would make of that name."""

    def __init__(self, name: str, *, model: "Embeddings | None" = None) -> None:
        self._name = name
        self._model = model

    @property
    def name(self) -> str:
        """Name the model: vectors of two never mix."""
        return f"{self._name.replace(':', '.').replace('/', '.')}@1"

    @property
    def dimension(self) -> int:
        """How long a vector is."""
        return DIMENSION

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed each text: shape (len(texts), 512), rows of length 1 (a blank text: zeros). Raises EmbedderDown."""
        embedded = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        told = [place for place, text in enumerate(texts) if text.strip()]
        for start in range(0, len(told), AT_ONCE):
            some = told[start : start + AT_ONCE]
            embedded[some] = _fitted(self._ask([texts[place] for place in some]))
        return embedded

    def _ask(self, texts: list[str]) -> Vectors:
        model = self._opened()
        try:
            return np.array(model.embed_documents(texts), dtype=np.float32)
        except _failures(model) as error:
            log.warning("the embedding model gave nothing: %s", type(error).__name__)
            raise EmbedderDown from None  # the error may quote what was sent

    def _opened(self) -> "Embeddings":
        if self._model is None:
            from langchain.embeddings import init_embeddings  # noqa: PLC0415 seconds, and only where one is configured

            try:
                self._model = init_embeddings(self._name)
            except (ImportError, ValueError) as error:
                log.error("the embedding model %s cannot be used: %s", self._name, type(error).__name__)  # noqa: TRY400 no key in a traceback
                raise EmbedderDown from None
        return self._model


def _fitted(vectors: Vectors) -> Vectors:
    width = vectors.shape[1]
    if width > DIMENSION:
        vectors = vectors @ _directions(width)
    elif width < DIMENSION:
        vectors = np.pad(vectors, ((0, 0), (0, DIMENSION - width)))
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return unit


@lru_cache(maxsize=2)
def _directions(width: int) -> Vectors:
    drawn: Vectors = np.random.default_rng(width).standard_normal((width, DIMENSION)).astype(np.float32)
    return drawn


def _failures(model: "Embeddings") -> tuple[type[BaseException], ...]:
    """Name what a call may raise: the provider's errors, those of the connection, and those of garbled answers."""
    import httpx  # noqa: PLC0415 comes with every provider

    known = (httpx.HTTPError, OSError, ValueError, TypeError, LookupError)
    match type(model).__module__.partition(".")[0]:
        case "langchain_openai":
            from openai import OpenAIError  # noqa: PLC0415 only where it is the provider

            return (*known, OpenAIError)
        case "langchain_ollama":
            from ollama import RequestError, ResponseError  # noqa: PLC0415 only where it is the provider

            return (*known, RequestError, ResponseError)
    return known
