"""Facts about a home, by key: that it is the demo company, as of when, from which seed."""

from sqlalchemy import Engine, select

from bot.store.tables import fact
from metrics.store.engine import reading


def read_fact(engine: Engine, key: str) -> str | None:
    """Give a fact; None: it was never set."""
    with reading(engine) as connection:
        value: str | None = connection.scalar(select(fact.c.value).where(fact.c.key == key))
        return value
