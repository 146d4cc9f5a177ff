"""Which texts are in the index, and which are still to be put there: what SQL says is what counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine, Select, String, and_, cast, delete, func, insert, select

from knowledge.sidecar import HASH, Hashes
from knowledge.store.tables import indexed
from metrics.feedback import FeedbackFilter
from metrics.scope import Scope
from metrics.store.engine import reading, writing
from metrics.store.feedback_filter import conditions
from metrics.store.tables import feedback

IDS_AT_ONCE = 900


_NO_IDS = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingText:
    """A text to be indexed; `text` is the redacted copy."""

    feedback_id: int
    content_hash: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The texts that a search may give, and the hashes of their content as it now reads. Both of shape (n,)."""

    ids: NDArray[np.int64]
    hashes: Hashes

    def __len__(self) -> int:
        return len(self.ids)


class IndexedTexts:
    """The register of what the vectors of one embedder cover."""

    def __init__(self, engine: Engine, *, embedder: str) -> None:
        self._engine = engine
        self._embedder = embedder

    @property
    def engine(self) -> Engine:
        """The database it is kept in."""
        return self._engine

    def pending(self, *, after: int, limit: int) -> tuple[PendingText, ...]:
        """Give the next texts to index, by id above `after`."""
        columns = select(feedback.c.id, feedback.c.content_hash, feedback.c.redacted)
        query = self._unindexed(columns).where(feedback.c.id > after).order_by(feedback.c.id).limit(limit)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(PendingText(feedback_id=row.id, content_hash=row.content_hash, text=row.redacted) for row in rows)

    def pending_count(self) -> int:
        """Count the texts to index."""
        with reading(self._engine) as connection:
            return int(connection.execute(self._unindexed(select(func.count()))).scalar_one())

    def candidates(
        self, wanted: FeedbackFilter, *, within: Scope, limit: int | None = None, among: Sequence[int] | None = None
    ) -> Candidates:
        """Give `limit` of the texts that the filter wants, or all; `among`: of these ids (few).

        Raises UnknownGroup, UnknownDimension.
        """
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            query = select(feedback.c.id, feedback.c.content_hash).where(_has_text(), *held).limit(limit)
            parts = [query] if among is None else [query.where(feedback.c.id.in_(some)) for some in _parts(among)]
            packed = [connection.execute(_packed(part)).one() for part in parts]
        return Candidates(
            ids=np.concatenate([_NO_IDS, *(np.fromstring(ids, dtype=np.int64, sep=",") for ids, _ in packed if ids)]),
            hashes=np.array([one for _, hashes in packed if hashes for one in hashes.split(",")], dtype=HASH),
        )

    def ids(self) -> frozenset[int]:
        """Give everything that is marked as indexed."""
        query = select(indexed.c.feedback_id).where(indexed.c.embedder == self._embedder)
        with reading(self._engine) as connection:
            return frozenset(connection.execute(query).scalars())

    def newer(self, wanted: FeedbackFilter, *, within: Scope, limit: int) -> tuple[int, ...]:
        """Give what the filter wants of the texts that came after the last one that was indexed."""
        latest = select(func.max(indexed.c.feedback_id)).where(indexed.c.embedder == self._embedder).scalar_subquery()
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            query = select(feedback.c.id).where(feedback.c.id > func.coalesce(latest, 0), _has_text(), *held)
            return tuple(connection.execute(query.order_by(feedback.c.id.desc()).limit(limit)).scalars())

    def orphans(self) -> tuple[int, ...]:
        """Give what is marked as indexed and has no text any more."""
        query = (
            select(indexed.c.feedback_id)
            .select_from(indexed.outerjoin(feedback, and_(feedback.c.id == indexed.c.feedback_id, _has_text())))
            .where(indexed.c.embedder == self._embedder, feedback.c.id.is_(None))
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(query).scalars())

    def mark(self, texts: Sequence[PendingText]) -> None:
        """Mark the texts as indexed, as they read when they were pending."""
        rows = [
            {"embedder": self._embedder, "feedback_id": text.feedback_id, "content_hash": text.content_hash}
            for text in texts
        ]
        with writing(self._engine) as connection:
            for some in _parts([text.feedback_id for text in texts]):
                connection.execute(self._unmarked(some))
            if rows:
                connection.execute(insert(indexed), rows)

    def unmark(self, ids: Sequence[int]) -> None:
        """Make these texts work to do again."""
        with writing(self._engine) as connection:
            for some in _parts(ids):
                connection.execute(self._unmarked(some))

    def unmark_all(self) -> None:
        """Make every text work to do again."""
        with writing(self._engine) as connection:
            connection.execute(delete(indexed).where(indexed.c.embedder == self._embedder))

    def _unmarked(self, ids: Sequence[int]) -> Any:
        return delete(indexed).where(indexed.c.embedder == self._embedder, indexed.c.feedback_id.in_(ids))

    def _same(self) -> Any:
        return and_(indexed.c.embedder == self._embedder, indexed.c.feedback_id == feedback.c.id)

    def _unindexed(self, columns: Select[Any]) -> Select[Any]:
        known = and_(self._same(), indexed.c.content_hash == feedback.c.content_hash)
        return columns.select_from(feedback.outerjoin(indexed, known)).where(
            _has_text(), indexed.c.feedback_id.is_(None)
        )


def _packed(query: Select[Any]) -> Select[str, str]:
    """Have the database write all ids, and all hashes, as one text each: a row for each text costs more than that."""
    found = query.subquery()
    ids = func.aggregate_strings(cast(found.c.id, String), ",")
    return select(ids, func.aggregate_strings(found.c.content_hash, ","))


def _has_text() -> Any:
    return func.coalesce(feedback.c.redacted, "") != ""


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]
