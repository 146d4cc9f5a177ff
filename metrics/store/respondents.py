"""Who the customers are that answered, and who all customers are: groups read from the customers' own rows."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Engine, func, select

from metrics.errors import UnknownDimension
from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.registry import Metric
from metrics.store.counting import in_days, is_wanted
from metrics.store.dimensions import Dimension, Dimensions
from metrics.store.engine import reading
from metrics.store.facts import counting
from metrics.store.reader import wanted_in
from metrics.store.tables import customer, feedback, invitation, score

OF_CUSTOMERS = ("segment", "persona", "language", "store", "region", "country", "unit")
"""The dimensions that a customer has by themselves."""

Cell = tuple[str, ...]


class RespondentReader:
    """Reads respondents and the customer base: `metrics.analysis.weighting.Respondents` over a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def base(self, dimensions: Sequence[str], *, where: Where) -> Mapping[Cell, int]:
        """Count the customers in each cell of the dimensions, of those that `where` names where it can be told."""
        with reading(self._engine) as connection:
            known = Dimensions(connection)
            wanted = _of_customers(known, where)
            asked = [_dimension(known, name) for name in dimensions]
            columns = [customer.c[one.column] for one in asked]
            rows = connection.execute(select(*columns, func.count()).where(*wanted).group_by(*columns))
            return _added([(raw, count) for *raw, count in rows], asked)

    def answered(self, dimensions: Sequence[str], *, days: Days, where: Where) -> Mapping[Cell, int]:
        """Count the customers in each cell who answered an invitation sent in `days`, each once."""
        with reading(self._engine) as connection:
            known = Dimensions(connection, days=days)
            asked = [_dimension(known, name) for name in dimensions]
            who = select(invitation.c.customer_id).where(invitation.c.answered_at.is_not(None))
            who = who.where(*in_days(invitation.c.day, days))
            who = who.where(*(is_wanted(name, raw, invitation) for name, raw in wanted_in(known, where).items()))
            columns = [customer.c[one.column] for one in asked]
            rows = select(*columns, func.count()).where(customer.c.id.in_(who)).group_by(*columns)
            return _added([(raw, count) for *raw, count in connection.execute(rows)], asked)

    def answers(
        self, metric: Metric, dimensions: Sequence[str], *, days: Days, where: Where
    ) -> Mapping[Cell, Histogram]:
        """Count the answers of known customers in each cell of the dimensions."""
        with reading(self._engine) as connection:
            known = Dimensions(connection, days=days)
            asked = [_dimension(known, name) for name in dimensions]
            columns = [customer.c[one.column].label(f"key_{place}") for place, one in enumerate(asked)]
            rows = select(*columns, score.c.value, func.count()).select_from(
                score.join(feedback, feedback.c.id == score.c.feedback_id).join(
                    customer, customer.c.id == feedback.c.customer_id
                )
            )
            rows = rows.where(*counting(metric), *in_days(score.c.day, days))
            rows = rows.where(*(is_wanted(name, raw, score) for name, raw in wanted_in(known, where).items()))
            found: dict[Cell, Histogram] = {}
            for *raw, value, times in connection.execute(rows.group_by(*columns, score.c.value)):
                step = value - metric.low
                if step == int(step):
                    counts = [0] * len(metric.nothing.counts)
                    counts[int(step)] = times
                    some = Histogram(low=metric.low, counts=tuple(counts))
                    for cell in _cells(raw, asked):
                        found[cell] = found[cell] + some if cell in found else some
            return found


def _dimension(known: Dimensions, name: str) -> Dimension:
    if name not in OF_CUSTOMERS:
        raise UnknownDimension(name, nearest=OF_CUSTOMERS[:5])
    return known[name]


def _of_customers(known: Dimensions, where: Where) -> list[ColumnElement[bool]]:
    """Narrow the customers by what `where` says of them; a touchpoint or a channel says nothing of a customer."""
    own = {name: names for name, names in where.items() if name in OF_CUSTOMERS}
    return [is_wanted(name, raw, customer) for name, raw in wanted_in(known, own).items()]


def _cells(raw: Sequence[Any], dimensions: Sequence[Dimension]) -> list[Cell]:
    groups = (one.groups(value or None) for one, value in zip(dimensions, raw, strict=True))
    return list(product(*groups))


def _added(rows: Sequence[tuple[Sequence[Any], int]], asked: Sequence[Dimension]) -> dict[Cell, int]:
    found: dict[Cell, int] = {}
    for raw, count in rows:
        for cell in _cells(raw, asked):
            found[cell] = found.get(cell, 0) + count
    return found
