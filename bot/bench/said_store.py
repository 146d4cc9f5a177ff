"""Made-up comments in a store of ours, by the quickest way: preparation, not what is measured."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.bench.said import comments
from bot.main import MIGRATIONS
from metrics.store import directory
from metrics.store.engine import Database, open_engine, sqlite_url, writing
from metrics.store.migrate import upgrade

TOUCHPOINTS, DAYS = 12, 365
FIRST_DAY = date(2026, 1, 1)
FEEDBACK = (
    "INSERT INTO feedback (id, source_id, external_id, kind, touchpoint_id, given_at, day, text, redacted, attributes,"
    " content_hash) VALUES (?, 1, ?, 'review', ?, ?, ?, ?, ?, '{}', ?)"
)


def said_store(path: Path, *, texts: int) -> Database:
    """Make the store at `path` and open it."""
    engine = open_engine(sqlite_url(path), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    with writing(engine) as named:
        directory.source(named, name="bench", kind="feedback", timezone="UTC")
        for number in range(TOUCHPOINTS):
            directory.touchpoint(named, name=f"touchpoint {number}")
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.executemany(FEEDBACK, _rows(texts))
        connection.execute("ANALYZE")
        connection.commit()
    finally:
        connection.close()
    return engine


def _rows(texts: int) -> Iterator[tuple[Any, ...]]:
    for place, text in enumerate(comments(texts)):
        day = date.fromordinal(FIRST_DAY.toordinal() + place * 7919 % DAYS)
        noon = f"{day.isoformat()} 12:00:00.000000"
        touchpoint = 1 + place * 104_729 % TOUCHPOINTS
        yield place + 1, f"c{place}", touchpoint, noon, day.toordinal(), text, text, f"{place:040d}"
