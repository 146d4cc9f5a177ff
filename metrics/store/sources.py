"""How fresh the sources are, and when named events happened."""

from datetime import date, datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, func, select

from metrics.figures import SourceAge
from metrics.folding import fold
from metrics.store.engine import reading
from metrics.store.tables import named_event, source, synonym


class SourceBook:
    """Reads sources and named events."""

    def __init__(self, engine: Engine, *, timezone: str) -> None:
        self._engine = engine
        self._timezone = ZoneInfo(timezone)

    def ages(self, *, now: datetime) -> tuple[SourceAge, ...]:
        """Give the age of every source, by name."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(source)).all()
        return tuple(
            SourceAge(name=row.name, as_of=as_of, late=_late(as_of, row.expected_every_s, now=now))
            for row in sorted(rows, key=attrgetter("name"))
            for as_of in [row.as_of or row.imported_at]
        )

    def event_day(self, name: str) -> date | None:
        """Give the day a named event happened, by its name or a synonym; the latest of that name."""
        with reading(self._engine) as connection:
            meant = {fold(row.text): row.name for row in connection.execute(
                select(synonym.c.text, synonym.c.name).where(synonym.c.kind == "named_event")
            )}  # fmt: skip
            wanted = fold(meant.get(fold(name), name))
            query = select(named_event.c.name, func.max(named_event.c.happened_at).label("at"))
            for row in connection.execute(query.group_by(named_event.c.name)):
                if fold(row.name) == wanted:
                    at: datetime = row.at
                    return at.astimezone(self._timezone).date()
        return None


def _late(as_of: datetime | None, expected_every_s: int | None, *, now: datetime) -> bool:
    return as_of is not None and expected_every_s is not None and (now - as_of).total_seconds() > expected_every_s


def is_untouched(engine: Engine) -> bool:
    """Say whether nothing was ever stored here."""
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(source)) == 0
