"""The vector index on a Chroma server that several replicas share: ids and vectors only, as in the embedded one.

A question waits for a quarter of a second at most; after three failures the server is left alone for half a minute, and
searches compare words and vectors over the sidecar at once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

from knowledge.breaker import Breaker
from knowledge.errors import IndexDown
from knowledge.index import BATCH, close_served, collection_name, open_served, served_errors
from knowledge.ports import Vectors

QUESTION_S, WORK_S = 0.25, 60.0
"""Seconds that a question waits for the server, and that a batch or a list of all ids does."""

Found = TypeVar("Found")


class ServedIndex:
    """The collection of one embedder on the server at `url`; every method raises IndexDown where it does not answer."""

    def __init__(self, url: str, *, embedder: str, now: Callable[[], float] = monotonic) -> None:
        self._url = url
        self._name = collection_name(embedder)
        self._breaker = Breaker(now=now)
        self._client: Any = None
        self._collection: Any = None

    def upsert(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Put vectors in, each replacing what its id had."""
        for start in range(0, len(ids), BATCH):
            some, of_them = [str(one) for one in ids[start : start + BATCH]], vectors[start : start + BATCH]
            self._ask(partial(_upsert, ids=some, vectors=of_them), WORK_S)

    def nearest(self, vector: Vectors, *, limit: int) -> tuple[int, ...]:
        """Give the ids nearest to a vector of shape (1, dimension), nearest first."""
        found = self._ask(lambda held: held.query(query_embeddings=vector, n_results=limit, include=[]), QUESTION_S)
        return tuple(int(one) for one in found["ids"][0])

    def ids(self) -> frozenset[int]:
        """Give every id it holds."""
        return frozenset(int(one) for one in self._ask(lambda held: held.get(include=[])["ids"], WORK_S))

    def remove(self, ids: Sequence[int]) -> None:
        """Take these ids out."""
        for start in range(0, len(ids), BATCH):
            some = [str(one) for one in ids[start : start + BATCH]]
            self._ask(partial(_delete, ids=some), WORK_S)

    def is_there(self) -> bool:
        """Say whether the server holds anything."""
        return bool(self._ask(lambda held: held.count(), WORK_S))

    def is_as_left(self) -> bool:
        """Say whether it needs no look: its files are the server's matter."""
        return True

    def size(self) -> int:
        """Give the bytes on disk here: none."""
        return 0

    def claim(self) -> None:
        """Take nothing: the server lets several write, and what is written twice replaces itself."""

    def discard(self) -> None:
        """Delete the collection."""
        self._ask(lambda _: self._client.delete_collection(self._name), WORK_S)
        self._collection = None

    def quarantine(self) -> None:
        """Delete the collection; there are no files to put aside."""
        self.discard()

    def close(self) -> None:
        """Forget the connection; it is made again at the next use."""
        if self._client is not None:
            close_served()
        self._client = self._collection = None

    def _ask(self, work: Callable[[Any], Found], seconds: float) -> Found:
        if not self._breaker.lets_through():
            raise IndexDown
        expected: tuple[type[Exception], ...] = (TimeoutError, *served_errors())
        try:
            found = _within(seconds, lambda: work(self._held()), expected=expected)
        except expected as error:
            self._breaker.failed()
            self.close()
            raise IndexDown from error
        self._breaker.succeeded()
        return found

    def _held(self) -> Any:
        if self._collection is None:
            self._client, self._collection = open_served(self._url, self._name)
        return self._collection


def _upsert(held: Any, *, ids: list[str], vectors: Vectors) -> None:
    held.upsert(ids=ids, embeddings=vectors)


def _delete(held: Any, *, ids: list[str]) -> None:
    held.delete(ids=ids)


def _within(seconds: float, work: Callable[[], Found], *, expected: tuple[type[Exception], ...]) -> Found:
    """Do it in a thread that does not hold the process up; raises TimeoutError, and what is expected of the work."""
    done: SimpleQueue[tuple[Found] | Exception] = SimpleQueue()

    def run() -> None:
        try:
            done.put((work(),))
        except expected as error:
            done.put(error)

    Thread(target=run, daemon=True, name="chroma").start()
    try:
        found = done.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found[0]
