"""How far each import has come, kept in the same transaction as its rows, so that a killed one goes on where it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from metrics.records import Written
from metrics.store.tables import import_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the rows of a file so far."""

    read: int = 0
    new: int = 0
    same: int = 0
    changed: int = 0
    rejected: int = 0
    unlinked: int = 0
    """Rows that name an event nobody knows."""
    touchpoints: tuple[str, ...] = ()
    """Those that the import made."""
    units: tuple[str, ...] = ()
    reasons: Mapping[str, int] = field(default_factory=dict)
    """How many lines were rejected for each reason."""

    def plus(self, other: "Tally") -> "Tally":
        """Add what became of more rows."""
        reasons = {
            name: self.reasons.get(name, 0) + other.reasons.get(name, 0)
            for name in sorted({*self.reasons, *other.reasons})
        }
        return Tally(
            read=self.read + other.read,
            new=self.new + other.new,
            same=self.same + other.same,
            changed=self.changed + other.changed,
            rejected=self.rejected + other.rejected,
            unlinked=self.unlinked + other.unlinked,
            touchpoints=tuple(dict.fromkeys((*self.touchpoints, *other.touchpoints))),
            units=tuple(dict.fromkeys((*self.units, *other.units))),
            reasons=reasons,
        )

    def with_written(self, written: Written) -> "Tally":
        """Add what storing records did."""
        return self.plus(Tally(new=written.new, same=written.same, changed=written.changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One import of one file under one map; `rows` of the file are behind it."""

    id: str
    source_id: int
    attempt: int
    rows: int
    tally: Tally
    started_at: datetime
    finished: bool


def begin(connection: Connection, *, run_id: str, source_id: int, now: datetime) -> Run:
    """Begin a run, or go on with the one that was interrupted; after one that ended, a new attempt."""
    before = find(connection, run_id)
    if before is not None and not before.finished:
        return before
    attempt = before.attempt + 1 if before else 1
    run = Run(id=run_id, source_id=source_id, attempt=attempt, rows=0, tally=Tally(), started_at=now, finished=False)
    values = {
        "source_id": source_id, "attempt": attempt, "rows": 0, "tally": _json(run.tally), "started_at": now,
        "finished_at": None,
    }  # fmt: skip
    if before is None:
        connection.execute(insert(import_run).values(id=run_id, **values))
    else:
        connection.execute(update(import_run).where(import_run.c.id == run_id).values(**values))
    return run


def find(connection: Connection, run_id: str) -> Run | None:
    """Give the run as it is stored."""
    row = connection.execute(select(import_run).where(import_run.c.id == run_id)).one_or_none()
    if row is None:
        return None
    tally: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.tally.items()
    }
    return Run(
        id=row.id,
        source_id=row.source_id,
        attempt=row.attempt,
        rows=row.rows,
        tally=Tally(**tally),
        started_at=row.started_at,
        finished=row.finished_at is not None,
    )


def advance(connection: Connection, run: Run, *, rows: int, tally: Tally) -> None:
    """Say that more rows are behind the run."""
    change = update(import_run).where(import_run.c.id == run.id)
    connection.execute(change.values(rows=rows, tally=_json(tally)))


def finish(connection: Connection, run: Run, *, now: datetime) -> None:
    """Say that the file was read to its end."""
    connection.execute(update(import_run).where(import_run.c.id == run.id).values(finished_at=now))


def _json(tally: Tally) -> dict[str, Any]:
    return {
        "read": tally.read, "new": tally.new, "same": tally.same, "changed": tally.changed,
        "rejected": tally.rejected, "unlinked": tally.unlinked, "touchpoints": list(tally.touchpoints),
        "units": list(tally.units), "reasons": dict(tally.reasons),
    }  # fmt: skip
