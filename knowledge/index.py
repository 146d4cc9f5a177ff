"""The vector index: an embedded Chroma collection of our own vectors, open in one process at a time.

Only ids and vectors go in: no text, no metadata. It can be deleted at any time and rebuilt from the store. Chroma takes
about two seconds to import, so that happens when the index is opened, not before.
"""

import fcntl
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import IO, Any
from urllib.parse import urlsplit

from knowledge.errors import IndexBroken, IndexLocked
from knowledge.ports import Vectors
from knowledge.soundness import is_sound

BATCH = 5_461
"""The most that Chroma takes at once on the oldest SQLite it supports."""

SYNC_AT = 20_000
"""Vectors after which Chroma writes the whole graph; until then they are in its log. Its own 1,000 makes it slow."""


class FeedbackIndex:
    """The index in a folder. It opens at first use and holds the folder's lock until it is closed."""

    def __init__(self, folder: Path, *, embedder: str) -> None:
        self._folder = folder
        self._name = collection_name(embedder)
        self._state = folder / "chroma.state"
        self._mutex = RLock()
        self._lock: IO[bytes] | None = None
        self._client: Any = None
        self._collection: Any = None

    def upsert(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Put vectors in, each replacing what its id had; raises IndexUnavailable."""
        with self._opened() as collection:
            for start in range(0, len(ids), BATCH):
                some = [str(one) for one in ids[start : start + BATCH]]
                collection.upsert(ids=some, embeddings=vectors[start : start + BATCH])

    def nearest(self, vector: Vectors, *, limit: int) -> tuple[int, ...]:
        """Give the ids nearest to a vector of shape (1, dimension), nearest first; raises IndexUnavailable."""
        with self._opened() as collection:
            found = collection.query(query_embeddings=vector, n_results=limit, include=[])  # counting first takes 0.1 s
            return tuple(int(one) for one in found["ids"][0])

    def ids(self) -> frozenset[int]:
        """Give every id it holds; raises IndexUnavailable."""
        with self._opened() as collection:
            return frozenset(int(one) for one in collection.get(include=[])["ids"])

    def remove(self, ids: Sequence[int]) -> None:
        """Take these ids out; raises IndexUnavailable."""
        with self._opened() as collection:
            for start in range(0, len(ids), BATCH):
                collection.delete(ids=[str(one) for one in ids[start : start + BATCH]])

    def is_there(self) -> bool:
        """Say whether the collection's files exist, without opening them."""
        return (self._folder / "chroma" / "chroma.sqlite3").is_file()

    def is_as_left(self) -> bool:
        """Say whether the files are those that were there when it was last closed, without opening them."""
        known = self._state.read_text(encoding="utf-8") if self._state.is_file() else None
        return known == _state_of(self._folder / "chroma")

    def size(self) -> int:
        """Give the bytes on disk."""
        return sum(path.stat().st_blocks * 512 for path in (self._folder / "chroma").rglob("*") if path.is_file())

    def claim(self) -> None:
        """Take the folder's lock until `close`, without opening the collection; raises IndexLocked."""
        with self._mutex:
            self._take_lock()

    def discard(self) -> None:
        """Delete the collection's files, whatever state they are in; raises IndexLocked."""
        with self._mutex:
            self._take_lock()
            self._shut()
            shutil.rmtree(self._folder / "chroma", ignore_errors=True)

    def quarantine(self) -> None:
        """Put the files aside, in place of those put aside before, so that what went wrong can be looked at."""
        with self._mutex:
            self._take_lock()
            self._shut()
            aside = self._folder / "chroma-broken"
            shutil.rmtree(aside, ignore_errors=True)
            if (self._folder / "chroma").is_dir():
                (self._folder / "chroma").rename(aside)

    def close(self) -> None:
        """Give the folder back; the index opens again at its next use."""
        with self._mutex:
            self._shut()
            self._release_lock()

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        with self._mutex:
            if self._collection is None:
                self._open()
            from chromadb.errors import ChromaError  # noqa: PLC0415 loaded by now

            try:
                yield self._collection
            except (ChromaError, sqlite3.Error, OSError) as error:
                self._shut()
                raise IndexBroken from error

    def _open(self) -> None:
        self._take_lock()
        self._must_be_sound()
        from chromadb.api.shared_system_client import SharedSystemClient  # noqa: PLC0415 Chroma takes two seconds
        from chromadb.errors import ChromaError  # noqa: PLC0415

        try:
            self._client, self._collection = open_collection(self._folder / "chroma", self._name)
        except (ChromaError, sqlite3.Error, OSError, ValueError) as error:
            self._shut()
            SharedSystemClient.clear_system_cache()  # or the half-opened one is handed out again
            self._release_lock()
            raise IndexBroken from error

    def _must_be_sound(self) -> None:
        """Probe files that are not as this class last left them; raises IndexBroken."""
        if self.is_there() and not self.is_as_left() and not is_sound(self._folder / "chroma", self._name):
            self._release_lock()
            raise IndexBroken

    def _take_lock(self) -> None:
        if self._lock is not None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        handle = (self._folder / "lock").open("ab")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.close()
            raise IndexLocked from error
        self._lock = handle

    def _shut(self) -> None:
        if self._client is not None:
            self._client.close()
            self._state.write_text(_state_of(self._folder / "chroma"), encoding="utf-8")
        self._client = self._collection = None

    def _release_lock(self) -> None:
        if self._lock is not None:
            self._lock.close()
        self._lock = None


def collection_name(embedder: str) -> str:
    """Name the collection of an embedder's vectors; what Chroma does not take in a name is written as a hyphen."""
    return re.sub(r"[^\w.-]+", "-", f"feedback-{embedder}", flags=re.ASCII)


def open_collection(folder: Path, name: str) -> tuple[Any, Any]:
    """Give client and collection; the collection is made if it is not there. Takes two seconds to load Chroma."""
    import chromadb  # noqa: PLC0415 few questions need it
    from chromadb.config import Settings  # noqa: PLC0415

    client = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection(
        name, embedding_function=None, configuration={"hnsw": {"space": "cosine", "sync_threshold": SYNC_AT}}
    )
    return client, collection


def open_served(url: str, name: str) -> tuple[Any, Any]:
    """Give client and collection of a server; the collection is made if it is not there.

    The server is knocked at first: a client that fails to be made leaves its connections open.
    """
    import chromadb  # noqa: PLC0415 few questions need it
    import httpx  # noqa: PLC0415 comes with Chroma
    from chromadb.config import Settings  # noqa: PLC0415

    httpx.get(f"{url.rstrip('/')}/api/v2/heartbeat").raise_for_status()
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    client = chromadb.HttpClient(
        host=parts.hostname or "localhost",
        port=parts.port or (443 if secure else 8000),
        ssl=secure,
        settings=Settings(anonymized_telemetry=False),
    )
    collection = client.get_or_create_collection(
        name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    return client, collection


def served_errors() -> tuple[type[Exception], ...]:
    """Give what a server's client raises where the server does not answer, or not as it should."""
    import httpx  # noqa: PLC0415 comes with Chroma, which takes two seconds
    from chromadb.errors import ChromaError  # noqa: PLC0415

    return ChromaError, httpx.HTTPError, OSError, ValueError, RuntimeError  # the last: of a client that was closed


def close_served() -> None:
    """Close this process's connections to servers; Chroma forgets its clients without closing them."""
    from chromadb.api import ServerAPI  # noqa: PLC0415 loaded by now
    from chromadb.api.shared_system_client import SharedSystemClient  # noqa: PLC0415

    for system in list(SharedSystemClient._identifier_to_system.values()):  # noqa: SLF001 there is no other way
        server: Any = system.instance(ServerAPI)  # type: ignore[type-abstract]  # Chroma finds the real one by it
        session = getattr(server, "_session", None)
        if session is not None:
            session.close()
    SharedSystemClient.clear_system_cache()


def _state_of(folder: Path) -> str:
    """Say how the files of a folder look from outside: names, sizes and times."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = [(str(path.relative_to(folder)), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return blake2b(repr(found).encode(), digest_size=16).hexdigest()
