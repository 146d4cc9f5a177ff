"""How old the open cases are at the end of a period, counted out of the events that cases write."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product

from sqlalchemy import Connection, func, select

from metrics.analysis.ports import GroupKey
from metrics.calendar import stretch_of
from metrics.figures import Days
from metrics.scores.histogram import Histogram
from metrics.store.counting import Count, column_of, is_wanted
from metrics.store.dimensions import Dimension, Raw
from metrics.store.facts import ENDED, OPENED, TAKEN_UP
from metrics.store.purchases import STRETCHES
from metrics.store.tables import event, feedback


def ages(connection: Connection, count: Count, dimensions: Sequence[Dimension]) -> dict[GroupKey, Histogram]:
    """Count the cases open at the end of the days by their age in whole days, per group.

    A period that still runs ends with the newest day anything is known of.
    """
    if len(dimensions) == 1 and dimensions[0].name in STRETCHES and count.days is not None:
        newest = _newest(connection)
        found = {}
        for days in _stretches(count.days, dimensions[0].name):
            if days.first.toordinal() <= newest:
                some = _ages(connection, replace(count, days=days, by=()), ())
                found.update({dimensions[0].groups(days.first.toordinal()): some[()]} if some else {})
        return found
    return _ages(connection, count, dimensions)


def _ages(connection: Connection, count: Count, dimensions: Sequence[Dimension]) -> dict[GroupKey, Histogram]:
    last = _newest(connection)
    if count.days is not None:
        last = min(last, count.days.end.toordinal() - 1)
    keys = [column_of(dimension.column, event) for dimension in dimensions]
    number = event.c.attributes["case"].as_string()
    rows = select(number, event.c.kind, event.c.day, *keys).where(
        event.c.kind.in_((*OPENED, TAKEN_UP, *ENDED)),
        event.c.day <= last,
        *(is_wanted(name, values, event) for name, values in count.wanted.items()),
    )
    opened: dict[str, tuple[int, list[Raw]]] = {}
    open_now: set[str] = set()
    for case, kind, day, *raw in connection.execute(rows.order_by(event.c.happened_at, event.c.id)):
        if kind in OPENED:
            opened[case] = (day, raw)
        (open_now.discard if kind in ENDED else open_now.add)(case)
    counts: dict[GroupKey, list[int]] = {}
    for day, raw in (opened[case] for case in open_now if case in opened):
        for group in _groups(raw, dimensions):
            steps = counts.setdefault(group, [0] * len(count.metric.nothing.counts))
            steps[min(last - day, count.metric.high)] += 1
    return {group: Histogram(low=count.metric.low, counts=tuple(steps)) for group, steps in counts.items()}


def _newest(connection: Connection) -> int:
    """Give the newest day that anything is known of."""
    known = (connection.execute(select(func.max(table.c.day))).scalar() for table in (feedback, event))
    return max((day for day in known if day is not None), default=0)


def _groups(raw: Sequence[Raw], dimensions: Sequence[Dimension]) -> Iterable[GroupKey]:
    return product(*(one.groups(value or None) for one, value in zip(dimensions, raw, strict=True)))


def _stretches(days: Days, grain: str) -> Iterable[Days]:
    first = days.first
    while first < days.end:
        stretch = stretch_of(first, grain)
        yield Days(first=max(stretch.first, days.first), end=min(stretch.end, days.end))
        first = max(stretch.end, first + timedelta(days=1))
