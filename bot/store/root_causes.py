"""Root causes of closed cases, counted per touchpoint: what the same thing keeps going wrong with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from bot.store.tables import customer_case
from metrics.scope import Scope
from metrics.store.engine import reading
from metrics.store.tables import touchpoint
from metrics.store.whereabouts import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseCount:
    """How many cases of a touchpoint were closed with a root cause."""

    touchpoint: str | None
    cause: str
    cases: int


class RootCauses:
    """Counts them within rights; `teams` None: rights do not limit by team."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counted(
        self, *, start: datetime, end: datetime, named: Named, scope: Scope, teams: Sequence[str] | None
    ) -> tuple[CauseCount, ...]:
        """Count the cases closed in [start, end), the commonest first."""
        table, cases = customer_case.c, func.count().label("cases")
        held = [table.closed_at >= start, table.closed_at < end, table.root_cause.is_not(None)]
        limits = (
            (table.unit_id, scope.units), (table.unit_id, named.units),
            (table.touchpoint_id, scope.touchpoints), (table.touchpoint_id, named.touchpoints),
            (table.team, teams),
        )  # fmt: skip
        held += [column.in_(sorted(allowed)) for column, allowed in limits if allowed is not None]
        joined = customer_case.outerjoin(touchpoint, touchpoint.c.id == table.touchpoint_id)
        query = select(touchpoint.c.name, table.root_cause, cases).select_from(joined).where(*held)
        query = query.group_by(touchpoint.c.name, table.root_cause)
        query = query.order_by(cases.desc(), touchpoint.c.name, table.root_cause)
        with reading(self._engine) as connection:
            return tuple(
                CauseCount(touchpoint=row[0], cause=row[1], cases=int(row[2])) for row in connection.execute(query)
            )
