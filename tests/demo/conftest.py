"""One demo company for the tests of this folder, opened with the standard library so that they check what is stored."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo.create import create
from bot.demo.plan import Plan, plan_for
from bot.main import MIGRATIONS
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.migrate import upgrade

NOW = datetime.fromisoformat("2026-11-20T12:00+01:00")


class KeepsEverything:
    """A redactor that finds nothing to take out."""

    def redact(self, text: str) -> str:
        return text


class Stored:
    """A stored demo company that can be asked in SQL."""

    def __init__(self, path: Path, *, now: datetime) -> None:
        self.path = path
        self.plan: Plan = plan_for(now)
        self._connection = sqlite3.connect(path)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> Any:
        return self.rows(sql, *values)[0][0]

    def column(self, sql: str, *values: object) -> Sequence[Any]:
        return [row[0] for row in self.rows(sql, *values)]

    def close(self) -> None:
        self._connection.close()


def make(path: Path, *, now: datetime, seed: int = 7) -> Stored:
    engine = open_engine(sqlite_url(path), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    create(engine, now=now, seed=seed, redactor=KeepsEverything())
    engine.dispose()
    return Stored(path, now=now)


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stored]:
    stored = make(tmp_path_factory.mktemp("demo") / "demo.db", now=NOW)
    yield stored
    stored.close()
