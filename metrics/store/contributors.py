"""Which sources an answer rests on, and how old they are."""

from datetime import datetime
from operator import attrgetter

from sqlalchemy import Connection, Table, exists, select

from metrics.figures import SourceAge
from metrics.scores.registry import Metric
from metrics.store.counting import Count, answers_of
from metrics.store.facts import rows_of
from metrics.store.tables import feedback, score, source

PROBED_ROWS = 200
"""Rows at either end of a source that tell whether it answers an instrument at all. Without this probe a source that
does not would be read through in vain; one that answers it in fewer than a row in hundreds may go unnamed."""


def contributors(connection: Connection, count: Count, *, now: datetime) -> tuple[SourceAge, ...]:
    """Give the age of every source that the counted answers come from, by name."""
    with_rows = exists().where(_rows(count.metric).c.source_id == source.c.id)
    rows = connection.execute(select(source).where(with_rows).order_by(source.c.name)).all()
    return tuple(
        _age(row.name, row.as_of or row.imported_at, row.expected_every_s, now=now)
        for row in sorted(rows, key=attrgetter("name"))
        if _answers_at_all(connection, row.id, count.metric) and _contributes(connection, row.id, count)
    )


def _answers_at_all(connection: Connection, source_id: int, metric: Metric) -> bool:
    if not metric.instruments:
        return True
    rows = select(feedback.c.id).where(feedback.c.source_id == source_id).limit(PROBED_ROWS)
    for order in (feedback.c.external_id.asc(), feedback.c.external_id.desc()):
        ids = list(connection.execute(rows.order_by(order)).scalars())
        asked = select(score.c.id).where(score.c.feedback_id.in_(ids), score.c.instrument.in_(metric.instruments))
        if connection.execute(asked.limit(1)).first() is not None:
            return True
    return False


def _contributes(connection: Connection, source_id: int, count: Count) -> bool:
    answers = answers_of(count).where(_rows(count.metric).c.source_id == source_id)
    return connection.execute(answers.limit(1)).first() is not None


def _rows(metric: Metric) -> Table:
    """Name the table whose rows say which source they come from."""
    table = rows_of(metric)
    return feedback if table is score else table


def _age(name: str, as_of: datetime | None, expected_every_s: int | None, *, now: datetime) -> SourceAge:
    late = expected_every_s is not None and as_of is not None and (now - as_of).total_seconds() > expected_every_s
    return SourceAge(name=name, as_of=as_of, late=late)
