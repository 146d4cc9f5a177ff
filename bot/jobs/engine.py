"""The database of durable work, as DBOS wants it: on SQLite its own connection settings, elsewhere its own engine."""

from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 30_000
"""What DBOS itself sets."""


def open_jobs_engine(url: str) -> Engine | None:
    """Open a SQLite file for DBOS: WAL, writers IMMEDIATE, synchronous=normal. None: DBOS makes its own engine.

    Unlike `open_engine`, transactions are begun by the driver, because DBOS begins some by itself.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return None
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        raw: Any = connection
        raw.isolation_level = "IMMEDIATE"
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
        ):
            raw.execute(f"PRAGMA {pragma}")

    return engine
