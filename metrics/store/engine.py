"""Engines: the one place that opens a database, with the settings each kind needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from metrics.store.errors import DatabaseUnusable

Database: TypeAlias = Engine
"""An open database, by a name that those above may use who know no SQL."""

BUSY_TIMEOUT_MS = 2_500
"""How long a writer waits for another; Slack wants its acknowledgement within 3 s."""

IDLE_TIMEOUT_MS = 60_000
"""How long a process may be paused within a transaction on PostgreSQL; then the server ends it and frees its rows."""

MIGRATING, LOADING = 7_301, 7_302
"""Works at which one takes turns: numbers of our own, which only have to differ."""


def open_engine(url: str, *, durable: bool = True) -> Engine:
    """Open the database at `url`: a SQLite file (WAL) or PostgreSQL.

    `durable` keeps a committed row through a loss of power (synchronous FULL); without it, through a kill only.
    Raises DatabaseUnusable for a URL of another kind. Readers use `reading(engine)`, writers `writing(engine)`.
    """
    try:
        kind = make_url(url).get_backend_name()
    except ArgumentError:
        raise DatabaseUnusable("DATABASE_URL") from None
    if kind not in ("sqlite", "postgresql"):
        raise DatabaseUnusable(kind)
    if kind != "sqlite":
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        _configure_postgresql(engine)
        return engine
    engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)
    _configure_sqlite(engine, synchronous="FULL" if durable else "NORMAL")
    return engine


def sqlite_url(path: Path) -> str:
    """Name the SQLite file at `path` as a URL."""
    return f"sqlite:///{path}"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read from one consistent snapshot; whatever was written by mistake is rolled back."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        connection.begin()
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write in one transaction; on SQLite it is the only writer from its first statement on (BEGIN IMMEDIATE)."""
    with engine.connect().execution_options(cxbot_writes=True) as connection, connection.begin():
        yield connection


def take_turns(connection: Connection, *, at: int) -> None:
    """Wait, on PostgreSQL, until nobody else is `at` the same work, and keep them waiting until this transaction ends.

    On SQLite writers take turns by themselves.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:work)"), {"work": at})


def _configure_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.cursor().execute(f"SET idle_in_transaction_session_timeout = {IDLE_TIMEOUT_MS}")
        connection.commit()


def _configure_sqlite(engine: Engine, *, synchronous: str) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        raw: Any = connection
        raw.isolation_level = None  # the driver must not begin by itself: a deferred write fails at once when busy
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "foreign_keys=ON",
            "temp_store=MEMORY",
            "cache_size=-65536",
            "mmap_size=268435456",
        ):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("cxbot_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")
