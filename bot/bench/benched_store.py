"""The made-up responses in a store of ours, put there by the quickest way: preparation, not what is measured."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

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
from metrics.store import directory, rollups
from metrics.store.engine import Database, open_engine, sqlite_url, writing
from metrics.store.migrate import upgrade

PART = 50_000
FEEDBACK = (
    "INSERT INTO feedback (id, source_id, external_id, kind, touchpoint_id, unit_id, channel, segment, given_at, day,"
    " attributes, content_hash) VALUES (?, ?, ?, 'survey', ?, ?, ?, ?, ?, ?, '{}', '')"
)
SCORE = (
    "INSERT INTO score (id, feedback_id, instrument, value, scale_min, scale_max, direction, touchpoint_id, unit_id,"
    " channel, segment, day) VALUES (?, ?, 'nps', ?, 0.0, 10.0, 'higher', ?, ?, ?, ?, ?)"
)


def benched_store(path: Path, responses: Responses) -> Database:
    """Make the store at `path`, its rollups kept, and open it."""
    engine = open_engine(sqlite_url(path), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    with writing(engine) as connection:
        for name in SOURCES:
            directory.source(connection, name=name, kind="feedback", timezone="UTC")
        for number in range(1, TOUCHPOINTS + 1):
            directory.touchpoint(connection, name=touchpoint_name(number))
        for number in range(1, UNITS + 1):
            directory.unit(connection, name=unit_name(number), kind="store")
    _fill(path, responses)
    with writing(engine) as connection:
        rollups.rebuild(connection)
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


def _fill(path: Path, responses: Responses) -> None:
    """Insert without indexes, which are put back when everything is there."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'index' AND tbl_name IN ('feedback', 'score') AND sql IS NOT NULL"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        for part in responses.parts(size=PART):
            connection.executemany(FEEDBACK, _feedback_rows(responses, part))
            connection.executemany(SCORE, _score_rows(responses, part))
        for _, statement in indexes:
            connection.execute(statement)
        connection.execute("ANALYZE")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _feedback_rows(responses: Responses, part: range) -> Iterator[tuple[Any, ...]]:
    some = slice(part.start, part.stop)
    columns = (responses.source, responses.touchpoint_id, responses.unit_id, responses.channel, responses.segment)
    rows = zip(part, *(column[some].tolist() for column in (*columns, responses.day)), strict=True)
    for place, source, touchpoint_id, unit_id, channel, segment, day in rows:
        noon = f"{date.fromordinal(day).isoformat()} 12:00:00.000000"
        names = (CHANNELS[channel], SEGMENTS[segment])
        yield place + 1, source + 1, f"r{place:09}", touchpoint_id, unit_id, *names, noon, day


def _score_rows(responses: Responses, part: range) -> Iterator[tuple[Any, ...]]:
    some = slice(part.start, part.stop)
    columns = (responses.value, responses.touchpoint_id, responses.unit_id, responses.channel, responses.segment)
    rows = zip(part, *(column[some].tolist() for column in (*columns, responses.day)), strict=True)
    for place, value, touchpoint_id, unit_id, channel, segment, day in rows:
        yield place + 1, place + 1, value, touchpoint_id, unit_id, CHANNELS[channel], SEGMENTS[segment], day
