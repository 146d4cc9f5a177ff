"""Which texts are in the index, and which are still to be put there: what SQL says is what counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Select, String, and_, cast, delete, func, insert, select

from knowledge.sidecar import HASH, Ids, Snapshot
from knowledge.store.tables import indexed, text_change
from knowledge.store.text_changes import Since, TextChanges, since
from metrics.feedback import FeedbackFilter
from metrics.scope import Scope
from metrics.store.engine import reading, writing
from metrics.store.feedback_filter import Condition, conditions
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
    """The texts that a search may give. known: the sidecar has them as they now read; behind: it does not."""

    known: Ids
    behind: Ids

    def __len__(self) -> int:
        return len(self.known) + len(self.behind)


class IndexedTexts:
    """The register of what the vectors of one embedder cover."""

    def __init__(self, engine: Engine, *, embedder: str) -> None:
        self._engine = engine
        self._embedder = embedder

    @property
    def engine(self) -> Engine:
        """The database it is kept in."""
        return self._engine

    @property
    def changes(self) -> TextChanges:
        """What has happened to texts since they were indexed."""
        return TextChanges(self._engine)

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
        self,
        wanted: FeedbackFilter,
        *,
        within: Scope,
        held: Snapshot,
        limit: int | None = None,
        among: Sequence[int] | None = None,
    ) -> Candidates:
        """Give `limit` of the texts that the filter wants, or all; `among`: of those known, only these ids (few).

        Raises UnknownGroup, UnknownDimension.
        """
        with reading(self._engine) as connection:
            happened = since(connection, held.step) if held.step is not None else None
            if held.step is None or happened is None:
                asked = conditions(connection, replace(wanted, has_text=True), within=within)
                return _compared(connection, asked, held=held, limit=limit, among=among)
            asked = conditions(connection, replace(wanted, has_text=None), within=within)
            ids = _wanted(connection, asked, held=held, limit=limit, among=among)
            if ids is not held.ids:
                ids = ids[held.has(ids)]
            if happened.newer:
                ids = ids[ids <= held.step.newest]
            if happened.changed:
                ids = ids[~np.isin(ids, happened.changed)]
            behind = _behind(connection, asked, happened, newest=held.step.newest)
        return Candidates(known=ids, behind=behind)

    def ids(self) -> frozenset[int]:
        """Give everything that is marked as indexed."""
        query = select(indexed.c.feedback_id).where(indexed.c.embedder == self._embedder)
        with reading(self._engine) as connection:
            return frozenset(connection.execute(query).scalars())

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

    def unmark_changed(self) -> None:
        """Make the texts work to do again that were changed since they were indexed, whatever their content says."""
        living = select(feedback.c.id).where(feedback.c.id.in_(select(text_change.c.feedback_id)), _has_text())
        with writing(self._engine) as connection:
            connection.execute(
                delete(indexed).where(indexed.c.embedder == self._embedder, indexed.c.feedback_id.in_(living))
            )

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


def _wanted(
    connection: Connection, asked: list[Condition], *, held: Snapshot, limit: int | None, among: Sequence[int] | None
) -> Ids:
    """Give ids of what is asked for, with or without words: the sidecar says which have some."""
    if not asked:
        return (held.ids if limit is None else held.ids[:limit]) if among is None else np.array(among, dtype=np.int64)
    query = select(feedback.c.id).where(*asked).limit(limit)
    parts = [query] if among is None else [query.where(feedback.c.id.in_(some)) for some in _parts(among)]
    return np.concatenate([_NO_IDS, *(_packed(connection, part) for part in parts)])


def _behind(connection: Connection, asked: list[Condition], happened: Since, *, newest: int) -> Ids:
    """Give what is asked for of the texts that came, or were changed, after the sidecar stood."""
    query = select(feedback.c.id).where(_has_text(), *asked)
    after = [query.where(feedback.c.id > newest)] if happened.newer else []
    if happened.changed:
        after.append(query.where(feedback.c.id.in_(select(text_change.c.feedback_id)), feedback.c.id <= newest))
    return np.concatenate([_NO_IDS, *(_packed(connection, part) for part in after)])


def _compared(
    connection: Connection, asked: list[Condition], *, held: Snapshot, limit: int | None, among: Sequence[int] | None
) -> Candidates:
    """Compare the content of each text with what was indexed: where it cannot be told what has happened since."""
    query = select(feedback.c.id, feedback.c.content_hash).where(_has_text(), *asked).limit(limit)
    parts = [query] if among is None else [query.where(feedback.c.id.in_(some)) for some in _parts(among)]
    rows = [row for part in parts for row in connection.execute(part).all()]
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    known = held.holds(ids, np.array([row[1] for row in rows], dtype=HASH))
    return Candidates(known=ids[known], behind=ids[~known])


def _packed(connection: Connection, query: Select[int]) -> Ids:
    """Have the database write all ids as one text: a row for each costs more than that."""
    found = query.subquery()
    ids = connection.execute(select(func.aggregate_strings(cast(found.c.id, String), ","))).scalar()
    return np.fromstring(ids or "", dtype=np.int64, sep=",")


def _has_text() -> Any:
    return func.coalesce(feedback.c.redacted, "") != ""


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]
