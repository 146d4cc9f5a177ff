"""Reads counted answers for the score engine: `metrics.analysis.ports.Histograms` over a database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, select

from metrics.analysis.ports import GroupKey
from metrics.figures import Days, SourceAge
from metrics.scope import ATTRIBUTE, Where
from metrics.scores.histogram import Histogram, summed
from metrics.scores.registry import Metric
from metrics.store.backlog import ages
from metrics.store.contributors import contributors
from metrics.store.counting import Count, RawKey, Wanted, counted, first_and_last, marginal_for
from metrics.store.dimensions import TIMES, UNKNOWN, Dimension, Dimensions, Raw
from metrics.store.facts import VERDICTS, counting, rows_of
from metrics.store.groupnames import canonical_name, must_be_attribute
from metrics.store.hierarchy import UNIT_KINDS
from metrics.store.hours import hourly
from metrics.store.purchases import bought
from metrics.store.several import one_by_one, several
from metrics.store.snapshot import Snapshot, snapshot
from metrics.store.tables import event, score

if TYPE_CHECKING:
    from metrics.analysis.ports import Grid

LOOK_BACK_DAYS = 92
"""A source that fell silent in the last quarter still belongs to an answer: that it is late is what must be said."""


class HistogramReader:
    """Counts answers; `scan` leaves the marginals aside, which must make no difference."""

    def __init__(self, engine: Engine, *, scan: bool = False, at: Snapshot | None = None) -> None:
        """Read the newest state each time, or the one state that `at` is."""
        self._engine = engine
        self._scan = scan
        self._at = at

    @contextmanager
    def at_once(self) -> Iterator["HistogramReader"]:
        """Read one state of the store for as long as this lasts."""
        with self._reading() as at:
            yield HistogramReader(self._engine, scan=self._scan, at=at)

    def canonical(self, where: Where) -> Where:
        """Give `where` in canonical names; raises UnknownDimension and UnknownGroup."""
        if not where:
            return where
        with self._reading() as at:
            return {name: tuple(_canonical(at, name, value) for value in values) for name, values in where.items()}

    def histograms(
        self, metric: Metric, *, days: Days, where: Where, by: Sequence[str] = ()
    ) -> Mapping[GroupKey, Histogram]:
        """Count the metric's answers per group; without `by` the one key is (). Empty groups are left out."""
        with self._reading() as at:
            connection, known = at.connection, at.dimensions(days)
            if tuple(by) == ("hour",):
                return hourly(connection, Count(metric=metric, days=days, wanted=wanted_in(known, where)))
            dimensions = [known[name] for name in by]
            columns = tuple(dict.fromkeys(dimension.column for dimension in dimensions))
            count = Count(metric=metric, days=days, wanted=wanted_in(known, where), by=columns)
            if metric.reads == "backlog":
                return ages(connection, count, dimensions)
            if rows_of(metric) is event and metric.reads not in VERDICTS:
                return bought(connection, count, dimensions)
            groups = _folded(self._counted(at, count), columns, dimensions)
            _must_know_attributes(connection, by, groups)
            return groups

    def _counted(self, at: Snapshot, count: Count) -> Mapping[RawKey, Histogram]:
        """Count; the whole of what was counted by a kept column just before is the sum of that."""
        if self._scan or len(count.by) > 1 or marginal_for(count) is None:
            return counted(at.connection, count, scan=self._scan)
        asked = (count.metric.id, count.days, *count.wanted.items())
        if not count.by and asked in at.parts:
            parts = at.parts[asked]
            return {(): summed(parts, low=count.metric.low, high=count.metric.high)} if parts else {}
        found = counted(at.connection, count)
        if count.by:
            at.parts[asked] = tuple(found.values())
        return found

    def grid(self, metric: Metric, *, days: Days, where: Where, by: tuple[str, str]) -> "Grid":
        """Count per group of two dimensions, as numbers side by side rather than one by one."""
        from metrics.store.grids import grid_of, kept_grid  # noqa: PLC0415 numpy takes a tenth of a second

        with self._reading() as at:
            once = HistogramReader(self._engine, scan=self._scan, at=at)
            known = at.dimensions(days)
            dimensions = (known[by[0]], known[by[1]])
            columns = (dimensions[0].column, dimensions[1].column)
            count = Count(metric=metric, days=days, wanted=wanted_in(known, where), by=columns)
            marginal = None if self._scan or columns[0] == columns[1] else marginal_for(count)
            if marginal is not None:
                return kept_grid(at.connection, count, marginal, dimensions)
            return grid_of(once.histograms(metric, days=days, where=where, by=by), metric)

    def each(
        self, metric: Metric, *, days: Days, where: Where, by: Sequence[str], kept_only: bool = False
    ) -> Mapping[str, Mapping[str, Histogram]]:
        """Count per group of each dimension by itself; `kept_only` leaves out those that would have to be scanned."""
        with self._reading() as at:
            known = at.dimensions(days)
            if metric.reads == "answers":
                count = Count(metric=metric, days=days, wanted=wanted_in(known, where))
                dimensions = [known[name] for name in by]
                return several(at.connection, count, dimensions, scan=self._scan, kept_only=kept_only)
            once = HistogramReader(self._engine, scan=self._scan, at=at)
            return {} if kept_only else one_by_one(once, metric, days=days, where=where, by=by)

    def nearest_day(self, metric: Metric, *, days: Days, where: Where) -> date | None:
        """Give the day with answers that is nearest to `days`; None: there never was one."""
        with self._reading() as at:
            timeless = {name: values for name, values in where.items() if name not in TIMES}
            count = Count(metric=metric, days=None, wanted=wanted_in(at.dimensions(), timeless))
            first, end = days.first.toordinal(), days.end.toordinal()
            before, after = first_and_last(at.connection, count, before=first, after=end)
        if before is None or after is None:
            found = after if before is None else before
            return None if found is None else date.fromordinal(found)
        return date.fromordinal(before if first - before <= after - end + 1 else after)

    def span(self, metric: Metric) -> Days | None:
        """Give the days from the metric's first answer to its last; None: it has none."""
        day = rows_of(metric).c.day
        answers = score.c.instrument.in_(metric.instruments)
        rows = select(day).where(*([answers] if metric.instruments else counting(metric)))
        with self._reading() as at:
            first = at.connection.execute(rows.with_only_columns(func.min(day))).scalar()
            last = at.connection.execute(rows.with_only_columns(func.max(day))).scalar()
        if first is None or last is None:
            return None
        return Days(first=date.fromordinal(first), end=date.fromordinal(last + 1))

    def sources(self, metric: Metric, *, days: Days, where: Where, now: datetime) -> tuple[SourceAge, ...]:
        """Give the age of every source that the metric's answers in and shortly before `days` come from, by name."""
        asked = Days(first=days.first - timedelta(days=LOOK_BACK_DAYS), end=days.end)
        with self._reading() as at:
            wanted = wanted_in(at.dimensions(days), where)
            return contributors(at, Count(metric=metric, days=asked, wanted=wanted), now=now)

    def parent(self, dimension: str, name: str) -> tuple[str, str] | None:
        """Give (dimension, name) of what a group is part of: a store's region, a region's country; None: the whole."""
        if dimension != "unit" and dimension not in UNIT_KINDS:
            return None
        with self._reading() as at:
            return at.dimensions().units.parent(name)

    def within(self, inner: Where, outer: Where) -> bool:
        """Say whether every answer that `inner` names is one that `outer` names too, both in canonical names."""
        with self._reading() as at:
            known = at.dimensions()
            inside, outside = wanted_in(known, inner), wanted_in(known, outer)
        return all(column in inside and inside[column] <= values for column, values in outside.items())

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        if self._at is not None:
            yield self._at
            return
        with snapshot(self._engine) as at:
            yield at


