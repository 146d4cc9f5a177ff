"""Answers per hour of the local clock, by reading them one by one: no marginal knows hours.

An hour is named by the stored day and the hour that the clock on the wall showed, 2026-10-25T02. Where clocks go back
that hour is shown twice and its answers are counted together; where they go forward it does not exist.
"""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, func, select

from metrics.analysis.ports import GroupKey
from metrics.errors import UnknownDimension
from metrics.scores.histogram import Histogram
from metrics.store.counting import Count, conditions_of, joined_rows
from metrics.store.facts import rows_of, step_of
from metrics.store.tables import event, feedback, invitation, score, source, unit


def hourly(connection: Connection, count: Count) -> dict[GroupKey, Histogram]:
    """Count per hour; raises UnknownDimension for what happens to customers rather than at an hour."""
    base = rows_of(count.metric)
    if base is event:
        raise UnknownDimension("hour", nearest=("day", "week", "month"))
    zones = _Zones(connection)
    rows = invitation if base is invitation else feedback
    at: ColumnElement[Any] = invitation.c.sent_at if base is invitation else feedback.c.given_at
    step = step_of(count.metric).label("step")
    keys = (at.label("at"), base.c.day.label("day"), base.c.unit_id.label("unit_id"), rows.c.source_id)
    query = select(*keys, step, func.count()).select_from(joined_rows(base, count, with_feedback=base is score))
    query = query.where(*conditions_of(base, count)).group_by(*keys, "step")
    found: dict[GroupKey, list[int]] = {}
    for instant, day, unit_id, source_id, value, times in connection.execute(query):
        place = value - count.metric.low
        if place == int(place):
            name = _hour(instant, day, zones.of(unit_id, source_id))
            found.setdefault((name,), [0] * len(count.metric.nothing.counts))[int(place)] += times
    return {key: Histogram(low=count.metric.low, counts=tuple(counts)) for key, counts in found.items()}


def _hour(instant: datetime, day: int, zone: tzinfo) -> str:
    local = instant.astimezone(zone)
    return f"{datetime.fromordinal(day):%Y-%m-%d}T{local:%H}"


class _Zones:
    """The zone whose clock counts: the unit's, or that of what it lies in, else the source's."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(select(unit.c.id, unit.c.parent_id, unit.c.timezone)).all()
        self._units: Mapping[int, tuple[int | None, str | None]] = {
            row.id: (row.parent_id, row.timezone) for row in rows
        }
        sources = connection.execute(select(source.c.id, source.c.timezone))
        self._sources = {row.id: ZoneInfo(row.timezone) for row in sources}

    def of(self, unit_id: int | None, source_id: int) -> tzinfo:
        """Give the zone of a row."""
        seen: set[int] = set()
        while unit_id is not None and unit_id in self._units and unit_id not in seen:
            seen.add(unit_id)
            parent, name = self._units[unit_id]
            if name is not None:
                return ZoneInfo(name)
            unit_id = parent
        return self._sources[source_id]
