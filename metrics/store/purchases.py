"""Purchases and the customers who made them, counted out of the events.

A customer is counted once in each group they bought in. Whether they came back is asked of all their purchases, so a
customer of Gdańsk who buys in Gdynia next is retained.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

from sqlalchemy import Connection, Select, func, select

from metrics.analysis.ports import GroupKey
from metrics.calendar import stretch_of
from metrics.figures import Days
from metrics.periods import Period
from metrics.scores.histogram import Histogram
from metrics.scores.revenue import money
from metrics.store.counting import Count, column_of, in_days, is_wanted
from metrics.store.dimensions import Dimension
from metrics.store.facts import is_purchase
from metrics.store.tables import event

STRETCHES = ("day", "week", "month", "quarter", "year")
"""Dimensions that cut a period into stretches of time."""


def bought(connection: Connection, count: Count, dimensions: Sequence[Dimension]) -> dict[GroupKey, Histogram]:
    """Count a metric that reads purchases, or who made them, per group of the dimensions."""
    if count.metric.reads == "purchases":
        return _money(connection, count, dimensions)
    if len(dimensions) == 1 and dimensions[0].name in STRETCHES and count.days is not None:
        return _over_time(connection, count, dimensions[0])
    return _customers(connection, count, dimensions)


def _money(connection: Connection, count: Count, dimensions: Sequence[Dimension]) -> dict[GroupKey, Histogram]:
    keys = [column_of(dimension.column, event).label(f"key_{place}") for place, dimension in enumerate(dimensions)]
    query = select(*keys, event.c.value, func.count()).where(*_conditions(count), event.c.value.is_not(None))
    found: dict[GroupKey, Histogram] = {}
    for *raw, value, times in connection.execute(query.group_by(*keys, event.c.value)):
        spent = money((value,))
        several = Histogram(low=0, counts=tuple(times * cell for cell in spent.counts))
        for group in _groups(raw, dimensions):
            found[group] = found[group] + several if group in found else several
    return found


def _over_time(connection: Connection, count: Count, dimension: Dimension) -> dict[GroupKey, Histogram]:
    """Ask the question anew of each stretch of time: who of a month came back is not who of a day did."""
    found: dict[GroupKey, Histogram] = {}
    for stretch in _stretches(count.days, dimension.name) if count.days else ():
        customers = _customers(connection, replace(count, days=stretch, by=()), ())
        if customers:
            found[dimension.groups(stretch.first.toordinal())] = customers[()]
    return found


def _customers(connection: Connection, count: Count, dimensions: Sequence[Dimension]) -> dict[GroupKey, Histogram]:
    asked, again = _retained(count) if count.metric.reads == "retained" else _repeated(count)
    keys = [column_of(dimension.column, event) for dimension in dimensions]
    if count.metric.reads == "retained" and not _any(connection, count):
        return {}  # nobody could come back yet: the period is still to come, or its purchases are not here
    came_back = {customer for (customer,) in connection.execute(again)}
    who: dict[GroupKey, set[int]] = {}
    rows = select(*keys, event.c.customer_id).distinct()
    for *raw, customer in connection.execute(rows.where(*_conditions(asked), event.c.customer_id.is_not(None))):
        for group in _groups(raw, dimensions):
            who.setdefault(group, set()).add(customer)
    return {
        group: Histogram(low=0, counts=(len(customers - came_back), len(customers & came_back)))
        for group, customers in who.items()
    }


def _any(connection: Connection, count: Count) -> bool:
    bought_then = select(event.c.id).where(is_purchase(), *in_days(event.c.day, count.days))
    return connection.execute(bought_then.limit(1)).first() is not None


def _retained(count: Count) -> tuple[Count, Select[Any]]:
    """Ask of those who bought in the period before whether they bought in this one."""
    before = None if count.days is None else Period.of(count.days).previous().days
    again = select(event.c.customer_id).where(is_purchase(), *in_days(event.c.day, count.days)).distinct()
    return replace(count, days=before), again


def _repeated(count: Count) -> tuple[Count, Select[Any]]:
    """Ask of those who bought in the period whether, by its end, they had bought twice or more."""
    several = select(event.c.customer_id).where(is_purchase(), event.c.customer_id.is_not(None))
    if count.days is not None:
        several = several.where(event.c.day < count.days.end.toordinal())
    return count, several.group_by(event.c.customer_id).having(func.count() > 1)


def _conditions(count: Count) -> Iterable[Any]:
    yield is_purchase()
    yield from in_days(event.c.day, count.days)
    for name, values in count.wanted.items():
        yield is_wanted(name, values, event)


def _groups(raw: Sequence[Any], dimensions: Sequence[Dimension]) -> Iterable[GroupKey]:
    return product(*(dimension.groups(value or None) for value, dimension in zip(raw, dimensions, strict=True)))


def _stretches(days: Days, grain: str) -> Iterable[Days]:
    first = days.first
    while first < days.end:
        stretch = stretch_of(first, grain)
        yield Days(first=max(stretch.first, days.first), end=min(stretch.end, days.end))
        first = max(stretch.end, first + timedelta(days=1))
