"""Readers of what customers said. Each needs the asker's rights, `within`: what lies outside is never read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select

from metrics.feedback import FeedbackFilter, FeedbackRow, GivenScore, Sort
from metrics.scope import Scope
from metrics.store.engine import reading
from metrics.store.feedback_filter import conditions, position, seen
from metrics.store.tables import customer, feedback, score, source, touchpoint, unit

IDS_AT_ONCE = 1_000
"""How many ids a statement names; SQLite's oldest limit on variables is 999 and one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """A text as it was said, and without personal data."""

    original: str
    redacted: str


class FeedbackReader:
    """Reads feedback from the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, ids: Sequence[int], *, within: Scope) -> tuple[FeedbackRow, ...]:
        """Give the rows of these ids, in their order; ids that do not exist or may not be seen are left out."""
        with reading(self._engine) as connection:
            found: dict[int, FeedbackRow] = {}
            for some in _parts(ids):
                rows = connection.execute(feedback_rows().where(feedback.c.id.in_(some), *seen(feedback, within))).all()
                found.update((row.id, row) for row in with_scores(connection, rows))
        return tuple(found[row_id] for row_id in ids if row_id in found)

    def find(
        self, wanted: FeedbackFilter, *, within: Scope, sort: Sort = Sort.NEWEST, limit: int
    ) -> tuple[FeedbackRow, ...]:
        """Give the first `limit` rows that the filter wants; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            query = feedback_rows().where(*conditions(connection, wanted, within=within))
            rows = connection.execute(_sorted(query, sort, instrument=wanted.instrument).limit(limit)).all()
            return tuple(with_scores(connection, rows, instrument=wanted.instrument))

    def ids(self, wanted: FeedbackFilter, *, within: Scope, limit: int | None = None) -> tuple[int, ...]:
        """Give the ids of what the filter wants, newest first; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            query = select(feedback.c.id).where(*conditions(connection, wanted, within=within))
            newest = query.order_by(feedback.c.given_at.desc(), feedback.c.id.desc()).limit(limit)
            return tuple(connection.execute(newest).scalars())

    def count(self, wanted: FeedbackFilter, *, within: Scope) -> int:
        """Count what the filter wants; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            return int(connection.execute(select(func.count()).select_from(feedback).where(*held)).scalar_one())

    def texts(self, ids: Sequence[int], *, within: Scope) -> Mapping[int, StoredText]:
        """Give the texts of these ids, where there is one that may be seen."""
        found: dict[int, StoredText] = {}
        with reading(self._engine) as connection:
            for some in _parts(ids):
                query = select(feedback.c.id, feedback.c.text, feedback.c.redacted)
                for row in connection.execute(query.where(feedback.c.id.in_(some), *seen(feedback, within))):
                    if row.redacted:
                        found[row.id] = StoredText(original=row.text or "", redacted=row.redacted)
        return found


def feedback_rows() -> Select[Any]:
    """Select feedback with the names of what it refers to."""
    return (
        select(
            feedback.c.id, feedback.c.external_id, feedback.c.kind, feedback.c.given_at, feedback.c.day,
            feedback.c.channel, feedback.c.segment, feedback.c.language, feedback.c.redacted,
            source.c.name.label("source"), touchpoint.c.name.label("touchpoint"), unit.c.name.label("unit"),
            customer.c.key.label("customer_key"),
        )
        .select_from(feedback)
        .join(source, source.c.id == feedback.c.source_id)
        .outerjoin(touchpoint, touchpoint.c.id == feedback.c.touchpoint_id)
        .outerjoin(unit, unit.c.id == feedback.c.unit_id)
        .outerjoin(customer, customer.c.id == feedback.c.customer_id)
    )  # fmt: skip


def _sorted(query: Select[Any], sort: Sort, *, instrument: str | None) -> Select[Any]:
    newest = (feedback.c.given_at.desc(), feedback.c.id.desc())
    if sort is Sort.NEWEST:
        return query.order_by(*newest)
    lowest = select(func.min(position())).where(score.c.feedback_id == feedback.c.id)
    if instrument is not None:
        lowest = lowest.where(score.c.instrument == instrument)
    place = lowest.scalar_subquery()
    first = place.asc() if sort is Sort.SCORE_ASC else place.desc()
    return query.order_by(first.nulls_last(), *newest)


def with_scores(
    connection: Connection, rows: Sequence[Row[Any]], *, instrument: str | None = None
) -> Iterator[FeedbackRow]:
    """Complete rows of `feedback_rows` with the lowest score of each, read for all of them at once."""
    scores = _lowest_scores(connection, [row.id for row in rows], instrument=instrument)
    for row in rows:
        yield FeedbackRow(
            id=row.id,
            source=row.source,
            external_id=row.external_id,
            kind=row.kind,
            given_at=row.given_at,
            day=date.fromordinal(row.day),
            touchpoint=row.touchpoint,
            unit=row.unit,
            channel=row.channel,
            segment=row.segment,
            language=row.language,
            text=row.redacted or None,
            score=scores.get(row.id),
            customer_key=row.customer_key,
        )


def _lowest_scores(connection: Connection, ids: Sequence[int], *, instrument: str | None) -> dict[int, GivenScore]:
    lowest: dict[int, GivenScore] = {}
    for some in _parts(ids):
        query = select(score).where(score.c.feedback_id.in_(some)).order_by(score.c.id)
        if instrument is not None:
            query = query.where(score.c.instrument == instrument)
        for row in connection.execute(query):
            given = _given(row)
            if row.feedback_id not in lowest or given.position < lowest[row.feedback_id].position:
                lowest[row.feedback_id] = given
    return lowest


def _given(row: Row[Any]) -> GivenScore:
    return GivenScore(
        instrument=row.instrument,
        value=row.value,
        scale_min=row.scale_min,
        scale_max=row.scale_max,
        direction=row.direction,
    )


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]
