"""Facts about this home, by key."""

from sqlalchemy import Connection, delete, insert, select

from bot.store.tables import fact


def read_fact(connection: Connection, key: str) -> str | None:
    """Give the fact of that key."""
    return connection.execute(select(fact.c.value).where(fact.c.key == key)).scalar_one_or_none()


def write_fact(connection: Connection, *, key: str, value: str) -> None:
    """Set the fact of that key."""
    connection.execute(delete(fact).where(fact.c.key == key))
    connection.execute(insert(fact).values(key=key, value=value))
