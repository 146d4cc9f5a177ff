"""The made-up responses in a store of ours, put there by the quickest way: preparation, not what is measured."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from bot.bench.counted_columns import marginal_rows
from bot.bench.responses import (
    CHANNELS,
    SEGMENTS,
    SOURCES,
    TOUCHPOINTS,
    UNITS,
    Responses,
    touchpoint_name,
    unit_name,
)
from bot.main import MIGRATIONS
from metrics.store import directory
from metrics.store.engine import Database, open_engine, sqlite_url, writing
from metrics.store.migrate import upgrade
from metrics.store.rollups import key_columns
from metrics.store.tables import ROLLUPS

PART = 200_000
HASTE = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-262144", "threads=2")
"""A build that is cut short is thrown away, so nothing need be kept from harm."""
FEEDBACK = (
    "INSERT INTO feedback (id, source_id, external_id, kind, touchpoint_id, unit_id, channel, segment, given_at, day,"
    " attributes, content_hash) VALUES (?, ?, ?, 'survey', ?, ?, ?, ?, ?, ?, '{}', '')"
)
SCORE = (
    "INSERT INTO score (id, feedback_id, instrument, value, scale_min, scale_max, direction, touchpoint_id, unit_id,"
    " channel, segment, day) VALUES (?, ?, 'nps', ?, 0.0, 10.0, 'higher', ?, ?, ?, ?, ?)"
)


def benched_store(path: Path, responses: Responses) -> Database:
    """Open the store at `path`; where there is none it is made, and lies there once it is whole."""
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        _make(part, responses)
        part.rename(path)
    engine = open_engine(sqlite_url(path), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    return engine


def path_of(folder: Path, *, rows: int) -> Path:
    """Say where the store of so many responses lies."""
    return folder / f"responses-{rows}.db"


def reads(path: Path, question: str) -> int:
    """Count the rows, of a marginal or of the scores, that the answer to a question is summed up from."""
    of = {
        "q1": ("rollup_touchpoint", "touchpoint_id = 7"),
        "q2": ("rollup_touchpoint", "1"),
        "q3": ("rollup_unit_week", "touchpoint_id = 7"),
        "q4": ("score", "touchpoint_id = 7"),
    }
    table, where = of[question]
    connection = sqlite3.connect(path)
    try:
        (found,) = connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()  # noqa: S608 ours
        return int(found)
    finally:
        connection.close()


def _make(path: Path, responses: Responses) -> None:
    engine = open_engine(sqlite_url(path), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    with writing(engine) as connection:
        for name in SOURCES:
            directory.source(connection, name=name, kind="feedback", timezone="UTC")
        for number in range(1, TOUCHPOINTS + 1):
            directory.touchpoint(connection, name=touchpoint_name(number))
        for number in range(1, UNITS + 1):
            directory.unit(connection, name=unit_name(number), kind="store")
    engine.dispose()
    _fill(path, responses)


def _fill(path: Path, responses: Responses) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in HASTE:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        with _without_indexes(connection):
            for part in responses.parts(size=PART):
                connection.executemany(FEEDBACK, _feedback_rows(responses, part))
                connection.executemany(SCORE, _score_rows(responses, part))
        for table in ROLLUPS:
            rows = marginal_rows(responses, key_columns(table))
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 ours
        connection.execute("ANALYZE")
        connection.execute("COMMIT")
    finally:
        connection.close()


@contextmanager
def _without_indexes(connection: sqlite3.Connection) -> Iterator[None]:
    """Put the indexes back when everything is there."""
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master"
        " WHERE type = 'index' AND tbl_name IN ('feedback', 'score') AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, statement in indexes:
        connection.execute(statement)


def _feedback_rows(responses: Responses, part: range) -> Iterator[tuple[Any, ...]]:
    some = slice(part.start, part.stop)
    days = responses.day[some].tolist()
    noons = {day: f"{date.fromordinal(day).isoformat()} 12:00:00.000000" for day in set(days)}
    return zip(
        range(part.start + 1, part.stop + 1),
        (responses.source[some] + 1).tolist(),
        map("r{:09}".format, part),
        *_place(responses, some),
        map(noons.__getitem__, days),
        days,
        strict=True,
    )


def _score_rows(responses: Responses, part: range) -> Iterator[tuple[Any, ...]]:
    some = slice(part.start, part.stop)
    ids = range(part.start + 1, part.stop + 1)
    values, days = responses.value[some].tolist(), responses.day[some].tolist()
    return zip(ids, ids, values, *_place(responses, some), days, strict=True)


def _place(responses: Responses, some: slice) -> Iterator[Any]:
    yield responses.touchpoint_id[some].tolist()
    yield responses.unit_id[some].tolist()
    yield map(CHANNELS.__getitem__, responses.channel[some].tolist())
    yield map(SEGMENTS.__getitem__, responses.segment[some].tolist())
