"""What became of survey invitations, counted: `metrics.analysis.response.Funnels` over a database."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import Engine, case, func, or_, select

from metrics.analysis.ports import GroupKey
from metrics.analysis.response import Funnel
from metrics.figures import Days
from metrics.scope import Where
from metrics.store.counting import column_of, in_days, is_wanted
from metrics.store.dimensions import Dimensions
from metrics.store.engine import reading
from metrics.store.reader import wanted_in
from metrics.store.tables import invitation

IN_ORDER = ("delivered_at", "opened_at", "started_at", "answered_at")


class InvitationReader:
    """Counts invitations."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def funnels(self, *, days: Days, where: Where, by: Sequence[str] = ()) -> Mapping[GroupKey, Funnel]:
        """Count the invitations sent in `days` per group; without `by` the one key is ().

        An answered invitation was delivered and opened, whatever the platform noted. A step nobody ever noted is None.
        """
        with reading(self._engine) as connection:
            known = Dimensions(connection, days=days)
            dimensions = [known[name] for name in by]
            keys = [column_of(one.column, invitation).label(f"key_{place}") for place, one in enumerate(dimensions)]
            conditions = [is_wanted(name, raw, invitation) for name, raw in wanted_in(known, where).items()]
            rows = select(*keys, func.count(), *_reached(), *_noted()).where(
                invitation.c.sent_at.is_not(None), *in_days(invitation.c.day, days), *conditions
            )
            found: dict[GroupKey, Funnel] = {}
            for row in connection.execute(rows.group_by(*keys)):
                raw, counts = row[: len(keys)], [int(count or 0) for count in row[len(keys) :]]
                if not counts[0]:
                    continue
                funnel = _funnel(counts)
                for group in product(*(one.groups(value or None) for one, value in zip(dimensions, raw, strict=True))):
                    found[group] = found[group] + funnel if group in found else funnel
            return found


def _funnel(counts: Sequence[int]) -> Funnel:
    reached = [count if noted else None for count, noted in zip(counts[1:6], counts[6:11], strict=True)]
    return Funnel(
        sent=counts[0],
        delivered=reached[0],
        opened=reached[1],
        started=reached[2],
        answered=reached[3] or 0,
        opted_out=reached[4],
    )


def _reached() -> list[Any]:
    steps = [or_(*(invitation.c[later].is_not(None) for later in IN_ORDER[place:])) for place, _ in enumerate(IN_ORDER)]
    return [func.sum(case((step, 1), else_=0)) for step in (*steps, invitation.c.opted_out_at.is_not(None))]


def _noted() -> list[Any]:
    return [func.count(invitation.c[name]) for name in (*IN_ORDER, "opted_out_at")]
