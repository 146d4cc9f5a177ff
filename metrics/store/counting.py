"""Counted answers out of the store: from a marginal that holds what is asked, else by scanning the scores.

Both give the same counts: only answers on the metric's own scale, in whole steps, are counted, which is what the
marginals keep.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, false, func, literal, or_, select

from metrics.errors import UnknownDimension
from metrics.figures import Days
from metrics.scope import ATTRIBUTE
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric
from metrics.store import marginals
from metrics.store.dimensions import Raw
from metrics.store.facts import counting, rows_of, step_of
from metrics.store.rollups import CANONICAL
from metrics.store.tables import (
    annotation,
    event,
    feedback,
    invitation,
    rollup_channel,
    rollup_segment,
    rollup_source,
    rollup_touchpoint,
    rollup_unit,
    score,
)

MARGINALS = (
    (rollup_touchpoint, frozenset({"touchpoint_id", "day"})),
    (rollup_unit, frozenset({"touchpoint_id", "unit_id", "day"})),
    (rollup_channel, frozenset({"touchpoint_id", "channel", "day"})),
    (rollup_segment, frozenset({"touchpoint_id", "segment", "day"})),
    (rollup_source, frozenset({"touchpoint_id", "source_id", "day"})),
)

Wanted = Mapping[str, frozenset[Raw]]
"""Column to the stored values wanted; None among them: rows without a value."""
RawKey = tuple[Raw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What is to be counted: a metric's answers in some days (None: ever), of what is wanted, per value of `by`."""

    metric: Metric
    days: Days | None
    wanted: Wanted
    by: Sequence[str] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column it touches."""
        return frozenset(self.by) | self.wanted.keys()


def marginal_for(count: Count) -> Table | None:
    """Choose the smallest marginal that holds what is asked; None: the scores must be scanned."""
    if count.metric.reads != "answers" or not set(count.metric.instruments) <= CANONICAL.keys():
        return None
    return next((table for table, holds in MARGINALS if count.columns <= holds), None)


def counted(connection: Connection, count: Count, *, scan: bool = False) -> dict[RawKey, Histogram]:
    """Count; `scan` leaves the marginals aside."""
    marginal = None if scan else marginal_for(count)
    if marginal is None:
        return _scanned(connection, count)
    return _summed_up(connection, count, marginal)


def first_and_last(connection: Connection, count: Count, *, before: int, after: int) -> tuple[int | None, int | None]:
    """Give the last day with answers before one day, and the first from another on."""
    query, day = _days_with_answers(count)
    last = connection.execute(query.with_only_columns(func.max(day)).where(day < before)).scalar()
    first = connection.execute(query.with_only_columns(func.min(day)).where(day >= after)).scalar()
    return last, first


def answers_of(count: Count) -> Select[Any]:
    """Select the scanned rows that are counted, for whoever wants to know something else of them."""
    base = rows_of(count.metric)
    rows = select(literal(1)).select_from(joined_rows(base, count, with_feedback=True))
    return rows.where(*conditions_of(base, count))


def _days_with_answers(count: Count) -> tuple[Select[Any], ColumnElement[int]]:
    marginal = marginal_for(count)
    if marginal is not None:
        return select(marginal.c.day).where(*_kept(marginal, count)), marginal.c.day
    base = rows_of(count.metric)
    rows = select(base.c.day).select_from(joined_rows(base, count)).where(*conditions_of(base, count))
    return rows, base.c.day


def _summed_up(connection: Connection, count: Count, marginal: Table) -> dict[RawKey, Histogram]:
    low, width = count.metric.low, len(count.by)
    found: dict[RawKey, Histogram] = {}
    for key, cells in marginals.summed(connection, kept(count, marginal)).items():
        if any(cells):
            found[tuple(value or None for value in key) if width else ()] = Histogram(low=low, counts=tuple(cells))
    return found


def kept(count: Count, marginal: Table) -> marginals.Sum:
    """Say which rows of a marginal hold what is counted."""
    return marginals.Sum(
        table=marginal.name,
        instruments=count.metric.instruments,
        stretch=None if count.days is None else (count.days.first.toordinal(), count.days.end.toordinal()),
        wanted={name: _as_kept(name, values) for name, values in count.wanted.items()},
        by=tuple(count.by),
        cells=count.metric.high - count.metric.low + 1,
    )


def _as_kept(name: str, values: frozenset[Raw]) -> tuple[Raw, ...]:
    empty: Raw = 0 if name.endswith("_id") else ""
    return tuple(empty if value is None else value for value in values)


def _kept(marginal: Table, count: Count) -> Iterable[ColumnElement[bool]]:
    yield marginal.c.instrument.in_(count.metric.instruments)
    yield from in_days(marginal.c.day, count.days)
    for name, values in count.wanted.items():
        yield marginal.c[name].in_(_as_kept(name, values))


def _scanned(connection: Connection, count: Count) -> dict[RawKey, Histogram]:
    base = rows_of(count.metric)
    keys = [column_of(name, base).label(f"key_{number}") for number, name in enumerate(count.by)]
    value = step_of(count.metric).label("answer")
    labels = [*(key.name for key in keys), *([] if count.metric.reads == "feedback" else ["answer"])]
    query = select(*keys, value, func.count().label("times")).select_from(joined_rows(base, count))
    query = query.where(*conditions_of(base, count)).group_by(*labels)
    found: dict[RawKey, list[int]] = {}
    for *key, answer, times in connection.execute(query):
        step = answer - count.metric.low
        if step != int(step) or not times:
            continue
        counts = found.setdefault(tuple(part or None for part in key), [0] * len(count.metric.nothing.counts))
        counts[int(step)] += times
    return {key: Histogram(low=count.metric.low, counts=tuple(counts)) for key, counts in found.items()}


def conditions_of(base: FromClause, count: Count) -> Iterable[ColumnElement[bool]]:
    """Give what a row of the table must satisfy to be counted."""
    yield from counting(count.metric)
    yield from in_days(base.c.day, count.days)
    for name, values in count.wanted.items():
        yield is_wanted(name, values, base)


def is_wanted(name: str, values: frozenset[Raw], base: FromClause) -> ColumnElement[bool]:
    """Hold for rows whose column has one of the values."""
    if name == "theme":
        return _themed(values, base)
    column = column_of(name, base)
    named = column.in_([value for value in values if value is not None])
    if None not in values:
        return named
    return or_(named, column.is_(None)) if name.endswith("_id") else or_(named, column.is_(None), column == "")


def _themed(values: frozenset[Raw], base: FromClause) -> ColumnElement[bool]:
    feedback_id = base.c.feedback_id if base is score else base.c.id
    themes = select(annotation.c.feedback_id).where(annotation.c.field == "theme")
    named = [value for value in values if value is not None]
    with_one = feedback_id.in_(themes.where(annotation.c.label.in_(named))) if named else false()
    return or_(with_one, feedback_id.not_in(themes)) if None in values else with_one


def joined_rows(base: FromClause, count: Count, *, with_feedback: bool = False) -> FromClause:
    """Give the table with what is joined to it for the columns that are asked for."""
    joined = base
    ours = {name for name in count.columns if name not in base.c and name != "theme"}
    if base is score and (ours or with_feedback):
        joined = joined.join(feedback, feedback.c.id == score.c.feedback_id)
    if "theme" in count.by:
        feedback_id = base.c.feedback_id if base is score else base.c.id
        is_theme = and_(annotation.c.feedback_id == feedback_id, annotation.c.field == "theme")
        joined = joined.outerjoin(annotation, is_theme)
    return joined


def column_of(name: str, base: FromClause) -> ColumnElement[Any]:
    """Give the column of that name for the rows of a table; raises UnknownDimension where they have none."""
    if base in (invitation, event) and name not in base.c:
        raise UnknownDimension(name, nearest=("touchpoint", "channel", "segment", "store"))
    if name == "theme":
        return annotation.c.label
    if name.startswith(ATTRIBUTE):
        attribute: ColumnElement[Any] = feedback.c.attributes[name.removeprefix(ATTRIBUTE)].as_string()
        return attribute
    column: ColumnElement[Any] = base.c[name] if name in base.c else feedback.c[name]
    return column


def in_days(day: ColumnElement[int], days: Days | None) -> Iterable[ColumnElement[bool]]:
    """Hold for the days; None: any."""
    if days is not None:
        yield day >= days.first.toordinal()
        yield day < days.end.toordinal()
