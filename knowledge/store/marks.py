"""How far passes over the store have come."""

from sqlalchemy import Connection, Engine, insert, select, update

from knowledge.store.tables import mark
from metrics.store.engine import reading, writing


def mark_of(engine: Engine, name: str) -> int:
    """Say how far a pass has come; 0: it has not begun."""
    with reading(engine) as connection:
        return read_mark(connection, name)


def move_mark(engine: Engine, name: str, up_to: int) -> None:
    """Say how far a pass has come, unless it has not moved."""
    if mark_of(engine, name) != up_to:
        with writing(engine) as connection:
            set_mark(connection, name, up_to)


def read_mark(connection: Connection, name: str) -> int:
    """Say how far a pass has come, within a transaction."""
    return int(connection.execute(select(mark.c.up_to).where(mark.c.name == name)).scalar() or 0)


def set_mark(connection: Connection, name: str, up_to: int) -> None:
    """Say how far a pass has come."""
    moved = connection.execute(update(mark).where(mark.c.name == name).values(up_to=up_to))
    if moved.rowcount == 0:
        connection.execute(insert(mark).values(name=name, up_to=up_to))
