"""Named events: what the organisation did, when, and what it touched."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from metrics.analysis.impact import NamedEvent
from metrics.errors import UnknownGroup
from metrics.figures import Days
from metrics.folding import fold
from metrics.store.engine import reading
from metrics.store.tables import named_event, synonym


class NamedEventBook:
    """Reads named events; their days are those of the workspace's zone."""

    def __init__(self, engine: Engine, *, timezone: str) -> None:
        self._engine = engine
        self._zone = ZoneInfo(timezone)

    def named(self, name: str) -> NamedEvent:
        """Give the latest event of that name or synonym; raises UnknownGroup with the names there are."""
        from metrics.scores.registry import nearest  # noqa: PLC0415 only for a misspelt name

        with reading(self._engine) as connection:
            words = select(synonym.c.text, synonym.c.name).where(synonym.c.kind == "named_event")
            meant = {fold(row.text): row.name for row in connection.execute(words)}
            rows = connection.execute(select(named_event).order_by(named_event.c.happened_at.desc())).mappings().all()
        wanted = fold(meant.get(fold(name), name))
        for row in rows:
            if fold(row["name"]) == wanted:
                return self._event(row["name"], row["happened_at"], row["scope"])
        raise UnknownGroup("named_event", name, nearest=nearest(name, tuple(dict.fromkeys(r["name"] for r in rows))))

    def within(self, days: Days) -> tuple[NamedEvent, ...]:
        """Give the events of these days, in order of time."""
        first, end = (
            datetime.combine(day, time(), tzinfo=self._zone).astimezone(UTC) for day in (days.first, days.end)
        )
        rows = select(named_event).where(named_event.c.happened_at >= first, named_event.c.happened_at < end)
        with reading(self._engine) as connection:
            found = connection.execute(rows.order_by(named_event.c.happened_at)).all()
        return tuple(self._event(row.name, row.happened_at, row.scope) for row in found)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self._zone).astimezone(UTC)

    def _event(self, name: str, happened_at: datetime, scope: Mapping[str, object]) -> NamedEvent:
        where = {
            dimension: tuple(str(value) for value in values) if isinstance(values, list) else (str(values),)
            for dimension, values in scope.items()
        }
        return NamedEvent(name=name, day=happened_at.astimezone(self._zone).date(), touched=where)
