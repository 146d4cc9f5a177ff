"""Put into the index what is not there yet. SQL says what that is, so a run that was killed is simply run again."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from knowledge.errors import IndexBroken, IndexLocked
from knowledge.ports import Embedder, VectorIndex
from knowledge.postings import terms_of
from knowledge.sidecar import Sidecar
from knowledge.step import Step
from knowledge.store.indexed import IndexedTexts, PendingText
from knowledge.store.text_changes import Begun

BATCH = 2_000
"""Texts at once: a segment of the sidecar, one call to Chroma, one transaction."""

BYTES_PER_NUMBER = 12
"""What Chroma takes on disk for each number of a vector: in its queue, in the graph, and what lies between."""

GROWN_TIMES = 10
SMALLEST_EXPECTED = 10_000_000
"""Bytes; Chroma makes room for a thousand vectors before the first."""

log = logging.getLogger(__name__)

OnIndexed = Callable[[int, int], None]
"""Told how many texts are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexing:
    """What a run did. `reason` says why it did nothing where it could not: index_locked."""

    indexed: int
    pending: int
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexParts:
    """Everything that indexing writes to: the register in SQL, the sidecar, and Chroma."""

    indexed: IndexedTexts
    embedder: Embedder
    sidecar: Sidecar
    index: VectorIndex


def embedder_id(embedder: Embedder) -> str:
    """Name the vectors of an embedder, so that those of two never mix: name@version and dimension."""
    return f"{embedder.name}-{embedder.dimension}"


def index_backlog(parts: IndexParts, *, on_progress: OnIndexed | None = None) -> Indexing:
    """Index every text that is not indexed as it now reads; the folder's lock is held until `parts.index.close()`.

    Does not open Chroma if there is nothing to do.
    """
    try:
        parts.index.claim()
    except IndexLocked as error:
        return Indexing(indexed=0, pending=parts.indexed.pending_count(), reason=error.reason)
    begun = parts.indexed.changes.begin()
    parts.indexed.unmark_changed()
    if not _reconciled(parts):
        _forget_what_is_lost(parts)
    done, total = 0, parts.indexed.pending_count()
    last = 0
    while batch := parts.indexed.pending(after=last, limit=BATCH):
        _put(parts, batch)
        last = batch[-1].feedback_id
        done += len(batch)
        if on_progress is not None:
            on_progress(done, max(done, total))
    parts.sidecar.merge()
    _stand(parts, begun)
    return Indexing(indexed=done, pending=0)


def reindex(parts: IndexParts, *, on_progress: OnIndexed | None = None) -> Indexing:
    """Delete the index and build it again from the store."""
    try:
        parts.index.discard()
    except IndexLocked as error:
        return Indexing(indexed=0, pending=parts.indexed.pending_count(), reason=error.reason)
    parts.sidecar.discard()
    parts.indexed.unmark_all()
    return index_backlog(parts, on_progress=on_progress)


def _put(parts: IndexParts, batch: tuple[PendingText, ...]) -> None:
    """Write a batch. It is marked last, so a kill on the way leaves it pending; written twice, it replaces itself."""
    ids = [text.feedback_id for text in batch]
    texts = [text.text for text in batch]
    vectors = parts.embedder.embed(texts)
    parts.sidecar.append(ids, vectors, [terms_of(text) for text in texts], hashes=[one.content_hash for one in batch])
    parts.index.upsert(ids, vectors)
    parts.indexed.mark(batch)


def _stand(parts: IndexParts, begun: Begun) -> None:
    """Take out of the sidecar what is no more, and note that it knows all that there was when the run began."""
    marked = np.array(sorted(parts.indexed.ids()), dtype=np.int64)
    if len(gone := np.setdiff1d(parts.sidecar.snapshot().ids, marked)):
        parts.sidecar.forget(gone.tolist())
    held = parts.sidecar.snapshot()
    now = Step(run=begun.run, newest=begun.newest, texts=len(held.ids))
    if held.step != now or begun.changes:
        parts.sidecar.stand(replace(now, run=parts.indexed.changes.finish(begun)))


def _reconciled(parts: IndexParts) -> bool:
    """Say whether nothing needs Chroma to be opened: all is marked, and what is marked is in the files."""
    if parts.indexed.pending(after=0, limit=1) or parts.indexed.orphans():
        return False
    marked = parts.indexed.ids()
    if marked and not parts.index.is_as_left():
        return False
    return not marked or (parts.index.is_there() and marked <= set(parts.sidecar.snapshot().ids.tolist()))


def _must_be_of_its_size(parts: IndexParts) -> None:
    """Refuse an index that has grown far beyond what it holds; raises IndexBroken."""
    expected = len(parts.indexed.ids()) * parts.embedder.dimension * BYTES_PER_NUMBER
    if parts.index.size() > GROWN_TIMES * max(expected, SMALLEST_EXPECTED):
        raise IndexBroken


def _forget_what_is_lost(parts: IndexParts) -> None:
    """Unmark what the files do not hold, and take out what the store does not hold any more."""
    try:
        _must_be_of_its_size(parts)
        held = parts.index.ids()
    except IndexBroken as error:
        log.warning("the index is put aside and built again: %s", error.reason)
        parts.index.quarantine()
        parts.sidecar.discard()
        held = frozenset()
    orphans = parts.indexed.orphans()
    lost = parts.indexed.ids() - (held & set(parts.sidecar.snapshot().ids.tolist()))
    parts.indexed.unmark(sorted(lost | set(orphans)))
    if gone := sorted(held & set(orphans)):
        parts.index.remove(gone)
