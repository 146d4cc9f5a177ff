"""Whether the names people may use have changed: a cheap fingerprint of where they are kept."""

from functools import cache
from typing import Any

from sqlalchemy import Engine, Select, func, select

from bot.store.tables import person
from metrics.store.engine import reading
from metrics.store.tables import journey, named_event, source, stage, synonym, touchpoint, unit

NAMED = (touchpoint, unit, journey, stage, synonym, named_event, source, person)


def vocabulary_version(engine: Engine) -> str:
    """Give a text that changes when something is named, renamed by id, or imported."""
    with reading(engine) as connection:
        return str(tuple(connection.execute(_fingerprint()).one()))


@cache
def _fingerprint() -> Select[Any]:
    columns = [select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery() for table in NAMED]
    columns += [select(func.count()).select_from(table).scalar_subquery() for table in NAMED]
    imported = select(func.max(source.c.imported_at)).scalar_subquery()
    return select(*columns, imported)
