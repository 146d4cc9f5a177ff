"""A store filled by counts: so many answers of each value, at a touchpoint, in a unit, on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from metrics.analysis.engine import ScoreEngine
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import writing
from metrics.store.reader import HistogramReader
from metrics.store.writer import Writer
from tests.metrics.analysis.company import KINDS, NOW, PARENTS, SCALES, KeepsEverything, empty_store

OCTOBER = date(2026, 10, 15)
NOVEMBER = date(2026, 11, 15)


@dataclass(slots=True, kw_only=True)
class Shop:
    """A database that answers can be given to."""

    engine: Engine
    given: int = field(default=0)

    @classmethod
    def new(cls, folder: Path) -> "Shop":
        return cls(engine=empty_store(folder))

    def give(
        self,
        instrument: str,
        values: Mapping[int, int],
        *,
        on: date = NOVEMBER,
        touchpoint: str | None = None,
        unit: str | None = None,
        segment: str | None = None,
    ) -> None:
        """Store as many answers of each value as said."""
        low, high = SCALES[instrument]
        with writing(self.engine) as connection:
            source = directory.source(connection, name="survey", kind="feedback", timezone="UTC", as_of=NOW)
            touchpoint_id = touchpoint and directory.touchpoint(connection, name=touchpoint)[0]
            unit_id = unit and _unit(connection, unit)
            scores = [value for value, times in values.items() for _ in range(times)]
            records = [
                FeedbackRecord(
                    source_id=source,
                    external_id=f"{self.given + number}",
                    kind="survey",
                    given_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
                    timezone="UTC",
                    touchpoint_id=touchpoint_id or None,
                    unit_id=unit_id or None,
                    segment=segment,
                    scores=(ScoreRecord(instrument=instrument, value=value, scale_min=low, scale_max=high),),
                )
                for number, value in enumerate(scores)
            ]
            Writer(connection, redactor=KeepsEverything()).feedback(records)
            self.given += len(records)

    @property
    def scores(self) -> ScoreEngine:
        """The engine over it."""
        return ScoreEngine(HistogramReader(self.engine), now=lambda: NOW)


def _unit(connection: Connection, name: str) -> int:
    parent = PARENTS.get(name)
    parent_id = _unit(connection, parent) if parent else None
    return directory.unit(connection, name=name, kind=KINDS.get(name, "store"), parent_id=parent_id)
