"""The kept marginals: what a chunk of scores changes in them, and whether they still equal the scores.

Only answers on a canonical instrument's own scale, in whole steps, are rolled up. Whatever of a canonical instrument is
not (4.5 stars, ten points instead of five) is counted in `rollup_gap`; `complete` tells a reader whether the marginals
hold every answer of a stretch of days, or whether the scores must be scanned.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, Table, and_, case, cast, func, not_, select

from metrics.figures import Days
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

_ROLLED = ("instrument", "touchpoint_id", "unit_id", "channel", "segment", "day", "source_id", "step")
"""What is kept of an answer until the batch is summed up."""

Key = tuple[Any, ...]


class Answer(NamedTuple):
    """One stored score as the marginals see it; no touchpoint or unit is 0, no channel or segment is ''."""

    instrument: str
    value: float
    scale_min: float
    scale_max: float
    direction: str
    touchpoint_id: int
    unit_id: int
    channel: str
    segment: str
    day: int
    source_id: int


class Changes:
    """What a batch of answers adds to the marginals (or takes away), summed up before anything is written."""

    def __init__(self) -> None:
        self._rolled: dict[int, list[Key]] = {1: [], -1: []}
        self._gaps: Counter[Key] = Counter()

    def add(self, answers: Iterable[Answer], *, times: int = 1) -> None:
        """Count answers; `times` -1 takes them away."""
        rolled = self._rolled[times]
        for answer in answers:
            if answer.instrument not in CANONICAL:
                continue
            step = step_of(answer)
            if step is None:
                self._gaps[answer.instrument, answer.day] += times
            else:
                rolled.append((answer.instrument, *answer[5:], step))

    def apply(self, connection: Connection) -> None:
        """Add everything to the kept marginals, keys in order so that two writers cannot lock each other out."""
        for table in ROLLUPS:
            rows = [(*key, *cells) for key, cells in sorted(self._cells(table).items()) if any(cells)]
            _add(connection, table, keys=key_columns(table), counts=CELLS, rows=rows)
        gaps = [(*key, count) for key, count in sorted(self._gaps.items()) if count]
        _add(connection, rollup_gap, keys=("instrument", "day"), counts=("n",), rows=gaps)

    def _cells(self, table: Table) -> dict[Key, list[int]]:
        """Sum up by the keys of one marginal. Counting columns zipped together stays in C."""
        names = (*key_columns(table), "step")
        counts: Counter[Key] = Counter()
        for times, answers in self._rolled.items():
            columns = dict(zip(_ROLLED, zip(*answers, strict=True), strict=False))
            if columns:
                columns["week"] = tuple(map(week_of, columns["day"]))
                some = Counter(zip(*(columns[name] for name in names), strict=True))
                (counts.update if times == 1 else counts.subtract)(some)
        cells: dict[Key, list[int]] = {}
        for found, count in counts.items():
            key = found[:-1]
            histogram = cells.get(key)
            if histogram is None:
                histogram = cells[key] = [0] * HISTOGRAM_CELLS
            histogram[found[-1]] = count
        return cells


def week_of(day: int) -> int:
    """Say in which week the day lies: weeks are counted from the year 1, whose first day was a Monday."""
    return (day - 1) // WEEK_DAYS


def step_of(answer: Answer) -> int | None:
    """Say which cell counts the answer; None: it is off its instrument's canonical scale or between two steps."""
    if (answer.scale_min, answer.scale_max) != CANONICAL[answer.instrument] or answer.direction != "higher":
        return None
    step = answer.value - answer.scale_min
    return int(step) if step == int(step) and 0 <= step <= answer.scale_max - answer.scale_min else None


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
    """Hold for the scores that `step_of` gives a cell."""
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


def _add(
    connection: Connection, table: Table, *, keys: Sequence[str], counts: Sequence[str], rows: Sequence[Key]
) -> None:
    if not rows:
        return
    columns = (*keys, *counts)
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    added = ", ".join(f"{name} = {table.name}.{name} + excluded.{name}" for name in counts)
    sql = (
        f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({', '.join([mark] * len(columns))})"  # noqa: S608 names are ours
        f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {added}"
    )
    connection.exec_driver_sql(sql, list(rows))
