"""The days of named events, for periods such as "since release 4.2"."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from metrics.store.engine import reading
from metrics.store.groupnames import folded
from metrics.store.tables import named_event, synonym


class NamedEventDays:
    """Knows the local day in `timezone` of a named event; the latest, where several have the name."""

    def __init__(self, engine: Engine, *, timezone: str) -> None:
        self._engine = engine
        self._zone = ZoneInfo(timezone)

    def __call__(self, name: str) -> date | None:
        """Give the day of the event of that name or synonym; None: there is none."""
        with reading(self._engine) as connection:
            synonyms = connection.execute(
                select(synonym.c.text, synonym.c.name).where(synonym.c.kind == "named_event")
            ).all()
            rows = select(named_event.c.name, named_event.c.happened_at).order_by(named_event.c.happened_at)
            found = {folded(row.name): row.happened_at for row in connection.execute(rows)}
        stands_for = {folded(text): folded(canonical) for text, canonical in synonyms}
        happened = found.get(folded(name)) or found.get(stands_for.get(folded(name), ""))
        return None if happened is None else happened.astimezone(self._zone).date()
