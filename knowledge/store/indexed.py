"""Which texts are in the index, and which are still to be put there: what SQL says is what counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine, Select, and_, delete, func, insert, select

from knowledge.store.tables import indexed
from metrics.feedback import FeedbackFilter
from metrics.scope import Scope
from metrics.store.engine import reading, writing
from metrics.store.feedback_filter import conditions
from metrics.store.tables import feedback

IDS_AT_ONCE = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingText:
    """A text to be indexed; `text` is the redacted copy."""

    feedback_id: int
    content_hash: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The texts that a search may give; `fresh`: the index holds it as it now reads. Both of shape (n,)."""

    ids: NDArray[np.int64]
    fresh: NDArray[np.bool_]

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

    def candidates(self, wanted: FeedbackFilter, *, within: Scope, limit: int | None) -> Candidates:
        """Give `limit` of the texts that the filter wants, or all; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            query = (
                select(feedback.c.id, indexed.c.content_hash == feedback.c.content_hash)
                .select_from(feedback.outerjoin(indexed, self._same()))
                .where(_has_text(), *held)
                .limit(limit)
            )
            rows = connection.execute(query).all()
        return Candidates(
            ids=np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows)),
            fresh=np.fromiter((bool(row[1]) for row in rows), dtype=np.bool_, count=len(rows)),
        )

    def among(self, ids: Sequence[int], wanted: FeedbackFilter, *, within: Scope) -> frozenset[int]:
        """Give those of these ids that the filter wants and that the index holds as they now read."""
        found: set[int] = set()
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            joined = feedback.join(indexed, and_(self._same(), indexed.c.content_hash == feedback.c.content_hash))
            for some in _parts(ids):
                query = select(feedback.c.id).select_from(joined).where(_has_text(), feedback.c.id.in_(some), *held)
                found.update(connection.execute(query).scalars())
        return frozenset(found)

    def fresh(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say of each id whether the index holds the text as it now reads."""
        joined = feedback.join(indexed, and_(self._same(), indexed.c.content_hash == feedback.c.content_hash))
        found: set[int] = set()
        with reading(self._engine) as connection:
            for some in _parts(ids.tolist()):
                query = select(feedback.c.id).select_from(joined).where(feedback.c.id.in_(some))
                found.update(connection.execute(query).scalars())
        return np.array([one in found for one in ids.tolist()], dtype=np.bool_)

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


def _has_text() -> Any:
    return func.coalesce(feedback.c.redacted, "") != ""


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]
