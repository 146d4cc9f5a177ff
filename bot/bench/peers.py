"""What people use instead, on the same rows: DuckDB and pandas in memory, and a scan of the table in SQLite.

Each answers the four questions with (answers, NPS) by group, in the SQL or pandas that one would write.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from bot.bench.responses import CHANNELS, DAYS, SEGMENTS, Responses

Key = tuple[Any, ...]
Answer = Mapping[Key, tuple[int, float]]

TOUCHPOINT = 7
CHANNEL, SEGMENT = CHANNELS[0], SEGMENTS[0]
FIRST, END = DAYS.first.toordinal(), DAYS.end.toordinal()
QUESTIONS = ("q1", "q2", "q3", "q4")

_NPS = "count(*), 100.0 * sum(CASE WHEN value >= 9 THEN 1 WHEN value <= 6 THEN -1 ELSE 0 END) / count(*)"
_DAYS = f"instrument = 'nps' AND day >= {FIRST} AND day < {END}"
_ONE = f"{_DAYS} AND touchpoint_id = {TOUCHPOINT}"
_SQL = {
    "q1": f"SELECT {_NPS} FROM score WHERE {_ONE}",  # noqa: S608 the names are ours, here and below
    "q2": f"SELECT touchpoint_id, day, {_NPS} FROM score WHERE {_DAYS} GROUP BY touchpoint_id, day",  # noqa: S608
    "q3": f"SELECT unit_id, {_NPS} FROM score WHERE {_ONE} GROUP BY unit_id",  # noqa: S608
    "q4": f"SELECT {_NPS} FROM score WHERE {_ONE} AND channel = '{CHANNEL}' AND segment = '{SEGMENT}'",  # noqa: S608
}
"""Q1 one touchpoint, Q2 each touchpoint by day, Q3 one touchpoint by unit, Q4 what no marginal holds."""


def frame(responses: Responses) -> pd.DataFrame:
    """Give the responses as a table of scores."""
    return pd.DataFrame(
        {
            "instrument": np.full(responses.count, "nps", dtype=object),
            "value": responses.value,
            "touchpoint_id": responses.touchpoint_id,
            "unit_id": responses.unit_id,
            "channel": np.array(CHANNELS, dtype=object)[responses.channel],
            "segment": np.array(SEGMENTS, dtype=object)[responses.segment],
            "day": responses.day,
        }
    )


class DuckDb:
    """DuckDB in memory, on two threads."""

    def __init__(self, scores: pd.DataFrame) -> None:
        self._connection = duckdb.connect(":memory:", config={"threads": 2})
        self._connection.register("scores", scores)
        self._connection.execute("CREATE TABLE score AS SELECT * FROM scores")
        self._connection.unregister("scores")

    def ask(self, question: str) -> Answer:
        """Answer one of the questions."""
        return _keyed(self._connection.execute(_SQL[question]).fetchall())


class SqliteScan:
    """SQLite reading the table of scores of a store from end to end."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA mmap_size=268435456")
        self._connection.execute("PRAGMA cache_size=-65536")

    def ask(self, question: str) -> Answer:
        """Answer one of the questions."""
        return _keyed(self._connection.execute(_SQL[question].replace("FROM score", "FROM score NOT INDEXED")))


class Pandas:
    """pandas in memory."""

    def __init__(self, scores: pd.DataFrame) -> None:
        self._scores = scores

    def ask(self, question: str) -> Answer:
        """Answer one of the questions."""
        scores = self._scores
        wanted = (scores.instrument == "nps") & (scores.day >= FIRST) & (scores.day < END)
        if question != "q2":
            wanted &= scores.touchpoint_id == TOUCHPOINT
        if question == "q4":
            wanted &= (scores.channel == CHANNEL) & (scores.segment == SEGMENT)
        found = scores[wanted]
        worth = (found.value >= 9).astype(np.int64) - (found.value <= 6).astype(np.int64)
        keys = {"q2": ["touchpoint_id", "day"], "q3": ["unit_id"]}.get(question)
        if keys is None:
            return {(): (len(found), 100.0 * worth.sum() / len(found))}
        summed = worth.groupby([found[key] for key in keys]).agg(["count", "sum"])
        points = 100.0 * summed["sum"] / summed["count"]
        names = summed.index.tolist()
        groups = [name if isinstance(name, tuple) else (name,) for name in names]
        return dict(zip(groups, zip(summed["count"].tolist(), points.tolist(), strict=True), strict=True))


def _keyed(rows: Iterable[tuple[Any, ...]]) -> Answer:
    return {row[:-2]: row[-2:] for row in rows}