def _canonical(at: Snapshot, name: str, value: str) -> str:
    return at.standing.kept(
        (canonical_name, name, value), lambda: canonical_name(at.connection, at.dimensions()[name], value)
    )


def wanted_in(known: Dimensions, where: Where) -> Wanted:
    """Turn names into the stored values of each column; two dimensions of one column must both hold."""
    wanted: dict[str, frozenset[Raw]] = {}
    for name, values in where.items():
        dimension = known[name]
        asked = known.values(dimension, values)
        wanted[dimension.column] = wanted.get(dimension.column, asked) & asked
    return wanted


def _folded(
    raw: Mapping[RawKey, Histogram], columns: Sequence[str], dimensions: Sequence[Dimension]
) -> dict[GroupKey, Histogram]:
    """Add stored values up to the groups they belong to; a value in two groups counts in both."""
    found: dict[GroupKey, Histogram] = {}
    if len(dimensions) == 1:
        groups_of = dimensions[0].groups
        for (value,), answers in raw.items():
            for name in groups_of(value):
                found[name,] = found[name,] + answers if (name,) in found else answers
        return found
    places = [columns.index(dimension.column) for dimension in dimensions]
    for key, answers in raw.items():
        groups = (dimension.groups(key[place]) for dimension, place in zip(dimensions, places, strict=True))
        for group in product(*groups):
            found[group] = found[group] + answers if group in found else answers
    return found


def _must_know_attributes(connection: Connection, by: Iterable[str], groups: Mapping[GroupKey, Histogram]) -> None:
    """Where nobody has an attribute, find out whether there is one of that name."""
    for place, name in enumerate(by):
        if name.startswith(ATTRIBUTE) and all(key[place] == UNKNOWN for key in groups):
            must_be_attribute(connection, name)
