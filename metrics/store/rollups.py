"""The kept marginals: what they hold, and whether they still equal the scores.

Only answers on a canonical instrument's own scale, in whole steps, are rolled up. Whatever of a canonical instrument is
not (4.5 stars, ten points instead of five) is counted in `rollup_gap`; `complete` tells a reader whether the marginals
hold every answer of a stretch of days, or whether the scores must be scanned.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Select, Table, and_, case, cast, func, not_, select

from metrics.figures import Days
from metrics.store.engine import LOADING, reading, take_turns, writing
from metrics.store.tables import (
    HISTOGRAM_CELLS,
    ROLLUPS,
    feedback,
    rollup_gap,
    score,
)

CANONICAL: Mapping[str, tuple[int, int]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
"""The instruments that are rolled up, with the first and last value of their scale; higher is better."""

CELLS = tuple(f"c{step}" for step in range(HISTOGRAM_CELLS))
WEEK_DAYS = 7
"""Weeks are counted from the year 1, whose first day, day 1, was a Monday: week w begins on day 7w + 1."""

Key = tuple[Any, ...]


def complete(connection: Connection, *, instrument: str, days: Days) -> bool:
    """Say whether the marginals hold every answer on `instrument` given in `days`."""
    if instrument not in CANONICAL:
        return False
    first, end = days.first.toordinal(), days.end.toordinal()
    gap = select(rollup_gap.c.n).where(
        rollup_gap.c.instrument == instrument, rollup_gap.c.day >= first, rollup_gap.c.day < end, rollup_gap.c.n > 0
    )
    return connection.execute(gap.limit(1)).first() is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A key of a marginal whose kept cells are not what the scores say."""

    table: str
    key: Key
    kept: tuple[int, ...]
    rebuilt: tuple[int, ...]


def check(connection: Connection) -> tuple[Difference, ...]:
    """Compare the kept marginals with the scores; empty: they are equal."""
    found: list[Difference] = []
    for table, counts, scanned in _truths():
        keys = key_columns(table)
        kept = _histograms(connection, select(*(table.c[name] for name in (*keys, *counts))), width=len(keys))
        rebuilt = _histograms(connection, scanned, width=len(keys))
        nothing = (0,) * len(counts)
        found.extend(
            Difference(table=table.name, key=key, kept=kept.get(key, nothing), rebuilt=rebuilt.get(key, nothing))
            for key in sorted(kept.keys() | rebuilt.keys())
            if kept.get(key, nothing) != rebuilt.get(key, nothing)
        )
    return tuple(found)


def rebuild(connection: Connection) -> None:
    """Make the marginals anew from the scores, in the caller's transaction."""
    for table, counts, scanned in _truths():
        connection.execute(table.delete())
        connection.execute(table.insert().from_select([*key_columns(table), *counts], scanned))


def mend(engine: Engine) -> tuple[Difference, ...]:
    """Make the marginals anew where they differ from the scores; give what differed."""
    with reading(engine) as connection:
        if not check(connection):
            return ()
    with writing(engine) as connection:
        take_turns(connection, at=LOADING)
        differences = check(connection)
        rebuild(connection)
        return differences


def key_columns(table: Table) -> tuple[str, ...]:
    """Name the key columns of a marginal, or of the gaps, in the order of its primary key."""
    return tuple(column.name for column in table.primary_key.columns)


def _truths() -> Iterable[tuple[Table, tuple[str, ...], Select[Any]]]:
    for table in ROLLUPS:
        yield table, CELLS, _scan(table)
    gaps = select(score.c.instrument, score.c.day, func.count()).where(
        score.c.instrument.in_(CANONICAL), not_(_rolled())
    )
    yield rollup_gap, ("n",), gaps.group_by(score.c.instrument, score.c.day)


def _scan(table: Table) -> Select[Any]:
    """Count the scores into this marginal's cells."""
    keys = [_key(name) for name in key_columns(table)]
    step = cast(score.c.value - score.c.scale_min, Integer)
    cells = [func.sum(case((step == number, 1), else_=0)) for number in range(HISTOGRAM_CELLS)]
    query = select(*keys, *cells).where(_rolled()).group_by(*keys)
    if "source_id" in key_columns(table):
        query = query.join_from(score, feedback, feedback.c.id == score.c.feedback_id)
    return query


def _key(name: str) -> Any:
    empty: int | str = 0 if name.endswith("_id") else ""
    match name:
        case "instrument" | "day":
            return score.c[name]
        case "source_id":
            return feedback.c.source_id
        case "week":
            return ((score.c.day - 1) // WEEK_DAYS).label(name)
        case _:
            return func.coalesce(score.c[name], empty).label(name)


def _rolled() -> Any:
    """Hold for the scores that `rollup_changes` gives a cell."""
    whole = score.c.value - score.c.scale_min == cast(score.c.value - score.c.scale_min, Integer)
    scales = [
        and_(
            score.c.instrument == name,
            score.c.scale_min == low,
            score.c.scale_max == high,
            score.c.value.between(low, high),
        )
        for name, (low, high) in CANONICAL.items()
    ]
    return and_(score.c.direction == "higher", whole, scales[0] | scales[1] | scales[2])


def _histograms(connection: Connection, query: Select[Any], *, width: int) -> dict[Key, tuple[int, ...]]:
    rows = (tuple(row) for row in connection.execute(query))
    return {row[:width]: tuple(int(count) for count in row[width:]) for row in rows}
