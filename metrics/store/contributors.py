"""Which sources an answer rests on, and how old they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from operator import attrgetter

from sqlalchemy import Connection, Table, exists, select

from metrics.figures import SourceAge
from metrics.store.counting import Count, answers_of, kept
from metrics.store.facts import rows_of
from metrics.store.marginals import EVERY
from metrics.store.rollups import CANONICAL, CELLS
from metrics.store.snapshot import Snapshot
from metrics.store.statements import fetched
from metrics.store.tables import feedback, rollup_source, score, source

KEPT = frozenset({"touchpoint_id", "source_id", "day"})
"""The columns by which it is kept what came from which source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    id: int
    name: str
    as_of: datetime | None
    expected_every_s: int | None

    def age(self, now: datetime) -> SourceAge:
        late = False
        if self.expected_every_s is not None and self.as_of is not None:
            late = (now - self.as_of).total_seconds() > self.expected_every_s
        return SourceAge(name=self.name, as_of=self.as_of, late=late)


def contributors(at: Snapshot, count: Count, *, now: datetime) -> tuple[SourceAge, ...]:
    """Give the age of every source that the counted answers come from, by name."""
    known = at.standing.kept(_Source, lambda: _sources(at.connection))
    canonical = count.metric.reads == "answers" and set(count.metric.instruments) <= CANONICAL.keys()
    if canonical and count.columns <= KEPT:
        ids = _kept_of(at.connection, count)
    else:
        asked = known if not canonical else _answering(at.connection, known, count)
        ids = {one.id for one in asked if _contributes(at.connection, one.id, count)}
    return tuple(one.age(now) for one in known if one.id in ids)


def _sources(connection: Connection) -> tuple[_Source, ...]:
    rows = connection.execute(select(source)).all()
    found = (
        _Source(id=row.id, name=row.name, as_of=row.as_of or row.imported_at, expected_every_s=row.expected_every_s)
        for row in rows
    )
    return tuple(sorted(found, key=attrgetter("name")))


def _kept_of(connection: Connection, count: Count) -> set[int]:
    """Ask the marginal, which keeps a row of zeros where answers were taken away."""
    asked = kept(count, rollup_source)
    if any(not values for values in asked.wanted.values()):
        return set()
    sql = _kept_text(asked.condition, "touchpoint_id" in asked.wanted)
    return {row_id for (row_id,) in fetched(connection, sql, asked.values)}


@lru_cache(maxsize=500)
def _kept_text(condition: str, named: bool) -> str:
    every = "" if named else f" AND {EVERY['touchpoint_id']}"
    some = f"source_id = source.id AND {condition}{every} AND {' + '.join(CELLS)} > 0"
    return f"SELECT id FROM source WHERE EXISTS (SELECT 1 FROM rollup_source WHERE {some})"  # noqa: S608 ours


def _answering(connection: Connection, known: Iterable[_Source], count: Count) -> list[_Source]:
    """Leave out the sources that never answer the instrument: they would be read through in vain."""
    ever = Count(metric=count.metric, days=None, wanted={})
    ids = _kept_of(connection, ever)
    return [one for one in known if one.id in ids]


def _contributes(connection: Connection, source_id: int, count: Count) -> bool:
    table = rows_of(count.metric)
    rows: Table = feedback if table is score else table
    some = exists(answers_of(count).where(rows.c.source_id == source_id).limit(1))
    return bool(connection.execute(select(some)).scalar())
