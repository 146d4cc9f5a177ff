"""Sums over the kept marginals: the least rows that hold what is asked, added up by the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from metrics.store.rollups import CELLS, WEEK_DAYS
from metrics.store.statements import Rows, among, fetched
from metrics.store.tables import rollup_unit, rollup_unit_week

LEAST_DAYS = 3 * WEEK_DAYS
"""Over fewer days whole weeks spare nothing."""

EVERY = {
    "touchpoint_id": "touchpoint_id IN (SELECT 0 UNION ALL SELECT id FROM touchpoint)",
    "unit_id": "unit_id IN (SELECT 0 UNION ALL SELECT id FROM unit)",
}
"""Says nothing, but leads the database to look each of them up instead of reading all their days."""

Key = tuple[Any, ...]
Stretch = tuple[int, int]
"""[first, end), of days or of weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Which rows of a marginal are wanted; `wanted` holds values as they are kept, 0 or '' for none."""

    table: str
    instruments: tuple[str, ...]
    stretch: Stretch | None
    wanted: Mapping[str, tuple[Any, ...]]
    by: tuple[str, ...]
    cells: int
    """How many of the first cells: the steps of the scale."""
    over: str = "day"
    each: tuple[str, ...] = ()
    """Keys to look up one by one."""

    @property
    def values(self) -> tuple[Any, ...]:
        """Give the values in the order of the marks."""
        return (*self.instruments, *(self.stretch or ()), *(one for some in self.wanted.values() for one in some))

    @property
    def condition(self) -> str:
        """Write what must hold of a row."""
        counts = tuple((name, len(values)) for name, values in self.wanted.items())
        return _condition(len(self.instruments), counts, self.over if self.stretch else "", self.each)


def summed(connection: Connection, asked: Sum) -> dict[Key, list[int]]:
    """Add the cells up per key."""
    if any(not values for values in asked.wanted.values()):
        return {}
    width = len(asked.by)
    parts = _in_weeks(asked) if _is_by_unit(asked) else ((asked, 1),)
    found: dict[Key, list[int]] = {}
    for part, sign in parts:
        for row in _rows(connection, part):
            if row[width] is not None:
                _add(found, row[:width], row[width:], sign)
    return found


def cells_of(connection: Connection, asked: Sum, sums: tuple[str, ...]) -> Rows:
    """Give the keys and these sums of cells of every row as it is kept; a key may come more than once."""
    if any(not values for values in asked.wanted.values()):
        return []
    sql = f"SELECT {', '.join((*asked.by, *sums))} FROM {asked.table} WHERE {asked.condition}"  # noqa: S608 ours
    return fetched(connection, sql, asked.values)


def _add(found: dict[Key, list[int]], key: Key, cells: Sequence[int], sign: int) -> None:
    known = found.get(key)
    if known is None:
        found[key] = [sign * cell for cell in cells] if sign < 0 else list(cells)
    else:
        found[key] = [before + sign * cell for before, cell in zip(known, cells, strict=True)]


def _is_by_unit(asked: Sum) -> bool:
    if asked.table != rollup_unit.name or asked.over in asked.by or asked.over in asked.wanted:
        return False
    return asked.stretch is None or asked.stretch[1] - asked.stretch[0] >= LEAST_DAYS


def _in_weeks(asked: Sum) -> Iterator[tuple[Sum, int]]:
    """Cover the days by the nearest whole weeks; days then missing are added, those too many taken away."""
    if asked.stretch is None:
        yield replace(asked, table=rollup_unit_week.name, over="week"), 1
        return
    first, end = asked.stretch
    weeks = (_nearest_week(first), _nearest_week(end))
    yield replace(asked, table=rollup_unit_week.name, over="week", stretch=weeks), 1
    covered, covered_end = (week * WEEK_DAYS + 1 for week in weeks)
    each = tuple(name for name in EVERY if name not in asked.wanted)
    for stretch, sign in (
        ((first, covered), 1),
        ((covered, first), -1),
        ((covered_end, end), 1),
        ((end, covered_end), -1),
    ):
        if stretch[0] < stretch[1]:
            yield replace(asked, stretch=stretch, each=each), sign


def _nearest_week(day: int) -> int:
    """Give the week that begins nearest to the day's beginning."""
    return (day - 1 + WEEK_DAYS // 2) // WEEK_DAYS


def _rows(connection: Connection, asked: Sum) -> Rows:
    return fetched(connection, _text(asked.table, asked.by, asked.cells, asked.condition), asked.values)


@lru_cache(maxsize=1_000)
def _text(table: str, by: tuple[str, ...], cells: int, condition: str) -> str:
    sums = ", ".join((*by, *(f"SUM({cell})" for cell in CELLS[:cells])))
    groups = f" GROUP BY {', '.join(by)}" if by else ""
    return f"SELECT {sums} FROM {table} WHERE {condition}{groups}"  # noqa: S608 the names are ours


@lru_cache(maxsize=1_000)
def _condition(instruments: int, wanted: tuple[tuple[str, int], ...], over: str, each: tuple[str, ...]) -> str:
    days = (f"{over} >= ?", f"{over} < ?") if over else ()
    some = (among(name, count) for name, count in wanted)
    return " AND ".join((among("instrument", instruments), *days, *some, *(EVERY[name] for name in each)))
